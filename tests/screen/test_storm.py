"""Whatever people do at the screen, and whatever the disk does, the game stays whole and says so."""

import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pygame
import pytest

from game.screen.house import Wishes
from game.screen.scenes.setup import SetupScene
from game.screen.scenes.title import TitleScene
from game.table.replaying import verify
from game.words.catalogue import LANGUAGES, Language
from tests.screen.scenes.hands import Hands
from tests.screen.scenes.test_flow import to_first_work
from tests.screen.scenes.test_secrets import secret, seen, to_the_hand_over
from tests.screen.storms.alone import Storm


def rage(folder: Path, seeds: range, turns: int) -> tuple[Counter[str], Counter[str]]:
    """So many storms: how often each scene was seen, and what else was counted."""
    scenes: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for seed in seeds:
        storm = Storm(folder / str(seed), seed)
        storm.rage(turns)
        scenes += storm.watch.seen
        counts.update(
            stills=storm.watch.stills,
            peeks=storm.watch.peeks,
            worries=storm.watch.worries,
            debriefs=storm.debriefs,
            commands=storm.commands,
        )
    return scenes, counts


def test_a_storm_of_inputs_breaks_nothing_and_shows_no_secret(tmp_path: Path) -> None:
    scenes, counts = rage(tmp_path, range(2), 150)
    assert scenes["WorkScene"], "it got into a game"
    assert counts["stills"], "it came to rest"
    assert counts["commands"], "it did something there"


@pytest.mark.torture
def test_two_hundred_storms_break_nothing_and_show_no_secret(tmp_path: Path) -> None:
    scenes, counts = rage(tmp_path, range(200), 250)
    assert counts["debriefs"] >= 100, "whole games were played"
    assert counts["peeks"] >= 20, "secrets were looked at"
    assert counts["worries"] >= 100, "hidden motives were turned up, and shown then"
    assert {"GuessScene", "ScoreScene", "EventScene", "ChoosingScene", "MenuScene"} <= scenes.keys()


FULL = """
import os, pathlib, resource, signal, sys
os.environ["SDL_VIDEODRIVER"] = "dummy"
from tests.screen.scenes.hands import Hands
from tests.screen.scenes.test_flow import answer, to_first_work
from tests.screen.scenes.test_secrets import secret, seen, to_the_hand_over
from game.screen.scenes.title import TitleScene
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
hands = Hands(pathlib.Path(sys.argv[1]))
to_first_work(hands)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
stored = len(hands.journal().entries)
for turn in range(30):
    if hands.name == "AskScene":
        break
    answer(hands, hands.choose, turn)
    hands.wait()
print(seen(hands))
assert len(hands.journal().entries) == stored, "nothing of it is there"
hands.choose("yes")
hands.wait()
hands.press("escape")
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
hands.shows(TitleScene)
hands.choose("saved")
hands.choose("yes")
hands.wait()
for turn in range(30):
    if len(hands.journal().entries) > stored:
        print("GOES ON")
        break
    answer(hands, hands.choose, turn)
    hands.wait()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="this system has no limit on the size of files")
def test_what_cannot_be_stored_is_told_and_the_game_goes_on_when_there_is_room(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    played = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path)],
        cwd=root,
        check=False,
        capture_output=True,
        text=True,
    )
    assert played.returncode == 0, played.stderr
    assert "telt niet" in played.stdout.replace(" / ", " ")
    assert "GOES ON" in played.stdout
    verify(tmp_path / "game.piramide")


def test_a_second_window_on_the_same_folder_says_that_the_game_is_open(tmp_path: Path) -> None:
    first, second = Hands(tmp_path), Hands(tmp_path)
    to_first_work(first)
    second.choose("card:0")
    second.choose("start")
    assert "in gebruik" in seen(second).replace(" / ", " ")
    stored = len(first.journal().entries)
    first.press("1")
    first.choose("play")
    assert len(first.journal().entries) > stored, "the first one is not bothered"


@pytest.mark.parametrize("key", ["return", "escape"])
def test_a_game_that_cannot_be_read_is_told_at_the_title(tmp_path: Path, key: str) -> None:
    path = tmp_path / "game.piramide"
    path.write_bytes(b"garbage!")
    hands = Hands(tmp_path)
    said = seen(hands).replace(" / ", " ")
    assert "niet te lezen" in said
    assert str(path).replace(" ", "")[-15:] in said.replace(" ", "")
    hands.press(key)
    hands.shows(TitleScene)
    assert hands.target("saved").label == "Spel niet te lezen"
    hands.choose("saved")
    assert "niet te lezen" in seen(hands).replace(" / ", " ")
    hands.press(key)
    to_first_work(hands)
    assert any(one.read_bytes() == b"garbage!" for one in tmp_path.glob("game-*.piramide"))
    verify(path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_scenario_that_was_named_beside_a_damaged_game_is_one_answer_away(
    tmp_path: Path, language: Language
) -> None:
    path = tmp_path / "game.piramide"
    hands = Hands(tmp_path)
    to_first_work(hands)
    hands.press("f10")
    hands.choose("leave")
    hands.wait()
    whole = path.read_bytes()
    middle = len(whole) // 2
    damaged = whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :]
    path.write_bytes(damaged)
    again = Hands(tmp_path, Wishes(scenario="fruit-stall", seed=5), language=language)
    said = seen(again).replace(" / ", " ")
    assert {"nl": "niet te lezen", "en": "cannot be read"}[language] in said
    assert again.focus == "no", "nothing is put aside by accident"
    again.press("escape")
    again.shows(TitleScene)
    again.choose("saved")
    again.choose("yes")
    again.shows(SetupScene)
    again.choose("start")
    verify(path)
    assert any(one.read_bytes() == damaged for one in tmp_path.glob("game-*.piramide"))


def test_a_secret_is_closed_when_the_window_loses_focus_or_gets_too_small(tmp_path: Path) -> None:
    hands = to_the_hand_over(tmp_path)
    hands.tab_to("secret")
    hands.down("space")
    assert secret(hands) in seen(hands)
    hands.stage.step([pygame.event.Event(pygame.WINDOWFOCUSLOST)], hands.now)
    assert secret(hands) not in seen(hands)
    hands.hold("secret")
    assert secret(hands) in seen(hands)
    for size in ((640, 400), (1024, 640)):
        pygame.display.set_mode(size, pygame.RESIZABLE)
        hands.step()
        hands.step(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(5, 5), button=1))
    assert secret(hands) not in seen(hands)
