"""Proposals: plays that wait for the yes of others at the seat (contract, "Wire protocol")."""

from collections.abc import Callable
from typing import Final

from game.net.links import Link
from game.net.shown import frame
from game.rules import command as commands
from game.rules.command import Command
from game.table.acts import Drop, Propose
from game.table.roster import By, Proposal
from game.table.table import Refused, Staged, Table

MOST: Final = 6
"""Open proposals of one seat: more than that nobody weighs."""
MOST_OF_ONE: Final = 2
"""Those of one member."""


class Proposing:
    """The open proposals of a table; ``needed`` says how many must agree, of a seat and an author."""

    def __init__(self, table: Table, needed: Callable[[str, str], int]) -> None:
        self._table = table
        self._needed = needed
        self._settled = -1
        """The revision at which all were weighed last: whether they can be done hangs on nothing else."""
        self._ended: dict[int, str] = {}
        """Why proposals ended in this turn; a no of a member needs no entry here."""

    def propose(self, seat: str, member: str, id_: str, command: Command, revision: int) -> Staged | Refused:
        """Ask the others at the seat, if the command could be carried out; ``id_`` is the phone's."""
        here = [one for one in self._table.roster.proposals.values() if one.seat == seat]
        code = self._table.may_propose(seat, command, revision, By(member, id_))
        if not code and (len(here) >= MOST or sum(one.author == member for one in here) >= MOST_OF_ONE):
            code = "many_proposals"
        if code:
            return Refused(code, self._table.revision)
        return self._table.direct(Propose(member, id_, commands.to_text(command)))

    def settle(self) -> None:
        """Carry out what has enough yes, and end what can no longer be done as it was shown."""
        if self._table.roster.paused is not None:
            return
        again = True
        while again:  # one that is carried out may make another impossible
            changed = self._settled != self._table.revision
            self._settled = self._table.revision
            again = self._weigh(changed)

    def _weigh(self, changed: bool) -> bool:
        """Weigh each once, where the table ``changed``; whether any was carried out."""
        roster = self._table.roster
        carried_out = False
        for n in [*roster.proposals]:
            proposal = roster.proposals.get(n)
            if proposal is None:
                continue
            command = commands.from_text(proposal.command)
            by = By(proposal.author, proposal=n)
            code = ""
            if len(proposal.yes) >= self._needed(proposal.seat, proposal.author):
                done = self._table.submit(proposal.seat, command, proposal.revision, by)
                code = done.code if isinstance(done, Refused) else ""
                self._ended[n] = code or "done"
                carried_out = carried_out or not code
            elif changed:
                code = self._table.may_propose(proposal.seat, command, proposal.revision, by)
            if code:
                self._ended[n] = code
                self._table.direct(Drop(n, code))
        return carried_out

    def news(self, link: Link, seat: str | None) -> list[str]:
        """Frames for a link: proposals of its seat that it does not know so, and that others ended."""
        here = {n: one for n, one in self._table.roster.proposals.items() if one.seat == seat}
        frames = []
        for n in sorted(link.told.keys() - here.keys()):
            del link.told[n]
            frames.append(frame("proposal_ended", n=n, reason=self._ended.get(n, "no")))
        for n, proposal in here.items():
            text = self._text(proposal)
            if link.told.get(n) != text:
                link.told[n] = text
                frames.append(text)
        return frames

    def told(self) -> None:
        """Everybody was told how proposals of this turn ended."""
        self._ended.clear()

    def _text(self, proposal: Proposal) -> str:
        return frame(
            "proposal",
            n=proposal.n,
            command=commands.to_dict(commands.from_text(proposal.command)),
            by=proposal.author,
            yes=len(proposal.yes),
            needed=self._needed(proposal.seat, proposal.author),
        )
