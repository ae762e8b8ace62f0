"""A personal motive is on the screen only while somebody presses and holds (rule 8.5, guide §7)."""

from pathlib import Path

import pytest

from game.screen.fonts import Fonts
from game.screen.recording import RecordingCanvas
from game.screen.scenes.department import DepartmentScene
from game.screen.theme import theme
from tests.screen.scenes.hands import Hands
from tests.screen.scenes.test_flow import answer


def to_the_hand_over(folder: Path) -> Hands:
    hands = Hands(folder)
    hands.choose("card:0")
    hands.choose("start")
    for turn in range(9):
        hands.wait()
        if isinstance(hands.scene, DepartmentScene):
            return hands
        answer(hands, hands.choose, turn)
    raise AssertionError(hands.name)


def seen(hands: Hands) -> str:
    """All texts of the window."""
    canvas = RecordingCanvas(hands.stage.frame, theme("light"), Fonts())
    hands.scene.draw(canvas, hands.stage.view)
    return "\n".join(thing.what for thing in canvas.texts)


def secret(hands: Hands) -> str:
    model = hands.shows(DepartmentScene).model.nl
    assert model.secret is not None
    return model.secret.label


def test_it_is_hidden_until_it_is_held_with_the_mouse(tmp_path: Path) -> None:
    hands = to_the_hand_over(tmp_path)
    assert secret(hands) not in seen(hands)
    hands.hold("secret")
    assert secret(hands) in seen(hands)
    hands.let_go("secret")
    assert secret(hands) not in seen(hands)


@pytest.mark.parametrize("key", ["space", "return", "keypad enter"])
def test_it_is_hidden_until_it_is_held_with_a_key(tmp_path: Path, key: str) -> None:
    hands = to_the_hand_over(tmp_path)
    hands.tab_to("secret")
    assert secret(hands) not in seen(hands)
    hands.down(key)
    assert secret(hands) in seen(hands)
    hands.up(key)
    assert secret(hands) not in seen(hands)
    assert isinstance(hands.scene, DepartmentScene), "looking is all that happens"


def test_another_department_never_shows_it(tmp_path: Path) -> None:
    hands = to_the_hand_over(tmp_path)
    hands.choose("ready")
    hands.wait()
    hands.choose("stick:advertising")
    assert hands.shows(DepartmentScene).model.nl.secret is None
    assert "secret" not in hands.choices
