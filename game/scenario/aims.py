"""What a scenario is after: medals and their conditions (rule 8), and balance targets."""

from typing import Literal

from pydantic import Field

from game.rules.limits import CONDITIONS, MECHANISMS
from game.scenario.scales import Bound, Level, Seats, Threshold
from game.scenario.texts import Kind, OrganisationMeasure, Part


class GoalCondition(Part):
    """A condition that every medal needs (rule 8.2)."""

    measure: OrganisationMeasure
    """What is counted for the whole organisation (rule 8.4)."""
    level: Level | None = None
    """With `tokens_at_least`: the level."""
    best: bool = False
    """With `tokens_at_least`: count the best audience only."""
    at_least: Bound | None = None
    """It came true at this number or more."""
    at_most: Bound | None = None
    """It came true at this number or less."""


class Medals(Part):
    """Team points for each medal (rule 8.2)."""

    bronze: Threshold
    """Below this everybody loses."""
    silver: Threshold
    """More than bronze."""
    gold: Threshold
    """More than silver."""


class Goal(Part):
    """When the team wins."""

    medals: dict[Seats, Medals]
    """By number of departments: one entry for each number in `in_play`."""
    conditions: tuple[GoalCondition, ...] = Field(default=(), max_length=CONDITIONS)
    """What every medal needs besides the points."""


class MedalRate(Part):
    """The share of games that reach a medal or better."""

    players: Kind
    """The computer players of the line-up."""
    medal: Literal["bronze", "silver", "gold"]
    """This medal or better."""
    within: tuple[float, ...] = Field(min_length=2, max_length=2)
    """Lowest and highest share, between 0 and 1."""


class SeatShare(Part):
    """How often each seat is colleague of the year, in fair shares."""

    players: Kind
    """The computer players of the line-up."""
    within: tuple[float, ...] = Field(min_length=2, max_length=2)
    """Lowest and highest, times a fair share; 1 is exactly fair."""


class DeadMechanisms(Part):
    """How many mechanisms may go unplayed by everybody."""

    players: Kind
    """The computer players of the line-up."""
    max: int = Field(ge=0, le=MECHANISMS)
    """At most so many."""


class LostWeeks(Part):
    """How many weeks may be lost on average."""

    players: Kind
    """The computer players of the line-up."""
    max_mean: float = Field(ge=0, le=12)
    """At most so many a game, on average."""


class StrongMechanisms(Part):
    """How far a mechanism may stand above the others on its step by what its dice lift."""

    max_ratio: float = Field(ge=1, le=100)
    """A how- or why-mechanism lifts at most so many times as much in an hour as the others on its step."""


class Targets(Part):
    """What the simulator must find before the scenario counts as balanced; all optional."""

    medal_rate: MedalRate | None = None
    ladder: tuple[Kind, ...] | None = Field(default=None, min_length=2, max_length=6)
    """Line-ups in rising order: each is proven better than the one before."""
    seat_share: SeatShare | None = None
    dead_mechanisms: DeadMechanisms | None = None
    lost_weeks: LostWeeks | None = None
    strong_mechanisms: StrongMechanisms | None = None


class Balance(Part):
    """Balance targets, judged by `piramide balance`."""

    departments: tuple[Seats, ...] = Field(min_length=1, max_length=5)
    """The numbers of departments that are judged; each one in `in_play`."""
    games: int = Field(default=20_000, ge=100, le=10_000_000)
    """How many games are played to judge a target."""
    targets: Targets
