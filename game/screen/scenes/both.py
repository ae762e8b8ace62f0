"""A model in both languages: the language may be switched while a scene is on the screen."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from game.words.catalogue import Language

Model = TypeVar("Model")


@dataclass(frozen=True, slots=True)
class Both(Generic[Model]):
    """The same thing said in Dutch and in English."""

    nl: Model
    en: Model

    @classmethod
    def of(cls, present: Callable[[Language], Model]) -> "Both[Model]":
        """What a function makes of either language."""
        return cls(present("nl"), present("en"))

    def get(self, language: Language) -> Model:
        """The one in a language."""
        return self.nl if language == "nl" else self.en
