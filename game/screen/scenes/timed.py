"""What the scenes share in which people choose while the clock of the work part runs."""

from game.screen.box import Box
from game.screen.canvas import Canvas, Edge
from game.screen.clock import WorkClock
from game.screen.focus import Target
from game.screen.scene import Heard, Transition, View
from game.screen.scenes.game_scene import GameScene
from game.screen.theme import duration
from game.screen.widgets.panels import toast
from game.words.catalogue import Words


class TimedScene(GameScene):
    """A scene with the clock: P pauses it, dialogs stop it, and at zero a word and a chime, no more."""

    clock: WorkClock | None

    def tick(self, view: View) -> Transition | None:
        """The clock runs."""
        if self.clock is not None:
            self.clock.run(view.now, view.settings.clock)
        return None

    def wakes(self, view: View) -> float | None:
        """When the clock shows something else, or the word about it goes."""
        if self.clock is None:
            return None
        if self._up(view):
            return duration("toast_stay") - (view.now - (self.clock.ended or 0.0))
        return self.clock.wakes(view.settings.clock)

    def heard(self, view: View) -> tuple[Heard, ...]:
        """The chime when the time is up."""
        if self.clock is None or self.clock.ended is None or view.settings.clock == "off":
            return ()
        return (Heard("chime", self.clock.ended, self.clock.ended),)

    def key(self, name: str, view: View) -> Transition | None:
        """P pauses the clock, or lets it go on."""
        if name == "p" and self.clock is not None:
            self.clock.pause()
            return None
        return GameScene.key(self, name, view)

    def clock_targets(self, place: Box, view: View) -> tuple[Target, ...]:
        """The clock, which a click pauses or lets go on; nothing where there is none."""
        if self.clock is None or view.settings.clock == "off":
            return ()
        words = Words("play", view.settings.language)
        return (Target("clock", place, words("clock.go_on" if self.clock.paused else "clock.pause")),)

    def draw_clock_frame(self, canvas: Canvas, place: Box, view: View) -> None:
        """A frame round the clock under the mouse: it can be pressed."""
        if view.focus.hover == "clock":
            canvas.panel(place, None, 20, edge=Edge(canvas.theme.line_strong, 3))

    def held(self) -> None:
        """The clock stood still while something lay over this scene."""
        if self.clock is not None:
            self.clock.hold()

    def _up(self, view: View) -> bool:
        """Whether the word that the time is up is shown."""
        if self.clock is None or self.clock.ended is None or view.settings.clock == "off":
            return False
        return view.now - self.clock.ended < duration("toast_stay")

    def draw_time_up(self, canvas: Canvas, view: View) -> bool:
        """The word that the time is up, while it is to be seen."""
        if self._up(view):
            toast(canvas, Words("play", view.settings.language)("clock.up"), icon="hourglass")
        return self._up(view)
