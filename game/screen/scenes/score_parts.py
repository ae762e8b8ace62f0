"""Two of the three parts of the score screen: the medal and the sum (mock-up g)."""

from collections.abc import Sequence
from statistics import fmean

from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, icon_in
from game.screen.drawings import ice, medal, melted
from game.screen.motion import lerp
from game.screen.scenes.pictures import confetti
from game.screen.scenes.score_model import MEDALS, ScoreModel
from game.screen.svg import Drawing, paint, path, trapezoid
from game.screen.theme import Theme, icon_of, mix, style
from game.screen.widgets.buttons import label
from game.words.catalogue import Words

LEFT = Box(64, 40, 504, 0)
LOLLY = (280.0, 520.0)
"""Size of a medal in its own drawing."""
BAR = 28.0
CONDITION = 42.0
"""Height of a line about what every medal needs."""
OVER_BAR = 74.0
"""Height that the medals take over the bar of points."""


def left_box(height: float) -> Box:
    """The column of the medal."""
    return Box(LEFT.x, LEFT.y, LEFT.w, height - LEFT.y - 36)


def sum_box(height: float) -> Box:
    """The panel of the sum."""
    return Box(642, 56, 536, height - 56 - 34)


def button_box(height: float) -> Box:
    """The one button."""
    return left_box(height).bottom_part(96)


def draw_confetti(canvas: Canvas, height: float, fallen: float) -> None:
    """Bits of the six flavours round the medal; ``fallen`` from 0 to 1."""
    box = Box(0, -40, 1920, height + 40)
    look = canvas.theme
    canvas.layer(
        ("confetti", height), box, lambda c: c.exact(confetti(look, height)), dy=lerp(-260, 0, fallen)
    )


def draw_medal(
    canvas: Canvas, model: ScoreModel, height: float, words: Words, *, grown: float, counted: float
) -> None:
    """The lolly, what it is called, the points, and the way to the next ones."""
    look = canvas.theme
    box = left_box(height)
    extra = height - 1080
    more = CONDITION * max(0, len(model.conditions) - 1)
    tall = (520 if model.medal != "none" else 428) + extra * 0.6 - more
    lolly = Box.around(box.cx, box.y + 20 + tall / 2, LOLLY[0] * tall / LOLLY[1], tall)
    share = 0.6 + 0.4 * grown
    shown = Box.around(lolly.cx, lolly.cy, lolly.w * share, lolly.h * share)
    if model.medal == "none":
        canvas.shape(melted(look), Box.around(lolly.cx, lolly.bottom - lolly.h * 0.4, 460, 368))
    else:
        canvas.shape(medal(look, model.medal), shown)
    y = lolly.bottom + 4
    title = Box(box.x - 20, y, box.w + 40, 84)
    big = style("title" if model.medal != "none" else "h1")
    big = big.at(big.size / canvas.text_scale)  # large enough for everybody as it is
    canvas.text(model.title, title, big, look.ink, align="centre", shrink_first=True)
    y = title.bottom - 6
    canvas.text(model.together, Box(box.x, y, box.w, 52), style("h2"), look.ink, align="centre")
    y += 50
    for condition in model.conditions:
        ink = look.good if condition.met else look.bad
        icon = "circle-check" if condition.met else "x"
        label(
            canvas,
            Box(box.x, y, box.w, 40),
            condition.text,
            style("label"),
            ink,
            icon=icon,
            align_centre=True,
        )
        y += CONDITION
    bar = Box(box.x, button_box(height).y - 108, box.w, BAR)
    if model.medal == "none":
        tails = 10.0 if canvas.text_scale > 1 else 0.0
        kind = Box(box.x, y, box.w, min(102.0, bar.y - OVER_BAR - tails - y))
        canvas.text(words("score.none.text"), kind, style("body"), look.ink_soft, align="centre", lines=3)
    _draw_bar(canvas, model, bar, counted)


def _draw_bar(canvas: Canvas, model: ScoreModel, bar: Box, counted: float) -> None:
    """The points on their way past the three thresholds."""
    look = canvas.theme
    most = max(model.thresholds[2] * 1.18, model.points * 1.02, 1)
    canvas.panel(bar, look.sunken, bar.h / 2)
    width = bar.w * max(0, model.points) / most * counted
    if width >= bar.h:
        canvas.panel(bar.left_part(width), look.ink, bar.h / 2)
    xs = [bar.x + bar.w * points / most for points in model.thresholds]
    number = style("label")
    wide = max(canvas.width_of(str(points), number) for points in model.thresholds)
    medals = apart(xs, 42.0, bar.x, bar.right)
    spots = apart(xs, max(64.0, wide + 14), bar.x, bar.right)
    for name, points, x, over, at in zip(MEDALS, model.thresholds, xs, medals, spots, strict=True):
        passed = model.points * counted >= points
        canvas.shape(medal(look, name), Box.around(over, bar.y - 44, 36, 66.9))
        tick = look.on_ink if passed else look.line_strong
        canvas.panel(Box.around(x, bar.cy, 4, bar.h + 16), look.ink if passed else look.line_strong, 2)
        if passed:
            canvas.panel(Box.around(x, bar.cy, 2, bar.h - 8), tick, 1, opacity=0.5)
        ink = look.ink if passed else look.ink_soft
        canvas.text(str(points), Box.around(at, bar.bottom + 32, wide + 2, 40), number, ink, align="centre")


def apart(marks: Sequence[float], least: float, start: float, end: float) -> list[float]:
    """Places for labels as near to their rising marks as can be: ``least`` apart, between start and end.

    Labels that are too near to each other move aside by the same distance.
    """
    groups: list[list[float]] = []  # of labels that touch: where each of them would have the first one stand
    for i, mark in enumerate(marks):
        groups.append([mark - i * least])
        while len(groups) > 1 and fmean(groups[-2]) > fmean(groups[-1]):
            groups[-2:] = [groups[-2] + groups[-1]]
    firsts = [fmean(group) for group in groups for _ in group]
    lowest = start + least / 2
    highest = max(lowest, end - least * (len(marks) - 0.5))
    return [min(max(first, lowest), highest) + i * least for i, first in enumerate(firsts)]


# -- the sum ------------------------------------------------------------------------------


def draw_sum(canvas: Canvas, model: ScoreModel, height: float, words: Words, *, shown: float) -> None:
    """Level by level what is left; ``shown`` from 0 to 1 lets the rows come one after the other."""
    look = canvas.theme
    box = sum_box(height)
    canvas.panel(box, look.panel, 24, edge=Edge(look.line, 2), shadow="card")
    inner = box.inset(36, 0)
    canvas.text(words("score.left"), Box(inner.x, box.y + 22, inner.w, 56), style("h2"), look.ink)
    below = Box(inner.x, box.y + 74, inner.w, 66)
    canvas.text(words("score.left.text"), below, style("body"), look.ink_soft, lines=2, shrink_first=True)
    total = Box(box.x + 22, box.bottom - 22 - 64, box.w - 44, 64)
    lines = _extras(model, words)
    y = total.y - 16 - len(lines) * 54
    _draw_levels(canvas, model, Box(inner.x, box.y + 140, inner.w, y - 30 - box.y - 140), words, shown)
    canvas.panel(Box(inner.x, y - 12, inner.w, 2), look.line, 1)
    for icon, text, value, soft in lines:
        row = Box(inner.x, y, inner.w, 54)
        ink = look.ink_soft if soft else look.ink
        room = row.within(right=110 if value else 0)
        label(canvas, room, text, style("body"), ink, icon=icon)
        canvas.text(value, row.right_part(110), style("number").at(38), ink, align="right")
        y += 54
    canvas.panel(total, look.sunken, 20)
    inner = total.inset(24, 0)
    canvas.text(words("score.total"), inner, style("strong").at(36), look.ink)
    points = str(round(model.points * min(1.0, shown)))
    canvas.text(points, inner, style("number").at(48), look.ink, align="right")


def _extras(model: ScoreModel, words: Words) -> list[tuple[str, str, str, bool]]:
    """Icon, text, number and whether it is only told, of the lines under the levels."""
    found = []
    if model.launch_week:
        text = words("score.launch", n=model.launch_week)
        found.append((icon_of("marks", "launch"), text, str(model.launch_points), False))
    if model.lost_weeks:
        text = words.count("score.lost", model.lost_weeks)
        found.append(("minus", text, f"\u2212{model.lost_points}", False))
    found.append((icon_of("marks", "shake_out"), words.count("score.blown", model.blown), "", True))
    return found


def _draw_levels(canvas: Canvas, model: ScoreModel, box: Box, words: Words, shown: float) -> None:
    look = canvas.theme
    levels = len(model.rows)
    gap = 5.0
    unit = (box.h - gap * (levels - 1)) / (levels + 0.35)
    cx = box.x + 136
    y = box.y
    top_w, base_w = 160.0, 272.0
    for level in range(levels - 1, -1, -1):
        row = model.rows[level]
        tall = unit * (1.35 if level == 0 else 1)
        a = lerp(top_w, base_w, (y - box.y) / box.h)
        b = lerp(top_w, base_w, (y + tall - box.y) / box.h)
        canvas.exact(_band(look, level, cx, y, y + tall, a, b))
        kind = look.levels[level]
        icon_in(canvas, kind.icon, cx - 34, y + tall / 2, 36, kind.icon_ink, stroke=2.1)
        number = Box(cx - 4, y, 110, tall)
        canvas.text(str(row.count), number, style("number").at(46), kind.icon_ink)
        if shown * levels > levels - 1 - level:
            times = Box(cx + 140, y, box.right - 96 - cx - 140, tall)
            each = words("score.times", n=row.each)
            canvas.text(each, times, style("body"), look.ink_soft, align="right")
            points = Box(box.right - 92, y, 92, tall)
            canvas.text(str(row.points), points, style("number").at(40), look.ink, align="right")
        y += tall + gap


def _band(look: Theme, level: int, cx: float, top: float, bottom: float, a: float, b: float) -> Drawing:
    colour = look.levels[level].colour
    d = trapezoid(cx, top, bottom, a, b, 16, 16)
    body = path(d, paint("url(#s)", mix(colour, "#22264B", 0.35) if look.name == "bright" else None, 2))
    return Drawing(Box(cx - b / 2, top, b, bottom - top).inset(-4), body, ice("s", top, bottom, colour))
