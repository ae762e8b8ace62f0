"""The room: who is linked, what they say, and what they are told (contract, "Wire protocol"; no network).

The one loop that owns the table owns the room too: it hands in what came from the links, in order, and
calls ``turn``. Everything that was carried out in a turn is committed together; only then does ``turn``
give out acknowledgements, and after them the new views.
"""

from collections.abc import Callable, Collection
from typing import Final, assert_never

from game.net.codes import key_hash, new_key
from game.net.door import Admitted, Door, TurnedAway
from game.net.links import (
    BAD_FRAME,
    DISMISSED,
    REFUSED,
    REPLACED,
    TOO_MUCH,
    Close,
    Closed,
    Event,
    Link,
    Opened,
    Out,
    Received,
    Send,
)
from game.net.messages import (
    AnswerFrame,
    CommandFrame,
    DeclineFrame,
    Frame,
    FrameError,
    Hello,
    LanguageFrame,
    LeaveFrame,
    Ping,
    TakeSeatFrame,
    read_frame,
)
from game.net.proposing import Proposing
from game.net.rates import Buckets, Rate
from game.net.shown import Shown, frame, refusal_words
from game.net.telling import VIEWS_IN_A_TURN, Acked, Seated, Telling, Unfolding, Welcome
from game.net.weekclock import WeekClock
from game.net.witnesses import Witnesses
from game.rules import command as commands
from game.rules.command import Broadcast, Command, CommandError, Play
from game.rules.limits import GUESSING, WORK
from game.table.acts import Act, Answer, Dismiss, GiveKey, SetPeople, Speak, TakeSeat
from game.table.roster import By, Member
from game.table.table import Accepted, Refused, Staged, Table
from game.words.catalogue import Language, Words

COMMANDS: Final = Rate(40, 10)
"""Commands of one member; and of one seat, where those that are refused cost their sender alone."""
WISHES: Final = Rate(12, 0.5)
"""Whatever else one member says that is stored: a seat, a language, a yes. The journal keeps all of it."""
BOTS_IN_A_TURN: Final = 4
"""Commands of computer players in one turn of the loop, so that nobody waits for them."""
PATIENCE: Final = 20.0
"""Seconds that a proposal waits for members whose phone just went dark; from then on they do not count."""


class Room:
    """Everybody at one table. ``now`` is a clock in seconds that does not go back.

    ``views_in_a_turn`` bounds what one turn costs: beside a window a view or two a frame.
    ``bots_in_a_turn`` is none where a board shows each deed of a computer player before the next.
    ``unfolds`` says, where there is a board, what that shows bit by bit of something that was stored.
    """

    def __init__(
        self,
        table: Table,
        code: str,
        now: Callable[[], float],
        views_in_a_turn: int = VIEWS_IN_A_TURN,
        bots_in_a_turn: int = BOTS_IN_A_TURN,
        unfolds: Callable[[Accepted], Unfolding | None] = lambda _: None,
    ) -> None:
        self.table = table
        self.code = code
        self._now = now
        self._clock = WeekClock()
        self._door = Door(table, code, now)
        self._links: dict[int, Link] = {}
        self._telling = Telling(table, self._links, now, views_in_a_turn, unfolds)
        self._proposing = Proposing(table, self._telling, self._needed)
        self._out: list[Out] = []
        self._commands = Buckets(COMMANDS)
        self._of_seats = Buckets(COMMANDS)
        self._wishes = Buckets(WISHES)
        self._bots_in_a_turn = bots_in_a_turn
        self._at_board: frozenset[str] = frozenset()
        self._witnesses = Witnesses(forgotten=table.started)
        self.stored: tuple[Accepted, ...] = ()
        """What the last turn stored, whoever did it."""

    # What is known of it

    @property
    def present(self) -> dict[str, int]:
        """The links of the members who are there."""
        return {link.member: link.number for link in self._links.values() if link.member is not None}

    @property
    def away(self) -> frozenset[str]:
        """The members who are not there now."""
        return frozenset(self.table.roster.members) - self.present.keys()

    @property
    def people(self) -> list[Member]:
        """The members as everybody is told of them: without those who left before they chose a seat."""
        return self._door.people(self.present)

    @property
    def clock(self) -> dict[str, object]:
        """The mode of the clock and the seconds left of this work part, at this moment."""
        mode = self.table.roster.clock
        return {"mode": mode, "left": self._clock.left(mode)}

    @property
    def busy(self) -> bool:
        """Whether the next turn must not wait for anybody: computer players go on, or somebody is behind."""
        return any(link.behind for link in self._links.values()) or self.table.bot_turn() is not None

    def shown(self) -> Shown:
        """What phones are shown of this moment."""
        return Shown(self.table, self.people, self.away, self.clock, self._at_board, self._telling.watching)

    # What comes in

    def take(self, event: Event) -> None:
        """Something that came from a link."""
        match event:
            case Opened(number, address):
                self._links[number] = Link(number, address)
            case Closed(number):
                self._forget(number)
            case Received(number, text):
                link = self._links.get(number)
                if link is not None:
                    self._received(link, text)
            case _:
                assert_never(event)

    def direct(self, act: Act) -> Staged | Refused:
        """An act of the trainer; told like everything else at the end of the turn."""
        return self.table.direct(act)

    def dismissed(self, member: str, language: Language, code: str) -> None:
        """Tell a member who was dismissed, and close the link; who is banned keeps its address out."""
        self._door.dismissed(member, banned=code == "banned")
        number = self.present.get(member)
        if number is not None:
            self._refuse(self._links[number], code, language, DISMISSED)

    def watch(self, *, board: Unfolding | None, throws: Collection[int] = ()) -> None:
        """What the board has yet to show: a Friday or the end, and plays (by revision) whose dice roll."""
        self._telling.watch(board=board, throws=throws)

    def at_board(self, seats: Collection[str]) -> None:
        """The seats whose people play at the board: phones see so, and only the trainer seats them there."""
        if frozenset(seats) != self._at_board:
            self._at_board = frozenset(seats)
            self._telling.stir()

    # What goes out

    def turn(self) -> list[Out]:
        """Computer players act, everything is stored, and everybody is told.

        Raises ``JournalError`` if the disk does not take it; then nobody is told anything.
        """
        for _ in range(self._bots_in_a_turn):
            found = self.table.bot_turn()
            if found is None:
                break
            done = self.table.submit(*found)
            if isinstance(done, Refused):
                raise RuntimeError(f"a computer player was refused: {found} {done.code}")
        self._proposing.settle()
        self.stored = stored = self.table.commit()
        self._tick()
        self._telling.stored(stored)
        self._bear_witness()
        self._out += self._telling.out(self.shown())
        self._tell_proposals()
        out, self._out = self._out, []
        return out

    def _tick(self) -> None:
        st, roster = self.table.truth, self.table.roster
        running = st.part[0] == WORK and roster.paused is None and roster.clock != "off"
        self._clock.tick(st.week[0], self._now(), running=running)

    def _bear_witness(self) -> None:
        """Keep in mind whose secret is shown where."""
        if self.table.started and not self.table.over:
            for link, member in self._telling.members():
                if member.seat is not None:
                    self._witnesses.saw(link.address, member.seat)

    # What links say

    def _received(self, link: Link, text: str) -> None:
        try:
            said = read_frame(text)
        except FrameError:
            self._refuse(link, "bad_frame", self._language(link), BAD_FRAME)
            return
        member = self._telling.member(link)
        if (member is None) != isinstance(said, Hello):
            self._refuse(link, "bad_frame", self._language(link), BAD_FRAME)
            return
        if isinstance(said, Hello):
            self._hello(link, said)
        elif member is not None:
            self._said(link, member, said)

    def _said(self, link: Link, member: Member, said: Frame) -> None:
        self._door.spoke(member.id)
        stored = isinstance(said, TakeSeatFrame | LanguageFrame | AnswerFrame | DeclineFrame)
        if stored and not self._wishes.take(member.id, self._now()):
            self._nack(link, member, None, None, "slow_down")
            return
        match said:
            case TakeSeatFrame(seat=seat):
                self._take_seat(link, member, seat)
            case LanguageFrame(lang=language):
                if language != member.language:
                    self.table.direct(Speak(member.id, language))
            case CommandFrame():
                self._command(link, member, said)
            case AnswerFrame(n=n, yes=yes):
                done = self.table.direct(Answer(member.id, n, yes))
                if isinstance(done, Refused):
                    self._nack(link, member, None, None, done.code)
            case DeclineFrame():
                code = self._decline(member.seat)
                if code:
                    self._nack(link, member, None, None, code)
            case LeaveFrame():
                self._door.dismissed(member.id, banned=False)
                self.table.direct(Dismiss(member.id, banned=False))
                self._forget(link.number)
                self._out.append(Close(link.number, DISMISSED, "left"))
            case Ping():
                self._send(link, frame("pong"))
            case Hello():
                raise AssertionError(said)
            case _:
                assert_never(said)

    def _hello(self, link: Link, said: Hello) -> None:
        answer = self._door.hello(link.address, said, self.present)
        match answer:
            case TurnedAway(code, language):
                self._refuse(link, code, language)
            case Admitted(member, used):
                before = self.present.get(member)
                if before is not None:
                    language = self.table.roster.members[member].language
                    self._refuse(self._links[before], "replaced", language, REPLACED)
                key = new_key()
                self.table.direct(GiveKey(member, key_hash(key), used))
                link.member = member
                self._telling.owe(Welcome(link.number, key))
                self._telling.stir()
                self._tell_who_made_place()
            case _:
                assert_never(answer)

    def _tell_who_made_place(self) -> None:
        """An onlooker of a crowd who was there may have made place for somebody else (``Door``)."""
        for link in [*self._links.values()]:
            if link.member is not None and self._telling.member(link) is None:
                self._refuse(link, "table_full", self._language(link), DISMISSED)

    def _take_seat(self, link: Link, member: Member, seat: str | None) -> None:
        """Sit down. Once the game has begun only the trainer moves people who have a seat.

        Otherwise one could look at every department's personal motive in turn (§9); nor may one by
        joining again (``Witnesses``). Who sits where a computer player stands in may take over from it.
        """
        secret = self.table.started and not self.table.over
        if member.seat != seat and seat in self._at_board:
            self._nack(link, member, None, None, "seat_at_board")
            return
        if member.seat != seat and secret:
            code = "seat_fixed" if member.seat is not None else ""
            if seat is not None and not code:
                code = self._witnesses.refusal(link.address, seat)
            if code:
                self._nack(link, member, None, None, code)
                return
        if member.seat == seat and (seat is None or seat not in self.table.bots):
            self._telling.owe(Seated(link.number))
            return
        done = self.table.direct(TakeSeat(member.id, seat))
        if isinstance(done, Refused):
            self._nack(link, member, None, None, done.code)
            return
        if seat is not None and secret:  # at once: the next frame may be from the same device
            self._witnesses.saw(link.address, seat)
        self._telling.owe(Seated(link.number))

    def _decline(self, seat: str | None) -> str:
        """The people of a seat do not guess (any further, 8.5); why they may not say so, empty: they may."""
        table = self.table
        if seat is None:
            return "no_seat"
        if table.roster.paused is not None:
            return "paused"
        if table.truth.part[0] != GUESSING or seat not in table.waiting_for():
            return "not_now"
        done = table.direct(SetPeople(seat, False))
        return done.code if isinstance(done, Refused) else ""

    # Commands and proposals

    def _command(self, link: Link, member: Member, said: CommandFrame) -> None:
        known = self.table.roster.acknowledged.get((member.id, said.id))
        if known is not None:
            self._telling.owe(Acked(link.number, said.id, known))
            return
        try:
            command = commands.from_dict(said.command)
        except CommandError:
            self._nack(link, member, said.id, None, "bad_command")
            return
        if member.seat is None:
            self._nack(link, member, said.id, None, "no_seat")
            return
        now = self._now()
        if not (self._commands.take(member.id, now) and self._of_seats.take(member.seat, now)):
            self._nack(link, member, said.id, None, "slow_down")
            return
        by = By(member.id, said.id)
        seen = (said.revision, by, self._telling.held(said.unseen))
        done: Staged | Refused | None = self._telling.refused_meanwhile(member.seat, command, *seen)
        if done is None:
            asked = isinstance(command, Play | Broadcast) and self._needed(member.seat, member.id) > 1
            carry_out = self._proposing.propose if asked else self.table.submit
            done = carry_out(member.seat, command, *seen)
        if isinstance(done, Refused):
            self._of_seats.give_back(member.seat)
            self._nack(link, member, said.id, command, done)
            return
        ack = self.table.roster.acknowledged[member.id, said.id]
        self._telling.owe(Acked(link.number, said.id, ack))

    def _needed(self, seat: str, author: str) -> int:
        """How many must say yes: of the members at the seat who are there (who is away never blocks)."""
        present = self.present
        long_ago = self._now() - PATIENCE
        sitting = sum(
            one.id in present or one.id == author or self._door.left_at(one.id) > long_ago
            for one in self.table.roster.at(seat)
        )
        return self.table.roster.needed(sitting)

    def _tell_proposals(self) -> None:
        """Open proposals to the members of their seat, and that those they knew have ended."""
        for link in self._links.values():
            member = self._telling.member(link)
            if member is not None:
                for text in self._proposing.news(link, member.seat):
                    self._send(link, text)
        self._proposing.told()

    # Saying no

    def _nack(
        self, link: Link, member: Member, identifier: str | None, command: Command | None, no: Refused | str
    ) -> None:
        code, unseen = (no, ()) if isinstance(no, str) else (no.code, no.unseen)
        message = refusal_words(self.table, member.seat, command, code, member.language, unseen)
        values = {"reason": code, "message": message, "revision": self.table.revision}
        self._send(link, frame("nack", id=identifier, **values))

    def _refuse(self, link: Link, code: str, language: Language, close: int = REFUSED) -> None:
        """The last frame of a link, and its end."""
        kind = "refused" if close == REFUSED else "closed"
        message = Words("net", language)(f"refused.{code}")
        self._send(link, frame(kind, reason=code, message=message))
        self._out.append(Close(link.number, TOO_MUCH if code == "slow_down" else close, code))
        self._forget(link.number)

    def _forget(self, number: int) -> None:
        link = self._links.pop(number, None)
        if link is not None and link.member is not None:
            self._door.left(link.member)
            self._telling.stir()

    def _send(self, link: Link, text: str) -> None:
        self._out.append(Send(link.number, text))

    def _language(self, link: Link) -> Language:
        member = self._telling.member(link)
        return self.table.roster.language if member is None else member.language
