"""What a command is worth to each kind of player, in thousandths of a point an hour."""

from typing import Final

from game.players.deeds import locked_by_know_how, locked_by_will, worth_of_verb
from game.players.estimates import ONE, chances_of, gain, hits, neither_of, step_points, weeks_left
from game.rules.legal import first_of, kind_of, reaches, second_of, third_of
from game.rules.limits import (
    BROADCAST,
    BROADCAST_MESSAGE,
    CHOOSE,
    CONVINCE,
    E_ATTENTION,
    E_DROP,
    E_HOURS,
    E_PRESSING,
    E_REDRAW_SIDE,
    E_REVEAL,
    E_SUSPECTS,
    EFFECT_KIND,
    EFFECT_N,
    HELD,
    HOLD_BACK,
    LIFTED,
    LIFTED_FIRM,
    LIFTED_WHY,
    OUR_WHY,
    PASS,
    PLAY,
    PRACTISE,
    SUCCESS_STORY,
    TALK,
    TALKS,
    WHAT,
    WHY,
)
from game.rules.pricing import CERTAIN, attention_price, bond_of_lifted, dice, difficulty
from game.rules.speed import rule
from game.rules.state import State
from game.rules.tables import Tables

# The players that weigh commands; "random" does not.
_PUSHER: Final = 1
_SILO: Final = 2
_LISTENER: Final = 3

NEVER: Final = -1_000_000


@rule
def lift_of_broadcast(t: Tables, seen: State, seat: int, mechanism: int, audience: int) -> int:
    """Tokens that a broadcast is expected to lift of one audience, in thousandths."""
    if not reaches(t, seen, seat, mechanism, audience):
        return 0
    least = difficulty(t, seen, seat, mechanism, audience, BROADCAST_MESSAGE, CERTAIN)
    return dice(t, seen, mechanism, audience) * (7 - least) * ONE // 6


@rule
def worth_of_sentence(t: Tables, kind: int, sentence: int) -> int:
    """Who pushes takes profit for a why; the others the sentence that most why-tools can carry (1.7)."""
    mask = t.sentence_motives[sentence]
    if kind == _PUSHER:
        return ONE if mask == 0 else 0
    carried = 0
    for seat in range(t.seats[0]):
        for k in range(t.tool_count[seat]):
            m = t.tools[seat][k]
            if t.depth[m] == WHY:
                for i in range(t.message_count[m]):
                    carried += (mask >> t.messages[m][i]) & 1
    return carried * ONE


@rule
def worth_of_effect(kind: int, n: int) -> int:
    """An event's effect, roughly in points."""
    if kind == E_ATTENTION or kind == E_SUSPECTS:
        return n * ONE // 2
    if kind == E_HOURS:
        return n * ONE * 2
    if kind == E_REDRAW_SIDE:
        return -ONE
    if kind == E_REVEAL:
        return 2 * ONE
    if kind == E_PRESSING:
        return ONE
    if kind == E_DROP:
        return -2 * n * ONE
    return n * ONE * 2


@rule
def worth_of_option(t: Tables, seen: State, kind: int, option: int) -> int:
    """Who pushes or fends for oneself takes what is free; the others weigh price and effects (7.1)."""
    event = seen.event[0]
    price = t.option_hours[event][option]
    if kind == _PUSHER or kind == _SILO:
        return -price * ONE
    value = -price * 2 * ONE
    for i in range(t.effect_count[event][option]):
        effect = t.effects[event][option][i]
        value += worth_of_effect(effect[EFFECT_KIND], effect[EFFECT_N])
    return value


@rule
def worth_of_push(
    t: Tables, seen: State, seat: int, kind: int, mechanism: int, audience: int, message: int
) -> int:
    """To the pusher only numbers on the day itself count, and only what-tools and broadcasts."""
    step = step_points(t.level[mechanism])
    if kind == BROADCAST:
        lifted = 0
        for a in range(t.audiences[0]):
            lifted += lift_of_broadcast(t, seen, seat, mechanism, a)
    elif t.depth[mechanism] == WHAT:
        chances = chances_of(t, seen, audience, message)
        lifted = hits(t, seen, seat, mechanism, audience, message, chances)
    else:
        return NEVER
    return lifted * step // ONE // t.mechanism_hours[mechanism]


@rule
def kpi_of_play(t: Tables, seen: State, seat: int, mechanism: int, audience: int, lifted: int) -> int:
    """What a play adds to the seat's own KPI, in thousandths of a point."""
    measure = t.kpi_measure[seat]
    points = t.kpi_points[seat]
    if measure == LIFTED:
        return lifted * points if t.kpi_level[seat] < 0 or t.kpi_level[seat] == t.level[mechanism] else 0
    if measure == LIFTED_FIRM:
        return lifted * points * bond_of_lifted(t, seen, mechanism, audience)
    if measure == LIFTED_WHY:
        return lifted * points if t.depth[mechanism] == WHY else 0
    return 0


@rule
def worth_of_silo_play(
    t: Tables, seen: State, seat: int, kind: int, mechanism: int, audience: int, message: int
) -> int:
    """To a silo its own KPI comes first; beside it the points that one sees on the board today."""
    step = step_points(t.level[mechanism])
    value = 0
    if kind == BROADCAST:
        for a in range(t.audiences[0]):
            lifted = lift_of_broadcast(t, seen, seat, mechanism, a)
            value += kpi_of_play(t, seen, seat, mechanism, a, lifted) + lifted * step // ONE // 4
    else:
        chances = chances_of(t, seen, audience, message)
        lifted = hits(t, seen, seat, mechanism, audience, message, chances)
        value = kpi_of_play(t, seen, seat, mechanism, audience, lifted) + lifted * step // ONE // 4
    return value // t.mechanism_hours[mechanism]


@rule
def worth_of_whole_play(
    t: Tables, seen: State, seat: int, kind: int, mechanism: int, audience: int, message: int
) -> int:
    """To those who play for the whole: what will be left in the end, less the attention it takes."""
    value = 0
    if kind == BROADCAST:
        for a in range(t.audiences[0]):
            lifted = lift_of_broadcast(t, seen, seat, mechanism, a)
            if lifted > 0:
                price = attention_price(t, seen, seat, mechanism, a, BROADCAST_MESSAGE)
                value += gain(t, seen, mechanism, a, lifted) - price * ONE // 3
    else:
        price = attention_price(t, seen, seat, mechanism, audience, message)
        chances = chances_of(t, seen, audience, message)
        lifted = hits(t, seen, seat, mechanism, audience, message, chances)
        value = gain(t, seen, mechanism, audience, lifted) - price * ONE // 3
        value -= neither_of(chances) // 2
        if t.depth[mechanism] == WHY and seen.convinced[audience] == 0:
            value += weeks_left(t, seen) * min(lifted, ONE) // 2
        if t.power[mechanism] >= 0:
            value -= ONE
    return value // t.mechanism_hours[mechanism]


@rule
def worth_of_silo_verb(t: Tables, seen: State, seat: int, kind: int, a: int) -> int:
    """A silo talks, convinces and practises where its own tools need it, and leaves the rest to others."""
    value = NEVER
    weeks = weeks_left(t, seen)
    if kind == TALK:
        if seen.known[a][0] == 0 and reaches_with_own(t, seat, a):
            value = 2 * ONE
        if t.kpi_measure[seat] == TALKS:
            value = max(value, 0) + t.kpi_points[seat] * ONE
    elif kind == CONVINCE and a != SUCCESS_STORY and seen.will[0] < t.convince_limit[0]:
        value = locked_by_will(t, seen, seat) * weeks * ONE // 4
    elif kind == PRACTISE and seen.know_how[0] < seen.will[0]:
        value = locked_by_know_how(t, seen, seat) * weeks * ONE // 4
    elif kind == HOLD_BACK and t.kpi_measure[seat] == HELD:
        value = t.kpi_points[seat] * ONE
    return value


@rule
def reaches_with_own(t: Tables, seat: int, audience: int) -> bool:
    """Whether a tool of the seat uses a channel of this audience, with a message."""
    for k in range(t.tool_count[seat]):
        m = t.tools[seat][k]
        if t.broadcast[m] == 0 and (t.channels[audience] >> t.channel[m]) & 1 == 1:
            return True
    return False


@rule
def worth_of_listening(seen: State, kind: int, a: int) -> int:
    """The listener's verbs: get to know everybody; a talk a week; the rest of the house is not its care."""
    if kind != TALK:
        return NEVER
    unknown = 2 - seen.known[a][0] - seen.known[a][1]
    return (unknown * 6 + (1 - seen.talked[0]) * 3) * ONE


@rule
def worth_of(t: Tables, seen: State, seat: int, player: int, action: int) -> int:
    """What a legal command is worth to a player; passing is worth 0 to all of them."""
    kind = kind_of(action)
    a = first_of(action)
    if kind == PASS:
        return 0
    if kind == OUR_WHY:
        return worth_of_sentence(t, player, a)
    if kind == CHOOSE:
        return worth_of_option(t, seen, player, a)
    if kind == PLAY or kind == BROADCAST:
        b = second_of(action)
        c = third_of(action)
        if player == _PUSHER:
            return worth_of_push(t, seen, seat, kind, a, b, c)
        if player == _SILO:
            return worth_of_silo_play(t, seen, seat, kind, a, b, c)
        return worth_of_whole_play(t, seen, seat, kind, a, b, c)
    if player == _PUSHER:
        return NEVER
    if player == _SILO:
        return worth_of_silo_verb(t, seen, seat, kind, a)
    if player == _LISTENER:
        return worth_of_listening(seen, kind, a)
    return worth_of_verb(t, seen, seat, kind, a)
