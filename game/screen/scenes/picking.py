"""Which computer player takes a department: what each of them does, in words, to choose from."""

from dataclasses import dataclass

from game.players.choosing import KINDS
from game.scenario.texts import Text
from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, icon_in
from game.screen.focus import Target
from game.screen.scene import Pop, Scene, Transition, View
from game.screen.theme import style
from game.screen.widgets.buttons import button
from game.screen.widgets.panels import dialog
from game.words.catalogue import Words, capital

ROW = 116.0


@dataclass(frozen=True, slots=True)
class Picked:
    """The computer player of a kind takes a seat."""

    seat: str
    kind: str


@dataclass(frozen=True, slots=True)
class PickScene(Scene):
    """A dialog over the set-up; ends with ``Picked``, or with nothing. ``kind`` is who plays there now."""

    seat: str
    department: Text
    kind: str
    covers = False

    def _box(self, view: View) -> Box:
        return view.frame.canvas.centred(1360, 1000)

    def _rows(self, view: View) -> tuple[Box, ...]:
        inner = self._box(view).within(left=56, right=56, top=230)
        return Box(inner.x, inner.y, inner.w, len(KINDS) * ROW + (len(KINDS) - 1) * 14).rows(len(KINDS), 14)

    def _back(self, view: View) -> Box:
        return self._box(view).inset(56, 32).bottom_part(80).right_part(320)

    def targets(self, view: View) -> tuple[Target, ...]:
        """The computer players, and back."""
        words = Words("play", view.settings.language)
        found = [
            Target(f"kind:{kind}", row, _named(kind, words), number=i + 1, radius=28)
            for i, (kind, row) in enumerate(zip(KINDS, self._rows(view), strict=True))
        ]
        return (*found, Target("back", self._back(view), words("setup.back"), radius=24))

    def first(self, view: View) -> str | None:  # noqa: ARG002
        """Who plays there now."""
        return f"kind:{self.kind}"

    def draw(self, canvas: Canvas, view: View) -> None:
        """What a computer player is, and each of them with what it does."""
        words, look = Words("play", view.settings.language), canvas.theme
        canvas.veil()
        box = self._box(view)
        dialog(
            canvas, box, words("pick.title", department=self.department.get(words.language)), "", icon="robot"
        )
        about = Box(box.x + 56, box.y + 118, box.w - 112, 100)
        canvas.text(words("pick.text"), about, style("body").at(30), look.ink_soft, lines=2, valign="top")
        for kind, row in zip(KINDS, self._rows(view), strict=True):
            chosen, state = kind == self.kind, view.focus.state(f"kind:{kind}")
            edge = Edge(look.ink, 5) if chosen else Edge(look.ink if state != "idle" else look.line_strong, 3)
            canvas.panel(row, look.accent if chosen else look.panel, 28, edge=edge)
            ink = look.accent_ink if chosen else look.ink
            inner = row.inset(28, 8)
            name = inner.left_part(inner.w * 0.3)
            canvas.text(_named(kind, words), name, style("strong"), ink, lines=2, shrink_first=True)
            told = inner.within(left=name.w + 24, right=60)
            canvas.text(words(f"pick.{kind}"), told, style("body").at(30), ink, lines=2)
            if chosen:
                icon_in(canvas, "check", inner.right - 22, inner.cy, 44, ink, stroke=2.8)
        state = view.focus.state("back")
        button(canvas, self._back(view), words("setup.back"), state=state, icon="arrow-back-up")

    def on(self, target: str, view: View) -> Transition | None:  # noqa: ARG002
        """Pick one, or go back."""
        kind, _, name = target.partition(":")
        return Pop(Picked(self.seat, name) if kind == "kind" else None)

    def back(self, view: View) -> Transition | None:  # noqa: ARG002
        """As it was."""
        return Pop()


def _named(kind: str, words: Words) -> str:
    """What it is called: the way in which it plays, as a name."""
    return capital(words(f"setup.bot.{kind}"))
