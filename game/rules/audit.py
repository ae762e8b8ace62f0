"""The audit: every invariant of a position, named where it is broken."""

from collections.abc import Iterator

from game.rules.limits import (
    AUDIENCES,
    BROADCAST_MESSAGE,
    FIRM,
    GUESSING,
    LEVELS,
    LOOSE,
    MONDAY,
    NONE,
    OVER,
    ROUND,
    SEATS,
    SETUP,
    TRACK_TOP,
    WORK,
)
from game.rules.state import State
from game.rules.tables import Tables


def audit(t: Tables, st: State) -> list[str]:
    """The names of the broken invariants of a whole (not hidden) state; empty if it is sound."""
    return [*_game(t, st), *_seats(t, st), *_audiences(t, st), *_week(t, st)]


def _game(t: Tables, st: State) -> Iterator[str]:
    part, week = st.part[0], st.week[0]
    if not SETUP <= part <= OVER:
        yield "part: unknown"
    if not 0 <= week <= t.weeks[0] or (part == SETUP) != (week == 0 and st.our_why[0] == NONE):
        if part != OVER and part != GUESSING:
            yield "week: not of this part"
    for name, value in (("will", st.will[0]), ("know_how", st.know_how[0])):
        if not 0 <= value <= TRACK_TOP:
            yield f"{name}: outside 0 to 10 (1.6)"
    if st.stories[0] < 0 or min(st.powers) < 0:
        yield "stock: below 0 (1.6)"
    if not NONE <= st.our_why[0] < t.sentences[0]:
        yield "our_why: unknown sentence (1.7)"
    if st.lost_weeks[0] > week:
        yield "lost_weeks: more than weeks (2.3a)"
    deck = st.deck[: st.deck_size[0]]
    if len(set(deck)) != len(deck) or not all(0 <= e < t.events[0] and t.event_week[e] == 0 for e in deck):
        yield "deck: an event twice, unknown, or fixed to a week (7.3)"
    if not 0 <= st.deck_next[0] <= st.deck_size[0]:
        yield "deck_next: outside the deck (7.3)"
    if part == MONDAY and (st.event[0] == NONE or t.option_count[st.event[0]] < 2):
        yield "monday: nothing to choose (7.1)"


def _seats(t: Tables, st: State) -> Iterator[str]:
    seats = range(t.seats[0])
    for s in seats:
        if st.hours[s] < 0:
            yield f"hours of seat {s}: below 0 (2.1)"
        if st.part[0] == WORK and st.hours[s] == 0 and not st.passed[s]:
            yield f"seat {s}: no hours and has not passed (2.2)"
        if not 0 <= st.personal[s] < t.personals[0]:
            yield f"personal motive of seat {s}: unknown (1.4)"
    if len({st.personal[s] for s in seats}) != t.seats[0]:
        yield "personal motives: one twice (1.4)"
    if st.part[0] == WORK and all(st.passed[s] for s in seats):
        yield "work: all have passed (2.2)"
    if st.part[0] == WORK and st.order[0] == ROUND:
        if st.turn[0] == NONE or st.passed[st.turn[0]]:
            yield "turn: a seat that cannot act (2.2)"
    elif st.turn[0] != NONE:
        yield "turn: set without a round (2.2)"
    for s in range(t.seats[0], SEATS):
        if st.hours[s] or st.people[s] or st.passed[s]:
            yield f"seat {s}: not in play"
    if st.part[0] == OVER and st.medal[0] == 0 and any(st.colleague):
        yield "colleague of the year: without a medal (8.3)"


def _audiences(t: Tables, st: State) -> Iterator[str]:
    for a in range(t.audiences[0]):
        if not 0 <= st.attention[a] <= t.attention_max[a]:
            yield f"attention of audience {a}: outside its bounds (1.3)"
        if min(min(cell) for cell in st.tokens[a]) < 0:
            yield f"tokens of audience {a}: below 0 (1.2)"
        if st.tokens[a][0][LOOSE]:
            yield f"tokens of audience {a}: loose suspects (1.2)"
        if st.part[0] in (GUESSING, OVER) and any(cell[LOOSE] for cell in st.tokens[a]):
            yield f"tokens of audience {a}: loose after the shake-out (2.4)"
        if sum(cell[FIRM] + cell[LOOSE] for cell in st.tokens[a]) < sum(t.tokens[a]):
            yield f"tokens of audience {a}: some are lost (1.2)"
        main, side = st.motives[a]
        if main == side or not all(0 <= m < t.motives[0] and st.candidates[a][m] == 1 for m in (main, side)):
            yield f"motives of audience {a}: not two of its candidates (1.3)"
        for m in range(t.motives[0]):
            if st.not_hers[a][m] and m in (main, side):
                yield f"audience {a}: a motive of hers is marked not hers (3.3)"
    for a in range(t.audiences[0], AUDIENCES):
        if st.attention[a] or any(any(cell) for cell in st.tokens[a]):
            yield f"audience {a}: not in play"


def _week(t: Tables, st: State) -> Iterator[str]:
    for a in range(t.audiences[0]):
        voices = 0
        for m in range(BROADCAST_MESSAGE + 1):
            voices |= st.brought[a][m]
        if voices != st.voices[a] or voices >= 1 << t.seats[0]:
            yield f"voices of audience {a}: not those that brought a message (3.5)"
        if voices and not any(st.cared[a][level] for level in range(LEVELS)):
            yield f"audience {a}: played and not cared for (3.6)"
    talks = sum(st.talks)
    if st.talked[0] and talks == 0:
        yield "talked: nobody talked (2.3a)"
