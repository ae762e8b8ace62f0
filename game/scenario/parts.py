"""The parts of a scenario file that stand on their own: mechanisms, departments, events, goal, balance."""

from typing import Annotated, Literal

from pydantic import Field

from game.rules.limits import CONDITIONS, EFFECTS, MECHANISMS, MOTIVES, OPTIONS, SENTENCES
from game.scenario.texts import (
    Channel,
    Depth,
    Id,
    Kind,
    Line,
    Measure,
    Name,
    OrganisationMeasure,
    Part,
    Power,
    SeatMeasure,
    Short,
    Text,
)

Week = Annotated[int, Field(ge=1, le=12)]
UnlockWeek = Annotated[int, Field(ge=1, le=99)]
Track = Annotated[int, Field(ge=0, le=10)]
Hours = Annotated[int, Field(ge=1, le=8)]
Seats = Annotated[int, Field(ge=2, le=6)]
Level = Annotated[int, Field(ge=0, le=5)]
FromLevel = Annotated[int, Field(ge=0, le=4)]
Tokens = Annotated[int, Field(ge=0, le=30)]
Some = Annotated[int, Field(ge=1, le=30)]
Change = Annotated[int, Field(ge=-10, le=10)]
Bound = Annotated[int, Field(ge=0, le=9999)]
Threshold = Annotated[int, Field(ge=1, le=9999)]


class WhySentence(Part):
    """A sentence that the team may choose as *our why* (rule 1.7)."""

    id: Id
    text: Line
    motives: tuple[Id, ...] = Field(default=(), max_length=MOTIVES)
    """The motives it carries; none makes it an empty sentence (profit is no why)."""


class Organisation(Part):
    """The organisation that the players work for."""

    name: Name
    goal: Text
    """What the organisation is after, in a sentence or two."""
    why_sentences: tuple[WhySentence, ...] = Field(min_length=2, max_length=SENTENCES)
    """Two to six sentences, at least two of them with motives."""


class Rules(Part):
    """The numbers that the rulebook prints in bold; all optional."""

    hours: dict[Seats, Hours] = Field(default_factory=dict)
    """Hours per seat and week, by number of departments (rule 1.4)."""
    launch_week: int = Field(default=4, ge=0, le=12)
    """The Friday of the launch; 0 or a week past the last: no launch (rule 2.3c)."""
    launch_points: int = Field(default=3, ge=0, le=50)
    """Points for each level with at least two firm tokens at the launch."""
    lost_week_points: int = Field(default=1, ge=0, le=50)
    """Points lost in a week in which nobody talked (rule 2.3a)."""
    drift: int = Field(default=2, ge=0, le=6)
    """A loose token that nobody cared for falls when its die shows this or less (rule 2.3b)."""
    irrelevant: int = Field(default=2, ge=0, le=5)
    """Added to the difficulty of an irrelevant message (rule 3.3)."""
    will: Track = 2
    """Will at the start (rule 1.6)."""
    know_how: Track = 1
    """Know-how at the start (rule 1.6)."""
    convince_limit: Track = 4
    """How far necessity and opportunity can lift will (rule 5.1)."""
    motive_points: int = Field(default=5, ge=0, le=100)
    """Points for a personal motive that came true (rule 8.3)."""


HOURS = {2: 6, 3: 5, 4: 4, 5: 4, 6: 3}


class Mechanism(Part):
    """A conversion mechanism: it lifts people from one level to the next (rule 3.1)."""

    id: Id
    name: Name
    text: Line
    """About twelve words on the card, naming what both sides gain."""
    level: FromLevel
    """It lifts from this level (0 suspects … 4 supporters) to the next."""
    hours: Hours
    """Hours that the department spends."""
    attention: Track
    """Attention that the audience spends."""
    reach: int = Field(ge=1, le=12)
    """How many dice: at most so many tokens can be lifted at once."""
    difficulty: int = Field(ge=2, le=6)
    """A die of at least this lifts one token."""
    depth: Depth
    """What, how or why it tells."""
    channel: Channel
    motives: tuple[Id, ...] = Field(default=(), max_length=MOTIVES)
    """The motives it can appeal to: its possible messages. A broadcast has none."""
    will: Track = 0
    """The will that the organisation needs at least."""
    know_how: Track = 0
    """The know-how that the organisation needs at least."""
    power: Power | None = None
    """From level 4 only, and required there: the power that is given away (rule 5.6)."""
    broadcast: bool = False
    """A broadcast reaches every audience on its channel, without a message (rule 3.7)."""
    first_week: UnlockWeek | None = None
    """The week in which it can first be played; replaces the default of `unlock` (rule 6)."""


class Kpi(Part):
    """What a department is judged by: a measure of its own times points (rule 8.3)."""

    text: Line
    measure: SeatMeasure
    level: FromLevel | None = None
    """With `lifted`: only what was lifted from this level."""
    points: int = Field(ge=1, le=50)
    """Points for each."""


class Department(Part):
    """A department: a seat at the table when it is in play."""

    id: Id
    name: Name
    short: Short | None = None
    """At most 12 characters; required where the name is longer and six departments play."""
    icon: Id
    """A name from assets/icons."""
    toolbox: tuple[Id, ...] = Field(min_length=1, max_length=MECHANISMS)
    """The ids of the mechanisms it may play."""
    kpi: Kpi

    @property
    def label(self) -> Text:
        """The short name where there is one, else the name."""
        return self.short or self.name


class SeatInPlay(Part):
    """A department in play, and whose toolboxes it also runs (rule 1.4)."""

    department: Id
    also: tuple[Id, ...] = Field(default=(), max_length=5)
    """Departments whose toolboxes it runs too; only with two or three departments in play."""


class PersonalMotive(Part):
    """A hidden wish of a player, and when it came true (rules 1.4, 8.3)."""

    motive: Id
    text: Line
    measure: Measure
    level: Level | None = None
    """With `lifted`: the level it was lifted from. With `tokens_at_least`: the level."""
    best: bool = False
    """With `tokens_at_least`: count the best audience only."""
    at_least: Bound | None = None
    at_most: Bound | None = None
    highest: Literal[True] | None = None
    """The highest of all seats; not for measures of the organisation."""


class GoalCondition(Part):
    """A condition that every medal needs (rule 8.2)."""

    measure: OrganisationMeasure
    level: Level | None = None
    """With `tokens_at_least`: the level."""
    best: bool = False
    """With `tokens_at_least`: count the best audience only."""
    at_least: Bound | None = None
    at_most: Bound | None = None


class AttentionEffect(Part):
    """Attention of an audience goes up or down."""

    kind: Literal["attention"]
    audience: Id
    """An audience, `random` or `all`."""
    n: Change


class TrackEffect(Part):
    """Will or know-how goes up or down."""

    kind: Literal["will", "know_how"]
    n: Change


class HoursEffect(Part):
    """A department has more or fewer hours this week."""

    kind: Literal["hours"]
    department: Id
    """A department, `chair`, `random` or `all`."""
    n: int = Field(ge=-8, le=8)


class SuspectsEffect(Part):
    """New suspects turn up for an audience."""

    kind: Literal["suspects"]
    audience: Id
    """An audience, `random` or `all`."""
    n: Some = 1


class LiftEffect(Part):
    """Tokens of an audience rise a level."""

    kind: Literal["lift"]
    audience: Id
    """An audience, `random` or `all`."""
    level: FromLevel
    """The level they rise from."""
    n: Some = 1


class DropEffect(Part):
    """Tokens of an audience fall a level."""

    kind: Literal["drop"]
    audience: Id
    """An audience, `random` or `all`."""
    level: int = Field(ge=1, le=5)
    """The level they fall from."""
    n: Some = 1


class PressingEffect(Part):
    """A pressing week: necessity convinces twice as much (rule 5.1)."""

    kind: Literal["pressing"]


class CloseChannelEffect(Part):
    """A channel is closed this week."""

    kind: Literal["close_channel"]
    channel: Channel


class MotiveEffect(Part):
    """A side motive is drawn anew and hidden, or a hidden motive is turned up."""

    kind: Literal["redraw_side", "reveal"]
    audience: Id
    """An audience, `random` or `all`."""


class StoryEffect(Part):
    """The organisation gains stories."""

    kind: Literal["story"]
    n: int = Field(default=1, ge=1, le=10)


class PowerEffect(Part):
    """The organisation gains or loses a power."""

    kind: Literal["power"]
    power: Power
    n: Change


Effect = Annotated[
    AttentionEffect
    | TrackEffect
    | HoursEffect
    | SuspectsEffect
    | LiftEffect
    | DropEffect
    | PressingEffect
    | CloseChannelEffect
    | MotiveEffect
    | StoryEffect
    | PowerEffect,
    Field(discriminator="kind"),
]


class Option(Part):
    """What the chair may choose when an event is turned (rule 7.1)."""

    label: Line | None = None
    """Required where there is a choice."""
    hours: int = Field(default=0, ge=0, le=8)
    """The price in the chair's hours; at least one option is free."""
    effects: tuple[Effect, ...] = Field(default=(), max_length=EFFECTS)
    """At most six, in order."""


class Event(Part):
    """An event card (rule 7)."""

    id: Id
    title: Name
    text: Text
    week: Week | None = None
    """Fixed to this week; without it the card is in the deck."""
    options: tuple[Option, ...] = Field(min_length=1, max_length=OPTIONS)
    """One to three. A single option is free and happens by itself."""


class Unlock(Part):
    """The first week of each verb (rule 6). A week past the last one: never."""

    research: UnlockWeek = 2
    hold_back: UnlockWeek = 2
    convince: UnlockWeek = 2
    proposition: UnlockWeek = 2
    practise: UnlockWeek = 3
    reference_work: UnlockWeek = 3
    measure: UnlockWeek = 3
    mechanisms_above_follower: UnlockWeek = 3
    """Mechanisms from level 2 and higher."""


class Medals(Part):
    """Team points for each medal (rule 8.2)."""

    bronze: Threshold
    silver: Threshold
    gold: Threshold


class Goal(Part):
    """When the team wins."""

    medals: dict[Seats, Medals]
    """By number of departments: one entry for each number in `in_play`."""
    conditions: tuple[GoalCondition, ...] = Field(default=(), max_length=CONDITIONS)
    """What every medal needs besides the points."""


class MedalRate(Part):
    """The share of games that reach a medal or better."""

    players: Kind
    medal: Literal["bronze", "silver", "gold"]
    within: tuple[float, ...] = Field(min_length=2, max_length=2)
    """Lowest and highest share, between 0 and 1."""


class SeatShare(Part):
    """How often each seat is colleague of the year, in fair shares."""

    players: Kind
    within: tuple[float, ...] = Field(min_length=2, max_length=2)
    """Lowest and highest, times a fair share; 1 is exactly fair."""


class DeadMechanisms(Part):
    """How many mechanisms may go unplayed by everybody."""

    players: Kind
    max: int = Field(ge=0, le=MECHANISMS)


class LostWeeks(Part):
    """How many weeks may be lost on average."""

    players: Kind
    max_mean: float = Field(ge=0, le=12)


class Targets(Part):
    """What the simulator must find before the scenario counts as balanced; all optional."""

    medal_rate: MedalRate | None = None
    ladder: tuple[Kind, ...] | None = Field(default=None, min_length=2, max_length=6)
    """Line-ups in rising order: each is proven better than the one before."""
    seat_share: SeatShare | None = None
    dead_mechanisms: DeadMechanisms | None = None
    lost_weeks: LostWeeks | None = None


class Balance(Part):
    """Balance targets, judged by `piramide balance`."""

    departments: tuple[Seats, ...] = Field(min_length=1, max_length=5)
    """The numbers of departments that are judged; each one in `in_play`."""
    games: int = Field(default=20_000, ge=100, le=10_000_000)
    targets: Targets
