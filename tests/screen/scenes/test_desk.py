"""The trainer's panel in a window of its own beside the board."""

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.rules.limits import GUESSING
from game.screen.layout import fit
from game.screen.panes import OwnPane
from game.screen.recording import RecordingCanvas
from game.screen.scenes.asking import AskScene
from game.screen.scenes.debrief import DebriefScene
from game.screen.scenes.desk import DeskScene
from game.screen.scenes.keys import KeysScene
from game.screen.scenes.menu import MenuScene
from game.screen.scenes.pausing import PauseScene
from game.screen.scenes.reveal import RevealScene
from game.screen.scenes.score import ScoreScene
from game.screen.scenes.together import TogetherScene
from game.screen.scenes.trainer import TrainerScene
from game.screen.stage import Stage
from game.screen.theme import theme
from game.words.catalogue import Words
from tests.net.phones import Phone
from tests.screen.scenes.hands import Hands
from tests.screen.scenes.near import Near
from tests.screen.scenes.test_flow import to_first_work
from tests.screen.scenes.test_phones import started, to_work
from tests.screen.scenes.watching import FONTS


class AtDesk(Hands):
    """Somebody at the trainer's window, while the board goes on."""

    def __init__(self, near: Near) -> None:
        self.near = near
        near.press("f3")

    @property
    def stage(self) -> Stage:  # type: ignore[override]
        assert self.near.stage.second is not None, "the trainer's window is not open"
        return self.near.stage.second

    def is_open(self) -> bool:
        return self.near.stage.second is not None

    def step(self, *events: pygame.event.Event, seconds: float = 0.05) -> None:
        self.near.now += seconds
        pane = self.stage.pane
        assert isinstance(pane, OwnPane)
        window = pane.window
        told = [pygame.event.Event(event.type, {**event.dict, "window": window}) for event in events]
        self.near.stage.step(told, self.near.now)

    def wait(self) -> None:
        self.near.wait()

    def up(self, key: str) -> None:
        if self.is_open():
            Hands.up(self, key)


@pytest.fixture
def near(tmp_path: Path) -> Near:
    return Near(tmp_path)


@pytest.fixture
def phones(near: Near) -> list[Phone]:
    found = started(near, "stall", "advertising")
    to_work(near, found)
    return found


def test_it_leads_the_game_while_the_board_shows_it(near: Near, phones: list[Phone]) -> None:
    desk = AtDesk(near)
    desk.shows(DeskScene)
    near.shows(TogetherScene)
    desk.choose("pause")
    near.wait()
    assert near.game.paused
    near.shows(PauseScene)
    desk.choose("pause")
    near.until(TogetherScene)
    desk.choose("lead:next")
    desk.shows(AskScene)
    near.shows(TogetherScene)
    desk.choose("yes")
    assert phones[0].view["week"] == 2
    desk.shows(DeskScene)


def test_the_panel_on_the_board_moves_to_a_window_by_mouse(near: Near, phones: list[Phone]) -> None:
    near.f2()
    near.click("apart")
    near.shows(TogetherScene)
    assert near.stage.second is not None
    assert isinstance(near.stage.second.scene, DeskScene)
    assert "apart" not in {target.id for target in near.stage.second.targets}
    assert phones


def test_the_way_out_says_where_it_leads(near: Near, phones: list[Phone]) -> None:
    """On the board back to the game that the panel covers; in a window of its own that closes."""
    desk = AtDesk(near)
    near.f2()
    words = Words("lobby", "nl")
    assert near.target("close").label == words("trainer.close")
    assert desk.target("close").label == words("trainer.close_window")
    desk.choose("close")
    assert near.stage.second is None
    assert phones


def test_what_comes_to_one_window_is_nothing_to_the_other(near: Near, phones: list[Phone]) -> None:
    desk = AtDesk(near)
    before, there = near.focus, desk.focus
    desk.press("tab")
    assert near.focus == before
    assert desk.focus != there
    there = desk.focus
    near.press("tab")
    assert near.focus != before
    assert desk.focus == there
    near.press("f10")
    assert desk.focus == there
    desk.shows(DeskScene)
    assert len(phones) == 2


def ctrl(key: int) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=key, mod=pygame.KMOD_LCTRL, unicode="")


def test_language_and_theme_are_the_boards_and_its_letters_its_own(near: Near) -> None:
    desk = AtDesk(near)
    desk.choose("lang:en")
    assert (near.stage.settings.language, desk.stage.settings.language) == ("en", "en")
    near.press("l")
    assert (near.stage.settings.language, desk.stage.settings.language) == ("nl", "nl")
    desk.step(ctrl(pygame.K_PLUS))
    assert (near.stage.settings.text_scale, desk.stage.settings.text_scale) == (1.0, 1.25)
    near.stage.step([ctrl(pygame.K_PLUS)], near.now)
    near.stage.step([pygame.event.Event(pygame.KEYUP, key=pygame.K_PLUS, mod=0, unicode="")], near.now)
    near.stage.step([ctrl(pygame.K_PLUS)], near.now)
    assert (near.stage.settings.text_scale, desk.stage.settings.text_scale) == (1.5, 1.25)
    desk.choose("clock:long")
    assert near.stage.settings.clock == "long"
    assert near.stage.settings.text_scale == 1.5


@pytest.mark.parametrize("how", ["button", "key", "window"])
def test_closing_it_changes_nothing_in_the_game(near: Near, phones: list[Phone], how: str) -> None:
    desk = AtDesk(near)
    revision = near.game.table.revision
    desk.press("escape")
    assert desk.is_open(), "Esc closes nothing by accident"
    if how == "button":
        desk.choose("close")
    elif how == "key":
        near.press("f3")
    else:
        desk.step(pygame.event.Event(pygame.WINDOWCLOSE))
    assert not desk.is_open()
    near.wait()
    near.shows(TogetherScene)
    assert near.game.table.revision == revision
    assert phones[0].command("pass")["type"] == "ack"


def test_stopping_there_leads_the_board_to_the_title(near: Near, phones: list[Phone]) -> None:
    desk = AtDesk(near)
    near.press("f10")
    desk.choose("lead:stop")
    desk.choose("yes")
    assert near.phones.closed
    assert not desk.is_open()
    near.shows(KeysScene)
    assert len(near.stage.scenes) == 1
    assert all(phone.view for phone in phones)


def test_it_closes_with_the_game_and_with_the_board(near: Near, tmp_path: Path) -> None:
    desk = AtDesk(near)
    near.press("f10")
    near.choose("leave")
    near.step()
    assert not desk.is_open()
    again = Near(tmp_path / "again")
    desk = AtDesk(again)
    again.stage.step([pygame.event.Event(pygame.QUIT)], again.now)
    assert not again.stage.running


def test_it_tells_no_secret(near: Near, phones: list[Phone]) -> None:
    desk = AtDesk(near)
    scenario = near.game.scenario
    secrets = {one.text.get("nl") for one in scenario.personal_motives}
    secrets |= {one.name.get("nl") for one in scenario.motives}
    for seat in near.game.seats:
        desk.choose(f"row:{seat}")
        canvas = RecordingCanvas(fit(1280, 720), theme("light"), FONTS)
        desk.scene.draw(canvas, replace(desk.stage.view, frame=canvas.frame))
        said = " ".join(text.what for text in canvas.texts)
        assert "Mens" in said
        assert not [one for one in secrets if one in said]
    assert phones


def test_without_phones_there_is_none(tmp_path: Path) -> None:
    hands = Hands(tmp_path)
    to_first_work(hands)
    hands.press("f3")
    assert hands.stage.second is None


def to_the_score(near: Near) -> None:
    while near.game.table.truth.part[0] < GUESSING:
        assert near.game.lead({"do": "next"})["ok"]
    near.until(ScoreScene)


def test_the_trainers_window_presses_on_through_score_and_motives(near: Near, phones: list[Phone]) -> None:
    desk = AtDesk(near)
    assert "lead:press" not in {target.id for target in desk.stage.targets}
    to_the_score(near)
    desk.choose("lead:press")
    near.wait()
    assert not isinstance(near.scene, ScoreScene)
    assert "lead:press" not in {target.id for target in desk.stage.targets}, "people guess now"
    assert near.game.lead({"do": "end_guessing"})["ok"]
    near.until(RevealScene)
    for _ in phones:
        near.shows(RevealScene)
        desk.choose("lead:press")
    near.shows(RevealScene)
    desk.choose("lead:press")
    near.wait()
    near.shows(DebriefScene)
    desk.shows(DeskScene)
    assert "lead:press" not in {target.id for target in desk.stage.targets}


def test_the_panel_over_the_score_gives_way_and_presses_on(near: Near, phones: list[Phone]) -> None:
    to_the_score(near)
    near.f2()
    near.choose("lead:press")
    near.wait()
    assert not isinstance(near.scene, ScoreScene | TrainerScene)
    assert phones[0].view["table"]["watch"] is None, "the phones go on with the board"


def test_what_lies_over_the_score_is_not_pressed_from_the_trainers_window(
    near: Near, phones: list[Phone]
) -> None:
    to_the_score(near)
    desk = AtDesk(near)
    near.press("f10")
    desk.choose("lead:press")
    near.shows(MenuScene)
    near.press("escape")
    near.shows(ScoreScene)
    assert phones[0].view["table"]["watch"] == "end"


def test_pressing_on_from_the_trainers_window_ends_what_moves_first(tmp_path: Path) -> None:
    near = Near(tmp_path, motion="full")
    to_work(near, started(near, "stall", "advertising"))
    desk = AtDesk(near)
    to_the_score(near)
    near.step(seconds=0.02)
    assert near.scene.moving(near.stage.view)
    desk.choose("lead:press")
    near.shows(ScoreScene)
    assert not near.scene.moving(near.stage.view)
