"""Pictures of scenes in files, without any window: what the demonstration game leaves behind."""

from dataclasses import dataclass
from pathlib import Path

import pygame

from game.screen.board import draw_board
from game.screen.canvas import Canvas
from game.screen.model import BoardModel
from game.screen.scene import Scene, View
from game.screen.scenes.both import Both
from game.screen.settings import Settings
from game.screen.stage import render

SIZE = (1920, 1080)


@dataclass(frozen=True, slots=True)
class BoardStill(Scene):
    """The board as it stands, with nothing to choose."""

    board: Both[BoardModel]

    def draw(self, canvas: Canvas, view: View) -> None:
        """The board."""
        draw_board(canvas, self.board.get(view.settings.language), view.words)


def save_still(scene: Scene, path: Path, settings: Settings, size: tuple[int, int] = SIZE) -> None:
    """Write a scene as it is at rest to a PNG file; raises ``OSError`` if that cannot be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        pygame.image.save(render(scene, size, settings), file, "still.png")
