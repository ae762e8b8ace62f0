"""What happened, cut into what the screen shows bit by bit, and who knows of it before (no pygame)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from game.rules import fact as facts
from game.rules.command import Command
from game.rules.fact import Fact
from game.screen.unfolding import ViewDict
from game.table.table import Accepted

Section = Literal["deed", "friday", "monday", "shake_out", "score", "reveal"]
Unfolding = Literal["dice", "friday", "end", "motives"]
"""What phones are told that the board shows."""
UNFOLDED: Final[dict[Section, Unfolding]] = {
    "friday": "friday",
    "shake_out": "end",
    "score": "end",
    "reveal": "motives",
}
"""What the board shows bit by bit to a whole room; phones, which know all of it at once, wait for it."""
PRESSED_ON: Final[tuple[Section, ...]] = ("score", "reveal")
"""What waits for somebody to press on, also where a room has phones in hand."""
PATIENCE: Final = 30.0
"""Seconds that phones wait for a Friday or the end while something lies over the game on the board."""
GRACE: Final = 1.0
"""The same for the dice of a play: just until the board has turned to it."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What the window shows at a moment in seconds: does it move, does something lie over the game.

    ``told``: all that it has to tell lies open.
    """

    now: float
    moving: bool
    covered: bool
    told: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """A part of what happened that is shown on its own: what the board was, the facts, what it is then.

    ``seat`` and ``command`` are given for a deed of a seat. ``people``: people did it, at this screen.
    """

    section: Section
    before: ViewDict
    facts: tuple[Fact, ...]
    after: ViewDict
    seat: str | None = None
    command: Command | None = None
    people: bool = False
    revision: int = 0
    """Of the entry in which it was stored."""


_OPENS: tuple[tuple[type[Fact], Section], ...] = (
    (facts.Friday, "friday"),
    (facts.Week, "monday"),
    (facts.ShakeOut, "shake_out"),
    (facts.Score, "score"),
    (facts.Motive, "reveal"),
)


def sections(happened: tuple[Fact, ...]) -> tuple[tuple[Section, tuple[Fact, ...]], ...]:
    """Facts cut where a Friday, a Monday, the end or the reveal begins."""
    cut: list[tuple[Section, list[Fact]]] = [("deed", [])]
    for fact in happened:
        opened = next((section for cls, section in _OPENS if isinstance(fact, cls)), None)
        if opened is not None and opened != cut[-1][0]:
            cut.append((opened, []))
        cut[-1][1].append(fact)
    return tuple((section, tuple(found)) for section, found in cut if found)


def lost_weeks_in(happened: Iterable[Fact]) -> list[int]:
    """The weeks whose Friday was a lost one (rule 2.3a)."""
    week, lost = 0, []
    for fact in happened:
        if isinstance(fact, facts.Week):
            week = fact.week
        elif isinstance(fact, facts.LostWeek):
            lost.append(week)
    return lost


def rolls(happened: Iterable[Fact]) -> bool:
    """Whether dice are thrown in it."""
    return any(isinstance(fact, facts.Dice) for fact in happened)


def watched(told: Iterable[Section]) -> Unfolding | None:
    """For what everybody watches the board, which has yet to show these: the first that they wait for."""
    return next((UNFOLDED[section] for section in told if section in UNFOLDED), None)


def unfolds(done: Accepted) -> Unfolding | None:
    """What of an entry the board shows bit by bit; of dice alone only their outcome has to wait."""
    board = watched(section for section, _ in sections(done.facts))
    return "dice" if board is None and rolls(done.facts) else board
