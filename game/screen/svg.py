"""SVG markup as strings: the shapes of the look, before anything draws them (no pygame).

A `Drawing` is a body of SVG elements in a view box of its own. Only shapes, strokes and
gradients: the loader of the game library knows no filters, clips, masks or references.
"""

from dataclasses import dataclass
from math import pi

from game.screen.box import Box, Polygon


@dataclass(frozen=True, slots=True)
class Drawing:
    """SVG elements and the view box that they are drawn in."""

    view: Box
    body: str
    defs: str = ""

    def markup(self, width: int, height: int) -> str:
        """A whole SVG document of that size in pixels; the view box is stretched to it."""
        v = self.view
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="{n(v.x)} {n(v.y)} {n(v.w)} {n(v.h)}" preserveAspectRatio="none">'
            f"<defs>{self.defs}</defs>{self.body}</svg>"
        )


def n(value: float) -> str:
    """A number as short as SVG allows, to a thousandth."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def paint(
    fill: str | None = None,
    edge: str | None = None,
    width: float = 0,
    opacity: float = 1,
    dash: str | None = None,
) -> str:
    """Attributes of fill and stroke; ends and joins are round."""
    parts = [f'fill="{fill or "none"}"']
    if edge:
        parts.append(
            f'stroke="{edge}" stroke-width="{n(width)}" stroke-linecap="round" stroke-linejoin="round"'
        )
        if dash:
            parts.append(f'stroke-dasharray="{dash}"')
    if opacity < 1:
        parts.append(f'opacity="{n(max(opacity, 0))}"')
    return " ".join(parts)


def rect(box: Box, radius: float, look: str) -> str:
    """A rectangle with round corners."""
    r = max(0.0, min(radius, box.w / 2, box.h / 2))
    return (
        f'<rect x="{n(box.x)}" y="{n(box.y)}" width="{n(max(box.w, 0))}" height="{n(max(box.h, 0))}" '
        f'rx="{n(r)}" {look}/>'
    )


def outline(
    box: Box, radius: float, colour: str, width: float, opacity: float = 1, dash: str | None = None
) -> str:
    """The edge of a rectangle with round corners; dashes are stretched a little to come out even."""
    return rect(box, radius, paint(None, colour, width, opacity, _even(dash, box, radius) if dash else None))


def _even(dash: str, box: Box, radius: float) -> str:
    # The edge ends within a gap: the loader draws a stray line where a last dash has next to no length.
    lengths = [float(one) for one in dash.split()]
    whole, gap = sum(lengths), lengths[-1]
    r = max(0.0, min(radius, box.w / 2, box.h / 2))
    length = 2 * (box.w + box.h) - (8 - 2 * pi) * r
    stretch = length / (max(1, round(length / whole)) * whole - gap / 3)
    return " ".join(n(one * stretch) for one in lengths)


def circle(cx: float, cy: float, r: float, look: str) -> str:
    """A disc or a ring."""
    return f'<circle cx="{n(cx)}" cy="{n(cy)}" r="{n(r)}" {look}/>'


def ellipse(cx: float, cy: float, rx: float, ry: float, look: str) -> str:
    """An ellipse."""
    return f'<ellipse cx="{n(cx)}" cy="{n(cy)}" rx="{n(rx)}" ry="{n(ry)}" {look}/>'


def path(d: str, look: str, transform: str = "") -> str:
    """A path."""
    moved = f' transform="{transform}"' if transform else ""
    return f'<path d="{d}" {look}{moved}/>'


def line(x1: float, y1: float, x2: float, y2: float, look: str) -> str:
    """A straight line."""
    return path(f"M{n(x1)} {n(y1)}L{n(x2)} {n(y2)}", look)


def fall(name: str, top: float, bottom: float, stops: tuple[tuple[float, str], ...]) -> str:
    """The definition of a gradient from top to bottom; use it as ``url(#name)``."""
    inner = "".join(f'<stop offset="{n(at)}" stop-color="{colour}"/>' for at, colour in stops)
    return (
        f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="0" y1="{n(top)}" x2="0" '
        f'y2="{n(bottom)}">{inner}</linearGradient>'
    )


def polygon(points: Polygon) -> str:
    """Path data of a closed polygon."""
    return "M" + "L".join(f"{n(p.x)} {n(p.y)}" for p in points) + "Z"


def trapezoid(
    cx: float, top: float, bottom: float, top_w: float, base_w: float, radius: float, low_radius: float
) -> str:
    """Path data of a trapezoid on a middle axis, with round corners above and below."""
    slope = (base_w - top_w) / 2 / (bottom - top)
    lean = (1 + slope * slope) ** 0.5
    r, low = min(radius, (bottom - top) / 2), min(low_radius, (bottom - top) / 2)
    dx, dy = r * slope / lean, r / lean
    low_dx, low_dy = low * slope / lean, low / lean
    left_top, right_top = cx - top_w / 2, cx + top_w / 2
    left_low, right_low = cx - base_w / 2, cx + base_w / 2
    return (
        f"M{n(left_top - dx)} {n(top + dy)}Q{n(left_top)} {n(top)} {n(left_top + r)} {n(top)}"
        f"L{n(right_top - r)} {n(top)}Q{n(right_top)} {n(top)} {n(right_top + dx)} {n(top + dy)}"
        f"L{n(right_low - low_dx)} {n(bottom - low_dy)}"
        f"Q{n(right_low)} {n(bottom)} {n(right_low - low)} {n(bottom)}"
        f"L{n(left_low + low)} {n(bottom)}"
        f"Q{n(left_low)} {n(bottom)} {n(left_low + low_dx)} {n(bottom - low_dy)}Z"
    )
