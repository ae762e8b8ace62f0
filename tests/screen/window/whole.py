"""A player for a test: F11 twice in a real window; writes its size and place at the start and after each."""

import sys
from pathlib import Path

import pygame
from Xlib.display import Display

from tests.screen.scenes.hands import Hands
from tests.screen.window.display import shown


def main() -> None:
    """Press F11 twice on the title of the games in a folder."""
    hands = Hands(Path(sys.argv[1]))
    display = Display()
    found = [seen(hands, display)]
    for _ in range(2):
        hands.press("f11")
        pygame.event.pump()
        hands.wait()
        found.append(seen(hands, display))
        hands.choose("card:0")
        hands.choose("back")
    print(*found)


def seen(hands: Hands, display: Display) -> str:
    """How large the window's picture is, and where the display has the window."""
    display.sync()
    (window,) = shown(display)
    wide, tall = hands.stage.picture.get_size()
    place = window.get_geometry()
    return f"{wide}x{tall}+{place.x}+{place.y}"


if __name__ == "__main__":
    main()
