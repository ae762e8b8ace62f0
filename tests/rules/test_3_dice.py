"""Rules 3.3, 3.5, 3.6: price, difficulty, dice, what a play teaches, and the odds given before it."""

from collections.abc import Iterator
from itertools import permutations

import pytest

from game.rules.fact import Convinced, Dice, NotHers, Paid, Played, TurnedUp
from game.rules.pricing import CERTAIN, MAIN, NEITHER, SIDE, difficulty, is_possible
from game.rules.pricing import dice as dice_of
from tests.rules.positions import Board, every, moves, only


@pytest.fixture
def board() -> Board:
    """Week 1 on a board with plenty of network for Ann, whose motives are health, then company."""
    made = Board(why="profit")
    made.clear()
    made.put("ann", 1, loose=2, firm=6)
    made.put("ann", 2, firm=8)
    made.hers("ann", "health", "company")
    made.hers("bob", "company", "savings")
    return made


def least(board: Board, seat: str, text: str) -> int:
    return only(board.do(seat, text), Dice).difficulty


# Price and dice.


def test_3_3_hours_and_attention_are_paid_whatever_the_dice_say(board: Board) -> None:
    board.card("tasting", mechanism_hours=2, attention=3, difficulty=6)
    found = board.hunt("shop", "play tasting ann company", lambda found: moves(found, "play") == [])
    assert only(found, Paid) == Paid("shop", 2, "ann", 3)
    assert board.state.hours[0] == 4
    assert board.state.attention[0] == 3


def test_3_3_one_die_for_each_of_up_to_reach_tokens(board: Board) -> None:
    assert len(only(board.do("shop", "play tasting ann company"), Dice).rolls) == 3
    board.put("ann", 1, loose=1, firm=1)
    assert len(only(board.do("shop", "play tasting ann company"), Dice).rolls) == 2


def test_3_3_each_die_that_is_at_least_the_difficulty_lifts_one_token(board: Board) -> None:
    board.card("tasting", reach=8)
    found = board.do("shop", "play tasting ann company")
    roll = only(found, Dice)
    hits = sum(r >= roll.difficulty for r in roll.rolls)
    assert roll.difficulty == 4
    assert 0 < hits < 8
    assert roll.lifted == sum(m.n for m in moves(found, "play")) == hits
    assert sum(board.stand("ann", 1)) == 8 - hits
    assert sum(board.stand("ann", 2)) == 8 + hits


def test_3_3_loose_tokens_are_lifted_before_firm_ones(board: Board) -> None:
    board.card("tasting", reach=3, difficulty=2)
    found = board.hunt("shop", "play tasting ann health", lambda f: only(f, Dice).lifted == 3)
    assert [(m.from_, m.n) for m in moves(found, "play")] == [((1, "loose"), 2), ((1, "firm"), 1)]
    assert board.stand("ann", 1) == (0, 5)


def test_3_3_a_1_always_fails_and_a_6_always_works(board: Board) -> None:
    board.card("tasting", reach=8, difficulty=2)
    for text, kept in (("health", 2), ("praise", 4)):
        assert least(board, "shop", f"play tasting ann {text}") == kept
    board.card("tasting", difficulty=6)
    assert least(board, "shop", "play tasting ann praise") == 6


# The difficulty.


def test_3_3_main_side_and_irrelevant_messages(board: Board) -> None:
    assert least(board, "shop", "play tasting ann health") == 3
    assert least(board, "shop", "play tasting ann company") == 4
    assert least(board, "shop", "play tasting ann praise") == 6


def test_3_3_a_scenario_may_set_another_price_on_irrelevance(board: Board) -> None:
    board.tables.irrelevant[0] = 1
    assert least(board, "shop", "play tasting ann praise") == 5


def test_3_3_coherence_needs_another_department_the_same_audience_message_and_week(board: Board) -> None:
    board.put("ann", 0, firm=9)
    board.do("shop", "play tasting ann company")
    assert least(board, "shop", "play tasting ann company") == 4  # oneself does not count
    assert least(board, "kitchen", "play chat ann company") == 2  # 3 − 1
    assert least(board, "shop", "play tasting ann company") == 3  # the kitchen brought it too
    board.put("bob", 0, firm=9)
    assert least(board, "kitchen", "play chat bob health") == 5  # neither: 3 + 2; nobody told Bob
    board.end_week()
    board.put("ann", 1, firm=4)
    assert least(board, "shop", "play tasting ann company") == 4
    assert board.state.coherent[:2] == [1, 1]


def test_3_3_a_how_mechanism_is_easier_on_a_convinced_audience(board: Board) -> None:
    board.set(week=2, know_how=1)
    assert least(board, "kitchen", "play course ann health") == 3
    board.state.convinced[0] = 1
    assert least(board, "kitchen", "play course ann health") == 2
    board.card("tasting", difficulty=5)
    assert least(board, "shop", "play tasting ann company") == 5  # a why-mechanism is not


def test_3_3_a_value_proposition_helps_from_network_to_follower_only(board: Board) -> None:
    board.set(week=2)
    board.state.proposition[0] = 1
    assert least(board, "kitchen", "play course ann health") == 3
    assert least(board, "shop", "play tasting ann company") == 3
    board.put("ann", 0, firm=3)
    assert least(board, "shop", "play chat ann company") == 3


def test_3_3_all_of_it_together_is_kept_between_2_and_6(board: Board) -> None:
    board.put("ann", 0, firm=3)
    board.state.proposition[0] = 1
    board.state.our_why[0] = board.ids.sentences.index("health")
    board.do("kitchen", "play chat ann health")
    assert least(board, "shop", "play tasting ann health") == 2  # 4 − 4


def test_3_3_reduction_and_addition_are_summed_before_the_limits(board: Board) -> None:
    """6 for the mechanism, +2 for irrelevance, −1 −1: not 6 − 1 − 1."""
    board.put("ann", 0, firm=3)
    board.card("tasting", difficulty=6)
    board.state.proposition[0] = 1
    board.state.our_why[0] = board.ids.sentences.index("health")  # carries praise
    assert least(board, "shop", "play tasting ann praise") == 6


# What it costs and teaches.


def test_3_3_an_irrelevant_message_costs_one_attention_more(board: Board) -> None:
    found = board.do("shop", "play tasting ann praise")
    assert [p.attention for p in every(found, Paid)] == [1, 1]
    assert board.state.attention[0] == 4
    assert board.state.irrelevant[0] == 1


def test_3_3_a_play_turns_up_what_its_message_proves(board: Board) -> None:
    assert only(board.do("shop", "play tasting ann company"), TurnedUp) == TurnedUp("ann", "company", "side")
    assert board.state.known[0] == [0, 1]
    assert only(board.do("shop", "play tasting ann praise"), NotHers) == NotHers("ann", "praise")
    assert only(board.do("shop", "play tasting ann health"), TurnedUp) == TurnedUp("ann", "health", "main")
    again = board.do("shop", "play tasting ann health")
    assert every(again, TurnedUp) == []


def test_3_3_a_play_shows_what_it_was(board: Board) -> None:
    board.put("ann", 0, firm=9)
    assert only(board.do("shop", "play tasting ann company"), Played) == Played(
        "shop", "tasting", "ann", "company", "side", coherent=False, mixed=False
    )
    assert only(board.do("kitchen", "play chat ann health"), Played) == Played(
        "kitchen", "chat", "ann", "health", "main", coherent=False, mixed=True
    )
    assert only(board.do("kitchen", "play chat ann company"), Played) == Played(
        "kitchen", "chat", "ann", "company", "side", coherent=True, mixed=False
    )


# Mixed messages and care.


def test_3_5_a_new_message_after_anothers_costs_one_attention_more(board: Board) -> None:
    board.put("ann", 0, firm=9)
    board.do("shop", "play tasting ann company")
    assert board.state.attention[0] == 5
    board.do("shop", "play tasting ann health")  # one's own second message is not mixed
    assert board.state.attention[0] == 4
    board.do("kitchen", "play chat ann health")  # the same as another's: coherent
    assert board.state.attention[0] == 3
    assert board.state.mixed[:2] == [0, 0]
    board.do("shop", "play tasting ann praise")  # new, and the kitchen spoke too: 1 + 1 + 1
    assert board.state.attention[0] == 0
    assert board.state.mixed[:2] == [1, 0]


def test_3_5_a_message_that_one_brought_before_anybody_else_spoke_is_not_mixed(board: Board) -> None:
    board.put("ann", 0, firm=9)
    board.do("shop", "play tasting ann company")
    board.do("kitchen", "play chat ann health")
    assert board.state.attention[0] == 3  # 1, then 1 + 1
    board.do("shop", "play tasting ann company")
    assert board.state.attention[0] == 2
    assert board.state.mixed[:2] == [0, 1]


def test_3_5_it_is_per_audience_and_forgotten_on_monday(board: Board) -> None:
    board.put("bob", 1, firm=4)
    board.put("ann", 0, firm=9)
    board.do("kitchen", "play chat ann health")
    board.do("shop", "play tasting bob company")
    assert board.state.attention[1] == 4
    board.end_week()
    board.do("shop", "play tasting ann company")
    assert board.state.mixed[:2] == [0, 0]


def test_3_6_a_play_cares_for_its_level_of_that_audience(board: Board) -> None:
    board.do("shop", "play tasting ann company")
    assert board.state.cared[0] == [0, 1, 0, 0, 0, 0]
    assert board.state.cared[1] == [0] * 6


# The odds given before the roll.


def team_knowledge(board: Board) -> Iterator[tuple[str, str]]:
    """Every pair of true motives that is consistent with what the team knows of Ann."""
    state = board.state
    ann = board.who("ann")
    names = board.ids.motives
    for main, side in permutations(names, 2):
        if state.known[ann][0] and names[state.motives[ann][0]] != main:
            continue
        if state.known[ann][1] and names[state.motives[ann][1]] != side:
            continue
        pair = (names.index(main), names.index(side))
        if any(state.not_hers[ann][m] for m in pair):
            continue
        if state.research[0] and not all(state.candidates[ann][m] for m in pair):
            continue
        yield main, side


def possible(board: Board, message: str) -> set[int]:
    ann, m = board.who("ann"), board.motive(message)
    return {c for c in (MAIN, SIDE, NEITHER) if is_possible(board.tables, board.state, ann, m, c)}


def test_3_3_at_first_every_case_is_possible(board: Board) -> None:
    assert possible(board, "health") == {MAIN, SIDE, NEITHER}
    assert possible(board, "praise") == {MAIN, SIDE, NEITHER}


def test_3_3_a_case_drops_out_when_turned_up_marked_or_not_a_candidate(board: Board) -> None:
    board.know("ann", main=True)
    assert possible(board, "health") == {MAIN}
    assert possible(board, "company") == {SIDE, NEITHER}
    board.state.not_hers[0][board.motive("praise")] = 1
    assert possible(board, "praise") == {NEITHER}
    board.set(research=1)
    assert possible(board, "savings") == {SIDE, NEITHER}
    board.state.not_hers[0][board.motive("savings")] = 1
    assert possible(board, "company") == {SIDE}  # the one candidate left must be hers


def test_3_3_no_more_candidates_left_than_motives_hidden(board: Board) -> None:
    board.set(research=1)
    assert possible(board, "health") == {MAIN, SIDE, NEITHER}
    board.state.not_hers[0][board.motive("savings")] = 1
    assert possible(board, "health") == possible(board, "company") == {MAIN, SIDE}
    assert possible(board, "savings") == possible(board, "praise") == {NEITHER}


def test_3_3_the_cases_are_those_of_some_pair_of_motives_that_fits_what_is_known(board: Board) -> None:
    """Everything that a game may turn up about Ann, against plain enumeration."""
    marks = [board.motive("praise"), board.motive("savings")]
    for known in range(4):
        for marked in range(4):
            for researched in (0, 1):
                board.set(research=researched)
                board.know("ann", main=bool(known & 1), side=bool(known & 2))
                for i, mark in enumerate(marks):
                    board.state.not_hers[0][mark] = marked >> i & 1
                if known != 3 and not researched and marked == 3:
                    continue  # the rule reckons with candidates only once they are researched
                pairs = list(team_knowledge(board))
                for message in board.ids.motives:
                    cases = {
                        MAIN if message == main else SIDE if message == side else NEITHER
                        for main, side in pairs
                    }
                    assert possible(board, message) == cases, (known, marked, researched, message)


def test_3_3_odds_say_the_difficulty_and_dice_that_the_play_then_has(board: Board) -> None:
    for message in ("health", "company", "praise"):
        odds = {
            case: difficulty(
                board.tables, board.state, 0, board.tool("tasting"), 0, board.motive(message), case
            )
            for case in possible(board, message)
        }
        count = dice_of(board.tables, board.state, board.tool("tasting"), 0)
        found = board.do("shop", f"play tasting ann {message}")
        case = ("main", "side", "neither", "certain").index(only(found, Played).case)
        assert odds[case] == only(found, Dice).difficulty
        assert count == len(only(found, Dice).rolls)
    assert CERTAIN not in possible(board, "health")


# Convincing.


def test_3_4_a_relevant_why_message_that_lifts_convinces(board: Board) -> None:
    found = board.hunt("shop", "play tasting ann health", lambda f: only(f, Dice).lifted > 0)
    assert only(found, Convinced).audience == "ann"
    assert board.state.convinced[0] == 1
    assert {m.to for m in moves(found, "play")} == {(2, "loose")}  # whatever the bond


@pytest.mark.parametrize(
    ("message", "depth", "lifts"),
    [("health", "why", False), ("praise", "why", True), ("health", "how", True), ("health", "what", True)],
)
def test_3_4_nothing_else_convinces(board: Board, message: str, depth: str, lifts: bool) -> None:
    board.card("tasting", depth=depth)
    board.hunt("shop", f"play tasting ann {message}", lambda f: (only(f, Dice).lifted > 0) == lifts)
    assert board.state.convinced[0] == 0


def test_3_4_convinced_is_for_the_rest_of_the_game(board: Board) -> None:
    board.hunt("shop", "play tasting ann health", lambda f: only(f, Dice).lifted > 0)
    board.end_week()
    board.end_week()
    assert board.state.convinced[0] == 1
