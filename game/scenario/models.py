"""The scenario file as it is written (``ScenarioFile``, ``LibraryFile``), and the whole ``Scenario``.

A file may lean on the library: it names personas and motives by id. ``library.complete`` fills those
in, and gives the ``Scenario`` that the rest of the game knows.
"""

from typing import Annotated, Literal, TypeVar

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from game.rules.limits import AUDIENCES, EVENTS, LEVELS, MECHANISMS, MOTIVES, PERSONALS, POWERS, SEATS
from game.scenario.aims import Balance, Goal
from game.scenario.events import Event
from game.scenario.parts import (
    HOURS,
    Department,
    Mechanism,
    Organisation,
    PersonalMotive,
    Rules,
    SeatInPlay,
    Unlock,
)
from game.scenario.scales import Seats, Tokens, Week
from game.scenario.texts import (
    ID_PATTERN,
    Channel,
    FirstName,
    Id,
    Label,
    Line,
    Name,
    Part,
    Power,
    Role,
    Text,
    or_string,
)
from game.words.catalogue import Language

Attribute = TypeVar("Attribute", bound="Motive | Audience | Mechanism | Department | Event")


class Meter(Part):
    """The attention of an audience (rule 1.3)."""

    max: int = Field(ge=1, le=20)
    """Full, as at the start."""
    refill: int = Field(ge=0, le=20)
    """What comes back every Monday."""


class Motive(Part):
    """What is in it for somebody (rule 1.3)."""

    id: Id
    name: Label
    icon: Id
    """A name from assets/icons."""


class MotiveEntry(Part):
    """A motive of the library by id, or one of the scenario's own."""

    id: Id
    name: Label | None = None
    """Required unless the library has this motive."""
    icon: Id | None = None
    """A name from assets/icons; required unless the library has this motive."""

    @model_validator(mode="before")
    @classmethod
    def _by_id(cls, value: object) -> object:
        return {"id": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return or_string(handler.resolve_ref_schema(handler(core_schema)), pattern=ID_PATTERN)


class Persona(Part):
    """Somebody whose hand you can shake (rule 1.2)."""

    id: Id
    name: FirstName
    role: Role
    """Who she is: “single mother with two school-age children”."""
    portrait: Id
    """A portrait from assets/parts."""
    line: Line
    """One line of life."""


class _AudienceNumbers(Part):
    tokens: tuple[Tokens, ...] = Field(min_length=LEVELS, max_length=LEVELS)
    """How many tokens stand on each of the six levels at the start."""
    channels: tuple[Channel, ...] = Field(min_length=1, max_length=6)
    """The channels that this audience uses."""
    attention: Meter
    candidates: tuple[Id, ...] = Field(min_length=3, max_length=MOTIVES)
    """At least three motives; two of them are drawn as the true ones."""


class AudienceEntry(_AudienceNumbers):
    """An audience in the file: a persona of the library, or one of the scenario's own."""

    persona: Id | None = None
    """A persona of the library."""
    id: Id | None = None
    """Its id in this file; without it that of the persona."""
    name: FirstName | None = None
    """A first name; required without `persona`, else it replaces the library's."""
    role: Role | None = None
    """Who she is; required without `persona`."""
    portrait: Id | None = None
    """A portrait from assets/parts; required without `persona`."""
    line: Line | None = None
    """One line of life; required without `persona`."""


class Audience(_AudienceNumbers):
    """An audience: a persona with tokens, channels, attention and candidate motives."""

    id: Id
    persona: Persona

    @property
    def name(self) -> Text:
        """Her first name."""
        return self.persona.name

    @property
    def role(self) -> Text:
        """Who she is."""
        return self.persona.role

    @property
    def line(self) -> Text:
        """One line of life."""
        return self.persona.line

    @property
    def portrait(self) -> str:
        """Name of the portrait."""
        return self.persona.portrait


class _Common(Part):
    piramide: Literal[1]
    """Version of the file format."""
    id: Id
    """The name by which the game, its journals and its measurements know this scenario."""
    title: Name
    """What players see when they choose a scenario."""
    summary: Text
    """What the scenario is about, for whoever chooses one."""
    language: Language
    """The language of plain strings in this file."""
    organisation: Organisation
    weeks: Week = 8
    """How many weeks a game lasts."""
    rules: Rules = Rules()
    powers: dict[Power, Annotated[int, Field(ge=0, le=20)]] = Field(
        default_factory=dict, max_length=len(POWERS)
    )
    """What the organisation can give away at the start, by kind (rule 1.6)."""
    mechanisms: tuple[Mechanism, ...] = Field(min_length=5, max_length=MECHANISMS)
    """What departments can do to lift people: together they climb every step of the pyramid."""
    departments: tuple[Department, ...] = Field(min_length=2, max_length=SEATS)
    """Two to six departments."""
    in_play: dict[Seats, tuple[SeatInPlay, ...]] = Field(min_length=1)
    """Which departments play, for each number of departments (rule 1.4)."""
    personal_motives: tuple[PersonalMotive, ...] = Field(min_length=2, max_length=PERSONALS)
    """At least as many as departments can play, each motive once."""
    events: tuple[Event, ...] = Field(default=(), max_length=EVENTS)
    """The event cards; without them every week is quiet."""
    unlock: Unlock = Unlock()
    goal: Goal
    balance: Balance | None = None


class ScenarioFile(_Common):
    """A scenario of Piramide, the board game about the engagement pyramid."""

    motives: tuple[MotiveEntry, ...] = Field(min_length=3, max_length=MOTIVES)
    """Ids of the library's motives, or motives of one's own."""
    audiences: tuple[AudienceEntry, ...] = Field(min_length=1, max_length=AUDIENCES)
    """In this order they come into play: one more than there are departments (rule 1.5)."""


class LibraryFile(Part):
    """The library of personas and motives that every scenario may use."""

    piramide: Literal[1]
    language: Language = "nl"
    personas: tuple[Persona, ...] = Field(max_length=99)
    motives: tuple[Motive, ...] = Field(max_length=99)


class Scenario(_Common):
    """A whole and valid scenario, the library filled in."""

    motives: tuple[Motive, ...]
    audiences: tuple[Audience, ...]
    hash: str
    """Content hash of the file and the library (``load.scenario_hash``)."""

    @property
    def supported(self) -> tuple[int, ...]:
        """The numbers of departments that it can be played with, rising."""
        return tuple(sorted(self.in_play))

    @property
    def usual_departments(self) -> int:
        """Four where supported, else the largest number."""
        return 4 if 4 in self.in_play else max(self.in_play)

    def hours(self, seats: int) -> int:
        """Hours per seat and week with ``seats`` departments (rule 1.4)."""
        return self.rules.hours.get(seats, HOURS[seats])

    def motive(self, identifier: str) -> Motive:
        """The motive with this id; ``KeyError`` if there is none."""
        return _named(self.motives, identifier)

    def audience(self, identifier: str) -> Audience:
        """The audience with this id; ``KeyError`` if there is none."""
        return _named(self.audiences, identifier)

    def mechanism(self, identifier: str) -> Mechanism:
        """The mechanism with this id; ``KeyError`` if there is none."""
        return _named(self.mechanisms, identifier)

    def department(self, identifier: str) -> Department:
        """The department with this id; ``KeyError`` if there is none."""
        return _named(self.departments, identifier)

    def event(self, identifier: str) -> Event:
        """The event with this id; ``KeyError`` if there is none."""
        return _named(self.events, identifier)


def _named(things: tuple[Attribute, ...], identifier: str) -> Attribute:
    for thing in things:
        if thing.id == identifier:
            return thing
    raise KeyError(identifier)
