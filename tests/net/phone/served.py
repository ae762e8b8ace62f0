"""A table served without a window, and the trainer's channel to it."""

import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.net.phone.browsers import LAN
from tests.net.serving import PATIENCE


@dataclass(slots=True)
class Served:
    """A running ``piramide serve``."""

    folder: Path
    arguments: tuple[str, ...]
    process: subprocess.Popen[str]
    ready: dict[str, Any]

    @property
    def origin(self) -> str:
        return f"http://{LAN}:{self.ready['port']}"

    @property
    def address(self) -> str:
        """What the QR says, with the name of a room's network."""
        return f"{self.origin}/#{self.ready['join_code']}"

    def direct(self, do: str, **values: object) -> dict[str, Any]:
        """A line of the trainer."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(PATIENCE)
            line.connect(self.ready["control"])
            with line.makefile("rwb") as file:
                file.write(json.dumps({"do": do, **values}).encode() + b"\n")
                file.flush()
                answer: dict[str, Any] = json.loads(file.readline())
        assert answer["ok"] is True, answer
        return answer

    def kill(self) -> None:
        """The process dies without a word."""
        self.process.send_signal(signal.SIGKILL)
        self.wait()

    def wait(self) -> None:
        """The process has ended."""
        self.process.wait(timeout=PATIENCE)
        if self.process.stdout is not None:
            self.process.stdout.close()

    def again(self) -> None:
        """The same game on the same port, as a trainer would start it again."""
        self.process = _start(self.folder, ("--port", str(self.ready["port"]), *self.arguments))
        self.ready = _announced(self.process)

    def another(self, scenario: str, *options: str) -> None:
        """A new game of another scenario in place of this one, as a trainer would go on with it."""
        self.arguments = (*options, scenario)
        port = ("--port", str(self.ready["port"]))
        self.process = _start(self.folder, (*port, "--new", *self.arguments))
        self.ready = _announced(self.process)


def _start(folder: Path, arguments: tuple[str, ...]) -> subprocess.Popen[str]:
    start = "from game.app.main import main; main()"
    fixed = [
        "serve",
        arguments[-1],
        "--headless",
        "--data",
        str(folder),
        "--host",
        "127.0.0.1",
        "--name",
        LAN,
    ]
    with (folder / "serve.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-c", start, *fixed, *arguments[:-1]],
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )


def _announced(process: subprocess.Popen[str]) -> dict[str, Any]:
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        process.wait(timeout=PATIENCE)
        process.stdout.close()
        raise RuntimeError("the server did not start: serve.log says why")
    ready: dict[str, Any] = json.loads(line)
    return ready


@contextmanager
def serving(folder: Path, scenario: str, *options: str) -> Iterator[Served]:
    """The table of a scenario, served until the test ends."""
    arguments = (*options, scenario)
    process = _start(folder, arguments)
    served = Served(folder, arguments, process, _announced(process))
    try:
        yield served
    finally:
        served.process.terminate()
        served.wait()
