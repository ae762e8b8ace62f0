"""What is open to a seat in the work part, quickly: sets of audiences for each tool, and one set of verbs.

Computer players decide by this, so it asks yes or no for all audiences at a time, where ``actions``
asks which gate fails. From the sets commands can be counted, listed, or the k-th of them be told, always
in the order of ``actions.list_actions``. The seat must be one that may act; tests hold all three equal to
the whole list.
"""

from typing import Final

from game.rules import refusal as no
from game.rules.bits import lowest, size, without_lowest
from game.rules.legal import OPEN, pack, tool_code, verb_code
from game.rules.limits import (
    AUDIENCES,
    BROADCAST,
    BROADCAST_MESSAGE,
    CONVINCE,
    HOLD_BACK,
    MEASURE,
    PASS,
    PLAY,
    PRACTISE,
    PROPOSITION,
    REFERENCE_WORK,
    RESEARCH,
    SUCCESS_STORY,
    TALK,
    TOP,
)
from game.rules.pricing import tokens_on
from game.rules.speed import rule, small
from game.rules.state import State
from game.rules.tables import Ints, Tables

# Sets of audiences stand beside each other in one whole number.
LANE: Final = AUDIENCES + 1
EVERYBODY: Final = (1 << AUDIENCES) - 1
PURSES: Final = 8  # prices for which ``purses`` says who can pay
_EACH: Final = sum(1 << (LANE * price) for price in range(PURSES))  # one audience, at all these prices

# A row of openings, one for each tool of a seat.
ANY: Final = 0  # who can be reached with any message
SOME: Final = 1  # who has attention for messages only that somebody brought already (3.5)
COUNT: Final = 2
ROW: Final = 3


@small
def occupied_cells(t: Tables, st: State) -> int:
    """Where tokens stand: for each level the audiences with a token there."""
    cells = 0
    for a in range(t.audiences[0]):
        for level in range(TOP):
            cells |= (tokens_on(st, a, level) > 0) << (LANE * level + a)
    return cells


@small
def purses(t: Tables, st: State) -> int:
    """Who can pay: for each price under ``PURSES`` the audiences with so much attention."""
    able = 0
    for a in range(t.audiences[0]):
        most = min(st.attention[a], PURSES - 1)
        able |= (_EACH >> (LANE * (PURSES - 1 - most))) << a
    return able


@small
def able_to_pay(t: Tables, st: State, able: int, price: int) -> int:
    """The audiences that have so much attention."""
    if price < PURSES:
        return (able >> (LANE * price)) & EVERYBODY
    rich = 0
    for a in range(t.audiences[0]):
        rich |= (st.attention[a] >= price) << a
    return rich


@small
def hearing_others(t: Tables, st: State, seat: int) -> int:
    """The audiences to whom another department brought a message this week (3.5)."""
    others = 0
    for a in range(t.audiences[0]):
        others |= (st.voices[a] & ~(1 << seat) != 0) << a
    return others


@small
def brought_messages(t: Tables, st: State, mechanism: int, audience: int) -> int:
    """How many of a mechanism's messages somebody brought this audience this week."""
    count = 0
    for i in range(t.message_count[mechanism]):
        count += st.brought[audience][t.messages[mechanism][i]] != 0
    return count


@small
def open_tools(t: Tables, st: State, seat: int, rows: Ints) -> int:
    """Write a row for each tool of a seat; gives the number of plays and broadcasts that are legal."""
    occupied = occupied_cells(t, st)
    able = purses(t, st)
    others = hearing_others(t, st, seat)
    total = 0
    for k in range(t.tool_count[seat]):
        m = t.tools[seat][k]
        channel = t.channel[m]
        there = t.listeners[channel] & (occupied >> (LANE * t.level[m]))
        if st.week[0] < t.first_week[m] or tool_code(t, st, seat, m) != OPEN or st.closed[channel] == 1:
            there = 0
        price = t.attention[m]
        well = able_to_pay(t, st, able, price + 1)
        just = there & able_to_pay(t, st, able, price) & ~well & others
        every = there & able_to_pay(t, st, able, price) & ~just
        some = 0
        count = size(every) * t.message_count[m]
        while just != 0:
            a = lowest(just)
            just = without_lowest(just)
            if t.broadcast[m] == 1:
                every |= (st.brought[a][BROADCAST_MESSAGE] != 0) << a
            else:
                brought = brought_messages(t, st, m, a)
                some |= (brought > 0) << a
                count += brought
        if t.broadcast[m] == 1:
            count = 1 if every != 0 else 0
        rows[ROW * k + ANY] = every
        rows[ROW * k + SOME] = some
        rows[ROW * k + COUNT] = count
        total += count
    return total


@small
def open_verb(t: Tables, st: State, seat: int, kind: int, count: int) -> int:
    """The arguments with which a verb is legal, in its place among the verbs."""
    legal = 0
    for a in range(count):
        legal |= (verb_code(t, st, seat, kind, a) == no.LEGAL) << a
    return (legal if st.week[0] >= t.unlock[kind] else 0) << (AUDIENCES * (kind - TALK))


@small
def open_verbs(t: Tables, st: State, seat: int) -> int:
    """The verbs that are legal with their arguments: ``AUDIENCES`` places for each, from ``TALK`` on.

    Written out, so that the compiler knows the kind in each call.
    """
    people = t.audiences[0]
    return (
        open_verb(t, st, seat, TALK, people)
        | open_verb(t, st, seat, RESEARCH, 1)
        | open_verb(t, st, seat, HOLD_BACK, people)
        | open_verb(t, st, seat, CONVINCE, SUCCESS_STORY + 1)
        | open_verb(t, st, seat, PRACTISE, 1)
        | open_verb(t, st, seat, REFERENCE_WORK, 1)
        | open_verb(t, st, seat, PROPOSITION, people)
        | open_verb(t, st, seat, MEASURE, 1)
        | open_verb(t, st, seat, PASS, 1)
    )


@small
def verb_at(place: int) -> int:
    """The command of a place among the verbs."""
    return pack(TALK + place // AUDIENCES, place % AUDIENCES)


@rule
def list_openings(t: Tables, st: State, seat: int, rows: Ints, out: Ints, n: int) -> int:
    """List everything that is legal into ``out`` from place ``n`` on; gives the next free place."""
    open_tools(t, st, seat, rows)
    for k in range(t.tool_count[seat]):
        m = t.tools[seat][k]
        if rows[ROW * k + COUNT] == 0:
            continue
        if t.broadcast[m] == 1:
            out[n] = pack(BROADCAST, m)
            n += 1
            continue
        every = rows[ROW * k + ANY]
        left = every | rows[ROW * k + SOME]
        while left != 0:
            a = lowest(left)
            left = without_lowest(left)
            play = pack(PLAY, m, a)
            if (every >> a) & 1 == 1:
                for i in range(t.message_count[m]):
                    out[n + i] = play | t.messages[m][i]
                n += t.message_count[m]
            else:
                for i in range(t.message_count[m]):
                    out[n] = play | t.messages[m][i]
                    n += st.brought[a][t.messages[m][i]] != 0
    verbs = open_verbs(t, st, seat)
    while verbs != 0:
        out[n] = verb_at(lowest(verbs))
        n += 1
        verbs = without_lowest(verbs)
    return n


@small
def play_at(t: Tables, st: State, mechanism: int, every: int, some: int, k: int) -> int:
    """Play number ``k`` of a tool, among those that are legal."""
    left = every | some
    while True:
        a = lowest(left)
        count = t.message_count[mechanism]
        if (every >> a) & 1 == 0:
            count = brought_messages(t, st, mechanism, a)
        if k < count:
            break
        k -= count
        left = without_lowest(left)
    i = k
    if (every >> a) & 1 == 0:
        i = 0
        while k > 0 or st.brought[a][t.messages[mechanism][i]] == 0:
            k -= st.brought[a][t.messages[mechanism][i]] != 0
            i += 1
    return pack(PLAY, mechanism, a, t.messages[mechanism][i])


@small
def tool_number(t: Tables, st: State, seat: int, rows: Ints, k: int) -> int:
    """Play or broadcast number ``k`` of a seat, from the rows that ``open_tools`` wrote."""
    tool = 0
    while k >= rows[ROW * tool + COUNT]:
        k -= rows[ROW * tool + COUNT]
        tool += 1
    m = t.tools[seat][tool]
    if t.broadcast[m] == 1:
        return pack(BROADCAST, m)
    return play_at(t, st, m, rows[ROW * tool + ANY], rows[ROW * tool + SOME], k)


@small
def verb_number(verbs: int, k: int) -> int:
    """Verb number ``k`` of a set that ``open_verbs`` gave."""
    while k > 0:
        verbs = without_lowest(verbs)
        k -= 1
    return verb_at(lowest(verbs))
