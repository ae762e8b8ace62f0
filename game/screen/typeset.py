"""Setting text in a box: wrapping, shrinking to the minimum, aligning (no pygame).

Widths come from a `Metrics`, in device pixels at a whole pixel size, because that is what
will be drawn; places are board units.
"""

import unicodedata
from collections.abc import Hashable
from dataclasses import dataclass
from functools import lru_cache
from math import floor
from typing import Literal, Protocol

from game.screen.box import Box
from game.screen.theme import MINIMUM, Cut, Style

Align = Literal["left", "centre", "right"]
VAlign = Literal["top", "middle", "bottom"]
MIN_PIXELS = 16
"""No letters are smaller than this on the screen, however small the window."""
SOFT = "\u00ad"
MARKS = 2
"""At most so many marks stand on a letter after composition."""
HYPHEN = "\u2010"
NARROW_MIDDLE = {"display": 0.66, "heading": 0.66, "bold": 0.7, "semibold": 0.7, "medium": 0.7}
"""Height of the capitals as a share of the size; capitals stand in the middle of their line."""
LAST_RESORT = 0.7
DEEP = 0.24
"""How far letters reach below the base line, as a share of the size."""
TAILS = 0.75
"""Share of their depth by which tails may not leave the box of letters that grew, above as below."""


class Metrics(Hashable, Protocol):
    """What text setting needs to know of fonts."""

    def width(self, text: str, cut: Cut, pixels: int) -> float:
        """Width in device pixels of a line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: where it begins and stands, in board units."""

    text: str
    x: float
    baseline: float
    w: float


@dataclass(frozen=True, slots=True)
class Block:
    """Text that has been set: its lines, its cut, pixel size, and the box its letters take."""

    lines: tuple[Line, ...]
    cut: Cut
    pixels: int
    size: float
    box: Box
    fits: bool


def clean(text: str) -> str:
    """The text in composed form, harmless: nothing that controls or hides, no pile of marks on a letter."""
    kept: list[str] = []
    marks = 0
    for c in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(c)
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        if kind == "Cc" and c != "\n":
            kept.append(" ")
        elif (kind != "Cf" or c == SOFT) and marks <= MARKS:
            kept.append(c)
    return "".join(kept)


def pixel_size(size: float, scale: float) -> int:
    """The pixel size for a size in board units: never under the two minima."""
    return max(MIN_PIXELS, round(size * scale))


def set_text(
    text: str,
    box: Box,
    style: Style,
    scale: float,
    metrics: Metrics,
    *,
    align: Align = "left",
    valign: VAlign = "middle",
    lines: int = 1,
    shrink_first: bool = False,
    shorts: tuple[str, ...] = (),
    text_scale: float = 1.0,
    minimum: float = MINIMUM,
) -> Block:
    """Set text in a box of board units.

    Tried in this order: the wanted size on up to ``lines`` lines, then smaller sizes down to the
    minimum (with ``shrink_first`` every size on one line comes before wrapping), then the same
    with each of the ``shorts``, then, on more than one line, with words broken anywhere. If nothing
    fits, the last short form smaller than the minimum, or else hard-broken; then ``fits`` is false: the
    layout or the text is wrong, for a test to find.
    Letters that ``text_scale`` makes larger than the style wants stay within the box with their tails.
    """
    biggest = pixel_size(style.size * text_scale, scale)
    smallest = min(biggest, pixel_size(minimum, scale))
    plain = max(pixel_size(style.size, scale), smallest)
    sizes = range(biggest, smallest - 1, -1)
    for candidate in (text, *shorts):
        cleaned = clean(candidate)
        if shrink_first and lines > 1:
            for pixels in sizes:
                broken = wrap(cleaned, box.w * scale, style.cut, pixels, metrics)
                if (
                    broken is not None
                    and len(broken) == 1
                    and _fits_height(1, box, style, pixels, scale, plain)
                ):
                    return _place(broken, box, style, pixels, scale, metrics, align, valign, True)
        for pixels in sizes:
            broken = wrap(cleaned, box.w * scale, style.cut, pixels, metrics)
            if (
                broken is not None
                and len(broken) <= lines
                and _fits_height(len(broken), box, style, pixels, scale, plain)
            ):
                return _place(broken, box, style, pixels, scale, metrics, align, valign, True)
    last = clean(shorts[-1] if shorts else text)
    broken = force(last, box.w * scale, style.cut, smallest, metrics)
    if 1 < len(broken) <= lines and _fits_height(len(broken), box, style, smallest, scale, plain):
        return _place(broken, box, style, smallest, scale, metrics, align, valign, True)
    # Too long for its place: smaller than allowed is still better than over the edge.
    for pixels in range(smallest - 1, floor(smallest * LAST_RESORT), -1):
        tight = wrap(last, box.w * scale, style.cut, pixels, metrics)
        if (
            tight is not None
            and len(tight) <= lines
            and _fits_height(len(tight), box, style, pixels, scale, plain)
        ):
            return _place(tight, box, style, pixels, scale, metrics, align, valign, False)
    return _place(broken, box, style, smallest, scale, metrics, align, valign, False)


def pitch(style: Style, pixels: int) -> int:
    """Pixels from one base line to the next."""
    return floor(pixels * style.leading)


def _fits_height(count: int, box: Box, style: Style, pixels: int, scale: float, plain: int) -> bool:
    tall = (count - 1) * pitch(style, pixels) + pixels * NARROW_MIDDLE[style.cut]
    if pixels > plain:
        # The place was made for letters as large as the style wants; those that grew must not leave it.
        return tall + 2 * DEEP * pixels * TAILS <= box.h * scale + 0.5
    return count == 1 or tall <= box.h * scale + 0.5


def wrap(text: str, width: float, cut: Cut, pixels: int, metrics: Metrics) -> tuple[str, ...] | None:
    """Lines no wider than ``width`` pixels, broken at spaces and soft hyphens; None if a word is too wide."""
    return _wrap(text, width, cut, pixels, metrics)


@lru_cache(maxsize=4096)
def _wrap(text: str, width: float, cut: Cut, pixels: int, metrics: Metrics) -> tuple[str, ...] | None:
    done: list[str] = []
    for paragraph in text.split("\n"):
        current = ""
        for word in paragraph.split(" "):
            pieces = word.split(SOFT)
            while pieces:
                space = f"{current} " if current else ""
                for count in range(len(pieces), 0, -1):
                    head = "".join(pieces[:count]) + (HYPHEN if count < len(pieces) else "")
                    if metrics.width(space + head, cut, pixels) <= width:
                        break
                else:
                    if not current:
                        return None
                    done.append(current)
                    current = ""
                    continue
                current, pieces = space + head, pieces[count:]
                if pieces:
                    done.append(current)
                    current = ""
        done.append(current)
    return tuple(done)


def force(text: str, width: float, cut: Cut, pixels: int, metrics: Metrics) -> tuple[str, ...]:
    """Lines no wider than ``width`` pixels whatever it takes: words that are too wide are broken."""

    def fits(line: str) -> bool:
        return metrics.width(line, cut, pixels) <= width

    done: list[str] = []
    current = ""
    for word in text.replace(SOFT, "").split():
        wanted = f"{current} {word}" if current else word
        if fits(wanted):
            current = wanted
            continue
        if current and fits(word):
            done.append(current)
            current = word
            continue
        piece = f"{current} " if current else ""
        for letter in word:
            if piece.strip() and not fits(piece + letter + HYPHEN):
                # After a space nothing was put on the line yet, so there is nothing to join.
                done.append(piece[:-1] if piece.endswith(" ") else piece + HYPHEN)
                piece = ""
            piece += letter
        current = piece
    return (*done, current) if current else tuple(done) or ("",)


def _place(
    broken: tuple[str, ...],
    box: Box,
    style: Style,
    pixels: int,
    scale: float,
    metrics: Metrics,
    align: Align,
    valign: VAlign,
    fits: bool,
) -> Block:
    size = pixels / scale
    step = pitch(style, pixels) / scale
    capital = size * NARROW_MIDDLE[style.cut]
    tall = (len(broken) - 1) * step + capital
    first = {
        "top": box.y + capital,
        "middle": box.cy - tall / 2 + capital,
        "bottom": box.bottom - tall + capital,
    }[valign]
    placed: list[Line] = []
    for i, text in enumerate(broken):
        w = metrics.width(text, style.cut, pixels) / scale
        x = {"left": box.x, "centre": box.cx - w / 2, "right": box.right - w}[align]
        placed.append(Line(text, x, first + i * step, w))
    left = min(line.x for line in placed)
    right = max(line.x + line.w for line in placed)
    letters = Box(left, first - capital, right - left, tall + DEEP * size)
    return Block(tuple(placed), style.cut, pixels, size, letters, fits)
