"""The way in for phones: a QR code, the address in words, and the code in large letters."""

from functools import cache

import segno

from game.screen.box import Box
from game.screen.canvas import Canvas, Edge
from game.screen.svg import Drawing, paint, path
from game.screen.theme import style

DARK, LIGHT = "#14172F", "#FFFFFF"
"""Of a QR code: the same in every theme, for cameras want dark on light."""
QUIET = 4
"""Modules of light around a QR code, as its standard asks."""


@cache
def qr(text: str) -> Drawing:
    """A QR code with its quiet zone, one unit a module."""
    rows = list(segno.make(text, error="m", micro=False).matrix)
    size = len(rows) + 2 * QUIET
    body = path(f"M0 0h{size}v{size}h-{size}z", paint(LIGHT))
    runs = ""
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            end = x
            while end < len(row) and row[end]:
                end += 1
            if end > x:
                runs += f"M{x + QUIET} {y + QUIET}h{end - x}v1h{x - end}z"
            x = end + 1
    return Drawing(Box(0, 0, size, size), body + path(runs, paint(DARK)))


def draw_qr(canvas: Canvas, box: Box, text: str) -> None:
    """A QR code in the middle of a box, on a light plate; as large as whole pixels a module allow."""
    drawing = qr(text)
    modules = drawing.view.w
    pixels = int(min(box.w, box.h) * canvas.frame.scale / modules)
    side = max(1, pixels) * modules / canvas.frame.scale
    plate = Box.around(box.cx, box.cy, side, side)
    canvas.panel(plate.inset(-6), LIGHT, 14)
    canvas.shape(drawing, plate)


def draw_code(canvas: Canvas, box: Box, code: str) -> None:
    """The code, a plate for each letter."""
    look = canvas.theme
    cells = box.columns(len(code), 10)
    setting = style("h1").at(min(64.0, cells[0].w * 0.8))
    for cell, letter in zip(cells, code, strict=True):
        canvas.panel(cell, look.sunken, 16, edge=Edge(look.line_strong, 3))
        canvas.text(letter, cell, setting, look.ink, align="centre")
