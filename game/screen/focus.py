"""What can be chosen on a scene, and how keys, mouse and touch choose it (no pygame).

A scene lists its `Target`s in Tab order. `step` takes one input and gives the new `Focus` and
the id of the target that was activated, if any. Disabled targets can be focused, so that their
reason can be read and focus never disappears, but they are never activated.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, assert_never

from game.screen.box import Box, Point, Polygon, inside

Direction = Literal["left", "right", "up", "down"]
CHOOSE = ("return", "space", "keypad enter")
DIRECTIONS: tuple[Direction, ...] = ("left", "right", "up", "down")
SIDEWAYS = 2.5
OFF_THE_ROW = 1000.0
"""How much worse a step aside is than a step ahead, when an arrow looks for its neighbour."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something to choose: its id, its place, and why it cannot be chosen now if it cannot."""

    id: str
    box: Box
    label: str = ""
    enabled: bool = True
    reason: str = ""
    polygon: Polygon | None = None
    number: int | None = None
    radius: float = 20
    ring: bool = True
    """Whether the focus is shown around it: not where there is nothing else to choose."""

    def hit(self, point: Point) -> bool:
        """Whether a place in board units is on it."""
        if self.polygon is not None:
            return inside(point, self.polygon)
        return self.box.contains(point)


@dataclass(frozen=True, slots=True)
class Focus:
    """Which target has the focus, lies under the mouse, and is held down.

    ``place`` is where the mouse chose last; none when it was the keyboard.
    """

    id: str | None = None
    hover: str | None = None
    held: str | None = None
    place: Point | None = None

    def state(self, target: str, *, enabled: bool = True) -> "State":
        """How a target should look."""
        if not enabled:
            return "disabled"
        if self.held == target:
            return "pressed"
        if self.hover == target:
            return "hover"
        return "idle"


State = Literal["idle", "hover", "pressed", "disabled"]


@dataclass(frozen=True, slots=True)
class Key:
    """A key that goes down; its name in small letters (``tab``, ``return``, ``f11``, ``l``, ``?``)."""

    name: str
    shift: bool = False


@dataclass(frozen=True, slots=True)
class KeyUp:
    """A key that comes up again."""

    name: str


@dataclass(frozen=True, slots=True)
class Typed:
    """Letters from the keyboard, as text."""

    text: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The mouse has moved to a place; None if it left the window."""

    at: Point | None


@dataclass(frozen=True, slots=True)
class Pressed:
    """The mouse button or a finger goes down."""

    at: Point


@dataclass(frozen=True, slots=True)
class Released:
    """The mouse button or a finger comes up."""

    at: Point


Input = Key | KeyUp | Typed | Moved | Pressed | Released


def at(targets: Sequence[Target], point: Point) -> Target | None:
    """The target at a place; of several the one listed last, which is drawn on top."""
    return next((target for target in reversed(targets) if target.hit(point)), None)


def settle(focus: Focus, targets: Sequence[Target], first: str | None = None) -> Focus:
    """The focus for a list of targets: kept where it can be, else ``first``, else the first enabled one."""
    ids = [target.id for target in targets]
    hover = focus.hover if focus.hover in ids else None
    held = focus.held if focus.held in ids else None
    if focus.id in ids:
        return Focus(focus.id, hover, held, focus.place)
    if first in ids:
        return Focus(first, hover, held)
    start = next((target.id for target in targets if target.enabled), ids[0] if ids else None)
    return Focus(start, hover, held)


def step(focus: Focus, targets: Sequence[Target], event: Input) -> tuple[Focus, str | None]:
    """The focus after one input, and the id of the target that it activated."""
    by_id = {target.id: target for target in targets}
    match event:
        case Key(name, shift):
            return _key(replace(focus, place=None), targets, name, shift)
        case KeyUp(name):
            return (replace(focus, held=None) if name in CHOOSE else focus), None
        case Typed():
            return focus, None
        case Moved(place):
            found = at(targets, place) if place is not None else None
            return replace(focus, hover=found.id if found else None), None
        case Pressed(place):
            found = at(targets, place)
            if found is None:
                return replace(focus, hover=None, held=None), None
            if not found.enabled:
                return Focus(found.id, found.id), None
            return Focus(found.id, found.id, found.id, place), None
        case Released(place):
            held = by_id.get(focus.held) if focus.held else None
            calm = replace(focus, held=None)
            chosen = held is not None and held.enabled and held.hit(place)
            return calm, held.id if chosen and held is not None else None
        case _:
            assert_never(event)


def _key(focus: Focus, targets: Sequence[Target], name: str, shift: bool) -> tuple[Focus, str | None]:
    if not targets:
        return focus, None
    ids = [target.id for target in targets]
    here = ids.index(focus.id) if focus.id in ids else -1
    if name == "tab":
        following = (here + (-1 if shift else 1)) % len(ids) if here >= 0 else (len(ids) - 1 if shift else 0)
        return replace(focus, id=ids[following]), None
    if name in DIRECTIONS:
        start = targets[here] if here >= 0 else targets[0]
        found = neighbour(targets, start, name)
        return (replace(focus, id=found.id) if found else replace(focus, id=start.id)), None
    if name in CHOOSE and here >= 0:
        if targets[here].enabled:
            return replace(focus, held=focus.id), focus.id
        return focus, None
    if len(name) == 1 and name.isdigit():
        numbered = next((target for target in targets if target.number == int(name)), None)
        if numbered is not None:
            return replace(focus, id=numbered.id), numbered.id if numbered.enabled else None
    return focus, None


def neighbour(targets: Sequence[Target], start: Target, direction: str) -> Target | None:
    """The nearest target whose middle lies in a direction; None if there is none.

    What stands beside the start lies neither above nor below it, however far its middle is raised;
    the same goes for what stands over it and the steps aside.
    """
    best: Target | None = None
    best_cost = float("inf")
    across = direction in ("left", "right")
    for target in targets:
        if target.id == start.id:
            continue
        dx, dy = target.box.cx - start.box.cx, target.box.cy - start.box.cy
        ahead = {"left": -dx, "right": dx, "up": -dy, "down": dy}[direction]
        aside = _apart(start.box, target.box, vertical=across)
        if ahead <= 1 or _beside(start.box, target.box, across=across):
            continue
        cost = ahead + SIDEWAYS * aside + 0.01 * (abs(dy) if across else abs(dx))
        if across and aside > 0:  # a row is read to its end before the eye leaves it
            cost += OFF_THE_ROW
        if cost < best_cost:
            best, best_cost = target, cost
    return best


def _beside(one: Box, other: Box, *, across: bool) -> bool:
    """Whether two boxes share a row (going up or down) or a column (going ``across``), and not both.

    They do if they overlap by more than half of the smaller one. Boxes of which one lies in the
    other share both; then their middles alone decide.
    """
    wide = min(one.right, other.right) - max(one.x, other.x) > min(one.w, other.w) / 2
    high = min(one.bottom, other.bottom) - max(one.y, other.y) > min(one.h, other.h) / 2
    return (wide and not high) if across else (high and not wide)


def _apart(one: Box, other: Box, *, vertical: bool) -> float:
    """How far two boxes miss each other along one axis; 0 if they lie side by side."""
    if vertical:
        return max(0.0, other.y - one.bottom, one.y - other.bottom)
    return max(0.0, other.x - one.right, one.x - other.right)
