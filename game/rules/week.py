"""The week: Monday, passing, Friday (rule 2)."""

from game.rules import log as facts
from game.rules.chance import d6, key
from game.rules.events import take_option, turn_card
from game.rules.legal import chair_of
from game.rules.limits import (
    AUDIENCES,
    FIRM,
    FRIDAY,
    LEVELS,
    LOOSE,
    MESSAGES,
    MONDAY,
    NONE,
    P_DRIFT,
    P_EMPOWERED,
    P_SHARING,
    PRACTISE,
    ROUND,
    TOP,
    WORK,
)
from game.rules.log import Log, emit
from game.rules.pricing import tokens_on
from game.rules.score import finish, note_bronze
from game.rules.speed import rule
from game.rules.state import State
from game.rules.tables import Tables
from game.rules.tracks import add_attention, move, move_loose_first, set_know_how, set_will


@rule
def forget_week(t: Tables, st: State) -> None:
    """Clear what belongs to one week only."""
    for a in range(AUDIENCES):
        for message in range(MESSAGES):
            st.brought[a][message] = 0
        for level in range(LEVELS):
            st.cared[a][level] = 0
        st.voices[a] = 0
        st.held[a] = 0
        st.redraws[a] = 0
    for seat in range(t.seats[0]):
        st.passed[seat] = 0
        for k in range(t.tool_count[seat]):
            tool = t.tool_of[seat][t.tools[seat][k]]
            for a in range(t.audiences[0]):
                st.rolled[tool][a] = 0
    for channel in range(len(st.closed)):
        st.closed[channel] = 0
    st.talked[0] = 0
    st.practised[0] = 0
    st.pressing[0] = 0


@rule
def pass_seat(st: State, seat: int, how: int, log: Log) -> None:
    """A seat is done for this week (2.2, 5.5)."""
    st.passed[seat] = 1
    st.unused[seat] += st.hours[seat]
    emit(log, facts.PASSED, seat, how)


@rule
def next_turn(t: Tables, st: State, start: int) -> None:
    """In round order the next seat from ``start`` on that has not passed (2.2)."""
    st.turn[0] = NONE
    if st.order[0] == ROUND:
        for i in range(t.seats[0]):
            seat = (start + i) % t.seats[0]
            if st.passed[seat] == 0:
                st.turn[0] = seat
                break


@rule
def open_work(t: Tables, st: State, log: Log) -> None:
    """The work part begins: seats without hours pass by themselves, the chair is first (2.2)."""
    st.part[0] = WORK
    for seat in range(t.seats[0]):
        if st.hours[seat] == 0:
            pass_seat(st, seat, facts.SPENT, log)
    next_turn(t, st, chair_of(t, st))


@rule
def monday(t: Tables, st: State, log: Log) -> None:
    """Hours, attention, the event card (2.1)."""
    st.week[0] += 1
    st.part[0] = MONDAY
    st.turn[0] = NONE
    forget_week(t, st)
    emit(log, facts.WEEK, st.week[0], chair_of(t, st))
    for seat in range(t.seats[0]):
        st.hours[seat] = t.hours[0]
    if st.week[0] >= 2:
        for a in range(t.audiences[0]):
            add_attention(t, st, a, t.attention_refill[a], facts.C_REFILL, log)
    turn_card(t, st, log)
    event = st.event[0]
    if event == NONE:
        open_work(t, st, log)
    elif t.option_count[event] == 1:
        take_option(t, st, 0, log)
        open_work(t, st, log)


@rule
def drift(t: Tables, st: State, log: Log) -> None:
    """Loose tokens that nobody cared for may fall (2.3b); from low to high, so that none falls twice."""
    for a in range(t.audiences[0]):
        for level in range(1, LEVELS):
            loose = st.tokens[a][level][LOOSE]
            if loose > 0 and st.cared[a][level] == 0:
                luck = key(st.seed[0], P_DRIFT, st.week[0], t.audience_key[a], level)
                falls = 0
                for i in range(loose):
                    falls += d6(luck, i) <= t.drift[0]
                bond = FIRM if level == 1 else LOOSE  # suspects count as firm (1.2)
                emit(log, facts.DICE, P_DRIFT, a, level, t.drift[0], falls, bond)
                if log.room[0] > 0:
                    for i in range(loose):
                        emit(log, facts.DIE, d6(luck, i))
                move(st, a, level, LOOSE, level - 1, LOOSE, falls, facts.C_DRIFT, log)


@rule
def launch(t: Tables, st: State, log: Log) -> None:
    """Points for each of levels 1 to 5 that holds at least two firm tokens (2.3c)."""
    for level in range(1, LEVELS):
        firm = 0
        for a in range(t.audiences[0]):
            firm += st.tokens[a][level][FIRM]
        if firm >= 2:
            st.bonus[0] += t.launch_points[0]
            emit(log, facts.LAUNCH, level, t.launch_points[0])


@rule
def share_dice(
    t: Tables, st: State, purpose: int, audience: int, level: int, least: int, count: int, log: Log
) -> None:
    """Roll the dice of sharers on one level and move what they bring along (2.3d)."""
    if count == 0:
        return
    luck = key(st.seed[0], purpose, st.week[0], t.audience_key[audience], level)
    hits = 0
    for i in range(count):
        hits += d6(luck, i) >= least
    source = 1 if purpose == P_EMPOWERED else 0
    bond = FIRM if purpose == P_EMPOWERED else LOOSE
    hits = min(hits, tokens_on(st, audience, source))
    emit(log, facts.DICE, purpose, audience, level, least, hits, bond)
    if log.room[0] > 0:
        for i in range(count):
            emit(log, facts.DIE, d6(luck, i))
    cause = facts.C_EMPOWERED if purpose == P_EMPOWERED else facts.C_SHARING
    move_loose_first(st, audience, source, source + 1, bond, bond, hits, cause, log)


@rule
def share(t: Tables, st: State, lost: bool, log: Log) -> None:
    """Empowered users act on their own; then, unless the week is lost, the story is shared (2.3d)."""
    for a in range(t.audiences[0]):
        fans = tokens_on(st, a, 3)
        supporters = tokens_on(st, a, 4)
        empowered = tokens_on(st, a, TOP)
        share_dice(t, st, P_EMPOWERED, a, TOP, 4, empowered, log)
        if not lost:
            share_dice(t, st, P_SHARING, a, 3, 6, fans, log)
            share_dice(t, st, P_SHARING, a, 4, 4, supporters, log)
            share_dice(t, st, P_SHARING, a, TOP, 4, empowered, log)


@rule
def friday(t: Tables, st: State, log: Log) -> None:
    """Lost week, drift, launch, sharing, forgetting, in this order (2.3)."""
    st.part[0] = FRIDAY
    st.turn[0] = NONE
    emit(log, facts.FRIDAY, st.week[0])
    lost = st.talked[0] == 0
    if lost:
        st.lost_weeks[0] += 1
        emit(log, facts.LOST_WEEK, t.lost_week_points[0])
        set_will(st, st.will[0] - 1, log)
    drift(t, st, log)
    if st.week[0] == t.launch_week[0]:
        launch(t, st, log)
    share(t, st, lost, log)
    if st.practised[0] == 0 and st.week[0] >= t.unlock[PRACTISE] and st.reference_work[0] == 0:
        set_know_how(st, st.know_how[0] - 1, log)
    note_bronze(t, st)


@rule
def carry_on(t: Tables, st: State, log: Log) -> None:
    """While nobody has anything left to do this week, hold Friday and begin the next week."""
    while st.part[0] == WORK:
        passed = 0
        for seat in range(t.seats[0]):
            passed += st.passed[seat]
        if passed < t.seats[0]:
            break
        friday(t, st, log)
        if st.week[0] >= t.weeks[0]:
            finish(t, st, log)
        else:
            monday(t, st, log)
