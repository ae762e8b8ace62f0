"""A game at one screen: who acts, what happened and has not been shown yet (no pygame).

``Hotseat`` owns the table. Whatever is done is stored before anything of it is shown; what happened is
kept as moments, in the order in which the screen shows them. With phones at the table their deeds come in
between: the loop of the window calls ``pulse``, and nobody else touches the table.
"""

from collections import deque
from collections.abc import Sequence
from typing import get_args

from game.rules import fact as facts
from game.rules.command import Command
from game.rules.fact import Fact
from game.rules.limits import FREE, ORDERS
from game.screen.called import called
from game.screen.clock import WorkClock
from game.screen.moment import (
    GRACE,
    PATIENCE,
    UNFOLDED,
    Moment,
    Picture,
    lost_weeks_in,
    rolls,
    sections,
    watched,
)
from game.screen.phones import Line, Person, Phones, Reply
from game.screen.sharedclock import SharedClock
from game.screen.unfolding import ViewDict, unfolded
from game.table.acts import Act, EndEarly, Next, SetPeople
from game.table.table import Accepted, Refused, Staged, Table
from game.table.trouble import JournalError
from game.words.catalogue import Language

NOTHING: Reply = {"ok": False, "reason": "journal", "message": ""}
"""The answer to a line where the journal is in trouble, which the scene of the table tells."""
MOST_BEHIND = 2
"""How many things that happened the board may be behind: thirty people are faster than dice roll."""
REMEMBERED = 8
"""How many deeds the log of the board can look back on."""


class Hotseat:
    """A running game at one screen, and at the phones that were let in."""

    def __init__(
        self,
        table: Table,
        past: Sequence[Fact] = (),
        deeds: Sequence[Moment] = (),
        phones: Phones | None = None,
        clock: WorkClock | None = None,
    ) -> None:
        self.table = table
        self.phones = phones
        self.trouble: JournalError | None = None
        """What went wrong with the journal while phones said something; the game cannot go on."""
        self.at_screen = {seat for seat in table.people if not table.roster.at(seat)}
        """The seats whose people play with mouse and keyboard, as long as nobody with a phone sits there."""
        self._seen: dict[str, int] = {}
        """The revision that each seat was shown last: what it decides now, it decided on that."""
        self._there: tuple[Person, ...] = ()
        self._closed = False
        self.names = table.roster.names
        """Names of the people by seat, where they gave any."""
        self.scenario = table.compiled.scenario
        self._moments: deque[Moment] = deque()
        self._showing: Moment | None = None
        """What is being shown now."""
        self._blocked: float | None = None
        """Since when something else is shown than what phones wait for."""
        self._view: ViewDict = table.view(None, "nl")
        self.shown: ViewDict = self._view
        """The view of the last moment that was shown."""
        self.acting: str | None = None
        """The seat that people act for now."""
        self.history: list[Fact] = list(past)
        """Everything that happened since the game began."""
        self.deeds: list[Moment] = list(deeds)
        """The last deeds that were shown, newest first."""
        self.lost_weeks = lost_weeks_in(past)
        """The weeks in which nobody talked, as far as they were shown."""
        self.last_place: dict[str, str] = {}
        """What each seat chose last on the board; there the focus begins."""
        own = clock or WorkClock()
        self.clock = own if phones is None else SharedClock(phones.left, self.pause)
        """The clock of the work part; without phones the given one, of a game that was left for a while."""
        self.told: set[str] = set()
        """The hints of the first weeks that have been given, and the weeks that have been introduced."""
        self._teams = self.here
        """The seats that people held at this screen when the game began here."""
        self._handed: set[tuple[str, int, str]] = set()
        self._announced: str | None = None
        self._views: dict[tuple[int, str, Language], ViewDict] = {}

    # -- what may be known ----------------------------------------------------------------

    @property
    def seats(self) -> tuple[str, ...]:
        """The departments in play."""
        return self.table.seats

    @property
    def people(self) -> tuple[str, ...]:
        """The seats that people hold."""
        return self.table.people

    @property
    def here(self) -> tuple[str, ...]:
        """The seats that people hold at this screen."""
        sits = self.table.roster.at
        return tuple(seat for seat in self.people if seat in self.at_screen and not sits(seat))

    @property
    def paused(self) -> bool:
        """Whether the trainer has everybody wait."""
        return self.phones is not None and self.table.roster.paused is not None

    @property
    def away(self) -> frozenset[str]:
        """The seats of people with phones none of which is there."""
        if self.phones is None:
            return frozenset()
        there = {person.seat for person in self.phones.people if not person.away}
        bots = self.table.bots
        held = {person.seat for person in self.phones.people if person.seat is not None}
        return frozenset(seat for seat in held - there if seat not in bots)

    @property
    def interrupts(self) -> bool:
        """Whether something happened that people who choose at this screen should see before they go on."""
        return self.pending or self.paused or self.trouble is not None

    def names_at(self, seat: str, language: Language) -> str:
        """The names of the people at a seat, if they gave any."""
        members = self.table.roster.at(seat)
        if not members:
            return self.names.get(seat, "")
        return ", ".join(called(member.id, member.name, language) for member in members)

    def gather(self) -> None:
        """The game begins with whoever is at this screen now."""
        self._teams = self.here

    @property
    def alone(self) -> bool:
        """Whether people hold one seat only at this screen, so that nothing is handed over."""
        return len(self._teams) == 1

    @property
    def free(self) -> bool:
        """Whether seats may act in any order (rule 2.2)."""
        return self.table.header.order == ORDERS[FREE]

    def view(self, seat: str, language: Language) -> ViewDict:
        """What a seat may know now, with its actions."""
        key = (self.table.revision, seat, language)
        self._seen[seat] = self.table.revision
        if key not in self._views:
            self._views = {k: v for k, v in self._views.items() if k[0] == key[0]}
            self._views[key] = self.table.view(seat, language)
        return self._views[key]

    @property
    def ending(self) -> tuple[Fact, ...]:
        """The facts from the shake-out on; nothing before it."""
        begins = (i for i, fact in enumerate(self.history) if isinstance(fact, facts.ShakeOut))
        start = next(begins, len(self.history))
        return tuple(self.history[start:])

    # -- what comes next ------------------------------------------------------------------

    def next_moment(self) -> Moment | None:
        """The next thing to show; it counts as shown from now on."""
        self.seen()
        if not self._moments:
            self.shown = self._view
            return None
        moment = self._showing = self._moments.popleft()
        self.shown = moment.after
        if moment.section == "deed" and moment.seat is not None:
            self.deeds = [moment, *self.deeds[: REMEMBERED - 1]]
        week = moment.before["week"]
        if any(isinstance(fact, facts.LostWeek) for fact in moment.facts) and week not in self.lost_weeks:
            self.lost_weeks.append(week)
        return moment

    def end_again(self) -> None:
        """Show the score and the motives of a game that is over, as if that was just now."""
        final = self._view
        secret = {**final, "part": "guessing", "personal_motives": [None] * len(self.seats)}
        self._moments.append(Moment("score", secret, (), secret))
        self._moments.append(Moment("reveal", secret, (), final))

    def seen(self) -> None:
        """What was being shown is over, whether it came to its end or was passed over."""
        self._showing = None

    @property
    def pressed_on(self) -> bool:
        """Whether the board shows what somebody may press on: a Friday, the end, the motives."""
        return self._showing is not None and self._showing.section in UNFOLDED

    @property
    def pending(self) -> bool:
        """Whether something that happened has not been shown yet."""
        return bool(self._moments)

    @property
    def waiting(self) -> tuple[str, ...]:
        """The seats held by people at this screen that the game waits for."""
        held = self.here
        return tuple(seat for seat in self.table.waiting_for() if seat in held)

    @property
    def waiting_people(self) -> tuple[str, ...]:
        """The seats held by people, wherever they are, that the game waits for."""
        held = self.people
        return tuple(seat for seat in self.table.waiting_for() if seat in held)

    @property
    def behind(self) -> bool:
        """Whether so much happened since that what comes next is better left to the log."""
        later = [moment.section for moment in self._moments]
        return len(later) > MOST_BEHIND or "friday" in later[1:]

    def turn(self) -> str | None:
        """The seat that people act for next; who acts now goes on while the game waits for it."""
        waiting = self.waiting
        if not waiting:
            self.acting = None
        elif self.acting not in waiting:
            self.acting = self._following(waiting)
        return self.acting

    def _following(self, waiting: tuple[str, ...]) -> str:
        """From the acting seat, or the chair, round the table."""
        chair: str = self._view["chair"]
        start = self.seats.index(self.acting or chair)
        ring = self.seats[start:] + self.seats[:start]
        return next(seat for seat in ring if seat in waiting)

    def take_over(self, seat: str) -> None:
        """People act for another of their seats, where the order is free."""
        if seat in self.waiting:
            self.acting = seat

    def hands_over(self, seat: str) -> bool:
        """Whether mouse and keyboard go to these people for the first time this week.

        Who plays alone hears of target and secret once, in the first week.
        """
        return self._turn_of(seat) not in self._handed

    def hand_over(self, seat: str) -> None:
        """These people have the mouse and keyboard now."""
        self._handed.add(self._turn_of(seat))
        self._announced = seat

    def announce(self, seat: str) -> bool:
        """Whether other people acted before these; it counts as said from now on."""
        new = not self.alone and seat != self._announced
        self._announced = seat
        return new

    def _turn_of(self, seat: str) -> tuple[str, int, str]:
        """What is handed over once: a part of a week, or, to who plays alone, the whole game."""
        if self.alone and self.shown["part"] == "work":
            return "game", 0, seat
        return self.shown["part"], self.shown["week"], seat

    # -- what is done ---------------------------------------------------------------------

    def do(self, seat: str, command: Command) -> Refused | None:
        """Carry out and store a seat's command; its moments follow. Gives the refusal, if it was one."""
        if self.paused:
            return Refused("paused", self.table.revision)
        seen = None if self.phones is None else self._seen.get(seat)
        return self._store(self.table.submit(seat, command, seen))

    def bot_turn(self) -> bool:
        """Let the computer player that is to act now do so; false if none is."""
        found = self.table.bot_turn()
        if found is None:
            return False
        refused = self._store(self.table.submit(*found))
        if refused is not None:
            raise RuntimeError(f"a computer player was refused: {found} {refused.code}")
        return True

    def lead(self, line: Line) -> Reply:
        """Carry out and store a line of the trainer, as the local channel does; gives the answer."""
        if self.phones is None:
            raise ValueError("there is no trainer's channel without phones")
        if self.trouble is not None:
            return NOTHING
        reply = self.phones.do(line)
        try:
            self._settle()
        except JournalError as trouble:
            self.trouble = trouble
            return NOTHING
        return reply

    def pause(self) -> None:
        """Everybody waits, or goes on."""
        self.lead({"do": "resume"} if self.paused else {"do": "pause", "reason": ""})

    def play_here(self, seat: str, here: bool) -> Refused | None:
        """People at this screen take a free seat, or leave it."""
        if here:
            self.at_screen.add(seat)
        else:
            self.at_screen.discard(seat)
        try:
            return self._direct(SetPeople(seat, here))
        except JournalError as trouble:
            self.trouble = trouble
            return None

    def _watch(self, picture: Picture) -> None:
        """Phones wait for what the board has yet to show: the whole of a Friday and the end, rolling dice.

        A panel or a menu over the game does not keep them waiting for ever.
        """
        shown = None if picture.told else self._showing
        told = [*self._moments] if shown is None else [shown, *self._moments]
        board = watched(one.section for one in told)
        rolling = [one for one in told if rolls(one.facts) and (one is not shown or picture.moving)]
        if not (board or rolling) or (shown is not None and not picture.covered):
            self._blocked = None
        elif self._blocked is None:
            self._blocked = picture.now
        patience = GRACE if board is None else PATIENCE
        if self._blocked is not None and picture.now - self._blocked >= patience:
            board, rolling = None, []
        if self.phones is not None:
            self.phones.watch(board=board, throws=[] if board else [one.revision for one in rolling])

    def pulse(self, picture: Picture) -> bool:
        """Let in what phones said since the last time; whether anything that is shown changed.

        They are told whether to watch the ``picture``. Trouble with the journal is kept in ``trouble``, for
        the scene of the table to tell.
        """
        if self.phones is None or not self.open or self.trouble is not None:
            return False
        before, there = self.table.revision, self._there
        self._watch(picture)
        self.phones.at_board(self.here)
        try:
            self._settle()
        except JournalError as trouble:
            self.trouble = trouble
            return True
        self._there = self.phones.people
        return self.table.revision != before or self._there != there

    def move_on(self) -> Refused | None:
        """To the next part of the week, as who leads the game decides (7.1)."""
        return self._direct(Next())

    def skip_guessing(self, seat: str) -> Refused | None:
        """The people of a seat leave the guessing to the others (8.5)."""
        return self._direct(SetPeople(seat, False))

    def end_now(self) -> Refused | None:
        """Score and reveal now."""
        return self._direct(EndEarly())

    def _direct(self, act: Act) -> Refused | None:
        return self._store(self.table.direct(act))

    @property
    def open(self) -> bool:
        """Whether phones may come, and have not been sent away."""
        return self.phones is not None and not self._closed

    def close(self) -> None:
        """Send the phones away and close the table; the game can be gone on with."""
        if self._closed:
            return
        self._closed = True
        if self.phones is not None:
            self.phones.close()
        self.table.close()

    def _store(self, outcome: Staged | Refused) -> Refused | None:
        if isinstance(outcome, Refused):
            return outcome
        self._settle()
        return None

    def _settle(self) -> None:
        """Store what is staged, and what phones said with it; what happened becomes moments."""
        stored = self.table.commit() if self.phones is None else self.phones.turn()
        for accepted in stored:
            self._happened(accepted)

    def _happened(self, accepted: Accepted) -> None:
        before = self._view
        happened = self.table.seen_by(accepted, None)
        self.history += happened
        cut = sections(happened)
        final = self.table.view_then(accepted.revision)
        deed = accepted.deed if isinstance(accepted.deed, get_args(Command)) else None
        for i, (section, found) in enumerate(cut):
            then = final if i == len(cut) - 1 else unfolded(before, found, self.scenario)
            seat = accepted.seat if section == "deed" else None
            people = accepted.by is None and seat in self.here
            command = deed if seat is not None else None
            told = Moment(section, before, found, then, seat, command, people, accepted.revision)
            self._moments.append(told)
            before = then
        self._view = final
