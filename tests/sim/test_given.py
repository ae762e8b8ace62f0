"""What a script gives wrongly is refused in words, before anything is compiled or played."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.words.catalogue import LANGUAGES
from sim import SimulationError, balance, compare, simulate
from sim.sensitivity import sensitivity
from sim.tuning import tune

FRUIT: Any = "fruit-stall"
NO_NUMBERS: tuple[Any, ...] = (1.5, 2.0, True, np.float64(3), np.True_, "3", [], b"1")


def refused(study: Callable[[], object]) -> SimulationError:
    with pytest.raises(SimulationError) as caught:
        study()
    for language in LANGUAGES:
        assert not re.search(r"\{[a-z_]+\}", caught.value.text(language))
    return caught.value


@pytest.mark.parametrize("given", NO_NUMBERS)
@pytest.mark.parametrize("name", ["games", "departments", "seed", "workers", "chunk"])
def test_what_is_no_whole_number_is_refused_by_its_name(name: str, given: Any) -> None:
    asked = {"games": 2, "players": "random", name: given}
    assert f"‘{name}’" in str(refused(lambda: simulate(FRUIT, **asked)))


@pytest.mark.parametrize(("name", "given"), [("games", None), ("seed", None), ("games", 0), ("seed", -1)])
def test_neither_nothing_nor_too_little_is_a_number(name: str, given: Any) -> None:
    asked = {"games": 2, name: given}
    assert name in str(refused(lambda: simulate(FRUIT, **asked)))


@pytest.mark.parametrize("given", [0, -3, 10**9])
def test_so_many_workers_there_cannot_be(given: int) -> None:
    assert "1024" in str(refused(lambda: simulate(FRUIT, 2, workers=given)))


def test_whole_numbers_of_numpy_are_whole_numbers() -> None:
    asked: Any = {"departments": np.int8(2), "seed": np.uint64(7), "workers": np.int64(1)}
    there = simulate(FRUIT, np.int32(4), "random", engine="plain", **asked)  # type: ignore[arg-type]
    assert there.hash == simulate(FRUIT, 4, "random", 2, 7, engine="plain").hash
    assert there.summary()["seed"] == 7


@pytest.mark.parametrize("given", [None, 3, True, {}, b"random", [None], ["random", 4], [["random"]]])
def test_what_is_no_player_is_refused(given: Any) -> None:
    assert refused(lambda: simulate(FRUIT, 2, given)).code == "no_player"


@pytest.mark.parametrize("given", [None, 3, b"fruit-stall", object()])
def test_what_is_no_scenario_is_refused(given: Any) -> None:
    studies: tuple[Callable[[], object], ...] = (
        lambda: simulate(given, 2),
        lambda: balance(given),
        lambda: compare(FRUIT, given),
        lambda: sensitivity(given),
        lambda: tune(given),
    )
    for study in studies:
        assert refused(study).code == "no_path"


@pytest.mark.parametrize("given", [1.5, "10", False])
def test_every_study_looks_at_its_numbers(given: Any) -> None:
    studies: tuple[Callable[[], object], ...] = (
        lambda: balance(FRUIT, given),
        lambda: balance(FRUIT, seed=given),
        lambda: compare(FRUIT, FRUIT, given),
        lambda: compare(FRUIT, FRUIT, 2, seed=given),
        lambda: sensitivity(FRUIT, given),
        lambda: sensitivity(FRUIT, paths=given),
        lambda: tune(FRUIT, given),
    )
    for study in studies:
        assert refused(study).code == "no_number"


def test_an_engine_a_cluster_and_an_output_are_what_they_are() -> None:
    fast: Any = "fast"
    three: Any = 3
    assert refused(lambda: simulate(FRUIT, 2, engine=fast)).code == "engine"
    assert refused(lambda: simulate(FRUIT, 2, cluster=three)).code == "cluster_address"
    assert refused(lambda: simulate(FRUIT, 2, output=three)).code == "no_path"
    assert refused(lambda: simulate(FRUIT, 2, output="games.txt")).code == "output"
    with pytest.raises(FileNotFoundError, match=r"/nowhere/games\.csv"):
        simulate(FRUIT, 2, engine="plain", output="/nowhere/games.csv")


def test_what_a_player_said_is_shortened_in_the_message() -> None:
    error = refused(lambda: simulate(FRUIT, 1, lambda _: {"kind": "x" * 10**6}))
    assert error.code == "no_command"
    assert len(str(error)) < 1000


def test_of_a_trial_that_fails_on_the_way_the_file_stays_as_it_was(tmp_path: Path) -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    for suffix in (".csv", ".parquet", ".json"):
        path = tmp_path / f"games{suffix}"
        path.write_bytes(b"before")
        with pytest.raises(KeyboardInterrupt):
            simulate(FRUIT, 4, "random", engine="plain", chunk=2, output=path, progress=stop)
        assert path.read_bytes() == b"before"
        path.unlink()
        assert list(tmp_path.iterdir()) == []
