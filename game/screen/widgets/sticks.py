"""Lolly sticks: the departments on the board, and before a game those that are held or free."""

from collections.abc import Sequence
from typing import assert_never

from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, even_style, icon_in
from game.screen.drawings import dashed_pill, wood
from game.screen.focus import State
from game.screen.model import DepartmentModel, DepartmentState
from game.screen.settings import Lookup
from game.screen.theme import MINIMUM, Style, icon_of, style

DOT = 11
CRAMPED = 400.0
"""A stick narrower than this (five of them) has a smaller disc, so that its name has room."""
DOT_PITCH = 30
LEAST_PITCH = 24.0
"""The dots of hours do not touch yet at this distance."""
ENDS = 40.0
"""What the round end of a stick takes of its lines."""
SIGNS: dict[DepartmentState, str] = {"turn": "player-play", "done": "check"}
"""What stands for the word about a department where large letters leave no room for that."""


def wooden(canvas: Canvas, box: Box, seed: int) -> None:
    """A lolly stick with its shadow, without anything on it."""
    canvas.panel(box, canvas.theme.wood, box.h / 2, shadow="card")
    canvas.shape(wood(canvas.theme, round(box.w), round(box.h), seed), box)


def on_disc(canvas: Canvas, icon: str, cx: float, cy: float, radius: float, size: float) -> None:
    """The icon of a department on a pale disc of a stick."""
    canvas.panel(Box.around(cx, cy, 2 * radius, 2 * radius), "#FFFFFF", radius, opacity=0.62)
    icon_in(canvas, icon, cx, cy, size, canvas.theme.on_wood, stroke=1.9)


def stick(
    canvas: Canvas,
    box: Box,
    department: DepartmentModel,
    words: Lookup,
    *,
    seed: int = 1,
    slim: bool = False,
    state: State = "idle",
    setting: Style | None = None,
) -> None:
    """A department: icon, name, hours as burnt dots, and how it stands; a halo when it is on turn.

    ``setting`` is that of the names, the same for all sticks of a row (`stick_style`). The chair stands at
    the upper right, or (``slim``) as a badge on the icon, where nothing else comes.
    """
    look = canvas.theme
    if department.state == "turn":
        halo = box.inset(-10)
        canvas.panel(halo, look.accent, halo.h / 2, edge=Edge(look.ink, 3))
    wooden(canvas, box, seed)
    _pointed_at(canvas, box, state)
    radius, cx = _disc(box, slim=slim)
    on_disc(canvas, department.icon, cx, box.cy, radius, 34 if slim else 44)
    if department.state == "away":
        ring = Box.around(cx, box.cy, 2 * radius, 2 * radius)
        canvas.panel(ring, None, radius, edge=Edge(look.on_wood, 3, dash="9 7"))
    name = _name_box(box, department, slim=slim)
    if department.chair:
        chair = icon_of("marks", "chair")
        if slim:
            badge = Box.around(cx + 16, box.cy + 25, 34, 34)
            canvas.panel(badge, look.wood_light, 17, edge=Edge(look.wood_deep, 2))
            icon_in(canvas, chair, badge.cx, badge.cy, 26, look.on_wood, stroke=2.2)
        else:
            icon_in(canvas, chair, box.right - 46, box.y + 34, 32, look.on_wood, stroke=2.1)
    setting = setting or style("strong")
    canvas.text(department.name, name, setting, look.on_wood, shorts=(department.short,))
    low = Box(name.x, box.y + 56, box.right - (20 if slim else 34) - name.x, 40)
    said = _stands(canvas, low, department, words)
    hours(canvas, low.within(right=said), department.hours, department.hours_total)


def stick_style(
    canvas: Canvas, departments: Sequence[DepartmentModel], boxes: Sequence[Box], *, slim: bool
) -> Style:
    """The setting in which the names of all sticks of a row have letters of one size."""
    least = style("strong").at(MINIMUM / canvas.text_scale)
    told = []
    for department, box in zip(departments, boxes, strict=True):
        room = _name_box(box, department, slim=slim)
        long = canvas.width_of(department.name, least) > room.w
        told.append((department.short if long else department.name, room))
    return even_style(canvas, told, style("strong"))


def _disc(box: Box, *, slim: bool) -> tuple[float, float]:
    """Radius and x of the disc of a stick on the board."""
    radius = 28.0 if slim else 36.0 if box.w > CRAMPED else 32.0
    return radius, box.x + radius + (10 if slim else 16)


def _name_box(box: Box, department: DepartmentModel, *, slim: bool) -> Box:
    """Where the name of a department stands on its stick."""
    radius, cx = _disc(box, slim=slim)
    x = cx + radius + (10 if slim else 16)
    end = box.right - (16 if slim else 66 if department.chair else 30)
    return Box(x, box.y + 12, end - x, 43)


def _stands(canvas: Canvas, box: Box, department: DepartmentModel, words: Lookup) -> float:
    """A word for how a department stands, at the right; gives the width that it takes.

    Where it would leave too little to the hours, a sign; for who is away the ring round the icon says it.
    """
    look = canvas.theme
    match department.state:
        case "idle":
            return 0
        case "turn":
            setting, ink = style("strong").at(28), look.on_wood
        case "done" | "away":
            setting, ink = style("label"), look.on_wood_soft
        case _:
            assert_never(department.state)
    text = words(f"stick.{department.state}")
    shown = max(department.hours, department.hours_total)
    if box.w - canvas.width_of(text, setting) - 12 >= 2 * DOT + (shown - 1) * LEAST_PITCH:
        return canvas.text(text, box, setting, ink, align="right").box.w + 12
    sign = SIGNS.get(department.state)
    if sign is None:
        return 0
    icon_in(canvas, sign, box.right - 15, box.cy, 30, look.on_wood, stroke=2.6)
    return 42


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


def held_stick(
    canvas: Canvas,
    box: Box,
    icon: str,
    name: tuple[str, str],
    said: tuple[str, str],
    *,
    seed: int,
    room: float,
    state: State = "idle",
) -> None:
    """A department that people hold, before the game: its name, and below it who they are.

    ``name`` and ``said`` come with their short forms; ``room`` is what stays free at the right.
    """
    look = canvas.theme
    wooden(canvas, box, seed)
    _pointed_at(canvas, box, state)
    upper, lower = _beside_disc(box).within(right=room - ENDS).rows(2)
    radius = _radius(box)
    on_disc(canvas, icon, box.x + radius + 24, box.cy, radius, radius * 1.1)
    canvas.text(name[0], upper, style("strong").at(32), look.on_wood, shorts=name[1:])
    canvas.text(said[0], lower, style("body"), look.on_wood_soft, shorts=said[1:])


def _pointed_at(canvas: Canvas, box: Box, state: State) -> None:
    """An edge round a stick that lies under the mouse."""
    if state in ("hover", "pressed"):
        canvas.panel(box, None, box.h / 2, edge=Edge(canvas.theme.on_wood, 4))


def _radius(box: Box) -> float:
    """Of the disc of a stick before a game."""
    return min(48.0, box.h / 2 - 14)


def _beside_disc(box: Box) -> Box:
    """Where two lines stand beside that disc."""
    x = box.x + 2 * _radius(box) + 46
    return Box(x, box.cy - 44, box.right - ENDS - x, 88)


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
    radius = _radius(box)
    cx = box.x + radius + 24
    canvas.panel(Box.around(cx, box.cy, 2 * radius, 2 * radius), look.sunken, radius)
    icon_in(canvas, icon, cx, box.cy, radius * 1.1, look.ink_soft)
    upper, lower = _beside_disc(box).rows(2)
    if mark is not None:
        icon_in(canvas, mark, box.right - 68, upper.cy, 44, look.ink_soft)
        upper = upper.within(right=66)
    canvas.text(name, upper, style("strong").at(32), look.ink_soft)
    canvas.text(said, lower, style("body"), look.ink_soft, shorts=shorts)
