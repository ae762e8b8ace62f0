"""The board of the week as plain values: all that its picture needs, and nothing of the rules.

Texts out of a scenario come translated; the board's own words come from the screen's catalogue.
Icons are names in ``assets/icons``. Everything here is public information (rulebook §9).
"""

from dataclasses import dataclass
from typing import Literal

from game.screen.drawings import Medal

LEVELS = 6
Part = Literal["setup", "monday", "work", "friday", "over"]
DepartmentState = Literal["idle", "turn", "done", "away"]


@dataclass(frozen=True, slots=True)
class Motive:
    """A motive that has been turned up or marked."""

    icon: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Power:
    """A power that the organisation can still give away."""

    icon: str
    name: str


@dataclass(frozen=True, slots=True)
class Cell:
    """The tokens of one audience on one level; ``at_risk``: nobody cared for its loose ones yet."""

    firm: int = 0
    loose: int = 0
    at_risk: bool = False


@dataclass(frozen=True, slots=True)
class AudienceModel:
    """An audience: who she is, what is left of her attention, what is known of her, where her people are.

    ``motives`` has an entry for each true motive, main first, None while it is hidden. ``candidates`` are
    those that research found and that may still be one of the hidden ones (rule 4.2).
    """

    id: str
    name: str
    role: str
    portrait: str
    slot: int
    channels: tuple[str, ...]
    attention: int
    attention_max: int
    motives: tuple[Motive | None, ...] = (None, None)
    not_hers: tuple[Motive, ...] = ()
    candidates: tuple[Motive, ...] = ()
    handshake: bool = False
    convinced: bool = False
    proposition: bool = False
    cells: tuple[Cell, ...] = (Cell(),) * LEVELS


@dataclass(frozen=True, slots=True)
class DepartmentModel:
    """A department: its hours, and whether it acts, has passed, or nobody is there."""

    id: str
    name: str
    short: str
    icon: str
    hours: int
    hours_total: int
    state: DepartmentState = "idle"
    chair: bool = False


@dataclass(frozen=True, slots=True)
class LogLine:
    """A fact in a few words."""

    icon: str
    text: str


@dataclass(frozen=True, slots=True)
class EventModel:
    """The event card of the week, and whom chance named; ``effects`` of what was chosen, once it has been."""

    title: str
    text: str
    icon: str = "calendar-event"
    about: tuple[str, ...] = ()
    effects: tuple[LogLine, ...] = ()


@dataclass(frozen=True, slots=True)
class BoardModel:
    """Everything on the board. ``launch`` lights the rockets of levels 1 to 5; None once it has been.

    ``worth`` is what a token counts by level. ``next_medal`` is the medal that the points are
    short of, with its threshold; None when gold is reached. ``clock`` is in seconds.
    """

    title: str
    week: int
    weeks: int
    part: Part
    points: int
    worth: tuple[int, ...]
    will: int
    know_how: int
    audiences: tuple[AudienceModel, ...]
    departments: tuple[DepartmentModel, ...]
    next_medal: tuple[Medal, int] | None = None
    clock: int | None = None
    clock_paused: bool = False
    stories: int = 0
    powers: tuple[Power, ...] = ()
    event: EventModel | None = None
    log: tuple[LogLine, ...] = ()
    launch: tuple[bool, ...] | None = None
    lost_weeks: tuple[int, ...] = ()
    join_code: str | None = None
    join_address: str | None = None
    """``IP:port`` where phones that come late find the game; none where no phone can reach it."""

    @property
    def at_risk(self) -> int:
        """How many loose tokens may fall this Friday."""
        return sum(c.loose for audience in self.audiences for c in audience.cells if c.at_risk)
