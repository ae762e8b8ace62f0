"""Listening, inside, and preparing (rules 4 and 5)."""

from game.rules import log as facts
from game.rules.limits import (
    CONVINCE,
    HOLD_BACK,
    MEASURE,
    NECESSITY,
    NONE,
    PRACTISE,
    PROPOSITION,
    REFERENCE_WORK,
    RESEARCH,
    SUCCESS_STORY,
    TALK,
)
from game.rules.log import Log, emit
from game.rules.speed import rule
from game.rules.state import State
from game.rules.tables import Tables
from game.rules.tracks import add_attention, add_stories, pay, set_know_how, set_will, turn_up_next


@rule
def talk(st: State, seat: int, audience: int, log: Log) -> None:
    """Talk to an audience (4.1)."""
    st.talked[0] = 1
    st.talks[seat] += 1
    emit(log, facts.TALKED, seat, audience)
    if st.handshake[audience] == 0:
        st.handshake[audience] = 1
        emit(log, facts.HANDSHAKE, audience)
    turn_up_next(st, audience, log)


@rule
def convince(t: Tables, st: State, seat: int, argument: int, log: Log) -> None:
    """Convince management; counts as a talk, also where it lifts nothing (5.1)."""
    st.talked[0] = 1
    st.talks[seat] += 1
    st.last_argument[0] = argument
    emit(log, facts.TALKED, seat, NONE)
    emit(log, facts.ARGUED, seat, argument)
    will = st.will[0]
    if argument == SUCCESS_STORY:
        add_stories(st, -1, log)
        set_will(st, will + 2, log)
    else:
        lift = 2 if argument == NECESSITY and st.pressing[0] == 1 else 1
        set_will(st, max(will, min(will + lift, t.convince_limit[0])), log)


@rule
def act(t: Tables, st: State, seat: int, kind: int, a: int, log: Log) -> None:
    """Carry out a verb of §4 or §5 other than passing; each takes 1 hour."""
    pay(st, seat, 1, NONE, 0, log)
    if kind == TALK:
        talk(st, seat, a, log)
    elif kind == RESEARCH:
        st.research[0] = 1
        emit(log, facts.RESEARCHED, seat)
    elif kind == HOLD_BACK:
        st.held[a] = 1
        st.holds[seat] += 1
        add_attention(t, st, a, 1, facts.C_HOLD_BACK, log)
    elif kind == CONVINCE:
        convince(t, st, seat, a, log)
    elif kind == PRACTISE:
        st.practised[0] = 1
        emit(log, facts.PRACTISED, seat)
        if st.know_how[0] < st.will[0]:
            set_know_how(st, st.know_how[0] + 1, log)
    elif kind == REFERENCE_WORK:
        st.reference_work[0] = 1
        emit(log, facts.REFERENCED, seat)
    elif kind == PROPOSITION:
        st.proposition[a] = 1
        emit(log, facts.OFFERED, a, seat)
    elif kind == MEASURE:
        st.measured[seat] = 1
        emit(log, facts.MEASURING, seat)
