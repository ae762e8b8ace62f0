"""Every page has room for its texts: both languages, all sizes, larger letters, words a third longer."""

import pytest

from game.screen.fonts import Fonts
from game.screen.layout import fit
from game.screen.recording import RecordingCanvas
from game.screen.settings import TEXT_SCALES, screen_words
from game.screen.theme import theme
from tests.screen.faults import faults
from tests.screen.pages import ALL_PAGES
from tests.screen.pseudo import PseudoCanvas, longer

FONTS = Fonts()
SIZES = ((1920, 1080), (1280, 720), (1024, 768), (1024, 640), (2560, 1080), (3840, 2160))
USUAL = SIZES[:2]
LARGER = TEXT_SCALES[1:]
SHOWN = sorted(name for name in ALL_PAGES if not name.startswith("components"))
"""The components lie side by side on a page of their own, without a layout."""


def wrong(name: str, canvas: RecordingCanvas) -> list[str]:
    page = ALL_PAGES[name]
    page.draw(canvas, screen_words(page.language))
    return faults(canvas)


@pytest.mark.parametrize("name", SHOWN)
def test_a_page_has_room_in_every_window(name: str) -> None:
    for size in SIZES:
        assert wrong(name, RecordingCanvas(fit(*size), theme("light"), FONTS)) == [], size


@pytest.mark.parametrize("scale", LARGER)
@pytest.mark.parametrize("name", SHOWN)
def test_a_page_has_room_for_larger_letters(name: str, scale: float) -> None:
    for size in USUAL:
        assert wrong(name, RecordingCanvas(fit(*size), theme("light"), FONTS, scale)) == [], size


@pytest.mark.parametrize("name", SHOWN)
def test_a_page_has_room_for_words_a_third_longer(name: str) -> None:
    for size in USUAL:
        assert wrong(name, PseudoCanvas(fit(*size), theme("light"), FONTS)) == [], size


def test_the_longer_language_is_a_third_longer() -> None:
    text = "Wie spreekt met wie, en waarover gaat het gesprek deze week?"
    assert 1.25 <= len(longer(text)) / len(text) <= 1.35  # spaces and signs do not grow


SIDE_BY_SIDE = {
    "together-why-en": ("Those who know", "Whoever wants", "Whoever helps", "More revenue"),
    "lobby-nl": ("net verhuisd", "startende baas", "boze klant", "thuiszorgzuster", "redacteur krant"),
    "setup-en": ("No clock", "2 minutes", "3 minutes"),
    "friday-drift-nl": ("Gesproken", "Wegdrijven", "Lancering", "Delen", "Vergeten"),
    "choosing-everybody-nl": ("bereikt 3\u00a0van\u00a05", "5, nodig 2", "alles is er"),
}


@pytest.mark.parametrize("name", SIDE_BY_SIDE)
def test_what_stands_side_by_side_has_large_letters_of_one_size(name: str) -> None:
    page = ALL_PAGES[name]
    canvas = RecordingCanvas(fit(1920, 1080), theme("light"), FONTS, 1.5)
    page.draw(canvas, screen_words(page.language))
    said = [(text.what.replace(" / ", " "), text.pixels) for text in canvas.texts]
    sizes = [[pixels for text, pixels in said if text.startswith(begin)] for begin in SIDE_BY_SIDE[name]]
    assert [len(found) for found in sizes] == [1] * len(sizes)
    assert len({found[0] for found in sizes}) == 1


def test_no_role_is_torn_apart_where_many_are_looked_for() -> None:
    canvas = RecordingCanvas(fit(1024, 768), theme("light"), FONTS)
    page = ALL_PAGES["lobby-crowd-nl"]
    page.draw(canvas, screen_words("nl"))
    assert [text.what for text in canvas.texts if "\u2010 / " in text.what] == []
