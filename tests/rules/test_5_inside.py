"""Chapter 5 of the rulebook: management, practice, propositions, measuring, sharing power."""

import pytest

from game.rules.fact import Argued, Dice, Measuring, Offered, Power, Story, Talked, Track
from game.rules.limits import PASS
from tests.builders import Values
from tests.rules.positions import Board, every, lifts, moves, only


@pytest.fixture
def board() -> Board:
    made = Board()
    made.set(week=3)
    made.hers("ann", "health", "company")
    return made


# 5.1 Convince management.


@pytest.mark.parametrize(
    ("argument", "pressing", "will", "after"),
    [
        ("necessity", 0, 1, 2),
        ("necessity", 1, 1, 3),
        ("opportunity", 0, 1, 2),
        ("opportunity", 1, 1, 2),
        ("necessity", 1, 3, 4),  # the limit
        ("necessity", 0, 4, 4),
        ("opportunity", 0, 9, 9),  # never pulled down to it
        ("success_story", 0, 1, 3),
        ("success_story", 1, 4, 6),
        ("success_story", 0, 9, 10),
        ("success_story", 0, 10, 10),
    ],
)
def test_5_1_arguments_lift_will(board: Board, argument: str, pressing: int, will: int, after: int) -> None:
    board.set(will=will, stories=1, pressing=pressing)
    found = board.do("shop", f"convince {argument}")
    assert board.state.will[0] == after
    assert every(found, Track) == ([Track("will", will, after)] if after != will else [])
    assert board.state.stories[0] == (0 if argument == "success_story" else 1)


def test_5_1_it_takes_1_hour_and_counts_as_a_talk_even_if_it_lifts_nothing(board: Board) -> None:
    board.set(will=4)
    found = board.do("shop", "convince necessity")
    assert only(found, Talked) == Talked("shop", None)
    assert only(found, Argued) == Argued("shop", "necessity")
    assert (board.state.hours[0], board.state.talked[0], board.state.talks[0]) == (5, 1, 1)


def test_5_1_the_argument_used_last_may_not_be_used_again_next(board: Board) -> None:
    board.do("shop", "convince necessity")
    assert board.ask("kitchen", "convince necessity") == "same_argument"
    board.end_week()
    assert board.ask("shop", "convince necessity") == "same_argument"
    board.do("kitchen", "convince opportunity")
    assert board.ask("shop", "convince necessity") == "legal"
    assert board.ask("shop", "convince opportunity") == "same_argument"


def test_5_1_a_success_story_needs_a_story_of_ones_own(board: Board) -> None:
    assert board.ask("shop", "convince success_story") == "no_story"
    board.set(stories=1)
    assert board.ask("shop", "convince success_story") == "legal"


def test_5_1_a_scenario_may_set_another_limit(board: Board) -> None:
    board.tables.convince_limit[0] = 6
    board.set(will=5)
    board.do("shop", "convince opportunity")
    assert board.state.will[0] == 6


# 5.2 Practise and reference work.


@pytest.mark.parametrize(("know_how", "will", "after"), [(0, 2, 1), (1, 2, 2), (2, 2, 2), (3, 2, 3)])
def test_5_2_practising_lifts_know_how_where_it_is_below_will(
    board: Board, know_how: int, will: int, after: int
) -> None:
    board.set(know_how=know_how, will=will)
    board.do("shop", "practise")
    assert board.state.know_how[0] == after
    assert board.state.practised[0] == 1


def test_5_2_know_how_does_not_fall_when_will_does(board: Board) -> None:
    board.set(will=3, know_how=3)
    board.do("shop", "practise")
    board.end_week(talk=None)  # a lost week
    assert (board.state.will[0], board.state.know_how[0]) == (2, 3)


def test_5_2_a_reference_work_is_written_once_a_game(board: Board) -> None:
    board.do("shop", "reference_work")
    assert board.state.hours[0] == 5
    assert board.ask("kitchen", "reference_work") == "referenced"


# 5.3 Value proposition.


def test_5_3_a_proposition_needs_a_known_motive_and_is_made_once_for_each(board: Board) -> None:
    assert board.ask("shop", "proposition ann") == "no_known_motive"
    board.know("ann", side=True)
    assert only(board.do("shop", "proposition ann"), Offered) == Offered("ann", "shop")
    assert board.ask("kitchen", "proposition ann") == "offered"
    board.know("bob", main=True)
    assert board.ask("kitchen", "proposition bob") == "legal"
    assert board.state.hours[0] == 5


# 5.4 Measure.


def firm_play(board: Board, seat: str, text: str) -> int:
    """Stories that a play earns that lifts at least one token, firmly."""
    board.shake_hands()
    board.state.convinced[0] = 1
    found = board.hunt(seat, text, lifts)
    return sum(story.n for story in every(found, Story))


def test_5_4_a_measured_firm_lift_from_level_2_on_earns_one_story(board: Board) -> None:
    board.put("ann", 2, firm=6)
    assert firm_play(board, "kitchen", "play course ann health") == 0
    assert only(board.do("kitchen", "measure"), Measuring).seat == "kitchen"
    assert firm_play(board, "kitchen", "play course ann health") == 1
    assert board.ask("kitchen", "measure") == "measured"
    assert board.ask("shop", "measure") == "legal"


def test_5_4_one_story_however_many_tokens(board: Board) -> None:
    board.put("ann", 2, firm=6)
    board.card("course", reach=6, difficulty=2)
    board.do("kitchen", "measure")
    assert firm_play(board, "kitchen", "play course ann health") == 1
    assert board.state.lifted_firm[1] > 1


def test_5_4_another_seats_play_a_lower_level_or_a_loose_bond_earns_none(board: Board) -> None:
    board.put("ann", 1, firm=6)
    board.put("ann", 2, firm=6)
    board.do("shop", "measure")
    assert firm_play(board, "kitchen", "play course ann health") == 0
    assert firm_play(board, "shop", "play tasting ann health") == 0
    loose = Board()
    loose.set(week=3)
    loose.hers("ann", "health", "company")
    loose.put("ann", 2, firm=6)
    loose.do("kitchen", "measure")
    found = loose.hunt("kitchen", "play course ann health", lifts)
    assert every(found, Story) == []


# 5.5 Pass.


def test_5_5_a_seat_that_passes_is_done_for_this_week(board: Board) -> None:
    board.do("shop", "talk ann")
    board.do("shop", "pass")
    assert board.ask("shop", "talk ann") == "passed"
    assert board.state.unused[0] == 5
    board.do("kitchen", "pass")
    assert board.ask("shop", "talk ann") == "legal"
    assert board.state.verbs[PASS] == 2


# 5.6 Sharing power.


def test_5_6_a_power_is_given_away_for_good_and_costs_will_whatever_the_dice_say(board: Board) -> None:
    board.put("ann", 4, firm=4)
    found = board.hunt("kitchen", "play keys ann praise", lambda f: not lifts(f))
    assert only(found, Power) == Power("data", -1)
    assert Track("will", 2, 1) in found
    assert board.state.powers[2] == 1
    kinds = [fact.kind for fact in found]
    assert kinds.index("track") < kinds.index("dice")
    board.end_week()
    assert board.state.powers[2] == 1


def test_5_6_its_reach_is_1_whatever_the_file_says() -> None:
    def greedy(values: Values) -> None:
        values["mechanisms"][5]["reach"] = 5

    board = Board(edit=greedy)
    board.set(week=3)
    board.put("ann", 4, firm=4)
    assert len(only(board.do("kitchen", "play keys ann praise"), Dice).rolls) == 1


def test_5_6_its_minimum_will_is_at_least_1(board: Board) -> None:
    board.set(will=0)
    assert board.ask("kitchen", "play keys ann praise") == "will"
    board.set(will=1)
    assert board.ask("kitchen", "play keys ann praise") == "legal"
    board.do("kitchen", "play keys ann praise")
    assert board.state.will[0] == 0


def test_5_6_without_the_power_it_is_not_feasible(board: Board) -> None:
    board.state.powers[2] = 0
    assert board.ask("kitchen", "play keys ann praise") == "power"


def test_5_6_it_makes_an_empowered_user(board: Board) -> None:
    board.clear()
    board.put("ann", 4, firm=1)
    board.shake_hands()
    found = board.hunt("kitchen", "play keys ann company", lifts)
    assert [(m.from_, m.to, m.n) for m in moves(found, "play")] == [((4, "firm"), (5, "firm"), 1)]
