"""What all scenes of a running game share: the menu, the keys, and the way out."""

from game.screen.scene import Pop, Push, Scene, Transition, View
from game.screen.scenes.answers import Leave
from game.screen.scenes.keys import KeysScene
from game.screen.scenes.menu import MenuScene


class GameScene(Scene):
    """A scene of a running game: Esc and M open the menu, ``?`` shows the keys; leaving ends it too."""

    def back(self, view: View) -> Transition | None:  # noqa: ARG002
        """Open the menu."""
        return Push(MenuScene(in_game=True))

    def key(self, name: str, view: View) -> Transition | None:
        """M opens the menu, ``?`` the keys."""
        if name == "m":
            return Push(MenuScene(in_game=True))
        if name == "?":
            return Push(KeysScene())
        return super().key(name, view)

    def resumed(self, result: object, view: View) -> Transition | None:  # noqa: ARG002
        """Leaving, chosen in the menu, ends this scene too."""
        return Pop(result) if isinstance(result, Leave) else None
