"""Chapter 9 of the rulebook: who knows what."""

from game.rules.hide import hide
from game.rules.limits import NONE
from game.rules.position import state_to_dict
from game.rules.records import copy
from game.rules.state import State
from tests.rules.positions import Board


def seen(board: Board, seat: int) -> State:
    state = copy(board.state)
    hide(board.tables, state, seat)
    return state


def names(board: Board, seat: int) -> dict[str, object]:
    return state_to_dict(board.tables, board.ids, seen(board, seat))


def test_9_true_motives_candidates_deck_and_seed_are_hidden_from_everybody() -> None:
    board = Board(3)
    for seat in (NONE, 0, 1, 2):
        view = names(board, seat)
        assert view["motives"] == {who: [None, None] for who in board.ids.audiences}
        assert "candidates" not in view
        assert "seed" not in view
    full = Board(3)
    full.state.deck[:3] = [1, 2, 3]
    full.state.deck_size[0], full.state.deck_next[0] = 3, 1
    assert "deck" not in names(full, 0)
    assert names(full, 0)["turned"] == ["crisis"]


def test_9_a_personal_motive_is_hidden_from_the_other_seats() -> None:
    board = Board(3)
    mine = [board.ids.personals[p] for p in board.state.personal[:3]]
    assert names(board, 1)["personal_motives"] == [None, mine[1], None]
    assert names(board, NONE)["personal_motives"] == [None, None, None]


def test_9_personal_motives_stay_hidden_until_after_the_guessing() -> None:
    board = Board(2, people=("shop", "kitchen"))
    board.set(week=4)
    board.end_week()
    board.do("shop", "guess kitchen praise")
    kitchen = names(board, 1)
    assert kitchen["personal_motives"] == [None, board.ids.personals[board.state.personal[1]]]
    assert kitchen["guesses"] == [[None, None], [None, None]]
    assert names(board, 0)["guesses"] == [[None, "praise"], [None, None]]
    board.do("kitchen", "guess shop praise")
    assert None not in names(board, NONE)["personal_motives"]  # type: ignore[operator]
    assert names(board, NONE)["guesses"] == [[None, "praise"], ["praise", None]]


def test_9_what_is_turned_up_is_open_and_the_other_motive_is_not() -> None:
    board = Board()
    board.hers("ann", "health", "company")
    board.know("ann", side=True)
    view = names(board, 0)
    assert view["motives"]["ann"] == [None, "company"]  # type: ignore[index]
    assert view["known"]["ann"] == ["company"]  # type: ignore[index]


def test_9_candidates_are_open_once_researched() -> None:
    board = Board()
    board.set(week=2)
    board.do("shop", "research")
    assert names(board, NONE)["candidates"] == {
        "ann": ["company", "health", "savings"],
        "bob": ["company", "health", "praise", "savings"],
        "cor": ["company", "praise", "savings"],
    }
    assert names(board, 0)["motives"]["ann"] == [None, None]  # type: ignore[index]


def test_9_everything_else_is_open() -> None:
    board = Board(3)
    board.set(week=2)
    board.do("shop", "play chat ann company")
    board.do("kitchen", "talk bob")
    truth = state_to_dict(board.tables, board.ids, board.state)
    view = names(board, NONE)
    hidden = {"seed", "deck", "candidates", "motives", "personal_motives", "guesses"}
    assert set(truth) - set(view) <= hidden
    assert {name: view[name] for name in view if name not in hidden} == {
        name: truth[name] for name in truth if name not in hidden
    }


def test_9_hiding_twice_is_hiding_once() -> None:
    board = Board(3)
    once = seen(board, 1)
    again = copy(once)
    hide(board.tables, again, 1)
    assert again == once
