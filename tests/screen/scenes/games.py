"""Whole games by computer players, with the view before and the facts of every command."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from game.rules.command import Command
from game.rules.fact import Fact
from game.rules.refusal import Refusal
from game.scenario import compiling
from game.scenario.compiling import Compiled
from game.scenario.load import load
from game.scenario.models import Scenario
from game.table.acts import SetBot, Start
from game.table.bots import decision, next_bot
from game.table.course import Course
from game.view.seats import table_view
from tests.builders import tiny
from tests.screen.limits import filled


@dataclass(frozen=True)
class Told:
    """One command: what everybody knew before and after it, and what happened."""

    seat: str
    command: Command
    before: dict[str, Any]
    facts: tuple[Fact, ...]
    after: dict[str, Any]


def compiled_for(scenario: str, seats: int) -> Compiled:
    """A shipped scenario by its id, or ``tiny``; see `loaded`."""
    return tiny(seats) if scenario == "tiny" else compiling.compile(loaded(scenario), seats)


def loaded(scenario: str) -> Scenario:
    """A shipped scenario by its id; " long" or " unbroken" behind it puts all its texts at their limits."""
    name, _, filling = scenario.partition(" ")
    found = load(name)
    return filled(found, "long" if filling == "long" else "unbroken") if filling else found


def play(compiled: Compiled, players: str = "cooperative", seed: int = 1) -> Iterator[Told]:
    """A whole game by computer players of one kind, command by command."""
    course = Course(compiled, "round", seed)
    for seat in compiled.ids.seats:
        course.act(SetBot(seat, players))
    course.act(Start())
    before = table_view(compiled, course.state)
    while (bot := next_bot(course)) is not None:
        command = decision(course, bot, seed)
        facts = course.command(compiled.ids.seats[bot], command)
        assert not isinstance(facts, Refusal)
        after = table_view(compiled, course.state)
        yield Told(compiled.ids.seats[bot], command, before, facts, after)
        before = after


@cache
def played(scenario: str, seats: int, players: str = "cooperative", seed: int = 1) -> tuple[Told, ...]:
    """A whole game, played once for all tests."""
    return tuple(play(compiled_for(scenario, seats), players, seed))
