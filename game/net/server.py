"""The server of the phones: Starlette on uvicorn in a thread of its own, beside the loop of the table.

Only texts cross between the threads. What comes from phones is handed to ``take`` (a queue's ``put``: the
loop of the table empties it); what the loop has for phones it gives to ``deliver``. The server knows
nothing of the game.
"""

import asyncio
import contextlib
import logging
import socket
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import count
from typing import Final

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState
from uvicorn import Config, Server

from game.net.crowd import MOST, Crowd
from game.net.deadlines import Deadlines, protocol
from game.net.desk import Desk
from game.net.files import Files
from game.net.guards import OwnOnly
from game.net.links import BAD_FRAME, TOO_MUCH, Close, Closed, Event, Opened, Out, Received, Send
from game.net.messages import MOST_BYTES
from game.net.site import Resource
from game.net.upgraded import upgraded

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

log = logging.getLogger("piramide.net")

MOST_WAITING: Final = 512 * 1024
"""Bytes that may wait for a slow reader; past that it is dropped, and gets a whole view when it is back."""
_AT_ONCE: Final = 64
"""Connections that one turn of the server's loop accepts, so that a flood of them neither takes all of it nor
all files; the others stand in the system's row, which is as long as it may be."""
_OTHER_FILES: Final = 400  # of members, of the game, of the window
_HOSTS_LAST: Final = 5.0  # seconds
_GOODBYE: Final = 10.0  # seconds that a link may take to end


@dataclass(slots=True)
class _Line:
    """The server's end of a link."""

    socket: WebSocket
    waiting: deque[str] = field(default_factory=deque)
    size: int = 0
    close: tuple[int, str] | None = None
    wake: asyncio.Event = field(default_factory=asyncio.Event)


class PhoneServer:
    """A server at a socket of ``listen``, which it closes. ``start`` returns when phones can come.

    ``take`` is called from the server's thread. ``hosts`` gives the names and addresses that a request may
    call this computer by.
    """

    def __init__(
        self,
        take: Callable[[Event], None],
        manifest: dict[str, Resource],
        hosts: Callable[[], Iterable[str]],
        listener: socket.socket,
        deadlines: Deadlines | None = None,
    ) -> None:
        self._take = take
        self.cut: dict[str, int] = {}
        """How many connections were cut, by why."""
        self._crowd = Crowd(time.monotonic)
        self._hosts = hosts
        self._known_hosts: frozenset[str] = frozenset()
        self._hosts_until = 0.0
        self._deadlines = deadlines or Deadlines()
        self._lines: dict[int, _Line] = {}
        self._numbers = count(1)
        self._ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._listener = listener
        self.port: int = self._listener.getsockname()[1]
        app = Starlette(
            routes=[
                WebSocketRoute("/ws", self._link),
                Route("/{path:path}", Files(manifest).answer, methods=["GET"]),
            ],
            middleware=[Middleware(OwnOnly, hosts=self._own_hosts)],
        )
        self._server = _Opening(
            Config(
                app,
                loop="asyncio",
                http=protocol(self._deadlines, self._crowd, Desk(time.monotonic), self._count_cut),
                ws=upgraded(self._crowd, self._count_cut),
                ws_max_size=MOST_BYTES,
                ws_ping_interval=self._deadlines.ping,
                ws_ping_timeout=self._deadlines.ping,
                lifespan="off",
                log_config=None,
                log_level="error",
                access_log=False,
                proxy_headers=False,
                server_header=False,
                backlog=_AT_ONCE,
                timeout_keep_alive=10,
                timeout_graceful_shutdown=2,
            ),
            self._ready,
        )
        self._thread = threading.Thread(target=self._run, name="phones", daemon=True)

    def start(self) -> None:
        """Open for phones."""
        _allow_files(MOST + _OTHER_FILES)
        self._thread.start()
        self._ready.wait()

    def stop(self) -> None:
        """Close every link and the server."""
        self._server.should_exit = True
        self._thread.join(timeout=10)
        self._listener.close()

    @property
    def waiting(self) -> int:
        """Bytes that wait for readers who do not keep up."""
        return sum(line.size for line in [*self._lines.values()])

    def deliver(self, out: list[Out]) -> None:
        """Send frames and close links, in order; callable from any thread."""
        if out and self._loop is not None:
            with contextlib.suppress(RuntimeError):  # the server is closing, and its links with it
                self._loop.call_soon_threadsafe(self._deliver, out)

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        await self._server.serve(sockets=[self._listener])

    def _own_hosts(self) -> frozenset[str]:
        """What a request may call this server; asked again now and then, for networks come and go."""
        now = time.monotonic()
        if now >= self._hosts_until:
            port = "" if self.port == 80 else f":{self.port}"
            self._known_hosts = frozenset(f"{name.casefold()}{port}" for name in self._hosts())
            self._hosts_until = now + _HOSTS_LAST
        return self._known_hosts

    def _count_cut(self, why: str) -> None:
        self.cut[why] = self.cut.get(why, 0) + 1

    # Links

    async def _link(self, websocket: WebSocket) -> None:
        await websocket.accept()
        number = next(self._numbers)
        line = self._lines[number] = _Line(websocket)
        writing = asyncio.create_task(self._write(line))
        try:
            await self._read(number, line)
        finally:
            del self._lines[number]
            writing.cancel()
            with contextlib.suppress(asyncio.CancelledError, WebSocketDisconnect, RuntimeError):
                await writing
            # Whoever reads nothing never takes the goodbye either.
            asyncio.get_running_loop().call_later(_GOODBYE, line.socket.state.transport.abort)

    async def _read(self, number: int, line: _Line) -> None:
        """Hand in frames until the link is closed; what never says anything costs the table nothing."""
        try:
            async with asyncio.timeout(self._deadlines.first_frame):
                text = await self._frame(line)
        except TimeoutError:
            self._count_cut("first_frame")
            await self._end(line, BAD_FRAME, "silent")
            return
        if text is None:
            return
        client = line.socket.client
        self._take(Opened(number, client.host if client else ""))
        try:
            while text is not None:
                self._take(Received(number, text))
                text = await self._frame(line)  # the WebSocket's own pings tell whether anybody is there
        finally:
            self._take(Closed(number))

    async def _frame(self, line: _Line) -> str | None:
        """The next text; none at the end of the link, which anything else is."""
        message = await line.socket.receive()
        if message["type"] == "websocket.disconnect":
            return None
        text: str | None = message.get("text")
        if text is None:
            await self._end(line, 1003, "text only")
        return text

    async def _end(self, line: _Line, code: int, reason: str) -> None:
        with contextlib.suppress(RuntimeError, WebSocketDisconnect):
            async with asyncio.timeout(1):
                if line.socket.application_state is WebSocketState.CONNECTED:
                    await line.socket.close(code, reason)

    async def _write(self, line: _Line) -> None:
        while True:
            await line.wake.wait()
            line.wake.clear()
            while line.waiting:
                text = line.waiting.popleft()
                await line.socket.send_text(text)
                line.size -= len(text)
            if line.close is not None:
                await self._end(line, *line.close)
                return

    def _deliver(self, out: list[Out]) -> None:
        spoken: list[_Line] = []
        for one in out:
            line = self._lines.get(one.link)
            if line is None or line.close is not None:
                continue
            if isinstance(one, Close):
                line.close = (one.code, one.reason)
            elif isinstance(one, Send):
                line.waiting.append(one.text)
                line.size += len(one.text)
                if line.size > MOST_WAITING:
                    self._drop(line)
                spoken.append(line)
            line.wake.set()
        for line in spoken:
            if line.close is None:  # whoever is only told why not stays in the crowd
                self._crowd.leave(line.socket.state.transport)

    def _drop(self, line: _Line) -> None:
        """Cut a reader that does not keep up; it must not cost the others anything."""
        self._count_cut("slow_reader")
        line.waiting.clear()
        line.close = (TOO_MUCH, "slow_reader")
        line.socket.state.transport.abort()


class _Opening(Server):
    """uvicorn's server, which says when it is open."""

    def __init__(self, config: Config, ready: threading.Event) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        for one in sockets or ():
            one.listen(socket.SOMAXCONN)
        self._ready.set()


def _allow_files(wanted: int) -> None:
    """Ask the system for so many open files, as far as it lets us; a socket is one. Windows has no bound."""
    if resource is not None:
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        if soft != resource.RLIM_INFINITY and soft < most:
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def listen(host: str, port: int) -> socket.socket:
    """A socket at an address and port (0: any) of this computer. Raises ``OSError`` if it cannot be had."""
    # With the protocol named, asyncio lets small answers go at once.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    once = socket.SO_REUSEADDR  # the same port again at once after a restart
    if sys.platform == "win32":
        once = socket.SO_EXCLUSIVEADDRUSE  # there the other would share it with another program
    listener.setsockopt(socket.SOL_SOCKET, once, 1)
    try:
        listener.bind((host, port))
    except UnicodeError:  # no computer can be called that
        listener.close()
        raise socket.gaierror(socket.EAI_NONAME, host) from None
    except OSError:
        listener.close()
        raise
    return listener
