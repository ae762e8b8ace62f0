"""Event cards and what they do (rule 7)."""

from typing import Annotated, Literal

from pydantic import Field

from game.rules.limits import EFFECTS, OPTIONS
from game.scenario.scales import Change, FromLevel, Some, Week
from game.scenario.texts import Channel, Id, Line, Name, Part, Phrase, Power


class AttentionEffect(Part):
    """Attention of an audience goes up or down."""

    kind: Literal["attention"]
    audience: Id
    """An audience, `random` or `all`."""
    n: Change
    """How much: −10 to 10."""


class TrackEffect(Part):
    """Will or know-how goes up or down."""

    kind: Literal["will", "know_how"]
    n: Change
    """How much: −10 to 10."""


class HoursEffect(Part):
    """A department has more or fewer hours this week."""

    kind: Literal["hours"]
    department: Id
    """A department, `chair`, `random` or `all`."""
    n: int = Field(ge=-8, le=8)
    """How many hours: −8 to 8."""


class SuspectsEffect(Part):
    """New suspects turn up for an audience."""

    kind: Literal["suspects"]
    audience: Id
    """An audience, `random` or `all`."""
    n: Some = 1
    """How many tokens."""


class LiftEffect(Part):
    """Tokens of an audience rise a level."""

    kind: Literal["lift"]
    audience: Id
    """An audience, `random` or `all`."""
    level: FromLevel
    """The level they rise from."""
    n: Some = 1
    """How many tokens."""


class DropEffect(Part):
    """Tokens of an audience fall a level."""

    kind: Literal["drop"]
    audience: Id
    """An audience, `random` or `all`."""
    level: int = Field(ge=1, le=5)
    """The level they fall from."""
    n: Some = 1
    """How many tokens."""


class PressingEffect(Part):
    """A pressing week: necessity convinces twice as much (rule 5.1)."""

    kind: Literal["pressing"]


class CloseChannelEffect(Part):
    """A channel is closed this week."""

    kind: Literal["close_channel"]
    channel: Channel
    """The channel that is closed."""


class MotiveEffect(Part):
    """A side motive is drawn anew and hidden, or a hidden motive is turned up."""

    kind: Literal["redraw_side", "reveal"]
    audience: Id
    """An audience, `random` or `all`."""


class StoryEffect(Part):
    """The organisation gains stories."""

    kind: Literal["story"]
    n: int = Field(default=1, ge=1, le=10)
    """How many."""


class PowerEffect(Part):
    """The organisation gains or loses a power."""

    kind: Literal["power"]
    power: Power
    """Which power."""
    n: Change
    """How many: −10 to 10."""


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

    label: Phrase | None = None
    """What the chair chooses, in words; required where there is a choice."""
    hours: int = Field(default=0, ge=0, le=8)
    """The price in the chair's hours; at least one option is free."""
    effects: tuple[Effect, ...] = Field(default=(), max_length=EFFECTS)
    """At most six, in order."""


class Event(Part):
    """An event card (rule 7)."""

    id: Id
    title: Name
    """The title on the card."""
    text: Line
    """What happened."""
    week: Week | None = None
    """Fixed to this week; without it the card is in the deck."""
    options: tuple[Option, ...] = Field(min_length=1, max_length=OPTIONS)
    """One to three. A single option is free and happens by itself."""
