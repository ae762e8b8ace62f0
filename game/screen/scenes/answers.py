"""What the scenes of a running game answer with, and what all of them share.

A scene is pushed on the table's, shows its moment, and ends with ``Pop`` and one of these. Nothing has
been carried out by then: the table does that, and stores it before the next scene is pushed.
"""

from dataclasses import dataclass

from game.rules.command import Command


@dataclass(frozen=True, slots=True)
class GoOn:
    """Seen; to whatever comes next."""


@dataclass(frozen=True, slots=True)
class Do:
    """A seat does something."""

    seat: str
    command: Command


@dataclass(frozen=True, slots=True)
class DoAll:
    """A seat does several things at once, such as all its guesses."""

    seat: str
    commands: tuple[Command, ...]


@dataclass(frozen=True, slots=True)
class SkipGuessing:
    """The people of a seat do not guess what drove the others (8.5)."""

    seat: str


@dataclass(frozen=True, slots=True)
class ActAs:
    """Another seat wants to act (free order)."""

    seat: str


@dataclass(frozen=True, slots=True)
class Leave:
    """Away from this game, to the title; it can be gone on with later."""


@dataclass(frozen=True, slots=True)
class MoveOn:
    """The trainer goes on to the next part of the week (7.1)."""


@dataclass(frozen=True, slots=True)
class EndNow:
    """The trainer ends the game now: score and reveal, without a guessing round."""


@dataclass(frozen=True, slots=True)
class Led:
    """The trainer has done something with the whole game: whatever is shown gives way to what follows."""


OF_THE_TABLE = (Leave, MoveOn, EndNow, Led)
"""Answers of the menu and the panel: whatever scene they were opened on ends with them."""
