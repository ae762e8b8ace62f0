"""Confetti, for the end of the game."""

from functools import cache

from game.screen.box import Box
from game.screen.svg import Drawing, circle, n, paint, path, rect
from game.screen.theme import Theme

BITS = 64


@cache
def confetti(look: Theme, height: float) -> Drawing:
    """Bits in the six flavours over the left half and the upper edge; always the same."""
    body = ""
    state = 20250607
    for i in range(BITS):
        state = (state * 1664525 + 1013904223) % 2**32
        across = (state >> 8) % 1000 / 1000
        state = (state * 1664525 + 1013904223) % 2**32
        down = (state >> 8) % 1000 / 1000
        if i < BITS * 3 // 4:
            x, y = 20 + across * 600, 10 + down * (height * 0.5)
            if 175 < x < 455:
                x = x - 165 if x < 315 else x + 165
        else:
            x, y = 660 + across * 1240, -6 + down * 36
        colour = look.levels[1 + i % 5].colour
        turn = (state >> 4) % 360
        kind = i % 3
        at = f"translate({n(x)} {n(y)}) rotate({turn})"
        if kind == 0:
            body += f'<g transform="{at}">{rect(Box(-9, -6, 18, 12), 2, paint(colour))}</g>'
        elif kind == 1:
            body += circle(x, y, 6, paint(colour))
        else:
            d = "M-16 4C-10 -10 -4 10 2 0S12 -8 16 2"
            body += f'<g transform="{at}">{path(d, paint(None, colour, 4))}</g>'
    return Drawing(Box(0, -40, 1920, height + 40), body)
