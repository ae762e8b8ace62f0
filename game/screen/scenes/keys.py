"""The keys of the keyboard, on one card."""

from dataclasses import dataclass

from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.focus import Target
from game.screen.scene import Pop, Scene, Transition, View
from game.screen.theme import style
from game.screen.widgets.buttons import button, chip
from game.screen.widgets.panels import dialog
from game.words.catalogue import Words

LINES = (
    "tab",
    "arrows",
    "enter",
    "digits",
    "escape",
    "menu",
    "sound",
    "pause",
    "panel",
    "language",
    "full",
    "help",
)


@dataclass(frozen=True, slots=True)
class KeysScene(Scene):
    """What each key does; any choice closes it."""

    covers = False

    def _box(self, view: View) -> Box:
        return view.frame.canvas.centred(1240, 990)

    def _button(self, view: View) -> Box:
        return self._box(view).inset(56, 44).bottom_part(84).right_part(360)

    def targets(self, view: View) -> tuple[Target, ...]:
        """The button alone."""
        return (Target("back", self._button(view), Words("play", view.settings.language)("keys.back")),)

    def draw(self, canvas: Canvas, view: View) -> None:
        """A line for each key."""
        words = Words("play", view.settings.language)
        canvas.veil()
        box = self._box(view)
        dialog(canvas, box, words("keys.title"), "", icon="keyboard")
        rows = box.within(left=56, right=56, top=126, bottom=150).rows(len(LINES), 4)
        for row, line in zip(rows, LINES, strict=True):
            chip(canvas, row.left_part(330).centred(330, 56), words(f"keys.{line}.key"))
            told = row.within(left=354)
            canvas.text(
                words(f"keys.{line}"),
                told,
                style("body").at(30),
                canvas.theme.ink,
                lines=2,
                shrink_first=True,
            )
        button(canvas, self._button(view), words("keys.back"), kind="ink", state=view.focus.state("back"))

    def on(self, target: str, view: View) -> Transition | None:  # noqa: ARG002
        """Close."""
        return Pop()

    def back(self, view: View) -> Transition | None:  # noqa: ARG002
        """Close."""
        return Pop()

    def key(self, name: str, view: View) -> Transition | None:
        """``?`` closes it again."""
        return Pop() if name == "?" else Scene.key(self, name, view)
