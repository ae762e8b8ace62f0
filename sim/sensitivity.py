"""Which number of a scenario matters: one step at a time, then all at once (Morris), then in shares (Sobol).

All three play on common luck. *One step at a time* changes one number of the scenario as it is, and
compares game by game, the luck of the dice taken out of points as in ``compare``. *Morris* (M. D. Morris,
*Factorial sampling plans for preliminary computational experiments*, Technometrics 33 (1991) 161-174)
changes one number while all others are at random a step away or not: ``mu_star`` is how much it matters,
``sigma`` how much that hangs on the others. *Sobol* tells which share of the variance a number makes up
by itself and with others (A. Saltelli e.a., Computer Physics Communications 181 (2010) 259-270). Both
come from SALib.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray

from game.scenario.models import Scenario
from sim.crew import Crew, crew
from sim.figures import Draft, Figure
from sim.given import check_path, whole, workers_of
from sim.keeping import Kept
from sim.result import Result
from sim.statistics import ERROR, Interval, mean_interval, mean_without_luck
from sim.trial import Trial, trial_of
from sim.trouble import SimulationError

Quantity = Literal["points", "bronze", "silver", "gold", "lost_weeks"]
QUANTITIES: Final[tuple[Quantity, ...]] = ("points", "bronze", "silver", "gold", "lost_weeks")
LEVELS: Final = 4  # of Morris' grid
GAMES: Final = 200  # of each variant
PATHS: Final = 6  # Morris' trajectories
MOST_IN_SHARES: Final = 8  # numbers that Sobol looks at
_SEED: Final = 1991  # of SALib's designs: the same study twice is the same study


@dataclass(frozen=True, slots=True)
class Step:
    """What changing one number by one step does, and nothing else: B less A, game by game."""

    to: int
    effects: Mapping[Quantity, Interval]


@dataclass(frozen=True, slots=True)
class Screened:
    """How much a number matters to the points where the others are a step away or not.

    ``mu_star``: the mean size of the effect of one step, times the steps of its range (``low`` to ``high``);
    ``surely``: that give or take so much, with 95 % confidence. ``sigma``: how much the effect differs.
    """

    mu_star: float
    surely: float
    sigma: float


@dataclass(frozen=True, slots=True)
class Share:
    """The share of the variance of points that a number makes up by itself, and with others."""

    alone: float
    alone_surely: float
    together: float
    together_surely: float


@dataclass(frozen=True, slots=True)
class Weight:
    """All that was found about one number."""

    figure: Figure
    steps: tuple[Step, ...]
    screened: Screened | None = None
    share: Share | None = None

    def largest(self, quantity: Quantity) -> float:
        """The size of the largest effect of one step."""
        return max(abs(step.effects[quantity].value) for step in self.steps)

    def is_proven(self, quantity: Quantity) -> bool:
        """Whether a step has an effect for sure."""
        return any(step.effects[quantity].leaves_out(0) for step in self.steps)


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What ``sensitivity`` found; ``weights`` has the number that matters most first."""

    name: str
    scenario: Scenario
    departments: int
    players: tuple[str, ...]
    games: int
    seed: int
    paths: int
    base: Mapping[Quantity, float]
    weights: tuple[Weight, ...]

    def json(self) -> dict[str, object]:
        """What ``piramide sensitivity --json`` prints."""
        return {
            "scenario": self.scenario.id,
            "scenario_hash": self.scenario.hash,
            "file": self.name,
            "departments": self.departments,
            "players": list(self.players),
            "games": self.games,
            "seed": self.seed,
            "trajectories": self.paths,
            "as_it_is": dict(self.base),
            "numbers": [_json(weight) for weight in self.weights],
        }


def _json(weight: Weight) -> dict[str, object]:
    figure, screened, share = weight.figure, weight.screened, weight.share
    return {
        "number": ".".join(map(str, figure.path)),
        "line": figure.line,
        "value": figure.value,
        "steps": [
            {
                "to": step.to,
                **{
                    name: {"difference": found.value, "low": found.low, "high": found.high}
                    for name, found in step.effects.items()
                },
            }
            for step in weight.steps
        ],
        "morris": None
        if screened is None
        else {"mu_star": screened.mu_star, "mu_star_bounds": screened.surely, "sigma": screened.sigma},
        "sobol": None
        if share is None
        else {
            "first": share.alone,
            "first_bounds": share.alone_surely,
            "total": share.together,
            "total_bounds": share.together_surely,
        },
    }


def sensitivity(
    scenario: str | Path,
    games: int = GAMES,
    players: str | Sequence[str] = "cooperative",
    departments: int | None = None,
    seed: int = 0,
    workers: int | None = None,
    *,
    paths: int = PATHS,
    shares: int = 0,
    cluster: str | None = None,
    kept: Kept | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Sensitivity:
    """Find which numbers of a scenario file matter to the points.

    Parameters
    ----------
    scenario
        A path, or the id of a shipped scenario.
    games
        Games of each variant, all on common luck.
    paths
        Morris' trajectories, at least 2; 0 leaves Morris out.
    shares
        Sobol's samples, a power of 2; 0 leaves Sobol out. It looks at the numbers that matter most.
    cluster, kept
        As for ``crew.crew``.
    progress
        Called with the number of variants played so far, and of all.

    Raises
    ------
    SimulationError
        If the study cannot be played as it was asked for.
    ScenarioError, ScenarioNotFound
        If the scenario is invalid or cannot be found.
    """
    check_path("scenario", scenario)
    games, paths, shares = whole("games", games, 2), whole("paths", paths, 0), whole("shares", shares, 0)
    workers = workers_of(workers)
    if paths == 1 or shares & (shares - 1):
        raise SimulationError("sensitivity_numbers")
    draft = Draft.of(scenario)
    base = trial_of(draft.scenario, players, departments, seed)
    seats = base.compiled.seats
    figures = draft.figures([seats])
    total = Count(figures, paths, shares).total
    done = _Told(progress, total)
    with crew(workers, cluster, kept) as hands:
        study = _Study(draft, base, games, hands, done)
        before, weights = study.one_step(figures)
        screens = study.morris(figures, paths) if paths else [None] * len(figures)
        found = [
            Weight(figure, steps, one) for figure, steps, one in zip(figures, weights, screens, strict=True)
        ]
        found.sort(key=_rank)
        if shares:
            found = study.sobol(found, shares)
    return Sensitivity(
        str(scenario), draft.scenario, seats, base.kinds, games, seed, paths, before, tuple(found)
    )


def _rank(weight: Weight) -> float:
    return -(weight.screened.mu_star if weight.screened else weight.largest("points"))


@dataclass(frozen=True, slots=True)
class Count:
    """How many variants a study plays."""

    figures: Sequence[Figure]
    paths: int
    shares: int

    @property
    def total(self) -> int:
        """All of them."""
        k = len(self.figures)
        one_step = 1 + sum(len(_others(figure)) for figure in self.figures)
        return one_step + self.paths * (k + 1) + self.shares * (min(k, MOST_IN_SHARES) + 2)


@dataclass(slots=True)
class _Told:
    progress: Callable[[int, int], None] | None
    total: int
    done: int = 0

    def __call__(self) -> None:
        self.done += 1
        if self.progress is not None:
            self.progress(self.done, self.total)


@dataclass(frozen=True, slots=True)
class _Study:
    draft: Draft
    base: Trial
    games: int
    hands: Crew
    told: _Told

    def one_step(self, figures: Sequence[Figure]) -> tuple[dict[Quantity, float], list[tuple[Step, ...]]]:
        """The scenario as it is, and for each number what a step down and a step up do."""
        edits: list[dict[tuple[str | int, ...], int]] = [{}]
        edits += [{figure.path: to} for figure in figures for to in _others(figure)]
        results = self._results((self.draft.unchecked(edit) for edit in edits), measures=True)
        first = next(results)
        steps = [tuple(_step(to, first, next(results)) for to in _others(figure)) for figure in figures]
        return {name: float(quantity(first, name).mean()) for name in QUANTITIES}, steps

    def morris(self, figures: Sequence[Figure], paths: int) -> list[Screened]:
        """Morris' screening of the points."""
        return screened(figures, paths, lambda design: self._points(figures, design))

    def sobol(self, weights: list[Weight], samples: int) -> list[Weight]:
        """Sobol's shares of those that matter most; the others stay as they are."""
        sample, analyze = _salib("sobol")
        top = weights[:MOST_IN_SHARES]
        figures = [weight.figure for weight in top]
        problem = _problem(figures)
        design = sample.sample(problem, samples, calc_second_order=False, seed=_SEED)
        points = self._points(figures, design)
        found = analyze.analyze(problem, points, calc_second_order=False, seed=_SEED)
        columns = (found["S1"], found["S1_conf"], found["ST"], found["ST_conf"])
        shares = [Share(*map(float, row)) for row in zip(*columns, strict=True)]
        out = [
            Weight(weight.figure, weight.steps, weight.screened, share)
            for weight, share in zip(top, shares, strict=True)
        ]
        out.sort(key=lambda weight: -weight.share.together if weight.share else 0)
        return out + weights[MOST_IN_SHARES:]

    def _points(self, figures: Sequence[Figure], design: NDArray[Any]) -> NDArray[Any]:
        variants = (
            self.draft.unchecked({f.path: at(f, place) for f, place in zip(figures, row, strict=True)})
            for row in design
        )
        return np.array([result.points.mean() for result in self._results(variants)])

    def _results(self, variants: Iterator[Scenario], *, measures: bool = False) -> Iterator[Result]:
        trials = (
            trial_of(variant, self.base.kinds, self.base.compiled.seats, self.base.seed)
            for variant in variants
        )
        for result in self.hands.results(trials, self.games, measures=measures):
            self.told()
            yield result


def screened(
    figures: Sequence[Figure], paths: int, points: Callable[[NDArray[Any]], NDArray[Any]]
) -> list[Screened]:
    """Morris' screening of what ``points`` gives for each row of places (``at``)."""
    sample, analyze = _salib("morris")
    problem = _problem(figures)
    design = sample.sample(problem, paths, num_levels=LEVELS, seed=_SEED)
    found = analyze.analyze(problem, design, points(design), num_levels=LEVELS, seed=_SEED)
    columns = (found["mu_star"], found["mu_star_conf"], found["sigma"])
    return [
        Screened(*(float(effect) * _reach(figure) for effect in effects))
        for figure, *effects in zip(figures, *columns, strict=True)
    ]


def _reach(figure: Figure) -> float:
    """What makes an effect by unit of place one over the whole range.

    A move of the design is ``LEVELS / 2`` of its ``LEVELS - 1`` stretches long, and always crosses exactly
    one step of the number (``at``); the range has one or two.
    """
    return LEVELS / 2 / (LEVELS - 1) * len(_others(figure))


def _step(to: int, before: Result, after: Result) -> Step:
    """What a variant does, game by game; from points the luck of the dice is taken out, as in ``compare``."""
    effects: dict[Quantity, Interval] = {}
    for name in QUANTITIES:
        between = quantity(after, name) - quantity(before, name)
        if name == "points":
            effects[name], _ = mean_without_luck(between, after.luck - before.luck, ERROR)
        else:
            effects[name] = mean_interval(between, error=ERROR)
    return Step(to, effects)


def quantity(result: Result, name: Quantity) -> NDArray[Any]:
    """A quantity of each game: (games,)."""
    match name:
        case "points":
            return result.points
        case "lost_weeks":
            return result.lost_weeks
        case _:
            return (result.medal >= ("bronze", "silver", "gold").index(name) + 1).astype(np.int64)


def at(figure: Figure, place: float) -> int:
    """The value of a number at a place between 0 and 1 of its range; as it is in the middle of it.

    Where only one side is allowed, the lower half of the range is one value and the upper half the other.
    """
    if figure.low < figure.value < figure.high:
        if place < 1 / LEVELS:
            return figure.low
        return figure.value if place <= 1 - 1 / LEVELS else figure.high
    return figure.low if place < 0.5 else figure.high


def _others(figure: Figure) -> tuple[int, ...]:
    return tuple(to for to in (figure.low, figure.high) if to != figure.value)


def _problem(figures: Sequence[Figure]) -> dict[str, Any]:
    names = [".".join(map(str, figure.path)) for figure in figures]
    return {"num_vars": len(figures), "names": names, "bounds": [[0.0, 1.0]] * len(figures)}


def _salib(method: str) -> tuple[Any, Any]:
    """SALib's sampler and analysis; imported late: an extra, and slow to load."""
    return import_module(f"SALib.sample.{method}"), import_module(f"SALib.analyze.{method}")
