"""What the verbs are worth to a player that plays for the whole, in thousandths of a point an hour."""

from game.players.estimates import ONE, motives_left, weeks_left
from game.rules.limits import (
    CONVINCE,
    HOLD_BACK,
    MEASURE,
    NECESSITY,
    PRACTISE,
    PROPOSITION,
    REFERENCE_WORK,
    RESEARCH,
    SUCCESS_STORY,
    TALK,
    WHAT,
)
from game.rules.pricing import MAIN, SIDE, tokens_on
from game.rules.speed import rule
from game.rules.state import State
from game.rules.tables import Tables


@rule
def locked_by_will(t: Tables, seen: State, seat: int) -> int:
    """Tools of a seat that only more will would open, where a token waits for them."""
    count = 0
    for k in range(t.tool_count[seat]):
        m = t.tools[seat][k]
        if t.mechanism_will[m] > seen.will[0]:
            count += is_awaited(t, seen, m)
    return count


@rule
def locked_by_know_how(t: Tables, seen: State, seat: int) -> int:
    """Tools of a seat that only more know-how would open, where a token waits for them."""
    count = 0
    for k in range(t.tool_count[seat]):
        m = t.tools[seat][k]
        if t.mechanism_know_how[m] > seen.know_how[0]:
            count += is_awaited(t, seen, m)
    return count


@rule
def is_any_locked_by_will(t: Tables, seen: State) -> bool:
    """Whether more will would open a tool of any seat, where a token waits for it."""
    for seat in range(t.seats[0]):
        for k in range(t.tool_count[seat]):
            m = t.tools[seat][k]
            if t.mechanism_will[m] > seen.will[0] and is_awaited(t, seen, m):
                return True
    return False


@rule
def is_any_locked_by_know_how(t: Tables, seen: State) -> bool:
    """The same of know-how."""
    for seat in range(t.seats[0]):
        for k in range(t.tool_count[seat]):
            m = t.tools[seat][k]
            if t.mechanism_know_how[m] > seen.know_how[0] and is_awaited(t, seen, m):
                return True
    return False


@rule
def is_awaited(t: Tables, seen: State, mechanism: int) -> bool:
    """Whether a token stands where the tool lifts, or one step below, with an audience it reaches."""
    level = t.level[mechanism]
    for a in range(t.audiences[0]):
        if (t.channels[a] >> t.channel[mechanism]) & 1 == 1:
            below = tokens_on(seen, a, level - 1) if level > 0 else 0
            if tokens_on(seen, a, level) + below > 0:
                return True
    return False


@rule
def worth_of_talk(t: Tables, seen: State, audience: int) -> int:
    """A talk: the handshake, a motive turned up, and no lost week."""
    value = 0
    weeks = weeks_left(t, seen)
    if seen.talked[0] == 0:
        value += 3 * ONE
    if seen.handshake[audience] == 0:
        value += (2 + weeks) * ONE
    if seen.known[audience][MAIN] == 0:
        value += (1 + weeks // 2) * ONE
    elif seen.known[audience][SIDE] == 0 and motives_left(t, seen, audience) > 1:
        value += (weeks * ONE) // 4
    return value


@rule
def worth_of_convincing(t: Tables, seen: State, argument: int) -> int:
    """Will opens tools; it is worth something as long as there are tools to open and weeks to use them."""
    weeks = weeks_left(t, seen)
    value = 3 * ONE if seen.talked[0] == 0 else 0
    limit = t.convince_limit[0]
    lift = 1
    if argument == SUCCESS_STORY:
        lift = 2
    else:
        if argument == NECESSITY and seen.pressing[0] == 1:
            lift = 2
        lift = max(min(seen.will[0] + lift, limit) - seen.will[0], 0)
    if lift > 0 and (seen.will[0] <= seen.know_how[0] or is_any_locked_by_will(t, seen)):
        value += lift * (1 + weeks) * ONE
    return value


@rule
def worth_of_practice(t: Tables, seen: State) -> int:
    """Know-how opens tools too; and what is not practised is forgotten."""
    weeks = weeks_left(t, seen)
    value = 0
    if seen.know_how[0] < seen.will[0] and is_any_locked_by_know_how(t, seen):
        value += (1 + weeks) * ONE
    if seen.practised[0] == 0 and seen.reference_work[0] == 0 and seen.know_how[0] > 0:
        value += (weeks * ONE * 2) // 3
    return value


@rule
def worth_of_proposition(t: Tables, seen: State, audience: int) -> int:
    """Firm bonds and easier dice from network to follower, for as many tokens as may still take it."""
    weeks = weeks_left(t, seen)
    waiting = tokens_on(seen, audience, 1) + tokens_on(seen, audience, 0) // 2
    return min(waiting, weeks + 1) * ONE


@rule
def worth_of_measuring(t: Tables, seen: State, seat: int) -> int:
    """A story for each firm lift from level 2 on: only for a seat with tools that can."""
    for k in range(t.tool_count[seat]):
        m = t.tools[seat][k]
        if t.level[m] >= 2 and t.depth[m] != WHAT and t.broadcast[m] == 0:
            return weeks_left(t, seen) * ONE * 4 // 5
    return 0


@rule
def worth_of_verb(t: Tables, seen: State, seat: int, kind: int, a: int) -> int:
    """A verb of §4 or §5, to a player that plays for the whole."""
    weeks = weeks_left(t, seen)
    if kind == TALK:
        return worth_of_talk(t, seen, a)
    if kind == RESEARCH:
        unknown = 0
        for audience in range(t.audiences[0]):
            unknown += seen.known[audience][MAIN] == 0
        return unknown * weeks * ONE // 8
    if kind == HOLD_BACK:
        return ONE // 4 + (t.attention_max[a] - seen.attention[a]) * ONE // 8 if weeks > 0 else 0
    if kind == CONVINCE:
        return worth_of_convincing(t, seen, a)
    if kind == PRACTISE:
        return worth_of_practice(t, seen)
    if kind == REFERENCE_WORK:
        return max(weeks - 1, 0) * ONE * 3 // 4
    if kind == PROPOSITION:
        return worth_of_proposition(t, seen, a)
    if kind == MEASURE:
        return worth_of_measuring(t, seen, seat)
    return 0
