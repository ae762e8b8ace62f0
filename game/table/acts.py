"""Acts: what the trainer or the table does, stored in the journal like the commands of the seats.

``CourseAct`` are those that the game knows; ``RosterAct`` concern who sits at the table and how the
table agrees (``roster``).
"""

from dataclasses import dataclass, fields
from typing import ClassVar, TypeAlias, cast, get_args


@dataclass(frozen=True, slots=True)
class Start:
    """The game begins; until then nobody may act, and every seat must have somebody to play it."""

    kind: ClassVar[str] = "start"


@dataclass(frozen=True, slots=True)
class SetPeople:
    """People take a seat (and a computer player leaves it), or leave it."""

    kind: ClassVar[str] = "set_people"
    seat: str
    held: bool


@dataclass(frozen=True, slots=True)
class SetBot:
    """A computer player takes a seat, or (none) leaves it to the members who sit there, if any."""

    kind: ClassVar[str] = "set_bot"
    seat: str
    player: str | None


@dataclass(frozen=True, slots=True)
class Next:
    """To the next part: the first why that carries motives, the first free option (7.1), or all pass."""

    kind: ClassVar[str] = "next"


@dataclass(frozen=True, slots=True)
class EndGuessing:
    """The guessing round ends, whoever has not guessed (8.5)."""

    kind: ClassVar[str] = "end_guessing"


@dataclass(frozen=True, slots=True)
class EndEarly:
    """Score and reveal now, without a guessing round."""

    kind: ClassVar[str] = "end_early"


@dataclass(frozen=True, slots=True)
class Join:
    """Somebody comes to the table, as an onlooker at first; their words are in ``language``."""

    kind: ClassVar[str] = "join"
    member: str
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class GiveKey:
    """A member got a new key, having come with the key ``used`` (none: just joined); hashes of both.

    The used one stays good until the new one has been used, for the new one may get lost on its way.
    """

    kind: ClassVar[str] = "give_key"
    member: str
    key: str
    used: str | None


@dataclass(frozen=True, slots=True)
class TakeSeat:
    """A member sits down at a seat (a computer player leaves it), or (none) looks on."""

    kind: ClassVar[str] = "take_seat"
    member: str
    seat: str | None


@dataclass(frozen=True, slots=True)
class Rename:
    """A member is called otherwise."""

    kind: ClassVar[str] = "rename"
    member: str
    name: str


@dataclass(frozen=True, slots=True)
class Speak:
    """A member reads another language."""

    kind: ClassVar[str] = "speak"
    member: str
    language: str


@dataclass(frozen=True, slots=True)
class Dismiss:
    """A member must leave the table; ``banned``: and may not come back, nor under the same name."""

    kind: ClassVar[str] = "dismiss"
    member: str
    banned: bool


@dataclass(frozen=True, slots=True)
class Lock:
    """Nobody new may join, or (off) people may again."""

    kind: ClassVar[str] = "lock"
    on: bool


@dataclass(frozen=True, slots=True)
class Pause:
    """Nobody may act for a while, for a reason that everybody reads (it may be empty)."""

    kind: ClassVar[str] = "pause"
    reason: str


@dataclass(frozen=True, slots=True)
class Resume:
    """A pause ends."""

    kind: ClassVar[str] = "resume"


@dataclass(frozen=True, slots=True)
class SetClock:
    """How long the clock of the work part is: ``off``, ``normal`` or ``long``."""

    kind: ClassVar[str] = "set_clock"
    mode: str


@dataclass(frozen=True, slots=True)
class SetLanguage:
    """The language of the table itself."""

    kind: ClassVar[str] = "set_language"
    language: str


@dataclass(frozen=True, slots=True)
class SetApproval:
    """Who must say yes to a play of a seat with several members: ``one``, ``second`` or ``majority``."""

    kind: ClassVar[str] = "set_approval"
    mode: str


@dataclass(frozen=True, slots=True)
class SetNames:
    """The names of the people at a seat of one screen, as they want to be called."""

    kind: ClassVar[str] = "set_names"
    seat: str
    names: str


@dataclass(frozen=True, slots=True)
class Propose:
    """A member proposes a command (in its notation) to the others at the seat."""

    kind: ClassVar[str] = "propose"
    member: str
    id: str
    command: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A member says yes or no to a proposal; a no ends it."""

    kind: ClassVar[str] = "answer"
    member: str
    proposal: int
    yes: bool


@dataclass(frozen=True, slots=True)
class Drop:
    """A proposal ends without being carried out; ``code`` says why."""

    kind: ClassVar[str] = "drop"
    proposal: int
    code: str


CourseAct: TypeAlias = Start | SetPeople | SetBot | Next | EndGuessing | EndEarly
RosterAct: TypeAlias = (
    Join
    | GiveKey
    | TakeSeat
    | Rename
    | Speak
    | Dismiss
    | Lock
    | Pause
    | Resume
    | SetClock
    | SetLanguage
    | SetApproval
    | SetNames
    | Propose
    | Answer
    | Drop
)
Act: TypeAlias = CourseAct | RosterAct

_CLASSES: dict[str, type[Act]] = {c.kind: c for c in get_args(Act)}


class ActError(ValueError):
    """JSON that is no act."""


def to_dict(act: Act) -> dict[str, object]:
    """The JSON form: ``kind`` and the arguments."""
    return {"kind": act.kind, **{f.name: getattr(act, f.name) for f in fields(act)}}


def from_dict(value: object) -> Act:
    """The act in a JSON form; raises ``ActError`` if it has another kind, other keys or types."""
    if not isinstance(value, dict):
        raise ActError("an act is an object")
    kind = value.get("kind")
    cls = _CLASSES.get(kind) if isinstance(kind, str) else None
    if cls is None:
        raise ActError("unknown kind of act")
    types = {f.name: f.type for f in fields(cls)}
    if set(value) != {"kind", *types} or not all(_fits(value[name], types[name]) for name in types):
        raise ActError(f"a {kind} has {', '.join(types) or 'no arguments'}")
    return cls(**{name: value[name] for name in types})


def _fits(value: object, hint: object) -> bool:
    """Whether a value has the type of a field; true and false are no numbers."""
    return type(value) in cast("tuple[type, ...]", get_args(hint) or (hint,))
