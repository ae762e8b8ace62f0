"""Which letters the fonts of the game have, with a second font for what the first lacks (no pygame)."""

import json
from functools import cache

from game.screen.theme import Cut
from game.words.resources import asset

SECOND: dict[Cut, str] = {
    "display": "second-bold",
    "heading": "second-bold",
    "bold": "second-bold",
    "semibold": "second-semibold",
    "medium": "second-medium",
}
LOOKALIKES = {"\u2010": "-", "\u2011": "-", "\u2212": "\u2013", "\u202f": "\u00a0"}
"""Drawn instead where a font has the one but not the other."""
NEUTRAL = "\u00b7"
"""Stands for a letter that no font has: never an empty box."""


@cache
def _coverage() -> dict[str, list[tuple[int, int]]]:
    """Ranges of code points by font file; the font library does not say which letters are missing."""
    found: dict[str, list[tuple[int, int]]] = json.loads(asset("fonts", "coverage.json").read_text())
    return found


@cache
def has_letter(file: str, letter: str) -> bool:
    """Whether a font file has a picture for a letter."""
    return any(first <= ord(letter) <= last for first, last in _coverage()[file])


def drawable(letter: str) -> bool:
    """Whether every cut of the game can draw a letter, with its own font or the second."""
    return letter in LOOKALIKES or all(
        has_letter(cut, letter) or has_letter(second, letter) for cut, second in SECOND.items()
    )


@cache
def runs_of(text: str, cut: Cut) -> tuple[tuple[str, str], ...]:
    """The text as pieces, each with the font file that has all its letters."""
    runs: list[tuple[str, str]] = []
    for letter in text:
        file: str = cut
        shown = letter
        if not has_letter(cut, letter):
            if letter in LOOKALIKES and has_letter(cut, LOOKALIKES[letter]):
                shown = LOOKALIKES[letter]
            elif has_letter(SECOND[cut], letter):
                file = SECOND[cut]
            else:
                shown = NEUTRAL
        if runs and runs[-1][0] == file:
            runs[-1] = (file, runs[-1][1] + shown)
        else:
            runs.append((file, shown))
    return tuple(runs)
