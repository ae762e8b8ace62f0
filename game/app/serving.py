"""The command ``serve``: the table without a window, for phones and a trainer's local channel."""

import contextlib
import json
import logging
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from io import BufferedRWPair
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import mkdtemp, mkstemp
from typing import Annotated, Final, Literal, TypeAlias

import typer

from game.app.language import usual_language
from game.app.opening import INVALID, WRONG_USAGE, open_scenario
from game.app.reasons import reason
from game.app.session import (
    MOST_SEED,
    SessionError,
    Wanted,
    begin,
    data_folder,
    go_on,
    journal_path,
    open_sources,
)
from game.net.addresses import own_addresses
from game.net.codes import is_code, new_code
from game.net.links import Event, Out
from game.net.room import Room
from game.net.server import PhoneServer, listen
from game.net.site import manifest
from game.net.trainer import Reply, Trainer
from game.players.choosing import KINDS
from game.scenario.diagnostics import DOMAIN, visible
from game.table.acts import SetLanguage
from game.table.reading import read
from game.table.table import Table
from game.table.trouble import JournalError
from game.words.catalogue import Language, Words

log = logging.getLogger("piramide")

CODE_FILE: Final = "join-code"
CONTROL_FILE: Final = "control"
EVERYWHERE: Final = "0.0.0.0"
_MOST_LINE: Final = 64 * 1024
_MOST_IN_A_TURN: Final = 256
_LONGEST_SOCKET: Final = 100  # bytes of a Unix socket's name; systems take 104 or 108
REST: Final = 0.25
"""Longest that the loop sleeps, in seconds: comings and goings are told when they have settled."""


@dataclass(frozen=True, slots=True)
class Control:
    """A line of the trainer, and where its answer goes once it is stored."""

    line: object
    answer: Callable[[Reply], None]


Inbox: TypeAlias = SimpleQueue[Event | Control | None]
"""What waits for the loop of the table; none only wakes it."""


class Channel:
    """The trainer's local channel: a Unix socket that only this user can open (mode 0600).

    Raises ``OSError`` if it cannot be made in the folder.
    """

    def __init__(self, folder: Path, inbox: Inbox) -> None:
        path = folder.resolve() / CONTROL_FILE
        self._aside: Path | None = None
        if len(os.fsencode(path)) > _LONGEST_SOCKET:  # the system takes no longer name
            self._aside = Path(mkdtemp(prefix="piramide-"))
            path = self._aside / CONTROL_FILE
        self.path = path
        self._inbox = inbox
        self._closed = threading.Event()
        path.unlink(missing_ok=True)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        before = os.umask(0o177)
        try:
            self._socket.bind(str(path))
        except OSError:
            self._socket.close()
            raise
        finally:
            os.umask(before)
        self._socket.listen()
        threading.Thread(target=self._accept, name="control", daemon=True).start()

    def close(self) -> None:
        """Take the socket away."""
        self._closed.set()
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)  # wakes who waits for a connection; closing does not
        self._socket.close()
        self.path.unlink(missing_ok=True)
        if self._aside is not None:
            self._aside.rmdir()

    def _accept(self) -> None:
        while not self._closed.is_set():
            try:
                connection, _ = self._socket.accept()
            except OSError:  # also if the system has no file to spare: the next try may find one
                self._closed.wait(REST)
            else:
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection, connection.makefile("rwb") as stream:
            for line in _lines(stream):
                try:
                    wanted = json.loads(line)
                except (ValueError, RecursionError):
                    wanted = None
                answers: SimpleQueue[Reply] = SimpleQueue()
                self._inbox.put(Control(wanted, answers.put))
                stream.write(json.dumps(answers.get(), ensure_ascii=False).encode() + b"\n")
                stream.flush()


def _lines(stream: BufferedRWPair) -> Iterator[bytes]:
    """The lines of a connection; one that is too long is empty, and what has no end is none."""
    while line := stream.readline(_MOST_LINE):
        too_long = False
        while not line.endswith(b"\n"):
            too_long = True
            line = stream.readline(_MOST_LINE)
            if not line:
                return
        yield b"" if too_long else line


def join_code(folder: Path) -> str:
    """The code of the game in a folder: the same after a restart; what is no code is replaced by a new one.

    The file is written whole or not at all. Raises ``OSError`` if it cannot be.
    """
    path = folder / CODE_FILE
    with contextlib.suppress(OSError, UnicodeDecodeError):
        kept = path.read_text("ascii").strip() if path.is_file() else ""
        if is_code(kept):
            return kept
    code = new_code()
    descriptor, draft = mkstemp(prefix=f"{CODE_FILE}-", dir=folder)  # readable by this user alone
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(code)
            file.flush()
            os.fsync(descriptor)
        Path(draft).replace(path)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise
    return code


def forget_code(folder: Path) -> None:
    """Let a new game have a code of its own; what cannot be removed is told when that is written."""
    with contextlib.suppress(OSError):
        (folder / CODE_FILE).unlink(missing_ok=True)


def hosts(host: str, names: Sequence[str]) -> Iterator[str]:
    """What a request may call this computer: its addresses, its own name, and the names given."""
    everywhere = host == EVERYWHERE
    yield from names
    yield from (address.ip for address in own_addresses()) if everywhere else (host,)
    if everywhere or host.startswith("127."):
        yield "localhost"
    if everywhere:
        name = socket.gethostname()
        yield from (name, f"{name}.local")


def loop(room: Room, trainer: Trainer, deliver: Callable[[list[Out]], None], inbox: Inbox) -> None:
    """The one loop that touches the table, until the trainer stops it or none comes in.

    What came in by the same turn is committed together, then acknowledged. Raises ``JournalError`` if the
    disk does not take it.
    """
    while not trainer.stopping:
        waiting = _waiting(inbox, 0 if room.busy else REST)
        answers: list[tuple[Callable[[Reply], None], Reply]] = []
        for one in waiting:
            if one is None:
                trainer.stopping = True
            elif isinstance(one, Control):
                answers.append((one.answer, trainer.do(one.line)))
            else:
                room.take(one)
        deliver(room.turn())
        for answer, reply in answers:
            answer(reply)


def _waiting(inbox: Inbox, patience: float) -> list[Event | Control | None]:
    """Everything that came in by now; if nothing did, what comes first within ``patience`` seconds."""
    found: list[Event | Control | None] = []
    with contextlib.suppress(Empty):
        found.append(inbox.get(timeout=patience) if patience else inbox.get_nowait())
        while len(found) < _MOST_IN_A_TURN:
            found.append(inbox.get_nowait())
    return found


@dataclass(frozen=True, slots=True)
class Serving:
    """What the command line asked for."""

    scenario: str
    folder: Path
    departments: int | None
    bots: str | None
    order: str | None
    seed: int | None
    host: str
    port: int
    names: tuple[str, ...]
    anew: bool


def serve(wanted: Serving, language: Language) -> int:
    """Serve until SIGTERM or the trainer's ``stop``; the exit code."""
    words = Words("net", language)
    open_scenario(wanted.scenario, language)
    try:
        listener = listen(wanted.host, wanted.port)  # first of all: no game is begun where nobody can come in
    except OSError as error:
        why = reason(error, language)
        typer.echo(words("cli.bad_address", host=wanted.host, port=wanted.port, reason=why), err=True)
        return WRONG_USAGE
    with listener:
        try:
            table = _table(wanted)
        except SessionError as error:
            typer.echo(error.text(language), err=True)
            return WRONG_USAGE
        except JournalError as trouble:
            typer.echo(trouble.text(language), err=True)
            return WRONG_USAGE if trouble.code in ("locked", "no_access", "read_only") else INVALID
        with table:
            try:
                return _serve(table, listener, wanted, language)
            except JournalError as trouble:
                typer.echo(trouble.text(language), err=True)
                return INVALID


def _serve(table: Table, listener: socket.socket, wanted: Serving, language: Language) -> int:
    """The same, with the table and the place for phones."""
    words = Words("net", language)
    if not table.roster.joined and not table.started:
        table.direct_now(SetLanguage(language))
    inbox: Inbox = SimpleQueue()
    try:
        code = join_code(wanted.folder)
        channel = Channel(wanted.folder, inbox)
    except OSError as error:
        typer.echo(_unwritable(error, wanted.folder, language), err=True)
        return WRONG_USAGE
    names = partial(hosts, wanted.host, wanted.names)
    server = PhoneServer(inbox.put, manifest(table.compiled), names, listener)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: inbox.put(None))
    room = Room(table, code, time.monotonic)
    server.start()
    _announce(room, server, channel, wanted, words)
    try:
        loop(room, Trainer(room, wanted.bots), server.deliver, inbox)
    finally:
        server.stop()
        channel.close()
    log.info(words("log.stopped", path=table.path))
    return 0


def _table(wanted: Serving) -> Table:
    """The game of the folder, also one that is over; or a new one."""
    now = datetime.now().astimezone()
    opened = open_sources(wanted.scenario)
    path = journal_path(wanted.folder)
    if path.exists() and not wanted.anew:
        seats = wanted.departments or read(path).header.seats
        return go_on(path, Wanted(opened, seats, wanted.order, wanted.seed))
    seats = wanted.departments or opened.scenario.usual_departments
    table = begin(wanted.folder, Wanted(opened, seats, wanted.order, wanted.seed), now)
    forget_code(wanted.folder)  # not before: where no new game can be had the old one keeps its code
    return table


def _unwritable(error: OSError, folder: Path, language: Language) -> str:
    """What is in the way of the files of a table, in words."""
    path = error.filename2 or error.filename or folder
    return Words(DOMAIN, language)("file.unwritable", path=visible(str(path)), reason=reason(error, language))


def _announce(room: Room, server: PhoneServer, channel: Channel, wanted: Serving, words: Words) -> None:
    host = wanted.host if wanted.host != EVERYWHERE else own_addresses()[0].ip
    url = f"http://{host}:{server.port}/"
    line = {
        "url": url,
        "port": server.port,
        "join_code": room.code,
        "control": str(channel.path),
        "journal": str(room.table.path),
    }
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()
    log.info(words("log.open", url=url, code=room.code))


def register(app: typer.Typer) -> None:
    """Add the command ``serve`` to ``app``."""
    usual = usual_language()
    words = Words("net", usual)
    play = Words("play", usual)

    @app.command("serve", help=words("cli.serve"))
    def serve_(
        scenario: Annotated[str, typer.Argument(metavar="SCENARIO", help=play("cli.scenario"))],
        headless: Annotated[bool, typer.Option("--headless", help=words("cli.headless"))] = False,
        data: Annotated[Path | None, typer.Option("--data", metavar="DIR", help=play("cli.data"))] = None,
        port: Annotated[int, typer.Option("--port", min=0, max=65535, help=words("cli.port"))] = 0,
        host: Annotated[str, typer.Option("--host", metavar="ADDR", help=words("cli.host"))] = EVERYWHERE,
        name: Annotated[
            list[str] | None, typer.Option("--name", metavar="NAME", help=words("cli.name"))
        ] = None,
        departments: Annotated[
            int | None, typer.Option("--departments", metavar="N", help=play("cli.departments"))
        ] = None,
        bots: Annotated[
            str | None, typer.Option("--bots", metavar="KIND", help=play("cli.bots", kinds=", ".join(KINDS)))
        ] = None,
        order: Annotated[
            Literal["free", "round"] | None, typer.Option("--order", help=words("cli.order"))
        ] = None,
        lang: Annotated[Language, typer.Option("--lang", help=play("cli.lang"))] = usual,
        seed: Annotated[
            int | None, typer.Option("--seed", min=0, max=MOST_SEED, help=play("cli.seed"))
        ] = None,
        anew: Annotated[bool, typer.Option("--new", help=words("cli.new"))] = False,
    ) -> None:
        said = Words("net", lang)
        if not headless:
            typer.echo(said("cli.not_headless"), err=True)
            raise typer.Exit(WRONG_USAGE)
        if not hasattr(socket, "AF_UNIX"):
            typer.echo(said("cli.no_channel"), err=True)
            raise typer.Exit(WRONG_USAGE)
        if bots is not None and bots not in KINDS:
            typer.echo(Words("play", lang)("cli.bad_bots", kind=bots, kinds=", ".join(KINDS)), err=True)
            raise typer.Exit(WRONG_USAGE)
        logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(message)s")
        folder = data_folder(data)
        wanted = Serving(
            scenario, folder, departments, bots, order, seed, host, port, tuple(name or ()), anew
        )
        raise typer.Exit(serve(wanted, lang))
