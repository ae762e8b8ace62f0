"""Who is at the table, how it agrees, and what it has already acknowledged.

A ``Roster`` is rebuilt from the journal like the game itself: it changes by ``RosterAct`` and by the
commands that carry a ``By``, and by nothing else. It knows no connections and no clock.
"""

from dataclasses import dataclass, field, replace
from typing import Final, assert_never

from game.rules.command import CommandError, from_text
from game.table.acts import (
    Answer,
    Dismiss,
    Drop,
    GiveKey,
    Join,
    Lock,
    Pause,
    Propose,
    Rename,
    Resume,
    RosterAct,
    SetApproval,
    SetClock,
    SetLanguage,
    SetNames,
    Speak,
    TakeSeat,
)
from game.words.catalogue import LANGUAGES, Language

APPROVALS: Final = ("one", "second", "majority")
CLOCKS: Final[dict[str, int | None]] = {"off": None, "normal": 120, "long": 180}
"""Seconds of a work part by the mode of the clock."""
MOST_MEMBERS: Final = 64
"""Members at one time: thirty people, and phones that were lost on the way."""


@dataclass(frozen=True, slots=True)
class By:
    """Which member gave a command: with the id that its phone gave it, or by a proposal of the seat."""

    member: str
    id: str | None = None
    proposal: int | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A person at the table; ``seat`` none looks on.

    ``keys`` are hashes of what it may come back with (``GiveKey``), the newest first.
    """

    id: str
    name: str
    language: Language
    seat: str | None = None
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A command that waits for the yes of others at its seat; ``revision`` is when it was made."""

    n: int
    seat: str
    command: str
    author: str
    yes: tuple[str, ...]
    revision: int


@dataclass(frozen=True, slots=True)
class Ack:
    """What a command was acknowledged with: the revision, and a proposal's number where it became one."""

    revision: int
    proposal: int | None = None


@dataclass(slots=True)
class Roster:
    """The members, the settings that the trainer chose, open proposals and acknowledged commands."""

    members: dict[str, Member] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    """Per seat the names of people who share one screen."""
    gone: dict[str, bool] = field(default_factory=dict)
    """Hashes of the keys of whoever was dismissed, and whether they are banned."""
    banned_names: set[str] = field(default_factory=set)
    joined: int = 0
    """How many have ever joined."""
    locked: bool = False
    paused: str | None = None
    clock: str = "off"
    language: Language = "nl"
    approval: str = "one"
    proposals: dict[int, Proposal] = field(default_factory=dict)
    proposed: int = 0
    acknowledged: dict[tuple[str, str], Ack] = field(default_factory=dict)

    def at(self, seat: str) -> list[Member]:
        """The members at a seat."""
        return [member for member in self.members.values() if member.seat == seat]

    def owner(self, key: str) -> Member | None:
        """The member to whom the hash of a key belongs."""
        return next((member for member in self.members.values() if key in member.keys), None)

    def needed(self, sitting: int) -> int:
        """How many of ``sitting`` members of a seat must say yes to a play, its author included."""
        if self.approval == "one":
            return 1
        return min(2, sitting) if self.approval == "second" else sitting // 2 + 1

    def code(self, act: RosterAct, seats: tuple[str, ...]) -> str:
        """Why an act is refused; empty if it is not."""
        match act:
            case Join(member, name, language):
                return self._join_code(member, name, language)
            case GiveKey(member, _, used):
                known = self._known(member)
                return known or ("" if used is None or used in self.members[member].keys else "unknown")
            case TakeSeat(member, seat):
                return self._known(member) or ("" if seat is None or seat in seats else "unknown")
            case Rename(member, name):
                return self._known(member) or ("" if name else "bad_name")
            case Speak(member, language):
                return self._known(member) or _one_of(language, LANGUAGES)
            case Dismiss(member, _):
                return self._known(member)
            case SetClock(mode):
                return _one_of(mode, tuple(CLOCKS))
            case SetLanguage(language):
                return _one_of(language, LANGUAGES)
            case SetApproval(mode):
                return _one_of(mode, APPROVALS)
            case SetNames(seat, _):
                return _one_of(seat, seats)
            case Resume():
                return "not_paused" if self.paused is None else ""
            case Propose(member, _, command):
                return self._known(member) or self._propose_code(self.members[member], command)
            case Answer(member, proposal, _):
                return self._known(member) or self._answer_code(self.members[member], proposal)
            case Drop(proposal, _):
                return "" if proposal in self.proposals else "no_proposal"
            case Lock() | Pause():
                return ""
            case _:
                assert_never(act)

    def apply(self, act: RosterAct, revision: int) -> None:
        """Carry out an act that ``code`` does not refuse, as entry ``revision``."""
        match act:
            case Join(member, name, language):
                self.joined += 1
                self.members[member] = Member(member, name, _language(language))
            case GiveKey(member, key, used):
                self._change(member, keys=(key,) if used is None else (key, used))
            case TakeSeat(member, seat):
                self._leave(member)
                self._change(member, seat=seat)
            case Rename(member, name):
                self._change(member, name=name)
            case Speak(member, language):
                self._change(member, language=_language(language))
            case Dismiss(member, banned):
                self._leave(member)
                gone = self.members.pop(member)
                self.gone |= dict.fromkeys(gone.keys, banned)
                if banned:
                    self.banned_names.add(gone.name.casefold())
            case Lock(on):
                self.locked = on
            case Pause(reason):
                self.paused = reason
            case Resume():
                self.paused = None
            case SetClock(mode):
                self.clock = mode
            case SetLanguage(language):
                self.language = _language(language)
            case SetApproval(mode):
                self.approval = mode
            case SetNames(seat, names):
                self.names[seat] = names
            case Propose(member, identifier, command):
                self.proposed += 1
                n, seat = self.proposed, self.members[member].seat or ""
                self.proposals[n] = Proposal(n, seat, command, member, (member,), revision)
                self.acknowledged[member, identifier] = Ack(revision, n)
            case Answer(member, proposal, yes):
                self._answer(member, self.proposals[proposal], yes)
            case Drop(proposal, _):
                del self.proposals[proposal]
            case _:
                assert_never(act)

    def carried_out(self, by: By, revision: int) -> None:
        """A command of a member was carried out as entry ``revision``."""
        if by.proposal is not None:
            self.proposals.pop(by.proposal, None)
        elif by.id is not None:
            self.acknowledged[by.member, by.id] = Ack(revision)

    def _change(self, member: str, **values: object) -> None:
        self.members[member] = replace(self.members[member], **values)  # type: ignore[arg-type]

    def _leave(self, member: str) -> None:
        """What somebody proposed goes with them from the seat; so does their yes."""
        for proposal in [*self.proposals.values()]:
            if proposal.author == member:
                del self.proposals[proposal.n]
            elif member in proposal.yes:
                yes = tuple(one for one in proposal.yes if one != member)
                self.proposals[proposal.n] = replace(proposal, yes=yes)

    def _answer(self, member: str, proposal: Proposal, yes: bool) -> None:
        if not yes:
            del self.proposals[proposal.n]
        elif member not in proposal.yes:
            self.proposals[proposal.n] = replace(proposal, yes=(*proposal.yes, member))

    def _known(self, member: str) -> str:
        return "" if member in self.members else "unknown_member"

    def _join_code(self, member: str, name: str, language: str) -> str:
        if self.locked:
            return "locked_table"
        if name.casefold() in self.banned_names:
            return "banned"
        if len(self.members) >= MOST_MEMBERS:
            return "table_full"
        if not name:
            return "bad_name"
        return _one_of(language, LANGUAGES) or ("unknown_member" if member in self.members else "")

    def _propose_code(self, member: Member, command: str) -> str:
        if member.seat is None:
            return "no_seat"
        try:
            from_text(command)
        except CommandError:
            return "unknown"
        return ""

    def _answer_code(self, member: Member, n: int) -> str:
        proposal = self.proposals.get(n)
        return "" if proposal is not None and proposal.seat == member.seat else "no_proposal"


def _one_of(value: str, closed: tuple[str, ...]) -> str:
    return "" if value in closed else "unknown"


def _language(value: str) -> Language:
    return next(language for language in LANGUAGES if language == value)
