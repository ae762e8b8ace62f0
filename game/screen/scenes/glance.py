"""What a computer player did, and what everybody was told: seen on the board in passing."""

from dataclasses import dataclass, replace

from game.rules.fact import Fact, Played
from game.screen.board import draw_board, grid_of
from game.screen.box import Box
from game.screen.canvas import Canvas, Edge
from game.screen.drawings import die
from game.screen.focus import Target
from game.screen.grid import BoardGrid
from game.screen.motion import Timeline, play
from game.screen.scene import Heard, Pop, Replace, Transition, View
from game.screen.scenes.answers import GoOn
from game.screen.scenes.both import Both
from game.screen.scenes.game_scene import GameScene
from game.screen.scenes.rising import draw_rising, rising
from game.screen.scenes.rolling import RollModel, heard_of
from game.screen.scenes.telling import Thrown
from game.screen.theme import duration
from game.screen.topbar import LINE
from game.screen.widgets.panels import toast
from game.words.catalogue import Words

ROLL = 0.6
OVER_WEEKS = Box(412, LINE - 46, 836, 92)


@dataclass(frozen=True, slots=True)
class GlanceScene(GameScene):
    """A deed on the board with one line about it; goes on by itself, or at a click or key."""

    model: Both[RollModel]
    facts: tuple[Fact, ...]
    begun: float = 0.0
    ahead: float = 0.0

    def _timeline(self, view: View) -> Timeline:
        shown = self.model.get(view.settings.language)
        if view.still or not shown.story.thrown:
            return Timeline()
        roll = play("roll", ROLL, "linear")
        if not view.travels:
            return roll
        grid = grid_of(view.frame.canvas.h, shown.before)
        return roll.then(rising(grid, shown.before, shown.after, self.facts).timeline)

    def _time(self, view: View) -> float:
        return view.now - self.begun + self.ahead

    def _left(self, view: View) -> float:
        return self._timeline(view).length + duration("toast_stay") - self._time(view)

    def moving(self, view: View) -> bool:
        """Until the last token has landed."""
        return not self._timeline(view).over(self._time(view))

    def skip(self, view: View) -> Transition | None:
        """To the end of the beat."""
        rest = self._timeline(view).next_rest(self._time(view))
        return Replace(replace(self, ahead=self.ahead + rest - self._time(view)))

    def tick(self, view: View) -> Transition | None:
        """Go on when it has been seen."""
        return Pop(GoOn()) if self._left(view) <= 0 else None

    def wakes(self, view: View) -> float | None:
        """When it has been seen."""
        return max(0.0, self._left(view))

    def targets(self, view: View) -> tuple[Target, ...]:
        """Everything is one place to go on."""
        words = Words("play", view.settings.language)
        return (Target("on", view.frame.window, words("roll.go_on"), ring=False),)

    def draw(self, canvas: Canvas, view: View) -> None:
        """Board, small dice, tokens, the line."""
        shown = self.model.get(view.settings.language)
        timeline, time = self._timeline(view), self._time(view)
        rolled = timeline.at("roll", time, 1.0)
        board = shown.after if rolled >= 1 else shown.before
        grid = grid_of(view.frame.canvas.h, board)
        if not shown.story.thrown:
            draw_board(canvas, shown.after, view.words)
        else:
            draw_board(canvas, board, view.words, tokens=())
            over = timeline.over(time)
            up = rising(grid, shown.before, shown.after, self.facts)
            draw_rising(canvas, up, None if over else max(0.0, time - ROLL))
            for thrown in shown.story.thrown:
                _small_dice(canvas, grid, shown, thrown, rolled)
        # The cards show attention and motives, the sticks who acts, the bands what rises: the line lies on
        # the weeks, which nobody needs now.
        line = said_of(shown) if rolled >= 1 else announced(shown)
        toast(canvas, line, icon=shown.story.icon, within=OVER_WEEKS)
        if shown.story.thrown and rolled >= 1:
            self._draw_together(canvas, grid, Words("play", view.settings.language))

    def _draw_together(self, canvas: Canvas, grid: BoardGrid, words: Words) -> None:
        """Whether it was the same message as colleagues brought, or yet another one: over the log."""
        place = grid.side_panel("log").bottom_part(112)
        played = [fact for fact in self.facts if isinstance(fact, Played)]
        if any(fact.coherent for fact in played):
            toast(canvas, words("roll.coherent"), icon="check", within=place)
        elif any(fact.mixed for fact in played):
            toast(canvas, words("roll.mixed"), icon="alert-triangle", within=place)

    def heard(self, view: View) -> tuple[Heard, ...]:
        """The dice, and what came of them."""
        if not self.model.nl.story.thrown:
            return ()
        lies = self.begun + (0.0 if view.still else ROLL) - self.ahead
        return (Heard("dice", self.begun, self.begun), *heard_of(self.facts, lies, self.begun))

    def on(self, target: str, view: View) -> Transition | None:  # noqa: ARG002
        """Go on."""
        return Pop(GoOn())

    def key(self, name: str, view: View) -> Transition | None:
        """Tab goes on as well: there is nothing to walk through."""
        return Pop(GoOn()) if name == "tab" else GameScene.key(self, name, view)


def announced(shown: RollModel) -> str:
    """What is played, and for whom: all that may be said while the dice roll."""
    story = shown.story
    what = story.what.replace(chr(0xAD), "")
    if story.message:
        what = f"{what} ‘{story.message}’"
    return what if story.audience is None else f"{what} · {shown.after.audiences[shown.lane].name}"


def said_of(shown: RollModel) -> str:
    """The line: what was played for whom and what came of it, or a verb and what it turned up."""
    story = shown.story
    if story.what:
        return f"{announced(shown)}: {story.headline}"
    return " · ".join((story.headline, *(one.text for one in story.said)))


def _small_dice(canvas: Canvas, grid: BoardGrid, shown: RollModel, thrown: Thrown, rolled: float) -> None:
    """Dice in a row across the edge that the tokens rise over."""
    lane = [audience.id for audience in shown.after.audiences].index(thrown.audience)
    band = grid.band(thrown.level)
    n = len(thrown.rolls)
    size = min(38.0, grid.lane_width(band.y) / n - 4)
    cx = grid.lane_x(lane, band.y)
    done = rolled >= 1
    for i, roll in enumerate(thrown.rolls):
        value = roll if done else 1 + (int(rolled * 10) + 2 * i + roll) % 6
        hit = roll >= thrown.difficulty
        at = Box.around(cx + (i - (n - 1) / 2) * (size + 4), band.y, size * 1.17, size * 1.17)
        canvas.shape(die(canvas.theme, value, miss=done and not hit), at, angle=(-6, 5, -3)[i % 3])
        if done and hit:
            canvas.panel(at.inset(size * 0.07), None, size * 0.22, edge=Edge(canvas.theme.good, 4))
