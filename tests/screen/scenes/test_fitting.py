"""Texts of the shipped scenarios and texts of legal length have room, at every size of window."""

from dataclasses import replace
from functools import partial
from itertools import product
from typing import Any

import pytest

from game.rules.ids import OPTION_IDS
from game.rules.limits import SETUP
from game.scenario.compiling import Compiled
from game.scenario.events import HoursEffect
from game.screen.board import draw_board, grid_of
from game.screen.focus import Focus
from game.screen.fonts import Fonts
from game.screen.layout import fit
from game.screen.present import present_board
from game.screen.recording import RecordingCanvas
from game.screen.scene import Scene, View
from game.screen.scenes.both import Both
from game.screen.scenes.effects import chosen_effects
from game.screen.scenes.guess import guess_scene
from game.screen.scenes.monday import Actions, event_scene
from game.screen.scenes.reveal import reveal_scene
from game.screen.scenes.score import score_scene
from game.screen.settings import Settings, screen_words
from game.screen.sidecolumn import draw_event
from game.screen.theme import theme
from game.screen.widgets.people import names_fit_beside
from game.table.course import Course
from game.view.seats import seat_view, table_view
from game.words.catalogue import LANGUAGES, Language
from tests.screen.faults import faults
from tests.screen.scenes.games import compiled_for, loaded, played

SIZES = ((1920, 1080), (1024, 640), (1024, 768))
SCENARIOS = (
    ("municipality", 2),
    ("municipality", 4),
    ("municipality", 6),
    ("fruit-stall", 3),
    ("municipality long", 4),
    ("municipality long", 5),
    ("municipality long", 6),
    ("municipality unbroken", 3),
    ("municipality unbroken", 6),
)
FONTS = Fonts()
LONG_REASON = {"nl": "Dit kost 2\u00a0uur; er is er nog 1.", "en": "This takes 2\u00a0hours; 1 is left."}


def drawn(scene: Scene, size: tuple[int, int], language: Language) -> RecordingCanvas:
    frame = fit(*size)
    canvas = RecordingCanvas(frame, theme("light"), FONTS)
    view = View(frame, Settings(language), screen_words(language), Focus(), 0.0)
    scene.draw(canvas, view)
    return canvas


def given(actions: Actions, _: Language) -> Actions:
    return actions


def opening(compiled: Compiled) -> dict[str, Any]:
    course = Course(compiled, "round", 1)
    assert course.state.part[0] == SETUP
    return table_view(compiled, course.state)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(("scenario", "seats"), SCENARIOS)
def test_the_board_has_room_whatever_happens(scenario: str, seats: int, size: tuple[int, int]) -> None:
    compiled = compiled_for(scenario, seats)
    found: list[str] = []
    for told in played(scenario, seats)[::25]:
        for language in LANGUAGES:
            board = present_board(told.before, compiled.scenario, language, acting=told.seat)
            canvas = RecordingCanvas(fit(*size), theme("light"), FONTS)
            draw_board(canvas, board, screen_words(language))
            found += faults(canvas)
    assert found == []


ROLES = [(name, seats) for name in ("municipality", "fruit-stall") for seats in loaded(name).supported]


@pytest.mark.parametrize(
    ("scenario", "seats"), [*ROLES, ("municipality long", 3), ("municipality unbroken", 3)]
)
def test_either_every_card_says_who_somebody_is_or_none_has_room_for_it(scenario: str, seats: int) -> None:
    compiled = compiled_for(scenario, seats)
    for language in LANGUAGES:
        board = present_board(opening(compiled), compiled.scenario, language)
        canvas = RecordingCanvas(fit(1920, 1080), theme("light"), FONTS)
        grid = draw_board(canvas, board, screen_words(language))
        texts = {bare(text.what) for text in canvas.texts}
        told = [bare(one.role) in texts for one in board.audiences]
        assert told == [names_fit_beside(canvas, board.audiences, grid.card(0).w)] * len(told)
        assert all(told) or seats > 4 or " " in scenario, "with that few lanes there is room for both"
        assert faults(canvas) == []


def bare(text: str) -> str:
    """Only its letters, as where it was broken over lines is no matter."""
    return "".join(letter for letter in text if letter.isalnum())


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(("scenario", "seats"), SCENARIOS)
def test_every_event_card_has_room(scenario: str, seats: int, size: tuple[int, int]) -> None:
    compiled = compiled_for(scenario, seats)
    view = opening(compiled)
    found: list[str] = []
    for event in compiled.scenario.events:
        last = {"audience": compiled.ids.audiences[-1], "department": compiled.ids.seats[-1]}
        turned = {**view, "week": 8, "part": "monday", "event": event.id, "targets": last}
        for language in LANGUAGES:
            refused = [
                {
                    "command": {"kind": "choose", "option": number},
                    "refusal": "hours" if option.hours else None,
                    "message": LONG_REASON[language],
                }
                for number, option in zip(OPTION_IDS, event.options, strict=False)
            ]
            for actions in ([], refused):
                scene = event_scene(compiled, (), turned, chair_actions=partial(given, actions))
                found += faults(drawn(scene, size, language))
    assert found == []


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(("scenario", "seats"), SCENARIOS)
def test_what_an_event_does_is_read_on_the_board(scenario: str, seats: int, size: tuple[int, int]) -> None:
    compiled = compiled_for(scenario, seats)
    view = opening(compiled)
    for event in compiled.scenario.events:
        seat = any(isinstance(one, HoursEffect) for option in event.options for one in option.effects)
        named = (None, compiled.ids.seats[-1]) if seat else (compiled.ids.audiences[-1], None)
        last = dict(zip(("audience", "department"), named, strict=True))
        for number, language in product(OPTION_IDS[: len(event.options)], LANGUAGES):
            chosen = {**view, "week": 8, "part": "work", "event": event.id, "targets": last, "choice": number}
            board = present_board(chosen, compiled.scenario, language)
            assert board.event is not None
            effects = chosen_effects(compiled, chosen, language)
            canvas = RecordingCanvas(fit(*size), theme("light"), FONTS)
            shown = replace(board, event=replace(board.event, effects=effects))
            draw_event(canvas, grid_of(canvas.frame.canvas.h, shown), shown, screen_words(language))
            assert faults(canvas) == []
            texts = [text.what.replace(" / ", " ") for text in canvas.texts]
            more = len(effects) - sum(effect.text in texts for effect in effects)
            assert more == 0 or screen_words(language)("board.more_effects", n=more) in texts
            assert more == 0 or " " in scenario, "the shipped events are told whole"


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(("scenario", "seats"), SCENARIOS)
def test_guess_score_and_reveal_have_room(scenario: str, seats: int, size: tuple[int, int]) -> None:
    compiled = compiled_for(scenario, seats)
    course = Course(compiled, "round", 1)
    open_view = {**table_view(compiled, course.state), "part": "guessing", "points": 1234, "medal": "silver"}
    chair = compiled.ids.seats[0]
    personals = compiled.ids.personals
    found: list[str] = []
    for shift in range(0, len(personals), seats):
        drives = [personals[(shift + i) % len(personals)] for i in range(seats)]
        others = [[None if a == b else drives[b] for b in range(seats)] for a in range(seats)]
        over = {
            **open_view,
            "part": "over",
            "personal_motives": drives,
            "own_score": [20] * seats,
            "motive_met": [True] * seats,
            "colleague": [True] * seats,
            "guesses": others,
        }
        for language in LANGUAGES:
            own = seat_view(compiled, course.state, chair, language)
            for scene in (
                guess_scene(Both(own, own), chair, compiled.scenario),
                score_scene(open_view, (), compiled.scenario, guessing=True),
                reveal_scene(over, (), compiled.scenario).opened(),
            ):
                canvas = drawn(scene, size, language)
                found += faults(canvas)
    assert found == []
