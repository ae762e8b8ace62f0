"""What everybody is told, and when: answers after the commit, facts, the newest views.

Beside a board two things wait until it has shown them (``Unfolding``). What a throw came to reaches no
phone before the dice lie: its facts are kept, and views are veiled (``view.veil``). A Friday and the end are
told at once, with the word to watch the board.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, assert_never

from game.net.links import Link, Out, Send
from game.net.sheet import game_of
from game.net.shown import Shown, frame, with_view
from game.rules import fact as facts
from game.rules.command import Command
from game.table.acts import GiveKey
from game.table.roster import Ack, By, Member
from game.table.table import Accepted, Refused, Table
from game.view.wire import compact
from game.words.catalogue import Language

Unfolding: TypeAlias = Literal["dice", "friday", "end", "motives"]
"""What a board shows bit by bit: thrown dice alone, or what everybody watches."""
Known: TypeAlias = dict[tuple[str | None, int], list[str]]
"""JSON of the facts that a seat may know, by seat and revision."""
VIEWS_IN_A_TURN: Final = 64
"""More than there are: where no window waits for its next frame, everybody is told at once."""
HELD: Final = 16
"""Throws that a phone may name as those that it had not seen: a board leaves fewer waiting."""
SETTLING: Final = 0.3
"""Seconds in which comings and goings are told together."""


@dataclass(frozen=True, slots=True)
class Welcome:
    """A member came in, and gets a key."""

    link: int
    key: str


@dataclass(frozen=True, slots=True)
class Acked:
    """A command, by its id, was carried out."""

    link: int
    id: str
    ack: Ack


@dataclass(frozen=True, slots=True)
class Seated:
    """A member sat down."""

    link: int


Due: TypeAlias = Welcome | Acked | Seated


class Telling:
    """What the links of a table are owed. ``links`` is the room's own, by number.

    ``views_in_a_turn`` and ``unfolds`` are those of ``Room``.
    """

    def __init__(
        self,
        table: Table,
        links: dict[int, Link],
        now: Callable[[], float],
        views_in_a_turn: int,
        unfolds: Callable[[Accepted], Unfolding | None],
    ) -> None:
        self._table = table
        self._links = links
        self._now = now
        self._views_in_a_turn = views_in_a_turn
        self._unfolds = unfolds
        self._due: list[Due] = []
        self._restless_until: float | None = None
        self._board: Unfolding | None = None
        """For what everybody is to watch the board."""
        self._throws: dict[int, Accepted] = {}
        """Plays whose dice still roll, by revision, the oldest first."""
        self._held: tuple[int, ...] = ()
        """The newest throws that were held back."""
        self._ahead: dict[str, int] = {}
        """Up to which revision members are told what dice came to, whatever still rolls."""

    # What happens

    def owe(self, due: Due) -> None:
        """Something to be told as soon as it is stored."""
        self._due.append(due)

    def stir(self) -> None:
        """Something that is shown changed without an entry in the journal."""
        if self._restless_until is None:
            self._restless_until = self._now() + SETTLING

    def watch(self, *, board: Unfolding | None, throws: Collection[int]) -> None:
        """What the board has yet to show: a Friday or the end, and plays (by revision) whose dice roll.

        What it has shown is told in the next turn, and only where it changes something.
        """
        lie = [one for revision, one in self._throws.items() if revision not in throws]
        if board == self._board and not lie:
            return
        watched = [(link, member, self.watching(member.seat)) for link, member in self.members()]
        self._board = board
        self._throws = {revision: one for revision, one in self._throws.items() if revision in throws}
        known: Known = {}
        for link, member, before in watched:
            news = [one for one in lie if one.revision > self._ahead.get(member.id, 0)]
            self._keep(link, member, news, known)
            link.behind |= bool(news) or before != self.watching(member.seat)

    def reveal(self, whose: str) -> None:
        """A member was refused something by what still rolls, stored or not: that is shown to it."""
        ahead = self._ahead.get(whose, 0)
        self._ahead[whose] = self._table.revision
        news = [one for revision, one in self._throws.items() if revision > ahead]
        for link, member in self.members():
            if member.id == whose:
                self._keep(link, member, news, {})
                link.behind = True

    def refused_meanwhile(
        self, seat: str, command: Command, revision: int, by: By, unseen: tuple[int, ...]
    ) -> Refused | None:
        """Whether a member's command is refused while dice roll: as the member sees the table, then as it is.

        The first no tells nothing of the dice; whoever gets the second is shown what they came to.
        """
        still = self.unseen(by.member)
        for without in (still, ()) if still else ():
            code = self._table.refusal(seat, command, revision, by, unseen, without)
            if code:
                if not without:
                    self.reveal(by.member)
                return Refused(code, self._table.revision, without)
        return None

    def stored(self, stored: Sequence[Accepted]) -> None:
        """What every link is to be told: the facts that were stored, and that what is shown changed."""
        board, throws = self._with(stored)
        self.watch(board=board, throws=throws)  # what rolled before, first
        self._throws = throws
        self._held = tuple(sorted({*self._held, *throws}))[-HELD:]
        rested = self._restless_until is not None and self._now() >= self._restless_until
        if rested:
            self._restless_until = None
        changed = rested or any(not isinstance(done.deed, GiveKey) for done in stored)
        known: Known = {}
        for link, member in self.members():
            unseen = self.unseen(member.id)
            self._keep(link, member, [done for done in stored if done.revision not in unseen], known)
            link.behind |= changed

    def _with(self, entries: Sequence[Accepted]) -> tuple[Unfolding | None, dict[int, Accepted]]:
        """What everybody is to watch the board for, and the plays whose dice roll, with further entries."""
        board, throws = self._board, {**self._throws}
        for done in entries:
            unfolding = self._unfolds(done)
            if unfolding == "dice" and board is None:
                throws[done.revision] = done
            elif unfolding is not None and unfolding != "dice":
                board = board or unfolding
                throws.clear()
        return board, throws

    def _keep(self, link: Link, member: Member, news: Sequence[Accepted], known: Known) -> None:
        """Facts for the next frame of a link; ``known`` are those that were written for others."""
        for done in news:
            key = (member.seat, done.revision)
            if key not in known:
                seen = self._table.seen_by(done, member.seat)
                known[key] = [compact(facts.to_dict(fact)) for fact in seen]
            link.facts += known[key]

    # What is known of it

    def members(self) -> list[tuple[Link, Member]]:
        """The links that are somebody's."""
        found = ((link, self.member(link)) for link in self._links.values())
        return [(link, member) for link, member in found if member is not None]

    def member(self, link: Link) -> Member | None:
        """Whose link it is."""
        return None if link.member is None else self._table.roster.members.get(link.member)

    def watching(self, seat: str | None) -> Unfolding | None:
        """For what a seat (none: an onlooker) is to watch the board and nothing else."""
        if self._board is not None:
            return self._board
        thrown = any(one.seat == seat for one in self._throws.values() if one.seat is not None)
        return "dice" if thrown else None

    def unseen(self, member: str) -> tuple[int, ...]:
        """The plays that a member is not told the outcome of yet, the oldest first; also of this turn."""
        _, throws = self._with(self._table.staged)
        return tuple(revision for revision in throws if revision > self._ahead.get(member, 0))

    def held(self, named: tuple[int, ...]) -> tuple[int, ...]:
        """The throws among those that a phone names that were held back not long ago: no other is weighed."""
        return tuple(one for one in self._held if one in named)

    def unseen_at(self, seat: str) -> tuple[int, ...]:
        """The plays that somebody at a seat is not told the outcome of yet."""
        return max((self.unseen(one.id) for one in self._table.roster.at(seat)), key=len, default=())

    # What goes out

    def out(self, shown: Shown) -> list[Out]:
        """What was owed, then the newest views."""
        return [*self._pay(shown), *self._tell(shown)]

    def _pay(self, shown: Shown) -> list[Out]:
        """What was waiting for the commit."""
        out: list[Out] = []
        for due in self._due:
            link = self._links.get(due.link)
            member = None if link is None else self.member(link)
            if link is None or member is None:
                continue
            unseen = self.unseen(member.id)
            match due:
                case Welcome(_, key):
                    text = frame(
                        "welcome",
                        token=key,
                        game=game_of(self._table.compiled),
                        member=member.id,
                        seat=member.seat,
                        revision=self._table.revision,
                        unseen=unseen,
                        name=member.name,
                        lang=member.language,
                    )
                    text = with_view(text, shown.view(member.seat, member.language, unseen))
                    _served(link)
                case Acked(_, identifier, ack):
                    more = {} if ack.proposal is None else {"proposal": ack.proposal}
                    text = frame("ack", id=identifier, revision=ack.revision, **more)
                case Seated():
                    text = frame("seated", seat=member.seat, revision=self._table.revision, unseen=unseen)
                    text = with_view(text, shown.view(member.seat, member.language, unseen))
                    link.behind = bool(link.facts)
                case _:
                    assert_never(due)
            out.append(Send(link.number, text))
        self._due.clear()
        return out

    def _tell(self, shown: Shown) -> list[Out]:
        """The facts and the newest view, to whoever is behind; the one who waited longest first.

        Only so many views are made in a turn: the others follow in the next ones, with what happened by
        then.
        """
        out: list[Out] = []
        views: set[tuple[str | None, Language, tuple[int, ...]]] = set()
        for link, member in self.members():
            if not link.behind:
                continue
            unseen = self.unseen(member.id)
            view = (member.seat, member.language, unseen)
            if view not in views and len(views) >= self._views_in_a_turn:
                continue
            views.add(view)
            text = frame("facts", revision=self._table.revision, unseen=unseen)
            text = f'{text[:-1]},"facts":[{",".join(link.facts)}]}}'
            out.append(Send(link.number, with_view(text, shown.view(*view))))
            _served(link)
        served = [link for link in self._links.values() if not link.behind]
        for link in served:  # whoever was served stands at the end of the row
            self._links[link.number] = self._links.pop(link.number)
        return out


def _served(link: Link) -> None:
    link.facts.clear()
    link.behind = False
