"""Hints for who plays for the first time: each once, when it matters (no pygame)."""

from collections.abc import Collection

from game.screen.box import Box
from game.screen.canvas import Canvas, icon_in
from game.screen.grid import BoardGrid
from game.screen.theme import style
from game.screen.unfolding import ViewDict
from game.screen.widgets.panels import PANEL_RADIUS
from game.words.catalogue import Words

STAY = 9.0
"""Seconds that a hint stays if nobody goes on before."""
SCARCE = 1
"""Attention at which it is time to say that it runs out."""
ICONS = {"talk": "message-circle", "bonds": "droplet", "attention": "hourglass", "lamps": "bulb"}


def board_hint(view: ViewDict, told: Collection[str]) -> str | None:
    """The hint that matters on the board of a view, if it has not been given."""
    return next((hint for hint in _matters(view) if hint not in told), None)


def _matters(view: ViewDict) -> list[str]:
    """The hints that matter now, the most urgent one first."""
    found = []
    if view["week"] == 1 and not any(view["handshake"].values()):
        found.append("talk")
    if any(loose for cells in view["tokens"].values() for loose, _ in cells[1:]):
        found.append("bonds")
    if any(attention <= SCARCE for attention in view["attention"].values()):
        found.append("attention")
    return found


def draw_hint(canvas: Canvas, grid: BoardGrid, hint: str, words: Words) -> None:
    """The hint in place of the log, where it lies on nothing that it speaks of."""
    look = canvas.theme
    box = grid.side_panel("log")
    canvas.panel(box, look.ink, PANEL_RADIUS, shadow="raised")
    disc = Box(box.x + 24, box.y + 22, 58, 58)
    canvas.panel(disc, look.pill_mark, 29)
    icon_in(canvas, ICONS[hint], disc.cx, disc.cy, 34, look.on_ink if look.name == "dark" else look.ink)
    text = box.within(left=28, right=24, top=86, bottom=14)
    canvas.text(words(f"guide.{hint}"), text, style("strong").at(32), look.on_ink, lines=3, valign="top")
