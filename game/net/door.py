"""Who comes in: with the code of the table, or back with a key; and who makes place (no network)."""

from collections import Counter
from collections.abc import Callable, Container
from dataclasses import dataclass
from typing import Final

from game.net.bans import Bans
from game.net.codes import key_hash, same_code
from game.net.messages import PROTOCOL, Hello
from game.net.names import clean_name, distinct_name
from game.net.rates import Buckets, Rate
from game.table.acts import Dismiss, Join, Rename, Speak
from game.table.roster import MOST_MEMBERS, Member
from game.table.table import Refused, Table
from game.words.catalogue import Language

WRONG: Final = Rate(20, 1)
"""Wrong codes and keys of one address."""
JOINS: Final = Rate(40, 0.5)
"""Joins of one address: thirty people may stand behind one."""
RETURNS: Final = Rate(60, 0.2)
"""Times that one member comes back. Each is stored; who was let in has no reason to come again."""
ABSENCE: Final = 60.0
"""Seconds after which somebody without a seat who is away makes place at a full table."""
CROWD: Final = 32
"""Members from one address of whom an onlooker makes place for somebody from another."""
SILENCE: Final = 5.0
"""The same for somebody who never said a word."""


@dataclass(frozen=True, slots=True)
class Admitted:
    """``used`` is the hash of the key with which a member came back; none: it joined."""

    member: str
    used: str | None


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """Why somebody is not let in, and the language in which to say so."""

    code: str
    language: Language


class Door:
    """The door of a table; ``present`` are the members who are there at that moment."""

    def __init__(self, table: Table, code: str, now: Callable[[], float]) -> None:
        self._table = table
        self._code = code
        self._now = now
        self._opened = now()
        self._left: dict[str, float] = {}
        self._silent: dict[str, str] = {}
        """Members who have said nothing since they joined, and their addresses."""
        self._wrong = Buckets(WRONG)
        self._joins = Buckets(JOINS)
        self._returns = Buckets(RETURNS)
        self._bans = Bans()
        self._forgotten: set[str] = set()
        """Hashes of the keys of those who made place for others: nobody sent them away."""

    def people(self, present: Container[str]) -> list[Member]:
        """The members as everybody is told of them: without those who left before they chose a seat."""
        members = self._table.roster.members.values()
        return [one for one in members if one.seat is not None or one.id in present]

    def left_at(self, member: str) -> float:
        """When a member was last there; whoever has not come back since a restart: since then."""
        return self._left.get(member, self._opened)

    def left(self, member: str) -> None:
        """A member's connection is gone."""
        self._left[member] = self._now()

    def spoke(self, member: str) -> None:
        """A member said something: its welcome arrived."""
        self._silent.pop(member, None)

    def dismissed(self, member: str, *, banned: bool) -> None:
        """Somebody is no member any more; who is banned keeps its address out."""
        self._bans.left(member, banned=banned)

    def hello(self, address: str, said: Hello, present: Container[str]) -> Admitted | TurnedAway:
        """Let somebody in, or say why not."""
        if said.protocol != PROTOCOL:
            return TurnedAway("other_protocol", said.lang)
        answer = (
            self._join(address, said, present)
            if said.token is None
            else self._come_back(address, said.token, said.lang, present)
        )
        if isinstance(answer, Admitted):
            self._bans.met(answer.member, address)
        return answer

    def _come_back(
        self, address: str, token: str, language: Language, present: Container[str]
    ) -> Admitted | TurnedAway:
        used = key_hash(token)
        roster = self._table.roster
        member = roster.owner(used)
        if member is None:
            banned = None if used in self._forgotten else roster.gone.get(used)
            if banned is None and not self._wrong.take(address, self._now()):
                return TurnedAway("slow_down", language)
            return TurnedAway(
                "unknown_token" if banned is None else "banned" if banned else "kicked", language
            )
        if not self._returns.take(member.id, self._now()):
            return TurnedAway("slow_down", member.language)
        self.spoke(member.id)
        name = distinct_name(member.name, [one.name for one in self.people(present) if one.id != member.id])
        if name != member.name:  # somebody else took it while this one was not listed
            self._table.direct(Rename(member.id, name))
        return Admitted(member.id, used)

    def _join(self, address: str, said: Hello, present: Container[str]) -> Admitted | TurnedAway:
        if not self._wrong.take(address, self._now()):
            return TurnedAway("slow_down", said.lang)
        if said.code is None or not same_code(said.code, self._code):
            return TurnedAway("wrong_code", said.lang)
        self._wrong.give_back(address)
        if self._bans.keeps_out(address):
            return TurnedAway("banned", said.lang)
        if not self._joins.take(address, self._now()):
            return TurnedAway("slow_down", said.lang)
        roster = self._table.roster
        name = clean_name(said.name)
        again = self._unanswered(address, name, present)
        if again is not None and not roster.locked:
            self._table.direct(Speak(again, said.lang))
            return Admitted(again, None)
        if name.casefold() not in roster.banned_names:
            name = name and distinct_name(name, [one.name for one in self.people(present)])
        if len(roster.members) >= MOST_MEMBERS and not roster.locked:
            self._make_place(address, present)
        member = f"m{roster.joined + 1}"
        done = self._table.direct(Join(member, name, said.lang))
        if isinstance(done, Refused):
            return TurnedAway(done.code, said.lang)
        self._silent[member] = address
        return Admitted(member, None)

    def _make_place(self, address: str, present: Container[str]) -> None:
        """Forget who is not listed and left longest ago, not in the last moments; or one of a crowd."""
        members = self._table.roster.members
        goes = self._long_gone(present) or self._of_a_crowd(address)
        if goes is not None:
            self._forgotten |= set(members[goes].keys)
            self.spoke(goes)
            self.dismissed(goes, banned=False)
            self._table.direct(Dismiss(goes, banned=False))

    def _long_gone(self, present: Container[str]) -> str | None:
        listed = {one.id for one in self.people(present)}
        gone = (one for one in self._table.roster.members if one not in listed)
        return min((one for one in gone if self._waited_for(one)), key=self.left_at, default=None)

    def _waited_for(self, member: str) -> bool:
        """Whether somebody is gone for so long that others may have the place."""
        patience = SILENCE if member in self._silent else ABSENCE
        return self._now() - self.left_at(member) >= patience

    def _of_a_crowd(self, address: str) -> str | None:
        """The newest onlooker of the address that most came from, if far fewer came from this one.

        Thirty people may sit behind one address, but no address fills the table for all others.
        """
        members = self._table.roster.members
        many = Counter(self._bans.at(one) for one in members)
        crowded, most = many.most_common(1)[0]
        if not crowded or most < CROWD or many[address] >= most // 2:
            return None
        watching = [one for one in members if members[one].seat is None and self._bans.at(one) == crowded]
        return watching[-1] if watching else None

    def _unanswered(self, address: str, name: str, present: Container[str]) -> str | None:
        """The member that joined from here under this name, never said a word and is gone.

        Its welcome was lost on the way: the phone has no key, and asks to join again.
        """
        members = self._table.roster.members
        gone = (one for one, from_ in self._silent.items() if from_ == address and one not in present)
        return next((one for one in gone if one in members and members[one].name == name), None)
