"""What people see of what computer players do: the table pushes one scene after the other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.app.playing import house
from game.rules import fact as facts
from game.rules.command import Choose, Talk, from_dict
from game.screen.board import grid_of
from game.screen.focus import Focus
from game.screen.hotseat import Hotseat
from game.screen.house import Plan, SeatPlan, Wishes
from game.screen.layout import fit
from game.screen.scene import Push, Scene, View
from game.screen.scenes.debrief import DebriefScene
from game.screen.scenes.department import DepartmentScene
from game.screen.scenes.flow import TableScene
from game.screen.scenes.glance import GlanceScene, announced, said_of
from game.screen.scenes.guess import GuessScene
from game.screen.scenes.introducing import IntroducingScene
from game.screen.scenes.monday import EventScene
from game.screen.scenes.our_why import OurWhyScene
from game.screen.scenes.rolling import RollScene
from game.screen.scenes.telling import tell
from game.screen.scenes.title import TitleScene
from game.screen.scenes.work import WorkScene
from game.screen.settings import Settings, screen_words
from game.screen.theme import duration
from tests.screen.faults import floats
from tests.screen.scenes.watching import Watch

ASKING = (OurWhyScene, DepartmentScene, WorkScene, GuessScene)
STALL = ("stall", "advertising", "delivery")
VIEW = View(fit(1920, 1080), Settings("nl", motion="none", guide=True), screen_words("nl"), Focus(), 0.0)


def opened(folder: Path, people: str) -> tuple[Hotseat, TableScene]:
    """A game in which people hold one department, and its table."""
    home = house(folder, Wishes())
    seats = tuple(SeatPlan(seat, seat == people) for seat in STALL)
    game = home.open(Plan("fruit-stall", seats, seed=9))
    return game, TableScene(game, lambda: TitleScene.of(home))


def pushed(game: Hotseat, table: TableScene) -> Iterator[Scene]:
    """Every scene of a game in which people do the first legal thing when they are asked."""
    for _ in range(600):
        transition = table.tick(VIEW)
        assert isinstance(transition, Push)
        yield transition.scene
        scene = transition.scene
        if isinstance(scene, DebriefScene):
            return
        asks = isinstance(scene, EventScene) and scene.monday.nl.asks
        seat = game.turn() if asks or isinstance(scene, ASKING) else None
        if seat is None:
            continue
        actions = game.view(seat, "nl")["actions"]
        legal = [action["command"] for action in actions if action["refusal"] is None]
        if legal:
            assert game.do(seat, from_dict(legal[0])) is None


@pytest.mark.parametrize("people", ["delivery", "advertising"])
def test_the_choice_of_a_computer_chair_is_a_card_that_stays(tmp_path: Path, people: str) -> None:
    game, table = opened(tmp_path, people)
    seen = 0
    for scene in pushed(game, table):
        deed = game.deeds[0] if game.deeds else None
        if deed is None or not isinstance(deed.command, Choose) or deed.people or deed.after != game.shown:
            continue
        if isinstance(scene, IntroducingScene):
            continue
        assert isinstance(scene, EventScene)
        chosen = [option for option in scene.monday.nl.options if option.chosen]
        assert [option.id for option in chosen] == [deed.command.option]
        assert not scene.monday.nl.asks
        assert [target.id for target in scene.targets(VIEW)] == ["menu", "next"]
        assert scene.wakes(VIEW) in (None, 0.0), "it does not go by itself"
        seen += 1
    assert seen


def test_new_verbs_are_introduced_before_anybody_acts_in_their_week(tmp_path: Path) -> None:
    game, table = opened(tmp_path, "delivery")
    seen = 0
    for scene in pushed(game, table):
        if isinstance(scene, IntroducingScene):
            week = game.shown["week"]
            at_work = [d for d in game.deeds if d.before["week"] == week and d.before["part"] == "work"]
            assert not at_work
            seen += 1
    assert seen


def test_what_a_play_brings_is_told_when_the_dice_lie(tmp_path: Path) -> None:
    game, table = opened(tmp_path, "delivery")
    plays = 0
    for scene in pushed(game, table):
        if isinstance(scene, GlanceScene | RollScene) and scene.model.nl.story.thrown:
            shown = scene.model.nl
            assert shown.story.log in shown.after.log
            assert shown.before.log != shown.after.log
            plays += 1
        if isinstance(scene, GlanceScene) and scene.model.nl.story.thrown:
            watch = Watch(scene, now=scene.begun)
            assert announced(scene.model.nl) in [text.replace(" / ", " ") for text in watch.texts]
            assert said_of(scene.model.nl) not in watch.texts
            assert watch.wait(duration("toast_stay")) is None, "it stays long enough to be read"
            told = [text.replace(" / ", " ") for text in watch.texts]
            assert said_of(scene.model.nl) in told
    assert plays


def test_a_talk_of_a_computer_player_says_what_it_turned_up(tmp_path: Path) -> None:
    game, table = opened(tmp_path, "delivery")
    talks = [
        scene.model.nl
        for scene in pushed(game, table)
        if isinstance(scene, GlanceScene) and isinstance(game.deeds[0].command, Talk)
    ]
    assert talks
    for shown in talks:
        assert all(one.text in said_of(shown) for one in shown.story.said)


def test_the_line_about_a_deed_leaves_free_who_acts(tmp_path: Path) -> None:
    game, table = opened(tmp_path, "delivery")
    seen = set()
    for scene in pushed(game, table):
        if not isinstance(scene, GlanceScene):
            continue
        board = scene.model.nl.before
        acts = next(i for i, one in enumerate(board.departments) if one.state == "turn")
        grid = grid_of(1080, board)
        stick, cards = grid.stick(acts), grid.card(0)
        lines = [thing.box for thing in Watch(scene, now=scene.begun).picture if floats(thing)]
        assert len(lines) == 1
        assert not lines[0].overlaps(stick)
        assert lines[0].bottom < grid.band(5).y < cards.y, "nor does it hide tokens, attention and motives"
        seen.add(acts)
    assert len(seen) == 2, "of both computer players"


def test_the_log_says_what_a_choice_did_or_about_which_event_it_was(tmp_path: Path) -> None:
    game, table = opened(tmp_path, "delivery")
    told = {}
    for _ in pushed(game, table):
        for deed in game.deeds:
            if isinstance(deed.command, Choose):
                event = game.scenario.event(next(f.event for f in deed.facts if isinstance(f, facts.Choice)))
                told[event.id] = tell(deed, game.scenario, "nl").log.text, event, deed.facts
    assert told
    for text, event, happened in told.values():
        moved = [game.scenario.audience(f.audience).name.nl for f in happened if isinstance(f, facts.Moved)]
        tracks = ["Wil" if f.track == "will" else "Kunnen" for f in happened if isinstance(f, facts.Track)]
        assert text.startswith(tuple(moved + tracks)) if moved or tracks else text == event.title.nl
