"""Plays in a real window, as a program of its own: ``python -m tests.screen.window.player keys FOLDER``.

The tests of the screen run without a screen; SDL can have one driver in a program only.
"""

import json
import sys
from pathlib import Path

from game.screen.house import Wishes
from game.screen.scenes.lobby import LobbyScene
from game.screen.scenes.work import WorkScene
from tests.screen.scenes.test_flow import play_to_the_end, to_first_work
from tests.screen.window.hands import RealHands

SIZES = ((1280, 720), (1024, 768), (1500, 700), (1024, 640))


def keys(folder: Path) -> None:
    """A whole game by keyboard alone; the mouse is never touched."""
    hands = RealHands(folder)
    hands.choose("card:0")
    hands.choose("start")
    play_to_the_end(hands, hands.choose)


def mouse(folder: Path) -> None:
    """A whole game by mouse alone, by people at both departments; no key is touched."""
    hands = RealHands(folder, Wishes(seed=8, departments=2, order="free"), language="en")
    hands.click("card:0")
    hands.click("open")
    hands.click("seat:advertising")
    hands.click("start")
    play_to_the_end(hands, hands.click)


def window(folder: Path) -> None:
    """Other sizes in the middle of a game: what is shown is chosen where it is drawn."""
    hands = RealHands(folder)
    to_first_work(hands)
    for size in SIZES:
        hands.resize(*size)
        _still_plays(hands, size)
    hands.resize(700, 400)
    assert hands.stage.frame.too_small
    hands.resize(1024, 640)
    _still_plays(hands, (1024, 640))


def _still_plays(hands: RealHands, size: tuple[int, int]) -> None:
    """The window has that size, all of it is drawn, and a lane opens under the mouse and closes again."""
    assert hands.stage.picture.get_size() == size
    picture = hands.stage.picture
    corners = [picture.get_at((x, y)) for x in (0, size[0] - 1) for y in (0, size[1] - 1)]
    assert all(corner[:3] != (0, 0, 0) for corner in corners), "a part of the window stayed empty"
    name = next(name for name in hands.choices if name.startswith("lane:"))
    hands.click(name)
    assert hands.name == "ChoosingScene", hands.name
    hands.press("escape")
    hands.shows(WorkScene)
    assert hands.focus == name


def phones(folder: Path) -> None:
    """A game with phones: says where they find it, and then goes on by itself until the window is closed."""
    hands = RealHands(folder, Wishes(seed=5, departments=2))
    hands.choose("card:0")
    hands.choose("phones")
    lobby = hands.shows(LobbyScene)
    assert lobby.game.phones is not None
    door = {"port": lobby.game.phones.place.address.split(":")[1], "join_code": lobby.game.phones.code}
    print(json.dumps(door), flush=True)
    hands.stage.run()


PLAYS = {"phones": phones, "keys": keys, "mouse": mouse, "window": window}

if __name__ == "__main__":
    PLAYS[sys.argv[1]](Path(sys.argv[2]))
    print("played to the end")
