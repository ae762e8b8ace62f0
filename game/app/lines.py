"""A game as JSON lines, one for the set-up and one per command (contract, ``replay --json``)."""

import json
from collections.abc import Iterator

from game.rules import command as commands
from game.rules import fact as facts
from game.rules.command import Command
from game.rules.fact import Fact
from game.rules.limits import PARTS
from game.rules.position import state_to_dict
from game.rules.records import state_hash
from game.rules.state import State
from game.scenario.compiling import Compiled
from game.table import acts
from game.table.acts import Act, RosterAct, SetBot, SetPeople, Start
from game.table.entries import COMMAND, Sources, to_dict
from game.table.payloads import from_payload
from game.table.reading import Contents, last_command
from game.table.replaying import Step, replay
from game.table.trouble import JournalError

Line = dict[str, object]


def as_text(line: Line) -> str:
    """One line of JSON."""
    return json.dumps(line, ensure_ascii=False, separators=(",", ":"))


def line_of(
    seq: int,
    compiled: Compiled,
    state: State,
    seat: str | None = None,
    command: Command | None = None,
    happened: tuple[Fact, ...] = (),
) -> Line:
    """The line of the set-up (no seat, no command) or of a command.

    ``week``, ``part``, ``state`` and ``hash`` are those just after it; ``state`` is the whole truth.
    """
    return {
        "seq": seq,
        "week": state.week[0],
        "part": PARTS[state.part[0]],
        "seat": seat,
        "command": None if command is None else commands.to_dict(command),
        "facts": [facts.to_dict(fact) for fact in happened],
        "state": state_to_dict(compiled.tables, compiled.ids, state),
        "hash": state_hash(state),
    }


def journal_lines(found: Contents) -> Iterator[Line]:
    """The lines of a recorded game; ``entry`` is the number of the line's last entry in the journal.

    Who sits where before the first command belongs to the set-up. What the trainer did later has a
    line of its own, with ``act`` instead of a command; who came and went has none.
    """
    seq = 0
    pending: Line | None = None
    for step in replay(found):
        entry = 0 if step.entry is None else step.entry.seq
        if seq == 0 and (step.deed is None or isinstance(step.deed, RosterAct | Start | SetPeople | SetBot)):
            pending = _line(0, step, entry)
            continue
        if isinstance(step.deed, RosterAct):
            continue
        if pending is not None:
            yield pending
            pending = None
        seq += 1
        yield _line(seq, step, entry)
    if pending is not None:
        yield pending


def _line(seq: int, step: Step, entry: int) -> Line:
    command = None if isinstance(step.deed, Act) else step.deed
    line = line_of(seq, step.course.compiled, step.course.state, step.seat, command, step.facts)
    line["entry"] = entry
    if isinstance(step.deed, Act) and seq > 0:
        line["act"] = acts.to_dict(step.deed)
    return line


def export_lines(found: Contents) -> Iterator[Line]:
    """Everything that a journal holds: its head, the files of the scenario, and every entry.

    Raises ``JournalError`` at the first thing that no game has stored.
    """
    yield {"kind": "game", **to_dict(found.header)}
    try:
        yield {"kind": "files", **_texts(found.sources)}
    except UnicodeDecodeError as error:
        raise JournalError("scenario", found.path, 0) from error
    for entry in found.entries:
        try:
            from_payload(entry)
        except ValueError as error:
            good = found.entries[: entry.seq - 1]
            values = {"bad": entry.seq, "last_command": last_command(good)}
            raise JournalError("damaged", found.path, len(good), **values) from error
        value = json.loads(entry.payload)
        said = value if entry.kind == COMMAND else {"act": value}
        hashes = {"state": entry.state, "chain": entry.chain.hex()}
        yield {"seq": entry.seq, "kind": entry.kind, **said, **hashes}


def _texts(sources: Sources) -> dict[str, str]:
    return {"scenario": sources.scenario.decode(), "library": sources.library.decode()}
