"""Whatever is hidden may be changed, and no byte that others get changes, until a rule uses it (§9)."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from random import Random

import pytest

from game.rules import fact as f
from game.rules import log
from game.rules.actions import ROOM, list_actions
from game.rules.engine import begin, perform
from game.rules.fact import Fact
from game.rules.legal import first_of, kind_of, second_of
from game.rules.limits import CHOOSE, GUESS, OVER, PLAY, RESEARCH, TALK
from game.rules.records import blank_state, copy
from game.rules.state import State
from game.scenario.compiling import Compiled
from game.view.facts import facts_for
from game.view.seats import seat_view, table_view
from game.view.turns import waiting_for
from tests.builders import tiny

Secret = tuple[str, Callable[[State], None], tuple[int, ...]]
"""What is changed, how, and the seats that may notice."""


def shown(compiled: Compiled, state: State, blind: tuple[int, ...]) -> str:
    """Every byte that the seats (but ``blind``) and onlookers get of a state, action lists included."""
    views = [table_view(compiled, state)]
    for i, seat in enumerate(compiled.ids.seats):
        if i not in blind:
            views.append(seat_view(compiled, state, seat, "nl"))
    return json.dumps(views)


def told(compiled: Compiled, facts: tuple[Fact, ...], state: State, blind: tuple[int, ...]) -> str:
    over = state.part[0] == OVER
    seats = [None, *(seat for i, seat in enumerate(compiled.ids.seats) if i not in blind)]
    return json.dumps([[f.to_dict(x) for x in facts_for(seat, facts, over=over)] for seat in seats])


def put(field: str, places: tuple[int, ...], value: int, state: State) -> None:
    """Change one number of a state."""
    row = getattr(state, field)
    for place in places[:-1]:
        row = row[place]
    assert row[places[-1]] != value
    row[places[-1]] = value


def swap_deck(state: State) -> None:
    """Let the next card of the deck and its last change places."""
    first, last = state.deck_next[0], state.deck_size[0] - 1
    state.deck[first], state.deck[last] = state.deck[last], state.deck[first]


def secrets(compiled: Compiled, state: State) -> Iterator[Secret]:
    """Every hidden thing of a state, changed."""
    t = compiled.tables
    yield "seed", partial(put, "seed", (0,), state.seed[0] ^ 0x5DEECE66D), ()
    if state.deck_next[0] < state.deck_size[0] - 1:
        yield "deck", swap_deck, ()
    for a in range(t.audiences[0]):
        others = [m for m in range(t.motives[0]) if m not in state.motives[a]]
        for place in range(2):
            if not state.known[a][place]:
                yield f"motive {a}", partial(put, "motives", (a, place), others[0]), ()
        for m in range(t.motives[0]):
            if not state.research[0]:
                yield f"candidate {a}", partial(put, "candidates", (a, m), 1 - state.candidates[a][m]), ()
    for seat in range(t.seats[0]):
        other = (state.personal[seat] + 1) % t.personals[0]
        yield "personal", partial(put, "personal", (seat,), other), (seat,)
        for about, guess in enumerate(state.guesses[seat]):
            if guess >= 0:
                yield "guess", partial(put, "guesses", (seat, about), (guess + 1) % 3), (seat,)


def uses(name: str, action: int, facts: tuple[Fact, ...]) -> bool:
    """Whether a rule turns the secret up, or uses it openly, when this command is carried out."""
    kind = kind_of(action)
    what, _, number = name.partition(" ")
    week_turns = any(isinstance(fact, f.Week | f.Friday | f.Choice) for fact in facts)
    if what == "personal":
        return any(isinstance(fact, f.Motive) for fact in facts)
    if what == "guess":
        return any(isinstance(fact, f.Motive) for fact in facts) or kind == GUESS
    if week_turns or kind in (CHOOSE, RESEARCH):  # dice, cards, reveals, redraws
        return True
    if what == "motive":
        touched = second_of(action) if kind == PLAY else first_of(action)
        return kind in (PLAY, TALK) and touched == int(number)
    if what == "seed":
        return any(isinstance(fact, f.Dice) for fact in facts)
    return False


@pytest.mark.parametrize("seed", range(6))
def test_no_byte_that_others_get_depends_on_a_secret(seed: int) -> None:
    chance = Random(seed)
    compiled = tiny(2 + seed % 2)
    t = compiled.tables
    state = blank_state()
    begin(t, state, chance.getrandbits(62), seed // 2 % 2)
    state.people[: t.seats[0]] = [1] * t.seats[0]
    buffer = log.new_log()
    packed, codes = [0] * ROOM, [0] * ROOM
    unused = set()
    while waiting := waiting_for(t, state):
        seat = chance.choice(waiting)
        n = list_actions(t, state, seat, 0, packed, codes)
        action = chance.choice(packed[:n])
        before = copy(state)
        perform(t, state, seat, action, buffer)
        facts = log.facts(buffer, compiled.ids)
        if chance.random() < 0.5:
            continue  # half of the moments are looked at
        views = {blind: shown(compiled, before, blind) for _, _, blind in secrets(compiled, before)}
        afterwards = {blind: shown(compiled, state, blind) for blind in views}
        for name, change, blind in secrets(compiled, before):
            other = copy(before)
            change(other)
            assert shown(compiled, other, blind) == views[blind], name
            if not uses(name, action, facts):
                perform(t, other, seat, action, buffer)
                others = log.facts(buffer, compiled.ids)
                assert told(compiled, others, other, blind) == told(compiled, facts, state, blind), name
                assert shown(compiled, other, blind) == afterwards[blind], name
                unused.add(name.partition(" ")[0])
    assert state.part[0] == OVER
    assert unused >= {"seed", "deck", "candidate", "motive", "personal"}


def test_the_seed_and_the_deck_are_in_no_view() -> None:
    compiled = tiny()
    state = blank_state()
    begin(compiled.tables, state, 4_111_222_333, 0)
    everything = shown(compiled, state, ())
    assert "4111222333" not in everything
    assert '"deck"' not in everything
    assert '"candidates"' not in everything
