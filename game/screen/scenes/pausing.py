"""A pause for everybody: why, the way in for whoever comes late, and on."""

from dataclasses import dataclass

from game.screen.box import Box
from game.screen.canvas import Canvas, icon_in
from game.screen.focus import Target
from game.screen.hotseat import Hotseat
from game.screen.scene import OpenPanel, Pop, Transition, View
from game.screen.scenes.answers import GoOn
from game.screen.scenes.game_scene import GameScene
from game.screen.scenes.lobby_parts import door_targets, draw_door, next_place
from game.screen.scenes.waiting import LOOKS
from game.screen.theme import style
from game.screen.widgets.buttons import button
from game.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class PauseScene(GameScene):
    """Ends with ``GoOn`` when the pause does, wherever it was ended."""

    game: Hotseat

    def tick(self, view: View) -> Transition | None:  # noqa: ARG002
        """On, when the pause is over."""
        return None if self.game.paused and self.game.trouble is None else Pop(GoOn())

    def wakes(self, view: View) -> float | None:  # noqa: ARG002
        """Soon: which network there is changes by itself."""
        return LOOKS

    def _door(self, view: View) -> Box:
        return Box(32, 32, 588, view.frame.canvas.h - 64)

    def _button(self, view: View) -> Box:
        return Box(1020, view.frame.canvas.cy + 190, 480, 104)

    def _panel(self, view: View) -> Box:
        return self._button(view).moved(0, 128)

    def targets(self, view: View) -> tuple[Target, ...]:
        """The door, on, and the trainer's panel."""
        words = Words("lobby", view.settings.language)
        on = Target("on", self._button(view), words("pause.on"), radius=24)
        panel = Target("panel", self._panel(view), words("board.panel"), radius=24)
        return (*door_targets(self._door(view), self.game, view), on, panel)

    def first(self, view: View) -> str | None:  # noqa: ARG002
        """On."""
        return "on"

    def draw(self, canvas: Canvas, view: View) -> None:
        """The door on the left, the reason on the right."""
        words = Words("lobby", view.settings.language)
        look = canvas.theme
        draw_door(canvas, self._door(view), self.game, view)
        middle = view.frame.canvas.cy
        disc = Box.around(1260, middle - 230, 200, 200)
        canvas.panel(disc, look.accent, 100)
        icon_in(canvas, "player-pause", disc.cx, disc.cy, 112, look.accent_ink)
        title = Box(680, disc.bottom + 40, 1160, 110)
        canvas.text(words("pause.title"), title, style("title"), look.ink, align="centre")
        reason = self.game.table.roster.paused or words("pause.text")
        line = Box(680, title.bottom + 6, 1160, 124)
        canvas.text(reason, line, style("body").at(44), look.ink, align="centre", lines=2, valign="top")
        state, icon = view.focus.state("on"), "player-play"
        button(canvas, self._button(view), words("pause.on"), kind="ink", state=state, icon=icon, big=True)
        button(
            canvas,
            self._panel(view),
            words("board.panel"),
            state=view.focus.state("panel"),
            icon="users",
            big=True,
        )

    def on(self, target: str, view: View) -> Transition | None:  # noqa: ARG002
        """Another address, the panel, or on."""
        match target:
            case "place":
                next_place(self.game)
            case "panel":
                return OpenPanel()
            case _:
                self.game.lead({"do": "resume"})
        return None

    def key(self, name: str, view: View) -> Transition | None:
        """P ends the pause, as it began it."""
        if name == "p":
            self.game.lead({"do": "resume"})
            return None
        return GameScene.key(self, name, view)
