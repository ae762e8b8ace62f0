"""The parts of choosing: cards of verbs, gates, odds, the main action with its price."""

from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, icon_in
from game.screen.drawings import cube, token, token_box
from game.screen.drawings import face as die_face
from game.screen.focus import State
from game.screen.model import DepartmentModel
from game.screen.scenes.deciding_model import Card, Deed, OddsLine
from game.screen.scenes.guide import ICONS
from game.screen.theme import MINIMUM, Style, icon_of, style
from game.screen.widgets.buttons import RADIUS, chip, chip_width, label
from game.screen.widgets.panels import PANEL_RADIUS, ToolCard, card, gates, odds_faces, panel, why_shut
from game.screen.widgets.people import face
from game.screen.widgets.sticks import hours, on_disc, wooden
from game.words.catalogue import Words

NEEDS, CASE_FACES = 60.0, 254.0
"""What a number of pips takes in a case of the odds, and that with the faces and the gaps around them."""
EXPLAINED = 88.0
"""Height of what explains the gates to who sees them for the first time."""


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
    on_disc(canvas, department.icon, box.x + 60, box.cy, 36, 44)
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


def numbered(canvas: Canvas, box: Box, number: str, text: str) -> float:
    """A heading with its number in front; gives its width."""
    look = canvas.theme
    x = box.x
    if number:
        x += canvas.text(number, box, style("h3"), look.ink_soft).box.w + 18
    block = canvas.text(text, box.within(left=x - box.x), style("h3"), look.ink)
    return block.box.right - box.x


def draw_pager(canvas: Canvas, box: Box, page: int, pages: int, state: State) -> None:
    """A tall button behind the cards that turns to the next page, and which page this is."""
    look = canvas.theme
    at = box.moved(0, 2) if state == "pressed" else box
    fill = look.panel_soft if state == "hover" else look.panel
    canvas.panel(at, fill, RADIUS, edge=Edge(look.ink if state == "hover" else look.line_strong, 3))
    icon_in(canvas, "chevron-right", at.cx, at.cy - 26, 44, look.ink, stroke=2.2)
    number = Box(at.x + 4, at.cy + 2, at.w - 8, 52)
    canvas.text(f"{page + 1}/{pages}", number, style("label"), look.ink_soft, align="centre")


def draw_verb_card(canvas: Canvas, box: Box, shown: Card, *, state: State, chosen: bool) -> None:
    """A verb as a card: icon and name, its price or why it cannot be."""
    look = canvas.theme
    shut = bool(shown.reason)
    at = card(canvas, box, state="disabled" if shut and not chosen else state, chosen=chosen)
    inner = at.inset(20, 18)
    disc = Box(inner.x, inner.y - 4, 56, 56)
    canvas.panel(disc, look.sunken, 28)
    icon_in(canvas, shown.icon, disc.cx, disc.cy, 36, look.ink_soft if shut else look.ink)
    name = Box(inner.x, disc.bottom + 2, inner.w, inner.bottom - 38 - disc.bottom - 4)
    canvas.text(shown.name, name, style("strong"), look.ink_soft if shut else look.ink, lines=2)
    foot = inner.bottom_part(40)
    if shut:
        why_shut(canvas, foot, shown.reason)
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
        upper, lower = box.inset(8, 3).rows(2)
        canvas.text(shown.name, upper, style("strong").at(28), look.ink_soft, align="centre")
        label(canvas, lower, shown.reason, style("label"), look.bad, icon="lock", align_centre=True)
        return
    icon, ink = shown.icon, look.ink
    label(canvas, box.inset(10, 6), shown.name, style("strong").at(28), ink, icon=icon, align_centre=True)


# -- messages -----------------------------------------------------------------------------


def draw_gates(canvas: Canvas, box: Box, deed: Deed, words: Words, *, explained: bool = False) -> None:
    """Three lamps in their order, each with its reason; ``explained`` to who sees them first."""
    look = canvas.theme
    panel(canvas, box)
    inner = box.inset(28, 18)
    if explained:
        bubble = box.top_part(EXPLAINED)
        canvas.panel(bubble, look.ink, PANEL_RADIUS)
        text = words("guide.lamps")
        setting = style("strong").at(30)
        label(canvas, bubble.inset(24, 6), text, setting, look.on_ink, icon=ICONS["lamps"], lines=2)
        body = inner.within(top=EXPLAINED - 12)
    else:
        head = box.inset(28, 14).top_part(44)  # level with the heading of the panel beside it
        canvas.text(words("choose.may"), head, style("h3"), look.ink)
        body = inner.within(top=54)
    setting, cell = style("strong").at(29), Box(0, 0, (box.w - 8) / len(deed.gates) - 8, 38)
    narrow = any(not canvas.set_text(gate.name, cell, setting).fits for gate in deed.gates)
    below = 80.0 if narrow or any(gate.reason for gate in deed.gates) else 46.0
    size = min(104.0, body.h - below)
    # The widget leaves 80 below its lamps. Where there is more, a reason may take two lines of large letters.
    foot = max(80.0, min(116.0, (body.h - size - below) / 2 + 80))
    gates(canvas, Box(box.x, body.cy - (size + below) / 2, box.w, size + foot), deed.gates)


# -- odds ---------------------------------------------------------------------------------


def draw_odds(canvas: Canvas, box: Box, shown: Card, deed: Deed, words: Words) -> None:
    """The faces that work, for each case that is still possible, and how firmly it holds."""
    look = canvas.theme
    panel(canvas, box)
    inner = box.inset(28, 14)
    head = inner.top_part(44)
    title, setting = words("choose.odds"), style("h3")
    if deed.odds and not shown.broadcast:
        case = deed.odds[0]
        thrown = words.count("choose.dice", case.dice)
        shorts: tuple[str, ...] = ()
        if len(deed.odds) == 1:
            thrown = words("odds.average", hits=case.average, n=case.dice)
            shorts = (words("odds.short", hits=case.average),)
        plain = style("strong")
        # Both become smaller alike where the line is too short for them.
        share = (head.w - 18) / (canvas.width_of(title, setting) + canvas.width_of(thrown, plain))
        smallest = MINIMUM / canvas.text_scale
        setting, plain = (one.at(max(smallest, one.size * min(1.0, share))) for one in (setting, plain))
        beside = head.within(left=canvas.width_of(title, setting) + 18)
        if not canvas.set_text(thrown, beside, plain).fits:  # letters have whole pixels
            setting = setting.at(smallest)
            beside = head.within(left=canvas.width_of(title, setting) + 18)
        said = canvas.text(thrown, beside, plain, look.ink, align="right", shorts=shorts)
        head = head.within(right=said.box.w + 16)
    canvas.text(title, head, setting, look.ink)
    if not deed.odds:
        text = words("odds.sure" if shown.icon else "odds.none")
        canvas.text(text, inner.within(top=56), style("body").at(32), look.ink_soft, lines=4, valign="top")
        return
    body = inner.within(top=48, bottom=48)
    if shown.broadcast:
        _everybody(canvas, body, deed.odds)
    elif len(deed.odds) == 1:
        _one_case(canvas, body, deed, words)
    else:
        count = len(deed.odds)
        rows = body.top_part(min(body.h, 60 * count)).rows(count, 2)
        names = [words(f"case.short.{line.case}") for line in deed.odds]
        means = [words("odds.short", hits=line.average) for line in deed.odds]
        small, first, last = _columns(canvas, body.w, names, means)
        for row, line, name, mean in zip(rows, deed.odds, names, means, strict=True):
            left, right = row.left_part(first), row.right_part(last)
            canvas.text(name, left, small, look.ink_soft)
            canvas.text(mean, right, small, look.ink, align="right")
            _case(canvas, row.within(left=first + 4, right=last + 10), line, words)
    foot = inner.bottom_part(44)
    bond_line(canvas, foot, deed, words)


def bond_line(canvas: Canvas, box: Box, deed: Deed, words: Words) -> None:
    """How the lifted tokens will hold, with a token that shows it."""
    look = canvas.theme
    spot = Box(box.x, box.cy - 18, 36, 36)
    drawn = token(look, 0, "firm" if deed.firm else "loose", 1)
    canvas.shape(drawn, token_box(spot.centre, 32))
    short = words("bond.firm" if deed.firm else "bond.loose")
    canvas.text(deed.bond, box.within(left=50), style("label"), look.ink, shorts=(short,))


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


def _columns(canvas: Canvas, width: float, names: list[str], means: list[str]) -> tuple[Style, float, float]:
    """The style of the cases' words and the widths of their two columns, so that the faces have room."""
    setting = style("label")
    smallest = MINIMUM / canvas.text_scale
    while True:
        first, last = (max(canvas.width_of(text, setting) for text in texts) + 6 for texts in (names, means))
        if setting.size <= smallest or first + last + CASE_FACES <= width:
            return setting, first, last
        setting = setting.at(max(smallest, setting.size - 1))


def _case(canvas: Canvas, box: Box, line: OddsLine, words: Words) -> None:
    """The faces of one case and what is needed."""
    needs = words("odds.needs", n=line.difficulty)
    number = min(canvas.width_of(needs, style("strong")), NEEDS)
    room = box.w - 12 - number
    size = min(30.0, box.h, (room - 5 * 3) / 6)
    apart = min(5.0, (room - 6 * size) / 5)
    for i in range(6):
        pip = Box(box.x + i * (size + apart), box.cy - size / 2, size, size)
        canvas.shape(die_face(canvas.theme, i + 1, lit=i + 1 >= line.difficulty), pip)
    x = box.x + 6 * size + 5 * apart + 12
    canvas.text(needs, Box(x, box.y, number + 2, box.h), style("strong"), canvas.theme.ink)


def _everybody(canvas: Canvas, body: Box, odds: tuple[OddsLine, ...]) -> None:
    """A small line for each audience that a broadcast reaches."""
    look = canvas.theme
    count = max(3, -(-len(odds) // 2))
    rows = body.top_part(min(body.h, 64 * count)).rows(count, 4)
    cells = [cell for row in rows for cell in row.columns(2, 10)]
    for cell, line in zip(cells, odds, strict=False):
        if line.audience is None:
            continue
        size = min(cell.h, 40.0)
        face(canvas, line.audience, cell.x + size / 2, cell.cy, size / 2)
        text = cell.within(left=size + 6)
        rolls = f"{line.dice}×{line.difficulty}+"
        smallest = style("body").at(MINIMUM / canvas.text_scale)
        least = canvas.width_of(line.audience.name, smallest) + 8
        # The name, which must be read, leaves the dice what it does not need.
        dice = text.within(left=min(least, text.w - canvas.width_of(rolls, smallest) - 8))
        said = canvas.text(rolls, dice, style("strong").at(28), look.ink, align="right")
        name = text.within(right=text.right - said.box.x + 4)
        canvas.text(line.audience.name, name, style("body"), look.ink_soft)


# -- the main action ----------------------------------------------------------------------


def price_of(canvas: Canvas, box: Box, shown: Card, deed: Deed, state: State) -> None:
    """The ink button that says what will be done, and its price at the right."""
    look = canvas.theme
    at = box.moved(0, 2) if state == "pressed" else box
    fill = look.action_hover if state == "hover" else look.action
    canvas.panel(at, fill, RADIUS, shadow="raised")
    inner = at.inset(44, 8)
    if deed.also:
        canvas.text(deed.also, inner.bottom_part(36), style("label").at(28), look.on_action)
        inner = inner.within(bottom=34)
    setting = style("number").at(40)
    x = inner.right
    if deed.most:
        attention = str(deed.most) if deed.attention == deed.most else f"{deed.attention}–{deed.most}"
        number = canvas.width_of(attention, setting)
        canvas.text(attention, inner, setting, look.on_action, align="right")
        x = inner.right - number - 12 - 44
        canvas.shape(cube(look, "full", 44), Box(x, inner.cy - 22, 44, 44))
        x -= 32
    number = canvas.width_of(str(deed.hours), setting)
    canvas.text(str(deed.hours), Box(x - number - 2, inner.y, number + 2, inner.h), setting, look.on_action)
    x -= number + 14 + 44
    icon_in(canvas, icon_of("marks", "hour"), x + 20, inner.cy, 42, look.on_action)
    text = Box(inner.x, inner.y, x - inner.x - 20, inner.h)
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
