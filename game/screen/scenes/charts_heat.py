"""Two tables of the debrief: who asked whose attention, and what everybody guessed of the others."""

from collections.abc import Sequence

from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, common_style, icon_in
from game.screen.model import AudienceModel, DepartmentModel
from game.screen.scenes.charts import card
from game.screen.scenes.chronicle import Chronicle
from game.screen.scenes.debrief_model import Guessed, GuessTable
from game.screen.theme import Style, Theme, contrast, mix, style
from game.screen.widgets.people import face
from game.words.catalogue import Words

COOLEST, WARMEST = 0.08, 0.8
"""How much of the colour of attention a cell has, from the least to the most that was asked."""
CELL = (200.0, 150.0)
"""The largest cell."""
NOTHING = "\u2013"


def draw_attention(
    canvas: Canvas,
    box: Box,
    told: Chronicle,
    audiences: Sequence[AudienceModel],
    departments: Sequence[DepartmentModel],
    words: Words,
) -> None:
    """A row for each department, a column for each audience; the sums at the foot and at the right."""
    look = canvas.theme
    inner = card(canvas, box, words("debrief.attention"), words("debrief.attention.ask"))
    head, named = 138.0, 380.0
    wide = min(CELL[0], (inner.w - named) / (len(audiences) + 1))
    tall = min(CELL[1], (inner.h - head) / (len(departments) + 1))
    left = inner.x + max(0.0, inner.w - named - wide * (len(audiences) + 1)) / 2
    most = max((n for _, _, n in told.attention), default=0)
    asked = [told.asked_of(one.id) for one in audiences]
    for column, audience in enumerate(audiences):
        cx = left + named + (column + 0.5) * wide
        face(canvas, audience, cx, inner.y + 44, 44)
        name = Box(cx - wide / 2 + 2, inner.y + 92, wide - 4, 42)
        canvas.text(audience.name, name, style("label").at(32), look.ink, align="centre")
    together = Box(left + named + len(audiences) * wide, inner.y + 92, wide, 42)
    canvas.text(words("debrief.together"), together, style("body").at(32), look.ink_soft, align="centre")
    names = _names(canvas, departments, named)
    number = style("number").at(min(style("number").size, tall * 0.52) / canvas.text_scale)
    for row, department in enumerate(departments):
        y = inner.y + head + row * tall
        _department(canvas, Box(left, y, named, tall), department, names)
        for column, audience in enumerate(audiences):
            cell = Box(left + named + column * wide, y, wide, tall).inset(5)
            n = told.asked(department.id, audience.id)
            fill = heat(look, n / most if most else 0.0) if n else look.panel_soft
            canvas.panel(cell, fill, 16)
            ink = max((look.ink, look.on_ink), key=lambda one, fill=fill: contrast(one, fill))  # type: ignore[misc]
            canvas.text(str(n) if n else NOTHING, cell, number, ink, align="centre")
        whole = sum(told.asked(department.id, audience.id) for audience in audiences)
        sums = Box(left + named + len(audiences) * wide, y, wide, tall)
        canvas.text(str(whole), sums, number, look.ink_soft, align="centre")
    foot = inner.y + head + len(departments) * tall
    said = Box(left + 84, foot, named - 100, tall)
    canvas.text(words("debrief.together"), said, style("body").at(32), look.ink_soft)
    for column, n in enumerate(asked):
        place = Box(left + named + column * wide, foot, wide, tall)
        canvas.text(str(n), place, number, look.ink, align="centre")
        if n and n == max(asked) and asked.count(n) == 1:
            outline = Box(place.x, inner.y + head - 4, wide, foot + tall - inner.y - head)
            canvas.panel(outline, None, 20, edge=Edge(look.ink, 4))


def heat(look: Theme, share: float) -> str:
    """The colour of a cell for a share (0 to 1) of the most that was asked."""
    return mix(look.panel, look.attention_deep, COOLEST + (WARMEST - COOLEST) * share)


def _names(canvas: Canvas, departments: Sequence[DepartmentModel], width: float) -> Style:
    """The style in which the names of all departments look alike."""
    return common_style(canvas, (one.name for one in departments), width - 100, style("strong").at(34))


def _department(canvas: Canvas, box: Box, department: DepartmentModel, setting: Style) -> None:
    look = canvas.theme
    radius = min(32.0, box.h / 2 - 4)
    disc = Box.around(box.x + 36, box.cy, 2 * radius, 2 * radius)
    canvas.panel(disc, look.wood_light, radius)
    icon_in(canvas, department.icon, disc.cx, disc.cy, radius * 1.25, look.on_wood)
    name = Box(box.x + 84, box.y, box.w - 100, box.h)
    canvas.text(department.name, name, setting, look.ink, shorts=(department.short,), lines=2)


def draw_guesses(canvas: Canvas, box: Box, table: GuessTable, words: Words) -> None:
    """A row for each department with what drove it, and beside it what the others had guessed."""
    look = canvas.theme
    inner = card(canvas, box, words("debrief.guesses"), words("debrief.guesses.ask"))
    head = 76.0
    legend = -(-len(table.strays) // 2) * 52.0 + (56.0 if table.strays else 0.0)
    wide = min(170.0, inner.w * 0.4 / max(1, len(table.guessers)))
    named = inner.w - wide * len(table.guessers)
    tall = min(170.0, (inner.h - head - legend) / max(1, len(table.rows)))
    names = _names(canvas, [row.department for row in table.rows], named * 0.36)
    for column, guesser in enumerate(table.guessers):
        cx = inner.x + named + (column + 0.5) * wide
        canvas.panel(Box.around(cx, inner.y + 34, 64, 64), look.wood_light, 32)
        icon_in(canvas, guesser, cx, inner.y + 34, 40, look.on_wood)
    for i, row in enumerate(table.rows):
        y = inner.y + head + i * tall
        canvas.panel(Box(inner.x, y, inner.w, 2), look.line, 1)
        department = Box(inner.x, y + 4, named * 0.36, tall - 4)
        _department(canvas, department, row.department, names)
        icon_in(canvas, row.icon, department.right + 26, department.cy, 44, look.ink)
        text = Box(department.right + 62, department.y + 6, named - department.w - 84, department.h - 12)
        canvas.text(row.motive, text, style("label").at(32), look.ink, lines=2)
        for column, guess in enumerate(row.guesses):
            cell = Box(inner.x + named + column * wide, y + 6, wide, tall - 8)
            _guess(canvas, cell, guess)
    if table.strays:
        _strays(canvas, inner.bottom_part(legend), table, words)


def _guess(canvas: Canvas, box: Box, guess: Guessed | None) -> None:
    """The icon of what was guessed, with a tick or a cross; a dash for oneself or no guess."""
    look = canvas.theme
    if guess is None:
        canvas.text(NOTHING, box, style("body"), look.ink_soft, align="centre")
        return
    size = min(box.h - 4, 92.0)
    pill = Box.around(box.cx, box.cy, min(box.w - 8, size * 1.5), size)
    canvas.panel(pill, look.good_soft if guess.right else look.idle_soft, 18)
    ink = look.good if guess.right else look.ink_soft
    icon_in(canvas, guess.icon, pill.cx - pill.w * 0.17, pill.cy, size * 0.5, ink)
    sign = "check" if guess.right else "x"
    icon_in(canvas, sign, pill.cx + pill.w * 0.25, pill.cy, size * 0.36, ink, stroke=2.8)


def _strays(canvas: Canvas, box: Box, table: GuessTable, words: Words) -> None:
    """What was guessed and was nobody's."""
    look = canvas.theme
    title = box.top_part(56)
    canvas.panel(Box(box.x, box.y, box.w, 2), look.line, 1)
    canvas.text(words("debrief.nobodys"), title, style("label"), look.ink_soft)
    rows = -(-len(table.strays) // 2)
    cells = [cell for row in box.within(top=56).rows(rows) for cell in row.columns(2, 24)]
    for cell, (icon, text) in zip(cells, table.strays, strict=False):
        icon_in(canvas, icon, cell.x + 22, cell.cy, 36, look.ink_soft)
        canvas.text(text, cell.within(left=56), style("body"), look.ink_soft)
