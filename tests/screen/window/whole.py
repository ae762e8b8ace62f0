"""A player for a test: F11 twice in a real window; writes its size at the start and after each."""

import sys
from pathlib import Path

import pygame

from tests.screen.scenes.hands import Hands


def main() -> None:
    """Press F11 twice on the title of the games in a folder."""
    hands = Hands(Path(sys.argv[1]))
    sizes = [hands.stage.picture.get_size()]
    for _ in range(2):
        hands.press("f11")
        pygame.event.pump()
        hands.wait()
        sizes.append(hands.stage.picture.get_size())
        hands.choose("card:0")
        hands.choose("back")
    print(*(f"{wide}x{tall}" for wide, tall in sizes))


if __name__ == "__main__":
    main()
