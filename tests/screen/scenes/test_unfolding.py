from typing import Any

import pytest

from game.screen.unfolding import unfolded
from game.view.points import points_of
from tests.screen.scenes.games import compiled_for, played

TOLD = (
    "week", "part", "will", "know_how", "stories", "powers", "our_why", "bonus", "lost_weeks", "hours",
    "passed", "measured", "attention", "tokens", "motives", "known", "handshake", "convinced", "proposition",
    "event", "targets", "choice", "chair", "closed", "pressing", "talked", "practised", "reference_work",
    "last_argument", "medal", "personal_motives", "own_score", "colleague", "motive_met",
)  # fmt: skip
UNORDERED = ("brought", "cared")


def seen(view: dict[str, Any]) -> dict[str, Any]:
    shown = {key: view[key] for key in TOLD}
    shown.update({key: sorted({str(one) for one in view[key]}) for key in UNORDERED})
    shown["not_hers"] = {who: sorted(motives) for who, motives in view["not_hers"].items()}
    shown["known"] = {who: sorted(motives) for who, motives in view["known"].items()}
    return shown


@pytest.mark.parametrize(
    ("scenario", "seats", "players"),
    [
        ("fruit-stall", 2, "random"),
        ("fruit-stall", 3, "cooperative"),
        ("tiny", 3, "random"),
        ("municipality", 4, "cooperative"),
        ("municipality", 6, "random"),
    ],
)
def test_facts_laid_on_a_view_give_the_next_view(scenario: str, seats: int, players: str) -> None:
    compiled = compiled_for(scenario, seats)
    for told in played(scenario, seats, players):
        assert seen(unfolded(told.before, told.facts, compiled.scenario)) == seen(told.after), told.command


def test_the_points_on_the_board_end_as_the_points_of_the_game() -> None:
    compiled = compiled_for("municipality", 4)
    last = played("municipality", 4)[-1].after
    assert points_of(last, compiled.scenario) == last["points"]


def test_a_view_is_left_as_it_was() -> None:
    compiled = compiled_for("fruit-stall", 3)
    for told in played("fruit-stall", 3):
        text = str(told.before)
        unfolded(told.before, told.facts, compiled.scenario)
        assert str(told.before) == text
