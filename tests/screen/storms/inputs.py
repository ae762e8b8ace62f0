"""Inputs of every kind at one window, by chance: what brings a game on, what does not, and what is odd."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

import pygame

from game.screen.focus import CHOOSE, Target
from game.screen.panes import OwnPane
from game.screen.scenes.desk import DeskScene
from game.screen.scenes.menu import MenuScene
from game.screen.scenes.trainer import TrainerScene
from game.screen.settings import TEXT_SCALES
from game.screen.stage import Stage
from game.screen.theme import THEMES
from game.words.catalogue import LANGUAGES

SIZES = (
    (1024, 640),
    (1024, 768),
    (1280, 720),
    (1600, 900),
    (900, 500),
    (320, 200),
    (1920, 1080),
    (3840, 2160),
)
SIZE_WEIGHTS = (40, 10, 10, 5, 4, 2, 2, 1)
JUMPS = (0.0, 0.016, 0.25, 2.0, 10.0, -0.2)
JUMP_WEIGHTS = (2, 6, 6, 6, 4, 1)
KEYS = (
    *(
        "tab",
        "return",
        "escape",
        "space",
        "left",
        "right",
        "up",
        "down",
        "backspace",
        "delete",
        "home",
        "end",
    ),
    *("f1", "f2", "f3", "f10", "f11", "pageup", "pagedown", "[", "]"),
    *("keypad enter", "left ctrl", "left alt"),
    *"lmp?123456789abcxyz0",
)
LETTERS = (
    "a",
    "Jo",
    "Ωμέγα",
    "Жанна",
    "\U0001f469\u200d\U0001f33e\U0001f34c",
    "\u202e\u05d0\u05d1\u05d2\u202c",
    "\0",
    "\u0301",
    "\n",
    "x" * 60,
    "{n}",
    " ",
)
IN_MENU = {"quit": 0.03, "leave": 0.03, "end": 0.02, "next": 0.1}
"""What the menu does to a whole game, and how often it may: seldom, so that games get far by being played."""
ON_PANEL = {
    "lead:stop": 0.03,
    "lead:undo": 0.03,
    "lead:end_early": 0.02,
    "lead:next": 0.1,
    "lead:end_guessing": 0.1,
    "deed:ban": 0.1,
    "lock:shut": 0.1,
    "pause": 0.5,
    "close": 0.6,
}
"""The same for the panel of whoever leads the game."""
ONWARD = ("ready", "on", "play", "yes", "done", "choose", "start", "next", "pass", "close", "saved")
HOLDING = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
KINDS = {
    "onward": 34,
    "target": 18,
    "key": 14,
    "keyup": 6,
    "place": 6,
    "hold": 4,
    "let_go": 4,
    "size": 1,
    "write": 3,
    "other": 3,
    "none": 7,
}


class WildHands:
    """Somebody at a window who does anything, but more often what brings the game on."""

    def __init__(self, chance: Random, stage: Stage) -> None:
        self.stage = stage
        self._chance = chance
        self._keys: set[int] = set()
        self._mouse = False

    # -- what is held down ----------------------------------------------------------------

    def note(self, event: pygame.event.Event) -> None:
        """Watch the hands: what an input presses or lets go."""
        if event.type == pygame.KEYDOWN:
            self._keys.add(event.key)
        elif event.type == pygame.KEYUP:
            self._keys.discard(event.key)
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            self._mouse = True
        elif event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            self._mouse = False
        elif event.type == pygame.WINDOWFOCUSLOST:
            self._keys.clear()
            self._mouse = False

    @property
    def holding(self) -> bool:
        """Whether something is held down that may show a secret."""
        return self._mouse or any(key in HOLDING for key in self._keys)

    # -- what is done ---------------------------------------------------------------------

    def some_input(self) -> list[pygame.event.Event]:
        """One input, as the events that it comes as; none is one too."""
        match self._chance.choices(list(KINDS), list(KINDS.values()))[0]:
            case "onward":
                return self._onward()
            case "target":
                enabled = [one for one in self.stage.targets if self._fine(one.id)]
                return self._click(self._chance.choice(enabled)) if enabled else []
            case "key":
                return self._key(self._chance.choice(KEYS))
            case "keyup":
                return [_up(key) for key in self._keys]
            case "place":
                return self._mouse_at(self._anywhere())
            case "hold":
                return self._hold()
            case "let_go":
                return [pygame.event.Event(pygame.MOUSEBUTTONUP, pos=self._anywhere(), button=1, touch=True)]
            case "size":
                return self._resize(self._chance.choices(SIZES, SIZE_WEIGHTS)[0])
            case "write":
                fields = [one for one in self.stage.targets if one.id.startswith(("name", "reason"))]
                before = fields and self._chance.random() < 0.5
                clicks = self._click(self._chance.choice(fields)) if before else []
                text = self._chance.choice(LETTERS)
                return [*clicks, pygame.event.Event(pygame.TEXTINPUT, text=text)]
            case "other":
                if self._chance.random() < 0.5:
                    self._change_settings()
                told = (
                    pygame.WINDOWFOCUSLOST,
                    pygame.WINDOWFOCUSGAINED,
                    pygame.WINDOWLEAVE,
                    pygame.WINDOWEXPOSED,
                )
                return [pygame.event.Event(self._chance.choice(told))]
            case _:
                return []

    def _resize(self, size: tuple[int, int]) -> list[pygame.event.Event]:
        if isinstance(self.stage.pane, OwnPane):
            self.stage.pane.window.size = size
        else:
            pygame.display.set_mode(size, pygame.RESIZABLE)
        return [pygame.event.Event(pygame.VIDEORESIZE, size=size, w=size[0], h=size[1])]

    def _change_settings(self) -> None:
        pick = self._chance
        self.stage.settings = replace(
            self.stage.settings,
            language=pick.choice(LANGUAGES),
            theme=pick.choice(THEMES),
            text_scale=pick.choice(TEXT_SCALES),
        )
        self.stage.draw()

    def _fine(self, target: str) -> bool:
        """Whether to choose something: what ends a game, or what goes on in it, seldom."""
        seldom: Mapping[str, float] = {}
        if isinstance(self.stage.scene, MenuScene):
            seldom = IN_MENU
        elif isinstance(self.stage.scene, TrainerScene | DeskScene):
            seldom = ON_PANEL
        return self._chance.random() < seldom.get(target, 1.0)

    def _onward(self) -> list[pygame.event.Event]:
        """What brings a game on, by mouse or by key."""
        enabled = {one.id: one for one in self.stage.targets if one.enabled and self._fine(one.id)}
        if not enabled:
            return self._key("return")
        if "back" in enabled and isinstance(self.stage.scene, MenuScene):
            return self._click(enabled["back"])
        if self._chance.random() < 0.6:
            likely = [one for name, one in enabled.items() if name.partition(":")[0] in ONWARD]
            return self._click(self._chance.choice(likely or list(enabled.values())))
        return self._click(self._chance.choice(list(enabled.values())))

    def _click(self, target: Target) -> list[pygame.event.Event]:
        x, y = self.stage.frame.to_pixels(target.box.centre)
        return self._mouse_at((round(x), round(y)))

    def _mouse_at(self, at: tuple[int, int]) -> list[pygame.event.Event]:
        under = [one for one in self.stage.targets if one.hit(self.stage.frame.to_board(*at))]
        if any(not self._fine(one.id) for one in under):
            return []
        button = self._chance.choices((1, 2, 3, 4, 5), (30, 1, 1, 1, 1))[0]
        touch = self._chance.random() < 0.2
        moved = pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0), touch=touch)
        pair = [
            pygame.event.Event(kind, pos=at, button=button, touch=touch)
            for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
        ]
        return [moved, *pair, *pair] if self._chance.random() < 0.05 else [moved, *pair]

    def _hold(self) -> list[pygame.event.Event]:
        """Press the mouse and keep it down, best on a secret."""
        secret = [one for one in self.stage.targets if one.id in ("secret", "own")]
        if not secret:
            return [pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(3, 3), button=1, touch=False)]
        x, y = self.stage.frame.to_pixels(secret[0].box.centre)
        return [pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(round(x), round(y)), button=1, touch=False)]

    def _key(self, name: str) -> list[pygame.event.Event]:
        focused = self.stage.view.focus.id
        if name in CHOOSE and focused is not None and not self._fine(focused):
            name = "tab"
        code = pygame.K_SLASH if name == "?" else pygame.key.key_code(name)
        mod = self._chance.choice((0, 0, 0, pygame.KMOD_SHIFT, pygame.KMOD_CTRL, pygame.KMOD_ALT))
        shown = name if len(name) == 1 else ""
        down = pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=shown)
        held = self._chance.random()
        if held < 0.15:
            return [down]
        return [down, down, down, _up(code)] if held < 0.25 else [down, _up(code)]

    def _anywhere(self) -> tuple[int, int]:
        w, h = self.stage.picture.get_size()
        return self._chance.randint(-20, w + 20), self._chance.randint(-20, h + 20)


def _up(code: int) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYUP, key=code, mod=0, unicode="")
