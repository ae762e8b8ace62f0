"""The referee sees what is wrong: games by other numbers than the scenario's are noticed."""

from random import Random

import pytest

from game.rules.limits import GUESSING
from game.rules.records import copy
from game.scenario.compiling import Compiled
from tests.rules.games import Running, compiled_of, referee_of


def _numbers(field: str, change: int) -> Compiled:
    """The tiny scenario with every number of a field changed, behind the referee's back."""
    right = compiled_of("tiny", 3)
    tables = copy(right.tables)
    row = getattr(tables, field)
    for i, value in enumerate(row):
        row[i] = value + change
    return Compiled(right.scenario, 3, tables, right.ids)


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("hours", 1),
        ("launch_points", 1),
        ("launch_week", 1),
        ("lost_week_points", 1),
        ("drift", 1),
        ("irrelevant", -1),
        ("convince_limit", -1),
        ("motive_points", 1),
        ("attention_refill", 1),
        ("mechanism_hours", 1),
        ("attention", 1),
        ("reach", -1),
        ("difficulty", 1),
        ("depth", -1),
        ("mechanism_will", -1),
        ("kpi_points", 1),
        ("medals", -10),
        ("personal_bound", 1),
        ("sentence_motives", 1),
    ],
)
def test_the_referee_notices_other_numbers(field: str, change: int) -> None:
    wrong = _numbers(field, change)
    referee = referee_of("tiny", 3)
    for game in range(20):
        luck = Random(game)
        running = Running(wrong, game)
        try:
            while running.state.part[0] < GUESSING:
                running.checked(referee, *luck.choice(running.choices()))
        except AssertionError:
            return
    raise AssertionError(f"nobody noticed that {field} is off by {change}")
