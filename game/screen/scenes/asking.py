"""A question with two answers, or a message with one, as a dialog."""

from dataclasses import dataclass
from typing import Literal

from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.focus import Target
from game.screen.scene import Pop, Scene, Transition, View
from game.screen.scenes.both import Both
from game.screen.widgets.buttons import button
from game.screen.widgets.panels import dialog, dialog_box, dialog_buttons


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; ``no`` None: a message that is only to be read. ``about`` comes back in the answer.

    The answer after which nothing is lost, ``safe``, has the focus first.
    """

    title: str
    text: str
    yes: str
    no: str | None = None
    icon: str = "help"
    about: object = None
    safe: Literal["yes", "no"] = "yes"


@dataclass(frozen=True, slots=True)
class Yes:
    """The answer to go ahead."""

    about: object = None


@dataclass(frozen=True, slots=True)
class No:
    """The answer not to; ``left``: the question was left with Esc instead of being answered."""

    about: object = None
    left: bool = False


@dataclass(frozen=True, slots=True)
class AskScene(Scene):
    """The dialog; the answer comes back as ``Yes`` or ``No``."""

    question: Both[Question]
    height: float = 420
    covers = False

    def _buttons(self, view: View) -> tuple[Box, ...]:
        asked = self.question.get(view.settings.language)
        box = dialog_box(view.frame.canvas, self.height)
        return dialog_buttons(box, 1 if asked.no is None else 2)

    def targets(self, view: View) -> tuple[Target, ...]:
        """The buttons."""
        asked = self.question.get(view.settings.language)
        names = (("yes", asked.yes),) if asked.no is None else (("yes", asked.yes), ("no", asked.no))
        return tuple(
            Target(name, box, text, radius=24)
            for (name, text), box in zip(names, self._buttons(view), strict=True)
        )

    def first(self, view: View) -> str | None:
        """The safe answer."""
        return self.question.get(view.settings.language).safe

    def draw(self, canvas: Canvas, view: View) -> None:
        """The dialog over a scrim."""
        asked = self.question.get(view.settings.language)
        canvas.veil()
        box = dialog_box(view.frame.canvas, self.height)
        dialog(canvas, box, asked.title, asked.text, icon=asked.icon)
        yes, *no = self._buttons(view)
        button(canvas, yes, asked.yes, kind="ink", state=view.focus.state("yes"))
        if asked.no is not None:
            button(canvas, no[0], asked.no, state=view.focus.state("no"))

    def on(self, target: str, view: View) -> Transition | None:
        """Answer."""
        about = self.question.get(view.settings.language).about
        return Pop(Yes(about) if target == "yes" else No(about))

    def back(self, view: View) -> Transition | None:
        """Leave it."""
        return Pop(No(self.question.get(view.settings.language).about, left=True))
