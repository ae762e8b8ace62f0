"""What is seen on the way: it must add up, with the outcome and with the games played again."""

import csv
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from game.rules.command import Talk
from game.rules.fact import Dice, LostWeek, Paid, Played
from game.rules.limits import LEVELS, WORK
from sim import Result, SimulationError, simulate
from sim.driver import COUNTS
from sim.replaying import replay
from sim.statistics import mean_interval
from sim.trial import Engine

GAMES = 40
MIXED = "random,silo,cooperative,listener"


@pytest.fixture(scope="module")
def result() -> Result:
    return simulate("municipality", GAMES, MIXED, seed=11)


def totals(result: Result) -> dict[str, list[int]]:
    return {name: result.counts[name].ravel().tolist() for name in COUNTS}


def test_tallies_are_the_same_in_both_speeds_and_for_any_chunk(result: Result) -> None:
    engines: tuple[Engine, ...] = ("plain", "compiled")
    few = [simulate("municipality", 5, MIXED, seed=11, engine=engine) for engine in engines]
    assert totals(few[0]) == totals(few[1])
    for workers, chunk in ((1, 7), (2, 3)):
        again = simulate("municipality", GAMES, MIXED, seed=11, workers=workers, chunk=chunk)
        assert totals(again) == totals(result)
        assert again.summary() == result.summary()


def test_the_last_pyramid_is_the_outcome(result: Result) -> None:
    measures = result.measures
    assert measures.pyramid.shape == (8 + 2, 6, 2)
    assert measures.pyramid[-1].sum(axis=1) == pytest.approx(result.levels.mean(axis=0))
    assert measures.standing[-1] == pytest.approx([result.points.mean()] * 2)
    assert measures.standing[8, 0] == pytest.approx(result.points_before_shakeout.mean())
    assert measures.standing[8, 1] == pytest.approx(result.points.mean())
    assert measures.pyramid[-1, :, 0].sum() == 0  # nothing is loose after the shake-out
    fallen = (1 - measures.survived) * measures.pyramid[8].sum(axis=1)
    assert fallen == pytest.approx(measures.pyramid[8, :, 0])
    assert measures.pyramids.sum(axis=1) == pytest.approx(measures.pyramid)


def test_tallies_by_week_add_up_to_those_of_the_game(result: Result) -> None:
    measures = result.measures
    assert measures.lost.sum() == pytest.approx(result.lost_weeks.mean())
    assert measures.coherent.sum() == pytest.approx(result.coherent_messages.mean())
    assert measures.mixed.sum() == pytest.approx(result.mixed_messages.mean())
    entries = result.mechanisms()
    assert list(measures.mechanisms) == list(entries)
    for name, means in measures.mechanisms.items():
        plays, lifted, firm = means.sum(axis=0)
        assert lifted == pytest.approx(entries[name]["lifted"])
        assert firm == pytest.approx(entries[name]["firm"])
        if not result.compiled.scenario.mechanism(name).broadcast:
            assert plays == pytest.approx(entries[name]["plays"])
    by_depth = sum(means.sum(axis=0) for means in measures.depths.values())
    assert by_depth == pytest.approx(sum(means.sum(axis=0) for means in measures.mechanisms.values()))
    brought = sum(v["main"] + v["side"] + v["neither"] + v["certain"] for v in measures.messages.values())
    assert brought == pytest.approx(by_depth[0])
    json.dumps(measures.json())


def test_what_was_counted_is_what_happened() -> None:
    games, seats = 4, 4
    result = simulate("municipality", games, MIXED, seed=2)
    measures, ids = result.measures, result.compiled.ids
    decisions, spent, talks, lost, plays = Counter[str](), Counter[str](), Counter[str](), 0, 0
    for game in range(games):
        at_work = False
        for move in replay(result.compiled, result.kinds, 2, game):
            if move.seat is not None:
                decisions[move.seat] += at_work
            for fact in move.facts:
                if isinstance(fact, Paid) and fact.audience is not None:
                    spent[f"{fact.seat} {fact.audience}"] += fact.attention
                lost += isinstance(fact, LostWeek)
                plays += isinstance(fact, Played)
            if isinstance(move.command, Talk):
                talks[move.command.audience] += 1
            at_work = move.state.part[0] == WORK
    assert measures.sums("lost").sum() == lost
    assert measures.sums("week_plays").sum() == plays
    for s, seat in enumerate(ids.seats[:seats]):
        assert measures.sums("decisions")[:, s].sum() == decisions[seat]
        for a, audience in enumerate(ids.audiences):
            assert measures.sums("attention_spent")[:, a, s].sum() == spent[f"{seat} {audience}"]
    for audience in ids.audiences:
        assert measures.talks[audience].sum() * games == pytest.approx(talks[audience])


def test_attention_is_never_more_than_there_is(result: Result) -> None:
    measures = result.measures
    t = result.compiled.tables
    most = np.array(t.attention_max[: len(measures.audiences)])
    assert (measures.attention_left <= most).all()
    assert measures.attention_left[0] == pytest.approx(most)  # it starts full (1.3)
    assert (measures.attention_spent.sum(axis=2) <= most + 1).all()
    assert measures.attention_refused.sum() > 0


def test_a_seat_has_choices_as_long_as_it_has_hours(result: Result) -> None:
    measures = result.measures
    assert measures.forced.sum() == 0  # a verb can be done with an hour, and without hours a seat passes
    assert (measures.choices[0] < measures.choices[3]).all()  # verbs and tools are unlocked by week (6)


def test_the_course_of_a_game(result: Result) -> None:
    assert set(result.decided_week) <= set(range(1, 9))
    assert set(result.leader_week) <= set(range(1, 9))
    changed = result.lead_changes > 0
    assert (result.leader_week[changed] >= 2).all()
    pushers = simulate("municipality", 20, "pusher")
    assert set(pushers.decided_week) == {1}  # never near a medal


def test_the_luck_of_a_game_is_what_its_dice_did_better_than_their_chances(result: Result) -> None:
    for game in range(3):
        luck = Counter[int]()
        for move in replay(result.compiled, result.kinds, 11, game):
            for fact in move.facts:
                if isinstance(fact, Dice) and fact.purpose == "play":
                    luck[fact.level] += 6 * fact.lifted - len(fact.rolls) * (7 - fact.difficulty)
        assert result.luck[game].tolist() == [luck[level] for level in range(LEVELS)]


def test_luck_is_0_on_average_whoever_plays() -> None:
    for kind in ("cooperative", "pusher"):
        luck = simulate("municipality", 2000, kind, seed=5).luck.sum(axis=1)
        assert mean_interval(luck, error=0.001).low < 0 < mean_interval(luck, error=0.001).high
        assert luck.std() > 10


def test_without_measures_the_games_are_the_same(result: Result) -> None:
    plain = simulate("municipality", GAMES, MIXED, seed=11, measures=False)
    assert plain.hash == result.hash
    assert (plain.points == result.points).all()
    with pytest.raises(SimulationError, match="measures=True"):
        _ = plain.measures
    with pytest.raises(SimulationError, match="measures=True"):
        _ = plain.lead_changes


def test_games_that_are_not_kept_give_the_same_totals(result: Result, tmp_path: Path) -> None:
    streamed = simulate("municipality", GAMES, MIXED, seed=11, keep=False, chunk=9, output=tmp_path / "s.csv")
    assert streamed.summary() == result.summary()
    assert streamed.hash == result.hash
    with pytest.raises(SimulationError, match="keep=True"):
        _ = streamed.points
    result.to_csv(tmp_path / "k.csv")
    assert (tmp_path / "s.csv").read_text() == (tmp_path / "k.csv").read_text()
    with (tmp_path / "s.csv").open() as file:
        row = next(csv.DictReader(file))
    assert row["scenario_hash"] == result.compiled.scenario.hash
    assert row["seed"] == "11"
    assert row["engine_version"] == result.summary()["engine_version"]


def test_a_parquet_file_is_written_while_games_are_played(result: Result, tmp_path: Path) -> None:
    path = tmp_path / "games.parquet"
    simulate("municipality", GAMES, MIXED, seed=11, keep=False, chunk=9, output=path)
    table = pq.read_table(path)
    assert table["points"].to_pylist() == result.points.tolist()
    assert json.loads(table.schema.metadata[b"piramide"]) == json.loads(json.dumps(result.summary()))


WITHOUT_PYARROW = """
import sys

sys.modules["pyarrow"] = None  # to Python that is: not installed

from sim import SimulationError, simulate

played = []
study = simulate("fruit-stall", 1, engine="plain")
for ask in (
    lambda: study.to_parquet("games.data"),
    lambda: simulate("fruit-stall", 1, engine="plain", output="games.parquet", progress=played.append),
):
    try:
        ask()
    except SimulationError as error:
        print(error)
print(played)
"""


def test_without_what_writes_parquet_it_is_said_in_words_before_anything_is_played(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT_PYARROW], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    first, second, played = ran.stdout.splitlines()
    assert first == second == SimulationError("no_pyarrow").text("en")
    assert (played, ran.stderr, [*tmp_path.iterdir()]) == ("[]", "", [])


def test_summaries_are_those_of_the_columns(result: Result) -> None:
    points = result.totals.columns["points"]
    assert points.mean == pytest.approx(result.points.mean())
    assert points.sd == pytest.approx(result.points.std(ddof=1))
    assert (points.least, points.most) == (result.points.min(), result.points.max())
    crowned = result.colleague[result.medal > 0]
    if len(crowned):
        split = (crowned / crowned.sum(axis=1, keepdims=True)).mean(axis=0)
        assert result.shares() == pytest.approx(split.tolist())
