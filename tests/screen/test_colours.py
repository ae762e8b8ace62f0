"""Colours that must be told apart, also by the colour-blind; text that must be read on what lies under it.

Colour blindness is simulated after Machado, Oliveira and Fernandes, "A Physiologically-based Model for
Simulation of Color Vision Deficiency" (2009), severity 1, in linear RGB. Differences are ΔE*ab of CIE 1976
(D65): about 2.3 is just noticeable, and two neighbouring fields are told apart easily from 10.
"""

from itertools import combinations, pairwise

import numpy as np
import pytest

from game.screen.fonts import Fonts
from game.screen.layout import fit
from game.screen.recording import Drawn, RecordingCanvas
from game.screen.settings import screen_words
from game.screen.theme import THEMES, ThemeName, contrast, mix, rgb, theme
from tests.screen.faults import ground_of, sheets, visible
from tests.screen.pages import ALL_PAGES

FONTS = Fonts()
READABLE, LARGE = 4.5, 3.0
"""WCAG 2.2 AA; the second for large text: bold numbers on bands of ice, and what stands on the scrim."""
NEIGHBOURS, BANDS, AUDIENCES = 10.0, 8.0, 6.0
"""Least ΔE*ab between two bands that touch, between any two, between two audiences of different shapes."""
SIGHT = {
    "usual": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
WHITE = np.array([0.95047, 1.0, 1.08883])


def lab(colour: str, sight: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """A colour as CIE L*a*b* (D65), as somebody with this sight sees it."""
    parts = np.array(rgb(colour)) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    seen = np.clip(SIGHT[sight] @ linear, 0, 1)
    ratios = TO_XYZ @ seen / WHITE
    f = np.where(ratios > (6 / 29) ** 3, np.cbrt(ratios), ratios / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def apart(one: str, other: str, sight: str) -> float:
    """ΔE*ab of two colours for somebody with this sight."""
    return float(np.linalg.norm(lab(one, sight) - lab(other, sight)))


def test_the_measure_knows_what_the_colour_blind_confuse() -> None:
    assert apart("#000000", "#FFFFFF", "usual") == pytest.approx(100, abs=0.1)
    assert apart("#C00000", "#707000", "usual") > 60
    assert apart("#C08040", "#90903F", "deuteranopia") < apart("#C08040", "#90903F", "usual") / 2


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("name", THEMES)
def test_the_six_levels_are_told_apart(name: ThemeName, sight: str) -> None:
    colours = [level.colour for level in theme(name).levels]
    assert min(apart(one, other, sight) for one, other in pairwise(colours)) >= NEIGHBOURS
    assert min(apart(one, other, sight) for one, other in combinations(colours, 2)) >= BANDS


@pytest.mark.parametrize("sight", SIGHT)
def test_the_audiences_are_told_apart(sight: str) -> None:
    slots = theme("light").slots
    assert len({slot.shape for slot in slots}) == len(slots)
    found = {(a.shape, b.shape): apart(a.colour, b.colour, sight) for a, b in combinations(slots, 2)}
    assert {pair: round(far, 1) for pair, far in found.items() if far < AUDIENCES} == {}


@pytest.mark.parametrize("look", THEMES)
@pytest.mark.parametrize("name", sorted(ALL_PAGES))
def test_every_text_is_readable_on_its_ground(name: str, look: ThemeName) -> None:
    colours = theme(look)
    canvas = RecordingCanvas(fit(1920, 1080), colours, FONTS)
    ALL_PAGES[name].draw(canvas, screen_words(ALL_PAGES[name].language))
    under = [mix(ground, colours.scrim, colours.scrim_alpha) for ground in (colours.ground, colours.panel)]
    inks, bands = zip(*((level.icon_ink, level.colour) for level in colours.levels), strict=True)
    found = []
    for i, sheet in enumerate(sheets(canvas)):
        for text in (thing for thing in visible(sheet) if thing.kind == "text"):
            ground = ground_of(sheet, text)
            if text.colour in inks and on_drawing(sheet, text):
                continue  # a number on a band of ice: the test below
            grounds = [ground] if ground else under if i else [colours.ground, colours.ground_low]
            ratio = min(contrast(text.colour or "#000000", one) for one in grounds)
            large = ground in bands or (i and ground is None)
            if ratio < (LARGE if large else READABLE):
                found.append(f"{text.what!r} in {text.colour} on {grounds}: {ratio:.2f}")
    assert found == []


def on_drawing(sheet: list[Drawn], text: Drawn) -> bool:
    """Whether a drawing at its own place, as a band of ice, lies under a text."""
    return any(
        thing.kind == "exact" and thing.box.contains(text.box.centre) for thing in sheet[: sheet.index(text)]
    )


@pytest.mark.parametrize("look", THEMES)
def test_large_numbers_are_readable_on_every_band(look: ThemeName) -> None:
    for level in theme(look).levels:
        assert contrast(level.icon_ink, level.colour) >= LARGE
