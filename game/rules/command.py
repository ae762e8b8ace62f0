"""Commands: what a seat wants to do, in ids (contract, "Command kinds")."""

from dataclasses import dataclass, fields
from typing import ClassVar, TypeAlias, get_args

from game.rules.limits import (
    ARGUMENTS,
    BROADCAST,
    CHOOSE,
    CONVINCE,
    GUESS,
    HOLD_BACK,
    KINDS,
    MEASURE,
    OUR_WHY,
    PASS,
    PLAY,
    PRACTISE,
    PROPOSITION,
    REFERENCE_WORK,
    RESEARCH,
    TALK,
)


@dataclass(frozen=True, slots=True)
class OurWhy:
    """Choose one of the why sentences (1.7)."""

    code: ClassVar[int] = OUR_WHY
    sentence: str


@dataclass(frozen=True, slots=True)
class Choose:
    """Take an option of this week's event (7.1): "1", "2" or "3"."""

    code: ClassVar[int] = CHOOSE
    option: str


@dataclass(frozen=True, slots=True)
class Play:
    """Play a mechanism on one audience with one message (3.1)."""

    code: ClassVar[int] = PLAY
    mechanism: str
    audience: str
    message: str


@dataclass(frozen=True, slots=True)
class Broadcast:
    """Play a broadcast mechanism (3.7)."""

    code: ClassVar[int] = BROADCAST
    mechanism: str


@dataclass(frozen=True, slots=True)
class Talk:
    """Talk to an audience (4.1)."""

    code: ClassVar[int] = TALK
    audience: str


@dataclass(frozen=True, slots=True)
class Research:
    """Turn up every audience's candidate motives (4.2)."""

    code: ClassVar[int] = RESEARCH


@dataclass(frozen=True, slots=True)
class HoldBack:
    """Let an audience regain 1 attention (4.3)."""

    code: ClassVar[int] = HOLD_BACK
    audience: str


@dataclass(frozen=True, slots=True)
class Convince:
    """Convince management with an argument (5.1)."""

    code: ClassVar[int] = CONVINCE
    argument: str


@dataclass(frozen=True, slots=True)
class Practise:
    """Practise (5.2)."""

    code: ClassVar[int] = PRACTISE


@dataclass(frozen=True, slots=True)
class ReferenceWork:
    """Write the reference work (5.2)."""

    code: ClassVar[int] = REFERENCE_WORK


@dataclass(frozen=True, slots=True)
class Proposition:
    """Make a value proposition for an audience (5.3)."""

    code: ClassVar[int] = PROPOSITION
    audience: str


@dataclass(frozen=True, slots=True)
class Measure:
    """Start to measure (5.4)."""

    code: ClassVar[int] = MEASURE


@dataclass(frozen=True, slots=True)
class Pass:
    """Done for this week (5.5)."""

    code: ClassVar[int] = PASS


@dataclass(frozen=True, slots=True)
class Guess:
    """Guess another seat's personal motive (8.5)."""

    code: ClassVar[int] = GUESS
    seat: str
    motive: str


Command: TypeAlias = (
    OurWhy
    | Choose
    | Play
    | Broadcast
    | Talk
    | Research
    | HoldBack
    | Convince
    | Practise
    | ReferenceWork
    | Proposition
    | Measure
    | Pass
    | Guess
)

CLASSES: dict[str, type[Command]] = {KINDS[c.code]: c for c in get_args(Command)}


class CommandError(ValueError):
    """Text or JSON that is no command."""


def kind_of(command: Command) -> str:
    """The command's kind, as in the contract."""
    return KINDS[command.code]


def to_dict(command: Command) -> dict[str, str]:
    """The JSON form: ``kind`` and the arguments, all ids."""
    return {"kind": kind_of(command), **{f.name: getattr(command, f.name) for f in fields(command)}}


def from_dict(value: object) -> Command:
    """The command in a JSON form.

    Raises
    ------
    CommandError
        If it has another kind, other keys or other types than the contract says.
    """
    if not isinstance(value, dict):
        raise CommandError("a command is an object")
    cls = CLASSES.get(value.get("kind", "")) if isinstance(value.get("kind"), str) else None
    if cls is None:
        raise CommandError("unknown kind of command")
    names = [f.name for f in fields(cls)]
    if set(value) != {"kind", *names} or not all(isinstance(value[name], str) for name in names):
        raise CommandError(f"a {value['kind']} has {', '.join(names) or 'no arguments'}")
    if cls is Convince and value["argument"] not in ARGUMENTS:
        raise CommandError(f"an argument is one of {', '.join(ARGUMENTS)}")
    return cls(**{name: value[name] for name in names})


def to_text(command: Command) -> str:
    """The notation of one line: kind and arguments with spaces between."""
    return " ".join(to_dict(command).values())


def from_text(text: str) -> Command:
    """The command in a line of notation.

    Raises
    ------
    CommandError
        If the line is no command.
    """
    kind, *arguments = text.split() or [""]
    cls = CLASSES.get(kind)
    if cls is None:
        raise CommandError(f"unknown kind of command: {kind!r}")
    names = [f.name for f in fields(cls)]
    if len(names) != len(arguments):
        raise CommandError(f"a {kind} has {', '.join(names) or 'no arguments'}")
    return from_dict({"kind": kind, **dict(zip(names, arguments, strict=True))})
