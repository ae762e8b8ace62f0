"""What would help a medal that is won too often or too rarely: measured, never guessed.

Every mechanism in play is made one step easier (or harder) in its difficulty and in its reach, one at a
time, on common luck. What moves the medal most in the right direction, and is proven to, is played again
beside the scenario as it is on seeds that the search never saw: only that is told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from pydantic import ValidationError

from game.rules.chance import POSITIVE, stir
from game.rules.limits import MEDALS
from game.scenario.compiling import compile as compile_tables
from game.scenario.models import Scenario
from sim.crew import Crew
from sim.figures import Draft, Figure
from sim.result import Result, mechanisms_in_play
from sim.statistics import ERROR, Interval, mean_interval
from sim.trial import trial_of

SEARCHED: Final = 250  # games of each step
CONFIRMED: Final = 2000
EASIER: Final = {"mechanisms.*.difficulty": -1, "mechanisms.*.reach": 1}


@dataclass(frozen=True, slots=True)
class Remedy:
    """A step of one number, and the share of games with the medal before and after it.

    ``change`` is the difference game by game, with bounds; both are of the same ``games`` fresh games.
    """

    figure: Figure
    to: int
    before: float
    after: float
    change: Interval
    games: int

    def json(self) -> dict[str, object]:
        """``helps`` in ``piramide balance --json``."""
        return {
            "number": ".".join(map(str, self.figure.path)),
            "line": self.figure.line,
            "from": self.figure.value,
            "to": self.to,
            "rate_before": self.before,
            "rate_after": self.after,
            "difference": self.change.value,
            "low": self.change.low,
            "high": self.change.high,
            "games": self.games,
        }


def remedy(
    hands: Crew, draft: Draft, kind: str, departments: int, medal: str, seed: int, *, more: bool
) -> Remedy | None:
    """The step that most helps to win a medal ``more`` often, or less; None if none is proven to."""
    sign = 1 if more else -1
    steps = list(_steps(draft, departments, sign))
    if not steps:
        return None

    def rates(found: Result) -> NDArray[np.int64]:
        return (found.medal >= MEDALS.index(medal)).astype(np.int64)

    def played(tried: Sequence[_Step], games: int, seed: int) -> Iterator[NDArray[np.int64]]:
        scenarios = [draft.scenario, *(step.scenario for step in tried)]
        trials = (trial_of(scenario, kind, departments, seed) for scenario in scenarios)
        return (rates(found) for found in hands.results(trials, games))

    before, *after = played(steps, SEARCHED, seed)
    gains = [sign * float((one - before).mean()) for one in after]
    best = steps[int(np.argmax(gains))]
    games, fresh = CONFIRMED, stir(stir(seed, 5), departments) & POSITIVE
    before, one = played([best], games, fresh)
    change = mean_interval(one - before, error=ERROR)
    if not change.leaves_out(0) or sign * change.value < 0:
        return None
    return Remedy(best.figure, best.to, float(before.mean()), float(one.mean()), change, games)


@dataclass(frozen=True, slots=True)
class _Step:
    figure: Figure
    to: int
    scenario: Scenario


def _steps(draft: Draft, departments: int, sign: int) -> Iterator[_Step]:
    """Each mechanism in play one step easier (``sign`` 1) or harder, where the format allows it."""
    in_play = mechanisms_in_play(compile_tables(draft.scenario, departments))
    for path, value in draft.numbers():
        figure = Figure(path, value, value, value, draft.document.place(path).value.line)
        step = sign * EASIER.get(figure.shape, 0)
        if not step or draft.scenario.mechanisms[int(path[1])].id not in in_play:
            continue
        try:
            scenario = draft.unchecked({path: value + step})
        except ValidationError:  # out of the format's bounds
            continue
        yield _Step(figure, value + step, scenario)
