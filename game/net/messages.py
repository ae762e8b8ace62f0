"""What phones may say (contract, "Wire protocol"): every frame is one of these or an error.

Lengths are limited here, depth and size by the parser and the server. What is typed by people (``name``)
is cleaned by ``names``.
"""

from typing import Annotated, Any, Final, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from game.words.catalogue import Language

PROTOCOL: Final = 1
MOST_BYTES: Final = 8 * 1024
"""Largest frame from a client."""

Identifier = Annotated[str, Field(min_length=1, max_length=64)]
Number = Annotated[int, Field(ge=0, le=10**9)]


class _Frame(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)


class Hello(_Frame):
    """The first frame: with a ``token`` to come back, or with ``code`` and ``name`` to join."""

    type: Literal["hello"]
    protocol: int
    token: Annotated[str, Field(max_length=128)] | None = None
    code: Annotated[str, Field(max_length=32)] | None = None
    name: str = ""
    lang: Language = "nl"


class TakeSeatFrame(_Frame):
    """To sit down at a seat, or (none) to look on."""

    type: Literal["seat"]
    seat: Identifier | None


class LanguageFrame(_Frame):
    """To read another language."""

    type: Literal["language"]
    lang: Language


class Ping(_Frame):
    """A sign of life; it is answered."""

    type: Literal["ping"]


class CommandFrame(_Frame):
    """A command, with an id of the phone's own and which view it was decided on."""

    type: Literal["command"]
    id: Identifier
    revision: Number
    unseen: tuple[Number, ...] = ()
    command: dict[str, Any]


class AnswerFrame(_Frame):
    """Yes or no to a proposal; a no of its author takes it back."""

    type: Literal["answer"]
    n: Number
    yes: bool


class DeclineFrame(_Frame):
    """The people of a seat leave the guessing to the others."""

    type: Literal["decline"]


class LeaveFrame(_Frame):
    """To go away for good: the name is free, and the way back is to join anew."""

    type: Literal["leave"]


Frame: TypeAlias = (
    Hello | TakeSeatFrame | LanguageFrame | Ping | CommandFrame | AnswerFrame | DeclineFrame | LeaveFrame
)
_FRAMES: Final = TypeAdapter[Frame](Annotated[Frame, Field(discriminator="type")])


class FrameError(ValueError):
    """Text that is no frame of the protocol."""


def read_frame(text: str) -> Frame:
    """The frame in a text.

    Raises
    ------
    FrameError
        If it is no JSON, too deep or long, or no frame of the protocol.
    """
    try:
        return _FRAMES.validate_json(text)
    except (ValidationError, RecursionError) as error:
        raise FrameError("no frame of the protocol") from error
