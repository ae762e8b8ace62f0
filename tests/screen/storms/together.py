"""A storm at a board, at the trainer's panel and its own window, and on the phones of one game at once."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pygame

from game.app.going_on import past_of
from game.screen.hotseat import Hotseat
from game.screen.motion import MotionLevel
from game.screen.panes import OwnPane
from game.screen.scenes.flow import TableScene
from game.screen.scenes.keys import KeysScene
from game.screen.scenes.trainer import TrainerScene
from game.screen.settings import TEXT_SCALES
from game.screen.stage import Stage
from game.screen.theme import THEMES
from game.table.replaying import verify
from game.table.table import Table
from game.words.catalogue import LANGUAGES
from tests.screen.scenes.hands import SMALL
from tests.screen.scenes.near import Near
from tests.screen.storms.crowd import Crowd
from tests.screen.storms.inputs import JUMP_WEIGHTS, JUMPS, WildHands
from tests.screen.storms.secrets import canary_scenario
from tests.screen.storms.watch import Watch

WHO = {"phones": 55, "board": 27, "panel": 6, "desk": 12}
"""Where something is done."""
RESTARTS = 0.004
"""How often the program is ended, and begun anew on the same game."""
CALM = 60
"""Steps after which everybody sees the same, once nobody does anything."""


class Place(Near):
    """A window that knows, when it is begun anew, what happened in its game."""

    def _open(self, table: Table) -> None:
        past = past_of(table.path)
        self.game = Hotseat(table, past.facts, past.deeds, self.phones)
        self.stage = Stage(TableScene(self.game, KeysScene), self._settings, SMALL, beside=self)
        self.wait()


class PhoneStorm:
    """One seeded storm over one game; ``watch`` looks at the board, ``crowd`` keeps account of the phones."""

    def __init__(self, folder: Path, seed: int) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._chance = Random(seed)
        self.watch = Watch(seed)
        self.desk = Watch(seed)
        """What was seen in the trainer's window."""
        self.restarts = 0
        motion: MotionLevel = self._chance.choice(("full", "basic", "none"))
        scenario = str(canary_scenario(folder))
        self._near = Place(folder, scenario, self._chance.choice((2, 3)), motion=motion)
        self.crowd = Crowd(self._near.tables, self._chance)
        self._opened()

    def _opened(self) -> None:
        pick, stage = self._chance, self._near.stage
        stage.settings = replace(
            stage.settings,
            language=pick.choice(LANGUAGES),
            theme=pick.choice(THEMES),
            text_scale=pick.choice(TEXT_SCALES),
            guide=pick.random() < 0.3,
        )
        self._hands = WildHands(pick, stage)
        self._second: Stage | None = None
        self._others: WildHands | None = None

    # -- what is done ---------------------------------------------------------------------

    def rage(self, turns: int) -> None:
        """So many turns of the loop, each with something that somebody does somewhere."""
        for turn in range(turns):
            self._turn()
            if not self._near.stage.running or not self._playing or self._chance.random() < RESTARTS:
                self._begin_anew()
                continue
            near, game = self._near, self._near.game
            self.watch.look(near.stage, game, turn, holding=self._hands.holding)
            if near.stage.second is not None:
                self.desk.look(near.stage.second, game, turn, holding=False)
        self._rest()
        self._leave()
        verify(self._near.tables.table.path)
        self.crowd.check(self._near.tables.table.path)

    @property
    def _playing(self) -> bool:
        """Whether the window is still in this game, and its phones may come."""
        return self._near.game.open and any(isinstance(one, TableScene) for one in self._near.stage.scenes)

    def _turn(self) -> None:
        near, chance = self._near, self._chance
        seconds = chance.choices(JUMPS, JUMP_WEIGHTS)[0]
        near.now = max(0.0, near.now + seconds)
        near.tables.clock.now += max(0.0, seconds)
        events: list[pygame.event.Event] = []
        match chance.choices(list(WHO), list(WHO.values()))[0]:
            case "phones":
                self.crowd.stir()
            case "board":
                events = self._hands.some_input()
            case "panel":
                events = self._about_the_panel()
            case _ if (others := self._at_the_desk()) is not None:
                events = self._told(others.some_input())
            case _:
                pass
        for event in events:
            self._note(event)
        near.stage.step(events, near.now)
        pygame.event.clear()
        self.crowd.listen()

    def _note(self, event: pygame.event.Event) -> None:
        if event.dict.get("window") is None:
            self._hands.note(event)

    def _at_the_desk(self) -> WildHands | None:
        """The hands at the trainer's window, if that is open."""
        second = self._near.stage.second
        if second is not self._second:
            self._second = second
            self._others = None if second is None else WildHands(self._chance, second)
        return self._others

    def _about_the_panel(self) -> list[pygame.event.Event]:
        """Open or close the panel, on the board or in its own window."""
        what = self._chance.random()
        if what < 0.5 or isinstance(self._near.stage.scene, TrainerScene):
            return _pressed(pygame.K_F2)
        if what < 0.8 or self._near.stage.second is None:
            return _pressed(pygame.K_F3)
        return self._told([pygame.event.Event(pygame.WINDOWCLOSE)])

    def _told(self, events: list[pygame.event.Event]) -> list[pygame.event.Event]:
        """The same events as the trainer's window gets them."""
        second = self._near.stage.second
        if second is None or not isinstance(second.pane, OwnPane):
            return []
        window = second.pane.window
        return [pygame.event.Event(one.type, {**one.dict, "window": window}) for one in events]

    # -- the program ----------------------------------------------------------------------

    def _begin_anew(self) -> None:
        self._leave()
        self._near.reopen()
        self.crowd.restarted()
        self.restarts += 1
        self._opened()

    def _leave(self) -> None:
        if self._near.stage.second is not None:
            self._near.stage.second.pane.close()
        self._near.game.close()

    def _rest(self) -> None:
        """Nobody does anything any more: what the phones see is what there is."""
        near = self._near
        for _ in range(CALM):
            near.now += 0.5
            near.tables.clock.now += 0.5
            near.stage.step([], near.now)
            self.crowd.listen()
            if self.crowd.in_step:
                return
        raise AssertionError((self.watch.seed, "a phone is behind for ever"))


def _pressed(key: int) -> list[pygame.event.Event]:
    return [pygame.event.Event(kind, key=key, mod=0, unicode="") for kind in (pygame.KEYDOWN, pygame.KEYUP)]
