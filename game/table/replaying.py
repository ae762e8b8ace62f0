"""Carrying out a journal again: to go on with it, to verify it, to show it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from game.rules.command import Command
from game.rules.fact import Fact
from game.rules.refusal import Refusal
from game.scenario.load import ScenarioError
from game.table.acts import Act
from game.table.course import Course
from game.table.entries import COMMAND, Entry, Header
from game.table.payloads import from_payload
from game.table.reading import Contents, last_command, read
from game.table.trouble import JournalError


@dataclass(frozen=True, slots=True)
class Step:
    """The set-up (entry none), or one entry that was carried out; ``course`` stands just after it."""

    course: Course
    entry: Entry | None
    seat: str | None
    deed: Command | Act | None
    facts: tuple[Fact, ...]


def replay(found: Contents) -> Iterator[Step]:
    """The set-up, then every entry in its order.

    Raises
    ------
    JournalError
        At the first entry that no longer gives the state that it gave.
    """
    header = found.header
    try:
        compiled = found.sources.compile(header.seats)
    except (ScenarioError, ValueError) as error:
        raise JournalError("scenario", found.path, 0) from error
    course = Course(compiled, header.order, header.seed)
    yield Step(course, None, None, None, ())
    for entry in found.entries:
        try:
            seat, deed, by = from_payload(entry)
        except ValueError as error:
            raise _differs(found, entry) from error
        outcome = course.act(deed) if isinstance(deed, Act) else course.command(seat or "", deed, by)
        if isinstance(outcome, Refusal) or course.hash() != entry.state:
            raise _differs(found, entry)
        yield Step(course, entry, seat, deed, outcome)


def _differs(found: Contents, entry: Entry) -> JournalError:
    good = found.entries[: entry.seq - 1]
    return JournalError("differs", found.path, len(good), bad=entry.seq, last_command=last_command(good))


@dataclass(frozen=True, slots=True)
class Verified:
    """A journal in which everything is in order."""

    header: Header
    entries: int
    commands: int
    last_command: int
    """Number of the last entry that is a command; 0 if there is none."""
    week: int
    over: bool


def verify(path: Path) -> Verified:
    """Check a journal whole: form, chain, and every state by carrying everything out again.

    Raises ``JournalError``, which names the first bad entry and the last good command.
    """
    found = read(path)
    week, over = 0, False
    for step in replay(found):
        week, over = step.course.state.week[0], step.course.over
    commands = sum(entry.kind == COMMAND for entry in found.entries)
    return Verified(found.header, len(found.entries), commands, last_command(found.entries), week, over)
