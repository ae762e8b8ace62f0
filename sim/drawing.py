"""What all pictures of the report share: size, colours of the game, and SVG that stands in a page.

Scenario texts may hold anything: they are drawn as plain text, never read as formulas.
"""

import json
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from io import StringIO
from typing import TYPE_CHECKING, Any

from game.words.resources import asset

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDTH = 7.4  # inches; the page scales it


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours of the light theme that the pictures use."""

    ink: str
    soft: str
    line: str
    good: str
    bad: str
    doubt: str
    wood: str
    medals: tuple[str, str, str]
    levels: tuple[str, ...]


@cache
def colours() -> Colours:
    """The colours of the game's light theme."""
    tokens = json.loads(asset("theme", "tokens.json").read_text(encoding="utf-8"))
    light = tokens["themes"]["light"]
    return Colours(
        ink=light["ink"],
        soft=light["ink_soft"],
        line=light["line"],
        good=light["good"],
        bad=light["bad"],
        doubt=light["wood_deep"],
        wood=light["wood"],
        medals=(light["bronze"], light["silver"], light["gold"]),
        levels=tuple(level["colour"]["light"] for level in tokens["levels"]),
    )


@contextmanager
def sheet(height: float) -> "Iterator[Figure]":
    """A figure of the page's width; no formula is read into any text, and no font is asked to be whole."""
    import matplotlib as mpl  # noqa: PLC0415  # an extra, and slow to load
    from matplotlib.figure import Figure as Drawing  # noqa: PLC0415

    style: Any = {
        "svg.fonttype": "none",
        "svg.hashsalt": "piramide",
        "text.parse_math": False,
        "font.family": "sans-serif",
        "font.size": 9,
        "text.color": colours().ink,
        "axes.labelcolor": colours().soft,
        "axes.edgecolor": colours().line,
        "axes.titlesize": 10,
        "axes.titleweight": "bold",
        "axes.titlelocation": "left",
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.axisbelow": True,
        "xtick.color": colours().soft,
        "ytick.color": colours().ink,
        "ytick.left": False,
        "figure.facecolor": "none",
        "axes.facecolor": "none",
    }
    with mpl.rc_context(style), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*[Gg]lyph.*missing.*")
        yield Drawing(figsize=(WIDTH, height), layout="constrained")


def svg(figure: "Figure", title: str) -> str:
    """The figure as an ``svg`` element with a title for whoever cannot see it."""
    file = StringIO()
    nothing: dict[str, Any] = dict.fromkeys(("Creator", "Date", "Format", "Type"))
    figure.savefig(file, format="svg", metadata=nothing)
    text = file.getvalue()
    text = text[text.index("<svg") :]
    text = re.sub(r"<metadata>.*?</metadata>\s*", "", text, count=1, flags=re.DOTALL)
    head, rest = text.split(">", 1)
    head = re.sub(r'\s(width|height|version|xmlns(:\w+)?)="[^"]*"', "", head)
    label = re.sub(r'["<>&]', "", title)
    return f'{head} role="img" aria-label="{label}">{rest}'
