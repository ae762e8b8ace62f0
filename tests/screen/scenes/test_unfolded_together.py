"""Phones wait while the board unfolds a Friday, the end and the motives; never when it waits for people."""

from pathlib import Path
from random import Random

import pytest

from game.rules.fact import Dice
from game.rules.limits import GUESSING
from game.screen.moment import GRACE, PATIENCE
from game.screen.scene import Scene
from game.screen.scenes.asking import AskScene
from game.screen.scenes.flow import ASKING, STEP
from game.screen.scenes.friday import FridayScene
from game.screen.scenes.on_its_own import OnItsOwn
from game.screen.scenes.reveal import RevealScene
from game.screen.scenes.score import ScoreScene
from game.screen.scenes.trainer import TrainerScene
from tests.net.phones import Message, Phone
from tests.screen.scenes.near import Near
from tests.screen.scenes.test_phones import started, to_work

UNFOLDING = (FridayScene, ScoreScene, RevealScene)
TOLD_AT_ONCE = {"friday", "shake_out", "score", "motive"}
"""Kinds of facts that phones get long before the board has shown them."""
ALL_WATCH = {"friday", "end", "motives"}
MOST = 4000
"""Steps after which a game counts as stuck."""


def inner(scene: Scene) -> Scene:
    return scene.scene if isinstance(scene, OnItsOwn) else scene


def unfolds_now(near: Near) -> bool:
    return any(isinstance(inner(scene), UNFOLDING) and not lies_open(scene) for scene in near.stage.scenes)


def lies_open(scene: Scene) -> bool:
    """Whether it is the page of the motives, with all of them turned."""
    return isinstance(scene, RevealScene) and scene.turned == len(scene.score.nl.cards)


def waits(phones: list[Phone]) -> set[str | None]:
    return {phone.view["table"]["watch"] for phone in phones if phone.closed is None}


def kinds(message: Message) -> set[str]:
    return {fact["kind"] for fact in message["facts"]}


def told_too_early(phone: Phone) -> list[object]:
    """Messages that tell what the board has yet to unfold, and do not say so."""
    return [
        message
        for message in phone.heard
        if message["type"] == "facts"
        and TOLD_AT_ONCE & kinds(message)
        and not message["view"]["table"]["watch"]
    ]


def to_friday(near: Near, phones: list[Phone]) -> None:
    to_work(near, phones)
    for phone in phones:
        phone.command("pass")
    assert waits(phones) == {"friday"}


def test_phones_wait_from_the_message_that_tells_of_friday_until_the_board_has_shown_it(
    tmp_path: Path,
) -> None:
    near = Near(tmp_path)
    phones = started(near, "stall", "advertising")
    to_work(near, phones)
    assert waits(phones) == {None}
    to_friday(near, phones)
    assert waits(phones) == {"friday"}
    seen = False
    while waits(phones) == {"friday"}:
        near.step(seconds=0.5)
        seen = seen or unfolds_now(near)
    assert seen
    assert not unfolds_now(near)
    assert not any(told_too_early(phone) for phone in phones)


def asks(near: Near) -> bool:
    """Whether the board asks the room who will drift away."""
    scene = inner(near.scene)
    return isinstance(scene, FridayScene) and scene.asks


def to_board(near: Near) -> None:
    """Until the board shows a Friday."""
    for _ in range(MOST):
        if isinstance(inner(near.scene), FridayScene):
            return
        near.step(seconds=0.2)
    raise AssertionError(near.name)


def to_question(near: Near, phones: list[Phone]) -> None:
    """Until a Friday on which somebody may drift away: whoever sends brings up loose groups."""
    to_work(near, phones)
    assert phones[1].command("broadcast", mechanism="market_cry")["type"] == "ack"
    near.wait()
    to_friday(near, phones)
    to_board(near)
    assert asks(near)


def test_a_friday_on_which_nobody_can_drift_away_asks_nothing(tmp_path: Path) -> None:
    near = Near(tmp_path)
    phones = started(near, "stall", "advertising")
    to_friday(near, phones)
    to_board(near)
    assert not asks(near)


def test_a_friday_asks_before_its_dice_and_waits_for_somebody_to_press_on(tmp_path: Path) -> None:
    near = Near(tmp_path)
    phones = started(near, "stall", "advertising")
    to_question(near, phones)
    for _ in range(10):
        near.step(seconds=ASKING / 15)
        assert asks(near), "there is time to talk about it"
        assert waits(phones) == {"friday"}
    near.press("return")
    assert unfolds_now(near)
    assert not asks(near)


def test_where_nobody_presses_on_a_friday_goes_by_on_its_own(tmp_path: Path) -> None:
    near = Near(tmp_path)
    phones = started(near, "stall", "advertising")
    to_question(near, phones)
    near.step(seconds=0.1)
    near.step(seconds=ASKING + 0.1)
    assert unfolds_now(near)
    assert not asks(near)
    for _ in range(10):  # its five steps take as long as ever
        near.step(seconds=STEP / 2 + 0.1)
    assert not unfolds_now(near)
    near.step()
    assert waits(phones) == {None}


def test_the_question_of_a_friday_is_pressed_on_from_the_trainers_panel(tmp_path: Path) -> None:
    near = Near(tmp_path)
    phones = started(near, "stall", "advertising")
    to_question(near, phones)
    near.f2()
    near.choose("lead:press")
    near.step()
    assert unfolds_now(near)
    assert not asks(near)


def test_what_is_passed_over_on_the_board_ends_the_waiting(tmp_path: Path) -> None:
    near = Near(tmp_path)
    phones = started(near, "stall", "advertising")
    to_friday(near, phones)
    near.until(OnItsOwn)
    near.press("f10")
    near.choose("next")
    near.wait()
    assert not unfolds_now(near)
    assert waits(phones) == {None}


def test_a_panel_that_stays_open_keeps_nobody_waiting_for_ever(tmp_path: Path) -> None:
    near = Near(tmp_path)
    phones = started(near, "stall", "advertising")
    to_work(near, phones)
    near.f2()
    for phone in phones:
        phone.command("pass")
    near.step(seconds=PATIENCE / 2)
    assert waits(phones) == {"friday"}, "the board will show it when the panel is closed"
    near.step(seconds=PATIENCE)
    near.step()
    near.shows(TrainerScene)
    assert waits(phones) == {None}
    near.f2()
    near.wait()
    assert unfolds_now(near)
    assert waits(phones) == {"friday"}


def playing(phone: Phone) -> Message:
    """A play with dice that this phone may do."""
    return next(one for one in phone.legal() if one["kind"] in ("play", "broadcast"))


def dice_heard(phone: Phone) -> int:
    """How many throws it was told of."""
    told = [fact for m in phone.heard if m["type"] == "facts" for fact in m["facts"]]
    return sum(fact["kind"] == "dice" for fact in told)


def test_what_dice_came_to_is_told_to_all_phones_when_they_lie_on_the_board(tmp_path: Path) -> None:
    near = Near(tmp_path, motion="full")
    phones = started(near, "stall", "advertising")
    to_work(near, phones)
    thrower, colleague = phones
    before = thrower.view["tokens"], thrower.view["attention"]
    assert thrower.command(**playing(thrower))["type"] == "ack"
    seen = False
    while waits([thrower]) == {"dice"}:
        assert [dice_heard(phone) for phone in phones] == [0, 0]
        for phone in phones:
            assert (phone.view["tokens"], phone.view["attention"]) == before
        assert waits([colleague]) == {None}, "who did not throw goes on"
        near.step(seconds=0.1)
        seen = seen or (near.name == "OnItsOwn" and near.scene.moving(near.stage.view))
    assert seen, "the dice rolled on the board meanwhile"
    near.shows(OnItsOwn)
    assert not near.scene.moving(near.stage.view)
    near.step()
    assert waits(phones) == {None}
    assert [dice_heard(phone) for phone in phones] == [1, 1]
    for phone in phones:
        assert (phone.view["tokens"], phone.view["attention"]) != before


def test_where_nothing_moves_or_it_is_skipped_what_dice_came_to_is_told_at_once(tmp_path: Path) -> None:
    near = Near(tmp_path, motion="full")
    phones = started(near, "stall", "advertising")
    to_work(near, phones)
    phones[0].command(**playing(phones[0]))
    near.until(OnItsOwn)
    near.press("space")
    near.press("space")
    near.step(seconds=0.02)
    assert [dice_heard(phone) for phone in phones] == [1, 1]


def test_nobody_waits_for_dice_behind_a_panel(tmp_path: Path) -> None:
    near = Near(tmp_path, motion="full")
    phones = started(near, "stall", "advertising")
    to_work(near, phones)
    near.f2()
    phones[0].command(**playing(phones[0]))
    assert dice_heard(phones[1]) == 0
    near.step(seconds=GRACE)
    near.step()
    assert waits(phones) == {None}
    assert [dice_heard(phone) for phone in phones] == [1, 1]


def test_a_question_in_place_of_what_was_shown_is_no_reason_to_wait(tmp_path: Path) -> None:
    near = Near(tmp_path)
    phones = started(near, "stall", "advertising")
    to_work(near, phones)
    while near.game.lead({"do": "next"})["ok"] and near.game.table.truth.part[0] != GUESSING:
        pass
    near.until(ScoreScene)
    assert waits(phones) == {"end"}
    near.press("f10")
    near.choose("end")
    near.shows(AskScene)
    near.wait()
    assert not unfolds_now(near)
    assert waits(phones) == {None}


def test_phones_say_what_the_board_shows_from_the_last_friday_to_the_motives(tmp_path: Path) -> None:
    near = Near(tmp_path)
    phones = started(near, "stall", "advertising")
    to_work(near, phones)
    while near.game.table.truth.part[0] != GUESSING:
        near.game.lead({"do": "next"})
    while near.game.shown["week"] < 3 or not isinstance(inner(near.scene), FridayScene):
        near.step(seconds=0.5)
    assert waits(phones) == {"friday"}
    near.until(ScoreScene)
    near.step()
    assert waits(phones) == {"end"}
    near.game.lead({"do": "end_guessing"})
    assert waits(phones) == {"end"}, "the score is still there"
    near.press("return")
    near.until(RevealScene)
    near.step()
    assert waits(phones) == {"motives"}


def test_phones_wait_until_the_last_motive_is_turned(tmp_path: Path) -> None:
    near = Near(tmp_path)
    phones = started(near, "stall", "advertising")
    to_work(near, phones)
    assert near.game.lead({"do": "end_early"})["ok"]
    near.until(ScoreScene)
    assert waits(phones) == {"end"}
    near.press("return")
    near.wait()
    turned = 0
    while not lies_open(near.scene):
        assert waits(phones) == {"motives"}
        near.press("return")
        near.wait()
        turned += 1
    assert turned == len(phones)
    assert waits(phones) == {None}, "what the whole room has seen is on the phones too"
    near.f2()
    near.wait()
    near.shows(TrainerScene)
    assert waits(phones) == {None}


def somebody_acts(near: Near, phones: list[Phone], chance: Random) -> None:
    """Some phone does something, the trainer does, or somebody at the board."""
    phone = chance.choice(phones)
    match chance.choices(
        ("deed", "pass", "onward", "panel", "language", "pause", "lead", "end", "menu", "look"),
        (30, 14, 12, 4, 3, 2, 3, 0.15, 2, 12),
    )[0]:
        case "deed":
            legal = [one for one in phone.legal() if one["kind"] != "pass"]
            if legal:
                phone.command(**chance.choice(legal))
        case "pass":
            phone.command("pass")
        case "onward":
            near.press(chance.choice(("return", "space", "escape")))
        case "panel":
            near.f2()
        case "language":
            near.press("l")
        case "pause":
            near.game.pause()
        case "lead":
            near.game.lead({"do": chance.choice(("next", "end_guessing"))})
        case "end":
            near.game.lead({"do": "end_early"})
        case "menu":
            near.press("f10")
        case _:
            near.step(seconds=chance.choice((0.02, 0.5, 5.0)))


def a_whole_game(folder: Path, seed: int) -> int:
    """A game as chance has it; how often the board was found unfolding something."""
    near, chance, found = Near(folder), Random(seed), 0
    phones = started(near, *chance.choice((("stall", "advertising"), ("stall",), ("stall", None))))
    for _ in range(MOST):
        if ended(near):
            assert not any(told_too_early(phone) for phone in phones)
            thrown = sum(isinstance(fact, Dice) for fact in near.game.history)
            assert [dice_heard(phone) for phone in phones] == [thrown] * len(phones), "each throw once"
            return found
        somebody_acts(near, phones, chance)
        if unfolds_now(near):
            found += 1
            assert waits(phones) <= ALL_WATCH, f"{near.name} is shown, and phones show what comes of it"
        elif idle(near):
            near.step(seconds=0.02)
            near.step(seconds=0.02)
            if idle(near):
                assert waits(phones) == {None}, f"{near.name} is shown, and phones wait for nothing"
    raise AssertionError(f"{near.name} in week {near.game.shown['week']}: it never ends")


def idle(near: Near) -> bool:
    """Whether nothing is being unfolded, nor about to be."""
    return not unfolds_now(near) and not near.game.pending and near.game.table.bot_turn() is None


def ended(near: Near) -> bool:
    return near.game.table.over and idle(near)


@pytest.mark.parametrize("seed", range(3))
def test_phones_wait_for_the_board_and_for_nothing_else(tmp_path: Path, seed: int) -> None:
    assert a_whole_game(tmp_path, seed) > 3


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(3, 63))
def test_phones_wait_for_the_board_and_for_nothing_else_in_many_games(tmp_path: Path, seed: int) -> None:
    a_whole_game(tmp_path, seed)


def test_a_game_that_is_gone_on_with_does_not_wait(tmp_path: Path) -> None:
    near = Near(tmp_path)
    phones = started(near, "stall", "advertising")
    to_friday(near, phones)
    assert waits(phones) == {"friday"}
    near.reopen()
    back = near.tables.phone()
    back.come_back(phones[0].token)
    assert waits([back]) == {None}


def test_the_panel_over_a_friday_changes_nothing(tmp_path: Path) -> None:
    near = Near(tmp_path)
    phones = started(near, "stall", "advertising")
    to_friday(near, phones)
    near.until(OnItsOwn)
    near.f2()
    near.wait()
    near.shows(TrainerScene)
    assert waits(phones) == {"friday"}
    near.f2()
    while unfolds_now(near):
        near.step(seconds=0.5)
    near.wait()
    assert waits(phones) == {None}
