"""The small building blocks of a scenario file: ids, texts in two languages, closed lists."""

import re
from typing import Annotated, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from game.words.catalogue import LANGUAGES, Language

ID_PATTERN = r"^[A-Za-z0-9_-]{1,32}$"
Id = Annotated[str, Field(pattern=ID_PATTERN, description="Letters, digits, _ and -; at most 32.")]

Channel = Literal["email", "online", "face_to_face", "press", "phone", "post"]
Power = Literal["power", "responsibility", "data", "subsidy", "network", "organising"]
Depth = Literal["what", "how", "why"]
Kind = Literal["random", "pusher", "silo", "listener", "cooperative", "planner"]
SeatMeasure = Literal[
    "lifted",
    "lifted_firm",
    "lifted_why",
    "irrelevant",
    "coherent",
    "mixed",
    "talks",
    "mechanisms",
    "unused",
    "held",
]
OrganisationMeasure = Literal["will", "know_how", "lost_weeks", "points", "tokens_at_least", "bronze_week"]
Measure = Literal[SeatMeasure, OrganisationMeasure]


def tidy(text: str) -> str:
    """The text without spaces around it, and with single ones (and no line breaks) inside.

    Spaces that do not break stay as they are.
    """
    return re.sub(r"[ \t\r\n]+", " ", text).strip(" ")


def or_string(mapping: JsonSchemaValue, **limits: object) -> JsonSchemaValue:
    """The schema of a part that can be written as a plain string instead."""
    description = mapping.pop("description")
    return {"description": description, "anyOf": [{"type": "string", **limits}, mapping]}


class Part(BaseModel):
    """A part of a scenario file: nothing unknown, nothing converted, nothing changed afterwards."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, allow_inf_nan=False, use_attribute_docstrings=True
    )


class Text(Part):
    """A text in Dutch and English: at most 120 characters. A plain string serves for both.

    The lengths of this kind and of those below are what fits on every screen (``look/guide.md`` §9).
    """

    LONGEST: ClassVar[int] = 120

    nl: str = Field(min_length=1, max_length=120)
    """The Dutch text."""
    en: str = Field(min_length=1, max_length=120)
    """The English text."""

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, value: object) -> object:
        if isinstance(value, str):
            return dict.fromkeys(LANGUAGES, tidy(value))
        if isinstance(value, dict):
            return {key: tidy(text) if isinstance(text, str) else text for key, text in value.items()}
        return value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return or_string(handler.resolve_ref_schema(handler(core_schema)), minLength=1, maxLength=cls.LONGEST)

    @classmethod
    def plain(cls, text: str) -> Self:
        """The same text in both languages."""
        return cls(nl=text, en=text)

    def get(self, language: Language) -> str:
        """The text in ``language``."""
        return self.nl if language == "nl" else self.en


class FirstName(Text):
    """A first name: at most 9 characters, in Dutch and English or one plain string."""

    LONGEST: ClassVar[int] = 9

    nl: str = Field(min_length=1, max_length=9)
    """The Dutch text."""
    en: str = Field(min_length=1, max_length=9)
    """The English text."""


class Short(Text):
    """A short name: at most 12 characters, in Dutch and English or one plain string."""

    LONGEST: ClassVar[int] = 12

    nl: str = Field(min_length=1, max_length=12)
    """The Dutch text."""
    en: str = Field(min_length=1, max_length=12)
    """The English text."""


class Label(Text):
    """A word or two for a chip: at most 20 characters, in Dutch and English or one plain string."""

    LONGEST: ClassVar[int] = 20

    nl: str = Field(min_length=1, max_length=20)
    """The Dutch text."""
    en: str = Field(min_length=1, max_length=20)
    """The English text."""


class Name(Text):
    """A name or a title: at most 24 characters, in Dutch and English or one plain string."""

    LONGEST: ClassVar[int] = 24

    nl: str = Field(min_length=1, max_length=24)
    """The Dutch text."""
    en: str = Field(min_length=1, max_length=24)
    """The English text."""


class ToolName(Text):
    """The name of a tool: at most 26 characters, in Dutch and English or one plain string."""

    LONGEST: ClassVar[int] = 26

    nl: str = Field(min_length=1, max_length=26)
    """The Dutch text."""
    en: str = Field(min_length=1, max_length=26)
    """The English text."""


class Role(Text):
    """Who somebody is: at most 30 characters, in Dutch and English or one plain string."""

    LONGEST: ClassVar[int] = 30

    nl: str = Field(min_length=1, max_length=30)
    """The Dutch text."""
    en: str = Field(min_length=1, max_length=30)
    """The English text."""


class Phrase(Text):
    """Some words: at most 40 characters, in Dutch and English or one plain string."""

    LONGEST: ClassVar[int] = 40

    nl: str = Field(min_length=1, max_length=40)
    """The Dutch text."""
    en: str = Field(min_length=1, max_length=40)
    """The English text."""


class Aim(Text):
    """What somebody aims at: at most 60 characters, in Dutch and English or one plain string."""

    LONGEST: ClassVar[int] = 60

    nl: str = Field(min_length=1, max_length=60)
    """The Dutch text."""
    en: str = Field(min_length=1, max_length=60)
    """The English text."""


class Line(Text):
    """A line: at most 80 characters, in Dutch and English or one plain string."""

    LONGEST: ClassVar[int] = 80

    nl: str = Field(min_length=1, max_length=80)
    """The Dutch text."""
    en: str = Field(min_length=1, max_length=80)
    """The English text."""
