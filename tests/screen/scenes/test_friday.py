from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from game.rules.fact import Dice, Fact, Moved
from game.scenario.compiling import Compiled
from game.screen.board import grid_of
from game.screen.moment import sections
from game.screen.scene import Pop
from game.screen.scenes.answers import GoOn
from game.screen.scenes.both import Both
from game.screen.scenes.friday import FridayScene
from game.screen.scenes.friday_dice import pace_of, show_of
from game.screen.scenes.friday_model import FridayModel, StepModel, present_friday, present_shake_out
from game.screen.scenes.transit import flights
from game.screen.unfolding import unfolded
from game.view.points import points_of
from tests.screen.scenes import samples
from tests.screen.scenes.games import compiled_for, played
from tests.screen.scenes.watching import Watch

Found = tuple[str, dict[str, Any], tuple[Fact, ...], dict[str, Any]]


def parts(compiled: Compiled, players: str) -> Iterator[Found]:
    """Every section of a game: its name, the view before, its facts, the view after."""
    for told in played(compiled.scenario.id, compiled.seats, players):
        view = told.before
        for section, facts in sections(told.facts):
            then = unfolded(view, facts, compiled.scenario)
            yield section, view, facts, then
            view = then


def fridays(players: str) -> Iterator[tuple[FridayModel, dict[str, Any]]]:
    compiled = compiled_for("municipality", 4)
    for section, before, facts, then in parts(compiled, players):
        if section == "friday":
            yield present_friday(compiled, before, facts, "nl"), then


@pytest.mark.parametrize("players", ["cooperative", "pusher"])
def test_every_step_begins_where_the_one_before_it_ended(players: str) -> None:
    compiled = compiled_for("municipality", 4)
    for friday, then in fridays(players):
        for one, other in zip(friday.steps, friday.steps[1:], strict=False):
            assert one.after == other.before
        last = friday.steps[-1].after
        assert last.points == points_of(then, compiled.scenario)
        assert (last.will, last.know_how) == (then["will"], then["know_how"])
        for audience in last.audiences:
            assert [[cell.loose, cell.firm] for cell in audience.cells] == then["tokens"][audience.id]


def test_the_steps_stand_in_the_order_of_the_rules_and_the_launch_in_its_week_only() -> None:
    for friday, then in fridays("cooperative"):
        usual = ["talked", "drift", "sharing", "forgetting"]
        wanted = [*usual[:2], "launch", *usual[2:]] if then["week"] == 4 else usual
        assert [step.kind for step in friday.steps] == wanted


def test_the_room_is_asked_who_will_drift_where_dice_decide_it() -> None:
    asked = set()
    for friday, _ in fridays("cooperative"):
        drift = next(step for step in friday.steps if step.kind == "drift")
        scene = FridayScene(Both(friday, friday)).asking()
        assert scene.asks is any(isinstance(fact, Dice) for fact in drift.facts)
        asked.add(scene.asks)
    assert asked == {True, False}


def test_the_numbers_are_those_of_what_moves() -> None:
    for friday, _ in fridays("pusher"):
        by_kind = {step.kind: step for step in friday.steps}
        fell = sum(fact.n for fact in by_kind["drift"].facts if isinstance(fact, Moved))
        assert by_kind["drift"].value == (f"−{fell}" if fell else "0")
        assert by_kind["talked"].value == "nee"  # a pusher never talks
        assert by_kind["talked"].after.points == by_kind["talked"].before.points - 1


def test_the_shake_out_takes_every_loose_token_down_a_level() -> None:
    compiled = compiled_for("municipality", 4)
    for section, before, facts, then in parts(compiled, "pusher"):
        if section in ("shake_out", "score") and "shake_out" in {fact.kind for fact in facts}:
            (step,) = present_shake_out(compiled, before, facts, "en").steps
            loose = sum(cell[0] for cells in before["tokens"].values() for cell in cells)
            assert step.value == f"−{loose}"
            assert step.after.points == points_of(then, compiled.scenario)
            assert not any(cell.loose for who in step.after.audiences for cell in who.cells)


# -- tokens under way ---------------------------------------------------------------------


@pytest.mark.parametrize("players", ["cooperative", "pusher"])
def test_no_token_is_lost_on_its_way(players: str) -> None:
    for friday, _ in fridays(players):
        for step in friday.steps:
            grid = grid_of(1080, step.before)
            found = flights(grid, step.before, step.after, step.facts)
            there = sum(one.count for one in grid.tokens(step.before.audiences)[1])
            assert len(found) == there
            assert sum(flight.moved for flight in found) <= sum(
                fact.n for fact in step.facts if isinstance(fact, Moved)
            )


def test_the_tokens_that_fall_are_those_whose_dice_say_so() -> None:
    step = samples.friday("nl").steps[1]
    found = flights(grid_of(1080, step.before), step.before, step.after, step.facts)
    rolls = sorted(roll for fact in step.facts if isinstance(fact, Dice) for roll in fact.rolls)
    assert sorted(flight.die for flight in found if flight.die is not None) == rolls
    for flight in found:
        if flight.die is not None and flight.start is not None:
            assert flight.moved == (flight.die <= 2)
            assert flight.end.level == flight.start.level - (1 if flight.moved else 0)


def test_a_board_on_which_nothing_happens_stays_as_it_is() -> None:
    board = samples.friday("nl").steps[0].before
    assert all(flight.at_rest for flight in flights(grid_of(1080, board), board, board, ()))


# -- time ---------------------------------------------------------------------------------


def scene(at: int = 0) -> FridayScene:
    return FridayScene(Both.of(samples.friday), at)


@pytest.mark.parametrize("at", range(5))
def test_what_moves_ends_in_exactly_the_still_picture(at: int) -> None:
    watch = Watch(replace(scene(at), began=0.0), now=30.0)
    still = Watch(scene(at), motion="none")
    assert watch.picture == still.picture


def test_the_number_of_a_step_waits_for_its_dice() -> None:
    step = samples.friday("nl").steps[1]
    watch = Watch(replace(scene(1), began=0.0))
    watch.now = pace(step).dice - 0.05
    assert step.value not in watch.texts
    watch.now = pace(step).dice
    assert step.value in watch.texts


def test_no_step_takes_longer_than_six_seconds() -> None:
    for players in ("cooperative", "pusher"):
        for friday, _ in fridays(players):
            for step in friday.steps:
                assert pace(step).length <= 6.0


def pace(step: StepModel) -> Any:
    return pace_of(step, show_of(grid_of(1080, step.before), step))


def test_a_key_ends_the_dice_and_a_second_one_the_step() -> None:
    watch = Watch(scene(1))
    watch.wait(0.5)
    assert watch.scene.moving(watch.view)
    tumbling = watch.picture
    watch.follow(watch.scene.skip(watch.view))
    assert watch.scene.moving(watch.view)
    assert watch.picture != tumbling
    watch.follow(watch.scene.skip(watch.view))
    assert not watch.scene.moving(watch.view)
    assert watch.picture == Watch(scene(1), motion="none").picture


def test_a_step_in_which_nothing_happens_goes_on_by_itself_and_others_wait() -> None:
    watch = Watch(scene())
    watch.wait(1.2)
    assert isinstance(watch.scene, FridayScene)
    assert watch.scene.at == 1  # they talked: nothing to see
    watch.wait(60)
    assert isinstance(watch.scene, FridayScene)
    assert watch.scene.at == 1


def test_friday_ends_after_its_last_step() -> None:
    watch = Watch(scene(1), motion="none")
    for at in (2, 3, 4):
        assert watch.choose("next") is None
        assert isinstance(watch.scene, FridayScene)
        assert watch.scene.at == at
    assert watch.choose("next") == Pop(GoOn())


def test_the_points_count_up_at_the_launch() -> None:
    watch = Watch(replace(scene(2), began=0.0))
    shown = set()
    for tenth in range(20):
        watch.now = tenth / 10
        shown |= {int(text) for text in watch.texts if text.isdigit() and 66 <= int(text) <= 75}
    assert {66, 75} <= shown
    assert len(shown) > 3
