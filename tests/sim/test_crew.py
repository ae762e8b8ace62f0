"""Blocks: the same outcome whoever plays them, remembered, and played again when they are lost."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import Any

import numpy as np
import pytest

from sim import SimulationError, simulate
from sim.blocks import Block, Played, blocks_of
from sim.crew import Crew, crew, local_cluster
from sim.keeping import Kept, drop_old_engines
from sim.trial import Trial, result_of, trial_of
from tests.builders import tiny_scenario
from tests.net.serving import PATIENCE

GAMES = 90


def trial() -> Trial:
    return trial_of(tiny_scenario(), "cooperative", 3, 5)


def whole_hash(played: list[Played]) -> str:
    rows = np.concatenate([part.rows for part in played])
    counts = np.concatenate([part.counts for part in played])
    return result_of(trial(), rows, counts, measures=False).hash


def reference() -> str:
    return simulate(tiny_scenario(), GAMES, departments=3, seed=5, measures=False).hash


@pytest.mark.parametrize(("workers", "size"), [(1, 90), (2, 7), (2, 33)])
def test_threads_and_sizes_make_no_difference(workers: int, size: int) -> None:
    with crew(workers) as hands:
        assert whole_hash(list(hands.play(blocks_of(trial(), GAMES, size)))) == reference()


def test_any_number_of_games_is_begun_at_once() -> None:
    with crew(1) as hands:
        first = next(hands.play(blocks_of(trial(), 10**15, 7)))
    assert len(first.rows) == 7


def test_several_trials_come_back_in_their_order() -> None:
    trials = [trial_of(tiny_scenario(), "cooperative", 3, seed) for seed in range(6)]
    with crew(2) as hands:
        found = list(hands.results(iter(trials), 20))
    assert [result.seed for result in found] == list(range(6))
    for result in found:
        assert (
            result.hash == simulate(tiny_scenario(), 20, departments=3, seed=result.seed, measures=False).hash
        )


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path)


def nobody(block: Block) -> Any:
    raise AssertionError(f"{block.first} was played again")


def test_a_finished_block_is_not_played_again(kept: Kept) -> None:
    blocks = list(blocks_of(trial(), GAMES, 30))
    with crew(1, kept=kept) as hands:
        first = list(hands.play(blocks))
    again = list(Crew(1, nobody, kept).play(blocks))
    assert whole_hash(again) == whole_hash(first) == reference()


def test_a_study_that_was_stopped_goes_on(kept: Kept) -> None:
    blocks = list(blocks_of(trial(), GAMES, 30))
    with crew(1, kept=kept) as hands:
        for _ in zip(range(2), hands.play(blocks), strict=False):
            pass  # and then somebody stops it
    played: list[int] = []
    with crew(1) as hands:

        def counting(block: Block) -> Any:
            played.append(block.first)
            return hands.submit(block)

        found = list(Crew(1, counting, kept).play(blocks))
    assert 0 not in played
    assert len(played) < len(blocks)
    assert whole_hash(found) == reference()


@pytest.mark.parametrize("damage", ["cut", "flipped", "emptied", "swapped"])
def test_a_damaged_block_is_played_again(kept: Kept, damage: str) -> None:
    blocks = list(blocks_of(trial(), GAMES, 45))
    with crew(1, kept=kept) as hands:
        list(hands.play(blocks))
    files = sorted(path for path in kept.folder.glob("*/*"))
    assert len(files) == 2
    data = files[0].read_bytes()
    if damage == "cut":
        files[0].write_bytes(data[:-9])
    elif damage == "flipped":
        files[0].write_bytes(data[:60] + bytes([data[60] ^ 1]) + data[61:])
    elif damage == "emptied":
        files[0].write_bytes(b"")
    else:
        files[0].write_bytes(data[20:] + data[:20])
    with crew(1, kept=kept) as hands:
        assert whole_hash(list(hands.play(blocks))) == reference()
    assert files[0].read_bytes() == data


def test_machine_code_that_nobody_uses_any_more_goes(tmp_path: Path) -> None:
    names = ("engine-now", "engine-lately", "engine-long-ago", "blocks")
    for age, name in zip((90, 20, 40, 90), names, strict=True):
        (tmp_path / name).mkdir()
        (tmp_path / name / "code").write_bytes(b"code")
        long_ago = time.time() - age * 24 * 60 * 60
        os.utime(tmp_path / name, (long_ago, long_ago))
    drop_old_engines(tmp_path / "engine-now")
    drop_old_engines(tmp_path / "engine-lately")  # the one before was used just now
    assert {path.name for path in tmp_path.iterdir()} == {"engine-now", "engine-lately", "blocks"}


def test_another_seed_scenario_or_line_up_is_another_block() -> None:
    blocks = [
        *blocks_of(trial(), 20, 10),
        Block(trial(), 0, 10, measures=True),
        Block(trial_of(tiny_scenario(), "cooperative", 3, 6), 0, 10),
        Block(trial_of(tiny_scenario(), "silo", 3, 5), 0, 10),
        Block(trial_of(tiny_scenario(lambda values: values.update(weeks=3)), "cooperative", 3, 5), 0, 10),
    ]
    assert len({block.key for block in blocks}) == len(blocks)
    retold = trial_of(tiny_scenario(lambda values: values.update(title="Other words")), "cooperative", 3, 5)
    assert Block(retold, 0, 10).key == blocks[0].key  # texts play no part


def test_the_oldest_blocks_go_first(kept: Kept) -> None:
    with crew(1, kept=kept) as hands:
        list(hands.play(blocks_of(trial(), GAMES, 30)))
    files = sorted(kept.folder.glob("*/*"))
    for age, path in enumerate(files):
        os.utime(path, (1_000_000 - age, 1_000_000 - age))
    kept.prune(files[0].stat().st_size)
    assert sorted(kept.folder.glob("*/*")) == files[:1]


def test_where_nothing_can_be_kept_the_study_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with crew(1, kept=Kept(tmp_path / "file")) as hands:
        assert whole_hash(list(hands.play(blocks_of(trial(), GAMES, 45)))) == reference()


@pytest.mark.parametrize("address", ["local:0", "local:two", "http://somewhere", "somewhere"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    pytest.importorskip("distributed")
    with pytest.raises(SimulationError) as caught, crew(cluster=address):
        pass
    assert caught.value.code == "cluster_address"
    assert address in caught.value.text("nl")


def killed(view: dict[str, Any]) -> dict[str, Any]:
    """A player in whose turn the process is killed."""
    os.kill(os.getpid(), signal.SIGKILL)
    return view


def test_a_process_that_is_killed_in_a_block_leaves_nothing_behind() -> None:
    """Semaphores would stay, and the program that started the process would end with a warning."""
    code = (
        "from multiprocessing import set_start_method; from tests.sim.test_crew import *;"
        "set_start_method('spawn');"  # as in a process of Dask
        "Block(trial_of(tiny_scenario(), killed, 3), 0, 9).play()"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (-signal.SIGKILL, "")


# A cluster of processes of this machine. Each takes a moment to start, so one cluster serves both tests.


@pytest.fixture(scope="module")
def started() -> Iterator[Any]:
    pytest.importorskip("distributed")
    with local_cluster(2) as here:
        yield here


@pytest.fixture
def cluster(started: Any) -> Any:
    """The cluster with both of its workers, also after a test that killed one."""
    whole(started)
    return started


def whole(cluster: Any, without: int = 0) -> None:
    """Wait until both workers answer, and none of them is the process ``without``."""
    distributed: Any = pytest.importorskip("distributed")
    end = monotonic() + PATIENCE
    with distributed.Client(cluster.scheduler_address) as client:
        while without in (pids := client.run(os.getpid, on_error="ignore").values()) or len(pids) < 2:
            assert monotonic() < end, "a worker that was killed is not replaced"


def test_a_second_cluster_starts_beside_the_first_and_both_keep_to_this_computer(cluster: Any) -> None:
    with local_cluster(1) as second:
        served = [here.scheduler.http_server for here in (cluster, second)]
        assert [server.address for server in served] == ["127.0.0.1"] * 2
        assert served[0].port != served[1].port


def test_two_workers_of_a_cluster_play_the_same_games(cluster: Any) -> None:
    with crew(cluster=cluster.scheduler_address) as hands:
        assert hands.hands == 2
        assert whole_hash(list(hands.play(blocks_of(trial(), GAMES, 15)))) == reference()


def test_a_killed_worker_makes_no_difference(cluster: Any) -> None:
    victim = next(iter(cluster.workers.values())).pid
    with crew(cluster=cluster.scheduler_address) as hands:
        played: list[Played] = []
        for part in hands.play(blocks_of(trial(), GAMES, 5)):
            if not played:
                os.kill(victim, signal.SIGKILL)
            played.append(part)
    assert whole_hash(played) == reference()
    whole(cluster, without=victim)
