"""Whatever is shown, the people may change the language, the colours and the letters, and play on."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.screen.scene import Configure, Push
from game.screen.scenes.game_scene import GameScene
from game.screen.scenes.menu import MenuScene, rows_of
from game.screen.settings import Settings
from game.screen.stage import Stage
from tests.screen.scenes.flow_pages import FLOW
from tests.screen.scenes.hands import Hands
from tests.screen.scenes.pages import SCENES
from tests.screen.scenes.test_flow import to_first_work
from tests.screen.scenes.watching import Watch

ALL = {**FLOW, **SCENES}
PLAYED = [name for name, (make, _) in ALL.items() if isinstance(make("nl"), GameScene)]


def test_there_are_scenes_of_every_part_of_a_game() -> None:
    parts = ("our-why", "work", "choosing", "rolled", "news", "friday", "event", "score", "guess", "debrief")
    assert [part for part in parts if not any(name.startswith(part) for name in PLAYED)] == []


@pytest.mark.parametrize("name", PLAYED)
def test_every_scene_of_a_game_opens_the_menu_and_speaks_both_languages(name: str) -> None:
    make, now = ALL[name]
    watch = Watch(make("nl"), now=now)
    opened = watch.scene.key("f10", watch.view)
    assert isinstance(opened, Push)
    assert isinstance(opened.scene, MenuScene)
    switched = watch.scene.key("l", watch.view)
    assert isinstance(switched, Configure)
    assert switched.settings.language == "en"
    dutch = watch.texts
    watch.language = "en"
    assert watch.texts != dutch


@pytest.mark.parametrize("name", PLAYED)
def test_every_scene_of_a_game_has_a_way_to_the_menu_for_the_mouse_or_waits_for_one_click(name: str) -> None:
    make, now = ALL[name]
    watch = Watch(make("nl"), now=now, motion="none")
    targets = {target.id for target in watch.scene.targets(watch.view)}
    assert targets & {"menu", "on", "close", "ready", "next"}, targets


def test_every_setting_of_the_menu_holds_at_once_while_playing(tmp_path: Path) -> None:
    hands = Hands(tmp_path)
    to_first_work(hands)
    hands.press("1")
    hands.press("f10")
    picture = hands.stage.picture
    before = hands.stage.settings
    for row in rows_of(before):
        other = next(i for i in range(len(row.options)) if i != row.chosen)
        hands.click(f"{row.id}:{other}")
        assert _chosen(hands.stage, row.id) == other
    changed = hands.stage.settings
    assert changed.language != before.language
    assert changed.theme != before.theme
    assert changed.text_scale != before.text_scale
    assert hands.stage.picture.get_buffer().raw != picture.get_buffer().raw
    hands.press("escape")
    assert hands.name == "ChoosingScene"
    assert replace(changed, language="nl") != Settings()


def _chosen(stage: Stage, row: str) -> int:
    return next(one.chosen for one in rows_of(stage.settings) if one.id == row)
