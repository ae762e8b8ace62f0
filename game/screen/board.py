"""The board of the week: the pyramid with its people, drawn from a `BoardModel` in cached layers."""

from collections.abc import Sequence
from functools import partial

from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, icon_in
from game.screen.drawings import drip, ice, token, token_box
from game.screen.focus import Focus, Target
from game.screen.grid import BoardGrid, Placed
from game.screen.model import LEVELS, BoardModel
from game.screen.settings import Lookup
from game.screen.sidecolumn import draw_event, draw_log, draw_organisation
from game.screen.svg import Drawing, line, paint, path, trapezoid
from game.screen.theme import MINIMUM, Theme, icon_of, mix, style
from game.screen.topbar import draw_top_bar
from game.screen.widgets.people import names_fit_beside, persona_card, persona_styles
from game.screen.widgets.sticks import stick, stick_style

GROOVE_INK = "#171F3A"
LABEL_DISC = 46
LABEL_GAP = 16
LABEL_START, LABEL_EDGE = 20.0, 4.0
"""Where the names of levels may begin, and where one that is too long for that."""
JOIN_LEVEL = 4
"""The code to join with hangs beside this level."""


def grid_of(canvas_height: float, model: BoardModel) -> BoardGrid:
    """The grid for a canvas height and a board."""
    return BoardGrid(canvas_height, len(model.audiences), len(model.departments))


def draw_board(
    canvas: Canvas,
    model: BoardModel,
    words: Lookup,
    focus: Focus | None = None,
    *,
    tokens: Sequence[Placed] | None = None,
    side: bool = True,
    cost: tuple[int, int] | None = None,
) -> BoardGrid:
    """Draw the whole board (on the ground, which the stage draws); gives its grid.

    ``tokens`` replaces the placed tokens, for a scene that moves some of them itself. ``side``
    false leaves the side column free. ``cost`` is (audience, cubes to pay).
    """
    here = focus or Focus()
    grid = grid_of(canvas.frame.canvas.h, model)
    lang = words.language
    draw_top_bar(canvas, grid, model, words, here)
    launch = model.launch
    canvas.layer(
        ("pyramid", grid, launch, model.worth, model.join_code, lang),
        Box(0, 100, 1470, grid.card(0).bottom + 20 - 100),
        lambda c: draw_pyramid(c, grid, words, model.worth, launch, model.join_code),
    )
    draw_tokens(canvas, grid, model, tokens)
    role = not canvas.frame.narrow
    width = grid.card(0).w
    roomy = grid.roomy and names_fit_beside(canvas, model.audiences, width)
    styles = persona_styles(canvas, model.audiences, width, roomy=roomy)
    for i, audience in enumerate(model.audiences):
        box = grid.card(i)
        state = here.state(f"lane:{audience.id}")
        pay = cost[1] if cost and cost[0] == i else 0
        canvas.layer(
            ("persona", audience, roomy, role, state, pay, styles),
            box.inset(-16, -14),
            partial(
                persona_card,
                box=box,
                audience=audience,
                roomy=roomy,
                role=role,
                cost=pay,
                state=state,
                styles=styles,
            ),
        )
    if side:
        draw_organisation(canvas, grid, model, words)
        draw_event(canvas, grid, model, words)
        draw_log(canvas, grid, model, words)
    slim = grid.sticks >= 6
    places = [grid.stick(i, turn=one.state == "turn") for i, one in enumerate(model.departments)]
    names = stick_style(canvas, model.departments, places, slim=slim)
    for i, (department, place) in enumerate(zip(model.departments, places, strict=True)):
        state = here.state(f"stick:{department.id}")
        canvas.layer(
            ("stick", department, i, grid.sticks, state, lang, names),
            place.inset(-24),
            partial(
                stick,
                box=place,
                department=department,
                words=words,
                seed=i + 1,
                slim=slim,
                state=state,
                setting=names,
            ),
        )
    return grid


def board_targets(grid: BoardGrid, model: BoardModel, words: Lookup) -> tuple[Target, ...]:
    """Menu, lanes and sticks as targets in Tab order: ``menu``, ``lane:<id>``, ``stick:<id>``."""
    found = [Target("menu", grid.menu, words("board.menu"), radius=22)]
    for i, audience in enumerate(model.audiences):
        outline = grid.lane_outline(i)
        found.append(
            Target(f"lane:{audience.id}", grid.card(i), audience.name, polygon=outline, number=i + 1)
        )
    for i, department in enumerate(model.departments):
        box = grid.stick(i, turn=department.state == "turn")
        found.append(Target(f"stick:{department.id}", box, department.name, radius=box.h / 2))
    return tuple(found)


# -- the pyramid --------------------------------------------------------------------------


def draw_pyramid(
    canvas: Canvas,
    grid: BoardGrid,
    words: Lookup,
    worth: tuple[int, ...],
    launch: tuple[bool, ...] | None,
    join_code: str | None = None,
) -> None:
    """Bands with their shadow, the labels on both sides, and the code to join with."""
    canvas.soft(_shadow(grid, canvas.theme))
    canvas.exact(bands(grid, canvas.theme))
    code = _join_code(canvas, grid, words, join_code) if join_code else LABEL_START
    for level in range(LEVELS):
        _label_left(canvas, grid, words, level, code if level == JOIN_LEVEL else LABEL_START)
        _label_right(canvas, grid, words, level, worth[level], launch)


def _shadow(grid: BoardGrid, look: Theme) -> Drawing:
    top, bottom = grid.band(LEVELS - 1).y, grid.bottom
    shadow = look.shadow("raised")
    steps = shadow.steps
    body = ""
    for i in range(steps):
        grow = 11.6 - i * 1.77
        top_w = grid.width_at(top) + 5 * grow
        base_w = grid.width_at(bottom) + 5 * grow
        radius = 30 + max(grow, 0) * 2
        d = trapezoid(grid.cx, top + 12 - grow, bottom + 12 + grow, top_w, base_w, radius, radius)
        body += path(d, paint(shadow.colour, opacity=shadow.alpha * 0.76 / steps))
    return Drawing(
        Box(
            grid.cx - grid.width_at(bottom) / 2 - 60, top - 24, grid.width_at(bottom) + 120, bottom - top + 84
        ),
        body,
    )


def bands(grid: BoardGrid, look: Theme, *, faded: tuple[int, ...] = ()) -> Drawing:
    """The six bands of ice with their grooves and gloss; ``faded`` ones are paler."""
    body, defs = "", ""
    for level in range(LEVELS):
        band = grid.band(level)
        colour = look.levels[level].colour
        if level in faded:
            colour = mix(colour, look.panel, 0.45)
        top_w, base_w = grid.width_at(band.y), grid.width_at(band.bottom)
        defs += ice(f"b{level}", band.y, band.bottom, colour)
        above, below = 30 if level == LEVELS - 1 else 20, 30 if level == 0 else 20
        d = trapezoid(grid.cx, band.y, band.bottom, top_w, base_w, above, below)
        body += path(d, paint(f"url(#b{level})"))
        groove = mix(colour, GROOVE_INK, 0.5)
        if look.name == "bright":
            body += path(d, paint(None, mix(colour, GROOVE_INK, 0.45), 3))
        y1, y2 = band.y + 9, band.bottom - 7
        for lane in range(grid.lanes - 1):
            x1, x2 = grid.lane_x(lane + 0.5, y1), grid.lane_x(lane + 0.5, y2)
            body += line(x1, y1, x2, y2, paint(None, groove, 2.5, look.groove_dark))
            body += line(x1 + 2.5, y1, x2 + 2.5, y2, paint(None, "#FFFFFF", 2.5, look.groove_light))
        gloss, dark = paint(None, "#FFFFFF", 3, look.gloss), paint(None, groove, 3, 0.16)
        half = top_w / 2 - above * 0.9
        body += line(grid.cx - half, band.y + 4.5, grid.cx + half, band.y + 4.5, gloss)
        half = base_w / 2 - below
        body += line(grid.cx - half, band.bottom - 3, grid.cx + half, band.bottom - 3, dark)
    base = grid.width_at(grid.bottom)
    top = grid.band(LEVELS - 1).y
    view = Box(grid.cx - base / 2, top, base, grid.bottom - top).inset(-6)
    return Drawing(view, body, defs)


def _label_left(canvas: Canvas, grid: BoardGrid, words: Lookup, level: int, start: float) -> None:
    look = canvas.theme
    kind = look.levels[level]
    left, _ = grid.slope(level)
    cy = grid.band(level).cy
    disc = Box(left - LABEL_GAP - LABEL_DISC, cy - LABEL_DISC / 2, LABEL_DISC, LABEL_DISC)
    canvas.panel(disc, look.panel, LABEL_DISC / 2, edge=Edge(kind.colour, 4))
    icon_in(canvas, kind.icon, disc.cx, disc.cy, 29, look.ink)
    setting = style("strong").at(30 + 4 * grid.extra / 360)
    name = words(f"level.{kind.id}")
    room = Box(start, cy - 24, disc.x - 11 - start, 48)
    if start == LABEL_START and not canvas.set_text(name, room, setting).fits:
        room = room.within(left=LABEL_EDGE - start)
    canvas.text(name, room, setting, look.ink, align="right")


def _label_right(
    canvas: Canvas, grid: BoardGrid, words: Lookup, level: int, worth: int, launch: tuple[bool, ...] | None
) -> None:
    look = canvas.theme
    _, right = grid.slope(level)
    cy = grid.band(level).cy
    room = Box(right + LABEL_GAP, cy - 24, 1466 - right - LABEL_GAP, 48)
    rocket = launch is not None and level > 0
    if rocket:
        room = room.within(right=50)
    block = canvas.text(words("board.points_each", n=worth), room, style("label"), look.ink_soft)
    if rocket and launch is not None:
        lit = launch[level]
        disc = Box(block.box.right + 12, cy - 19, 38, 38)
        canvas.panel(disc, look.good_soft if lit else look.idle_soft, 19)
        ink = look.good if lit else look.idle
        icon_in(canvas, icon_of("marks", "launch"), disc.cx, disc.cy, 27, ink, stroke=2.1)


def _join_code(canvas: Canvas, grid: BoardGrid, words: Lookup, code: str) -> float:
    """The chip with the code beside a level; gives the x where that level's label may begin.

    Where the label is too long for both, the chip stands beside the persona cards instead.
    """
    look = canvas.theme
    setting = style("strong")
    smallest = setting.at(MINIMUM / canvas.text_scale)
    label = canvas.width_of(words(f"level.{look.levels[JOIN_LEVEL].id}"), smallest)
    end = grid.slope(JOIN_LEVEL)[0] - LABEL_GAP - LABEL_DISC - 11 - 8 - label
    width = 51 + canvas.width_of(code, setting) + 22
    beside = 32 + 73 + canvas.width_of(code, smallest) <= end
    if beside:
        box = Box(32, grid.band(JOIN_LEVEL).cy - 24, min(width, end - 32), 56)
    else:
        box = Box(32, grid.card(0).bottom - 56, min(width, grid.card(0).x - 16 - 32), 56)
    canvas.panel(box, look.panel, 28, edge=Edge(look.line, 2.4), shadow="card")
    icon_in(canvas, "device-mobile", box.x + 28, box.cy, 32, look.ink_soft)
    canvas.text(code, box.within(left=50, right=10), setting, look.ink)
    return box.right + 8 if beside else LABEL_START


# -- tokens -------------------------------------------------------------------------------


def draw_tokens(
    canvas: Canvas, grid: BoardGrid, model: BoardModel, placed: Sequence[Placed] | None = None
) -> None:
    """Drips of cells at risk, and the tokens."""
    size, all_placed = grid.tokens(model.audiences)
    shown = tuple(all_placed if placed is None else placed)
    slots = tuple(audience.slot for audience in model.audiences)
    risks = tuple(
        (lane, level)
        for lane, audience in enumerate(model.audiences)
        for level, cell in enumerate(audience.cells)
        if level and cell.at_risk and cell.loose
    )

    def draw(c: Canvas) -> None:
        for lane, level in risks:
            c.shape(drip(c.theme, level), grid.drip(lane, level))
        for one in shown:
            draw_token(c, one, slots[one.audience], size)

    top = grid.band(LEVELS - 1).y
    base = grid.width_at(grid.bottom)
    room = Box(grid.cx - base / 2 - 20, top - 20, base + 40, grid.bottom - top + 40)
    canvas.layer(("tokens", grid, size, shown, slots, risks), room, draw)


def draw_token(canvas: Canvas, one: Placed, slot: int, size: float, *, opacity: float = 1) -> None:
    """One token, or a stack as a token with how many there are."""
    canvas.shape(token(canvas.theme, slot, one.bond, one.level), token_box(one.at, size), opacity=opacity)
    if one.count > 1:
        ink = canvas.theme.levels[one.level].icon_ink
        room = Box(one.at.x + size * 0.6, one.at.y - 20, 70, 40)
        canvas.text(f"×{one.count}", room, style("strong").at(28), ink, opacity=opacity)
