"""A scene looked at by itself, at moments of a hand-turned clock."""

from dataclasses import dataclass, field, replace

from game.screen.focus import Focus, settle
from game.screen.fonts import Fonts
from game.screen.layout import fit
from game.screen.motion import MotionLevel
from game.screen.recording import Drawn, RecordingCanvas
from game.screen.scene import Replace, Scene, Transition, View
from game.screen.settings import Settings, screen_words
from game.screen.theme import theme
from game.words.catalogue import Language

FONTS = Fonts()


@dataclass
class Watch:
    """A scene, and what time it is."""

    scene: Scene
    now: float = 0.0
    language: Language = "nl"
    motion: MotionLevel = "full"
    focus: Focus = field(default_factory=Focus)

    @property
    def view(self) -> View:
        """The moment as the scene is asked with it."""
        settings = Settings(self.language, motion=self.motion)
        view = View(fit(1920, 1080), settings, screen_words(self.language), self.focus, self.now)
        focus = settle(self.focus, self.scene.targets(view), self.scene.first(view))
        return replace(view, focus=focus)

    def follow(self, transition: Transition | None) -> Transition | None:
        """Go on as the scene that a transition puts in its place; gives any other transition."""
        if isinstance(transition, Replace):
            self.scene = transition.scene
            return None
        return transition

    def wait(self, seconds: float) -> Transition | None:
        """Let time pass, ticking twenty times a second."""
        end = self.now + seconds
        while self.now < end:
            self.now = min(end, self.now + 0.05)
            left = self.follow(self.scene.tick(self.view))
            if left is not None:
                return left
        return None

    def choose(self, target: str) -> Transition | None:
        """Choose something, which must be there and enabled."""
        found = {one.id: one for one in self.scene.targets(self.view)}[target]
        assert found.enabled, found.reason
        return self.follow(self.scene.on(target, self.view))

    @property
    def picture(self) -> list[Drawn]:
        """Everything that is drawn, in order."""
        return list(self._drawn().drawn)

    @property
    def texts(self) -> list[str]:
        """The texts that are drawn."""
        return [text.what for text in self._drawn().texts]

    def _drawn(self) -> RecordingCanvas:
        canvas = RecordingCanvas(fit(1920, 1080), theme("light"), FONTS)
        self.scene.draw(canvas, self.view)
        return canvas
