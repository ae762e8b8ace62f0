"""A view on the wire: at most 32 KiB of JSON, and still every command (contract, "Wire protocol")."""

import json
from collections.abc import Iterator
from itertools import product
from random import Random
from typing import Any

import pytest

from game.rules import command as c
from game.rules.actions import ROOM, list_actions
from game.rules.engine import begin, perform, submit
from game.rules.limits import WORK
from game.rules.log import new_log
from game.rules.notation import action_of
from game.rules.records import blank_state
from game.rules.state import State
from game.scenario import compiling
from game.scenario.compiling import Compiled
from game.scenario.load import load
from game.view.seats import seat_view
from game.view.turns import waiting_for
from game.view.wire import MOST, wire_view
from tests.builders import Values, tiny_scenario

LONGEST = 32
KEYS = {"command", "refusal", "message", "lights", "price", "odds"}


def long_id(kind: str, n: int) -> str:
    return f"{kind}-{n}".ljust(LONGEST, "x")


def largest(values: Values) -> None:
    """Everything that the format allows: six departments, seven audiences, 48 tools, 16 motives."""
    for i in range(len(values["motives"]), 16):
        values["motives"].append({"id": long_id("motive", i), "name": "Drijfveer", "icon": "star"})
    motives = [motive["id"] for motive in values["motives"]]
    for i in range(len(values["audiences"]), 7):
        values["audiences"].append({**values["audiences"][i % 3], "id": long_id("person", i), "name": "Mina"})
    for audience in values["audiences"]:
        audience["candidates"] = motives
    for i in range(len(values["mechanisms"]), 48):
        values["mechanisms"].append(
            {**values["mechanisms"][1], "id": long_id("tool", i), "motives": motives, "level": i % 4}
        )
    tools = [mechanism["id"] for mechanism in values["mechanisms"]]
    for i in range(len(values["departments"]), 6):
        values["departments"].append(
            {**values["departments"][0], "id": long_id("seat", i), "name": f"Team {i}"}
        )
    for i, department in enumerate(values["departments"]):
        department["toolbox"] = tools if i == 0 else tools[:3]
    values["in_play"][6] = [{"department": department["id"]} for department in values["departments"]]
    base = values["personal_motives"][0]
    taken = {personal["motive"] for personal in values["personal_motives"]}
    values["personal_motives"] += [{**base, "motive": m} for m in motives if m not in taken]
    values["goal"]["medals"][6] = {"bronze": 1, "silver": 2, "gold": 3}


def commands(view: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """Every command that the actions of a view stand for."""
    for action in view["actions"]:
        command = action["command"]
        also = {
            name: view["lists"][values] if isinstance(values, int) else values
            for name, values in action.get("also", {}).items()
        }
        yield from product(*([value, *also.get(name, [])] for name, value in command.items()))


def working(compiled: Compiled) -> State:
    state = blank_state()
    begin(compiled.tables, state, 5, 0)
    submit(compiled.tables, state, 0, action_of(compiled.ids, c.OurWhy(compiled.ids.sentences[0])), new_log())
    state.part[0], state.week[0], state.research[0] = WORK, 3, 1
    state.will[0] = state.know_how[0] = 9
    state.hours[0] = 8
    state.attention[: len(compiled.ids.audiences)] = [6, 5, 4, 6, 5, 4, 6][: len(compiled.ids.audiences)]
    return state


@pytest.fixture(scope="module")
def large() -> Compiled:
    return compiling.compile(tiny_scenario(largest), 6)


def test_the_largest_legal_scenario_fits_and_every_command_is_still_there(large: Compiled) -> None:
    compiled = large
    view = seat_view(compiled, working(compiled), compiled.ids.seats[0], "nl")
    text = wire_view(view)
    assert len(view["actions"]) > 4000  # type: ignore[arg-type]
    assert len(text.encode()) <= MOST
    assert sorted(commands(json.loads(text))) == sorted(commands(view))


def test_what_stands_together_is_refused_and_priced_alike(large: Compiled) -> None:
    compiled = large
    view: dict[str, Any] = seat_view(compiled, working(compiled), compiled.ids.seats[0], "nl")
    alone = {tuple(action["command"].values()): action for action in view["actions"]}
    sent = json.loads(wire_view(view))
    for action in sent["actions"]:
        for command in commands({**sent, "actions": [action]}):
            assert action["price"] == alone[command]["price"]
            assert action["lights"] == alone[command]["lights"]
            assert action["refusal"] == alone[command]["refusal"]


@pytest.mark.parametrize("name", ["municipality", "fruit-stall"])
def test_views_of_shipped_scenarios_fit_all_through_a_game(name: str) -> None:
    scenario = load(name)
    compiled = compiling.compile(scenario, max(scenario.supported))
    chance = Random(3)
    state = blank_state()
    begin(compiled.tables, state, 8, 0)
    for seat in range(compiled.seats):
        state.people[seat] = 1
    packed, codes = [0] * ROOM, [0] * ROOM
    seen = 0
    while waiting := waiting_for(compiled.tables, state):
        seat = chance.choice(waiting)
        if chance.random() < 0.25:
            view = seat_view(compiled, state, compiled.ids.seats[seat], "nl")
            text = wire_view(view)
            sent = json.loads(text)
            assert len(text.encode()) <= MOST
            assert sorted(commands(sent)) == sorted(commands(view))
            assert all(action.keys() - {"also", "bond"} == KEYS for action in sent["actions"])
            seen += 1
        n = list_actions(compiled.tables, state, seat, 0, packed, codes)
        perform(compiled.tables, state, seat, chance.choice(packed[:n]), new_log())
    assert seen >= 3


def test_odds_and_bond_travel_with_what_can_be_played() -> None:
    compiled = compiling.compile(tiny_scenario(), 2)
    view: dict[str, Any] = seat_view(compiled, working(compiled), compiled.ids.seats[0], "en")
    sent = json.loads(wire_view(view))
    for action, full in zip(sent["actions"], view["actions"], strict=True):
        assert action["odds"] == ([] if action["refusal"] else full["odds"])
        assert action.get("bond") == (None if action["refusal"] else full.get("bond"))
    assert any(action["odds"] for action in sent["actions"])
