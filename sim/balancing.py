"""Balance: plays what the targets of a scenario need, and judges each.

Games come in growing portions. After each portion every target is looked at, and the line-ups of which
nothing is open any more stop: ``statistics.MeanSequence`` keeps the verdicts honest all the same. All
line-ups play the same games (common luck), so that a step of the ladder is judged pair by pair.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from math import isfinite
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from game.players.choosing import KINDS
from game.scenario.aims import Balance
from game.scenario.compiling import Compiled
from game.scenario.models import Scenario
from sim.blocks import blocks_of
from sim.claims import Claim, DeadClaim, StrongClaim, Target, Wanted, claims_of
from sim.crew import Crew, crew
from sim.engine import has_numba
from sim.figures import Draft
from sim.given import opened, whole, workers_of
from sim.keeping import Kept
from sim.lines import Lines
from sim.remedies import Remedy, remedy
from sim.result import Result
from sim.standouts import standouts
from sim.statistics import Interval, Status, together
from sim.trial import Trial, result_of, trial_of
from sim.trouble import SimulationError

FIRST_LOOK = 500  # games before the first look; then twice as many each time
LARGEST_PORTION = 50_000
KEPT = 50_000  # games of a line-up that are kept to be described; verdicts rest on all
USUAL = "cooperative"  # who plays where targets ask for nobody, so that something can be described
BLOCK = 250  # games that somebody plays in a row; results do not depend on it


@dataclass(frozen=True, slots=True)
class Pointer:
    """A thing of the scenario that a verdict points at, and its line in the file."""

    what: Literal["department", "mechanism"]
    id: str
    line: int | None

    def json(self) -> dict[str, object]:
        """One entry of ``see`` in ``piramide balance --json``."""
        return {"what": self.what, "id": self.id, "line": self.line}


@dataclass(frozen=True, slots=True)
class Verdict:
    """One claim of a target, judged.

    ``found`` is in the units of the file: a share of games, fair shares, points, mechanisms, weeks.
    ``line`` is that of the target; ``see`` names what the verdict is about; ``helps`` is the step of a
    mechanism that was measured to bring a missed medal rate nearest.
    """

    target: Target
    departments: int
    players: tuple[str, ...]
    subject: str | None
    status: Status
    found: Interval
    wanted: Wanted
    games: int
    line: int | None
    see: tuple[Pointer, ...] = ()
    helps: Remedy | None = None

    @property
    def is_above(self) -> bool:
        """Whether proven to be more than wanted."""
        return self.found.low > self.wanted.high


@dataclass(slots=True)
class LineUp:
    """The games of one kind of player with one number of departments, so far."""

    trial: Trial
    is_measured: bool = False
    games: int = 0
    _rows: list[NDArray[Any]] = field(default_factory=list)
    _counts: list[NDArray[Any]] = field(default_factory=list)

    @property
    def departments(self) -> int:
        """How many seats play."""
        return self.trial.compiled.seats

    @property
    def kind(self) -> str:
        """The computer player of all seats, as targets name it: without the budget that it plays with."""
        return self.trial.kinds[0].partition(":")[0]

    @property
    def result(self) -> Result:
        """The games that were kept: all of them, or the first ``KEPT``."""
        return self._result(np.concatenate(self._rows), np.concatenate(self._counts))

    def extend(self, games: int, hands: Crew, progress: Callable[[int], None]) -> Result:
        """Play so many more games; gives those. ``progress`` hears how many were played each time."""
        rows: list[NDArray[Any]] = []
        counts: list[NDArray[Any]] = []
        for played in hands.play(blocks_of(self.trial, games, BLOCK, self.games, measures=self.is_measured)):
            rows.append(played.rows)
            counts.append(played.counts)
            progress(len(played.rows))
        self.games += games
        new = self._result(np.concatenate(rows), np.concatenate(counts))
        if sum(map(len, self._rows)) < KEPT:
            self._rows += rows
            self._counts.append(new.counts)
        return new

    def _result(self, rows: NDArray[Any], counts: NDArray[Any]) -> Result:
        return result_of(self.trial, rows, counts, measures=self.is_measured)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A scenario, judged by its targets. ``name`` is what it was asked for by: a path or an id."""

    name: str
    scenario: Scenario
    planned: int
    seed: int
    verdicts: tuple[Verdict, ...]
    line_ups: tuple[LineUp, ...]
    lines: Lines

    @property
    def status(self) -> Status:
        """Missed if any target is, met if all are."""
        return together([verdict.status for verdict in self.verdicts])

    @property
    def best(self) -> dict[int, LineUp]:
        """For each number of departments, the line-up with the most points on average."""
        out: dict[int, LineUp] = {}
        for line_up in self.line_ups:
            before = out.get(line_up.departments)
            if before is None or line_up.result.points.mean() > before.result.points.mean():
                out[line_up.departments] = line_up
        return out

    def line_up(self, departments: int, kind: str) -> LineUp:
        """The line-up that played; ``KeyError`` if none did."""
        return _line_up(self.line_ups, departments, kind)


def balance(
    scenario: str | Path | Scenario,
    games: int | None = None,
    seed: int = 0,
    workers: int | None = None,
    *,
    measures: bool = False,
    cluster: str | None = None,
    kept: Kept | None = None,
    progress: Callable[[int], None] | None = None,
) -> Judgement:
    """Judge a scenario by its own balance targets.

    Parameters
    ----------
    scenario
        A path, the id of a shipped scenario, or a loaded one (then verdicts know no lines).
    games
        How many games each line-up may play; by default what the file says.
    measures
        Whether to look on while games are played, as a whole report needs; without, it is faster.
    cluster, kept
        Where blocks of games are played, and remembered: see ``crew.crew``.
    progress
        Called with the number of games done so far, of ``games_needed``; games that need not be played
        any more count as done.

    Raises
    ------
    SimulationError
        If the scenario has no balance targets, or names a computer player that there is not.
    ScenarioError, ScenarioNotFound
        If the scenario is invalid or cannot be found.
    """
    loaded = opened(scenario)
    workers, seed = workers_of(workers), whole("seed", seed, 0)
    lines = Lines() if isinstance(scenario, Scenario) else Lines.of(scenario)
    name = loaded.id if isinstance(scenario, Scenario) else str(scenario)
    aims = aims_of(loaded, name)
    planned = aims.games if games is None else whole("games", games)
    with crew(workers, cluster, kept) as hands:
        found = judge(hands, name, loaded, lines, planned, seed, measures=measures, progress=progress)
        if isinstance(scenario, Scenario) or not (has_numba() and find_spec("scipy")):
            return found  # without a file, or the extra ``sim`` to search it fast enough, nothing is measured
        return _with_remedies(found, Draft.of(scenario), hands)


def _with_remedies(found: Judgement, draft: Draft, hands: Crew) -> Judgement:
    """The same with what was measured to help where a medal is won too often or too rarely."""

    def helped(verdict: Verdict) -> Verdict:
        if verdict.target != "medal_rate" or verdict.status != "missed":
            return verdict
        medal, more = str(verdict.wanted.said["medal"]), not verdict.is_above
        (kind,) = verdict.players
        if kind not in KINDS:  # a planner: some forty variants of it would take hours
            return verdict
        helps = remedy(hands, draft, kind, verdict.departments, medal, found.seed, more=more)
        return replace(verdict, helps=helps)

    return replace(found, verdicts=tuple(map(helped, found.verdicts)))


def judge(
    hands: Crew,
    name: str,
    scenario: Scenario,
    lines: Lines,
    planned: int,
    seed: int,
    *,
    measures: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Judgement:
    """The same for a loaded scenario, with a crew that is there already."""
    aims = aims_of(scenario)
    line_ups = tuple(LineUp(trial, measures) for trial in _trials(scenario, aims, seed))
    claims = claims_of(_compiled(line_ups), aims.targets, planned)
    told = _Told(progress)
    for departments in aims.departments:
        playing = [line_up for line_up in line_ups if line_up.departments == departments]
        open_claims = [claim for claim in claims if claim.departments == departments]
        _play(playing, open_claims, planned, hands, told)
    verdicts = tuple(_verdict(claim, line_ups, lines) for claim in claims)
    return Judgement(name, scenario, planned, seed, verdicts, line_ups, lines)


def aims_of(scenario: Scenario, name: str | None = None) -> Balance:
    """The balance block of a scenario; ``SimulationError`` (which calls it ``name``) if it has no target."""
    if scenario.balance is None or not any(value for _, value in scenario.balance.targets):
        raise SimulationError("no_targets", scenario=name or scenario.id)
    return scenario.balance


def kinds_needed(aims: Balance) -> tuple[str, ...]:
    """The kinds of players that the targets speak of, those of the ladder first; if none, the usual one."""
    targets = aims.targets
    single = (targets.medal_rate, targets.seat_share, targets.dead_mechanisms, targets.lost_weeks)
    named = [*(targets.ladder or ()), *(one.players for one in single if one is not None)]
    return tuple(dict.fromkeys(named)) or (USUAL,)


def games_needed(scenario: Scenario, games: int | None = None, name: str | None = None) -> int:
    """The most games that ``balance`` plays."""
    aims = aims_of(scenario, name)
    return len(set(aims.departments)) * len(kinds_needed(aims)) * (aims.games if games is None else games)


def _trials(scenario: Scenario, aims: Balance, seed: int) -> Iterator[Trial]:
    for departments in dict.fromkeys(aims.departments):
        for kind in kinds_needed(aims):
            yield trial_of(scenario, kind, departments, seed)


def _compiled(line_ups: tuple[LineUp, ...]) -> dict[int, Compiled]:
    return {line_up.departments: line_up.trial.compiled for line_up in line_ups}


@dataclass(slots=True)
class _Told:
    """Keeps count of the games for whoever watches."""

    progress: Callable[[int], None] | None
    done: int = 0

    def __call__(self, games: int) -> None:
        self.done += games
        if self.progress is not None:
            self.progress(self.done)


def _play(line_ups: list[LineUp], claims: list[Claim], planned: int, hands: Crew, told: _Told) -> None:
    """Play the line-ups of one number of departments until nothing is open or the games are used up."""
    played = 0
    while played < planned:
        still_open = [claim for claim in claims if claim.status == "undecided"]
        needed = {kind for claim in still_open for kind in claim.players}
        if not played:  # also what is certain beforehand is to be described
            needed = {line_up.kind for line_up in line_ups}
        elif not needed:
            break
        portion = min(max(FIRST_LOOK, played), LARGEST_PORTION, planned - played)
        new = {
            line_up.kind: line_up.extend(portion, hands, told)
            for line_up in line_ups
            if line_up.kind in needed
        }
        for claim in claims:
            if set(claim.players) <= set(new):  # also what is decided: more games make it more precise
                claim.look(new)
        played += portion
    told(sum(planned - line_up.games for line_up in line_ups))


def _verdict(claim: Claim, line_ups: tuple[LineUp, ...], lines: Lines) -> Verdict:
    return Verdict(
        claim.target,
        claim.departments,
        claim.players,
        claim.subject,
        claim.status,
        claim.found,
        claim.wanted,
        claim.games,
        lines.target(claim.target),
        tuple(_pointers(claim, line_ups, lines)),
    )


def _pointers(claim: Claim, line_ups: tuple[LineUp, ...], lines: Lines) -> Iterator[Pointer]:
    """What a verdict is about; of a seat that wins too often also its mechanism, if that stands out most."""
    if isinstance(claim, DeadClaim | StrongClaim):
        for mechanism in claim.unseen if isinstance(claim, DeadClaim) else claim.strongest:
            yield Pointer("mechanism", mechanism, lines.mechanism(mechanism))
        return
    if claim.subject is not None:
        yield Pointer("department", claim.subject, lines.kpi(claim.subject))
    if claim.target == "seat_share" and claim.found.low > claim.wanted.high:
        found = standouts(_line_up(line_ups, claim.departments, claim.players[0]).result)
        if found and claim.subject in found[0].departments:
            name = found[0].mechanism
            yield Pointer("mechanism", name, lines.mechanism(name))


def _line_up(line_ups: tuple[LineUp, ...], departments: int, kind: str) -> LineUp:
    for line_up in line_ups:
        if (line_up.departments, line_up.kind) == (departments, kind):
            return line_up
    raise KeyError((departments, kind))


def finite(value: float) -> float | None:
    """A number as JSON can hold it."""
    return value if isfinite(value) else None
