import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from game.table.reading import read
from game.table.replaying import verify
from game.table.table import Table


def kill_once(path: Path, chance: Random) -> bool:
    """Let a process play on, kill it at some moment, and look at what it leaves; whether the game is over."""
    player = subprocess.Popen(
        [sys.executable, "-m", "tests.table.endless", str(path), str(chance.getrandbits(32))],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert player.stdout is not None
    acknowledged = [0]
    for _ in range(chance.randint(0, 25)):
        line = player.stdout.readline()
        if not line:
            break
        acknowledged.append(int(line))
    for _ in range(chance.choice((0, 10_000, 100_000))):
        pass  # some way into the commands that follow
    player.kill()
    rest, _ = player.communicate()
    acknowledged += [int(line) for line in rest.splitlines()]
    if not path.exists():
        assert acknowledged == [0]
        return False
    assert verify(path).entries >= max(acknowledged)
    with Table.resume(path) as table:
        assert table.revision == len(read(path).entries)
        return table.over


def kill_often(folder: Path, kills: int, seed: int) -> None:
    chance = Random(seed)
    game = 0
    for _ in range(kills):
        path = folder / str(game) / "game.piramide"
        path.parent.mkdir(exist_ok=True)
        game += kill_once(path, chance)


def test_a_killed_game_goes_on_with_nothing_acknowledged_lost(tmp_path: Path) -> None:
    kill_often(tmp_path, 3, 1)


@pytest.mark.torture
def test_a_hundred_killed_games_go_on_with_nothing_acknowledged_lost(tmp_path: Path) -> None:
    kill_often(tmp_path, 100, 2)
