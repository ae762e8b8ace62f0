"""Small changes that several rules make: tracks, attention, hours, tokens, motives turned up."""

from game.rules import log as facts
from game.rules.limits import FIRM, LOOSE, NONE, TRACK_TOP
from game.rules.log import Log, emit
from game.rules.pricing import MAIN, SIDE
from game.rules.speed import rule, small
from game.rules.state import State
from game.rules.tables import Tables


@rule
def set_will(st: State, value: int, log: Log) -> None:
    """Set will, within 0 to 10 (1.6)."""
    new = min(max(value, 0), TRACK_TOP)
    if new != st.will[0]:
        emit(log, facts.TRACK, 0, st.will[0], new)
        st.will[0] = new


@rule
def set_know_how(st: State, value: int, log: Log) -> None:
    """Set know-how, within 0 to 10 (1.6)."""
    new = min(max(value, 0), TRACK_TOP)
    if new != st.know_how[0]:
        emit(log, facts.TRACK, 1, st.know_how[0], new)
        st.know_how[0] = new


@rule
def add_stories(st: State, n: int, log: Log) -> None:
    """Add to the stock of stories, or take from it; it never falls under 0."""
    new = max(st.stories[0] + n, 0)
    if new != st.stories[0]:
        emit(log, facts.STORY, new - st.stories[0])
        st.stories[0] = new


@rule
def add_power(st: State, power: int, n: int, log: Log) -> None:
    """Add to the stock of a power, or take from it; it never falls under 0."""
    new = max(st.powers[power] + n, 0)
    if new != st.powers[power]:
        emit(log, facts.POWER, power, new - st.powers[power])
        st.powers[power] = new


@rule
def add_attention(t: Tables, st: State, audience: int, n: int, cause: int, log: Log) -> None:
    """Change an audience's attention, within 0 and its maximum (1.3)."""
    new = min(max(st.attention[audience] + n, 0), t.attention_max[audience])
    if new != st.attention[audience]:
        emit(log, facts.ATTENTION, audience, new - st.attention[audience], cause)
        st.attention[audience] = new


@rule
def add_hours(st: State, seat: int, n: int, log: Log) -> None:
    """Change a seat's hours this week; not below 0 (7.2)."""
    new = max(st.hours[seat] + n, 0)
    if new != st.hours[seat]:
        emit(log, facts.HOURS, seat, new - st.hours[seat])
        st.hours[seat] = new


@small
def move(
    st: State, audience: int, level: int, bond: int, to: int, to_bond: int, n: int, cause: int, log: Log
) -> None:
    """Move ``n`` tokens; on level 0 a bond counts as firm (1.2)."""
    if n > 0:
        end = FIRM if to == 0 else to_bond
        st.tokens[audience][level][bond] -= n
        st.tokens[audience][to][end] += n
        emit(log, facts.MOVED, cause, audience, level, bond, to, end, n)


@rule
def move_loose_first(
    st: State, audience: int, level: int, to: int, loose_to: int, firm_to: int, n: int, cause: int, log: Log
) -> None:
    """Move up to ``n`` tokens, loose ones before firm ones, to the bond given for each."""
    loose = min(n, st.tokens[audience][level][LOOSE])
    firm = min(n - loose, st.tokens[audience][level][FIRM])
    move(st, audience, level, LOOSE, to, loose_to, loose, cause, log)
    move(st, audience, level, FIRM, to, firm_to, firm, cause, log)


@rule
def turn_up(st: State, audience: int, place: int, log: Log) -> None:
    """Turn up a true motive, if it is not yet."""
    if st.known[audience][place] == 0:
        st.known[audience][place] = 1
        emit(log, facts.TURNED_UP, audience, st.motives[audience][place], place)


@rule
def turn_up_next(st: State, audience: int, log: Log) -> None:
    """Turn up the next hidden true motive, main first (4.1)."""
    turn_up(st, audience, MAIN if st.known[audience][MAIN] == 0 else SIDE, log)


@small
def pay(st: State, seat: int, hours: int, audience: int, attention: int, log: Log) -> None:
    """Spend hours of a seat and attention of an audience (none: NONE)."""
    st.hours[seat] -= hours
    if audience != NONE:
        st.attention[audience] -= attention
    emit(log, facts.PAID, seat, hours, audience, attention)
