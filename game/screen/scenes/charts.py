"""The charts of the debrief: levels by week, what stayed, hits (guide §6, tokens ``charts``)."""

from collections.abc import Sequence

from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, icon_in
from game.screen.drawings import depth
from game.screen.model import LEVELS
from game.screen.scenes.chronicle import DEPTHS, Chronicle, Share
from game.screen.theme import icon_of, style, tokens
from game.screen.widgets.buttons import label
from game.words.catalogue import Words

DASH = "8 7"


def _card(canvas: Canvas, box: Box, title: str) -> Box:
    """A panel with its title; gives the room under it."""
    look = canvas.theme
    canvas.panel(box, look.panel, 24, edge=Edge(look.line, 2), shadow="card")
    setting = style("h3").at(style("h3").size / canvas.text_scale)
    canvas.text(title, Box(box.x + 32, box.y + 18, box.w - 64, 48), setting, look.ink)
    return box.within(left=32, right=32, top=80, bottom=24)


def draw_weeks(
    canvas: Canvas,
    box: Box,
    told: Chronicle,
    names: Sequence[str],
    words: Words,
    marked: int | None,
) -> None:
    """A column for each Friday with how many tokens stood on each level; numbers at the last one."""
    look = canvas.theme
    inner = _card(canvas, box, words("debrief.weeks"))
    legend = 410.0 if canvas.frame.narrow else 352.0
    n = len(told.levels)
    pitch = min(124.0, (inner.w - legend) / (n + 0.35))
    wide = pitch - max(18.0, pitch * 0.22)
    bars = inner.within(bottom=66)
    most = max(sum(levels) for levels in told.levels)
    for i, levels in enumerate(told.levels):
        last = i == n - 1
        x = inner.x + i * pitch + (pitch * 0.35 if last else 0)
        column = Box(x + 8, bars.y, wide, bars.h)
        if i == marked:
            outline = Box(column.x - 10, bars.y - 12, wide + 20, inner.bottom - bars.y + 18)
            canvas.panel(outline, None, 16, edge=Edge(look.ink, 4))
        places = _column(canvas, column, levels, most)
        canvas.panel(Box.around(column.cx, bars.bottom + 12, 10, 18), look.wood_deep, 5)
        under = Box(x - 10, bars.bottom + 24, wide + 36, 42)
        if last:
            icon_in(canvas, icon_of("marks", "shake_out"), column.cx, under.cy, 32, look.ink_soft)
            beside = Box(column.right + 26, bars.y, inner.right - column.right - 26, bars.h)
            _legend(canvas, beside, levels, names, places)
        elif i in told.lost_weeks:
            icon_in(canvas, "minus", column.cx, under.cy, 34, look.bad, stroke=3)
        else:
            text = words("debrief.start") if i == 0 else str(i)
            ink = look.ink if i == marked else look.ink_soft
            canvas.text(text, under, style("body"), ink, align="centre")


def _column(canvas: Canvas, box: Box, levels: Sequence[int], most: int) -> list[float]:
    """Stacked levels, suspects at the foot; gives the middle of each."""
    look = canvas.theme
    gap = float(tokens()["charts"]["column_gap"])
    y, middles = box.bottom, []
    room = box.h - gap * (LEVELS - 1)
    for level, count in enumerate(levels):
        tall = room * count / most
        if count:
            part = Box(box.x, y - tall, box.w, tall)
            canvas.panel(part, look.levels[level].colour, min(7.0, tall / 2))
            y -= tall + gap
        middles.append(y + (tall + gap) / 2 if count else y)
    return middles


def _legend(
    canvas: Canvas, box: Box, levels: Sequence[int], names: Sequence[str], middles: list[float]
) -> None:
    """Icon, number and name of each level, beside its part of the last column as far as there is room."""
    look = canvas.theme
    pitch = min(46.0, box.h / LEVELS)
    ys: list[float] = []
    for level, middle in enumerate(middles):
        ceiling = ys[-1] - pitch if ys else box.bottom - pitch / 2
        lowest = box.y + pitch / 2 + (LEVELS - 1 - level) * pitch
        ys.append(max(min(middle, ceiling), lowest))
    for level, y in enumerate(ys):
        kind = look.levels[level]
        disc = Box.around(box.x + 18, y, 36, 36)
        canvas.panel(disc, kind.colour, 18)
        icon_in(canvas, kind.icon, disc.cx, disc.cy, 23, kind.icon_ink, stroke=2.2)
        number = Box(box.x + 44, y - 20, 50, 40)
        canvas.text(str(levels[level]), number, style("strong").at(28), look.ink)
        name = Box(box.x + 94, y - 20, box.right - box.x - 94, 40)
        canvas.text(names[level], name, style("body"), look.ink)


def draw_kept(canvas: Canvas, box: Box, told: Chronicle, words: Words) -> None:
    """What, how and why: how many lifts stood at the end, of all there were."""
    look = canvas.theme
    inner = _card(canvas, box, words("debrief.kept"))
    x = box.right - 24
    for word, filled in (("debrief.left", False), ("debrief.stayed", True)):
        said = words(word)
        x -= canvas.width_of(said, style("body")) + 2
        canvas.text(said, Box(x, box.y + 20, box.right - x, 44), style("body"), look.ink_soft)
        x -= 46
        sign = Box(x, box.y + 30, 34, 24)
        canvas.panel(sign, look.ink if filled else None, 8, edge=None if filled else Edge(look.ink, 3))
        x -= 28
    most = max(1, *(share.whole for share in told.kept))
    for name, share, row in zip(DEPTHS, told.kept, inner.rows(3, 10), strict=True):
        canvas.shape(depth(look, name), Box.around(row.x + 32, row.cy, 62, 62))
        canvas.text(words(f"debrief.{name}"), Box(row.x + 78, row.y, 156, row.h), style("strong"), look.ink)
        _bar(
            canvas,
            Box(row.x + 236, row.cy - 27, row.w - 236 - 132, 54),
            share,
            most,
            words,
            none="debrief.no_lifts",
        )


def _bar(canvas: Canvas, box: Box, share: Share, most: int, words: Words, none: str = "debrief.none") -> None:
    """A filled bar for what stayed within the outline of all; the text ``none`` where there was nothing."""
    look = canvas.theme
    if not share.whole:
        canvas.text(words(none), box, style("body"), look.ink_soft)
        return
    wide = max(54.0, box.w * share.whole / most)
    whole = box.left_part(wide)
    canvas.panel(whole, None, 14, edge=Edge(look.ink, 3))
    filled = max(wide * share.part / share.whole, 40.0 if share.part else 0.0)
    if share.part:
        canvas.panel(whole.left_part(filled), look.ink, 14)
    ink = look.on_ink if share.part else look.ink
    number = Box(whole.x + 16, whole.y, max(filled - 20, 30), whole.h)
    canvas.text(str(share.part), number, style("strong").at(32), ink)
    of = Box(whole.right + 14, whole.y, 118, whole.h)
    canvas.text(words("debrief.of", n=share.whole), of, style("body"), look.ink)


def draw_hits(canvas: Canvas, box: Box, told: Chronicle, weeks: int, words: Words) -> None:
    """Dice that hit with and without a known motive; lost weeks; talks, and with how many voices."""
    look = canvas.theme
    inner = _card(canvas, box, words("debrief.hits"))
    rows = (*inner.top_part(inner.h * 0.56).rows(3, 6), *inner.bottom_part(inner.h * 0.41).rows(3))
    most = max(1, told.blind.whole, told.seeing.whole)
    for row, icon, key, share in (
        (rows[0], "eye-off", "debrief.blind", told.blind),
        (rows[1], "eye", "debrief.seeing", told.seeing),
    ):
        label(canvas, row.left_part(310), words(key), style("label"), look.ink, icon=icon, lines=2)
        _bar(canvas, Box(row.x + 324, row.cy - 27, row.w - 324 - 112, 54), share, most, words)
    canvas.panel(Box(inner.x, rows[2].y + 2, inner.w, 2), look.line, 1)
    lost = rows[2].within(top=8)
    canvas.text(words("debrief.lost"), lost.left_part(310), style("label"), look.ink)
    pitch = min(48.0, (lost.w - 324) / weeks)
    for week in range(1, weeks + 1):
        size = min(42.0, pitch - 4)
        disc = Box.around(lost.x + 324 + (week - 0.5) * pitch, lost.cy, size, size)
        if week in told.lost_weeks:
            canvas.panel(disc, look.bad_soft, disc.w / 2, edge=Edge(look.bad, 3))
            icon_in(canvas, "minus", disc.cx, disc.cy, disc.w * 0.7, look.bad, stroke=3)
        else:
            canvas.panel(disc, look.good_soft, disc.w / 2)
            icon_in(canvas, "check", disc.cx, disc.cy, disc.w * 0.7, look.good, stroke=2.6)
    for row, icon, text in zip(
        rows[3:],
        ("message-circle", "link", "messages"),
        (
            words.count("debrief.talks", told.talks),
            words.count("debrief.coherent", told.coherent),
            words.count("debrief.mixed", told.mixed),
        ),
        strict=True,
    ):
        label(canvas, row, text, style("label"), look.ink, icon=icon)
