"""Chapter 7 of the rulebook: cards, options, effects, the deck."""

from collections import Counter
from typing import Any

import pytest

from game.rules.engine import begin, skip, submit
from game.rules.fact import (
    Attention,
    Choice,
    Closed,
    Event,
    Fact,
    Hours,
    Moved,
    Paid,
    Power,
    Pressing,
    Redrawn,
    Story,
    Suspects,
    Track,
    TurnedUp,
)
from game.rules.legal import pack
from game.rules.limits import GUESSING, NONE, OUR_WHY
from game.rules.log import facts, new_log
from game.rules.records import blank_state
from game.scenario.compiling import Compiled
from tests.builders import Edit, Values, tiny
from tests.rules.positions import Board, every, only

Option = tuple[int, list[dict[str, Any]]]


def with_card(*options: Option) -> Edit:
    """One event called "card" with these options: a price, and effects."""

    def edit(values: Values) -> None:
        values["events"] = [
            {
                "id": "card",
                "title": "Card",
                "text": "It happens.",
                "options": [
                    {"label": f"Option {n}", "hours": price, "effects": effects}
                    for n, (price, effects) in enumerate(options, 1)
                ],
            }
        ]

    return edit


def before(*options: Option, seats: int = 2) -> Board:
    """Week 1, the card comes in week 2, whose chair is the kitchen. Nothing drifts or shares."""
    board = Board(seats, edit=with_card(*options), card="card", card_week=2, numbers={"drift": 0})
    board.clear()
    return board


def happens(board: Board) -> tuple[Fact, ...]:
    """Everything from the turn of the card on."""
    found = board.end_week()
    return found[[fact.kind for fact in found].index("event") :]


def effect(kind: str, **columns: Any) -> dict[str, Any]:
    return {"kind": kind, **columns}


# Options.


def test_7_1_a_single_option_happens_by_itself() -> None:
    board = before((0, [effect("will", n=2)]))
    found = happens(board)
    assert only(found, Choice) == Choice("card", "1", "kitchen")
    assert (board.part, board.state.will[0]) == ("work", 4)


def test_7_1_the_chair_pays_an_option_from_mondays_hours() -> None:
    board = before((2, [effect("story")]), (0, []))
    happens(board)
    assert board.part == "monday"
    found = board.do("kitchen", "choose 1")
    assert only(found, Paid) == Paid("kitchen", 2, None, 0)
    assert only(found, Choice) == Choice("card", "1", "kitchen")
    assert board.state.hours[:2] == [6, 4]
    assert board.part == "work"


def test_7_1_an_option_that_the_chair_cannot_pay_is_refused() -> None:
    board = before((7, []), (0, []), (6, []))
    happens(board)
    assert board.ask("kitchen", "choose 1") == "hours"
    assert board.ask("kitchen", "choose 3") == "legal"
    found = board.do("kitchen", "choose 3")
    assert board.state.passed[1] == 1, found  # nothing left


def test_7_1_an_option_that_the_card_does_not_have_is_refused() -> None:
    board = before((1, []), (0, []))
    happens(board)
    assert board.ask("kitchen", "choose 3") == "unknown"


def test_7_1_effects_happen_in_order() -> None:
    board = before((0, [effect("will", n=-5), effect("will", n=3)]))
    assert every(happens(board), Track) == [Track("will", 2, 0), Track("will", 0, 3)]


def test_7_1_the_trainers_next_takes_the_first_free_option() -> None:
    board = before((1, []), (0, [effect("story")]), (0, []))
    happens(board)
    skip(board.tables, board.state, board.log)
    assert only(facts(board.log, board.ids), Choice).option == "2"
    assert (board.part, board.state.stories[0]) == ("work", 1)


# Effects.


def test_7_2_attention_of_one_or_all_within_its_bounds() -> None:
    board = before(
        (0, [effect("attention", audience="ann", n=-9), effect("attention", audience="all", n=-1)])
    )
    found = happens(board)
    assert board.state.attention[:3] == [0, 4, 3]
    assert [f for f in every(found, Attention) if f.audience == "ann"] == [Attention("ann", -6, "event")]
    up = before((0, [effect("attention", audience="ann", n=9)]))
    up.state.attention[0] = 3
    happens(up)
    assert up.state.attention[0] == 6  # 3, 2 refilled, up to the maximum


@pytest.mark.parametrize(
    ("kind", "n", "after"), [("will", 9, 10), ("will", -9, 0), ("know_how", 9, 10), ("know_how", -9, 0)]
)
def test_7_2_tracks_stay_within_0_and_10(kind: str, n: int, after: int) -> None:
    board = before((0, [effect(kind, n=n)]))
    board.set(will=5, know_how=5)
    happens(board)
    assert getattr(board.state, kind)[0] == after


def test_7_2_hours_of_the_chair_one_department_or_all() -> None:
    for department, after in (("chair", [5, 7, 5]), ("garden", [5, 5, 7]), ("all", [7, 7, 7])):
        board = before((0, [effect("hours", department=department, n=2)]), seats=3)
        happens(board)
        assert board.state.hours[:3] == after
        board.end_week()
        assert board.state.hours[:3] == [5, 5, 5]  # this week only


def test_7_2_hours_do_not_fall_below_0() -> None:
    board = before((0, [effect("hours", department="chair", n=-8)]))
    found = happens(board)
    assert only(found, Hours) == Hours("kitchen", -6)
    assert board.state.passed[1] == 1


def test_7_2_new_suspects() -> None:
    board = before((0, [effect("suspects", audience="cor", n=3)]))
    found = happens(board)
    assert only(found, Suspects) == Suspects("cor", 3)
    assert board.stand("cor", 0) == (0, 3)


def test_7_2_lifting_takes_loose_tokens_first_and_keeps_their_bonds() -> None:
    board = before((0, [effect("lift", audience="ann", level=2, n=3)]))
    board.put("ann", 2, loose=2, firm=5)
    found = happens(board)
    assert every(found, Moved) == [
        Moved("event", "ann", (2, "loose"), (3, "loose"), 2),
        Moved("event", "ann", (2, "firm"), (3, "firm"), 1),
    ]
    assert sum(board.state.lifted[0]) + sum(board.state.lifted[1]) == 0  # counts for nobody (8.4)


def test_7_2_a_suspect_lifted_becomes_loose() -> None:
    board = before((0, [effect("lift", audience="ann", level=0, n=2)]))
    board.put("ann", 0, firm=5)
    happens(board)
    assert board.stand("ann", 1) == (2, 0)


def test_7_2_dropping_takes_loose_tokens_first_and_keeps_their_bonds() -> None:
    board = before(
        (0, [effect("drop", audience="ann", level=2, n=3), effect("drop", audience="ann", level=1, n=1)])
    )
    board.put("ann", 2, loose=1, firm=1)
    happens(board)
    assert board.stand("ann", 2) == (0, 0)  # no more than there are
    assert board.stand("ann", 1) == (0, 1)
    assert board.stand("ann", 0) == (0, 1)  # loose before, firm as a suspect


def test_7_2_a_pressing_week_is_that_week_only() -> None:
    board = before((0, [effect("pressing")]))
    assert every(happens(board), Pressing) == [Pressing()]
    board.do("shop", "convince necessity")
    assert board.state.will[0] == 4
    board.end_week()
    board.set(will=0)
    board.do("shop", "convince opportunity")
    board.do("shop", "convince necessity")
    assert board.state.will[0] == 2


def test_7_2_a_closed_channel_is_not_relevant_this_week() -> None:
    board = before((0, [effect("close_channel", channel="face_to_face")]))
    board.put("ann", 0, firm=3)
    assert only(happens(board), Closed).channel == "face_to_face"
    assert board.ask("shop", "play chat ann company") == "channel_closed"
    board.end_week()
    assert board.ask("shop", "play chat ann company") == "legal"


def test_7_2_a_motive_turned_up_is_the_main_one_first_and_no_handshake() -> None:
    board = before((0, [effect("reveal", audience="cor")]))
    board.hers("cor", "savings", "praise")
    assert only(happens(board), TurnedUp) == TurnedUp("cor", "savings", "main")
    assert board.state.handshake[2] == 0
    twice = before((0, [effect("reveal", audience="cor")] * 3))
    twice.hers("cor", "savings", "praise")
    assert [fact.motive for fact in every(happens(twice), TurnedUp)] == ["savings", "praise"]


def test_7_2_a_story_and_powers() -> None:
    board = before(
        (
            0,
            [
                effect("story", n=2),
                effect("power", power="data", n=-5),
                effect("power", power="network", n=1),
            ],
        )
    )
    found = happens(board)
    assert only(found, Story).n == 2
    assert every(found, Power) == [Power("data", -2), Power("network", 1)]
    assert board.state.stories[0] == 2
    assert board.state.powers == [1, 0, 0, 0, 1, 0]


def test_7_2_a_redrawn_side_motive_is_another_candidate_hidden_again_and_marks_are_gone() -> None:
    sides: Counter[str] = Counter()
    board = before((0, [effect("redraw_side", audience="bob")]))
    for _ in board.under(range(60)):
        board.hers("bob", "health", "praise")
        board.know("bob", main=True, side=True)
        board.state.not_hers[1][board.motive("company")] = 1
        board.state.not_hers[0][board.motive("praise")] = 1
        found = happens(board)
        assert only(found, Redrawn).audience == "bob"
        sides[board.ids.motives[board.state.motives[1][1]]] += 1
        assert board.ids.motives[board.state.motives[1][0]] == "health"
        assert board.state.known[1] == [1, 0]
        assert sum(board.state.not_hers[1]) == 0
        assert sum(board.state.not_hers[0]) == 1  # Ann's stay
    assert set(sides) == {"company", "savings"}
    assert min(sides.values()) >= 15


def test_7_2_redrawing_twice_may_bring_the_first_side_motive_back_but_never_the_one_before() -> None:
    board = before((0, [effect("redraw_side", audience="cor")] * 2))
    for _ in board.under(range(30)):
        board.hers("cor", "savings", "praise")
        happens(board)
        # three candidates: the only other one, and from there the only other one again
        assert board.ids.motives[board.state.motives[2][1]] == "praise"


def test_7_2_with_no_other_candidate_a_redraw_has_no_effect() -> None:
    board = before((0, [effect("redraw_side", audience="cor")]))
    board.hers("cor", "savings", "praise")
    board.know("cor", side=True)
    board.state.candidates[2][board.motive("company")] = 0
    found = happens(board)
    assert every(found, Redrawn) == []
    assert board.state.known[2] == [0, 1]


# Targets.


def test_7_2_a_random_target_is_drawn_once_for_a_card_and_shown_with_it() -> None:
    targets: Counter[tuple[str, str]] = Counter()
    board = before(
        (1, [effect("attention", audience="random", n=-1), effect("suspects", audience="random", n=2)]),
        (0, [effect("reveal", audience="random"), effect("hours", department="random", n=-1)]),
        seats=3,
    )
    for seed in board.under(range(90)):
        card = only(happens(board), Event)
        assert card.audience is not None
        assert card.department is not None
        targets[card.audience, card.department] += 1
        if seed % 2:
            found = board.do("kitchen", "choose 1")
            assert {f.audience for f in every(found, Attention)} == {card.audience}
            assert {f.audience for f in every(found, Suspects)} == {card.audience}
        else:
            found = board.do("kitchen", "choose 2")
            assert {f.audience for f in every(found, TurnedUp)} == {card.audience}
            assert {f.seat for f in every(found, Hours)} == {card.department}
    assert len(targets) == 9
    assert max(targets.values()) <= 25


def test_7_2_a_card_without_a_random_target_shows_none() -> None:
    board = before((0, [effect("attention", audience="all", n=1)]))
    assert only(happens(board), Event) == Event("card", None, None)


def test_7_2_an_audience_or_department_that_is_not_in_play_has_no_effect() -> None:
    def edit(values: Values) -> None:
        with_card((0, [effect("suspects", audience="dee", n=3), effect("hours", department="garden", n=2)]))(
            values
        )
        values["audiences"].append({**values["audiences"][0], "id": "dee"})

    board = Board(2, edit=edit, card="card", card_week=2, numbers={"drift": 0})
    board.clear()
    found = happens(board)
    assert not every(found, Suspects)
    assert not every(found, Hours)
    assert board.state.hours[:2] == [6, 6]


# The deck.


def turned(compiled: Compiled, seed: int) -> list[str | None]:
    """The cards of a whole game, week by week."""
    state = blank_state()
    log = new_log()
    begin(compiled.tables, state, seed, 0)
    cards: list[str | None] = []
    submit(compiled.tables, state, 0, pack(OUR_WHY, 0), log)
    while state.part[0] < GUESSING:
        week = state.week[0]
        cards.append(None if state.event[0] == NONE else compiled.ids.events[state.event[0]])
        while state.week[0] == week and state.part[0] < GUESSING:
            skip(compiled.tables, state, log)
    return cards


def test_7_3_events_are_drawn_without_replacement_and_the_fixed_one_comes_in_its_week() -> None:
    orders = set()
    compiled = tiny(2)
    for seed in range(40):
        cards = turned(compiled, seed)
        assert cards[1] == "rain"
        rest = [card for card in cards if card != "rain"]
        assert sorted(map(str, rest)) == ["crisis", "fair", "gossip"]
        orders.add(tuple(rest))
    assert len(orders) == 6


def test_7_3_an_empty_deck_gives_quiet_weeks() -> None:
    def few(values: Values) -> None:
        values["events"] = values["events"][:2]

    compiled = tiny(2, few)
    for seed in range(5):
        assert turned(compiled, seed) == ["crisis", "rain", None, None]


def test_7_3_a_fixed_event_replaces_that_weeks_draw() -> None:
    def fixed(values: Values) -> None:
        values["weeks"] = 3

    fixed_week, no_fixed = tiny(2, fixed), tiny(2, lambda values: values["events"].pop(0))
    for seed in range(5):
        with_fixed = turned(fixed_week, seed)
        assert len(with_fixed) == 3
        assert with_fixed.count("rain") == 1
        free = turned(no_fixed, seed)
        assert with_fixed[0] == free[0]
        assert with_fixed[2] == free[1]  # the deck waits a week
