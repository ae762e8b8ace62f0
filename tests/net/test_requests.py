"""Requests for files: whose turn it is, and what becomes of who asks too much or takes nothing."""

import asyncio
import contextlib
import json
import socket
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from game.net.deadlines import Deadlines
from game.net.desk import AT_A_TIME, REQUESTS, Desk
from game.net.server import listen
from tests.net.phones import CODE, Clock
from tests.net.place import Place, join, place, raw
from tests.net.players import in_own_loop
from tests.net.serving import PATIENCE, client

__all__ = ["place"]

FONT = "/assets/fonts/second-medium.ttf"


class Row:
    """A desk, and who had a turn (true) or left before (false); an address is the first letter of a name."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.desk = Desk(self.clock)
        self.told: dict[str, bool] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def ask(self, name: str) -> None:
        task = asyncio.create_task(self._ask(name))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _ask(self, name: str) -> None:
        self.told[name] = await self.desk.turn(name, name[0])

    def leave(self, name: str) -> None:
        self.desk.leave(name, name[0])

    async def until(self, done: Callable[[], bool]) -> None:
        """Let the desk work until something is so; for ever if it never is."""
        async with asyncio.timeout(PATIENCE):
            while not done():
                await asyncio.sleep(0)


def at(row: Row, scene: Callable[[], Coroutine[Any, Any, None]]) -> None:
    async def play() -> None:
        await scene()
        for name in [*row.told]:
            row.leave(name)

    in_own_loop(play())


def test_one_request_of_another_address_does_not_wait_for_a_thousand() -> None:
    row = Row()

    async def scene() -> None:
        for n in range(1000):
            row.ask(f"a{n}")
        row.ask("b")
        await row.until(lambda: "b" in row.told)
        assert len(row.told) < 20

    at(row, scene)


def test_who_takes_no_answer_keeps_no_more_than_its_own_address_waiting() -> None:
    row = Row()

    async def scene() -> None:
        for n in range(AT_A_TIME + 2):
            row.ask(f"a{n}")
        await row.until(lambda: len(row.told) == AT_A_TIME)
        row.ask("b")
        await row.until(lambda: "b" in row.told)
        assert len(row.told) == AT_A_TIME + 1
        row.leave("a0")
        await row.until(lambda: f"a{AT_A_TIME}" in row.told)
        assert f"a{AT_A_TIME + 1}" not in row.told

    at(row, scene)


def test_who_asks_on_and_on_is_answered_at_a_rate() -> None:
    row = Row()
    many, more = int(REQUESTS.burst), int(REQUESTS.per_second)

    async def answered(first: int, last: int) -> None:
        for n in range(first, last):
            await row.until(lambda: f"a{n}" in row.told)  # noqa: B023
            row.leave(f"a{n}")

    async def scene() -> None:
        for n in range(many + 3 * more):
            row.ask(f"a{n}")
        await answered(0, many)
        for second in (1, 2):
            row.ask(f"b{second}")
            await row.until(lambda: f"b{second}" in row.told)  # noqa: B023
            row.clock.now += 1
            before = many + (second - 1) * more
            await answered(before, before + more)
            assert f"a{before + more}" not in row.told

    at(row, scene)


def test_who_is_gone_waits_no_longer() -> None:
    row = Row()

    async def scene() -> None:
        for n in range(AT_A_TIME + 1):
            row.ask(f"a{n}")
        await row.until(lambda: len(row.told) == AT_A_TIME)
        row.leave(f"a{AT_A_TIME}")
        await row.until(lambda: len(row.told) == AT_A_TIME + 1)
        assert row.told[f"a{AT_A_TIME}"] is False

    at(row, scene)


def asked(place: Place, path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{place.port}\r\n\r\n".encode()


def test_a_browser_may_ask_again_on_the_same_connection(place: Place) -> None:
    with httpx.Client(base_url=place.http, timeout=PATIENCE) as page:
        whole = page.get(FONT)
        assert len(whole.content) == int(whole.headers["content-length"]) > 100_000
        streams = {id(page.get(FONT).extensions["network_stream"]) for _ in range(30)}
        assert len(streams) == 1
        assert page.head(FONT).headers["content-length"] == whole.headers["content-length"]
        assert page.get(FONT, headers={"if-none-match": whole.headers["etag"]}).status_code == 304


def test_who_asks_for_more_before_the_answer_gets_one_and_no_more(place: Place) -> None:
    with raw(place) as connection:
        connection.sendall(asked(place, "/words/en.json") * 20)
        found = b""
        with contextlib.suppress(ConnectionError):  # what it had still to say was not read
            while piece := connection.recv(65536):
                found += piece
        assert found.count(b"HTTP/1.1 200") == 1


def test_who_takes_nothing_is_cut_and_keeps_nobody_else_waiting(tmp_path: Path) -> None:
    patient = Deadlines(headers=PATIENCE, request=1.0, first_frame=PATIENCE)
    place = Place(tmp_path, patient, waits_in_system=4096)
    with contextlib.ExitStack() as hanging, client(place.ws) as there:
        hanging.callback(place.close)
        there.join(CODE, "Early")
        connections = [hanging.enter_context(socket.socket()) for _ in range(100)]
        for connection in connections:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
            connection.connect(("127.0.0.1", place.port))
            connection.sendall(asked(place, FONT))
        join(place, "Honest", "127.0.0.2")
        there.send(type="ping")
        there.hear("pong")
        answered = False
        with httpx.Client(base_url=place.http, timeout=PATIENCE) as page:
            while not answered:  # from the same address: in the end
                with contextlib.suppress(httpx.TransportError):  # its own time was up too
                    answered = page.get("/words/en.json").status_code == 200
    assert place.server.cut["request"] > 0


def test_the_server_ends_quietly_while_requests_wait(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    place = Place(tmp_path, None, waits_in_system=4096)
    with contextlib.ExitStack() as hanging:
        for _ in range(AT_A_TIME + 20):
            connection = hanging.enter_context(socket.socket())
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
            connection.connect(("127.0.0.1", place.port))
            connection.sendall(asked(place, FONT))
        join(place, "Honest", "127.0.0.2")
        place.close()
    assert caplog.records == []


def test_small_answers_go_at_once() -> None:
    with listen("127.0.0.1", 0) as listener:
        assert listener.proto == socket.IPPROTO_TCP, "asyncio would leave it to the system, which waits"


def test_thirty_phones_behind_one_address_load_the_page_at_once(place: Place) -> None:
    with httpx.Client(base_url=place.http, timeout=PATIENCE) as page:
        words = page.get("/words/en.json").content
    paths = ["/", "/main.js", "/phone.css", FONT] + ["/words/en.json"] * 20

    def load(_: int) -> int:
        with httpx.Client(base_url=place.http, timeout=PATIENCE) as page:
            return sum(page.get(path).content == words for path in paths)

    with ThreadPoolExecutor(30) as phones:
        assert list(phones.map(load, range(30))) == [20] * 30
    assert place.server.cut == {}
    assert json.loads(words)
