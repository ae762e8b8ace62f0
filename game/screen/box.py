"""Rectangles in board units: a layout is arithmetic on boxes, without any drawing."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Point(NamedTuple):
    """A place in board units; x to the right, y down."""

    x: float
    y: float


Polygon = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in board units by its left top corner, width and height."""

    x: float
    y: float
    w: float
    h: float

    @classmethod
    def around(cls, cx: float, cy: float, w: float, h: float) -> "Box":
        """The box of that size around a centre."""
        return cls(cx - w / 2, cy - h / 2, w, h)

    @property
    def right(self) -> float:
        """X of the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Y of the lower edge."""
        return self.y + self.h

    @property
    def cx(self) -> float:
        """X of the centre."""
        return self.x + self.w / 2

    @property
    def cy(self) -> float:
        """Y of the centre."""
        return self.y + self.h / 2

    @property
    def centre(self) -> Point:
        """The centre."""
        return Point(self.cx, self.cy)

    def moved(self, dx: float = 0, dy: float = 0) -> "Box":
        """The same box, elsewhere."""
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def inset(self, dx: float, dy: float | None = None) -> "Box":
        """Smaller by ``dx`` left and right and by ``dy`` above and below; negative grows."""
        dy = dx if dy is None else dy
        return Box(self.x + dx, self.y + dy, self.w - 2 * dx, self.h - 2 * dy)

    def within(self, left: float = 0, top: float = 0, right: float = 0, bottom: float = 0) -> "Box":
        """Smaller by a margin of its own on every side."""
        return Box(self.x + left, self.y + top, self.w - left - right, self.h - top - bottom)

    def left_part(self, w: float) -> "Box":
        """Its left strip of that width."""
        return Box(self.x, self.y, w, self.h)

    def right_part(self, w: float) -> "Box":
        """Its right strip of that width."""
        return Box(self.right - w, self.y, w, self.h)

    def top_part(self, h: float) -> "Box":
        """Its upper strip of that height."""
        return Box(self.x, self.y, self.w, h)

    def bottom_part(self, h: float) -> "Box":
        """Its lower strip of that height."""
        return Box(self.x, self.bottom - h, self.w, h)

    def centred(self, w: float, h: float) -> "Box":
        """A box of that size in its middle."""
        return Box.around(self.cx, self.cy, w, h)

    def columns(self, n: int, gap: float = 0) -> tuple["Box", ...]:
        """``n`` columns of equal width, left to right."""
        w = (self.w - gap * (n - 1)) / n
        return tuple(Box(self.x + i * (w + gap), self.y, w, self.h) for i in range(n))

    def rows(self, n: int, gap: float = 0) -> tuple["Box", ...]:
        """``n`` rows of equal height, top to bottom."""
        h = (self.h - gap * (n - 1)) / n
        return tuple(Box(self.x, self.y + i * (h + gap), self.w, h) for i in range(n))

    def contains(self, point: Point) -> bool:
        """Whether a point lies inside or on the edge."""
        return self.x <= point.x <= self.right and self.y <= point.y <= self.bottom

    def holds(self, other: "Box", slack: float = 0.01) -> bool:
        """Whether the other box lies wholly inside."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def overlaps(self, other: "Box", slack: float = 0.01) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.x < other.right - slack
            and other.x < self.right - slack
            and self.y < other.bottom - slack
            and other.y < self.bottom - slack
        )

    def corners(self) -> Polygon:
        """Its four corners, clockwise from the left top."""
        return (
            Point(self.x, self.y),
            Point(self.right, self.y),
            Point(self.right, self.bottom),
            Point(self.x, self.bottom),
        )


def bounds(points: Iterable[Point]) -> Box:
    """The smallest box around some points."""
    listed = list(points)
    x0, y0 = min(p.x for p in listed), min(p.y for p in listed)
    return Box(x0, y0, max(p.x for p in listed) - x0, max(p.y for p in listed) - y0)


def inside(point: Point, polygon: Polygon) -> bool:
    """Whether a point lies within a polygon without crossings (even-odd rule)."""
    hit = False
    previous = polygon[-1]
    for corner in polygon:
        if (corner.y > point.y) != (previous.y > point.y):
            x = corner.x + (point.y - corner.y) / (previous.y - corner.y) * (previous.x - corner.x)
            hit ^= point.x < x
        previous = corner
    return hit
