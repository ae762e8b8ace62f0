"""The server against whoever means no good: foreign pages, slow sockets, floods, odd paths."""

import contextlib
import json
import selectors
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from game.net.crowd import COMING, MOST, Crowd
from game.net.deadlines import Deadlines
from game.net.guards import is_own
from game.net.links import Send
from game.net.server import MOST_WAITING
from tests.net.phones import CODE, Clock
from tests.net.place import Place, beside, come_back, join, raw, slow, upgrade
from tests.net.serving import PATIENCE, Client, client

SHORT = Deadlines(headers=1.0, request=1.0, first_frame=1.0)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    made = Place(tmp_path_factory.mktemp("place"), None)
    yield made
    made.close()


@pytest.fixture
def hasty(tmp_path: Path) -> Iterator[Place]:
    """A server with little patience."""
    made = Place(tmp_path, SHORT)
    yield made
    made.close()


def closes(connection: socket.socket) -> bool:
    """Whether the server ends a connection."""
    connection.settimeout(PATIENCE)
    with contextlib.suppress(ConnectionError):
        while connection.recv(65536):
            pass
    return True


# Foreign pages

BAD_PAIRS = [
    *((host, None) for host in ("evil.example", "127.0.0.1", "127.0.0.1:1", "localhost", "10.0.0.1:{p}", "")),
    *(
        (f"{host}:{{p}}", None)
        for host in (
            "evil.example",
            "127.0.0.1.evil.example",
            "127.0.0.2",
            "0.0.0.0",
            "[::1]",
            "localhost.",
            "x",
        )
    ),
    *(
        ("127.0.0.1:{p}", origin)
        for origin in (
            "null",
            "http://evil.example",
            "http://evil.example:{p}",
            "https://127.0.0.1:{p}",
            "http://127.0.0.1",
            "http://127.0.0.1:1",
            "http://localhost:{p}",
            "http://127.0.0.1:{p}.evil.example",
            "http://127.0.0.1:{p}@evil.example",
            "http://evil.example#http://127.0.0.1:{p}",
            "file://",
            "chrome-extension://abc",
            "http://127.0.0.1:{p}/",
            "",
        )
    ),
    *(
        ("piramide.example:{p}", origin)
        for origin in (
            "http://127.0.0.1:{p}",
            "http://sub.piramide.example:{p}",
            "http://piramide.example",
            "null",
        )
    ),
    *(("evil.example:{p}", origin) for origin in ("http://evil.example:{p}", "http://127.0.0.1:{p}")),
    *(
        ("localhost:{p}", origin)
        for origin in ("http://127.0.0.1:{p}", "http://localhost:1", "https://localhost")
    ),
    *(("127.0.0.1:{p}", f"http://127.0.0.1:{{p}}{tail}") for tail in ("0", " x", ",null", "?")),
]
GOOD_PAIRS = [
    (host, origin)
    for name in ("127.0.0.1", "localhost", "piramide.example", "LOCALHOST", "Piramide.Example")
    for host in (f"{name}:{{p}}",)
    for origin in (
        None,
        f"http://{name}:{{p}}",
        f"http://{name.lower()}:{{p}}",
        f"HTTP://{name.upper()}:{{p}}",
    )
]


def knock(place: Place, path: str, host: str, origin: str | None) -> int:
    """The status of a request (for ``/ws``: of an upgrade) with these headers."""
    lines = [f"GET {path} HTTP/1.1", f"Host: {host}".replace("{p}", str(place.port))]
    if origin is not None:
        lines.append(f"Origin: {origin}".replace("{p}", str(place.port)))
    if path == "/ws":
        lines += ["Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13"]
        lines.append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")
    with raw(place) as connection:
        connection.sendall("\r\n".join([*lines, "", ""]).encode())
        answer = connection.recv(65536)
    return int(answer.split(b" ")[1])


def test_foreign_pages_are_refused_and_our_own_served(place: Place) -> None:
    assert (len(BAD_PAIRS), len(GOOD_PAIRS)) == (40, 20)
    for path, good in (("/words/nl.json", 200), ("/ws", 101)):
        for host, origin in BAD_PAIRS:
            assert knock(place, path, host, origin) == 403, (path, host, origin)
        for host, origin in GOOD_PAIRS:
            assert knock(place, path, host, origin) == good, (path, host, origin)


def test_a_request_with_two_hosts_or_none_is_foreign() -> None:
    hosts = frozenset({"a:1"})
    assert is_own([(b"host", b"a:1")], hosts)
    assert not is_own([(b"host", b"a:1"), (b"Host", b"a:1")], hosts)
    assert not is_own([], hosts)
    assert not is_own([(b"host", b"a:1"), (b"origin", b"http://a:1"), (b"origin", b"http://b:1")], hosts)


# Files

PATHS = (
    "/../pyproject.toml",
    "/..%2f..%2fpyproject.toml",
    "/assets/../../pyproject.toml",
    "/assets/icons/../../../pyproject.toml",
    "/assets/%2e%2e/%2e%2e/game/net/codes.py",
    "/assets//etc/passwd",
    "/etc/passwd",
    "//etc/passwd",
    "/assets/icons",
    "/assets/icons/",
    "/assets/words/nl/LC_MESSAGES/net.po",
    "/server.py",
    "/phone/index.html",
    "/scenario/municipality.yaml",
    "/scenario/de.json",
    "/control",
    "/status",
    "/game.piramide",
    "/assets/icons/home.svg%00.png",
    "/assets\\icons\\home.svg",
)


def test_only_what_is_in_the_manifest_can_be_had(place: Place) -> None:
    for path in PATHS:
        with raw(place) as connection:
            request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{place.port}\r\nConnection: close\r\n\r\n"
            connection.sendall(request.encode())
            assert connection.recv(65536).split(b" ")[1] in (b"404", b"400"), path
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert httpx.request(method, place.http + "/").status_code == 405


def test_answers_carry_a_strict_policy_and_no_cookies(place: Place) -> None:
    for path in ("/", "/words/en.json", "/scenario/nl.json", "/assets/icons/home.svg", "/nothing"):
        answer = httpx.get(place.http + path)
        assert "set-cookie" not in answer.headers
        assert "server" not in answer.headers
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        if path != "/nothing":
            policy = dict(
                part.split(" ", 1) for part in answer.headers["content-security-policy"].split("; ")
            )
            assert policy["default-src"] == "'none'"
            assert policy["script-src"] == policy["style-src"] == "'self'"
            assert policy["connect-src"] == f"'self' ws://127.0.0.1:{place.port}"
            assert policy["frame-ancestors"] == "'none'"
            again = httpx.get(place.http + path, headers={"If-None-Match": answer.headers["etag"]})
            assert (again.status_code, again.content) == (304, b"")


def test_the_scenario_and_the_texts_are_told_in_both_languages(place: Place) -> None:
    dutch, english = (httpx.get(f"{place.http}/scenario/{lang}.json").json() for lang in ("nl", "en"))
    assert dutch["title"] == "De hoekwinkel"
    assert english["title"] == "The corner shop"
    assert "candidates" not in json.dumps(dutch)


# Frames


def ended(link: ClientConnection) -> int | None:
    """The code with which the server ends a link; none: it was cut."""
    try:
        while True:
            link.recv(PATIENCE)
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd else None


def ends(place: Place, payload: str | bytes) -> int | None:
    """The code with which a link ends that says something odd."""
    with connect(place.ws) as link:
        link.send(payload)
        return ended(link)


def test_frames_that_are_too_long_deep_or_binary_end_the_link(place: Place) -> None:
    assert ends(place, b"\x00\x01") == 1003
    assert ends(place, '{"type":"ping","x":"' + "a" * 8200 + '"}') == 1009
    assert ends(place, '{"a":' * 1300 + "1" + "}" * 1300) == 4004
    assert ends(place, "[" * 8000) == 4004


def test_a_frame_in_many_pieces_is_not_longer_than_a_whole_one(place: Place) -> None:
    with connect(place.ws) as link:
        with contextlib.suppress(ConnectionClosed):
            link.send("x" * 1000 for _ in range(20))
        assert ended(link) in (1009, None)  # it may be cut before it has read why


def test_a_flood_of_frames_ends_the_link_and_nobody_elses(place: Place) -> None:
    with client(place.ws) as honest, connect(place.ws) as link:
        honest.join(CODE, "Honest")
        link.send(json.dumps({"type": "hello", "protocol": 1, "code": CODE, "name": "Flood"}))
        with contextlib.suppress(ConnectionClosed):
            for _ in range(2000):
                link.send('{"type":"ping"}')
        assert ended(link) in (4008, None)
        honest.send(type="ping")
        honest.hear("pong")
    assert place.server.cut["frames"] >= 1


def piece(kind: int, content: bytes = b"", *, last: bool = True) -> bytes:
    """A frame of a client, of any kind: 0 goes on with a message, 1 is a text, 9 a ping, 10 a pong."""
    return bytes((last << 7 | kind, 0x80 | len(content))) + bytes(4) + content


@pytest.mark.parametrize(
    ("first", "more"),
    [
        (b"", piece(9, b"x" * 125)),
        (b"", piece(9)),
        (b"", piece(10, b"x" * 125)),
        (piece(1, last=False), piece(0, last=False)),
    ],
)
def test_a_flood_of_what_is_no_message_ends_the_link_and_nobody_elses(
    place: Place, first: bytes, more: bytes
) -> None:
    before = place.server.cut.get("frames", 0)
    with client(place.ws) as honest, connect(place.ws) as link:
        honest.join(CODE, "Honest")
        link.send(json.dumps({"type": "hello", "protocol": 1, "code": CODE, "name": "Flood"}))
        link.recv(PATIENCE)
        with contextlib.suppress(OSError):
            link.socket.sendall(first + more * 2000)
        assert ended(link) in (4008, None)
        honest.send(type="ping")
        honest.hear("pong")
    assert place.server.cut["frames"] == before + 1


def test_a_text_that_is_none_ends_the_link_without_a_word_in_the_log(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    before = len(caplog.records)
    for broken in (piece(1, b"\xff\xfe"), piece(1, b"\xc3", last=False) + piece(0, b"\xc3")):
        with connect(place.ws) as link:
            link.socket.sendall(broken)
            assert ended(link) == 1007
    with connect(place.ws) as link:  # a letter may be spread over two pieces
        link.socket.sendall(piece(1, b'{"x":"\xc3', last=False) + piece(0, b'\xab"}'))
        assert ended(link) == 4004
    assert caplog.records[before:] == []


def test_there_is_no_way_to_the_trainers_lines_from_the_network(place: Place) -> None:
    with client(place.ws) as phone:
        phone.join(CODE)
        phone.send(do="stop", type="start")
        assert phone.hear("closed")["reason"] == "bad_frame"
    assert not place.trainer.stopping


NONSENSE = (
    "POST / HTTP/1.1\r\nHost: {h}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    "POST / HTTP/1.1\r\nHost: {h}\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffffffffff\r\n",
    "POST / HTTP/1.1\r\nHost: {h}\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: {h}\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\nx",
    "POST /x HTTP/1.1\r\nHost: {h}\r\nContent-Length: 3\r\n\r\nabcdef\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: {h}\r\n\r\n\x16\x03\x01\x02\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: {h}\r\nTransfer-Encoding: gzip\r\n\r\n",
    "GET / HTTP/1.1\nHost: {h}\n\n\n\x00\n",
    "\x16\x03\x01\x02\x00\x01\x00\r\n\r\n",
    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: {h}\r\nX: " + "a" * 40_000 + "\r\n\r\n",
    "GET /ws HTTP/1.1\r\nHost: {h}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n\xff\xff",
)


def test_nonsense_of_strangers_is_at_most_a_line_in_the_log(
    hasty: Place, caplog: pytest.LogCaptureFixture
) -> None:
    for text in NONSENSE:
        before = len(caplog.records)
        with raw(hasty) as connection:
            with contextlib.suppress(ConnectionError):
                connection.sendall(text.replace("{h}", f"127.0.0.1:{hasty.port}").encode("latin-1"))
            assert closes(connection)
        new = caplog.records[before:]
        assert all(record.exc_info is None and "\n" not in record.getMessage() for record in new), text
        assert len(new) <= 1, text
    assert httpx.get(hasty.http).status_code == 200


@pytest.mark.parametrize(
    "header",
    [
        "Content-Length: 10",
        "Transfer-Encoding: chunked",
        "X: " + "a" * 8300,
        "\r\n".join(f"X{n}: a" for n in range(130)),
        "Sec-WebSocket-Extensions: " + ", ".join(["x"] * 3000),
    ],
)
def test_an_upgrade_that_is_none_is_answered_and_ended(place: Place, header: str) -> None:
    with raw(place) as connection:
        connection.sendall(upgrade(place, header))
        assert connection.recv(4096).startswith(b"HTTP/1.1 400 ")
        assert closes(connection)


# Slow and silent sockets


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
    assert hasty.server.cut["headers"] >= 2
    assert hasty.server.cut["request"] >= 1


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


def test_a_refused_upgrade_is_said_in_http(place: Place) -> None:
    with pytest.raises(InvalidStatus) as refused:
        connect(place.ws, additional_headers=[("Origin", "http://evil.example")])
    assert refused.value.response.status_code == 403


def test_messages_of_the_server_are_json_with_a_type(place: Place) -> None:
    heard: list[dict[str, Any]] = []
    with client(place.ws) as phone:
        phone.join(CODE, "Anna", seat="shop")
        phone.send(type="seat", seat="nobody")
        phone.hear("nack")
        heard = phone.heard
    assert {"welcome", "seated", "nack"} <= {message["type"] for message in heard}
