"""What may be wrong with a drawn page: text cut, small, on other text, over the edge of what it stands on.

What floats (a toast, a dialog, a card that is lifted) may hide what lies below, wholly or in part, and a veil
parts what is below from what is above: people look at what is above.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from game.screen.box import Box, Point
from game.screen.recording import Drawn, RecordingCanvas
from game.screen.theme import MINIMUM
from game.screen.typeset import DEEP, MIN_PIXELS

TOUCH = 3.0
"""Board units by which the boxes of two texts may overlap: capitals and tails rarely meet there."""
SLACK = 2.0
INK = 0.16
"""Share of an icon's box that is empty on every side."""
TAILS = set("gjpqyQ,;()/ç")
FLOATING = ("raised", "dialog")


def faults(canvas: RecordingCanvas) -> list[str]:
    """Everything that is wrong with the texts of a page, in words."""
    found: list[str] = []
    for whole in sheets(canvas):
        sheet = [trimmed(thing, canvas.frame.scale) for thing in whole]
        seen = visible(sheet)
        texts = [thing for thing in seen if thing.kind == "text"]
        found += cramped(canvas, texts)
        found += collisions(texts)
        found += half_covered(sheet, texts)
        found += over_edges(sheet, texts)
        found += overprinted([thing for thing in seen if thing.kind == "icon"], texts)
    return found


def trimmed(thing: Drawn, scale: float) -> Drawn:
    """A text without the room for tails that it does not have."""
    if thing.kind != "text" or TAILS & set(thing.what):
        return thing
    return replace(thing, box=thing.box.within(bottom=DEEP * thing.pixels / scale))


def sheets(canvas: RecordingCanvas) -> list[list[Drawn]]:
    """What was drawn, parted by the veils."""
    parts: list[list[Drawn]] = [[]]
    for thing in canvas.drawn:
        if thing.kind == "veil":
            parts.append([])
        parts[-1].append(thing)
    return parts


def opaque(thing: Drawn) -> bool:
    """Whether nothing can be seen through it."""
    return thing.kind == "panel" and thing.colour is not None


def floats(thing: Drawn) -> bool:
    """Whether it hangs over the rest."""
    return opaque(thing) and thing.what.endswith(FLOATING)


def hides(panel: Drawn, thing: Drawn) -> bool:
    """Whether a later panel takes a thing out of sight."""
    if floats(panel):
        return panel.box.overlaps(thing.box)
    return opaque(panel) and panel.box.holds(thing.box, SLACK)


def visible(sheet: list[Drawn]) -> list[Drawn]:
    """The texts and icons that nothing hides."""
    return [
        thing
        for i, thing in enumerate(sheet)
        if thing.kind in ("text", "icon") and not any(hides(later, thing) for later in sheet[i + 1 :])
    ]


def cramped(canvas: RecordingCanvas, texts: list[Drawn]) -> Iterator[str]:
    """Texts with too little room, too small, or outside the window."""
    scale = canvas.frame.scale
    smallest = max(MIN_PIXELS, round(MINIMUM * scale))
    for text in texts:
        if not text.fits:
            yield f"no room: {text.what!r} in {told(text.within or text.box)}"
        elif text.pixels < smallest:
            yield f"small: {text.what!r}, {text.pixels} px"
        if not canvas.frame.window.holds(text.box, SLACK):
            yield f"outside the window: {text.what!r} at {told(text.box)}"


def collisions(texts: list[Drawn]) -> Iterator[str]:
    """Texts that lie on one another."""
    for one, other in combinations(texts, 2):
        if one.box.overlaps(other.box, TOUCH):
            yield f"on one another: {one.what!r} and {other.what!r} at {told(one.box)} and {told(other.box)}"


def half_covered(sheet: list[Drawn], texts: list[Drawn]) -> Iterator[str]:
    """Texts of which a later panel hides a part."""
    for text in texts:
        for later in sheet[sheet.index(text) + 1 :]:
            if opaque(later) and later.box.overlaps(text.box, TOUCH):
                yield f"half covered: {text.what!r} at {told(text.box)} by {told(later.box)}"


def over_edges(sheet: list[Drawn], texts: list[Drawn]) -> Iterator[str]:
    """Texts that do not have one ground under all their corners."""
    for text in texts:
        below = [thing for thing in sheet[: sheet.index(text)] if opaque(thing)]
        area = text.box.inset(min(SLACK, text.box.w / 4), TOUCH)
        grounds = {_ground(below, point) for point in (text.box.centre, *area.corners())}
        if len(grounds) > 1:
            yield f"over the edge: {text.what!r} at {told(text.box)}, over {sorted(map(str, grounds))}"


def ground_of(sheet: list[Drawn], text: Drawn) -> str | None:
    """The colour of the last opaque panel under the middle of a text; None where there is none."""
    below = [thing for thing in sheet[: sheet.index(text)] if opaque(thing)]
    return _ground(below, text.box.centre)


def _ground(below: list[Drawn], point: Point) -> str | None:
    return next((thing.colour for thing in reversed(below) if thing.box.contains(point)), None)


def overprinted(icons: list[Drawn], texts: list[Drawn]) -> Iterator[str]:
    """Texts on which an icon lies."""
    for thing in icons:
        ink = thing.box.inset(thing.box.w * INK, thing.box.h * INK)
        for text in texts:
            if ink.overlaps(text.box, TOUCH):
                yield f"icon {thing.what} at {told(thing.box)} on {text.what!r} at {told(text.box)}"


def told(box: Box) -> str:
    """A box in whole board units."""
    return f"({box.x:.0f},{box.y:.0f} {box.w:.0f}×{box.h:.0f})"
