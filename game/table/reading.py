"""Reading a journal: everything in it is checked before anything is believed."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final, TypeGuard

from game.table.entries import (
    APPLICATION,
    COMMAND,
    ENGINE,
    FORMAT,
    Entry,
    Header,
    Sources,
    file_hash,
    head_chain,
    is_header,
    next_chain,
)
from game.table.trouble import UNREADABLE, JournalError, in_words

PATIENCE: Final = 2.0  # seconds that a reader waits for a writer
TABLES: Final = """
CREATE TABLE game (
    scenario TEXT NOT NULL, scenario_hash TEXT NOT NULL, seats INTEGER NOT NULL, "order" TEXT NOT NULL,
    seed INTEGER NOT NULL, player_seed INTEGER NOT NULL, created TEXT NOT NULL,
    format INTEGER NOT NULL, engine INTEGER NOT NULL, chain BLOB NOT NULL
);
CREATE TABLE scenario (hash TEXT PRIMARY KEY, role TEXT NOT NULL UNIQUE, content BLOB NOT NULL);
CREATE TABLE entry (
    seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, payload TEXT NOT NULL, state TEXT NOT NULL,
    chain BLOB NOT NULL
);
"""
LARGEST: Final = 1 << 20  # bytes of one value; a scenario and a library are the largest
_HEADER = ", ".join(f'"{f.name}"' for f in fields(Header))


@dataclass(frozen=True, slots=True)
class Contents:
    """A journal whose form and chain are in order."""

    path: Path
    header: Header
    sources: Sources
    entries: tuple[Entry, ...]

    @property
    def chain(self) -> bytes:
        """The last link."""
        return self.entries[-1].chain if self.entries else head_chain(self.header)


def read(path: Path) -> Contents:
    """The contents of a journal, which another process may be writing.

    Raises
    ------
    JournalError
        If it is no journal of this version, or damaged.
    """
    path = path.resolve()
    if not path.is_file():
        raise JournalError("not_found", path)
    # With write access SQLite tidies up its helper files afterwards. Without, it needs those of a
    # writer; a file that has none was closed cleanly, stands still, and may be read as it is.
    quiet = not path.with_name(path.name + "-wal").exists()
    ways = ["mode=rw", "mode=ro", *["mode=ro&immutable=1"] * quiet]
    for way in ways[:-1]:
        try:
            return _read(path, way)
        except JournalError as trouble:
            if trouble.code not in ("no_access", "read_only"):
                raise
    return _read(path, ways[-1])


def _read(path: Path, how: str) -> Contents:
    with in_words(path), closing(connect(path, how)) as connection:
        connection.execute("PRAGMA query_only = ON")
        return contents(connection, path)


def last_command(entries: Sequence[Entry]) -> int:
    """Number of the last entry that is a command; 0 if there is none."""
    return max((entry.seq for entry in entries if entry.kind == COMMAND), default=0)


def _damaged(path: Path, good: Sequence[Entry]) -> JournalError:
    return JournalError("damaged", path, len(good), bad=len(good) + 1, last_command=last_command(good))


def connect(path: Path, how: str) -> sqlite3.Connection:
    """A connection that begins and ends its transactions by hand, and takes no giant values."""
    connection = sqlite3.connect(f"{path.as_uri()}?{how}", uri=True, timeout=PATIENCE, isolation_level=None)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST)
    return connection


def contents(connection: sqlite3.Connection, path: Path) -> Contents:
    """Read and check everything, in one view of the file."""
    connection.execute("BEGIN")
    _check_kind(connection, path)
    header, head = _header(connection, path)
    sources = _sources(connection, path, header)
    if head != head_chain(header):
        raise JournalError("damaged_head", path)
    entries = _entries(connection, path, head)
    try:
        sound = connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
    except UNREADABLE:
        sound = False
    if not sound:
        raise _damaged(path, entries)
    connection.execute("COMMIT")
    return Contents(path, header, sources, entries)


def _check_kind(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION,):
        raise JournalError("not_a_journal", path)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version != FORMAT:
        raise JournalError("other_version", path, version=version, own=FORMAT)
    # Our own tables and nothing else: a view, a trigger or a computed column could keep us busy for ever.
    found = {sql for (sql,) in connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")}
    if found != {table.strip() for table in TABLES.split(";") if table.strip()}:
        raise JournalError("damaged_head", path)


def _header(connection: sqlite3.Connection, path: Path) -> tuple[Header, bytes]:
    rows = connection.execute(f"SELECT {_HEADER}, chain FROM game").fetchall()
    if len(rows) != 1:
        raise JournalError("damaged_head", path)
    *values, chain = rows[0]
    named = dict(zip((f.name for f in fields(Header)), values, strict=True))
    if not is_header(named) or not isinstance(chain, bytes):
        raise JournalError("damaged_head", path)
    try:
        header = Header(**named)
    except ValueError:
        raise JournalError("damaged_head", path) from None
    if header.engine != ENGINE:
        raise JournalError("other_rules", path, version=header.engine, own=ENGINE)
    return header, chain


def _sources(connection: sqlite3.Connection, path: Path, header: Header) -> Sources:
    files: dict[object, bytes] = {}
    for role, name, data in connection.execute("SELECT role, hash, content FROM scenario").fetchall():
        if not isinstance(data, bytes) or file_hash(data) != name:
            raise JournalError("damaged_head", path)
        files[role] = data
    if files.keys() != {"scenario", "library"}:
        raise JournalError("damaged_head", path)
    sources = Sources(files["scenario"], files["library"])
    if sources.hash != header.scenario_hash:
        raise JournalError("damaged_head", path)
    return sources


def _entries(connection: sqlite3.Connection, path: Path, chain: bytes) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    with closing(connection.cursor()) as rows:  # an open cursor would keep the file open
        try:
            rows.execute("SELECT seq, kind, payload, state, chain FROM entry ORDER BY seq")
            for row in rows:
                if not _is_entry(row):
                    raise _damaged(path, entries)
                entry = Entry(*row)
                chain = next_chain(chain, entry.seq, entry.kind, entry.payload, entry.state)
                if entry.seq != len(entries) + 1 or entry.chain != chain:
                    raise _damaged(path, entries)
                entries.append(entry)
        except UNREADABLE as error:
            raise _damaged(path, entries) from error
    return tuple(entries)


def _is_entry(row: tuple[object, ...]) -> TypeGuard[tuple[int, str, str, str, bytes]]:
    return [type(value) for value in row] == [int, str, str, str, bytes]
