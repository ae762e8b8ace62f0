"""What happened, shown to a room that has phones in hand: it goes on by itself, and sooner at a key."""

from dataclasses import dataclass, replace
from typing import assert_never

from game.screen.canvas import Canvas
from game.screen.focus import Target
from game.screen.scene import (
    Configure,
    FullScreen,
    Heard,
    OpenPanel,
    Pop,
    PressOn,
    Push,
    Quit,
    Replace,
    Scene,
    Steps,
    Transition,
    View,
)
from game.screen.scenes.answers import GoOn


@dataclass(frozen=True, slots=True)
class OnItsOwn(Scene):
    """Another scene, chosen from and drawn as ever; goes on when it has stood still for ``stay`` seconds.

    A scene whose button leads to a next step is pressed on instead: ``onward`` is its target. What follows
    the first of its steps stays for ``then`` seconds, if that is given. Since the moment ``still`` nothing
    moves.
    """

    scene: Scene
    stay: float
    onward: str | None = None
    then: float | None = None
    still: float | None = None

    def draw(self, canvas: Canvas, view: View) -> None:
        """The scene."""
        self.scene.draw(canvas, view)

    def targets(self, view: View) -> tuple[Target, ...]:
        """Those of the scene."""
        return self.scene.targets(view)

    def first(self, view: View) -> str | None:
        """That of the scene."""
        return self.scene.first(view)

    def on(self, target: str, view: View) -> Transition | None:
        """As in the scene."""
        return self._kept(self.scene.on(target, view))

    def back(self, view: View) -> Transition | None:
        """As in the scene."""
        return self._kept(self.scene.back(view))

    def key(self, name: str, view: View) -> Transition | None:
        """As in the scene."""
        return self._kept(self.scene.key(name, view))

    def tick(self, view: View) -> Transition | None:
        """As in the scene; and on, when it has been seen."""
        done = self.scene.tick(view)
        if done is not None:
            return self._kept(done)
        if self.scene.moving(view):
            return None if self.still is None else Replace(replace(self, still=None))
        if self.still is None:
            return Replace(replace(self, still=view.now))
        if view.now - self.still < self.stay:
            return None
        return Pop(GoOn()) if self.onward is None else self._kept(self.scene.on(self.onward, view))

    def moving(self, view: View) -> bool:
        """As in the scene."""
        return self.scene.moving(view)

    def skip(self, view: View) -> Transition | None:
        """As in the scene."""
        return self._kept(self.scene.skip(view))

    def wakes(self, view: View) -> float | None:
        """As the scene, or when it has been seen."""
        own = 0.0 if self.still is None else self.still + self.stay - view.now
        inner = self.scene.wakes(view)
        return max(0.0, own if inner is None else min(own, inner))

    def heard(self, view: View) -> tuple[Heard, ...]:
        """As in the scene."""
        return self.scene.heard(view)

    def resumed(self, result: object, view: View) -> Transition | None:
        """As in the scene; what lay over it was no time to look at it."""
        done = self.scene.resumed(result, view)
        return Replace(replace(self, still=None)) if done is None else self._kept(done)

    def _kept(self, done: Transition | None) -> Transition | None:
        """A scene that follows this one goes on by itself too."""
        match done:
            case Replace(scene, whole, focus) if not whole:
                stay = self.stay if self.then is None else self.then
                return Replace(replace(self, scene=scene, stay=stay, then=None, still=None), focus=focus)
            case Steps(steps):
                return Steps(tuple(one for step in steps if (one := self._kept(step)) is not None))
            case None | Replace() | Push() | Pop() | Configure() | Quit():
                return done
            case FullScreen() | OpenPanel() | PressOn():
                return done
            case _:
                assert_never(done)
