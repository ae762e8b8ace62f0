"""Writes every page of the screen, small, in all languages, themes and sizes to ``out/contact/``.

``python -m tools.contact_sheet`` for all pages; names choose some. One PNG for each page: a row
for each language and theme, a column for each size. ``--whole`` writes each picture in full too.
"""

import argparse
import os
from pathlib import Path

import pygame

from game.screen.layout import fit
from game.screen.paint import Pictures, SurfaceCanvas
from game.screen.settings import screen_words
from game.screen.theme import THEMES, theme
from game.words.catalogue import LANGUAGES
from tests.screen.page import Page
from tests.screen.pages import PAGES

SIZES = ((1920, 1080), (1280, 720), (1024, 768))
WIDTH = 800
GAP = 12
OUT = Path("out") / "contact"


def picture(page: Page, language: str, look: str, size: tuple[int, int], text_scale: float) -> pygame.Surface:
    """A page in a language, theme and size."""
    surface = pygame.Surface(size)
    chosen_theme = next(name for name in THEMES if name == look)
    chosen_language = next(name for name in LANGUAGES if name == language)
    canvas = SurfaceCanvas(surface, fit(*size), theme(chosen_theme), Pictures(), text_scale)
    canvas.ground()
    page.draw(canvas, screen_words(chosen_language))
    return surface


def sheet(name: str, text_scale: float, *, whole: bool) -> Path:
    """Write the sheet of one page."""
    page = PAGES[name]
    heights = [WIDTH * h // w for w, h in SIZES]
    rows = [(language, look) for language in LANGUAGES for look in THEMES]
    tall = max(heights) + GAP
    surface = pygame.Surface(((WIDTH + GAP) * len(SIZES) + GAP, tall * len(rows) + GAP))
    surface.fill("#888888")
    for row, (language, look) in enumerate(rows):
        for column, size in enumerate(SIZES):
            shown = picture(page, language, look, size, text_scale)
            if whole:
                pygame.image.save(shown, str(OUT / f"{name}-{language}-{look}-{size[0]}x{size[1]}.png"))
            small = pygame.transform.smoothscale(shown, (WIDTH, heights[column]))
            surface.blit(small, (GAP + column * (WIDTH + GAP), GAP + row * tall))
    path = OUT / f"{name}.png"
    pygame.image.save(surface, str(path))
    return path


def main() -> None:
    """Write the sheets that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="pages; all by default")
    parser.add_argument("--whole", action="store_true", help="every picture in full as well")
    parser.add_argument("--text-scale", type=float, default=1.0)
    asked = parser.parse_args()
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    OUT.mkdir(parents=True, exist_ok=True)
    for name in asked.names or PAGES:
        print(sheet(name, asked.text_scale, whole=asked.whole))


if __name__ == "__main__":
    main()
