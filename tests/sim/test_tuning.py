"""Tuning: the smallest edits that meet the targets, judged on games that the search never saw."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import typer
from typer.testing import CliRunner
from typer.testing import Result as Ran

from game.app import tuning as command
from game.words.catalogue import LANGUAGES
from sim import balance, simulate
from sim.advice import proposal_text
from sim.edits import Proposal
from sim.programme import Option, choose
from sim.tuning import Aims, fresh_seed, tune
from tests.builders import Values, tiny_bytes

GAMES = 800


def unreachable(values: Values) -> None:
    """A silver medal that nobody reaches any more; it should be about every other game."""
    values["goal"]["medals"][2].update(silver=58, gold=70)
    values["balance"] = {
        "departments": [2],
        "games": GAMES,
        "targets": {"medal_rate": {"players": "cooperative", "medal": "silver", "within": [0.3, 0.75]}},
    }


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tiny") / "tiny.yaml"
    path.write_bytes(b"# mine\r\n" + tiny_bytes(unreachable).replace(b"\n", b"\r\n"))
    return path


@pytest.fixture(scope="module")
def found(path: Path) -> Proposal:
    return tune(path)


def test_few_edits_meet_the_target_on_other_games(found: Proposal, tmp_path: Path) -> None:
    assert found.before.status == "missed"
    assert found.status == "met"
    assert 1 <= len(found.edits) <= 3
    mine = tmp_path / "tuned.yaml"
    mine.write_bytes(found.written())
    for seed in (91, 92):
        rate = float((simulate(mine, GAMES, departments=2, seed=seed).medal >= 2).mean())
        assert 0.3 <= rate <= 0.75
    assert balance(mine, seed=93).status != "missed"


def test_the_judgement_is_on_seeds_that_the_search_never_saw(found: Proposal) -> None:
    seeds = [fresh_seed(0, attempt) for attempt in range(20)]
    assert len(set(seeds)) == 20
    assert all(0 <= seed < 1 << 62 for seed in seeds)
    assert found.after.seed in seeds
    assert found.after.seed != found.before.seed != 0


def test_a_judgement_tells_how_far_it_is(path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    tune(path, 1200, progress=lambda *said: told.append(said))
    judging = [(done, most) for phase, done, most in told if phase == "judging"]
    assert {most for _, most in judging} == {1200}  # one line-up plays for the target
    done = [done for done, _ in judging]
    assert (done[0], done[-1]) == (0, 1200)
    assert done == sorted(done)
    assert len(set(done)) > 2
    assert all(0 <= games <= most for _, games, most in told)


def test_only_the_edited_numbers_are_written(path: Path, found: Proposal) -> None:
    before, after = path.read_bytes().split(b"\r\n"), found.written().split(b"\r\n")
    changed = {n for n, (a, b) in enumerate(zip(before, after, strict=True), 1) if a != b}
    assert changed == {edit.figure.line for edit in found.edits}
    for line in found.diff().splitlines():
        assert line[:1] in {"-", "+", "@"}


def test_it_is_told_in_both_languages(found: Proposal) -> None:
    for language in LANGUAGES:
        text = proposal_text(found, language)
        for edit in found.edits:
            assert f"{edit.figure.value} → {edit.to}" in text
            assert str(edit.figure.line) in text
        assert found.diff().splitlines()[2] in text


def run(*words: str | int | Path, answer: str | None = None) -> Ran:
    app = typer.Typer()
    command.register(app)
    return CliRunner().invoke(app, [str(word) for word in words], input=answer)


def met(values: Values) -> None:
    unreachable(values)
    values["balance"]["targets"] = {"lost_weeks": {"players": "cooperative", "max_mean": 4}}


def test_a_scenario_that_meets_its_targets_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "met.yaml"
    path.write_bytes(tiny_bytes(met))
    ran = run(path, "--write", "--yes", "--fresh", "--lang", "nl")
    assert ran.exit_code == 0
    assert "Er hoeft niets te veranderen" in ran.stdout
    assert path.read_bytes() == tiny_bytes(met)


def asked(proposal: Proposal, answer: str) -> Ran:
    """The question before writing, answered."""
    app = typer.Typer()
    app.command()(lambda: command.write_edits(proposal, is_sure=False, language="en"))
    return CliRunner().invoke(app, [], input=answer)


@pytest.mark.parametrize(
    ("answer", "is_written"),
    [("n\n", False), ("", False), ("\n", False), ("maybe\n", False), ("y\n", True), ("Ja\n", True)],
)
def test_it_asks_one_question_before_it_writes(
    path: Path, found: Proposal, tmp_path: Path, answer: str, is_written: bool
) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_bytes(path.read_bytes())
    mine.chmod(0o640)
    ran = asked(replace(found, name=str(mine)), answer)
    assert ran.exit_code == 0
    assert ran.stderr.count("?") == 1
    assert mine.read_bytes() == (found.written() if is_written else path.read_bytes())
    assert mine.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [mine]


def test_a_file_that_changed_meanwhile_is_left_alone(path: Path, found: Proposal, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_bytes(path.read_bytes() + b"# a thought")
    ran = asked(replace(found, name=str(mine)), "y\n")
    assert ran.exit_code == 2
    assert "changed" in ran.stderr
    assert mine.read_bytes().endswith(b"# a thought")


def test_the_command_writes_without_asking_if_told_so(path: Path, found: Proposal, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_bytes(path.read_bytes())
    ran = run(mine, "--write", "--yes", "--json", "--lang", "nl")
    assert ran.exit_code == 0
    assert mine.read_bytes() == found.written()
    said = json.loads(ran.stdout)
    assert said["edits"][0].keys() == {"number", "line", "from", "to"}
    assert {verdict["status"] for verdict in said["verdicts"]} == {"met"}


def test_a_shipped_scenario_is_not_overwritten() -> None:
    ran = run("fruit-stall", "--write", "--yes", "--lang", "nl")
    assert ran.exit_code == 2
    assert "kopie" in ran.stderr


def option(name: str, group: str, steps: int, *effect: float) -> Option[str]:
    return Option(name, group, steps, np.array(effect))


def picked(
    options: list[Option[str]], values: list[float], tried: list[frozenset[int]] | None = None
) -> set[str]:
    ones = np.ones(len(values))
    places = choose(options, np.array(values), 0 * ones, ones, ones, tried or [], 3)
    return {options[place].what for place in places}


def test_one_edit_is_chosen_before_two_and_a_small_one_before_a_large_one() -> None:
    options = [
        option("half", "a", 1, -1.0, 0.0),
        option("other half", "b", 1, -1.0, 0.0),
        option("whole, far", "c", 9, -2.0, 0.0),
        option("whole, near", "d", 2, -2.0, 0.0),
    ]
    assert picked(options, [2.9, 0.5]) == {"whole, near"}
    assert picked(options, [2.9, 0.5], [frozenset({3})]) == {"whole, far"}
    assert picked(options[:2], [2.9, 0.5]) == {"half", "other half"}


def test_what_mends_one_target_and_breaks_another_is_balanced() -> None:
    options = [option("breaks", "a", 1, -2.0, -2.0), option("mends", "b", 1, 0.0, 2.0)]
    assert picked(options, [2.5, 0.5]) == {"breaks", "mends"}


def test_a_number_gets_one_new_value_only() -> None:
    options = [option("one step", "a", 1, -1.0), option("two steps", "a", 2, -1.5)]
    assert picked(options, [3.4]) == {"two steps"}


def aims(value: float, low: float, high: float, least: float, most: float) -> Aims:
    """The aims of one claim that was measured with bounds of 0.1 on both sides."""
    return Aims.of(np.array([[value], [low], [high], [least], [most], [0.1]]), 1)


def test_what_cannot_be_better_does_not_fall_short_of_a_proof() -> None:
    assert aims(0, 0, 0.5, 0, 8).short(np.zeros(1)) == 0
    assert aims(1, 0.6, 1, 0, 1).short(np.ones(1)) == 0
    assert aims(0, -0.5, 0.5, -1, 1).short(np.full(1, 0.45)) > 0


def test_one_mechanism_too_many_that_nobody_plays_is_one_too_many() -> None:
    assert aims(1, 0, 0, 0, 20).short(np.ones(1)) == 1
