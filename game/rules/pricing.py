"""What a play costs and how hard it is, before and while it is rolled (rules 3.3 to 3.5)."""

from typing import Final

from game.rules.limits import BROADCAST_MESSAGE, FIRM, HOW, LOOSE, WHY
from game.rules.speed import rule, small
from game.rules.state import State
from game.rules.tables import Tables

MAIN: Final = 0
SIDE: Final = 1
NEITHER: Final = 2
CERTAIN: Final = 3
MIXED_PRICE: Final = 1  # what mixed messages cost more (3.5)


@small
def tokens_on(st: State, audience: int, level: int) -> int:
    """Tokens of an audience on a level, loose and firm."""
    return st.tokens[audience][level][LOOSE] + st.tokens[audience][level][FIRM]


@small
def is_coherent(st: State, seat: int, audience: int, message: int) -> bool:
    """Another department already brought this audience this message this week (3.3)."""
    return message != BROADCAST_MESSAGE and st.brought[audience][message] & ~(1 << seat) != 0


@small
def is_mixed(st: State, seat: int, audience: int, message: int) -> bool:
    """Another department brought a message, and nobody brought this one (3.5)."""
    return st.voices[audience] & ~(1 << seat) != 0 and st.brought[audience][message] == 0


@small
def attention_price(t: Tables, st: State, seat: int, mechanism: int, audience: int, message: int) -> int:
    """Attention that a play takes (3.1), mixed messages included (3.5)."""
    return t.attention[mechanism] + MIXED_PRICE * is_mixed(st, seat, audience, message)


@rule
def case_of(st: State, audience: int, message: int) -> int:
    """What a message truly is to an audience: MAIN, SIDE or NEITHER. Reads hidden motives."""
    if st.motives[audience][MAIN] == message:
        return MAIN
    return SIDE if st.motives[audience][SIDE] == message else NEITHER


@rule
def difficulty(
    t: Tables, st: State, seat: int, mechanism: int, audience: int, message: int, case: int
) -> int:
    """The number each die must reach, 2 to 6 (3.3), if the message is to her what ``case`` says.

    A broadcast (case CERTAIN) keeps the mechanism's own (3.7).
    """
    d = t.difficulty[mechanism]
    if case != CERTAIN:
        if case == MAIN:
            d -= 1
        elif case == NEITHER:
            d += t.irrelevant[0]
        if is_coherent(st, seat, audience, message):
            d -= 1
        depth = t.depth[mechanism]
        if depth == WHY and st.our_why[0] >= 0 and (t.sentence_motives[st.our_why[0]] >> message) & 1 == 1:
            d -= 1
        if depth == HOW and st.convinced[audience] == 1:
            d -= 1
        if t.level[mechanism] == 1 and st.proposition[audience] == 1:
            d -= 1
    return min(max(d, 2), 6)


@small
def dice(t: Tables, st: State, mechanism: int, audience: int) -> int:
    """How many dice a play rolls (3.3)."""
    return min(t.reach[mechanism], tokens_on(st, audience, t.level[mechanism]))


@rule
def bond_of_lifted(t: Tables, st: State, mechanism: int, audience: int) -> int:
    """The bond of the tokens that a play lifts: the first line of 3.4 that applies."""
    if t.broadcast[mechanism] == 1 or st.handshake[audience] == 0:
        return LOOSE
    if t.level[mechanism] == 1 and st.proposition[audience] == 1:
        return FIRM
    depth = t.depth[mechanism]
    if depth == WHY:
        return FIRM if st.our_why[0] >= 0 and t.sentence_motives[st.our_why[0]] != 0 else LOOSE
    if depth == HOW:
        return FIRM if st.convinced[audience] == 1 else LOOSE
    return LOOSE


@rule
def is_possible(t: Tables, st: State, audience: int, message: int, case: int) -> bool:
    """Whether the team must still reckon with ``case`` (3.3); reads open facts only.

    Main or side: unless turned up as another motive, the message marked or turned up as something
    else, or not among researched candidates. Neither: unless the message is turned up, or it is among
    the researched candidates left and these are no more than the motives still hidden.
    """
    known_main = st.known[audience][MAIN] == 1
    known_side = st.known[audience][SIDE] == 1
    is_main = known_main and st.motives[audience][MAIN] == message
    is_side = known_side and st.motives[audience][SIDE] == message
    if is_main or is_side:
        return (is_main and case == MAIN) or (is_side and case == SIDE)
    researched = st.research[0] == 1
    left = st.not_hers[audience][message] == 0 and (not researched or st.candidates[audience][message] == 1)
    if case == MAIN:
        return left and not known_main
    if case == SIDE:
        return left and not known_side
    if not left or not researched:
        return True
    hidden = 2 - st.known[audience][MAIN] - st.known[audience][SIDE]
    count = 0
    for motive in range(t.motives[0]):
        turned_up = (known_main and st.motives[audience][MAIN] == motive) or (
            known_side and st.motives[audience][SIDE] == motive
        )
        if st.candidates[audience][motive] == 1 and st.not_hers[audience][motive] == 0 and not turned_up:
            count += 1
    return count > hidden
