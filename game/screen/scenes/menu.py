"""The menu: what everybody likes to set, help for who leads the game, keys, and the way out."""

from dataclasses import dataclass, replace
from typing import get_args

from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.clock import CLOCK_LENGTHS
from game.screen.focus import Target
from game.screen.motion import MotionLevel
from game.screen.scene import (
    Configure,
    FullScreen,
    OpenPanel,
    Pop,
    Push,
    Quit,
    Scene,
    Steps,
    Transition,
    View,
)
from game.screen.scenes.answers import EndNow, Leave, MoveOn
from game.screen.scenes.keys import KeysScene
from game.screen.settings import TEXT_SCALES, Settings
from game.screen.theme import THEMES, ThemeName, style
from game.screen.widgets.buttons import ButtonKind, button, segment_boxes, segments
from game.screen.widgets.panels import dialog
from game.words.catalogue import Language, Words

ROW = 76.0
GAP = 12.0
SWITCH, HALF = 760.0, 250.0
"""How wide the switch of a setting is, and of one that shares its line with another."""
BUTTON = 80.0
HALVES = ("sound", "guide")
"""Settings that share a line."""
LEVELS_OF_MOTION: tuple[MotionLevel, ...] = ("full", "basic", "none")


@dataclass(frozen=True, slots=True)
class Row:
    """One setting: its name, the words to choose from, and which one holds."""

    id: str
    name: str
    options: tuple[str, ...]
    chosen: int


def rows_of(settings: Settings) -> tuple[Row, ...]:
    """The settings as rows, in their order."""
    words = Words("play", settings.language)
    return (
        Row("language", words("menu.language"), ("Nederlands", "English"), LANGUAGES_AT[settings.language]),
        Row(
            "theme",
            words("menu.theme"),
            tuple(words(f"menu.theme.{name}") for name in THEMES),
            THEMES.index(settings.theme),
        ),
        Row(
            "text",
            words("menu.text"),
            tuple(words(f"menu.text.{i}") for i in range(len(TEXT_SCALES))),
            TEXT_SCALES.index(settings.text_scale),
        ),
        Row(
            "motion",
            words("menu.motion"),
            tuple(words(f"menu.motion.{level}") for level in LEVELS_OF_MOTION),
            LEVELS_OF_MOTION.index(settings.motion),
        ),
        Row(
            "clock",
            words("menu.clock"),
            tuple(words(f"menu.clock.{length}") for length in CLOCK_LENGTHS),
            CLOCK_LENGTHS.index(settings.clock),
        ),
        Row("sound", words("menu.sound"), (words("menu.on"), words("menu.off")), 0 if settings.sound else 1),
        Row("guide", words("menu.guide"), (words("menu.on"), words("menu.off")), 0 if settings.guide else 1),
    )


LANGUAGES_AT: dict[Language, int] = {"nl": 0, "en": 1}


def changed(settings: Settings, row: str, option: int) -> Settings:
    """The settings after choosing an option of a row."""
    match row:
        case "language":
            return replace(settings, language=get_args(Language)[option])
        case "theme":
            return replace(settings, theme=get_args(ThemeName)[option])
        case "text":
            return replace(settings, text_scale=TEXT_SCALES[option])
        case "motion":
            return replace(settings, motion=LEVELS_OF_MOTION[option])
        case "clock":
            return replace(settings, clock=CLOCK_LENGTHS[option])
        case "guide":
            return replace(settings, guide=option == 0)
        case _:
            return replace(settings, sound=option == 0)


@dataclass(frozen=True, slots=True)
class MenuScene(Scene):
    """A dialog over whatever is being played; in a game it also helps who leads it, and offers to leave."""

    in_game: bool = False
    covers = False

    def _box(self, view: View) -> Box:
        return view.frame.canvas.centred(1240, 970 if self.in_game else 878)

    def _places(self, view: View, row: str, place: int) -> tuple[Box, Box]:
        """Where the name and the switch of a setting lie."""
        box = self._box(view)
        half = row in HALVES
        at = place - HALVES.index(row) if half else place
        line = Box(box.x + 56, box.y + 112 + at * (ROW + GAP), box.w - 112, ROW)
        first = line.right_part(SWITCH).left_part(HALF)
        if row == HALVES[0]:  # begins where the switches above begin, the other ends where they end
            return line.left_part(line.w - SWITCH - 20), first
        if half:
            line = line.within(left=first.right + 40 - line.x)
        switch = line.right_part(HALF if half else SWITCH)
        return line.left_part(line.w - switch.w - 20), switch

    def _buttons(self, view: View) -> dict[str, Box]:
        row = self._box(view).inset(56, 36).bottom_part(BUTTON)
        rows: list[tuple[str, ...]] = [("full", "keys"), ("back", "quit")]
        if self.in_game:
            rows = [
                ("next", "end"),
                ("panel", "full", "keys") if view.led else ("full", "keys"),
                ("back", "leave", "quit"),
            ]
        found: dict[str, Box] = {}
        for i, names in enumerate(rows):
            line = row.moved(0, (i + 1 - len(rows)) * (BUTTON + GAP))
            found |= dict(zip(names, line.columns(len(names), 18), strict=True))
        return found

    def targets(self, view: View) -> tuple[Target, ...]:
        """Every option of every row, then the buttons."""
        words = Words("play", view.settings.language)
        found = []
        for place, row in enumerate(rows_of(view.settings)):
            cells = segment_boxes(self._places(view, row.id, place)[1], len(row.options))
            found += [
                Target(f"{row.id}:{i}", cell, f"{row.name}: {row.options[i]}", radius=17)
                for i, cell in enumerate(cells)
            ]
        found += [
            Target(name, box, words(f"menu.{name}"), radius=24) for name, box in self._buttons(view).items()
        ]
        return tuple(found)

    def first(self, view: View) -> str | None:  # noqa: ARG002
        """Playing on is the safe choice."""
        return "back"

    def draw(self, canvas: Canvas, view: View) -> None:
        """The dialog over a scrim."""
        words = Words("play", view.settings.language)
        canvas.veil()
        dialog(canvas, self._box(view), words("menu.title"), "", icon="settings")
        for place, row in enumerate(rows_of(view.settings)):
            place_of_name, switch = self._places(view, row.id, place)
            canvas.text(row.name, place_of_name, style("strong"), canvas.theme.ink)
            hover = next((i for i in range(len(row.options)) if view.focus.hover == f"{row.id}:{i}"), None)
            segments(canvas, switch, row.options, row.chosen, hover=hover)
        icons = {
            "panel": "users",
            "next": "player-skip-forward",
            "end": "flag",
            "full": "maximize",
            "keys": "keyboard",
            "back": "player-play",
            "leave": "arrow-back-up",
            "quit": "logout",
        }
        for name, box in self._buttons(view).items():
            kind: ButtonKind = "ink" if name == "back" else "outline"
            state = view.focus.state(name)
            button(canvas, box, words(f"menu.{name}"), kind=kind, state=state, icon=icons[name])

    def on(self, target: str, view: View) -> Transition | None:
        """Change a setting at once, or go where the button says."""
        row, _, option = target.partition(":")
        if option:
            return Configure(changed(view.settings, row, int(option)))
        match target:
            case "full":
                return FullScreen()
            case "keys":
                return Push(KeysScene())
            case "panel":
                return Steps((Pop(), OpenPanel()))
            case "next":
                return Pop(MoveOn())
            case "end":
                return Pop(EndNow())
            case "leave":
                return Pop(Leave())
            case "quit":
                return Quit()
            case _:
                return Pop()

    def back(self, view: View) -> Transition | None:  # noqa: ARG002
        """Play on."""
        return Pop()

    def key(self, name: str, view: View) -> Transition | None:
        """F10 closes it again, ``?`` shows the keys."""
        if name == "f10":
            return Pop()
        if name == "?":
            return Push(KeysScene())
        return Scene.key(self, name, view)
