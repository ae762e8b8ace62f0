"""A trial: one scenario, one line-up, so many games. ``simulate`` plays it and gives a ``Result``."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from game.players.choosing import KINDS
from game.players.playing import look, new_game, play_on, player_seed_of, seed_of
from game.rules.actions import ROOM
from game.rules.limits import SEATS
from game.rules.log import COLUMNS, new_log
from game.rules.records import STATE_DTYPE, dtype_of, to_record
from game.scenario import compiling
from game.scenario.compiling import Compiled
from game.scenario.load import load
from game.scenario.models import Scenario
from sim.driver import COUNTS, ROW, note
from sim.engine import compiled, has_numba
from sim.result import Result
from sim.trouble import SimulationError

Engine = Literal["compiled", "plain"]
CHUNK = 500  # games that one thread plays in a row; results do not depend on it
LOG_DTYPE = dtype_of({"rows": (1, COLUMNS), "n": (1,), "room": (1,)})
ROW_DTYPE = dtype_of(ROW)
COUNTS_DTYPE = dtype_of(COUNTS)


def line_up(players: str | Sequence[str], seats: int) -> tuple[str, ...]:
    """The kind of player of each seat.

    Raises
    ------
    SimulationError
        If a kind is unknown, or there are not as many as seats (nor just one for all).
    """
    kinds = tuple(players.split(",")) if isinstance(players, str) else tuple(players)
    for kind in kinds:
        if kind not in KINDS:
            raise SimulationError("unknown_player", kind=kind, kinds=", ".join(KINDS))
    if len(kinds) == 1:
        return kinds * seats
    if len(kinds) != seats:
        raise SimulationError("line_up", given=len(kinds), seats=seats)
    return kinds


def simulate(
    scenario: str | Path | Scenario,
    games: int,
    players: str | Sequence[str] = "cooperative",
    departments: int | None = None,
    seed: int = 0,
    workers: int | None = None,
    *,
    chunk: int = CHUNK,
    engine: Engine | None = None,
    progress: Callable[[int], None] | None = None,
) -> Result:
    """Play ``games`` games of computer players and give what came of each.

    Parameters
    ----------
    scenario
        A path, the id of a shipped scenario, or a loaded one.
    players
        One kind for every seat, or one per seat: ``"cooperative"``, ``"pusher,silo,silo,listener"``.
    departments
        Number of seats; by default 4 if the scenario supports it, else its largest.
    seed
        At least 0. The same seed gives the same ``Result.hash``, whatever workers, chunk and engine.
    workers
        Threads; by default one for each core.
    chunk
        Games that a thread plays in a row.
    engine
        ``"compiled"`` (default where Numba is installed) or ``"plain"``.
    progress
        Called with the number of games played so far.

    Raises
    ------
    SimulationError
        If the study cannot be played as it was asked for.
    ScenarioError, ScenarioNotFound
        If the scenario is invalid or cannot be found.
    """
    loaded = scenario if isinstance(scenario, Scenario) else load(scenario)
    trial = trial_of(loaded, players, departments, seed)
    if games < 1 or chunk < 1 or (workers is not None and workers < 1):
        raise SimulationError("numbers")
    return trial.play(games, chunk=chunk, workers=workers, engine=engine, progress=progress)


def trial_of(
    scenario: Scenario, players: str | Sequence[str], departments: int | None = None, seed: int = 0
) -> "Trial":
    """The trial of a scenario with a line-up, ready to be played; raises ``SimulationError``."""
    seats = scenario.usual_departments if departments is None else departments
    if seats not in scenario.supported:
        raise SimulationError(
            "departments",
            scenario=scenario.id,
            supported=", ".join(map(str, scenario.supported)),
            seats=seats,
        )
    if not 0 <= seed < 1 << 62:
        raise SimulationError("numbers")
    return Trial(compiling.compile(scenario, seats), line_up(players, seats), seed)


def add(counts: NDArray[Any], more: NDArray[Any]) -> None:
    """Add what was counted in more games."""
    for name in COUNTS:
        counts[name] += more[name].sum(axis=0)


def result_of(trial: "Trial", rows: NDArray[Any], blocks: NDArray[Any]) -> Result:
    """The result of games 0 and on of a trial, from their rows and the counts of their blocks."""
    counts = np.zeros(1, COUNTS_DTYPE)
    add(counts, blocks)
    return Result(trial.compiled, trial.kinds, trial.seed, rows, counts)


@dataclass(frozen=True, slots=True)
class Trial:
    """One scenario with so many departments, the kind of player of each seat, and a seed."""

    compiled: Compiled
    kinds: tuple[str, ...]
    seed: int

    def play(
        self,
        games: int,
        *,
        chunk: int = CHUNK,
        workers: int | None = None,
        engine: Engine | None = None,
        progress: Callable[[int], None] | None = None,
    ) -> Result:
        """Play games 0 up to ``games``."""
        rows = self.rows(games)
        counts = np.zeros(1, COUNTS_DTYPE)
        done = 0
        for size, counted in self.play_into(rows, chunk=chunk, workers=workers, engine=engine):
            add(counts, counted)
            done += size
            if progress is not None:
                progress(done)
        return Result(self.compiled, self.kinds, self.seed, rows, counts)

    def rows(self, games: int) -> NDArray[Any]:
        """Room for so many games, to be played into."""
        return np.zeros(games, ROW_DTYPE)

    def play_into(
        self,
        rows: NDArray[Any],
        first: int = 0,
        *,
        chunk: int = CHUNK,
        workers: int | None = None,
        engine: Engine | None = None,
    ) -> Iterator[tuple[int, NDArray[Any]]]:
        """Play game ``first`` and those after it, one for each of ``rows``; gives size and counts by chunk.

        Raises
        ------
        SimulationError
            If the compiled engine was asked for and is not installed.
        """
        if engine == "compiled" and not has_numba():
            raise SimulationError("no_numba")
        play = self._play_plain if engine == "plain" or not has_numba() else self._play_compiled
        parts = [(first + at, rows[at : at + chunk]) for at in range(0, len(rows), chunk)]
        with ThreadPoolExecutor(workers or os.cpu_count() or 1) as pool:
            for (_, part), counted in zip(parts, pool.map(lambda part: play(*part), parts), strict=True):
                yield len(part), counted

    def _codes(self) -> list[int]:
        codes = [KINDS.index(kind) for kind in self.kinds]
        return codes + [0] * (SEATS - len(codes))

    def _play_compiled(self, first: int, rows: NDArray[Any]) -> NDArray[Any]:
        counts = np.zeros(1, COUNTS_DTYPE)
        compiled("play_games")(
            to_record(self.compiled.tables),
            np.zeros(1, STATE_DTYPE),
            np.zeros(1, STATE_DTYPE),
            np.zeros(1, STATE_DTYPE),
            np.zeros(1, LOG_DTYPE),
            np.zeros(ROOM, np.int64),
            np.zeros(ROOM, np.int64),
            np.array(self._codes()),
            self.seed,
            first,
            rows,
            counts,
        )
        return counts

    def _play_plain(self, first: int, rows: NDArray[Any]) -> NDArray[Any]:
        counts = np.zeros(1, COUNTS_DTYPE)
        t = self.compiled.tables
        room = [0] * ROOM
        view = counts.view(np.recarray)[0]
        for i, row in enumerate(rows.view(np.recarray)):
            states = [new_game(t, seed_of(self.seed, first + i))]
            seens = states[:]
            look(states, seens)
            luck = player_seed_of(self.seed, first + i)
            play_on(t, states, seens, self._codes(), luck, 1 << 30, new_log(0), room, room[:])
            note(t, states[0], row, view)
        return counts
