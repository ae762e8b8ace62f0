"""What is counted of games beside their outcome: read from the facts that the rules write down.

Every tally is a sum of whole numbers over games, so that chunks, workers and machines add up exactly.
Where a tally has a place for each week, 0 is the set-up, week ``w`` is ``w``, and ``AFTER`` is after
the shake-out. The functions are compiled with the driver; without room in the log nothing is counted.

The *luck* of a game is what its plays lifted beyond what their dice promised, by the level from which,
in sixths of a token. Whatever players do and whatever came before, it is 0 on average.
"""

from typing import Any, Final

from game.rules import log as facts
from game.rules.actions import arguments_of
from game.rules.legal import (
    OPEN,
    attention_code,
    audience_code,
    tool_code,
    verb_code,
)
from game.rules.limits import (
    AUDIENCES,
    BROADCAST_MESSAGE,
    FIRM,
    LEVELS,
    LOOSE,
    MESSAGES,
    NONE,
    P_PLAY,
    PASS,
    SEATS,
    TALK,
    TOOLS,
    WORK,
)
from game.rules.log import CASES, Log
from game.rules.score import measure, worth
from game.rules.speed import rule
from game.rules.state import State
from game.rules.tables import Tables

WEEKS: Final = 12  # the most that a scenario can have
AFTER: Final = WEEKS + 1
_PLACES: Final = WEEKS + 2

TALLIES: Final[dict[str, tuple[int, ...]]] = {
    "pyramid": (_PLACES, AUDIENCES, LEVELS, 2),  # tokens, loose and firm, after each Friday
    "standing": (_PLACES, 2),  # points on the board, and if the shake-out were that day
    "tracks": (_PLACES, 2),  # will, know-how after each Friday
    "lost": (_PLACES,),  # lost weeks
    "attention_left": (_PLACES, AUDIENCES),  # after each Friday
    "attention_spent": (_PLACES, AUDIENCES, SEATS),
    "attention_refused": (_PLACES, AUDIENCES, SEATS),  # a tool, open but for attention, at a decision
    "decisions": (_PLACES, SEATS),  # in the work part
    "choices": (_PLACES, SEATS),  # tools on audiences, and verbs, that were open at those
    "forced": (_PLACES, SEATS),  # decisions at which only passing was left
    "week_plays": (_PLACES, TOOLS),  # a broadcast counts for each audience that it reached
    "week_lifted": (_PLACES, TOOLS),
    "week_firm": (_PLACES, TOOLS),
    "week_coherent": (_PLACES, SEATS),
    "week_mixed": (_PLACES, SEATS),
    "talks": (_PLACES, AUDIENCES + 1, SEATS),  # with each audience, and last with management
    "messages": (AUDIENCES, MESSAGES, len(CASES)),  # plays by what the message proved to be
    "message_lifted": (AUDIENCES, MESSAGES),
    "message_coherent": (AUDIENCES, MESSAGES),
    "message_mixed": (AUDIENCES, MESSAGES),
}

# What is kept in mind while one game is played.
MIND: Final[dict[str, tuple[int, ...]]] = {
    "tokens": (AUDIENCES, LEVELS, 2),
    "attention": (AUDIENCES,),
    "tracks": (2,),
    "bonus": (1,),  # launch points less points of lost weeks
    "week": (1,),
    "tool": (1,),  # the play of which dice come next
    "message": (1,),
    "medal": (1,),  # of a shake-out on the last Friday; conditions aside
    "decided": (1,),
    "leader": (1,),
    "led": (1,),
    "changes": (1,),
    "luck": (LEVELS,),
}


@rule
def start_tally(t: Tables, st: State, mind: Any, tallies: Any) -> None:
    """Begin with a game that was just set up."""
    for a in range(t.audiences[0]):
        mind.attention[a] = st.attention[a]
        for level in range(LEVELS):
            for bond in range(2):
                mind.tokens[a][level][bond] = st.tokens[a][level][bond]
    mind.tracks[0] = st.will[0]
    mind.tracks[1] = st.know_how[0]
    mind.bonus[0] = 0
    mind.week[0] = 0
    mind.medal[0] = 0
    mind.decided[0] = 1
    mind.leader[0] = NONE
    mind.led[0] = 1
    mind.changes[0] = 0
    for level in range(LEVELS):
        mind.luck[level] = 0
    _take_stock(t, mind, 0, tallies)


@rule
def _take_stock(t: Tables, mind: Any, place: int, tallies: Any) -> None:
    """Add what stands on the board now."""
    points = mind.bonus[0]
    falls = 0
    for a in range(t.audiences[0]):
        tallies.attention_left[place][a] += mind.attention[a]
        for level in range(LEVELS):
            loose = mind.tokens[a][level][LOOSE]
            firm = mind.tokens[a][level][FIRM]
            tallies.pyramid[place][a][level][LOOSE] += loose
            tallies.pyramid[place][a][level][FIRM] += firm
            points += (loose + firm) * worth(level)
            if level > 0:
                falls += loose * (worth(level) - worth(level - 1))
    tallies.standing[place][0] += points
    tallies.standing[place][1] += points - falls
    tallies.tracks[place][0] += mind.tracks[0]
    tallies.tracks[place][1] += mind.tracks[1]
    medal = 0
    for i in range(3):
        if points - falls >= t.medals[i]:
            medal = i + 1
    if medal != mind.medal[0]:
        mind.medal[0] = medal
        mind.decided[0] = max(mind.week[0], 1)


@rule
def _note_leader(t: Tables, st: State, mind: Any) -> None:
    """Who leads by KPI on a Friday; where several do, nobody takes the lead."""
    leader = NONE
    best = 0
    for seat in range(t.seats[0]):
        score = measure(t, st, seat, t.kpi_measure[seat], t.kpi_level[seat], 0) * t.kpi_points[seat]
        if seat == 0 or score > best:
            best = score
            leader = seat
        elif score == best:
            leader = NONE
    if leader != NONE and leader != mind.leader[0]:
        if mind.leader[0] != NONE:
            mind.changes[0] += 1
        mind.leader[0] = leader
        mind.led[0] = mind.week[0]


@rule
def survey(t: Tables, st: State, seat: int, tallies: Any) -> None:
    """Before a decision in the work part: what was open to the seat, and what only attention shut."""
    if st.part[0] != WORK:
        return
    week = st.week[0]
    ways = 0
    for k in range(t.tool_count[seat]):
        m = t.tools[seat][k]
        if week < t.first_week[m] or tool_code(t, st, seat, m) != OPEN:
            continue
        reached = 0
        for a in range(t.audiences[0]):
            if audience_code(t, st, m, a) != OPEN:
                continue
            if _can_pay(t, st, seat, m, a):
                reached += 1
            else:
                tallies.attention_refused[week][a][seat] += 1
        ways += min(reached, 1) if t.broadcast[m] == 1 else reached
    for kind in range(TALK, PASS):
        if week >= t.unlock[kind]:
            for argument in range(arguments_of(t, kind)):
                ways += verb_code(t, st, seat, kind, argument) == 0
    tallies.decisions[week][seat] += 1
    tallies.choices[week][seat] += ways
    tallies.forced[week][seat] += ways == 0


@rule
def _can_pay(t: Tables, st: State, seat: int, mechanism: int, audience: int) -> bool:
    """Whether the audience has the attention for at least one message of a tool."""
    if t.broadcast[mechanism] == 1:
        return attention_code(t, st, seat, mechanism, audience, BROADCAST_MESSAGE) == OPEN
    for i in range(t.message_count[mechanism]):
        if attention_code(t, st, seat, mechanism, audience, t.messages[mechanism][i]) == OPEN:
            return True
    return False


@rule
def read_facts(t: Tables, st: State, log: Log, mind: Any, tallies: Any) -> None:
    """Count what a command brought about, and empty the log; ``st`` is the state after it."""
    n = log.n[0]
    for i in range(n):
        row = log.rows[i]
        kind = row[0]
        week = mind.week[0]
        if kind == facts.PAID:
            if row[3] != NONE:
                mind.attention[row[3]] -= row[4]
                tallies.attention_spent[week][row[3]][row[1]] += row[4]
        elif kind == facts.PLAYED:
            _note_play(t, row, mind, tallies)
        elif kind == facts.DICE:
            if row[1] == P_PLAY:
                _note_dice(row, mind, tallies)
                _note_luck(log, i, n, mind)
        elif kind == facts.MOVED:
            mind.tokens[row[2]][row[3]][row[4]] -= row[7]
            mind.tokens[row[2]][row[5]][row[6]] += row[7]
        elif kind == facts.TALKED:
            tallies.talks[week][AUDIENCES if row[2] == NONE else row[2]][row[1]] += 1
        elif kind == facts.ATTENTION:
            mind.attention[row[1]] += row[2]
        elif kind == facts.TRACK:
            mind.tracks[row[1]] = row[3]
        elif kind == facts.SUSPECTS:
            mind.tokens[row[1]][0][FIRM] += row[2]
        elif kind == facts.LAUNCH:
            mind.bonus[0] += row[2]
        elif kind == facts.LOST_WEEK:
            mind.bonus[0] -= row[1]
            tallies.lost[week] += 1
        elif kind == facts.WEEK:
            if row[1] > 1:
                _take_stock(t, mind, week, tallies)
                _note_leader(t, st, mind)
            mind.week[0] = row[1]
        elif kind == facts.SHAKE_OUT:
            _take_stock(t, mind, week, tallies)
            _note_leader(t, st, mind)
        elif kind == facts.SCORE:
            _take_stock(t, mind, AFTER, tallies)
    log.n[0] = 0


@rule
def _note_play(t: Tables, row: Any, mind: Any, tallies: Any) -> None:
    """A play, or a broadcast on one audience: what its message proved to be."""
    seat = row[1]
    audience = row[3]
    message = row[4]
    week = mind.week[0]
    mind.tool[0] = t.tool_of[seat][row[2]]
    mind.message[0] = message
    tallies.messages[audience][message][row[5]] += 1
    tallies.message_coherent[audience][message] += row[6]
    tallies.message_mixed[audience][message] += row[7]
    tallies.week_coherent[week][seat] += row[6]
    tallies.week_mixed[week][seat] += row[7]
    tallies.week_plays[week][mind.tool[0]] += 1


@rule
def _note_dice(row: Any, mind: Any, tallies: Any) -> None:
    """The dice of the play before it."""
    week = mind.week[0]
    tallies.week_lifted[week][mind.tool[0]] += row[5]
    if row[6] == FIRM:
        tallies.week_firm[week][mind.tool[0]] += row[5]
    tallies.message_lifted[row[2]][mind.message[0]] += row[5]


@rule
def _note_luck(log: Log, place: int, n: int, mind: Any) -> None:
    """What the dice that stand behind a fact did better than their chances, in sixths."""
    level = log.rows[place][3]
    least = log.rows[place][4]
    i = place + 1
    while i < n and log.rows[i][0] == facts.DIE:
        mind.luck[level] += 6 * (log.rows[i][1] >= least) - (7 - least)
        i += 1


@rule
def note_course(mind: Any, row: Any) -> None:
    """Write how a game went, from its first week to its last, into its row."""
    for level in range(LEVELS):
        row.luck[level] = mind.luck[level]
    row.decided_week[0] = mind.decided[0]
    row.lead_changes[0] = mind.changes[0]
    row.leader_week[0] = mind.led[0]
