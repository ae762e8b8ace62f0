"""What the screen knows of a game that is gone on with: everything that happened, and the last deeds."""

from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from game.rules.command import Command
from game.rules.fact import Fact
from game.rules.records import copy
from game.rules.state import State
from game.screen.hotseat import REMEMBERED
from game.screen.moment import Moment, sections
from game.table.reading import read
from game.table.replaying import Step, replay
from game.view.facts import facts_for
from game.view.seats import table_view


@dataclass(frozen=True, slots=True)
class Past:
    """What happened in a game so far, as everybody at the table may know it."""

    facts: tuple[Fact, ...]
    deeds: tuple[Moment, ...]
    """The last deeds of seats, newest first."""


def past_of(path: Path) -> Past:
    """The past of the game in a journal; raises ``JournalError`` if it cannot be read."""
    found: list[tuple[Fact, ...]] = []
    lately: deque[tuple[Step, State, State]] = deque(maxlen=REMEMBERED)
    over = False
    before: State | None = None
    for step in replay(read(path)):
        found.append(step.facts)
        after = copy(step.course.state)
        if before is not None and step.seat is not None and isinstance(step.deed, get_args(Command)):
            lately.append((step, before, after))
        before, over = after, step.course.over
    facts = tuple(fact for each in found for fact in facts_for(None, each, over=over))
    deeds = tuple(_moment(*one, over=over) for one in reversed(lately))
    return Past(facts, deeds)


def _moment(step: Step, before: State, after: State, *, over: bool) -> Moment:
    """A deed as the screen tells it, without the Friday that it may have led to."""
    compiled, seat = step.course.compiled, step.seat
    facts = sections(facts_for(None, step.facts, over=over))[0][1]
    command = step.deed if isinstance(step.deed, get_args(Command)) else None
    views = table_view(compiled, before), table_view(compiled, after)
    held = seat is not None and bool(before.people[compiled.ids.seats.index(seat)])
    return Moment("deed", views[0], facts, views[1], seat, command, people=held)
