"""A language whose words are a third longer than they are: where it fits, a translation will."""

from game.screen.settings import screen_words
from game.words.catalogue import Language

LONGER = 0.35
VOWELS = str.maketrans("aeiouAEIOU", "àéîöûÀÉÎÖÛ")


def longer(text: str) -> str:
    """The text with accents and a third more letters; spaces and signs stay where they are."""
    words = []
    for word in text.translate(VOWELS).split(" "):
        more = round(len(word) * LONGER) if word.strip("0123456789×+:.") else 0
        words.append(word + "nenenenenenenene"[:more])
    return " ".join(words)


class PseudoWords:
    """The Dutch texts of the screen, made longer."""

    language: Language = "nl"

    def __call__(self, key: str, /, **values: object) -> str:
        return longer(screen_words("nl")(key, **values))

    def count(self, key: str, n: int, /, **values: object) -> str:
        return longer(screen_words("nl").count(key, n, **values))
