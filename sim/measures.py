"""What was seen while games were played, with names: by week, audience, department, tool and message."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from game.rules.limits import AUDIENCES, BROADCAST_MESSAGE, DEPTHS, LEVELS, LOOSE
from game.rules.log import BROADCAST_ID, CASES
from game.scenario.compiling import Compiled
from sim.tallying import AFTER
from sim.totals import Totals

Means = NDArray[np.float64]
MANAGEMENT: Final = "(management)"


@dataclass(frozen=True, slots=True)
class Measures:
    """Means per game. ``sums`` gives the whole numbers behind them.

    Where the first dimension is a Friday, 0 is the set-up and ``w`` the end of week ``w``; where it is a
    week, week 1 comes first. Departments, audiences and levels stand in the order of ``seats``,
    ``audiences`` and the pyramid.
    """

    compiled: Compiled
    totals: Totals

    def sums(self, name: str) -> NDArray[np.int64]:
        """A tally as it was counted over all games (``tallying.TALLIES``)."""
        out: NDArray[np.int64] = self.totals.counts[name][0]
        return out

    def _means(self, name: str) -> Means:
        out: Means = self.sums(name) / self.totals.games
        return out

    @property
    def seats(self) -> tuple[str, ...]:
        """The departments in play."""
        return self.compiled.ids.seats

    @property
    def audiences(self) -> tuple[str, ...]:
        """The audiences in play."""
        return self.compiled.ids.audiences

    @property
    def weeks(self) -> int:
        """How many weeks a game lasts."""
        return self.compiled.scenario.weeks

    @property
    def _fridays(self) -> list[int]:
        return list(range(self.weeks + 1))

    @property
    def _all(self) -> list[int]:
        return [*self._fridays, AFTER]

    @property
    def pyramid(self) -> Means:
        """Tokens, loose and firm: (fridays and after the shake-out, levels, 2)."""
        out: Means = self.pyramids.sum(axis=1)
        return out

    @property
    def pyramids(self) -> Means:
        """The pyramid of each audience: (fridays and after the shake-out, audiences, levels, 2)."""
        return self._means("pyramid")[self._all][:, : len(self.audiences)]

    @property
    def standing(self) -> Means:
        """Points on the board, and if the shake-out were that day: (fridays and after it, 2)."""
        return self._means("standing")[self._all]

    @property
    def tracks(self) -> Means:
        """Will and know-how: (fridays, 2)."""
        return self._means("tracks")[self._fridays]

    @property
    def lost(self) -> Means:
        """Share of games in which the week was lost: (weeks,)."""
        return self._by_week("lost")

    def _by_week(self, name: str) -> Means:
        return self._means(name)[1 : self.weeks + 1]

    @property
    def attention_left(self) -> Means:
        """Attention at the end of the week: (fridays, audiences)."""
        return self._means("attention_left")[self._fridays, : len(self.audiences)]

    def _attention(self, name: str) -> Means:
        return self._by_week(name)[:, : len(self.audiences), : len(self.seats)]

    @property
    def attention_spent(self) -> Means:
        """Attention that a department's plays took of an audience: (weeks, audiences, departments)."""
        return self._attention("attention_spent")

    @property
    def attention_refused(self) -> Means:
        """How often only lack of attention shut a department's tool at a decision: shaped the same."""
        return self._attention("attention_refused")

    def _of_seats(self, name: str) -> Means:
        return self._by_week(name)[:, : len(self.seats)]

    @property
    def decisions(self) -> Means:
        """Decisions in the work part: (weeks, departments)."""
        return self._of_seats("decisions")

    @property
    def choices(self) -> Means:
        """Tools on audiences, and verbs, that were open to a decision, on average: (weeks, departments).

        Messages do not multiply them; passing does not count. 0 where a department had no decision.
        """
        return self._per_decision("choices")

    @property
    def forced(self) -> Means:
        """Share of decisions at which nothing was left but to pass: (weeks, departments)."""
        return self._per_decision("forced")

    def _per_decision(self, name: str) -> Means:
        decisions = self.decisions
        return np.divide(self._of_seats(name), decisions, out=np.zeros_like(decisions), where=decisions > 0)

    @property
    def coherent(self) -> Means:
        """Coherent plays: (weeks, departments)."""
        return self._of_seats("week_coherent")

    @property
    def mixed(self) -> Means:
        """Audiences that paid extra for mixed messages: (weeks, departments)."""
        return self._of_seats("week_mixed")

    @property
    def talks(self) -> dict[str, Means]:
        """Talks with each audience and with management, by its id: (weeks, departments)."""
        talks = self._by_week("talks")[:, :, : len(self.seats)]
        out = {name: talks[:, a] for a, name in enumerate(self.audiences)}
        return {**out, MANAGEMENT: talks[:, AUDIENCES]}

    @property
    def survived(self) -> Means:
        """Share of the tokens on each level that the shake-out left there: (levels,)."""
        last = self.pyramid[self.weeks]
        tokens = last.sum(axis=1)
        lost = last[:, LOOSE]
        out: Means = np.divide(tokens - lost, tokens, out=np.ones(LEVELS), where=tokens > 0)
        return out

    @property
    def mechanisms(self) -> dict[str, Means]:
        """Each mechanism in play: (weeks, 3) audiences reached by plays, tokens lifted, lifted firmly."""
        t, ids = self.compiled.tables, self.compiled.ids
        by_tool = np.stack([self._by_week(name) for name in ("week_plays", "week_lifted", "week_firm")], -1)
        out: dict[str, Means] = {}
        for seat in range(self.compiled.seats):
            for m in t.tools[seat][: t.tool_count[seat]]:
                name = ids.mechanisms[m]
                out[name] = out.get(name, 0) + by_tool[:, t.tool_of[seat][m]]
        return out

    @property
    def depths(self) -> dict[str, Means]:
        """The same by depth, broadcasts apart: (weeks, 3)."""
        scenario = self.compiled.scenario
        out = {name: np.zeros((self.weeks, 3)) for name in (*DEPTHS, "broadcast")}
        for name, means in self.mechanisms.items():
            mechanism = scenario.mechanism(name)
            out["broadcast" if mechanism.broadcast else mechanism.depth] += means
        return out

    @property
    def messages(self) -> dict[tuple[str, str], dict[str, float]]:
        """Each message brought to an audience: plays by what it proved to be, lifts, coherent, mixed."""
        plays, lifted = self._means("messages"), self._means("message_lifted")
        coherent, mixed = self._means("message_coherent"), self._means("message_mixed")
        names = [*enumerate(self.compiled.ids.motives), (BROADCAST_MESSAGE, BROADCAST_ID)]
        return {
            (audience, message): {
                **dict(zip(CASES, plays[a, m].tolist(), strict=True)),
                "lifted": float(lifted[a, m]),
                "coherent": float(coherent[a, m]),
                "mixed": float(mixed[a, m]),
            }
            for a, audience in enumerate(self.audiences)
            for m, message in names
            if plays[a, m].sum() > 0
        }

    def json(self) -> dict[str, object]:
        """All of it, with ids where there are names; lists run over fridays or weeks first."""
        names: Sequence[str] = (
            "pyramid",
            "pyramids",
            "standing",
            "tracks",
            "lost",
            "attention_left",
            "attention_spent",
            "attention_refused",
            "decisions",
            "choices",
            "forced",
            "coherent",
            "mixed",
            "survived",
        )
        out: dict[str, Any] = {"seats": list(self.seats), "audiences": list(self.audiences)}
        out.update({name: getattr(self, name).tolist() for name in names})
        for name in ("talks", "mechanisms", "depths"):
            out[name] = {key: value.tolist() for key, value in getattr(self, name).items()}
        out["messages"] = [
            {"audience": audience, "message": message, **values}
            for (audience, message), values in self.messages.items()
        ]
        return out
