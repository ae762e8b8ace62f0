"""What can be done from this week on: a card for each new verb, before the first turn (rule 6)."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.scenario.models import Scenario
from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, icon_in
from game.screen.focus import Target
from game.screen.scene import Pop, Replace, Transition, View
from game.screen.scenes.answers import GoOn
from game.screen.scenes.both import Both
from game.screen.scenes.deciding import INSIDE
from game.screen.scenes.game_scene import GameScene
from game.screen.theme import icon_of, style
from game.screen.widgets.buttons import button, chip
from game.words.catalogue import Language, Words

VERBS = ("research", "hold_back", "convince", "proposition", "practise", "reference_work", "measure")
TOOLS = "mechanisms_above_follower"


@dataclass(frozen=True, slots=True)
class NewVerb:
    """A verb that is new: its icon, its name, what it is good for, and where it is found."""

    icon: str
    name: str
    text: str
    place: str = ""


def new_verbs(scenario: Scenario, week: int, language: Language) -> tuple[NewVerb, ...]:
    """The verbs that come in a week; none in the first, in which everything is new."""
    if week < 2:
        return ()
    words = Words("play", language)
    return tuple(
        NewVerb(
            "arrow-up" if verb == TOOLS else icon_of("verbs", verb),
            words(f"new.{verb}"),
            words(f"new.{verb}.text"),
            "" if verb == TOOLS else words("new.inside" if verb in INSIDE else "new.about_one"),
        )
        for verb in (*VERBS, TOOLS)
        if getattr(scenario.unlock, verb) == week
    )


@dataclass(frozen=True, slots=True)
class IntroducingScene(GameScene):
    """One card after the other over the board; ends with ``GoOn``.

    ``unread`` is told when something else came between: the cards are to be shown again.
    """

    verbs: Both[tuple[NewVerb, ...]]
    at: int = 0
    unread: Callable[[], None] | None = None
    covers = False

    @property
    def _last(self) -> bool:
        return self.at + 1 == len(self.verbs.nl)

    def _box(self, view: View) -> Box:
        return view.frame.canvas.centred(1000, 700)

    def _buttons(self, view: View) -> dict[str, Box]:
        row = self._box(view).inset(48, 40).bottom_part(88)
        names = ("next",) if self._last else ("next", "skip")
        return dict(zip(names, row.columns(len(names), 20), strict=True))

    def targets(self, view: View) -> tuple[Target, ...]:
        """On, and past all of them."""
        words = Words("play", view.settings.language)
        return tuple(
            Target(name, box, words(f"intro.{name}"), radius=24) for name, box in self._buttons(view).items()
        )

    def draw(self, canvas: Canvas, view: View) -> None:
        """The card of the verb."""
        words = Words("play", view.settings.language)
        look = canvas.theme
        verbs = self.verbs.get(view.settings.language)
        verb = verbs[self.at]
        canvas.veil()
        box = self._box(view)
        canvas.panel(box, look.panel, 36, edge=Edge(look.line, 2), shadow="dialog")
        head = box.inset(48, 36)
        chip(canvas, head.top_part(56).left_part(380), words("intro.new"), "violet")
        if len(verbs) > 1:
            count = f"{self.at + 1}/{len(verbs)}"
            canvas.text(count, head.top_part(56), style("label"), look.ink_soft, align="right")
        disc = Box.around(box.cx, box.y + 176, 168, 168)
        canvas.panel(disc, look.sunken, 84)
        icon_in(canvas, verb.icon, disc.cx, disc.cy, 100, look.ink)
        name = Box(head.x, disc.bottom + 14, head.w, 72)
        canvas.text(verb.name, name, style("h1"), look.ink, align="centre", shrink_first=True)
        buttons = self._buttons(view)
        text = Box(head.x, name.bottom + 8, head.w, buttons["next"].y - name.bottom - 24)
        if verb.place:
            place, text = text.bottom_part(48), text.within(bottom=56)
            canvas.text(verb.place, place, style("label"), look.ink_soft, align="centre")
        canvas.text(verb.text, text, style("body").at(34), look.ink, align="centre", lines=4)
        for name_of, place in buttons.items():
            state = view.focus.state(name_of)
            if name_of == "next":
                button(canvas, place, words("intro.next"), kind="ink", state=state, icon="player-play")
            else:
                button(canvas, place, words("intro.skip"), state=state, icon="player-skip-forward")

    def on(self, target: str, view: View) -> Transition | None:  # noqa: ARG002
        """The next card, or to the board."""
        if target == "skip" or self._last:
            return Pop(GoOn())
        return Replace(replace(self, at=self.at + 1))

    def resumed(self, result: object, view: View) -> Transition | None:
        """What the menu decides about the whole game comes first; that may be nothing after all."""
        done = GameScene.resumed(self, result, view)
        if done is not None and self.unread is not None:
            self.unread()
        return done
