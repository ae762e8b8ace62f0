"""Which number matters: what is told about one step agrees with a comparison; the same study twice is one."""

import json
from pathlib import Path

import numpy as np
import pytest
import typer
from numpy.typing import NDArray
from typer.testing import CliRunner
from typer.testing import Result as Ran

from game.app import sensitivity as command
from game.words.catalogue import LANGUAGES, Language
from sim import SimulationError, compare
from sim.advice import sensitivity_text
from sim.figures import Draft, Figure
from sim.sensitivity import Sensitivity, at, screened, sensitivity
from tests.builders import tiny_bytes

GAMES = 60


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tiny") / "tiny.yaml"
    path.write_bytes(tiny_bytes())
    return path


@pytest.fixture(scope="module")
def found(path: Path) -> Sensitivity:
    return sensitivity(path, GAMES, departments=2, paths=2)


def test_one_step_is_what_a_comparison_finds(path: Path, found: Sensitivity) -> None:
    weight = next(w for w in found.weights if w.figure.path[2:] == ("difficulty",))
    step = weight.steps[-1]
    variant = Draft.of(path).variant({weight.figure.path: step.to})
    assert variant is not None
    other = compare(Draft.of(path).scenario, variant, GAMES, departments=2)
    assert step.effects["points"].value == pytest.approx(other.of("points").found.value)
    assert found.base["bronze"] == other.of("bronze").a


def test_hours_matter_more_than_what_a_lost_week_costs(found: Sensitivity) -> None:
    places = [".".join(map(str, weight.figure.path)) for weight in found.weights]
    hours = next(place for place, name in enumerate(places) if name.endswith("hours"))
    assert hours < len(places) / 2
    assert found.weights[0].is_proven("points")
    screened = [weight.screened.mu_star for weight in found.weights if weight.screened]
    assert screened == sorted(screened, reverse=True)
    assert len(screened) == len(found.weights)


def test_screening_gives_the_effect_over_the_range() -> None:
    both = Figure(("both",), 5, 4, 6, 1)
    up, down = Figure(("up",), 5, 5, 6, 2), Figure(("down",), 5, 4, 5, 3)
    figures = (both, up, down)

    def points(design: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.array([3 * at(both, a) + 7 * at(up, b) - 2 * at(down, c) for a, b, c in design], float)

    found = screened(figures, 4, points)
    assert [one.mu_star for one in found] == pytest.approx([6, 7, 2])
    assert [one.sigma for one in found] == pytest.approx([0, 0, 0], abs=1e-9)


def test_the_same_study_twice_is_the_same(path: Path, found: Sensitivity) -> None:
    again = sensitivity(path, GAMES, departments=2, paths=2, workers=1)
    assert again == found


def test_shares_are_told_of_the_numbers_that_matter_most(path: Path) -> None:
    found = sensitivity(path, 10, departments=2, paths=0, shares=2)
    told = [weight for weight in found.weights if weight.share is not None]
    assert len(told) == 8
    assert found.weights[: len(told)] == tuple(told)


def test_progress_ends_at_all(path: Path) -> None:
    seen: list[tuple[int, int]] = []
    sensitivity(path, 4, departments=2, paths=2, progress=lambda *told: seen.append(told))
    assert [done for done, _ in seen] == list(range(1, len(seen) + 1))
    assert {total for _, total in seen} == {len(seen)}


def test_the_range_is_split_evenly(found: Sensitivity) -> None:
    for figure in (weight.figure for weight in found.weights):
        values = [at(figure, place) for place in (0, 1 / 3, 2 / 3, 1)]
        assert values[0] == figure.low
        assert values[-1] == figure.high
        assert values == sorted(values)


@pytest.mark.parametrize("wrong", [{"games": 1}, {"paths": 1}, {"shares": 3}])
def test_numbers_that_make_no_study_are_refused(path: Path, wrong: dict[str, int]) -> None:
    with pytest.raises(SimulationError) as caught:
        sensitivity(path, **wrong)  # type: ignore[arg-type]
    assert caught.value.text("nl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_told_with_lines(path: Path, found: Sensitivity, language: Language) -> None:
    text = sensitivity_text(found, language)
    lines = path.read_text().split("\n")
    first = found.weights[0].figure
    row = next(line for line in text.splitlines() if f" = {first.value} " in line)
    assert f" {first.line} " in row
    assert str(first.value) in lines[first.line - 1]


def run(*words: str | int | Path) -> Ran:
    app = typer.Typer()
    command.register(app)
    return CliRunner().invoke(app, [str(word) for word in words])


def test_the_command_prints_a_table_or_json(path: Path) -> None:
    words = (path, "--games", 10, "--trajectories", 0, "--departments", 2, "--fresh")
    ran = run(*words, "--lang", "nl")
    assert ran.exit_code == 0
    assert "Wat het meest beslist" in ran.stdout
    said = json.loads(run(*words, "--json").stdout)
    assert said["games"] == 10
    assert all(number["morris"] is None for number in said["numbers"])
    assert {"number", "line", "value", "steps"} <= set(said["numbers"][0])


def test_wrong_usage_exits_2(path: Path) -> None:
    for words in (("--trajectories", 1), ("--sobol", 3), ("--departments", 9), ("--cluster", "nowhere")):
        ran = run(path, *words, "--lang", "nl")
        assert ran.exit_code == 2
        assert ran.stderr
        assert "Traceback" not in ran.stderr
