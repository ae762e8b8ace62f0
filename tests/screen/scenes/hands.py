"""Somebody at the screen: keys or mouse, posted as pygame events, with a clock that is turned by hand."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pygame

from game.app.playing import GamesFolder, house
from game.screen.clock import ClockLength
from game.screen.focus import Target
from game.screen.house import Wishes
from game.screen.motion import MotionLevel
from game.screen.scene import Scene
from game.screen.scenes.title import TitleScene
from game.screen.settings import Settings
from game.screen.sound import Speaker
from game.screen.stage import Stage
from game.table.reading import Contents, read
from game.words.catalogue import Language

INPUTS = (
    pygame.KEYDOWN,
    pygame.KEYUP,
    pygame.TEXTINPUT,
    pygame.MOUSEMOTION,
    pygame.MOUSEBUTTONDOWN,
    pygame.MOUSEBUTTONUP,
)
SMALL = (1024, 640)
PATIENCE = 60.0
"""Seconds of the hand-turned clock after which something that moves by itself must be over."""
Shown = TypeVar("Shown", bound=Scene)


class Hands:
    """A window on the games of a folder, and the hands in front of it."""

    def __init__(
        self,
        folder: Path,
        wishes: Wishes | None = None,
        *,
        language: Language = "nl",
        motion: MotionLevel = "none",
        size: tuple[int, int] = SMALL,
        guide: bool = False,
        clock: ClockLength = "off",
        speaker: Speaker | None = None,
        keep: Callable[[Settings], None] | None = None,
    ) -> None:
        self.folder = folder
        self.house: GamesFolder = house(folder, wishes or Wishes(seed=5), host="127.0.0.1", ports=(0,))
        self.stage = Stage(
            TitleScene.of(self.house),
            Settings(language=language, motion=motion, guide=guide, clock=clock),
            size,
            speaker=speaker,
            keep=keep,
            beside=self.house,
        )
        self.now = 0.0
        self.wait()

    # -- what is seen ---------------------------------------------------------------------

    @property
    def scene(self) -> Scene:
        """The scene on top."""
        return self.stage.scene

    @property
    def name(self) -> str:
        """What kind of scene it is."""
        return type(self.stage.scene).__name__

    def shows(self, kind: type[Shown]) -> Shown:
        """The scene on top, which must be of a kind."""
        assert isinstance(self.scene, kind), f"{self.name} is shown"
        return self.scene

    @property
    def focus(self) -> str | None:
        """What has the focus."""
        return self.stage.view.focus.id

    @property
    def choices(self) -> dict[str, bool]:
        """What can be chosen, and whether it is enabled."""
        return {target.id: target.enabled for target in self.stage.targets}

    def target(self, name: str) -> Target:
        """Something that can be chosen."""
        found = next((target for target in self.stage.targets if target.id == name), None)
        assert found is not None, f"no {name} on {self.name}: {list(self.choices)}"
        return found

    def journal(self) -> Contents:
        """What the game of the folder has stored."""
        return read(self.folder / "game.piramide")

    # -- what is done ---------------------------------------------------------------------

    def step(self, *events: pygame.event.Event, seconds: float = 0.05) -> None:
        """Post some events and let the window take them a moment later."""
        for event in events:
            pygame.event.post(event)
        self.now += seconds
        self.stage.step([event for event in pygame.event.get() if event.type in INPUTS], self.now)

    def wait(self) -> None:
        """Until nothing moves any more and the game waits for people."""
        end = self.now + PATIENCE
        while True:
            self.step(seconds=0.25)
            moves = self.scene.moving(self.stage.view)
            soon = self.stage.patience() < 1.0
            if self.name not in ("TableScene", "GlanceScene") and not moves and not soon:
                return
            assert self.now < end, f"{self.name} never comes to rest"

    def press(self, key: str) -> None:
        """Press a key and let it go."""
        self.down(key)
        self.up(key)

    def down(self, key: str) -> None:
        """Press a key."""
        code = pygame.K_SLASH if key == "?" else pygame.key.key_code(key)
        shown = key if len(key) == 1 else " " if key == "space" else ""
        self.step(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=shown))

    def up(self, key: str) -> None:
        """Let a key go."""
        code = pygame.K_SLASH if key == "?" else pygame.key.key_code(key)
        self.step(pygame.event.Event(pygame.KEYUP, key=code, mod=0, unicode=""))

    def write(self, text: str) -> None:
        """Type letters: each is a key and a piece of text."""
        for letter in text:
            name = "space" if letter == " " else letter.lower()
            self.down(name)
            self.step(pygame.event.Event(pygame.TEXTINPUT, text=letter))
            self.up(name)

    def tab_to(self, name: str) -> None:
        """Walk there with Tab."""
        self.target(name)
        for _ in range(len(self.choices) + 1):
            if self.focus == name:
                return
            self.press("tab")
        raise AssertionError(f"Tab does not lead to {name}")

    def choose(self, name: str) -> None:
        """Walk somewhere with Tab, and press Enter."""
        self.tab_to(name)
        self.press("return")

    def _place(self, name: str) -> tuple[int, int]:
        x, y = self.stage.frame.to_pixels(self.target(name).box.centre)
        return round(x), round(y)

    def hold(self, name: str) -> None:
        """Press the mouse on something."""
        place = self._place(name)
        self.step(pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(0, 0), buttons=(0, 0, 0)))
        self.step(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=place, button=1))

    def let_go(self, name: str) -> None:
        """Let the mouse go on something."""
        self.step(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=self._place(name), button=1))

    def click(self, name: str) -> None:
        """Click on something."""
        place = self._place(name)
        self.hold(name)
        self.step(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=place, button=1))
