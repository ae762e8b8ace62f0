"""Shipped scenarios with a few things changed by chance: each is explained, or plays a whole game."""

import re
from random import Random

import pytest

from game.rules.audit import audit
from game.rules.limits import OVER
from game.scenario import compiling
from game.scenario.diagnostics import as_text, diagnose
from game.scenario.load import check, parse, shipped
from game.scenario.models import Scenario
from game.words.catalogue import LANGUAGES
from tests.rules.games import Running

NUMBER = re.compile(r"(?<=[:\[, ])-?\d+(?=[,\]}\n ])")
NUMBERS = (0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 20, 30, 31, 50, 100, 9999, -1, -10)
ODD = (
    "",
    "~",
    "yes",
    "1e3",
    ".inf",
    "*a",
    "&a 1",
    "!!int 3",
    "<<: {a: 1}",
    "'",
    '"',
    "[",
    "}",
    ":",
    "\t",
    "é",
    "|",
)


def mutated(text: str, chance: Random) -> str:
    """The text with one to four things changed, mostly numbers."""
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(text))
        match chance.randrange(6):
            case 0:
                text = text[:place] + chance.choice(ODD) + text[place:]
            case 1:
                text = text[:place] + text[place + chance.randint(1, 30) :]
            case 2:
                lines = text.split("\n")
                lines.insert(chance.randrange(len(lines)), chance.choice(lines))
                text = "\n".join(lines)
            case _:
                found = chance.choice(list(NUMBER.finditer(text)))
                text = text[: found.start()] + str(chance.choice(NUMBERS)) + text[found.end() :]
    return text


def play(scenario: Scenario, chance: Random) -> None:
    """A whole game by chance, sound after every command."""
    compiled = compiling.compile(scenario, chance.choice(scenario.supported))
    game = Running(compiled, chance.getrandbits(61), people=chance.randrange(1 << compiled.seats))
    while game.state.part[0] != OVER:
        game.do(*chance.choice(game.choices()))
        assert audit(compiled.tables, game.state) == []


def check_mutations(name: str, times: int, seed: int) -> None:
    pristine = shipped()[name].read_text(encoding="utf-8")
    chance = Random(seed)
    fine = 0
    for _ in range(times):
        data = mutated(pristine, chance).encode()
        if not (findings := check(data)):
            fine += 1
            play(parse(data), chance)
        for language in LANGUAGES:
            told = diagnose("x.yaml", findings, language)
            assert all((d.line, d.column) <= (d.end_line, d.end_column) for d in told)
            as_text(told, data, language)
    assert 0 < fine < times


def test_a_scenario_with_some_things_changed_is_explained_or_played() -> None:
    check_mutations("fruit-stall", 40, 1)


@pytest.mark.torture
@pytest.mark.parametrize("name", shipped())
def test_many_changed_scenarios_are_explained_or_played(name: str) -> None:
    check_mutations(name, 5000, 2)
