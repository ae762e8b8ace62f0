"""The canvas on a pygame surface: pictures of shapes come from SVG and are kept per size and colour."""

import io
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from functools import cache
from math import ceil, floor

import pygame

from game.screen.box import Box, Point, Polygon, bounds
from game.screen.canvas import Canvas, Edge
from game.screen.fonts import Fonts
from game.screen.layout import Frame
from game.screen.svg import Drawing, fall, outline, paint, path, polygon, rect
from game.screen.theme import Style, Theme, rgb
from game.screen.typeset import Align, Block, VAlign, pixel_size, set_text
from game.words.resources import asset

ROOM = 45_000_000
"""Pixels of pictures that are kept (four bytes each); the oldest go first."""
SOFT_SHARE = 4
"""Shadows are drawn at this fraction of their size."""


class Pictures:
    """Surfaces by what they show; shared by all canvases of a window."""

    def __init__(self) -> None:
        self.fonts = Fonts()
        self._kept: OrderedDict[Hashable, pygame.Surface] = OrderedDict()
        self._pixels = 0

    def get(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The picture under a key, made if it is not there."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        made = make()
        self._kept[key] = made
        self._pixels += made.get_width() * made.get_height()
        while self._pixels > ROOM and len(self._kept) > 1:
            _, old = self._kept.popitem(last=False)
            self._pixels -= old.get_width() * old.get_height()
        return made


OVER = pygame.BLEND_PREMULTIPLIED
"""All pictures have premultiplied alpha: only so can a layer be built on nothing without dark fringes."""


def load(markup: str) -> pygame.Surface:
    """A surface of an SVG document, in the format that blits fast."""
    raw = pygame.image.load(io.BytesIO(markup.encode()), "drawing.svg")
    return raw.convert(pygame.Surface((1, 1), pygame.SRCALPHA)).premul_alpha()


def grown(picture: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    """A picture made larger by repeating its middle column and row: its corners stay as they are."""
    for axis, length in enumerate(size):
        picture = _longer(picture, axis, length)
    return picture


def _longer(picture: pygame.Surface, axis: int, length: int) -> pygame.Surface:
    now, across = picture.get_size()[axis], picture.get_size()[1 - axis]
    if now == length:
        return picture

    def pair(along: int, other: int) -> tuple[int, int]:
        return (other, along) if axis else (along, other)

    made = pygame.Surface(pair(length, across), pygame.SRCALPHA)
    half = now // 2
    rest = now - half - 1
    for start, taken, at, room in (
        (0, half, 0, half),
        (half, 1, half, length - half - rest),
        (half + 1, rest, length - rest, rest),
    ):
        part = picture.subsurface(pygame.Rect(pair(start, 0), pair(taken, across)))
        piece = pygame.transform.scale(part, pair(room, across))
        made.blit(piece, pair(at, 0), special_flags=pygame.BLEND_RGBA_ADD)
    return made


@cache
def icon_body(name: str) -> str:
    """The strokes of an icon in ``assets/icons``; an unknown name is a bug."""
    text = asset("icons", f"{name}.svg").read_text(encoding="utf-8")
    return text[text.index(">") + 1 : text.rindex("</svg>")]


class SurfaceCanvas:
    """Draws on a surface. ``shift`` is the pixel of the window at the surface's left top corner."""

    def __init__(
        self,
        surface: pygame.Surface,
        frame: Frame,
        theme: Theme,
        pictures: Pictures,
        text_scale: float = 1.0,
        shift: tuple[int, int] = (0, 0),
    ) -> None:
        self.surface = surface
        self.frame = frame
        self.theme = theme
        self.text_scale = text_scale
        self._pictures = pictures
        self._shift = shift

    # -- places ---------------------------------------------------------------------------

    def _pixel(self, x: float, y: float) -> tuple[float, float]:
        s, (ox, oy), (dx, dy) = self.frame.scale, self.frame.origin, self._shift
        return x * s + ox - dx, y * s + oy - dy

    def _snapped(self, box: Box) -> pygame.Rect:
        x0, y0 = self._pixel(box.x, box.y)
        x1, y1 = self._pixel(box.right, box.bottom)
        left, top = round(x0), round(y0)
        return pygame.Rect(left, top, max(1, round(x1) - left), max(1, round(y1) - top))

    def _put(self, picture: pygame.Surface, at: tuple[int, int], opacity: float) -> None:
        if opacity <= 0:
            return
        if opacity < 1:
            share = round(opacity * 255)
            picture = picture.copy()
            picture.fill((share, share, share, share), special_flags=pygame.BLEND_RGBA_MULT)
        self.surface.blit(picture, at, special_flags=OVER)

    # -- text -----------------------------------------------------------------------------

    def width_of(self, text: str, style: Style) -> float:
        """Width in board units of a line of text at its wanted size."""
        pixels = pixel_size(style.size * self.text_scale, self.frame.scale)
        return self._pictures.fonts.width(text, style.cut, pixels) / self.frame.scale

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
        """Set text in a box without drawing it."""
        return set_text(
            text,
            box,
            style,
            self.frame.scale,
            self._pictures.fonts,
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
        """Set text in a box and draw it."""
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
        for line in block.lines:
            if line.text:
                picture, ascent = self._pictures.fonts.line(line.text, block.cut, block.pixels, colour)
                x, y = self._pixel(line.x, line.baseline)
                self._put(picture, (round(x), round(y) - ascent), opacity)
        return block

    # -- shapes ---------------------------------------------------------------------------

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
        """A rounded panel with an outline inside its edge."""
        if shadow is not None:
            self._shadow(box, radius, shadow, opacity)
        place = self._snapped(box)
        s = self.frame.scale
        # Large drawings take long: drawn are the corners with one column and one row between them.
        dashed = edge is not None and edge.dash is not None
        corner = ceil(max(radius, 0 if edge is None else edge.width) * s) + 1
        corners = 2 * corner + 1
        width, height = place.size if dashed else (min(place.w, corners), min(place.h, corners))

        def make() -> pygame.Surface:
            whole = Box(0, 0, width / s, height / s)
            body = rect(whole, radius, paint(fill)) if fill else ""
            if edge:
                thick = max(edge.width, 1 / s)
                inner = whole.inset(thick / 2)
                body += outline(inner, radius - thick / 2, edge.colour, thick, edge.opacity, edge.dash)
            return grown(load(Drawing(whole, body).markup(width, height)), place.size)

        picture = self._pictures.get(("panel", place.size, s, fill, radius, edge), make)
        self._put(picture, place.topleft, opacity)

    def _shadow(self, box: Box, radius: float, name: str, opacity: float) -> None:
        shadow = self.theme.shadow(name)
        if shadow.alpha == 0:
            return
        grow = shadow.blur * 0.65
        around = box.moved(0, shadow.dy).inset(-grow)
        body = "".join(
            rect(
                around.inset(i * shadow.blur / shadow.steps),
                radius + grow - i * shadow.blur / shadow.steps,
                paint(shadow.colour, opacity=shadow.alpha / shadow.steps),
            )
            for i in range(shadow.steps)
        )
        self._soft(Drawing(around, body), opacity, ("shadow", name, radius, box.w, box.h))

    def shape(self, drawing: Drawing, box: Box, *, angle: float = 0, opacity: float = 1) -> None:
        """A drawing stretched to a box, turned clockwise by ``angle`` degrees about its middle."""
        place = self._snapped(box)
        picture = self._pictures.get(
            ("shape", drawing, place.size), lambda: load(drawing.markup(place.w, place.h))
        )
        turned = round(angle) % 360
        if turned:
            straight = picture
            picture = self._pictures.get(
                ("turned", drawing, place.size, turned),
                lambda: pygame.transform.rotozoom(straight, -turned, 1),
            )
            place = picture.get_rect(center=place.center)
        self._put(picture, place.topleft, opacity)

    def exact(self, drawing: Drawing) -> None:
        """A drawing whose view box is in board units of the canvas, at its exact place."""
        s = self.frame.scale
        x0, y0 = self._pixel(drawing.view.x, drawing.view.y)
        x1, y1 = self._pixel(drawing.view.right, drawing.view.bottom)
        left, top, width, height = floor(x0), floor(y0), ceil(x1) - floor(x0), ceil(y1) - floor(y0)
        view = Box(drawing.view.x - (x0 - left) / s, drawing.view.y - (y0 - top) / s, width / s, height / s)
        whole = Drawing(view, drawing.body, drawing.defs)
        picture = self._pictures.get(("exact", whole, s), lambda: load(whole.markup(width, height)))
        self._put(picture, (left, top), 1)

    def soft(self, drawing: Drawing) -> None:
        """As ``exact``, for shadows and glows: drawn small and scaled up smoothly."""
        self._soft(drawing, 1, (drawing,))

    def _soft(self, drawing: Drawing, opacity: float, key: tuple[Hashable, ...]) -> None:
        place = self._snapped(drawing.view)

        def make() -> pygame.Surface:
            small = load(drawing.markup(ceil(place.w / SOFT_SHARE), ceil(place.h / SOFT_SHARE)))
            return pygame.transform.smoothscale(small, place.size)

        picture = self._pictures.get(("soft", place.size, self.theme.name, *key), make)
        self._put(picture, place.topleft, opacity)

    def icon(self, name: str, box: Box, colour: str, *, stroke: float = 2, opacity: float = 1) -> None:
        """An icon by its name in ``assets/icons``."""
        place = self._snapped(box)

        def make() -> pygame.Surface:
            look = paint(None, colour, stroke)
            return load(Drawing(Box(0, 0, 24, 24), f"<g {look}>{icon_body(name)}</g>").markup(*place.size))

        picture = self._pictures.get(("icon", name, place.size, colour, stroke), make)
        self._put(picture, place.topleft, opacity)

    # -- layers ---------------------------------------------------------------------------

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
        """What ``paint`` draws within ``box``, kept and drawn again while ``key`` is the same."""
        place = self._snapped(box)

        def make() -> pygame.Surface:
            surface = pygame.Surface(place.size, pygame.SRCALPHA)
            shift = (place.x + self._shift[0], place.y + self._shift[1])
            paint(SurfaceCanvas(surface, self.frame, self.theme, self._pictures, self.text_scale, shift))
            return surface

        whole = ("layer", key, place.size, self.frame, self.theme.name, self.text_scale, box)
        s = self.frame.scale
        self._put(
            self._pictures.get(whole, make), (place.x + round(dx * s), place.y + round(dy * s)), opacity
        )

    def ground(self) -> None:
        """The ground of the theme over the whole window."""
        window = self.frame.window
        colours = (self.theme.ground, self.theme.ground_low)

        def make() -> pygame.Surface:
            stops = ((0.0, colours[0]), (1.0, colours[1]))
            strip = Drawing(
                Box(0, window.y, 1, window.h),
                rect(Box(0, window.y, 1, window.h), 0, paint("url(#g)")),
                fall("g", window.y, window.bottom, stops),
            )
            narrow = load(strip.markup(1, self.frame.height))
            made = pygame.Surface((self.frame.width, self.frame.height))
            made.blit(pygame.transform.scale(narrow, made.get_size()), (0, 0))
            return made

        self.surface.blit(
            self._pictures.get(("ground", self.frame, colours), make), (-self._shift[0], -self._shift[1])
        )

    def veil(self, holes: Iterable[Polygon] = (), *, opacity: float = 1) -> None:
        """The theme's scrim over the whole window, but for some holes."""
        cut = tuple(holes)

        def make() -> pygame.Surface:
            made = pygame.Surface((self.frame.width, self.frame.height), pygame.SRCALPHA)
            share = self.theme.scrim_alpha
            made.fill((*(round(part * share) for part in rgb(self.theme.scrim)), round(255 * share)))
            for hole in cut:
                _cut_out(made, hole, self.frame)
            return made

        picture = self._pictures.get(("veil", cut, self.frame, self.theme.name), make)
        self._put(picture, (-self._shift[0], -self._shift[1]), opacity)


def _cut_out(surface: pygame.Surface, hole: Polygon, frame: Frame) -> None:
    """Make a picture of the whole window transparent within a polygon, with smooth edges."""
    box = bounds(hole)
    left, top = frame.to_pixels(Point(box.x, box.y))
    right, bottom = frame.to_pixels(Point(box.right, box.bottom))
    width, height = ceil(right) - floor(left), ceil(bottom) - floor(top)
    s = frame.scale
    view = Box(box.x - (left - floor(left)) / s, box.y - (top - floor(top)) / s, width / s, height / s)
    mask = load(Drawing(view, path(polygon(hole), paint("#FFFFFF"))).markup(width, height))
    keep = pygame.Surface((width, height), pygame.SRCALPHA)
    keep.fill("white")
    keep.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_SUB)
    surface.blit(keep, (floor(left), floor(top)), special_flags=pygame.BLEND_RGBA_MULT)
