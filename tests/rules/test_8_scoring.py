"""Chapter 8 of the rulebook: points, medals, measures, own scores, the order of the end."""

import pytest

from game.rules.engine import skip
from game.rules.fact import Guessed, Motive, Score
from game.rules.limits import AT_LEAST, AT_MOST, HIGHEST, MEASURES, NONE, PRACTISE
from game.rules.log import facts
from game.rules.score import fallen_points, holds, measure
from tests.rules.positions import Board, every, lifts, only


def last_week(seats: int = 2, people: tuple[str, ...] = ()) -> Board:
    """The last week of a game without drift, on an empty board."""
    board = Board(seats, people=people, numbers={"drift": 0, "conditions": 0})
    board.clear()
    board.set(week=4)
    return board


# Points and medals.


def test_8_1_each_level_doubles_the_worth_of_a_token() -> None:
    for level, worth in enumerate((0, 1, 2, 4, 8, 16)):
        board = last_week()
        board.put("cor", level, firm=3)
        found = board.end_week()
        assert only(found, Score).points == board.state.points[0] == 3 * worth


def test_8_1_team_points_are_tokens_and_launch_bonus_minus_lost_weeks() -> None:
    board = last_week()
    board.put("ann", 1, firm=2, loose=5)
    board.put("bob", 2, firm=1, loose=2)
    board.set(bonus=6, lost_weeks=1)
    board.tables.lost_week_points[0] = 3
    board.end_week(talk=None)  # the second lost week
    assert board.state.points[0] == 2 + (2 + 2) + 6 - 2 * 3
    assert board.state.points_before[0] == 7 + 6 + 6 - 6


@pytest.mark.parametrize(
    ("points", "medal"),
    [(19, "none"), (20, "bronze"), (34, "bronze"), (35, "silver"), (49, "silver"), (50, "gold")],
)
def test_8_2_medals_by_thresholds(points: int, medal: str) -> None:
    board = last_week()
    board.put("cor", 1, firm=points)
    found = board.end_week()
    assert only(found, Score).medal == board.medal == medal


def test_8_2_conditions_that_every_medal_needs() -> None:
    """The tiny scenario asks for one token on level 4 or higher, after the shake-out."""
    for cell, medal in (({"firm": 1}, "gold"), ({"loose": 1}, "none"), ({}, "none")):
        board = last_week()
        board.tables.conditions[0] = 1
        board.put("ann", 4, **cell)
        board.put("cor", 1, firm=90)
        board.end_week()
        assert board.medal == medal


def test_8_2_thresholds_are_per_number_of_seats() -> None:
    assert Board(2).tables.medals == [20, 35, 50]
    assert Board(3).tables.medals == [30, 45, 60]


# Own scores.


def test_8_3_own_score_is_kpi_times_points_and_5_for_a_motive_that_came_true() -> None:
    board = last_week()
    board.put("cor", 1, firm=30)
    board.state.personal[:2] = [board.ids.personals.index("praise"), board.ids.personals.index("company")]
    board.state.lifted[0][1] = 4  # the shop's KPI: 2 for each lifted from level 1
    board.state.lifted[0][2] = 9
    board.state.lifted_firm[1] = 3  # the kitchen's: 2 for each lifted firmly
    found = board.end_week()  # the shop talks once: most talks of all, and no irrelevant message
    scores = {m.seat: (m.motive, m.met, m.own_score, m.colleague) for m in every(found, Motive)}
    assert scores == {"shop": ("praise", True, 4 * 2 + 5, True), "kitchen": ("company", False, 6, False)}


def test_8_3_without_bronze_there_is_no_colleague_of_the_year() -> None:
    board = last_week()
    board.state.lifted[0][1] = 4
    board.end_week()
    assert board.medal == "none"
    assert board.state.colleague[:2] == [0, 0]


def test_8_3_ties_share_it() -> None:
    board = last_week()
    board.put("cor", 1, firm=30)
    board.tables.motive_points[0] = 0
    board.state.lifted[0][1] = 4
    board.state.lifted_firm[1] = 4
    board.end_week()
    assert board.state.colleague[:2] == [1, 1]


def test_8_3_the_highest_own_score_may_be_0() -> None:
    board = last_week()
    board.put("cor", 1, firm=30)
    board.tables.motive_points[0] = 0
    board.end_week()
    assert board.state.own_score[:2] == [0, 0]
    assert board.state.colleague[:2] == [1, 1]


def test_8_3_lifting_the_same_falling_tokens_again_pays_again() -> None:
    board = Board(numbers={"drift": 6})
    board.clear()
    board.put("ann", 1, loose=1)
    board.hers("ann", "health", "company")
    for _ in range(2):
        board.hunt("shop", "play tasting ann health", lifts)
        board.end_week(talk="bob")
    assert board.state.lifted[0][1] == 2
    assert measure(board.tables, board.state, 0, MEASURES.index("lifted"), 1, 0) == 2


# Measures.


def reading(board: Board, name: str, seat: int = 0, level: int = NONE, best: int = 0) -> int:
    return measure(board.tables, board.state, seat, MEASURES.index(name), level, best)


def test_8_4_what_a_seat_lifts_firmly_or_by_why() -> None:
    board = Board()
    board.hers("ann", "health", "company")
    board.put("ann", 1, firm=9)
    board.put("ann", 2, firm=9)
    board.set(week=2)
    board.hunt("shop", "play tasting ann health", lifts)  # loose: no handshake
    loose = reading(board, "lifted", level=1)
    assert loose > 0
    assert reading(board, "lifted_firm") == 0
    assert reading(board, "lifted_why") == loose
    board.do("kitchen", "talk ann")
    board.hunt("kitchen", "play course ann health", lifts)  # how, convinced: firm
    assert (
        reading(board, "lifted", 1, level=2)
        == reading(board, "lifted", 1)
        == reading(board, "lifted_firm", 1)
    )
    assert reading(board, "lifted_why", 1) == 0
    assert reading(board, "lifted", 1, level=1) == 0


def test_8_4_messages_talks_mechanisms_hours_and_holding_back() -> None:
    board = Board()
    board.set(week=2)
    board.hers("ann", "health", "company")
    board.put("ann", 1, firm=9)
    board.do("shop", "play tasting ann praise")  # irrelevant
    board.do("kitchen", "play chat ann health")  # mixed
    board.do("shop", "play tasting ann health")  # coherent
    board.do("shop", "hold_back ann")
    board.do("shop", "talk bob")
    board.do("kitchen", "convince opportunity")
    board.do("shop", "pass")
    names = ("irrelevant", "coherent", "mixed", "talks", "mechanisms", "unused", "held")
    assert [reading(board, name) for name in names] == [1, 1, 0, 1, 1, 2, 1]
    assert [reading(board, name, 1) for name in names] == [0, 0, 1, 1, 1, 0, 0]


def test_8_4_the_same_mechanism_twice_is_one_different_mechanism() -> None:
    board = Board()
    board.do("shop", "play chat ann company")
    board.do("shop", "play chat bob company")
    board.do("shop", "broadcast leaflet")
    assert reading(board, "mechanisms") == 2


def test_8_4_measures_of_the_organisation() -> None:
    board = last_week()
    board.put("ann", 3, firm=2)
    board.put("ann", 5, firm=1)
    board.put("bob", 3, firm=2, loose=2)
    board.set(will=6, know_how=5, lost_weeks=2)
    board.tables.unlock[PRACTISE] = 9
    board.end_week()
    assert reading(board, "will") == 6
    assert reading(board, "know_how") == 5
    assert reading(board, "lost_weeks") == 2
    assert reading(board, "points") == board.state.points[0] == 8 + 16 + 8 + 4 - 2 + 0
    assert reading(board, "tokens_at_least", level=3) == 5  # after the shake-out
    assert reading(board, "tokens_at_least", level=3, best=1) == 3
    assert reading(board, "tokens_at_least", level=4) == 1


def test_8_4_the_first_friday_on_which_a_shake_out_would_have_given_bronze() -> None:
    board = Board(numbers={"drift": 0})
    board.clear()
    board.tables.unlock[PRACTISE] = 9
    board.put("cor", 1, firm=19, loose=40)
    board.end_week()
    assert fallen_points(board.tables, board.state) == 19
    assert reading(board, "bronze_week") == 5  # never, so far: weeks + 1
    board.put("cor", 1, firm=20)
    board.end_week()
    assert reading(board, "bronze_week") == 2
    board.end_week()
    board.clear()
    board.end_week()
    assert reading(board, "bronze_week") == 2  # conditions aside, and the first counts
    assert board.medal == "none"


def test_8_4_a_condition_compares_with_a_number() -> None:
    board = Board()
    board.state.talks[:2] = [3, 1]
    talks = MEASURES.index("talks")
    for comparison, bound, expected in (
        (AT_LEAST, 3, True),
        (AT_LEAST, 4, False),
        (AT_MOST, 3, True),
        (AT_MOST, 2, False),
    ):
        assert holds(board.tables, board.state, 0, talks, NONE, 0, comparison, bound) is expected


@pytest.mark.parametrize(
    ("talks", "expected"),
    [([3, 1, 0], [True, False, False]), ([2, 2, 1], [True, True, False]), ([0, 0, 0], [False, False, False])],
)
def test_8_4_to_be_the_highest_sharing_counts_and_0_never_does(
    talks: list[int], expected: list[bool]
) -> None:
    board = Board(3)
    board.state.talks[:3] = talks
    code = MEASURES.index("talks")
    assert [holds(board.tables, board.state, s, code, NONE, 0, HIGHEST, 0) for s in range(3)] == expected


# The order of the end.


def test_8_5_points_then_guesses_then_motives_and_own_scores() -> None:
    board = last_week(3, people=("shop", "garden"))
    found = board.end_week()
    assert [f.kind for f in found][-1] == "score"
    assert board.part == "guessing"
    assert board.ask("kitchen", "guess shop praise") == "not_your_turn"  # a computer player does not guess
    assert board.ask("shop", "guess shop praise") == "not_yours"
    assert board.ask("shop", "talk ann") == "not_now"
    assert only(board.do("shop", "guess kitchen praise"), Guessed) == Guessed("shop", "kitchen", "praise")
    assert board.ask("shop", "guess kitchen health") == "guessed"
    board.do("shop", "guess garden praise")
    board.do("garden", "guess kitchen health")
    assert board.part == "guessing"
    found = board.do("garden", "guess shop company")
    assert [motive.seat for motive in every(found, Motive)] == ["shop", "kitchen", "garden"]
    assert board.part == "over"


def test_8_5_guesses_change_no_score() -> None:
    scores = []
    for guess in ("praise", "company"):
        board = last_week(2, people=("shop",))
        board.put("cor", 1, firm=40)
        board.end_week()
        board.do("shop", f"guess kitchen {guess}")
        scores.append((board.state.points[0], board.state.own_score[:2], board.state.colleague[:2]))
    assert scores[0] == scores[1]


def test_8_5_the_trainer_may_end_the_guessing() -> None:
    board = last_week(2, people=("shop", "kitchen"))
    board.end_week()
    board.do("shop", "guess kitchen praise")
    skip(board.tables, board.state, board.log)
    assert len(every(facts(board.log, board.ids), Motive)) == 2
    assert board.part == "over"


def test_8_5_without_people_there_is_no_guessing_round() -> None:
    board = last_week()
    assert len(every(board.end_week(), Motive)) == 2
    assert board.part == "over"
