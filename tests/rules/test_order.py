"""Chance knows ids, never places in the file (rule 10): the same file in another order is the same game."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from ruamel.yaml import YAML

from game.rules.command import from_text
from game.rules.fact import Dice, Fact, to_dict
from game.rules.limits import GUESSING, ROUND
from game.rules.notation import action_of
from game.scenario import compiling
from game.scenario.compiling import Compiled
from game.scenario.load import find, parse
from tests.builders import NO_LIBRARY, TINY, Values, to_yaml
from tests.rules.games import Running

Shuffle = Callable[[list[Any]], None]


def values_of(name: str) -> tuple[Values, bytes | None]:
    """The values of a scenario file, and the library it needs."""
    data = TINY if name == "tiny" else find(name).read_text()
    values: Values = YAML(typ="safe", pure=True).load(data)
    return values, NO_LIBRARY if name == "tiny" else None


def reordered(name: str, seats: int, luck: Random) -> Compiled:
    """The scenario with everything in another order that has one of its own; the seats keep theirs."""
    values, library = values_of(name)
    in_play = values["audiences"][: seats + 1]
    luck.shuffle(in_play)
    values["audiences"][: seats + 1] = in_play
    for things in ("mechanisms", "motives", "departments", "personal_motives", "events"):
        luck.shuffle(values[things])
    luck.shuffle(values["organisation"]["why_sentences"])
    for audience in values["audiences"]:
        luck.shuffle(audience["candidates"])
        luck.shuffle(audience["channels"])
    for mechanism in values["mechanisms"]:
        luck.shuffle(mechanism.get("motives", []))
    for department in values["departments"]:
        luck.shuffle(department["toolbox"])
    return compiling.compile(parse(to_yaml(values), f"{name}.yaml", library), seats)


def unordered(value: Any) -> Any:
    """The same value, lists that are sets sorted; what is listed per seat or level stays."""
    if isinstance(value, dict):
        return {name: unordered(part) for name, part in value.items()}
    if isinstance(value, list) and value and isinstance(value[0], str | list):
        return sorted(map(str, value))
    return value


def same(found: tuple[Fact, ...]) -> list[str]:
    return sorted(str(to_dict(fact)) for fact in found)


@pytest.mark.parametrize(
    ("name", "seats"),
    [("tiny", 2), ("tiny", 3), ("fruit-stall", 3), ("municipality", 3), ("municipality", 5)],
)
def test_10_another_order_in_the_file_is_the_same_game(name: str, seats: int) -> None:
    values, library = values_of(name)
    straight = compiling.compile(parse(to_yaml(values), f"{name}.yaml", library), seats)
    for game in range(2):
        luck = Random(game)
        one = Running(straight, 77 + game, ROUND)
        two = Running(reordered(name, seats, luck), 77 + game, ROUND)
        assert two.compiled.ids.mechanisms != one.compiled.ids.mechanisms
        while one.state.part[0] < GUESSING:
            seat, action = luck.choice(one.choices())
            command = from_text(one.text(action))
            assert same(one.do(seat, action)) == same(two.do(seat, action_of(two.compiled.ids, command)))
        ours, theirs = one.position(), two.position()
        assert unordered(ours) == unordered(theirs)
        assert ours["deck"] == theirs["deck"]
        assert ours["turned"] == theirs["turned"]
        assert ours["motives"] == theirs["motives"]  # main first
        assert ours["personal_motives"] == theirs["personal_motives"]


def test_10_another_order_of_the_seats_keeps_what_each_department_draws() -> None:
    values, _ = values_of("tiny")
    values["events"] = values["events"][:2]  # no choice in week 1
    one = Running(compiling.compile(parse(to_yaml(values), "tiny.yaml", NO_LIBRARY), 3), 5)
    values["in_play"][3].reverse()
    two = Running(compiling.compile(parse(to_yaml(values), "tiny.yaml", NO_LIBRARY), 3), 5)
    for running in (one, two):
        running.do(0, running.legal(0)[0])
    assert one.position()["personal_motives"] == two.position()["personal_motives"][::-1]
    rolls = []
    for running in (one, two):
        seat = running.compiled.ids.seats.index("shop")
        action = action_of(running.compiled.ids, from_text("play chat ann company"))
        rolls += [fact.rolls for fact in running.do(seat, action) if isinstance(fact, Dice)]
    assert rolls[0] == rolls[1]


def test_10_two_variants_of_a_scenario_share_their_luck() -> None:
    """An audience more, a mechanism more, an event less: the dice of the others stay as they were."""
    values, _ = values_of("tiny")
    values["events"] = values["events"][:2]  # no choice in week 1
    one = Running(compiling.compile(parse(to_yaml(values), "tiny.yaml", NO_LIBRARY), 3), 5)
    values["audiences"].insert(0, {**values["audiences"][0], "id": "zoe"})
    values["mechanisms"].insert(0, {**values["mechanisms"][1], "id": "hello"})
    values["departments"][0]["toolbox"].insert(0, "hello")
    values["mechanisms"][2]["difficulty"] = 6
    del values["events"][1]
    two = Running(compiling.compile(parse(to_yaml(values), "tiny.yaml", NO_LIBRARY), 3), 5)
    assert {who: one.position()["motives"][who] for who in ("ann", "bob", "cor")} == {
        who: two.position()["motives"][who] for who in ("ann", "bob", "cor")
    }
    rolls = []
    for running in (one, two):
        running.do(0, running.legal(0)[0])
        action = action_of(running.compiled.ids, from_text("play chat bob company"))
        rolls += [fact.rolls for fact in running.do(0, action) if isinstance(fact, Dice)]
    assert rolls[0] == rolls[1]
