"""The trainer's window beside the board, for real, as a program of its own: ``… beside FOLDER PICTURES``.

The display itself sends what a mouse, a keyboard and a window manager would.
"""

import sys
from pathlib import Path

import pygame
from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest
from Xlib.protocol.event import ClientMessage
from Xlib.xobject.drawable import Window

from game.screen.panes import OwnPane
from game.screen.scenes.pausing import PauseScene
from game.screen.scenes.together import TogetherScene
from game.screen.settings import screen_words
from game.screen.stage import Stage
from tests.screen.scenes.near import Near
from tests.screen.scenes.test_phones import started, to_work
from tests.screen.window.display import shown, titled
from tests.screen.window.hands import LONGEST

PLACE = (470, 290)
SMALLER = (1000, 600)


class TwoWindows:
    """A game whose board and whose trainer's window are both on the display."""

    def __init__(self, folder: Path) -> None:
        self.near = Near(folder)
        to_work(self.near, started(self.near, "stall", "advertising"))
        self.display = Display()
        self.open()

    def open(self) -> None:
        """The key opens the trainer's window; it is put where both can be seen."""
        self.near.press("f3")
        pane = self.desk.pane
        assert isinstance(pane, OwnPane)
        pane.window.position = PLACE
        self.settle()

    @property
    def desk(self) -> Stage:
        """The stage of the trainer's window."""
        assert self.near.stage.second is not None, "the trainer's window is closed"
        return self.near.stage.second

    def window(self, desk: bool) -> Window:
        """A window as the display knows it."""
        title = screen_words("nl")("window.trainer")
        return next(one for one in shown(self.display) if (titled(self.display, one) == title) == desk)

    def settle(self) -> None:
        """Let the windows take whatever has come by now."""
        self.display.sync()
        for _ in range(3):
            self.take(pygame.event.get())

    def take(self, events: list[pygame.event.Event]) -> None:
        """One step of the loop."""
        self.near.now += 0.3
        self.near.stage.step(events, self.near.now)

    def until(self, kind: int) -> None:
        """Let the windows take what comes until something of a kind has come."""
        self.display.sync()
        while True:
            event = pygame.event.wait(LONGEST)
            assert event.type != pygame.NOEVENT, f"{pygame.event.event_name(kind)} never came"
            self.take([event])
            if event.type == kind:
                return

    def click(self, stage: Stage, name: str) -> None:
        """Click on something in one of the windows."""
        target = next(one for one in stage.targets if one.id == name)
        x, y = stage.frame.to_pixels(target.box.centre)
        root = self.display.screen().root
        corner = self.window(stage is self.desk).translate_coords(root, 0, 0)
        goal, now = (round(x) - corner.x, round(y) - corner.y), root.query_pointer()
        if (now.root_x, now.root_y) != goal:
            xtest.fake_input(self.display, X.MotionNotify, x=goal[0], y=goal[1])
            self.until(pygame.MOUSEMOTION)
        xtest.fake_input(self.display, X.ButtonPress, 1)
        self.until(pygame.MOUSEBUTTONDOWN)
        xtest.fake_input(self.display, X.ButtonRelease, 1)
        self.until(pygame.MOUSEBUTTONUP)

    def press(self, desk: bool, keysym: str) -> None:
        """Press a key while one of the windows has the keyboard."""
        self.window(desk).set_input_focus(X.RevertToParent, X.CurrentTime)
        self.settle()
        code = self.display.keysym_to_keycode(XK.string_to_keysym(keysym))
        xtest.fake_input(self.display, X.KeyPress, code)
        self.until(pygame.KEYDOWN)
        xtest.fake_input(self.display, X.KeyRelease, code)
        self.until(pygame.KEYUP)

    def close(self, desk: bool) -> None:
        """As its cross does."""
        window = self.window(desk)
        told = (32, [self.display.intern_atom("WM_DELETE_WINDOW"), X.CurrentTime, 0, 0, 0])
        kind = self.display.intern_atom("WM_PROTOCOLS")
        window.send_event(ClientMessage(window=window, client_type=kind, data=told))
        self.until(pygame.WINDOWCLOSE)


def main(folder: Path, pictures: Path) -> None:
    """Lead a game from the trainer's window, and close either of the two."""
    two = TwoWindows(folder)
    assert pygame.display.get_driver() == "x11", "these are no real windows"
    near, game = two.near, two.near.game
    two.desk.save(pictures / "trainer.png")
    near.stage.save(pictures / "board.png")
    two.click(two.desk, "pause")
    assert game.paused, "a click in the trainer's window"
    near.wait()
    near.shows(PauseScene)
    two.click(two.desk, "pause")
    near.until(TogetherScene)
    before, there = near.focus, two.desk.view.focus.id
    two.press(desk=False, keysym="Tab")
    assert (near.focus != before, two.desk.view.focus.id) == (True, there), "a key for the board"
    before = near.focus
    two.press(desk=True, keysym="Tab")
    assert (near.focus, two.desk.view.focus.id != there) == (before, True), "a key for the trainer's window"
    two.window(desk=True).configure(width=SMALLER[0], height=SMALLER[1])
    two.until(pygame.WINDOWSIZECHANGED)
    two.settle()
    assert two.desk.picture.get_size() == SMALLER
    assert near.stage.picture.get_size() != SMALLER
    two.click(two.desk, "row:advertising")
    assert two.desk.view.focus.id == "row:advertising", "a click after another size"
    revision = game.table.revision
    two.close(desk=True)
    assert near.stage.second is None
    near.wait()
    near.shows(TogetherScene)
    assert (near.stage.running, game.table.revision) == (True, revision), "the game goes on"
    two.open()
    two.close(desk=False)
    assert not near.stage.running, "the board is the program"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
    print("played to the end")
