"""A storm of inputs on a real window over real games of its folder."""

from pathlib import Path
from random import Random

import pygame

from game.app.playing import house
from game.screen.clock import CLOCK_LENGTHS
from game.screen.hotseat import Hotseat
from game.screen.house import Wishes
from game.screen.motion import MotionLevel
from game.screen.scenes.debrief import DebriefScene
from game.screen.scenes.flow import TableScene
from game.screen.scenes.title import TitleScene
from game.screen.settings import TEXT_SCALES, Settings
from game.screen.stage import Stage
from game.screen.theme import THEMES
from game.table.replaying import verify
from game.words.catalogue import LANGUAGES
from tests.screen.storms.inputs import JUMP_WEIGHTS, JUMPS, WildHands
from tests.screen.storms.secrets import canary_scenario
from tests.screen.storms.watch import Watch


class Storm:
    """One seeded storm; ``rage`` does some inputs, and ``watch`` looks after each of them."""

    def __init__(self, folder: Path, seed: int) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.watch = Watch(seed)
        self.debriefs = 0
        self.commands = 0
        """Commands in the journals that were left whole."""
        self._folder = folder
        self._scenario = canary_scenario(folder)
        self._chance = Random(seed)
        self._now = 0.0
        self._open()

    def _open(self) -> None:
        pick = self._chance
        motion: MotionLevel = pick.choice(("full", "basic", "none"))
        wishes = Wishes(
            departments=pick.choice((2, 3)), order=pick.choice(("free", "round")), seed=pick.randrange(1000)
        )
        games = house(self._folder / "games", wishes, self._scenario, host="127.0.0.1", ports=(0,))
        settings = Settings(
            pick.choice(LANGUAGES),
            pick.choice(THEMES),
            pick.choice(TEXT_SCALES),
            motion,
            clock=pick.choice(CLOCK_LENGTHS),
            guide=pick.random() < 0.5,
        )
        self.stage = Stage(TitleScene.of(games), settings, (1024, 640), beside=games)
        self._hands = WildHands(pick, self.stage)

    @property
    def game(self) -> Hotseat | None:
        """The game that is played, if one is."""
        return next((scene.game for scene in self.stage.scenes if isinstance(scene, TableScene)), None)

    def rage(self, turns: int) -> None:
        """So many turns of the loop, each with an input or two."""
        for turn in range(turns):
            events = self._hands.some_input()
            self._now = max(0.0, self._now + self._chance.choices(JUMPS, JUMP_WEIGHTS)[0])
            for event in events:
                pygame.event.post(event)
            taken = [one for one in pygame.event.get() if one.type != pygame.QUIT]
            for event in taken:
                self._hands.note(event)
            before = self.stage.scene
            self.stage.step(taken, self._now)
            if not self.stage.running:
                self._close()
                self._open()
                continue
            self.debriefs += isinstance(self.stage.scene, DebriefScene) and not isinstance(
                before, DebriefScene
            )
            self.watch.look(self.stage, self.game, turn, holding=self._hands.holding)
        self._close()

    def _close(self) -> None:
        if self.stage.second is not None:
            self.stage.second.pane.close()
        if self.game is not None:
            self.game.close()
        path = self._folder / "games" / "game.piramide"
        if path.exists():
            self.commands += verify(path).commands
