"""The library of personas and motives, and how a scenario leans on it."""

from dataclasses import dataclass
from typing import Any

from game.scenario.models import (
    Audience,
    AudienceEntry,
    LibraryFile,
    Motive,
    MotiveEntry,
    Persona,
    Scenario,
    ScenarioFile,
)
from game.words.resources import scenarios

LIBRARY_FILE = "library.yaml"


@dataclass(frozen=True, slots=True)
class Library:
    """Personas and motives by id."""

    personas: dict[str, Persona]
    motives: dict[str, Motive]

    @classmethod
    def of(cls, file: LibraryFile) -> "Library":
        """The library that a file holds."""
        return cls({p.id: p for p in file.personas}, {m.id: m for m in file.motives})


def shipped_library() -> bytes:
    """The bytes of the library that comes with the game."""
    return (scenarios() / LIBRARY_FILE).read_bytes()


def complete(file: ScenarioFile, library: Library, content_hash: str) -> Scenario:
    """The whole scenario of a file that was found valid with this library."""
    common: dict[str, Any] = {
        name: getattr(file, name) for name in Scenario.model_fields if name in ScenarioFile.model_fields
    }
    common["motives"] = tuple(_motive(entry, library) for entry in file.motives)
    common["audiences"] = tuple(_audience(entry, library) for entry in file.audiences)
    return Scenario(**common, hash=content_hash)


def _motive(entry: MotiveEntry, library: Library) -> Motive:
    own: dict[str, Any] = {field: value for field, value in entry if value is not None}
    known = library.motives.get(entry.id)
    return Motive(**own) if known is None else known.model_copy(update=own)


def _audience(entry: AudienceEntry, library: Library) -> Audience:
    fields = ("name", "role", "portrait", "line")
    own: dict[str, Any] = {name: value for name, value in entry if name in fields and value is not None}
    known = library.personas.get(entry.persona or "")
    persona = Persona(id=entry.id or "", **own) if known is None else known.model_copy(update=own)
    return Audience(
        id=entry.id or persona.id,
        persona=persona,
        tokens=entry.tokens,
        channels=entry.channels,
        attention=entry.attention,
        candidates=entry.candidates,
    )
