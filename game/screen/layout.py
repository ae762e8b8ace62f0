"""How the board meets the window: one scale, and where the extra room goes (no pygame)."""

from dataclasses import dataclass

from game.screen.box import Box, Point

BOARD_W = 1920.0
BOARD_H = 1080.0
TALLEST = 1440.0
SMALLEST = (960, 540)
"""Windows under this size (pixels) show a message instead of the game."""
NARROW = 1280
"""Windows narrower than this (pixels) drop role lines and the log (guide §8)."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One window size: pixels, pixels per board unit, and the canvas in board units.

    The canvas is 1920 wide; 1080 high, or up to 1440 on taller windows. It stands in the
    middle of the window; ``window`` is the whole window in board units, so its left top lies
    at or before the canvas's (0, 0).
    """

    width: int
    height: int
    scale: float
    canvas: Box
    origin: tuple[float, float]

    @property
    def window(self) -> Box:
        """The whole window in board units."""
        x, y = self.origin
        return Box(-x / self.scale, -y / self.scale, self.width / self.scale, self.height / self.scale)

    @property
    def narrow(self) -> bool:
        """Whether role lines and the log are left out to keep the letters readable."""
        return self.width < NARROW

    @property
    def too_small(self) -> bool:
        """Whether the window is too small to play in."""
        return self.width < SMALLEST[0] or self.height < SMALLEST[1]

    def to_board(self, x: float, y: float) -> Point:
        """The place in board units of a pixel of the window."""
        return Point((x - self.origin[0]) / self.scale, (y - self.origin[1]) / self.scale)

    def to_pixels(self, point: Point) -> tuple[float, float]:
        """The pixel of a place in board units."""
        return point.x * self.scale + self.origin[0], point.y * self.scale + self.origin[1]


def fit(width: int, height: int) -> Frame:
    """The frame of a window of that size in pixels (guide §8)."""
    scale = min(width / BOARD_W, height / BOARD_H)
    units = min(max(height / scale, BOARD_H), TALLEST)
    origin = ((width - BOARD_W * scale) / 2, (height - units * scale) / 2)
    return Frame(width, height, scale, Box(0, 0, BOARD_W, units), origin)
