"""What the screen draws with: a protocol in board units, without pygame.

`game.screen.paint.SurfaceCanvas` puts it on a surface; `game.screen.recording.RecordingCanvas`
writes down what would be drawn, as numbers and text, for layout tests.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from game.screen.box import Box, Polygon
from game.screen.layout import Frame
from game.screen.svg import Drawing
from game.screen.theme import MINIMUM, Style, Theme
from game.screen.typeset import Align, Block, VAlign


@dataclass(frozen=True, slots=True)
class Edge:
    """The outline of a panel; ``dash`` is an SVG dash pattern in board units."""

    colour: str
    width: float = 2
    dash: str | None = None
    opacity: float = 1


class Canvas(Protocol):
    """Draws in board units. Later things cover earlier ones."""

    theme: Theme
    frame: Frame
    text_scale: float

    def width_of(self, text: str, style: Style) -> float:
        """Width in board units of a line of text at its wanted size."""

    def set_text(
        self,
        text: str,
        box: Box,
        style: Style,
        *,
        align: Align = "left",
        valign: VAlign = "middle",
        lines: int = 1,
        shrink_first: bool = False,
        shorts: tuple[str, ...] = (),
    ) -> Block:
        """Set text in a box without drawing it (see `typeset.set_text`)."""

    def text(
        self,
        text: str,
        box: Box,
        style: Style,
        colour: str,
        *,
        align: Align = "left",
        valign: VAlign = "middle",
        lines: int = 1,
        shrink_first: bool = False,
        shorts: tuple[str, ...] = (),
        opacity: float = 1,
    ) -> Block:
        """Set text in a box and draw it."""

    def panel(
        self,
        box: Box,
        fill: str | None,
        radius: float,
        *,
        edge: Edge | None = None,
        shadow: str | None = None,
        opacity: float = 1,
    ) -> None:
        """A rounded panel with an outline inside its edge; ``shadow`` is a name of the theme's."""

    def shape(self, drawing: Drawing, box: Box, *, angle: float = 0, opacity: float = 1) -> None:
        """A drawing stretched to a box, turned clockwise by ``angle`` degrees about its middle."""

    def exact(self, drawing: Drawing) -> None:
        """A drawing whose view box is in board units of the canvas, at its exact place."""

    def soft(self, drawing: Drawing) -> None:
        """As ``exact``, for shadows and glows: drawn small and scaled up smoothly."""

    def icon(self, name: str, box: Box, colour: str, *, stroke: float = 2, opacity: float = 1) -> None:
        """An icon by its name in ``assets/icons``; ``stroke`` is in units of its 24-unit grid."""

    def layer(
        self,
        key: Hashable,
        box: Box,
        paint: Callable[["Canvas"], None],
        *,
        opacity: float = 1,
        dx: float = 0,
        dy: float = 0,
    ) -> None:
        """What ``paint`` draws within ``box``, kept and drawn again while ``key`` is the same.

        The key must name everything that the picture depends on but the theme, the window and
        the text scale, which are part of it anyway. ``dx``, ``dy`` move the finished picture.
        """

    def ground(self) -> None:
        """The ground of the theme over the whole window."""

    def veil(self, holes: Iterable[Polygon] = (), *, opacity: float = 1) -> None:
        """The theme's scrim over the whole window, but for some holes; ``opacity`` fades it in."""


def icon_in(
    canvas: Canvas, name: str, cx: float, cy: float, size: float, colour: str, stroke: float = 2
) -> None:
    """An icon of that size around a centre."""
    canvas.icon(name, Box.around(cx, cy, size, size), colour, stroke=stroke)


def common_style(canvas: Canvas, texts: Iterable[str], width: float, style: Style) -> Style:
    """The style, as small as it must be for all of some texts to stand on one line in a width.

    Labels in a row should have one size. Not smaller than the minimum: then each text fends for itself.
    """
    listed = list(texts)
    smallest = MINIMUM / canvas.text_scale
    size = style.size
    while size > smallest and any(canvas.width_of(text, style.at(size)) > width for text in listed):
        size = max(smallest, size - 1 / canvas.text_scale)
    return style.at(size)


def even_style(
    canvas: Canvas,
    places: Iterable[tuple[str, Box]],
    style: Style,
    *,
    lines: int = 1,
    shrink_first: bool = False,
) -> Style:
    """The style at the size at which each of some texts fits its own place: side by side they look alike."""
    listed = list(places)
    while True:
        sizes = [
            canvas.set_text(text, box, style, lines=lines, shrink_first=shrink_first).size
            for text, box in listed
        ]
        size = min(sizes, default=style.size) / canvas.text_scale
        if size >= style.size - 0.5 / canvas.frame.scale:
            return style
        style = style.at(size)


def recoloured(body: str, swaps: Mapping[str, str]) -> str:
    """SVG text in which colour literals are exchanged, all at once."""
    for i, old in enumerate(swaps):
        body = body.replace(old, f"@{i}@")
    for i, new in enumerate(swaps.values()):
        body = body.replace(f"@{i}@", new)
    return body
