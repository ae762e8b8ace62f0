"""A line of text that somebody writes: its letters and its caret, drawn and pointed at."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from game.screen.box import Box, Point
from game.screen.canvas import Canvas
from game.screen.scene import View
from game.screen.theme import Style
from game.screen.typeset import clean, pixel_size

if TYPE_CHECKING:
    from game.screen.fonts import Fonts

CARET = 3.0
"""Units that the caret is wide."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text, and how many code points of it stand before the caret."""

    text: str = ""
    caret: int = 0

    @classmethod
    def of(cls, text: str) -> "Written":
        """A text with the caret at its end."""
        return cls(text, len(text))

    def typed(self, more: str, longest: int) -> "Written":
        """With more letters at the caret, as far as ``longest`` allows; accents join their letters."""
        plain = "".join(letter for letter in more if letter.isprintable())
        after = self.text[self.caret :]
        for length in range(len(plain), -1, -1):
            before = unicodedata.normalize("NFC", self.text[: self.caret] + plain[:length])
            if len(before) + len(after) <= longest:
                return Written(before + after, len(before))
        return self

    def key(self, name: str) -> "Written | None":
        """After a key that moves the caret or takes a letter away; None for any other key."""
        match name:
            case "backspace":
                back = self._before()
                return Written(self.text[:back] + self.text[self.caret :], back)
            case "delete":
                return replace(self, text=self.text[: self.caret] + self.text[self._after() :])
            case "left":
                return replace(self, caret=self._before())
            case "right":
                return replace(self, caret=self._after())
            case "home":
                return replace(self, caret=0)
            case "end":
                return replace(self, caret=len(self.text))
            case _:
                return None

    def _before(self) -> int:
        """One letter back, with the marks that stand on it."""
        found = max(0, self.caret - 1)
        while found > 0 and unicodedata.combining(self.text[found]):
            found -= 1
        return found

    def _after(self) -> int:
        found = min(len(self.text), self.caret + 1)
        while found < len(self.text) and unicodedata.combining(self.text[found]):
            found += 1
        return found

    def seen(self, width: float, measure: Callable[[str], float]) -> tuple[int, int]:
        """From where to where it is shown in a width: with the caret in it, and as much as has room."""
        start = 0
        while start < self.caret and measure(self.text[start : self.caret]) > width:
            start += 1
        end = len(self.text)
        while end > self.caret and measure(self.text[start:end]) > width:
            end -= 1
        return start, end

    def pointed(self, at: Point, box: Box, style: Style, view: View) -> "Written":
        """With the caret at the gap between letters that is nearest to a place in the box."""
        pixels = pixel_size(style.size * view.settings.text_scale, view.frame.scale)

        def measure(text: str) -> float:
            return _fonts().width(clean(text), style.cut, pixels) / view.frame.scale

        start, end = self.seen(box.w, measure)
        gaps = range(start, end + 1)
        return replace(self, caret=min(gaps, key=lambda i: abs(box.x + measure(self.text[start:i]) - at.x)))


UNWRITTEN = Written()


@cache
def _fonts() -> "Fonts":
    from game.screen.fonts import Fonts  # noqa: PLC0415 - it wakes pygame

    return Fonts()


def draw_written(canvas: Canvas, box: Box, written: Written, style: Style, *, writing: bool) -> None:
    """The part that has room, and the caret while it is written."""
    ink = canvas.theme.ink
    start, end = written.seen(box.w, lambda text: canvas.width_of(text, style))
    if writing:
        x = box.x + canvas.width_of(written.text[start : written.caret], style)
        tall = min(box.h, style.size * canvas.text_scale * 1.15)
        canvas.panel(Box(x - CARET / 2, box.cy - tall / 2, CARET, tall), ink, CARET / 2)
    if end > start:
        canvas.text(written.text[start:end], box, style, ink)
