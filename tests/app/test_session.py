from datetime import datetime
from pathlib import Path
from random import Random

import pytest

from game.app.session import (
    Opened,
    SessionError,
    Wanted,
    begin,
    go_on,
    journal_path,
    open_sources,
    put_aside,
    seat,
)
from game.rules.records import state_hash
from game.scenario.load import ScenarioNotFound
from game.table.table import Accepted, Table
from game.table.trouble import JournalError
from tests.builders import tiny_scenario
from tests.table.games import play_on, sources

NOW = datetime(2030, 1, 31, 9, 30)


def short(values: dict[str, object]) -> None:
    values["weeks"] = 3


def tiny(seats: int = 2, seed: int | None = 5, order: str | None = "round") -> Wanted:
    return Wanted(Opened(tiny_scenario(), sources()), seats, order, seed)


def bots_play(table: Table) -> list[Accepted]:
    """Computer players act until the game is over; what came of their commands."""
    done = []
    while (found := table.bot_turn()) is not None:
        came = table.act_now(*found)
        assert isinstance(came, Accepted), found
        done.append(came)
    return done


def test_a_game_is_gone_on_with_where_it_was_left(tmp_path: Path) -> None:
    with begin(tmp_path, tiny(), NOW) as table:
        seat(table, {"kitchen": "cooperative"})
        play_on(table, Random(1), 7)
        left = state_hash(table.truth)
    for wanted in (tiny(), tiny(seed=None), tiny(order=None)):
        with go_on(journal_path(tmp_path), wanted) as table:
            assert state_hash(table.truth) == left
            assert (table.people, table.bots) == (("shop",), {"kitchen": "cooperative"})


def test_another_game_than_the_unfinished_one_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with begin(tmp_path, tiny(), NOW) as table:
        seat(table, {})
    changed = Wanted(Opened(tiny_scenario(short), sources(short)), 2, "round")
    other = Wanted(open_sources("fruit-stall"), 2, "round")
    for wanted, code in (
        (tiny(seats=3), "other_seats"),
        (tiny(seed=6), "other_seed"),
        (tiny(order="free"), "other_order"),
        (changed, "changed_scenario"),
        (other, "other_scenario"),
    ):
        with pytest.raises(SessionError) as error:
            go_on(journal_path(tmp_path), wanted)
        assert error.value.code == code
        assert "--data" in error.value.text("nl")
        assert str(tmp_path) in error.value.text("en")
    go_on(journal_path(tmp_path), tiny()).close()


def test_a_finished_game_makes_place_and_is_kept(tmp_path: Path) -> None:
    ends = []
    for _ in range(3):
        with begin(tmp_path, tiny(seed=None), NOW) as table:
            seat(table, {"shop": "listener", "kitchen": "silo"})
            assert bots_play(table)[-1].over
            assert table.over
            ends.append(state_hash(table.truth))
    assert sorted(file.name for file in tmp_path.glob("*.piramide")) == [
        "game-2030-01-31-0930-2.piramide",
        "game-2030-01-31-0930.piramide",
        "game.piramide",
    ]
    with Table.resume(tmp_path / "game-2030-01-31-0930.piramide") as table:
        assert state_hash(table.truth) == ends[0]


def test_the_same_seed_gives_computer_players_the_same_game(tmp_path: Path) -> None:
    ends = set()
    for name in ("one", "two"):
        with begin(tmp_path / name, tiny(), NOW) as table:
            seat(table, {"shop": "random", "kitchen": "cooperative"})
            bots_play(table)
            ends.add(state_hash(table.truth))
    assert len(ends) == 1


def test_a_game_that_is_open_is_not_put_aside(tmp_path: Path) -> None:
    with begin(tmp_path, tiny(), NOW) as table, pytest.raises(JournalError) as error:
        put_aside(table.path, NOW)
    assert error.value.code == "locked"
    assert journal_path(tmp_path).exists()


def test_where_no_new_game_can_be_written_the_old_one_stays(tmp_path: Path) -> None:
    with begin(tmp_path, tiny(), NOW) as table:
        seat(table, {"kitchen": "cooperative"})
        play_on(table, Random(1), 7)
        left = state_hash(table.truth)
    obstacle = tmp_path / (journal_path(tmp_path).name + "-new")
    obstacle.mkdir()
    with pytest.raises(JournalError):
        begin(tmp_path, tiny(seed=6), NOW)
    with go_on(journal_path(tmp_path), tiny()) as table:
        assert state_hash(table.truth) == left
    obstacle.rmdir()
    begin(tmp_path, tiny(seed=6), NOW).close()
    assert len(list(tmp_path.glob("*.piramide"))) == 2


def test_a_new_game_for_which_no_order_is_asked_is_free(tmp_path: Path) -> None:
    with begin(tmp_path, tiny(order=None), NOW) as table:
        assert table.header.order == "free"


def test_numbers_and_names_that_do_not_fit_are_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(SessionError) as error:
        begin(tmp_path, tiny(seats=5), NOW)
    assert "5" in error.value.text("en")
    assert not journal_path(tmp_path).exists()
    with pytest.raises(ScenarioNotFound):
        open_sources("municipalty")
