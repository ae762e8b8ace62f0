"""Numbers in words of a language, and the texts of this package about balance."""

from collections.abc import Sequence
from math import isinf

from game.players.lineup import NAMES
from game.words.catalogue import Language, Words
from sim.statistics import Interval

DOMAIN = "balance"


def number(value: float, digits: int, language: Language) -> str:
    """A number with so many digits behind the decimal sign; −0 is 0."""
    if isinf(value):
        return "∞" if value > 0 else "−∞"
    text = f"{round(value, digits) + 0.0:.{digits}f}".replace("-", "−")
    return text.replace(".", ",") if language == "nl" else text


def count(value: int, language: Language) -> str:
    """A whole number, its thousands apart."""
    return f"{value:,}".replace(",", ".") if language == "nl" else f"{value:,}"


def players_text(players: Sequence[str], language: Language) -> str:
    """Computer players by name: one name if all are alike, else that of each seat.

    With a budget, noise or something left out they are told as they are spelled.
    """
    words = Words(DOMAIN, language)
    named = [words(f"players.{kind}") if kind in NAMES else kind for kind in players]
    return ", ".join(named[:1] if len(set(named)) == 1 else named)


def change(value: float, digits: int, language: Language) -> str:
    """A number that always shows its sign, except 0."""
    return ("+" if round(value, digits) > 0 else "") + number(value, digits, language)


def percent(value: float, language: Language, digits: int = 1) -> str:
    """A share as a percentage."""
    return number(100 * value, digits, language) + "%"


def span(found: Interval, digits: int, language: Language) -> str:
    """The bounds of an interval: ``30.1–32.4``; around or below 0 in words, since a dash is also a minus."""
    low, high = number(found.low, digits, language), number(found.high, digits, language)
    if found.low < 0:
        return Words(DOMAIN, language)("format.from_to", low=low, high=high)
    return f"{low}–{high}"


def percent_span(found: Interval, language: Language, digits: int = 1) -> str:
    """The bounds of a share as percentages."""
    return span(found.scaled(100), digits, language) + "%"
