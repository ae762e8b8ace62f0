"""One game as it runs, without its journal: what commands and acts do to it.

Playing, going on, verifying and replaying all go through here, so they cannot differ.
"""

from typing import assert_never

from game.players.choosing import KINDS
from game.rules import log as facts
from game.rules.command import Command
from game.rules.engine import begin, end_early, skip, submit
from game.rules.fact import Fact
from game.rules.legal import refusal_code
from game.rules.limits import GUESSING, ORDERS, OVER
from game.rules.notation import UnknownId, action_of
from game.rules.records import blank_state, state_hash
from game.rules.refusal import CODES, LEGAL, Refusal
from game.rules.state import State
from game.scenario.compiling import Compiled
from game.table.acts import (
    Act,
    CourseAct,
    Dismiss,
    EndEarly,
    EndGuessing,
    Next,
    RosterAct,
    SetBot,
    SetPeople,
    Start,
    TakeSeat,
)
from game.table.roster import By, Roster
from game.view.turns import waiting_for

Outcome = tuple[Fact, ...] | Refusal


class Course:
    """The state of a game, who plays each seat, and whether it has started."""

    def __init__(self, compiled: Compiled, order: str, seed: int) -> None:
        self.compiled = compiled
        self.state = blank_state()
        self.started = False
        self.entries = 0
        """How many commands and acts were carried out: the revision."""
        self.roster = Roster()
        self.bots: list[str | None] = [None] * compiled.seats
        """Per seat the kind of computer player that holds it."""
        self._log = facts.new_log(facts.GREAT_ROOM)
        begin(compiled.tables, self.state, seed, ORDERS.index(order))

    @property
    def over(self) -> bool:
        """Whether everything is revealed."""
        return self.state.part[0] == OVER

    def hash(self) -> str:
        """The hash of the state."""
        return state_hash(self.state)

    def waiting_for(self) -> list[int]:
        """The seats that must act before the game can go on."""
        return waiting_for(self.compiled.tables, self.state) if self.started else []

    def command(self, seat: str, command: Command, by: By | None = None) -> Outcome:
        """Carry out a seat's command, given by a member or (none) a computer; a refusal changes nothing."""
        ids = self.compiled.ids
        if not self.started:
            return Refusal("not_started")
        if by is not None and (code := self.by_code(seat, by)):
            return Refusal(code)
        try:
            action = action_of(ids, command)
        except UnknownId:
            return Refusal("unknown")
        if seat not in ids.seats:
            return Refusal("unknown")
        refused = submit(self.compiled.tables, self.state, ids.seats.index(seat), action, self._log)
        if refused != LEGAL:
            return Refusal(CODES[refused])
        self.entries += 1
        if by is not None:
            self.roster.carried_out(by, self.entries)
        return facts.facts(self._log, ids)

    def refusal(self, seat: str, command: Command, state: State) -> str:
        """Why the rules would refuse a seat's command in a state of this game; empty if they would not."""
        ids = self.compiled.ids
        try:
            action = action_of(ids, command)
        except UnknownId:
            return "unknown"
        code = refusal_code(self.compiled.tables, state, ids.seats.index(seat), action)
        return "" if code == LEGAL else CODES[code]

    def act(self, act: Act) -> Outcome:
        """Carry out an act of the trainer or the table; a refusal changes nothing."""
        if isinstance(act, CourseAct):
            code = self._act_code(act)
        else:
            code = self.roster.code(act, self.compiled.ids.seats)
        if code:
            return Refusal(code)
        self.entries += 1
        if isinstance(act, CourseAct):
            return self._course_act(act)
        return self._roster_act(act)

    def by_code(self, seat: str, by: By) -> str:
        """Why a member may not give a command for a seat now; empty if it may."""
        member = self.roster.members.get(by.member)
        if member is None:
            return "unknown_member"
        if member.seat is None:
            return "no_seat"
        if member.seat != seat:
            return "other_seat"
        if self.roster.paused is not None:
            return "paused"
        return "" if self.bots[self.compiled.ids.seats.index(seat)] is None else "bot_plays"

    def _course_act(self, act: CourseAct) -> tuple[Fact, ...]:
        match act:
            case Start():
                self.started = True
            case SetPeople(seat, held):
                self._seat(seat, held, None)
            case SetBot(seat, player):
                self._seat(seat, player is None and bool(self.roster.at(seat)), player)
            case Next() | EndGuessing():
                skip(self.compiled.tables, self.state, self._log)
            case EndEarly():
                end_early(self.compiled.tables, self.state, self._log)
            case _:
                assert_never(act)
        return facts.facts(self._log, self.compiled.ids)

    def _roster_act(self, act: RosterAct) -> tuple[Fact, ...]:
        left = self.roster.members[act.member].seat if isinstance(act, TakeSeat | Dismiss) else None
        self.roster.apply(act, self.entries)
        if isinstance(act, TakeSeat | Dismiss) and not self.over:
            taken = act.seat if isinstance(act, TakeSeat) else None
            if left is not None and not self.started and not self.roster.at(left):
                self._seat(left, False, None)  # once the game has begun a seat waits for its people
            if taken is not None:
                self._seat(taken, True, None)
        return ()

    def _seat(self, name: str, held: bool, player: str | None) -> None:
        seat = self.compiled.ids.seats.index(name)
        self.state.people[seat] = int(held)
        self.bots[seat] = player
        if self.state.part[0] == GUESSING and not self.waiting_for():
            skip(self.compiled.tables, self.state, self._log)  # nobody is left to guess (8.5)

    def _act_code(self, act: CourseAct) -> str:
        part = self.state.part[0]
        if isinstance(act, SetPeople | SetBot):
            if act.seat not in self.compiled.ids.seats:
                return "unknown"
            if isinstance(act, SetBot) and act.player is not None and act.player not in KINDS:
                return "unknown_player"
            return "not_now" if self.over else ""
        if isinstance(act, Start):
            if self.started:
                return "not_now"
            held = zip(self.state.people, self.bots, strict=False)
            return "" if all(people or bot for people, bot in held) else "seat_empty"
        if not self.started:
            return "not_started"
        if isinstance(act, EndGuessing) and part != GUESSING:
            return "not_now"
        return "not_now" if self.over else ""
