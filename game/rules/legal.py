"""Legality: one answer to "may this seat do this now?", as a refusal code (rules 2.2, 3.2, 4, 5).

The codes of ``refusal`` are numbered in the order in which the gates are asked, so the first gate
that fails is the smallest failing code. That lets the parts that depend on the tool, on the audience
and on the message be asked separately and joined with ``min``.
"""

from typing import Final

from game.rules import refusal as no
from game.rules.limits import (
    BROADCAST,
    BROADCAST_MESSAGE,
    CHOOSE,
    CONVINCE,
    GUESS,
    GUESSING,
    HOLD_BACK,
    MEASURE,
    MONDAY,
    NONE,
    OUR_WHY,
    PASS,
    PLAY,
    PROPOSITION,
    REFERENCE_WORK,
    RESEARCH,
    ROUND,
    SETUP,
    SUCCESS_STORY,
    TALK,
    WORK,
)
from game.rules.pricing import attention_price, tokens_on
from game.rules.speed import rule, small
from game.rules.state import State
from game.rules.tables import Tables

OPEN: Final = 99  # a gate that does not fail


@small
def pack(kind: int, a: int = 0, b: int = 0, c: int = 0) -> int:
    """A command as one whole number: its kind and up to three indexes."""
    return (kind << 24) | (a << 16) | (b << 8) | c


@small
def kind_of(action: int) -> int:
    """The kind in a packed command."""
    return action >> 24


@small
def first_of(action: int) -> int:
    """The first index: sentence, option, mechanism, audience, argument or seat."""
    return (action >> 16) & 255


@small
def second_of(action: int) -> int:
    """The second index: the audience of a play, the motive of a guess."""
    return (action >> 8) & 255


@small
def third_of(action: int) -> int:
    """The third index: the message of a play."""
    return action & 255


@rule
def chair_of(t: Tables, st: State) -> int:
    """The chair of the week (2.1); of week 1 before the first Monday."""
    return max(st.week[0] - 1, 0) % t.seats[0]


@small
def turn_code(st: State, seat: int) -> int:
    """Whether a seat may act in the work part at all (2.2)."""
    if st.part[0] != WORK:
        return no.NOT_NOW
    if st.passed[seat] == 1:
        return no.PASSED
    if st.order[0] == ROUND and st.turn[0] != seat:
        return no.NOT_YOUR_TURN
    return no.LEGAL


@small
def tool_code(t: Tables, st: State, seat: int, mechanism: int) -> int:
    """Gates that depend on the tool alone: will, know-how, hours and power."""
    code = OPEN
    if t.power[mechanism] != NONE and st.powers[t.power[mechanism]] < 1:
        code = no.POWER
    if st.hours[seat] < t.mechanism_hours[mechanism]:
        code = no.HOURS
    if st.know_how[0] < t.mechanism_know_how[mechanism]:
        code = no.KNOW_HOW
    if st.will[0] < t.mechanism_will[mechanism]:
        code = no.WILL
    return code


@small
def audience_code(t: Tables, st: State, mechanism: int, audience: int) -> int:
    """Relevance: the channel is hers and open, and a token stands where the tool lifts (3.2)."""
    channel = t.channel[mechanism]
    code = OPEN
    if tokens_on(st, audience, t.level[mechanism]) == 0:
        code = no.NO_TOKEN
    if st.closed[channel] == 1:
        code = no.CHANNEL_CLOSED
    if (t.channels[audience] >> channel) & 1 == 0:
        code = no.CHANNEL
    return code


@small
def attention_code(t: Tables, st: State, seat: int, mechanism: int, audience: int, message: int) -> int:
    """Whether the audience has the attention (3.2)."""
    short = st.attention[audience] < attention_price(t, st, seat, mechanism, audience, message)
    return no.ATTENTION if short else OPEN


@rule
def reaches(t: Tables, st: State, seat: int, mechanism: int, audience: int) -> bool:
    """Whether a broadcast reaches this audience (3.7)."""
    return (
        audience_code(t, st, mechanism, audience) == OPEN
        and attention_code(t, st, seat, mechanism, audience, BROADCAST_MESSAGE) == OPEN
    )


@rule
def broadcast_code(t: Tables, st: State, seat: int, mechanism: int) -> int:
    """The gates of a broadcast (3.7)."""
    relevance = no.CHANNEL
    attention = no.ATTENTION
    for audience in range(t.audiences[0]):
        code = audience_code(t, st, mechanism, audience)
        relevance = max(relevance, code)
        if code == OPEN:
            attention = max(attention, attention_code(t, st, seat, mechanism, audience, BROADCAST_MESSAGE))
    return min(relevance, attention, tool_code(t, st, seat, mechanism))


@small
def first_failing(code: int) -> int:
    """The refusal code of joined gates."""
    return no.LEGAL if code == OPEN else code


@small
def verb_code(t: Tables, st: State, seat: int, kind: int, a: int) -> int:
    """The third gate of the verbs of §4 and §5, which have no other; passing is free."""
    if kind == PASS:
        return no.LEGAL
    if st.hours[seat] < 1:
        return no.HOURS
    if kind == TALK:
        return no.ATTENTION if st.attention[a] < 1 else no.LEGAL
    if kind == RESEARCH:
        return no.RESEARCHED if st.research[0] == 1 else no.LEGAL
    if kind == HOLD_BACK:
        if st.held[a] == 1:
            return no.HELD
        return no.ATTENTION_FULL if st.attention[a] >= t.attention_max[a] else no.LEGAL
    if kind == CONVINCE:
        if st.last_argument[0] == a:
            return no.SAME_ARGUMENT
        return no.NO_STORY if a == SUCCESS_STORY and st.stories[0] < 1 else no.LEGAL
    if kind == REFERENCE_WORK:
        return no.REFERENCED if st.reference_work[0] == 1 else no.LEGAL
    if kind == PROPOSITION:
        if st.proposition[a] == 1:
            return no.OFFERED
        return no.NO_KNOWN_MOTIVE if st.known[a][0] + st.known[a][1] == 0 else no.LEGAL
    if kind == MEASURE:
        return no.MEASURED if st.measured[seat] == 1 else no.LEGAL
    return no.LEGAL


@rule
def our_why_code(st: State, seat: int) -> int:
    """Only before the first Monday, only the chair of week 1 (1.7)."""
    if st.part[0] != SETUP:
        return no.NOT_NOW
    return no.LEGAL if seat == 0 else no.NOT_YOUR_TURN


@rule
def choose_code(t: Tables, st: State, seat: int, option: int) -> int:
    """Only on Monday, only the chair, at the option's price (7.1)."""
    if st.part[0] != MONDAY:
        return no.NOT_NOW
    if seat != chair_of(t, st):
        return no.NOT_YOUR_TURN
    return no.HOURS if st.hours[seat] < t.option_hours[st.event[0]][option] else no.LEGAL


@rule
def guess_code(st: State, seat: int, other: int) -> int:
    """Only in the guessing round, seats that people hold, each other seat once (8.5)."""
    if st.part[0] != GUESSING:
        return no.NOT_NOW
    if st.people[seat] == 0:
        return no.NOT_YOUR_TURN
    if seat == other:
        return no.NOT_YOURS
    return no.GUESSED if st.guesses[seat][other] != NONE else no.LEGAL


@rule
def is_message_of(t: Tables, mechanism: int, message: int) -> bool:
    """Whether the mechanism can appeal to this motive (3.1)."""
    for i in range(t.message_count[mechanism]):
        if t.messages[mechanism][i] == message:
            return True
    return False


@rule
def play_code(t: Tables, st: State, seat: int, mechanism: int, audience: int, message: int) -> int:
    """What is refused outright for a tool, then its gates; ``message`` BROADCAST_MESSAGE: a broadcast."""
    if t.tool_of[seat][mechanism] < 0:
        return no.NOT_YOURS
    if st.week[0] < t.first_week[mechanism]:
        return no.LOCKED
    if message == BROADCAST_MESSAGE:
        return first_failing(broadcast_code(t, st, seat, mechanism))
    if not is_message_of(t, mechanism, message):
        return no.NOT_ITS_MESSAGE
    return first_failing(
        min(
            audience_code(t, st, mechanism, audience),
            tool_code(t, st, seat, mechanism),
            attention_code(t, st, seat, mechanism, audience, message),
        )
    )


@rule
def is_known(t: Tables, st: State, action: int) -> bool:
    """Whether a packed command names things that exist in this game."""
    kind = kind_of(action)
    a = first_of(action)
    b = second_of(action)
    if kind == OUR_WHY:
        return a < t.sentences[0]
    if kind == CHOOSE:
        return st.part[0] != MONDAY or a < t.option_count[st.event[0]]
    if kind == PLAY:
        return (
            a < t.mechanisms[0]
            and t.broadcast[a] == 0
            and b < t.audiences[0]
            and third_of(action) < t.motives[0]
        )
    if kind == BROADCAST:
        return a < t.mechanisms[0] and t.broadcast[a] == 1
    if kind == CONVINCE:
        return a <= SUCCESS_STORY
    if kind == GUESS:
        return a < t.seats[0] and b < t.personals[0]
    if kind in (TALK, HOLD_BACK, PROPOSITION):
        return a < t.audiences[0]
    return 0 <= kind < GUESS


@rule
def refusal_code(t: Tables, st: State, seat: int, action: int) -> int:
    """0 if a seat may do this now, else the code of the first thing that forbids it (3.2)."""
    if not is_known(t, st, action):
        return no.UNKNOWN
    kind = kind_of(action)
    a = first_of(action)
    if kind == OUR_WHY:
        return our_why_code(st, seat)
    if kind == CHOOSE:
        return choose_code(t, st, seat, a)
    if kind == GUESS:
        return guess_code(st, seat, a)
    code = turn_code(st, seat)
    if code != no.LEGAL:
        return code
    if kind == PLAY:
        return play_code(t, st, seat, a, second_of(action), third_of(action))
    if kind == BROADCAST:
        return play_code(t, st, seat, a, 0, BROADCAST_MESSAGE)
    if st.week[0] < t.unlock[kind]:
        return no.LOCKED
    return verb_code(t, st, seat, kind, a)
