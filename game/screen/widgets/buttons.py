"""Buttons, chips, steppers and choices."""

from typing import Literal

from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, common_style, even_style, icon_in
from game.screen.focus import State
from game.screen.theme import Style, mix, style
from game.screen.typeset import Block, clean

ButtonKind = Literal["ink", "outline", "danger", "accent"]
ChipKind = Literal["neutral", "violet", "good", "bad", "ink", "idle"]
RADIUS = 24
CHIP_PAD = 22
NARROW = 180
"""A button under this width keeps less room beside its words."""


def button(
    canvas: Canvas,
    box: Box,
    text: str,
    *,
    kind: ButtonKind = "outline",
    state: State = "idle",
    icon: str | None = None,
    reason: str = "",
    shorts: tuple[str, ...] = (),
    big: bool = False,
) -> None:
    """A button at least 72 high. A disabled one is flat and says why, with a lock."""
    look = canvas.theme
    setting = style("h3") if big else style("strong")
    if state == "disabled":
        _disabled(canvas, box, text, reason, shorts)
        return
    fill, ink, edge = {
        "ink": (look.action, look.on_action, None),
        "outline": (look.panel, look.ink, Edge(look.line_strong, 3)),
        "danger": (look.bad, look.panel, None),
        "accent": (look.accent, look.accent_ink, None),
    }[kind]
    if state == "hover":
        fill = {
            "ink": look.action_hover,
            "outline": look.panel_soft,
            "danger": mix(look.bad, look.panel, 0.1),
            "accent": mix(look.accent, "#FFFFFF", 0.25),
        }[kind]
        if kind == "outline":
            edge = Edge(look.ink, 3)
    at = box.moved(0, 2) if state == "pressed" else box
    canvas.panel(
        at, fill, RADIUS, edge=edge, shadow=None if kind == "outline" or state == "pressed" else "card"
    )
    pad = 22 if at.w >= NARROW else 12
    label(canvas, at.inset(pad, 6), text, setting, ink, icon=icon, shorts=shorts, align_centre=True, lines=2)


def _disabled(canvas: Canvas, box: Box, text: str, reason: str, shorts: tuple[str, ...]) -> None:
    look = canvas.theme
    canvas.panel(box, look.sunken, RADIUS, edge=Edge(look.line, 2))
    inner = box.inset(22, 8)
    if not reason:
        canvas.text(text, inner, style("strong"), look.ink_soft, align="centre", shorts=shorts)
        return
    upper, lower = inner.rows(2)
    canvas.text(text, upper, style("label"), look.ink_soft, align="centre", shorts=shorts)
    label(canvas, lower, reason, style("label"), look.ink, icon="lock", align_centre=True)


def label(
    canvas: Canvas,
    box: Box,
    text: str,
    setting: Style,
    colour: str,
    *,
    icon: str | None = None,
    shorts: tuple[str, ...] = (),
    align_centre: bool = False,
    lines: int = 1,
) -> Box:
    """An optional icon and a text behind it; gives the box that they take.

    Where the text has room only without its icon, the icon gives way: the word says more.
    """
    size = min(setting.size * canvas.text_scale * 1.2, max(box.h, setting.size * 1.2))
    gap = 12
    room = box.within(left=size + gap)
    block = canvas.set_text(text, room, setting, shorts=shorts, lines=lines, shrink_first=True)
    if text and icon is not None and not (block.fits and whole(block, text)):
        alone = canvas.set_text(text, box, setting, shorts=shorts, lines=lines, shrink_first=True)
        icon = None if alone.fits and (whole(alone, text) or not block.fits) else icon
    if icon is None:
        align: Literal["centre", "left"] = "centre" if align_centre else "left"
        return canvas.text(
            text, box, setting, colour, align=align, shorts=shorts, lines=lines, shrink_first=True
        ).box
    width = size + gap + block.box.w
    x = box.cx - width / 2 if align_centre else box.x
    icon_in(canvas, icon, x + size / 2, box.cy, size, colour, stroke=2.1)
    canvas.text(
        text,
        Box(x + size + gap, box.y, room.w, box.h),
        setting,
        colour,
        shorts=shorts,
        lines=lines,
        shrink_first=True,
    )
    return Box(x, box.y, width, box.h)


def whole(block: Block, text: str) -> bool:
    """Whether it was set without breaking a word, and not as a short form."""
    return [word for line in block.lines for word in line.text.split()] == clean(text).split()


def icon_button(canvas: Canvas, box: Box, icon: str, *, state: State = "idle", chosen: bool = False) -> None:
    """A square button with an icon alone; its target carries the label."""
    look = canvas.theme
    fill = look.action if chosen else (look.panel_soft if state == "hover" else look.panel)
    if state == "disabled":
        fill = look.sunken
    at = box.moved(0, 2) if state == "pressed" else box
    edge = Edge(look.ink if state == "hover" else look.line_strong, 3)
    canvas.panel(at, fill, 22, edge=edge)
    ink = look.on_action if chosen else look.ink_ghost if state == "disabled" else look.ink
    icon_in(canvas, icon, at.cx, at.cy, min(box.w, box.h) * 0.53, ink, stroke=2.2)


def _chip_colours(canvas: Canvas, kind: ChipKind) -> tuple[str, str]:
    look = canvas.theme
    return {
        "neutral": (look.sunken, look.ink),
        "violet": (look.accent, look.accent_ink),
        "good": (look.good_soft, look.good),
        "bad": (look.bad_soft, look.bad),
        "ink": (look.ink, look.on_ink),
        "idle": (look.idle_soft, look.ink_soft),
    }[kind]


def chip_width(canvas: Canvas, text: str, *, icon: str | None = None, setting: Style | None = None) -> float:
    """How wide a chip for a text is."""
    used = setting or style("strong").at(28)
    return canvas.width_of(text, used) + 2 * CHIP_PAD + (40 * canvas.text_scale if icon else 0)


def chip(
    canvas: Canvas,
    box: Box,
    text: str,
    kind: ChipKind = "neutral",
    *,
    icon: str | None = None,
    setting: Style | None = None,
) -> None:
    """A pill with a word; its kind never speaks by colour alone, so give it a sign or a word."""
    fill, ink = _chip_colours(canvas, kind)
    canvas.panel(box, fill, box.h / 2)
    used = setting or style("strong").at(28)
    label(canvas, box.inset(CHIP_PAD - 6, 2), text, used, ink, icon=icon, align_centre=True)


def choice(
    canvas: Canvas,
    box: Box,
    text: str,
    *,
    chosen: bool = False,
    state: State = "idle",
    icon: str | None = None,
    note: str = "",
    reason: str = "",
    shorts: tuple[str, ...] = (),
    radius: float = 36,
) -> None:
    """One of several to choose from, as a message or an option: violet with an ink edge if chosen."""
    look = canvas.theme
    disabled = state == "disabled"
    fill = look.accent if chosen else look.sunken if disabled else look.panel
    edge = Edge(look.ink, 5) if chosen else Edge(look.ink if state == "hover" else look.line_strong, 3)
    if disabled and not chosen:
        edge = Edge(look.line, 2)
    at = box.moved(0, 2) if state == "pressed" else box
    canvas.panel(at, fill, min(radius, box.h / 2), edge=edge, shadow="card" if chosen else None)
    ink = look.accent_ink if chosen else look.ink_soft if disabled else look.ink
    said = reason if disabled and reason else note
    inner = at.inset(26, 6)
    if said:
        width = min(chip_width(canvas, said), inner.w * 0.5)
        right = Box(inner.right - width, inner.cy - 24, width, 48)
        chip(
            canvas, right, said, "ink" if chosen else "neutral", icon="lock" if disabled and reason else None
        )
        inner = inner.within(right=width + 12)
    label(canvas, inner, text, style("strong").at(29), ink, icon=icon, shorts=shorts, lines=2)


def segment_boxes(box: Box, options: int) -> tuple[Box, ...]:
    """Where the options of a switch lie; between them the ring of one that has the focus has room."""
    return box.inset(7).columns(options, 12)


def segments(
    canvas: Canvas, box: Box, options: tuple[str, ...], chosen: int, *, hover: int | None = None
) -> None:
    """A switch between a few words (NL, EN); see `segment_boxes` for their targets."""
    look = canvas.theme
    canvas.panel(box, look.panel, 22, edge=Edge(look.line_strong, 3))
    cells = segment_boxes(box, len(options))
    setting = common_style(canvas, options, cells[0].w - 6, style("strong"))
    places = [(text, cell.inset(2, 2)) for text, cell in zip(options, cells, strict=True)]
    setting = even_style(canvas, places, setting, lines=2, shrink_first=True)
    for i, (cell, text) in enumerate(zip(cells, options, strict=True)):
        if i == chosen:
            canvas.panel(cell, look.action, 17)
        elif i == hover:
            canvas.panel(cell, look.sunken, 17)
        ink = look.on_action if i == chosen else look.ink_soft
        canvas.text(text, cell.inset(2, 2), setting, ink, align="centre", lines=2, shrink_first=True)


def stepper_boxes(box: Box) -> tuple[Box, Box]:
    """Where a stepper's minus and plus lie."""
    return box.left_part(box.h), box.right_part(box.h)


def stepper(
    canvas: Canvas,
    box: Box,
    text: str,
    *,
    fewer: State = "idle",
    more: State = "idle",
) -> None:
    """A value between a minus and a plus (see `stepper_boxes` for their targets)."""
    look = canvas.theme
    canvas.panel(box, look.panel_soft, 22, edge=Edge(look.line, 2))
    minus, plus = stepper_boxes(box)
    icon_button(canvas, minus, "minus", state=fewer)
    icon_button(canvas, plus, "plus", state=more)
    room, setting = box.inset(box.h + 18, 2), style("number").at(36)
    canvas.text(text, room, setting, look.ink, align="centre", lines=2, shrink_first=True)
