"""The journal of a running game: one SQLite file to which whole turns of the loop are added.

``stage`` takes entries in, ``commit`` makes all of them durable in one transaction (write-ahead log,
``synchronous=FULL``) and only then may anything be acknowledged. After each commit the write-ahead
log is folded back, so that the one file holds the game. A file that somebody removed or moved while
the game is open is written again in its place: what was acknowledged can be found there.

One process writes at a time: it holds an exclusive lock on an empty file beside the journal, which
the system gives back however the process ends. Others may read meanwhile (``reading``).
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from game.table.entries import (
    APPLICATION,
    FORMAT,
    Entry,
    Header,
    Sources,
    file_hash,
    head_chain,
    next_chain,
)
from game.table.reading import TABLES, Contents, connect, contents
from game.table.trouble import JournalError, code_of, in_words

_OWN_FILE: Final = 0o600
_OWN_FOLDER: Final = 0o700


class Journal:
    """A journal that this process alone writes; a context manager that closes itself."""

    def __init__(self, found: Contents, connection: sqlite3.Connection, lock: sqlite3.Connection) -> None:
        self.path = found.path
        self.header = found.header
        self.sources = found.sources
        self.seq = len(found.entries)
        """Number of entries, staged ones included."""
        self._chain = found.chain
        self._staged: list[Entry] = []
        self._connection = connection
        self._lock = lock
        self._file = _file(self.path)
        self._locked = _file(_lock_path(self.path))

    @classmethod
    def create(cls, path: Path, header: Header, sources: Sources) -> Self:
        """Begin a journal. It is written beside ``path`` and gets its name when it is whole.

        Raises
        ------
        JournalError
            If there is a file already, or the disk does not take it.
        """
        path = path.resolve()
        with in_words(path):
            path.parent.mkdir(_OWN_FOLDER, parents=True, exist_ok=True)
            lock = _lock(path)
            try:
                if path.exists():
                    raise JournalError("exists", path)
                with _fresh(path) as fresh:
                    _write_head(fresh, header, sources)
            except BaseException:
                lock.close()
                raise
            return cls._opened(path, lock)[0]

    @classmethod
    def open(cls, path: Path) -> tuple[Self, Contents]:
        """Open a journal to go on with it, and everything that is in it.

        Raises
        ------
        JournalError
            If it is damaged, of another program or version, or being written by another process.
        """
        path = path.resolve()
        if not path.is_file():
            raise JournalError("not_found", path)
        with in_words(path):
            return cls._opened(path, _lock(path))

    @classmethod
    def _opened(cls, path: Path, lock: sqlite3.Connection) -> tuple[Self, Contents]:
        connection = None
        _make_private(path)
        try:
            connection = connect(path, "mode=rw")
            found = contents(connection, path)
            _make_durable(connection)
            return cls(found, connection, lock), found
        except BaseException:
            if connection is not None:
                connection.close()
            lock.close()
            raise

    def stage(self, kind: str, payload: str, state: str) -> int:
        """Take in one entry, to be stored by the next ``commit``; gives its number."""
        self.seq += 1
        self._chain = next_chain(self._chain, self.seq, kind, payload, state)
        self._staged.append(Entry(self.seq, kind, payload, state, self._chain))
        return self.seq

    def commit(self) -> None:
        """Store everything staged, durably and in one transaction.

        Raises
        ------
        JournalError
            If the disk did not take it, or another file took the journal's place; then none of it is
            stored.
        """
        if not self._staged:
            return
        if _file(self.path) != self._file:
            self._put_back()
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany(
                "INSERT INTO entry VALUES (?, ?, ?, ?, ?)", (astuple(entry) for entry in self._staged)
            )
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            with contextlib.suppress(sqlite3.Error):  # the first trouble is the one to tell
                self._connection.execute("ROLLBACK")
            stored = self.seq - len(self._staged)
            raise JournalError("not_stored_" + _reason(error), self.path, stored) from error
        self._staged.clear()

    def _put_back(self) -> None:
        """Write the journal again where it was, from the file that is still open."""
        if self.path.exists():
            raise JournalError("not_stored_replaced", self.path, self.seq - len(self._staged))
        with in_words(self.path):
            self.path.parent.mkdir(_OWN_FOLDER, parents=True, exist_ok=True)
            if _file(_lock_path(self.path)) != self._locked:  # the lock went with it
                lock, self._lock = self._lock, _lock(self.path)
                self._locked = _file(_lock_path(self.path))
                lock.close()
            with _fresh(self.path) as fresh:
                self._connection.execute("VACUUM INTO ?", (str(fresh),))
                for suffix in ("-wal", "-shm"):  # they belong to the file that is gone
                    self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)
            connection = connect(self.path, "mode=rw")
            _make_durable(connection)
            self._connection.close()
            self._connection, self._file = connection, _file(self.path)

    def close(self) -> None:
        """Close the file and give the lock back; what was only staged is forgotten."""
        self._connection.close()
        self._lock.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def set_aside(path: Path, name: str) -> Path:
    """Give a journal that nobody writes another name in its folder; gives the new path.

    The journal need not be in order. Raises ``JournalError`` if it is in use or the disk refuses.
    """
    path = path.resolve()
    with in_words(path), contextlib.closing(_lock(path)):
        stem, suffix = Path(name).stem, Path(name).suffix
        aside = path.with_name(name)
        number = 1
        while aside.exists():
            number += 1
            aside = path.with_name(f"{stem}-{number}{suffix}")
        wal = path.with_name(path.name + "-wal")  # of a game that was killed: it belongs to the journal
        if wal.exists():
            wal.replace(aside.with_name(aside.name + "-wal"))
        path.replace(aside)
        _make_private(aside)
        path.with_name(path.name + "-shm").unlink(missing_ok=True)
        _sync_folder(path.parent)
        return aside


def _reason(error: sqlite3.Error) -> str:
    code = code_of(error)
    return code if code in ("full", "read_only") else "disk"


def _lock(path: Path) -> sqlite3.Connection:
    """Hold the journal's lock: an exclusive SQLite lock on an empty file, freed with the process."""
    file = _lock_path(path)
    with contextlib.suppress(OSError):  # SQLite says what is wrong
        file.touch(_OWN_FILE)
    lock = sqlite3.connect(file, timeout=0, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except BaseException:
        lock.close()
        raise
    return lock


def _lock_path(path: Path) -> Path:
    return path.with_name(path.name + "-lock")


def _file(path: Path) -> tuple[int, int] | None:
    """Which file has this name now, if any."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


@contextlib.contextmanager
def _fresh(path: Path) -> Iterator[Path]:
    """A file to write beside ``path``, which gets its name, durably, when it is whole."""
    fresh = path.with_name(path.name + "-new")
    fresh.unlink(missing_ok=True)
    fresh.touch(_OWN_FILE)
    try:
        yield fresh
        with fresh.open("rb+") as written:
            os.fsync(written.fileno())
        fresh.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):  # the first trouble is the one to tell
            fresh.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _make_private(path: Path) -> None:
    """Let only this user read a journal and what lies beside it, for all secrets of the game are in it.

    A file system without such rights, or a file of somebody else, stays as it is.
    """
    for suffix in ("", "-wal", "-shm", "-lock"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + suffix).chmod(_OWN_FILE)


def _make_durable(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA wal_autocheckpoint = 1")


def _write_head(path: Path, header: Header, sources: Sources) -> None:
    connection = connect(path, "mode=rwc")
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.executescript(
            f"BEGIN; PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {FORMAT}; {TABLES}"
        )
        values = (*astuple(header), head_chain(header))
        connection.execute(f"INSERT INTO game VALUES ({', '.join('?' * len(values))})", values)
        for role, data in (("scenario", sources.scenario), ("library", sources.library)):
            connection.execute("INSERT INTO scenario VALUES (?, ?, ?)", (file_hash(data), role, data))
        connection.execute("COMMIT")
    finally:
        connection.close()


def _sync_folder(folder: Path) -> None:
    """Make a new name durable; Windows has no such thing and needs none."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
