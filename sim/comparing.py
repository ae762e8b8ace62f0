"""Two scenarios on common luck: what changed, and how sure that is.

Both play the same games: same seeds, and chance hangs on ids (rule 10), so whatever an edit does not
touch happens in both. What is left between the two games of a pair is the edit, and where it leads: a
play that fails in one of them leads to another board, and from then on other dice are rolled. What those
dice did better than their chances is known of each game (``tallying``), and is taken out of what is
counted in points. An edit that changes nothing gives differences of exactly 0.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from game.rules.limits import MEDALS
from game.scenario.models import Scenario
from sim.blocks import blocks_of
from sim.crew import Crew, crew
from sim.given import opened, whole, workers_of
from sim.keeping import Kept
from sim.result import Result
from sim.statistics import ERROR, Interval, mean_interval, mean_without_luck, share_interval
from sim.trial import Trial, result_of, trial_of
from sim.trouble import SimulationError

Outcome = Literal["same", "different", "undecided"]
BLOCKS = 100  # what is only counted is compared block by block
FEWEST = 100  # pairs of games on which a verdict may rest
IN_POINTS = ("points", "points_before_shakeout")
MECHANISM_MEASURES = ("plays", "lifted")


@dataclass(frozen=True, slots=True)
class Difference:
    """One measure in both scenarios: means per game, and B less A.

    ``subject`` is the seat or the mechanism that is measured, if it is not the team. In what is counted
    in points ``a`` and ``b`` are without the luck of the dice; ``found`` is the difference between them.
    ``factor`` is by how much the variance of the difference was cut: independent games, each as it was
    played, would have needed so many times as many. ``common_luck`` is the part that common luck alone
    has in it. Both are None where there is no variance left.
    """

    measure: str
    subject: str | None
    a: float
    b: float
    found: Interval
    factor: float | None
    common_luck: float | None

    @property
    def is_without_luck(self) -> bool:
        """Whether the luck of the dice was taken out of it."""
        return self.measure in (*IN_POINTS, "own_score")

    def json(self) -> dict[str, object]:
        """One entry of ``differences`` in ``piramide compare --json``."""
        return {
            "measure": self.measure,
            "subject": self.subject,
            "a": self.a,
            "b": self.b,
            "difference": self.found.value,
            "low": self.found.low if np.isfinite(self.found.low) else None,
            "high": self.found.high if np.isfinite(self.found.high) else None,
            "variance_factor": self.factor,
            "common_luck_factor": self.common_luck,
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """What ``compare`` found. All intervals hold together with 95 % confidence."""

    a: Scenario
    b: Scenario
    departments: int
    players: tuple[str, ...]
    games: int
    seed: int
    changed: Interval
    """The share of games that end differently in any measure."""
    differences: tuple[Difference, ...]
    is_same_game: bool
    """Whether both are the same to the rules, whatever their texts."""

    @property
    def outcome(self) -> Outcome:
        """``different`` if a difference is proven, ``same`` if no game differs, else ``undecided``."""
        if self.is_same_game:
            return "same"
        if any(self.proves(difference) for difference in self.differences):
            return "different"
        return "same" if self.changed.value == 0 and self.games >= FEWEST else "undecided"

    def proves(self, difference: Difference) -> bool:
        """Whether this difference is proven; a handful of games proves nothing."""
        return self.games >= FEWEST and difference.found.leaves_out(0)

    def of(self, measure: str, subject: str | None = None) -> Difference:
        """The difference in one measure; ``KeyError`` if there is none."""
        for difference in self.differences:
            if (difference.measure, difference.subject) == (measure, subject):
                return difference
        raise KeyError((measure, subject))

    def json(self) -> dict[str, object]:
        """What ``piramide compare --json`` prints."""
        return {
            "a": {"scenario": self.a.id, "scenario_hash": self.a.hash},
            "b": {"scenario": self.b.id, "scenario_hash": self.b.hash},
            "departments": self.departments,
            "players": list(self.players),
            "games": self.games,
            "seed": self.seed,
            "outcome": self.outcome,
            "changed_games": asdict(self.changed),
            "differences": [difference.json() for difference in self.differences],
        }


def compare(
    a: str | Path | Scenario,
    b: str | Path | Scenario,
    games: int = 2000,
    players: str | Sequence[str] = "cooperative",
    departments: int | None = None,
    seed: int = 0,
    workers: int | None = None,
    *,
    cluster: str | None = None,
    kept: Kept | None = None,
    progress: Callable[[int], None] | None = None,
) -> Comparison:
    """Play the same ``games`` games in both scenarios and tell what differs.

    Parameters are those of ``simulate``; ``departments`` is by default 4 if both support it, else the
    largest number that both do. ``cluster`` and ``kept`` are those of ``crew.crew``. ``progress`` is called
    with the number of games played so far, of twice ``games``.

    Raises
    ------
    SimulationError
        If the study cannot be played as it was asked for.
    ScenarioError, ScenarioNotFound
        If a scenario is invalid or cannot be found.
    """
    first, second = opened(a), opened(b)
    games, workers = whole("games", games), workers_of(workers)
    seats = _common(first, second) if departments is None else departments
    trials = [trial_of(one, players, seats, seed) for one in (first, second)]
    if (cluster is not None or kept is not None) and any(trial.functions for trial in trials):
        raise SimulationError("function_stays")
    with crew(workers, cluster, kept) as hands:
        one, other = (
            _play(trial, games, hands, games * place, progress) for place, trial in enumerate(trials)
        )
    pairs = list(_pairs(one, other))
    error = ERROR / len(pairs)
    return Comparison(
        a=first,
        b=second,
        departments=seats,
        players=trials[0].kinds,
        games=games,
        seed=seed,
        changed=_changed(one.result, other.result),
        differences=tuple(pair.judged(error) for pair in pairs),
        is_same_game=trials[0].compiled.tables == trials[1].compiled.tables,
    )


def _common(a: Scenario, b: Scenario) -> int:
    both = set(a.supported) & set(b.supported)
    if not both:
        raise SimulationError("nothing_in_common", a=a.id, b=b.id)
    return 4 if 4 in both else max(both)


@dataclass(frozen=True, slots=True)
class _Played:
    result: Result
    sizes: NDArray[Any]
    blocks: NDArray[Any]  # the counts of each block of games

    def counted(self, name: str, mechanism: str) -> NDArray[np.int64]:
        """What was counted of a mechanism, all its seats together: (blocks,)."""
        t = self.result.compiled.tables
        place = self.result.mechanisms_in_play.get(mechanism)
        tools = [] if place is None else [row[place] for row in t.tool_of if row[place] >= 0]
        column: NDArray[np.int64] = self.blocks[name][:, tools].sum(axis=1)
        return column


def _play(
    trial: Trial,
    games: int,
    hands: Crew,
    before: int,
    progress: Callable[[int], None] | None,
) -> _Played:
    rows = trial.rows(games)
    sizes: list[int] = []
    counts: list[NDArray[Any]] = []
    for part in hands.play(blocks_of(trial, games, max(1, games // BLOCKS), measures=True)):
        at = sum(sizes)
        rows[at : at + len(part.rows)] = part.rows
        sizes.append(len(part.rows))
        counts.append(part.counts)
        if progress is not None:
            progress(before + sum(sizes))
    counted = np.concatenate(counts)
    return _Played(result_of(trial, rows, counted), np.array(sizes), counted)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A measure in both scenarios, game by game or block by block; with the luck of games if it counts."""

    measure: str
    subject: str | None
    a: NDArray[Any]
    b: NDArray[Any]
    sizes: NDArray[Any]
    luck: tuple[NDArray[Any], NDArray[Any]] | None = None

    def judged(self, error: float) -> Difference:
        between = self.b - self.a
        games = self.sizes.sum()
        left = float(np.var(between))
        apart = float(np.var(self.a) + np.var(self.b))
        mean_a, mean_b = (float(values.sum() / games) for values in (self.a, self.b))
        plain = found = mean_interval(between, self.sizes, error)
        if self.luck is not None:
            luck_a, luck_b = self.luck
            found, weights = mean_without_luck(between, luck_b - luck_a, error)
            mean_a -= float(luck_a.mean(axis=0) @ weights)
            mean_b -= float(luck_b.mean(axis=0) @ weights)
        shared = apart / left if left > 0 else None
        factor = shared
        if shared is not None and found.width > 0:
            factor = shared * (plain.width / found.width) ** 2
        return Difference(self.measure, self.subject, mean_a, mean_b, found, factor, shared)


def _pairs(one: _Played, other: _Played) -> Iterator[_Pair]:
    """Every measure that both have: of the team, of each seat, of each mechanism."""
    single = np.ones(len(one.result))
    luck = one.result.luck, other.result.luck
    for (name, before), (_, after) in zip(_team(one.result), _team(other.result), strict=True):
        yield _Pair(name, None, before, after, single, luck if name in IN_POINTS else None)
    for seat, a, b in _shared(one.result.compiled.ids.seats, other.result.compiled.ids.seats):
        yield _Pair("own_score", seat, one.result.own_score[:, a], other.result.own_score[:, b], single, luck)
        yield _Pair("colleague", seat, _crowned(one.result, a), _crowned(other.result, b), single)
    for mechanism in dict.fromkeys([*one.result.mechanisms_in_play, *other.result.mechanisms_in_play]):
        for name in MECHANISM_MEASURES:
            columns = one.counted(name, mechanism), other.counted(name, mechanism)
            yield _Pair(name, mechanism, *columns, one.sizes)


def _crowned(result: Result, seat: int) -> NDArray[np.float64]:
    """Values, one a game, whose mean is the share of ``Result.shares``: ties shared, of games with a medal.

    That is a ratio of two means, made linear around what was found: its spread is that of these values
    (W. G. Cochran, *Sampling techniques*, third edition, Wiley 1977, section 2.11).
    """
    crowns = result.colleague
    sharers = crowns.sum(axis=1)
    medals = np.minimum(sharers, 1)
    if not medals.any():
        return np.zeros(len(crowns))
    won = crowns[:, seat] / np.maximum(sharers, 1)
    share = won.sum() / medals.sum()
    values: NDArray[np.float64] = share + (won - share * medals) / medals.mean()
    return values


def _team(result: Result) -> Iterator[tuple[str, NDArray[Any]]]:
    yield "points", result.points
    yield "points_before_shakeout", result.points_before_shakeout
    for code, medal in enumerate(MEDALS):
        if code > 0:
            yield medal, (result.medal >= code).astype(np.int64)
    yield "lost_weeks", result.lost_weeks
    yield "mixed_messages", result.mixed_messages
    yield "coherent_messages", result.coherent_messages


def _shared(a: tuple[str, ...], b: tuple[str, ...]) -> Iterator[tuple[str, int, int]]:
    for seat, name in enumerate(a):
        if name in b:
            yield name, seat, b.index(name)


def _changed(one: Result, other: Result) -> Interval:
    """The share of games of which the rows differ, whatever the order of the mechanisms in the file."""
    names = [name for name in one.rows.dtype.names or () if name not in ("used", "luck")]
    differ = np.zeros(len(one), bool)
    for name in names:
        differ |= (one.rows[name] != other.rows[name]).any(axis=1)
    return share_interval(int(differ.sum()), len(one))
