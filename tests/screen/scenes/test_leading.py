"""Help for who leads the game: to the next part, and to the score, with one question before it."""

from pathlib import Path

import pytest

from game.screen.scenes.asking import AskScene
from game.screen.scenes.friday import FridayScene
from game.screen.scenes.monday import EventScene
from game.screen.scenes.work import WorkScene
from game.table.entries import ACT
from game.table.replaying import verify
from tests.screen.scenes.hands import Hands
from tests.screen.scenes.test_flow import play_to_the_end, to_first_work


def acts(hands: Hands) -> list[str]:
    return [entry.payload for entry in hands.journal().entries if entry.kind == ACT]


def test_the_next_part_comes_after_one_question(tmp_path: Path) -> None:
    hands = Hands(tmp_path)
    to_first_work(hands)
    stored = acts(hands)
    hands.press("f10")
    hands.choose("next")
    hands.shows(AskScene)
    hands.choose("no")
    hands.wait()
    hands.shows(WorkScene)
    assert acts(hands) == stored
    hands.press("f10")
    hands.choose("next")
    hands.choose("yes")
    hands.wait()
    hands.shows(FridayScene)
    assert '"next"' in acts(hands)[-1]


@pytest.mark.parametrize("question", ["no", "yes"])
def test_the_game_ends_now_after_one_question(tmp_path: Path, question: str) -> None:
    hands = Hands(tmp_path)
    to_first_work(hands)
    hands.press("f10")
    hands.click("end")
    hands.click(question)
    hands.wait()
    assert verify(tmp_path / "game.piramide").over == (question == "yes")
    if question == "yes":
        assert '"end_early"' in acts(hands)[-1]
        assert play_to_the_end(hands, hands.choose) > 2, "score, motives and debrief are shown"


def test_the_next_part_chooses_a_why_where_nobody_does(tmp_path: Path) -> None:
    hands = Hands(tmp_path)
    hands.choose("card:0")
    hands.choose("start")
    hands.wait()
    assert hands.name == "OurWhyScene"
    hands.press("f10")
    hands.choose("next")
    hands.shows(EventScene)
    assert '"next"' in acts(hands)[-1]


def test_what_is_being_shown_is_passed_over_without_touching_the_game(tmp_path: Path) -> None:
    hands = Hands(tmp_path)
    to_first_work(hands)
    for name in ("next", "yes"):
        if name == "next":
            hands.press("f10")
        hands.choose(name)
    hands.wait()
    hands.shows(FridayScene)
    stored = acts(hands)
    hands.press("f10")
    hands.choose("next")
    hands.wait()
    assert hands.name != "FridayScene"
    assert verify(tmp_path / "game.piramide").week == 2
    assert acts(hands) == stored
