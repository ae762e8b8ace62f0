"""The server against sockets that are slow, silent, or too many."""

import contextlib
import json
import selectors
import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from game.net.crowd import COMING, MOST, Crowd
from game.net.deadlines import Deadlines
from game.net.links import Send
from game.net.server import MOST_WAITING
from tests.net.phones import CODE, Clock
from tests.net.place import (
    Place,
    beside,
    closes,
    come_back,
    ended,
    hasty,
    join,
    piece,
    place,
    raw,
    slow,
    upgrade,
)
from tests.net.serving import PATIENCE, Client, client

__all__ = ["hasty", "place"]


def test_half_open_headers_and_silent_sockets_are_cut_at_a_deadline(hasty: Place) -> None:
    silent = raw(hasty)
    half = raw(hasty)
    half.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1")
    body = raw(hasty)
    body.sendall(
        f"POST / HTTP/1.1\r\nHost: 127.0.0.1:{hasty.port}\r\nContent-Length: 1000\r\n\r\nab".encode()
    )
    kept = raw(hasty)
    kept.sendall(f"GET /words/en.json HTTP/1.1\r\nHost: 127.0.0.1:{hasty.port}\r\n\r\n".encode())
    assert kept.recv(100).startswith(b"HTTP/1.1 200")
    kept.sendall(b"GET / HT")
    for connection in (silent, half, body, kept):
        assert closes(connection)
        connection.close()
    assert hasty.server.cut["headers"] == 3  # whose body is missing has its answer, and no more


def test_headers_that_trickle_do_not_move_the_deadline(hasty: Place) -> None:
    connection = raw(hasty)
    connection.settimeout(0.02)
    letters = 0
    with contextlib.suppress(ConnectionError):
        for letter in b"GET / HTTP/1.1\r\nX-Slow: " + b"a" * 4000:
            connection.sendall(bytes([letter]))
            letters += 1
            with contextlib.suppress(TimeoutError):
                if connection.recv(1) == b"":
                    break
    assert letters < 4000
    connection.close()


@contextlib.contextmanager
def in_time(hasty: Place) -> Iterator[Client]:
    """A phone that said hello before it was cut; on a busy machine it may have to come again for that."""
    with contextlib.ExitStack() as opened:
        while True:
            with contextlib.suppress(ConnectionClosed):
                phone = opened.enter_context(client(hasty.ws))
                phone.join(CODE)
                break
            opened.close()
        yield phone


def test_a_link_that_says_nothing_is_ended(hasty: Place) -> None:
    with connect(hasty.ws) as link:
        assert ended(link) == 4004
    assert hasty.server.cut["first_frame"] == 1
    with in_time(hasty) as phone:  # whoever has said hello may be silent
        time_is_up = raw(hasty)
        assert closes(time_is_up)
        time_is_up.close()
        phone.send(type="ping")
        phone.hear("pong")


def test_two_hundred_slow_sockets_keep_nobody_from_joining(tmp_path: Path) -> None:
    """They hang for as long as they like: whoever joins waits for none of them to end."""
    place = Place(tmp_path, Deadlines(headers=10 * PATIENCE))
    with contextlib.ExitStack() as hanging, selectors.DefaultSelector() as found:
        for n in range(200):
            found.register(hanging.enter_context(slow(place, n)), selectors.EVENT_READ)
        for n in range(10):
            _, key = join(place, f"Honest {n}")
            come_back(place, f"Honest {n}", key)
        assert found.select(0) == []  # nobody told them anything, nor ended them
        assert place.server.cut == {}
    place.close()


def test_more_sockets_than_there_is_room_for_are_cut_and_the_others_play_on(place: Place) -> None:
    with contextlib.ExitStack() as slow, client(place.ws) as there:
        there.join(CODE, "Early")
        made = 0
        while place.server.cut.get("sockets", 0) == 0 and made < 2 * MOST:
            slow.enter_context(raw(place))
            made += 1
            if made % 50 == 0:
                there.send(type="ping")
                there.hear("pong")
        assert place.server.cut["sockets"] > 0
        there.send(type="ping")
        there.hear("pong")


def test_silent_links_made_anew_on_and_on_keep_nobody_out(place: Place) -> None:
    beside(place, 420, 2)


@pytest.mark.torture
@pytest.mark.parametrize("source", ["127.0.0.1", "127.0.0.2"])
@pytest.mark.parametrize("many", [420, 1000])
def test_a_thousand_silent_links_made_anew_keep_nobody_out(place: Place, many: int, source: str) -> None:
    beside(place, many, 8, source)


class Rows:
    """A crowd, and who was cut; an address is the first letter of a name."""

    def __init__(self, most: int) -> None:
        self.clock = Clock()
        self.row = Crowd(self.clock, most)
        self.ended: list[str] = []

    def enter(self, name: str) -> None:
        self.row.enter(name, name[0], lambda: self.ended.append(name))


def test_of_too_many_connections_the_oldest_of_the_most_crowded_address_goes() -> None:
    rows = Rows(3)
    for name in ("a1", "b1", "b2"):
        rows.enter(name)
    rows.row.leave("b1")  # welcomed
    rows.enter("b3")
    assert rows.ended == []
    rows.enter("b4")
    assert rows.ended == ["b2"]
    rows.enter("c1")
    assert rows.ended == ["b2", "b3"]  # the only ones of other addresses stay, however old
    for n in range(5, 20):
        rows.enter(f"b{n}")
    assert len(rows.row) == 3
    assert not {"a1", "c1"} & set(rows.ended)


def test_who_comes_too_fast_is_cut_and_nobody_elsewhere_waits_for_it() -> None:
    rows = Rows(10**6)
    many = int(COMING.burst)
    for n in range(many + 100):
        rows.enter(f"a{n}")
    assert rows.ended == [f"a{n}" for n in range(many, many + 100)]
    rows.enter("b")
    rows.clock.now += 1
    for n in range(int(COMING.per_second)):
        rows.enter(f"a{many + 100 + n}")
    assert len(rows.ended) == 100
    rows.enter("a")
    assert rows.ended[100:] == ["a"]


def test_a_slow_reader_is_dropped_and_gets_a_whole_view_when_it_is_back(place: Place) -> None:
    slow = socket.socket()
    slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    slow.connect(("127.0.0.1", place.port))
    with connect(place.ws, sock=slow, max_queue=1, compression=None) as link, client(place.ws) as quick:
        link.send(json.dumps({"type": "hello", "protocol": 1, "code": CODE, "name": "Slow"}))
        token = json.loads(link.recv(PATIENCE))["token"]
        quick.join(CODE, "Quick")
        number = max(place.room.present.values()) - 1
        flood = "x" * 32_000
        sent = 0
        while place.server.cut.get("slow_reader", 0) == 0 and sent < 40 * MOST_WAITING:
            place.server.deliver([Send(number, json.dumps({"type": "x", "x": flood}))])
            sent += len(flood)
            if sent % (20 * len(flood)) == 0:
                quick.send(type="ping")
                quick.hear("pong")  # nobody else waits for the slow one
    assert place.server.cut["slow_reader"] == 1
    with client(place.ws) as back:
        back.send(type="hello", protocol=1, token=token)
        assert back.hear("welcome")["view"]["week"] == 0


def test_who_reads_nothing_and_answers_no_ping_is_away(tmp_path: Path) -> None:
    """Also where something waits to be sent, as to a phone that went out of reach in the middle of a game."""
    place = Place(tmp_path, Deadlines(ping=2.0))
    with socket.socket() as deaf, client(place.ws) as quick:
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        deaf.connect(("127.0.0.1", place.port))
        deaf.sendall(upgrade(place))
        assert deaf.recv(4096).startswith(b"HTTP/1.1 101 ")
        hello = json.dumps({"type": "hello", "protocol": 1, "code": CODE, "name": "Deaf"}).encode()
        deaf.sendall(piece(1, hello))
        while b"welcome" not in deaf.recv(4096):
            pass
        (number,) = place.room.present.values()
        member = quick.join(CODE, "Quick", "shop")["member"]
        assert place.do("seat", member="m1", seat="kitchen")["ok"]
        stuck = 0
        while stuck < 3:  # the system takes no more
            assert place.server.cut == {}
            if place.server.waiting == 0:
                place.server.deliver([Send(number, json.dumps({"type": "x", "x": "x" * 32_000}))] * 8)
            assert httpx.get(place.http + "/words/en.json").status_code == 200
            stuck = stuck + 1 if place.server.waiting else 0
        while {"id": "m1", "name": "Deaf", "seat": "kitchen", "away": True} not in quick.view["members"]:
            quick.hear("facts")
        assert place.server.cut == {"pings": 1}
        assert member in place.room.present
    place.close()
