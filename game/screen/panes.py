"""Windows as SDL gives them: the board's, and one of its own for the trainer."""

import io
from dataclasses import replace
from typing import Protocol

import pygame

from game.screen.box import Box
from game.screen.drawings import mark
from game.screen.layout import SMALLEST
from game.screen.theme import theme

ICON = 128
"""Pixels of the window's icon."""


class Pane(Protocol):
    """A window to draw in."""

    @property
    def surface(self) -> pygame.Surface:
        """What is drawn on; another one after the window has changed its size."""

    def show(self) -> None:
        """Show what was drawn."""

    def toggle_full(self) -> None:
        """To full screen, or back to a window."""

    def owns(self, event: pygame.event.Event) -> bool:
        """Whether an event came to this window of several."""

    def close(self) -> None:
        """Close it."""


class BoardPane:
    """The window of pygame's display; it owns what came to no window, or to one that is gone."""

    def __init__(self, size: tuple[int, int], title: str) -> None:
        pygame.display.init()
        pygame.display.set_icon(window_icon())
        self._surface = pygame.display.set_mode(size, pygame.RESIZABLE)
        pygame.display.set_caption(title)
        self._windowed = size, pygame.display.get_window_position()
        self._full = False

    @property
    def surface(self) -> pygame.Surface:
        """What is drawn on."""
        self._surface = pygame.display.get_surface() or self._surface
        return self._surface

    def show(self) -> None:
        """Show what was drawn."""
        pygame.display.flip()

    def toggle_full(self) -> None:
        """To full screen, or back to a window."""
        alone = pygame.display.get_num_displays() == 1
        if self._full:
            size, place = self._windowed
            pygame.display.set_mode(size, pygame.RESIZABLE)
            if alone:
                pygame.display.set_window_position(place)
        else:
            self._windowed = self.surface.get_size(), pygame.display.get_window_position()
            if alone:  # without a window manager nobody else moves it to where the screen begins
                pygame.display.set_window_position((0, 0))
            pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        self._full = not self._full

    def owns(self, event: pygame.event.Event) -> bool:  # noqa: ARG002
        """Everything that no other window took."""
        return True

    def close(self) -> None:
        """It is closed with the display."""


class OwnPane:
    """A second window of the same program."""

    def __init__(self, size: tuple[int, int], title: str) -> None:
        self.window = pygame.Window(title, size, resizable=True)
        self.window.set_icon(window_icon())
        self.window.minimum_size = SMALLEST
        self._full = False

    @property
    def surface(self) -> pygame.Surface:
        """What is drawn on."""
        return self.window.get_surface()

    def show(self) -> None:
        """Show what was drawn."""
        self.window.flip()

    def toggle_full(self) -> None:
        """To full screen, or back to a window."""
        if self._full:
            self.window.set_windowed()
        else:
            self.window.set_fullscreen(desktop=True)
        self._full = not self._full

    def owns(self, event: pygame.event.Event) -> bool:
        """Whether an event came to it."""
        return event.dict.get("window") is self.window

    def close(self) -> None:
        """Close it."""
        self.window.destroy()


def window_icon() -> pygame.Surface:
    """The game's mark on a square of nothing, for the window and the task bar."""
    drawing = mark(theme("light"))
    view = drawing.view
    square = replace(drawing, view=Box(view.cx - view.h / 2, view.y, view.h, view.h))
    markup = square.markup(ICON, ICON).encode()
    return pygame.image.load(io.BytesIO(markup), "mark.svg")
