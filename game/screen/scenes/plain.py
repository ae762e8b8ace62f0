"""A plain card that is read and gone on from."""

from dataclasses import dataclass

from game.screen.scene import Pop, Transition, View
from game.screen.scenes.answers import GoOn
from game.screen.scenes.asking import AskScene, Question
from game.screen.scenes.both import Both
from game.words.catalogue import Language, Words


@dataclass(frozen=True, slots=True)
class CardScene(AskScene):
    """A message between two moments of a game."""

    def on(self, target: str, view: View) -> Transition | None:  # noqa: ARG002
        """Go on."""
        return Pop(GoOn())

    def back(self, view: View) -> Transition | None:  # noqa: ARG002
        """Go on."""
        return Pop(GoOn())


def card_of(key: str, icon: str, text: str = "", **values: object) -> CardScene:
    """A card with a title out of the words of the flow."""

    def said(language: Language) -> Question:
        words = Words("play", language)
        return Question(words(key, **values), text, words("card.go_on"), icon=icon)

    return CardScene(Both.of(said))
