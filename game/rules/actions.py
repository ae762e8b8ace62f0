"""The enumeration of commands: the one list from which table, phones, players and simulator choose."""

from typing import Final

from game.rules import refusal as no
from game.rules.legal import (
    attention_code,
    audience_code,
    broadcast_code,
    choose_code,
    first_failing,
    guess_code,
    our_why_code,
    pack,
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
    MONDAY,
    OUR_WHY,
    PASS,
    PLAY,
    PROPOSITION,
    SETUP,
    SUCCESS_STORY,
    TALK,
    WORK,
)
from game.rules.openings import list_openings
from game.rules.speed import rule
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


@rule
def arguments_of(t: Tables, kind: int) -> int:
    """How many arguments a verb of §4 and §5 can have: audiences, arguments for management, or one."""
    if kind == TALK or kind == HOLD_BACK or kind == PROPOSITION:
        return t.audiences[0]
    return SUCCESS_STORY + 1 if kind == CONVINCE else 1


@rule
def list_verbs(t: Tables, st: State, seat: int, turn: int, out: Ints, codes: Ints, n: int) -> int:
    """Add the verbs that are unlocked (§6) from place ``n`` on; gives the next free place."""
    for kind in range(TALK, PASS + 1):
        if st.week[0] >= t.unlock[kind]:
            for a in range(arguments_of(t, kind)):
                out[n] = pack(kind, a)
                codes[n] = turn if turn != no.LEGAL else verb_code(t, st, seat, kind, a)
                n += 1
    return n


@rule
def list_actions(t: Tables, st: State, seat: int, everything: int, out: Ints, codes: Ints) -> int:
    """List a seat's commands into ``out`` and their refusal codes into ``codes``; gives their number.

    ``everything`` 0: only what is legal now; ``codes`` is then only room to think in. 1: refused ones
    too, as long as the part of the game knows them at all: the toolbox, and the verbs that are unlocked.
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
        if everything == 0:
            return list_openings(t, st, seat, codes, out, n)
        n = list_plays(t, st, seat, turn, out, codes, n)
        n = list_verbs(t, st, seat, turn, out, codes, n)
    return n
