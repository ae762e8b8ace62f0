"""The board of the week while people act: choose a lane, the organisation, or one's own stick."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.screen.board import board_targets, draw_board, grid_of
from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, icon_in
from game.screen.clock import WorkClock
from game.screen.focus import Target
from game.screen.grid import BoardGrid
from game.screen.model import BoardModel
from game.screen.scene import Pop, Push, Scene, Transition, View
from game.screen.scenes.answers import OF_THE_TABLE, ActAs, Do, GoOn
from game.screen.scenes.corner import Corner
from game.screen.scenes.guide import STAY, draw_hint, draw_turn
from game.screen.scenes.timed import TimedScene
from game.screen.scenes.waiting import LOOKS
from game.screen.sidecolumn import stories_row
from game.screen.theme import MINIMUM, duration, style, tokens
from game.screen.topbar import CLOCK_W, LINE
from game.screen.widgets.buttons import button
from game.screen.widgets.panels import PANEL_RADIUS
from game.words.catalogue import Language, Words


@dataclass(frozen=True, slots=True)
class Places:
    """What opens when something on the board is chosen."""

    lane: Callable[[str], Scene]
    inside: Callable[[], Scene]
    department: Callable[[str], Scene]


@dataclass(frozen=True, slots=True)
class Others:
    """Those who play from phones meanwhile.

    ``interrupt``: whether they did something that is to be seen before the people at the screen go on.
    ``panel`` gives the trainer's panel.
    """

    interrupt: Callable[[], bool]
    panel: Callable[[], Scene]


@dataclass(frozen=True, slots=True)
class WorkScene(TimedScene):
    """The board with the acting seat's stick in a halo. ``last`` had the focus when it acted before.

    ``board`` gives it as it is now: with phones it changes by itself, as people come and go. ``hint`` names
    what who plays for the first time is told. ``new``: other people acted just now, so it is said at first
    whose turn it is; ``names`` are theirs, if they gave any. ``others``: those who play from phones.
    """

    seat: str
    board: Callable[[Language], BoardModel]
    places: Places
    begun: float = 0.0
    last: str = ""
    remember: Callable[[str], None] | None = None
    clock: WorkClock | None = None
    hint: str | None = None
    new: bool = False
    names: str = ""
    others: Others | None = None

    def tick(self, view: View) -> Transition | None:
        """The clock runs; what happened meanwhile is seen first."""
        if self.others is not None and self.others.interrupt():
            self.held()
            return Pop(GoOn())
        return TimedScene.tick(self, view)

    def targets(self, view: View) -> tuple[Target, ...]:
        """Menu, the clock, lanes, the organisation, being done, sticks."""
        words = Words("play", view.settings.language)
        model = self.board(view.settings.language)
        grid = grid_of(view.frame.canvas.h, model)
        found = list(board_targets(grid, model, view.words))
        sticks = next(i for i, target in enumerate(found) if target.id.startswith("stick:"))
        inside = Target("inside", grid.side_panel("organisation"), words("inside.title"), radius=24)
        corner = Corner(grid, view.frame, model)
        place = done_box(grid) if corner.link is None else corner.low
        done = [Target("pass", place, words("department.pass"), radius=22)]
        if self.others is not None:
            panel = Words("lobby", view.settings.language)("board.panel")
            done.append(Target("panel", corner.high, panel, radius=22))
        clock = self.clock_targets(clock_place(), view)
        return (found[0], *clock, *found[1:sticks], inside, *done, *found[sticks:])

    def first(self, view: View) -> str | None:  # noqa: ARG002
        """Where this seat was before, else the first lane."""
        return self.last or f"lane:{self.board('nl').audiences[0].id}"

    def draw(self, canvas: Canvas, view: View) -> None:
        """The board, and at first whose turn it is."""
        words = Words("play", view.settings.language)
        model = self.board(view.settings.language)
        if self.clock is not None:
            left = self.clock.left(view.settings.clock)
            model = replace(model, clock=left, clock_paused=self.clock.paused)
        grid = draw_board(canvas, model, view.words, view.focus)
        self.draw_clock_frame(canvas, clock_place(), view)
        self._draw_way_inside(canvas, grid, model, view, words)
        self._draw_done(canvas, grid, model, view, words)
        if self._told(view):
            department = next(one for one in model.departments if one.id == self.seat)
            draw_turn(canvas, grid, department, self.names, words)
        elif self.hint is not None and self._hinted(view):
            draw_hint(canvas, grid, self.hint, words)
        self.draw_time_up(canvas, view)

    def _draw_done(
        self, canvas: Canvas, grid: BoardGrid, model: BoardModel, view: View, words: Words
    ) -> None:
        """The button with which these people are done; with phones the way in and the panel besides."""
        look, corner = canvas.theme, Corner(grid, view.frame, model)
        if self.others is not None:
            panel = Words("lobby", view.settings.language)("board.panel")
            button(canvas, corner.high, panel, state=view.focus.state("panel"))
            corner.draw_way_in(canvas)
        if corner.link is not None:
            button(canvas, corner.low, words("work.pass"), state=view.focus.state("pass"), icon="check")
            return
        box = done_box(grid)
        state = view.focus.state("pass")
        edge = Edge(look.ink if state == "hover" else look.line_strong, 3)
        at = box.moved(0, 2) if state == "pressed" else box
        canvas.panel(at, look.panel, 22, edge=edge)
        icon_in(canvas, "check", at.cx, at.y + 42, 44, look.ink, stroke=2.2)
        word = Box(at.x + 6, at.y + 64, at.w - 12, 42)
        canvas.text(words("work.pass"), word, style("strong").at(28), look.ink, align="centre")

    def _draw_way_inside(
        self, canvas: Canvas, grid: BoardGrid, model: BoardModel, view: View, words: Words
    ) -> None:
        """The card of the organisation can be pressed: the edge of a button, and where it leads."""
        look = canvas.theme
        state = view.focus.state("inside")
        box = grid.side_panel("organisation")
        strong = look.ink if state in ("hover", "pressed") else look.line_strong
        canvas.panel(box, None, PANEL_RADIUS, edge=Edge(strong, 3))
        name, setting = words("work.inside"), style("strong").at(28)
        row = stories_row(box)
        taken = canvas.width_of(view.words.count("board.stories", model.stories), style("label"))
        room = row.within(left=45 + taken + 12)
        least = canvas.width_of(name, setting.at(MINIMUM / canvas.text_scale)) + 8
        icon_in(canvas, "chevron-right", room.right - 15, room.cy, 34, look.ink, stroke=2.2)
        if least + 34 <= room.w:  # large letters give way before the word does
            canvas.text(name, room.within(right=34), setting, look.ink, align="right")

    @property
    def _said(self) -> float:
        """When it has been said whose turn it is."""
        return self.begun + (duration("toast_stay") if self.new else 0.0)

    def _told(self, view: View) -> bool:
        return view.now < self._said

    def _hinted(self, view: View) -> bool:
        return view.settings.guide and self.hint is not None and view.now < self._said + STAY

    def wakes(self, view: View) -> float | None:
        """When the word about who acts or the hint goes, or the clock shows something else."""
        clock = TimedScene.wakes(self, view)
        told = self._said - view.now if self._told(view) else None
        hinted = self._said + STAY - view.now if self._hinted(view) else None
        changes = None if self.others is None else LOOKS
        return min((wake for wake in (clock, told, hinted, changes) if wake is not None), default=None)

    def on(self, target: str, view: View) -> Transition | None:
        """Open what was chosen."""
        if self.remember is not None and target not in ("clock", "panel"):
            self.remember(target)
        kind, _, name = target.partition(":")
        match kind:
            case "lane":
                return Push(self.places.lane(name))
            case "inside":
                return Push(self.places.inside())
            case "stick":
                return Push(self.places.department(name))
            case "clock":
                return self.key("p", view)
            case "panel" if self.others is not None:
                return Push(self.others.panel())
            case "pass":
                return Push(self.places.department(self.seat))
            case _:
                return self.back(view)

    def resumed(self, result: object, view: View) -> Transition | None:  # noqa: ARG002
        """What was decided goes to the table."""
        self.held()
        return Pop(result) if isinstance(result, (Do, ActAs, *OF_THE_TABLE)) else None


def clock_place() -> Box:
    """Where the board shows the clock."""
    x = float(tokens()["board"]["top_bar"]["clock_x"])
    return Box(x - 14, LINE - 36, CLOCK_W + 8, 72)


def done_box(grid: BoardGrid) -> Box:
    """Where one says that one is done: left of the persona cards, above the sticks."""
    card = grid.card(0)
    return Box(32, card.cy - 60, 176, 120)
