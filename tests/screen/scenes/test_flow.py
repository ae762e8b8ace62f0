"""Games played at the window: by keys alone, by mouse alone, left and gone on with."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game.screen.house import Wishes
from game.screen.scenes.choosing import ChoosingScene
from game.screen.scenes.debrief import DebriefScene
from game.screen.scenes.department import DepartmentScene
from game.screen.scenes.reveal import RevealScene
from game.screen.scenes.score import ScoreScene
from game.screen.scenes.title import TitleScene
from game.screen.scenes.work import WorkScene
from game.table.entries import COMMAND
from game.table.replaying import verify
from tests.screen.scenes.hands import Hands

Choose = Callable[[str], None]


def answer(hands: Hands, choose: Choose, turn: int) -> None:
    """One thing that somebody does, whatever is shown: plays what can be played, else is done."""
    choices = hands.choices
    match hands.name:
        case "OurWhyScene":
            choose(next(name for name in choices if name.startswith("why:")))
            choose("choose")
        case "DepartmentScene":
            choose("ready" if "ready" in choices else "pass")
        case "WorkScene":
            lanes = [name for name in choices if name.startswith("lane:")]
            choose(lanes[turn % len(lanes)])
        case "ChoosingScene":
            talk = "card:talk" in choices and turn % 3 == 0
            if talk:
                choose("card:talk")
            if hands.choices.get("play"):
                choose("play")
            else:
                choose("close")
                choose("pass")
        case "EventScene":
            options = [name for name, enabled in choices.items() if name.startswith("option:") and enabled]
            choose(options[0] if options else "next")
            if options:
                choose("yes")
        case "GuessScene":
            drives = [name for name in choices if name.startswith("drive:")]
            choose("done" if choices["done"] else drives[turn % len(drives)])
        case "DebriefScene":
            choose("home")
        case _:
            choose("next" if "next" in choices else "on")


def play_to_the_end(hands: Hands, choose: Choose) -> int:
    """Play until the title is shown again; gives the number of things that were done."""
    for turn in range(400):
        hands.wait()
        if isinstance(hands.scene, TitleScene):
            return turn
        answer(hands, choose, turn)
    raise AssertionError(f"the game never ends: {hands.name}")


def by_people(hands: Hands, seats: set[str]) -> int:
    """How many stored commands are of some seats."""
    entries = [entry for entry in hands.journal().entries if entry.kind == COMMAND]
    return sum(any(f'"seat":"{seat}"' in entry.payload for seat in seats) for entry in entries)


def test_a_whole_game_by_keys_alone(tmp_path: Path) -> None:
    hands = Hands(tmp_path)
    hands.choose("card:0")
    hands.choose("start")
    play_to_the_end(hands, hands.choose)
    checked = verify(tmp_path / "game.piramide")
    assert checked.over
    assert checked.week == 3
    assert by_people(hands, {"stall"}) >= 5
    assert hands.target("saved").label == "Terugblik bekijken"
    hands.choose("saved")
    hands.wait()
    hands.shows(ScoreScene)
    hands.choose("next")
    for _ in range(4):
        hands.wait()
        hands.shows(RevealScene)
        hands.choose("next")
    hands.wait()
    hands.shows(DebriefScene)
    hands.choose("home")
    hands.wait()
    hands.shows(TitleScene)
    assert verify(tmp_path / "game.piramide") == checked, "looking back changes nothing"


def test_a_program_that_was_begun_anew_offers_to_look_back_and_asks_nothing(tmp_path: Path) -> None:
    hands = Hands(tmp_path)
    to_first_work(hands)
    hands.press("escape")
    hands.choose("end")
    hands.choose("yes")
    hands.wait()
    while not isinstance(hands.scene, DebriefScene):
        answer(hands, hands.choose, 0)
        hands.wait()
    hands.choose("home")
    again = Hands(tmp_path)
    again.shows(TitleScene)
    again.choose("saved")
    again.wait()
    again.shows(ScoreScene)


def test_a_whole_game_by_mouse_alone_with_two_departments_at_one_screen(tmp_path: Path) -> None:
    hands = Hands(tmp_path, Wishes(seed=8, departments=2, order="free"), language="en")
    hands.click("card:0")
    hands.click("open")
    hands.click("seat:advertising")
    hands.click("start")
    play_to_the_end(hands, hands.click)
    checked = verify(tmp_path / "game.piramide")
    assert checked.over
    assert by_people(hands, {"stall", "advertising"}) == checked.commands, "no computer player took part"


def test_with_movement_a_game_is_the_same(tmp_path: Path) -> None:
    stills, moving = Hands(tmp_path / "still"), Hands(tmp_path / "moving", motion="full")
    for hands in (stills, moving):
        hands.choose("card:0")
        hands.choose("start")
        for turn in range(16):
            hands.wait()
            answer(hands, hands.choose, turn)
    one, other = stills.journal(), moving.journal()
    assert [entry.payload for entry in one.entries] == [entry.payload for entry in other.entries]


def to_first_work(hands: Hands, limit: int = 20) -> WorkScene:
    """From the title to the board on which people act for the first time."""
    hands.choose("card:0")
    hands.choose("start")
    for turn in range(limit):
        hands.wait()
        if isinstance(hands.scene, WorkScene):
            return hands.scene
        answer(hands, hands.choose, turn)
    raise AssertionError(hands.name)


def test_a_game_that_was_left_is_gone_on_with(tmp_path: Path) -> None:
    hands = Hands(tmp_path)
    to_first_work(hands)
    stored = len(hands.journal().entries)
    log = hands.shows(WorkScene).board("nl").log
    hands.press("escape")
    hands.choose("leave")
    hands.wait()
    assert hands.name == "AskScene", "the title asks whether to go on"
    hands.press("return")
    hands.wait()
    if isinstance(hands.scene, DepartmentScene):
        hands.choose("ready")
        hands.wait()
    assert log
    assert hands.shows(WorkScene).board("nl").log == log, "what happened last is still to be read"
    assert len(hands.journal().entries) == stored, "nothing was lost and nothing was added"
    play_to_the_end(hands, hands.choose)
    assert verify(tmp_path / "game.piramide").over


KILLED = """
import os, pathlib, signal, sys
os.environ["SDL_VIDEODRIVER"] = "dummy"
from tests.screen.scenes.hands import Hands
from tests.screen.scenes.test_flow import to_first_work
to_first_work(Hands(pathlib.Path(sys.argv[1])))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill a process so")
def test_a_game_whose_process_was_killed_is_gone_on_with(tmp_path: Path) -> None:
    root = Path(__file__).parents[3]
    killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], cwd=root, check=False)
    assert killed.returncode == -signal.SIGKILL
    hands = Hands(tmp_path)
    assert hands.name == "AskScene"
    stored = hands.journal().entries
    hands.press("return")
    hands.wait()
    hands.choose("ready")
    hands.wait()
    hands.shows(WorkScene)
    assert hands.journal().entries == stored, "nothing was lost and nothing was added"


def test_a_new_game_puts_the_one_before_aside(tmp_path: Path) -> None:
    hands = Hands(tmp_path)
    to_first_work(hands)
    hands.press("escape")
    hands.choose("leave")
    hands.wait()
    hands.press("escape")
    hands.wait()
    hands.shows(TitleScene)
    to_first_work(hands)
    assert len(list(tmp_path.glob("*.piramide"))) == 2


def test_a_play_is_confirmed_with_its_price_before_anything_is_stored(tmp_path: Path) -> None:
    hands = Hands(tmp_path)
    to_first_work(hands)
    before = hands.journal().entries
    hands.press("1")
    scene = hands.shows(ChoosingScene)
    assert scene.card == "taste_this"
    hands.press("1")
    assert hands.journal().entries == before, "choosing is not doing"
    hands.choose("play")
    assert len(hands.journal().entries) > len(before)


def test_what_is_shut_says_why_and_does_nothing(tmp_path: Path) -> None:
    hands = Hands(tmp_path)
    to_first_work(hands)
    before = hands.journal().entries
    hands.press("1")
    hands.choose("card:street_breakfast")
    assert not hands.target("play").enabled
    assert hands.target("play").reason == "Kan vanaf week 2."
    hands.click("play")
    assert hands.journal().entries == before


def test_the_language_changes_in_the_middle_of_choosing(tmp_path: Path) -> None:
    hands = Hands(tmp_path)
    to_first_work(hands)
    hands.press("1")
    assert hands.target("card:taste_this").label == "Proef maar"
    hands.press("l")
    assert hands.target("card:taste_this").label == "Have a taste"
    hands.shows(ChoosingScene)


def test_the_focus_returns_to_where_it_was(tmp_path: Path) -> None:
    hands = Hands(tmp_path)
    to_first_work(hands)
    hands.choose("lane:facilities_manager")
    hands.press("escape")
    assert hands.focus == "lane:facilities_manager"
    hands.press("f10")
    hands.press("escape")
    assert hands.focus == "lane:facilities_manager"


def test_names_are_typed_and_shown_at_the_hand_over(tmp_path: Path) -> None:
    hands = Hands(tmp_path)
    hands.choose("card:0")
    hands.choose("names:stall")
    hands.write("Jo en Li 2")
    hands.press("backspace")
    hands.press("return")
    hands.choose("start")
    for turn in range(9):
        hands.wait()
        if isinstance(hands.scene, DepartmentScene):
            break
        answer(hands, hands.choose, turn)
    assert hands.shows(DepartmentScene).model.nl.names == "Jo en Li "


@pytest.mark.parametrize("key", ["escape", "f10", "?"])
def test_menu_and_keys_open_and_close_over_the_board(tmp_path: Path, key: str) -> None:
    hands = Hands(tmp_path)
    to_first_work(hands)
    hands.press(key)
    assert hands.name == ("KeysScene" if key == "?" else "MenuScene")
    hands.press("escape")
    hands.shows(WorkScene)


def test_in_free_order_people_act_for_whichever_of_their_departments_they_choose(tmp_path: Path) -> None:
    hands = Hands(tmp_path, Wishes(seed=8, departments=2, order="free"))
    hands.choose("card:0")
    hands.choose("seat:advertising")
    hands.choose("start")
    for turn in range(12):
        hands.wait()
        if isinstance(hands.scene, WorkScene):
            break
        answer(hands, hands.choose, turn)
    assert hands.shows(WorkScene).seat == "stall"
    hands.click("stick:advertising")
    hands.click("act")
    hands.wait()
    hands.choose("ready")
    hands.wait()
    assert hands.shows(WorkScene).seat == "advertising"


def test_a_game_that_is_open_elsewhere_cannot_be_put_aside_and_the_screen_says_so(tmp_path: Path) -> None:
    first = Hands(tmp_path)
    to_first_work(first)
    second = Hands(tmp_path)
    assert second.name == "AskScene", "the game is offered"
    second.press("return")
    second.wait()
    assert second.name == "AskScene"
    assert second.target("yes").label == "Terug"
    second.press("return")
    second.wait()
    second.shows(TitleScene)


def test_a_scenario_named_on_the_command_line_is_opened_at_once(tmp_path: Path) -> None:
    hands = Hands(tmp_path, Wishes(scenario="fruit-stall", seed=5))
    assert hands.name == "SetupScene"
    hands.press("escape")
    hands.shows(TitleScene)
