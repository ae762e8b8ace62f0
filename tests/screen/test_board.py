from dataclasses import replace
from itertools import combinations

import pytest

from game.screen.board import board_targets, draw_board, grid_of
from game.screen.drawings import dashed_pill
from game.screen.fonts import Fonts
from game.screen.layout import fit
from game.screen.model import BoardModel, DepartmentState, Part
from game.screen.paint import load
from game.screen.recording import RecordingCanvas
from game.screen.settings import screen_words
from game.screen.theme import THEMES, ThemeName, contrast, icon_of, theme
from game.words.catalogue import LANGUAGES, Language
from tests.screen import samples
from tests.screen.pseudo import PseudoCanvas

FONTS = Fonts()
SIZES = [(1920, 1080), (1280, 720), (1024, 640), (1024, 768), (1280, 800), (2560, 1080), (3840, 2160)]
MODELS = {
    "usual nl": samples.usual("nl"),
    "usual en": samples.usual("en"),
    "crowded nl": samples.crowded("nl"),
    "crowded en": samples.crowded("en"),
    "researched nl": samples.researched(samples.usual("nl")),
    "researched crowded en": samples.researched(samples.crowded("en")),
}


def drawn(
    model: BoardModel, size: tuple[int, int] = (1920, 1080), text_scale: float = 1.0
) -> RecordingCanvas:
    canvas = RecordingCanvas(fit(*size), theme("light"), FONTS, text_scale)
    dutch = [MODELS[name] for name in MODELS if name.endswith("nl")]
    language: Language = "nl" if model in dutch else "en"
    draw_board(canvas, model, screen_words(language))
    return canvas


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", sorted(MODELS))
def test_every_text_fits_and_none_lies_on_another(name: str, size: tuple[int, int]) -> None:
    canvas = drawn(MODELS[name], size)
    assert [text.what for text in canvas.texts if not text.fits] == []
    assert all(canvas.frame.canvas.holds(text.box) for text in canvas.texts)
    letters = [replace(text, box=text.box.inset(0, 3)) for text in canvas.texts]
    assert [(a.what, b.what) for a, b in combinations(letters, 2) if a.box.overlaps(b.box)] == []


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_letters_are_large_enough(size: tuple[int, int]) -> None:
    canvas = drawn(MODELS["crowded nl"], size)
    assert min(text.pixels for text in canvas.texts) >= 16
    assert min(text.pixels / canvas.frame.scale for text in canvas.texts) >= 27.5


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720)], ids=str)
@pytest.mark.parametrize("name", sorted(MODELS))
def test_larger_letters_fit_as_well(name: str, size: tuple[int, int]) -> None:
    canvas = drawn(MODELS[name], size, text_scale=1.5)
    assert [text.what for text in canvas.texts if not text.fits] == []
    letters = [replace(text, box=text.box.inset(1, 6)) for text in canvas.texts]
    assert [(a.what, b.what) for a, b in combinations(letters, 2) if a.box.overlaps(b.box)] == []


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1024, 768)], ids=str)
@pytest.mark.parametrize("name", ["usual nl", "crowded nl"])
def test_words_a_third_longer_fit_as_well(name: str, size: tuple[int, int]) -> None:
    canvas = PseudoCanvas(fit(*size), theme("light"), FONTS)
    draw_board(canvas, MODELS[name], screen_words("nl"))
    assert [text.what for text in canvas.texts if not text.fits] == []


@pytest.mark.parametrize("look", THEMES)
@pytest.mark.parametrize("name", sorted(MODELS))
def test_text_on_what_lies_under_it_has_contrast(name: str, look: ThemeName) -> None:
    canvas = RecordingCanvas(fit(1920, 1080), theme(look), FONTS)
    draw_board(canvas, MODELS[name], screen_words("nl"))
    for text in canvas.texts:
        ground = canvas.ground_under(text)
        assert text.colour is not None
        assert ground is not None
        assert contrast(text.colour, ground) >= 4.5, text.what


def test_the_board_says_what_there_is() -> None:
    said = " | ".join(text.what for text in drawn(MODELS["usual nl"]).texts)
    for text in (
        "Waterrijk",
        "Week\u00a04",
        "Werk",
        "03:20",
        "66",
        "brons bij\u00a090",
        "1 verhaal",
        "aan zet",
        "KX7Q",
    ):
        assert text in said
    assert "9 los, nog niet verzorgd" in said


def test_a_narrow_window_has_neither_roles_nor_facts() -> None:
    wide = " ".join(text.what for text in drawn(MODELS["usual nl"], (1280, 720)).texts)
    narrow = " ".join(text.what for text in drawn(MODELS["usual nl"], (1024, 640)).texts)
    assert "beleidsadviseur" in wide
    assert "Femke gesproken" in wide
    assert "beleidsadviseur" not in narrow
    assert "Femke gesproken" not in narrow


def test_both_languages_draw_every_fixed_word() -> None:
    for language in LANGUAGES:
        canvas = RecordingCanvas(fit(1920, 1080), theme("light"), FONTS)
        model = replace(MODELS["usual nl"], event=None, powers=(), next_medal=None, launch=None, log=())
        draw_board(canvas, model, screen_words(language))
        assert canvas.texts


def test_a_motive_that_is_down_is_a_question_mark_and_one_that_is_not_hers_is_shown() -> None:
    model = MODELS["usual nl"]
    canvas = drawn(model)
    hidden = sum(motive is None for audience in model.audiences for motive in audience.motives)
    assert [text.what for text in canvas.texts].count("?") == hidden
    icons = [thing.what.split(" ")[0] for thing in canvas.drawn if thing.kind == "icon"]
    assert icons.count("certificate") == 2
    assert icons.count("award") == 2
    assert icons.count("music") == 2


@pytest.mark.parametrize("name", sorted(MODELS))
def test_everything_to_choose_is_large_enough_and_apart(name: str) -> None:
    model = MODELS[name]
    targets = board_targets(grid_of(1080, model), model, screen_words("nl"))
    assert [t.id.split(":")[0] for t in targets] == ["menu"] + ["lane"] * len(model.audiences) + [
        "stick"
    ] * len(model.departments)
    for target in targets:
        assert min(target.box.w, target.box.h) >= 72
        assert target.label
    assert not any(a.box.overlaps(b.box) for a, b in combinations(targets, 2))


@pytest.mark.parametrize(("part", "said"), [("setup", "Before week\u00a01"), ("work", "Quiet week")])
def test_without_an_event_the_panel_says_why(part: Part, said: str) -> None:
    texts = {text.what for text in drawn(replace(MODELS["usual en"], part=part, event=None)).texts}
    assert texts & {"Before week\u00a01", "Quiet week", "Event"} == {said}


@pytest.mark.parametrize("height", [84, 120, 150])
def test_a_dashed_outline_leaves_no_stray_line(height: int) -> None:
    """Whatever its size, nothing is drawn in the corners that a round outline leaves free."""
    corner = height // 10
    for width in range(300, 700, 7):
        picture = load(dashed_pill(width, height, "#A08040").markup(width, height))
        places = ((x, y) for x in range(corner) for y in range(corner))
        assert not any(picture.get_at(place)[3] for place in places), f"{width} × {height}"


def test_the_address_stands_by_the_title_as_long_as_there_is_room_and_a_network() -> None:
    model, address = MODELS["usual nl"], "192.168.178.123:8000"
    assert "192.168" not in " ".join(text.what for text in drawn(model).texts)
    late = replace(model, join_address=address)
    for size in ((1920, 1080), (1280, 720), (3840, 2160)):
        texts = drawn(late, size).texts
        said = [text.what for text in texts]
        assert address in said, size
        assert {"Waterrijk", "KX7Q"} <= set(said)
        assert all(text.fits for text in texts)
    long = drawn(replace(late, title="Gemeente Waterrijk aan de Overzijde")).texts
    said = [text.what for text in long]
    assert address not in said, "the address goes before the title does"
    assert "Overzijde" in " ".join(said)


@pytest.mark.parametrize("name", THEMES)
def test_a_clock_that_ran_out_stands_on_a_ground_of_its_own(name: ThemeName) -> None:
    """At zero nothing is forced, but a room that looks up must see it."""
    grounds = {}
    for seconds in (1, 0):
        canvas = RecordingCanvas(fit(1920, 1080), theme(name), FONTS)
        draw_board(canvas, replace(samples.usual("nl"), clock=seconds), screen_words("nl"))
        said = next(text for text in canvas.texts if text.what == f"00:0{seconds}")
        grounds[seconds] = canvas.ground_under(said)
        assert contrast(said.colour or "", grounds[seconds] or "") >= 4.5
    assert grounds[0] == theme(name).bad != grounds[1]


@pytest.mark.parametrize("text_scale", [1.0, 1.25, 1.5])
def test_the_clock_is_not_read_together_with_the_points(text_scale: float) -> None:
    for seconds, said in ((180, "03:00"), (0, "00:00")):
        board = replace(samples.usual("nl"), clock=seconds, points=20)
        canvas = RecordingCanvas(fit(1920, 1080), theme("light"), FONTS, text_scale)
        draw_board(canvas, board, screen_words("nl"))
        boxes = {text.what: text.box for text in canvas.texts}
        plates = [thing.box for thing in canvas.drawn if thing.kind == "panel" and thing.box.h == 60]
        reach = [boxes[said], *(plate for plate in plates if plate.contains(boxes[said].centre))]
        assert boxes["20"].x - max(box.right for box in reach) >= 16


def test_the_names_on_sticks_of_a_row_have_letters_of_one_size() -> None:
    for name, model in MODELS.items():
        canvas = drawn(model)
        names = {text for one in model.departments for text in (one.name, one.short)}
        top = min(thing.box.y for thing in canvas.drawn if thing.kind == "text" and thing.what in names)
        sizes = {text.pixels for text in canvas.texts if text.what in names and text.box.y < top + 12}
        assert len(sizes) == 1, name


@pytest.mark.parametrize("state", ["turn", "done", "away"])
def test_six_sticks_say_how_a_department_stands_and_who_has_the_chair(state: DepartmentState) -> None:
    board = MODELS["crowded en"]
    first, *others = board.departments
    chaired = replace(first, state=state, chair=True)
    still = tuple(replace(one, state="idle", chair=False) for one in others)
    canvas = drawn(replace(board, departments=(chaired, *still)))
    word = screen_words("en")(f"stick.{state}")
    said = next(text.box for text in canvas.texts if text.what == word)
    low = [thing for thing in canvas.drawn if thing.box.y > 900]
    chair = [one.box for one in low if one.kind == "icon" and one.what.startswith(icon_of("marks", "chair"))]
    dots = [one.box for one in low if one.kind == "panel" and one.box.w == one.box.h == 22]
    assert len(chair) == 1
    assert not any(said.overlaps(other) for other in (*dots, *chair))
    assert not any(chair[0].overlaps(dot) for dot in dots)
