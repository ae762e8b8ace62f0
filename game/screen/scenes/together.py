"""The board while everybody acts from a phone: who is done, who is away, the clock, and the way in."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.screen.board import board_targets, draw_board, grid_of
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.clock import WorkClock
from game.screen.focus import Target
from game.screen.grid import BoardGrid
from game.screen.model import BoardModel
from game.screen.scene import Pop, Push, Scene, Transition, View
from game.screen.scenes.answers import GoOn
from game.screen.scenes.timed import TimedScene
from game.screen.scenes.waiting import LOOKS, Waiting
from game.screen.scenes.work import clock_place
from game.screen.widgets.buttons import button
from game.screen.widgets.panels import toast
from game.words.catalogue import Language, Words


@dataclass(frozen=True, slots=True)
class TogetherScene(TimedScene):
    """``board`` gives the board as it is now; ``last`` had the focus when this was shown before.

    Sticks open what everybody may know of a department.
    """

    board: Callable[[Language], BoardModel]
    waiting: Waiting
    sheet: Callable[[str], Scene]
    clock: WorkClock | None = None
    last: str = ""
    remember: Callable[[str], None] | None = None

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
        """Menu, clock, the panel, sticks."""
        words = Words("lobby", view.settings.language)
        model = self.board(view.settings.language)
        grid = grid_of(view.frame.canvas.h, model)
        found = [one for one in board_targets(grid, model, view.words) if not one.id.startswith("lane:")]
        panel = Target("panel", panel_box(grid), words("board.panel"), radius=22)
        return (found[0], *self.clock_targets(clock_place(), view), panel, *found[1:])

    def first(self, view: View) -> str | None:  # noqa: ARG002
        """Where the focus was."""
        return self.last or "panel"

    def draw(self, canvas: Canvas, view: View) -> None:
        """The board, and for whom the game waits."""
        words = Words("lobby", view.settings.language)
        model = self.board(view.settings.language)
        if self.clock is not None:
            model = replace(model, clock=self.clock.left(view.settings.clock))
        grid = draw_board(canvas, model, view.words, view.focus)
        self.draw_clock_frame(canvas, clock_place(), view)
        place = panel_box(grid)
        button(canvas, place, words("board.panel"), state=view.focus.state("panel"))
        told = self.waiting.told.get(view.settings.language)
        if not self.draw_time_up(canvas, view) and told:
            toast(canvas, told, icon="device-mobile")

    def on(self, target: str, view: View) -> Transition | None:
        """Open what was chosen."""
        if self.remember is not None:
            self.remember(target)
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


def panel_box(grid: BoardGrid) -> Box:
    """Where the way to the panel is: left of the persona cards."""
    card = grid.card(0)
    return Box(32, card.cy - 50, 176, 84)
