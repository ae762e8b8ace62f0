"""The server against frames that are too many, too long, or none."""

import contextlib
import json
from typing import Any

import httpx
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from tests.net.phones import CODE
from tests.net.place import Place, closes, ended, hasty, piece, place, raw, upgrade
from tests.net.serving import PATIENCE, client

__all__ = ["hasty", "place"]


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
    before = len(caplog.records)
    with contextlib.ExitStack() as strangers:
        links = [strangers.enter_context(raw(hasty)) for _ in NONSENSE]
        for text, link in zip(NONSENSE, links, strict=True):
            with contextlib.suppress(ConnectionError):
                link.sendall(text.replace("{h}", f"127.0.0.1:{hasty.port}").encode("latin-1"))
        assert all(closes(link) for link in links)
    new = caplog.records[before:]
    assert [record.getMessage() for record in new if record.exc_info or "\n" in record.getMessage()] == []
    assert len(new) <= len(NONSENSE)
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


def test_messages_of_the_server_are_json_with_a_type(place: Place) -> None:
    heard: list[dict[str, Any]] = []
    with client(place.ws) as phone:
        phone.join(CODE, "Anna", seat="shop")
        phone.send(type="seat", seat="nobody")
        phone.hear("nack")
        heard = phone.heard
    assert {"welcome", "seated", "nack"} <= {message["type"] for message in heard}
