"""What the trainer's panel knows and where everything on it lies."""

from dataclasses import dataclass
from typing import Literal

from game.rules.limits import GUESSING
from game.screen.box import Box
from game.screen.clock import CLOCK_LENGTHS
from game.screen.hotseat import Hotseat
from game.screen.phones import Person
from game.table.roster import APPROVALS
from game.words.catalogue import LANGUAGES

WATCHING = "-"
"""The row of people without a department."""
USUAL_BOT = "cooperative"
CHIPS_A_ROW = 3
MOST_CHIPS = 12
"""People of one row that are shown at a time; of more, the last place leads to the others."""
SWITCHES: dict[str, tuple[str, ...]] = {
    "clock": CLOCK_LENGTHS,
    "lang": LANGUAGES,
    "approval": APPROVALS,
    "lock": ("open", "shut"),
}
"""Switches of the panel with their options."""
Writing = Literal["", "reason", "name"]


@dataclass(frozen=True, slots=True)
class Row:
    """A department, or those who look on, with its people; ``said`` tells who plays it."""

    id: str
    people: tuple[Person, ...]


def rows_of(game: Hotseat) -> tuple[Row, ...]:
    """The departments in play, then whoever looks on."""
    people = game.phones.people if game.phones is not None else ()
    found = [Row(seat, tuple(one for one in people if one.seat == seat)) for seat in game.seats]
    return (*found, Row(WATCHING, tuple(one for one in people if one.seat is None)))


def page_of(people: tuple[Person, ...], page: int) -> tuple[Person, ...]:
    """The people that are shown at a time; after the last of them come the first again."""
    if len(people) <= MOST_CHIPS:
        return people
    each = MOST_CHIPS - 1
    start = page % -(-len(people) // each) * each
    return people[start : start + each]


def chosen_options(game: Hotseat) -> dict[str, int]:
    """Which option of each switch holds."""
    roster = game.table.roster
    return {
        "clock": SWITCHES["clock"].index(roster.clock),
        "lang": SWITCHES["lang"].index(roster.language),
        "approval": SWITCHES["approval"].index(roster.approval),
        "lock": int(roster.locked),
    }


def leads_of(game: Hotseat) -> tuple[str, ...]:
    """What can be done with the game as a whole now, as words of the trainer's lines.

    Two are none of them: ``press`` presses on at the board, which shows a Friday, the score or the motives,
    and ``undo`` stops a game that has not begun, of which nothing is kept.
    """
    if not game.table.started:
        return ("start", "undo")
    guessing = game.table.truth.part[0] == GUESSING
    if game.pressed_on:
        end = "end_guessing" if guessing else "end_early"
        return ("press", "stop") if game.table.over else ("press", end, "stop")
    if game.table.over:
        return ("stop",)
    return ("end_guessing" if guessing else "next", "end_early", "stop")


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things lie on a canvas of a height."""

    height: float
    rows: int

    @property
    def _h(self) -> float:
        return self.height - 120 - 32

    @property
    def close(self) -> Box:
        """The button back to the game."""
        return Box(1468, 24, 420, 76)

    @property
    def apart(self) -> Box:
        """The button to a window of its own."""
        return Box(1128, 24, 316, 76)

    @property
    def time(self) -> Box:
        """The panel of the clock and the pause."""
        return Box(32, 120, 480, self._h - 24 - self.lead.h)

    @property
    def reason(self) -> Box:
        """The field for the reason of a pause."""
        return self.time.inset(32, 28).bottom_part(166).top_part(68)

    @staticmethod
    def letters(field: Box) -> Box:
        """Where the letters of a field stand."""
        return field.inset(20, 4)

    @property
    def pause(self) -> Box:
        """The button of the pause."""
        return self.time.inset(32, 28).bottom_part(84)

    @property
    def lead(self) -> Box:
        """The panel of what leads the game on."""
        tall = 410 + (self.height - 1080) * 0.15
        return Box(32, self.height - 32 - tall, 480, tall)

    def leads(self, n: int) -> tuple[Box, ...]:
        """Its buttons, from the top."""
        inner = self.lead.inset(32, 26).within(top=64)
        height = (inner.h + 14) / 3 - 14
        return tuple(Box(inner.x, inner.y + i * (height + 14), inner.w, height) for i in range(n))

    @property
    def seats(self) -> Box:
        """The panel of the departments."""
        return Box(536, 120, 840, self._h)

    def row(self, place: int) -> Box:
        """A department of it."""
        inner = self.seats.inset(28, 24).within(top=56, bottom=336)
        pitch = min(92.0 + (self.height - 1080) * 0.08, inner.h / self.rows)
        return Box(inner.x, inner.y + place * pitch, inner.w, pitch - 8)

    @property
    def below(self) -> Box:
        """Where the people of the chosen row, and what can be done with them, are."""
        return self.seats.inset(28, 24).bottom_part(320)

    def chip(self, place: int) -> Box:
        """Somebody of the chosen row."""
        area = self.below.within(bottom=96)
        cells = area.rows(MOST_CHIPS // CHIPS_A_ROW, 8)
        return cells[place // CHIPS_A_ROW].columns(CHIPS_A_ROW, 10)[place % CHIPS_A_ROW]

    @property
    def name(self) -> Box:
        """The field of a new name, in place of the people."""
        return self.below.within(bottom=96).centred(self.below.w, 84)

    def deeds(self, n: int) -> tuple[Box, ...]:
        """Buttons for the chosen person or department."""
        return self.below.bottom_part(80).columns(n, 12) if n else ()

    @property
    def door(self) -> Box:
        """The panel of the way in."""
        return Box(1400, 120, 488, self._h - 360)

    @property
    def place(self) -> Box:
        """The button to another address."""
        return self.door.inset(28, 24).bottom_part(68)

    @property
    def board(self) -> Box:
        """The panel of language, approval, and the door's lock."""
        return Box(1400, self.height - 32 - 336, 488, 336)

    def switch(self, name: str) -> Box:
        """A switch with its options."""
        if name == "clock":
            return self.time.inset(32, 28).bottom_part(266).top_part(80)
        inner = self.board.inset(12 if name == "approval" else 28, 24)
        place = ("lang", "lock", "approval").index(name)
        line = Box(inner.x, inner.y + place * 88, inner.w, 72)
        return line if name == "approval" else line.right_part(252)
