"""``piramide serve --headless`` as a process, its trainer's channel, and clients on real sockets."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from websockets.sync.client import ClientConnection, connect

from tests.builders import Edit, tiny_bytes

Message = dict[str, Any]
PATIENCE = 30.0  # seconds after which something is broken, however busy the machine


def serve_command(folder: Path, scenario: str, *options: str) -> list[str]:
    program = [sys.executable, "-m", "game.app.main"]
    return [*program, "serve", scenario, "--headless", "--data", str(folder), "--host", "127.0.0.1", *options]


def tiny_file(folder: Path, edit: Edit | None = None) -> Path:
    path = folder / "tiny.yaml"
    path.write_bytes(tiny_bytes(edit))
    return path


class Served:
    """A server process on loopback; a context manager that ends it. ``files`` is how many it may open."""

    def __init__(self, folder: Path, scenario: str, *options: str, files: int | None = None) -> None:
        limited = [] if files is None else ["sh", "-c", f'ulimit -n {files}; exec "$@"', "sh"]
        self.process = subprocess.Popen(
            [*limited, *serve_command(folder, scenario, *options)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
            text=True,
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            _, errors = self.process.communicate()
            raise AssertionError(f"the server did not start: {errors}")
        self.told: Message = json.loads(line)
        self.port: int = self.told["port"]
        self.code: str = self.told["join_code"]

    @property
    def address(self) -> str:
        return f"ws://127.0.0.1:{self.port}/ws"

    def do(self, what: str, **values: Any) -> Message:
        """A line of the trainer."""
        return self.line({"do": what, **values})

    def line(self, value: object) -> Message:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as channel:
            channel.settimeout(PATIENCE)
            channel.connect(self.told["control"])
            with channel.makefile("rwb") as stream:
                stream.write(json.dumps(value).encode() + b"\n")
                stream.flush()
                answer: Message = json.loads(stream.readline())
                return answer

    def stop(self) -> tuple[int, str]:
        """SIGTERM; the exit code and what was logged."""
        self.process.send_signal(signal.SIGTERM)
        _, errors = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, errors

    def kill(self) -> None:
        """SIGKILL, at once."""
        self.process.kill()
        self.process.communicate()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.kill()
        for pipe in (self.process.stdout, self.process.stderr):
            if pipe is not None:
                pipe.close()


class Client:
    """A phone on a real WebSocket."""

    def __init__(self, socket_: ClientConnection) -> None:
        self._socket = socket_
        self.heard: list[Message] = []
        self.view: Message = {}
        self.revision = 0
        self.unseen: list[int] = []

    def send(self, **message: Any) -> None:
        self._socket.send(json.dumps(message))

    def hear(self, *types: str) -> Message:
        """The next message of these types; what comes before it is taken in."""
        while True:
            message: Message = json.loads(self._socket.recv(PATIENCE))
            self.heard.append(message)
            if "view" in message:
                self.view, self.revision, self.unseen = (message[k] for k in ("view", "revision", "unseen"))
            if message["type"] in types:
                return message

    def join(self, code: str, name: str = "Anna", seat: str | None = None) -> Message:
        self.send(type="hello", protocol=1, code=code, name=name, lang="en")
        welcome = self.hear("welcome", "refused")
        if seat is not None:
            self.send(type="seat", seat=seat)
            self.hear("seated")
        return welcome


@contextmanager
def client(address: str, **options: Any) -> Iterator[Client]:
    with connect(address, max_size=None, open_timeout=PATIENCE, **options) as socket_:
        yield Client(socket_)
