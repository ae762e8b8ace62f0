"""Other truths behind the same open facts: what a seat cannot know, changed in every way."""

from random import Random

from game.rules.limits import NONE, OVER
from game.rules.records import copy
from game.rules.state import State
from game.rules.tables import Tables


def other_truth(t: Tables, st: State, seat: int, luck: Random) -> State:
    """A position that ``seat`` cannot tell from ``st``; NONE: nobody at the table can.

    True motives that are not turned up, candidates before research, the order of the deck, the seed,
    and until the end the other seats' personal motives and guesses.
    """
    other = copy(st)
    other.seed[0] = luck.randrange(1 << 62)
    for a in range(t.audiences[0]):
        _motives(t, other, a, luck)
    rest = other.deck[other.deck_next[0] : other.deck_size[0]]
    luck.shuffle(rest)
    other.deck[other.deck_next[0] : other.deck_size[0]] = rest
    if st.part[0] != OVER:
        _personals(t, other, seat, luck)
    return other


def _motives(t: Tables, st: State, a: int, luck: Random) -> None:
    """Two different true motives that fit what is turned up, marked and researched."""
    known = {st.motives[a][place] for place in (0, 1) if st.known[a][place]}
    free = [m for m in range(t.motives[0]) if not st.not_hers[a][m]]
    if st.research[0] == 1:
        free = [m for m in free if st.candidates[a][m] == 1]
    fresh = [m for m in free if m not in known]
    luck.shuffle(fresh)
    for place in (0, 1):
        if not st.known[a][place] and fresh:
            st.motives[a][place] = fresh.pop()
    if st.research[0] == 0:
        for m in range(t.motives[0]):
            st.candidates[a][m] = int(m in st.motives[a] or luck.random() < 0.5)


def _personals(t: Tables, st: State, seat: int, luck: Random) -> None:
    mine = None if seat == NONE else st.personal[seat]
    others = [p for p in range(t.personals[0]) if p != mine]
    luck.shuffle(others)
    for s in range(t.seats[0]):
        if s != seat:
            st.personal[s] = others.pop()
            for o in range(t.seats[0]):
                if st.guesses[s][o] != NONE:
                    st.guesses[s][o] = luck.randrange(t.personals[0])
