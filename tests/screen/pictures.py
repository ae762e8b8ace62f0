"""Pictures of the screen compared with the committed ones, with tolerance.

Goldens are half as large as 1920×1080 and have a palette; of other sizes the layout is kept as
text. A picture that differs is saved to
``out/pictures/`` beside its golden and their difference. ``python -m tests.screen.pictures``
writes all goldens anew.
"""

from pathlib import Path

import numpy as np
import pygame
from numpy.typing import NDArray
from PIL import Image

from game.screen.fonts import Fonts
from game.screen.layout import fit
from game.screen.paint import Pictures, SurfaceCanvas
from game.screen.recording import RecordingCanvas
from game.screen.settings import screen_words
from game.screen.theme import theme
from tests.screen.page import Page
from tests.screen.pages import PAGES

GOLDEN = Path(__file__).parents[1] / "golden" / "screens"
FAILED = Path(__file__).parents[2] / "out" / "pictures"
SIZE = (1920, 1080)
OTHER_SIZES = ((1280, 720), (1024, 640), (1024, 768))
"""Sizes of which not the picture but the layout is committed, as text."""
COLOURS = 256
FAR = 48
"""Difference of a colour channel from which a pixel counts as wrong."""
MOST_WRONG = 0.004
MOST_MEAN = 2.5

Pixels = NDArray[np.uint8]


def paint(page: Page, size: tuple[int, int] = SIZE) -> pygame.Surface:
    """A page as a picture."""
    surface = pygame.Surface(size)
    canvas = SurfaceCanvas(surface, fit(*size), theme(page.theme), Pictures())
    canvas.ground()
    page.draw(canvas, screen_words(page.language))
    return surface


def layout(page: Page, size: tuple[int, int]) -> str:
    """Where the texts and panels of a page lie in a window of a size."""
    canvas = RecordingCanvas(fit(*size), theme(page.theme), Fonts())
    page.draw(canvas, screen_words(page.language))
    return canvas.report()


def layout_file(name: str, size: tuple[int, int]) -> Path:
    """The golden of a layout."""
    return GOLDEN / f"{name}-{size[0]}x{size[1]}.txt"


def halved(surface: pygame.Surface) -> Pixels:
    """The pixels of a picture at half its size: (height, width, 3)."""
    size = (surface.get_width() // 2, surface.get_height() // 2)
    small = pygame.transform.smoothscale(surface, size)
    return np.ascontiguousarray(pygame.surfarray.array3d(small).transpose(1, 0, 2))


def write_golden(name: str, surface: pygame.Surface) -> None:
    """Commit what a picture looks like now."""
    GOLDEN.mkdir(parents=True, exist_ok=True)
    plain = Image.fromarray(halved(surface))
    small = plain.quantize(COLOURS, kmeans=2, dither=Image.Dither.NONE)
    small.save(GOLDEN / f"{name}.png", optimize=True)


def difference(name: str, surface: pygame.Surface) -> str | None:
    """What is wrong with a picture in words, None if it is as committed; a wrong one is saved."""
    path = GOLDEN / f"{name}.png"
    if not path.exists():
        return f"there is no {path.name}; python -m tests.screen.pictures writes it"
    now = halved(surface)
    then: Pixels = np.asarray(Image.open(path).convert("RGB"))
    if then.shape != now.shape:
        return f"{name} is {now.shape[1]}×{now.shape[0]}, was {then.shape[1]}×{then.shape[0]}"
    apart = np.abs(now.astype(np.int16) - then.astype(np.int16)).max(axis=2)
    wrong, mean = float((apart > FAR).mean()), float(apart.mean())
    if wrong <= MOST_WRONG and mean <= MOST_MEAN:
        return None
    FAILED.mkdir(parents=True, exist_ok=True)
    shown = np.repeat(np.clip(apart * 3, 0, 255).astype(np.uint8)[:, :, None], 3, axis=2)
    Image.fromarray(np.hstack([then, now, shown])).save(FAILED / f"{name}.png")
    return f"{name}: {wrong:.2%} of the pixels differ, {mean:.2f} on average; see {FAILED / name}.png"


def main(*beginnings: str) -> None:
    """Write the goldens anew: all, or those whose names begin in one of these ways."""
    for name, page in PAGES.items():
        if beginnings and not name.startswith(beginnings):
            continue
        write_golden(name, paint(page))
        for size in OTHER_SIZES:
            layout_file(name, size).write_text(layout(page, size), encoding="utf-8")


if __name__ == "__main__":
    main()
