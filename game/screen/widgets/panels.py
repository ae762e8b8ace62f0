"""Cards, dialogs and toasts."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, common_style, even_style, icon_in
from game.screen.drawings import Lamp, cube, depth, face, lamp, mould, wire
from game.screen.focus import State
from game.screen.layout import BOARD_H
from game.screen.theme import MINIMUM, Depth, Style, icon_of, style, tokens
from game.screen.typeset import HYPHEN, SOFT
from game.screen.widgets.buttons import label

CARD_RADIUS = 20
PRICE_GAP = 14.0
PANEL_RADIUS = 24
THREE_LINES = 110.0
"""Height of a pill from which it has room for three lines."""
TOAST_SHARE = 0.85
"""Share of the extra height of a taller window by which toasts stand lower, with the cards."""


def raised(box: Box, *, chosen: bool) -> Box:
    """Where a card lies: a chosen one is raised."""
    return box.moved(0, -10) if chosen else box


def card(
    canvas: Canvas, box: Box, *, state: State = "idle", chosen: bool = False, radius: float = CARD_RADIUS
) -> Box:
    """A card; a chosen one is raised 10 and has an ink edge of 5. Gives the box where it now lies."""
    look = canvas.theme
    at = box.moved(0, 2) if state == "pressed" and not chosen else raised(box, chosen=chosen)
    if state == "disabled":
        canvas.panel(at, look.panel_soft, radius, edge=Edge(look.line, 2))
        return at
    edge = (
        Edge(look.ink, 5) if chosen else Edge(look.line_strong, 3) if state == "hover" else Edge(look.line, 2)
    )
    canvas.panel(at, look.panel, radius, edge=edge, shadow="raised" if chosen or state == "hover" else "card")
    return at


def panel(canvas: Canvas, box: Box, *, shadow: str = "card") -> None:
    """A plain panel of the side column."""
    look = canvas.theme
    canvas.panel(box, look.panel, PANEL_RADIUS, edge=Edge(look.line, 2), shadow=shadow)


def headed(canvas: Canvas, box: Box, height: float, fill: str) -> None:
    """A panel whose upper strip has a colour."""
    look = canvas.theme
    canvas.panel(box, look.panel, PANEL_RADIUS, shadow="card")
    canvas.panel(box.top_part(height).inset(1), fill, PANEL_RADIUS - 1)
    canvas.panel(Box(box.x + 1, box.y + height / 2, box.w - 2, height / 2), fill, 0)
    canvas.panel(box, None, PANEL_RADIUS, edge=Edge(look.line, 2))


@dataclass(frozen=True, slots=True)
class ToolCard:
    """A mechanism on a card: from level to level, how deep, its price and dice; or why it is shut."""

    name: str
    level: int
    depth: Depth
    hours: int
    attention: int
    dice: str
    reason: str = ""
    broadcast: bool = False
    power: str | None = None
    short: str = ""


def tool_card(
    canvas: Canvas,
    box: Box,
    tool: ToolCard,
    *,
    state: State = "idle",
    chosen: bool = False,
    setting: Style | None = None,
) -> None:
    """A tool card of at least 272 by 222; a shut one shows a lock and the reason instead of the price.

    ``setting`` is that of the names, the same for all cards of a row (`tool_style`).
    """
    look = canvas.theme
    at = card(canvas, box, state="disabled" if tool.reason and not chosen else state, chosen=chosen)
    faded = 0.75 if tool.reason else 1.0
    inner = at.inset(18, 18)
    for i, level in enumerate((tool.level, tool.level + 1)):
        band = look.levels[level]
        spot = Box(inner.x + i * 84, inner.y, 48, 48)
        canvas.panel(spot, band.colour, 24, edge=Edge(look.ink, 1.5, opacity=0.35))
        icon_in(canvas, band.icon, spot.cx, spot.cy, 30, band.icon_ink)
    icon_in(canvas, "arrow-narrow-right", inner.x + 66, inner.y + 24, 28, look.ink)
    canvas.shape(depth(look, tool.depth), Box(inner.right - 46, inner.y + 1, 46, 46), opacity=faded)
    if tool.broadcast:
        icon_in(canvas, icon_of("verbs", "broadcast"), inner.right - 76, inner.y + 24, 34, look.ink_soft)
    elif tool.power:
        icon_in(canvas, icon_of("powers", tool.power), inner.right - 76, inner.y + 24, 34, look.ink_soft)
    words = Box(inner.x, inner.y + 60, inner.w, at.h - 18 - 18 - 60 - 44)
    canvas.text(
        tool.name,
        words,
        setting or tool_style(canvas, (tool.name,), box.w),
        look.ink_soft if tool.reason else look.ink,
        lines=2,
        shorts=(tool.short,) if tool.short else (),
    )
    foot = inner.bottom_part(40)
    if tool.reason:
        why_shut(canvas, foot, tool.reason)
    else:
        price(canvas, foot, tool.hours, tool.attention, dice=tool.dice)


def why_shut(canvas: Canvas, foot: Box, reason: str) -> None:
    """A lock and why a card is shut, at its foot; where that is long it may come nearer to the edge."""
    setting = style("strong").at(28)
    fits = canvas.set_text(reason, foot.within(left=46), setting).fits
    label(canvas, foot if fits else foot.inset(-12, 0), reason, setting, canvas.theme.bad, icon="lock")


def tool_style(canvas: Canvas, names: Iterable[str], width: float) -> Style:
    """The style in which the longest word of some tools stands on a card of a width."""
    words = [part for name in names for word in name.split(" ") for part in syllables(word)]
    return common_style(canvas, words, width - 36, style("strong"))


def syllables(word: str) -> list[str]:
    """A word as the pieces in which it may be broken, each with its hyphen."""
    *heads, last = word.split(SOFT)
    return [*(head + HYPHEN for head in heads), last]


def price(
    canvas: Canvas, box: Box, hours: int, attention: int, *, dice: str = "", ink: str | None = None
) -> None:
    """What it costs and rolls: a clock and hours, a cube and attention, a die and ``3×4+``."""
    look = canvas.theme
    colour = ink or look.ink
    values = [str(hours), str(attention), *([dice] if dice else [])]
    # The signs keep their size; the numbers are as large as they can be together.
    signs = 38.0 + 36 + (36 if dice else 0)
    setting = style("strong")
    smallest = MINIMUM / canvas.text_scale
    while setting.size > smallest and signs + PRICE_GAP * 2 + _wide(canvas, values, setting) > box.w:
        setting = setting.at(max(smallest, setting.size - 1))
    room = box.w - signs - _wide(canvas, values, setting)
    gap = max(6.0, min(PRICE_GAP, room / 2))
    x = box.x
    icon_in(canvas, icon_of("marks", "hour"), x + 15, box.cy, 30, colour)
    x += 38
    x += canvas.text(values[0], _number(canvas, box, x, values[0], setting), setting, colour).box.w + gap
    canvas.shape(cube(look, "full"), Box(x, box.cy - 14, 28, 28))
    x += 36
    x += canvas.text(values[1], _number(canvas, box, x, values[1], setting), setting, colour).box.w + gap
    if dice:
        icon_in(canvas, "dice-5", x + 15, box.cy, 30, colour)
        canvas.text(dice, _number(canvas, box, x + 36, dice, setting), setting, colour)


def _wide(canvas: Canvas, texts: list[str], setting: Style) -> float:
    return sum(canvas.width_of(text, setting) for text in texts)


def _number(canvas: Canvas, box: Box, x: float, text: str, setting: Style) -> Box:
    return Box(x, box.y, canvas.width_of(text, setting) + 1, box.h)


def attention(
    canvas: Canvas, box: Box, there: int, most: int, *, cost: int = 0, size: float = 26, centred: bool = True
) -> None:
    """Attention as ice cubes in a row: full, to be paid (the last full ones), spent."""
    gap = float(tokens()["attention"]["gap"])
    if most > 1:
        gap = max(1.0, min(gap * size / 26, (box.w - most * size) / (most - 1)))
    width = most * size + (most - 1) * gap
    if width > box.w:
        size = (box.w - (most - 1) * gap) / most
        width = box.w
    x = box.cx - width / 2 if centred else box.x
    for i in range(most):
        state = "full" if i < there - cost else "cost" if i < there else "spent"
        drawn = cube(canvas.theme, state, round(size))
        canvas.shape(drawn, Box(x + i * (size + gap), box.cy - size / 2, size, size))


def moulds(canvas: Canvas, box: Box, will: int, know_how: int, *, most: int = 10) -> None:
    """Will and know-how as lolly moulds: will sets them out, know-how fills them."""
    pitch = min(38.0, box.w / most)
    width = pitch * 29.2 / 38
    x = box.x + (box.w - pitch * most) / 2 + (pitch - width) / 2
    for i in range(most):
        filled, set_out = i < know_how, i < will
        state = "filled" if filled and set_out else "loose" if filled else "will" if set_out else "empty"
        canvas.shape(mould(canvas.theme, state), Box(x + i * pitch, box.y, width, width * 60 / 29.2))


@dataclass(frozen=True, slots=True)
class Gate:
    """One of the three gates: its name, its lamp, and the reason in words."""

    name: str
    lamp: Lamp
    reason: str = ""


def gates(canvas: Canvas, box: Box, row: tuple[Gate, ...], *, lit: int | None = None) -> None:
    """Lamps in their order with wires between; ``lit`` shows only the first ones, for the animation."""
    look = canvas.theme
    shown = len(row) if lit is None else lit
    size = min(104.0, box.h - 80)
    cells = box.inset(4, 0).columns(len(row))
    y = box.y + size / 2
    for i, (before, after) in enumerate(pairwise(cells)):
        state = row[i + 1].lamp if i + 1 < shown else "not-asked"
        x1, x2 = before.cx + size / 2 + 8, after.cx - size / 2 - 8
        dashed = state == "not-asked" or row[i].lamp != "open"
        canvas.exact(wire(x1, x2, y, look.idle if dashed else look.good, dashed=dashed))
    setting = style("strong").at(29)
    zones = [Box(cell.x + 4, box.y + size + 6, cell.w - 8, box.h - size - 6) for cell in cells]
    names = [zone.top_part(38) for zone in zones]
    # A name that needs two lines takes the place of the reasons, which are told beside the main action too.
    one_line = all(
        canvas.set_text(gate.name, name, setting).fits for gate, name in zip(row, names, strict=True)
    )
    plain = style("body")
    reasons = [
        (gate.reason, zone.within(top=38)) for gate, zone in zip(row, zones, strict=True) if gate.reason
    ]
    told = [(text, box) for text, box in reasons if canvas.set_text(text, box, plain, lines=2).fits]
    plain = even_style(canvas, told, plain, lines=2)
    for i, (zone, gate) in enumerate(zip(zones, row, strict=True)):
        state = gate.lamp if i < shown else "not-asked"
        canvas.shape(lamp(look, state), Box(zone.cx - size / 2, box.y, size, size))
        name = names[i] if one_line else zone
        canvas.text(gate.name, name, setting, look.ink, align="centre", lines=1 if one_line else 2)
        reason = zone.within(top=38)
        if i < shown and one_line and (gate.reason, reason) in told:
            ink = look.bad if state == "shut" else look.ink_soft
            canvas.text(gate.reason, reason, plain, ink, align="centre", lines=2, valign="top")


def odds_faces(canvas: Canvas, box: Box, difficulty: int) -> None:
    """The six faces of a die, those that succeed lit."""
    size = min(box.h, 72.0, (box.w - 5 * 12) / 6)
    gap = (box.w - 6 * size) / 5
    gap = min(gap, 22.0)
    for i in range(6):
        where = Box(box.x + i * (size + gap), box.cy - size / 2, size, size)
        canvas.shape(face(canvas.theme, i + 1, lit=i + 1 >= difficulty), where)


def dialog(canvas: Canvas, box: Box, title: str, text: str, *, icon: str | None = None) -> None:
    """A dialog's panel with a title and a sentence; put two buttons into `dialog_buttons`."""
    look = canvas.theme
    canvas.panel(box, look.panel, 36, edge=Edge(look.line, 2), shadow="dialog")
    inner = box.inset(48, 40)
    top = inner.top_part(60)
    if icon:
        canvas.panel(top.left_part(60), look.sunken, 30)
        icon_in(canvas, icon, top.x + 30, top.cy, 36, look.ink)
        top = top.within(left=78)
    canvas.text(title, top, style("h2"), look.ink, lines=2, shrink_first=True)
    words = inner.within(top=78, bottom=110)
    canvas.text(text, words, style("body").at(30), look.ink, lines=8, valign="top")


def dialog_box(canvas_box: Box, height: float = 420, width: float = 1000) -> Box:
    """Where a dialog stands: in the middle."""
    return canvas_box.centred(width, height)


def dialog_buttons(box: Box, n: int = 2) -> tuple[Box, ...]:
    """Where the buttons of a dialog lie, safe one first."""
    return box.inset(48, 40).bottom_part(84).columns(n, 20)


def toast(
    canvas: Canvas,
    text: str,
    *,
    icon: str | None = None,
    within: Box | None = None,
) -> None:
    """A line on an ink pill at the foot of the pyramid; or where that must be seen, all over ``within``."""
    look = canvas.theme
    measures = tokens()["board"]["toast"]
    setting = style("strong").at(32)
    box = within
    if box is None:
        cx, foot = measures["centre"]
        lift = TOAST_SHARE * (canvas.frame.canvas.h - BOARD_H)
        width = min(measures["max_width"], canvas.width_of(text, setting) + (150 if icon else 90))
        box = Box.around(cx, foot + lift, max(width, 420), measures["height"])
    canvas.panel(box, look.ink, box.h / 2, shadow="raised")
    inner = box.inset(36, 8)
    if icon:
        disc = Box(box.x + 18, box.cy - 29, 58, 58)
        canvas.panel(disc, look.pill_mark, 29)
        mark = look.on_ink if look.name == "dark" else look.ink
        canvas.icon(icon, disc.inset(12), mark)
        inner = box.within(left=94, right=36, top=8, bottom=8)
    lines = 2 if box.h < THREE_LINES else 3
    canvas.text(text, inner, setting, look.on_ink, lines=lines, shrink_first=True)
