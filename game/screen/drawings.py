"""The drawn parts of the look in the colours of a theme: tokens, cubes, moulds, dice, lamps, faces."""

from functools import cache
from typing import Literal

from game.screen.box import Box, Point
from game.screen.canvas import recoloured
from game.screen.svg import Drawing, circle, ellipse, fall, line, n, outline, paint, path, rect
from game.screen.theme import Depth, Theme, mix, theme, tokens
from game.words.resources import asset

Bond = Literal["firm", "loose", "unmet", "place"]
Cube = Literal["full", "cost", "spent"]
Mould = Literal["empty", "will", "filled", "loose"]
Lamp = Literal["open", "shut", "not-asked"]
Medal = Literal["bronze", "silver", "gold"]
TOKEN_VIEW = Box(-48, -48, 96, 104)
"""The view of a token whose size (its height, shadow apart) is 66: its middle lies at (0, 0)."""
SHADE = "#0E1030"


@cache
def _part(name: str) -> Drawing:
    """A drawing out of ``assets/parts``, in the colours of the light theme."""
    text = asset("parts", f"{name}.svg").read_text(encoding="utf-8")
    head = text[: text.index(">")]
    view = head.split('viewBox="')[1].split('"')[0].split()
    body = text[text.index("</title>") + len("</title>") : text.rindex("</svg>")]
    defs = ""
    if "<defs>" in body:
        start, end = body.index("<defs>"), body.index("</defs>")
        defs, body = body[start + 6 : end], body[end + 7 :]
    x, y, w, h = (float(value) for value in view)
    return Drawing(Box(x, y, w, h), body, defs)


def part(name: str, swaps: tuple[tuple[str, str], ...] = ()) -> Drawing:
    """A drawing out of ``assets/parts`` with colour literals exchanged."""
    plain = _part(name)
    table = {old: new for old, new in swaps if old != new}
    return (
        Drawing(plain.view, recoloured(plain.body, table), recoloured(plain.defs, table)) if table else plain
    )


def _roles(own: Theme, *roles: str) -> tuple[tuple[str, str], ...]:
    """Swaps that bring the light theme's colours of some roles to those of a theme."""
    light = theme("light")
    return tuple((getattr(light, role), getattr(own, role)) for role in roles)


def ice(name: str, top: float, bottom: float, colour: str) -> str:
    """The definition of the gradient of a band of ice; use it as ``url(#name)``."""
    stops = ((0.0, mix(colour, "#FFFFFF", 0.22)), (0.28, colour), (1.0, mix(colour, "#22264B", 0.10)))
    return fall(name, top, bottom, stops)


# -- tokens -------------------------------------------------------------------------------


@cache
def token(own: Theme, slot: int, bond: Bond, level: int = 0) -> Drawing:
    """A token in `TOKEN_VIEW`. ``unmet`` is level 0; ``place`` a dotted place that one has left."""
    shape = own.slots[slot]
    tilt, scale = (-14, 0.92) if bond == "loose" else (0, 1.0)
    size = 0.76

    def layer(colour: str, share: float, width: float) -> str:
        look = paint(colour, colour, width)
        return path(shape.path, look, f"rotate({tilt}) scale({n(share)})")

    if bond == "unmet":
        return Drawing(TOKEN_VIEW, layer(own.ghost(slot, level), size * 0.84, shape.join))
    if bond == "place":
        look = paint(None, own.rim if level else shape.colour, 6, dash="1 13")
        return Drawing(TOKEN_VIEW, path(shape.path, look, f"scale({n(size * 0.9)})"))
    if bond == "firm":
        shadow = ellipse(0, 34.96, 33.44, 12.16, paint(SHADE, opacity=0.22))
        body = shadow + layer(own.rim, size, shape.join + 18.82) + layer(shape.colour, size, shape.join)
        return Drawing(TOKEN_VIEW, body)
    body = (
        layer(own.rim, size * scale, shape.join + 21.74)
        + layer(shape.colour, size * 0.9, shape.join)
        + layer(own.rim, size * 0.5618, shape.join)
    )
    return Drawing(TOKEN_VIEW, body)


def token_box(at: Point, size: float) -> Box:
    """Where a token of that size is drawn around its middle."""
    share = size / 76
    return Box(at.x - 48 * share, at.y - 48 * share, 96 * share, 104 * share)


@cache
def drip(own: Theme, level: int) -> Drawing:
    """The drip that hangs from a cell whose loose tokens may fall; in the colour of its band."""
    light = theme("light").levels[level]
    return part(f"drip-{light.id}", ((light.colour, own.levels[level].colour),))


@cache
def droplet(own: Theme) -> Drawing:
    """The drop that stands for loose tokens nobody cared for."""
    blue = own.levels[1].colour
    body = path(
        "M12 2.6C14.6 6.6 19 11 19 15.2A7 7 0 0 1 5 15.2C5 11 9.4 6.6 12 2.6Z",
        paint(blue, mix(blue, "#171F3A", 0.3), 1.2),
    ) + path("M8.6 15.4A3.6 3.6 0 0 0 11 18.6", paint(None, "#FFFFFF", 1.8, 0.8))
    return Drawing(Box(0, 0, 24, 24), body)


# -- meters, lamps, dice, rings -----------------------------------------------------------


@cache
def cube(own: Theme, state: Cube, size: float = 26) -> Drawing:
    """An ice cube of a size: attention that is there, that is to be paid, or that is spent."""
    box = Box(0, 0, size, size)
    if state == "spent":
        return Drawing(box, outline(box.inset(1.5), size * 0.24, own.line_strong, 2.5, dash="5 4"))
    paying = state == "cost"
    body = rect(box, size * 0.24, paint("url(#i)", opacity=0.4 if paying else 1))
    body += rect(box.inset(1.4), size * 0.2, paint(None, own.attention_edge, 2.8, 0.75 if paying else 1))
    a, b, c, d = (n(size * share) for share in (0.26, 0.38, 0.5, 0.52))
    gloss = paint(None, "#FFFFFF", max(2.0, size * 0.09), 0.36 if paying else 0.9)
    body += path(f"M{a} {d}V{b}Q{a} {a} {b} {a}H{c}", gloss)
    if paying:
        low, high = size * 0.2, size * 0.8
        body += line(low, high, high, low, paint(None, own.ink, size * 0.1))
    return Drawing(box, body, fall("i", 0, size, ((0, own.attention), (1, own.attention_deep))))


@cache
def mould(own: Theme, state: Mould) -> Drawing:
    """A lolly mould of 30 by 46 and its stick: empty, set out by will, filled by know-how."""
    swaps = (*_roles(own, "ink", "line_strong", "ink_ghost", "wood_deep"), ("#FFFFFF", own.panel))
    view = Box(4, 3, 40, 73)
    drawn = part(f"mould-{state}", swaps)
    return Drawing(view, drawn.body, drawn.defs)


@cache
def lamp(own: Theme, state: Lamp) -> Drawing:
    """A gate's lamp: an open disc with a tick, a shut square with a cross, or a ring with a dash."""
    return part(f"lamp-{state}", (*_roles(own, "good", "bad", "idle"), ("#FFFFFF", own.panel)))


@cache
def die(own: Theme, face: int, *, miss: bool = False) -> Drawing:
    """A die that shows a face; a miss is grey."""
    return part(f"die-{face}{'-miss' if miss else ''}", _roles(own, "attention", "attention_edge"))


PIPS: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((0, 0),),
    2: ((-1, -1), (1, 1)),
    3: ((-1, -1), (0, 0), (1, 1)),
    4: ((-1, -1), (1, -1), (-1, 1), (1, 1)),
    5: ((-1, -1), (1, -1), (0, 0), (-1, 1), (1, 1)),
    6: ((-1, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (1, 1)),
}


@cache
def face(own: Theme, value: int, *, lit: bool) -> Drawing:
    """One of the six faces in the odds: lit if it succeeds."""
    ink, ground = (own.good, own.good_soft) if lit else (own.idle, own.idle_soft)
    box = Box(0, 0, 72, 72)
    body = rect(box.inset(1.5), 14, paint(ground, ink, 3, 1 if lit else 0.9))
    for dx, dy in PIPS[value]:
        body += circle(36 + dx * 15, 36 + dy * 15, 6, paint(ink))
    return Drawing(box, body)


@cache
def depth(own: Theme, name: Depth) -> Drawing:
    """The rings of what, how and why."""
    return part(f"depth-{name}", (*_roles(own, "ink"), ("#FFFFFF", own.panel)))


# -- people and prizes --------------------------------------------------------------------


def portraits() -> tuple[str, ...]:
    """The names of the faces that there are."""
    return tuple(tokens()["portraits"]["files"])


@cache
def portrait(own: Theme, name: str, slot: int) -> Drawing:
    """A face in the colours of an audience's slot."""
    first, mine = own.slots[0], own.slots[slot]
    swaps = tuple((getattr(first, key), getattr(mine, key)) for key in ("colour", "tint", "light", "dark"))
    return part(f"portrait-{name if name in portraits() else 'manager'}", swaps)


@cache
def medal(own: Theme, name: Medal) -> Drawing:
    """The lolly of a medal."""
    return part(f"medal-{name}", _roles(own, name))


@cache
def mark(own: Theme) -> Drawing:
    """The game's mark: a small lolly of the six flavours, 40 by 73."""
    rows: tuple[tuple[float, float, float, float], ...] = (
        (43, 29, 20, 9.4),
        (41, 40, 24, 7.4),
        (39.3, 49, 27.3, 7.4),
        (37.7, 58, 30.6, 7.4),
        (36, 67, 33.9, 7.4),
        (34.4, 76, 37.2, 10.4),
    )
    body = "".join(
        rect(Box(x, y, w, h), 4, paint(own.levels[5 - i].colour)) for i, (x, y, w, h) in enumerate(rows)
    )
    body += rect(Box(49, 88, 8, 14), 4, paint(own.wood_deep))
    return Drawing(Box(33, 29, 40, 73), body)


def hero() -> Drawing:
    """The big lolly of the title, 480 by 880."""
    return _part("hero-lolly")


@cache
def melted(own: Theme) -> Drawing:
    """What is left where there is no medal: a lolly that melted."""
    light = theme("light")
    flavours = tuple((a.colour, b.colour) for a, b in zip(light.levels, own.levels, strict=True))
    return part("lolly-melted", (*_roles(own, "wood"), *flavours))


# -- wood ---------------------------------------------------------------------------------


@cache
def wood(own: Theme, w: float, h: float, seed: int) -> Drawing:
    """A lolly stick lying down, with its grain; every seed has a grain of its own."""
    box = Box(0, 0, w, h)
    body = rect(box, h / 2, paint("url(#w)"))
    state = seed * 2654435761 % 2**32
    for i in range(5):
        state = (state * 1664525 + 1013904223) % 2**32
        start = w * (0.16 + 0.24 * (state >> 16) / 65536)
        state = (state * 1664525 + 1013904223) % 2**32
        length = min(w * (0.3 + 0.3 * (state >> 16) / 65536), w - h * 0.4 - start)
        y = h * (0.17 + 0.17 * i)
        bend = ((state >> 8) % 7 - 3) * 0.8
        d = (
            f"M{n(start)} {n(y)}C{n(start + length * 0.35)} {n(y + bend)} "
            f"{n(start + length * 0.65)} {n(y - bend)} {n(start + length)} {n(y)}"
        )
        body += path(d, paint(None, own.wood_grain, 2, 0.42))
    body += rect(box.inset(1.5), h / 2 - 1.5, paint(None, own.wood_deep, 3, 0.55))
    return Drawing(box, body, fall("w", 0, h, ((0, own.wood_light), (0.3, own.wood), (1, own.wood))))


def wire(x1: float, x2: float, y: float, colour: str, *, dashed: bool = False) -> Drawing:
    """The wire between two lamps."""
    look = paint(None, colour, 6, dash="0.1 14" if dashed else None)
    return Drawing(Box(x1, y, x2 - x1, 0).inset(-4), line(x1, y, x2, y, look))


def dashed_pill(w: float, h: float, colour: str) -> Drawing:
    """The outline of a seat that is still free."""
    box = Box(0, 0, w, h)
    return Drawing(box, outline(box.inset(2), h / 2 - 2, colour, 3, dash="14 11"))


# -- marks of movement --------------------------------------------------------------------


@cache
def glow(own: Theme) -> Drawing:
    """The violet disc behind a token that has just landed."""
    box = Box(-50, -50, 100, 100)
    body = circle(0, 0, 48, paint(own.accent, opacity=0.55)) + circle(
        0, 0, 40, paint(own.accent, opacity=0.75)
    )
    return Drawing(box, body)
