"""What every study says in the same way: of its memory, of its players."""

from itertools import cycle
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from game.app import balancing, sensitivity, simulating, tuning
from game.words.catalogue import LANGUAGES, Language
from sim import simulate
from tests.builders import TINY, tiny_scenario

SAID = {"nl": "kon niet worden onthouden in", "en": "could not be remembered in"}
STUDIES = {
    "sim": ("{file}", "--games", "30"),
    "balance": ("{file}", "{file}", "--games", "30"),
    "compare": ("{file}", "{file}", "--games", "30"),
    "sensitivity": ("{file}", "--games", "2", "--trajectories", "0"),
    "tune": ("{file}", "--games", "2000"),
}


def app() -> typer.Typer:
    made = typer.Typer()
    for room in (simulating, balancing, sensitivity, tuning):
        room.register(made)
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A scenario whose one target is met at once."""
    head, _ = TINY.split("  targets:\n")
    path = tmp_path / "tiny.yaml"
    path.write_text(f"{head}  targets:\n    lost_weeks: {{players: pusher, max_mean: 4}}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(("command", "language"), [*zip(STUDIES, cycle(LANGUAGES), strict=False)])
def test_a_study_that_cannot_be_remembered_says_so_once(
    command: str, language: Language, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    simulate(tiny_scenario(), 1)  # the engine is there already: it is kept in the same folder
    words = [command, *(word.format(file=file) for word in STUDIES[command]), "--lang", language]
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    can = CliRunner().invoke(app(), words)
    blocks = tmp_path / "cache" / "piramide" / "blocks"
    assert any(blocks.iterdir())
    assert SAID[language] not in can.stderr
    monkeypatch.setenv("XDG_CACHE_HOME", str(file))
    cannot = CliRunner().invoke(app(), words)
    assert cannot.stdout == can.stdout
    assert cannot.exit_code == can.exit_code
    assert cannot.stderr.count(SAID[language]) == 1
    assert f"{file / 'piramide' / 'blocks'}: " in cannot.stderr.splitlines()[-1]
    fresh = CliRunner().invoke(app(), [*words, "--fresh"])
    assert (fresh.stdout, fresh.stderr) == (can.stdout, "")


@pytest.mark.parametrize(
    ("players", "said"),
    [
        ("cooperative", ", samenspelers, "),
        ("silo,silo,silo", ", solisten, "),
        ("silo,cooperative,silo", ", solisten, samenspelers, solisten, "),
        ("cooperative~0.5", ", cooperative~0.5, "),
    ],
)
def test_players_go_by_the_same_names_in_every_study(players: str, said: str, file: Path) -> None:
    asked = ("--games", "5", "--players", players, "--departments", "3", "--lang", "nl")
    heads = [
        CliRunner().invoke(app(), [*command, *asked]).stdout.splitlines()[0]
        for command in (["sim", str(file)], ["compare", str(file), str(file)])
    ]
    assert [said in head for head in heads] == [True, True]


def test_more_games_than_the_memory_holds_are_refused_in_words(file: Path) -> None:
    ran = CliRunner().invoke(
        app(), ["compare", str(file), str(file), "--games", "1000000000000", "--lang", "nl"]
    )
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert ran.stderr.startswith("Zo veel spellen passen niet in het geheugen")
