"""Who may ask at all: the ``Host`` and ``Origin`` of every request, on the WebSocket upgrade too.

A page of another site that knows the address of this computer (or makes its own name point to it) must
not be able to play along from somebody's browser.
"""

from collections.abc import Callable, Iterable
from typing import Final

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def content_policy(host: str) -> str:
    """The content security policy of the page: only its own files, and its own WebSocket."""
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        f"connect-src 'self' ws://{host}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def is_own(headers: Iterable[tuple[bytes, bytes]], hosts: frozenset[str]) -> bool:
    """Whether a request names this server (``hosts``: names with port) and comes from its own page.

    A browser always says where a WebSocket comes from; programs that are no browser need not.
    """
    found: dict[bytes, list[str]] = {b"host": [], b"origin": []}
    for name, value in headers:
        if name.lower() in found:
            found[name.lower()].append(value.decode("latin-1").strip().casefold())
    if len(found[b"host"]) != 1 or found[b"host"][0] not in hosts:
        return False
    return found[b"origin"] in ([], [f"http://{found[b'host'][0]}"])


class OwnOnly:
    """ASGI middleware that answers foreign requests with 403; ``hosts`` is asked each time."""

    def __init__(self, app: ASGIApp, hosts: Callable[[], frozenset[str]]) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or refuse."""
        if scope["type"] in ("http", "websocket") and not is_own(scope["headers"], self._hosts()):
            if scope["type"] == "http":
                await PlainTextResponse("foreign", 403)(scope, receive, send)
            else:
                await receive()
                await send({"type": "websocket.close", "code": 1008})  # before accepting: 403
            return
        await self._app(scope, receive, send)
