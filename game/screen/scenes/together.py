"""The board while everybody acts from a phone: who is done, who is away, the clock, and the way in."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.screen.board import board_targets, draw_board, grid_of
from game.screen.canvas import Canvas
from game.screen.clock import WorkClock
from game.screen.focus import Target
from game.screen.model import BoardModel
from game.screen.scene import Pop, Push, Scene, Transition, View
from game.screen.scenes.answers import GoOn
from game.screen.scenes.corner import Corner
from game.screen.scenes.timed import TimedScene
from game.screen.scenes.waiting import LOOKS, WAIT, Waiting, rest_target
from game.screen.scenes.work import clock_place
from game.screen.widgets.buttons import button
from game.screen.widgets.panels import toast
from game.words.catalogue import Language, Words


@dataclass(frozen=True, slots=True)
class TogetherScene(TimedScene):
    """``board`` gives the board as it is now. Sticks open what everybody may know of a department."""

    board: Callable[[Language], BoardModel]
    waiting: Waiting
    sheet: Callable[[str], Scene]
    clock: WorkClock | None = None

    def tick(self, view: View) -> Transition | None:
        """On, as soon as something happened."""
        if self.waiting.over():
            self.held()
            return Pop(GoOn())
        return TimedScene.tick(self, view)

    def wakes(self, view: View) -> float | None:  # noqa: ARG002
        """Soon: who is there and what is left of the time changes by itself."""
        return LOOKS

    def targets(self, view: View) -> tuple[Target, ...]:
        """Nothing, then menu, clock, the panel, sticks."""
        words = Words("lobby", view.settings.language)
        model = self.board(view.settings.language)
        grid = grid_of(view.frame.canvas.h, model)
        found = [one for one in board_targets(grid, model, view.words) if not one.id.startswith("lane:")]
        corner = Corner(grid, view.frame, model)
        panel = Target("panel", corner.low, words("board.panel"), radius=22)
        return (rest_target(view), found[0], *self.clock_targets(clock_place(), view), panel, *found[1:])

    def first(self, view: View) -> str | None:  # noqa: ARG002
        """Nothing: phones are to act."""
        return WAIT

    def draw(self, canvas: Canvas, view: View) -> None:
        """The board, and for whom the game waits."""
        words = Words("lobby", view.settings.language)
        model = self.board(view.settings.language)
        if self.clock is not None:
            model = replace(model, clock=self.clock.left(view.settings.clock))
        grid = draw_board(canvas, model, view.words, view.focus)
        self.draw_clock_frame(canvas, clock_place(), view)
        corner = Corner(grid, view.frame, model)
        button(canvas, corner.low, words("board.panel"), state=view.focus.state("panel"))
        corner.draw_way_in(canvas)
        told = self.waiting.told.get(view.settings.language)
        if not self.draw_time_up(canvas, view) and told:
            toast(canvas, told, icon="device-mobile")

    def on(self, target: str, view: View) -> Transition | None:
        """Open what was chosen."""
        kind, _, name = target.partition(":")
        match kind:
            case "panel":
                return Push(self.waiting.panel())
            case "stick":
                return Push(self.sheet(name))
            case "clock":
                return self.key("p", view)
            case _:
                return self.back(view)
