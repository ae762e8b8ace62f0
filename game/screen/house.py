"""What the screen asks of the program around it: scenarios, new games, the game that was left."""

from dataclasses import dataclass
from typing import Protocol

from game.scenario.models import Scenario
from game.screen.clock import ClockLength
from game.screen.hotseat import Hotseat
from game.words.catalogue import Language


@dataclass(frozen=True, slots=True)
class SeatPlan:
    """Who plays a seat: people (with names, if they like), or a computer player of some kind."""

    seat: str
    people: bool
    bot: str = "cooperative"
    names: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a game is to be set up; with ``phones`` it begins in the lobby."""

    scenario: str
    seats: tuple[SeatPlan, ...]
    order: str = "round"
    seed: int | None = None
    """None: drawn by whoever opens the table."""
    phones: bool = False
    language: Language = "nl"
    """What the table speaks to whoever has chosen no language."""
    clock: ClockLength = "off"


@dataclass(frozen=True, slots=True)
class Saved:
    """A game that was left: its id for the house, its scenario, and its week; ``over``: it has ended."""

    id: str
    scenario: Scenario
    week: int
    weeks: int
    over: bool = False


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line asked for; the set-up begins with it."""

    scenario: str | None = None
    departments: int | None = None
    bots: str | None = None
    order: str | None = None
    """None: in turns at one screen, free with phones."""
    seed: int | None = None


class House(Protocol):
    """What the screen asks of the program around it."""

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """The scenarios to choose from."""

    @property
    def wishes(self) -> Wishes:
        """What the command line asked for."""

    def saved(self) -> Saved | None:
        """The game that was left last and can be gone on with, or looked back on; if any.

        Raises ``JournalError`` if there is one that cannot be read.
        """

    def open(self, plan: Plan) -> Hotseat:
        """A new game; raises ``JournalError`` if it cannot be kept, ``PhonesError`` if nobody can join."""

    def go_on(self, saved: Saved) -> Hotseat:
        """The game that was left; raises ``JournalError`` or ``PhonesError`` if it cannot be opened."""
