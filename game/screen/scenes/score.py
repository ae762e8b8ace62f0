"""The score: the medal, what is left added up, and departments whose motives are still secret (rule 8.5)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.rules.fact import Fact
from game.scenario.models import Scenario
from game.screen.canvas import Canvas
from game.screen.focus import Target
from game.screen.motion import PAST, ease
from game.screen.scene import Heard, Pop, Replace, Transition, View
from game.screen.scenes.answers import GoOn
from game.screen.scenes.both import Both
from game.screen.scenes.game_scene import GameScene
from game.screen.scenes.score_cards import card_boxes, draw_card, draw_cards_title
from game.screen.scenes.score_model import ScoreModel, present_score
from game.screen.scenes.score_parts import (
    button_box,
    draw_confetti,
    draw_medal,
    draw_sum,
)
from game.screen.theme import duration
from game.screen.unfolding import ViewDict
from game.screen.widgets.buttons import button
from game.words.catalogue import Words

RISE = 0.6
ADDING = 2.4


def score_scene(view: ViewDict, facts: Sequence[Fact], scenario: Scenario, *, guessing: bool) -> "ScoreScene":
    """The score of a view after the shake-out; ``guessing``: people will guess motives next."""
    return ScoreScene(
        Both.of(lambda language: present_score(view, facts, scenario, language)), guessing=guessing
    )


@dataclass(frozen=True, slots=True)
class ScoreScene(GameScene):
    """Ends with ``GoOn``. ``began`` is the moment at which the medal began to rise."""

    score: Both[ScoreModel]
    guessing: bool = False
    began: float | None = None

    # -- time -----------------------------------------------------------------------------

    @property
    def _length(self) -> float:
        return RISE + ADDING + duration("count_up")

    def _time(self, view: View) -> float:
        return self._length if view.still or self.began is None else view.now - self.began

    def tick(self, view: View) -> Transition | None:
        """Begin."""
        return Replace(replace(self, began=view.now)) if self.began is None else None

    def wakes(self, view: View) -> float | None:  # noqa: ARG002
        """At once, to begin."""
        return 0.0 if self.began is None else None

    def moving(self, view: View) -> bool:
        """While it is added up."""
        return self.began is not None and not view.still and self._time(view) < self._length

    def skip(self, view: View) -> Transition | None:
        """To the sum."""
        return Replace(replace(self, began=view.now - self._length - PAST))

    def heard(self, view: View) -> tuple[Heard, ...]:
        """The medal, when it has been added up."""
        if self.began is None:
            return ()
        return (Heard("medal", self.began + (0.0 if view.still else self._length), id(self.score)),)

    # -- choosing -------------------------------------------------------------------------

    def _text(self, view: View) -> str:
        words = Words("week", view.settings.language)
        return words("score.guess" if self.guessing else "score.reveal")

    def targets(self, view: View) -> tuple[Target, ...]:
        """The one button."""
        return (Target("next", button_box(view.frame.canvas.h), self._text(view), radius=24),)

    def on(self, target: str, view: View) -> Transition | None:  # noqa: ARG002
        """On."""
        return Pop(GoOn())

    # -- drawing --------------------------------------------------------------------------

    def draw(self, canvas: Canvas, view: View) -> None:
        """Medal, sum, departments."""
        model = self.score.get(view.settings.language)
        words = Words("week", view.settings.language)
        height, time = view.frame.canvas.h, self._time(view)
        over = time >= self._length
        grown = 1.0 if over or not view.travels else ease("settle", time / RISE)
        added = 1.0 if over else max(0.0, min(1.0, (time - RISE) / ADDING))
        draw_standing(canvas, model, words, height, grown=grown, added=added)
        draw_cards_title(canvas, height, words, scores=False)
        for i, (card, box) in enumerate(zip(model.cards, card_boxes(height, len(model.cards)), strict=True)):
            draw_card(canvas, box, card, words, i + 1)
        state = view.focus.state("next")
        button(
            canvas,
            button_box(height),
            self._text(view),
            kind="ink",
            state=state,
            icon="fingerprint",
            big=True,
        )


def draw_standing(
    canvas: Canvas, model: ScoreModel, words: Words, height: float, *, grown: float = 1, added: float = 1
) -> None:
    """The medal and the sum, with confetti if there is something to celebrate."""
    if model.medal != "none":
        draw_confetti(canvas, height, grown if grown < 1 else 1.0)
    draw_medal(canvas, model, height, words, grown=grown, counted=added)
    draw_sum(canvas, model, height, words, shown=added)
