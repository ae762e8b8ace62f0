"""The planner, noise, restrictions, and functions as players, over many games."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from random import Random
from runpy import run_path
from typing import Any

import numpy as np
import pytest

from game.players.choosing import decide_as
from game.players.lineup import player
from game.players.planning import DESK, PLACES
from game.players.playing import new_game, play_on, player_seed_of, seed_of
from game.rules.actions import ROOM
from game.rules.limits import GUESSING, WORK
from game.rules.log import new_log
from game.rules.records import STATE_DTYPE, copy, to_record
from game.scenario import compiling
from game.scenario.load import load
from sim import SimulationError, simulate
from sim.engine import compiled
from sim.trial import LOG_DTYPE
from tests.builders import tiny_scenario
from tests.rules.secrets import other_truth

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"


def test_more_budget_plans_better() -> None:
    """The ladder of budgets: each rung proven above the one below, on the same games."""
    games = 30
    line_ups = ("cooperative", "planner:16", "planner:96")
    points = [simulate("fruit-stall", games, kind, 3, seed=5, measures=False).points for kind in line_ups]
    for low, high in pairwise(points):
        leads = high - low
        assert leads.mean() > 2 * leads.std(ddof=1) / np.sqrt(games)


@pytest.mark.torture
@pytest.mark.parametrize(
    ("scenario", "seats", "budgets"),
    [
        ("municipality", 4, (16, 64, 256)),
        ("fruit-stall", 2, (16, 64)),  # so small a game that 256 finds nothing that 64 does not
        ("fruit-stall", 3, (16, 64, 256)),
    ],
)
def test_the_ladder_of_budgets_on_shipped_scenarios(
    scenario: str, seats: int, budgets: tuple[int, ...]
) -> None:
    games = 100
    line_ups = ("cooperative", *(f"planner:{budget}" for budget in budgets))
    points = [simulate(scenario, games, kind, seats, seed=6, measures=False).points for kind in line_ups]
    for low, high in pairwise(points):
        leads = high - low
        assert leads.mean() > 2 * leads.std(ddof=1) / np.sqrt(games)


def test_the_planner_is_the_same_in_both_speeds() -> None:
    t = compiling.compile(load("fruit-stall"), 2).tables
    step = compiled("play_commands")
    plain = [new_game(t, seed_of(3, 0))]
    fast, seens, logs = to_record(plain[0]), np.zeros(PLACES, STATE_DTYPE), np.zeros(1, LOG_DTYPE)
    arrays = np.zeros(ROOM, np.int64), np.zeros(ROOM, np.int64), np.zeros(DESK, np.int64)
    manners = [player("planner:12~0.1").manner(compiling.compile(load("fruit-stall"), 2).ids)] * 6
    luck = player_seed_of(3, 0)
    while plain[0].part[0] < GUESSING:
        play_on(t, plain, plain * PLACES, manners, luck, 1, new_log(0), [0] * ROOM, [0] * ROOM, [0] * DESK)
        step(to_record(t), fast, seens, logs, *arrays, np.array(manners), luck, 1)
        assert to_record(plain[0]).tobytes() == fast.tobytes()


def test_9_another_truth_changes_no_plan() -> None:
    """The planner decides the same whatever is hidden, at every decision of a game."""
    ready = compiling.compile(load("municipality"), 4)
    t = ready.tables
    step = compiled("play_commands")
    row = np.array([player("planner:48").manner(ready.ids)] * 6)
    arrays = np.zeros(ROOM, np.int64), np.zeros(ROOM, np.int64), np.zeros(DESK, np.int64)
    seens, logs = np.zeros(PLACES, STATE_DTYPE), np.zeros(1, LOG_DTYPE)

    def decided(state: Any) -> bytes:
        record = to_record(state)
        step(to_record(t), record, seens, logs, *arrays, row, 7, 1)
        return bytes(record["verbs"].tobytes() + record["hours"].tobytes() + record["brought"].tobytes())

    states = [new_game(t, seed_of(1, 1))]
    luck, compared = Random(5), 0
    manners = [player("cooperative~0.2").manner(ready.ids)] * 6
    while states[0].part[0] < GUESSING:
        st = states[0]
        if st.part[0] == WORK and sum(st.passed[:4]) < 3 and st.hours[st.turn[0]] > 1:
            other = other_truth(t, copy(st), st.turn[0], luck)
            assert other != st
            assert decided(other) == decided(st)
            compared += 1
        play_on(t, states, states * PLACES, manners, 7, 1, new_log(0), [0] * ROOM, [0] * ROOM, [0] * DESK)
    assert compared > 40


def test_noise_costs_points_and_more_noise_more() -> None:
    means = [
        simulate("municipality", 300, f"cooperative{noise}", measures=False).points.mean()
        for noise in ("", "~0.1", "~0.4", "~1")
    ]
    assert means == sorted(means, reverse=True)
    assert means[3] == simulate("municipality", 300, "random", measures=False).points.mean()


def test_a_restricted_team_does_without_and_loses_by_it() -> None:
    """Taking away talking, practising or convincing costs a cooperative team dearly (preamble)."""
    whole = simulate("municipality", 300, "cooperative")
    for verb in ("talk", "convince", "practise"):
        without = simulate("municipality", 300, f"cooperative-verb={verb}", measures=False)
        assert without.summary()["verbs"][verb] == 0  # type: ignore[index]
        assert without.points.mean() < 0.9 * whole.points.mean()
    favourite = max(whole.mechanisms().items(), key=lambda entry: entry[1]["lifted"])[0]
    without = simulate("municipality", 300, f"cooperative-mechanism={favourite}", measures=False)
    assert without.mechanisms()[favourite]["plays"] == 0


def talker(view: dict[str, Any]) -> dict[str, str]:
    """Talks while it can, else does the first thing that is legal."""
    legal = [action["command"] for action in view["actions"] if action["refusal"] is None]
    return next((command for command in legal if command["kind"] == "talk"), legal[0])


def test_a_function_plays_from_the_view_of_its_seat() -> None:
    views: list[dict[str, Any]] = []

    def watching(view: dict[str, Any]) -> dict[str, str]:
        views.append(view)
        return talker(view)

    result = simulate("fruit-stall", 3, [watching, "cooperative"], departments=2, seed=1)
    assert result.kinds == ("watching()", "cooperative")
    assert result.measures.sums("decisions")[:, 0].sum() == sum(view["part"] == "work" for view in views)
    assert {view["you"]["seat"] for view in views} == {result.compiled.ids.seats[0]}
    assert all("seed" not in view and "deck" not in view for view in views)
    assert all(view["personal_motives"][1] is None for view in views)
    assert result.summary()["verbs"]["talk"] > 3  # type: ignore[index]


def test_a_function_for_every_seat() -> None:
    one = simulate("fruit-stall", 2, talker, departments=3, seed=1)
    two = simulate("fruit-stall", 2, talker, departments=3, seed=1, workers=2, chunk=1)
    assert one.hash == two.hash
    assert one.kinds == ("talker()",) * 3


def gives(value: Any) -> Callable[[dict[str, Any]], Any]:
    return lambda _: value


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "no command"),
        ("talk", "no command"),
        ({"kind": "dance"}, "no command"),
        ({"kind": "talk", "audience": "nobody"}, "no command"),
        ({"kind": "pass"}, "not legal now"),
    ],
)
def test_a_function_that_gives_no_legal_command_is_told_so(value: object, words: str) -> None:
    with pytest.raises(SimulationError, match=words) as caught:
        simulate("fruit-stall", 1, gives(value), departments=2)
    assert caught.value.text("nl")


def test_a_bug_in_a_function_is_loud() -> None:
    with pytest.raises(KeyError, match="nonsense"):
        simulate("fruit-stall", 1, lambda view: view["nonsense"], departments=2)


def test_the_example_of_a_custom_player_runs(capsys: pytest.CaptureFixture[str]) -> None:
    main = run_path(str(EXAMPLES / "custom_player.py"))["main"]
    main(games=2)
    assert [line.split(" points")[0].split()[:-1] for line in capsys.readouterr().out.splitlines()] == [
        ["three", "careful"],
        ["one", "careful"],
        ["none"],
    ]


def test_a_game_with_a_planner_can_be_played_again() -> None:
    result = simulate("fruit-stall", 2, "planner:8,silo~0.2", departments=2, seed=5)
    assert result.replay(1).points[0] == result.points[1]
    functional = simulate("fruit-stall", 1, talker, departments=2)
    with pytest.raises(SimulationError, match="talker"):
        functional.replay(0)


def test_a_decision_in_plain_python_leaves_the_state_alone() -> None:
    ready = compiling.compile(load("fruit-stall"), 2)
    state = new_game(ready.tables, 5)
    before = copy(state)
    decide_as(player("planner:8").manner(ready.ids), ready.tables, state, 0, 5)
    assert state == before


@pytest.mark.parametrize("error", [ValueError("a bug"), SystemExit(3), KeyboardInterrupt()])
def test_what_a_function_raises_comes_out(error: BaseException) -> None:
    def leave(_: dict[str, Any]) -> dict[str, str]:
        raise error

    with pytest.raises(type(error)) as caught:
        simulate(tiny_scenario(), 30, leave, departments=2)
    assert caught.value is error
