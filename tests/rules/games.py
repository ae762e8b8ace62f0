"""Whole games for tests: one that is going on (``Running``), and the line-ups that are tried."""

from copy import copy as shallow
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from game.players.choosing import decide
from game.rules.actions import ROOM, list_actions
from game.rules.command import to_dict, to_text
from game.rules.engine import begin, submit
from game.rules.fact import Fact
from game.rules.fact import to_dict as fact_to_dict
from game.rules.legal import chair_of
from game.rules.limits import FREE, GUESSING, MONDAY, NONE, ROUND, SETUP, WORK
from game.rules.log import Log, facts, new_log
from game.rules.notation import command_of
from game.rules.position import state_to_dict
from game.rules.records import blank_state, copy
from game.rules.state import State
from game.scenario import compiling
from game.scenario.compiling import Compiled
from game.scenario.load import load
from game.scenario.models import Scenario
from tests.builders import tiny_scenario
from tests.rules.checker import Referee

LINE_UPS = (
    ("tiny", 2),
    ("tiny", 3),
    ("fruit-stall", 2),
    ("fruit-stall", 3),
    ("municipality", 2),
    ("municipality", 3),
    ("municipality", 4),
    ("municipality", 5),
    ("municipality", 6),
)


@cache
def scenario_of(name: str) -> Scenario:
    return tiny_scenario() if name == "tiny" else load(name)


@cache
def compiled_of(name: str, seats: int) -> Compiled:
    return compiling.compile(scenario_of(name), seats)


@cache
def referee_of(name: str, seats: int) -> Referee:
    return Referee(scenario_of(name), seats)


@dataclass(slots=True, repr=False)
class Running:
    """A game that is going on; ``script`` is what was done so far: seats and packed commands."""

    compiled: Compiled
    seed: int
    order: int = FREE
    people: int = 0  # mask of seats
    state: State = field(init=False)
    log: Log = field(init=False)
    script: list[tuple[int, int]] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.state = blank_state()
        self.log = new_log()
        for seat in range(self.compiled.seats):
            self.state.people[seat] = self.people >> seat & 1
        begin(self.compiled.tables, self.state, self.seed, self.order)

    def __repr__(self) -> str:
        scenario, seats = self.compiled.ids.scenario, self.compiled.seats
        done = " ".join(f"{seat}:{action}" for seat, action in self.script)
        return f"<{scenario} {seats} seed={self.seed} order={self.order} people={self.people}: {done}>"

    def legal(self, seat: int) -> list[int]:
        """What a seat may do now."""
        out, codes = [0] * ROOM, [0] * ROOM
        return out[: list_actions(self.compiled.tables, self.state, seat, 0, out, codes)]

    def choices(self) -> list[tuple[int, int]]:
        """What may happen now: seats and packed commands."""
        return [(seat, action) for seat in range(self.compiled.seats) for action in self.legal(seat)]

    def do(self, seat: int, action: int) -> tuple[Fact, ...]:
        """Carry out a legal command."""
        assert submit(self.compiled.tables, self.state, seat, action, self.log) == 0
        self.script.append((seat, action))
        return facts(self.log, self.compiled.ids)

    def branch(self, seat: int, action: int) -> "Running":
        """The game after one more command; this one stays where it is."""
        twin = shallow(self)
        twin.state = copy(self.state)
        twin.script = self.script[:]
        twin.do(seat, action)
        return twin

    def to_act(self) -> int:
        """A seat that may act, where computer players hold all seats; the first one in free order."""
        part = self.state.part[0]
        if part == WORK:
            waiting = [s for s in range(self.compiled.seats) if not self.state.passed[s]]
            return self.state.turn[0] if self.state.order[0] == ROUND else waiting[0]
        if part == MONDAY:
            return chair_of(self.compiled.tables, self.state)
        return 0 if part == SETUP else NONE

    def decided(self, kind: str, seed: int = 0) -> tuple[int, int] | None:
        """What a computer player of this kind does next; nothing when the last Friday is over."""
        if self.state.part[0] >= GUESSING:
            return None
        seat = self.to_act()
        return seat, decide(kind, self.compiled.tables, self.state, seat, seed)

    def position(self) -> dict[str, Any]:
        return state_to_dict(self.compiled.tables, self.compiled.ids, self.state)

    def text(self, action: int) -> str:
        return to_text(command_of(self.compiled.ids, action))

    def checked(self, referee: Referee, seat: int, action: int) -> tuple[Fact, ...]:
        """Carry out a command under the eyes of the referee."""
        before = self.position()
        found = self.do(seat, action)
        command = to_dict(command_of(self.compiled.ids, action))
        told = [fact_to_dict(fact) for fact in found]
        complaints = referee.check(before, self.compiled.ids.seats[seat], command, told, self.position())
        assert complaints == [], (command, complaints)
        return found
