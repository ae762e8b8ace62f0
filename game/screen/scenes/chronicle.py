"""A whole game looked back on: counts for the debrief, from its facts alone."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from game.rules.fact import (
    Dice,
    Fact,
    Friday,
    LostWeek,
    Moved,
    Paid,
    Played,
    Redrawn,
    ShakeOut,
    Suspects,
    Talked,
    TurnedUp,
    Week,
)
from game.rules.limits import LEVELS
from game.rules.score import worth
from game.scenario.models import Scenario
from game.screen.theme import Depth

DEPTHS: tuple[Depth, ...] = ("what", "how", "why")
Levels = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """Some of many."""

    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class Chronicle:
    """What a game was like.

    ``levels`` holds the tokens on each level at the start, after every Friday, and after the
    shake-out. ``kept`` counts, by depth, lifts that still stood at the end, of all lifts; ``yields`` what
    those that stood were worth together, for the hours that plays of that depth took. ``blind``
    are the dice of plays on audiences of whom no motive was known, ``seeing`` those on others.
    ``missed`` are messages that fitted nobody, of all messages; ``plays`` counts broadcasts too.
    """

    levels: tuple[Levels, ...]
    lost_weeks: tuple[int, ...]
    kept: tuple[Share, ...]
    yields: tuple[Share, ...]
    blind: Share
    seeing: Share
    attention: tuple[tuple[str, str, int], ...]
    mixed: int
    coherent: int
    missed: Share
    plays: int
    talks: int
    blown: int
    points_before: int

    @property
    def weeks(self) -> int:
        """How many Fridays the game had; fewer than the scenario's weeks if it was ended early."""
        return len(self.levels) - 2

    def asked_of(self, audience: str) -> int:
        """How much attention all departments together asked of an audience."""
        return sum(n for _, who, n in self.attention if who == audience)

    def asked(self, seat: str, audience: str) -> int:
        """How much attention a department asked of an audience."""
        return sum(n for by, who, n in self.attention if (by, who) == (seat, audience))


@dataclass
class _Lift:
    depth: Depth
    to: int
    stands: bool = True


@dataclass
class _Group:
    """A token, and the lifts that it still stands on."""

    lifts: list[_Lift] = field(default_factory=list)


class _Teller:
    """Follows every token through the facts."""

    def __init__(self, scenario: Scenario, seats: int) -> None:
        self.scenario = scenario
        self.cells: dict[tuple[str, int, str], list[_Group]] = {}
        for audience in scenario.audiences[: seats + 1]:
            for level, n in enumerate(audience.tokens):
                self.cells[audience.id, level, "firm"] = [_Group() for _ in range(n)]
        self.lifts: list[_Lift] = []
        self.levels: list[Levels] = [self.now()]
        self.lost: list[int] = []
        self.known: dict[str, set[str]] = {}
        self.rolled = {True: [0, 0], False: [0, 0]}
        self.paid: dict[tuple[str, str], int] = {}
        self.plays: list[Played] = []
        self.talks = self.blown = self.before = self.week = 0
        self.hours = dict.fromkeys(DEPTHS, 0)
        self.spent = 0
        self.play: Played | None = None
        self.on_friday = False

    def now(self) -> Levels:
        counts = [0] * LEVELS
        for (_, level, _), groups in self.cells.items():
            counts[level] += len(groups)
        return tuple(counts)

    def hear(self, fact: Fact) -> None:
        match fact:
            case Week(week, _):
                self._close_friday()
                self.week = week
            case Friday():
                self.on_friday = True
            case LostWeek():
                self.lost.append(self.week)
            case ShakeOut(points):
                self._close_friday()
                self.before = points
            case Played():
                self.play = fact
                self.plays.append(fact)
                self._take_hours(fact)
            case Dice(purpose="play", audience=who, rolls=rolls, lifted=lifted) if self.play is not None:
                if self.play.case != "certain":
                    count = self.rolled[bool(self.known.get(who))]
                    count[0] += lifted
                    count[1] += len(rolls)
            case Moved():
                self._move(fact)
            case Suspects(audience, n):
                self.cells.setdefault((audience, 0, "firm"), []).extend(_Group() for _ in range(n))
            case TurnedUp(audience, _, place):
                self.known.setdefault(audience, set()).add(place)
            case Redrawn(audience):
                self.known.get(audience, set()).discard("side")
            case Talked():
                self.talks += 1
            case Paid(_, hours, None, _):
                self.spent = hours
            case Paid(seat, _, audience, attention) if audience is not None:
                self.paid[seat, audience] = self.paid.get((seat, audience), 0) + attention

    def _take_hours(self, play: Played) -> None:
        """The hours of a play; a broadcast is paid once, and told of for each audience that it reaches."""
        mechanism = self.scenario.mechanism(play.mechanism)
        self.hours[mechanism.depth] += self.spent if play.case == "certain" else mechanism.hours
        self.spent = 0

    def _close_friday(self) -> None:
        if self.on_friday:
            self.levels.append(self.now())
            self.on_friday = False

    def _move(self, fact: Moved) -> None:
        (level, bond), (to, to_bond) = fact.from_, fact.to
        source = self.cells.setdefault((fact.audience, level, bond), [])
        if fact.cause == "shake_out":
            self.blown += fact.n
        for _ in range(fact.n):
            group = source.pop()
            if to < level:
                for lift in group.lifts:
                    lift.stands = lift.stands and lift.to <= to
                group.lifts = [lift for lift in group.lifts if lift.stands]
            elif fact.cause in ("play", "broadcast") and self.play is not None:
                lift = _Lift(self.scenario.mechanism(self.play.mechanism).depth, to)
                group.lifts.append(lift)
                self.lifts.append(lift)
            self.cells.setdefault((fact.audience, to, to_bond), []).append(group)


def chronicle(scenario: Scenario, seats: int, facts: Iterable[Fact]) -> Chronicle:
    """The story of a game from all its facts, in their order."""
    told = _Teller(scenario, seats)
    for fact in facts:
        told.hear(fact)
    told.levels.append(told.now())
    messages = [play for play in told.plays if play.case != "certain"]
    blind, seeing = told.rolled[False], told.rolled[True]
    return Chronicle(
        levels=tuple(told.levels),
        lost_weeks=tuple(told.lost),
        kept=tuple(
            Share(
                sum(lift.stands for lift in told.lifts if lift.depth == depth),
                sum(lift.depth == depth for lift in told.lifts),
            )
            for depth in DEPTHS
        ),
        yields=tuple(
            Share(
                sum(
                    worth(one.to) - worth(one.to - 1) for one in told.lifts if one.stands and one.depth == of
                ),
                told.hours[of],
            )
            for of in DEPTHS
        ),
        blind=Share(blind[0], blind[1]),
        seeing=Share(seeing[0], seeing[1]),
        attention=tuple((seat, who, n) for (seat, who), n in told.paid.items()),
        mixed=sum(play.mixed for play in told.plays),
        coherent=sum(play.coherent for play in told.plays),
        missed=Share(sum(play.case == "neither" for play in messages), len(messages)),
        plays=len(told.plays),
        talks=told.talks,
        blown=told.blown,
        points_before=told.before,
    )
