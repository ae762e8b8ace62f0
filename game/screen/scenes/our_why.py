"""Our why: before the first Monday the team chooses one sentence (rule 1.7)."""

from dataclasses import dataclass, replace

from game.rules.command import OurWhy
from game.scenario.models import Scenario
from game.screen.box import Box
from game.screen.canvas import Canvas, even_style, icon_in
from game.screen.focus import Target
from game.screen.scene import Pop, Push, Replace, Transition, View
from game.screen.scenes.answers import Do, GoOn
from game.screen.scenes.both import Both
from game.screen.scenes.game_scene import GameScene
from game.screen.scenes.waiting import WAIT, Waiting, draw_waiting, rest_target, waiting_target
from game.screen.theme import style
from game.screen.widgets.buttons import button, icon_button
from game.screen.widgets.panels import card, raised
from game.words.catalogue import Language, Words

RADIUS = 28.0


def _room(card: Box) -> Box:
    """Where the sentence stands on its card."""
    return card.within(left=124, right=28, top=8, bottom=8)


@dataclass(frozen=True, slots=True)
class WhyModel:
    """The sentences to choose from, the goal they serve, and who confirms."""

    organisation: str
    goal: str
    chair: str
    sentences: tuple[tuple[str, str], ...]


def present_why(scenario: Scenario, chair: str, language: Language) -> WhyModel:
    """What there is to choose; ids with their sentences."""
    organisation = scenario.organisation
    return WhyModel(
        organisation.name.get(language),
        organisation.goal.get(language),
        scenario.department(chair).name.get(language),
        tuple((one.id, one.text.get(language)) for one in organisation.why_sentences),
    )


@dataclass(frozen=True, slots=True)
class OurWhyScene(GameScene):
    """Sentences as cards; the chosen one is confirmed with the button."""

    seat: str
    model: Both[WhyModel]
    chosen: str = ""
    waiting: Waiting | None = None
    """Given where the chair chooses with a phone."""

    def tick(self, view: View) -> Transition | None:  # noqa: ARG002
        """On, when somebody with a phone has chosen."""
        return Pop(GoOn()) if self.waiting is not None and self.waiting.over() else None

    def _cards(self, view: View) -> tuple[Box, ...]:
        n = len(self.model.nl.sentences)
        columns = 2 if n > 3 else 1
        rows = -(-n // columns)
        room = Box(240, 392, 1440, view.frame.canvas.h - 392 - 200)
        highest = 150.0 + (view.frame.canvas.h - 1080) * 0.15
        height = min(highest, (room.h - (rows - 1) * 20) / rows)
        cells = [
            cell
            for row in room.top_part(rows * height + (rows - 1) * 20).rows(rows, 20)
            for cell in row.columns(columns, 20)
        ]
        return tuple(cells[:n])

    def _raised(self, name: str, box: Box) -> Box:
        return raised(box, chosen=name == self.chosen)

    def _button(self, view: View) -> Box:
        return Box(1160, view.frame.canvas.h - 148, 520, 100)

    def targets(self, view: View) -> tuple[Target, ...]:
        """Menu, sentences, the button."""
        words = Words("play", view.settings.language)
        shown = self.model.get(view.settings.language)
        found = [Target("menu", Box(1816, 26, 72, 72), words("menu.title"), radius=22)]
        if self.waiting is not None:
            return (rest_target(view), *found, waiting_target(self._button(view), view))
        found += [
            Target(f"why:{name}", self._raised(name, box), text, number=i + 1, radius=RADIUS)
            for i, ((name, text), box) in enumerate(zip(shown.sentences, self._cards(view), strict=True))
        ]
        found.append(
            Target(
                "choose",
                self._button(view),
                words("why.choose"),
                bool(self.chosen),
                words("why.first"),
                radius=24,
            )
        )
        return tuple(found)

    def first(self, view: View) -> str | None:  # noqa: ARG002
        """The first sentence."""
        if self.waiting is not None:
            return WAIT
        return f"why:{self.model.nl.sentences[0][0]}"

    def draw(self, canvas: Canvas, view: View) -> None:
        """The question, the goal, the sentences."""
        words = Words("play", view.settings.language)
        shown = self.model.get(view.settings.language)
        look = canvas.theme
        icon_button(canvas, Box(1816, 26, 72, 72), "menu-2", state=view.focus.state("menu"))
        canvas.text(words("why.title"), Box(240, 70, 1440, 96), style("title"), look.ink)
        goal = f"{shown.organisation}: {shown.goal}"
        canvas.text(goal, Box(243, 178, 1440, 92), style("body").at(36), look.ink, lines=2, valign="top")
        line = Box(243, 286, 1440, 84)
        canvas.text(words("why.line"), line, style("body").at(30), look.ink_soft, lines=2, valign="top")
        cards = self._cards(view)
        places = [(text, _room(box)) for (_, text), box in zip(shown.sentences, cards, strict=True)]
        setting = even_style(canvas, places, style("h3").at(38), lines=3)
        for (name, text), box in zip(shown.sentences, cards, strict=True):
            chosen = name == self.chosen
            at = card(canvas, box, state=view.focus.state(f"why:{name}"), chosen=chosen, radius=RADIUS)
            disc = Box(at.x + 28, at.cy - 34, 68, 68)
            canvas.panel(disc, look.accent if chosen else look.sunken, 34)
            ink = look.accent_ink if chosen else look.ink
            icon_in(canvas, "check" if chosen else "flame", disc.cx, disc.cy, 42, ink)
            canvas.text(text, _room(at), setting, look.ink, lines=3)
        decides = Box(240, self._button(view).y, 880, 100)
        canvas.text(words("why.chair", seat=shown.chair), decides, style("label").at(32), look.ink_soft)
        place = self._button(view)
        if self.waiting is not None:
            draw_waiting(canvas, place, self.waiting, view)
            return
        state = view.focus.state("choose", enabled=bool(self.chosen))
        text, why_not = words("why.choose"), words("why.first")
        button(canvas, place, text, kind="ink", state=state, reason=why_not, icon="check", big=True)

    def on(self, target: str, view: View) -> Transition | None:
        """Choose a sentence, then confirm it."""
        kind, _, name = target.partition(":")
        if kind == "panel" and self.waiting is not None:
            return Push(self.waiting.panel())
        if kind == "why":
            return Replace(replace(self, chosen=name))
        if kind == "choose":
            return Pop(Do(self.seat, OurWhy(self.chosen)))
        return self.back(view)
