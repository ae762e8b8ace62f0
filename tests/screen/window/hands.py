"""Hands at a real window: keys and buttons that the display itself sends, as for a keyboard and a mouse."""

from pathlib import Path
from typing import Final

import pygame
from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest
from Xlib.xobject.drawable import Window

from game.screen.house import Wishes
from game.words.catalogue import Language
from tests.screen.scenes.hands import Hands
from tests.screen.window.display import shown

LONGEST: Final = 10_000
"""Milliseconds after which something that the hands did counts as lost on its way to the window."""
KEYSYMS: Final = {
    "return": "Return",
    "tab": "Tab",
    "escape": "Escape",
    "space": "space",
    "backspace": "BackSpace",
    "page down": "Next",
    "f10": "F10",
}


class RealHands(Hands):
    """As ``Hands``, but nothing is posted: the display sends, SDL receives. The clock is turned by hand."""

    def __init__(
        self,
        folder: Path,
        wishes: Wishes | None = None,
        *,
        language: Language = "nl",
        size: tuple[int, int] = (1024, 640),
    ) -> None:
        self._display = Display()
        self._kinds: set[int] = set()
        super().__init__(folder, wishes, language=language, size=size)
        assert pygame.display.get_driver() == "x11", "this is no real window"

    @property
    def window(self) -> Window:
        """The window as the display knows it: the only one that is shown there."""
        (found,) = shown(self._display)
        return found

    def step(self, *events: pygame.event.Event, seconds: float = 0.05) -> None:
        """Let the window take whatever has come, and some events, a moment later."""
        self.now += seconds
        taken = [*events, *pygame.event.get()]
        self._kinds |= {event.type for event in taken}
        self.stage.step(taken, self.now)

    def _until(self, kind: int) -> None:
        """Let the window take what comes until it has had something of a kind."""
        self._display.sync()
        self._kinds.clear()
        while kind not in self._kinds:
            event = pygame.event.wait(LONGEST)
            assert event.type != pygame.NOEVENT, f"{pygame.event.event_name(kind)} never came"
            self.step(event)

    # -- keys -----------------------------------------------------------------------------

    def _code(self, key: str) -> int:
        return self._display.keysym_to_keycode(XK.string_to_keysym(KEYSYMS.get(key, key)))

    def down(self, key: str) -> None:
        """Press a key."""
        xtest.fake_input(self._display, X.KeyPress, self._code(key))
        self._until(pygame.KEYDOWN)

    def up(self, key: str) -> None:
        """Let a key go."""
        xtest.fake_input(self._display, X.KeyRelease, self._code(key))
        self._until(pygame.KEYUP)

    # -- the mouse ------------------------------------------------------------------------

    def point(self, name: str) -> None:
        """Move the mouse to something."""
        x, y = self._place(name)
        there = self.window.translate_coords(self._display.screen().root, 0, 0)
        goal = x - there.x, y - there.y
        now = self._display.screen().root.query_pointer()
        if (now.root_x, now.root_y) != goal:
            xtest.fake_input(self._display, X.MotionNotify, x=goal[0], y=goal[1])
            self._until(pygame.MOUSEMOTION)

    def hold(self, name: str) -> None:
        """Press the mouse on something."""
        self.point(name)
        xtest.fake_input(self._display, X.ButtonPress, 1)
        self._until(pygame.MOUSEBUTTONDOWN)

    def let_go(self, name: str) -> None:
        """Let the mouse go on something."""
        self.point(name)
        xtest.fake_input(self._display, X.ButtonRelease, 1)
        self._until(pygame.MOUSEBUTTONUP)

    def click(self, name: str) -> None:
        """Click on something."""
        self.hold(name)
        xtest.fake_input(self._display, X.ButtonRelease, 1)
        self._until(pygame.MOUSEBUTTONUP)

    # -- the window -----------------------------------------------------------------------

    def resize(self, width: int, height: int) -> None:
        """Drag the window to another size."""
        self.window.configure(width=width, height=height)
        self.grown((width, height))

    def grown(self, size: tuple[int, int]) -> None:
        """Let the window take what comes until it has a size."""
        self._display.sync()
        while self.stage.picture.get_size() != size:
            event = pygame.event.wait(LONGEST)
            assert event.type != pygame.NOEVENT, f"it stays {self.stage.picture.get_size()}, not {size}"
            self.step(event)
        self.wait()
