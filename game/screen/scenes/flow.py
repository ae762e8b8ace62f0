"""The table of a hot-seat game: the scene below all others, which knows what comes next.

Each moment is a scene of its own on top of it. What such a scene answers is carried out and stored
here, and only then the next scene is pushed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from game.screen.board import draw_board
from game.screen.canvas import Canvas
from game.screen.hotseat import Hotseat
from game.screen.moment import PRESSED_ON, Moment
from game.screen.phones import PhonesError
from game.screen.scene import Push, Replace, Scene, Steps, Transition, View
from game.screen.scenes.answers import ActAs, Do, DoAll, EndNow, Leave, MoveOn, SkipGuessing
from game.screen.scenes.asking import AskScene, Question, Yes
from game.screen.scenes.both import Both
from game.screen.scenes.friday import FridayScene
from game.screen.scenes.lobby import LobbyScene
from game.screen.scenes.moments import board_of, introduced, recall, scene_of, turn_scene
from game.screen.scenes.on_its_own import OnItsOwn
from game.screen.scenes.pausing import PauseScene
from game.screen.scenes.trainer import TrainerScene
from game.table.table import Refused
from game.table.trouble import JournalError
from game.words.catalogue import Language, Words

Home = Callable[[], Scene]
PASSED_OVER = ("deed", "monday")
"""What the board leaves to its log where phones are far ahead of it; every Friday is shown."""
STEP, SEEN, CARDS = 5.0, 4.0, 10.0
"""Seconds that a step of Friday, a deed, and a card stand still where a room has phones in hand."""
ASKING = 30.0
"""The same for the question before a Friday: time to talk, and nobody to press on need be there."""


def opened(open_game: Callable[[], Hotseat], home: Home, view: View) -> Transition:  # noqa: ARG001
    """The table of a game that is opened now, or words about why it cannot be."""
    try:
        game = open_game()
    except JournalError as trouble:
        return Push(AskScene(trouble_of(trouble)))
    except PhonesError as trouble:
        return Push(AskScene(closed_door(trouble)))
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


def closed_door(trouble: PhonesError) -> Both[Question]:
    """Why phones cannot be let in, as a message."""

    def said(language: Language) -> Question:
        words = Words("lobby", language)
        text = words("closed.text", reason=trouble.reason(language))
        return Question(words("closed.title"), text, words("closed.back"), icon="alert-triangle")

    return Both.of(said)


def too_late(refused: Refused) -> Both[Question]:
    """Why something that people at the screen decided could not be done: others were there first."""
    key = "paused" if refused.code == "paused" else "changed"

    def said(language: Language) -> Question:
        words = Words("lobby", language)
        return Question(words(f"late.{key}.title"), words(f"late.{key}.text"), words("late.back"))

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
        if self.left:
            return None
        try:
            return self._next(view)
        except JournalError as trouble:  # the deed of a computer player could not be stored
            return self._stuck(trouble)

    def wakes(self, view: View) -> float | None:  # noqa: ARG002
        """At once."""
        return 0.0

    def resumed(self, result: object, view: View) -> Transition | None:
        """Carry out what the scene above has answered."""
        self.game.seen()
        if isinstance(result, Leave) or self.left:
            self.game.close()
            return Replace(self.home(), whole=True)
        try:
            refused = None
            if isinstance(result, Do):
                refused = self.game.do(result.seat, result.command)
            elif isinstance(result, DoAll):
                for command in result.commands:
                    refused = refused or self.game.do(result.seat, command)
            elif isinstance(result, SkipGuessing):
                self.game.skip_guessing(result.seat)
            elif isinstance(result, ActAs):
                self.game.take_over(result.seat)
            elif isinstance(result, MoveOn | EndNow):
                return self._led(result, view)
            elif isinstance(result, Yes) and isinstance(result.about, MoveOn | EndNow):
                return self._led(result.about, view, sure=True)
            return self._next(view) if refused is None else Push(AskScene(too_late(refused)))
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
        game = self.game
        if game.trouble is not None:
            return self._stuck(game.trouble)
        if game.phones is not None and game.table.roster.clock != view.settings.clock:
            game.lead({"do": "clock", "mode": view.settings.clock})
        while True:
            moment = game.next_moment()
            if moment is not None:
                if game.phones is not None and moment.section in PASSED_OVER and game.behind:
                    continue
                scene = scene_of(game, moment, view)
                if scene is None:
                    continue
                return Push(scene if game.phones is None else _passing(scene, moment))
            if not game.table.started:
                return Push(LobbyScene(game, self.home))
            if game.paused:
                return Push(PauseScene(game))
            new = introduced(game, view)
            if new is not None:
                return Push(new if game.phones is None else OnItsOwn(new, CARDS))
            # A computer player that is due goes first: in free order it keeps pace with the people (2.2).
            if not game.bot_turn():
                return Push(turn_scene(game, game.turn(), view, partial(TrainerScene, game, self.home)))


def _passing(scene: Scene, moment: Moment) -> Scene:
    """A moment as a room with phones sees it: nobody needs to press on, but for the score and the motives.

    Who leads the game asks who will drift away, before the dice tell (guide for trainers).
    """
    if moment.section in PRESSED_ON:
        return scene
    if isinstance(scene, FridayScene):
        asking = scene.asking()
        return OnItsOwn(asking, ASKING, "next", then=STEP) if asking.asks else OnItsOwn(scene, STEP, "next")
    return OnItsOwn(scene, CARDS if moment.section == "monday" else SEEN)
