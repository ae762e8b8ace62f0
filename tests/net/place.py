"""A server with its room in this process, and what means no good to it: sockets that are slow or silent."""

import contextlib
import selectors
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread

import httpx
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection

from game.app.serving import Control, Inbox, loop
from game.net.deadlines import Deadlines
from game.net.room import Room
from game.net.server import PhoneServer, listen
from game.net.site import manifest
from game.net.trainer import Reply, Trainer
from tests.net.phones import CODE
from tests.net.serving import PATIENCE, client
from tests.table.games import new_table

SHORT = Deadlines(headers=1.0, request=1.0, first_frame=1.0)
NAMES = ("127.0.0.1", "localhost", "piramide.example")


class Place:
    """A server with a room in this process.

    ``waits_in_system``: how many bytes that nobody reads the system takes for a connection (none: as usual).
    """

    def __init__(self, folder: Path, deadlines: Deadlines | None, waits_in_system: int | None = None) -> None:
        self.inbox: Inbox = SimpleQueue()
        self._folder = folder
        self._deadlines = deadlines
        self._listener = listen("127.0.0.1", 0)
        if waits_in_system is not None:
            self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, waits_in_system)
        self._open = Event()
        self._loop = Thread(target=self._run, daemon=True)
        self._loop.start()
        assert self._open.wait(PATIENCE)

    def _run(self) -> None:
        """The loop of the table, and the table, which belongs to its thread alone."""
        with new_table(self._folder) as table:
            self.room = Room(table, CODE, time.monotonic)
            self.trainer = Trainer(self.room, "random")
            self.server = PhoneServer(
                self.inbox.put,
                manifest(table.compiled),
                lambda: NAMES,
                self._listener,
                self._deadlines,
            )
            self.server.start()
            self._open.set()
            loop(self.room, self.trainer, self.server.deliver, self.inbox)
            self.server.stop()

    @property
    def port(self) -> int:
        return self.server.port

    @property
    def http(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def ws(self) -> str:
        return f"ws://127.0.0.1:{self.port}/ws"

    def do(self, what: str, **values: object) -> Reply:
        """A line of the trainer; the loop carries it out."""
        answers: SimpleQueue[Reply] = SimpleQueue()
        self.inbox.put(Control({"do": what, **values}, answers.put))
        return answers.get(timeout=PATIENCE)

    def close(self) -> None:
        self.inbox.put(None)
        self._loop.join()


def raw(place: Place) -> socket.socket:
    return socket.create_connection(("127.0.0.1", place.port), PATIENCE)


def upgrade(place: Place, *headers: str) -> bytes:
    """A request for a WebSocket."""
    host = f"Host: 127.0.0.1:{place.port}"
    lines = [
        "GET /ws HTTP/1.1",
        host,
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Version: 13",
    ]
    lines += ["Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", *headers]
    return "\r\n".join([*lines, "", ""]).encode()


def slow(place: Place, n: int) -> socket.socket:
    """A connection that never gets further, in one of three ways."""
    connection = raw(place)
    connection.sendall((b"", b"GET /", b"GET /ws HTTP/1.1\r\nHost: 127.0.0.1:1\r\nX: ")[n % 3])
    return connection


class Silent(Thread):
    """Upgraded sockets that say nothing, each made anew as soon as it is cut, until ``stop``."""

    def __init__(self, place: Place, many: int) -> None:
        super().__init__()
        self._address = ("127.0.0.1", place.port)
        self._many = many
        self._asked = upgrade(place)
        self._stopping = False
        self.full = Event()
        """Whether as many as wanted were let in."""
        self._let_in = 0

    def run(self) -> None:
        with selectors.DefaultSelector() as found, contextlib.ExitStack() as closing:
            while not self._stopping:
                if len(found.get_map()) < self._many:
                    link = closing.enter_context(socket.create_connection(self._address, PATIENCE))
                    link.sendall(self._asked)
                    found.register(link, selectors.EVENT_READ)
                if self._let_in >= self._many:
                    self.full.set()
                for key, _ in found.select(0 if len(found.get_map()) < self._many else 0.1):
                    assert isinstance(key.fileobj, socket.socket)
                    with contextlib.suppress(OSError):
                        if key.fileobj.recv(4096).startswith(b"HTTP/1.1 101"):
                            self._let_in += 1
                            continue
                    found.unregister(key.fileobj)
                    key.fileobj.close()

    def stop(self) -> None:
        self._stopping = True
        self.join()


def join(place: Place, name: str, source: str = "127.0.0.1") -> tuple[float, str]:
    """Seconds that a phone takes to fetch the page and to join, and its key."""
    began = time.monotonic()
    with httpx.Client(transport=httpx.HTTPTransport(local_address=source), timeout=PATIENCE) as page:
        assert page.get(place.http, headers={"Connection": "close"}).status_code == 200
    with client(place.ws, source_address=(source, 0)) as phone:
        key: str = phone.join(CODE, name)["token"]
    return time.monotonic() - began, key


def come_back(place: Place, name: str, key: str, source: str = "127.0.0.1") -> float:
    """Seconds that a phone takes to come back."""
    began = time.monotonic()
    with client(place.ws, source_address=(source, 0)) as phone:
        phone.send(type="hello", protocol=1, token=key)
        assert phone.hear("welcome")["name"] == name
    return time.monotonic() - began


def beside(place: Place, many: int, tries: int, source: str = "127.0.0.1") -> list[float]:
    """Seconds that phones take to join and to come back beside so many silent links, each made anew."""
    silent = Silent(place, many)
    silent.start()
    took = []
    try:
        assert silent.full.wait(PATIENCE)
        for n in range(tries):
            name = f"{many} {n}"
            seconds, key = join(place, name, source)
            took += [seconds, come_back(place, name, key, source)]
    finally:
        silent.stop()
    return took


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


def ended(link: ClientConnection) -> int | None:
    """The code with which the server ends a link; none: it was cut."""
    try:
        while True:
            link.recv(PATIENCE)
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd else None


def piece(kind: int, content: bytes = b"", *, last: bool = True) -> bytes:
    """A frame of a client, of any kind: 0 goes on with a message, 1 is a text, 9 a ping, 10 a pong."""
    return bytes((last << 7 | kind, 0x80 | len(content))) + bytes(4) + content
