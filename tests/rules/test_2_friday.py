"""Chapter 2 of the rulebook: Friday, from the lost week to what is forgotten."""

import pytest

from game.rules.fact import Dice, Fact, Launch, LostWeek, Track
from game.rules.limits import PRACTISE
from tests.rules.positions import Board, every, moves, only


def dice(found: tuple[Fact, ...], purpose: str) -> list[Dice]:
    return [d for d in every(found, Dice) if d.purpose == purpose]


def test_2_3a_a_week_without_a_talk_is_lost() -> None:
    board = Board()
    board.clear()
    board.put("ann", 4, firm=9)
    board.put("ann", 0, firm=9)
    found = board.end_week(talk=None)
    assert only(found, LostWeek).points == 1
    assert Track("will", 2, 1) in found
    assert board.state.lost_weeks[0] == 1
    assert dice(found, "sharing") == []  # and nobody shares


def test_2_3a_a_lost_week_does_not_push_will_below_0() -> None:
    board = Board()
    board.set(will=0)
    board.end_week(talk=None)
    assert (board.state.will[0], board.state.lost_weeks[0]) == (0, 1)


@pytest.mark.parametrize("talk", ["talk cor", "convince necessity"])
def test_2_3a_any_talk_saves_the_week(talk: str) -> None:
    board = Board()
    board.set(week=2)
    board.do("kitchen", talk)
    assert every(board.end_week(), LostWeek) == []


def test_2_3a_research_is_not_a_talk() -> None:
    board = Board()
    board.set(week=2)
    board.do("kitchen", "research")
    assert len(every(board.end_week(talk=None), LostWeek)) == 1


def test_2_3b_loose_tokens_that_nobody_cared_for_fall_on_2_or_less_and_stay_loose() -> None:
    board = Board()
    board.clear()
    board.put("bob", 3, loose=12, firm=4)
    found = board.end_week()
    (roll,) = dice(found, "drift")
    falls = sum(r <= 2 for r in roll.rolls)
    assert (roll.audience, roll.level, roll.difficulty, len(roll.rolls)) == ("bob", 3, 2, 12)
    assert 0 < falls < 12
    assert roll.lifted == falls
    assert board.stand("bob", 3) == (12 - falls, 4)
    assert board.stand("bob", 2) == (falls, 0)


def test_2_3b_a_scenario_may_set_another_drift() -> None:
    none, all_of_them = Board(numbers={"drift": 0}), Board(numbers={"drift": 6})
    for board in (none, all_of_them):
        board.clear()
        board.put("ann", 2, loose=5)
        board.end_week()
    assert none.stand("ann", 2) == (5, 0)
    assert all_of_them.stand("ann", 1) == (5, 0)


def test_2_3b_levels_are_handled_from_1_up_so_that_no_token_falls_twice() -> None:
    board = Board(numbers={"drift": 6})
    board.clear()
    for level in range(1, 6):
        board.put("ann", level, loose=level)
    found = board.end_week()
    assert [board.stand("ann", level) for level in range(6)] == [
        (0, 1),
        (2, 0),
        (3, 0),
        (4, 0),
        (5, 0),
        (0, 0),
    ]
    assert [(d.level, d.lifted) for d in dice(found, "drift")] == [(n, n) for n in range(1, 6)]


def test_2_3b_who_is_cared_for_does_not_fall_but_only_on_that_level_of_that_audience() -> None:
    board = Board(numbers={"drift": 6})
    board.clear()
    board.hers("ann", "health", "company")
    for audience in ("ann", "bob"):
        for level in (1, 2):
            board.put(audience, level, loose=3)
    board.card("tasting", difficulty=6)
    board.hunt("shop", "play tasting ann praise", lambda found: moves(found, "play") == [])
    board.end_week()
    assert board.stand("ann", 1) == (6, 0)  # three stayed, three fell from 2
    assert board.stand("bob", 1) == (3, 0)  # those of 1 are suspects now


def test_2_3c_launch_counts_levels_1_to_5_with_two_firm_tokens_over_all_audiences() -> None:
    board = Board(numbers={"drift": 0, "launch_week": 2, "launch_points": 3})
    board.clear()
    board.put("ann", 0, firm=9)
    board.put("ann", 1, firm=1)
    board.put("cor", 1, firm=1)
    board.put("bob", 2, firm=1, loose=4)
    board.put("bob", 4, firm=5)
    assert every(board.end_week(), Launch) == []
    launch = every(board.end_week(), Launch)
    assert [(fact.level, fact.points) for fact in launch] == [(1, 3), (4, 3)]
    assert board.state.bonus[0] == 6


def test_2_3c_no_launch_where_that_week_does_not_exist() -> None:
    board = Board(edit=lambda values: values["rules"].update(launch_week=9))
    assert board.tables.launch_week[0] == 0


def test_2_3d_empowered_users_bring_firm_followers_loose_network_first() -> None:
    board = Board(numbers={"drift": 0})
    board.clear()
    board.put("ann", 5, firm=4)
    board.put("ann", 1, loose=1, firm=5)
    found = board.end_week()
    (roll,) = dice(found, "empowered")
    hits = sum(r >= 4 for r in roll.rolls)
    assert (len(roll.rolls), roll.difficulty, roll.lifted) == (4, 4, hits)
    assert hits >= 2
    assert board.stand("ann", 1) == (0, 6 - hits)
    assert board.stand("ann", 2) == (0, hits)
    assert board.state.handshake[1] == 0  # Bob's; Ann's own was not needed either


def test_2_3d_empowered_users_act_in_a_lost_week_too() -> None:
    board = Board(numbers={"drift": 0})
    board.clear()
    board.put("ann", 5, firm=6)
    board.put("ann", 1, firm=2)
    board.put("ann", 0, firm=9)
    found = board.end_week(talk=None)
    assert dice(found, "empowered")[0].lifted == 2  # no more than there are
    assert board.stand("ann", 2) == (0, 2)
    assert dice(found, "sharing") == []
    assert board.stand("ann", 0) == (0, 9)


def test_2_3d_fans_share_on_6_supporters_and_empowered_users_on_4() -> None:
    board = Board(numbers={"drift": 0})
    board.clear()
    board.put("ann", 0, firm=30)
    board.put("ann", 3, loose=3, firm=9)
    board.put("ann", 4, firm=8)
    board.put("ann", 5, firm=5)
    found = board.end_week()
    rolls = dice(found, "sharing")
    assert [(d.level, d.difficulty, len(d.rolls)) for d in rolls] == [(3, 6, 12), (4, 4, 8), (5, 4, 5)]
    hits = [sum(r >= d.difficulty for r in d.rolls) for d in rolls]
    assert [d.lifted for d in rolls] == hits
    assert board.stand("ann", 1) == (sum(hits), 0)  # loose
    assert board.stand("ann", 0) == (0, 30 - sum(hits))


def test_2_3d_suspects_join_only_while_some_remain_and_only_of_that_audience() -> None:
    board = Board(numbers={"drift": 0})
    board.clear()
    board.put("ann", 4, firm=12)
    board.put("ann", 0, firm=1)
    board.put("bob", 0, firm=9)
    board.end_week()
    assert board.stand("ann", 1) == (1, 0)
    assert board.stand("bob", 0) == (0, 9)


def test_2_3d_dice_are_counted_before_the_first_is_rolled() -> None:
    board = Board(numbers={"drift": 0})
    board.clear()
    board.put("ann", 5, firm=6)
    board.put("ann", 1, firm=6)
    board.put("ann", 0, firm=6)
    found = board.end_week()
    assert [(d.purpose, len(d.rolls)) for d in every(found, Dice)] == [("empowered", 6), ("sharing", 6)]


def test_2_3d_drift_comes_before_sharing() -> None:
    board = Board(numbers={"drift": 6})
    board.clear()
    board.put("ann", 4, loose=6)
    board.put("ann", 0, firm=20)
    found = board.end_week()
    assert [(d.purpose, d.level) for d in every(found, Dice)] == [("drift", 4), ("sharing", 3)]


def test_2_3d_new_network_does_not_drift_on_the_same_friday() -> None:
    board = Board(numbers={"drift": 6})
    board.clear()
    board.put("ann", 4, firm=12)
    board.put("ann", 0, firm=20)
    board.end_week()
    assert board.stand("ann", 1)[0] > 0


def test_2_3e_know_how_is_forgotten_unless_somebody_practised() -> None:
    board = Board()
    board.set(week=3, know_how=2, will=2)
    board.end_week()
    assert board.state.know_how[0] == 1
    again = Board()
    again.set(week=3, know_how=2, will=2)
    again.do("kitchen", "practise")  # lifts nothing: know-how is not below will
    again.end_week()
    assert again.state.know_how[0] == 2


def test_2_3e_nothing_is_forgotten_before_practising_is_unlocked_or_below_0() -> None:
    board = Board()
    assert board.tables.unlock[PRACTISE] == 3
    board.end_week()
    board.end_week()
    assert board.state.know_how[0] == 1
    board.set(know_how=0)
    board.end_week()
    assert board.state.know_how[0] == 0


def test_2_3e_with_a_reference_work_nothing_is_forgotten_any_more() -> None:
    board = Board()
    board.set(week=3)
    board.do("shop", "reference_work")
    board.end_week()
    assert board.state.know_how[0] == 1


def test_2_3_friday_keeps_its_order() -> None:
    board = Board(numbers={"launch_week": 1, "drift": 6})
    board.clear()
    board.tables.unlock[PRACTISE] = 1
    board.put("ann", 3, loose=1)
    board.put("ann", 5, firm=2)
    board.put("ann", 0, firm=3)
    found = board.end_week(talk=None)
    kinds = [f.kind if not isinstance(f, Dice) else f.purpose for f in found]
    assert [k for k in kinds if k in ("lost_week", "drift", "launch", "empowered", "track")] == [
        "lost_week",
        "track",
        "drift",
        "launch",
        "empowered",
        "track",
    ]
