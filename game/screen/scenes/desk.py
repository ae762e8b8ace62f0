"""The trainer's panel in a window of its own, beside the board: the same panel, and the same lines."""

from dataclasses import dataclass, replace

from game.screen.canvas import Canvas
from game.screen.focus import Target
from game.screen.scene import Heard, Pop, Replace, Scene, Steps, Transition, View
from game.screen.scenes.answers import Leave, Led


@dataclass(frozen=True, slots=True)
class DeskScene(Scene):
    """``panel`` is what is shown. It stays when the game goes on, and Esc does not close the window.

    Ends with ``Leave`` when the trainer has stopped the game: the board leaves it then.
    """

    panel: Scene

    def draw(self, canvas: Canvas, view: View) -> None:
        """The panel."""
        self.panel.draw(canvas, view)

    def targets(self, view: View) -> tuple[Target, ...]:
        """Those of the panel."""
        return self.panel.targets(view)

    def first(self, view: View) -> str | None:
        """That of the panel; not its way back, for Enter must not close the window."""
        first = self.panel.first(view)
        rows = (one.id for one in self.panel.targets(view) if one.id.startswith("row:"))
        return next(rows, first) if first == "close" else first

    def on(self, target: str, view: View) -> Transition | None:
        """As on the panel; its way back to the game closes the window."""
        done = self.panel.on(target, view)
        return done if isinstance(done, Pop) and done.result is None else self._kept(done)

    def back(self, view: View) -> Transition | None:
        """Out of a field, and no further."""
        return self._kept(self.panel.back(view))

    def key(self, name: str, view: View) -> Transition | None:
        """As on the panel."""
        return self._kept(self.panel.key(name, view))

    def writes(self, view: View) -> bool:
        """As on the panel."""
        return self.panel.writes(view)

    def typed(self, text: str, view: View) -> Transition | None:
        """As on the panel."""
        return self._kept(self.panel.typed(text, view))

    def tick(self, view: View) -> Transition | None:
        """As on the panel."""
        return self._kept(self.panel.tick(view))

    def wakes(self, view: View) -> float | None:
        """As on the panel."""
        return self.panel.wakes(view)

    def heard(self, view: View) -> tuple[Heard, ...]:  # noqa: ARG002
        """The board sounds, not the desk."""
        return ()

    def resumed(self, result: object, view: View) -> Transition | None:
        """As on the panel."""
        return self._kept(self.panel.resumed(result, view))

    def _kept(self, done: Transition | None) -> Transition | None:
        """The panel stays in its window, whatever it would give way to on the board."""
        match done:
            case Replace(_, whole) if whole:
                return Pop(Leave())
            case Replace(panel):
                return replace(done, scene=replace(self, panel=panel))
            case Pop(Led() | None):
                return None
            case Steps(steps):
                return Steps(tuple(one for step in steps if (one := self._kept(step)) is not None))
            case _:
                return done
