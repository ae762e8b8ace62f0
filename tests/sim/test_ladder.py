"""The ladder *is* the lesson of the game: it must stay true in every shipped scenario."""

import pytest

from game.scenario.load import load
from sim import simulate
from tools.ladder import HEAD, above, lines, rungs


@pytest.mark.parametrize("departments", [2, 3, 4, 5, 6])
def test_municipality_teaches_its_lesson(departments: int, capsys: pytest.CaptureFixture[str]) -> None:
    rung = rungs("municipality", departments)
    with capsys.disabled():
        print("\n" + HEAD, *lines(rung), sep="\n")
    assert above(rung["silo"], rung["pusher"]) >= 3
    assert above(rung["cooperative"], rung["silo"]) >= 3
    assert above(rung["cooperative"], rung["random"]) >= 3
    assert above(rung["cooperative"], rung["listener"]) >= 3
    assert rung["cooperative"].mean >= 1.4 * rung["silo"].mean
    assert 0.55 <= rung["cooperative"].silver <= 0.80
    pusher = rung["pusher"].result
    assert pusher.points.mean() <= pusher.points_before_shakeout.mean() / 2
    assert pusher.lost_weeks.mean() > rung["cooperative"].result.lost_weeks.mean()


@pytest.mark.parametrize("departments", [2, 3])
def test_in_the_tutorial_working_together_beats_pushing(departments: int) -> None:
    rung = rungs("fruit-stall", departments)
    assert above(rung["cooperative"], rung["pusher"]) >= 3
    assert 0.55 <= rung["cooperative"].silver <= 0.80


def test_somebody_plays_every_mechanism_of_municipality() -> None:
    played: dict[str, float] = {}
    for departments in (4, 5, 6):
        for name, entry in simulate("municipality", 2000, departments=departments).mechanisms().items():
            played[name] = played.get(name, 0) + entry["plays"]
    assert len(played) == len(load("municipality").mechanisms)
    assert [name for name, plays in played.items() if plays == 0] == []
