"""Proposals: plays that wait for the yes of others at the seat (contract, "Wire protocol")."""

from collections.abc import Callable
from typing import Final

from game.net.links import Link
from game.net.shown import frame
from game.net.telling import Telling
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
    """The open proposals of a table; ``needed`` says how many must agree, of a seat and an author.

    Whether one can still be done is weighed as its seat sees the table: what dice still roll about ends none
    before it is told. Only what has enough yes meets the truth, and whoever that refuses is shown it.
    """

    def __init__(self, table: Table, telling: Telling, needed: Callable[[str, str], int]) -> None:
        self._table = table
        self._telling = telling
        self._needed = needed
        self._weighed: dict[int, tuple[int, tuple[int, ...]]] = {}
        """As of which revision, without what, each was weighed last: the answer hangs on nothing else."""
        self._ended: dict[int, str] = {}
        """Why proposals ended in this turn; a no of a member needs no entry here."""

    def propose(
        self, seat: str, command: Command, revision: int, by: By, unseen: tuple[int, ...]
    ) -> Staged | Refused:
        """Ask the others at the seat, if the command could be carried out.

        It was decided on at ``revision`` without what the plays ``unseen`` came to.
        """
        here = [one for one in self._table.roster.proposals.values() if one.seat == seat]
        code = self._table.refusal(seat, command, revision, by, unseen)
        if not code and (len(here) >= MOST or sum(one.author == by.member for one in here) >= MOST_OF_ONE):
            code = "many_proposals"
        if code:
            return Refused(code, self._table.revision)
        return self._table.direct(Propose(by.member, by.id or "", commands.to_text(command)))

    def settle(self) -> None:
        """Carry out what has enough yes, and end what can no longer be done as it was shown."""
        if self._table.roster.paused is not None:
            return
        while self._weigh():  # one that is carried out may make another impossible
            pass
        open_ = self._table.roster.proposals
        self._weighed = {n: at for n, at in self._weighed.items() if n in open_}

    def _weigh(self) -> bool:
        """Weigh each for which the table changed; whether any was carried out."""
        roster = self._table.roster
        carried_out = False
        for n in [*roster.proposals]:
            proposal = roster.proposals.get(n)
            if proposal is None:
                continue
            command = commands.from_text(proposal.command)
            by = By(proposal.author, proposal=n)
            still = self._telling.unseen_at(proposal.seat)
            at, self._weighed[n] = self._weighed.get(n), (self._table.revision, still)
            agreed = len(proposal.yes) >= self._needed(proposal.seat, proposal.author)
            code = ""
            if agreed or at != self._weighed[n]:
                code = self._table.refusal(proposal.seat, command, proposal.revision, by, still, still)
            if agreed and not code:
                done = self._table.submit(proposal.seat, command, proposal.revision, by, still)
                if isinstance(done, Refused):
                    code = done.code
                    for member in roster.at(proposal.seat):
                        self._telling.reveal(member.id)
                else:
                    self._ended[n] = "done"
                    carried_out = True
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
