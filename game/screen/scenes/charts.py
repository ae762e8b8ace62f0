"""The pyramid over the weeks, as columns of the debrief (guide §6, tokens ``charts``)."""

from collections.abc import Sequence
from itertools import pairwise

from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, icon_in
from game.screen.model import LEVELS
from game.screen.present import WORTH
from game.screen.scenes.chronicle import Chronicle
from game.screen.theme import icon_of, style, tokens
from game.screen.widgets.buttons import chip, chip_width
from game.words.catalogue import Words

WIDEST = 150.0
"""The most that one column takes, however short the game was."""
AFTER = 0.35
"""The share of a column that the last one, after the shake-out, stands apart."""
TALL_ENOUGH = 30.0
"""From this height on a part of a column has room for its number."""


def card(canvas: Canvas, box: Box, title: str, said: str = "") -> Box:
    """A panel with its title and a line under it; gives the room that is left."""
    look = canvas.theme
    canvas.panel(box, look.panel, 24, edge=Edge(look.line, 2), shadow="card")
    head = Box(box.x + 36, box.y + 22, box.w - 72, 56)
    canvas.text(title, head, style("h2"), look.ink, shrink_first=True)
    if not said:
        return box.within(left=36, right=36, top=92, bottom=28)
    below = Box(head.x, head.bottom + 2, head.w, 48)
    canvas.text(said, below, style("body").at(34), look.ink_soft)
    return box.within(left=36, right=36, top=146, bottom=28)


def turning_point(told: Chronicle) -> int | None:
    """The Friday (1 is the first) at which the tokens had gained most worth; None if they never gained."""
    worths = [sum(n * each for n, each in zip(levels, WORTH, strict=True)) for levels in told.levels[:-1]]
    gains = [after - before for before, after in pairwise(worths)]
    best = max(gains, default=0)
    return gains.index(best) + 1 if best > 0 else None


def draw_weeks(canvas: Canvas, box: Box, told: Chronicle, names: Sequence[str], words: Words) -> None:
    """A column for each Friday with the tokens on each level; numbers in it, names at the last one."""
    look = canvas.theme
    inner = card(canvas, box, words("debrief.weeks"), words("debrief.weeks.ask"))
    legend = 124 + max(canvas.width_of(name, style("body").at(32)) for name in names)
    legend = min(legend, inner.w * 0.3)
    n = len(told.levels)
    pitch = min(WIDEST, (inner.w - legend) / (n + AFTER))
    wide = pitch - max(18.0, pitch * 0.2)
    bars = inner.within(top=66, bottom=74)
    most = max(1, *(sum(levels) for levels in told.levels))
    marked = turning_point(told)
    for i, levels in enumerate(told.levels):
        last = i == n - 1
        x = inner.x + i * pitch + (pitch * AFTER if last else 0)
        column = Box(x + 8, bars.y, wide, bars.h)
        if i == marked:
            _mark(canvas, column, inner, words("debrief.turn"))
        places = _column(canvas, column, levels, most)
        canvas.panel(Box.around(column.cx, bars.bottom + 12, 10, 18), look.wood_deep, 5)
        under = Box(column.cx - pitch / 2, bars.bottom + 28, pitch, 44)
        if last:
            icon_in(canvas, icon_of("marks", "shake_out"), column.cx, under.cy, 36, look.ink_soft)
            beside = Box(column.right + 26, bars.y, inner.right - column.right - 26, bars.h)
            _legend(canvas, beside, levels, names, places)
        elif i in told.lost_weeks:
            icon_in(canvas, "minus", column.cx, under.cy, 38, look.bad, stroke=3)
        else:
            text = words("debrief.start") if i == 0 else str(i)
            ink = look.ink if i == marked else look.ink_soft
            setting = style("strong") if i == marked else style("body")
            canvas.text(text, under, setting.at(30), ink, align="centre")


def _mark(canvas: Canvas, column: Box, inner: Box, text: str) -> None:
    """The outline of the one column that matters most, with its word above."""
    outline = Box(column.x - 10, column.y - 10, column.w + 20, inner.bottom - column.y + 14)
    canvas.panel(outline, None, 16, edge=Edge(canvas.theme.ink, 4))
    width = chip_width(canvas, text)
    x = min(max(column.cx - width / 2, inner.x), inner.right - width)
    chip(canvas, Box(x, column.y - 64, width, 48), text, "ink")


def _column(canvas: Canvas, box: Box, levels: Sequence[int], most: int) -> list[float]:
    """Stacked levels, suspects at the foot; gives the middle of each."""
    look = canvas.theme
    gap = float(tokens()["charts"]["column_gap"])
    radius = float(tokens()["charts"]["column_radius"])
    setting = style("label").at(style("label").size / canvas.text_scale)
    y, middles = box.bottom, []
    room = box.h - gap * (LEVELS - 1)
    for level, count in enumerate(levels):
        tall = room * count / most
        if count:
            part = Box(box.x, y - tall, box.w, tall)
            canvas.panel(part, look.levels[level].colour, min(radius, tall / 2))
            if tall >= TALL_ENOUGH:
                canvas.text(str(count), part, setting, look.levels[level].icon_ink, align="centre")
            y -= tall + gap
        middles.append(y + (tall + gap) / 2 if count else y)
    return middles


def _legend(
    canvas: Canvas, box: Box, levels: Sequence[int], names: Sequence[str], middles: list[float]
) -> None:
    """Icon, number and name of each level, beside its part of the last column as far as there is room."""
    look = canvas.theme
    pitch = min(58.0, box.h / LEVELS)
    ys: list[float] = []
    for level, middle in enumerate(middles):
        ceiling = ys[-1] - pitch if ys else box.bottom - pitch / 2
        lowest = box.y + pitch / 2 + (LEVELS - 1 - level) * pitch
        ys.append(max(min(middle, ceiling), lowest))
    numbers = max(canvas.width_of(str(count), style("strong").at(34)) for count in levels)
    for level, y in enumerate(ys):
        kind = look.levels[level]
        disc = Box.around(box.x + 22, y, 44, 44)
        canvas.panel(disc, kind.colour, 22)
        icon_in(canvas, kind.icon, disc.cx, disc.cy, 28, kind.icon_ink, stroke=2.2)
        number = Box(box.x + 54, y - 22, numbers + 2, 44)
        canvas.text(str(levels[level]), number, style("strong").at(34), look.ink, align="right")
        name = Box(number.right + 14, y - 22, box.right - number.right - 14, 44)
        canvas.text(names[level], name, style("body").at(32), look.ink)
