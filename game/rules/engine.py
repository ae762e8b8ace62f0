"""Carrying out: a new game, a seat's command, and what a trainer may do (rules 1, 2, 7.1, 8.5)."""

from game.rules import log as facts
from game.rules import refusal as no
from game.rules.chance import key
from game.rules.events import take_option
from game.rules.legal import chair_of, first_of, kind_of, refusal_code, second_of, third_of
from game.rules.limits import (
    BROADCAST,
    CHOOSE,
    FIRM,
    GUESS,
    GUESSING,
    LEVELS,
    MONDAY,
    NONE,
    OUR_WHY,
    OVER,
    P_DECK,
    P_MOTIVES,
    P_PERSONAL,
    PASS,
    PLAY,
    POWERS,
    SEATS,
    SETUP,
    WORK,
)
from game.rules.log import Log, emit
from game.rules.reaching import broadcast, play
from game.rules.score import finish, reveal
from game.rules.speed import rule
from game.rules.state import State
from game.rules.tables import Tables
from game.rules.verbs import act
from game.rules.week import carry_on, monday, next_turn, open_work, pass_seat

POWER_KINDS = len(POWERS)


@rule
def draw_motives(t: Tables, st: State, audience: int) -> None:
    """Main and side motive: the two lowest draws of the candidates (1.3, 10)."""
    for place in range(2):
        best = NONE
        lowest = 0
        for motive in range(t.motives[0]):
            if t.candidates[audience][motive] == 1 and (place == 0 or motive != st.motives[audience][0]):
                luck = key(st.seed[0], P_MOTIVES, 0, t.audience_key[audience], t.motive_key[motive])
                if best == NONE or luck < lowest:
                    best = motive
                    lowest = luck
        st.motives[audience][place] = best


@rule
def draw_personals(t: Tables, st: State) -> None:
    """Personal motives without replacement (1.4): seats and motives are ranked by draws of their own.

    The seat with the lowest draw gets the motive with the lowest, and so on, so that neither order in
    the file matters.
    """
    for seat in range(SEATS):
        st.personal[seat] = NONE
    for seat in range(t.seats[0]):
        mine = key(st.seed[0], P_PERSONAL, 0, t.seat_key[seat])
        place = 0
        for other in range(t.seats[0]):
            place += key(st.seed[0], P_PERSONAL, 0, t.seat_key[other]) < mine
        for p in range(t.personals[0]):
            luck = key(st.seed[0], P_PERSONAL, 0, t.personal_key[p])
            before = 0
            for q in range(t.personals[0]):
                before += key(st.seed[0], P_PERSONAL, 0, t.personal_key[q]) < luck
            if before == place:
                st.personal[seat] = p


@rule
def shuffle_deck(t: Tables, st: State) -> None:
    """Events without a week of their own, ranked by their draws (7.3)."""
    for e in range(len(st.deck)):
        st.deck[e] = NONE
    size = 0
    for e in range(t.events[0]):
        if t.event_week[e] == 0:
            luck = key(st.seed[0], P_DECK, 0, t.event_key[e])
            i = size
            while i > 0 and key(st.seed[0], P_DECK, 0, t.event_key[st.deck[i - 1]]) > luck:
                st.deck[i] = st.deck[i - 1]
                i -= 1
            st.deck[i] = e
            size += 1
    st.deck_size[0] = size


@rule
def begin(t: Tables, st: State, seed: int, order: int) -> None:
    """Set up a game in a state in which every number is 0 (rule 1)."""
    st.seed[0] = seed
    st.part[0] = SETUP
    st.order[0] = order
    st.turn[0] = NONE
    st.our_why[0] = NONE
    st.last_argument[0] = NONE
    st.event[0] = NONE
    st.target_audience[0] = NONE
    st.target_department[0] = NONE
    st.choice[0] = NONE
    st.will[0] = t.will[0]
    st.know_how[0] = t.know_how[0]
    st.bronze_week[0] = t.weeks[0] + 1
    for power in range(POWER_KINDS):
        st.powers[power] = t.powers[power]
    for a in range(t.audiences[0]):
        st.attention[a] = t.attention_max[a]
        for level in range(LEVELS):
            st.tokens[a][level][FIRM] = t.tokens[a][level]
        for motive in range(t.motives[0]):
            st.candidates[a][motive] = t.candidates[a][motive]
        draw_motives(t, st, a)
    for seat in range(SEATS):
        for other in range(SEATS):
            st.guesses[seat][other] = NONE
    draw_personals(t, st)
    shuffle_deck(t, st)


@rule
def guess(t: Tables, st: State, seat: int, other: int, personal: int, log: Log) -> None:
    """A guess in the round; when every seat of people has guessed all others, motives are revealed (8.5)."""
    st.guesses[seat][other] = personal
    emit(log, facts.GUESS, seat, other, personal)
    open_guesses = 0
    for s in range(t.seats[0]):
        for o in range(t.seats[0]):
            open_guesses += st.people[s] == 1 and s != o and st.guesses[s][o] == NONE
    if open_guesses == 0:
        reveal(t, st, log)


@rule
def perform(t: Tables, st: State, seat: int, action: int, log: Log) -> None:
    """Carry out a command that is legal, and everything that follows from it without a command."""
    kind = kind_of(action)
    a = first_of(action)
    st.verbs[kind] += 1
    if kind == OUR_WHY:
        st.our_why[0] = a
        emit(log, facts.OUR_WHY, a, seat)
        monday(t, st, log)
    elif kind == CHOOSE:
        take_option(t, st, a, log)
        open_work(t, st, log)
    elif kind == GUESS:
        guess(t, st, seat, a, second_of(action), log)
    else:
        if kind == PLAY:
            play(t, st, seat, a, second_of(action), third_of(action), log)
        elif kind == BROADCAST:
            broadcast(t, st, seat, a, log)
        elif kind != PASS:
            act(t, st, seat, kind, a, log)
        if kind == PASS:
            pass_seat(st, seat, facts.BY_HAND, log)
        elif st.hours[seat] == 0:
            pass_seat(st, seat, facts.SPENT, log)
        next_turn(t, st, seat + 1)
    carry_on(t, st, log)


@rule
def submit(t: Tables, st: State, seat: int, action: int, log: Log) -> int:
    """Carry out a command if it is legal; gives its refusal code and else changes nothing."""
    code = refusal_code(t, st, seat, action)
    if code == no.LEGAL:
        perform(t, st, seat, action, log)
    return code


@rule
def free_option(t: Tables, st: State) -> int:
    """The first free option of this week's event (7.1)."""
    option = 0
    while t.option_hours[st.event[0]][option] > 0:
        option += 1
    return option


@rule
def first_full_why(t: Tables) -> int:
    """The first sentence that carries motives (1.7): at least two do."""
    found = 0
    while t.sentence_motives[found] == 0 and found < t.sentences[0] - 1:
        found += 1
    return found


@rule
def skip(t: Tables, st: State, log: Log) -> None:
    """The trainer's *next*: a why, the first free option, the end of the work or of the guessing round."""
    if st.part[0] == SETUP:
        st.our_why[0] = first_full_why(t)
        emit(log, facts.OUR_WHY, st.our_why[0], chair_of(t, st))
        monday(t, st, log)
    elif st.part[0] == MONDAY:
        take_option(t, st, free_option(t, st), log)
        open_work(t, st, log)
    elif st.part[0] == WORK:
        for seat in range(t.seats[0]):
            if st.passed[seat] == 0:
                pass_seat(st, seat, facts.FORCED, log)
    elif st.part[0] == GUESSING:
        reveal(t, st, log)
    carry_on(t, st, log)


@rule
def end_early(t: Tables, st: State, log: Log) -> None:
    """The trainer ends the game now: shake-out, score and reveal, without a guessing round."""
    if st.part[0] < GUESSING:
        finish(t, st, log)
    if st.part[0] != OVER:
        reveal(t, st, log)
