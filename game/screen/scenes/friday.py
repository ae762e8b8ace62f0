"""Friday on the board: one panel with its steps, small dice, and what they move (rule 2.3, guide §5)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from game.rules.fact import Fact
from game.scenario.compiling import Compiled
from game.screen.board import draw_board, grid_of
from game.screen.box import Box
from game.screen.canvas import Canvas, even_style, icon_in
from game.screen.focus import Target
from game.screen.grid import BoardGrid
from game.screen.model import BoardModel
from game.screen.motion import PAST
from game.screen.scene import Heard, Pop, Push, Replace, Transition, View
from game.screen.scenes.answers import GoOn
from game.screen.scenes.both import Both
from game.screen.scenes.friday_dice import Pace, Show, draw_show, pace_of, show_of
from game.screen.scenes.friday_model import FridayModel, StepModel, present_friday, present_shake_out
from game.screen.scenes.game_scene import GameScene
from game.screen.scenes.menu import MenuScene
from game.screen.scenes.transit import ends, starts
from game.screen.theme import style
from game.screen.unfolding import ViewDict
from game.screen.widgets.buttons import button
from game.screen.widgets.panels import moulds, panel
from game.words.catalogue import Words

GLANCE = 0.9
"""Seconds for which a step is shown in which nothing happens."""
ASKED = -1
"""The place in the list before the first step: the room is asked."""
PAD = 28
BUTTON = 84


def friday_scene(
    compiled: Compiled, before: ViewDict, facts: Sequence[Fact], lost_weeks: Sequence[int] = ()
) -> "FridayScene":
    """A Friday from the view before it and its facts."""
    return FridayScene(
        Both.of(lambda language: present_friday(compiled, before, facts, language, lost_weeks))
    )


def shake_out_scene(
    compiled: Compiled, before: ViewDict, facts: Sequence[Fact], lost_weeks: Sequence[int] = ()
) -> "FridayScene":
    """The shake-out from the view before it and the facts of the end; the score comes after it."""
    return FridayScene(
        Both.of(lambda language: present_shake_out(compiled, before, facts, language, lost_weeks))
    )


@cache
def _show(grid: BoardGrid, step: StepModel) -> Show:
    return show_of(grid, step)


@dataclass(frozen=True, slots=True)
class FridayScene(GameScene):
    """One step after the other; ends with ``GoOn``.

    ``began`` is the moment at which the running step began, None until the first tick. It ``asks`` the room
    who will drift away, until somebody presses on to the first step.
    """

    friday: Both[FridayModel]
    at: int = 0
    began: float | None = None
    asks: bool = False

    def asking(self) -> "FridayScene":
        """The same, with the question first where anybody may drift away."""
        return replace(self, asks=self.friday.nl.question is not None)

    # -- time -----------------------------------------------------------------------------

    def _model(self, view: View) -> FridayModel:
        return self.friday.get(view.settings.language)

    def _step(self, view: View) -> StepModel:
        return self._model(view).steps[self.at]

    def _grid(self, view: View) -> BoardGrid:
        return grid_of(view.frame.canvas.h, self._step(view).before)

    def _pace(self, view: View) -> Pace:
        pace = pace_of(self._step(view), _show(self._grid(view), self._step(view)))
        return pace if view.travels else pace.settled

    def _time(self, view: View) -> float:
        """Seconds since the step began; for a still picture a time at which all is over."""
        if view.still or self.began is None:
            return self._pace(view).length
        return view.now - self.began

    @property
    def _last(self) -> bool:
        return self.at + 1 == len(self.friday.nl.steps)

    def tick(self, view: View) -> Transition | None:
        """Begin; and go on by itself where nothing happens."""
        if self.asks:
            return None
        if self.began is None:
            return Replace(replace(self, began=view.now))
        if not self._last and not self._step(view).eventful and view.now - self.began >= GLANCE:
            return self._onward(view)
        return None

    def wakes(self, view: View) -> float | None:
        """When an empty step is over."""
        if self.asks:
            return None
        if self.began is None:
            return 0.0
        if self._last or self._step(view).eventful:
            return None
        return max(0.0, self.began + GLANCE - view.now)

    def moving(self, view: View) -> bool:
        """While dice roll and tokens travel."""
        return self.began is not None and not view.still and self._time(view) < self._pace(view).length

    def skip(self, view: View) -> Transition | None:
        """To the end of the dice; then to the end of the step."""
        pace, now = self._pace(view), self._time(view)
        reached = pace.dice if now < pace.dice else pace.length
        return Replace(replace(self, began=view.now - reached - PAST))

    def _onward(self, view: View) -> Transition:
        if self.asks:
            return Replace(replace(self, asks=False, began=view.now))
        if self._last:
            return Pop(GoOn())
        return Replace(replace(self, at=self.at + 1, began=view.now))

    def heard(self, view: View) -> tuple[Heard, ...]:
        """Tokens that drift down, and the shake-out."""
        step = self._step(view)
        if self.began is None or not step.eventful:
            return ()
        match step.kind:
            case "drift" | "shake_out":
                return (Heard(step.kind, self.began, (id(self.friday), self.at)),)
            case _:
                return ()

    # -- choosing -------------------------------------------------------------------------

    def _button(self, view: View) -> Box:
        return self._grid(view).side.inset(PAD, 26).bottom_part(BUTTON)

    def targets(self, view: View) -> tuple[Target, ...]:
        """The menu, and on."""
        words = Words("week", view.settings.language)
        return (
            Target("menu", self._grid(view).menu, view.words("board.menu"), radius=22),
            Target("next", self._button(view), words("friday.next"), radius=24),
        )

    def first(self, view: View) -> str | None:  # noqa: ARG002
        """On."""
        return "next"

    def on(self, target: str, view: View) -> Transition | None:
        """The menu, or the next step."""
        return Push(MenuScene(in_game=True)) if target == "menu" else self._onward(view)

    # -- drawing --------------------------------------------------------------------------

    def draw(self, canvas: Canvas, view: View) -> None:
        """The board of the step with its dice, and the panel; the board as it is while the room is asked."""
        step, grid = self._step(view), self._grid(view)
        if self.asks:
            draw_board(canvas, step.before, view.words, view.focus, side=False)
            self._draw_panel(canvas, view, grid, lie=False)
            return
        show, pace, time = _show(grid, step), self._pace(view), self._time(view)
        over = time >= pace.length
        resting = [flight for flight in show.flights if over or flight.at_rest]
        tokens = (*(ends(resting) if over else starts(resting)), *show.places(over))
        draw_board(canvas, board_at(step, pace, time), view.words, view.focus, tokens=tokens, side=False)
        draw_show(canvas, grid, step, show, pace, time, view.words)
        self._draw_panel(canvas, view, grid, lie=time >= pace.dice)

    def _draw_panel(self, canvas: Canvas, view: View, grid: BoardGrid, *, lie: bool) -> None:
        model, box = self._model(view), grid.side
        at = ASKED if self.asks else self.at
        canvas.layer(
            ("friday", model, at, lie, box),
            box.inset(-30),
            lambda c: draw_panel(c, box, model, at, lie=lie),
        )
        words = Words("week", view.settings.language)
        button(
            canvas,
            self._button(view),
            words("friday.next"),
            kind="ink",
            state=view.focus.state("next"),
            icon="player-skip-forward",
            big=True,
        )


def board_at(step: StepModel, pace: Pace, time: float) -> BoardModel:
    """The board of a step at a time: the points count up, the rest changes when all has landed."""
    share = pace.counted(time)
    points = round(step.before.points + (step.after.points - step.before.points) * share)
    board = step.after if time >= pace.length else step.before
    launch = None if step.kind == "launch" else board.launch  # the rockets fly by themselves
    return replace(board, points=points, launch=launch)


def draw_panel(canvas: Canvas, box: Box, model: FridayModel, at: int, *, lie: bool = True) -> None:
    """The list of steps with their numbers, and what is said of the running one; ``ASKED``: the question.

    That one has its number as soon as its dice ``lie`` still, so that the panel is not ahead of them.
    """
    look = canvas.theme
    panel(canvas, box, shadow="raised")
    inner = box.inset(PAD, 0)
    canvas.text(model.title, Box(inner.x, box.y + 20, inner.w, 64), style("h1").at(48), look.ink)
    n = len(model.steps)
    pitch = min(76.0, 322 / n)
    y = box.y + 96
    rows = [Box(box.x + 12, y + i * pitch, box.w - 24, pitch - 2) for i in range(n)]
    strong = style("strong").at(32)
    value = max(90.0, *(canvas.width_of(step.value, strong) + 18 for step in model.steps))
    places = [(step.name, _name(row, value)) for step, row in zip(model.steps, rows, strict=True)]
    size = even_style(canvas, places, strong, lines=2, shrink_first=True).size
    for i, (step, row) in enumerate(zip(model.steps, rows, strict=True)):
        counted = i < at or (i == at and lie)
        _row(canvas, row, step, now=i == at, done=i < at, counted=counted, size=size, value=value)
    step = model.steps[max(at, 0)]
    said = (step.title, step.text) if at != ASKED or model.question is None else model.question
    y += n * pitch + 18
    canvas.panel(Box(inner.x, y, inner.w, 2), look.line, 1)
    foot = box.bottom - 26 - BUTTON - 18
    if at != ASKED and step.kind == "forgetting":
        foot -= 78
        track = Box(inner.x - 8, foot + 8, 380, 60)
        moulds(canvas, track, step.after.will, step.after.know_how)
    words = Box(inner.x, y + 20, inner.w, foot - y - 20)
    setting, line = style("h3").at(36), words.top_part(44)
    one_line = canvas.set_text(said[0], line, setting).fits
    room = line if one_line else words.top_part(84)
    title = canvas.text(said[0], room, setting, look.ink, lines=1 if one_line else 2, valign="top")
    body = words.within(top=max(48.0, title.box.h + 8))
    canvas.text(said[1], body, style("body").at(30), look.ink_soft, lines=6, valign="top")


def _name(row: Box, value: float) -> Box:
    """Where the name of a step stands; ``value`` is the width of what its number takes."""
    return Box(row.x + 80, row.y - 2, row.w - 80 - 16 - value, row.h)


def _row(
    canvas: Canvas,
    row: Box,
    step: StepModel,
    *,
    now: bool,
    done: bool,
    counted: bool,
    size: float,
    value: float,
) -> None:
    look = canvas.theme
    if now:
        canvas.panel(row, look.accent, 20)
    disc = Box.around(row.x + 42, row.cy, 50, 50)
    canvas.panel(disc, "#FFFFFF" if now else look.sunken, 25, opacity=0.85 if now else 1)
    known = now or done
    ink = look.accent_ink if now else look.ink if done else look.ink_soft
    icon_in(canvas, step.icon, disc.cx, disc.cy, 31, "#22264B" if now else ink, stroke=2.1)
    name = style("strong" if known else "body").at(size)
    canvas.text(step.name, _name(row, value), name, ink, lines=2, shrink_first=True)
    if counted:
        number = Box(row.right - 16 - value, row.y - 2, value, row.h)
        canvas.text(step.value, number, style("strong").at(32), ink, align="right")
