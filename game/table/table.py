"""The authority of one running game.

Whatever wants something of the game (mouse, phone, computer player, trainer) says it to a ``Table``;
whatever is shown of it comes from ``Table.view`` and ``Table.seen_by``. ``submit`` and ``direct`` carry
out and stage, ``commit`` stores what one turn of the loop staged and gives the acknowledgements: only
then may anything be told to anybody.
"""

import contextlib
import zlib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import numpy as np

from game.rules.command import Command
from game.rules.fact import Fact
from game.rules.hide import hide
from game.rules.limits import NONE, OVER
from game.rules.notation import UnknownId, action_of
from game.rules.records import STATE_DTYPE, copy, state_from_record, to_record
from game.rules.refusal import Refusal
from game.rules.state import State
from game.scenario.compiling import Compiled
from game.table.acts import Act, Dismiss, RosterAct, TakeSeat
from game.table.bots import decision, next_bot
from game.table.course import Course, Outcome
from game.table.entries import Header, Sources
from game.table.journal import Journal
from game.table.payloads import to_payload
from game.table.replaying import replay
from game.table.roster import By, Roster
from game.table.stale import is_stale
from game.table.trouble import JournalError
from game.view.facts import facts_for
from game.view.refusals import refusal_text
from game.view.seats import Members, seat_view, table_view
from game.view.veil import veiled
from game.words.catalogue import Language

MOST_UNSEEN: Final = 64
"""Plays whose dice may roll at a time: more no board leaves waiting, and what a phone names is looked up."""


@dataclass(frozen=True, slots=True)
class Staged:
    """Carried out, not yet stored: nobody may hear of it before ``commit``."""

    revision: int


@dataclass(frozen=True, slots=True)
class Accepted:
    """Carried out and stored. ``facts`` is everything that happened; see ``Table.seen_by``."""

    revision: int
    seat: str | None
    deed: Command | Act
    facts: tuple[Fact, ...]
    over: bool
    by: By | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """A typed no, without any effect: a code of the rules or of the table, and the revision now.

    The table's own codes: ``not_started``, ``stale``, ``seat_empty``, ``unknown_player``, and those of
    ``roster`` and ``course``. It is true as if the plays ``unseen`` had come to nothing (none: as it is).
    """

    code: str
    revision: int
    unseen: tuple[int, ...] = ()


class Table:
    """One running game with its journal; a context manager that closes it."""

    def __init__(self, journal: Journal, course: Course, past: list[bytes]) -> None:
        self._journal = journal
        self._course = course
        self._past = past
        self._staged: list[Accepted] = []
        self._broken = False

    @classmethod
    def create(
        cls,
        path: Path,
        compiled: Compiled,
        sources: Sources,
        *,
        order: str,
        seed: int,
        player_seed: int,
        created: str,
    ) -> Self:
        """Set up a game and begin its journal at ``path``.

        ``sources`` are the files that ``compiled`` was made from; ``created`` the moment, ISO 8601.
        Raises ``JournalError`` if the journal cannot be made.
        """
        if sources.hash != compiled.scenario.hash:
            raise ValueError("the scenario was not made from these files")
        header = Header(
            scenario=compiled.scenario.id,
            scenario_hash=sources.hash,
            seats=compiled.seats,
            order=order,
            seed=seed,
            player_seed=player_seed,
            created=created,
        )
        course = Course(compiled, order, seed)
        return cls(Journal.create(path, header, sources), course, [_packed(course.state)])

    @classmethod
    def resume(cls, path: Path) -> Self:
        """Go on with the game in a journal, by carrying out its entries again.

        Raises ``JournalError`` if it cannot be opened, or an entry no longer gives what it gave.
        """
        journal, found = Journal.open(path)
        try:
            steps = replay(found)
            course = next(steps).course
            past = [_packed(course.state), *(_packed(step.course.state) for step in steps)]
        except BaseException:
            journal.close()
            raise
        return cls(journal, course, past)

    # What is known of it

    @property
    def header(self) -> Header:
        """How the game was set up."""
        return self._journal.header

    @property
    def path(self) -> Path:
        """Where its journal is."""
        return self._journal.path

    @property
    def compiled(self) -> Compiled:
        """The scenario that is played."""
        return self._course.compiled

    @property
    def seats(self) -> tuple[str, ...]:
        """The departments in play."""
        return self.compiled.ids.seats

    @property
    def truth(self) -> State:
        """The whole state, hidden things included: never to be shown before the game is over."""
        return self._course.state

    @property
    def revision(self) -> int:
        """One more with every entry, staged ones included."""
        return self._journal.seq

    @property
    def started(self) -> bool:
        """Whether the game has begun."""
        return self._course.started

    @property
    def over(self) -> bool:
        """Whether everything is revealed."""
        return self._course.over

    @property
    def bots(self) -> dict[str, str]:
        """The kinds of computer player by the seats that they hold."""
        return {s: bot for s, bot in zip(self.seats, self._course.bots, strict=True) if bot is not None}

    @property
    def roster(self) -> Roster:
        """Who is at the table and how it agrees: to be read only; acts change it."""
        return self._course.roster

    @property
    def people(self) -> tuple[str, ...]:
        """The seats that people hold."""
        return tuple(s for s, held in zip(self.seats, self.truth.people, strict=False) if held)

    def waiting_for(self) -> list[str]:
        """The seats of which at least one must act before the game can go on."""
        return [self.seats[seat] for seat in self._course.waiting_for()]

    @property
    def staged(self) -> tuple[Accepted, ...]:
        """What was carried out and is not stored yet: nobody may be told of it."""
        return tuple(self._staged)

    def view(
        self, seat: str | None, language: Language, members: Members = (), unseen: Collection[int] = ()
    ) -> dict[str, object]:
        """What a seat may know now, with its actions; none: what everybody at the table may know.

        ``unseen`` are the revisions of plays whose dice still roll on a board: what they came to is left out.
        """
        state = self._seen(self.revision, unseen)
        if seat is None:
            return table_view(self.compiled, state, members=members)
        return seat_view(self.compiled, state, seat, language, members=members, dealt=self.started)

    def view_then(self, revision: int) -> dict[str, object]:
        """What everybody at the table could know when an entry had been carried out."""
        return table_view(self.compiled, self._then(revision))

    def _then(self, revision: int) -> State:
        """The whole state when an entry had been carried out."""
        return _unpacked(self._past[revision])

    def _seen(self, revision: int, unseen: Collection[int]) -> State:
        """What is looked at by whoever saw a revision and not what some plays came to; to be read only."""
        throws = [(self._then(at - 1), self._then(at)) for at in sorted(set(unseen)) if 0 < at <= revision]
        state = self.truth if revision == self.revision else self._then(revision)
        return veiled(state, throws) if throws else state

    def refusal_text(
        self,
        seat: str | None,
        command: Command | None,
        code: str,
        language: Language,
        unseen: Collection[int] = (),
    ) -> str:
        """Why a command (none: something else) is refused, from what the seat may know (as in ``view``)."""
        action = None
        if command is not None and seat is not None:
            with contextlib.suppress(UnknownId):
                action = action_of(self.compiled.ids, command)
        index = NONE if seat is None else self.seats.index(seat)
        seen = copy(self._seen(self.revision, unseen))
        hide(self.compiled.tables, seen, index)
        return refusal_text(self.compiled, seen, index, action, code, language)

    def seen_by(self, accepted: Accepted, seat: str | None) -> tuple[Fact, ...]:
        """The facts of an acknowledgement that a seat, or (none) everybody, may know."""
        return facts_for(seat, accepted.facts, over=accepted.over)

    # What can be done

    def submit(
        self,
        seat: str,
        command: Command,
        revision: int | None = None,
        by: By | None = None,
        unseen: Collection[int] = (),
    ) -> Staged | Refused:
        """Carry out a seat's command and stage it, or refuse it without any effect.

        ``revision`` is what the seat saw when it decided, without what the plays ``unseen`` came to: a
        command that was legal then and no longer is, or whose shown price or odds got worse since, is
        refused as ``stale``. ``by`` is the member who gave it, if one did.
        """
        self._check()
        if by is not None and self.started and (code := self._course.by_code(seat, by)):
            return Refused(code, self.revision)
        if revision is not None and self.started and self._is_stale(seat, command, revision, unseen):
            return Refused("stale", self.revision)
        return self._carry_out(seat, command, lambda: self._course.command(seat, command, by), by)

    def refusal(
        self,
        seat: str,
        command: Command,
        revision: int,
        by: By,
        unseen: Collection[int] = (),
        still: Collection[int] = (),
    ) -> str:
        """Why ``submit`` would refuse a command of a member; empty if it would not.

        ``still`` are plays whose dice roll for whoever is to be told: as if they had come to nothing.
        """
        if not self.started:
            return "not_started"
        if code := self._course.by_code(seat, by):
            return code
        if self._is_stale(seat, command, revision, unseen, still):
            return "stale"
        return self._course.refusal(seat, command, self._seen(self.revision, still))

    def direct(self, act: Act) -> Staged | Refused:
        """Carry out an act of the trainer or the table and stage it, or refuse it."""
        self._check()
        return self._carry_out(None, act, lambda: self._course.act(act))

    def commit(self) -> tuple[Accepted, ...]:
        """Store everything staged in one transaction; gives the acknowledgements, oldest first.

        Raises ``JournalError`` if the disk does not take it. Nothing of it happened then, as far as
        anybody was told, and this table is broken: free the disk and ``resume``.
        """
        self._check()
        try:
            self._journal.commit()
        except BaseException:
            self._broken = True
            raise
        done = tuple(self._staged)
        self._staged.clear()
        return done

    def act_now(
        self, seat: str, command: Command, revision: int | None = None, by: By | None = None
    ) -> Accepted | Refused:
        """``submit`` and ``commit`` of one command, with nothing else staged."""
        return self._now(lambda: self.submit(seat, command, revision, by))

    def direct_now(self, act: Act) -> Accepted | Refused:
        """``direct`` and ``commit`` of one act, with nothing else staged."""
        return self._now(lambda: self.direct(act))

    def bot_turn(self) -> tuple[str, Command] | None:
        """The seat and the command of the computer player that is to act now, if any; not yet done."""
        seat = None if self.roster.paused is not None else next_bot(self._course)
        if seat is None:
            return None
        return self.seats[seat], decision(self._course, seat, self.header.player_seed)

    def close(self) -> None:
        """Close the journal; what was only staged is forgotten."""
        self._journal.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _check(self) -> None:
        if self._broken:
            raise JournalError("broken", self.path)

    def _is_stale(
        self,
        seat: str,
        command: Command,
        revision: int,
        unseen: Collection[int],
        still: Collection[int] = (),
    ) -> bool:
        if not 0 <= revision < len(self._past) or len(unseen) > MOST_UNSEEN:
            return True
        if seat not in self.seats or (revision == self.revision and not unseen and not still):
            return False
        before, now = self._seen(revision, unseen), self._seen(self.revision, still)
        return is_stale(self.compiled, before, now, self.seats.index(seat), command)

    def _carry_out(
        self, seat: str | None, deed: Command | Act, do: Callable[[], Outcome], by: By | None = None
    ) -> Staged | Refused:
        try:
            outcome = do()
            if isinstance(outcome, Refusal):
                return Refused(outcome.code, self.revision)
            kind, payload = to_payload(seat, deed, by)
            revision = self._journal.stage(kind, payload, self._course.hash())
            touched = not isinstance(deed, RosterAct) or isinstance(deed, TakeSeat | Dismiss)
            self._past.append(_packed(self.truth) if touched else self._past[-1])
        except BaseException:
            self._broken = True  # half a command may have been carried out
            raise
        self._staged.append(Accepted(revision, seat, deed, outcome, self.truth.part[0] == OVER, by))
        return Staged(revision)

    def _now(self, stage: Callable[[], Staged | Refused]) -> Accepted | Refused:
        if self._staged:
            raise RuntimeError("other entries are staged: commit() gives their acknowledgements")
        staged = stage()
        return staged if isinstance(staged, Refused) else self.commit()[0]


def _packed(state: State) -> bytes:
    """A state to be kept: most of its numbers are 0, and a long game has thousands of them."""
    return zlib.compress(to_record(state).tobytes(), 1)


def _unpacked(kept: bytes) -> State:
    return state_from_record(np.frombuffer(zlib.decompress(kept), STATE_DTYPE))
