"""Names that people type: made harmless and short, and told apart."""

import unicodedata
from collections.abc import Collection
from typing import Final

LONGEST: Final = 24
"""Characters of a name on board and phones."""
_MARKS: Final = 2  # accents on one letter; more is a drawing over the neighbours


def clean_name(typed: str) -> str:
    """A name without control, formatting or bidirectional characters, of at most ``LONGEST`` characters.

    Empty if nothing is left that can be seen.
    """
    kept: list[str] = []
    marks = 0
    for letter in unicodedata.normalize("NFC", typed[: 16 * LONGEST]):
        category = unicodedata.category(letter)
        marks = marks + 1 if category.startswith("M") else 0
        if category.startswith("Z") or letter in "\t\n\r":
            kept.append(" ")
        elif category[0] != "C" and marks <= _MARKS:
            kept.append(letter)
    name = " ".join("".join(kept).split())[:LONGEST].strip()
    seen = any(unicodedata.category(letter)[0] in "LNSP" for letter in name)
    return name if seen else ""


def distinct_name(name: str, taken: Collection[str]) -> str:
    """The name, with a number behind it if somebody is called so already."""
    others = {other.casefold() for other in taken}
    if name.casefold() not in others:
        return name
    number = 2
    while (other := f"{name[: LONGEST - 1 - len(str(number))]} {number}").casefold() in others:
        number += 1
    return other
