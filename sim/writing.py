"""Files that are written in one go: whoever reads one sees the old one or the new one, whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOENT
from os import strerror
from pathlib import Path
from secrets import token_hex
from shutil import copymode


@contextmanager
def in_one_go(path: Path) -> Iterator[Path]:
    """A place to write to that becomes ``path`` in the end; if anything goes wrong, nothing happened.

    What is no ordinary file, such as a pipe, is written to as it is. Raises ``OSError`` if the file
    cannot be written.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        yield target
        return
    if not target.parent.is_dir():  # said of the file that was asked for, not of the one written meanwhile
        raise FileNotFoundError(ENOENT, strerror(ENOENT), str(path))
    new = target.with_name(f".piramide-{token_hex(8)}")
    try:
        yield new
        if target.exists():
            copymode(target, new)
        new.replace(target)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
