"""Totals of a trial: exact whole numbers that take the same room for any number of games."""

from collections import Counter
from dataclasses import dataclass, field
from hashlib import blake2b
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.rules.limits import LEVELS, MECHANISMS, SEATS
from game.rules.records import dtype_of
from sim.driver import COUNTS, COURSE, OUTCOME, ROW, USES

ROW_DTYPE = dtype_of(ROW)
OUTCOME_DTYPE = dtype_of(OUTCOME)
COUNTS_DTYPE = dtype_of(COUNTS)
USES_DTYPE = dtype_of(USES)
SCALARS = tuple(name for name in (*OUTCOME, *COURSE) if ROW[name] == (1,) and name != "used")


def add(counts: NDArray[Any], more: NDArray[Any]) -> None:
    """Add what was counted in more games."""
    for name in COUNTS:
        counts[name] += more[name].sum(axis=0)


def part_of(records: NDArray[Any], dtype: np.dtype[Any]) -> NDArray[Any]:
    """The fields of ``records`` that ``dtype`` has, packed."""
    out = np.empty(len(records), dtype)
    for name in dtype.names or ():
        out[name] = records[name]
    return out


@dataclass(slots=True)
class Histogram:
    """How often a column had each value."""

    counts: Counter[int] = field(default_factory=Counter)

    def add(self, column: NDArray[np.int64]) -> None:
        """Count the values of more games."""
        values, times = np.unique(column, return_counts=True)
        self.counts.update(dict(zip(values.tolist(), times.tolist(), strict=True)))

    @property
    def games(self) -> int:
        """How many values were counted."""
        return sum(self.counts.values())

    @property
    def mean(self) -> float:
        """Their mean."""
        return sum(value * n for value, n in self.counts.items()) / self.games

    @property
    def sd(self) -> float:
        """Their standard deviation, as of a sample; 0 for a single game."""
        n = self.games
        if n < 2:
            return 0.0
        total = sum(value * times for value, times in self.counts.items())
        squares = sum(value * value * times for value, times in self.counts.items())
        return sqrt((n * squares - total * total) / (n * (n - 1)))

    @property
    def least(self) -> int:
        """The smallest value."""
        return min(self.counts)

    @property
    def most(self) -> int:
        """The largest value."""
        return max(self.counts)


def _histograms() -> dict[str, Histogram]:
    return {name: Histogram() for name in SCALARS}


@dataclass(slots=True)
class Totals:
    """What is known of the games so far, without the games.

    ``crowned[seat, n]`` counts the games in which ``n`` seats, this one among them, were colleague of the
    year; ``used`` in how many games each mechanism was played, by its place in the file.
    """

    games: int = 0
    columns: dict[str, Histogram] = field(default_factory=_histograms)
    levels: NDArray[np.int64] = field(default_factory=lambda: np.zeros(LEVELS, np.int64))
    own_score: NDArray[np.int64] = field(default_factory=lambda: np.zeros(SEATS, np.int64))
    crowned: NDArray[np.int64] = field(default_factory=lambda: np.zeros((SEATS, SEATS + 1), np.int64))
    used: NDArray[np.int64] = field(default_factory=lambda: np.zeros(MECHANISMS, np.int64))
    counts: NDArray[Any] = field(default_factory=lambda: np.zeros(1, COUNTS_DTYPE))
    _digest: Any = field(default_factory=lambda: blake2b(digest_size=16))

    def add(self, rows: NDArray[Any], counted: NDArray[Any]) -> None:
        """Add the games that come next, in their order, and what was counted of them."""
        self.games += len(rows)
        for name, column in self.columns.items():
            column.add(rows[name][:, 0])
        self.levels += rows["levels"].sum(axis=0)
        self.own_score += rows["own_score"].sum(axis=0)
        together = rows["colleague"].sum(axis=1)
        for n in range(1, SEATS + 1):
            self.crowned[:, n] += rows["colleague"][together == n].sum(axis=0)
        masks = rows["used"]
        self.used += ((masks >> np.arange(MECHANISMS)) & 1).sum(axis=0)
        add(self.counts, counted)
        self._digest.update(part_of(rows, OUTCOME_DTYPE).tobytes())

    @property
    def hash(self) -> str:
        """A hash over the outcome of every game and the uses: equal results, equal hashes."""
        digest = self._digest.copy()
        digest.update(part_of(self.counts, USES_DTYPE).tobytes())
        return str(digest.hexdigest())

    def shares(self, seats: int) -> list[float]:
        """Per seat the share of being colleague of the year, over the games that have one."""
        sharers = np.arange(1, SEATS + 1)
        split = self.crowned[:seats, 1:] / sharers
        games = float(split.sum())
        return [0.0] * seats if games == 0 else (split.sum(axis=1) / games).tolist()
