"""Faces and persona cards of the audiences."""

from dataclasses import dataclass

from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, common_style, icon_in
from game.screen.drawings import portrait
from game.screen.focus import State
from game.screen.model import AudienceModel, Motive
from game.screen.svg import Drawing, line, paint
from game.screen.theme import MINIMUM, Style, icon_of, style
from game.screen.widgets.panels import attention

BESIDE_FACE = 98.0
"""What a roomy card does not leave to the name: the face, and a margin."""
NAME_PAD = 3.0
ROLE_PAD = 7.0
TWO_LINES = 57.0
"""Height of a role on two lines."""
LEAST_MAYBE = 26.0
"""What a motive that may be hers takes at least on a card with little room."""


def face(canvas: Canvas, audience: AudienceModel, cx: float, cy: float, radius: float) -> None:
    """An audience's portrait in the colours of its slot."""
    portrayed(canvas, audience.portrait, audience.slot, Box.around(cx, cy, 2 * radius, 2 * radius))


def portrayed(canvas: Canvas, drawn: str, slot: int, box: Box) -> None:
    """A portrait by its name, with the ring of a slot."""
    canvas.shape(portrait(canvas.theme, drawn, slot), box)
    canvas.panel(box, None, box.w / 2, edge=Edge(canvas.theme.line_of(slot), max(2.4, box.w * 0.025)))


def motive_card(canvas: Canvas, box: Box, motive: Motive | None) -> None:
    """A motive that is turned up (violet, its icon) or down (dashed, a question mark)."""
    look = canvas.theme
    if motive is None:
        canvas.panel(box, look.sunken, 11, edge=Edge(look.line_strong, 2.4, dash="5 4"))
        canvas.text("?", box, style("strong").at(28), look.ink_soft, align="centre")
        return
    canvas.panel(box, look.accent, 11, edge=Edge(look.accent_edge, 2.4))
    icon_in(canvas, motive.icon, box.cx, box.cy, min(box.w, box.h) * 0.72, look.accent_ink, stroke=2.1)


def struck(canvas: Canvas, icon: str, cx: float, cy: float, size: float) -> None:
    """A motive that is not hers: its icon, struck through."""
    look = canvas.theme
    icon_in(canvas, icon, cx, cy, size, look.ink_soft)
    half = size * 0.46
    for colour, width in ((look.panel, size * 0.2), (look.bad, size * 0.1)):
        body = line(-half, half, half, -half, paint(None, colour, width))
        canvas.shape(
            Drawing(Box.around(0, 0, size * 1.2, size * 1.2), body),
            Box.around(cx, cy, size * 1.2, size * 1.2),
        )


def maybe(canvas: Canvas, box: Box, motives: tuple[Motive, ...], size: float) -> float:
    """Motives that may be hers behind a question mark, centred on a dashed ground; gives its right edge."""
    look = canvas.theme
    n = len(motives) + 1
    pitch = min(size * 1.3, box.w / n)
    ground = Box.around(box.cx, box.cy, n * pitch, min(box.h, size + 8))
    canvas.panel(ground, look.sunken, 11, edge=Edge(look.line_strong, 2.4, dash="5 4"))
    ask = Box(ground.x, ground.y, pitch, ground.h)
    canvas.text("?", ask, style("strong").at(28), look.ink_soft, align="centre")
    for i, motive in enumerate(motives):
        icon_in(canvas, motive.icon, ground.x + (i + 1.5) * pitch, ground.cy, min(size, pitch - 4), look.ink)
    return ground.right


def marks_of(audience: AudienceModel) -> tuple[str, ...]:
    """Icons of what happened with an audience: handshake, convinced, value proposition."""
    happened = (
        ("handshake", audience.handshake),
        ("convinced", audience.convinced),
        ("proposition", audience.proposition),
    )
    return tuple(icon_of("marks", name) for name, so in happened if so)


@dataclass(frozen=True, slots=True)
class PersonaStyles:
    """How names and roles are set with which all cards of a row look alike; roles on so many lines."""

    name: Style
    role: Style
    role_lines: int = 1


def persona_card(
    canvas: Canvas,
    box: Box,
    audience: AudienceModel,
    *,
    roomy: bool,
    role: bool = True,
    cost: int = 0,
    state: State = "idle",
    styles: PersonaStyles | None = None,
) -> None:
    """An audience under its lane; ``cost`` crosses out the cubes that a play would take.

    ``styles`` are the same for all cards of a row (`persona_styles`).
    """
    look = canvas.theme
    edge = Edge(look.ink, 4) if state in ("hover", "pressed") else Edge(look.line, 2)
    canvas.panel(box, look.panel, 20, edge=edge, shadow="card")
    foot = Box(box.x + 2, box.bottom - 9, box.w - 4, 7)
    canvas.panel(foot, look.line_of(audience.slot), 3.5)
    styles = styles or persona_styles(canvas, (audience,), box.w, roomy=roomy)
    if roomy:
        _roomy(canvas, box, audience, styles, cost, role=role)
    else:
        _compact(canvas, box, audience, styles.name, cost)


def persona_styles(
    canvas: Canvas, audiences: tuple[AudienceModel, ...], width: float, *, roomy: bool
) -> PersonaStyles:
    """The styles for all cards of a width: where one role is too long for a line, all have two."""
    names = [audience.name for audience in audiences]
    if not roomy:
        name = common_style(canvas, names, width - 2 * NAME_PAD, style("strong").at(28))
        return PersonaStyles(name, style("body"))
    name = common_style(canvas, names, width - BESIDE_FACE, style("strong"))
    roles, room = [audience.role for audience in audiences], width - 2 * ROLE_PAD
    role = common_style(canvas, roles, room, style("body"))
    if all(canvas.width_of(text, role) <= room for text in roles):
        return PersonaStyles(name, role)
    return PersonaStyles(name, style("body"), 2)


def names_fit_beside(canvas: Canvas, audiences: tuple[AudienceModel, ...], width: float) -> bool:
    """Whether every name fits beside its face on a card of a width, as the roomy cards have it."""
    least = style("strong").at(MINIMUM / canvas.text_scale)
    return all(canvas.width_of(one.name, least) <= width - BESIDE_FACE for one in audiences)


def _channels(canvas: Canvas, box: Box, icons: tuple[str, ...], size: float, per_row: int) -> None:
    """Channel icons from the left, in as many rows as the box has room for."""
    pitch = size + 8
    if len(icons) > per_row * (2 if box.h > size * 2 else 1):
        per_row = -(-len(icons) // (2 if box.h > size * 2 else 1))
        pitch = min(pitch, box.w / per_row)
        size = min(size, pitch - 3)
    for i, icon in enumerate(icons):
        row, column = divmod(i, per_row)
        x, y = box.x + column * pitch + size / 2, box.y + row * (size + 2) + size / 2
        icon_in(canvas, icon, x, y, size, canvas.theme.ink_soft)


def _roomy(
    canvas: Canvas, box: Box, audience: AudienceModel, styles: PersonaStyles, cost: int, *, role: bool
) -> None:
    look = canvas.theme
    face(canvas, audience, box.x + 46, box.y + 46, 34)
    x = box.x + 90
    name = Box(x, box.y + 8, box.right - 8 - x, 40)
    canvas.text(audience.name, name, styles.name, look.ink)
    _channels(canvas, Box(x, box.y + 49.5, box.right - 6 - x, 29), audience.channels, 29, 3)
    grown = max(0.0, box.h - 222)
    two = role and styles.role_lines > 1
    # Two lines of a role push what is below them together.
    words = Box(box.x + ROLE_PAD, box.y + 78 + grown * 0.1, box.w - 2 * ROLE_PAD, 44)
    if two:
        words = Box(words.x, words.y + 5, words.w, TWO_LINES)
    if audience.candidates:
        maybe(canvas, words.inset(0, 2), audience.candidates, 30.0)
    elif audience.not_hers:
        # What the team has learnt goes before who she is, which everybody knows by then.
        pitch = min(40.0, words.w / len(audience.not_hers))
        for i, wrong in enumerate(audience.not_hers):
            x = words.cx + (i - (len(audience.not_hers) - 1) / 2) * pitch
            struck(canvas, wrong.icon, x, words.cy, min(30.0, pitch - 4))
    elif role and canvas.set_text(audience.role, words, styles.role, lines=styles.role_lines).fits:
        # With larger letters a long role stands only where she is alone, when something is chosen for her.
        canvas.text(audience.role, words, styles.role, look.ink_soft, align="centre", lines=styles.role_lines)
    below = words.bottom + 2 + grown * 0.25 if two else box.y + 123 + grown * 0.35
    cubes = Box(box.x + 10, below - (0 if role else 14), box.w - 20, 28)
    attention(canvas, cubes, audience.attention, audience.attention_max, cost=cost)
    y = box.bottom - (50 if two else 61 if role else 68)
    for i, motive in enumerate(audience.motives):
        motive_card(canvas, Box(box.x + 12 + i * 48, y, 42, 40), motive)
    marks = marks_of(audience)
    for i, mark in enumerate(marks):
        right = box.right - 26 - (len(marks) - 1 - i) * 36
        icon_in(canvas, mark, right, y + 20, 31, look.ink, stroke=2.1)


def _compact(canvas: Canvas, box: Box, audience: AudienceModel, name_style: Style, cost: int) -> None:
    look = canvas.theme
    face(canvas, audience, box.x + 38, box.y + 38, 28)
    channels = Box(box.x + 74, box.y + 10, box.right - 6 - box.x - 74, 60)
    _channels(canvas, channels, audience.channels, 28, 2)
    name = Box(box.x + NAME_PAD, box.y + 64, box.w - 2 * NAME_PAD, 36)
    canvas.text(audience.name, name, name_style, look.ink, align="centre")
    cubes = Box(box.x + 8, box.y + 102, box.w - 16, 20)
    attention(canvas, cubes, audience.attention, audience.attention_max, cost=cost, size=20)
    grown = max(0.0, box.h - 222)
    y = box.y + 134 + grown * 0.5
    n = len(audience.motives)
    for i, motive in enumerate(audience.motives):
        motive_card(canvas, Box(box.cx - (n * 48 - 6) / 2 + i * 48, y, 42, 40), motive)
    marks = marks_of(audience)
    possible = Box(box.x + 7 + 34 * len(marks), y + 43, box.w - 14 - 34 * len(marks), 30)
    if audience.candidates and possible.w >= LEAST_MAYBE * (len(audience.candidates) + 1):
        maybe(canvas, possible, audience.candidates, 22.0)
        struck_out: tuple[Motive, ...] = ()
        middle = box.x + 7 + 17 * len(marks)
    else:  # who she may be stands where something is chosen for her
        struck_out = audience.not_hers
        middle = box.cx
    n = len(marks) + len(struck_out)
    pitch = min(42.0 if middle == box.cx else 34.0, (box.w - 14) / max(n, 1))
    size = min(30.0, pitch - 3)
    for i in range(n):
        x = middle + (i - (n - 1) / 2) * pitch
        if i < len(marks):
            icon_in(canvas, marks[i], x, y + 62, size, look.ink, stroke=2.1)
        else:
            struck(canvas, struck_out[i - len(marks)].icon, x, y + 62, size)
