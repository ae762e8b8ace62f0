"""The left side of choosing: who it is about, or how the organisation stands."""

from game.screen.box import Box, Point
from game.screen.canvas import Canvas, Edge, common_style, icon_in
from game.screen.drawings import Bond, ice, token, token_box
from game.screen.model import LEVELS, AudienceModel, Motive, Power
from game.screen.scene import View
from game.screen.scenes.deciding_model import DecideModel
from game.screen.svg import Drawing, line, paint, path, trapezoid
from game.screen.theme import Theme, icon_of, mix, style
from game.screen.widgets.buttons import label
from game.screen.widgets.panels import attention, moulds, panel
from game.screen.widgets.people import face, marks_of, maybe, motive_card
from game.words.catalogue import Words, capital

FOOT, TOP = 376.0, 230.0
LARGEST, SMALLEST, BETWEEN = 44, 22, 6
"""Sizes of a token in her own pyramid, and what is left between two."""
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
    role, plain = Box(x, box.y + 92, right - x, 44), style("body").at(30)
    short = canvas.set_text(audience.role, role, plain).fits
    canvas.text(audience.name, Box(x, box.y + (30 if short else 16), right - x, 64), style("h1"), look.ink)
    if not short:
        role = Box(x, box.y + 72, right - x, 72)
    canvas.text(audience.role, role, plain, look.ink_soft, lines=1 if short else 2)
    for i, icon in enumerate(audience.channels):
        icon_in(canvas, icon, x + 18 + i * 52, box.y + 164, 38, look.ink_soft)
    after = x + len(audience.channels) * 52 + 10
    if audience.handshake and right - after > 40:
        known = Box(after, box.y + 142, right - after, 44)
        icon_in(canvas, "heart-handshake", known.x + 18, known.cy, 36, look.ink, stroke=2.1)
        said, room = words("choose.knows_you"), known.within(left=46)
        if canvas.set_text(said, room, style("label")).fits:
            canvas.text(said, room, style("label"), look.ink)
    canvas.panel(Box(box.x + 30, box.y + 212, box.w - 60, 2), look.line, 1)
    row = Box(box.x + 30, box.y + 228, box.w - 60, 56)
    names = words("choose.attention"), words("choose.motive")
    setting = common_style(canvas, names, row.w * 0.4, style("label").at(30))
    beside = max(150.0, *(canvas.width_of(name, setting) + 2 for name in names))
    canvas.text(names[0], row.left_part(beside), setting, look.ink)
    cubes = row.within(left=beside + 10)
    attention(canvas, cubes, audience.attention, audience.attention_max, cost=cost, size=46, centred=False)
    row = row.moved(0, 72)
    canvas.text(names[1], row.left_part(beside), setting, look.ink)
    _motives(canvas, row.within(left=beside + 10), audience)
    _pyramid(canvas, box.within(top=372, bottom=30), audience, words, lift)


def _motives(canvas: Canvas, box: Box, audience: AudienceModel) -> None:
    look = canvas.theme
    x = box.x
    known = [motive for motive in audience.motives if motive is not None]
    possible = 50.0 * (len(audience.candidates) + 1) if audience.candidates else 0.0
    for motive in audience.motives:
        if motive is None:
            motive_card(canvas, Box(x, box.y, 56, box.h), None)
            x += 66
        elif len(known) == 1 and _fits(canvas, motive, box.right - x - 66 - possible):
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
    if audience.candidates:
        room = Box(x + 4, box.y, min(box.right - x - 4, possible), box.h)
        x = maybe(canvas, room, audience.candidates, 36.0) + 10
    for motive in audience.not_hers if not audience.candidates else ():
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
    cx = box.right - FOOT / 2 - 20
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
        canvas.text(capital(name), room, setting, ink, align="right", lines=2)
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
    body = path(d, paint("url(#s)"))
    half = top_w / 2 - 16
    body += line(cx - half, band.y + 4, cx + half, band.y + 4, paint(None, "#FFFFFF", 3, look.gloss))
    return Drawing(band.inset(-3), body, ice("s", band.y, band.bottom, colour))


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
    size, rows = _size(n, Box.around(band.cx, band.cy, band.w - 36, band.h - 12))
    if not rows:
        _stack(canvas, band, audience, level)
        return
    per_row = -(-n // rows)
    for i in range(n):
        row, place = divmod(i, per_row)
        in_row = min(per_row, n - row * per_row)
        x = band.cx + (place - (in_row - 1) / 2) * (size + BETWEEN)
        y = band.cy + (row - (rows - 1) / 2) * (size + BETWEEN)
        bond: Bond = "unmet" if not level else "firm" if i < cell.firm else "loose"
        canvas.shape(token(look, audience.slot, bond, level), token_box(Point(x, y), size))


def _size(n: int, room: Box) -> tuple[float, int]:
    """The largest size of ``n`` tokens that do not touch in a room, and their rows; no rows if none fits."""
    for size in range(LARGEST, SMALLEST - 1, -2):
        for rows in range(1, n + 1):
            per_row = -(-n // rows)
            wide, tall = (k * size + (k - 1) * BETWEEN for k in (per_row, rows))
            if tall > room.h:
                break
            if wide <= room.w:
                return float(size), rows
    return 0.0, 0


def _stack(canvas: Canvas, band: Box, audience: AudienceModel, level: int) -> None:
    """A crowd as one token for each bond, with how many there are."""
    look = canvas.theme
    cell = audience.cells[level]
    kinds: list[tuple[Bond, int]] = [("firm", cell.firm), ("loose", cell.loose)] if level else []
    shown = [(bond, count) for bond, count in kinds if count] or [("unmet", cell.firm + cell.loose)]
    for place, (bond, count) in zip(band.inset(24, 0).columns(len(shown), 8), shown, strict=True):
        size = min(36.0, band.h - 16)
        canvas.shape(
            token(look, audience.slot, bond, level), token_box(Point(place.x + size / 2, band.cy), size)
        )
        ink = look.levels[level].icon_ink
        canvas.text(f"×{count}", place.within(left=size + 6), style("strong").at(28), ink)


def _powers(canvas: Canvas, row: Box, powers: tuple[Power, ...], view: View) -> float:
    """What can be given away, in words; gives the lower edge."""
    look = canvas.theme
    plain = style("body").at(30)
    if not powers:
        canvas.text(view.words("board.no_powers"), row, plain, look.ink_soft)
        return row.bottom
    block = canvas.text(view.words("board.powers"), row, plain, look.ink_soft)
    for i, power in enumerate(powers):
        icon_in(canvas, power.icon, min(block.box.right + 44 + i * 52, row.right - 20), row.cy, 38, look.ink)
    kinds = {power.name: sum(power.name == other.name for other in powers) for power in powers}
    listed = ", ".join(f"{count}×\u00a0{name}" if count > 1 else name for name, count in kinds.items())
    names = Box(row.x, row.bottom, row.w, 76)
    return max(
        row.bottom, canvas.text(listed, names, style("body"), look.ink, lines=3, valign="top").box.bottom
    )


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
    y = _powers(canvas, Box(inner.x, y, inner.w, 52), board.powers, view) + 24
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
