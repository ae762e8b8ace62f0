"""A trial, as a script sees it."""

import csv
import json
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from game.rules.audit import audit
from game.rules.position import state_to_dict
from game.rules.score import board_points
from game.scenario import compiling
from game.scenario.load import load
from sim import SimulationError, simulate
from sim.replaying import replay
from sim.trial import Engine


def test_the_same_seed_gives_the_same_hash_whatever_workers_and_chunk() -> None:
    usual = simulate("municipality", 300, "cooperative", seed=3)
    for workers, chunk in ((1, 300), (2, 300), (2, 7), (1, 1), (5, 64)):
        again = simulate("municipality", 300, "cooperative", seed=3, workers=workers, chunk=chunk)
        assert again.hash == usual.hash
    assert simulate("municipality", 300, "cooperative", seed=4).hash != usual.hash


@pytest.mark.parametrize("players", ["random", "pusher,silo,listener,cooperative"])
def test_plain_and_compiled_trials_have_the_same_hash(players: str) -> None:
    engines: tuple[Engine, ...] = ("plain", "compiled")
    hashes = {
        simulate("municipality", 25, players, seed=9, engine=engine, chunk=10).hash for engine in engines
    }
    assert len(hashes) == 1


def test_columns_have_a_row_for_each_game_and_agree_with_each_other() -> None:
    result = simulate("municipality", 200, "listener", departments=5)
    assert result.points.shape == result.lost_weeks.shape == result.medal.shape == (200,)
    assert result.levels.shape == (200, 6)
    assert result.own_score.shape == (200, 5)
    worth = np.array([0, 1, 2, 4, 8, 16])
    rest = result.points - result.levels @ worth
    assert set(np.unique(rest)) <= set(range(-8, 16))  # launch bonus less lost weeks
    summary = result.summary()
    assert summary["games"] == 200
    assert summary["points"]["mean"] == pytest.approx(result.points.mean())  # type: ignore[index]
    assert sum(summary["medals"].values()) == pytest.approx(1)  # type: ignore[attr-defined]
    json.dumps(summary)


def test_counts_per_mechanism_add_up_to_the_actions() -> None:
    result = simulate("municipality", 50, "random")
    verbs = result.summary()["verbs"]
    plays = sum(entry["plays"] for entry in result.mechanisms().values())
    assert plays == pytest.approx(verbs["play"] + verbs["broadcast"])  # type: ignore[index]
    assert sum(verbs.values()) == pytest.approx(result.actions.mean())  # type: ignore[attr-defined]


def test_a_mechanism_was_used_in_the_games_in_which_it_was_played() -> None:
    result = simulate("fruit-stall", 40, "random", departments=3)
    entries = result.mechanisms()
    assert list(result.mechanisms_in_play) == [m for m in result.compiled.ids.mechanisms if m in entries]
    for name, entry in entries.items():
        used = result.used(name)
        assert set(used) <= {0, 1}
        assert used.mean() <= entry["plays"]
        assert (used.sum() == 0) == (entry["plays"] == 0)
    for game in (0, 7):
        t, state = result.compiled.tables, result.replay(game)
        played = {
            result.compiled.ids.mechanisms[m]
            for seat in range(3)
            for m in t.tools[seat][: t.tool_count[seat]]
            if state.plays[t.tool_of[seat][m]] > 0
        }
        assert played == {name for name in entries if result.used(name)[game]}


def test_a_game_of_a_trial_can_be_played_again() -> None:
    result = simulate("fruit-stall", 30, "silo,cooperative", departments=2, seed=5)
    for game in (0, 17, 29):
        state = result.replay(game)
        assert audit(result.compiled.tables, state) == []
        assert state.points[0] == result.points[game]
    with pytest.raises(IndexError):
        result.replay(30)


def test_a_replay_ends_where_the_trial_did_and_tells_every_step() -> None:
    result = simulate("fruit-stall", 3, "cooperative", departments=3, seed=5)
    compiled = compiling.compile(load("fruit-stall"), 3)
    moves = list(replay(compiled, ("cooperative",) * 3, 5, 2))
    assert moves[0].command is None
    assert moves[-1].state.points[0] == result.points[2] == board_points(compiled.tables, moves[-1].state)
    assert len(moves) - 1 == result.actions[2]
    assert moves[-1].facts[-1].kind == "motive"
    assert state_to_dict(compiled.tables, compiled.ids, moves[-1].state)["part"] == "over"


def test_files_hold_a_line_for_each_game(tmp_path: Path) -> None:
    result = simulate("fruit-stall", 12, "random", departments=2)
    result.to_csv(tmp_path / "a.csv")
    result.to_json(tmp_path / "a.json")
    result.to_parquet(tmp_path / "a.parquet")
    with (tmp_path / "a.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert [int(row["points"]) for row in rows] == result.points.tolist()
    assert json.loads((tmp_path / "a.json").read_text())["columns"]["points"] == result.points.tolist()
    table = pq.read_table(tmp_path / "a.parquet")
    assert table["points"].to_pylist() == result.points.tolist()
    assert json.loads(table.schema.metadata[b"piramide"])["hash"] == result.hash


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"players": "genius"}, "genius"),
        ({"players": "silo,silo"}, "2 players for 4"),
        ({"departments": 7}, "not with 7"),
        ({"games": 0}, "at least 1 and below"),
        ({"workers": 0}, "from 1 to 1024"),
        ({"seed": -1}, "at least 0"),
        ({"seed": 1 << 62}, "2^62"),
    ],
)
def test_a_study_that_cannot_be_played_says_why(arguments: dict[str, object], words: str) -> None:
    with pytest.raises(SimulationError) as caught:
        simulate("municipality", **{"games": 2, **arguments})  # type: ignore[arg-type]
    assert words in str(caught.value)
    assert caught.value.text("nl")


def test_progress_counts_up_to_all_games() -> None:
    seen: list[int] = []
    simulate("fruit-stall", 50, "random", departments=2, chunk=20, progress=seen.append)
    assert seen == [20, 40, 50]
