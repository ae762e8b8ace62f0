"""Whether SDL finds a display at all."""

import pygame


def driver() -> str | None:
    """The video driver that SDL works with here; none if it finds none.

    Where the environment names a display that nobody answers at, SDL takes one that shows nothing.
    """
    try:
        pygame.display.init()
    except pygame.error:
        return None
    found = pygame.display.get_driver()
    pygame.display.quit()
    return found
