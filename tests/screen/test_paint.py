from random import Random

import numpy as np
import pygame
import pytest

from game.screen.box import Box
from game.screen.canvas import Edge
from game.screen.drawings import cube
from game.screen.layout import fit
from game.screen.paint import OVER, Pictures, SurfaceCanvas, load
from game.screen.svg import Drawing, outline, paint, rect
from game.screen.theme import theme

SIZES = (1920, 1080), (1024, 768)
CORNER = 640, 430
EDGES = None, Edge("#FF0000", 2), Edge("#123456", 5), Edge("#123456", 2.4, opacity=0.5)


def pixels(surface: pygame.Surface) -> np.ndarray:
    rgb, alpha = pygame.surfarray.array3d(surface), pygame.surfarray.array_alpha(surface)
    return np.dstack([rgb, alpha]).astype(int)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("radius", [0, 8.5, 28, 1000])
def test_a_panel_built_of_corners_and_edges_is_as_one_drawn_whole(
    size: tuple[int, int], radius: float
) -> None:
    luck = Random(radius)
    frame = fit(*size)
    for edge in EDGES:
        w, h = (round(luck.uniform(20, most) * frame.scale) / frame.scale for most in (600, 400))
        built, whole = (pygame.Surface(CORNER, pygame.SRCALPHA) for _ in range(2))
        canvas = SurfaceCanvas(built, frame, theme("light"), Pictures())
        left, top = frame.origin
        at = Box((7 - left) / frame.scale, (11 - top) / frame.scale, w, h)
        canvas.panel(at, "#2255AA", radius, edge=edge)
        box = Box(0, 0, w, h)
        body = rect(box, radius, paint("#2255AA"))
        if edge:
            half = edge.width / 2
            body += outline(box.inset(half), radius - half, edge.colour, edge.width, edge.opacity)
        drawn = load(Drawing(box, body).markup(round(w * frame.scale), round(h * frame.scale)))
        whole.blit(drawn, (7, 11), special_flags=OVER)
        assert pixels(whole)[:, :, 3].any()
        assert np.abs(pixels(built) - pixels(whole)).max() <= 4, (edge, w, h)


@pytest.mark.parametrize("size", range(14, 28))
def test_a_cube_of_attention_that_is_spent_is_an_edge_and_nothing_more(size: int) -> None:
    for scale in (0.6, 2 / 3, 1, 4 / 3, 2):
        wide = round(size * scale)
        picture = load(cube(theme("light"), "spent", size).markup(wide, wide))
        edge = round(wide * 5 / size)
        inner = picture.subsurface(edge, edge, wide - 2 * edge, wide - 2 * edge)
        assert inner.get_bounding_rect().size == (0, 0), (size, wide)
