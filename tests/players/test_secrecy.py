"""A computer player decides from what its seat may know, and from a seed of its own."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.players.choosing import KINDS, decide
from game.rules.limits import GUESSING
from game.rules.records import copy
from tests.rules.games import Running
from tests.rules.secrets import other_truth
from tests.rules.test_walks import runs


@settings(max_examples=60)
@given(runs(), st.integers(0, 1 << 32), st.integers(0, 1 << 62))
def test_9_another_truth_changes_no_decision(run: tuple[Running, Random], luck: int, seed: int) -> None:
    running, _ = run
    t, state = running.compiled.tables, running.state
    if state.part[0] >= GUESSING:
        return
    seats = [seat for seat in range(running.compiled.seats) if running.legal(seat)]
    for seat in seats:
        other = other_truth(t, state, seat, Random(luck))
        for kind in KINDS:
            assert decide(kind, t, other, seat, seed) == decide(kind, t, state, seat, seed)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=10)
@given(run=runs())
def test_deciding_changes_nothing(kind: str, run: tuple[Running, Random]) -> None:
    running, _ = run
    before = copy(running.state)
    if running.state.part[0] < GUESSING:
        decide(kind, running.compiled.tables, running.state, running.to_act(), 5)
    assert running.state == before
