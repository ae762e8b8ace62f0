"""What the targets of a scenario claim, one by one, and how each is judged while games come in.

A target of the file becomes one or more claims: for each number of departments, and for each seat
(``seat_share``) or step (``ladder``). All claims of one target share its chance of a false verdict, so
that a target as a whole is wrongly called missed in at most 5 % of studies, however often one looks.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from itertools import pairwise
from math import inf, nan
from typing import Any, Literal, assert_never

import numpy as np
from numpy.typing import NDArray

from game.rules.limits import MEDALS, TOP
from game.rules.score import worth
from game.scenario.aims import Targets
from game.scenario.compiling import Compiled
from game.scenario.events import Event, SuspectsEffect
from sim.result import Result, mechanisms_in_play
from sim.statistics import ERROR, Interval, MeanSequence, Status, within
from sim.strength import strengths

Target = Literal["medal_rate", "ladder", "seat_share", "dead_mechanisms", "lost_weeks", "strong_mechanisms"]
NewGames = Mapping[str, Result]
"""Results of the same new games, by kind of player."""

MORE = float(np.nextafter(0, 1))  # more than nothing: what a step of the ladder has to bring

DEAD = 0.001
"""A mechanism that is played in fewer games than this share is one that nobody ever plays."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a target asks for: from ``low`` to ``high``; ``said`` is how the file puts it."""

    low: float
    high: float
    said: dict[str, object]


@dataclass(slots=True)
class MeanClaim:
    """A claim about one mean; ``measured`` gives its values.

    ``players`` are the kinds that it compares or, if it is one, plays with. ``subject`` is the seat.
    """

    target: Target
    departments: int
    players: tuple[str, ...]
    wanted: Wanted
    measured: Callable[[NewGames], NDArray[Any]]
    sequence: MeanSequence
    subject: str | None = None
    games: int = 0
    status: Status = "undecided"

    @property
    def found(self) -> Interval:
        """The mean so far (nan before the first value), and bounds that hold at every look."""
        return self.sequence.interval

    @property
    def limits(self) -> tuple[float, float]:
        """What no value can be below or above."""
        return self.sequence.lowest, self.sequence.highest

    def look(self, new: NewGames) -> None:
        """Take new games in, and judge what is still open."""
        self.sequence.update(self.measured(new))
        self.games += len(new[self.players[0]])
        if self.status == "undecided":
            self.status = within(self.found, self.wanted.low, self.wanted.high)


@dataclass(slots=True)
class DeadClaim:
    """The claim that at most so many mechanisms are played by nobody; one sequence for each."""

    target: Target
    departments: int
    players: tuple[str, ...]
    wanted: Wanted
    sequences: dict[str, MeanSequence]
    subject: None = None
    games: int = 0
    status: Status = "undecided"

    @property
    def limits(self) -> tuple[float, float]:
        """What no value can be below or above."""
        return 0, len(self.sequences)

    @property
    def unseen(self) -> tuple[str, ...]:
        """The mechanisms that are played too rarely, as far as was seen."""
        return tuple(name for name, use in self.sequences.items() if use.interval.value < DEAD)

    @property
    def proven(self) -> tuple[str, ...]:
        """The mechanisms that are proven to be played too rarely."""
        return tuple(name for name, use in self.sequences.items() if use.high < DEAD)

    @property
    def found(self) -> Interval:
        """How many seem dead; at least those proven dead, at most those not proven alive."""
        alive = sum(use.low >= DEAD for use in self.sequences.values())
        value = len(self.unseen) if self.games else nan
        return Interval(value, len(self.proven), len(self.sequences) - alive)

    def look(self, new: NewGames) -> None:
        """Take new games in, and judge what is still open."""
        games = new[self.players[0]]
        for name, use in self.sequences.items():
            use.update(games.used(name))
        self.games += len(games)
        if self.status == "undecided":
            self.status = within(self.found, self.wanted.low, self.wanted.high)


@dataclass(slots=True)
class StrongClaim:
    """The claim that no mechanism is more than ``most`` times as strong as the others on its step.

    No game is played for it: ``strengths`` are known from the file, so it is settled from the beginning;
    where there is nothing to compare it stays undecided.
    """

    target: Target
    departments: int
    wanted: Wanted
    most: Fraction
    strengths: dict[str, Fraction]
    players: tuple[str, ...] = ()
    subject: None = None
    games: int = 0

    @property
    def limits(self) -> tuple[float, float]:
        """What no value can be below or above."""
        return 0, inf

    @property
    def strongest(self) -> tuple[str, ...]:
        """The mechanisms that are stronger than wanted, the strongest first; if none is, the strongest."""
        ranked = sorted(self.strengths, key=lambda name: -self.strengths[name])
        return tuple(name for name in ranked if self.strengths[name] > self.most) or tuple(ranked[:1])

    @property
    def found(self) -> Interval:
        """How many times as strong the strongest is; nan where there is nothing to compare."""
        if not self.strengths:
            return Interval(nan, *self.limits)
        ratio = float(max(self.strengths.values()))
        return Interval(ratio, ratio, ratio)

    @property
    def status(self) -> Status:
        """Judged in whole numbers: what is exactly on its bound is met."""
        if not self.strengths:
            return "undecided"
        return "met" if max(self.strengths.values()) <= self.most else "missed"

    def look(self, new: NewGames) -> None:
        """Games tell nothing about it."""


Claim = MeanClaim | DeadClaim | StrongClaim


def claims_of(compiled: dict[int, Compiled], targets: Targets, planned: int) -> list[Claim]:
    """The claims of all targets; ``compiled`` has the numbers of departments that they are made for.

    ``planned`` is the number of games that may be played for each line-up.
    """
    claims: list[Claim] = []
    for one in (_medal_rate, _ladder, _seat_share, _dead_mechanisms, _lost_weeks, _strong_mechanisms):
        made = [claim for each in compiled.values() for claim in one(each, targets, planned)]
        sequences = [sequence for claim in made for sequence in _sequences(claim)]
        for sequence in sequences:
            sequence.error = ERROR / len(sequences)
        claims += made
    return claims


def _sequences(claim: Claim) -> tuple[MeanSequence, ...]:
    """What a claim may be wrong in."""
    match claim:
        case MeanClaim():
            return (claim.sequence,)
        case DeadClaim():
            return tuple(claim.sequences.values())
        case StrongClaim():
            return ()
        case _:
            assert_never(claim)


def _medal_rate(compiled: Compiled, targets: Targets, planned: int) -> Iterator[Claim]:
    if (target := targets.medal_rate) is None:
        return
    code, kind = MEDALS.index(target.medal), target.players
    low, high = target.within
    yield MeanClaim(
        "medal_rate",
        compiled.seats,
        (kind,),
        Wanted(low, high, {"medal": target.medal, "within": [low, high]}),
        lambda new: new[kind].medal >= code,
        MeanSequence(0, 1, planned),
    )


def _ladder(compiled: Compiled, targets: Targets, planned: int) -> Iterator[Claim]:
    lowest, highest = point_bounds(compiled)
    for lower, upper in pairwise(targets.ladder or ()):
        yield MeanClaim(
            "ladder",
            compiled.seats,
            (upper, lower),
            Wanted(MORE, inf, {"better_than": lower}),
            partial(_gain, upper, lower),
            MeanSequence(lowest - highest, highest - lowest, planned),
        )


def _gain(upper: str, lower: str, new: NewGames) -> NDArray[Any]:
    """Points by which one kind beats the other, game by game on common luck."""
    return new[upper].points - new[lower].points


def _seat_share(compiled: Compiled, targets: Targets, planned: int) -> Iterator[Claim]:
    if (target := targets.seat_share) is None:
        return
    low, high = target.within
    for seat, name in enumerate(compiled.ids.seats):
        yield MeanClaim(
            "seat_share",
            compiled.seats,
            (target.players,),
            Wanted(low, high, {"within": [low, high]}),
            partial(_fair_shares, target.players, seat),
            MeanSequence(0, compiled.seats, planned),
            subject=name,
        )


def _fair_shares(kind: str, seat: int, new: NewGames) -> NDArray[Any]:
    """What a seat got of being colleague of the year, in fair shares, in each game with a medal (8.3)."""
    result = new[kind]
    crowned = result.colleague[result.medal > 0]
    shares: NDArray[Any] = crowned[:, seat] / crowned.sum(axis=1) * crowned.shape[1]
    return shares


def _dead_mechanisms(compiled: Compiled, targets: Targets, planned: int) -> Iterator[Claim]:
    if (target := targets.dead_mechanisms) is None:
        return
    yield DeadClaim(
        "dead_mechanisms",
        compiled.seats,
        (target.players,),
        Wanted(0, target.max, {"max": target.max}),
        {name: MeanSequence(0, 1, planned) for name in mechanisms_in_play(compiled)},
    )


def _lost_weeks(compiled: Compiled, targets: Targets, planned: int) -> Iterator[Claim]:
    if (target := targets.lost_weeks) is None:
        return
    kind, most = target.players, target.max_mean
    yield MeanClaim(
        "lost_weeks",
        compiled.seats,
        (kind,),
        Wanted(0, most, {"max_mean": most}),
        lambda new: new[kind].lost_weeks,
        MeanSequence(0, compiled.scenario.weeks, planned),
    )


def _strong_mechanisms(compiled: Compiled, targets: Targets, planned: int) -> Iterator[Claim]:  # noqa: ARG001
    if (target := targets.strong_mechanisms) is None:
        return
    most = target.max_ratio
    wanted = Wanted(0, most, {"max_ratio": most})
    as_written = Fraction(str(most))
    yield StrongClaim("strong_mechanisms", compiled.seats, wanted, as_written, strengths(compiled))


def point_bounds(compiled: Compiled) -> tuple[int, int]:
    """Team points that no game can go below or above (8.1).

    At worst every week is lost and nobody stands on the pyramid; at best everybody who can be there,
    new suspects of events too, stands on top.
    """
    rules, weeks = compiled.scenario.rules, compiled.scenario.weeks
    audiences = len(compiled.audiences)
    people = sum(sum(audience.tokens) for audience in compiled.audiences)
    arrivals = sorted((_arrivals(event, audiences) for event in compiled.scenario.events), reverse=True)
    people += sum(arrivals[:weeks])  # one event a week, each at most once (7.3)
    best = people * worth(TOP) + rules.launch_points * TOP
    return -weeks * rules.lost_week_points, best


def _arrivals(event: Event, audiences: int) -> int:
    """The most suspects that an event can bring."""
    return max(
        sum(
            effect.n * (audiences if effect.audience == "all" else 1)
            for effect in option.effects
            if isinstance(effect, SuspectsEffect)
        )
        for option in event.options
    )
