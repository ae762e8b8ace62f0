"""The fonts of the game at whole pixel sizes."""

from collections import OrderedDict
from functools import cache

import pygame

from game.screen.letters import runs_of
from game.screen.theme import Cut, rgb
from game.words.resources import asset

KEEP = 1500


def _font(file: str, pixels: int) -> pygame.font.Font:
    if not pygame.font.get_init():
        # Fonts opened before the library was closed are of no use any more.
        _open.cache_clear()
        pygame.font.init()
    return _open(file, pixels)


@cache
def _open(file: str, pixels: int) -> pygame.font.Font:
    return pygame.font.Font(asset("fonts", f"{file}.ttf"), pixels)


class Fonts:
    """Measures and renders lines of text. Widths are remembered, pictures of lines for a while."""

    def __init__(self) -> None:
        self._widths: dict[tuple[str, Cut, int], float] = {}
        self._lines: OrderedDict[tuple[str, Cut, int, str], tuple[pygame.Surface, int]] = OrderedDict()

    def width(self, text: str, cut: Cut, pixels: int) -> float:
        """Width in pixels of a line."""
        key = (text, cut, pixels)
        found = self._widths.get(key)
        if found is None:
            found = float(sum(_font(file, pixels).size(run)[0] for file, run in runs_of(text, cut)))
            self._widths[key] = found
        return found

    def line(self, text: str, cut: Cut, pixels: int, colour: str) -> tuple[pygame.Surface, int]:
        """A picture (premultiplied alpha) of a line, and the pixels from its top to the base line."""
        key = (text, cut, pixels, colour)
        found = self._lines.get(key)
        if found is not None:
            self._lines.move_to_end(key)
            return found
        found = self._render(text, cut, pixels, colour)
        self._lines[key] = found
        if len(self._lines) > KEEP:
            self._lines.popitem(last=False)
        return found

    @staticmethod
    def _render(text: str, cut: Cut, pixels: int, colour: str) -> tuple[pygame.Surface, int]:
        ink = rgb(colour)
        runs = runs_of(text, cut)
        if len(runs) == 1 and _font(runs[0][0], pixels).size(runs[0][1])[0]:
            font = _font(runs[0][0], pixels)
            return font.render(runs[0][1], True, ink).premul_alpha(), font.get_ascent()
        pieces = [(font, run) for font, run in ((_font(f, pixels), r) for f, r in runs) if font.size(run)[0]]
        ascent = max((font.get_ascent() for font, _ in pieces), default=1)
        height = ascent + max((font.get_height() - font.get_ascent() for font, _ in pieces), default=0)
        surface = pygame.Surface((max(1, sum(f.size(run)[0] for f, run in pieces)), height), pygame.SRCALPHA)
        x = 0
        for font, run in pieces:
            piece = font.render(run, True, ink).premul_alpha()
            surface.blit(piece, (x, ascent - font.get_ascent()), special_flags=pygame.BLEND_PREMULTIPLIED)
            x += font.size(run)[0]
        return surface, ascent
