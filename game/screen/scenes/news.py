"""What came of a verb that people did: one card over the board, with the lane lit where it is about one."""

from dataclasses import dataclass

from game.screen.board import draw_board, grid_of
from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, icon_in
from game.screen.focus import Target
from game.screen.scene import Heard, Pop, Transition, View
from game.screen.scenes.answers import GoOn
from game.screen.scenes.both import Both
from game.screen.scenes.game_scene import GameScene
from game.screen.scenes.rolling import RollModel, free_side, said_chips
from game.screen.theme import style
from game.screen.widgets.people import face
from game.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class NewsScene(GameScene):
    """The headline and what came of it; any key or click goes on."""

    model: Both[RollModel]
    begun: float = 0.0

    def _place(self, view: View) -> Box:
        """Beside the lit lane, or in the middle."""
        shown = self.model.get(view.settings.language)
        box = view.frame.canvas.centred(1180, 560 if shown.story.said else 440)
        if shown.story.audience is None:
            return box
        beside = free_side(grid_of(view.frame.canvas.h, shown.after), shown.lane)
        return Box(beside.x, box.y, beside.w, box.h)

    def targets(self, view: View) -> tuple[Target, ...]:
        """Everything is one place to go on."""
        words = Words("play", view.settings.language)
        return (Target("on", view.frame.window, words("roll.go_on"), ring=False),)

    def draw(self, canvas: Canvas, view: View) -> None:
        """The card over the board."""
        words = Words("play", view.settings.language)
        shown = self.model.get(view.settings.language)
        look = canvas.theme
        grid = draw_board(canvas, shown.after, view.words)
        story = shown.story
        box = self._place(view)
        canvas.veil(() if story.audience is None else (grid.lane_outline(shown.lane, 8),))
        canvas.panel(box, look.panel, 36, edge=Edge(look.line, 2), shadow="dialog")
        top = Box(box.x, box.y + 36, box.w, 150)
        if story.audience is not None:
            face(canvas, shown.after.audiences[shown.lane], top.cx, top.cy, 74)
        else:
            disc = Box.around(top.cx, top.cy, 148, 148)
            canvas.panel(disc, look.sunken, 74)
            icon_in(canvas, story.log.icon, disc.cx, disc.cy, 88, look.ink)
        line = Box(box.x + 48, top.bottom + 18, box.w - 96, 120)
        canvas.text(story.headline, line, style("h1"), look.ink, align="centre", lines=2)
        chips = Box(line.x, line.bottom + 20, line.w, box.bottom - line.bottom - 84)
        if story.said:
            said_chips(canvas, chips, story.said)
        hint = box.inset(30, 14).bottom_part(44)
        canvas.text(words("roll.go_on"), hint, style("body"), look.ink_soft, align="centre")

    def heard(self, view: View) -> tuple[Heard, ...]:  # noqa: ARG002
        """A motive that turns up."""
        return (Heard("turn", self.begun, self.begun),) if self.model.nl.story.motive is not None else ()

    def on(self, target: str, view: View) -> Transition | None:  # noqa: ARG002
        """Go on."""
        return Pop(GoOn())

    def key(self, name: str, view: View) -> Transition | None:
        """Tab goes on as well: there is nothing to walk through."""
        return Pop(GoOn()) if name == "tab" else GameScene.key(self, name, view)
