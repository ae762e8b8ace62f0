"""Rule 3.4: the bond of lifted tokens, the first line that applies."""

import pytest

from game.rules.fact import Dice
from tests.rules.positions import Board, lifts, moves, only


def make(why: str = "street") -> Board:
    board = Board(why=why)
    board.clear()
    board.set(week=3, will=4, know_how=4)
    board.hers("ann", "health", "company")
    board.put("ann", 1, loose=1, firm=5)
    board.put("ann", 2, firm=6)
    return board


def bond(board: Board, seat: str, text: str) -> str:
    """The one bond of everything that a play lifts."""
    found = board.hunt(seat, text, lifts)
    (to,) = {moved.to for moved in moves(found, "play")}
    assert only(found, Dice).bond == to[1]
    return to[1]


def test_3_4_1_broadcast_is_loose_even_after_a_handshake() -> None:
    board = make()
    board.shake_hands()
    board.put("ann", 0, firm=6)
    board.state.proposition[0] = 1
    board.card("leaflet", depth="why", level=1)
    found = board.hunt("shop", "broadcast leaflet", lifts)
    assert {moved.to for moved in moves(found, "broadcast")} == {(2, "loose")}


def test_3_4_2_no_handshake_no_firm_bond() -> None:
    board = make()
    board.state.proposition[0] = 1
    board.state.convinced[0] = 1
    assert bond(board, "shop", "play tasting ann health") == "loose"
    assert bond(board, "kitchen", "play course ann health") == "loose"
    board.do("kitchen", "talk ann")
    assert bond(board, "shop", "play tasting ann health") == "firm"


def test_3_4_2_the_handshake_is_with_that_audience() -> None:
    board = make()
    board.do("kitchen", "talk bob")
    assert bond(board, "shop", "play tasting ann health") == "loose"


@pytest.mark.parametrize("depth", ["what", "how", "why"])
def test_3_4_3_from_network_to_follower_with_a_value_proposition_is_firm(depth: str) -> None:
    board = make("profit")
    board.shake_hands()
    board.state.proposition[0] = 1
    board.card("tasting", depth=depth)
    assert bond(board, "shop", "play tasting ann health") == "firm"


def test_3_4_3_a_value_proposition_counts_for_that_step_only() -> None:
    board = make()
    board.shake_hands()
    board.state.proposition[0] = 1
    board.card("course", depth="what")
    assert bond(board, "kitchen", "play course ann health") == "loose"


@pytest.mark.parametrize(("why", "expected"), [("street", "firm"), ("profit", "loose")])
def test_3_4_4_why_is_firm_unless_our_why_is_empty(why: str, expected: str) -> None:
    board = make(why)
    board.shake_hands()
    assert bond(board, "shop", "play tasting ann health") == expected


def test_3_4_4_an_irrelevant_why_message_gives_a_firm_bond_too() -> None:
    board = make()
    board.shake_hands()
    assert bond(board, "shop", "play tasting ann praise") == "firm"
    assert board.state.convinced[0] == 0


@pytest.mark.parametrize(("convinced", "expected"), [(1, "firm"), (0, "loose")])
def test_3_4_5_how_is_firm_if_the_audience_was_convinced_before(convinced: int, expected: str) -> None:
    board = make()
    board.shake_hands()
    board.state.convinced[0] = convinced
    assert bond(board, "kitchen", "play course ann health") == expected


def test_3_4_6_what_is_loose() -> None:
    board = make()
    board.shake_hands()
    board.state.convinced[0] = 1
    board.card("tasting", depth="what")
    assert bond(board, "shop", "play tasting ann health") == "loose"


def test_3_4_a_firm_token_lifted_loosely_becomes_loose_and_a_loose_one_firm() -> None:
    loosely = make()
    loosely.put("ann", 1, firm=3)
    loosely.card("tasting", depth="what")
    bond(loosely, "shop", "play tasting ann health")
    assert loosely.stand("ann", 2)[0] > 0
    firmly = make()
    firmly.put("ann", 1, loose=3)
    firmly.shake_hands()
    bond(firmly, "shop", "play tasting ann health")
    assert firmly.stand("ann", 2)[0] == 0
    assert firmly.stand("ann", 2)[1] > 6
