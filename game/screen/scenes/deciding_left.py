"""The left side of choosing: who it is about, or how the organisation stands."""

from game.screen.box import Box, Point
from game.screen.canvas import Canvas, Edge, icon_in
from game.screen.drawings import token, token_box
from game.screen.model import LEVELS, AudienceModel, Motive
from game.screen.scene import View
from game.screen.scenes.deciding import DecideModel
from game.screen.svg import Drawing, line, paint, path, trapezoid
from game.screen.theme import Theme, icon_of, mix, style
from game.screen.widgets.buttons import label
from game.screen.widgets.panels import attention, moulds, panel
from game.screen.widgets.people import face, marks_of, motive_card
from game.words.catalogue import Words

FOOT, TOP = 376.0, 230.0
PILL = 80.0
"""What the pill of a motive takes besides its name."""
HEIGHTS = (80.0, 80.0, 88.0, 90.0, 98.0, 112.0)


def draw_audience(
    canvas: Canvas, box: Box, audience: AudienceModel, view: View, *, cost: int = 0, lift: int | None = None
) -> None:
    """An audience in full: face, channels, attention, motives, and her own pyramid."""
    look = canvas.theme
    words = Words("play", view.settings.language)
    panel(canvas, box)
    face(canvas, audience, box.x + 106, box.y + 108, 77)
    x = box.x + 208
    right = box.right - 28
    canvas.text(audience.name, Box(x, box.y + 30, right - x, 64), style("h1"), look.ink)
    canvas.text(
        audience.role, Box(x, box.y + 92, right - x, 44), style("body").at(30), look.ink_soft, lines=1
    )
    for i, icon in enumerate(audience.channels):
        icon_in(canvas, icon, x + 18 + i * 52, box.y + 164, 38, look.ink_soft)
    after = x + len(audience.channels) * 52 + 10
    if audience.handshake and right - after > 60:
        known = Box(after, box.y + 142, right - after, 44)
        label(canvas, known, words("choose.knows_you"), style("label"), look.ink, icon="heart-handshake")
    canvas.panel(Box(box.x + 30, box.y + 212, box.w - 60, 2), look.line, 1)
    row = Box(box.x + 30, box.y + 228, box.w - 60, 56)
    canvas.text(words("choose.attention"), row.left_part(150), style("label").at(30), look.ink)
    cubes = row.within(left=160)
    attention(canvas, cubes, audience.attention, audience.attention_max, cost=cost, size=46, centred=False)
    row = row.moved(0, 72)
    canvas.text(words("choose.motive"), row.left_part(150), style("label").at(30), look.ink)
    _motives(canvas, row.within(left=160), audience)
    _pyramid(canvas, box.within(top=372, bottom=30), audience, words, lift)


def _motives(canvas: Canvas, box: Box, audience: AudienceModel) -> None:
    look = canvas.theme
    x = box.x
    known = [motive for motive in audience.motives if motive is not None]
    for motive in audience.motives:
        if motive is None:
            motive_card(canvas, Box(x, box.y, 56, box.h), None)
            x += 66
        elif len(known) == 1 and _fits(canvas, motive, box.right - x - 66):
            width = canvas.width_of(motive.label, style("label")) + PILL
            pill = Box(x, box.y, width, box.h)
            canvas.panel(pill, look.accent, 14, edge=Edge(look.accent_edge, 3))
            label(canvas, pill.inset(14, 4), motive.label, style("label"), look.accent_ink, icon=motive.icon)
            x += width + 10
        else:
            motive_card(canvas, Box(x, box.y, 56, box.h), motive)
            x += 66
    for mark in marks_of(audience):
        if x + 44 <= box.right and mark != "heart-handshake":
            icon_in(canvas, mark, x + 22, box.cy, 36, look.ink)
            x += 50
    for motive in audience.not_hers:
        if x + 44 > box.right:
            break
        icon_in(canvas, motive.icon, x + 22, box.cy, 34, look.ink_ghost)
        icon_in(canvas, "x", x + 38, box.cy + 14, 22, look.bad, stroke=3)
        x += 52


def _fits(canvas: Canvas, motive: Motive, room: float) -> bool:
    """Whether the name of a motive fits beside its icon; else the icon alone is shown."""
    return canvas.width_of(motive.label, style("label")) + PILL <= room


def _pyramid(canvas: Canvas, box: Box, audience: AudienceModel, words: Words, lift: int | None) -> None:
    """Her own bands with her tokens; the two that the tool joins are strong, the others pale."""
    look = canvas.theme
    share = box.h / (sum(HEIGHTS) + 5 * 5)
    cx = box.right - FOOT / 2 - 4
    y = box.y
    lit = {lift, lift + 1} if lift is not None else set(range(LEVELS))
    places: list[Box] = []
    for i in range(LEVELS):
        level = LEVELS - 1 - i
        height = HEIGHTS[i] * share
        top_w = TOP + (FOOT - TOP) * (y - box.y) / box.h
        base_w = TOP + (FOOT - TOP) * (y + height - box.y) / box.h
        band = Box(cx - base_w / 2, y, base_w, height)
        places.append(band)
        canvas.exact(_band(look, level, band, cx, top_w, base_w, level in lit))
        strong = level in lit and lift is not None
        setting = style("strong").at(29) if strong else style("body")
        ink = look.ink if strong else look.ink_soft
        room = Box(box.x + 20, y, cx - base_w / 2 - 12 - box.x - 20, height)
        name = words(f"level.{level}")
        canvas.text(name[0].upper() + name[1:], room, setting, ink, align="right", lines=2, shrink_first=True)
        room = band.inset((base_w - top_w) / 2 + 6, 0)
        _tokens(canvas, room.within(right=46) if strong else room, audience, level)
        y += height + 5 * share
    if lift is not None:
        low, high = places[LEVELS - 1 - lift], places[LEVELS - 2 - lift]
        _arrow(canvas, (low.right + high.right) / 2 - 48, low, high)


def _band(look: Theme, level: int, band: Box, cx: float, top_w: float, base_w: float, lit: bool) -> Drawing:
    colour = look.levels[level].colour
    if not lit:
        colour = mix(colour, look.panel, 0.4)
    d = trapezoid(cx, band.y, band.bottom, top_w, base_w, 14, 14)
    body = path(d, paint(colour))
    half = top_w / 2 - 16
    body += line(cx - half, band.y + 4, cx + half, band.y + 4, paint(None, "#FFFFFF", 3, look.gloss))
    return Drawing(band.inset(-3), body)


def _arrow(canvas: Canvas, x: float, low: Box, high: Box) -> None:
    look = canvas.theme
    from_y, to_y = low.cy + 4, high.cy - 8
    body = ""
    for colour, width in ((look.panel, 16), (look.ink, 8)):
        pen = paint(None, colour, width)
        body += line(x, from_y, x, to_y, pen)
        body += line(x, to_y, x - 18, to_y + 20, pen) + line(x, to_y, x + 18, to_y + 20, pen)
    canvas.exact(Drawing(Box(x - 30, to_y - 12, 60, from_y - to_y + 24), body))


def _tokens(canvas: Canvas, band: Box, audience: AudienceModel, level: int) -> None:
    look = canvas.theme
    cell = audience.cells[level]
    n = cell.firm + cell.loose
    if not n:
        return
    size = min(44.0, band.h - 20)
    room = band.w - 70
    pitch = min(size + 8, (room - size) / (n - 1)) if n > 1 else size
    start = band.cx - pitch * (n - 1) / 2
    for i in range(n):
        bond = "unmet" if not level else "firm" if i < cell.firm else "loose"
        drawn = token(look, audience.slot, bond, level)
        canvas.shape(drawn, token_box(Point(start + i * pitch, band.cy), size))


def draw_inside(canvas: Canvas, box: Box, model: DecideModel, view: View) -> None:
    """How the organisation stands: will and know-how, stories, powers, our why."""
    look = canvas.theme
    words = Words("play", view.settings.language)
    board = model.board
    panel(canvas, box)
    inner = box.inset(32, 32)
    canvas.text(words("inside.title"), inner.top_part(60), style("h2"), look.ink)
    y = inner.y + 92
    for key, icon, value in (
        ("board.will", icon_of("marks", "convinced"), board.will),
        ("board.know_how", icon_of("verbs", "practise"), board.know_how),
    ):
        row = Box(inner.x, y, inner.w, 60)
        label(canvas, row.left_part(380), view.words(key), style("strong").at(34), look.ink, icon=icon)
        canvas.text(str(value), row, style("number"), look.ink, align="right")
        y += 68
    moulds(canvas, Box(inner.x, y + 8, inner.w, 90), board.will, board.know_how)
    y += 118
    canvas.panel(Box(inner.x, y, inner.w, 2), look.line, 1)
    y += 20
    row = Box(inner.x, y, inner.w, 52)
    stories = view.words.count("board.stories", board.stories)
    label(canvas, row, stories, style("label").at(30), look.ink, icon=icon_of("marks", "story"))
    y += 62
    row = Box(inner.x, y, inner.w, 52)
    said = view.words("board.powers" if board.powers else "board.no_powers")
    block = canvas.text(said, row, style("body").at(30), look.ink_soft)
    for i, power in enumerate(board.powers):
        icon_in(canvas, power, block.box.right + 44 + i * 52, row.cy, 38, look.ink)
    y += 76
    canvas.panel(Box(inner.x, y, inner.w, 2), look.line, 1)
    y += 22
    canvas.text(words("inside.why"), Box(inner.x, y, inner.w, 48), style("h3"), look.ink)
    canvas.text(
        model.our_why,
        Box(inner.x, y + 56, inner.w, inner.bottom - y - 56),
        style("body").at(32),
        look.ink,
        lines=6,
        valign="top",
    )
