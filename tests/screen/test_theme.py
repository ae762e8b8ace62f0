from itertools import combinations

import pytest

from game.screen.theme import THEMES, ThemeName, contrast, icon_of, luminance, mix, style, theme, tokens
from game.words.resources import asset

TEXT_PAIRS = [
    ("ink", "ground"),
    ("ink", "ground_low"),
    ("ink", "panel"),
    ("ink", "sunken"),
    ("ink_soft", "ground_low"),
    ("ink_soft", "panel"),
    ("ink_soft", "sunken"),
    ("ink_soft", "idle_soft"),
    ("on_ink", "ink"),
    ("on_action", "action"),
    ("on_action", "action_hover"),
    ("on_wood", "wood"),
    ("on_wood_soft", "wood"),
    ("good", "panel"),
    ("good", "good_soft"),
    ("bad", "panel"),
    ("bad", "bad_soft"),
    ("accent_ink", "accent"),
    ("panel", "bad"),
]
SIGN_PAIRS = [
    ("line_strong", "panel"),
    ("idle", "panel"),
    ("focus", "ground"),
    ("focus", "panel"),
    ("attention_edge", "attention"),
    ("pill_mark", "ink"),
]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_has_enough_contrast(name: ThemeName, ink: str, ground: str) -> None:
    look = theme(name)
    assert contrast(getattr(look, ink), getattr(look, ground)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "ground"), SIGN_PAIRS)
def test_signs_have_enough_contrast(name: ThemeName, ink: str, ground: str) -> None:
    look = theme(name)
    assert contrast(getattr(look, ink), getattr(look, ground)) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_tokens_stand_out_on_every_band(name: ThemeName) -> None:
    look = theme(name)
    for slot, own in enumerate(look.slots):
        assert contrast(own.colour, look.rim) >= 3
        for level in look.levels:
            assert max(contrast(own.colour, level.colour), contrast(look.rim, level.colour)) >= 3
        assert contrast(look.ghost(slot), look.levels[0].colour) >= 3
    assert len({slot.shape for slot in look.slots}) == len(look.slots)


@pytest.mark.parametrize("name", THEMES)
def test_no_two_bands_have_a_colour_in_common(name: ThemeName) -> None:
    colours = [level.colour for level in theme(name).levels]
    assert all(one != other for one, other in combinations(colours, 2))


def test_every_icon_that_the_tokens_name_is_shipped() -> None:
    names = {level.icon for level in theme("light").levels}
    for kind in ("verbs", "channels", "motives", "powers", "marks"):
        names |= {icon_of(kind, name) for name in tokens()["icons"][kind]}
    names |= {
        str(icon_of("departments", name)) for name in tokens()["departments"]["icons"] if name != "spare"
    }
    names |= set(tokens()["departments"]["icons"]["spare"])
    names |= {tokens()["gates"][gate]["icon"] for gate in tokens()["gates"]["order"]}
    assert {name for name in names if not asset("icons", f"{name}.svg").exists()} == set()


def test_text_styles_and_colour_arithmetic() -> None:
    assert style("body").size == 28
    assert all(style(name).size >= 28 for name in ("hero", "title", "h1", "h2", "h3", "strong", "label"))
    assert mix("#000000", "#FFFFFF", 0.5) == "#808080"
    assert luminance("#FFFFFF") == pytest.approx(1)
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("name", THEMES)
def test_lines_of_audiences_are_seen_on_every_ground_and_told_apart(name: ThemeName) -> None:
    look = theme(name)
    lines = [look.line_of(slot) for slot in range(len(look.slots))]
    for line in lines:
        for ground in (look.ground, look.ground_low, look.panel, look.panel_soft, look.sunken):
            assert contrast(line, ground) >= 3
    assert len(set(lines)) == len(lines)
    if name != "dark":
        assert lines == [slot.colour for slot in look.slots], "where it is seen, it is the slot's own"
