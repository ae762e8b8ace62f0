"""Secrecy (chapter 9): until a rule turns it up or uses it openly, what is hidden changes nothing."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules.actions import ROOM, list_actions
from game.rules.engine import submit
from game.rules.hide import hide
from game.rules.legal import first_of, kind_of, second_of, third_of
from game.rules.limits import (
    BROADCAST,
    GUESS,
    GUESSING,
    NONE,
    OVER,
    PLAY,
    TALK,
    WORK,
)
from game.rules.log import Log, facts, new_log
from game.rules.position import state_to_text
from game.rules.pricing import attention_price, bond_of_lifted, dice, difficulty, is_possible
from game.rules.records import copy, state_hash
from game.rules.state import State
from game.rules.tables import Tables
from tests.rules.games import Running
from tests.rules.secrets import other_truth
from tests.rules.test_walks import runs

walk = settings(max_examples=60)
lucks = st.integers(0, 1 << 32).map(Random)


def hidden(t: Tables, state: State, seat: int) -> State:
    seen = copy(state)
    hide(t, seen, seat)
    return seen


def listed(t: Tables, state: State, seat: int) -> list[tuple[int, int, tuple[int, ...]]]:
    """What a seat is shown of each command: the refusal, and of plays price, dice, bond and odds."""
    out, codes = [0] * ROOM, [0] * ROOM
    n = list_actions(t, state, seat, 1, out, codes)
    return [(out[i], codes[i], shown(t, state, seat, out[i])) for i in range(n)]


def shown(t: Tables, state: State, seat: int, action: int) -> tuple[int, ...]:
    if kind_of(action) != PLAY:
        return ()
    m, a, message = first_of(action), second_of(action), third_of(action)
    numbers = [
        attention_price(t, state, seat, m, a, message),
        dice(t, state, m, a),
        bond_of_lifted(t, state, m, a),
    ]
    for case in range(3):
        possible = is_possible(t, state, a, message, case)
        numbers.append(difficulty(t, state, seat, m, a, message, case) if possible else NONE)
    return tuple(numbers)


@walk
@given(runs(), lucks)
def test_9_another_truth_looks_the_same_to_everybody(run: tuple[Running, Random], luck: Random) -> None:
    running, _ = run
    t, ids, state = running.compiled.tables, running.compiled.ids, running.state
    for seat in (NONE, *range(running.compiled.seats)):
        other = other_truth(t, state, seat, luck)
        assert state_hash(other) != state_hash(state)
        assert hidden(t, other, seat) == hidden(t, state, seat)
        assert state_to_text(t, ids, hidden(t, other, seat)) == state_to_text(t, ids, hidden(t, state, seat))


@walk
@given(runs(), lucks)
def test_9_lists_refusals_prices_and_odds_depend_on_open_facts_only(
    run: tuple[Running, Random], luck: Random
) -> None:
    running, _ = run
    t, state = running.compiled.tables, running.state
    for seat in range(running.compiled.seats):
        real = listed(t, state, seat)
        assert listed(t, other_truth(t, state, seat, luck), seat) == real
        assert listed(t, hidden(t, state, seat), seat) == real


def teaches(action: int) -> bool:
    """Whether the command itself turns something up or uses it openly."""
    return kind_of(action) in (PLAY, BROADCAST, TALK)


@walk
@given(runs(), lucks)
def test_9_a_command_that_turns_nothing_up_tells_nothing(run: tuple[Running, Random], luck: Random) -> None:
    """Also to those whose seat it is not; guesses of others and research aside, which turn things up."""
    running, _ = run
    t, state = running.compiled.tables, running.state
    log = new_log()
    for seat, action in luck.sample(running.choices(), min(len(running.choices()), 12)):
        if teaches(action) or kind_of(action) == GUESS or state.part[0] not in (WORK, GUESSING):
            continue
        after, found = carried_out(running, copy(state), seat, action, log)
        if after.week[0] != state.week[0] or after.part[0] != state.part[0]:
            continue  # Friday's dice, a new card, motives revealed: used openly
        other, same = carried_out(running, other_truth(t, state, seat, luck), seat, action, log)
        if state.research[0] == after.research[0]:
            assert hidden(t, other, seat) == hidden(t, after, seat)
        assert same == found


@walk
@given(runs(), lucks)
def test_9_a_play_uses_only_the_motives_of_its_audience(run: tuple[Running, Random], luck: Random) -> None:
    running, _ = run
    t, state = running.compiled.tables, running.state
    log = new_log()
    plays = [(seat, action) for seat, action in running.choices() if teaches(action)]
    for seat, action in luck.sample(plays, min(len(plays), 12)):
        other = other_truth(t, state, seat, luck)
        other.seed[0] = state.seed[0]  # the dice are used openly
        other.deck[:] = state.deck[:]
        if kind_of(action) != BROADCAST:
            hers = first_of(action) if kind_of(action) == TALK else second_of(action)
            other.motives[hers][:] = state.motives[hers]
            other.candidates[hers][:] = state.candidates[hers]
        after, found = carried_out(running, copy(state), seat, action, log)
        changed, same = carried_out(running, other, seat, action, log)
        if after.week[0] == state.week[0] and after.part[0] == WORK:
            assert same == found
            assert hidden(t, changed, seat) == hidden(t, after, seat)


def carried_out(
    running: Running, state: State, seat: int, action: int, log: Log
) -> tuple[State, tuple[object, ...]]:
    assert submit(running.compiled.tables, state, seat, action, log) == 0
    return state, facts(log, running.compiled.ids)


@walk
@given(runs())
def test_9_at_the_end_only_the_audiences_keep_their_secrets(run: tuple[Running, Random]) -> None:
    running, luck = run
    while running.state.part[0] != OVER:
        running.do(*luck.choice(running.choices()))
    t, state = running.compiled.tables, running.state
    seen = hidden(t, state, NONE)
    assert seen.personal == state.personal
    assert seen.guesses == state.guesses
    assert seen.seed == [NONE]
