"""Pictures of scenes without any window: what the demonstration game leaves behind."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pygame

from game.screen.board import draw_board
from game.screen.canvas import Canvas
from game.screen.focus import Focus, settle
from game.screen.layout import fit
from game.screen.model import BoardModel
from game.screen.paint import Pictures, SurfaceCanvas
from game.screen.scene import Scene, View
from game.screen.scenes.both import Both
from game.screen.settings import Lookup, Settings, screen_words
from game.screen.theme import theme
from game.screen.widgets.ring import draw_focus
from game.words.catalogue import Language

SIZE = (1920, 1080)


@dataclass(frozen=True, slots=True)
class BoardStill(Scene):
    """The board as it stands, with nothing to choose."""

    board: Both[BoardModel]

    def draw(self, canvas: Canvas, view: View) -> None:
        """The board."""
        draw_board(canvas, self.board.get(view.settings.language), view.words)


def render(
    scene: Scene,
    size: tuple[int, int],
    settings: Settings,
    now: float = 0.0,
    words: Callable[[Language], Lookup] = screen_words,
    pictures: Pictures | None = None,
) -> pygame.Surface:
    """A picture of one scene at rest, with the focus where it begins."""
    frame = fit(*size)
    surface = pygame.Surface(size)
    canvas = SurfaceCanvas(surface, frame, theme(settings.theme), pictures or Pictures(), settings.text_scale)
    view = View(frame, settings, words(settings.language), Focus(), now)
    targets = scene.targets(view)
    view = View(frame, settings, view.words, settle(Focus(), targets, scene.first(view)), now)
    canvas.ground()
    scene.draw(canvas, view)
    draw_focus(canvas, scene.targets(view), view.focus)
    return surface


def save_still(scene: Scene, path: Path, settings: Settings, size: tuple[int, int] = SIZE) -> None:
    """Write a scene as it is at rest to a PNG file; raises ``OSError`` if that cannot be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        pygame.image.save(render(scene, size, settings), file, "still.png")
