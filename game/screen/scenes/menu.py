"""The menu: language, theme, size of the letters, movement, sound, full screen, keys, and the way out."""

from dataclasses import dataclass, replace
from typing import get_args

from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.focus import Target
from game.screen.motion import MotionLevel
from game.screen.scene import Configure, FullScreen, Pop, Push, Quit, Scene, Transition, View
from game.screen.scenes.answers import Leave
from game.screen.scenes.keys import KeysScene
from game.screen.settings import TEXT_SCALES, Settings
from game.screen.theme import THEMES, ThemeName, style
from game.screen.widgets.buttons import ButtonKind, button, segments
from game.screen.widgets.panels import dialog
from game.words.catalogue import Language, Words

ROW = 84.0
LEVELS_OF_MOTION: tuple[MotionLevel, ...] = ("full", "none")


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
    motion = "none" if settings.motion == "none" else "full"
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
            LEVELS_OF_MOTION.index(motion),
        ),
        Row("sound", words("menu.sound"), (words("menu.on"), words("menu.off")), 0 if settings.sound else 1),
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
        case _:
            return replace(settings, sound=option == 0)


@dataclass(frozen=True, slots=True)
class MenuScene(Scene):
    """A dialog over whatever is being played; in a game it also offers to leave it."""

    in_game: bool = False
    covers = False

    def _box(self, view: View) -> Box:
        return view.frame.canvas.centred(1240, 900)

    def _cells(self, view: View, place: int, count: int) -> tuple[Box, tuple[Box, ...]]:
        inner = self._box(view).inset(56, 0)
        line = Box(inner.x, self._box(view).y + 128 + place * (ROW + 18), inner.w, ROW)
        switch = line.right_part(760)
        return line, switch.inset(7).columns(count)

    def _buttons(self, view: View) -> dict[str, Box]:
        inner = self._box(view).inset(56, 44)
        lower = inner.bottom_part(88)
        upper = lower.moved(0, -88 - 18)
        first = dict(zip(("full", "keys"), upper.columns(2, 18), strict=True))
        names = ("back", "leave", "quit") if self.in_game else ("back", "quit")
        return first | dict(zip(names, lower.columns(len(names), 18), strict=True))

    def targets(self, view: View) -> tuple[Target, ...]:
        """Every option of every row, then the buttons."""
        words = Words("play", view.settings.language)
        found = []
        for place, row in enumerate(rows_of(view.settings)):
            _, cells = self._cells(view, place, len(row.options))
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
            line, cells = self._cells(view, place, len(row.options))
            label = style("strong")
            canvas.text(row.name, line.left_part(line.w - 780), label, canvas.theme.ink)
            hover = next((i for i in range(len(cells)) if view.focus.hover == f"{row.id}:{i}"), None)
            segments(canvas, line.right_part(760), row.options, row.chosen, hover=hover)
        icons = {
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
        """M closes it again, ``?`` shows the keys."""
        if name == "m":
            return Pop()
        if name == "?":
            return Push(KeysScene())
        return Scene.key(self, name, view)
