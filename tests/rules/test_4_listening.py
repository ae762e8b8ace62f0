"""Chapter 4 of the rulebook: talk, research, hold back."""

import pytest

from game.rules.fact import Attention, Handshake, Paid, Researched, Talked, TurnedUp
from tests.rules.positions import Board, every, only


@pytest.fixture
def board() -> Board:
    made = Board()
    made.set(week=2)
    made.hers("ann", "health", "company")
    return made


def test_4_1_a_talk_takes_1_hour_and_needs_attention_but_uses_none(board: Board) -> None:
    board.state.attention[0] = 1
    board.do("shop", "talk ann")
    assert (board.state.hours[0], board.state.attention[0]) == (5, 1)
    board.state.attention[0] = 0
    assert board.ask("shop", "talk ann") == "attention"


def test_4_1_it_turns_up_the_next_hidden_motive_main_first(board: Board) -> None:
    assert only(board.do("shop", "talk ann"), TurnedUp) == TurnedUp("ann", "health", "main")
    assert only(board.do("kitchen", "talk ann"), TurnedUp) == TurnedUp("ann", "company", "side")


def test_4_1_where_a_play_turned_up_the_side_motive_a_talk_turns_up_the_main_one(board: Board) -> None:
    board.know("ann", side=True)
    assert only(board.do("shop", "talk ann"), TurnedUp).place == "main"


def test_4_1_where_a_play_turned_up_the_main_motive_a_talk_turns_up_the_side_one(board: Board) -> None:
    board.know("ann", main=True)
    assert only(board.do("shop", "talk ann"), TurnedUp).place == "side"


def test_4_1_the_first_talk_is_the_handshake(board: Board) -> None:
    assert only(board.do("shop", "talk ann"), Handshake).audience == "ann"
    assert every(board.do("kitchen", "talk ann"), Handshake) == []
    assert board.state.handshake[:3] == [1, 0, 0]


def test_4_1_talking_again_is_legal_and_counts_as_a_talk(board: Board) -> None:
    board.know("ann", main=True, side=True)
    found = board.do("shop", "talk ann")
    assert every(found, TurnedUp) == []
    assert only(found, Talked) == Talked("shop", "ann")
    assert board.state.talks[0] == 1


def test_4_2_research_turns_up_every_candidate_once_a_game(board: Board) -> None:
    found = board.do("shop", "research")
    assert only(found, Researched).seat == "shop"
    assert only(found, Paid) == Paid("shop", 1, None, 0)
    assert board.state.research[0] == 1
    assert board.ask("kitchen", "research") == "researched"
    board.end_week()
    assert board.ask("kitchen", "research") == "researched"
    assert every(found, TurnedUp) == []


def test_4_3_holding_back_gives_an_audience_1_attention_once_a_week(board: Board) -> None:
    board.state.attention[:3] = [3, 2, 4]
    found = board.do("shop", "hold_back ann")
    assert only(found, Attention) == Attention("ann", 1, "hold_back")
    assert (board.state.attention[0], board.state.hours[0], board.state.holds[0]) == (4, 5, 1)
    assert board.ask("kitchen", "hold_back ann") == "held"  # once for all seats
    assert board.ask("kitchen", "hold_back bob") == "legal"
    assert board.ask("kitchen", "hold_back cor") == "attention_full"
    board.state.attention[0] = 1
    board.end_week(talk="bob")
    assert board.ask("kitchen", "hold_back ann") == "legal"
