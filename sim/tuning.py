"""Tuning: the fewest and smallest whole-number edits with which a scenario meets all its targets.

How it searches, and why it may be believed:

1. Every number of the file is moved one step down and up, one at a time, on common luck. That gives its
   effect on every claim of the targets (medal rate, seats, ladder …).
2. Numbers that help somewhere are measured again with more games, also several steps away, as many as it
   seems to take.
3. Effects of several edits add up nearly, so the smallest set that should meet all targets, with room to
   prove it, is a small mixed-integer linear programme (scipy's HiGHS). Its best sets are played; where the
   sum of the parts was no good guess, the best of them becomes the start of another round.
4. What seems to meet all targets is judged by ``balance`` on seeds that the search never saw. The luck of
   the search proves nothing: only that judgement is told.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, islice
from math import sqrt
from pathlib import Path
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import ValidationError

from game.rules.chance import POSITIVE, stir
from game.scenario.aims import Balance
from game.scenario.findings import Path as Place
from game.scenario.models import Scenario
from sim.balancing import Judgement, aims_of, games_needed, judge, kinds_needed
from sim.claims import claims_of
from sim.crew import Crew, crew
from sim.edits import FARTHEST, Edit, Proposal, more_of, moved, numbers_of, shortfall, size_of, without
from sim.figures import FRAME, Draft, Figure
from sim.given import check_path, whole, workers_of
from sim.keeping import Kept
from sim.lines import Lines
from sim.programme import Option, choose
from sim.result import Result
from sim.trial import Trial, trial_of

Phase = Literal["judging", "stepping", "measuring", "trying", "confirming"]
Progress = Callable[[Phase, int, int], None]
Values = NDArray[np.float64]

STEP_GAMES: Final = 240  # for each step of each number
MEASURE_GAMES: Final = 2000  # for each number that helps
TRY_GAMES: Final = 8000  # for each set of edits
MOST_MEASURED: Final = 40
FOR_EACH_CLAIM: Final = 10
MOST_EDITS: Final = 6
SETS: Final = 5  # that are tried in a round
ROUNDS: Final = 4
CONFIRMATIONS: Final = 8
ALONE: Final = 2  # judgements if nothing was chosen among several: before, and after
LEAPS: Final = (1, 4, 12)  # steps at once
NEAR: Final = 0.15  # of half a target's range: what falls no shorter than this may be judged
ROOM: Final = 0.4  # of half a target's range: the most that is kept clear for the proof


def tune(
    scenario: str | Path,
    games: int | None = None,
    seed: int = 0,
    workers: int | None = None,
    *,
    cluster: str | None = None,
    kept: Kept | None = None,
    progress: Progress | None = None,
) -> Proposal:
    """Find the fewest and smallest edits with which a scenario file meets all its balance targets.

    Parameters
    ----------
    scenario
        A path, or the id of a shipped scenario. Nothing is written: see ``Proposal.written``.
    games
        How many games each line-up may play in a judgement; by default what the file says.
    cluster, kept
        As for ``crew.crew``.
    progress
        Called with what is being done, how many of it are done, and of how many.

    Raises
    ------
    SimulationError
        If the scenario has no balance targets, or the study cannot be played as it was asked for.
    ScenarioError, ScenarioNotFound
        If the scenario is invalid or cannot be found.
    """
    check_path("scenario", scenario)
    workers, seed = workers_of(workers), whole("seed", seed, 0)
    draft = Draft.of(scenario)
    aims = aims_of(draft.scenario, str(scenario))
    planned = aims.games if games is None else whole("games", games)
    told: Progress = progress or (lambda *_: None)
    with crew(workers, cluster, kept) as hands:
        return _Search(str(scenario), draft, aims, planned, seed, hands, Lines.of(scenario), told).proposal()


def fresh_seed(seed: int, attempt: int) -> int:
    """The seed of a judgement that a search with ``seed`` has never seen."""
    return stir(stir(seed, 3), attempt) & POSITIVE


@dataclass(frozen=True, slots=True)
class Aims:
    """The claims of all targets as numbers: from ``low`` to ``high``, and the room that a proof needs.

    An end that no value can be past is infinite: there nothing needs proof. ``scale`` is half the range
    that is wanted, or the room where it has no end.
    """

    low: Values
    high: Values
    room: Values
    scale: Values

    @classmethod
    def of(cls, looked: Values, share: float) -> "Aims":
        """The aims of claims as ``_Search`` looked at them; a proof needs this share of their bounds."""
        _, low, high, least, most, half = looked
        room = half * share
        finite = np.isfinite(high - low)
        range_ = np.where(finite, high - low, 0) / 2
        room = np.where(finite, np.minimum(room, ROOM * range_), room)
        scale = np.where(finite, np.where(range_ > 0, range_, 1), np.maximum(room, 1e-9))
        return cls(np.where(low <= least, -np.inf, low), np.where(high >= most, np.inf, high), room, scale)

    def short(self, values: Values) -> Values:
        """By how much each claim falls short of its aim with room to prove it (0: not at all), in scales."""
        low, high = self.low + self.room, self.high - self.room
        out: Values = np.maximum(np.maximum(low - values, values - high), 0) / self.scale
        return out


@dataclass(slots=True)
class _Search:
    name: str
    draft: Draft
    aims: Balance
    planned: int
    seed: int
    hands: Crew
    lines: Lines
    told: Progress
    tried: int = 0
    judged: int = 0
    _best: tuple[tuple[Edit, ...], Judgement] | None = field(default=None)

    def proposal(self) -> Proposal:
        before = self._judge(())
        if before.status != "met":
            self._search()
        edits, after = self._best or ((), before)
        if self.judged > ALONE:  # the best of several was chosen by its luck too
            after = self._judge(edits)
        if shortfall(after) >= shortfall(before):
            edits, after = (), before
        return Proposal(self.name, self.draft, before, edits, after, self.tried)

    def _search(self) -> None:
        every = self.draft.figures(self.aims.departments)
        figures = [figure for figure in every if not figure.shape.startswith(FRAME)]
        (values,), aims = self._played([()], MEASURE_GAMES, self._kinds)
        start: tuple[Edit, ...] = ()
        for _ in range(ROUNDS):
            quick = self._quick_kinds(aims, values)
            options = self._measured(start, figures, aims, values, quick)
            sets = self._sets(start, options, aims, values)
            if not sets:
                return
            found = []
            for n, edits in enumerate(sets, 1):
                (after,), _ = self._played([edits], TRY_GAMES, quick, aims, values)
                found.append((float(aims.short(after).sum()), edits, after))
                self.told("trying", n, len(sets))
            found.sort(key=lambda one: (one[0] > 0, one[0] if one[0] > 0 else size_of(one[1])))
            for short, edits, _ in found:
                if short < NEAR and self._confirmed(edits):
                    return
            start, values = self._next(found)

    def _next(self, found: list[tuple[float, tuple[Edit, ...], Values]]) -> tuple[tuple[Edit, ...], Values]:
        """Where another round begins: at the best that was judged, if it was now, or that was tried."""
        if self._best is not None and any(edits == self._best[0] for _, edits, _ in found):
            edits, judgement = self._best
            return edits, np.nan_to_num([verdict.found.value for verdict in judgement.verdicts])
        return found[0][1], found[0][2]

    def _confirmed(self, edits: tuple[Edit, ...]) -> bool:
        """Whether a judgement on fresh seeds finds all targets met; fewer edits are tried as well."""
        if self.judged > CONFIRMATIONS or self._judge(edits).status != "met":
            return self.judged > CONFIRMATIONS
        for size in range(1, len(edits)):
            for fewer in combinations(edits, size):
                (values,), aims = self._played([fewer], TRY_GAMES, self._kinds)
                if aims.short(values).sum() == 0 and self._judge(fewer).status == "met":
                    return True
        return True

    def _judge(self, edits: tuple[Edit, ...]) -> Judgement:
        scenario = self.draft.unchecked(numbers_of(edits)) if edits else self.draft.scenario
        seed = fresh_seed(self.seed, self.judged)
        phase: Phase = "confirming" if edits else "judging"
        most = games_needed(scenario, self.planned)

        def told(games: int) -> None:
            self.told(phase, games, most)

        told(0)
        judgement = judge(self.hands, self.name, scenario, self.lines, self.planned, seed, progress=told)
        self.judged += 1
        if edits and (self._best is None or _key(edits, judgement) < _key(*self._best)):
            self._best = edits, judgement
        return judgement

    def _quick_kinds(self, aims: Aims, values: Values) -> tuple[str, ...]:
        """The line-ups that steps are played with: those of the ladder only where it is not met."""
        claims = self._claims()
        short = aims.short(values)
        wanted = [
            players for (target, players), s in zip(claims, short, strict=True) if target != "ladder" or s
        ]
        return tuple(dict.fromkeys(kind for players in wanted for kind in players)) or self._kinds[:1]

    @property
    def _kinds(self) -> tuple[str, ...]:
        return kinds_needed(self.aims)

    def _claims(self) -> list[tuple[str, tuple[str, ...]]]:
        compiled = {
            seats: trial_of(self.draft.scenario, "random", seats).compiled for seats in self._departments
        }
        return [
            (claim.target, claim.players) for claim in claims_of(compiled, self.aims.targets, self.planned)
        ]

    @property
    def _departments(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self.aims.departments))

    def _measured(
        self,
        start: tuple[Edit, ...],
        figures: Sequence[Figure],
        aims: Aims,
        values: Values,
        kinds: tuple[str, ...],
    ) -> list[Option[Edit]]:
        """The edits that help somewhere, with their effects on every claim."""
        (base,), _ = self._played([start], STEP_GAMES, kinds, aims)
        chosen: list[Edit] = []
        for leap in LEAPS:  # where a step changes nothing in what is missed, several may
            steps = [edit for edit in moved(figures, start, leap) if self._is_allowed(edit)]
            effects = self._effects(start, steps, base, STEP_GAMES, kinds, "stepping")
            chosen, is_enough = self._promising(start, steps, effects, aims, values)
            if is_enough:
                break
        (base,), _ = self._played([start], MEASURE_GAMES, kinds, aims)
        effects = self._effects(start, chosen, base, MEASURE_GAMES, kinds, "measuring")
        return [
            Option(edit, edit.figure.path, edit.figure.steps(edit.to), effect)
            for edit, effect in zip(chosen, effects, strict=True)
        ]

    def _is_allowed(self, edit: Edit) -> bool:
        """Whether the format allows the number for itself: quicker than asking for a valid scenario."""
        figure = edit.figure
        if edit.to in (figure.low, figure.high):
            return True
        try:
            self.draft.unchecked(numbers_of([edit]))
        except ValidationError:
            return False
        return abs(edit.to - figure.value) > figure.step  # one step that is left out makes no difference

    def _is_valid(self, edits: tuple[Edit, ...]) -> bool:
        return self.draft.variant(numbers_of(edits)) is not None

    def _promising(
        self, start: tuple[Edit, ...], steps: list[Edit], effects: list[Values], aims: Aims, values: Values
    ) -> tuple[list[Edit], bool]:
        """The steps that bring a claim nearest to its aim for what they spoil, and more of the same.

        Also whether each claim that falls short has some that help it.
        """
        is_enough = True
        short = aims.short(values)
        below = values < aims.low + aims.room
        chosen: dict[tuple[Place, int], tuple[float, Edit]] = {}
        for claim in np.flatnonzero(short > 0):
            ranked = []
            for edit, effect in zip(steps, effects, strict=True):
                toward = float(effect[claim] if below[claim] else -effect[claim]) / float(aims.scale[claim])
                if toward <= 0:
                    continue
                times = min(float(short[claim]) / toward, FARTHEST)
                left = float(aims.short(values + effect * times).sum())
                ranked.append((left + 0.1 * times, times, edit))
            is_enough &= bool(ranked)
            ranked.sort(key=lambda one: one[0])
            valid = (one for one in ranked if self._is_valid((*without(start, one[2]), one[2])))
            for left, times, edit in islice(valid, FOR_EACH_CLAIM):
                at = next((old.to for old in start if old.figure.path == edit.figure.path), edit.figure.value)
                for more in more_of(edit, at, times):
                    if self._is_valid((*without(start, more), more)):
                        chosen.setdefault((edit.figure.path, more.to), (left, more))
        best = sorted(chosen.values(), key=lambda one: one[0])
        return [edit for _, edit in best[:MOST_MEASURED]], is_enough

    def _effects(
        self,
        start: tuple[Edit, ...],
        edits: Sequence[Edit],
        base: Values,
        games: int,
        kinds: tuple[str, ...],
        phase: Phase,
    ) -> list[Values]:
        """What each edit changes in every claim, on common luck; 0 where it was not measured."""
        out = []
        variants = ((*without(start, edit), edit) for edit in edits)
        for n, values in enumerate(self._each(variants, games, kinds), 1):
            out.append(np.nan_to_num(values[0] - base))
            self.told(phase, n, len(edits))
        return out

    def _sets(
        self, start: tuple[Edit, ...], options: list[Option[Edit]], aims: Aims, values: Values
    ) -> list[tuple[Edit, ...]]:
        """The smallest sets that should meet all aims, the smallest first."""
        out: list[tuple[Edit, ...]] = []
        tried: list[frozenset[int]] = []
        for _ in range(SETS if options else 0):
            picked = choose(
                options, values, aims.low + aims.room, aims.high - aims.room, aims.scale, tried, MOST_EDITS
            )
            if not picked:
                break
            tried.append(frozenset(picked))
            edits = [options[i].what for i in picked]
            rest = [old for old in start if all(old.figure.path != new.figure.path for new in edits)]
            out.append(tuple(edit for edit in (*rest, *edits) if edit.to != edit.figure.value))
        return out

    def _played(
        self,
        variants: Sequence[tuple[Edit, ...]],
        games: int,
        kinds: tuple[str, ...],
        aims: Aims | None = None,
        usual: Values | float = 0.0,
    ) -> tuple[list[Values], Aims]:
        """The values of all claims in each variant; and the aims, with the room that the first one needs.

        ``usual`` are the values of claims that these line-ups say nothing of.
        """
        found = list(self._each(variants, games, kinds))
        if aims is None:
            aims = Aims.of(found[0], sqrt(games / self.planned))
        return [np.where(np.isnan(values), usual, values) for values, *_ in found], aims

    def _each(
        self, variants: Iterable[tuple[Edit, ...]], games: int, kinds: tuple[str, ...]
    ) -> Iterator[Values]:
        """Each variant, as ``_looked`` sees it."""
        line_ups = [(seats, kind) for seats in self._departments for kind in kinds]
        scenarios: list[Scenario] = []

        def trials() -> Iterator[Trial]:
            for edits in variants:
                scenarios.append(self.draft.unchecked(numbers_of(edits)))
                for seats, kind in line_ups:
                    yield trial_of(scenarios[-1], kind, seats, self.seed)

        results = self.hands.results(trials(), games)
        for first in results:
            mine = [first, *(next(results) for _ in line_ups[1:])]
            self.tried += 1
            yield self._looked(dict(zip(line_ups, mine, strict=True)), games)

    def _looked(self, found: dict[tuple[int, str], Result], games: int) -> Values:
        """Six rows: the value of each claim, wanted from and to, possible from and to, half its bounds."""
        compiled = {seats: result.compiled for (seats, _), result in found.items()}
        rows = []
        for claim in claims_of(compiled, self.aims.targets, games):
            new = {kind: result for (seats, kind), result in found.items() if seats == claim.departments}
            if set(claim.players) <= set(new):
                claim.look(new)
            bounds = claim.found
            half = (bounds.high - bounds.low) / 2
            rows.append((bounds.value, claim.wanted.low, claim.wanted.high, *claim.limits, half))
        return np.array(rows, np.float64).T


def _key(edits: Sequence[Edit], judgement: Judgement) -> tuple[int, int, int, int]:
    return (*shortfall(judgement), *size_of(edits))
