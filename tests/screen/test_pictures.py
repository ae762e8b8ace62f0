import numpy as np
import pygame
import pytest

from tests.screen.pages import PAGES
from tests.screen.pictures import GOLDEN, OTHER_SIZES, difference, halved, layout, layout_file, paint


@pytest.mark.parametrize("name", sorted(PAGES))
def test_the_picture_is_as_committed(name: str) -> None:
    assert difference(name, paint(PAGES[name])) is None


@pytest.mark.parametrize("size", OTHER_SIZES, ids=str)
@pytest.mark.parametrize("name", sorted(PAGES))
def test_the_layout_of_other_sizes_is_as_committed(name: str, size: tuple[int, int]) -> None:
    assert layout(PAGES[name], size) == layout_file(name, size).read_text(encoding="utf-8")


def test_every_golden_has_its_page_and_all_stay_small() -> None:
    goldens = list(GOLDEN.iterdir())
    wanted = {f"{name}.png" for name in PAGES}
    wanted |= {layout_file(name, size).name for name in PAGES for size in OTHER_SIZES}
    assert {path.name for path in goldens} == wanted
    assert sum(path.stat().st_size for path in goldens) < 5_000_000


def test_a_changed_picture_is_noticed() -> None:
    surface = paint(PAGES["board-nl"])
    surface.fill("red", pygame.Rect(400, 300, 200, 100))
    found = difference("board-nl", surface)
    assert found is not None
    assert "differ" in found


def test_a_page_is_drawn_the_same_every_time() -> None:
    first, second = (halved(paint(PAGES["components"])).astype(int) for _ in range(2))
    # The SVG library leaves a pixel or two at the ends of dashes to chance.
    assert (np.abs(first - second).max(axis=2) > 0).mean() < 1e-4
