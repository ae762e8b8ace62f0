"""Points, measures, medals and the reveal (rule 8)."""

from game.rules import log as facts
from game.rules.limits import (
    AT_LEAST,
    AT_MOST,
    BRONZE_WEEK,
    COHERENT,
    FIRM,
    GUESSING,
    HELD,
    HIGHEST,
    IRRELEVANT,
    KNOW_HOW,
    LEVELS,
    LIFTED,
    LIFTED_FIRM,
    LIFTED_WHY,
    LOOSE,
    LOST_WEEKS,
    MECHANISMS_USED,
    MIXED,
    NONE,
    OVER,
    POINTS,
    TALKS,
    TOKENS_AT_LEAST,
    TOP,
    UNUSED,
    WILL,
)
from game.rules.log import Log, emit
from game.rules.pricing import tokens_on
from game.rules.speed import rule
from game.rules.state import State
from game.rules.tables import Tables
from game.rules.tracks import move


@rule
def worth(level: int) -> int:
    """Points of a token: 0, 1, 2, 4, 8, 16 (8.1)."""
    return (1 << level) >> 1


@rule
def board_points(t: Tables, st: State) -> int:
    """Team points with the tokens where they stand (8.1)."""
    points = st.bonus[0] - st.lost_weeks[0] * t.lost_week_points[0]
    for a in range(t.audiences[0]):
        for level in range(1, LEVELS):
            points += tokens_on(st, a, level) * worth(level)
    return points


@rule
def fallen_points(t: Tables, st: State) -> int:
    """Team points if the shake-out were today (8.1, 2.4)."""
    points = board_points(t, st)
    for a in range(t.audiences[0]):
        for level in range(1, LEVELS):
            points -= st.tokens[a][level][LOOSE] * (worth(level) - worth(level - 1))
    return points


@rule
def tokens_at_least(t: Tables, st: State, level: int, best: int) -> int:
    """Tokens at or above a level: of all audiences, or of the best one (8.4)."""
    total = 0
    highest = 0
    for a in range(t.audiences[0]):
        here = 0
        for above in range(max(level, 0), LEVELS):
            here += tokens_on(st, a, above)
        total += here
        highest = max(highest, here)
    return highest if best == 1 else total


@rule
def lifted_by(st: State, seat: int, level: int) -> int:
    """Tokens that a seat lifted from a level, or (NONE) from all (8.4)."""
    total = 0
    for above in range(TOP):
        if level == NONE or level == above:
            total += st.lifted[seat][above]
    return total


@rule
def mechanisms_used(t: Tables, st: State, seat: int) -> int:
    """How many different mechanisms a seat used (8.4)."""
    used = 0
    for k in range(t.tool_count[seat]):
        used += st.plays[t.tool_of[seat][t.tools[seat][k]]] > 0
    return used


@rule
def measure(t: Tables, st: State, seat: int, code: int, level: int, best: int) -> int:
    """A measure of 8.4; ``seat`` means nothing to those of the organisation."""
    if code == LIFTED:
        return lifted_by(st, seat, level)
    if code == LIFTED_FIRM:
        return st.lifted_firm[seat]
    if code == LIFTED_WHY:
        return st.lifted_why[seat]
    if code == IRRELEVANT:
        return st.irrelevant[seat]
    if code == COHERENT:
        return st.coherent[seat]
    if code == MIXED:
        return st.mixed[seat]
    if code == TALKS:
        return st.talks[seat]
    if code == MECHANISMS_USED:
        return mechanisms_used(t, st, seat)
    if code == UNUSED:
        return st.unused[seat]
    if code == HELD:
        return st.holds[seat]
    if code == WILL:
        return st.will[0]
    if code == KNOW_HOW:
        return st.know_how[0]
    if code == LOST_WEEKS:
        return st.lost_weeks[0]
    if code == POINTS:
        return st.points[0]
    if code == TOKENS_AT_LEAST:
        return tokens_at_least(t, st, level, best)
    if code == BRONZE_WEEK:
        return st.bronze_week[0]
    return 0


@rule
def holds(
    t: Tables, st: State, seat: int, code: int, level: int, best: int, comparison: int, bound: int
) -> bool:
    """Whether a condition came true; highest: sharing counts, 0 never does (8.4)."""
    value = measure(t, st, seat, code, level, best)
    if comparison == AT_LEAST:
        return value >= bound
    if comparison == AT_MOST:
        return value <= bound
    for other in range(t.seats[0]):
        if measure(t, st, other, code, level, best) > value:
            return False
    return comparison == HIGHEST and value > 0


@rule
def medal_of(t: Tables, st: State) -> int:
    """0 none, 1 bronze, 2 silver, 3 gold: thresholds, and conditions that every medal needs (8.2)."""
    for c in range(t.conditions[0]):
        if not holds(
            t,
            st,
            0,
            t.condition_measure[c],
            t.condition_level[c],
            t.condition_best[c],
            t.condition_comparison[c],
            t.condition_bound[c],
        ):
            return 0
    medal = 0
    for i in range(3):
        if st.points[0] >= t.medals[i]:
            medal = i + 1
    return medal


@rule
def note_bronze(t: Tables, st: State) -> None:
    """Remember the first Friday on which a shake-out would have given bronze (8.4)."""
    if st.bronze_week[0] > st.week[0] and fallen_points(t, st) >= t.medals[0]:
        st.bronze_week[0] = st.week[0]


@rule
def shake_out(t: Tables, st: State, log: Log) -> None:
    """Every loose token falls one level and becomes firm (2.4); from low to high, so none falls twice."""
    st.points_before[0] = board_points(t, st)
    emit(log, facts.SHAKE_OUT, st.points_before[0])
    for a in range(t.audiences[0]):
        for level in range(1, LEVELS):
            loose = st.tokens[a][level][LOOSE]
            move(st, a, level, LOOSE, level - 1, FIRM, loose, facts.C_SHAKE_OUT, log)


@rule
def reveal(t: Tables, st: State, log: Log) -> None:
    """Personal motives, own scores, colleague of the year (8.3, 8.5)."""
    best = 0
    for seat in range(t.seats[0]):
        p = st.personal[seat]
        met = holds(
            t,
            st,
            seat,
            t.personal_measure[p],
            t.personal_level[p],
            t.personal_best[p],
            t.personal_comparison[p],
            t.personal_bound[p],
        )
        own = measure(t, st, seat, t.kpi_measure[seat], t.kpi_level[seat], 0) * t.kpi_points[seat]
        st.motive_met[seat] = 1 if met else 0
        st.own_score[seat] = own + (t.motive_points[0] if met else 0)
        if seat == 0 or st.own_score[seat] > best:
            best = st.own_score[seat]
    for seat in range(t.seats[0]):
        st.colleague[seat] = 1 if st.medal[0] > 0 and st.own_score[seat] == best else 0
        emit(
            log,
            facts.MOTIVE,
            seat,
            st.personal[seat],
            st.motive_met[seat],
            st.own_score[seat],
            st.colleague[seat],
        )
    st.part[0] = OVER


@rule
def finish(t: Tables, st: State, log: Log) -> None:
    """Shake-out, points and medal; then the guessing round, if people hold a seat (2.4, 8.5)."""
    st.turn[0] = NONE
    shake_out(t, st, log)
    st.points[0] = board_points(t, st)
    st.medal[0] = medal_of(t, st)
    emit(log, facts.SCORE, st.points[0], st.medal[0])
    people = 0
    for seat in range(t.seats[0]):
        people += st.people[seat]
    if people > 0:
        st.part[0] = GUESSING
    else:
        reveal(t, st, log)
