"""How people with phones are called on the board, whatever they typed (no pygame)."""

import unicodedata
from typing import Final

from game.screen.letters import drawable
from game.words.catalogue import Language, Words

ENOUGH: Final = 2
"""Letters that can be drawn by which a name with others in it can still be told from the next."""


def called(member: str, name: str, language: Language) -> str:
    """The name of a member; a guest with the member's number where the fonts have hardly a letter of it.

    A row of dots says nobody's name. On the own phone, which has letters for it, the name stays.
    """
    signs = [sign for sign in name if not sign.isspace() and not unicodedata.category(sign).startswith("M")]
    letters = [sign for sign in signs if sign.isalpha() and drawable(sign)]
    if all(map(drawable, signs)) or len(letters) >= ENOUGH:
        return name
    return Words("lobby", language)("people.guest", n=member.removeprefix("m"))
