"""Facts: what happened, in ids, for the screen, the journal and the phones.

The rules write rows of whole numbers (``log``); ``log.facts`` makes these dataclasses of them.
"""

from dataclasses import dataclass, fields
from typing import ClassVar, TypeAlias, get_args

Place: TypeAlias = tuple[int, str]
"""A level, and "loose" or "firm"."""


@dataclass(frozen=True, slots=True)
class Week:
    """A week began (2.1)."""

    kind: ClassVar[str] = "week"
    week: int
    chair: str


@dataclass(frozen=True, slots=True)
class OurWhyChosen:
    """The team chose its why (1.7)."""

    kind: ClassVar[str] = "our_why"
    sentence: str
    seat: str


@dataclass(frozen=True, slots=True)
class Event:
    """An event card was turned, with its random targets (7.2)."""

    kind: ClassVar[str] = "event"
    event: str
    audience: str | None
    department: str | None


@dataclass(frozen=True, slots=True)
class Choice:
    """An option of the event was taken; ``seat`` is the chair (7.1)."""

    kind: ClassVar[str] = "choice"
    event: str
    option: str
    seat: str


@dataclass(frozen=True, slots=True)
class Paid:
    """Hours of a seat, attention of an audience, or both were spent."""

    kind: ClassVar[str] = "paid"
    seat: str
    hours: int
    audience: str | None
    attention: int


@dataclass(frozen=True, slots=True)
class Attention:
    """An audience's attention changed by ``n`` without being a price: refill, hold back, event."""

    kind: ClassVar[str] = "attention"
    audience: str
    n: int
    cause: str


@dataclass(frozen=True, slots=True)
class Hours:
    """An event changed a seat's hours this week by ``n``."""

    kind: ClassVar[str] = "hours"
    seat: str
    n: int


@dataclass(frozen=True, slots=True)
class Played:
    """A mechanism was played on an audience; ``case`` is main, side, neither or certain (broadcast)."""

    kind: ClassVar[str] = "played"
    seat: str
    mechanism: str
    audience: str
    message: str
    case: str
    coherent: bool
    mixed: bool


@dataclass(frozen=True, slots=True)
class Dice:
    """Dice were rolled.

    A die of a play, of sharing or of an empowered user works at ``difficulty`` or more, a die of drift
    at ``difficulty`` or less. ``lifted`` counts the tokens that move by it: the dice that worked, or
    fewer where not as many tokens are left. ``bond`` is what the moved tokens have after it.
    """

    kind: ClassVar[str] = "dice"
    purpose: str
    audience: str
    level: int
    difficulty: int
    lifted: int
    bond: str
    rolls: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """``n`` tokens of an audience moved; ``from_`` is ``from`` in JSON."""

    kind: ClassVar[str] = "moved"
    cause: str
    audience: str
    from_: Place
    to: Place
    n: int


@dataclass(frozen=True, slots=True)
class Suspects:
    """New suspects joined an audience (7.2)."""

    kind: ClassVar[str] = "suspects"
    audience: str
    n: int


@dataclass(frozen=True, slots=True)
class TurnedUp:
    """A true motive was turned up; ``place`` is main or side."""

    kind: ClassVar[str] = "turned_up"
    audience: str
    motive: str
    place: str


@dataclass(frozen=True, slots=True)
class NotHers:
    """A message proved neither motive (3.3)."""

    kind: ClassVar[str] = "not_hers"
    audience: str
    motive: str


@dataclass(frozen=True, slots=True)
class Redrawn:
    """An audience's side motive was redrawn and is hidden again (7.2)."""

    kind: ClassVar[str] = "redrawn"
    audience: str


@dataclass(frozen=True, slots=True)
class Talked:
    """A seat talked, to an audience or (none) to management (4.1, 5.1)."""

    kind: ClassVar[str] = "talked"
    seat: str
    audience: str | None


@dataclass(frozen=True, slots=True)
class Handshake:
    """The first talk with an audience (4.1)."""

    kind: ClassVar[str] = "handshake"
    audience: str


@dataclass(frozen=True, slots=True)
class Convinced:
    """An audience sees the why (3.4)."""

    kind: ClassVar[str] = "convinced"
    audience: str


@dataclass(frozen=True, slots=True)
class Offered:
    """An audience has a value proposition (5.3)."""

    kind: ClassVar[str] = "proposition"
    audience: str
    seat: str


@dataclass(frozen=True, slots=True)
class Researched:
    """Candidates are known from now on (4.2)."""

    kind: ClassVar[str] = "researched"
    seat: str


@dataclass(frozen=True, slots=True)
class Argued:
    """Management heard an argument (5.1)."""

    kind: ClassVar[str] = "argued"
    seat: str
    argument: str


@dataclass(frozen=True, slots=True)
class Practised:
    """A seat practised (5.2)."""

    kind: ClassVar[str] = "practised"
    seat: str


@dataclass(frozen=True, slots=True)
class Referenced:
    """The reference work is written (5.2)."""

    kind: ClassVar[str] = "reference_work"
    seat: str


@dataclass(frozen=True, slots=True)
class Measuring:
    """A seat measures from now on (5.4)."""

    kind: ClassVar[str] = "measure"
    seat: str


@dataclass(frozen=True, slots=True)
class Track:
    """Will or know-how changed; ``from_`` is ``from`` in JSON."""

    kind: ClassVar[str] = "track"
    track: str
    from_: int
    to: int


@dataclass(frozen=True, slots=True)
class Story:
    """The stock of stories changed by ``n``."""

    kind: ClassVar[str] = "story"
    n: int


@dataclass(frozen=True, slots=True)
class Power:
    """The stock of one power changed by ``n``."""

    kind: ClassVar[str] = "power"
    power: str
    n: int


@dataclass(frozen=True, slots=True)
class Pressing:
    """A pressing week (7.2)."""

    kind: ClassVar[str] = "pressing"


@dataclass(frozen=True, slots=True)
class Closed:
    """A channel is closed this week (7.2)."""

    kind: ClassVar[str] = "closed"
    channel: str


@dataclass(frozen=True, slots=True)
class Passed:
    """A seat is done for this week: by hand, by having no hours left, or forced by the trainer."""

    kind: ClassVar[str] = "passed"
    seat: str
    how: str


@dataclass(frozen=True, slots=True)
class Friday:
    """Friday began (2.3); what follows until the next week is Friday's."""

    kind: ClassVar[str] = "friday"
    week: int


@dataclass(frozen=True, slots=True)
class LostWeek:
    """Nobody talked this week (2.3a)."""

    kind: ClassVar[str] = "lost_week"
    points: int


@dataclass(frozen=True, slots=True)
class Launch:
    """One level counted for the launch (2.3c)."""

    kind: ClassVar[str] = "launch"
    level: int
    points: int


@dataclass(frozen=True, slots=True)
class ShakeOut:
    """The campaign stopped (2.4)."""

    kind: ClassVar[str] = "shake_out"
    points_before: int


@dataclass(frozen=True, slots=True)
class Score:
    """Team points and medal (8.1, 8.2)."""

    kind: ClassVar[str] = "score"
    points: int
    medal: str


@dataclass(frozen=True, slots=True)
class Guessed:
    """A seat guessed another seat's personal motive (8.5)."""

    kind: ClassVar[str] = "guess"
    seat: str
    other: str
    motive: str | None


@dataclass(frozen=True, slots=True)
class Motive:
    """A seat's personal motive is revealed, with its own score (8.5)."""

    kind: ClassVar[str] = "motive"
    seat: str
    motive: str
    met: bool
    own_score: int
    colleague: bool


Fact: TypeAlias = (
    Week | OurWhyChosen | Event | Choice | Paid | Attention | Hours | Played | Dice | Moved | Suspects
    | TurnedUp | NotHers | Redrawn | Talked | Handshake | Convinced | Offered | Researched | Argued
    | Practised | Referenced | Measuring | Track | Story | Power | Pressing | Closed | Passed | Friday
    | LostWeek | Launch | ShakeOut | Score | Guessed | Motive
)  # fmt: skip

CLASSES: tuple[type[Fact], ...] = get_args(Fact)
KIND: dict[str, type[Fact]] = {c.kind: c for c in CLASSES}


def to_dict(fact: Fact) -> dict[str, object]:
    """The JSON form: ``kind`` and the fields; places and rolls are lists."""
    out: dict[str, object] = {"kind": fact.kind}
    for f in fields(fact):
        value = getattr(fact, f.name)
        out[f.name.rstrip("_")] = list(value) if isinstance(value, tuple) else value
    return out
