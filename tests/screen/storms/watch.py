"""What must hold of a window after every input, whatever it was."""

import json
from collections import Counter
from dataclasses import dataclass, field

import numpy as np
import pygame

from game.rules.audit import audit
from game.rules.limits import SEATS
from game.screen.fonts import Fonts
from game.screen.hotseat import Hotseat
from game.screen.paint import Pictures, SurfaceCanvas
from game.screen.recording import RecordingCanvas
from game.screen.scenes.department import DepartmentScene
from game.screen.scenes.guess import GuessScene
from game.screen.stage import Stage
from game.screen.theme import theme
from tests.screen.storms.secrets import CANARY, WORRIES, WORRY

FONTS = Fonts()
ROUNDING = 4
"""Steps of 256 by which a colour may differ where layers are laid over each other in another order."""
SPECKS = 0.0002
"""The part of the picture that may differ: a dash of an edge whose box was rounded to a kept one's."""


@dataclass
class Watch:
    """Looks at windows and asserts; ``seen`` counts the scenes. ``seed`` is told where something is wrong."""

    seed: int
    seen: Counter[str] = field(default_factory=Counter)
    stills: int = 0
    peeks: int = 0
    """How often a secret was seen because somebody held the button."""
    worries: int = 0
    """How often a hidden motive was seen after it had been turned up."""
    _revision: int = 0

    def look(self, stage: Stage, game: Hotseat | None, turn: int, *, holding: bool) -> None:
        """Look at a window; ``holding``: whether somebody holds down what may show a secret there."""
        self.seen[type(stage.scene).__name__] += 1
        if game is not None and game.table.revision != self._revision:
            self._revision = game.table.revision
            broken = audit(game.table.compiled.tables, game.table.truth)
            assert not broken, (self.seed, turn, broken)
            assert len(game.seats) <= SEATS
        self._has_an_exit(stage, turn)
        if game is not None and not game.table.over:
            self._keeps_secrets(stage, game, turn, holding=holding)
        if turn % 50 == 49:
            self._rests_as_a_still(stage, turn)

    def _has_an_exit(self, stage: Stage, turn: int) -> None:
        view = stage.view
        leads = any(one.enabled for one in stage.targets) or stage.scene.back(view) is not None
        goes_on = stage.scene.moving(view) or stage.scene.wakes(view) is not None
        assert leads or goes_on, (self.seed, turn, stage.scene)

    def _keeps_secrets(self, stage: Stage, game: Hotseat, turn: int, *, holding: bool) -> None:
        near = any(isinstance(scene, DepartmentScene | GuessScene) for scene in stage.scenes)
        if not (near or holding or turn % 6 == 0):
            return
        canvas = RecordingCanvas(stage.frame, theme(stage.settings.theme), FONTS, stage.settings.text_scale)
        stage.compose(canvas)
        self._keeps_worries(stage, game, turn, canvas)
        shown = Counter(found for one in canvas.texts for found in CANARY.findall(one.what))
        guess = next((scene for scene in stage.scenes if isinstance(scene, GuessScene)), None)
        if guess is not None:  # it offers all motives once, and shows once more what was picked for others
            shown -= Counter({one: 1 + len(guess.picks) for one in shown})
        if shown:
            assert holding, (self.seed, turn, type(stage.scene).__name__, shown, stage.view.focus)
            assert len(shown) == 1, "only one's own"
            self.peeks += 1

    def _keeps_worries(self, stage: Stage, game: Hotseat, turn: int, canvas: RecordingCanvas) -> None:
        """What drives a person is drawn and written nowhere before the table knows it."""
        shown = {int(found) for one in canvas.texts for found in WORRY.findall(one.what)}
        icons = {one.what.split()[0] for one in canvas.drawn if one.kind == "icon"}
        shown |= {i for i, icon in enumerate(WORRIES) if icon in icons}
        if shown:
            known = json.dumps(game.table.view(None, "nl"))
            secret = [i for i in shown if f"worry_{i}" not in known]
            assert not secret, (self.seed, turn, type(stage.scene).__name__, secret)
            self.worries += 1

    def _rests_as_a_still(self, stage: Stage, turn: int) -> None:
        """Once nothing moves, the window shows what a fresh picture of the same moment shows."""
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
