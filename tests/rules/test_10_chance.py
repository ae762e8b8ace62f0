"""Chapter 10 of the rulebook: chance is a function of who draws what for what."""

from collections import Counter

import pytest

from game.rules.chance import below, d6, key, stir
from game.rules.fact import Dice
from game.rules.ids import key as id_key
from game.rules.limits import P_DRIFT, P_PLAY, P_SHARING
from tests.rules.positions import Board, every, only

MASK = (1 << 64) - 1


def splitmix64(seed: int, n: int) -> list[int]:
    """The first ``n`` outputs of the published generator, unsigned."""
    out = []
    state = seed & MASK
    for _ in range(n):
        state = (state + 0x9E3779B97F4A7C15) & MASK
        z = state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        out.append(z ^ (z >> 31))
    return out


def test_10_stir_is_splitmix64() -> None:
    assert splitmix64(1234567, 2) == [6457827717110365317, 3203168211198807973]  # published test values
    for seed in (0, 1, -1, 1234567, (1 << 62) + 12345):
        assert [stir(seed, i) & MASK for i in range(50)] == splitmix64(seed, 50)
        assert all(-(1 << 63) <= stir(seed, i) < 1 << 63 for i in range(50))


def test_10_a_die_is_fair() -> None:
    faces: Counter[int] = Counter()
    for week in range(1, 9):
        for audience in ("ann", "bob", "cor"):
            luck = key(7, P_PLAY, week, id_key("audience", audience))
            faces.update(d6(luck, i) for i in range(500))
    assert set(faces) == set(range(1, 7))
    expected = sum(faces.values()) / 6
    chi = sum((n - expected) ** 2 / expected for n in faces.values())
    assert chi < 20.5  # five degrees of freedom, one in a thousand


def test_10_choices_below_n_reach_everything() -> None:
    assert {below(key(1, P_PLAY, 1, 1), i, 7) for i in range(200)} == set(range(7))


@pytest.mark.parametrize("other", [(2, 1, 1, 1), (1, 2, 1, 1), (1, 1, 2, 1), (1, 1, 1, 2)])
def test_10_another_seed_purpose_week_or_id_is_another_luck(other: tuple[int, int, int, int]) -> None:
    one, two = key(1, 1, 1, 1), key(*other)
    rolls = [(d6(one, i), d6(two, i)) for i in range(300)]
    same = sum(a == b for a, b in rolls)
    assert 25 <= same <= 80  # about a sixth


def test_10_ids_are_known_by_name_and_kind() -> None:
    names = [id_key(kind, name) for kind in ("audience", "mechanism", "department") for name in ("a", "b")]
    assert len(set(names)) == 6
    assert id_key("audience", "ann") == id_key("audience", "ann")


def test_10_the_running_number_counts_what_was_already_drawn_for_that_key_this_week() -> None:
    board = Board()
    board.clear()
    board.put("ann", 0, firm=20)
    board.put("bob", 0, firm=20)
    luck = key(
        1, P_PLAY, 1, id_key("department", "shop"), id_key("mechanism", "chat"), id_key("audience", "ann")
    )
    rolls: list[int] = []
    for text in ("play chat ann company", "play chat bob company", "play chat ann health"):
        roll = only(board.do("shop", text), Dice)
        rolls += roll.rolls if roll.audience == "ann" else ()
    board.do("kitchen", "play chat ann company")  # another seat draws for itself
    rolls += only(board.do("shop", "play chat ann company"), Dice).rolls
    assert rolls == [d6(luck, i) for i in range(6)]
    board.end_week(talk="cor")
    again = key(
        1, P_PLAY, 2, id_key("department", "shop"), id_key("mechanism", "chat"), id_key("audience", "ann")
    )
    rolls = list(only(board.do("shop", "play chat ann company"), Dice).rolls)
    assert rolls == [d6(again, i) for i in range(2)]


def test_10_fridays_dice_are_keyed_by_audience_and_level() -> None:
    board = Board()
    board.clear()
    for audience in ("ann", "bob"):
        board.put(audience, 3, loose=4, firm=4)
        board.put(audience, 0, firm=9)
    found = every(board.end_week(talk="cor"), Dice)
    assert {d.purpose for d in found} == {"drift", "sharing"}
    for dice in found:
        purpose = {"drift": P_DRIFT, "sharing": P_SHARING}[dice.purpose]
        luck = key(1, purpose, 1, id_key("audience", dice.audience), dice.level)
        assert list(dice.rolls) == [d6(luck, i) for i in range(len(dice.rolls))]


def test_10_what_others_do_in_between_changes_nobodys_dice() -> None:
    quiet, busy = Board(), Board()
    for board in (quiet, busy):
        board.put("ann", 0, firm=9)
    busy.do("kitchen", "talk bob")
    busy.do("kitchen", "play chat bob health")
    busy.do("shop", "play chat bob company")
    a = only(quiet.do("shop", "play chat ann company"), Dice)
    b = only(busy.do("shop", "play chat ann company"), Dice)
    assert a.rolls == b.rolls
