"""Reaching out: a play of a conversion mechanism, and a broadcast (rules 3.3 to 3.7, 5.4, 5.6)."""

from game.rules import log as facts
from game.rules.chance import d6, key
from game.rules.legal import reaches
from game.rules.limits import BROADCAST_MESSAGE, FIRM, LOOSE, NONE, P_PLAY, WHY
from game.rules.log import Log, emit
from game.rules.pricing import (
    CERTAIN,
    NEITHER,
    attention_price,
    bond_of_lifted,
    case_of,
    dice,
    difficulty,
    is_coherent,
    is_mixed,
)
from game.rules.speed import rule
from game.rules.state import State
from game.rules.tables import Tables
from game.rules.tracks import add_power, add_stories, move_loose_first, pay, set_will, turn_up


@rule
def roll(
    t: Tables, st: State, seat: int, mechanism: int, audience: int, least: int, bond: int, log: Log
) -> int:
    """Roll the dice of a play (3.3) and lift a token for each that reaches ``least``; gives the hits."""
    level = t.level[mechanism]
    count = dice(t, st, mechanism, audience)
    tool = t.tool_of[seat][mechanism]
    luck = key(
        st.seed[0], P_PLAY, st.week[0], t.seat_key[seat], t.mechanism_key[mechanism], t.audience_key[audience]
    )
    drawn = st.rolled[tool][audience]
    hits = 0
    for i in range(count):
        hits += d6(luck, drawn + i) >= least
    emit(log, facts.DICE, P_PLAY, audience, level, least, hits, bond)
    if log.room[0] > 0:
        for i in range(count):
            emit(log, facts.DIE, d6(luck, drawn + i))
    st.rolled[tool][audience] = drawn + count
    cause = facts.C_BROADCAST if t.broadcast[mechanism] == 1 else facts.C_PLAY
    move_loose_first(st, audience, level, level + 1, bond, bond, hits, cause, log)
    return hits


@rule
def share_power(t: Tables, st: State, mechanism: int, log: Log) -> None:
    """A mechanism that names a power gives it away for good and costs will 1 (5.6)."""
    if t.power[mechanism] != NONE:
        add_power(st, t.power[mechanism], -1, log)
        set_will(st, st.will[0] - 1, log)


@rule
def take_note(
    t: Tables,
    st: State,
    seat: int,
    mechanism: int,
    audience: int,
    message: int,
    hits: int,
    bond: int,
    log: Log,
) -> None:
    """What a play leaves behind: the message brought, the cell cared for, the tallies, a story (5.4)."""
    level = t.level[mechanism]
    tool = t.tool_of[seat][mechanism]
    st.brought[audience][message] |= 1 << seat
    st.voices[audience] |= 1 << seat
    st.cared[audience][level] = 1
    st.lifted[seat][level] += hits
    st.tool_lifted[tool] += hits
    if bond == FIRM:
        st.lifted_firm[seat] += hits
        st.tool_firm[tool] += hits
        if st.measured[seat] == 1 and level >= 2 and hits > 0:
            add_stories(st, 1, log)
    if t.depth[mechanism] == WHY:
        st.lifted_why[seat] += hits


@rule
def teach(st: State, audience: int, message: int, case: int, log: Log) -> None:
    """A play turns up what its message proved to be (3.3)."""
    if case == NEITHER:
        if st.not_hers[audience][message] == 0:
            st.not_hers[audience][message] = 1
            emit(log, facts.NOT_HERS, audience, message)
    else:
        turn_up(st, audience, case, log)


@rule
def play(t: Tables, st: State, seat: int, mechanism: int, audience: int, message: int, log: Log) -> None:
    """Play a mechanism on an audience with a message (3.3 to 3.6)."""
    coherent = is_coherent(st, seat, audience, message)
    mixed = is_mixed(st, seat, audience, message)
    case = case_of(st, audience, message)
    least = difficulty(t, st, seat, mechanism, audience, message, case)
    bond = bond_of_lifted(t, st, mechanism, audience)
    price = attention_price(t, st, seat, mechanism, audience, message)
    pay(st, seat, t.mechanism_hours[mechanism], audience, price, log)
    share_power(t, st, mechanism, log)
    emit(log, facts.PLAYED, seat, mechanism, audience, message, case, coherent, mixed)
    hits = roll(t, st, seat, mechanism, audience, least, bond, log)
    teach(st, audience, message, case, log)
    st.plays[t.tool_of[seat][mechanism]] += 1
    st.coherent[seat] += coherent
    st.mixed[seat] += mixed
    take_note(t, st, seat, mechanism, audience, message, hits, bond, log)
    if case == NEITHER:
        st.irrelevant[seat] += 1
        if st.attention[audience] > 0:
            pay(st, seat, 0, audience, 1, log)
    elif t.depth[mechanism] == WHY and hits > 0 and st.convinced[audience] == 0:
        st.convinced[audience] = 1
        emit(log, facts.CONVINCED, audience)


@rule
def broadcast(t: Tables, st: State, seat: int, mechanism: int, log: Log) -> None:
    """Send a broadcast to every audience that it reaches (3.7)."""
    pay(st, seat, t.mechanism_hours[mechanism], NONE, 0, log)
    share_power(t, st, mechanism, log)
    st.plays[t.tool_of[seat][mechanism]] += 1
    for audience in range(t.audiences[0]):
        if reaches(t, st, seat, mechanism, audience):
            mixed = is_mixed(st, seat, audience, BROADCAST_MESSAGE)
            price = attention_price(t, st, seat, mechanism, audience, BROADCAST_MESSAGE)
            pay(st, seat, 0, audience, price, log)
            emit(log, facts.PLAYED, seat, mechanism, audience, BROADCAST_MESSAGE, CERTAIN, 0, mixed)
            least = difficulty(t, st, seat, mechanism, audience, BROADCAST_MESSAGE, CERTAIN)
            hits = roll(t, st, seat, mechanism, audience, least, LOOSE, log)
            st.mixed[seat] += mixed
            take_note(t, st, seat, mechanism, audience, BROADCAST_MESSAGE, hits, LOOSE, log)
