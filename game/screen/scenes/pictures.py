"""Small drawings of the end of the game: confetti, and the lolly that melted."""

from functools import cache

from game.screen.box import Box
from game.screen.svg import Drawing, circle, n, paint, path, rect
from game.screen.theme import Theme, mix

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


@cache
def melted(look: Theme) -> Drawing:
    """A lolly that melted: a puddle of its flavours, and the stick that is left."""
    dark = "#22264B"
    stick = "M268 246L322 44Q334 12 362 22T378 64L330 262Z"
    puddles = (
        (1, "M22 300C10 262 96 246 150 250C214 236 330 232 388 252C462 256 474 306 420 322C372 350 292 338 "
            "236 346C160 354 44 346 22 300Z"),
        (2, "M70 292C76 262 160 262 204 258C262 250 352 254 384 274"
            "C414 300 350 318 296 316C224 328 84 328 70 292Z"),
        (3, "M120 288C132 268 214 272 252 264C312 262 346 276 344 290"
            "C336 308 270 302 230 306C176 312 116 308 120 288Z"),
        (5, "M176 284C190 272 250 276 276 270C304 272 312 286 290 292C256 298 180 300 176 284Z"),
    )  # fmt: skip
    body = path(stick, paint(look.wood, mix(look.wood_deep, look.wood, 0.2), 4))
    for level, d in puddles:
        colour = look.levels[level].colour
        body += path(d, paint(colour, mix(colour, dark, 0.22), 2.5))
    body += path("M62 286C78 272 104 266 128 264", paint(None, "#FFFFFF", 8, 0.7))
    return Drawing(Box(0, 0, 480, 368), body)
