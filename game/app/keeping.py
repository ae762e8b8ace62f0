"""What the people at the screen set, kept in the data folder for the next time they open it.

One small JSON file. Whatever of it cannot be read is as it usually is: a damaged file costs nobody a game.
"""

import json
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Final, get_args

from game.screen.clock import CLOCK_LENGTHS
from game.screen.motion import MotionLevel
from game.screen.settings import TEXT_SCALES, Settings
from game.screen.theme import THEMES
from game.words.catalogue import LANGUAGES, Language

FILE: Final = "settings.json"
LARGEST: Final = 4096
"""Bytes of a settings file; a larger one is none of ours."""
KNOWN: Final[dict[str, tuple[object, ...]]] = {
    "language": LANGUAGES,
    "theme": THEMES,
    "text_scale": TEXT_SCALES,
    "motion": get_args(MotionLevel),
    "sound": (True, False),
    "guide": (True, False),
    "clock": CLOCK_LENGTHS,
}
"""What each setting may be."""


def kept_settings(folder: Path, language: Language) -> Settings:
    """The settings of a data folder; where they say nothing, the usual ones in a language."""
    usual = Settings(language=language)
    found = _read(folder / FILE)
    sound = {
        name: next(value for value in allowed if value == found[name])
        for name, allowed in KNOWN.items()
        if name in found and any(_same(found[name], value) for value in allowed)
    }
    return replace(usual, **sound)  # type: ignore[arg-type]


def keep_settings(folder: Path, settings: Settings) -> None:
    """Write the settings whole or not at all.

    A folder that cannot be written is no reason to stop: the game itself says so, and these do not matter.
    """
    path = folder / FILE
    draft = path.with_suffix(".json.new")
    with suppress(OSError):
        folder.mkdir(0o700, parents=True, exist_ok=True)  # a game lies in it, with all its secrets
        draft.write_text(json.dumps(asdict(settings), indent=1) + "\n", encoding="utf-8")
        draft.replace(path)


def _read(path: Path) -> dict[str, object]:
    try:
        with path.open("rb") as file:
            text = file.read(LARGEST)
        value = json.loads(text)
    except (OSError, ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _same(value: object, other: object) -> bool:
    """Whether two values are equal and of one kind: 1 is not True, but 1 is 1.0."""
    return value == other and isinstance(value, bool) == isinstance(other, bool)
