"""Everything that networks and computers do to a table, seeded: nothing acknowledged is lost or doubled."""

import asyncio
from pathlib import Path
from random import Random

import pytest

from game.table.replaying import verify
from tests.net.players import Player, check_accounts, check_views, in_own_loop
from tests.net.proxy import bad_network
from tests.net.serving import PATIENCE, Served, tiny_file

TINY_SEATS = ("shop", "kitchen", "garden")


def journal(folder: Path) -> Path:
    return folder / "game.piramide"


async def all_seated(players: list[Player]) -> None:
    async with asyncio.timeout(2 * PATIENCE):
        await asyncio.gather(*(player.back.wait() for player in players))


async def over_a_bad_network(
    served: Served, seats: list[str], n: int, seed: int, faults: float
) -> list[Player]:
    async with bad_network(served.address, Random(seed), faults) as (proxy, address):
        players = [
            Player(f"p{i}", seats[i % len(seats)], served.code, lambda: address, Random(seed * 1000 + i))
            for i in range(n)
        ]
        tasks = [asyncio.create_task(player.play()) for player in players]
        await all_seated(players)
        assert (await asyncio.to_thread(served.do, "start"))["ok"]
        await asyncio.gather(*tasks)
        assert proxy.drops > 0
        assert proxy.copies > 0
    return players


def play_over_a_bad_network(folder: Path, scenario: str, departments: int, n: int, seed: int) -> int:
    """A game over a bad network; gives how many commands were acknowledged."""
    with Served(folder, scenario, "--departments", str(departments), "--seed", str(seed)) as served:
        seats = list(served.do("status")["seats"])
        players = in_own_loop(over_a_bad_network(served, seats, n, seed, faults=0.1))
        served.stop()
    check_views(players)
    assert verify(journal(folder)).over
    return check_accounts(journal(folder), players)


def test_six_phones_on_a_bad_network_lose_and_double_nothing(tmp_path: Path) -> None:
    assert play_over_a_bad_network(tmp_path / "game", str(tiny_file(tmp_path)), 3, 6, 1) > 10


@pytest.mark.torture
def test_thirty_phones_on_a_bad_network_lose_and_double_nothing(tmp_path: Path) -> None:
    for seed in range(5):
        assert play_over_a_bad_network(tmp_path / str(seed), "municipality", 6, 30, seed) > 50


async def thirty(served: Served, seats: list[str]) -> list[Player]:
    players = [
        Player(f"p{i}", seats[i % len(seats)], served.code, lambda: served.address, Random(i))
        for i in range(30)
    ]
    tasks = [asyncio.create_task(player.play()) for player in players]
    await all_seated(players)
    assert (await asyncio.to_thread(served.do, "start"))["ok"]
    await asyncio.gather(*tasks)
    return players


def test_thirty_phones_play_at_once_and_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    with Served(tmp_path / "game", str(tiny_file(tmp_path)), "--departments", "3") as served:
        players = in_own_loop(thirty(served, list(TINY_SEATS)))
        served.stop()
    assert check_accounts(journal(tmp_path / "game"), players) > 10
    check_views(players)


async def killed_often(
    folder: Path, scenario: str, kills: int, n: int, seed: int
) -> tuple[list[Player], int]:
    """A game with ``n`` phones whose server is killed so often; whoever is left plays it to the end."""
    chance = Random(seed)
    options = ("--departments", "3")
    served = Served(folder, scenario, *options)
    try:
        players = [
            Player(f"p{i}", TINY_SEATS[i % 3], served.code, lambda: served.address, Random(seed * 100 + i))
            for i in range(n)
        ]
        tasks = [asyncio.create_task(player.play()) for player in players]
        await all_seated(players)
        assert (await asyncio.to_thread(served.do, "start"))["ok"]
        done = 0
        while done < kills and not any(task.done() for task in tasks):
            await asyncio.sleep(chance.random() * 0.2)
            served.kill()
            done += 1
            for player in players:
                player.back.clear()
            served = await asyncio.to_thread(Served, folder, scenario, *options)
            if served.do("status")["over"]:
                break
            await all_seated([player for player, task in zip(players, tasks, strict=True) if not task.done()])
        await asyncio.gather(*tasks)
        served.stop()
        return players, done
    finally:
        served.__exit__(None, None, None)


def kill(folder: Path, kills: int, seed: int) -> int:
    folder.mkdir()
    scenario = str(tiny_file(folder))
    players, done = in_own_loop(killed_often(folder / "game", scenario, kills, 10, seed))
    check_accounts(journal(folder / "game"), players)
    check_views(players)
    assert verify(journal(folder / "game")).over
    return done


def test_a_killed_server_goes_on_and_everybody_is_back(tmp_path: Path) -> None:
    assert kill(tmp_path / "killed", 2, 1) > 0


@pytest.mark.torture
def test_a_hundred_kills_lose_nothing_acknowledged(tmp_path: Path) -> None:
    kills, game = 0, 0
    while kills < 100:
        kills += kill(tmp_path / str(game), 100 - kills, 10 + game)
        game += 1
