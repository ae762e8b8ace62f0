"""Chapter 2 of the rulebook: Monday, work, Friday, the shake-out."""

import pytest

from game.rules.audit import audit
from game.rules.engine import end_early, skip
from game.rules.fact import Attention, Dice, Event, Fact, Launch, LostWeek, Passed, ShakeOut, Track, Week
from game.rules.limits import PRACTISE, ROUND
from game.rules.log import facts
from tests.rules.positions import Board, every, moves, only


def dice(found: tuple[Fact, ...], purpose: str) -> list[Dice]:
    return [d for d in every(found, Dice) if d.purpose == purpose]


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


# Friday.


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
