"""Writes every page of the screen, small, in all languages, themes and sizes to ``out/contact/``.

``python -m tools.contact_sheet`` draws all pages; names of pages choose some, ``--sizes``, ``--themes`` and
``--languages`` what of each. A sheet holds twelve pictures of one size, theme and language, each with its
name; ``--whole`` writes each picture in full too.
"""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

import pygame

from game.screen.box import Box
from game.screen.layout import fit
from game.screen.paint import Pictures, SurfaceCanvas
from game.screen.settings import screen_words
from game.screen.theme import THEMES, ThemeName, style, theme
from game.words.catalogue import LANGUAGES, Language
from tests.screen.page import Page
from tests.screen.pages import ALL_PAGES

SIZES = ("1920x1080", "1280x720", "1024x768")
WIDTH = 640
COLUMNS, ROWS = 3, 4
GAP = 8
NAME = 22
"""Pixels above each picture for its name."""
OUT = Path("out") / "contact"


def pages_of(asked: Sequence[str]) -> dict[str, Page]:
    """The pages that were asked for, each once though it has a golden in every language."""
    return {name.removesuffix("-nl").removesuffix("-en"): ALL_PAGES[name] for name in asked or ALL_PAGES}


def picture(
    page: Page, language: Language, look: ThemeName, size: tuple[int, int], text_scale: float, kept: Pictures
) -> pygame.Surface:
    """A page in a language, theme and size; ``kept`` holds what was drawn for others of that size."""
    surface = pygame.Surface(size)
    canvas = SurfaceCanvas(surface, fit(*size), theme(look), kept, text_scale)
    canvas.ground()
    page.draw(canvas, screen_words(language))
    return surface


def write_sheets(
    pictures: dict[str, pygame.Surface], name: str, size: tuple[int, int], kept: Pictures
) -> list[Path]:
    """Write the sheets of pictures of one size."""
    cell = (WIDTH + GAP, NAME + WIDTH * size[1] // size[0] + GAP)
    listed = list(pictures.items())
    paths = []
    for start in range(0, len(listed), COLUMNS * ROWS):
        some = listed[start : start + COLUMNS * ROWS]
        rows = -(-len(some) // COLUMNS)
        sheet = pygame.Surface((COLUMNS * cell[0] + GAP, rows * cell[1] + GAP))
        sheet.fill("#888888")
        label = SurfaceCanvas(sheet, fit(1920, 1080), theme("light"), kept)
        for i, (title, shown) in enumerate(some):
            x, y = GAP + i % COLUMNS * cell[0], GAP + i // COLUMNS * cell[1]
            label.text(title, Box(x, y, WIDTH, NAME), style("body").at(20), "#000000")
            small = pygame.transform.smoothscale(shown, (WIDTH, WIDTH * size[1] // size[0]))
            sheet.blit(small, (x, y + NAME))
        path = OUT / f"{name}-{1 + start // (COLUMNS * ROWS)}.png"
        pygame.image.save(sheet, str(path))
        paths.append(path)
    return paths


def main() -> None:
    """Write the sheets that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="pages; all by default")
    parser.add_argument("--sizes", nargs="+", default=SIZES, metavar="WxH")
    parser.add_argument("--themes", nargs="+", choices=THEMES, default=THEMES)
    parser.add_argument("--languages", nargs="+", choices=LANGUAGES, default=LANGUAGES)
    parser.add_argument("--whole", action="store_true", help="every picture in full as well")
    parser.add_argument("--text-scale", type=float, default=1.0)
    asked = parser.parse_args()
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    OUT.mkdir(parents=True, exist_ok=True)
    for said in asked.sizes:
        wide, tall = map(int, said.split("x"))
        for look in asked.themes:
            kept = Pictures()
            for language in asked.languages:
                name = f"{said}-{look}-{language}"
                drawn = {
                    title: picture(page, language, look, (wide, tall), asked.text_scale, kept)
                    for title, page in pages_of(asked.names).items()
                }
                if asked.whole:
                    for title, shown in drawn.items():
                        pygame.image.save(shown, str(OUT / f"{title}-{name}.png"))
                for path in write_sheets(drawn, name, (wide, tall), kept):
                    print(path, flush=True)


if __name__ == "__main__":
    main()
