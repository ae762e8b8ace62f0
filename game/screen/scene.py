"""What a scene is: something to draw, things to choose, and where that leads (no pygame).

Scenes do not change; what happens is a returned `Transition`, usually ``Replace`` with the next
scene. The stage keeps the focus where it was as long as a target of that id is there.
"""

from abc import ABC, abstractmethod
from collections.abc import Hashable
from dataclasses import dataclass, replace

from game.screen.canvas import Canvas
from game.screen.focus import Focus, Target
from game.screen.layout import Frame
from game.screen.settings import Lookup, Settings
from game.screen.tones import Cue
from game.words.catalogue import Language


@dataclass(frozen=True, slots=True)
class View:
    """The moment at which a scene is asked something: window, settings, texts, focus and time in seconds."""

    frame: Frame
    settings: Settings
    words: Lookup
    focus: Focus
    now: float
    led: bool = False
    """Whether there is a panel for whoever leads the game."""

    @property
    def still(self) -> bool:
        """Whether the people asked for pictures without movement."""
        return self.settings.motion == "none"

    @property
    def travels(self) -> bool:
        """Whether things may cross the picture; with less movement dice tumble and sums count, no more."""
        return self.settings.motion == "full"


@dataclass(frozen=True, slots=True)
class Heard:
    """A sound of a scene: from which moment on, and which event it belongs to.

    It sounds once for an event, however often the scene is replaced while it lasts.
    """

    cue: Cue
    at: float
    of: Hashable = None


class Scene(ABC):
    """Base of all scenes; every method but `draw` has a default."""

    covers = True
    """Whether it fills the window; if not, the scene below is drawn first (dialogs, menus)."""

    @abstractmethod
    def draw(self, canvas: Canvas, view: View) -> None:
        """Draw the scene as it is at ``view.now``; the focus ring is the stage's."""

    def targets(self, view: View) -> tuple[Target, ...]:  # noqa: ARG002 - defaults use nothing
        """What can be chosen, in Tab order."""
        return ()

    def first(self, view: View) -> str | None:  # noqa: ARG002
        """The target that gets the focus when the scene opens; None: the first enabled one."""
        return None

    def on(self, target: str, view: View) -> "Transition | None":  # noqa: ARG002
        """Where choosing a target leads; None: nowhere."""
        return None

    def back(self, view: View) -> "Transition | None":  # noqa: ARG002
        """Where Esc leads."""
        return None

    def key(self, name: str, view: View) -> "Transition | None":
        """Where another key leads; L switches the language everywhere, M the sound."""
        if name == "m":
            return Configure(replace(view.settings, sound=not view.settings.sound))
        if name == "l":
            language: Language = "en" if view.settings.language == "nl" else "nl"
            return Configure(replace(view.settings, language=language))
        return None

    def writes(self, view: View) -> bool:  # noqa: ARG002
        """Whether letters are being written now: keys but Tab, Enter and Esc then choose nothing."""
        return False

    def typed(self, text: str, view: View) -> "Transition | None":  # noqa: ARG002
        """What typed letters do, for a scene with a field to write in."""
        return None

    def tick(self, view: View) -> "Transition | None":  # noqa: ARG002
        """What happens by itself: asked before each drawing."""
        return None

    def moving(self, view: View) -> bool:  # noqa: ARG002
        """Whether something moves now, so that it must be drawn at every frame."""
        return False

    def told(self, view: View) -> bool:  # noqa: ARG002
        """Whether all that it has to tell lies open, though it is still shown."""
        return False

    def skip(self, view: View) -> "Transition | None":  # noqa: ARG002
        """Where a key or click leads while something moves: to the end of the beat.

        None: this movement does not take the input, which then does what it always does.
        """
        return None

    def wakes(self, view: View) -> float | None:  # noqa: ARG002
        """After how many seconds it wants to tick and be drawn without any input; None: never."""
        return None

    def heard(self, view: View) -> tuple[Heard, ...]:  # noqa: ARG002
        """What sounds when its moment has come. Everything that is heard can be seen as well."""
        return ()

    def resumed(self, result: object, view: View) -> "Transition | None":  # noqa: ARG002
        """Where it leads that the scene above has ended with a result."""
        return None


@dataclass(frozen=True, slots=True)
class Push:
    """Put a scene on top; its end comes back as ``resumed``."""

    scene: Scene


@dataclass(frozen=True, slots=True)
class Replace:
    """Go on as another scene; with ``whole`` it takes the place of all scenes there are.

    The target ``focus`` gets the focus; without it the focus stays where it is.
    """

    scene: Scene
    whole: bool = False
    focus: str | None = None


@dataclass(frozen=True, slots=True)
class Pop:
    """End this scene, with a result for the one below."""

    result: object = None


@dataclass(frozen=True, slots=True)
class Configure:
    """Change the settings."""

    settings: Settings


@dataclass(frozen=True, slots=True)
class Quit:
    """Close the window."""


@dataclass(frozen=True, slots=True)
class FullScreen:
    """To full screen, or back to a window."""


@dataclass(frozen=True, slots=True)
class OpenPanel:
    """Open the panel of whoever leads the game over this scene; ``apart``: in a window of its own."""

    apart: bool = False


@dataclass(frozen=True, slots=True)
class PressOn:
    """Press the button ``ONWARD`` of what the board shows, as somebody at its keyboard would."""


@dataclass(frozen=True, slots=True)
class Steps:
    """Several transitions, one after the other."""

    steps: "tuple[Transition, ...]"


Transition = Push | Replace | Pop | Configure | Quit | FullScreen | OpenPanel | PressOn | Steps
