import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import pytest

from game.screen.box import Box, Point, inside
from game.screen.grid import BoardGrid
from game.screen.layout import fit
from game.screen.model import LEVELS
from tests.screen import samples


@pytest.mark.parametrize(
    ("size", "scale", "height", "origin"),
    [
        ((1920, 1080), 1.0, 1080, (0, 0)),
        ((3840, 2160), 2.0, 1080, (0, 0)),
        ((1280, 720), 2 / 3, 1080, (0, 0)),
        ((1920, 1200), 1.0, 1200, (0, 0)),
        ((1024, 768), 1024 / 1920, 1440, (0, 0)),
        ((1024, 640), 1024 / 1920, 1200, (0, 0)),
        ((2560, 1080), 1.0, 1080, (320, 0)),
        ((1000, 1000), 1000 / 1920, 1440, (0, 125)),
    ],
)
def test_a_window_becomes_a_frame(
    size: tuple[int, int], scale: float, height: float, origin: tuple[float, float]
) -> None:
    frame = fit(*size)
    assert frame.scale == pytest.approx(scale)
    assert frame.canvas.h == pytest.approx(height)
    assert frame.origin == pytest.approx(origin)
    assert frame.window.holds(frame.canvas)


def test_pixels_and_board_units_translate_both_ways() -> None:
    frame = fit(2560, 1080)
    assert frame.to_board(*frame.to_pixels(Point(12, 34))) == pytest.approx((12, 34))
    assert frame.to_board(320, 0) == (0, 0)


def test_small_windows_drop_what_would_be_unreadable() -> None:
    assert not fit(1280, 720).narrow
    assert fit(1024, 768).narrow
    assert not fit(1024, 640).too_small
    assert fit(900, 640).too_small


@pytest.mark.parametrize("height", [1080, 1200, 1440])
@pytest.mark.parametrize("lanes", [3, 5, 7])
def test_bands_stack_up_and_nothing_of_the_board_overlaps(height: float, lanes: int) -> None:
    grid = BoardGrid(height, lanes, lanes - 1)
    bands = [grid.band(level) for level in range(LEVELS)]
    for lower, upper in pairwise(bands):
        assert upper.bottom + 4 == pytest.approx(lower.y)
    assert bands[0].bottom == pytest.approx(grid.bottom)
    assert grid.width_at(bands[0].bottom) == pytest.approx(1150)
    assert grid.width_at(bands[-1].y) == pytest.approx(580)
    panels = [grid.side_panel("organisation"), grid.side_panel("event"), grid.side_panel("log")]
    boxes = [grid.card(i) for i in range(lanes)] + [grid.stick(i) for i in range(lanes - 1)] + panels
    canvas = Box(0, 0, 1920, height)
    for i, box in enumerate(boxes):
        assert canvas.holds(box)
        assert not any(box.overlaps(other) for other in boxes[:i])
    assert all(not box.overlaps(bands[0]) for box in boxes)


def test_lanes_lean_towards_the_axis() -> None:
    grid = BoardGrid(1080, 5, 4)
    assert [round(grid.centre(0, level).x) for level in range(LEVELS)] == [372, 417, 457, 494, 529, 561]
    assert all(grid.centre(2, level).x == grid.cx for level in range(LEVELS))


def test_tokens_have_one_size_and_stay_in_their_cells() -> None:
    for model, wanted in ((samples.usual(), 38), (samples.crowded(), 34)):
        grid = BoardGrid(1080, len(model.audiences), len(model.departments))
        size, placed = grid.tokens(model.audiences)
        assert size == wanted
        assert len(placed) == sum(c.firm + c.loose for a in model.audiences for c in a.cells)
        for token in placed:
            assert inside(token.at, grid.cell(token.audience, token.level))
            band = grid.band(token.level)
            assert band.y <= token.at.y - size / 2
            assert token.at.y + size / 2 <= band.bottom
        for one in placed:
            others = [t for t in placed if (t.audience, t.level) == (one.audience, one.level) and t != one]
            assert all(max(abs(one.at.x - t.at.x), abs(one.at.y - t.at.y)) >= size for t in others)


def test_firm_tokens_come_before_loose_ones() -> None:
    model = samples.usual()
    _, placed = BoardGrid(1080, 5, 4).tokens(model.audiences)
    network = [token.bond for token in placed if token.audience == 4 and token.level == 1]
    assert network == ["firm", "loose", "loose"]


def test_a_crowd_becomes_a_stack_with_a_number() -> None:
    model = samples.crowded()
    full = samples.cells((2, 0), (30, 11), (2, 0))
    audiences = (*model.audiences[:6], replace(model.audiences[6], cells=full))
    size, placed = BoardGrid(1080, 7, 6).tokens(audiences)
    stacks = [token for token in placed if token.count > 1]
    assert [(token.bond, token.count) for token in stacks] == [("firm", 30), ("loose", 11)]
    assert size == 34


def test_a_lane_is_hit_from_its_top_to_its_card() -> None:
    grid = BoardGrid(1080, 5, 4)
    outline = grid.lane_outline(0)
    assert inside(grid.centre(0, 5), outline)
    assert inside(grid.centre(0, 0), outline)
    assert inside(grid.card(0).centre, outline)
    assert not inside(grid.centre(1, 5), outline)
    assert not inside(grid.card(1).centre, outline)


def test_layout_motion_and_theme_know_nothing_of_pygame() -> None:
    pure = "box canvas drawings focus grid layout model motion recording scene svg theme typeset board"
    imports = "; ".join(f"import game.screen.{name}" for name in pure.split())
    check = f"import sys; {imports}; sys.exit('pygame' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
