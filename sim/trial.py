"""A trial: one scenario, one line-up, so many games. ``simulate`` plays it and gives a ``Result``."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

import numpy as np
from numpy.typing import NDArray

from game.players import lineup
from game.players.lineup import Player, PlayerError
from game.players.manner import BUDGET
from game.players.planning import DESK, PLACES
from game.rules.actions import ROOM
from game.rules.log import COLUMNS, GREAT_ROOM, new_log
from game.rules.records import STATE_DTYPE, blank_state, dtype_of, to_record
from game.rules.tables import Grid
from game.scenario import compiling
from game.scenario.compiling import Compiled
from game.scenario.models import Scenario
from sim.asking import Asked, Function, play_asking
from sim.driver import play_game
from sim.engine import compiled, has_numba
from sim.given import check_path, each_player, opened, whole, workers_of
from sim.result import Result
from sim.sheets import Sheet, form_of
from sim.tallying import MIND
from sim.threads import Underway, threads
from sim.totals import COUNTS_DTYPE, ROW_DTYPE, Totals
from sim.trouble import SimulationError

if TYPE_CHECKING:
    from sim.keeping import Kept

Engine = Literal["compiled", "plain"]
CHUNK = 500  # games that one thread plays in a row; results do not depend on it
SLOW = 50  # times as long as usual: a game in plain Python with a function as a player
KEPT = 200_000  # up to so many games every row is kept, unless told otherwise (290 bytes a game)
LOG_DTYPE = dtype_of({"rows": (GREAT_ROOM, COLUMNS), "n": (1,), "room": (1,)})
MIND_DTYPE = dtype_of(MIND)
Players = str | Function | Sequence[str | Function]


def simulate(
    scenario: str | Path | Scenario,
    games: int,
    players: Players = "cooperative",
    departments: int | None = None,
    seed: int = 0,
    workers: int | None = None,
    *,
    chunk: int | None = None,
    engine: Engine | None = None,
    progress: Callable[[int], None] | None = None,
    measures: bool = True,
    keep: bool | None = None,
    output: str | Path | None = None,
    cluster: str | None = None,
    remember: "Kept | None" = None,
) -> Result:
    """Play ``games`` games of computer players and give what came of each.

    Parameters
    ----------
    scenario
        A path, the id of a shipped scenario, or a loaded one.
    players
        One for every seat, or one per seat: ``"cooperative"``, ``"pusher,silo,silo,listener"``,
        ``"planner:256"``; ``game.players.lineup`` has the whole spelling. Or a function, or a list with
        functions, that chooses a command from what its seat may know (``asking``), in plain Python.
    departments
        Number of seats; by default 4 if the scenario supports it, else its largest.
    seed
        At least 0. The same seed gives the same ``Result.hash``, whatever workers, chunk and engine.
    workers
        Threads, at most 1024; by default one for each core.
    chunk
        Games that a thread plays in a row; by default what takes a moment.
    engine
        ``"compiled"`` (default where Numba is installed) or ``"plain"``.
    progress
        Called with the number of games played so far.
    measures
        Whether to look on while games are played (``Result.measures``); without, it is faster.
    keep
        Whether to keep a row for each game (``Result.points`` and the other columns); by default up to
        ``KEPT`` games. Totals are exact either way, and take the same room for any number of games.
    output
        A file (.parquet, .csv or .json) to which every game is written as it is played.
    cluster
        The address of a Dask scheduler, or ``local:N``, to play there instead (``crew``).
    remember
        Where finished blocks of games are kept (``keeping.Kept.usual()``), so that a study that was
        stopped goes on; by default nowhere.

    Raises
    ------
    SimulationError
        If the study cannot be played as it was asked for.
    ScenarioError, ScenarioNotFound
        If the scenario is invalid or cannot be found.
    """
    trial = trial_of(opened(scenario), players, departments, seed)
    games, workers = whole("games", games), workers_of(workers)
    chunk = trial.usual_chunk if chunk is None else whole("chunk", chunk)
    if engine not in (None, *get_args(Engine)):
        raise SimulationError("engine", given=repr(engine), engines=", ".join(get_args(Engine)))
    if output is not None:
        check_path("output", output)
        form_of(output)
    if (cluster is not None or remember is not None) and trial.functions:
        raise SimulationError("function_stays")
    if cluster is not None or remember is not None:
        from sim.crew import crew  # noqa: PLC0415  # a crew plays trials, so it comes later

        with crew(workers, cluster, remember) as hands:
            return hands.result(
                trial, games, measures, games <= KEPT if keep is None else keep, progress, output
            )
    return trial.play(
        games,
        chunk=chunk,
        workers=workers,
        engine=engine,
        progress=progress,
        measures=measures,
        keep=keep,
        output=output,
    )


def trial_of(scenario: Scenario, players: Players, departments: int | None = None, seed: int = 0) -> "Trial":
    """The trial of a scenario with a line-up, ready to be played; raises ``SimulationError``."""
    seats = scenario.usual_departments if departments is None else whole("departments", departments)
    if seats not in scenario.supported:
        raise SimulationError(
            "departments",
            scenario=scenario.id,
            supported=", ".join(map(str, scenario.supported)),
            seats=seats,
        )
    seed = whole("seed", seed, 0)
    spelled, functions = _line_up(players, seats)
    ready = compiling.compile(scenario, seats)
    trial = Trial(ready, tuple(map(str, spelled)), seed, functions)
    _ = trial.manners  # a mechanism that a player leaves out must be one of the scenario's
    return trial


def _line_up(players: Players, seats: int) -> tuple[tuple[Player | Asked, ...], tuple[Asked | None, ...]]:
    """The player of each seat, and apart the functions among them; raises ``SimulationError``."""
    try:
        each = [
            lineup.player(one) if isinstance(one, str) else Asked(cast("Function", one))
            for one in each_player(players)
        ]
    except PlayerError as error:
        raise SimulationError(error.code, **error.values) from None
    if len(each) == 1:
        each *= seats
    if len(each) != seats:
        raise SimulationError("line_up", given=len(each), seats=seats)
    functions = tuple(one if isinstance(one, Asked) else None for one in each)
    return tuple(each), functions if any(functions) else ()


def result_of(trial: "Trial", rows: NDArray[Any], blocks: NDArray[Any], *, measures: bool = True) -> Result:
    """The result of games of a trial, from their rows and the counts of their blocks."""
    totals = Totals()
    totals.add(rows, blocks)
    return Result(trial.compiled, trial.kinds, trial.seed, totals, rows, measures)


@dataclass(frozen=True, slots=True)
class Trial:
    """One scenario with so many departments, the player of each seat (``lineup``), and a seed.

    ``functions`` has a place for each seat if any of them is played by a function.
    """

    compiled: Compiled
    kinds: tuple[str, ...]
    seed: int
    functions: tuple[Asked | None, ...] = ()

    @property
    def manners(self) -> Grid:
        """The players in numbers; a function counts as random here, since it is asked elsewhere."""
        functions = self.functions or (None,) * len(self.kinds)
        players = [
            lineup.player(kind) if function is None else Player("random")
            for kind, function in zip(self.kinds, functions, strict=True)
        ]
        try:
            return lineup.manners(players, self.compiled.ids)
        except PlayerError as error:
            raise SimulationError(error.code, **error.values) from None

    @property
    def usual_chunk(self) -> int:
        """Games that a thread plays in a row: ``CHUNK``, or fewer where players think long."""
        thought = max(manner[BUDGET] for manner in self.manners)
        return max(1, CHUNK // (SLOW if self.functions else 1 + thought))

    def play(
        self,
        games: int,
        *,
        chunk: int,
        workers: int | None = None,
        engine: Engine | None = None,
        progress: Callable[[int], None] | None = None,
        measures: bool = True,
        keep: bool | None = None,
        output: str | Path | None = None,
    ) -> Result:
        """Play games 0 up to ``games``; parameters are those of ``simulate``."""
        kept = games <= KEPT if keep is None else keep
        rows = self.rows(games if kept else 0)
        parts = (
            rows[at : at + chunk] if kept else self.rows(min(chunk, games - at))
            for at in range(0, games, chunk)
        )
        played = self._played(parts, workers, engine, measures)
        return self.gathered(played, rows if kept else None, measures, progress, output)

    def gathered(
        self,
        played: Iterable[tuple[NDArray[Any], NDArray[Any]]],
        rows: NDArray[Any] | None,
        measures: bool,
        progress: Callable[[int], None] | None = None,
        output: str | Path | None = None,
    ) -> Result:
        """The result of games that somebody plays: rows and counts of each part, in their order.

        ``rows`` are those of all games, if they are kept; the other parameters are those of ``simulate``.
        """
        totals = Totals()
        with Sheet(output, self.compiled, self.seed) as sheet:
            for part, counted in played:
                sheet.write(part, totals.games)
                totals.add(part, counted)
                if progress is not None:
                    progress(totals.games)
            result = Result(self.compiled, self.kinds, self.seed, totals, rows, measures)
            sheet.finish(result)
        return result

    def rows(self, games: int) -> NDArray[Any]:
        """Room for so many games, to be played into."""
        return np.zeros(games, ROW_DTYPE)

    def play_into(self, rows: NDArray[Any], first: int, *, measures: bool) -> NDArray[Any]:
        """Play game ``first`` and those after it, one for each of ``rows``, in this thread; gives counts."""
        return self._play(None)(first, rows, measures)

    def _played(
        self,
        parts: Iterator[NDArray[Any]],
        workers: int | None,
        engine: Engine | None,
        measures: bool,
    ) -> Iterator[tuple[NDArray[Any], NDArray[Any]]]:
        """Play every part, in order; only as many as the threads need are in hand at a time."""
        play = self._play(engine)
        hands = workers or os.cpu_count() or 1
        waiting: deque[tuple[NDArray[Any], Underway[NDArray[Any]]]] = deque()
        first = 0
        with threads(hands) as pool:
            for part in parts:
                waiting.append((part, pool.submit(play, first, part, measures)))
                first += len(part)
                if len(waiting) > 2 * hands:
                    done, counted = waiting.popleft()
                    yield done, counted.result()
            for done, counted in waiting:
                yield done, counted.result()

    def _play(self, engine: Engine | None) -> Callable[[int, NDArray[Any], bool], NDArray[Any]]:
        """What plays; raises ``SimulationError`` if Numba was asked for and is not installed."""
        if engine == "compiled" and not has_numba():
            raise SimulationError("no_numba")
        plain = engine == "plain" or not has_numba() or self.functions
        return self._play_plain if plain else self._play_compiled

    def _play_compiled(self, first: int, rows: NDArray[Any], measures: bool) -> NDArray[Any]:
        counts = np.zeros(1, COUNTS_DTYPE)
        logs = np.zeros(1, LOG_DTYPE)
        logs["room"] = GREAT_ROOM if measures else 0
        compiled("play_games")(
            to_record(self.compiled.tables),
            np.zeros(1, STATE_DTYPE),
            np.zeros(1, STATE_DTYPE),
            np.zeros(PLACES, STATE_DTYPE),
            logs,
            np.zeros(1, MIND_DTYPE),
            np.zeros(ROOM, np.int64),
            np.zeros(ROOM, np.int64),
            np.zeros(DESK, np.int64),
            np.array(self.manners),
            self.seed,
            first,
            rows,
            counts,
        )
        return counts

    def _play_plain(self, first: int, rows: NDArray[Any], measures: bool) -> NDArray[Any]:
        counts = np.zeros(1, COUNTS_DTYPE)
        log = new_log(GREAT_ROOM if measures else 0)
        mind = np.zeros(1, MIND_DTYPE).view(np.recarray)[0]
        tallies = counts.view(np.recarray)[0]
        rooms = [0] * ROOM, [0] * ROOM, [0] * DESK
        manners = self.manners
        t = self.compiled.tables
        for i, row in enumerate(rows.view(np.recarray)):
            states = [blank_state()]
            seens = states * PLACES
            if self.functions:
                play_asking(
                    self.compiled,
                    self.functions,
                    states,
                    seens,
                    log,
                    mind,
                    *rooms,
                    manners,
                    self.seed,
                    first + i,
                    row,
                    tallies,
                )
            else:
                play_game(t, states, seens, log, mind, *rooms, manners, self.seed, first + i, row, tallies)
        return counts
