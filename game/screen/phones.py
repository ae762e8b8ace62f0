"""What the screen asks of whoever lets phones in (no pygame, no network)."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from game.screen.called import called
from game.screen.moment import Unfolding
from game.table.table import Accepted
from game.words.catalogue import Language

Line = Mapping[str, object]
"""A line of the trainer, as the local channel takes it too (contract, "Control lines")."""
Reply = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Where phones find this computer: ``address`` is ``IP:port``.

    ``reachable`` is false for the address that only this computer itself can reach.
    """

    address: str
    adapter: str
    reachable: bool = True


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a phone; ``seat`` none looks on, ``away``: the phone is not there now."""

    id: str
    name: str
    seat: str | None
    away: bool

    def called(self, language: Language) -> str:
        """The name as the board can draw it."""
        return called(self.id, self.name, language)


class Phones(Protocol):
    """The phones of one table. Everything but ``close`` is called by the loop of the window alone."""

    @property
    def code(self) -> str:
        """What one types to come in."""

    @property
    def places(self) -> tuple[Place, ...]:
        """Where phones may find this computer now, the likeliest first; at least one."""

    @property
    def place(self) -> Place:
        """The one that is shown."""

    def choose(self, address: str) -> None:
        """Show another of the places."""

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody with a phone, in the order in which they came."""

    def left(self) -> int | None:
        """Seconds left of the work part; none without a clock."""

    def watch(self, *, board: Unfolding | None, throws: Collection[int]) -> None:
        """Phones wait for the board, or for the dice of plays (by revision); the next ``turn`` tells them.

        A ``turn`` that stores what the board has yet to show adds to it (``moment.unfolds``).
        """

    def at_board(self, seats: Collection[str]) -> None:
        """The seats that people hold at this screen: no phone takes them by itself."""

    def turn(self) -> tuple[Accepted, ...]:
        """Take what phones said, store it with whatever else is staged, tell them; what was stored.

        Raises ``JournalError`` if the disk does not take it.
        """

    def do(self, line: Line) -> Reply:
        """Carry out a line of the trainer; the next ``turn`` stores it."""

    def close(self) -> None:
        """Send everybody away and close the door; the game stays."""


class PhonesError(Exception):
    """Phones cannot be let in; ``reason`` says why, as a part of a sentence."""

    def __init__(self, reason: Callable[[Language], str]) -> None:
        self.reason = reason
        super().__init__(reason("en"))


def link_of(place: Place, code: str) -> str:
    """What the QR says: the page, and the code behind it, where no server logs it."""
    return f"http://{place.address}/#{code}"
