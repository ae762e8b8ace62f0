"""What a study cannot do, in words."""

from game.words.catalogue import Language, Words

DOMAIN = "sim"


class SimulationError(ValueError):
    """A study that cannot be played as it was asked for; ``code`` names why, the text what to change."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def text(self, language: Language) -> str:
        """The error in a language."""
        return Words(DOMAIN, language)(f"error.{self.code}", **self.values)

    def __str__(self) -> str:
        return self.text("en")
