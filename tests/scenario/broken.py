"""The broken scenario files under tests/golden/diagnostics, and the exact text that each must give."""

from pathlib import Path

from game.scenario.diagnostics import as_text, check_bytes
from game.words.catalogue import LANGUAGES, Language

FOLDER = Path(__file__).parents[1] / "golden" / "diagnostics"


def files() -> list[Path]:
    return sorted(FOLDER.glob("*.yaml"))


def golden(file: Path, language: Language) -> Path:
    return file.with_suffix(f".{language}.txt")


def render(file: Path, language: Language) -> str:
    data = file.read_bytes()
    return as_text(check_bytes(file.name, data, language), data, language)


def write() -> None:
    """Write every golden text anew (``make goldens``); the difference is for people to judge."""
    for file in files():
        for language in LANGUAGES:
            golden(file, language).write_text(render(file, language), encoding="utf-8", newline="\n")
