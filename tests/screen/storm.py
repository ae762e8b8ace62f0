"""A storm of inputs on a real window over a real game, and what must hold after each of them."""

import json
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

import numpy as np
import pygame

from game.app.playing import house
from game.rules.audit import audit
from game.rules.limits import SEATS
from game.scenario.load import shipped
from game.screen.clock import CLOCK_LENGTHS
from game.screen.focus import CHOOSE, Target
from game.screen.fonts import Fonts
from game.screen.hotseat import Hotseat
from game.screen.house import Wishes
from game.screen.motion import MotionLevel
from game.screen.paint import Pictures, SurfaceCanvas
from game.screen.recording import RecordingCanvas
from game.screen.scenes.debrief import DebriefScene
from game.screen.scenes.department import DepartmentScene
from game.screen.scenes.flow import TableScene
from game.screen.scenes.guess import GuessScene
from game.screen.scenes.menu import MenuScene
from game.screen.scenes.title import TitleScene
from game.screen.settings import TEXT_SCALES, Settings
from game.screen.stage import Stage
from game.screen.theme import THEMES, theme
from game.table.replaying import verify
from game.words.catalogue import LANGUAGES

FONTS = Fonts()
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
    *("f1", "f2", "f10", "f11", "pageup", "pagedown", "[", "]", "keypad enter", "left ctrl", "left alt"),
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
CALM = {"quit": 0.03, "leave": 0.03, "end": 0.02, "next": 0.1}
"""What the menu does to a whole game, and how often it may: seldom, so that games get far by being played."""
ONWARD = ("ready", "on", "play", "yes", "done", "choose", "start", "next", "pass", "close", "saved")
ROUNDING = 4
"""Steps of 256 by which a colour may differ where layers are laid over each other in another order."""
SPECKS = 0.0002
"""The part of the picture that may differ: a dash of an edge whose box was rounded to a kept one's."""
HOLDING = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
CANARY = re.compile(r"QX\dQX")
WORRY = re.compile(r"QZ(\d)QZ")
WORRIES = ("balloon", "beach", "candle", "feather")
"""Icons of the hidden motives that one person each may have; nothing else on the screen has them."""


def canary_scenario(folder: Path) -> Path:
    """The banana stall with personal motives and hidden motives that nobody can mistake for anything else."""
    text = shipped()["fruit-stall"].read_text(encoding="utf-8")
    head, tail = text.split("\npersonal_motives:\n")
    own, rest = tail.split("\nevents:\n")
    places = iter(range(10))
    own = re.sub(
        r"text: \{.*\}",
        lambda _: "text: {{nl: 'QX{0}QX geheim', en: 'QX{0}QX secret'}}".format(next(places)),
        own,
    )
    motives = "".join(
        f"\n  - {{id: worry_{i}, name: {{nl: QZ{i}QZ, en: QZ{i}QZ}}, icon: {icon}}}"
        for i, icon in enumerate(WORRIES)
    )
    head = head.replace("\nmotives:", f"\nmotives:{motives}")
    worries = iter(range(len(WORRIES)))
    head = re.sub(r"candidates: \[", lambda found: f"{found[0]}worry_{next(worries)}, ", head)
    path = folder / "stall.yaml"
    path.write_text(f"{head}\npersonal_motives:\n{own}\nevents:\n{rest}", encoding="utf-8")
    return path


@dataclass
class Storm:
    """One seeded storm; ``rage`` does some inputs and checks everything, ``seen`` counts the scenes."""

    folder: Path
    seed: int
    chance: Random = field(init=False)
    stage: Stage = field(init=False)
    now: float = 0.0
    seen: Counter[str] = field(default_factory=Counter)
    inputs: int = 0
    stills: int = 0
    peeks: int = 0
    """How often a secret was seen because somebody held the button."""
    worries: int = 0
    """How often a hidden motive was seen after it had been turned up."""
    debriefs: int = 0
    commands: int = 0
    """Commands in the journals that were left whole."""
    _keys: set[int] = field(default_factory=set)
    _mouse: bool = False
    _revision: int = 0

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)
        self.folder.mkdir(parents=True, exist_ok=True)
        self._scenario = canary_scenario(self.folder)
        self._open()

    # -- a window -------------------------------------------------------------------------

    def _open(self) -> None:
        pick = self.chance
        motion: MotionLevel = pick.choice(("full", "basic", "none"))
        wishes = Wishes(
            departments=pick.choice((2, 3)), order=pick.choice(("free", "round")), seed=pick.randrange(1000)
        )
        games = house(self.folder / "games", wishes, self._scenario, host="127.0.0.1", ports=(0,))
        settings = Settings(
            pick.choice(LANGUAGES),
            pick.choice(THEMES),
            pick.choice(TEXT_SCALES),
            motion,
            clock=pick.choice(CLOCK_LENGTHS),
            guide=pick.random() < 0.5,
        )
        self.stage = Stage(TitleScene.of(games), settings, (1024, 640), beside=games)
        self._keys.clear()
        self._mouse = False
        self._revision = 0

    @property
    def game(self) -> Hotseat | None:
        """The game that is played, if one is."""
        return next((scene.game for scene in self.stage.scenes if isinstance(scene, TableScene)), None)

    @property
    def focused(self) -> str | None:
        """What has the focus."""
        return self.stage.view.focus.id

    # -- inputs ---------------------------------------------------------------------------

    def rage(self, turns: int) -> None:
        """So many turns of the loop, each with an input or two."""
        for turn in range(turns):
            events = self._some_input()
            self.inputs += len(events)
            self.now = max(0.0, self.now + self.chance.choices(JUMPS, (2, 6, 6, 6, 4, 1))[0])
            for event in events:
                pygame.event.post(event)
            taken = [one for one in pygame.event.get() if one.type != pygame.QUIT]
            for event in taken:
                self._note(event)
            before = self.stage.scene
            self.stage.step(taken, self.now)
            if not self.stage.running:
                self._close()
                self._open()
                continue
            self.debriefs += isinstance(self.stage.scene, DebriefScene) and not isinstance(
                before, DebriefScene
            )
            self._look(turn)
        self._close()

    def _close(self) -> None:
        game = self.game
        if game is not None:
            game.close()
        path = self.folder / "games" / "game.piramide"
        if path.exists():
            self.commands += verify(path).commands

    def _note(self, event: pygame.event.Event) -> None:
        """What is held down, as somebody who watches the hands would know it."""
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
    def _holding(self) -> bool:
        return self._mouse or any(key in HOLDING for key in self._keys)

    def _some_input(self) -> list[pygame.event.Event]:
        kinds = (
            "onward",
            "target",
            "key",
            "keyup",
            "place",
            "hold",
            "let_go",
            "size",
            "write",
            "other",
            "none",
        )
        weights = (34, 18, 14, 6, 6, 4, 4, 1, 3, 3, 7)
        match self.chance.choices(kinds, weights)[0]:
            case "onward":
                return self._onward()
            case "target":
                enabled = [one for one in self.stage.targets if self._fine(one.id)]
                return self._click(self.chance.choice(enabled)) if enabled else []
            case "key":
                return self._key(self.chance.choice(KEYS))
            case "keyup":
                return [_up(key) for key in self._keys]
            case "place":
                return self._mouse_at(self._anywhere())
            case "hold":
                return self._hold()
            case "let_go":
                return [pygame.event.Event(pygame.MOUSEBUTTONUP, pos=self._anywhere(), button=1, touch=True)]
            case "size":
                size = self.chance.choices(SIZES, SIZE_WEIGHTS)[0]
                pygame.display.set_mode(size, pygame.RESIZABLE)
                return [pygame.event.Event(pygame.VIDEORESIZE, size=size, w=size[0], h=size[1])]
            case "write":
                text = self.chance.choice(LETTERS)
                names = [one for one in self.stage.targets if one.id.startswith("names:")]
                before = (
                    self._click(self.chance.choice(names)) if names and self.chance.random() < 0.5 else []
                )
                return [*before, pygame.event.Event(pygame.TEXTINPUT, text=text)]
            case "other":
                kind = self.chance.choice(
                    (
                        pygame.WINDOWFOCUSLOST,
                        pygame.WINDOWFOCUSGAINED,
                        pygame.WINDOWLEAVE,
                        pygame.WINDOWEXPOSED,
                    )
                )
                if self.chance.random() < 0.5:
                    self._change_settings()
                return [pygame.event.Event(kind)]
            case _:
                return []

    def _change_settings(self) -> None:
        pick = self.chance
        self.stage.settings = replace(
            self.stage.settings,
            language=pick.choice(LANGUAGES),
            theme=pick.choice(THEMES),
            text_scale=pick.choice(TEXT_SCALES),
        )
        self.stage.draw()

    def _fine(self, target: str) -> bool:
        seldom = CALM.get(target) if isinstance(self.stage.scene, MenuScene) else None
        return seldom is None or self.chance.random() < seldom

    def _onward(self) -> list[pygame.event.Event]:
        """What brings a game on, by mouse or by key."""
        enabled = {one.id: one for one in self.stage.targets if one.enabled and self._fine(one.id)}
        if not enabled:
            return self._key("return")
        if "back" in enabled and isinstance(self.stage.scene, MenuScene):
            return self._click(enabled["back"])
        if self.chance.random() < 0.6:
            likely = [one for name, one in enabled.items() if name.partition(":")[0] in ONWARD]
            return self._click(self.chance.choice(likely or list(enabled.values())))
        return self._click(self.chance.choice(list(enabled.values())))

    def _click(self, target: Target) -> list[pygame.event.Event]:
        x, y = self.stage.frame.to_pixels(target.box.centre)
        return self._mouse_at((round(x), round(y)))

    def _mouse_at(self, at: tuple[int, int]) -> list[pygame.event.Event]:
        under = [one for one in self.stage.targets if one.hit(self.stage.frame.to_board(*at))]
        if any(not self._fine(one.id) for one in under):
            return []
        button = self.chance.choices((1, 2, 3, 4, 5), (30, 1, 1, 1, 1))[0]
        touch = self.chance.random() < 0.2
        moved = pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0), touch=touch)
        pair = [
            pygame.event.Event(kind, pos=at, button=button, touch=touch)
            for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
        ]
        return [moved, *pair, *pair] if self.chance.random() < 0.05 else [moved, *pair]

    def _hold(self) -> list[pygame.event.Event]:
        """Press the mouse and keep it down, best on a secret."""
        secret = [one for one in self.stage.targets if one.id in ("secret", "own")]
        if not secret:
            return [pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(3, 3), button=1, touch=False)]
        x, y = self.stage.frame.to_pixels(secret[0].box.centre)
        return [pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(round(x), round(y)), button=1, touch=False)]

    def _key(self, name: str) -> list[pygame.event.Event]:
        if name in CHOOSE and self.focused is not None and not self._fine(self.focused):
            name = "tab"
        code = pygame.K_SLASH if name == "?" else pygame.key.key_code(name)
        mod = self.chance.choice((0, 0, 0, pygame.KMOD_SHIFT, pygame.KMOD_CTRL, pygame.KMOD_ALT))
        shown = name if len(name) == 1 else ""
        down = pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=shown)
        held = self.chance.random()
        if held < 0.15:
            return [down]
        return [down, down, down, _up(code)] if held < 0.25 else [down, _up(code)]

    def _anywhere(self) -> tuple[int, int]:
        w, h = self.stage.picture.get_size()
        return self.chance.randint(-20, w + 20), self.chance.randint(-20, h + 20)

    # -- what must hold -------------------------------------------------------------------

    def _look(self, turn: int) -> None:
        stage, game = self.stage, self.game
        self.seen[type(stage.scene).__name__] += 1
        if game is not None and game.table.revision != self._revision:
            self._revision = game.table.revision
            broken = audit(game.table.compiled.tables, game.table.truth)
            assert not broken, (self.seed, turn, broken)
            assert len(game.seats) <= SEATS
        self._has_an_exit(turn)
        self._keeps_secrets(turn)
        if turn % 50 == 49:
            self._rests_as_a_still(turn)

    def _has_an_exit(self, turn: int) -> None:
        stage = self.stage
        view = stage.view
        leads = any(one.enabled for one in stage.targets) or stage.scene.back(view) is not None
        goes_on = stage.scene.moving(view) or stage.scene.wakes(view) is not None
        assert leads or goes_on, (self.seed, turn, stage.scene)

    def _keeps_secrets(self, turn: int) -> None:
        stage, game = self.stage, self.game
        if game is None or game.table.over:
            return
        near = any(isinstance(scene, DepartmentScene | GuessScene) for scene in stage.scenes)
        if not (near or self._holding or turn % 6 == 0):
            return
        canvas = RecordingCanvas(stage.frame, theme(stage.settings.theme), FONTS, stage.settings.text_scale)
        stage.compose(canvas)
        self._keeps_worries(turn, game, canvas)
        shown = Counter(found for one in canvas.texts for found in CANARY.findall(one.what))
        guess = next((scene for scene in stage.scenes if isinstance(scene, GuessScene)), None)
        if guess is not None:  # it offers all motives once, and shows once more what was picked for others
            shown -= Counter({one: 1 + len(guess.picks) for one in shown})
        if shown:
            assert self._holding, (self.seed, turn, type(stage.scene).__name__, shown, stage.view.focus)
            assert len(shown) == 1, "only one's own"
            self.peeks += 1

    def _keeps_worries(self, turn: int, game: Hotseat, canvas: RecordingCanvas) -> None:
        """What drives a person is drawn and written nowhere before the table knows it."""
        shown = {int(found) for one in canvas.texts for found in WORRY.findall(one.what)}
        icons = {one.what.split()[0] for one in canvas.drawn if one.kind == "icon"}
        shown |= {i for i, icon in enumerate(WORRIES) if icon in icons}
        if shown:
            known = json.dumps(game.table.view(None, "nl"))
            secret = [i for i in shown if f"worry_{i}" not in known]
            assert not secret, (self.seed, turn, type(self.stage.scene).__name__, secret)
            self.worries += 1

    def _rests_as_a_still(self, turn: int) -> None:
        """Once nothing moves, the window shows what a fresh picture of the same moment shows."""
        stage = self.stage
        if stage.scene.moving(stage.view) or stage.patience() < 0.9 or stage.picture.get_width() > 1920:
            return
        shown = stage.picture
        fresh = pygame.Surface(shown.get_size())
        look = theme(stage.settings.theme)
        stage.compose(SurfaceCanvas(fresh, stage.frame, look, Pictures(), stage.settings.text_scale))
        one, other = (pygame.surfarray.array3d(each).astype(np.int16) for each in (shown, fresh))
        apart = float((np.abs(one - other).max(axis=2) > ROUNDING).mean())
        assert apart <= SPECKS, (self.seed, turn, type(stage.scene).__name__, apart)
        self.stills += 1


def _up(code: int) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYUP, key=code, mod=0, unicode="")
