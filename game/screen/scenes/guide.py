"""Hints for who plays for the first time: each once, when it matters (no pygame)."""

from collections.abc import Collection

from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, icon_in
from game.screen.grid import BoardGrid
from game.screen.model import DepartmentModel
from game.screen.sidecolumn import LOG_HEAD
from game.screen.theme import style
from game.screen.unfolding import ViewDict
from game.screen.widgets.panels import PANEL_RADIUS
from game.words.catalogue import Words

STAY = 9.0
"""Seconds that a hint stays if nobody goes on before."""
SCARCE = 1
"""Attention at which it is time to say that it runs out."""
GAP, HIGHEST = 16.0, 176.0
PADDED = 16.0
"""What a hint leaves free above and below its letters."""
ICONS = {"talk": "message-circle", "bonds": "droplet", "attention": "hourglass", "lamps": "bulb"}


def board_hint(view: ViewDict, told: Collection[str]) -> str | None:
    """The hint that matters on the board of a view, if it has not been given."""
    return next((hint for hint in matters(view) if hint not in told), None)


def matters(view: ViewDict) -> list[str]:
    """The hints that matter now, the most urgent one first."""
    found = []
    if view["week"] == 1 and not any(view["handshake"].values()):
        found.append("talk")
    if any(loose for cells in view["tokens"].values() for loose, _ in cells[1:]):
        found.append("bonds")
    if any(attention <= SCARCE for attention in view["attention"].values()):
        found.append("attention")
    return found


def aside(canvas: Canvas, grid: BoardGrid) -> Box:
    """Where something can be said for a moment: in place of the log, whose count of what is at risk stays."""
    log = grid.side_panel("log")
    if canvas.frame.narrow:  # the count stands at the foot then, under the event
        above = log.within(bottom=LOG_HEAD + GAP)
        return above.bottom_part(min(HIGHEST, above.h))
    below = log.within(top=LOG_HEAD + 6)
    return below.top_part(min(HIGHEST, below.h))


def draw_hint(canvas: Canvas, grid: BoardGrid, hint: str, words: Words) -> None:
    """The hint beside the board, where it lies on nothing that it speaks of."""
    look = canvas.theme
    box = aside(canvas, grid)
    canvas.panel(box, look.ink, PANEL_RADIUS, shadow="raised")
    disc = Box.around(box.x + 42, box.cy, 56, 56)
    canvas.panel(disc, look.pill_mark, 28)
    icon_in(canvas, ICONS[hint], disc.cx, disc.cy, 34, look.on_ink if look.name == "dark" else look.ink)
    text = Box(disc.right + 11, box.y + PADDED, box.right - disc.right - 23, box.h - 2 * PADDED)
    canvas.text(words(f"guide.{hint}"), text, style("strong").at(30), look.on_ink, lines=4)


def draw_turn(canvas: Canvas, grid: BoardGrid, department: DepartmentModel, names: str, words: Words) -> None:
    """Whose turn it is now, on wood and with the halo of the stick that it speaks of."""
    look = canvas.theme
    box = aside(canvas, grid)
    canvas.panel(box.inset(-8), look.accent, PANEL_RADIUS + 8, edge=Edge(look.ink, 3), shadow="raised")
    canvas.panel(box, look.wood, PANEL_RADIUS, edge=Edge(look.wood_deep, 2))
    disc = Box.around(box.x + 62, box.cy, 84, 84)
    canvas.panel(disc, "#FFFFFF", 42, opacity=0.62)
    icon_in(canvas, department.icon, disc.cx, disc.cy, 50, look.on_wood, stroke=1.9)
    room = Box(disc.right + 18, box.y + 14, box.right - disc.right - 38, box.h - 28)
    setting, shorts = style("h3").at(38), (department.short,)
    name = canvas.set_text(department.name, room.within(top=42), setting, lines=2, shorts=shorts).box.h
    text = Box(room.x, room.cy - (44 + name) / 2, room.w, 44 + name)
    said = words("work.turn_of", names=names) if names else words("work.turn")
    canvas.text(said, text.top_part(40), style("label"), look.on_wood_soft, shorts=(words("work.turn"),))
    below = Box(room.x, text.y + 44, room.w, room.h - 42)
    canvas.text(department.name, below, setting, look.on_wood, lines=2, valign="top", shorts=shorts)
