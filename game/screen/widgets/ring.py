"""The ring round what has the focus."""

from collections.abc import Sequence

from game.screen.box import Box
from game.screen.canvas import Canvas, Edge
from game.screen.focus import Focus, Target
from game.screen.theme import tokens


def draw_focus(canvas: Canvas, targets: Sequence[Target], focus: Focus) -> None:
    """The ring round the target with the focus: always both, the gap and the ring."""
    target = next((target for target in targets if target.id == focus.id), None)
    if target is not None and target.ring:
        focus_ring(canvas, target.box, target.radius)


def focus_ring(canvas: Canvas, box: Box, radius: float) -> None:
    """A gap in ``focus_gap`` and a ring in ``focus`` around a box."""
    ring = float(tokens()["stroke"]["focus"])
    gap = float(tokens()["stroke"]["focus_gap"])
    look = canvas.theme
    canvas.panel(box.inset(-gap), None, radius + gap, edge=Edge(look.focus_gap, gap))
    canvas.panel(box.inset(-gap - ring), None, radius + gap + ring, edge=Edge(look.focus, ring))
