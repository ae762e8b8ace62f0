"""Whole games on every scenario, each step checked against the rulebook by the referee."""

from random import Random

import pytest

from game.rules.audit import audit
from game.rules.limits import FREE, OVER, ROUND
from tests.rules.games import LINE_UPS, Running, compiled_of, referee_of


@pytest.mark.parametrize(("name", "seats"), LINE_UPS)
@pytest.mark.parametrize("order", [FREE, ROUND])
def test_random_games_agree_with_the_rulebook(name: str, seats: int, order: int) -> None:
    referee = referee_of(name, seats)
    for game in range(3):
        luck = Random(f"{name} {seats} {order} {game}")
        people = luck.randrange(1 << seats) if game else 0
        running = Running(compiled_of(name, seats), luck.randrange(1 << 62), order, people)
        assert referee.check_setup(running.position()) == []
        while running.state.part[0] != OVER:
            running.checked(referee, *luck.choice(running.choices()))
        assert audit(running.compiled.tables, running.state) == []


@pytest.mark.parametrize(("name", "seats"), LINE_UPS)
@pytest.mark.parametrize("kind", ["cooperative", "pusher", "silo", "listener"])
def test_games_of_computer_players_agree_with_the_rulebook(name: str, seats: int, kind: str) -> None:
    referee = referee_of(name, seats)
    for game in range(3 if kind == "cooperative" else 1):
        running = Running(compiled_of(name, seats), 1000 + game, ROUND)
        while decision := running.decided(kind, game):
            running.checked(referee, *decision)
        assert running.state.part[0] == OVER
