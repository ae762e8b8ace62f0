"""The top bar of the board: mark and scenario, weeks, clock, points, menu."""

from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, icon_in
from game.screen.drawings import mark
from game.screen.focus import Focus
from game.screen.grid import BoardGrid
from game.screen.model import BoardModel
from game.screen.settings import Lookup
from game.screen.theme import icon_of, style, tokens
from game.screen.widgets.buttons import icon_button

LINE = 62.0
PITCH = 54.0
CLOCK_W = 196.0
BEFORE_POINTS = 28.0
"""What larger letters of the clock must leave free, so that it is not read together with the points."""
PARTS = ("monday", "work", "friday")


def draw_top_bar(canvas: Canvas, grid: BoardGrid, model: BoardModel, words: Lookup, focus: Focus) -> None:
    """The whole bar in layers: what seldom changes, the clock, the menu button."""
    quiet = (model.title, model.week, model.weeks, model.part, model.lost_weeks, model.join_address)
    canvas.layer(("bar", quiet, words.language), Box(20, 10, 1230, 104), lambda c: _left(c, model, words))
    if model.clock is not None:
        x = float(tokens()["board"]["top_bar"]["clock_x"])
        box = Box(x, LINE - 30, CLOCK_W - BEFORE_POINTS, 60)
        draw_clock(canvas, box, model.clock, paused=model.clock_paused)
    scores = (model.points, model.next_medal)
    canvas.layer(
        ("points", scores, words.language), Box(1450, 10, 360, 104), lambda c: _points(c, model, words)
    )
    icon_button(canvas, grid.menu, "menu-2", state=focus.state("menu"))


def _left(canvas: Canvas, model: BoardModel, words: Lookup) -> None:
    look = canvas.theme
    canvas.shape(mark(look), Box(33, 29, 40, 73))
    title = Box(tokens()["board"]["top_bar"]["title_x"], LINE - 36, 318, 72)
    setting = style("h1").at(46)
    if not _draw_way_in(canvas, title, model):
        canvas.text(model.title, title, setting, look.ink, lines=2, shrink_first=True)
    draw_weeks(canvas, model, words)


def _draw_way_in(canvas: Canvas, box: Box, model: BoardModel) -> bool:
    """The title, and under it the address for phones that come late; false if there is no room for both."""
    look = canvas.theme
    if model.join_address is None:
        return False
    title, setting = Box(box.x, box.y - 6, box.w, 46), style("h1").at(40)
    line, plain = Box(box.x + 32, box.y + 40, box.w - 32, 40), style("body").at(30)
    if not canvas.set_text(model.title, title, setting).fits:
        return False
    if not canvas.set_text(model.join_address, line, plain).fits:
        return False
    canvas.text(model.title, title, setting, look.ink)
    icon_in(canvas, "device-mobile", box.x + 13, line.cy, 28, look.ink_soft)
    canvas.text(model.join_address, line, plain, look.ink_soft)
    return True


def draw_weeks(canvas: Canvas, model: BoardModel, words: Lookup) -> None:
    """Past weeks as discs, this one as a pill with its parts, coming ones as rings, and the shake-out."""
    look = canvas.theme
    title, part = words("board.week", n=model.week), words(f"part.{model.part}")
    bold, plain = style("strong"), style("body").at(30)
    pill = 60 + canvas.width_of(title, bold) + 14 + canvas.width_of(part, plain)
    start = float(tokens()["board"]["top_bar"]["weeks_x"])
    room = 1240 - start - 40
    pitch = min(PITCH, (room - pill - 20) / max(1, model.weeks - 1))
    x = start + 22
    for week in range(1, model.weeks + 1):
        if week == model.week:
            box = Box(x - 22, LINE - 33, min(pill, room), 66)
            _this_week(canvas, box, model, title, part)
            x = box.right + 10 + 22
            continue
        disc = Box.around(x, LINE, 44, 44)
        if week < model.week:
            canvas.panel(disc, look.ink, 22, opacity=0.16)
        else:
            canvas.panel(disc, None, 22, edge=Edge(look.line_strong, 3))
        ink = look.ink if week < model.week else look.ink_soft
        if week in model.lost_weeks:
            icon_in(canvas, "minus", disc.cx, disc.cy, 30, look.ink, stroke=2.6)
        else:
            canvas.text(str(week), disc, style("label"), ink, align="centre")
        x += pitch if week + 1 != model.week else 54
    icon_in(canvas, icon_of("marks", "shake_out"), x - 4, LINE, 34, look.ink_soft)


def _this_week(canvas: Canvas, box: Box, model: BoardModel, title: str, part: str) -> None:
    look = canvas.theme
    canvas.panel(box, look.ink, 33)
    inner = Box(box.x + 30, box.y, box.w - 60, box.h)
    line = Box(inner.x, box.y + 4, inner.w, 46)
    block = canvas.text(title, line, style("strong"), look.on_ink)
    canvas.text(part, line.within(left=block.box.w + 14), style("body").at(30), look.on_ink)
    now = PARTS.index(model.part) if model.part in PARTS else -1
    for i, bar in enumerate(Box(inner.x, box.y + 51, inner.w, 6).columns(3, 6)):
        canvas.panel(bar, look.pill_mark if i <= now else look.on_ink, 3, opacity=1 if i <= now else 0.3)


def clock_text(seconds: int) -> str:
    """Minutes and seconds."""
    return f"{max(seconds, 0) // 60:02}:{max(seconds, 0) % 60:02}"


def draw_clock(canvas: Canvas, box: Box, seconds: int, *, paused: bool = False) -> None:
    """An hourglass, or the sign of a pause, and the time that is left; on a strong ground when it is up."""
    look = canvas.theme
    icon = "player-pause" if paused else icon_of("marks", "clock")
    up = not seconds and not paused
    number = style("number").at(40)
    if up:
        said = canvas.set_text(clock_text(0), box.within(left=46), number).box
        canvas.panel(Box(box.x - 12, box.cy - 30, said.right - box.x + 24, 60), look.bad, 20)
    icon_in(canvas, icon, box.x + 18, box.cy, 36, look.panel if up else look.ink)
    ink = look.panel if up else look.ink_soft if paused else look.ink
    canvas.text(clock_text(seconds), box.within(left=46), number, ink)


def _points(canvas: Canvas, model: BoardModel, words: Lookup) -> None:
    look = canvas.theme
    x = float(tokens()["board"]["top_bar"]["points_x"])
    number = canvas.text(str(model.points), Box(x, LINE - 32, 150, 64), style("number").at(56), look.ink)
    words_at = Box(number.box.right + 16, LINE - 35, 1800 - number.box.right - 16, 69)
    upper, lower = words_at.rows(2)
    canvas.text(words("board.points"), upper, style("strong").at(28), look.ink)
    if model.next_medal is None:
        canvas.text(words("board.gold_reached"), lower, style("body"), look.ink_soft)
        return
    medal, points = model.next_medal
    named = words(f"medal.{medal}")
    line = words("board.medal_at", medal=named, points=points)
    short = words("board.medal_at_short", medal=named, points=points)
    canvas.text(line, lower, style("body"), look.ink_soft, shorts=(short,))
