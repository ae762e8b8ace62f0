"""Colours, sizes and durations of the look, read from ``assets/theme/tokens.json`` (no pygame)."""

import json
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Literal, get_args

from game.words.resources import asset

ThemeName = Literal["light", "dark", "bright"]
THEMES: tuple[ThemeName, ...] = get_args(ThemeName)
Cut = Literal["display", "heading", "bold", "semibold", "medium"]
Depth = Literal["what", "how", "why"]
MINIMUM = 28.0
"""No text is smaller than this many board units."""


@dataclass(frozen=True, slots=True)
class Shadow:
    """A soft shadow made of ``steps`` stacked translucent shapes."""

    name: str
    colour: str
    dy: float
    blur: float
    alpha: float
    steps: int


@dataclass(frozen=True, slots=True)
class Style:
    """A way to set text: a cut of a family at a size in board units."""

    cut: Cut
    size: float
    leading: float = 1.28

    def at(self, size: float) -> "Style":
        """The same cut at another size."""
        return Style(self.cut, size, self.leading)


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of the pyramid looks (index 0 = suspects)."""

    id: str
    icon: str
    icon_ink: str
    colour: str


@dataclass(frozen=True, slots=True)
class Slot:
    """The shape and colours of the nth audience of a scenario; the same in every theme."""

    shape: str
    path: str
    join: float
    colour: str
    tint: str
    light: str
    dark: str


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """One theme: every colour as ``#RRGGBB``, by its role. There is one object for each name."""

    name: ThemeName
    ground: str
    ground_low: str
    panel: str
    panel_soft: str
    sunken: str
    line: str
    line_strong: str
    ink: str
    ink_soft: str
    ink_ghost: str
    on_ink: str
    action: str
    action_hover: str
    on_action: str
    wood: str
    wood_light: str
    wood_deep: str
    wood_grain: str
    on_wood: str
    on_wood_soft: str
    good: str
    good_soft: str
    bad: str
    bad_soft: str
    idle: str
    idle_soft: str
    attention: str
    attention_deep: str
    attention_edge: str
    focus: str
    focus_gap: str
    gold: str
    silver: str
    bronze: str
    rim: str
    scrim: str
    scrim_alpha: float
    gloss: float
    groove_light: float
    groove_dark: float
    accent: str
    accent_edge: str
    accent_ink: str
    pill_mark: str
    shadows: tuple[Shadow, ...]
    levels: tuple[Level, ...]
    slots: tuple[Slot, ...]

    def shadow(self, name: str) -> Shadow:
        """The shadow of that name: flat, card, raised or dialog."""
        return next(shadow for shadow in self.shadows if shadow.name == name)

    def line_of(self, slot: int) -> str:
        """The colour of a line or a ring for a slot: its own, mixed with ink until any ground shows it."""
        return _line_of(self, slot)

    def ghost(self, slot: int, level: int = 0) -> str:
        """The colour of a token nobody has met: its own mixed with the band, still 3:1 against it."""
        band, own = self.levels[level].colour, self.slots[slot].colour
        for share in range(42, -1, -1):
            mixed = mix(own, band, share / 100)
            if contrast(mixed, band) >= GHOST_CONTRAST:
                return mixed
        return own


@cache
def _line_of(look: Theme, slot: int) -> str:
    own = look.slots[slot].colour
    grounds = (look.ground, look.ground_low, look.panel, look.panel_soft, look.sunken)
    for share in range(100):
        mixed = mix(own, look.ink, share / 100)
        if all(contrast(mixed, ground) >= LINE_CONTRAST for ground in grounds):
            return mixed
    return look.ink


GHOST_CONTRAST = 3.0
LINE_CONTRAST = 3.0
"""WCAG 2.2, 1.4.11: the least contrast of what must be told apart without being text."""


@cache
def tokens() -> dict[str, Any]:
    """The tokens file as it is; sizes of components are looked up here by name."""
    found: dict[str, Any] = json.loads(asset("theme", "tokens.json").read_text(encoding="utf-8"))
    return found


@cache
def theme(name: ThemeName) -> Theme:
    """The theme of that name."""
    everything = tokens()
    colours = everything["themes"][name]
    shapes = everything["shapes"]
    plain = {field.name for field in fields(Theme)} - {"name", "shadows", "levels", "slots"}
    return Theme(
        name=name,
        shadows=tuple(Shadow(**shadow) for shadow in colours["shadow"]),
        levels=tuple(
            Level(level["id"], level["icon"], level["icon_ink"], level["colour"][name])
            for level in everything["levels"]
        ),
        slots=tuple(
            Slot(
                shape=slot["shape"],
                path=shapes[slot["shape"]]["path"],
                join=shapes[slot["shape"]]["join"],
                colour=slot["colour"],
                tint=slot["tint"],
                light=slot["light"],
                dark=slot["dark"],
            )
            for slot in everything["audiences"]
        ),
        **{key: colours[key] for key in plain},
    )


@cache
def style(name: str) -> Style:
    """A text style by name: hero title h1 h2 h3 number strong body label (tokens ``type.big``)."""
    size, cut = tokens()["type"]["big"][name]
    leading = tokens()["type"]["line_height"]["tight" if cut in ("display", "heading") else "text"]
    return Style(cut, float(size), float(leading))


@cache
def duration(name: str) -> float:
    """A duration of the tokens, in seconds."""
    return float(tokens()["motion"]["ms"][name]) / 1000


@cache
def icon_of(kind: str, name: str) -> str:
    """The icon of a verb, channel, motive, power, mark or department; by kind and id.

    An id that the tokens do not know (a scenario's own motive) is taken as an icon name.
    """
    if kind == "departments":
        found = tokens()["departments"]["icons"]
    elif kind == "gates":
        found = {gate: tokens()["gates"][gate]["icon"] for gate in tokens()["gates"]["order"]}
    else:
        found = tokens()["icons"][kind]
    return str(found.get(name, name))


def rgb(colour: str) -> tuple[int, int, int]:
    """The three channels, 0 to 255, of ``#RRGGBB``."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(one: str, other: str, share: float) -> str:
    """``one`` with ``share`` (0 to 1) of ``other`` mixed in."""
    pairs = zip(rgb(one), rgb(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    parts = [c / 255 for c in rgb(colour)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio after WCAG 2.2, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
