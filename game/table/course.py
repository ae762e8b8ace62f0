"""One game as it runs, without its journal: what commands and acts do to it.

Playing, going on, verifying and replaying all go through here, so they cannot differ.
"""

from typing import assert_never

from game.players.choosing import KINDS
from game.rules import log as facts
from game.rules.command import Command
from game.rules.engine import begin, end_early, skip, submit
from game.rules.fact import Fact
from game.rules.limits import GUESSING, MONDAY, ORDERS, OVER, WORK
from game.rules.notation import UnknownId, action_of
from game.rules.records import blank_state, state_hash
from game.rules.refusal import CODES, LEGAL, Refusal
from game.scenario.compiling import Compiled
from game.table.acts import Act, EndEarly, EndGuessing, Next, SetBot, SetPeople, Start
from game.view.turns import waiting_for

Outcome = tuple[Fact, ...] | Refusal


class Course:
    """The state of a game, who plays each seat, and whether it has started."""

    def __init__(self, compiled: Compiled, order: str, seed: int) -> None:
        self.compiled = compiled
        self.state = blank_state()
        self.started = False
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

    def command(self, seat: str, command: Command) -> Outcome:
        """Carry out a seat's command; a refusal changes nothing."""
        ids = self.compiled.ids
        if not self.started:
            return Refusal("not_started")
        try:
            action = action_of(ids, command)
        except UnknownId:
            return Refusal("unknown")
        if seat not in ids.seats:
            return Refusal("unknown")
        code = submit(self.compiled.tables, self.state, ids.seats.index(seat), action, self._log)
        return facts.facts(self._log, ids) if code == LEGAL else Refusal(CODES[code])

    def act(self, act: Act) -> Outcome:
        """Carry out an act of the trainer or the table; a refusal changes nothing."""
        code = self._act_code(act)
        if code:
            return Refusal(code)
        match act:
            case Start():
                self.started = True
            case SetPeople(seat, held):
                self._seat(seat, held, None)
            case SetBot(seat, player):
                self._seat(seat, False, player)
            case Next() | EndGuessing():
                skip(self.compiled.tables, self.state, self._log)
            case EndEarly():
                end_early(self.compiled.tables, self.state, self._log)
            case _:
                assert_never(act)
        return facts.facts(self._log, self.compiled.ids)

    def _seat(self, name: str, held: bool, player: str | None) -> None:
        seat = self.compiled.ids.seats.index(name)
        self.state.people[seat] = int(held)
        self.bots[seat] = player
        if self.state.part[0] == GUESSING and not self.waiting_for():
            skip(self.compiled.tables, self.state, self._log)  # nobody is left to guess (8.5)

    def _act_code(self, act: Act) -> str:
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
        if isinstance(act, EndEarly):
            return "not_now" if self.over else ""
        if isinstance(act, EndGuessing):
            return "" if part == GUESSING else "not_now"
        return "" if part in (MONDAY, WORK, GUESSING) else "not_now"
