"""Finished blocks, remembered: a study that was stopped goes on where it was.

Each block is a file in the user's cache folder, named after all that its outcome depends on. A file
begins with a checksum; whatever does not fit is thrown away, and the block is played again.
"""

import os
import shutil
import time
import zlib
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

import numpy as np
import platformdirs
from numpy.typing import NDArray

from sim.blocks import Block, Played
from sim.totals import COUNTS_DTYPE, ROW_DTYPE
from sim.writing import in_one_go

MOST_BYTES: Final = 1 << 30  # of all blocks together; the oldest go first
ENGINE_DAYS: Final = 30
_CHECKSUM: Final = 20
_FAST: Final = 1  # zlib's level: most of a row are small numbers


@dataclass(slots=True)
class Kept:
    """The folder in which blocks are remembered."""

    folder: Path
    trouble: OSError | None = field(default=None, init=False)
    """Why a block could not be kept, if that happened."""

    @classmethod
    def usual(cls) -> "Kept":
        """The one in the user's cache folder."""
        return cls(Path(platformdirs.user_cache_dir("piramide")) / "blocks")

    def get(self, block: Block) -> Played | None:
        """What came of a block; None if it was not kept, or what was kept is damaged."""
        path = self._path(block)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        played = _unpacked(data, block.size)
        if played is None:
            with suppress(OSError):
                path.unlink()
        return played

    def put(self, block: Block, played: Played) -> None:
        """Keep a block. Where nothing can be written nothing is kept: the study goes on without."""
        path = self._path(block)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with in_one_go(path) as new:
                new.write_bytes(_packed(played))
        except OSError as error:
            self.trouble = error

    def prune(self, most: int = MOST_BYTES) -> None:
        """Throw the oldest blocks away until all together are no larger than ``most`` bytes."""
        with suppress(OSError):
            files = [(path.stat(), path) for path in self.folder.glob("*/*")]
            files.sort(key=lambda file: -file[0].st_mtime_ns)
            total = 0
            for stat, path in files:
                total += stat.st_size
                if total > most:
                    path.unlink(missing_ok=True)

    def _path(self, block: Block) -> Path:
        key = block.key
        return self.folder / key[:2] / key[2:]


def drop_old_engines(current: Path, days: int = ENGINE_DAYS) -> None:
    """Throw away the machine code beside ``current`` that was not used for so many days."""
    with suppress(OSError):
        os.utime(current)
    with suppress(OSError):
        oldest = time.time() - days * 24 * 60 * 60
        for folder in current.parent.glob("engine-*"):
            if folder != current and folder.stat().st_mtime < oldest:
                shutil.rmtree(folder, ignore_errors=True)


def _packed(played: Played) -> bytes:
    body = zlib.compress(played.rows.tobytes() + played.counts.tobytes(), _FAST)
    return blake2b(body, digest_size=_CHECKSUM).digest() + body


def _unpacked(data: bytes, games: int) -> Played | None:
    checksum, body = data[:_CHECKSUM], data[_CHECKSUM:]
    if blake2b(body, digest_size=_CHECKSUM).digest() != checksum:
        return None
    try:
        plain = zlib.decompress(body)
    except zlib.error:
        return None
    of_rows = games * ROW_DTYPE.itemsize
    if len(plain) != of_rows + COUNTS_DTYPE.itemsize:
        return None
    return Played(_array(plain[:of_rows], ROW_DTYPE), _array(plain[of_rows:], COUNTS_DTYPE))


def _array(data: bytes, dtype: np.dtype[Any]) -> NDArray[Any]:
    return np.frombuffer(data, dtype).copy()
