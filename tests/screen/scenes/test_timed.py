"""The clock of the work part at the window: it runs while people choose, and forces nothing."""

from dataclasses import replace
from pathlib import Path

from game.screen.clock import WorkClock
from game.screen.fonts import Fonts
from game.screen.layout import fit
from game.screen.recording import RecordingCanvas
from game.screen.scenes.choosing import ChoosingScene
from game.screen.scenes.department import DepartmentScene
from game.screen.scenes.work import WorkScene
from game.screen.settings import screen_words
from game.screen.theme import theme
from game.screen.tones import Cue
from game.table.entries import COMMAND
from tests.screen.page import scene_page
from tests.screen.scenes.flow_pages import FLOW
from tests.screen.scenes.hands import Hands
from tests.screen.scenes.test_flow import answer


class Listener:
    """Writes down what it would play."""

    def __init__(self) -> None:
        self.heard: list[Cue] = []

    def play(self, cue: Cue) -> None:
        """Note it."""
        self.heard.append(cue)


def at_work(folder: Path, speaker: Listener | None = None) -> tuple[Hands, WorkClock]:
    """Hands at the board of the first week, with a clock of two minutes."""
    return to_work(Hands(folder, clock="normal", speaker=speaker))


def to_work(hands: Hands) -> tuple[Hands, WorkClock]:
    """The same in a new game."""
    hands.choose("card:0")
    hands.choose("start")
    for turn in range(12):
        for _ in range(40):
            hands.step(seconds=0.25)
            if hands.name not in ("TableScene", "GlanceScene"):
                break
        if isinstance(hands.scene, WorkScene):
            clock = hands.scene.clock
            assert clock is not None
            return hands, clock
        answer(hands, hands.choose, turn)
    raise AssertionError(hands.name)


def pass_time(hands: Hands, seconds: int) -> None:
    for _ in range(seconds):
        hands.step(seconds=1.0)


def test_it_runs_at_the_board_and_while_choosing_but_not_under_a_dialog(tmp_path: Path) -> None:
    hands, clock = at_work(tmp_path)
    begun = clock.used
    pass_time(hands, 10)
    assert 9 <= clock.used - begun <= 11
    hands.press("f10")
    under = clock.used
    pass_time(hands, 30)
    hands.press("escape")
    assert clock.used - under < 0.5
    hands.press("1")
    hands.shows(ChoosingScene)
    chosen = clock.used
    pass_time(hands, 10)
    assert 9 <= clock.used - chosen <= 11
    hands.press("?")
    pass_time(hands, 30)
    hands.press("escape")
    assert clock.used - chosen < 12


def test_p_pauses_it(tmp_path: Path) -> None:
    hands, clock = at_work(tmp_path)
    hands.press("p")
    used = clock.used
    pass_time(hands, 60)
    assert (clock.paused, clock.used) == (True, used)
    hands.press("p")
    pass_time(hands, 5)
    assert 4 <= clock.used - used <= 6


def test_at_zero_there_is_one_chime_and_nothing_is_forced(tmp_path: Path) -> None:
    ears = Listener()
    hands, clock = at_work(tmp_path, ears)
    stored = len(hands.journal().entries)
    hands.press("1")
    pass_time(hands, 130)
    assert clock.left("normal") == 0
    assert ears.heard.count("chime") == 1
    hands.shows(ChoosingScene)
    assert len(hands.journal().entries) == stored
    hands.choose("play")
    assert [entry.kind for entry in hands.journal().entries][stored] == COMMAND


def test_a_new_week_has_a_new_clock(tmp_path: Path) -> None:
    hands, clock = at_work(tmp_path)
    pass_time(hands, 100)
    assert clock.week == 1
    for turn in range(60):
        for _ in range(60):
            hands.step(seconds=0.25)
            if hands.name not in ("TableScene", "GlanceScene", "FridayScene") or hands.choices.get("next"):
                break
        if isinstance(hands.scene, WorkScene) and clock.week == 2:
            break
        if isinstance(hands.scene, WorkScene):
            hands.choose("pass")
        else:
            answer(hands, hands.choose, turn)
    assert clock.week == 2
    assert clock.used < 10


def left_and_gone_on_with(hands: Hands) -> WorkClock:
    """The clock after a visit to the title."""
    hands.press("f10")
    hands.choose("leave")
    hands.wait()
    return gone_on_with(hands)


def gone_on_with(hands: Hands) -> WorkClock:
    """The clock of the game that was left, which the title asks about now."""
    hands.choose("yes")
    hands.wait()
    if isinstance(hands.scene, DepartmentScene):
        hands.choose("ready")
    clock = hands.shows(WorkScene).clock
    assert clock is not None
    return clock


def test_it_goes_on_where_it_stood_after_a_visit_to_the_title(tmp_path: Path) -> None:
    hands, clock = at_work(tmp_path)
    pass_time(hands, 50)
    used = clock.used
    then = left_and_gone_on_with(hands)
    assert used <= then.used < used + 5
    pass_time(hands, 10)
    assert used + 9 <= then.used < used + 16


def test_a_paused_clock_is_still_paused_after_a_visit_to_the_title(tmp_path: Path) -> None:
    hands, clock = at_work(tmp_path)
    pass_time(hands, 20)
    hands.press("p")
    used = clock.used
    then = left_and_gone_on_with(hands)
    pass_time(hands, 10)
    assert (then.paused, then.used) == (True, used)


def test_a_program_that_was_started_again_has_a_new_clock(tmp_path: Path) -> None:
    hands, _ = at_work(tmp_path)
    pass_time(hands, 50)
    hands.press("f10")
    hands.choose("leave")
    hands.wait()
    again = Hands(tmp_path, clock="normal")
    assert gone_on_with(again).used < 5


def test_a_new_game_has_a_new_clock(tmp_path: Path) -> None:
    hands, clock = at_work(tmp_path)
    pass_time(hands, 50)
    hands.press("f10")
    hands.choose("leave")
    hands.wait()
    hands.press("escape")
    _, another = to_work(hands)
    assert another is not clock
    assert another.used < 5


def test_the_ground_of_a_clock_that_is_up_keeps_clear_of_the_stick() -> None:
    scene = FLOW["choosing-timed"][0]("nl")
    assert isinstance(scene, ChoosingScene)
    late = replace(scene, clock=WorkClock(5, 500.0))
    canvas = RecordingCanvas(fit(1920, 1080), theme("light"), Fonts())
    scene_page(lambda _: late, clock="normal")(canvas, screen_words("nl"))
    ground = next(one.box for one in canvas.drawn if one.kind == "panel" and one.colour == theme("light").bad)
    stick = next(one.box for one in canvas.drawn if one.colour == theme("light").wood)
    assert ground.x - stick.right >= 12
