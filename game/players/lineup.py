"""The spelling of players and line-ups, for the command line and for scripts.

A player is written ``KIND[:BUDGET][~NOISE][-mechanism=ID]…[-verb=VERB]…``:

- ``cooperative``: a kind by its name;
- ``planner:256``: a planner that imagines 256 games for each decision;
- ``cooperative~0.1``: in one decision of ten it does anything that is legal;
- ``cooperative-mechanism=prize_draw-verb=talk``: it never plays that mechanism and never talks.

A line-up is one player for all seats, or one for each with commas between.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.players.choosing import KINDS
from game.players.manner import THOUSAND
from game.players.planning import PLANNER
from game.rules.ids import Ids
from game.rules.limits import KINDS as VERBS
from game.rules.limits import SEATS
from game.rules.tables import Grid

NAMES: Final = (*KINDS, "planner")
USUAL_BUDGET: Final = 64
MOST_BUDGET: Final = 65_536
FREE_VERBS: Final = tuple(verb for verb in VERBS if verb not in ("our_why", "choose", "pass", "guess"))

_FORM: Final = re.compile(r"(?P<kind>[a-z_]+)(?::(?P<budget>\d{1,6}))?(?:~(?P<noise>\d(?:\.\d+)?))?")
_TERM: Final = re.compile(r"-(?=(?:mechanism|verb)=)")


class PlayerError(ValueError):
    """A spelling of no player; ``code`` names why."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class Player:
    """A computer player. ``noise`` counts decisions in a thousand, ``budget`` is 0 but for a planner."""

    kind: str
    budget: int = 0
    noise: int = 0
    mechanisms: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()

    def __str__(self) -> str:
        budget = f":{self.budget}" if self.budget else ""
        noise = f"~{self.noise / THOUSAND:g}" if self.noise else ""
        without = [f"-mechanism={name}" for name in self.mechanisms] + [f"-verb={v}" for v in self.verbs]
        return f"{self.kind}{budget}{noise}{''.join(without)}"

    def manner(self, ids: Ids) -> list[int]:
        """The player in numbers (``manner``).

        Raises
        ------
        PlayerError
            If the scenario has no mechanism of that name.
        """
        mechanisms = 0
        for name in self.mechanisms:
            if name not in ids.mechanisms:
                raise PlayerError("mechanism", name=name)
            mechanisms |= 1 << ids.mechanisms.index(name)
        verbs = sum(1 << VERBS.index(verb) for verb in self.verbs)
        return [NAMES.index(self.kind), self.noise, self.budget, mechanisms, verbs]


def player(text: str) -> Player:
    """The player that is written so.

    Raises
    ------
    PlayerError
        If none is.
    """
    head, *terms = _TERM.split(text.strip())
    found = _FORM.fullmatch(head)
    kind = re.split(r"[^a-z_]", head)[0]
    if kind not in NAMES:
        raise PlayerError("unknown_player", kind=text.strip(), kinds=", ".join(NAMES))
    if found is None:
        raise PlayerError("spelling", text=text.strip())
    budget = 0
    if NAMES.index(kind) == PLANNER:
        budget = int(found["budget"] or USUAL_BUDGET)
    if (found["budget"] is not None and not budget) or budget > MOST_BUDGET:
        raise PlayerError("budget", text=text.strip(), most=MOST_BUDGET)
    noise = float(found["noise"] or 0) * THOUSAND
    if noise > THOUSAND or abs(noise - round(noise)) > 1e-9:
        raise PlayerError("noise", text=text.strip())
    mechanisms: list[str] = []
    verbs: list[str] = []
    for term in terms:
        name, value = term.split("=", 1)
        if name == "verb" and value not in FREE_VERBS:
            raise PlayerError("verb", name=value, verbs=", ".join(FREE_VERBS))
        (verbs if name == "verb" else mechanisms).append(value)
    return Player(kind, budget, round(noise), tuple(mechanisms), tuple(verbs))


def line_up(text: str | Sequence[str], seats: int) -> tuple[Player, ...]:
    """The player of each seat.

    Raises
    ------
    PlayerError
        If one is spelled wrong, or there are not as many as seats (nor just one for all).
    """
    players = tuple(player(part) for part in (text.split(",") if isinstance(text, str) else text))
    if len(players) == 1:
        return players * seats
    if len(players) != seats:
        raise PlayerError("line_up", given=len(players), seats=seats)
    return players


def manners(players: Sequence[Player], ids: Ids) -> Grid:
    """The players of a game in numbers, one row for each of ``SEATS`` seats; raises ``PlayerError``."""
    rows = [one.manner(ids) for one in players]
    return rows + [Player("random").manner(ids)] * (SEATS - len(rows))
