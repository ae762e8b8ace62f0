"""What all scenes of a running game share: the menu, the keys, and the way out."""

from game.screen.scene import Pop, Push, Scene, Transition, View
from game.screen.scenes.answers import OF_THE_TABLE
from game.screen.scenes.keys import KeysScene
from game.screen.scenes.menu import MenuScene


class GameScene(Scene):
    """A scene of a running game: Esc and F10 open the menu, ``?`` shows the keys.

    What the menu decides about the whole game ends it too.
    """

    def back(self, view: View) -> Transition | None:  # noqa: ARG002
        """Open the menu."""
        return Push(MenuScene(in_game=True))

    def key(self, name: str, view: View) -> Transition | None:
        """F10 opens the menu, ``?`` the keys."""
        if name == "f10":
            return Push(MenuScene(in_game=True))
        if name == "?":
            return Push(KeysScene())
        return super().key(name, view)

    def resumed(self, result: object, view: View) -> Transition | None:  # noqa: ARG002
        """What was chosen in the menu for the whole game goes to the table."""
        return Pop(result) if isinstance(result, OF_THE_TABLE) else None
