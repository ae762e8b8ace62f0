"""Rule 3.7: broadcasts."""

import pytest

from game.rules.fact import Dice, NotHers, Paid, Played, TurnedUp
from tests.rules.positions import Board, every, lifts


@pytest.fixture
def board() -> Board:
    """A leaflet online, from suspects up: Ann and Bob are online, Cor is not."""
    made = Board()
    made.clear()
    for audience in ("ann", "bob", "cor"):
        made.put(audience, 0, firm=5)
    return made


def reached(board: Board) -> list[str]:
    return [played.audience for played in every(board.do("shop", "broadcast leaflet"), Played)]


def test_3_7_it_reaches_every_audience_that_uses_the_channel(board: Board) -> None:
    assert reached(board) == ["ann", "bob"]


def test_3_7_it_needs_a_token_on_its_level(board: Board) -> None:
    board.put("ann", 0)
    assert reached(board) == ["bob"]


def test_3_7_it_needs_the_attention(board: Board) -> None:
    board.state.attention[1] = 0
    assert reached(board) == ["ann"]
    assert board.state.attention[:3] == [5, 0, 4]


def test_3_7_only_those_reached_pay_roll_are_cared_for_and_take_note(board: Board) -> None:
    found = board.do("shop", "broadcast leaflet")
    assert [(p.hours, p.audience, p.attention) for p in every(found, Paid)] == [
        (1, None, 0),
        (0, "ann", 1),
        (0, "bob", 1),
    ]
    assert [(d.audience, len(d.rolls)) for d in every(found, Dice)] == [("ann", 3), ("bob", 3)]
    assert [row[0] for row in board.state.cared[:3]] == [1, 1, 0]
    assert board.state.voices[:3] == [1, 1, 0]


def test_3_7_reach_counts_for_each(board: Board) -> None:
    board.put("bob", 0, firm=2)
    found = board.do("shop", "broadcast leaflet")
    assert [len(d.rolls) for d in every(found, Dice)] == [3, 2]


def test_3_7_the_difficulty_is_the_mechanisms_own(board: Board) -> None:
    board.card("leaflet", depth="why", level=1, difficulty=4)
    board.put("ann", 1, firm=3)
    board.state.proposition[0] = board.state.convinced[0] = 1
    board.do("kitchen", "play chat ann health")
    (roll,) = every(board.do("shop", "broadcast leaflet"), Dice)
    assert roll.difficulty == 4


def test_3_7_it_teaches_and_convinces_nothing(board: Board) -> None:
    board.card("leaflet", depth="why", difficulty=2)
    found = board.hunt("shop", "broadcast leaflet", lifts)
    assert not every(found, TurnedUp)
    assert not every(found, NotHers)
    assert board.state.convinced[:3] == [0, 0, 0]
    assert board.state.irrelevant[0] == 0


def test_3_7_after_anothers_message_it_costs_one_attention_more(board: Board) -> None:
    board.do("kitchen", "play chat ann health")
    before = board.state.attention[:2]
    board.do("shop", "broadcast leaflet")
    assert board.state.attention[:2] == [before[0] - 2, before[1] - 1]
    assert board.state.mixed[0] == 1  # audiences that paid extra


def test_3_7_who_cannot_pay_the_extra_attention_is_not_reached(board: Board) -> None:
    board.hers("ann", "health", "company")
    board.do("kitchen", "play chat ann health")
    board.state.attention[0] = 1
    assert reached(board) == ["bob"]


def test_3_7_all_broadcasts_count_as_one_and_the_same_message_but_are_never_coherent() -> None:
    board = Board(3, edit=lambda values: values["departments"][2]["toolbox"].append("leaflet"))
    board.do("shop", "broadcast leaflet")
    attention = board.state.attention[:2]
    second = board.do("garden", "broadcast leaflet")
    assert board.state.attention[:2] == [attention[0] - 1, attention[1] - 1]  # not mixed
    assert [(p.coherent, p.mixed) for p in every(second, Played)] == [(False, False)] * 2
    assert {d.difficulty for d in every(second, Dice)} == {5}
    assert board.state.coherent[:3] == [0, 0, 0]
    board.hers("ann", "health", "company")
    mixed = board.do("kitchen", "play chat ann health")
    assert every(mixed, Played)[0].mixed  # to a play, the broadcast was another message


def test_3_7_one_broadcast_is_one_use_of_the_mechanism(board: Board) -> None:
    board.do("shop", "broadcast leaflet")
    assert board.state.plays[board.tables.tool_of[0][board.tool("leaflet")]] == 1
    assert board.state.hours[0] == 5


def test_3_7_what_broadcasts_lift_counts_for_the_seat(board: Board) -> None:
    found = board.hunt("shop", "broadcast leaflet", lifts)
    assert board.state.lifted[0][0] == sum(d.lifted for d in every(found, Dice))
    assert board.state.lifted_firm[0] == 0


def test_3_7_relevance_fails_where_no_audience_has_channel_and_token(board: Board) -> None:
    board.put("ann", 0)
    board.put("bob", 0)
    assert board.ask("shop", "broadcast leaflet") == "no_token"
    board.tables.channel[board.tool("leaflet")] = 4  # phone: Bob's
    assert board.ask("shop", "broadcast leaflet") == "no_token"
    board.tables.channels[1] = 1 << 1
    assert board.ask("shop", "broadcast leaflet") == "channel"


def test_3_7_a_closed_channel_fails_relevance(board: Board) -> None:
    board.state.closed[1] = 1
    assert board.ask("shop", "broadcast leaflet") == "channel_closed"


def test_3_7_else_feasibility_fails_after_will(board: Board) -> None:
    board.state.attention[:3] = [0, 0, 4]
    assert board.ask("shop", "broadcast leaflet") == "attention"
    board.card("leaflet", mechanism_will=3)
    assert board.ask("shop", "broadcast leaflet") == "will"
    board.set(will=3)
    board.card("leaflet", mechanism_know_how=3)
    assert board.ask("shop", "broadcast leaflet") == "know_how"


def test_3_7_a_broadcast_is_no_play_and_a_play_no_broadcast(board: Board) -> None:
    assert board.ask("shop", "play leaflet ann health") == "unknown"
    assert board.ask("shop", "broadcast chat") == "unknown"
