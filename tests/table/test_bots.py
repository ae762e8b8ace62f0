from pathlib import Path
from random import Random

import pytest

from game.rules import command as c
from game.rules.records import state_hash
from game.table.acts import SetBot, SetPeople
from game.table.table import Accepted, Table
from tests.table.games import legal, started, step

EVERYBODY = {"shop": "cooperative", "kitchen": "listener", "garden": "random"}


def bots(table: Table) -> list[Accepted]:
    """Every turn that computer players take until it is for people to go on."""
    done = []
    while (found := table.bot_turn()) is not None:
        accepted = table.act_now(*found)
        assert isinstance(accepted, Accepted)
        done.append(accepted)
    return done


@pytest.mark.parametrize("order", ["free", "round"])
def test_computer_players_alone_play_a_game_to_its_end(tmp_path: Path, order: str) -> None:
    with started(tmp_path, seats=3, bots=EVERYBODY, order=order) as table:
        done = bots(table)
        assert table.over  # nobody is left to guess (8.5)
        assert {accepted.seat for accepted in done} == set(EVERYBODY)


def test_a_computer_player_decides_the_same_after_a_restart(tmp_path: Path) -> None:
    with started(tmp_path, seats=3, bots=EVERYBODY) as table:
        for _ in range(10):
            found = table.bot_turn()
            assert found is not None
            table.act_now(*found)
        expected = table.bot_turn()
        again = table.bot_turn()  # asking changes nothing
        assert again == expected
    with Table.resume(tmp_path / "game.piramide") as table:
        assert table.bot_turn() == expected


def test_a_chair_that_is_a_computer_player_chooses(tmp_path: Path) -> None:
    with started(tmp_path, bots={"shop": "silo"}) as table:
        found = table.bot_turn()
        assert found is not None
        assert found[0] == "shop"
        assert isinstance(found[1], c.OurWhy)


def test_in_free_order_computer_players_keep_pace_with_people(tmp_path: Path) -> None:
    with started(tmp_path, seats=3, bots={"kitchen": "listener", "garden": "silo"}) as table:
        table.act_now("shop", c.OurWhy("street"))
        chance = Random(1)
        hours = table.truth.hours
        while table.truth.week[0] < 3:
            for accepted in bots(table):
                assert accepted.seat != "shop"
            if table.truth.part[0] == 2 and "shop" in table.waiting_for():
                others = [hours[seat] for seat in (1, 2) if table.truth.passed[seat] == 0]
                assert all(left < hours[0] for left in others)
            step_of_people(table, chance)


def step_of_people(table: Table, chance: Random) -> None:
    waiting = [seat for seat in table.waiting_for() if seat in table.people]
    if waiting:
        assert isinstance(table.act_now(waiting[0], chance.choice(legal(table, waiting[0]))), Accepted)


def test_in_round_order_a_computer_player_waits_for_its_turn(tmp_path: Path) -> None:
    with started(tmp_path, bots={"kitchen": "listener"}, order="round") as table:
        assert table.bot_turn() is None
        table.act_now("shop", c.OurWhy("street"))
        bots(table)
        assert table.waiting_for() == ["shop"]
        assert table.bot_turn() is None


def test_computer_players_do_not_guess_and_people_may_take_over(tmp_path: Path) -> None:
    with started(tmp_path, bots={"kitchen": "listener", "shop": "silo"}) as table:
        table.direct_now(SetPeople("shop", True))
        assert (table.people, table.bots) == (("shop",), {"kitchen": "listener"})
        table.direct_now(SetBot("shop", "random"))
        assert (table.people, table.bots) == ((), {"shop": "random", "kitchen": "listener"})
        table.direct_now(SetPeople("shop", True))
        chance = Random(2)
        while table.truth.part[0] != 4:
            if not bots(table):
                step(table, chance)
        assert table.waiting_for() == ["shop"]
        assert table.bot_turn() is None
        before = state_hash(table.truth)
        assert isinstance(table.act_now("shop", c.Guess("kitchen", "praise")), Accepted)
        assert table.over
        assert state_hash(table.truth) != before
