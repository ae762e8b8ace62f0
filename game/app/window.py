"""The window of the big screen: where the game meets a display."""

from game.screen.hotseat import House
from game.screen.scenes.title import TitleScene
from game.screen.settings import Settings
from game.screen.sound import Loudspeaker
from game.screen.stage import Stage
from game.words.catalogue import Language, Words


def play_in_window(house: House, language: Language, size: tuple[int, int]) -> int:
    """Show the title in a window of a size and play until it is closed; the exit code."""
    title = Words("play", language)("title.name")
    Stage(TitleScene.of(house), Settings(language=language), size, title, speaker=Loudspeaker()).run()
    return 0
