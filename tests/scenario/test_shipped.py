"""The scenarios and the library that come with the game."""

import json
from typing import Any

import pytest

from game.rules.limits import LEVEL_NAMES
from game.scenario import compiling
from game.scenario.load import check, load, parse, shipped
from game.scenario.reading import read
from game.scenario.schema import SCHEMA_FILE, schema, schema_text
from game.words.resources import scenarios

PERSONAS = (
    "single_mother", "policy_officer", "field_engineer", "home_care_nurse", "facilities_manager",
    "tv_correspondent", "founder", "new_father", "dissatisfied_customer", "newspaper_editor",
)  # fmt: skip
MOTIVES = (
    "permit", "appraisal", "face", "atmosphere", "study", "fun_work", "music_lessons", "standing",
)  # fmt: skip


def test_the_first_two_scenarios_are_there() -> None:
    assert {"municipality", "fruit-stall"} <= set(shipped())


@pytest.mark.parametrize("identifier", shipped())
def test_a_shipped_scenario_is_valid_and_named_after_its_file(identifier: str) -> None:
    assert check(shipped()[identifier].read_bytes()) == ()
    assert load(identifier).id == identifier


@pytest.mark.parametrize("identifier", shipped())
def test_a_shipped_scenario_can_be_played_with_every_number_that_it_promises(identifier: str) -> None:
    scenario = load(identifier)
    for seats in scenario.supported:
        compiled = compiling.compile(scenario, seats)
        tables = compiled.tables
        own = {m for s in range(seats) for m in tables.tools[s][: tables.tool_count[s]]}
        assert {tables.level[m] for m in own} == set(range(len(LEVEL_NAMES) - 1))


@pytest.mark.parametrize("identifier", shipped())
def test_a_shipped_scenario_is_complete_in_both_languages(identifier: str) -> None:
    texts = _texts(read(shipped()[identifier].read_bytes()).values)
    assert texts
    for text in texts:
        assert text["nl"] != "", text
        assert text["en"] != "", text


def _texts(value: Any) -> list[dict[str, str]]:
    if isinstance(value, dict):
        own = [value] if "nl" in value else []
        return own + [text for item in value.values() for text in _texts(item)]
    if isinstance(value, tuple):
        return [text for item in value for text in _texts(item)]
    return []


def test_the_library_has_the_ten_personas_and_the_eight_motives() -> None:
    data = (scenarios() / "library.yaml").read_bytes()
    assert check(data) == ()
    values: Any = read(data).values
    assert tuple(persona["id"] for persona in values["personas"]) == PERSONAS
    assert tuple(motive["id"] for motive in values["motives"]) == MOTIVES


def test_the_schema_is_up_to_date() -> None:
    assert (scenarios() / SCHEMA_FILE).read_text(encoding="utf-8") == schema_text(), (
        "write it anew with: piramide schema --output scenarios/scenario.schema.json"
    )


def test_every_field_in_the_schema_is_described() -> None:
    def undescribed(part: Any, name: str) -> list[str]:
        if isinstance(part, list):
            return [found for item in part for found in undescribed(item, name)]
        if not isinstance(part, dict):
            return []
        found = [
            f"{name}.{field}"
            for field, item in part.get("properties", {}).items()
            if not {"description", "$ref"} & set(item) and field != "kind"
        ]
        return found + [
            bad for key, item in part.items() if key != "properties" for bad in undescribed(item, key)
        ]

    assert undescribed(schema(), "scenario") == []
    assert json.loads(schema_text()) == schema()


def test_a_shipped_file_leans_on_the_library_that_is_shipped_with_it() -> None:
    data = shipped()["municipality"].read_bytes()
    library = (scenarios() / "library.yaml").read_bytes()
    assert parse(data, library=library).hash == load("municipality").hash
