"""Links to phones as the room knows them, and what goes out to them (no I/O)."""

from dataclasses import dataclass, field
from typing import Final, TypeAlias

REFUSED: Final = 4001
REPLACED: Final = 4002
DISMISSED: Final = 4003
BAD_FRAME: Final = 4004
TOO_MUCH: Final = 4008
"""Codes with which a link is closed; the last frame before says it in words."""


@dataclass(slots=True)
class Link:
    """A connection; ``member`` is whose it is once it has said hello."""

    number: int
    address: str
    member: str | None = None
    told: dict[int, str] = field(default_factory=dict)
    """The open proposals that it was told of, as it was told."""
    facts: list[str] = field(default_factory=list)
    """JSON of the facts that it has not been told yet."""
    behind: bool = False
    """Whether it has not seen the newest view."""


@dataclass(frozen=True, slots=True)
class Send:
    """A frame for a link."""

    link: int
    text: str


@dataclass(frozen=True, slots=True)
class Close:
    """A link is to be closed."""

    link: int
    code: int
    reason: str


Out: TypeAlias = Send | Close


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection was made."""

    link: int
    address: str


@dataclass(frozen=True, slots=True)
class Received:
    """A text frame came in."""

    link: int
    text: str


@dataclass(frozen=True, slots=True)
class Closed:
    """A connection is gone, whoever ended it."""

    link: int


Event: TypeAlias = Opened | Received | Closed
