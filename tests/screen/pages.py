"""What is drawn for pictures, layout tests and the contact sheet: pages by name.

A page draws itself on any canvas with any texts, so that it can be shown in both languages, all
themes and every size. ``scene_page`` makes one of a scene.
"""

from collections.abc import Callable
from dataclasses import dataclass

from game.screen.board import draw_board
from game.screen.canvas import Canvas
from game.screen.focus import Focus, settle
from game.screen.scene import Scene, View
from game.screen.settings import Lookup, Settings
from game.screen.stage import draw_focus
from game.screen.theme import ThemeName
from game.words.catalogue import Language
from tests.screen import samples
from tests.screen.components import draw_components, draw_overlay

Draw = Callable[[Canvas, Lookup], object]


@dataclass(frozen=True)
class Page:
    """Something to draw, and the language and theme of its golden."""

    draw: Draw
    language: Language = "nl"
    theme: ThemeName = "light"


def scene_page(make: Callable[[Language], Scene], now: float = 0.0) -> Draw:
    """A page of a scene at a moment, its focus where it is at the beginning."""

    def draw(canvas: Canvas, words: Lookup) -> None:
        scene = make(words.language)
        settings = Settings(words.language, canvas.theme.name, canvas.text_scale)
        view = View(canvas.frame, settings, words, Focus(), now)
        focus = settle(Focus(), scene.targets(view), scene.first(view))
        view = View(canvas.frame, settings, words, focus, now)
        scene.draw(canvas, view)
        draw_focus(canvas, scene.targets(view), focus)

    return draw


PAGES = {
    "board-nl": Page(lambda c, w: draw_board(c, samples.usual(w.language), w)),
    "board-crowded-en": Page(lambda c, w: draw_board(c, samples.crowded(w.language), w), "en", "dark"),
    "components": Page(draw_components),
    "components-dark": Page(draw_components, theme="dark"),
    "overlay": Page(lambda c, w: draw_overlay(c, w, samples.usual(w.language)), theme="bright"),
}
