"""A plain card that is read and gone on from."""

from dataclasses import dataclass, field

from game.screen.scene import Pop, Transition, View
from game.screen.scenes.answers import Answer, GoOn
from game.screen.scenes.asking import AskScene, Question
from game.screen.scenes.both import Both
from game.words.catalogue import Language, Words


@dataclass(frozen=True, slots=True)
class CardScene(AskScene):
    """A message between two moments of a game, which ends with an answer."""

    answer: Answer = field(default_factory=GoOn)

    def on(self, target: str, view: View) -> Transition | None:  # noqa: ARG002
        """Go on."""
        return Pop(self.answer)

    def back(self, view: View) -> Transition | None:  # noqa: ARG002
        """Go on."""
        return Pop(self.answer)


def card_of(key: str, icon: str, answer: Answer) -> CardScene:
    """A card with a title out of the words of the flow."""

    def said(language: Language) -> Question:
        words = Words("play", language)
        return Question(words(key), "", words("card.go_on"), icon=icon)

    return CardScene(Both.of(said), answer=answer)
