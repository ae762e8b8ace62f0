"""What can be wrong with a journal, in words that help."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from game.words.catalogue import Language, Words


class JournalError(Exception):
    """A journal cannot be opened, read or written.

    ``code`` is one of the keys under ``journal.`` in the words of the table; ``last_good`` the last
    entry that is in order, where that is known. ``text`` says it in a language.
    """

    def __init__(self, code: str, path: Path, last_good: int | None = None, **values: object) -> None:
        self.code = code
        self.path = path
        self.last_good = last_good
        self.values = values
        super().__init__(f"{code}: {path} (last good entry: {last_good})")

    def text(self, language: Language) -> str:
        """What is wrong and what one can do about it."""
        return Words("table", language)(
            f"journal.{self.code}", path=self.path, last_good=self.last_good, **self.values
        )


_CODES: Final = {
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_PROTOCOL: "locked",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_CANTOPEN: "no_access",
    sqlite3.SQLITE_PERM: "no_access",
    sqlite3.SQLITE_AUTH: "no_access",
    sqlite3.SQLITE_IOERR: "disk",
    sqlite3.SQLITE_NOTADB: "not_a_journal",
}
UNREADABLE: Final = (sqlite3.Error, UnicodeDecodeError)
"""What reading a damaged file may raise; even SQLite's message about it may be no text."""


def code_of(error: Exception) -> str:
    """The code for what SQLite says; whatever it does not explain is damage."""
    return _CODES.get(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF, "damaged_head")


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say about a file into a ``JournalError``."""
    try:
        yield
    except UNREADABLE as error:
        raise JournalError(code_of(error), path) from error
    except OSError as error:
        raise JournalError("no_access", path) from error
