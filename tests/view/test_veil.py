"""While dice roll on a board nobody's view depends on how they will fall."""

import json
from random import Random

import pytest

from game.rules import log
from game.rules.actions import ROOM, list_actions
from game.rules.engine import begin, perform
from game.rules.legal import kind_of
from game.rules.limits import BROADCAST, PLAY
from game.rules.records import blank_state, copy
from game.rules.state import State
from game.scenario.compiling import Compiled
from game.view.seats import seat_view, table_view
from game.view.turns import waiting_for
from game.view.veil import veiled
from tests.builders import tiny


def views(compiled: Compiled, state: State) -> list[str]:
    """Every byte that seats and onlookers get."""
    seats = (seat_view(compiled, state, seat, "en") for seat in compiled.ids.seats)
    return [json.dumps(view) for view in (table_view(compiled, state), *seats)]


def another_fate(compiled: Compiled, state: State, chance: Random) -> State:
    """The same moment with other dice, and audiences with other motives as far as nobody knows them."""
    other = copy(state)
    other.seed[0] = chance.getrandbits(62)
    for audience in range(compiled.tables.audiences[0]):
        motives, known = other.motives[audience], state.known[audience]
        turned_up = {motive for motive, open_ in zip(motives, known, strict=True) if open_}
        left = [
            motive
            for motive, candidate in enumerate(state.candidates[audience])
            if candidate == 1 and not state.not_hers[audience][motive] and motive not in turned_up
        ]
        for place in range(2):
            if not known[place]:
                motives[place] = left.pop(chance.randrange(len(left)))
    return other


def performed(compiled: Compiled, state: State, seat: int, action: int) -> State:
    after = copy(state)
    perform(compiled.tables, after, seat, action, log.new_log())
    return after


@pytest.mark.parametrize("seed", range(6))
def test_no_byte_of_a_view_tells_how_the_dice_fall_while_they_roll(seed: int) -> None:
    chance, fate = Random(seed), Random(seed + 1000)
    compiled = tiny(2 + seed % 2)
    t = compiled.tables
    state = blank_state()
    begin(t, state, chance.getrandbits(62), seed // 2 % 2)
    state.people[: t.seats[0]] = [1] * t.seats[0]
    state.measured[: t.seats[0]] = [1] * t.seats[0]  # so that a firm shift may give a story
    packed, codes = [0] * ROOM, [0] * ROOM
    looked = told = 0
    fits: set[tuple[bool, bool]] = set()
    while waiting := waiting_for(t, state):
        seat = chance.choice(waiting)
        n = list_actions(t, state, seat, 0, packed, codes)
        action = chance.choice([one for one in packed[:n] if kind_of(one) in (PLAY, BROADCAST)] or packed[:n])
        after = performed(compiled, state, seat, action)
        if kind_of(action) in (PLAY, BROADCAST) and (after.week, after.part) == (state.week, state.part):
            seen = views(compiled, veiled(after, [(state, after)]))
            assert seen != views(compiled, state), "that somebody plays is open"
            for _ in range(3):
                other = another_fate(compiled, state, fate)
                otherwise = performed(compiled, other, seat, action)
                assert seen == views(compiled, veiled(otherwise, [(other, otherwise)]))
                told += views(compiled, after) != views(compiled, otherwise)
                fits.add((after.irrelevant == state.irrelevant, otherwise.irrelevant == state.irrelevant))
            looked += 1
        state = after
    assert looked > 5
    assert told > 3, "without the veil the views differ"
    assert {(True, False), (False, True)} & fits, "a message that was hers in one fate and not in the other"


def test_what_others_do_meanwhile_is_seen_and_each_throw_is_unveiled_on_its_own() -> None:
    compiled = tiny(2)
    before = blank_state()
    begin(compiled.tables, before, 7, 0)
    before.tokens[0][0][1] = before.tokens[1][0][1] = 6
    first, between, second, now = (copy(before) for _ in range(4))
    for later in (first, between, second, now):
        later.tokens[0][0][1], later.tokens[0][1][0] = 4, 2
        later.attention[0] = before.attention[0] - 1
    for later in (between, second, now):
        later.hours[1] -= 1
        later.handshake[1] = later.known[1][0] = 1
    for later in (second, now):
        later.tokens[1][0][1], later.tokens[1][1][0] = 5, 1
    both = veiled(now, [(before, first), (between, second)])
    assert both.tokens == before.tokens
    assert both.attention == before.attention
    assert (both.hours, both.handshake, both.known) == (now.hours, now.handshake, now.known)
    one = veiled(now, [(between, second)])
    assert (one.tokens[0], one.tokens[1]) == (now.tokens[0], before.tokens[1])
    assert one.attention == now.attention
    assert now.tokens[1][1][0] == 1, "the truth stays as it is"
