"""Absolute deadlines for what comes before a WebSocket: uvicorn has none for headers."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import h11
from starlette.types import Receive, Scope, Send
from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from game.net.crowd import Crowd
from game.net.desk import Desk

MOST_BYTES: Final = 16 * 1024
"""Of a request, until it is answered. A page asks for files, and has nothing to say beyond that."""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Seconds: for the headers of a request, for a whole request, for the first frame of a WebSocket.

    ``ping``: between two pings of a WebSocket, and for the answer to one. ``goodbye``: for the answers that a
    server which ends still owes.
    """

    headers: float = 5.0
    request: float = 30.0
    first_frame: float = 5.0
    ping: float = 20.0
    goodbye: float = 1.0


def protocol(
    deadlines: Deadlines, crowd: Crowd, desk: Desk, cut: Callable[[str], None]
) -> type[asyncio.Protocol]:
    """The protocol of a server: a connection that is too slow is cut, and requests wait for their turn.

    So is one of the ``crowd``, where that is too large. ``cut`` hears why: ``headers``, ``request``,
    ``long``, ``sockets``, or ``no_http`` for what is none. What is upgraded stays in the crowd: whoever
    takes it over sees to its leaving.
    """

    class Timed(H11Protocol):
        def __init__(
            self,
            config: Config,
            server_state: ServerState,
            app_state: dict[str, Any],
            _loop: asyncio.AbstractEventLoop | None = None,
        ) -> None:
            super().__init__(config, server_state, app_state, _loop)
            self._deadline: asyncio.TimerHandle | None = None
            self._phase = ""
            self._address = ""
            self._bytes = 0
            self.app = self._in_turn

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self._address = address_of(transport)
            self._expect("headers", deadlines.headers)
            crowd.enter(transport, self._address, self._crowd_out)

        async def _in_turn(self, scope: Scope, receive: Receive, send: Send) -> None:
            """Answer a request when its turn has come."""
            request = self.cycle
            if await desk.turn(request, self._address):
                try:
                    await self.config.loaded_app(scope, receive, send)
                finally:
                    desk.leave(request, self._address)

        def _crowd_out(self) -> None:
            """Make place for somebody else."""
            self._phase = "sockets"
            self._cut()

        def connection_lost(self, exc: Exception | None) -> None:
            self._stop()
            crowd.leave(self.transport)
            super().connection_lost(exc)
            desk.leave(self.cycle, self._address)

        def data_received(self, data: bytes) -> None:
            if not self._phase:
                self._expect("headers", deadlines.headers)  # the next request on the same connection
                self._bytes = 0
            self._bytes += len(data)
            if self._bytes > MOST_BYTES:
                self._phase = "long"
                self._cut()
                return
            super().data_received(data)
            self._look()

        def on_response_complete(self) -> None:
            """On to the next request, which no browser sends before it has the answer to the last."""
            if self.conn.their_state is not h11.DONE or self.conn.trailing_data[0]:
                self.transport.close()
            super().on_response_complete()
            self._look()

        def timeout_keep_alive_handler(self) -> None:
            """Nothing came for long: it ends, also where the last answer was not taken."""
            super().timeout_keep_alive_handler()
            if self.transport.get_write_buffer_size():
                self.transport.abort()

        def shutdown(self) -> None:
            """The server ends: what was asked is answered still, if it is taken soon."""
            super().shutdown()
            self.loop.call_later(deadlines.goodbye, self.transport.abort)

        def handle_websocket_upgrade(self, event: h11.Request) -> None:
            self._stop()
            super().handle_websocket_upgrade(event)

        def send_400_response(self, msg: str) -> None:
            """Answer what is no HTTP, as far as it can be answered still; what was begun ends without a word.

            An answer to a request whose body turned out to be nonsense would be an error of our own, told
            with a traceback in the log.
            """
            cut("no_http")
            if self.cycle is not None:
                self.cycle.disconnected = True
            if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
                super().send_400_response(msg)
            else:
                self.transport.close()

        def _look(self) -> None:
            """Which phase the connection is in now."""
            theirs, ours = self.conn.their_state, self.conn.our_state
            if self._phase == "headers" and theirs not in (h11.IDLE, h11.SWITCHED_PROTOCOL):
                self._expect("request", deadlines.request)
            if self._phase == "request" and theirs is h11.IDLE and ours is h11.IDLE:
                self._stop()

        def _expect(self, phase: str, seconds: float) -> None:
            self._stop()
            self._phase = phase
            self._deadline = self.loop.call_later(seconds, self._cut)

        def _stop(self) -> None:
            self._phase = ""
            if self._deadline is not None:
                self._deadline.cancel()
                self._deadline = None

        def _cut(self) -> None:
            cut(self._phase)
            self.transport.abort()

    return Timed


def address_of(transport: asyncio.BaseTransport) -> str:
    """Where a connection comes from; empty if it is gone already."""
    peer = transport.get_extra_info("peername")
    return str(peer[0]) if peer else ""
