"""The window and its loop: scenes on a stack, inputs from pygame, drawing when something changed."""

from collections import deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic
from typing import assert_never

import pygame

from game.screen.beside import Beside, Desk
from game.screen.box import Point
from game.screen.canvas import Canvas
from game.screen.focus import Focus, Input, Key, KeyUp, Pressed, Released, Target, Typed, settle, step
from game.screen.inputs import LARGER, REPEATING, read_event
from game.screen.layout import SMALLEST, Frame, fit
from game.screen.moment import Picture
from game.screen.paint import Pictures, SurfaceCanvas
from game.screen.panes import BoardPane, OwnPane, Pane
from game.screen.scene import (
    Configure,
    FullScreen,
    OpenPanel,
    Pop,
    PressOn,
    Push,
    Quit,
    Replace,
    Scene,
    Steps,
    Transition,
    View,
)
from game.screen.settings import TEXT_SCALES, Lookup, Settings, screen_words
from game.screen.sound import Speaker
from game.screen.theme import style, theme
from game.screen.tones import Cue
from game.screen.widgets.panels import toast
from game.screen.widgets.ring import draw_focus
from game.words.catalogue import Language

FRAME = 1 / 60
LONGEST_SLEEP = 1.0
TOLD = 1.6
"""Seconds that it is said that the sound is off, or on again."""
PLAYED = 64
"""How many sounds are remembered, so that none sounds twice."""
SECOND = (1120, 700)
"""Pixels of the trainer's window when it opens."""
TWICE, NEAR = 0.4, 12.0
"""Within so many seconds and board units a second click belongs to a double one."""
AT_ONCE = ("l", "m")
"""Keys that do what they do, the language and the sound, also while something moves."""
ONWARD = "next"
"""The button of a scene that shows something bit by bit."""
PANEL = "f2"
"""The key that opens the panel of whoever leads the game, and closes it again."""
WRITING = ("tab", "return", "escape", "up", "down")
"""Keys that keep their meaning while letters are written."""
SIDEWAYS = ("left", "right")
"""Keys that move the caret of what is written, if it has one, else the focus."""


@dataclass(frozen=True, slots=True)
class _Entry:
    scene: Scene
    focus: Focus


class Stage:
    """A window with a stack of scenes; the last one gets the input.

    ``step`` takes pygame events and the time in seconds, so that tests can turn the clock by
    hand; ``run`` does the same with real ones until a scene quits. ``keep`` is told every change of the
    settings; ``beside`` has its turn before each step. ``apart``: the trainer's window opens with a game.
    ``board`` presses on at the board where this window is the trainer's.
    """

    def __init__(
        self,
        first: Scene,
        settings: Settings | None = None,
        size: tuple[int, int] = (1280, 720),
        title: str = "",
        words: Callable[[Language], Lookup] = screen_words,
        speaker: Speaker | None = None,
        keep: Callable[[Settings], None] | None = None,
        beside: Beside | None = None,
        pane: Pane | None = None,
        apart: bool = False,
        board: Callable[[], None] | None = None,
    ) -> None:
        self.pane: Pane = pane or BoardPane(size, title)
        pygame.key.set_repeat(400, 60)
        self.settings = settings or Settings()
        self._words = words
        self._pictures = Pictures()
        self._stack: list[_Entry] = [_Entry(first, Focus())]
        self._now = 0.0
        self._due = 0.0
        """When the next step is due if no input comes."""
        self._stale = True
        self._running = True
        self._down: set[int] = set()
        self._speaker = speaker
        self._keep = keep
        self._beside = beside
        self._desk = Desk(beside, self._open_second, with_game=apart)
        self._board = board
        self.ended: object = None
        """With what the last scene has ended, if it has."""
        self._told: float | None = None
        self._spent: str | None = None
        """A key that is down and did something: the letter that it also is must not be written."""
        self._played: deque[Hashable] = deque(maxlen=PLAYED)
        self._led: tuple[float, Point] | None = None
        """When and where a click led to another scene."""

    # -- what it shows --------------------------------------------------------------------

    @property
    def scene(self) -> Scene:
        """The scene on top."""
        return self._stack[-1].scene

    @property
    def scenes(self) -> tuple[Scene, ...]:
        """All scenes, from the lowest to the one on top."""
        return tuple(entry.scene for entry in self._stack)

    @property
    def running(self) -> bool:
        """Whether no scene has quit and the window is open."""
        return self._running

    @property
    def frame(self) -> Frame:
        """The frame of the window as it is now."""
        return fit(*self.pane.surface.get_size())

    @property
    def view(self) -> View:
        """What the scene on top is asked with."""
        return self._view(self._stack[-1])

    @property
    def targets(self) -> tuple[Target, ...]:
        """What can be chosen now."""
        return self.scene.targets(self.view)

    @property
    def picture(self) -> pygame.Surface:
        """A copy of what the window shows."""
        return self.pane.surface.copy()

    def save(self, path: Path) -> None:
        """Write what the window shows to a PNG file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        pygame.image.save(self.pane.surface, str(path))

    def _view(self, entry: _Entry) -> View:
        words = self._words(self.settings.language)
        led = self._beside is not None and self._beside.panel() is not None
        return View(self.frame, self.settings, words, entry.focus, self._now, led)

    # -- the loop -------------------------------------------------------------------------

    def run(self) -> None:
        """Play until a scene quits or the window is closed; sleeps while nothing happens."""
        waiting: list[pygame.event.Event] = []
        while self._running:
            begun = monotonic()
            if not self.step([*waiting, *pygame.event.get()], begun):
                break
            waiting = []
            patience = FRAME if self._beside is not None and self._beside.live else self.patience()
            pause = max(0.0, patience - (monotonic() - begun))
            if pause > FRAME:
                first = pygame.event.wait(int(pause * 1000))
                waiting = [first] if first.type != pygame.NOEVENT else []
            else:
                pygame.time.wait(int(pause * 1000))
        self._desk.close()

    def patience(self) -> float:
        """Seconds until the next step is due if no input comes."""
        if self.scene.moving(self.view):
            return FRAME
        wakes = [LONGEST_SLEEP, self.scene.wakes(self.view)]
        if self._told is not None:
            wakes.append(self._told + TOLD - self._now)
        return max(FRAME, min(wake for wake in wakes if wake is not None))

    def step(self, events: Sequence[pygame.event.Event], now: float) -> bool:
        """Take the inputs, let the scene tick, and draw if anything may have changed."""
        stirred = self._beside is not None and self._beside.pulse(self._picture_at(now))
        due = stirred or now >= self._due - FRAME / 2 or self.scene.moving(self.view)
        self._now = now
        mine, theirs = self._desk.sorted(events)
        for event in mine:
            self._take(event)
            if not self._running:
                break
        if self._running and (due or mine):
            self._follow(self.scene.tick(self.view))
            self._stale = True
        if self._running:
            ended = self._desk.step(theirs, now, stirred=stirred)
            if ended is not None:
                self._end_with(ended)
        if self._running:
            self._sound()
        if self._stale and self._running:
            self.draw()
        if self._running and (due or mine):
            self._due = self._now + self.patience()
        return self._running

    # -- the trainer's window -------------------------------------------------------------

    @property
    def second(self) -> "Stage | None":
        """The trainer's window, while it is open."""
        return self._desk.stage

    def _open_second(self, scene: Scene) -> "Stage":
        pane = OwnPane(SECOND, self._words(self.settings.language)("window.trainer"))
        return Stage(
            scene, self.settings, words=self._words, keep=self._adopt, pane=pane, board=self._press_on
        )

    def refresh(self) -> None:
        """Draw anew at the next step: something has changed that no input told of."""
        self._stale = True

    def _adopt(self, settings: Settings) -> None:
        """What was set in the trainer's window holds here too, but for the size of its letters."""
        self._follow(Configure(replace(settings, text_scale=self.settings.text_scale)))

    def _end_with(self, result: object) -> None:
        """Whatever lies over the lowest scene ends, with a result for that."""
        self._stack = self._stack[:1]
        self._follow(self.scene.resumed(result, self.view))

    def _press_on(self) -> None:
        """Somebody at the trainer's panel presses on at the board: what moves comes to its end first."""
        if self._board is not None:
            self._board()
            return
        scene, view = self.scene, self.view
        if not self._covered and any(one.id == ONWARD for one in self.targets):
            self._follow(scene.skip(view) if scene.moving(view) else scene.on(ONWARD, view))

    def _resize_letters(self, steps: int) -> None:
        """The next size of letters in this window."""
        place = TEXT_SCALES.index(self.settings.text_scale) + steps
        scale = TEXT_SCALES[max(0, min(place, len(TEXT_SCALES) - 1))]
        self._follow(Configure(replace(self.settings, text_scale=scale)))

    def _picture_at(self, now: float) -> Picture:
        """What those beside the window may know of what it shows.

        A game is a table with one scene on it: whatever lies over that hides what happens in it.
        """
        told = any(scene.told(self.view) for scene in self.scenes)
        return Picture(now, self.scene.moving(self.view), covered=self._covered, told=told)

    @property
    def _covered(self) -> bool:
        return len(self._stack) > 2

    def _sound(self) -> None:
        """Play what the scene on top has to be heard by now; what is muted is not caught up on."""
        for heard in self.scene.heard(self.view):
            key = (heard.cue, heard.of)
            if heard.at <= self._now and key not in self._played:
                self._played.append(key)
                self._play(heard.cue)

    def _play(self, cue: Cue) -> None:
        if self._speaker is not None and self.settings.sound:
            self._speaker.play(cue)

    def draw(self) -> None:
        """Draw everything on the window, and show it."""
        look = theme(self.settings.theme)
        surface, scale = self.pane.surface, self.settings.text_scale
        self.compose(SurfaceCanvas(surface, self.frame, look, self._pictures, scale))
        self.pane.show()
        self._stale = False

    def compose(self, canvas: Canvas) -> None:
        """Draw the scenes from the lowest that is seen, and the focus ring, on any canvas of this frame."""
        canvas.ground()
        if self.frame.too_small:
            self._say_too_small(canvas)
            return
        self._settle()
        lowest = max((i for i, e in enumerate(self._stack) if e.scene.covers), default=0)
        for entry in self._stack[lowest:]:
            entry.scene.draw(canvas, self._view(entry))
        draw_focus(canvas, self.targets, self._stack[-1].focus)
        self._tell_sound(canvas)

    def _tell_sound(self, canvas: Canvas) -> None:
        """Whether there is sound, for a moment after that has changed."""
        if self._told is None or self._now - self._told >= TOLD:
            self._told = None
            return
        name = "on" if self.settings.sound else "off"
        words = self._words(self.settings.language)
        toast(canvas, words(f"sound.{name}"), icon="volume" if self.settings.sound else "volume-off")

    def _say_too_small(self, canvas: Canvas) -> None:
        words = self._words(self.settings.language)
        box = canvas.frame.window.inset(40)
        text = words("window.too_small", width=SMALLEST[0], height=SMALLEST[1])
        canvas.text(text, box, style("strong"), canvas.theme.ink, align="centre", lines=6)

    # -- input ----------------------------------------------------------------------------

    def _take(self, event: pygame.event.Event) -> None:
        self._respond(event)
        if event.type == pygame.KEYDOWN:
            self._down.add(event.key)
        elif event.type == pygame.KEYUP:
            self._down.discard(event.key)

    def _respond(self, event: pygame.event.Event) -> None:
        # While a second window is open, closing one of the two is no ``QUIT``.
        if event.type in (pygame.QUIT, pygame.WINDOWCLOSE):
            self._running = False
        elif event.type in (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED, pygame.WINDOWEXPOSED):
            self._stale = True
        elif event.type == pygame.WINDOWFOCUSLOST:
            # What comes up is told to another window now: a secret must not stay open here.
            self._down.clear()
            self._let_go()
        elif event.type == pygame.KEYDOWN and event.key in self._down and event.key not in REPEATING:
            # A key that is held down chooses once, not again in whatever opens next.
            return
        elif event.type == pygame.KEYDOWN and event.key == pygame.K_F11:
            self._toggle_full()
        elif event.type == pygame.KEYDOWN and event.key == pygame.K_F3:
            self._desk.toggle()
        elif event.type == pygame.KEYDOWN and event.mod & pygame.KMOD_CTRL and event.key in LARGER:
            self._resize_letters(LARGER[event.key])
        else:
            taken = read_event(event, self.frame)
            if taken is not None and not self.frame.too_small:
                self._input(taken)
            elif isinstance(taken, KeyUp | Released):
                self._let_go()

    def _let_go(self) -> None:
        """Nothing is held down any more, and nothing is chosen by that."""
        self._spent = None
        top = self._stack[-1]
        self._stack[-1] = _Entry(top.scene, replace(top.focus, held=None))
        self._stale = True

    def _toggle_full(self) -> None:
        self.pane.toggle_full()
        self._stale = True

    def _input(self, event: Input) -> None:
        self._stale = True
        scene = self.scene
        if isinstance(event, Pressed) and self._twice(event.at):
            return
        if isinstance(event, Key) and event.name == PANEL and self._beside is not None:
            panel = self._beside.panel()
            if panel is not None:
                self._follow(Pop() if type(scene) is type(panel) else Push(panel))
                return
        hurries = isinstance(event, Pressed) or (isinstance(event, Key) and event.name not in AT_ONCE)
        if hurries and scene.moving(self.view):
            skipped = scene.skip(self.view)
            if skipped is not None:
                self._follow(skipped)
                return
        self._settle()
        if isinstance(event, Typed):
            if self._spent is None:
                self._follow(scene.typed(event.text, self.view))
            return
        writes = scene.writes(self.view)
        if isinstance(event, Key):
            self._spent = None if writes else event.name
        elif isinstance(event, Pressed) or (isinstance(event, KeyUp) and event.name == self._spent):
            self._spent = None
        if isinstance(event, Key) and event.name not in WRITING and writes:
            done = scene.key(event.name, self.view)
            if done is not None or event.name not in SIDEWAYS:
                self._follow(done)
                return
        focus, chosen = step(self._stack[-1].focus, self.targets, event)
        self._stack[-1] = _Entry(scene, focus)
        if chosen is not None:
            self._play("press")
            self._follow(scene.on(chosen, self.view))
            if isinstance(event, Released) and self._running and type(self.scene) is not type(scene):
                self._led = self._now, event.at
        elif isinstance(event, Key) and event.name == "escape":
            self._follow(scene.back(self.view))
        elif isinstance(event, Key):
            self._follow(scene.key(event.name, self.view))

    def _twice(self, at: Point) -> bool:
        """Whether this is the second half of a double click: it was not meant for the scene that opened."""
        if self._led is None:
            return False
        since, place = self._led
        return self._now - since < TWICE and max(abs(at.x - place.x), abs(at.y - place.y)) < NEAR

    def _settle(self) -> None:
        entry = self._stack[-1]
        view = self._view(entry)
        first = entry.scene.first(view) if entry.focus.id is None else None
        self._stack[-1] = _Entry(entry.scene, settle(entry.focus, entry.scene.targets(view), first))

    # -- transitions ----------------------------------------------------------------------

    def _follow(self, transition: Transition | None) -> None:
        if transition is None:
            return
        self._stale = True
        match transition:
            case Push(scene):
                top = self._stack[-1]
                self._stack[-1] = _Entry(top.scene, Focus(top.focus.id))
                self._stack.append(_Entry(scene, Focus()))
            case Replace(scene, whole, focus):
                if whole:
                    self._stack = [_Entry(scene, Focus(focus))]
                else:
                    kept = self._stack[-1].focus
                    self._stack[-1] = _Entry(scene, kept if focus is None else Focus(focus, kept.hover))
            case Pop(result):
                self._stack.pop()
                if self._stack:
                    self._follow(self.scene.resumed(result, self.view))
                else:
                    self._running = False
                    self.ended = result
            case Configure(settings):
                turned = settings.sound != self.settings.sound
                self.settings = settings
                self._desk.adopt(settings)
                if self._keep is not None:
                    self._keep(settings)
                if turned:
                    # The menu shows it itself, and has its buttons where this would be said.
                    self._told = self._now if self.scene.covers else None
                    self._play("press")
            case Quit():
                self._running = False
            case FullScreen():
                self._toggle_full()
            case OpenPanel(apart=True):
                if self.second is None:
                    self._desk.toggle()
            case OpenPanel():
                panel = None if self._beside is None else self._beside.panel()
                if panel is not None:
                    self._follow(Push(panel))
            case PressOn():
                self._press_on()
            case Steps(steps):
                for one in steps:
                    if self._running:
                        self._follow(one)
            case _:
                assert_never(transition)
