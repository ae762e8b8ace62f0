"""One source, two speeds: the compiled engine must do what plain Python does, after every command."""

import os
import subprocess
import sys
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.players.choosing import KINDS
from game.players.planning import DESK, PLACES
from game.players.playing import new_game, play_on, player_seed_of, seed_of
from game.rules import bits, chance
from game.rules.actions import ROOM
from game.rules.limits import GUESSING, SEATS, TALK
from game.rules.log import new_log
from game.rules.records import STATE_DTYPE, state_from_record, to_record
from game.scenario import compiling
from game.scenario.load import load
from sim.engine import OPTIONS, compiled, machine_code
from sim.linking import TRIED
from sim.trial import LOG_DTYPE

# 29 games for each of the seven scenarios and numbers of departments: 203 in all.
GAMES = 29
WHERE = [("municipality", n) for n in (2, 3, 4, 5, 6)] + [("fruit-stall", n) for n in (2, 3)]


def manner(game: int, seat: int) -> list[int]:
    """A player in numbers: every kind in its turn, some with noise, some leaving out a tool and talking."""
    restricted = (0b101 << seat, 1 << TALK) if game % 4 == 3 else (0, 0)
    return [(game + seat * (game // 5)) % len(KINDS), 300 * (game % 3 == 2), 0, *restricted]


@pytest.mark.parametrize(("scenario", "seats"), WHERE)
def test_both_speeds_agree_after_every_command(scenario: str, seats: int) -> None:
    t = compiling.compile(load(scenario), seats).tables
    records = to_record(t)
    room = [0] * ROOM
    arrays = (np.zeros(ROOM, np.int64), np.zeros(ROOM, np.int64), np.zeros(DESK, np.int64))
    log, logs = new_log(0), np.zeros(1, LOG_DTYPE)
    step = compiled("play_commands")
    for game in range(GAMES):
        manners = [manner(game, seat) for seat in range(SEATS)]
        luck = player_seed_of(7, game)
        plain = [new_game(t, seed_of(7, game))]
        fast = to_record(plain[0])
        seens = np.zeros(PLACES, STATE_DTYPE)
        number = 0
        while plain[0].part[0] < GUESSING:
            play_on(t, plain, plain * PLACES, manners, luck, 1, log, room, room[:], room[:DESK])
            step(records, fast, seens, logs, *arrays, np.array(manners), luck, 1)
            number += 1
            if to_record(plain[0]).tobytes() != fast.tobytes():
                assert plain[0] == state_from_record(fast), f"game {game} differs after command {number}"


def test_the_mixing_of_the_dice_is_the_same_in_both_speeds() -> None:
    stir = compiled("stir_all")
    states = np.array([0, 1, -1, 2**63 - 1, -(2**63), 12345678901234567], np.int64)
    numbers = np.array([0, 1, 2, 255, 2**62, -1], np.int64)
    mixed = np.zeros(len(states) * len(numbers), np.int64)
    stir(states, numbers, mixed)
    assert mixed.tolist() == [chance.stir(int(s), int(n)) for s in states for n in numbers]


def test_sets_are_counted_the_same_in_both_speeds() -> None:
    masks = np.array([0, *(1 << n for n in range(63)), 2**63 - 1, 0x7F3C_0011_8421_00FE], np.int64)
    sizes = np.zeros(len(masks), np.int64)
    compiled("size_all")(masks, sizes)
    assert sizes.tolist() == [bits.size(int(mask)) for mask in masks]
    assert sizes.tolist()[-2:] == [63, 24]


@pytest.mark.skipif(not version("numba").startswith(TRIED), reason="another Numba works in its own way")
def test_machine_code_is_made_only_of_what_python_calls() -> None:
    """Otherwise preparing the engine takes twice as long: every rule again for each caller above it."""
    compiled("size_all")

    def doubled(mask: int) -> int:
        return 2 * bits.size(mask)

    dispatcher = import_module("numba").njit(doubled, **OPTIONS)
    assert dispatcher(0b1011) == 6
    (made,) = dispatcher.overloads.values()
    assert not made.library.waits
    assert {called.waits for called in made.library._linking_libraries} == {True}


def test_splitmix64_gives_the_published_numbers() -> None:
    # First outputs for seed 1234567 in the reference implementation of splitmix64.
    published = [6457827717110365317, 3203168211198807973, 9817491932198370423]
    assert [chance.stir(1234567, n) % 2**64 for n in range(3)] == published


FULL = """
import resource
import numpy as np
from sim.engine import compiled
sizes = np.zeros(2, np.int64)
most = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
resource.setrlimit(resource.RLIMIT_FSIZE, (16, most))  # no file gets any larger, as on a full disk
compiled("size_all")(np.array([7, 255]), sizes)
print(sizes.tolist())
"""


def test_machine_code_that_cannot_be_kept_is_used_all_the_same(tmp_path: Path) -> None:
    there = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    ran = subprocess.run([sys.executable, "-c", FULL], env=there, capture_output=True, text=True, check=False)
    assert ran.stdout == "[3, 8]\n", ran.stderr
    (folder,) = tmp_path.glob("**/engine-*")
    assert list(folder.rglob("*.nbc")) == [], "it was tried, and nothing is left of that"


def test_machine_code_that_can_be_kept_nowhere_is_used_all_the_same() -> None:
    made: dict[str, Any] = {}
    exec("def twice(n): return 2 * n", made)  # of no file, so Numba finds no folder for it either
    assert machine_code(made["twice"])(21) == 42
