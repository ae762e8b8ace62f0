"""What the board says while the people whom the game waits for have a phone in hand."""

from collections.abc import Callable
from dataclasses import dataclass

from game.screen.box import Box
from game.screen.canvas import Canvas, Edge
from game.screen.focus import Target
from game.screen.scene import Scene, View
from game.screen.scenes.both import Both
from game.screen.theme import style
from game.screen.widgets.buttons import label
from game.words.catalogue import Words

LOOKS = 0.5
"""Seconds after which the board looks again who is there, and at the clock."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """``told`` says for whom the game waits; ``over``: something else is to be shown.

    ``panel`` gives the trainer's panel.
    """

    told: Both[str]
    over: Callable[[], bool]
    panel: Callable[[], Scene]


WAIT = "wait"


def rest_target(view: View) -> Target:
    """Where the focus begins while a room waits for its phones, so that nothing is chosen by accident.

    Who presses a key to go on, when the board has just gone on by itself, opens nothing.
    """
    return Target(WAIT, view.frame.window, enabled=False, ring=False)


def waiting_target(box: Box, view: View) -> Target:
    """The plate leads to the trainer's panel."""
    return Target("panel", box, Words("lobby", view.settings.language)("board.panel"), radius=24)


def draw_waiting(canvas: Canvas, box: Box, waiting: Waiting, view: View) -> None:
    """The words on a plate, where people at the screen would have their button."""
    look = canvas.theme
    edge = Edge(look.ink, 3) if view.focus.state("panel") != "idle" else None
    canvas.panel(box, look.accent, 24, edge=edge)
    text = waiting.told.get(view.settings.language)
    place, ink = box.inset(20, 6), look.accent_ink
    label(canvas, place, text, style("strong"), ink, icon="device-mobile", align_centre=True, lines=2)
