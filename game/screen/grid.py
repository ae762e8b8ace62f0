"""The places of the board in board units (guide §2): bands, lanes, cells, tokens, panels (no pygame)."""

from dataclasses import dataclass
from functools import cache
from math import ceil
from typing import Any, Literal

from game.screen.box import Box, Point, Polygon
from game.screen.drawings import Bond
from game.screen.layout import BOARD_H, TALLEST
from game.screen.model import LEVELS, AudienceModel, Cell
from game.screen.theme import tokens

BAND_SHARE = 0.75
"""Share of the extra height of a taller window that the bands take; the rest is for cards and log."""
CARD_SHARE = 0.10
STICK_SHARE = 0.95
EVENT_SHARE = 1 / 6
TALL_TOKEN = 46
CELL_PAD = 5
DRIP = (49.5, 41.6)
DRIP_AT = 0.33
"""Where in its cell a drip hangs, as a share of the lane's width from the middle."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A token at its place. ``count`` is more than 1 for a stack, which shows "×n"."""

    audience: int
    level: int
    index: int
    bond: Bond
    at: Point
    count: int = 1


@dataclass(frozen=True, slots=True)
class BoardGrid:
    """Where everything of the board lies, for a canvas height and a number of lanes and sticks."""

    height: float
    lanes: int
    sticks: int

    # -- the pyramid ----------------------------------------------------------------------

    @property
    def extra(self) -> float:
        """Board units that the canvas is higher than 1080."""
        return max(0.0, min(self.height, TALLEST) - BOARD_H)

    @property
    def bottom(self) -> float:
        """Y of the pyramid's foot."""
        return float(_pyramid()["bottom"] + BAND_SHARE * self.extra)

    def band(self, level: int) -> Box:
        """The vertical extent of a band, level 0 at the foot; as wide as its own foot."""
        p = _pyramid()
        heights = p["heights_from_top"]
        grown = (sum(heights) + BAND_SHARE * self.extra) / sum(heights)
        place = LEVELS - 1 - level
        top = p["top"] + sum(heights[:place]) * grown + place * p["gap"]
        height = heights[place] * grown
        width = self.width_at(top + height)
        return Box(p["cx"] - width / 2, top, width, height)

    @property
    def cx(self) -> float:
        """X of the pyramid's axis."""
        return float(_pyramid()["cx"])

    def width_at(self, y: float) -> float:
        """Width of the pyramid at a height."""
        p = _pyramid()
        share = (y - p["top"]) / (self.bottom - p["top"])
        return float(p["top_width"] + (p["base_width"] - p["top_width"]) * share)

    def lane_x(self, lane: float, y: float) -> float:
        """X of the middle of a lane at a height; lane + 0.5 is its right edge."""
        return self.cx + ((lane + 0.5) / self.lanes - 0.5) * self.width_at(y)

    def lane_width(self, y: float) -> float:
        """Width of a lane at a height."""
        return self.width_at(y) / self.lanes

    def centre(self, lane: int, level: int) -> Point:
        """The middle of a cell."""
        y = self.band(level).cy
        return Point(self.lane_x(lane, y), y)

    def cell(self, lane: int, level: int) -> Polygon:
        """The four corners of a cell."""
        band = self.band(level)
        left, right = lane - 0.5, lane + 0.5
        return (
            Point(self.lane_x(left, band.y), band.y),
            Point(self.lane_x(right, band.y), band.y),
            Point(self.lane_x(right, band.bottom), band.bottom),
            Point(self.lane_x(left, band.bottom), band.bottom),
        )

    def lane_outline(self, lane: int, pad: float = 0) -> Polygon:
        """A whole lane with its persona card: what is lit, chosen and hit."""
        card = self.card(lane)
        top = self.band(LEVELS - 1).y
        return (
            Point(self.lane_x(lane - 0.5, top) - pad, top - pad),
            Point(self.lane_x(lane + 0.5, top) + pad, top - pad),
            Point(max(self.lane_x(lane + 0.5, self.bottom), card.right) + pad, self.bottom),
            Point(max(self.lane_x(lane + 0.5, self.bottom), card.right) + pad, card.bottom + pad),
            Point(min(self.lane_x(lane - 0.5, self.bottom), card.x) - pad, card.bottom + pad),
            Point(min(self.lane_x(lane - 0.5, self.bottom), card.x) - pad, self.bottom),
        )

    def drip(self, lane: int, level: int) -> Box:
        """Where the drip of a cell hangs from its lower edge."""
        y = self.band(level).bottom
        x = self.lane_x(lane, y) + DRIP_AT * self.lane_width(y)
        return Box(x - DRIP[0] / 2, y - 4.6, *DRIP)

    def slope(self, level: int) -> tuple[float, float]:
        """X of the pyramid's left and right edge at the middle of a band."""
        width = self.width_at(self.band(level).cy)
        return self.cx - width / 2, self.cx + width / 2

    # -- around it ------------------------------------------------------------------------

    def card(self, lane: int) -> Box:
        """The persona card under a lane."""
        row = _board()["persona_row"]
        width = _pyramid()["base_width"] / self.lanes
        x = self.cx - _pyramid()["base_width"] / 2 + lane * width + row["gap"] / 2
        y = row["y"] + BAND_SHARE * self.extra
        return Box(x, y, width - row["gap"], row["height"] + CARD_SHARE * self.extra)

    @property
    def roomy(self) -> bool:
        """Whether the lanes are wide enough for the full persona cards."""
        return bool(_pyramid()["base_width"] / self.lanes >= _board()["persona_row"]["roomy_from_lane"])

    def stick(self, place: int, *, turn: bool = False) -> Box:
        """A department's stick; the one on turn is lifted a little."""
        s = _board()["sticks"]
        gap = s["gap_six"] if self.sticks >= 6 else s["gap"]
        room = self.canvas.inset(32, 0)
        lift = s["turn_lift"] if turn else 0
        y = s["y"] + STICK_SHARE * self.extra - lift
        return Box(room.x, y, room.w, s["height"]).columns(self.sticks, gap)[place]

    @property
    def canvas(self) -> Box:
        """The whole canvas."""
        return Box(0, 0, 1920, self.height)

    @property
    def side(self) -> Box:
        """The side column as one panel (Friday)."""
        s = _board()["side"]
        return Box(s["x"], s["organisation"][0], s["width"], self.card(0).bottom - s["organisation"][0])

    def side_panel(self, name: Literal["organisation", "event", "log"]) -> Box:
        """A panel of the side column."""
        s = _board()["side"]
        y, height = s[name]
        if name == "event":
            height += EVENT_SHARE * self.extra
        elif name == "log":
            y += EVENT_SHARE * self.extra
            height = self.card(0).bottom - y
        return Box(s["x"], y, s["width"], height)

    @property
    def menu(self) -> Box:
        """The menu button."""
        return Box(*_board()["top_bar"]["menu"])

    # -- tokens ---------------------------------------------------------------------------

    def tokens(self, audiences: tuple[AudienceModel, ...]) -> tuple[float, tuple[Placed, ...]]:
        """The one size of all tokens, and every token at its place, firm before loose."""
        return _tokens(self, tuple(audience.cells for audience in audiences))

    def _rows(self, lane: int, level: int, n: int, size: float) -> tuple[tuple[Point, ...], ...] | None:
        """Places of ``n`` tokens of a size in a cell, in rows of equal length; None if they do not fit."""
        t = _board()["token_size"]
        band = self.band(level)
        for rows in range(1, n + 1):
            tall = rows * size + (rows - 1) * t["row_gap"]
            if rows > 1 and tall > band.h - 2 * CELL_PAD:
                return None
            per_row = ceil(n / rows)
            first = band.cy - tall / 2 + size / 2
            wide = per_row * size + (per_row - 1) * t["gap"]
            if wide > self.lane_width(first) - 2 * t["lane_padding"]:
                continue
            placed: list[tuple[Point, ...]] = []
            for row in range(rows):
                y = first + row * (size + t["row_gap"])
                count = min(per_row, n - row * per_row)
                middle = self.lane_x(lane, y)
                step = size + t["gap"]
                placed.append(tuple(Point(middle + (i - (count - 1) / 2) * step, y) for i in range(count)))
            return tuple(placed)
        return None

    def places(self, lane: int, level: int, n: int, size: float) -> tuple[Point, ...] | None:
        """Places of ``n`` tokens of a size in a cell; None if they do not fit."""
        rows = self._rows(lane, level, n, size) if n else ()
        return None if rows is None else tuple(point for row in rows for point in row)


def _board() -> dict[str, Any]:
    found: dict[str, Any] = tokens()["board"]
    return found


def _pyramid() -> dict[str, Any]:
    found: dict[str, Any] = _board()["pyramid"]
    return found


@cache
def _tokens(grid: BoardGrid, cells: tuple[tuple[Cell, ...], ...]) -> tuple[float, tuple[Placed, ...]]:
    t = _board()["token_size"]
    largest = t["largest"] + (TALL_TOKEN - t["largest"]) * grid.extra / (TALLEST - BOARD_H)
    largest = int(largest) - int(largest) % t["step"]
    smallest = t["smallest"]
    every = [(lane, level, cell) for lane, own in enumerate(cells) for level, cell in enumerate(own)]
    stacked = {
        (lane, level)
        for lane, level, cell in every
        if grid.places(lane, level, cell.firm + cell.loose, smallest) is None
    }
    size = next(
        (
            size
            for size in range(largest, smallest - 1, -t["step"])
            if all(
                grid.places(lane, level, cell.firm + cell.loose, size) is not None
                for lane, level, cell in every
                if (lane, level) not in stacked
            )
        ),
        smallest,
    )
    placed: list[Placed] = []
    for lane, level, cell in every:
        bonds: list[Bond] = []
        bonds += ["firm" if level else "unmet"] * cell.firm
        bonds += ["loose" if level else "unmet"] * cell.loose
        if (lane, level) in stacked:
            placed += _stack(grid, lane, level, bonds, size)
            continue
        points = grid.places(lane, level, len(bonds), size) or ()
        placed += [
            Placed(lane, level, i, bond, at) for i, (bond, at) in enumerate(zip(bonds, points, strict=True))
        ]
    return float(size), tuple(placed)


def _stack(grid: BoardGrid, lane: int, level: int, bonds: list[Bond], size: float) -> list[Placed]:
    """A crowded cell: one token for each bond with how many there are."""
    kinds = sorted(set(bonds), key=bonds.index)
    band = grid.band(level)
    step = min(size + 8, band.h / max(len(kinds), 1))
    placed: list[Placed] = []
    for i, kind in enumerate(kinds):
        y = band.cy + (i - (len(kinds) - 1) / 2) * step
        at = Point(grid.lane_x(lane, y) - size * 0.75, y)
        placed.append(Placed(lane, level, bonds.index(kind), kind, at, bonds.count(kind)))
    return placed
