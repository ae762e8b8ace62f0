"""Whose turn it is, and that nothing is decided by who is still pressing keys."""

from pathlib import Path

import pytest

from game.app.going_on import past_of
from game.app.playing import house
from game.rules.fact import Guessed, Week
from game.screen.focus import Focus
from game.screen.hotseat import REMEMBERED
from game.screen.house import Plan, SeatPlan, Wishes
from game.screen.layout import fit
from game.screen.moment import Moment
from game.screen.scene import View
from game.screen.scenes.asking import AskScene
from game.screen.scenes.department import DepartmentScene
from game.screen.scenes.guess import GuessScene
from game.screen.scenes.moments import scene_of
from game.screen.scenes.monday import EventScene
from game.screen.scenes.reveal import RevealScene
from game.screen.scenes.work import WorkScene
from game.screen.settings import Settings, screen_words
from game.screen.theme import duration
from game.table.replaying import verify
from tests.screen.scenes.hands import SMALL, Hands
from tests.screen.scenes.test_flow import answer

TALK = "Kies een persoon en praat eerst. Zonder handdruk blijft alles los."


def two_teams(folder: Path, *, order: str = "round", guide: bool = False) -> Hands:
    """A game that has begun, with two departments at one screen and no computer player."""
    hands = Hands(folder, Wishes(seed=8, departments=2, order=order), guide=guide)
    hands.choose("card:0")
    hands.choose("seat:advertising")
    hands.choose("start")
    return hands


def until(hands: Hands, kind: type, limit: int = 300) -> None:
    """Play until a kind of scene is shown."""
    for turn in range(limit):
        hands.wait()
        if isinstance(hands.scene, kind):
            return
        answer(hands, hands.choose, turn)
    raise AssertionError(f"{kind.__name__} is never shown")


def to_guessing(hands: Hands) -> None:
    """Be done at once, week after week, until somebody is asked to guess."""
    for turn in range(100):
        hands.wait()
        if isinstance(hands.scene, GuessScene):
            return
        if isinstance(hands.scene, WorkScene):
            hands.choose("pass")
        else:
            answer(hands, hands.choose, turn)
    raise AssertionError(hands.name)


def talks(hands: Hands) -> None:
    """The acting seat talks with the first person."""
    hands.press("1")
    hands.choose("card:talk")
    hands.choose("play")


def test_it_is_said_whose_turn_it_is_whenever_others_acted_before(tmp_path: Path) -> None:
    hands = two_teams(tmp_path)
    until(hands, WorkScene)
    said = []
    for _ in range(4):
        scene = hands.shows(WorkScene)
        said.append((scene.seat, scene.new))
        talks(hands)
        until(hands, WorkScene)
    # The first turn of each comes with the hand-over, which says it already.
    assert said == [("stall", False), ("advertising", False), ("stall", True), ("advertising", True)]


def test_the_word_about_the_turn_goes_by_itself_and_the_hint_comes_after_it(tmp_path: Path) -> None:
    hands = two_teams(tmp_path, guide=True)
    until(hands, WorkScene)
    scene = hands.shows(WorkScene)
    assert scene.hint == "talk"
    talks(hands)
    hands.step(seconds=0.1)
    for turn in range(6):
        hands.wait()
        if isinstance(hands.scene, WorkScene) and hands.scene.new:
            break
        answer(hands, hands.choose, turn)
    scene = hands.shows(WorkScene)
    assert hands.now - scene.begun < 1.0
    assert hands.stage.patience() <= duration("toast_stay")


def test_who_plays_alone_is_not_told_whose_turn_it_is(tmp_path: Path) -> None:
    hands = Hands(tmp_path)
    hands.choose("card:0")
    hands.choose("start")
    for _ in range(3):
        until(hands, WorkScene)
        assert not hands.shows(WorkScene).new
        talks(hands)


def test_no_number_of_enters_decides_for_the_chair(tmp_path: Path) -> None:
    hands = two_teams(tmp_path)
    until(hands, EventScene)
    while not hands.shows(EventScene).monday.nl.asks:
        answer(hands, hands.choose, 0)
        until(hands, EventScene)
    stored = hands.journal().entries
    for _ in range(6):
        hands.press("return")
    assert hands.journal().entries == stored
    assert hands.shows(EventScene).picked == "1"
    hands.choose("yes")
    hands.wait()
    assert len(hands.journal().entries) > len(stored)


def test_a_quiet_monday_says_so(tmp_path: Path) -> None:
    plan = Plan("fruit-stall", tuple(SeatPlan(seat, True) for seat in ("stall", "advertising")), seed=1)
    game = house(tmp_path, Wishes()).open(plan)
    before = game.shown
    after = {**before, "part": "work", "week": 2, "event": None}
    moment = Moment("monday", before, (Week(2, "advertising"),), after)
    view = View(fit(*SMALL), Settings(motion="none"), screen_words("nl"), Focus(), 0.0)
    scene = scene_of(game, moment, view)
    assert isinstance(scene, EventScene)
    assert scene.monday.nl.title == "Rustige week"
    assert [target.id for target in scene.targets(view)] == ["menu", "next"]
    game.close()


def test_the_hand_over_before_guessing_speaks_of_guessing(tmp_path: Path) -> None:
    hands = two_teams(tmp_path)
    for turn in range(100):
        hands.wait()
        if isinstance(hands.scene, DepartmentScene) and hands.scene.model.nl.guessing:
            break
        assert not isinstance(hands.scene, GuessScene), "nobody is asked without a hand-over"
        if isinstance(hands.scene, WorkScene):
            hands.choose("pass")
        else:
            answer(hands, hands.choose, turn)
    scene = hands.shows(DepartmentScene)
    assert hands.target("ready").label == "Klaar, raden"
    assert scene.model.nl.secret is not None
    hands.choose("ready")
    hands.wait()
    assert hands.shows(GuessScene).guess.nl.seat == scene.seat


@pytest.mark.parametrize("sure", ["no", "yes"])
def test_a_team_may_leave_the_guessing_after_one_question(tmp_path: Path, sure: str) -> None:
    hands = two_teams(tmp_path)
    to_guessing(hands)
    first = hands.shows(GuessScene).guess.nl.seat
    hands.choose("skip")
    hands.shows(AskScene)
    hands.choose(sure)
    hands.wait()
    if sure == "no":
        assert hands.shows(GuessScene).guess.nl.seat == first
        return
    other = hands.shows(DepartmentScene).seat
    assert other != first
    to_guessing(hands)
    hands.choose("skip")
    hands.choose("yes")
    until(hands, RevealScene)
    assert verify(tmp_path / "game.piramide").over
    assert not [entry for entry in hands.journal().entries if '"guess"' in entry.payload]


def test_a_guess_stays_secret_when_the_game_is_gone_on_with(tmp_path: Path) -> None:
    hands = two_teams(tmp_path)
    to_guessing(hands)
    first = hands.shows(GuessScene).guess.nl.seat
    while isinstance(hands.scene, GuessScene) and hands.scene.guess.nl.seat == first:
        answer(hands, hands.choose, 0)
    hands.wait()
    assert hands.shows(DepartmentScene).seat != first
    past = past_of(tmp_path / "game.piramide")
    guesses = [fact for fact in past.facts if isinstance(fact, Guessed)]
    told = [fact for deed in past.deeds for fact in deed.facts if isinstance(fact, Guessed)]
    assert [fact.motive for fact in (*guesses, *told)] == [None, None]
    assert len(past.deeds) == REMEMBERED


def test_the_goal_of_another_department_is_not_headed_as_ones_own(tmp_path: Path) -> None:
    hands = two_teams(tmp_path)
    until(hands, WorkScene)
    assert hands.shows(WorkScene).seat == "stall"
    hands.choose("stick:stall")
    assert hands.shows(DepartmentScene).model.nl.own
    hands.press("escape")
    hands.choose("stick:advertising")
    assert not hands.shows(DepartmentScene).model.nl.own
