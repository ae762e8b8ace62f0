"""Whose move it is: open to everybody, and asked by table, screen and phones alike."""

from game.rules.legal import chair_of, guess_code
from game.rules.limits import GUESSING, MONDAY, NONE, ROUND, SETUP, WORK
from game.rules.refusal import LEGAL
from game.rules.state import State
from game.rules.tables import Tables


def waiting_for(t: Tables, st: State) -> list[int]:
    """The seats of which at least one must act before the game can go on, in the order of the table.

    Set-up and Monday: the chair (1.7, 7.1). Work: who has not passed, in round order the one whose turn
    it is (2.2). Guessing: seats that people hold and that have not guessed everybody (8.5).
    """
    part = st.part[0]
    seats = range(t.seats[0])
    if part in (SETUP, MONDAY):
        return [chair_of(t, st)]
    if part == WORK and st.order[0] == ROUND:
        return [st.turn[0]] if st.turn[0] != NONE else []
    if part == WORK:
        return [seat for seat in seats if st.passed[seat] == 0]
    if part == GUESSING:
        return [seat for seat in seats if any(guess_code(st, seat, other) == LEGAL for other in seats)]
    return []
