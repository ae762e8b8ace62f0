"""The texts of the scenes of the flow have room, with the shipped scenarios, at every size of window."""

from dataclasses import dataclass, field
from functools import partial

import pytest

from game.scenario.load import shipped
from game.scenario.models import Scenario
from game.screen.focus import Focus, settle
from game.screen.fonts import Fonts
from game.screen.layout import fit
from game.screen.present import present_board
from game.screen.recording import RecordingCanvas
from game.screen.scene import Scene, View
from game.screen.scenes.both import Both
from game.screen.scenes.choosing import ChoosingScene, best_message
from game.screen.scenes.deciding import present_audience_choice, present_inside
from game.screen.scenes.deciding_model import DecideModel
from game.screen.scenes.department import DepartmentScene, present_department
from game.screen.scenes.our_why import OurWhyScene, present_why
from game.screen.scenes.setup import SetupScene
from game.screen.scenes.title import TitleScene
from game.screen.settings import Settings, screen_words
from game.screen.theme import theme
from game.view.seats import seat_view
from game.words.catalogue import LANGUAGES, Language
from tests.screen.faults import faults
from tests.screen.scenes.flow_pages import EmptyHouse
from tests.screen.scenes.games import loaded
from tests.screen.scenes.test_deciding import Turn, turns

SIZES = ((1920, 1080), (1024, 640), (1280, 960))
FONTS = Fonts()
GAMES = [
    ("fruit-stall", 2, "cooperative"),
    ("fruit-stall", 3, "random"),
    ("municipality", 2, "cooperative"),
    ("municipality", 4, "random"),
    ("municipality", 6, "silo"),
    ("municipality long", 5, "cooperative"),
    ("municipality unbroken", 3, "cooperative"),
    ("municipality unbroken", 6, "random"),
]


def wrong(scene: Scene, size: tuple[int, int], language: Language) -> list[str]:
    """What is wrong with the texts of a scene."""
    canvas = RecordingCanvas(fit(*size), theme("light"), FONTS)
    view = View(canvas.frame, Settings(language, motion="none"), screen_words(language), Focus(), 0.0)
    focus = settle(Focus(), scene.targets(view), scene.first(view))
    scene.draw(canvas, View(canvas.frame, view.settings, view.words, focus, 0.0))
    return faults(canvas)


def check(scene: Scene) -> None:
    for size in SIZES:
        for language in LANGUAGES:
            assert wrong(scene, size, language) == [], (type(scene).__name__, size, language)


@dataclass(frozen=True)
class House(EmptyHouse):
    """A house with one scenario, twice."""

    one: Scenario = field(kw_only=True)

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """The scenario, under two ids."""
        return (self.one, self.one.model_copy(update={"id": "other"}))


@pytest.mark.parametrize("scenario", [*shipped(), "municipality long", "municipality unbroken"])
def test_the_way_into_a_game_has_room(scenario: str) -> None:
    found = loaded(scenario)
    home = House(one=found)
    check(TitleScene.of(home))
    scene = SetupScene.of(home, found, partial(TitleScene.of, home))
    for count in found.supported:
        check(scene.with_departments(count))
    check(OurWhyScene(scene.seats[0].seat, Both.of(partial(present_why, found, scene.seats[0].seat))))


def model_of(turn: Turn, audience: str | None, language: Language) -> DecideModel:
    view = seat_view(turn.compiled, turn.state, turn.seat, language)
    scenario = turn.compiled.scenario
    board = present_board(view, scenario, language)
    if audience is None:
        return present_inside(view, board, scenario, language, turn.bond)
    return present_audience_choice(view, board, audience, scenario, language, turn.bond)


@pytest.mark.parametrize(("scenario", "seats", "players"), GAMES)
def test_choosing_has_room_for_every_tool_verb_and_reason(scenario: str, seats: int, players: str) -> None:
    found = turns(scenario, seats, players)
    audiences = (*found[0].compiled.ids.audiences, None)
    for number, turn in enumerate(found[:: 1 if " " not in scenario else 3]):
        # Not everything at every turn: each lane, and the inside, in turn.
        audience = audiences[number % len(audiences)]
        model = Both.of(partial(model_of, turn, audience))
        for card in model.nl.cards:
            check(ChoosingScene(turn.seat, model, card.id, best_message(card)))


@pytest.mark.parametrize(("scenario", "seats", "players"), GAMES)
def test_departments_have_room(scenario: str, seats: int, players: str) -> None:
    turn = turns(scenario, seats, players)[0]
    for seat in turn.compiled.ids.seats:
        sheets = Both.of(
            lambda language, seat=seat: present_department(  # type: ignore[misc]
                seat_view(turn.compiled, turn.state, seat, language),
                seat,
                turn.compiled.scenario,
                language,
                can=("pass", "close"),
            )
        )
        check(DepartmentScene(seat, sheets))
        check(DepartmentScene(seat, sheets, passing_on=True))
