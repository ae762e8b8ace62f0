"""The server against foreign pages and odd paths: whose requests are answered, and with what."""

import json

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from game.net.guards import is_own
from tests.net.place import Place, place, raw

__all__ = ["place"]


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


def test_a_refused_upgrade_is_said_in_http(place: Place) -> None:
    with pytest.raises(InvalidStatus) as refused:
        connect(place.ws, additional_headers=[("Origin", "http://evil.example")])
    assert refused.value.response.status_code == 403
