"""Guesses of what is hidden: a whole state that fits everything a seat may know.

It starts from a state from which hidden things were taken (``rules.hide``), so it cannot know better.
Every hidden thing is drawn anew, from a seed that has nothing to do with the game's own (§9).
"""

from typing import Final

from game.rules.chance import POSITIVE, below, stir
from game.rules.limits import NONE
from game.rules.pricing import MAIN, SIDE
from game.rules.speed import rule
from game.rules.state import State
from game.rules.tables import Tables

CANDIDATES: Final = 3  # the fewest that an audience has (1.3)


@rule
def imagine(t: Tables, seen: State, luck: int) -> None:
    """Fill in place what is hidden from a seat: motives, candidates, deck, personal motives, the seed."""
    seen.seed[0] = stir(luck, 0) & POSITIVE
    for a in range(t.audiences[0]):
        for place in range(2):
            if seen.known[a][place] == 0:
                seen.motives[a][place] = _draw_motive(t, seen, a, stir(stir(luck, 1 + place), a))
        if seen.research[0] == 0:
            _draw_candidates(t, seen, a, stir(stir(luck, 3), a))
    _shuffle_rest(t, seen, stir(luck, 4))
    _deal_personals(t, seen, stir(luck, 5))


@rule
def _draw_motive(t: Tables, seen: State, audience: int, luck: int) -> int:
    """One of the motives that may still be hers; if marks leave none, any that is not taken."""
    best = NONE
    lowest = 0
    for motive in range(t.motives[0]):
        if motive == seen.motives[audience][MAIN] or motive == seen.motives[audience][SIDE]:
            continue
        draw = stir(luck, motive) & (POSITIVE >> 2)
        if seen.not_hers[audience][motive] == 1:
            draw += POSITIVE >> 1
        if seen.research[0] == 1 and seen.candidates[audience][motive] == 0:
            draw += POSITIVE >> 2
        if best == NONE or draw < lowest:
            best = motive
            lowest = draw
    return best


@rule
def _draw_candidates(t: Tables, seen: State, audience: int, luck: int) -> None:
    """Her true motives, and as many others as an audience has at least."""
    for motive in range(t.motives[0]):
        seen.candidates[audience][motive] = 0
    for place in range(2):
        seen.candidates[audience][seen.motives[audience][place]] = 1
    first = below(luck, 0, t.motives[0])
    more = CANDIDATES - 2
    for i in range(t.motives[0]):
        motive = (first + i) % t.motives[0]
        if more > 0 and seen.candidates[audience][motive] == 0:
            seen.candidates[audience][motive] = 1
            more -= 1


@rule
def _shuffle_rest(t: Tables, seen: State, luck: int) -> None:
    """The events of the deck that were not turned yet, in an order of its own (7.3)."""
    size = seen.deck_next[0]
    for event in range(t.events[0]):
        if t.event_week[event] != 0:
            continue
        is_turned = False
        for i in range(seen.deck_next[0]):
            if seen.deck[i] == event:
                is_turned = True
        if is_turned:
            continue
        draw = stir(luck, event)
        i = size
        while i > seen.deck_next[0] and stir(luck, seen.deck[i - 1]) > draw:
            seen.deck[i] = seen.deck[i - 1]
            i -= 1
        seen.deck[i] = event
        size += 1


@rule
def _deal_personals(t: Tables, seen: State, luck: int) -> None:
    """Personal motives of the other seats, each motive once (1.4)."""
    taken = 0
    for seat in range(t.seats[0]):
        if seen.personal[seat] != NONE:
            taken |= 1 << seen.personal[seat]
    for seat in range(t.seats[0]):
        if seen.personal[seat] == NONE:
            first = below(luck, seat, t.personals[0])
            for i in range(t.personals[0]):
                personal = (first + i) % t.personals[0]
                if (taken >> personal) & 1 == 0:
                    seen.personal[seat] = personal
                    taken |= 1 << personal
                    break
