"""Bars of the debrief: what stayed of what, how and why; hits; lost weeks (guide §6)."""

from collections.abc import Sequence

from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, icon_in
from game.screen.drawings import depth
from game.screen.scenes.charts import card
from game.screen.scenes.chronicle import DEPTHS, Chronicle, Share
from game.screen.theme import style
from game.screen.widgets.buttons import label
from game.words.catalogue import Words

TALL = 68.0
LEAST = 36.0
"""The narrowest bar."""
DASH = "9 7"


def draw_kept(canvas: Canvas, box: Box, told: Chronicle, words: Words) -> None:
    """What, how and why: how many lifts stood at the end, of all there were."""
    look = canvas.theme
    inner = card(canvas, box, words("debrief.kept"), words("debrief.kept.ask"))
    _signs(canvas, inner.top_part(48), words)
    rows = inner.within(top=62).rows(3, 10)
    titles = [words(f"debrief.{name}") for name in DEPTHS]
    setting = style("strong").at(36)
    named = min(inner.w * 0.3, max(canvas.width_of(title, setting) for title in titles) + 8)
    bars = [row.within(left=106 + named) for row in rows]
    for name, title, row in zip(DEPTHS, titles, rows, strict=True):
        canvas.shape(depth(look, name), Box.around(row.x + 38, row.cy, 76, 76))
        canvas.text(title, Box(row.x + 92, row.y, named, row.h), setting, look.ink)
    _bars(canvas, bars, told.kept, words, none="debrief.no_lifts")


def _signs(canvas: Canvas, box: Box, words: Words) -> None:
    """What a filled and what an open bar means."""
    look = canvas.theme
    x = box.x
    for word, filled in (("debrief.stayed", True), ("debrief.left", False)):
        sign = Box(x, box.cy - 13, 40, 26)
        edge = None if filled else Edge(look.ink, 3, dash=DASH)
        canvas.panel(sign, look.ink if filled else None, 8, edge=edge)
        said = Box(sign.right + 12, box.y, canvas.width_of(words(word), style("body")) + 2, box.h)
        canvas.text(words(word), said, style("body"), look.ink_soft)
        x = said.right + 44


def _bars(canvas: Canvas, boxes: Sequence[Box], shares: Sequence[Share], words: Words, none: str) -> None:
    """Bars on one scale, each with its part filled and its whole in words behind it."""
    look = canvas.theme
    of = [words("debrief.of", n=share.whole) for share in shares]
    plain, bold = style("body").at(32), style("strong").at(36)
    beside = max(canvas.width_of(text, plain) for text in of) + 20
    most = max(1, *(share.whole for share in shares))
    for box, share, text in zip(boxes, shares, of, strict=True):
        if not share.whole:
            canvas.text(words(none), box, plain, look.ink_soft)
            continue
        number = str(share.part)
        needs = canvas.width_of(number, bold) + 28
        room = box.w - beside - needs
        whole = Box(box.x, box.cy - TALL / 2, max(LEAST, room * share.whole / most), TALL)
        filled = whole.w * share.part / share.whole
        canvas.panel(whole, None, 14, edge=Edge(look.ink, 3, dash=DASH))
        if share.part:
            canvas.panel(whole.left_part(max(filled, 16.0)), look.ink, min(14.0, filled / 2))
        # The number stands in the part that it counts, else in the rest, else behind both.
        after = whole.right + 16
        if filled >= needs:
            canvas.text(number, whole.within(left=14), bold, look.on_ink)
        elif whole.w - filled >= needs:
            canvas.text(number, whole.within(left=filled + 14), bold, look.ink)
        else:
            canvas.text(number, Box(after, box.y, needs, box.h), bold, look.ink)
            after += needs - 14
        canvas.text(text, Box(after, box.y, beside, box.h), plain, look.ink)


def draw_hits(canvas: Canvas, box: Box, told: Chronicle, words: Words) -> None:
    """Dice that hit before and after a motive was known."""
    look = canvas.theme
    inner = card(canvas, box, words("debrief.hits"))
    rows = inner.rows(2, 6)
    named = inner.w * 0.42
    for row, icon, key in ((rows[0], "eye-off", "debrief.blind"), (rows[1], "eye", "debrief.seeing")):
        label(
            canvas, row.left_part(named - 16), words(key), style("label").at(32), look.ink, icon=icon, lines=2
        )
    bars = [row.within(left=named) for row in rows]
    _bars(canvas, bars, (told.blind, told.seeing), words, none="debrief.none")


def draw_talks(canvas: Canvas, box: Box, told: Chronicle, weeks: int, words: Words) -> None:
    """Which weeks were lost, how often somebody talked, and with how many voices."""
    look = canvas.theme
    inner = card(canvas, box, words("debrief.lost"))
    rows = inner.rows(4, 4)
    pitch = min(68.0, inner.w / weeks)
    for week in range(1, weeks + 1):
        size = min(52.0, pitch - 4)
        disc = Box.around(rows[0].x + (week - 0.5) * pitch, rows[0].cy, size, size)
        if week in told.lost_weeks:
            canvas.panel(disc, look.bad_soft, disc.w / 2, edge=Edge(look.bad, 3))
            icon_in(canvas, "minus", disc.cx, disc.cy, disc.w * 0.7, look.bad, stroke=3)
        elif week <= told.weeks:
            canvas.panel(disc, look.good_soft, disc.w / 2)
            icon_in(canvas, "check", disc.cx, disc.cy, disc.w * 0.7, look.good, stroke=2.6)
        else:
            canvas.panel(disc, None, disc.w / 2, edge=Edge(look.line_strong, 3, dash="6 5"))
    for row, icon, text in zip(
        rows[1:],
        ("message-circle", "link", "messages"),
        (
            words.count("debrief.talks", told.talks),
            words.count("debrief.coherent", told.coherent),
            words.count("debrief.mixed", told.mixed),
        ),
        strict=True,
    ):
        label(canvas, row, text, style("label").at(34), look.ink, icon=icon)
