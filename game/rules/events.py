"""Events: the card of the week, its random targets, its options and effects (rule 7)."""

from game.rules import log as facts
from game.rules.chance import key, stir
from game.rules.legal import chair_of
from game.rules.limits import (
    ALL,
    CHAIR,
    E_ATTENTION,
    E_CLOSE_CHANNEL,
    E_DROP,
    E_HOURS,
    E_KNOW_HOW,
    E_LIFT,
    E_POWER,
    E_PRESSING,
    E_REDRAW_SIDE,
    E_REVEAL,
    E_STORY,
    E_SUSPECTS,
    E_WILL,
    EFFECT_KIND,
    EFFECT_N,
    EFFECT_TARGET,
    EFFECT_WHAT,
    FIRM,
    LOOSE,
    NONE,
    P_REDRAW,
    P_TARGET_AUDIENCE,
    P_TARGET_DEPARTMENT,
    RANDOM,
)
from game.rules.log import Log, emit
from game.rules.pricing import MAIN, SIDE
from game.rules.speed import rule
from game.rules.state import State
from game.rules.tables import Tables
from game.rules.tracks import (
    add_attention,
    add_hours,
    add_power,
    add_stories,
    move_loose_first,
    pay,
    set_know_how,
    set_will,
    turn_up_next,
)


@rule
def draw_audience(t: Tables, st: State, event: int) -> int:
    """The random audience of a card: the lowest draw of those in play (7.2, 10)."""
    best = 0
    lowest = 0
    for a in range(t.audiences[0]):
        luck = key(st.seed[0], P_TARGET_AUDIENCE, st.week[0], t.event_key[event], t.audience_key[a])
        if a == 0 or luck < lowest:
            best = a
            lowest = luck
    return best


@rule
def draw_department(t: Tables, st: State, event: int) -> int:
    """The random department of a card: the lowest draw of the seats (7.2, 10)."""
    best = 0
    lowest = 0
    for s in range(t.seats[0]):
        luck = key(st.seed[0], P_TARGET_DEPARTMENT, st.week[0], t.event_key[event], t.seat_key[s])
        if s == 0 or luck < lowest:
            best = s
            lowest = luck
    return best


@rule
def turn_card(t: Tables, st: State, log: Log) -> None:
    """Turn this week's card: the one fixed to the week, else the next of the deck, else none (7.3)."""
    event = NONE
    for e in range(t.events[0]):
        if t.event_week[e] == st.week[0]:
            event = e
    if event == NONE and st.deck_next[0] < st.deck_size[0]:
        event = st.deck[st.deck_next[0]]
        st.deck_next[0] += 1
    st.event[0] = event
    st.choice[0] = NONE
    st.target_audience[0] = NONE
    st.target_department[0] = NONE
    if event != NONE:
        if t.random_audience[event] == 1:
            st.target_audience[0] = draw_audience(t, st, event)
        if t.random_department[event] == 1:
            st.target_department[0] = draw_department(t, st, event)
        emit(log, facts.EVENT, event, st.target_audience[0], st.target_department[0])


@rule
def redraw_side(t: Tables, st: State, audience: int, log: Log) -> None:
    """Redraw a side motive among the other candidates and hide it again; none left: no effect (7.2)."""
    best = NONE
    lowest = 0
    for motive in range(t.motives[0]):
        if (
            st.candidates[audience][motive] == 1
            and motive != st.motives[audience][MAIN]
            and motive != st.motives[audience][SIDE]
        ):
            luck = stir(
                key(st.seed[0], P_REDRAW, st.week[0], t.audience_key[audience], t.motive_key[motive]),
                st.redraws[audience],
            )
            if best == NONE or luck < lowest:
                best = motive
                lowest = luck
    if best != NONE:
        st.redraws[audience] += 1
        st.motives[audience][SIDE] = best
        st.known[audience][SIDE] = 0
        for motive in range(t.motives[0]):
            st.not_hers[audience][motive] = 0
        emit(log, facts.REDRAWN, audience)


@rule
def affect_audience(t: Tables, st: State, kind: int, n: int, level: int, audience: int, log: Log) -> None:
    """An effect on one audience (7.2)."""
    if kind == E_ATTENTION:
        add_attention(t, st, audience, n, facts.C_EVENT, log)
    elif kind == E_SUSPECTS:
        st.tokens[audience][0][FIRM] += n
        emit(log, facts.SUSPECTS, audience, n)
    elif kind == E_LIFT:
        firm_to = LOOSE if level == 0 else FIRM
        move_loose_first(st, audience, level, level + 1, LOOSE, firm_to, n, facts.C_EVENT, log)
    elif kind == E_DROP:
        move_loose_first(st, audience, level, level - 1, LOOSE, FIRM, n, facts.C_EVENT, log)
    elif kind == E_REDRAW_SIDE:
        redraw_side(t, st, audience, log)
    elif kind == E_REVEAL:
        turn_up_next(st, audience, log)


@rule
def affect_house(st: State, kind: int, n: int, what: int, log: Log) -> None:
    """An effect on the organisation (7.2)."""
    if kind == E_WILL:
        set_will(st, st.will[0] + n, log)
    elif kind == E_KNOW_HOW:
        set_know_how(st, st.know_how[0] + n, log)
    elif kind == E_PRESSING:
        st.pressing[0] = 1
        emit(log, facts.PRESSING)
    elif kind == E_CLOSE_CHANNEL:
        st.closed[what] = 1
        emit(log, facts.CLOSED, what)
    elif kind == E_STORY:
        add_stories(st, n, log)
    elif kind == E_POWER:
        add_power(st, what, n, log)


@rule
def affect(t: Tables, st: State, event: int, option: int, i: int, log: Log) -> None:
    """Effect ``i`` of an option. A target that is not in play has no effect (7.2)."""
    kind = t.effects[event][option][i][EFFECT_KIND]
    n = t.effects[event][option][i][EFFECT_N]
    target = t.effects[event][option][i][EFFECT_TARGET]
    what = t.effects[event][option][i][EFFECT_WHAT]
    if kind == E_HOURS:
        if target == RANDOM:
            target = st.target_department[0]
        elif target == CHAIR:
            target = chair_of(t, st)
        for seat in range(t.seats[0]):
            if target == ALL or target == seat:
                add_hours(st, seat, n, log)
    elif kind in (E_ATTENTION, E_SUSPECTS, E_LIFT, E_DROP, E_REDRAW_SIDE, E_REVEAL):
        if target == RANDOM:
            target = st.target_audience[0]
        for audience in range(t.audiences[0]):
            if target == ALL or target == audience:
                affect_audience(t, st, kind, n, what, audience, log)
    else:
        affect_house(st, kind, n, what, log)


@rule
def take_option(t: Tables, st: State, option: int, log: Log) -> None:
    """The chair's price, then the effects of an option in their order (7.1)."""
    event = st.event[0]
    chair = chair_of(t, st)
    st.choice[0] = option
    emit(log, facts.CHOICE, event, option, chair)
    if t.option_hours[event][option] > 0:
        pay(st, chair, t.option_hours[event][option], NONE, 0, log)
    for i in range(t.effect_count[event][option]):
        affect(t, st, event, option, i, log)
