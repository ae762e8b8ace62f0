"""The title: what chooses a scenario, and what opens it."""

from pathlib import Path

import pytest

from game.screen.scenes.setup import SetupScene
from game.screen.scenes.title import TitleScene
from game.words.catalogue import Words
from tests.screen.scenes.hands import Hands
from tests.screen.scenes.watching import Watch


@pytest.fixture
def hands(tmp_path: Path) -> Hands:
    return Hands(tmp_path, size=(1280, 720))


def chosen(hands: Hands) -> int:
    return hands.shows(TitleScene).chosen


def scenario(hands: Hands) -> str:
    return hands.shows(SetupScene).scenario.id


def ids(hands: Hands) -> list[str]:
    return [one.id for one in hands.house.scenarios]


def test_a_click_chooses_a_scenario_and_the_button_opens_it(hands: Hands) -> None:
    for place in (1, 0, 1):
        hands.click(f"card:{place}")
        hands.step(seconds=1.0)
        assert chosen(hands) == place
    hands.click("open")
    assert scenario(hands) == ids(hands)[1]


def test_a_slow_second_click_opens_nothing_a_double_click_does(hands: Hands) -> None:
    for place in (0, 1):
        hands.click(f"card:{place}")
        hands.step(seconds=2.0)
        hands.click(f"card:{place}")
        hands.step(seconds=2.0)
        hands.shows(TitleScene)
        hands.click(f"card:{place}")
        hands.click(f"card:{place}")
        assert scenario(hands) == ids(hands)[place]
        hands.step(seconds=2.0)
        hands.click("back")


def test_two_quick_clicks_on_two_cards_are_no_double_click(hands: Hands) -> None:
    hands.click("card:1")
    hands.click("card:0")
    assert chosen(hands) == 0


def test_the_keyboard_chooses_by_walking_or_by_number_and_enter_opens(hands: Hands) -> None:
    hands.press("right")
    assert chosen(hands) == 1
    hands.press("left")
    assert chosen(hands) == 0
    hands.press("2")
    assert (chosen(hands), hands.focus) == (1, "card:1")
    hands.press("tab")
    assert (chosen(hands), hands.focus) == (1, "open"), "what is chosen stays when one goes on to the buttons"
    hands.press("return")
    assert scenario(hands) == ids(hands)[1]
    hands.press("escape")
    hands.press("1")
    hands.press("return")
    assert scenario(hands) == ids(hands)[0]


def test_what_is_chosen_is_told(hands: Hands) -> None:
    for language in ("nl", "en"):
        told = []
        for place, one in enumerate(hands.house.scenarios):
            hands.press(str(place + 1))
            texts = " ".join(Watch(hands.scene, language=language).texts).replace(" / ", " ")
            assert one.organisation.goal.get(language) in texts
            names = ", ".join(department.name.get(language) for department in one.departments)
            numbers = f"{one.supported[0]}–{one.supported[-1]}"
            assert Words("play", language)("title.for", numbers=numbers, names=names) in texts
            told.append(texts)
        assert len(set(told)) == len(told)
