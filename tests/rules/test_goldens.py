"""Golden counts and playthroughs; after a change that is meant, ``make goldens`` writes them again."""

import re
from difflib import unified_diff
from importlib import import_module

import pytest

from game.scenario.load import shipped
from tests.rules.goldens import (
    FOLDERS,
    count_name,
    counts,
    full_divide,
    line_ups,
    playthrough,
    playthrough_name,
)
from tools.goldens import GOLDEN, WRITERS, chosen, outdated


def difference(name: str, text: str) -> str:
    """How the stored text differs; empty if it does not."""
    path = GOLDEN / name
    stored = path.read_text("utf-8") if path.is_file() else ""
    lines = unified_diff(stored.splitlines(), text.splitlines(), "golden", "now", n=1, lineterm="")
    return "\n".join(list(lines)[:60])


def test_no_golden_is_missing_or_too_many() -> None:
    names = {count_name(*up) for up in line_ups()} | {playthrough_name(name) for name in shipped()}
    assert outdated(FOLDERS, names) == []


@pytest.mark.parametrize(("name", "seats"), line_ups())
def test_golden_counts(name: str, seats: int) -> None:
    found = difference(count_name(name, seats), counts(name, seats))
    assert not found, f"{found}\n\nthe divide, now:\n{full_divide(name, seats)}"


@pytest.mark.parametrize("name", list(shipped()))
def test_golden_playthrough(name: str) -> None:
    text = playthrough(name)
    assert len(text.encode()) < 200_000
    found = difference(playthrough_name(name), text)
    assert not found, found


def test_a_playthrough_tells_no_secret_before_it_is_turned_up() -> None:
    for name in shipped():
        for week in playthrough(name).split("\n=== ")[1:-1]:
            assert not re.search(r"^  (seed|deck) ", week, re.MULTILINE)
            assert "everybody sees" in week
            common = week.split("sees the same, but")[0]
            assert re.search(r"^  personal_motives \[null(,null)*\]$", common, re.MULTILINE)


def test_every_writer_that_make_goldens_calls_is_there() -> None:
    for name in WRITERS.values():
        module, function = name.split(":")
        assert callable(getattr(import_module(module), function))


def test_one_part_of_the_goldens_can_be_chosen_and_a_wrong_word_writes_none() -> None:
    assert chosen([]) == (list(WRITERS), ())
    assert chosen(["screens", "board-"]) == (["screens"], ("board-",))
    for wrong in (["pictures"], ["views", "board-"]):
        with pytest.raises(SystemExit):
            chosen(wrong)
