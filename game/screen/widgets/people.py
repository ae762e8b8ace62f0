"""Persona cards of the audiences and lolly sticks of the departments."""

from typing import assert_never

from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, common_style, icon_in
from game.screen.drawings import dashed_pill, portrait, wood
from game.screen.focus import State
from game.screen.model import AudienceModel, DepartmentModel, Motive
from game.screen.settings import Lookup
from game.screen.svg import Drawing, line, paint
from game.screen.theme import MINIMUM, Style, icon_of, style
from game.screen.widgets.panels import attention

DOT = 11
CRAMPED = 400.0
"""A stick narrower than this (five of them) has a smaller disc, so that its name has room."""
DOT_PITCH = 30
BESIDE_FACE = 98.0
"""What a roomy card does not leave to the name: the face, and a margin."""
NAME_PAD = 3.0
LEAST_MAYBE = 26.0
"""What a motive that may be hers takes at least on a card with little room."""


def face(canvas: Canvas, audience: AudienceModel, cx: float, cy: float, radius: float) -> None:
    """An audience's portrait in the colours of its slot."""
    drawn = portrait(canvas.theme, audience.portrait, audience.slot)
    box = Box.around(cx, cy, 2 * radius, 2 * radius)
    canvas.shape(drawn, box)
    ring = Edge(canvas.theme.slots[audience.slot].colour, max(2.4, radius * 0.05))
    canvas.panel(box, None, radius, edge=ring)


def motive_card(canvas: Canvas, box: Box, motive: Motive | None) -> None:
    """A motive that is turned up (violet, its icon) or down (dashed, a question mark)."""
    look = canvas.theme
    if motive is None:
        canvas.panel(box, look.sunken, 11, edge=Edge(look.line_strong, 2.4, dash="5 4"))
        canvas.text("?", box, style("strong").at(28), look.ink_soft, align="centre")
        return
    canvas.panel(box, look.accent, 11, edge=Edge(look.accent_edge, 2.4))
    icon_in(canvas, motive.icon, box.cx, box.cy, min(box.w, box.h) * 0.72, look.accent_ink, stroke=2.1)


def struck(canvas: Canvas, icon: str, cx: float, cy: float, size: float) -> None:
    """A motive that is not hers: its icon, struck through."""
    look = canvas.theme
    icon_in(canvas, icon, cx, cy, size, look.ink_soft)
    half = size * 0.46
    for colour, width in ((look.panel, size * 0.2), (look.bad, size * 0.1)):
        body = line(-half, half, half, -half, paint(None, colour, width))
        canvas.shape(
            Drawing(Box.around(0, 0, size * 1.2, size * 1.2), body),
            Box.around(cx, cy, size * 1.2, size * 1.2),
        )


def maybe(canvas: Canvas, box: Box, motives: tuple[Motive, ...], size: float) -> float:
    """Motives that may be hers behind a question mark, centred on a dashed ground; gives its right edge."""
    look = canvas.theme
    n = len(motives) + 1
    pitch = min(size * 1.3, box.w / n)
    ground = Box.around(box.cx, box.cy, n * pitch, min(box.h, size + 8))
    canvas.panel(ground, look.sunken, 11, edge=Edge(look.line_strong, 2.4, dash="5 4"))
    ask = Box(ground.x, ground.y, pitch, ground.h)
    canvas.text("?", ask, style("strong").at(28), look.ink_soft, align="centre")
    for i, motive in enumerate(motives):
        icon_in(canvas, motive.icon, ground.x + (i + 1.5) * pitch, ground.cy, min(size, pitch - 4), look.ink)
    return ground.right


def marks_of(audience: AudienceModel) -> tuple[str, ...]:
    """Icons of what happened with an audience: handshake, convinced, value proposition."""
    happened = (
        ("handshake", audience.handshake),
        ("convinced", audience.convinced),
        ("proposition", audience.proposition),
    )
    return tuple(icon_of("marks", name) for name, so in happened if so)


def persona_card(
    canvas: Canvas,
    box: Box,
    audience: AudienceModel,
    *,
    roomy: bool,
    role: bool = True,
    cost: int = 0,
    state: State = "idle",
    styles: tuple[Style, Style] | None = None,
) -> None:
    """An audience under its lane; ``cost`` crosses out the cubes that a play would take.

    ``styles`` are those of name and role, the same for all cards of a row (`persona_styles`).
    """
    look = canvas.theme
    edge = Edge(look.ink, 4) if state in ("hover", "pressed") else Edge(look.line, 2)
    canvas.panel(box, look.panel, 20, edge=edge, shadow="card")
    slot = look.slots[audience.slot]
    foot = Box(box.x + 2, box.bottom - 9, box.w - 4, 7)
    canvas.panel(foot, slot.colour, 3.5)
    name, plain = styles or persona_styles(canvas, (audience,), box.w, roomy=roomy)
    if roomy:
        _roomy(canvas, box, audience, name, plain if role else None, cost)
    else:
        _compact(canvas, box, audience, name, cost)


def persona_styles(
    canvas: Canvas, audiences: tuple[AudienceModel, ...], width: float, *, roomy: bool
) -> tuple[Style, Style]:
    """The styles of names and roles with which all cards of a width look alike."""
    names = [audience.name for audience in audiences]
    if not roomy:
        return common_style(canvas, names, width - 2 * NAME_PAD, style("strong").at(28)), style("body")
    least = style("body").at(MINIMUM / canvas.text_scale)
    roles = [one.role for one in audiences if canvas.width_of(one.role, least) <= width - 14]
    return (
        common_style(canvas, names, width - BESIDE_FACE, style("strong")),
        common_style(canvas, roles, width - 14, style("body")),
    )


def names_fit_beside(canvas: Canvas, audiences: tuple[AudienceModel, ...], width: float) -> bool:
    """Whether every name fits beside its face on a card of a width, as the roomy cards have it."""
    least = style("strong").at(MINIMUM / canvas.text_scale)
    return all(canvas.width_of(one.name, least) <= width - BESIDE_FACE for one in audiences)


def _channels(canvas: Canvas, box: Box, icons: tuple[str, ...], size: float, per_row: int) -> None:
    """Channel icons from the left, in as many rows as the box has room for."""
    pitch = size + 8
    if len(icons) > per_row * (2 if box.h > size * 2 else 1):
        per_row = -(-len(icons) // (2 if box.h > size * 2 else 1))
        pitch = min(pitch, box.w / per_row)
        size = min(size, pitch - 3)
    for i, icon in enumerate(icons):
        row, column = divmod(i, per_row)
        x, y = box.x + column * pitch + size / 2, box.y + row * (size + 2) + size / 2
        icon_in(canvas, icon, x, y, size, canvas.theme.ink_soft)


def _roomy(
    canvas: Canvas, box: Box, audience: AudienceModel, name_style: Style, role: Style | None, cost: int
) -> None:
    look = canvas.theme
    face(canvas, audience, box.x + 46, box.y + 46, 34)
    x = box.x + 90
    name = Box(x, box.y + 8, box.right - 8 - x, 40)
    canvas.text(audience.name, name, name_style, look.ink)
    _channels(canvas, Box(x, box.y + 49.5, box.right - 6 - x, 29), audience.channels, 29, 3)
    grown = max(0.0, box.h - 222)
    words = Box(box.x + 7, box.y + 78 + grown * 0.1, box.w - 14, 44)
    if audience.candidates:
        maybe(canvas, words.inset(0, 2), audience.candidates, 30.0)
    elif audience.not_hers:
        # What the team has learnt goes before who she is, which everybody knows by then.
        pitch = min(40.0, words.w / len(audience.not_hers))
        for i, wrong in enumerate(audience.not_hers):
            x = words.cx + (i - (len(audience.not_hers) - 1) / 2) * pitch
            struck(canvas, wrong.icon, x, words.cy, min(30.0, pitch - 4))
    elif role and canvas.set_text(audience.role, words, role).fits:
        # A long role stands only where she is alone, when something is chosen for her.
        canvas.text(audience.role, words, role, look.ink_soft, align="centre")
    cubes = Box(box.x + 10, box.y + 123 + grown * 0.35 - (0 if role else 14), box.w - 20, 28)
    attention(canvas, cubes, audience.attention, audience.attention_max, cost=cost)
    y = box.bottom - 61 if role else box.bottom - 68
    for i, motive in enumerate(audience.motives):
        motive_card(canvas, Box(box.x + 12 + i * 48, y, 42, 40), motive)
    marks = marks_of(audience)
    for i, mark in enumerate(marks):
        right = box.right - 26 - (len(marks) - 1 - i) * 36
        icon_in(canvas, mark, right, y + 20, 31, look.ink, stroke=2.1)


def _compact(canvas: Canvas, box: Box, audience: AudienceModel, name_style: Style, cost: int) -> None:
    look = canvas.theme
    face(canvas, audience, box.x + 38, box.y + 38, 28)
    channels = Box(box.x + 74, box.y + 10, box.right - 6 - box.x - 74, 60)
    _channels(canvas, channels, audience.channels, 28, 2)
    name = Box(box.x + NAME_PAD, box.y + 64, box.w - 2 * NAME_PAD, 36)
    canvas.text(audience.name, name, name_style, look.ink, align="centre")
    cubes = Box(box.x + 8, box.y + 102, box.w - 16, 20)
    attention(canvas, cubes, audience.attention, audience.attention_max, cost=cost, size=20)
    grown = max(0.0, box.h - 222)
    y = box.y + 134 + grown * 0.5
    n = len(audience.motives)
    for i, motive in enumerate(audience.motives):
        motive_card(canvas, Box(box.cx - (n * 48 - 6) / 2 + i * 48, y, 42, 40), motive)
    marks = marks_of(audience)
    possible = Box(box.x + 7 + 34 * len(marks), y + 43, box.w - 14 - 34 * len(marks), 30)
    if audience.candidates and possible.w >= LEAST_MAYBE * (len(audience.candidates) + 1):
        maybe(canvas, possible, audience.candidates, 22.0)
        struck_out: tuple[Motive, ...] = ()
        middle = box.x + 7 + 17 * len(marks)
    else:  # who she may be stands where something is chosen for her
        struck_out = audience.not_hers
        middle = box.cx
    n = len(marks) + len(struck_out)
    pitch = min(42.0 if middle == box.cx else 34.0, (box.w - 14) / max(n, 1))
    size = min(30.0, pitch - 3)
    for i in range(n):
        x = middle + (i - (n - 1) / 2) * pitch
        if i < len(marks):
            icon_in(canvas, marks[i], x, y + 62, size, look.ink, stroke=2.1)
        else:
            struck(canvas, struck_out[i - len(marks)].icon, x, y + 62, size)


def wooden(canvas: Canvas, box: Box, seed: int) -> None:
    """A lolly stick with its shadow, without anything on it."""
    canvas.panel(box, canvas.theme.wood, box.h / 2, shadow="card")
    canvas.shape(wood(canvas.theme, round(box.w), round(box.h), seed), box)


def stick(
    canvas: Canvas,
    box: Box,
    department: DepartmentModel,
    words: Lookup,
    *,
    seed: int = 1,
    slim: bool = False,
    state: State = "idle",
) -> None:
    """A department: icon, name, hours as burnt dots, and how it stands; a halo when it is on turn."""
    look = canvas.theme
    if department.state == "turn":
        halo = box.inset(-10)
        canvas.panel(halo, look.accent, halo.h / 2, edge=Edge(look.ink, 3))
    wooden(canvas, box, seed)
    if state in ("hover", "pressed"):
        canvas.panel(box, None, box.h / 2, edge=Edge(look.on_wood, 4))
    radius = 28.0 if slim else 36.0 if box.w > CRAMPED else 32.0
    cx = box.x + radius + (10 if slim else 16)
    canvas.panel(Box.around(cx, box.cy, 2 * radius, 2 * radius), "#FFFFFF", radius, opacity=0.62)
    if department.state == "away":
        ring = Box.around(cx, box.cy, 2 * radius, 2 * radius)
        canvas.panel(ring, None, radius, edge=Edge(look.on_wood, 3, dash="9 7"))
    icon_in(canvas, department.icon, cx, box.cy, 34 if slim else 44, look.on_wood, stroke=1.9)
    x = cx + radius + (10 if slim else 16)
    chair_above = department.chair and not slim
    right = box.right - (66 if chair_above else 16 if slim else 30)
    name = Box(x, box.y + 12, right - x, 43)
    canvas.text(department.name, name, style("strong"), look.on_wood, shorts=(department.short,))
    lower = box.y + 76
    end = box.right - 34
    if chair_above:
        icon_in(canvas, icon_of("marks", "chair"), box.right - 46, box.y + 34, 32, look.on_wood, stroke=2.1)
    elif department.chair:
        icon_in(canvas, icon_of("marks", "chair"), box.right - 44, lower, 32, look.on_wood, stroke=2.1)
        end = box.right - 66
    said = _stands(canvas, Box(x, lower - 20, end - x, 40), department, words, slim)
    hours(canvas, Box(x, lower - DOT, end - said - x, 2 * DOT), department.hours, department.hours_total)


def _stands(canvas: Canvas, box: Box, department: DepartmentModel, words: Lookup, slim: bool) -> float:
    """A word or sign for how a department stands, at the right; gives the width that it takes."""
    look = canvas.theme
    match department.state:
        case "idle":
            return 0
        case "turn" if slim:
            return 0
        case "done" if slim:
            icon_in(canvas, "check", box.right - 6, box.cy, 30, look.on_wood, stroke=2.6)
            return 36
        case "turn":
            setting, ink = style("strong").at(28), look.on_wood
        case "done" | "away":
            setting, ink = style("label"), look.on_wood_soft
        case _:
            assert_never(department.state)
    text = words(f"stick.{department.state}")
    return canvas.text(text, box, setting, ink, align="right").box.w + 12


def hours(canvas: Canvas, box: Box, left: int, total: int) -> None:
    """Hours as burnt dots: filled while they are left, rings when they are used."""
    look = canvas.theme
    shown = max(left, total)
    pitch = min(DOT_PITCH, (box.w - 2 * DOT) / (shown - 1)) if shown > 1 else DOT_PITCH
    for i in range(shown):
        dot = Box(box.x + i * pitch, box.cy - DOT, 2 * DOT, 2 * DOT)
        if i < left:
            canvas.panel(dot, look.on_wood, DOT)
        else:
            canvas.panel(dot, None, DOT, edge=Edge(look.on_wood_soft, 3.2, opacity=0.75))


def free_stick(
    canvas: Canvas,
    box: Box,
    name: str,
    icon: str,
    said: str,
    *,
    state: State = "idle",
    shorts: tuple[str, ...] = (),
    mark: str | None = None,
) -> None:
    """A department that nobody has taken yet: a dashed outline. ``shorts`` may stand for ``said``.

    ``mark`` is an icon beside the name, for what a click does.
    """
    look = canvas.theme
    canvas.panel(box, look.panel if state == "hover" else look.panel_soft, box.h / 2)
    canvas.shape(dashed_pill(round(box.w), round(box.h), look.line_strong), box)
    radius = min(48.0, box.h / 2 - 14)
    cx = box.x + radius + 24
    canvas.panel(Box.around(cx, box.cy, 2 * radius, 2 * radius), look.sunken, radius)
    icon_in(canvas, icon, cx, box.cy, radius * 1.1, look.ink_soft)
    x = cx + radius + 22
    upper, lower = Box(x, box.cy - 44, box.right - 40 - x, 88).rows(2)
    if mark is not None:
        icon_in(canvas, mark, box.right - 68, upper.cy, 44, look.ink_soft)
        upper = upper.within(right=66)
    canvas.text(name, upper, style("strong").at(32), look.ink_soft)
    canvas.text(said, lower, style("body"), look.ink_soft, shorts=shorts)
