"""Chapter 6 of the rulebook: the rules arrive week by week."""

import pytest

from tests.builders import Values
from tests.rules.positions import Board


def open_in(board: Board, week: int, text: str, seat: str = "kitchen") -> bool:
    board.set(week=week)
    return board.ask(seat, text) != "locked"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("talk ann", 1),
        ("pass", 1),
        ("play chat ann company", 1),
        ("research", 2),
        ("hold_back ann", 2),
        ("convince necessity", 2),
        ("proposition ann", 2),
        ("practise", 3),
        ("reference_work", 3),
        ("measure", 3),
        ("play panel ann praise", 3),
        ("play keys ann praise", 3),
        ("play course ann health", 2),  # its own first week, earlier than the default
    ],
)
def test_6_the_default_weeks(text: str, first: int) -> None:
    board = Board()
    board.set(will=4, know_how=4)
    assert [open_in(board, week, text) for week in (1, 2, 3, 4)] == [week >= first for week in (1, 2, 3, 4)]


@pytest.mark.parametrize("text", ["play tasting ann health", "broadcast leaflet"])
def test_6_mechanisms_up_to_follower_are_open_from_week_1(text: str) -> None:
    assert open_in(Board(), 1, text, "shop")


def test_6_a_scenario_may_unlock_at_other_weeks() -> None:
    def edit(values: Values) -> None:
        values["unlock"] = {"practise": 1, "mechanisms_above_follower": 2}
        values["mechanisms"][1]["first_week"] = 3  # chat: later than the default

    board = Board(edit=edit)
    board.set(will=4, know_how=4)
    assert open_in(board, 1, "practise")
    assert not open_in(board, 1, "play panel ann praise")
    assert open_in(board, 2, "play panel ann praise")
    assert not open_in(board, 2, "play chat ann company")
    assert open_in(board, 3, "play chat ann company")
    assert not open_in(board, 2, "measure")
