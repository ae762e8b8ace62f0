"""What goes on beside the scenes, and the window of the trainer beside that of the board."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

import pygame

from game.screen.moment import Picture
from game.screen.scene import Scene
from game.screen.settings import Settings

if TYPE_CHECKING:
    from game.screen.stage import Stage

Events = Sequence[pygame.event.Event]


class Beside(Protocol):
    """What goes on beside the scenes, such as phones that say something."""

    @property
    def live(self) -> bool:
        """Whether it must be asked at every frame."""

    def pulse(self, picture: Picture) -> bool:
        """Let in what came since the last time; whether anything that is shown may have changed."""

    def panel(self) -> Scene | None:
        """What the trainer's key opens over whatever is shown; None: nothing."""

    def desk(self) -> Scene | None:
        """The same for a window of its own, about the game that is open as long as that is ``live``."""


class Desk:
    """The trainer's window: it opens with a key, or with a game, and closes with the game it is about.

    ``open_stage`` makes the window and its stage for a scene. ``with_game``: it opens with each game.
    """

    def __init__(
        self, beside: Beside | None, open_stage: "Callable[[Scene], Stage]", *, with_game: bool
    ) -> None:
        self._beside = beside
        self._open_stage = open_stage
        self._with_game = with_game
        self._lived = False
        self.stage: Stage | None = None
        """What is shown in it, while it is open."""

    def sorted(self, events: Events) -> tuple[Events, Events]:
        """Events of the board's window, and those of this one."""
        if self.stage is None:
            return events, ()
        owns = self.stage.pane.owns
        return [one for one in events if not owns(one)], [one for one in events if owns(one)]

    def step(self, events: Events, now: float, *, stirred: bool) -> object:
        """Let it take its inputs; gives with what its last scene has ended, if it has.

        ``stirred``: what it shows may have changed by itself.
        """
        lived, self._lived = self._lived, self._beside is not None and self._beside.live
        if self._with_game and self._lived and not lived and self.stage is None:
            self.toggle()
        stage = self.stage
        if stage is None:
            return None
        if not self._lived:
            self.close()
            return None
        if stirred:
            stage.refresh()
        if stage.step(events, now):
            return None
        self.close()
        return stage.ended

    def toggle(self) -> None:
        """Open it, if there is a game to lead, or close it."""
        if self.stage is not None:
            self.close()
            return
        scene = None if self._beside is None else self._beside.desk()
        if scene is not None:
            self.stage = self._open_stage(scene)

    def close(self) -> None:
        """Close it."""
        if self.stage is not None:
            self.stage.pane.close()
            self.stage = None

    def adopt(self, settings: Settings) -> None:
        """What was set at the board holds here too, but for the size of the letters."""
        if self.stage is not None:
            self.stage.settings = replace(settings, text_scale=self.stage.settings.text_scale)
            self.stage.refresh()
