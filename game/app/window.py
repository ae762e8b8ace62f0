"""The window of the big screen: where the game meets a display."""

from functools import partial
from pathlib import Path

from game.app.keeping import keep_settings
from game.app.playing import GamesFolder
from game.screen.scenes.title import TitleScene
from game.screen.settings import Settings
from game.screen.sound import Loudspeaker
from game.screen.stage import Stage
from game.words.catalogue import Words


def play_in_window(
    house: GamesFolder, settings: Settings, size: tuple[int, int], folder: Path, *, apart: bool = False
) -> int:
    """Show the title in a window of a size and play until it is closed; the exit code.

    What is set on the way is kept in the folder. ``apart``: with phones the trainer has a window too.
    """
    title = Words("play", settings.language)("title.name")
    keep = partial(keep_settings, folder)
    first = TitleScene.of(house)
    try:
        Stage(first, settings, size, title, speaker=Loudspeaker(), keep=keep, beside=house, apart=apart).run()
    finally:
        house.close()
    return 0
