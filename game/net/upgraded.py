"""WebSockets of the phones: uvicorn's, with a bound on everything that comes and a hard end.

uvicorn hands whole messages on, one at a time; pings, pongs and pieces of messages it works off by itself,
as many as come. Here every frame counts, and a large read is looked at in pieces, so that nobody's flood
keeps the others waiting. Who reads nothing cannot keep a connection either: where it must end, what still
waits to be sent is thrown away.
"""

import asyncio
from collections.abc import Callable
from typing import Final

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.protocol import State

from game.net.crowd import Crowd
from game.net.links import TOO_MUCH
from game.net.rates import Bucket, Rate

FRAMES: Final = Rate(60, 30)
"""Frames of one link, of whatever kind."""
_PIECE: Final = 1024  # bytes: of the shortest frames 170


def upgraded(crowd: Crowd, cut: Callable[[str], None]) -> type[asyncio.Protocol]:
    """The protocol of a server's WebSockets; they leave the ``crowd`` when they end.

    ``cut`` hears why one was cut: ``frames`` or ``pings``. The transport is known to the
    links, so that one can also be cut without a word to a reader that reads none.
    """

    class Upgraded(WebSocketsSansIOProtocol):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            super().connection_made(transport)
            self._frames = Bucket(FRAMES, self.loop.time())
            self.app_state = {**self.app_state, "transport": transport}

        def connection_lost(self, exc: Exception | None) -> None:
            crowd.leave(self.transport)
            super().connection_lost(exc)

        def data_received(self, data: bytes) -> None:
            for start in range(0, len(data), _PIECE):
                if self.transport.is_closing():
                    return
                super().data_received(data[start : start + _PIECE])
            if self.conn.handshake_exc is not None:  # uvicorn would wait on in silence
                self.transport.write(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")
                self.transport.close()

        def handle_events(self) -> None:
            now = self.loop.time()
            if not all(self._frames.take(now) for _ in self.conn.events):
                self._too_much()
            else:
                super().handle_events()

        def send_receive_event_to_app(self) -> None:
            """Hand a message on, unless it is a text that is none: uvicorn would log a traceback for it."""
            if self.curr_msg_data_type == "text":
                try:
                    b"".join(self.frames).decode()
                except UnicodeDecodeError:
                    self.conn.send_close(1007)
                    self.handle_parser_exception()
                    return
            super().send_receive_event_to_app()

        def keepalive_timeout(self) -> None:
            super().keepalive_timeout()
            cut("pings")
            self.transport.abort()

        def _too_much(self) -> None:
            """Say so, where that can be said at once, and cut."""
            cut("frames")
            if self.conn.state is State.OPEN:
                self.conn.send_close(TOO_MUCH, "slow_down")
                self.handle_parser_exception()
            self.transport.abort()

    return Upgraded
