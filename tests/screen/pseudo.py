"""A language whose words are a third longer than they are: where it fits, a translation will.

Only the game's own texts become longer, not what is filled in: names and texts of a scenario have limits of
their own (`tests.screen.limits`).
"""

import re
from functools import cache

from babel.messages.pofile import read_po

from game.screen.box import Box
from game.screen.recording import RecordingCanvas
from game.screen.theme import Style
from game.screen.typeset import Align, Block, VAlign
from game.words.resources import asset

LONGER = 0.35
ROOMS = ("screen", "play", "lobby", "week", "view", "table")
VOWELS = str.maketrans("aeiouAEIOU", "àéîöûÀÉÎÖÛ")
FEWEST_LETTERS = 3
SLOT = re.compile(r"\{\w*\}")


def longer(text: str) -> str:
    """The text with accents and a third more letters; spaces and signs stay where they are."""
    words: list[str] = []
    owed = 0.0
    for word in text.translate(VOWELS).split(" "):
        if word.strip("0123456789×+:."):
            owed += len(word) * LONGER
        more = round(owed)
        owed -= more
        words.append(word + "nenenenenenenene"[:more])
    return " ".join(words)


@cache
def templates() -> tuple[dict[str, str], tuple[tuple[re.Pattern[str], str], ...]]:
    """The texts of the screen in both languages: whole ones, and patterns of those that are filled in."""
    whole: dict[str, str] = {}
    open_ended: list[tuple[re.Pattern[str], str]] = []
    for path in sorted(asset("words").glob("*/LC_MESSAGES/*.po")):
        if path.stem not in ROOMS:
            continue
        with path.open("rb") as file:
            messages = [message.string or "" for message in read_po(file) if message.id]
        for text in (text for found in messages for text in ([found] if isinstance(found, str) else found)):
            plain = SLOT.sub("", text)
            if text == plain:
                whole[text] = longer(text)
            elif sum(letter.isalpha() for letter in plain) >= FEWEST_LETTERS:
                literals = SLOT.split(text)
                open_ended.append((re.compile("(.+?)".join(map(re.escape, literals)), re.DOTALL), text))
    open_ended.sort(key=lambda pair: -len(SLOT.sub("", pair[1])))
    return whole, tuple(open_ended)


@cache
def pseudo(text: str) -> str:
    """A text of the game made longer; what is filled in, and what people or scenarios wrote, as it is."""
    whole, open_ended = templates()
    if text in whole:
        return whole[text]
    for pattern, template in open_ended:
        found = pattern.fullmatch(text)
        if found is not None:
            literals = SLOT.split(template)
            values = [pseudo(value) for value in found.groups()]
            pieces = [longer(literals[0])]
            for value, literal in zip(values, literals[1:], strict=True):
                pieces += [value, longer(literal)]
            return "".join(pieces)
    return text


class PseudoCanvas(RecordingCanvas):
    """Sets every text of the game's catalogues a third longer than it is."""

    def width_of(self, text: str, style: Style) -> float:
        """Width of the longer text."""
        return super().width_of(pseudo(text), style)

    def set_text(
        self,
        text: str,
        box: Box,
        style: Style,
        *,
        align: Align = "left",
        valign: VAlign = "middle",
        lines: int = 1,
        shrink_first: bool = False,
        shorts: tuple[str, ...] = (),
    ) -> Block:
        """Set the longer text."""
        return super().set_text(
            pseudo(text),
            box,
            style,
            align=align,
            valign=valign,
            lines=lines,
            shrink_first=shrink_first,
            shorts=tuple(pseudo(short) for short in shorts),
        )
