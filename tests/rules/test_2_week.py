"""Chapter 2 of the rulebook: Monday, work, the shake-out; Friday has a file of its own."""

import pytest

from game.rules.audit import audit
from game.rules.engine import end_early, skip
from game.rules.fact import Attention, Event, Passed, ShakeOut, Week
from game.rules.limits import PRACTISE, ROUND
from game.rules.log import facts
from tests.rules.positions import Board, every, only

# Monday.


def test_2_1_hours_are_new_each_monday_and_never_kept() -> None:
    board = Board()
    board.do("shop", "talk ann")
    board.end_week()
    assert board.state.hours[:2] == [6, 6]


def test_2_1_attention_grows_from_week_2_on_up_to_its_maximum() -> None:
    board = Board()
    assert board.state.attention[:3] == [6, 5, 4]
    board.state.attention[:3] = [0, 4, 4]
    found = board.end_week(talk="bob")
    assert board.state.attention[:3] == [2, 5, 4]
    assert every(found, Attention) == [Attention("ann", 2, "refill"), Attention("bob", 1, "refill")]


def test_2_1_one_card_is_turned_each_monday() -> None:
    board = Board(card="fair", card_week=2)
    found = board.end_week()
    assert only(found, Event).event == "fair"
    assert board.part == "monday"


def test_2_1_the_chair_goes_round() -> None:
    board = Board(3)
    chairs = [fact.chair for _ in range(3) for fact in every(board.end_week(), Week)]
    assert chairs == ["kitchen", "garden", "shop"]


def test_2_1_nobody_acts_before_the_chair_has_chosen() -> None:
    board = Board(3, card="fair", card_week=2)
    board.end_week()
    for seat in board.ids.seats:
        assert board.ask(seat, "talk ann") == "not_now"
        assert board.ask(seat, "pass") == "not_now"
    assert board.ask("shop", "choose 3") == "not_your_turn"
    board.do("kitchen", "choose 3")
    assert board.ask("shop", "talk ann") == "legal"


# Work.


def test_2_2_in_free_order_any_seat_that_has_not_passed_may_act() -> None:
    board = Board()
    for seat in ("kitchen", "kitchen", "shop", "kitchen"):
        board.do(seat, "talk ann")
    board.do("shop", "pass")
    assert board.ask("shop", "talk ann") == "passed"
    assert board.ask("kitchen", "talk ann") == "legal"


def test_2_2_a_round_begins_with_the_chair_and_skips_who_has_passed() -> None:
    board = Board(3, order=ROUND)
    assert board.ask("kitchen", "talk ann") == "not_your_turn"
    board.do("shop", "talk ann")
    board.do("kitchen", "pass")
    board.do("garden", "talk ann")
    assert board.ask("garden", "talk ann") == "not_your_turn"
    board.do("shop", "talk ann")
    assert board.ask("kitchen", "talk ann") == "passed"
    board.do("garden", "talk ann")
    board.do("shop", "pass")
    board.do("garden", "talk ann")
    board.do("garden", "pass")
    assert (board.state.week[0], board.ids.seats[board.state.turn[0]]) == (2, "kitchen")


def test_2_2_a_seat_passes_by_itself_at_0_hours() -> None:
    board = Board()
    for _ in range(5):
        board.do("shop", "talk ann")
    found = board.do("shop", "talk ann")
    assert only(found, Passed) == Passed("shop", "spent")
    assert board.ask("shop", "pass") == "passed"
    assert board.state.unused[0] == 0


def test_2_2_a_seat_that_monday_leaves_without_hours_passes_at_once() -> None:
    board = Board(card="crisis", card_week=2, numbers={"hours": 1})
    found = board.end_week()
    assert Passed("kitchen", "spent") in found  # the chair of week 2 loses its one hour
    assert board.ask("kitchen", "talk ann") == "passed"
    assert board.ask("shop", "talk ann") == "legal"


def test_2_2_the_week_ends_when_the_last_seat_passes() -> None:
    board = Board()
    board.do("shop", "pass")
    assert board.state.week[0] == 1
    board.do("kitchen", "talk ann")
    board.do("kitchen", "pass")
    assert board.state.week[0] == 2


def test_2_2_the_trainers_next_lets_whoever_has_not_passed_pass() -> None:
    board = Board()
    board.do("shop", "talk ann")
    board.do("shop", "pass")
    skip(board.tables, board.state, board.log)
    found = facts(board.log, board.ids)
    assert every(found, Passed) == [Passed("kitchen", "forced")]
    assert board.state.week[0] == 2


# The end.


def test_2_4_in_the_shake_out_every_loose_token_falls_one_level_and_becomes_firm() -> None:
    board = Board(numbers={"drift": 0})
    board.clear()
    board.set(week=4)
    for level in range(1, 6):
        board.put("cor", level, loose=level, firm=10)
    board.tables.unlock[PRACTISE] = 9
    for level in (3, 4, 5):
        board.put("cor", level, loose=0, firm=0)
    found = board.end_week()
    assert only(found, ShakeOut).points_before == 11 + 2 * 12
    assert [board.stand("cor", level) for level in range(6)] == [
        (0, 1),
        (0, 12),
        (0, 10),
        (0, 0),
        (0, 0),
        (0, 0),
    ]
    assert board.state.points[0] == 12 + 2 * 10


def test_2_a_game_lasts_as_many_weeks_as_the_scenario_says() -> None:
    board = Board()
    for week in (1, 2, 3):
        assert board.state.week[0] == week
        board.end_week()
    board.end_week()
    assert (board.state.week[0], board.part) == (4, "over")


@pytest.mark.parametrize("people", [(), ("shop",)])
@pytest.mark.parametrize("order", [0, 1])
def test_2_4_a_trainer_may_end_the_game_early(people: tuple[str, ...], order: int) -> None:
    board = Board(order=order, people=people)
    board.put("ann", 3, loose=2)
    end_early(board.tables, board.state, board.log)
    assert board.part == "over"
    assert board.stand("ann", 2) == (0, 1 + 2)
    assert audit(board.tables, board.state) == []
