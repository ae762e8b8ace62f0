"""Tokens that rise by a play: dotted places they left, an arc, a glow where they land."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from game.rules.fact import Fact
from game.screen.board import draw_token, draw_tokens
from game.screen.box import Box, Point
from game.screen.canvas import Canvas
from game.screen.drawings import token, token_box
from game.screen.grid import BoardGrid, Placed
from game.screen.model import BoardModel
from game.screen.motion import Timeline, arc, staggered
from game.screen.scenes.transit import Flight, draw_flights, ends, flights
from game.screen.svg import Drawing, circle, paint
from game.screen.theme import duration

BULGE = 16.0
APART = 0.7
"""A place that was left is marked only if no token lies nearer than this share of a token's size."""


@dataclass(frozen=True, slots=True)
class Rising:
    """The tokens of a board before and after, and how they get there."""

    grid: BoardGrid
    before: BoardModel
    after: BoardModel
    flights: tuple[Flight, ...]

    @property
    def moved(self) -> tuple[Flight, ...]:
        """Those that changed their level."""
        return tuple(flight for flight in self.flights if flight.moved and flight.start is not None)

    @property
    def timeline(self) -> Timeline:
        """One after the other, each on the track of its place in ``moved``."""
        tracks = [str(i) for i in range(len(self.moved))]
        return staggered(tracks, duration("token_lift"), duration("token_stagger"), "in_out")


@lru_cache(maxsize=8)
def _rising(grid: BoardGrid, before: BoardModel, after: BoardModel, facts: tuple[Fact, ...]) -> Rising:
    return Rising(grid, before, after, flights(grid, before, after, facts))


def rising(grid: BoardGrid, before: BoardModel, after: BoardModel, facts: Iterable[Fact]) -> Rising:
    """What moves between two boards."""
    return _rising(grid, before, after, tuple(facts))


def draw_rising(canvas: Canvas, up: Rising, time: float | None) -> None:
    """The tokens at a moment of their rise, over a board without any; None: landed, with their traces."""
    slots = tuple(audience.slot for audience in up.after.audiences)
    sizes = up.grid.tokens(up.before.audiences)[0], up.grid.tokens(up.after.audiences)[0]
    if time is None:
        _traces(canvas, up, slots, sizes[1])
        draw_tokens(canvas, up.grid, up.after, ends(up.flights))
        return
    timeline = up.timeline
    overall = min(1.0, time / duration("token_lift")) if timeline.length else 1.0
    moved = up.moved
    resting = [flight for flight in up.flights if flight not in moved]
    draw_flights(canvas, resting, overall, slots, sizes)
    for i, flight in enumerate(moved):
        share = timeline.at(str(i), time)
        start = flight.start
        if start is None:
            continue
        at = arc(start.at, flight.end.at, share, BULGE)
        kind = flight.end if share >= 1 else start
        size = round(sizes[0] + (sizes[1] - sizes[0]) * share)
        _draw(canvas, kind, at, slots, size)


def _draw(canvas: Canvas, kind: Placed, at: Point, slots: tuple[int, ...], size: float) -> None:
    one = Placed(kind.audience, kind.level, kind.index, kind.bond, at)
    draw_token(canvas, one, slots[kind.audience], size)


def _traces(canvas: Canvas, up: Rising, slots: tuple[int, ...], size: float) -> None:
    look = canvas.theme
    taken = [flight.end.at for flight in up.flights]
    for flight in up.moved:
        start = flight.start
        if start is None:
            continue
        end = flight.end.at
        free = all(_far(start.at, other) > size * APART for other in taken)
        if free:
            place = token(look, slots[start.audience], "place", start.level)
            canvas.shape(place, token_box(start.at, size))
        glow = "".join(
            circle(end.x, end.y, size * (0.86 - i * 0.05), paint(look.accent, opacity=0.22)) for i in range(4)
        )
        canvas.exact(Drawing(Box.around(end.x, end.y, size * 2, size * 2), glow))
        if free:
            _dots(canvas, start.at, end, size)


def _dots(canvas: Canvas, start: Point, end: Point, size: float) -> None:
    far = _far(start, end)
    n = int((far - size * 1.1) // 12)
    body = ""
    for i in range(n):
        share = (size * 0.6 + i * 12) / far
        at = arc(start, end, share, BULGE)
        body += circle(at.x, at.y, 2.6, paint("#FFFFFF", opacity=0.9))
    if body:
        low, high = min(start.y, end.y) - 40, max(start.y, end.y) + 40
        left, right = min(start.x, end.x) - 40, max(start.x, end.x) + 40
        canvas.exact(Drawing(Box(left, low, right - left, high - low), body))


def _far(one: Point, other: Point) -> float:
    return float(((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5)
