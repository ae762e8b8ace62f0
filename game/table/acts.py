"""Acts: what the trainer or the table does, stored in the journal like the commands of the seats."""

from dataclasses import dataclass, fields
from typing import ClassVar, TypeAlias, get_args


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
    """A computer player takes a seat (and people leave it), or (none) leaves it."""

    kind: ClassVar[str] = "set_bot"
    seat: str
    player: str | None


@dataclass(frozen=True, slots=True)
class Next:
    """To the next part of the week: the first free option, or whoever has not passed passes (7.1)."""

    kind: ClassVar[str] = "next"


@dataclass(frozen=True, slots=True)
class EndGuessing:
    """The guessing round ends, whoever has not guessed (8.5)."""

    kind: ClassVar[str] = "end_guessing"


@dataclass(frozen=True, slots=True)
class EndEarly:
    """Score and reveal now, without a guessing round."""

    kind: ClassVar[str] = "end_early"


Act: TypeAlias = Start | SetPeople | SetBot | Next | EndGuessing | EndEarly

_CLASSES: dict[str, type[Act]] = {c.kind: c for c in get_args(Act)}
_TYPES: dict[str, tuple[type, ...]] = {"seat": (str,), "held": (bool,), "player": (str, type(None))}


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
    names = [f.name for f in fields(cls)]
    if set(value) != {"kind", *names} or not all(isinstance(value[n], _TYPES[n]) for n in names):
        raise ActError(f"a {kind} has {', '.join(names) or 'no arguments'}")
    return cls(**{name: value[name] for name in names})
