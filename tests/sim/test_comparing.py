"""Two scenarios on common luck: what an edit does, and nothing else."""

import json
from pathlib import Path

import numpy as np
import pytest
import typer
from typer.testing import CliRunner
from typer.testing import Result as Ran

from game.app import balancing
from game.scenario.load import find, parse
from game.scenario.models import Scenario
from sim import SimulationError, compare, simulate
from sim.comparing import MECHANISM_MEASURES
from sim.statistics import mean_interval
from tests.builders import Values, tiny_bytes, tiny_scenario
from tools.benches.balance import edits

GAMES = 300


def harder(values: Values) -> None:
    """Chats hardly ever work."""
    values["mechanisms"][1]["difficulty"] = 6


def retold(values: Values) -> None:
    """Only texts."""
    values["title"] = "Another title"
    values["mechanisms"][1]["text"] = "Another text"


def out_of_reach(values: Values) -> None:
    """A threshold that nobody ever reaches, in both numbers of departments."""
    for medals in values["goal"]["medals"].values():
        medals["gold"] = 9000


def still_out_of_reach(values: Values) -> None:
    for medals in values["goal"]["medals"].values():
        medals["gold"] = 9001


def test_other_texts_are_the_same_game() -> None:
    found = compare(tiny_scenario(), tiny_scenario(retold), 30, departments=3)
    assert found.is_same_game
    assert found.outcome == "same"
    assert {d.found.value for d in found.differences} == {0}


def test_an_edit_without_effect_gives_differences_of_exactly_0() -> None:
    found = compare(tiny_scenario(out_of_reach), tiny_scenario(still_out_of_reach), GAMES)
    assert not found.is_same_game
    assert found.outcome == "same"
    assert (found.changed.value, found.changed.low) == (0, 0)
    assert 0 < found.changed.high < 0.02
    for difference in found.differences:
        assert (difference.found.value, difference.found.low, difference.found.high) == (0, 0, 0)
        assert difference.a == difference.b
        assert difference.factor is None


def test_a_harder_mechanism_lifts_less_and_the_team_scores_less() -> None:
    found = compare(tiny_scenario(), tiny_scenario(harder), GAMES)
    assert found.outcome == "different"
    for measure, subject in (("points", None), ("lifted", "chat")):
        difference = found.of(measure, subject)
        assert difference.found.high < 0
        assert difference.b - difference.a == pytest.approx(difference.found.value)
    for place, scenario in enumerate((tiny_scenario(), tiny_scenario(harder))):
        played = simulate(scenario, GAMES, departments=found.departments)
        bronze, points = found.of("bronze"), found.of("points")
        assert (bronze.a, bronze.b)[place] == (played.medal >= 1).mean()
        luckless = mean_interval(played.points)  # the luck of 300 games is not the half of their bounds
        assert luckless.low < (points.a, points.b)[place] < luckless.high


def test_what_is_counted_in_blocks_agrees_with_a_trial() -> None:
    found = compare(tiny_scenario(), tiny_scenario(harder), 217, "random", departments=2, seed=3)
    whole = simulate(tiny_scenario(), 217, "random", departments=2, seed=3).mechanisms()
    for name, entry in whole.items():
        for measure in ("plays", "lifted"):
            assert found.of(measure, name).a == pytest.approx(entry[measure])


def test_the_colleague_of_the_year_is_counted_as_in_a_trial() -> None:
    def dear(values: Values) -> None:
        values["goal"]["medals"][3] = {"bronze": 108, "silver": 900, "gold": 901}

    def dear_and_harder(values: Values) -> None:
        dear(values)
        harder(values)

    scenarios = tiny_scenario(dear), tiny_scenario(dear_and_harder)
    found = compare(*scenarios, GAMES, departments=3)
    for place, scenario in enumerate(scenarios):
        played = simulate(scenario, GAMES, departments=3)
        assert 0 < (played.medal > 0).mean() < 1
        assert (played.colleague.sum(axis=1) > 1).any()
        told = [found.of("colleague", seat) for seat in played.compiled.ids.seats]
        assert [(one.a, one.b)[place] for one in told] == pytest.approx(played.shares())
        for one in told:
            assert one.found.value == pytest.approx(one.b - one.a)
            assert one.found.low <= one.found.value <= one.found.high
            assert (one.found.width > 0) == (one.a + one.b > 0)


def test_the_other_way_round_is_the_same_with_other_signs() -> None:
    there = compare(tiny_scenario(), tiny_scenario(harder), GAMES)
    back = compare(tiny_scenario(harder), tiny_scenario(), GAMES, workers=1)
    for one, other in zip(there.differences, back.differences, strict=True):
        assert (one.a, one.b) == (other.b, other.a)
        assert one.found.value == pytest.approx(-other.found.value)
        assert one.found.low == pytest.approx(-other.found.high)


def test_common_luck_makes_a_comparison_sharper() -> None:
    def slightly(values: Values) -> None:
        values["mechanisms"][3]["difficulty"] = 5

    points = compare(tiny_scenario(), tiny_scenario(slightly), GAMES).of("points")
    assert points.factor is not None
    assert points.common_luck is not None
    assert points.factor > points.common_luck > 1.5
    a = simulate(tiny_scenario(), GAMES).points
    b = simulate(tiny_scenario(slightly), GAMES).points
    assert points.common_luck == pytest.approx((np.var(a) + np.var(b)) / np.var(b - a))


def test_a_comparison_on_municipality_takes_a_quarter_of_the_games_at_most() -> None:
    """The mechanisms, and the number, of which the games go apart most."""
    text = find("municipality").read_text(encoding="utf-8")
    names = {f"difficulty of {name}" for name in ("welcome_round", "open_hours", "daily_question")}
    for name, after in edits(text, iter(("welcome_round", "open_hours", "daily_question"))):
        if name in names or name.startswith("convince_limit"):
            points = compare("municipality", parse(after.encode()), 500, departments=4).of("points")
            assert points.factor is not None
            assert points.factor > 4, name


def test_taking_luck_out_finds_the_same_difference_as_many_more_games() -> None:
    few = [compare(tiny_scenario(), tiny_scenario(harder), 100, seed=seed) for seed in range(20)]
    many = compare(tiny_scenario(), tiny_scenario(harder), 10_000, seed=99).of("points").found
    away = [one.of("points").found.leaves_out(many.value) for one in few]
    assert sum(away) <= 1
    assert np.mean([one.of("points").found.value for one in few]) == pytest.approx(many.value, abs=0.5)


def with_other_ids(number: int) -> Scenario:
    """The tiny scenario, its mechanisms under other ids: chance hangs on ids, so luck is another."""

    def rename(values: Values) -> None:
        for mechanism in values["mechanisms"]:
            mechanism["id"] += f"_{number}"
        for department in values["departments"]:
            department["toolbox"] = [f"{tool}_{number}" for tool in department["toolbox"]]

    return tiny_scenario(rename)


def test_other_luck_alone_is_rarely_taken_for_a_difference() -> None:
    told = [compare(tiny_scenario(), with_other_ids(number), 200) for number in range(12)]
    assert all(found.changed.value > 0.5 for found in told)
    team = [[d for d in found.differences if d.measure not in MECHANISM_MEASURES] for found in told]
    assert sum(any(d.found.leaves_out(0) for d in differences) for differences in team) <= 2


def test_too_few_games_decide_nothing() -> None:
    assert compare(tiny_scenario(), tiny_scenario(harder), 20).outcome == "undecided"


def test_scenarios_are_compared_where_both_can_be_played() -> None:
    found = compare("municipality", "fruit-stall", 10)
    assert found.departments == 3
    assert found.of("plays", "honest_story").b == 0


def test_scenarios_without_a_common_number_of_departments_are_refused() -> None:
    def pair(values: Values) -> None:
        del values["in_play"][3], values["goal"]["medals"][3]
        values["balance"]["departments"] = [2]

    def trio(values: Values) -> None:
        del values["in_play"][2], values["goal"]["medals"][2]
        values["balance"]["departments"] = [3]

    with pytest.raises(SimulationError, match="in common"):
        compare(tiny_scenario(pair), tiny_scenario(trio), 10)
    with pytest.raises(SimulationError, match="not with 5"):
        compare("fruit-stall", "municipality", 10, departments=5)


# The command


def run(*words: str | int | Path) -> Ran:
    app = typer.Typer()
    balancing.register(app)
    app.command("other")(lambda: None)  # with a second one, commands are called by name
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def before(tmp_path: Path) -> Path:
    path = tmp_path / "before.yaml"
    path.write_bytes(tiny_bytes())
    return path


@pytest.fixture
def after(tmp_path: Path) -> Path:
    path = tmp_path / "after.yaml"
    path.write_bytes(tiny_bytes(harder))
    return path


def test_a_difference_exits_1_and_stands_in_the_table(before: Path, after: Path) -> None:
    ran = run("compare", before, after, "--games", GAMES, "--lang", "nl")
    assert ran.exit_code == 1
    assert ran.stdout.startswith(f"A {before}, B {after}: ")
    assert "samenspelers" in ran.stdout.splitlines()[0]
    assert "* Punten, bij gemiddeld dobbelgeluk" in ran.stdout
    assert "* Praatje: groepen opgetild" in ran.stdout
    assert "Eigen score van Winkel" in ran.stdout
    assert "Er is een verschil" in ran.stdout


def test_no_difference_exits_0(before: Path) -> None:
    ran = run("compare", before, before, "--games", 100, "--lang", "en")
    assert ran.exit_code == 0
    assert "the same game" in ran.stdout
    assert "* " not in ran.stdout.split("* proven")[0]


def test_too_few_games_exit_4(before: Path, after: Path) -> None:
    ran = run("compare", before, after, "--games", 1, "--lang", "en")
    assert ran.exit_code == 4
    assert "Too few games to prove anything: take at least 100" in ran.stdout
    assert "∞" not in ran.stdout
    assert "of the one pair of games ends differently" in ran.stdout


def test_json_has_every_difference(before: Path, after: Path) -> None:
    ran = run("compare", before, after, "--games", 100, "--departments", 2, "--players", "silo", "--json")
    said = json.loads(ran.stdout)
    assert (said["departments"], said["players"], said["games"], said["seed"]) == (2, ["silo"] * 2, 100, 0)
    assert said["outcome"] == "different"
    assert said["a"]["scenario_hash"] != said["b"]["scenario_hash"]
    points = said["differences"][0]
    assert set(points) == {
        *("measure", "subject", "a", "b", "difference", "low", "high"),
        *("variance_factor", "common_luck_factor"),
    }
    assert points["low"] <= points["difference"] <= points["high"]
    json.loads(run("compare", before, after, "--games", 1, "--json").stdout, parse_constant=pytest.fail)


@pytest.mark.parametrize(
    "words", [("--departments", 9), ("--players", "genius"), ("--games", 0), ("--seed", -1), ("--colour",)]
)
def test_wrong_usage_exits_2(before: Path, after: Path, words: tuple[str | int, ...]) -> None:
    ran = run("compare", before, after, *words)
    assert ran.exit_code == 2
    assert ran.stderr
    assert "Traceback" not in ran.stderr


def test_an_invalid_scenario_exits_3(before: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_bytes(before.read_bytes().replace(b"weeks: 4", b"weeks: 40"))
    ran = run("compare", before, broken)
    assert ran.exit_code == 3
    assert "too_large" in ran.stderr
