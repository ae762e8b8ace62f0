"""A canvas that writes down what it would draw, as numbers and text: layouts are tested with it."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field

from game.screen.box import Box, Polygon
from game.screen.canvas import Canvas, Edge
from game.screen.layout import Frame
from game.screen.svg import Drawing
from game.screen.theme import Style, Theme
from game.screen.typeset import Align, Block, Metrics, VAlign, pixel_size, set_text


@dataclass(frozen=True, slots=True)
class Drawn:
    """One thing on the canvas. ``within`` is the box that text was given; ``fits`` whether it did."""

    kind: str
    what: str
    box: Box
    colour: str | None = None
    within: Box | None = None
    pixels: int = 0
    fits: bool = True
    lines: int = 1


@dataclass
class RecordingCanvas:
    """Keeps a list of what was drawn, in order; layers are drawn through."""

    frame: Frame
    theme: Theme
    metrics: Metrics
    text_scale: float = 1.0
    drawn: list[Drawn] = field(default_factory=list)

    @property
    def texts(self) -> list[Drawn]:
        """The texts, in drawing order."""
        return [thing for thing in self.drawn if thing.kind == "text"]

    def ground_under(self, thing: Drawn) -> str | None:
        """The colour of the last panel drawn before a thing that holds its middle."""
        found = self.theme.ground
        for other in self.drawn[: self.drawn.index(thing)]:
            if other.kind == "panel" and other.colour and other.box.contains(thing.box.centre):
                found = other.colour
        return found

    def report(self) -> str:
        """One line for each text and each larger panel, in whole board units: what layout goldens hold."""
        return "".join(
            f"{thing.kind:<6}{thing.box.x:6.0f}{thing.box.y:6.0f}{thing.box.w:6.0f}{thing.box.h:6.0f}"
            f"  {f'{thing.pixels}px {thing.what}' if thing.kind == 'text' else ''}".rstrip()
            + "\n"
            for thing in self.drawn
            if thing.kind == "text" or (thing.kind == "panel" and min(thing.box.w, thing.box.h) >= 72)
        )

    def width_of(self, text: str, style: Style) -> float:
        """Width in board units of a line of text at its wanted size."""
        pixels = pixel_size(style.size * self.text_scale, self.frame.scale)
        return self.metrics.width(text, style.cut, pixels) / self.frame.scale

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
        """Set text in a box without noting it."""
        return set_text(
            text,
            box,
            style,
            self.frame.scale,
            self.metrics,
            align=align,
            valign=valign,
            lines=lines,
            shrink_first=shrink_first,
            shorts=shorts,
            text_scale=self.text_scale,
        )

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
        """Set text in a box and note it."""
        block = self.set_text(
            text,
            box,
            style,
            align=align,
            valign=valign,
            lines=lines,
            shrink_first=shrink_first,
            shorts=shorts,
        )
        shown = " / ".join(line.text for line in block.lines)
        if shown and opacity > 0:
            self.drawn.append(
                Drawn("text", shown, block.box, colour, box, block.pixels, block.fits, len(block.lines))
            )
        return block

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
        """Note a panel."""
        what = (
            f"{fill or 'hollow'} r{radius:g}{f' edge {edge.colour}' if edge else ''} {shadow or ''}".rstrip()
        )
        self.drawn.append(Drawn("panel", what, box, fill if opacity >= 1 else None))

    def shape(self, drawing: Drawing, box: Box, *, angle: float = 0, opacity: float = 1) -> None:
        """Note a drawing."""
        if opacity > 0:
            self.drawn.append(Drawn("shape", f"{drawing.view.w:g}x{drawing.view.h:g} turned {angle:g}", box))

    def exact(self, drawing: Drawing) -> None:
        """Note a drawing at its own place."""
        self.drawn.append(Drawn("exact", "", drawing.view))

    def soft(self, drawing: Drawing) -> None:
        """Note a shadow or a glow."""
        self.drawn.append(Drawn("soft", "", drawing.view))

    def icon(self, name: str, box: Box, colour: str, *, stroke: float = 2, opacity: float = 1) -> None:
        """Note an icon."""
        if opacity > 0:
            self.drawn.append(Drawn("icon", f"{name} {stroke:g}", box, colour))

    def layer(
        self,
        key: Hashable,
        box: Box,
        paint: Callable[[Canvas], None],
        *,
        opacity: float = 1,
        dx: float = 0,
        dy: float = 0,
    ) -> None:
        """Draw the layer's content through, where it stands at rest."""
        self.drawn.append(Drawn("layer", f"{key!r:.40} {opacity:g} {dx:g} {dy:g}", box))
        if opacity > 0:
            paint(self)

    def ground(self) -> None:
        """Note the ground."""
        self.drawn.append(Drawn("ground", self.theme.ground, self.frame.window))

    def veil(self, holes: Iterable[Polygon] = (), *, opacity: float = 1) -> None:
        """Note the scrim."""
        self.drawn.append(Drawn("veil", f"{len(tuple(holes))} holes {opacity:g}", self.frame.window))
