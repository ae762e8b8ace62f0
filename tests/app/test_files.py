import json
import resource
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from game.app.files import register
from game.scenario.load import load, shipped
from game.scenario.schema import schema_text
from tests.builders import TINY


def run(*words: str | Path) -> Result:
    app = typer.Typer()
    register(app)
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    file = tmp_path / "broken.yaml"
    file.write_text(
        TINY.replace("weeks: 4", "weeks: 40").replace("reach: 3", "reach: 0", 1), encoding="utf-8"
    )
    return file


def test_check_says_that_a_file_is_fine() -> None:
    result = run("check", shipped()["fruit-stall"], "municipality", "--lang", "nl")
    assert result.exit_code == 0
    assert result.stdout.count(": in orde\n") == 2


def test_check_shows_where_and_what_and_exits_3(broken: Path) -> None:
    result = run("check", broken, "--lang", "en")
    assert result.exit_code == 3
    assert f"{broken}:14:8: too_large: " in result.stdout
    assert result.stdout.count("= help: ") == 2
    assert result.stdout.endswith(f"{broken}: 2 errors\n")


def test_check_as_json_has_the_shape_of_the_contract(broken: Path) -> None:
    result = run("check", broken, "--format", "json", "--lang", "nl")
    assert result.exit_code == 3
    first, second = json.loads(result.stdout)
    assert set(first) == {
        "path", "line", "column", "end_line", "end_column", "code", "message", "help", "fix",
    }  # fmt: skip
    assert (first["path"], first["line"], first["column"], first["end_column"]) == (str(broken), 14, 8, 10)
    assert (first["code"], second["code"]) == ("too_large", "too_small")


def test_check_of_fine_files_as_json_is_an_empty_list() -> None:
    result = run("check", "fruit-stall", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])


@pytest.mark.parametrize("words", [("check", "nowhere.yaml"), ("check",), ("check", "x", "--format", "xml")])
def test_wrong_usage_exits_2(words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_check_suggests_the_scenario_that_was_meant() -> None:
    result = run("check", "fruitstall", "--lang", "en")
    assert result.exit_code == 2
    assert "‘fruit-stall’" in result.stderr


def test_new_makes_a_valid_scenario_with_its_own_id_and_the_comments(tmp_path: Path) -> None:
    file = tmp_path / "mijn stad.yaml"
    assert run("new", file).exit_code == 0
    assert load(file).id == "mijn-stad"
    assert file.read_text(encoding="utf-8").count("#") > 5
    assert run("check", file).exit_code == 0


def test_new_says_what_to_type_next_and_leaves_accents_out_of_the_id(tmp_path: Path) -> None:
    file = tmp_path / "één dag.yaml"
    result = run("new", file, "--lang", "en")
    assert result.stdout.endswith(f"piramide check '{file}'\n")
    assert load(file).id == "een-dag"


def test_what_is_there_but_is_no_file_is_said_to_be_so(tmp_path: Path) -> None:
    result = run("check", tmp_path, "--lang", "nl")
    assert (result.exit_code, result.stderr) == (2, f"‘{tmp_path}’ is geen gewoon bestand.\n")
    assert run("check", "x" * 5000).exit_code == 2


def test_a_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    file = tmp_path / "a\x1b[31m\u202eb.yaml"
    file.write_text("piramide: 2", encoding="utf-8")
    for name in (file, tmp_path / "no\x1b[31mthing"):
        result = run("check", name)
        assert result.exit_code in (2, 3)
        assert "\x1b" not in result.output
        assert "\u202e" not in result.output


def test_new_takes_another_example(tmp_path: Path) -> None:
    file = tmp_path / "kraam.yaml"
    assert run("new", file, "--like", "fruit-stall").exit_code == 0
    assert load(file).supported == load("fruit-stall").supported
    result = run("new", tmp_path / "x.yaml", "--like", "moon", "--lang", "en")
    assert result.exit_code == 2
    assert ", ".join(shipped()) in result.stderr


def test_new_never_overwrites(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text("mine", encoding="utf-8")
    assert run("new", file).exit_code == 2
    assert file.read_text(encoding="utf-8") == "mine"
    assert run("new", tmp_path / "no" / "folder.yaml").exit_code == 2


def test_new_on_a_full_disk_leaves_nothing_that_is_in_the_way_later(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16, most[1]))  # no file gets any larger
    try:
        result = run("new", file, "--lang", "en")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, most)
    assert (result.exit_code, "disk is full" in result.stderr) == (2, True), result.output
    assert not file.exists()
    assert run("new", file).exit_code == 0


def test_schema_goes_to_the_screen_or_to_a_file(tmp_path: Path) -> None:
    file = tmp_path / "schema.json"
    assert run("schema").stdout == schema_text()
    assert run("schema", "--output", file).exit_code == 0
    assert file.read_text(encoding="utf-8") == schema_text()
    assert run("schema", "--output", tmp_path / "no" / "schema.json").exit_code == 2


def test_scenarios_lists_what_is_shipped() -> None:
    lines = run("scenarios", "--lang", "nl").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(shipped())
    assert any("Gemeente Waterrijk" in line and "2, 3, 4, 5, 6" in line for line in lines)
