import json
import re
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

from game.app.journals import register
from game.app.lines import journal_lines
from game.app.retelling import points_on_fridays
from game.rules import command as c
from game.rules.fact import KIND
from game.rules.records import state_hash
from game.rules.score import worth
from game.scenario.load import load, shipped
from game.table.acts import Next
from game.table.entries import Header
from game.table.journal import Journal
from game.table.reading import read
from game.table.table import Table
from game.words.catalogue import LANGUAGES
from tests.table.games import play_on, sources, started

COMMANDS = 20
KEYS = ["seq", "week", "part", "seat", "command", "facts", "state", "hash"]


def run(*words: str | Path) -> Result:
    app = typer.Typer()
    register(app)
    return CliRunner().invoke(app, [str(word) for word in words])


def lines(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def played(tmp_path: Path) -> Path:
    with started(tmp_path, seed=7) as table:
        play_on(table, Random(7), COMMANDS)
        return table.path


def test_replay_gives_a_line_for_the_set_up_and_one_per_command(played: Path) -> None:
    found = lines(run("replay", played, "--json"))
    assert [line["seq"] for line in found] == list(range(COMMANDS + 1))
    for line in found:
        assert list(line)[: len(KEYS)] == KEYS
        assert (line["week"], line["part"]) == (line["state"]["week"], line["state"]["part"])
        assert "act" not in line
    first, second, *_, last = found
    assert (first["seat"], first["command"], first["facts"]) == (None, None, [])
    assert first["state"]["people"] == [True, True]
    assert set(first["state"]["motives"]) == {"ann", "bob", "cor"}
    assert len(first["state"]["deck"]) == 3
    assert second["seat"] == "shop"
    assert second["command"]["kind"] == "our_why"
    with Table.resume(played) as table:
        assert last["hash"] == state_hash(table.truth)
        assert last["entry"] == table.revision


def test_every_token_that_moves_in_a_replay_is_in_the_facts(played: Path) -> None:
    found = lines(run("replay", played, "--json"))
    for before, after in pairwise(found):
        tokens = before["state"]["tokens"]
        for fact in after["facts"]:
            if fact["kind"] == "suspects":
                tokens[fact["audience"]][0][1] += fact["n"]
            if fact["kind"] == "moved":
                for (level, bond), n in ((fact["from"], -fact["n"]), (fact["to"], fact["n"])):
                    tokens[fact["audience"]][level][["loose", "firm"].index(bond)] += n
        assert tokens == after["state"]["tokens"]


def test_what_the_trainer_does_has_lines_of_its_own(tmp_path: Path) -> None:
    with started(tmp_path, bots={"kitchen": "silo"}) as table:
        table.act_now("shop", c.OurWhy("street"))
        while not table.over:
            table.direct_now(Next())
        path = table.path
    found = list(journal_lines(read(path)))
    assert [line["seq"] for line in found] == list(range(len(found)))
    acts = [line for line in found if "act" in line]
    assert acts
    assert all(line["command"] is None and line["seat"] is None for line in acts)
    assert found[-1]["part"] == "over"
    kinds = {fact["kind"] for line in found for fact in line["facts"]}  # type: ignore[attr-defined]
    assert {"passed", "shake_out", "score", "motive"} <= kinds <= set(KIND)


def test_a_game_that_nobody_started_has_only_its_set_up(tmp_path: Path) -> None:
    with started(tmp_path) as table:
        path = table.path
    (only,) = lines(run("replay", path, "--json"))
    assert (only["seq"], only["part"], only["entry"]) == (0, "setup", 3)


def test_replay_in_words_is_in_the_language_asked_for(played: Path) -> None:
    for language, word in (("nl", "(begin)"), ("en", "(set-up)")):
        result = run("replay", played, "--lang", language)
        assert result.exit_code == 0
        numbers = [line.split()[0] for line in result.stdout.splitlines() if line[:4].strip().isdigit()]
        assert numbers == [str(n) for n in range(COMMANDS + 1)]
        assert word in result.stdout


GAME = ("--seed", "0", "--game", "861", "--players", "cooperative", "--departments", "2")


def test_a_game_is_retold_with_names_dice_and_weeks() -> None:
    told = run("replay", "fruit-stall", *GAME, "--lang", "nl").stdout
    weeks = told.split("\n\n")
    assert "Ons waarom: “Fruit houdt je gezond.”" in weeks[0]
    assert [part.splitlines()[0] for part in weeks[1:4]] == [
        "Week 1, voorzitter De kraam",
        "Week 2, voorzitter Reclame",
        "Week 3, voorzitter De kraam",
    ]
    assert "De kraam   praat met Sandra: eerste kennismaking met Sandra" in weeks[1]
    assert (
        "Jouw recept bij Dirk, boodschap Goede beoordeling: zelfde boodschap als een collega; "
        "dobbelstenen 2 6 (nodig 3) → 1 groep omhoog naar supporters, stevig"
    ) in weeks[2]
    assert weeks[4].startswith("109 punten, zilver\n  De kraam: eigen drijfveer ")


@pytest.mark.parametrize("players", ["random", "pusher", "silo", "cooperative"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_happens_is_retold_without_ids(players: str, language: str) -> None:
    words = ("replay", "municipality", "--players", players, "--departments", "4", "--game", "5")
    result = run(*words, "--lang", language)
    assert result.exit_code == 0, result.output
    assert not re.search(r"[a-z]_[a-z]|[{}]", result.stdout)


def standings(found: list[dict[str, Any]]) -> list[list[int]]:
    """The team's points before each new week, by line, counted from the set-up on."""
    before = found[0]["state"]["tokens"].values()
    points = sum(sum(bonds) * worth(level) for levels in before for level, bonds in enumerate(levels))
    counted = []
    for line in found:
        fridays = []
        for fact in line["facts"]:
            if fact["kind"] == "moved":
                points += fact["n"] * (worth(fact["to"][0]) - worth(fact["from"][0]))
            elif fact["kind"] in ("launch", "lost_week"):
                points += fact["points"] if fact["kind"] == "launch" else -abs(fact["points"])
            elif fact["kind"] == "week" and fact["week"] > 1:
                fridays.append(points)
        counted.append(fridays)
    return counted


@pytest.mark.parametrize("players", ["pusher", "cooperative"])
def test_the_points_of_a_friday_are_those_of_the_tokens_then(players: str) -> None:
    found = lines(run("replay", "municipality", "--players", players, "--departments", "4", "--json"))
    counted = standings(found)
    assert sum(map(len, counted)) == 7
    for line, fridays in zip(found, counted, strict=True):
        if fridays:
            assert points_on_fridays(load("municipality"), line) == fridays


STRIKE = """
  - id: strike
    title: {nl: "Staking", en: "Strike"}
    text: {nl: "Niemand werkt.", en: "Nobody works."}
    week: 2
    options:
      - {effects: [{kind: hours, n: -8, department: all}]}
"""


def test_a_week_without_work_does_not_change_what_the_friday_before_it_tells(tmp_path: Path) -> None:
    stall = shipped()["fruit-stall"].read_text()
    assert "\nevents:\n" in stall
    path = tmp_path / "strike.yaml"
    path.write_text(stall.replace("    week: 2\n", "").replace("\nevents:\n", "\nevents:" + STRIKE))
    words = ("replay", path, "--seed", "1", "--players", "cooperative", "--departments", "2", "--lang", "en")
    [fridays] = [both for both in standings(lines(run(*words, "--json"))) if both]
    assert len(fridays) == 2, "both Fridays belong to one line"
    assert fridays[0] != fridays[1]
    assert [int(n) for n in re.findall(r"stands at (\d+) points", run(*words).stdout)] == fridays


def test_a_simulated_game_is_replayed_in_the_same_form() -> None:
    words = ("replay", "fruit-stall", "--seed", "3", "--game", "2", "--players", "silo,random")
    found = lines(run(*words, "--departments", "2", "--json"))
    assert [line["seq"] for line in found] == list(range(len(found)))
    assert all(list(line) == KEYS for line in found)
    assert found[-1]["part"] == "over"
    assert lines(run(*words, "--departments", "2", "--json")) == found


@pytest.mark.parametrize(
    "words",
    [
        ("replay",),
        ("replay", "nothing.piramide"),
        ("verify", "nothing.piramide"),
        ("export", "nothing.piramide"),
        ("replay", "nowhere", "--seed", "1"),
        ("replay", "fruit-stall", "--departments", "6"),
        ("replay", "fruit-stall", "--players", "silo,silo,silo,silo"),
        ("replay", "fruit-stall", "--players", "wizard"),
    ],
)
def test_wrong_usage_exits_2_with_words(words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert result.stderr
    assert "Traceback" not in result.output


def test_verify_says_that_all_is_well_and_names_the_last_good_command(played: Path) -> None:
    result = run("verify", played, "--lang", "nl")
    assert (result.exit_code, result.stderr) == (0, "")
    assert f"{COMMANDS} commando's" in result.stdout
    assert (
        f"bewaard in {COMMANDS + 3} regels; het laatste goede commando staat op regel {COMMANDS + 3}."
        in result.stdout
    )


@pytest.mark.parametrize("command", ["verify", "replay", "export"])
def test_a_damaged_journal_exits_3_with_words(played: Path, command: str) -> None:
    data = played.read_bytes()
    payload = data.index(b'{"command":{"kind":"our_why"')
    played.write_bytes(data[: payload + 40] + b"?" + data[payload + 41 :])
    result = run(command, played, "--lang", "en")
    assert result.exit_code == 3
    assert "entry 4" in result.stderr
    played.write_bytes(b"no game at all")
    assert run(command, played).exit_code == 3


@pytest.mark.parametrize("payload", ["[" * 50_000, "hello", '"text"', '{"kind":' + "9" * 5000 + "}", "[]"])
@pytest.mark.parametrize("kind", ["command", "act"])
def test_an_entry_that_no_game_has_stored_is_told_in_words(tmp_path: Path, kind: str, payload: str) -> None:
    files = sources()
    path = tmp_path / "made-up.piramide"
    with Journal.create(path, Header("tiny", files.hash, 2, "free", 1, 2, "2030"), files) as journal:
        journal.stage(kind, payload, "00")
        journal.commit()
    for command in ("verify", "replay", "export"):
        result = run(command, path, "--lang", "en")
        assert result.exit_code == 3
        assert "entry 1" in result.stderr


def test_a_game_without_commands_is_verified_too(tmp_path: Path) -> None:
    with started(tmp_path) as table:
        path = table.path
    result = run("verify", path, "--lang", "en")
    assert (result.exit_code, result.stdout) == (0, f"{path}: in order. Scenario tiny, no commands yet.\n")


def test_a_recorded_game_is_not_replayed_as_if_it_were_a_scenario(played: Path) -> None:
    result = run("replay", played, "--seed", "3", "--lang", "en")
    assert result.exit_code == 2
    assert "Leave out --seed" in result.stderr


def test_export_holds_the_whole_game(played: Path) -> None:
    head, files, *entries = lines(run("export", played))
    found = read(played)
    assert (head["kind"], head["seats"], head["seed"]) == ("game", 2, 7)
    assert files["scenario"].encode() == found.sources.scenario
    assert [entry["seq"] for entry in entries] == list(range(1, COMMANDS + 4))
    assert [entry["chain"] for entry in entries] == [entry.chain.hex() for entry in found.entries]
    assert entries[2] == {
        "seq": 3,
        "kind": "act",
        "act": {"kind": "start"},
        "state": found.entries[2].state,
        "chain": found.entries[2].chain.hex(),
    }
    assert entries[3]["seat"] == "shop"
