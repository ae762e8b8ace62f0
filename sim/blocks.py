"""Blocks: some games of a trial in a row, played anywhere, with the same outcome everywhere.

A block is a pure function of (tables of the scenario, line-up, seed, place in the trial), so it does not
matter which thread or machine plays it, or how often: a block that was lost is played again, and one
that was played before need not be (``keeping``).
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.rules.records import to_record
from sim.trial import Trial
from sim.trouble import SimulationError

_PACKAGES = ("game.rules", "game.players", "sim")


@dataclass(frozen=True, slots=True)
class Played:
    """What came of a block: a row for each game, and the counts over all of them (one record)."""

    rows: NDArray[Any]
    counts: NDArray[Any]


@dataclass(frozen=True, slots=True)
class Block:
    """Games ``first`` up to ``first + size`` of a trial; ``measures`` also tells how they went."""

    trial: Trial
    first: int
    size: int
    measures: bool = False

    @property
    def key(self) -> str:
        """A name for all that its outcome depends on: equal keys, equal outcomes."""
        digest = blake2b(digest_size=20)
        digest.update(to_record(self.trial.compiled.tables).tobytes())
        said = (code_version(), self.trial.kinds, self.trial.seed, self.first, self.size, self.measures)
        digest.update(repr(said).encode())
        return digest.hexdigest()

    def play(self) -> Played:
        """Play these games in this thread."""
        rows = self.trial.rows(self.size)
        return Played(rows, self.trial.play_into(rows, self.first, measures=self.measures))


def play_there(block: Block, version: str) -> Played:
    """The same on another machine, where the code has to be the same too.

    Raises
    ------
    SimulationError
        If that machine has another version of the game.
    """
    if version != code_version():
        raise SimulationError("cluster_version")
    return block.play()


def blocks_of(
    trial: Trial, games: int, size: int, first: int = 0, *, measures: bool = False
) -> Iterator[Block]:
    """Games ``first`` up to ``first + games`` of a trial, in blocks of ``size`` and a rest, one by one."""
    for at in range(first, first + games, size):
        yield Block(trial, at, min(size, first + games - at), measures)


@cache
def code_version() -> str:
    """A hash over everything that plays, so that no outcome of older rules is taken for one of these."""
    digest = blake2b(digest_size=16)
    digest.update(f"{np.__version__} {sys.byteorder}".encode())
    for package in _PACKAGES:
        for source in sorted(Path(next(iter(import_module(package).__path__))).glob("*.py")):
            digest.update(source.name.encode() + source.read_bytes())
    return digest.hexdigest()
