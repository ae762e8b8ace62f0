"""What is drawn for pictures, layout tests and the contact sheet: pages by name.

A page draws itself on any canvas with any texts, so that it can be shown in both languages, all
themes and every size. ``page.scene_page`` makes one of a scene.
"""

from game.screen.board import draw_board
from tests.screen import samples
from tests.screen.components import draw_components, draw_overlay
from tests.screen.page import Page
from tests.screen.scenes.flow_pages import FLOW_PAGES
from tests.screen.scenes.pages import SCENE_PAGES
from tests.screen.scenes.phone_pages import GOLDEN, PHONE_PAGES

PAGES: dict[str, Page] = {
    **FLOW_PAGES,
    **SCENE_PAGES,
    **{name: PHONE_PAGES[name] for name in GOLDEN},
    "board-nl": Page(lambda c, w: draw_board(c, samples.usual(w.language), w)),
    "board-crowded-en": Page(lambda c, w: draw_board(c, samples.crowded(w.language), w), "en", "dark"),
    "board-researched-nl": Page(lambda c, w: draw_board(c, samples.researched(samples.usual(w.language)), w)),
    "components": Page(draw_components),
    "components-dark": Page(draw_components, theme="dark"),
    "overlay": Page(lambda c, w: draw_overlay(c, w, samples.usual(w.language)), theme="bright"),
}
"""Those that have a golden."""
ALL_PAGES = {**PAGES, **PHONE_PAGES}
