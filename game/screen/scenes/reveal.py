"""The reveal: personal motives one at a time, from the lowest own score (rule 8.5)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.rules.fact import Fact
from game.scenario.models import Scenario
from game.screen.canvas import Canvas
from game.screen.focus import Target
from game.screen.scene import Pop, Replace, Transition, View
from game.screen.scenes.answers import GoOn
from game.screen.scenes.both import Both
from game.screen.scenes.game_scene import GameScene
from game.screen.scenes.score import draw_standing
from game.screen.scenes.score_cards import card_boxes, draw_card, draw_cards_title, draw_closed
from game.screen.scenes.score_model import DriveCard, ScoreModel, present_score
from game.screen.scenes.score_parts import button_box
from game.screen.theme import duration
from game.screen.unfolding import ViewDict
from game.screen.widgets.buttons import button
from game.words.catalogue import Words


def reveal_scene(view: ViewDict, facts: Sequence[Fact], scenario: Scenario) -> "RevealScene":
    """The reveal of a view in which everything is told; ``facts`` are those of the shake-out."""
    return RevealScene(Both.of(lambda language: present_score(view, facts, scenario, language)))


@dataclass(frozen=True, slots=True)
class RevealScene(GameScene):
    """Ends with ``GoOn``. ``turned`` cards lie open, counted from the last; ``began``: the last turn."""

    score: Both[ScoreModel]
    turned: int = 0
    began: float | None = None

    def _cards(self, view: View) -> tuple[DriveCard, ...]:
        return self.score.get(view.settings.language).cards

    @property
    def _all(self) -> bool:
        return self.turned == len(self.score.nl.cards)

    def opened(self) -> "RevealScene":
        """With all cards open."""
        return replace(self, turned=len(self.score.nl.cards), began=None)

    # -- time -----------------------------------------------------------------------------

    def _share(self, view: View) -> float:
        if view.still or self.began is None:
            return 1.0
        return min(1.0, (view.now - self.began) / duration("card_turn"))

    def moving(self, view: View) -> bool:
        """While a card turns."""
        return self._share(view) < 1

    def skip(self, view: View) -> Transition | None:  # noqa: ARG002
        """The card lies open."""
        return Replace(replace(self, began=None))

    def told(self, view: View) -> bool:
        """All motives lie open: what everybody has seen here, phones may show too."""
        return self._all and not self.moving(view)

    # -- choosing -------------------------------------------------------------------------

    def _text(self, view: View) -> str:
        words = Words("week", view.settings.language)
        return words("reveal.debrief" if self._all else "reveal.next")

    def targets(self, view: View) -> tuple[Target, ...]:
        """The one button."""
        return (Target("next", button_box(view.frame.canvas.h), self._text(view), radius=24),)

    def on(self, target: str, view: View) -> Transition | None:  # noqa: ARG002
        """Turn the next card; after the last one on to the debrief."""
        if self._all:
            return Pop(GoOn())
        return Replace(replace(self, turned=self.turned + 1, began=view.now))

    # -- drawing --------------------------------------------------------------------------

    def draw(self, canvas: Canvas, view: View) -> None:
        """The score as it stands, and the cards."""
        model = self.score.get(view.settings.language)
        words = Words("week", view.settings.language)
        height = view.frame.canvas.h
        draw_standing(canvas, model, words, height)
        best = sum(card.colleague for card in model.cards) if self._all and self._share(view) >= 1 else 0
        draw_cards_title(canvas, height, words, scores=True, colleagues=best)
        n = len(model.cards)
        for i, (card, box) in enumerate(zip(model.cards, card_boxes(height, n), strict=True)):
            open_now = i >= n - self.turned
            newest = i == n - self.turned
            # Who is colleague of the year shows when all lie open.
            shown = card if self._all else replace(card, colleague=False)
            share = self._share(view) if newest else 1.0
            if open_now and share >= 0.5:
                draw_card(canvas, box, shown, words, _seed(card), opacity=_step(2 * share - 1))
            else:
                draw_closed(canvas, box, opacity=_step(1 - 2 * share) if open_now else 1.0)
        icon = "chart-bar" if self._all else "fingerprint"
        state = view.focus.state("next")
        button(canvas, button_box(height), self._text(view), kind="ink", state=state, icon=icon, big=True)


def _seed(card: DriveCard) -> int:
    """A grain for a department's stick, whatever its place."""
    return 1 + sum(map(ord, card.seat)) % 7


def _step(opacity: float) -> float:
    return max(0.0, round(opacity * 10) / 10)
