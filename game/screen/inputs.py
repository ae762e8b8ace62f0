"""What pygame says, read as inputs in board units."""

import pygame

from game.screen.box import Point
from game.screen.focus import Input, Key, KeyUp, Moved, Pressed, Released, Typed
from game.screen.layout import Frame

REPEATING = (pygame.K_TAB, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN, pygame.K_BACKSPACE)
"""Keys that go on doing what they do while they are held down."""
LARGER = {
    pygame.K_PLUS: 1,
    pygame.K_EQUALS: 1,
    pygame.K_KP_PLUS: 1,
    pygame.K_MINUS: -1,
    pygame.K_KP_MINUS: -1,
}
"""Keys that, with Ctrl, make the letters of a window larger or smaller."""
KEYPAD = {"enter": "return"}


def read_event(event: pygame.event.Event, frame: Frame) -> Input | None:
    """A pygame event as an input in board units; None if it means nothing here."""

    def place() -> Point:
        return frame.to_board(*event.pos)

    if event.type == pygame.KEYDOWN:
        if event.unicode == "?" or event.key == pygame.K_F1:
            return Key("?")
        return Key(_key_name(event.key), bool(event.mod & pygame.KMOD_SHIFT))
    if event.type == pygame.KEYUP:
        return KeyUp(_key_name(event.key))
    if event.type == pygame.TEXTINPUT:
        return Typed(event.text)
    if event.type == pygame.MOUSEMOTION:
        return Moved(place())
    if event.type == pygame.WINDOWLEAVE:
        return Moved(None)
    if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
        return Pressed(place())
    if event.type == pygame.MOUSEBUTTONUP and event.button == 1:
        return Released(place())
    return None


def _key_name(code: int) -> str:
    """A key's name; those of the keypad are called like the others, going down and coming up."""
    name = pygame.key.name(code).lower()
    name = name.removeprefix("keypad ").strip("[]") if name.startswith(("keypad", "[")) else name
    return KEYPAD.get(name, name)
