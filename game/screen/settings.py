"""What the people at the screen may set while they play, and the texts that follow from it."""

from dataclasses import dataclass
from typing import Protocol

from game.screen.clock import ClockLength
from game.screen.motion import MotionLevel
from game.screen.theme import ThemeName
from game.words.catalogue import Language, Words

TEXT_SCALES = (1.0, 1.25, 1.5)


class Lookup(Protocol):
    """Texts of the screen in one language, as `game.words.catalogue.Words` gives them."""

    language: Language

    def __call__(self, key: str, /, **values: object) -> str:
        """The text under a key, its ``{names}`` filled in."""

    def count(self, key: str, n: int, /, **values: object) -> str:
        """The text under a key in the form for ``n`` things."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Theme, language, letters, how much moves, sound, first hints, and the clock of the work part."""

    language: Language = "nl"
    theme: ThemeName = "light"
    text_scale: float = 1.0
    motion: MotionLevel = "full"
    sound: bool = True
    guide: bool = True
    clock: ClockLength = "off"


def screen_words(language: Language) -> Lookup:
    """The screen's own texts."""
    return Words("screen", language)
