"""The set-up, what is kept of it, and what people set while they play."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.app.keeping import keep_settings, kept_settings
from game.screen.fonts import Fonts
from game.screen.hotseat import Hotseat
from game.screen.house import Wishes
from game.screen.layout import fit
from game.screen.recording import RecordingCanvas
from game.screen.scenes.flow import TableScene
from game.screen.scenes.picking import PickScene
from game.screen.scenes.setup import LONGEST_NAMES, SetupScene
from game.screen.scenes.title import TitleScene
from game.screen.settings import Settings
from game.screen.theme import theme
from tests.screen.faults import faults
from tests.screen.scenes.hands import Hands
from tests.screen.scenes.test_flow import to_first_work
from tests.screen.scenes.test_timed import at_work


def named(hands: Hands, seat: str) -> str:
    return next(one.names for one in hands.shows(SetupScene).seats if one.seat == seat)


def at_setup(folder: Path) -> Hands:
    hands = Hands(folder)
    hands.choose("card:0")
    hands.shows(SetupScene)
    return hands


def test_letters_go_to_the_names_that_tab_reaches(tmp_path: Path) -> None:
    hands = at_setup(tmp_path)
    hands.tab_to("names:stall")
    hands.write("Mila en Lot")
    assert named(hands, "stall") == "Mila en Lot"
    assert hands.stage.settings == Settings(motion="none", guide=False), "no letter was a shortcut"
    hands.press("backspace")
    assert named(hands, "stall") == "Mila en Lo"
    hands.press("return")
    hands.write("x")
    assert named(hands, "stall") == "Mila en Lox"
    hands.press("tab")
    hands.press("l")
    assert hands.stage.settings.language == "en", "outside the names letters are shortcuts"


def test_a_click_writes_and_escape_leaves_the_names_but_not_the_set_up(tmp_path: Path) -> None:
    hands = at_setup(tmp_path)
    hands.click("names:stall")
    hands.write("Jo 2")
    hands.press("escape")
    assert named(hands, "stall") == "Jo 2"
    hands.press("l")
    assert (named(hands, "stall"), hands.stage.settings.language) == ("Jo 2", "en")
    hands.press("escape")
    hands.shows(TitleScene)


def test_names_have_an_end_and_no_hidden_letters(tmp_path: Path) -> None:
    hands = at_setup(tmp_path)
    hands.tab_to("names:stall")
    scene = hands.shows(SetupScene)
    hands.stage._follow(scene.typed("\u202e\x07a\x1b" + "b" * 99, hands.stage.view))
    assert named(hands, "stall") == "a" + "b" * (LONGEST_NAMES - 1)


def test_the_clock_is_chosen_at_the_set_up(tmp_path: Path) -> None:
    hands = at_setup(tmp_path)
    chosen = []
    for length in ("normal", "long", "off"):
        hands.click(f"clock:{length}")
        chosen.append(hands.stage.settings.clock)
        hands.shows(SetupScene)
    assert chosen == ["normal", "long", "off"]


def test_the_clock_stops_and_goes_on_by_mouse(tmp_path: Path) -> None:
    hands, clock = at_work(tmp_path)
    for name in ("WorkScene", "ChoosingScene"):
        assert hands.name == name
        hands.click("clock")
        used = clock.used
        hands.step(seconds=20.0)
        assert (clock.paused, clock.used) == (True, used)
        assert hands.target("clock").label == "Klok verder"
        hands.click("clock")
        hands.step(seconds=1.0)
        hands.step(seconds=1.0)
        assert clock.used > used
        hands.press("1")


def game_of(hands: Hands) -> Hotseat:
    """The game that is played in this window."""
    return next(one.game for one in hands.stage.scenes if isinstance(one, TableScene))


@pytest.mark.parametrize("named_seat", ["stall"])
def test_names_are_there_again_after_the_game_was_left(tmp_path: Path, named_seat: str) -> None:
    hands = at_setup(tmp_path)
    hands.tab_to(f"names:{named_seat}")
    hands.write("Noor")
    hands.press("escape")
    hands.choose("start")
    hands.wait()
    game_of(hands).close()
    again = Hands(tmp_path)
    assert again.name == "AskScene"
    again.press("return")
    again.wait()
    assert game_of(again).names == {"stall": "Noor"}


def test_what_is_set_is_kept_at_once(tmp_path: Path) -> None:
    hands = Hands(tmp_path, keep=lambda settings: keep_settings(tmp_path, settings))
    hands.press("l")
    hands.press("f10")
    hands.choose("theme:1")
    assert kept_settings(tmp_path, "nl") == hands.stage.settings
    assert hands.stage.settings.theme == "dark"
    assert hands.stage.settings.language == "en"


def test_escape_at_the_question_stays_at_the_title_with_the_named_scenario_chosen(tmp_path: Path) -> None:
    to_first_work(Hands(tmp_path))
    hands = Hands(tmp_path, Wishes(scenario="municipality", seed=5))
    assert hands.name == "AskScene"
    hands.press("escape")
    scene = hands.shows(TitleScene)
    place = [one.id for one in scene.house.scenarios].index("municipality")
    assert place != 0
    assert (scene.chosen, hands.focus) == (place, f"card:{place}")


def test_a_new_game_at_the_question_is_of_the_named_scenario(tmp_path: Path) -> None:
    to_first_work(Hands(tmp_path))
    hands = Hands(tmp_path, Wishes(scenario="municipality", seed=5))
    hands.choose("no")
    assert hands.shows(SetupScene).scenario.id == "municipality"
    hands.press("escape")
    scene = hands.shows(TitleScene)
    assert hands.focus == f"card:{scene.chosen}"
    assert scene.house.scenarios[scene.chosen].id == "municipality"


def test_a_set_up_that_was_left_is_as_it_was(tmp_path: Path) -> None:
    hands = at_setup(tmp_path)
    hands.click("names:stall")
    hands.write("Mila")
    hands.press("escape")
    hands.choose("order:1")
    left = hands.shows(SetupScene)
    hands.choose("back")
    hands.choose("card:1")
    assert hands.shows(SetupScene).scenario.id != left.scenario.id
    hands.choose("back")
    hands.choose("card:0")
    again = hands.shows(SetupScene)
    assert (again.seats, again.order) == (left.seats, left.order)
    hands.choose("start")
    assert hands.name != "SetupScene"


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 640)], ids=str)
def test_five_names_fit_and_it_is_told_when_there_is_no_more_room(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    hands = at_setup(tmp_path)
    hands.click("names:stall")
    names = "Mila, Johannes, Fatima, Bart en Liesbeth"
    hands.write(names)
    assert named(hands, "stall") == names
    scene, view = hands.shows(SetupScene), hands.stage.view
    frame = fit(*size)
    canvas = RecordingCanvas(frame, theme("light"), Fonts())
    scene.draw(canvas, replace(view, frame=frame))
    assert str(LONGEST_NAMES - len(names)) in [text.what for text in canvas.texts]
    assert faults(canvas) == []


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 640)], ids=str)
def test_wide_names_stay_in_their_field_and_the_end_is_seen_while_it_is_written(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    hands = at_setup(tmp_path)
    hands.click("names:stall")
    hands.write("W" * (LONGEST_NAMES - 1) + "i")
    frame = fit(*size)
    for writing in (True, False):
        scene = hands.shows(SetupScene)
        canvas = RecordingCanvas(frame, theme("light"), Fonts())
        scene.draw(canvas, replace(hands.stage.view, frame=frame))
        assert faults(canvas) == []
        shown = next(text.what for text in canvas.texts if text.what.startswith("WWW"))
        assert shown.endswith("i|") == writing
        if writing:
            hands.press("escape")
    assert named(hands, "stall") == "W" * (LONGEST_NAMES - 1) + "i", "nothing of it is lost"


def test_the_robot_tells_what_computer_players_do_and_one_is_picked(tmp_path: Path) -> None:
    hands = at_setup(tmp_path)
    hands.click("kind:advertising")
    scene = hands.shows(PickScene)
    canvas = RecordingCanvas(fit(1280, 720), theme("light"), Fonts())
    scene.draw(canvas, hands.stage.view)
    shown = {one.what for one in canvas.texts}
    assert {"Luistert eerst", "Praat eerst met iedereen en leert de drijfveren kennen."} <= shown
    assert hands.focus == "kind:cooperative"
    hands.choose("kind:silo")
    assert next(one.bot for one in hands.shows(SetupScene).seats if one.seat == "advertising") == "silo"
    hands.click("kind:advertising")
    hands.press("escape")
    assert next(one.bot for one in hands.shows(SetupScene).seats if one.seat == "advertising") == "silo"
