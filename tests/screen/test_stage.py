from collections.abc import Iterator
from dataclasses import dataclass, replace

import pygame
import pytest

from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.focus import Key, Target
from game.screen.inputs import read_event
from game.screen.layout import fit
from game.screen.motion import play
from game.screen.scene import Pop, Push, Quit, Replace, Scene, Steps, Transition, View
from game.screen.settings import Settings
from game.screen.stage import Stage
from game.screen.stills import render
from game.screen.theme import rgb, theme

LEFT, RIGHT = Box(100, 400, 400, 200), Box(1400, 400, 400, 200)


@dataclass(frozen=True)
class Counter(Scene):
    """Counts up; a dialog may add ten; moves for a second after each count."""

    count: int = 0
    began: float = -10
    rests: float = 1.0

    def draw(self, canvas: Canvas, view: View) -> None:  # noqa: ARG002
        canvas.panel(LEFT, canvas.theme.good if self.count else canvas.theme.bad, 0)

    def targets(self, view: View) -> tuple[Target, ...]:  # noqa: ARG002
        return (Target("more", LEFT), Target("ask", RIGHT))

    def first(self, view: View) -> str | None:  # noqa: ARG002
        return "ask"

    def on(self, target: str, view: View) -> Transition | None:
        if target == "more":
            return Replace(replace(self, count=self.count + 1, began=view.now))
        return Push(Ask())

    def back(self, view: View) -> Transition | None:  # noqa: ARG002
        return Quit()

    def moving(self, view: View) -> bool:
        return not play("up", self.rests).over(view.now - self.began)

    def skip(self, view: View) -> Transition | None:
        return Replace(replace(self, began=view.now - self.rests))

    def resumed(self, result: object, view: View) -> Transition | None:  # noqa: ARG002
        return Replace(replace(self, count=self.count + 10)) if result == "ten" else None


@dataclass(frozen=True)
class Ask(Scene):
    """A dialog that gives back ten."""

    covers = False

    def draw(self, canvas: Canvas, view: View) -> None:  # noqa: ARG002
        canvas.panel(RIGHT, canvas.theme.ink, 0)

    def targets(self, view: View) -> tuple[Target, ...]:  # noqa: ARG002
        return (Target("yes", RIGHT),)

    def on(self, target: str, view: View) -> Transition | None:  # noqa: ARG002
        return Steps((Pop("ten"),))

    def back(self, view: View) -> Transition | None:  # noqa: ARG002
        return Pop()


@pytest.fixture
def stage() -> Iterator[Stage]:
    found = Stage(Counter(), Settings(), (960, 540))
    found.step([], 0)
    yield found
    pygame.display.quit()


def press(key: int, text: str = "") -> list[pygame.event.Event]:
    down = pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=text, scancode=0)
    up = pygame.event.Event(pygame.KEYUP, key=key, mod=0, unicode=text, scancode=0)
    return [down, up]


def click(box: Box, scale: float = 0.5) -> list[pygame.event.Event]:
    place = (int(box.cx * scale), int(box.cy * scale))
    return [
        pygame.event.Event(kind, pos=place, button=1)
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
    ]


def counted(stage: Stage) -> int:
    scene = stage.scene
    assert isinstance(scene, Counter)
    return scene.count


def test_a_click_leads_to_the_next_scene(stage: Stage) -> None:
    assert stage.step(click(LEFT), 1)
    assert counted(stage) == 1


def test_keys_do_the_same(stage: Stage) -> None:
    stage.step(press(pygame.K_TAB), 1)
    assert stage.view.focus.id == "more"
    stage.step(press(pygame.K_RETURN), 2)
    assert counted(stage) == 1


def test_a_key_that_is_held_down_chooses_once(stage: Stage) -> None:
    down = press(pygame.K_RETURN)[0]
    stage.step([down, down, down], 1)
    assert isinstance(stage.scene, Ask)
    tab = press(pygame.K_TAB)[0]
    stage.step([press(pygame.K_RETURN)[1], press(pygame.K_RETURN)[0], tab, tab], 2)
    assert counted(stage) == 10


def test_a_dialog_gives_its_result_and_focus_returns_to_where_it_was(stage: Stage) -> None:
    stage.step(press(pygame.K_SPACE), 1)
    assert isinstance(stage.scene, Ask)
    assert stage.view.focus.id == "yes"
    stage.step(press(pygame.K_RETURN), 2)
    assert counted(stage) == 10
    assert stage.view.focus.id == "ask"


def test_a_dialog_is_drawn_over_the_scene_below(stage: Stage) -> None:
    stage.step(click(RIGHT), 1)
    assert tuple(stage.picture.get_at((150, 250)))[:3] == rgb(theme("light").bad)
    assert tuple(stage.picture.get_at((800, 250)))[:3] == rgb(theme("light").ink)


def test_a_double_click_chooses_nothing_in_what_the_first_one_opened(stage: Stage) -> None:
    stage.step(click(RIGHT), 1)
    stage.step(click(RIGHT), 1.2)
    assert isinstance(stage.scene, Ask)
    stage.step(click(RIGHT), 1.6)
    assert counted(stage) == 10


def test_clicks_on_what_stays_all_count(stage: Stage) -> None:
    for now in (1, 2.1, 2.2, 3.3, 3.4):  # every other one ends the movement
        stage.step(click(LEFT), now)
    assert counted(stage) == 3


def test_escape_is_one_step_back(stage: Stage) -> None:
    stage.step(click(RIGHT), 1)
    assert stage.step(press(pygame.K_ESCAPE), 2)
    assert counted(stage) == 0
    assert not stage.step(press(pygame.K_ESCAPE), 3)


def test_a_click_while_something_moves_ends_the_movement_first(stage: Stage) -> None:
    stage.step(click(LEFT), 1)
    assert stage.patience() == pytest.approx(1 / 60)
    stage.step(click(LEFT), 1.5)
    assert counted(stage) == 1
    assert stage.patience() > 0.5
    stage.step(click(LEFT), 1.6)
    assert counted(stage) == 2


def test_the_language_switches_and_the_window_may_change(stage: Stage) -> None:
    stage.step(press(pygame.K_l, "l"), 1)
    assert stage.settings.language == "en"
    pygame.display.set_mode((1440, 900), pygame.RESIZABLE)
    stage.step([pygame.event.Event(pygame.VIDEORESIZE, size=(1440, 900), w=1440, h=900)], 2)
    assert stage.frame.scale == 0.75
    stage.step(click(LEFT, 0.75), 3)
    assert counted(stage) == 1


def test_the_language_switches_also_while_something_moves(stage: Stage) -> None:
    stage.step(click(LEFT), 1)
    stage.step(press(pygame.K_l, "l"), 1.1)
    assert stage.settings.language == "en"
    assert stage.scene.moving(stage.view), "and nothing is skipped by that"


def test_f1_asks_for_help_as_the_question_mark_does() -> None:
    frame = fit(960, 540)
    asked = [
        read_event(press(key, text)[0], frame) for key, text in ((pygame.K_F1, ""), (pygame.K_SLASH, "?"))
    ]
    assert asked == [Key("?"), Key("?")]


def test_a_window_that_is_too_small_takes_no_clicks_but_can_be_closed(stage: Stage) -> None:
    pygame.display.set_mode((640, 400), pygame.RESIZABLE)
    stage.step([pygame.event.Event(pygame.VIDEORESIZE, size=(640, 400), w=640, h=400)], 1)
    stage.step(click(LEFT, 1 / 3), 2)
    assert counted(stage) == 0
    assert not stage.step([pygame.event.Event(pygame.QUIT)], 3)


def test_full_screen_and_back(stage: Stage) -> None:
    stage.step(press(pygame.K_F11), 1)
    stage.step(press(pygame.K_F11), 2)
    assert (stage.frame.width, stage.frame.height) == (960, 540)


def test_a_picture_needs_no_window() -> None:
    picture = render(Counter(1), (960, 540), Settings(theme="dark"))
    assert tuple(picture.get_at((150, 250)))[:3] == rgb(theme("dark").good)
