"""The table of a hot-seat game: the scene below all others, which knows what comes next.

Each moment is a scene of its own on top of it. What such a scene answers is carried out and stored
here, and only then the next scene is pushed.
"""

from collections.abc import Callable
from dataclasses import dataclass

from game.screen.board import draw_board
from game.screen.canvas import Canvas
from game.screen.hotseat import Hotseat
from game.screen.scene import Push, Replace, Scene, Steps, Transition, View
from game.screen.scenes.answers import ActAs, Do, DoAll, EndNow, Leave, MoveOn, SkipGuessing
from game.screen.scenes.asking import AskScene, Question, Yes
from game.screen.scenes.both import Both
from game.screen.scenes.moments import board_of, introduced, recall, scene_of, turn_scene
from game.table.trouble import JournalError
from game.words.catalogue import Language, Words

Home = Callable[[], Scene]


def opened(open_game: Callable[[], Hotseat], home: Home, view: View) -> Transition:  # noqa: ARG001
    """The table of a game that is opened now, or words about why it cannot be."""
    try:
        game = open_game()
    except JournalError as trouble:
        return Push(AskScene(trouble_of(trouble)))
    recall(game)
    return Replace(TableScene(game, home), whole=True)


def trouble_of(trouble: JournalError) -> Both[Question]:
    """What is wrong with a journal, as a message."""

    def said(language: Language) -> Question:
        words = Words("play", language)
        return Question(
            words("trouble.title"), trouble.text(language), words("trouble.back"), icon="alert-triangle"
        )

    return Both.of(said)


def sure_of(wish: object) -> Both[Question]:
    """The question before a whole part, or the whole game, ends."""
    key = "end" if isinstance(wish, EndNow) else "next"

    def asked(language: Language) -> Question:
        words = Words("play", language)
        title, text, yes = (words(f"lead.{key}.{part}") for part in ("title", "text", "yes"))
        return Question(title, text, yes, words("lead.no"), about=wish, safe="no")

    return Both.of(asked)


def not_now() -> Both[Question]:
    """A message: who leads the game cannot do that in this part."""

    def said(language: Language) -> Question:
        words = Words("play", language)
        return Question(words("lead.not_now.title"), words("lead.not_now"), words("trouble.back"))

    return Both.of(said)


@dataclass(frozen=True, slots=True)
class TableScene(Scene):
    """The board as it was shown last; pushes whatever is to be shown or decided next.

    ``left`` is set while the last words about a trouble are read.
    """

    game: Hotseat
    home: Home
    left: bool = False

    def draw(self, canvas: Canvas, view: View) -> None:
        """The board."""
        draw_board(canvas, board_of(self.game, self.game.shown, view.settings.language), view.words)

    def tick(self, view: View) -> Transition | None:
        """On to whatever comes next."""
        return None if self.left else self._next(view)

    def wakes(self, view: View) -> float | None:  # noqa: ARG002
        """At once."""
        return 0.0

    def resumed(self, result: object, view: View) -> Transition | None:
        """Carry out what the scene above has answered."""
        if isinstance(result, Leave) or self.left:
            self.game.close()
            return Replace(self.home(), whole=True)
        try:
            if isinstance(result, Do):
                self.game.do(result.seat, result.command)
            elif isinstance(result, DoAll):
                for command in result.commands:
                    self.game.do(result.seat, command)
            elif isinstance(result, SkipGuessing):
                self.game.skip_guessing(result.seat)
            elif isinstance(result, ActAs):
                self.game.take_over(result.seat)
            elif isinstance(result, MoveOn | EndNow):
                return self._led(result, view)
            elif isinstance(result, Yes) and isinstance(result.about, MoveOn | EndNow):
                return self._led(result.about, view, sure=True)
            return self._next(view)
        except JournalError as trouble:
            return self._stuck(trouble)

    def _led(self, wish: object, view: View, *, sure: bool = False) -> Transition:
        """What who leads the game wants; one question first where it takes something from others."""
        if isinstance(wish, MoveOn) and self.game.pending:
            return self._next(view)  # what happened is passed over; the next part is what comes after it
        forces = isinstance(wish, EndNow) or self.game.shown["part"] == "work"
        if forces and not sure:
            return Push(AskScene(sure_of(wish)))
        refused = self.game.end_now() if isinstance(wish, EndNow) else self.game.move_on()
        return self._next(view) if refused is None else Push(AskScene(not_now()))

    def _stuck(self, trouble: JournalError) -> Transition:
        from_now = TableScene(self.game, self.home, left=True)
        return Steps((Replace(from_now), Push(AskScene(trouble_of(trouble)))))

    def _next(self, view: View) -> Transition:
        while True:
            moment = self.game.next_moment()
            if moment is not None:
                scene = scene_of(self.game, moment, view)
                if scene is None:
                    continue
                return Push(scene)
            new = introduced(self.game, view)
            if new is not None:
                return Push(new)
            # A computer player that is due goes first: in free order it keeps pace with the people (2.2).
            if not self.game.bot_turn():
                return Push(turn_scene(self.game, self.game.turn(), view))
