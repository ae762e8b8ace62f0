"""Names that people type: made harmless and short, and told apart."""

import unicodedata
from collections.abc import Collection
from typing import Final

LONGEST: Final = 24
"""Characters of a name on board and phones."""
_MARKS: Final = 2  # accents on one letter; more is a drawing over the neighbours
_UNSEEN: Final = frozenset(
    chr(code)
    for first, last in (
        (0x034F, 0x034F),  # joins letters
        (0x115F, 0x1160),  # stand in for Korean letters, as do 3164 and FFA0
        (0x17B4, 0x17B5),
        (0x180B, 0x180F),
        (0x3164, 0x3164),
        (0xFE00, 0xFE0F),  # choose a variant of the letter before
        (0xFFA0, 0xFFA0),
        (0xFFFC, 0xFFFC),  # stands for an object that is not there
        (0x1D159, 0x1D159),
        (0xE0100, 0xE01EF),
    )
    for code in range(first, last + 1)
)
"""What Unicode draws as nothing (Default_Ignorable_Code_Point, and empty signs) outside the category C."""
_BLANK: Final = frozenset("\t\n\r\u2800")  # the last is Braille without a dot


def clean_text(typed: str, most: int) -> str:
    """A line without control, formatting or bidirectional characters, of at most ``most`` characters."""
    kept: list[str] = []
    marks = 0
    for letter in unicodedata.normalize("NFC", typed[: 16 * most]):
        category = unicodedata.category(letter)
        marks = marks + 1 if category.startswith("M") else 0
        if category.startswith("Z") or letter in _BLANK:
            kept.append(" ")
        elif category[0] != "C" and letter not in _UNSEEN and marks <= _MARKS:
            kept.append(letter)
    return " ".join("".join(kept).split())[:most].strip()


def clean_name(typed: str) -> str:
    """A name that is such a line, of at most ``LONGEST`` characters; empty if nothing of it can be seen."""
    name = clean_text(typed, LONGEST)
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
