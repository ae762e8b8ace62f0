"""The board while everybody acts from a phone: who is done, who is away, the clock, and the way in."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.screen.board import board_targets, draw_board, grid_of
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.clock import WorkClock
from game.screen.focus import Target
from game.screen.grid import BoardGrid
from game.screen.layout import Frame
from game.screen.model import BoardModel
from game.screen.phones import Place, link_of
from game.screen.scene import Pop, Push, Scene, Transition, View
from game.screen.scenes.answers import GoOn
from game.screen.scenes.timed import TimedScene
from game.screen.scenes.waiting import LOOKS, WAIT, Waiting, rest_target
from game.screen.scenes.work import clock_place
from game.screen.widgets.buttons import button
from game.screen.widgets.joining import draw_qr, qr
from game.screen.widgets.panels import toast
from game.words.catalogue import Language, Words

PANEL, QR = 84.0, 167.0
FINEST = 3
"""Pixels of a module under which a QR code on the wall is not read any more."""


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
        panel = Target("panel", corner.panel, words("board.panel"), radius=22)
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
        button(canvas, corner.panel, words("board.panel"), state=view.focus.state("panel"))
        if corner.link is not None:
            draw_qr(canvas, corner.qr, corner.link)
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


@dataclass(frozen=True, slots=True)
class Corner:
    """Left of the persona cards: the way to the panel, and a QR code for who comes late if there is room."""

    grid: BoardGrid
    frame: Frame
    model: BoardModel

    @property
    def qr(self) -> Box:
        """Under the lowest label, over the panel."""
        low = self.grid.card(0).bottom - PANEL - 10
        return Box(32, low - QR, 176, QR)

    @property
    def link(self) -> str | None:
        """What the QR says; none where it would be too small for a camera, or the code has no other place."""
        code, address = self.model.join_code, self.model.join_address
        if code is None or address is None or self.frame.narrow:
            return None
        link = link_of(Place(address, ""), code)
        return link if min(self.qr.w, self.qr.h) * self.frame.scale >= FINEST * qr(link).view.w else None

    @property
    def panel(self) -> Box:
        """The button to the panel."""
        card = self.grid.card(0)
        y = card.cy - 50 if self.link is None else card.bottom - PANEL
        return Box(32, y, 176, PANEL)
