"""Chapter 1 of the rulebook: the board, set up."""

from collections import Counter

import pytest

from game.rules.engine import begin
from game.rules.fact import Dice
from game.rules.limits import NONE, SEATS
from game.rules.records import blank_state
from game.rules.state import State
from game.scenario import compiling
from game.scenario.compiling import Compiled
from tests.builders import Values, tiny, tiny_scenario
from tests.rules.positions import Board, every, lifts, moves


def begun(compiled: Compiled, seed: int) -> State:
    state = blank_state()
    begin(compiled.tables, state, seed, 0)
    return state


def test_1_2_tokens_that_a_scenario_places_are_firm() -> None:
    board = Board(why=None)
    assert [board.stand("ann", level) for level in range(6)] == [
        (0, 6),
        (0, 3),
        (0, 1),
        (0, 1),
        (0, 1),
        (0, 0),
    ]


def test_1_3_attention_starts_full() -> None:
    board = Board()
    assert board.state.attention[:3] == [6, 5, 4]


def test_1_3_two_different_motives_are_drawn_evenly_from_the_candidates() -> None:
    compiled = tiny(2)
    drawn = Counter(tuple(begun(compiled, seed).motives[0]) for seed in range(1200))
    company, health, savings = (compiled.ids.motives.index(m) for m in ("company", "health", "savings"))
    pairs = {(a, b) for a in (company, health, savings) for b in (company, health, savings) if a != b}
    assert set(drawn) == pairs
    assert all(150 <= drawn[pair] <= 250 for pair in pairs)


def test_1_4_personal_motives_are_drawn_without_replacement_and_evenly() -> None:
    compiled = tiny(2)
    games = [begun(compiled, seed).personal for seed in range(600)]
    drawn = Counter((personal[0], personal[1]) for personal in games)
    assert set(drawn) == {(a, b) for a in range(3) for b in range(3) if a != b}
    assert all(70 <= n <= 130 for n in drawn.values())
    assert all(personal[2:] == [NONE] * (SEATS - 2) for personal in games)


def test_1_4_hours_depend_on_the_number_of_seats() -> None:
    assert Board(2).state.hours[:2] == [6, 6]
    assert Board(3).state.hours[:3] == [5, 5, 5]


@pytest.mark.parametrize(("seats", "hours"), [(2, 6), (3, 5), (4, 4), (5, 4), (6, 3)])
def test_1_4_default_hours(seats: int, hours: int) -> None:
    assert tiny_scenario().hours(seats) == hours


def test_1_4_a_scenario_may_set_other_hours() -> None:
    def edit(values: Values) -> None:
        values["rules"]["hours"] = {2: 8}

    assert Board(2, edit=edit).state.hours[:2] == [8, 8]
    assert tiny(3, edit).tables.hours[0] == 5


def test_1_4_with_two_seats_one_also_runs_anothers_toolbox_but_keeps_its_own_kpi() -> None:
    board = Board(2)
    board.set(week=3, will=2, know_how=1)
    assert board.ask("kitchen", "play keys ann praise") == "legal"  # the garden's
    alone = Board(3)
    alone.set(week=3, will=2, know_how=1)
    assert alone.ask("kitchen", "play keys ann praise") == "not_yours"
    assert alone.ask("garden", "play keys ann praise") == "legal"
    kitchen = board.compiled.scenario.department("kitchen").kpi
    assert board.tables.kpi_points[1] == kitchen.points == 2
    assert kitchen.measure == "lifted_firm"


def test_1_4_a_tool_in_two_toolboxes_belongs_to_both() -> None:
    board = Board(3)
    assert board.ask("shop", "play chat ann company") == "legal"
    assert board.ask("kitchen", "play chat ann company") == "legal"
    assert board.ask("garden", "play chat ann company") == "not_yours"


def test_1_5_audiences_in_play_are_seats_and_one_in_the_files_order() -> None:
    def two_more(values: Values) -> None:
        for name in ("dee", "eve"):
            values["audiences"].append({**values["audiences"][0], "id": name})

    scenario = tiny_scenario(two_more)
    assert compiling.compile(scenario, 2).ids.audiences == ("ann", "bob", "cor")
    assert compiling.compile(scenario, 3).ids.audiences == ("ann", "bob", "cor", "dee")
    assert tiny(3).ids.audiences == ("ann", "bob", "cor")  # at most what the scenario has


def test_1_6_tracks_and_stocks_at_the_start() -> None:
    board = Board()
    assert (board.state.will[0], board.state.know_how[0], board.state.stories[0]) == (2, 1, 0)
    assert board.state.powers == [1, 0, 2, 0, 0, 0]


def test_1_7_before_the_first_monday_only_our_why_is_legal_and_only_for_the_chair() -> None:
    board = Board(why=None)
    assert board.ask("shop", "our_why street") == "legal"
    assert board.ask("kitchen", "our_why street") == "not_your_turn"
    for text in ("talk ann", "pass", "play chat ann company", "broadcast leaflet", "choose 1", "research"):
        assert board.ask("shop", text) == "not_now"
    board.do("shop", "our_why health")
    assert board.state.our_why[0] == board.ids.sentences.index("health")
    assert board.ask("shop", "our_why street") == "not_now"


def test_1_7_our_why_makes_why_mechanisms_with_its_motives_one_easier() -> None:
    for sentence, message, difficulty in (
        ("street", "company", 2),  # 3, side motive, carried
        ("street", "health", 2),  # 3, main motive
        ("health", "company", 3),
        ("health", "health", 2),  # 3 − 1 − 1, kept at 2
        ("profit", "company", 3),
    ):
        board = Board(why=sentence)
        board.hers("ann", "health", "company")
        found = board.do("shop", f"play chat ann {message}")
        assert every(found, Dice)[0].difficulty == difficulty, (sentence, message)
    board = Board(why="street")
    board.card("chat", depth="how")
    board.hers("ann", "health", "company")
    assert every(board.do("shop", "play chat ann company"), Dice)[0].difficulty == 3


def test_1_7_with_an_empty_sentence_why_mechanisms_give_loose_bonds() -> None:
    for sentence, bond in (("street", "firm"), ("profit", "loose")):
        board = Board(why=sentence)
        board.shake_hands()
        board.hers("ann", "company", "health")
        found = board.hunt("shop", "play chat ann company", lifts)
        assert {fact.to for fact in moves(found, "play")} == {(1, bond)}
