from pathlib import Path

import pytest

from game.scenario.load import ScenarioError, ScenarioNotFound, find, load, parse, scenario_hash, shipped
from tests.builders import NO_LIBRARY, TINY, Values, tiny_bytes, tiny_scenario

LIBRARY = b"""\
piramide: 1
motives:
  - {id: company, name: {nl: Gezelschap, en: Company}, icon: star}
  - {id: fun, name: {nl: Plezier, en: Fun}, icon: star}
personas:
  - id: dora
    name: Dora
    role: {nl: oma, en: grandmother}
    portrait: mother
    line: {nl: Weet alles., en: Knows everything.}
"""


def with_library(values: Values) -> None:
    values["motives"][0] = "company"
    numbers = {
        name: values["audiences"][0][name] for name in ("tokens", "channels", "attention", "candidates")
    }
    values["audiences"][0] = {"persona": "dora", **numbers}
    values["audiences"][1] = {"persona": "dora", "id": "bob", "name": "Dorothea", **numbers}
    values["events"][2]["options"][0]["effects"][0]["audience"] = "dora"


def test_the_library_fills_in_what_the_file_names() -> None:
    scenario = parse(tiny_bytes(with_library), library=LIBRARY)
    assert scenario.motive("company").name.get("en") == "Company"
    dora, second, _ = scenario.audiences
    assert (dora.id, dora.name.get("nl"), dora.role.get("nl"), dora.portrait) == (
        "dora",
        "Dora",
        "oma",
        "mother",
    )
    assert (second.id, second.name.get("nl"), second.role.get("nl")) == ("bob", "Dorothea", "oma")


def test_an_own_definition_overrides_the_library() -> None:
    def own(values: Values) -> None:
        with_library(values)
        values["motives"][0] = {"id": "company", "name": "Reuring"}

    motive = parse(tiny_bytes(own), library=LIBRARY).motive("company")
    assert (motive.name.get("nl"), motive.icon) == ("Reuring", "star")


def test_what_the_library_does_not_have_is_named_with_a_suggestion() -> None:
    def wrong(values: Values) -> None:
        with_library(values)
        values["motives"][0] = "compagny"

    with pytest.raises(ScenarioError) as error:
        parse(tiny_bytes(wrong), library=LIBRARY)
    assert [(f.code, f.fix) for f in error.value.findings if f.span.column < 100][:1] == [
        ("unknown_reference", "company")
    ]


def test_a_text_is_had_in_both_languages() -> None:
    scenario = tiny_scenario()
    assert scenario.title.get("nl") == "De hoekwinkel"
    assert scenario.title.get("en") == "The corner shop"
    assert scenario.audience("ann").name.get("en") == scenario.audience("ann").name.get("nl") == "Ann"


def test_line_breaks_and_double_spaces_in_a_text_are_tidied() -> None:
    data = TINY.replace(
        "summary: {nl: Een kleine winkel met grote plannen., en: A small shop with big plans.}",
        "summary: |\n  Een kleine\n  winkel,  met\u00a0plannen.\n",
    )
    assert (
        parse(data.encode(), library=NO_LIBRARY).summary.get("nl") == "Een kleine winkel, met\u00a0plannen."
    )


def test_a_scenario_knows_how_it_can_be_played() -> None:
    scenario = tiny_scenario()
    assert scenario.supported == (2, 3)
    assert scenario.usual_departments == 3
    assert scenario.department("garden").label.get("nl") == "Moestuin"
    with pytest.raises(KeyError):
        scenario.mechanism("nothing")


def test_the_hash_changes_with_the_file_and_with_the_library() -> None:
    data = TINY.encode()
    assert scenario_hash(data, b"a") == scenario_hash(data, b"a")
    assert len({scenario_hash(data, b"a"), scenario_hash(data, b"b"), scenario_hash(data + b"#", b"a")}) == 3
    assert scenario_hash(b"1", b"23") != scenario_hash(b"12", b"3")
    assert tiny_scenario().hash == scenario_hash(data, NO_LIBRARY)


def test_a_scenario_is_found_by_id_and_by_path(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text("piramide: 1\n", encoding="utf-8")
    assert find(file) == find(str(file)) == file
    assert find("municipality") == shipped()["municipality"]
    with pytest.raises(ScenarioNotFound) as missing:
        find("municipalty")
    assert missing.value.near == "municipality"
    with pytest.raises(ScenarioNotFound):
        find(tmp_path)
    with pytest.raises(ScenarioError):
        load(file)
