"""Everything that moves: sampled by time, skipped at will, at three levels; it ends in the still picture."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from game.screen.board import grid_of
from game.screen.drawings import TOKEN_VIEW
from game.screen.fonts import Fonts
from game.screen.layout import fit
from game.screen.model import BoardModel
from game.screen.motion import MotionLevel
from game.screen.recording import RecordingCanvas
from game.screen.scene import Scene
from game.screen.scenes.both import Both
from game.screen.scenes.friday import FridayScene
from game.screen.scenes.glance import GlanceScene
from game.screen.scenes.monday import EventScene
from game.screen.scenes.reveal import RevealScene
from game.screen.scenes.rolling import RollScene
from game.screen.scenes.score import ScoreScene
from game.screen.settings import screen_words
from game.screen.theme import theme
from tests.screen import samples as samples_of_board
from tests.screen.scenes import flow_pages, samples
from tests.screen.scenes.watching import Watch

FONTS = Fonts()
LEVELS: tuple[MotionLevel, ...] = ("full", "basic", "none")
LONG = 60.0
"""Seconds after which anything is over."""


def friday(at: int) -> Scene:
    return FridayScene(Both.of(samples.friday), at, 0.0)


def lost() -> Scene:
    return FridayScene(Both.of(lambda language: samples.friday(language, lost=True)), 0, 0.0)


def score(medal: bool) -> Scene:
    model = Both.of(lambda language: samples.score(language, revealed=False, medal=medal))
    return ScoreScene(model, began=0.0)


def reveal() -> Scene:
    return RevealScene(Both.of(lambda language: samples.score(language, revealed=True)), 2, 0.0)


SCENES: dict[str, Callable[[], Scene]] = {
    "drift": lambda: friday(1),
    "launch": lambda: friday(2),
    "sharing": lambda: friday(3),
    "lost week": lost,
    "shake-out": lambda: FridayScene(Both.of(samples.shake_out), 0, 0.0),
    "score": lambda: score(medal=True),
    "score without a medal": lambda: score(medal=False),
    "reveal": reveal,
    "monday": lambda: EventScene(Both.of(lambda language: samples.monday(language, asks=True)), 0.0),
    "dice of a play": lambda: flow_pages.FLOW["rolling"][0]("nl"),
    "dice of a computer player": lambda: flow_pages.FLOW["glance"][0]("nl"),
}
SAMPLES = (0.0, 0.2, 0.5, 0.9, 1.3, 1.6, 2.0, 2.6, 3.3, 4.5)
"""Seconds at which moving pictures are looked at."""


def watched(name: str, motion: MotionLevel, now: float = 0.0) -> Watch:
    return Watch(SCENES[name](), now=now, motion=motion)


def moments(name: str, motion: MotionLevel) -> list[float]:
    """The samples at which it moves."""
    return [now for now in SAMPLES if (watch := watched(name, motion, now)).scene.moving(watch.view)]


@pytest.mark.parametrize("motion", LEVELS)
@pytest.mark.parametrize("name", SCENES)
def test_the_last_frame_is_exactly_the_still_picture(name: str, motion: MotionLevel) -> None:
    watch = watched(name, motion, LONG)
    assert not watch.scene.moving(watch.view)
    assert watch.picture == watched(name, "none").picture


@pytest.mark.parametrize("name", SCENES)
def test_it_moves_and_every_frame_depends_on_the_time_alone(name: str) -> None:
    times = moments(name, "full")
    assert times, "nothing moves"
    watch = watched(name, "full")
    pictures = []
    for now in times:
        watch.now = now
        pictures.append(watch.picture)
    still = watched(name, "none").picture
    assert any(picture != still for picture in pictures)
    for now, picture in zip(reversed(times), reversed(pictures), strict=True):
        watch.now = now
        assert watch.picture == picture


@pytest.mark.parametrize("motion", ["full", "basic"])
@pytest.mark.parametrize("name", SCENES)
def test_two_inputs_at_most_end_it_in_the_still_picture(name: str, motion: MotionLevel) -> None:
    for now in moments(name, motion):
        watch = watched(name, motion, now)
        for _ in range(2):
            if watch.scene.moving(watch.view):
                skipped = watch.scene.skip(watch.view)
                assert skipped is not None, "the input is not taken"
                watch.follow(skipped)
        assert not watch.scene.moving(watch.view)
        assert watch.picture == watched(name, "none").picture


@pytest.mark.parametrize("name", SCENES)
def test_less_movement_takes_less_time_and_none_takes_none(name: str) -> None:
    full, basic = moments(name, "full"), moments(name, "basic")
    assert set(basic) <= set(full)
    assert moments(name, "none") == []


@pytest.mark.parametrize("name", ["drift", "sharing", "dice of a play", "dice of a computer player"])
def test_with_less_movement_the_dice_roll_and_no_token_travels(name: str) -> None:
    """While anything moves, no token lies anywhere but where one lay before or lies afterwards."""
    before, after = places(watched(name, "full")), places(watched(name, "none"))
    times = moments(name, "basic")
    assert times, "the dice roll"
    for now in times:
        assert places(watched(name, "basic", now)) <= before | after
    travelling = [places(watched(name, "full", now)) - before - after for now in moments(name, "full")]
    assert any(travelling), "with full movement they are seen on their way"


def places(watch: Watch) -> set[tuple[int, int]]:
    """Where tokens lie in a picture."""
    view = f"{TOKEN_VIEW.w:g}x{TOKEN_VIEW.h:g} "
    shapes = [one for one in watch.picture if one.kind == "shape" and one.what.startswith(view)]
    return {(round(one.box.cx), round(one.box.cy)) for one in shapes}


@pytest.mark.parametrize("page", ["rolling", "rolled", "news"])
def test_how_to_go_on_stands_on_the_card_it_is_about(page: str) -> None:
    picture = Watch(flow_pages.FLOW[page][0]("nl")).picture
    (said,) = (thing for thing in picture if thing.what.startswith("Klik of druk"))
    card = next(thing for thing in picture if thing.kind == "panel" and thing.what.endswith("dialog"))
    assert card.box.holds(said.box)


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (2560, 1080)], ids=str)
def test_the_line_about_a_broadcast_lies_on_no_card_whose_attention_it_takes(size: tuple[int, int]) -> None:
    page = flow_pages.FLOW_PAGES["glance-nl"]
    canvas = RecordingCanvas(fit(*size), theme(page.theme), FONTS)
    page.draw(canvas, screen_words("nl"))
    (line,) = [text.box for text in canvas.texts if text.what.replace(" / ", " ").startswith("Persbericht")]
    board = samples_of_board.usual("nl")
    grid = grid_of(canvas.frame.canvas.h, board)
    assert not any(grid.card(i).overlaps(line) for i in range(len(board.audiences)))


def melting(board: BoardModel) -> BoardModel:
    """The board with every loose token at risk, so that all their cells drip."""
    return replace(
        board,
        audiences=tuple(
            replace(one, cells=tuple(replace(cell, at_risk=cell.loose > 0) for cell in one.cells))
            for one in board.audiences
        ),
    )


@pytest.mark.parametrize("name", ["dice of a play", "dice of a computer player"])
def test_while_dice_roll_the_board_shows_nothing_of_what_comes(name: str) -> None:
    scene = SCENES[name]()
    assert isinstance(scene, RollScene | GlanceScene)
    model = scene.model.nl
    model = replace(model, after=melting(model.after))
    scene = replace(scene, model=Both.of(lambda _: model))
    story = replace(model.story, headline="", said=())
    nothing_comes = replace(
        scene, model=Both.of(lambda _: replace(model, after=model.before, story=story)), facts=()
    )
    for now in (0.0, 0.2, 0.45):
        assert Counter(Watch(scene, now=now).picture) == Counter(Watch(nothing_comes, now=now).picture)
    assert Watch(scene, now=LONG).picture != Watch(nothing_comes, now=LONG).picture
