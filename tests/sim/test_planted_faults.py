"""Faults planted in municipality are found and named, with their line; untouched it has none.

With four departments: the rest of the balance is a matter of the scenario's own targets.
"""

import re
from pathlib import Path

import pytest

from game.scenario.load import find
from sim import Judgement, Verdict, balance
from sim.sentences import sentence
from sim.telling import judgement_text

GAMES = 4000


def municipality() -> str:
    """The file, judged with four departments only."""
    text = find("municipality").read_text(encoding="utf-8")
    return re.sub(r"(balance:\s+departments: )\[.*?\]", r"\1[4]", text, count=1)


def entry(text: str, identifier: str) -> tuple[int, int]:
    """Where the entry of a list with this id begins and ends."""
    start = text.index(f"  - id: {identifier}\n")
    return start, text.index("\n  - id: ", start + 1)


def changed(text: str, identifier: str, **numbers: int) -> str:
    """The file with other numbers in one entry."""
    start, end = entry(text, identifier)
    part = text[start:end]
    for name, number in numbers.items():
        part, found = re.subn(rf"(\b{name}: )-?\d+", rf"\g<1>{number}", part, count=1)
        assert found == 1, name
    return text[:start] + part + text[end:]


def number_in(text: str, identifier: str, name: str) -> int:
    """A number of one entry."""
    start, end = entry(text, identifier)
    found = re.search(rf"\b{name}: (\d+)", text[start:end])
    assert found is not None
    return int(found[1])


def line_of(text: str, identifier: str, name: str = "- id:") -> int:
    """The line, counted from 1, on which an entry says something."""
    start, _ = entry(text, identifier)
    return text.count("\n", 0, text.index(name, start)) + 1


def judged(folder: Path, text: str, games: int = GAMES) -> Judgement:
    path = folder / "municipality.yaml"
    path.write_text(text, encoding="utf-8")
    return balance(path, games)


def missed(found: Judgement) -> list[Verdict]:
    return [verdict for verdict in found.verdicts if verdict.status == "missed"]


def test_untouched_nothing_is_missed(tmp_path: Path) -> None:
    assert missed(judged(tmp_path, municipality())) == []


def test_the_tutorial_misses_nothing() -> None:
    assert missed(balance("fruit-stall", GAMES)) == []


def test_a_doubled_kpi_is_named_with_its_line(tmp_path: Path) -> None:
    text = municipality()
    text = changed(text, "communication", points=2 * number_in(text, "communication", "points"))
    found = judged(tmp_path, text)
    (verdict,) = (verdict for verdict in missed(found) if verdict.subject == "communication")
    assert verdict.target == "seat_share"
    assert verdict.is_above
    said = sentence(found.scenario, verdict, "nl")
    assert "Gemist: te vaak." in said
    assert f"De KPI van Communicatie & web staat op regel {line_of(text, 'communication', 'kpi:')}." in said


@pytest.mark.parametrize("mechanism", ["sounding_board", "honest_story"])
def test_a_mechanism_that_became_too_easy_is_named_with_its_line(tmp_path: Path, mechanism: str) -> None:
    text = municipality()
    text = changed(text, mechanism, difficulty=number_in(text, mechanism, "difficulty") - 2)
    found = judged(tmp_path, text)
    name = found.scenario.mechanism(mechanism).name.en
    where = (f"{name} (line {line_of(text, mechanism)})", f"helps most is {name}: ")
    said = [sentence(found.scenario, verdict, "en") for verdict in missed(found)]
    assert any(name in one for one in said for name in where)
    outstanding = next(
        line for line in judgement_text(found, "en").splitlines() if "stands out most with" in line
    )
    assert outstanding.split(": ")[1].startswith(f"{name} +")


FEW = 100
"""Enough games where a verdict does not hang on them."""
STEADY = [
    "honest_story",
    "ride_along",
    "guest_editors",
    "guide",
    "three_reasons",
    "open_data",
    "street_reporters",
    "own_account",
    "call_back",
    "welcome_round",
    "sounding_board",
    "street_budget",
]
"""The how- and why-mechanisms that are not the weaker ones of their step, nor alone there."""


@pytest.mark.parametrize("mechanism", STEADY)
def test_a_mechanism_that_is_too_strong_by_itself_is_named_with_its_line(
    tmp_path: Path, mechanism: str
) -> None:
    text = municipality()
    text = changed(text, mechanism, difficulty=number_in(text, mechanism, "difficulty") - 2)
    found = judged(tmp_path, text, FEW)
    (verdict,) = (verdict for verdict in missed(found) if verdict.target == "strong_mechanisms")
    name = found.scenario.mechanism(mechanism).name.nl
    said = sentence(found.scenario, verdict, "nl")
    assert f"tilt {name} (regel {line_of(text, mechanism)}) in een uur" in said
    assert said.endswith(f"Gemist: te sterk. Zie regel {text.count(chr(10))}.")


@pytest.mark.parametrize("mechanism", ["welcome_round", "three_reasons"])
def test_a_mechanism_that_became_hopeless_lags_most(tmp_path: Path, mechanism: str) -> None:
    text = changed(municipality(), mechanism, difficulty=6, reach=1)
    found = judged(tmp_path, text)
    name = found.scenario.mechanism(mechanism).name.en
    told = judgement_text(found, "en").splitlines()
    lags = next(line for line in told if "lags most with" in line).split(": ")[1]
    idle = next((line for line in told if "hardly ever played" in line), ": ").split(": ")[1]
    where = f"(line {line_of(text, mechanism)})"
    assert (lags.startswith(f"{name} ") and where in lags) or f"{name} {where}" in idle


def test_what_helps_a_missed_medal_is_measured_and_what_nobody_plays_is_no_culprit(tmp_path: Path) -> None:
    text = changed(find("fruit-stall").read_text(encoding="utf-8"), "own_recipe", difficulty=6)
    path = tmp_path / "stall.yaml"
    path.write_text(text, encoding="utf-8")
    found = balance(path)
    assert [verdict.target for verdict in missed(found)] == ["medal_rate", "medal_rate"]
    start, end = (text.count("\n", 0, at) + 1 for at in entry(text, "own_recipe"))
    for verdict in missed(found):
        assert verdict.helps is not None
        assert start < verdict.helps.figure.line <= end
        assert verdict.helps.after > verdict.helps.before + 0.05
        assert "Market cry" not in sentence(found.scenario, verdict, "en")
    told = judgement_text(found, "en").splitlines()
    assert not any("Market cry" in line for line in told if "lags most" in line)
    idle = [line for line in told if "hardly ever played" in line]
    assert [line.split(": ")[1] for line in idle] == [f"Market cry (line {line_of(text, 'market_cry')})."] * 2


def test_a_mechanism_that_became_useless_is_named_with_its_line(tmp_path: Path) -> None:
    text = changed(municipality(), "newsletter", difficulty=6, reach=1)
    start = text.index("  targets:")
    text = text[:start] + "  targets:\n    dead_mechanisms: {players: cooperative, max: 0}\n"
    found = judged(tmp_path, text, 20_000)
    (verdict,) = missed(found)
    said = sentence(found.scenario, verdict, "nl")
    name = found.scenario.mechanism("newsletter").name.nl
    assert f"{name} (regel {line_of(text, 'newsletter')})" in said
