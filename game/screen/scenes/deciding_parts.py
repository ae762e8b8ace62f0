"""The parts of choosing: cards of verbs, messages, gates, odds, the main action with its price."""

from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, icon_in
from game.screen.drawings import cube, token, token_box
from game.screen.focus import State
from game.screen.model import DepartmentModel
from game.screen.scenes.deciding import Card, Deed, Message, OddsLine
from game.screen.theme import icon_of, style
from game.screen.widgets.buttons import RADIUS, chip, chip_width, choice, label
from game.screen.widgets.panels import ToolCard, card, gates, odds_faces, panel
from game.screen.widgets.people import face, hours, wooden
from game.words.catalogue import Words

PILL_GAP = 12.0
SHORT_LABEL = 12
"""Letters of a message of which three stand in one row."""
LOWEST_CASE, NOTE = 44.0, 42.0
"""Height of a case of the odds at least, and of the line that says what a message beside her costs."""
ROOM_TO_TELL = 190.0
"""Height from which the panel of the gates repeats why the shut one is shut."""


def tool_of(shown: Card) -> ToolCard:
    """A card as the tool card of the widgets."""
    return ToolCard(
        shown.name,
        shown.level,
        shown.depth,
        shown.hours,
        shown.attention,
        shown.dice,
        shown.reason,
        shown.broadcast,
        shown.power,
    )


def draw_seat(canvas: Canvas, box: Box, department: DepartmentModel, words: Words) -> None:
    """The acting department on its stick, with the hours it has left."""
    look = canvas.theme
    wooden(canvas, box, 7)
    cx = box.x + 60
    canvas.panel(Box.around(cx, box.cy, 72, 72), "#FFFFFF", 36, opacity=0.62)
    icon_in(canvas, department.icon, cx, box.cy, 44, look.on_wood, stroke=1.9)
    dots = max(department.hours, department.hours_total) * 34
    right = box.right - 40 - dots
    left = words.count("choose.hours_left", department.hours)
    said = canvas.text(
        left, Box(right - 320, box.y, 300, box.h), style("strong"), look.on_wood, align="right"
    )
    name = Box(box.x + 106, box.y, said.box.x - box.x - 120, box.h)
    block = canvas.text(department.name, name, style("h3").at(40), look.on_wood)
    plays = name.within(left=block.box.w + 20)
    if plays.w > 120:
        canvas.text(words("choose.plays"), plays, style("label").at(32), look.on_wood_soft)
    hours(canvas, Box(right, box.cy - 15, dots, 30), department.hours, department.hours_total)


def draw_verb_card(canvas: Canvas, box: Box, shown: Card, *, state: State, chosen: bool) -> None:
    """A verb as a card: icon and name, its price or why it cannot be."""
    look = canvas.theme
    shut = bool(shown.reason)
    at = card(canvas, box, state="disabled" if shut and not chosen else state, chosen=chosen)
    inner = at.inset(20, 18)
    disc = Box(inner.x, inner.y, 56, 56)
    canvas.panel(disc, look.sunken, 28)
    icon_in(canvas, shown.icon, disc.cx, disc.cy, 36, look.ink_soft if shut else look.ink)
    name = Box(inner.x, disc.bottom + 8, inner.w, inner.bottom - 48 - disc.bottom - 10)
    canvas.text(shown.name, name, style("strong"), look.ink_soft if shut else look.ink, lines=2)
    foot = inner.bottom_part(40)
    if shut:
        label(canvas, foot, shown.reason, style("strong").at(28), look.bad, icon="lock")
        return
    icon_in(canvas, icon_of("marks", "hour"), foot.x + 15, foot.cy, 30, look.ink)
    canvas.text(str(shown.hours), foot.within(left=38), style("strong"), look.ink)


def pill(canvas: Canvas, box: Box, shown: Card, *, state: State, chosen: bool) -> None:
    """A verb as a button above the tools."""
    look = canvas.theme
    shut = bool(shown.reason)
    fill = look.panel_soft if shut else look.panel
    edge = (
        Edge(look.ink, 5)
        if chosen
        else Edge(look.ink if state == "hover" else look.line if shut else look.line_strong, 3)
    )
    canvas.panel(box.moved(0, 2) if state == "pressed" else box, fill, RADIUS, edge=edge)
    if shut:
        upper, lower = box.inset(10, 2).rows(2)
        canvas.text(shown.name, upper, style("strong").at(28), look.ink_soft, align="centre")
        label(canvas, lower, shown.reason, style("label"), look.bad, icon="lock", align_centre=True)
        return
    icon, ink = shown.icon, look.ink
    label(canvas, box.inset(10, 6), shown.name, style("strong").at(28), ink, icon=icon, align_centre=True)


# -- messages -----------------------------------------------------------------------------


def message_boxes(row: Box, messages: tuple[Message, ...]) -> tuple[Box, ...]:
    """Where the messages lie: as many columns as there are, in two rows where they are many."""
    n = len(messages)
    if n == 0:
        return ()
    short = max(len(one.motive.label) for one in messages) <= SHORT_LABEL
    columns = n if n <= 2 or (n == 3 and short) else -(-n // 2) if n > 4 else 2
    rows = -(-n // columns)
    height = row.h if rows == 1 else 64
    cells: list[Box] = []
    for i in range(rows):
        line = Box(row.x, row.y + i * (height + 8), row.w, height)
        cells += line.columns(max(columns, 2), PILL_GAP)[: n - i * columns]
    return tuple(cells[:n])


def draw_message(canvas: Canvas, box: Box, shown: Message, *, chosen: bool, state: State) -> None:
    """A message with what is known of it for this audience."""
    choice(
        canvas,
        box,
        shown.motive.label,
        chosen=chosen,
        state=state,
        icon=shown.motive.icon,
        note=shown.note,
    )


# -- gates --------------------------------------------------------------------------------


def draw_gates(canvas: Canvas, box: Box, deed: Deed, words: Words) -> None:
    """Three lamps in their order, and why the shut one is shut."""
    look = canvas.theme
    panel(canvas, box)
    inner = box.inset(28, 18)
    canvas.text(words("choose.may"), inner.top_part(46), style("h3"), look.ink)
    body = inner.within(top=54)
    told = 0.0
    if deed.refused and body.h >= ROOM_TO_TELL:  # else it stands beside the main action only
        told = 76.0
        line = body.bottom_part(told)
        canvas.text(deed.refused, line, style("label"), look.bad, lines=2, align="centre")
    room = body.within(bottom=told)
    below = 80.0 if any(gate.reason for gate in deed.gates) else 46.0
    size = min(104.0, room.h - below)
    # The widget leaves 80 below its lamps; without reasons part of that may lie under the sentence.
    gates(canvas, Box(box.x, room.cy - (size + below) / 2, box.w, size + 80), deed.gates)


# -- odds ---------------------------------------------------------------------------------


def draw_odds(canvas: Canvas, box: Box, shown: Card, deed: Deed, words: Words) -> None:
    """The faces that work, for each case that is still possible, and how firmly it holds."""
    look = canvas.theme
    panel(canvas, box)
    inner = box.inset(28, 14)
    head = inner.top_part(44)
    canvas.text(words("choose.odds"), head, style("h3"), look.ink)
    if not deed.odds:
        text = words("odds.sure" if shown.icon else "odds.none")
        canvas.text(text, inner.within(top=56), style("body").at(32), look.ink_soft, lines=4, valign="top")
        return
    body = inner.within(top=48, bottom=48)
    if shown.broadcast:
        _everybody(canvas, body, deed.odds)
    else:
        thrown = words.count("choose.dice", deed.odds[0].dice)
        canvas.text(thrown, head, style("strong"), look.ink, align="right")
        if len(deed.odds) == 1:
            _one_case(canvas, body, deed, words)
        else:
            count = len(deed.odds)
            beside = any(line.case == "neither" for line in deed.odds)
            if beside and body.h >= LOWEST_CASE * count + NOTE:  # else there is no room to say it
                note = body.bottom_part(NOTE)
                canvas.text(words("odds.neither_costs"), note, style("body"), look.ink_soft)
                body = body.within(bottom=NOTE)
            rows = body.top_part(min(body.h, 60 * count)).rows(count, 2)
            for row, line in zip(rows, deed.odds, strict=False):
                _case(canvas, row, line, words)
    foot = inner.bottom_part(44)
    bond_line(canvas, foot, deed)


def bond_line(canvas: Canvas, box: Box, deed: Deed) -> None:
    """How the lifted tokens will hold, with a token that shows it."""
    look = canvas.theme
    spot = Box(box.x, box.cy - 18, 36, 36)
    drawn = token(look, 0, "firm" if deed.firm else "loose", 1)
    canvas.shape(drawn, token_box(spot.centre, 32))
    canvas.text(deed.bond, box.within(left=50), style("label"), look.ink, lines=1)


def _one_case(canvas: Canvas, body: Box, deed: Deed, words: Words) -> None:
    look = canvas.theme
    line = deed.odds[0]
    faces = body.top_part(min(72.0, body.h * 0.5))
    odds_faces(canvas, faces, line.difficulty)
    chips = Box(body.x, faces.bottom + 10, body.w, 50)
    x = chips.x
    if deed.base and deed.base != line.difficulty:
        text = f"{deed.base}+"
        width = chip_width(canvas, text)
        chip(canvas, Box(x, chips.y, width, 50), text, "idle")
        icon_in(canvas, "arrow-narrow-right", x + width + 26, chips.cy, 32, look.ink_soft)
        x += width + 52
    text = f"{line.difficulty}+"
    width = chip_width(canvas, text)
    chip(canvas, Box(x, chips.y, width, 50), text, "good")
    x += width + 18
    room = Box(x, chips.y, chips.right - x, 50)
    costs = line.case == "neither"
    said = words("odds.neither_costs") if costs else line.label
    canvas.text(said, room, style("body"), look.ink_soft, shorts=(line.label,))
    if body.bottom - chips.bottom > 36:
        mean = words("odds.average", hits=line.average, n=line.dice)
        canvas.text(mean, Box(body.x, chips.bottom + 2, body.w, 44), style("strong"), look.ink)


def _case(canvas: Canvas, row: Box, line: OddsLine, words: Words) -> None:
    look = canvas.theme
    left = row.left_part(150)
    canvas.text(words(f"case.short.{line.case}"), left, style("label"), look.ink_soft)
    size = min(30.0, row.h)
    faces = Box(left.right + 4, row.cy - size / 2, 6 * size + 5 * 5, size)
    odds_faces(canvas, faces, line.difficulty)
    rest = Box(faces.right + 12, row.y, row.right - faces.right - 12, row.h)
    canvas.text(words("odds.needs", n=line.difficulty), rest.left_part(54), style("strong"), look.ink)
    canvas.text(
        words("odds.short", hits=line.average), rest.within(left=54), style("label"), look.ink, align="right"
    )


def _everybody(canvas: Canvas, body: Box, odds: tuple[OddsLine, ...]) -> None:
    """A small line for each audience that a broadcast reaches."""
    look = canvas.theme
    count = max(3, -(-len(odds) // 2))
    cells = [cell for row in body.rows(count, 4) for cell in row.columns(2, 20)]
    for cell, line in zip(cells, odds, strict=False):
        if line.audience is None:
            continue
        size = min(cell.h, 48.0)
        face(canvas, line.audience, cell.x + size / 2, cell.cy, size / 2)
        text = cell.within(left=size + 12)
        dice = canvas.text(
            f"{line.dice}×{line.difficulty}+", text, style("strong").at(28), look.ink, align="right"
        )
        name = text.within(right=text.right - dice.box.x + 10)
        canvas.text(line.audience.name, name, style("body"), look.ink_soft)


# -- the main action ----------------------------------------------------------------------


def price_of(canvas: Canvas, box: Box, shown: Card, deed: Deed, state: State) -> None:
    """The ink button that says what will be done, and its price at the right."""
    look = canvas.theme
    at = box.moved(0, 2) if state == "pressed" else box
    fill = look.action_hover if state == "hover" else look.action
    canvas.panel(at, fill, RADIUS, shadow="raised")
    inner = at.inset(44, 8)
    setting = style("number").at(40)
    x = inner.right
    if deed.attention:
        number = canvas.width_of(str(deed.attention), setting)
        canvas.text(str(deed.attention), inner, setting, look.on_action, align="right")
        x = inner.right - number - 12 - 44
        canvas.shape(cube(look, "full", 44), Box(x, inner.cy - 22, 44, 44))
        x -= 32
    number = canvas.width_of(str(deed.hours), setting)
    canvas.text(str(deed.hours), Box(x - number - 2, inner.y, number + 2, inner.h), setting, look.on_action)
    x -= number + 14 + 44
    icon_in(canvas, icon_of("marks", "hour"), x + 20, inner.cy, 42, look.on_action)
    text = Box(inner.x, inner.y, x - inner.x - 20, inner.h)
    if deed.also:
        lower = text.bottom_part(36)
        canvas.text(deed.also, lower, style("label").at(28), look.on_action)
        text = text.within(bottom=36)
    canvas.text(shown.confirm, text, style("h3").at(40), look.on_action, lines=2, shrink_first=True)


def draw_does(canvas: Canvas, box: Box, shown: Card, words: Words) -> None:
    """What a verb does, in its own words."""
    look = canvas.theme
    panel(canvas, box)
    inner = box.inset(28, 14)
    canvas.text(words("choose.does"), inner.top_part(44), style("h3"), look.ink)
    canvas.text(shown.text, inner.within(top=56), style("body").at(32), look.ink, lines=5, valign="top")


def draw_shut(canvas: Canvas, box: Box, reason: str) -> None:
    """The main action when it cannot be: flat, with a lock and why."""
    look = canvas.theme
    canvas.panel(box, look.sunken, RADIUS, edge=Edge(look.line, 2))
    label(canvas, box.inset(40, 8), reason, style("label").at(30), look.ink, icon="lock", lines=2)
