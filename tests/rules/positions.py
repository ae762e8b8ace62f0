"""Small positions on the tiny scenario, spoken to in ids.

A ``Board`` has quiet weeks unless a test wants an event: then it names the card and its week. Numbers of
the scenario (``tables``) and of the game (``state``) belong to the test that made the board, so it may
change them at will before it acts.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TypeVar

from game.rules import refusal
from game.rules.audit import audit
from game.rules.command import from_text
from game.rules.engine import begin, submit
from game.rules.fact import Dice, Fact, Moved
from game.rules.legal import refusal_code
from game.rules.limits import DEPTHS, FIRM, FREE, LOOSE, MEDALS, PARTS
from game.rules.log import facts, new_log
from game.rules.notation import action_of
from game.rules.records import blank_state, copy
from game.rules.state import State
from game.scenario.compiling import Compiled
from tests.builders import Edit, tiny

Kind = TypeVar("Kind", bound=Fact)
NEVER = 99


@cache
def _compiled(seats: int) -> Compiled:
    return tiny(seats)


def every(found: tuple[Fact, ...], kind: type[Kind]) -> list[Kind]:
    """The facts of one kind, in order."""
    return [fact for fact in found if isinstance(fact, kind)]


def only(found: tuple[Fact, ...], kind: type[Kind]) -> Kind:
    """The one fact of a kind."""
    (fact,) = every(found, kind)
    return fact


class Board:
    """A game of the tiny scenario with two departments, shop and kitchen, or with garden as a third.

    ``why`` is the sentence chosen before the first Monday; ``None`` leaves the game there. ``card`` is
    the event of week ``card_week``; all other weeks are quiet.
    """

    def __init__(
        self,
        seats: int = 2,
        *,
        edit: Edit | None = None,
        why: str | None = "street",
        order: int = FREE,
        seed: int = 1,
        card: str | None = None,
        card_week: int = 1,
        people: tuple[str, ...] = (),
        numbers: dict[str, int] | None = None,
    ) -> None:
        compiled = _compiled(seats) if edit is None else tiny(seats, edit)
        self.compiled = compiled
        self.tables = copy(compiled.tables)
        self.ids = compiled.ids
        self.log = new_log()
        self.state = blank_state()
        for name, number in (numbers or {}).items():
            getattr(self.tables, name)[0] = number
        for event in range(len(self.tables.event_week)):
            self.tables.event_week[event] = NEVER
        if card is not None:
            self.tables.event_week[self.ids.events.index(card)] = card_week
        for seat in people:
            self.state.people[self.seat(seat)] = 1
        begin(self.tables, self.state, seed, order)
        for row in self.tables.tokens:
            row[:] = [0] * len(row)  # the audit shall not miss the tokens that a test takes away
        if why is not None:
            self.do(self.ids.seats[0], f"our_why {why}")

    # Where things stand.

    def seat(self, name: str) -> int:
        return self.ids.seats.index(name)

    def who(self, audience: str) -> int:
        return self.ids.audiences.index(audience)

    def motive(self, name: str) -> int:
        return self.ids.motives.index(name)

    def tool(self, mechanism: str) -> int:
        return self.ids.mechanisms.index(mechanism)

    def stand(self, audience: str, level: int) -> tuple[int, int]:
        """Loose and firm tokens on a level."""
        cell = self.state.tokens[self.who(audience)][level]
        return cell[LOOSE], cell[FIRM]

    @property
    def part(self) -> str:
        return PARTS[self.state.part[0]]

    @property
    def medal(self) -> str:
        return MEDALS[self.state.medal[0]]

    # Making a position.

    def put(self, audience: str, level: int, *, loose: int = 0, firm: int = 0) -> None:
        """Set the tokens of one level."""
        cell = self.state.tokens[self.who(audience)][level]
        cell[LOOSE], cell[FIRM] = loose, firm

    def clear(self) -> None:
        """Take every token off the board."""
        for audience in self.ids.audiences:
            for level in range(6):
                self.put(audience, level)

    def hers(self, audience: str, main: str, side: str) -> None:
        """Set the true motives of an audience."""
        self.state.motives[self.who(audience)][:] = [self.motive(main), self.motive(side)]

    def know(self, audience: str, *, main: bool = False, side: bool = False) -> None:
        """Turn up motives."""
        self.state.known[self.who(audience)][:] = [int(main), int(side)]

    def shake_hands(self, *audiences: str) -> None:
        for audience in audiences or self.ids.audiences:
            self.state.handshake[self.who(audience)] = 1

    def set(self, **numbers: int) -> None:
        """Set numbers of the game: will, know_how, week …"""
        for name, number in numbers.items():
            getattr(self.state, name)[0] = number

    def card(self, mechanism: str, *, depth: str | None = None, **numbers: int) -> None:
        """Change a mechanism: ``level``, ``reach``, ``difficulty``, ``mechanism_will`` … and ``depth``."""
        m = self.tool(mechanism)
        if depth is not None:
            self.tables.depth[m] = DEPTHS.index(depth)
        for name, number in numbers.items():
            getattr(self.tables, name)[m] = number

    # Acting.

    def do(self, seat: str, text: str) -> tuple[Fact, ...]:
        """Carry out a command that must be legal; gives what happened."""
        code = submit(self.tables, self.state, self.seat(seat), self.action(text), self.log)
        assert refusal.CODES[code] == "legal", f"{seat}: {text}"
        assert audit(self.tables, self.state) == []
        return facts(self.log, self.ids)

    def action(self, text: str) -> int:
        return action_of(self.ids, from_text(text))

    def ask(self, seat: str, text: str) -> str:
        """Name of the refusal, or "legal"; if refused, submitting it changes nothing."""
        action = self.action(text)
        code = refusal_code(self.tables, self.state, self.seat(seat), action)
        if code != refusal.LEGAL:
            before = copy(self.state)
            assert submit(self.tables, self.state, self.seat(seat), action, self.log) == code
            assert self.state == before
            assert self.log.n[0] == 0
        return refusal.CODES[code]

    def hunt(
        self, seat: str, text: str, wanted: Callable[[tuple[Fact, ...]], bool], tries: int = 2000
    ) -> tuple[Fact, ...]:
        """Carry out a command under the first seed with which it comes out as wanted."""
        for _ in self.under(range(tries)):
            found = self.do(seat, text)
            if wanted(found):
                return found
        raise AssertionError(f"no seed below {tries} lets {text} come out as wanted")

    def under(self, seeds: Iterable[int]) -> Iterator[int]:
        """Start from this position again and again, each time with another seed."""
        start = copy(self.state)
        for seed in seeds:
            _restore(self.state, start)
            self.state.seed[0] = seed
            yield seed

    def end_week(self, *, talk: str | None = "ann") -> tuple[Fact, ...]:
        """Let everybody pass; the first that may still act talks to ``talk`` before (no lost week)."""
        found: tuple[Fact, ...] = ()
        week = self.state.week[0]
        if talk is not None and not self.state.talked[0]:
            open_seats = [s for s in self.ids.seats if not self.state.passed[self.seat(s)]]
            found += self.do(open_seats[0], f"talk {talk}")
        for seat in self.ids.seats:
            if self.state.week[0] == week and self.part == "work" and not self.state.passed[self.seat(seat)]:
                found += self.do(seat, "pass")
        return found

    def monday_of(self, week: int) -> None:
        """Go on with quiet weeks, talking to Ann once in each, until the Monday of ``week``."""
        while self.state.week[0] < week:
            self.end_week()


def _restore(state: State, start: State) -> None:
    saved = copy(start)
    for name in State._fields:
        getattr(state, name)[:] = getattr(saved, name)


def lifted(found: tuple[Fact, ...]) -> int:
    """Tokens that the dice of a command lifted."""
    return sum(dice.lifted for dice in every(found, Dice) if dice.purpose == "play")


def lifts(found: tuple[Fact, ...]) -> bool:
    """Whether at least one token was lifted."""
    return lifted(found) > 0


def moves(found: tuple[Fact, ...], cause: str) -> list[Moved]:
    """Moves of tokens for one cause."""
    return [moved for moved in every(found, Moved) if moved.cause == cause]
