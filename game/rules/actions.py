"""The enumeration of commands: the one list from which table, phones, players and simulator choose."""

from typing import Final

from game.rules import refusal as no
from game.rules.legal import (
    OPEN,
    attention_code,
    audience_code,
    broadcast_code,
    choose_code,
    first_failing,
    guess_code,
    occupied_cells,
    our_why_code,
    pack,
    relevant_audiences,
    tool_code,
    turn_code,
    verb_code,
)
from game.rules.limits import (
    BROADCAST,
    CHOOSE,
    CONVINCE,
    GUESS,
    GUESSING,
    HOLD_BACK,
    MEASURE,
    MONDAY,
    OUR_WHY,
    PASS,
    PLAY,
    PRACTISE,
    PROPOSITION,
    REFERENCE_WORK,
    RESEARCH,
    SETUP,
    SUCCESS_STORY,
    TALK,
    WORK,
)
from game.rules.pricing import MIXED_PRICE
from game.rules.speed import rule, small
from game.rules.state import State
from game.rules.tables import Ints, Tables

ROOM: Final = 48 * 7 * 16 + 64  # more than any toolbox can offer


@rule
def list_plays(t: Tables, st: State, seat: int, turn: int, out: Ints, codes: Ints, n: int) -> int:
    """Add all plays and broadcasts of a toolbox from place ``n`` on; gives the next free place."""
    for k in range(t.tool_count[seat]):
        m = t.tools[seat][k]
        outright = turn
        if turn == no.LEGAL and st.week[0] < t.first_week[m]:
            outright = no.LOCKED
        if t.broadcast[m] == 1:
            code = first_failing(broadcast_code(t, st, seat, m))
            out[n] = pack(BROADCAST, m)
            codes[n] = code if outright == no.LEGAL else outright
            n += 1
            continue
        tool = tool_code(t, st, seat, m)
        for a in range(t.audiences[0]):
            here = min(tool, audience_code(t, st, m, a))
            for i in range(t.message_count[m]):
                message = t.messages[m][i]
                code = first_failing(min(here, attention_code(t, st, seat, m, a, message)))
                out[n] = pack(PLAY, m, a, message)
                codes[n] = code if outright == no.LEGAL else outright
                n += 1
    return n


@small
def list_open_plays(t: Tables, st: State, seat: int, out: Ints, n: int) -> int:
    """Add the plays and broadcasts that are legal, in the same order; the seat may act.

    Computer players spend most of their time here, so it asks yes or no for all audiences at a time,
    where ``list_plays`` asks which gate fails. Tests hold both lists equal.
    """
    occupied = occupied_cells(t, st)
    for k in range(t.tool_count[seat]):
        m = t.tools[seat][k]
        if st.week[0] < t.first_week[m] or tool_code(t, st, seat, m) != OPEN:
            continue
        relevant = relevant_audiences(t, st, m, occupied)
        if relevant == 0:
            continue
        if t.broadcast[m] == 1:
            out[n] = pack(BROADCAST, m)
            n += first_failing(broadcast_code(t, st, seat, m)) == no.LEGAL
            continue
        for a in range(t.audiences[0]):
            spare = st.attention[a] - t.attention[m]
            if (relevant >> a) & 1 == 0 or spare < 0:
                continue
            play = pack(PLAY, m, a)
            if spare >= MIXED_PRICE:  # enough for any message
                for i in range(t.message_count[m]):
                    out[n + i] = play | t.messages[m][i]
                n += t.message_count[m]
            else:
                for i in range(t.message_count[m]):
                    message = t.messages[m][i]
                    out[n] = play | message
                    n += attention_code(t, st, seat, m, a, message) == OPEN
    return n


@small
def list_verb(
    t: Tables,
    st: State,
    seat: int,
    kind: int,
    count: int,
    turn: int,
    everything: int,
    out: Ints,
    codes: Ints,
    n: int,
) -> int:
    """Add a verb with each of its ``count`` arguments, if it is unlocked (§6)."""
    if st.week[0] >= t.unlock[kind]:
        for a in range(count):
            code = turn if turn != no.LEGAL else verb_code(t, st, seat, kind, a)
            out[n] = pack(kind, a)
            codes[n] = code
            n += everything | (code == no.LEGAL)
    return n


@rule
def arguments_of(t: Tables, kind: int) -> int:
    """How many arguments a verb of §4 and §5 can have: audiences, arguments for management, or one."""
    if kind == TALK or kind == HOLD_BACK or kind == PROPOSITION:
        return t.audiences[0]
    return SUCCESS_STORY + 1 if kind == CONVINCE else 1


@small
def list_verbs(
    t: Tables, st: State, seat: int, turn: int, everything: int, out: Ints, codes: Ints, n: int
) -> int:
    """Add the verbs that are unlocked (§6) from place ``n`` on; gives the next free place.

    Written out, so that the compiler knows the kind in each call.
    """
    people = t.audiences[0]
    arguments = SUCCESS_STORY + 1
    n = list_verb(t, st, seat, TALK, people, turn, everything, out, codes, n)
    n = list_verb(t, st, seat, RESEARCH, 1, turn, everything, out, codes, n)
    n = list_verb(t, st, seat, HOLD_BACK, people, turn, everything, out, codes, n)
    n = list_verb(t, st, seat, CONVINCE, arguments, turn, everything, out, codes, n)
    n = list_verb(t, st, seat, PRACTISE, 1, turn, everything, out, codes, n)
    n = list_verb(t, st, seat, REFERENCE_WORK, 1, turn, everything, out, codes, n)
    n = list_verb(t, st, seat, PROPOSITION, people, turn, everything, out, codes, n)
    n = list_verb(t, st, seat, MEASURE, 1, turn, everything, out, codes, n)
    return list_verb(t, st, seat, PASS, 1, turn, everything, out, codes, n)


@rule
def list_actions(t: Tables, st: State, seat: int, everything: int, out: Ints, codes: Ints) -> int:
    """List a seat's commands into ``out`` and their refusal codes into ``codes``; gives their number.

    ``everything`` 0: only what is legal now, without codes. 1: refused ones too, as long as the part of
    the game knows them at all: the toolbox, and the verbs that are unlocked.
    """
    n = 0
    part = st.part[0]
    if part == SETUP:
        for sentence in range(t.sentences[0]):
            out[n] = pack(OUR_WHY, sentence)
            codes[n] = our_why_code(st, seat)
            n += everything | (codes[n] == no.LEGAL)
    elif part == GUESSING:
        for other in range(t.seats[0]):
            code = guess_code(st, seat, other)
            for personal in range(t.personals[0]):
                out[n] = pack(GUESS, other, personal)
                codes[n] = code
                n += (everything & (seat != other)) | (code == no.LEGAL)
    elif part == MONDAY or part == WORK:
        if part == MONDAY:
            for option in range(t.option_count[st.event[0]]):
                out[n] = pack(CHOOSE, option)
                codes[n] = choose_code(t, st, seat, option)
                n += everything | (codes[n] == no.LEGAL)
        turn = turn_code(st, seat)
        if everything == 0 and turn != no.LEGAL:
            return n
        if everything == 1:
            n = list_plays(t, st, seat, turn, out, codes, n)
        else:
            n = list_open_plays(t, st, seat, out, n)
        n = list_verbs(t, st, seat, turn, everything, out, codes, n)
    return n
