"""A page to draw: what pictures, layout tests and the contact sheet are made of."""

from collections.abc import Callable
from dataclasses import dataclass

from game.screen.canvas import Canvas
from game.screen.clock import ClockLength
from game.screen.focus import Focus, settle
from game.screen.scene import Scene, View
from game.screen.settings import Lookup, Settings
from game.screen.theme import ThemeName
from game.screen.widgets.ring import draw_focus
from game.words.catalogue import Language

Draw = Callable[[Canvas, Lookup], object]


@dataclass(frozen=True)
class Page:
    """Something to draw, and the language and theme of its golden."""

    draw: Draw
    language: Language = "nl"
    theme: ThemeName = "light"


def scene_page(
    make: Callable[[Language], Scene], now: float = 0.0, clock: ClockLength = "off", *, led: bool = False
) -> Draw:
    """A page of a scene at a moment, its focus where it is at the beginning."""

    def draw(canvas: Canvas, words: Lookup) -> None:
        scene = make(words.language)
        settings = Settings(words.language, canvas.theme.name, canvas.text_scale, clock=clock)
        view = View(canvas.frame, settings, words, Focus(), now, led)
        focus = settle(Focus(), scene.targets(view), scene.first(view))
        view = View(canvas.frame, settings, words, focus, now, led)
        scene.draw(canvas, view)
        draw_focus(canvas, scene.targets(view), focus)

    return draw
