import pytest

from game.screen.box import Box
from game.screen.fonts import Fonts
from game.screen.letters import has_letter
from game.screen.theme import Cut, style
from game.screen.typeset import MIN_PIXELS, Block, clean, set_text


class Even:
    """Every letter is half as wide as it is high."""

    def width(self, text: str, cut: Cut, pixels: int) -> float:  # noqa: ARG002
        return len(text) * pixels / 2


EVEN = Even()


def put(
    text: str, width: float, height: float = 400, lines: int = 9, scale: float = 1.0, **how: object
) -> Block:
    return set_text(text, Box(0, 0, width, height), style("strong"), scale, EVEN, lines=lines, **how)  # type: ignore[arg-type]


def said(block: Block) -> list[str]:
    return [line.text for line in block.lines]


def test_text_wraps_at_spaces_and_keeps_its_size_while_it_fits() -> None:
    block = put("de organisatie luistert", 220)
    assert said(block) == ["de organisatie", "luistert"]
    assert block.fits
    assert block.pixels == 30


def test_a_non_breaking_space_keeps_a_number_and_its_unit_together() -> None:
    assert said(put("nog 2\u00a0uur", 90)) == ["nog", "2\u00a0uur"]


def test_a_soft_hyphen_is_a_place_to_break_and_else_invisible() -> None:
    assert said(put("Welkomst\u00adronde", 300)) == ["Welkomstronde"]
    assert said(put("Welkomst\u00adronde", 150)) == ["Welkomst\u2010", "ronde"]
    assert said(put("is een Welkomst\u00adronde nu", 150)) == ["is een", "Welkomst\u2010", "ronde nu"]


def test_a_label_shrinks_then_wraps_then_takes_its_short_form() -> None:
    assert put("abcdefghijklmnop", 230, lines=1).pixels == 28
    wrapped = put("abcdefgh ijklmnop", 150, lines=2, shrink_first=True)
    assert said(wrapped) == ["abcdefgh", "ijklmnop"]
    short = put("Communicatie en web", 100, lines=1, shorts=("Web",))
    assert said(short) == ["Web"]
    assert short.fits


def test_what_cannot_fit_says_so_and_still_stays_within_its_width() -> None:
    block = put("Aansprakelijkheidsverzekering", 150, lines=1)
    assert not block.fits
    assert all(line.w <= 150 for line in block.lines)


@pytest.mark.parametrize("scale", [0.4, 0.533, 0.667, 1.0, 2.0])
def test_letters_are_never_under_sixteen_pixels(scale: float) -> None:
    assert put("klein", 900, scale=scale).pixels >= MIN_PIXELS


def test_alignment_and_capitals_in_the_middle() -> None:
    box = Box(100, 50, 400, 60)
    left, middle, right = (
        set_text("HOI", box, style("strong"), 1, EVEN, align=align) for align in ("left", "centre", "right")
    )
    assert left.lines[0].x == 100
    assert middle.box.cx == pytest.approx(300)
    assert right.box.right == pytest.approx(500)
    assert left.lines[0].baseline == pytest.approx(80 + 0.35 * 30)


def test_composed_letters_and_no_control_characters() -> None:
    assert clean("e\u0301") == "é"
    assert clean("a\tb\x07c") == "a b c"


def test_every_letter_of_greek_and_cyrillic_names_has_a_font() -> None:
    for letter in "ΕλένηЖаннаŁukášẠñ":
        assert has_letter("bold", letter) or has_letter("second-bold", letter)
    assert not has_letter("second-bold", "你")
    assert Fonts().width("你", "bold", 30) == Fonts().width("·", "bold", 30)


def test_figures_of_counters_have_one_width() -> None:
    fonts = Fonts()
    assert len({fonts.width(figure, "bold", 40) for figure in "0123456789"}) == 1


HOSTILE = (
    "a\u202eevil\u202c",
    "\u2066x\u2069\u200f\u200e",
    "\x1b[31mred\x00\x07",
    "Z" + "\u0301\u0316\u0334" * 200,
    "👩\u200d👩\u200d👧\ufe0f🏽",
    "你好 مرحبا ไทย",
    "\ufeff\u00ad\u200b",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_stay_in_their_box_and_can_be_drawn(text: str) -> None:
    fonts = Fonts()
    block = set_text(text, Box(0, 0, 200, 40), style("strong"), 1, fonts)
    assert all(line.w <= 200 for line in block.lines)
    for line in block.lines:
        picture, _ = fonts.line(line.text, block.cut, block.pixels, "#000000")
        assert picture.get_width() <= 204
        assert picture.get_height() <= 3 * block.pixels
