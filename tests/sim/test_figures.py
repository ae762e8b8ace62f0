"""The numbers of a scenario file: found with their lines, changed without touching anything else."""

from pathlib import Path

import pytest

from game.scenario.findings import Path as Place
from game.scenario.load import parse
from sim.figures import Draft, shape_of
from tests.builders import tiny_bytes


def draft_of(folder: Path, data: bytes) -> Draft:
    path = folder / "mine.yaml"
    path.write_bytes(data)
    return Draft.of(path)


def test_every_number_in_play_is_found_on_its_line() -> None:
    draft = Draft.of("municipality")
    lines = draft.data.decode().split("\n")
    figures = draft.figures([4])
    assert len(figures) > 150
    for one in figures:
        assert str(one.value) in lines[one.line - 1]
        assert one.low <= one.value <= one.high
        assert one.low < one.high
        if one.shape == "mechanisms.*.hours":
            assert one.low >= 1
    shapes = {one.shape for one in figures}
    assert {"mechanisms.*.difficulty", "departments.*.kpi.points", "goal.medals.*.silver"} <= shapes
    ids = [mechanism.id for mechanism in draft.scenario.mechanisms]
    at = ids.index("prize_draw")  # Marketing plays with five departments, not with four
    assert not any(one.path[:2] == ("mechanisms", at) for one in figures)


def test_medals_go_in_fives(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, tiny_bytes(lambda values: values["goal"]["medals"][2].update(gold=60)))
    gold = next(one for one in draft.figures([2]) if one.path[-1] == "gold")
    assert (gold.low, gold.high) == (55, 65)
    assert gold.steps(70) == gold.steps(50) == 2
    bronze = next(one for one in draft.figures([2]) if one.path[-1] == "bronze")
    assert bronze.high - bronze.value == 1


def test_what_a_thing_is_and_nobody_on_a_level_are_no_numbers_to_tune() -> None:
    draft = Draft.of("municipality")
    shapes = {shape_of(path) for path, _ in draft.numbers()}
    assert not {"mechanisms.*.level", "weeks", "balance.games", "piramide"} & shapes
    assert all(value > 0 for path, value in draft.numbers() if "tokens" in path)


def test_only_the_edited_numbers_change_whatever_stands_around_them(tmp_path: Path) -> None:
    plain = Draft.of("municipality").data.decode()
    odd = "\ufeff" + plain.replace("\n", "\r\n").replace("weeks: 8", "weeks: 8   # é ∞ 8")
    draft = draft_of(tmp_path, odd.encode())
    edits: dict[Place, int] = {
        ("goal", "medals", 4, "gold"): 1234,
        ("departments", 1, "kpi", "points"): 17,
    }
    written = draft.written(edits)
    before, after = odd.split("\r\n"), written.decode().split("\r\n")
    changed = [i for i, (a, b) in enumerate(zip(before, after, strict=True)) if a != b]
    assert [i + 1 for i in changed] == sorted(draft.document.place(path).value.line for path in edits)
    for i in changed:
        new = "1234" if "gold" in before[i] else "17"
        assert new in after[i]
        assert len(set(before[i].split()) - set(after[i].split())) == 1
    variant = draft.variant(edits)
    assert variant is not None
    again = parse(written)
    assert (again.goal.medals[4].gold, again.departments[1].kpi.points) == (1234, 17)
    assert variant == again


def test_no_edits_are_no_change() -> None:
    draft = Draft.of("fruit-stall")
    assert draft.written({}) == draft.data


def test_an_invalid_variant_is_none(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, tiny_bytes())
    medals = draft.scenario.goal.medals[2]
    assert draft.variant({("goal", "medals", 2, "silver"): medals.gold + 1}) is None
    assert draft.variant({("mechanisms", 0, "difficulty"): 7}) is None


def test_a_place_that_the_file_does_not_have_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        Draft.of("fruit-stall").written({("rules", "nothing"): 1})
