"""Hiding: what a seat must not know becomes −1 (§9). Views and computer players both stand on it."""

from game.rules.limits import NONE, OVER
from game.rules.speed import rule
from game.rules.state import State
from game.rules.tables import Tables


@rule
def hide(t: Tables, st: State, seat: int) -> None:
    """Hide in place, in a copy, what ``seat`` may not know; NONE: what nobody at the table may know."""
    st.seed[0] = NONE
    for a in range(t.audiences[0]):
        for place in range(2):
            if st.known[a][place] == 0:
                st.motives[a][place] = NONE
        if st.research[0] == 0:
            for motive in range(t.motives[0]):
                st.candidates[a][motive] = NONE
    for i in range(st.deck_next[0], st.deck_size[0]):
        st.deck[i] = NONE
    if st.part[0] != OVER:
        for s in range(t.seats[0]):
            if s != seat:
                st.personal[s] = NONE
                for other in range(t.seats[0]):
                    st.guesses[s][other] = NONE
