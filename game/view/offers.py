"""What a command costs and how likely it is to work, as shown before it is done (rule 3.3).

Reads only what the seat may know: the state given here is a hidden copy.
"""

from dataclasses import dataclass
from typing import Final

from game.rules.ids import Ids
from game.rules.legal import OPEN, audience_code, first_of, kind_of, reaches, second_of, third_of
from game.rules.limits import (
    BROADCAST,
    BROADCAST_MESSAGE,
    CHOOSE,
    GUESS,
    LOOSE,
    MONDAY,
    OUR_WHY,
    PASS,
    PLAY,
)
from game.rules.log import BONDS, CASES
from game.rules.pricing import (
    CERTAIN,
    MAIN,
    NEITHER,
    SIDE,
    attention_price,
    bond_of_lifted,
    dice,
    difficulty,
    is_possible,
)
from game.rules.state import State
from game.rules.tables import Tables

_FREE: Final = (OUR_WHY, PASS, GUESS)


@dataclass(frozen=True, slots=True)
class Odds:
    """How a play would be rolled in one case that is still possible.

    Of a broadcast: how it is rolled for one audience that it reaches, and the attention that this
    audience pays.
    """

    case: str
    difficulty: int
    dice: int
    audience: str | None = None
    attention: int | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """Price and odds.

    Hours of the seat; attention of the audience, of a broadcast the most that any of them pays; the
    odds, most favourable first; the bond of what it would lift (3.4). Verbs have no odds and no bond.
    """

    hours: int
    attention: int = 0
    odds: tuple[Odds, ...] = ()
    bond: str | None = None


def offer(t: Tables, ids: Ids, seen: State, seat: int, action: int) -> Offer:
    """Price and odds of a packed command for a seat, from its hidden copy of the state."""
    kind = kind_of(action)
    a = first_of(action)
    if kind == PLAY:
        return _play(t, seen, seat, a, second_of(action), third_of(action))
    if kind == BROADCAST:
        return _broadcast(t, ids, seen, seat, a)
    if kind == CHOOSE:
        return Offer(t.option_hours[seen.event[0]][a] if seen.part[0] == MONDAY else 0)
    return Offer(0 if kind in _FREE else 1)


def _play(t: Tables, seen: State, seat: int, mechanism: int, audience: int, message: int) -> Offer:
    odds: tuple[Odds, ...] = ()
    if audience_code(t, seen, mechanism, audience) == OPEN:
        count = dice(t, seen, mechanism, audience)
        odds = tuple(
            Odds(CASES[case], difficulty(t, seen, seat, mechanism, audience, message, case), count)
            for case in (MAIN, SIDE, NEITHER)
            if is_possible(t, seen, audience, message, case)
        )
    price = attention_price(t, seen, seat, mechanism, audience, message)
    bond = BONDS[bond_of_lifted(t, seen, mechanism, audience)]
    return Offer(t.mechanism_hours[mechanism], price, odds, bond)


def _broadcast(t: Tables, ids: Ids, seen: State, seat: int, mechanism: int) -> Offer:
    odds = [
        Odds(
            CASES[CERTAIN],
            difficulty(t, seen, seat, mechanism, a, BROADCAST_MESSAGE, CERTAIN),
            dice(t, seen, mechanism, a),
            name,
            attention_price(t, seen, seat, mechanism, a, BROADCAST_MESSAGE),
        )
        for a, name in enumerate(ids.audiences)
        if reaches(t, seen, seat, mechanism, a)
    ]
    prices = [one.attention for one in odds if one.attention is not None]
    price = max(prices, default=t.attention[mechanism])
    return Offer(t.mechanism_hours[mechanism], price, tuple(odds), BONDS[LOOSE])


def is_worse(before: Offer, now: Offer) -> bool:
    """Whether a shown price or shown odds got worse.

    A case that merely dropped out is no change. A case that came up is worse if it is harder than all
    that were shown. An audience that a broadcast no longer reaches is worse.
    """
    if now.hours > before.hours or now.attention > before.attention:
        return True
    shown = {(one.case, one.audience): one for one in before.odds}
    for one in now.odds:
        old = shown.get((one.case, one.audience))
        if old is not None:
            if one.difficulty > old.difficulty or one.dice < old.dice:
                return True
            if (one.attention or 0) > (old.attention or 0):
                return True
        elif one.audience is None and shown and one.difficulty > max(o.difficulty for o in before.odds):
            return True
    reached = {one.audience for one in now.odds}
    return any(one.audience is not None and one.audience not in reached for one in before.odds)
