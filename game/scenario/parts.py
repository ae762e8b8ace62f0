"""The parts of a scenario file that the players handle: mechanisms, departments, rules, unlocking."""

from typing import Literal

from pydantic import Field

from game.rules.limits import MECHANISMS, MOTIVES, SENTENCES
from game.scenario.scales import Bound, FromLevel, Hours, Level, Seats, Track, UnlockWeek
from game.scenario.texts import (
    Aim,
    Channel,
    Depth,
    Id,
    Line,
    Measure,
    Name,
    Part,
    Power,
    SeatMeasure,
    Short,
    Text,
    ToolName,
)


class WhySentence(Part):
    """A sentence that the team may choose as *our why* (rule 1.7)."""

    id: Id
    text: Line
    """The sentence: a belief, not a target."""
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
    name: ToolName
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
    """The channel that it uses; audiences without that channel are out of its reach."""
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

    text: Aim
    """The KPI in words, as the players read it."""
    measure: SeatMeasure
    """What is counted (rule 8.4)."""
    level: FromLevel | None = None
    """With `lifted`: only what was lifted from this level."""
    points: int = Field(ge=1, le=50)
    """Points for each."""


class Department(Part):
    """A department: a seat at the table when it is in play."""

    id: Id
    name: Name
    short: Short | None = None
    """At most 12 characters; required where the name is longer and four or more departments play."""
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
    """The id of a department."""
    also: tuple[Id, ...] = Field(default=(), max_length=5)
    """Departments whose toolboxes it runs too; only with two or three departments in play."""


class PersonalMotive(Part):
    """A hidden wish of a player, and when it came true (rules 1.4, 8.3)."""

    motive: Id
    """The id of a motive."""
    text: Aim
    """When it came true, as the player reads it."""
    measure: Measure
    """What is counted: something of the seat, or of the whole organisation (rule 8.4)."""
    level: Level | None = None
    """With `lifted`: the level it was lifted from. With `tokens_at_least`: the level."""
    best: bool = False
    """With `tokens_at_least`: count the best audience only."""
    at_least: Bound | None = None
    """It came true at this number or more."""
    at_most: Bound | None = None
    """It came true at this number or less."""
    highest: Literal[True] | None = None
    """The highest of all seats; not for measures of the organisation."""


class Unlock(Part):
    """The first week of each verb (rule 6). A week past the last one: never."""

    research: UnlockWeek = 2
    """Research: turns up the candidate motives."""
    hold_back: UnlockWeek = 2
    """Hold back: gives an audience its attention back."""
    convince: UnlockWeek = 2
    """Convince management."""
    proposition: UnlockWeek = 2
    """Make a value proposition."""
    practise: UnlockWeek = 3
    """Practise: raises know-how."""
    reference_work: UnlockWeek = 3
    """Make a reference work: no more forgetting."""
    measure: UnlockWeek = 3
    """Measure: success becomes stories."""
    mechanisms_above_follower: UnlockWeek = 3
    """Mechanisms from level 2 and higher."""
