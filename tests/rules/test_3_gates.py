"""Rule 3.2: what is refused outright, and three gates asked in order."""

import pytest

from game.rules import refusal
from game.rules.refusal import CODES, gate, lights
from tests.rules.positions import Board

TASTING = "play tasting ann health"


@pytest.fixture
def board() -> Board:
    """Week 3, everything in order for shop's tasting and kitchen's panel on Ann."""
    made = Board()
    made.set(week=3, will=4, know_how=4)
    made.hers("ann", "health", "company")
    return made


def test_3_2_what_is_not_ones_own_is_refused_outright(board: Board) -> None:
    assert board.ask("kitchen", TASTING) == "not_yours"
    assert board.ask("kitchen", "broadcast leaflet") == "not_yours"


def test_3_2_what_is_not_yet_unlocked_is_refused_outright(board: Board) -> None:
    board.set(week=1)
    assert board.ask("kitchen", "play course bob health") == "locked"
    assert board.ask("kitchen", "practise") == "locked"


def test_3_1_a_message_is_one_of_the_mechanisms_motives(board: Board) -> None:
    assert board.ask("shop", "play tasting ann savings") == "not_its_message"
    assert board.ask("shop", TASTING) == "legal"


def test_3_2_outright_refusals_come_before_the_gates(board: Board) -> None:
    board.set(week=1, will=0)
    board.put("ann", 3)
    assert board.ask("shop", "play panel ann praise") == "not_yours"
    assert board.ask("kitchen", "play panel ann praise") == "locked"


def test_3_2_gates_are_asked_in_order_and_the_first_that_fails_is_named(board: Board) -> None:
    """Everything is wrong with a play at first; put right one thing after the other."""
    board.card("keys", mechanism_know_how=6, mechanism_will=5, attention=3, mechanism_hours=4)
    board.set(will=4, know_how=4)
    ann, keys, kitchen = board.who("ann"), board.tool("keys"), board.seat("kitchen")
    board.state.powers[2] = 0
    board.state.hours[kitchen] = 3
    board.state.attention[ann] = 2
    face_to_face, post = 2, 5
    board.tables.channel[keys] = post
    board.state.closed[post] = board.state.closed[face_to_face] = 1
    board.put("ann", 4)

    def ask() -> str:
        return board.ask("kitchen", "play keys ann praise")

    assert ask() == "channel"
    board.tables.channel[keys] = face_to_face
    assert ask() == "channel_closed"
    board.state.closed[face_to_face] = 0
    assert ask() == "no_token"
    board.put("ann", 4, loose=1)
    assert ask() == "will"
    board.set(will=5)
    assert ask() == "know_how"
    board.set(know_how=6)
    assert ask() == "hours"
    board.state.hours[kitchen] = 4
    assert ask() == "attention"
    board.state.attention[ann] = 3
    assert ask() == "power"
    board.state.powers[2] = 1
    assert ask() == "legal"


def test_3_2_the_codes_stand_in_the_order_of_the_gates() -> None:
    gates = [gate(code) for code in range(len(CODES))]
    assert gates[refusal.CHANNEL :] == sorted(gates[refusal.CHANNEL :])
    named = {CODES[code]: gate(code) for code in range(len(CODES))}
    assert [named[name] for name in ("channel", "channel_closed", "no_token", "will")] == [1, 1, 1, 2]
    assert [named[name] for name in ("know_how", "hours", "attention", "power")] == [3, 3, 3, 3]
    assert [named[name] for name in ("legal", "not_now", "not_yours", "locked")] == [0, 0, 0, 0]


def test_3_2_three_lights_in_that_order() -> None:
    assert lights(refusal.LEGAL, verb=False) == ("open", "open", "open")
    assert lights(refusal.NO_TOKEN, verb=False) == ("shut", "not_asked", "not_asked")
    assert lights(refusal.WILL, verb=False) == ("open", "shut", "not_asked")
    assert lights(refusal.ATTENTION, verb=False) == ("open", "open", "shut")
    assert lights(refusal.LOCKED, verb=False) == ("not_asked", "not_asked", "not_asked")
    assert lights(refusal.SAME_ARGUMENT, verb=True) == ("not_asked", "not_asked", "shut")
    assert lights(refusal.LEGAL, verb=True) == ("not_asked", "not_asked", "open")


def test_3_2_will_is_enough_when_it_equals_the_mechanisms(board: Board) -> None:
    board.set(will=2)
    assert board.ask("shop", TASTING) == "legal"
    board.set(will=1)
    assert board.ask("shop", TASTING) == "will"


def test_3_2_the_attention_needed_includes_that_of_mixed_messages(board: Board) -> None:
    board.do("kitchen", "play chat ann company")
    board.state.attention[0] = 1
    assert board.ask("shop", TASTING) == "attention"
    assert board.ask("shop", "play tasting ann company") == "legal"
    board.state.attention[0] = 2
    assert board.ask("shop", TASTING) == "legal"


def test_3_2_an_irrelevant_message_needs_no_more_attention_than_its_price(board: Board) -> None:
    board.state.attention[0] = 1
    assert board.ask("shop", "play tasting ann praise") == "legal"
    board.do("shop", "play tasting ann praise")
    assert board.state.attention[0] == 0


def test_3_2_verbs_have_only_the_third_gate(board: Board) -> None:
    board.set(will=0, know_how=0, stories=0)
    board.state.closed[:] = [1] * 6
    board.put("ann", 1)
    for text in ("talk ann", "research", "convince necessity", "practise", "measure", "reference_work"):
        assert board.ask("shop", text) == "legal"
    for text in ("convince success_story", "hold_back ann", "proposition ann"):
        assert gate(CODES.index(board.ask("shop", text))) == 3
