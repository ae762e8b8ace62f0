"""A first look back on the game: charts of what happened, and a question that it raised (mock-up h)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.rules.fact import Fact
from game.scenario.models import Scenario
from game.screen.box import Box
from game.screen.canvas import Canvas, icon_in
from game.screen.focus import Target
from game.screen.scene import Pop, Push, Replace, Transition, View
from game.screen.scenes.answers import Leave
from game.screen.scenes.both import Both
from game.screen.scenes.charts import draw_hits, draw_kept, draw_weeks
from game.screen.scenes.chronicle import Chronicle, chronicle
from game.screen.scenes.game_scene import GameScene
from game.screen.scenes.menu import MenuScene
from game.screen.scenes.prompts import PromptModel, present_prompts
from game.screen.theme import style, tokens
from game.screen.unfolding import ViewDict
from game.screen.widgets.buttons import button, icon_button
from game.words.catalogue import Language, Words


@dataclass(frozen=True, slots=True)
class DebriefModel:
    """What happened, the names of the levels, and the questions, strongest first."""

    told: Chronicle
    weeks: int
    levels: tuple[str, ...]
    prompts: tuple[PromptModel, ...]


def present_debrief(
    view: ViewDict, facts: Sequence[Fact], scenario: Scenario, language: Language, level_names: Sequence[str]
) -> DebriefModel:
    """The debrief of a game from its last view and all its facts."""
    told = chronicle(scenario, len(view["hours"]), facts)
    prompts = present_prompts(told, view["points"], scenario.weeks, Words("week", language))
    return DebriefModel(told, scenario.weeks, tuple(level_names), prompts)


def debrief_scene(view: ViewDict, facts: Sequence[Fact], scenario: Scenario) -> "DebriefScene":
    """The debrief of a game from its last view and all its facts; the answer is ``Leave``."""

    def present(language: Language) -> DebriefModel:
        screen = Words("screen", language)
        kinds = [kind["id"] for kind in tokens()["levels"]]
        names = [screen(f"level.{kind}") for kind in kinds]
        return present_debrief(view, facts, scenario, language, names)

    return DebriefScene(Both.of(present))


@dataclass(frozen=True, slots=True)
class DebriefScene(GameScene):
    """``at`` is the question that is asked now."""

    debrief: Both[DebriefModel]
    at: int = 0

    # -- places ---------------------------------------------------------------------------

    def _boxes(self, view: View) -> dict[str, Box]:
        height = view.frame.canvas.h
        foot = height - 34
        middle = 144 + (foot - 144 - 16) * 0.54
        return {
            "weeks": Box(32, 144, 1150, middle - 144),
            "hits": Box(1198, 144, 690, middle - 144),
            "kept": Box(32, middle + 16, 814, foot - middle - 16),
            "prompt": Box(862, middle + 16, 1026, foot - middle - 16),
            "menu": Box(*tokens()["board"]["top_bar"]["menu"]),
            "home": Box(1420, 26, 380, 72),
        }

    def _next(self, prompt: Box) -> Box:
        return Box(prompt.right - 32 - 264, prompt.bottom - 30 - 72, 264, 72)

    # -- choosing -------------------------------------------------------------------------

    def targets(self, view: View) -> tuple[Target, ...]:
        """To the start, the menu, the next question."""
        words = Words("week", view.settings.language)
        boxes = self._boxes(view)
        found = [
            Target("home", boxes["home"], words("debrief.home"), radius=24),
            Target("menu", boxes["menu"], view.words("board.menu"), radius=22),
        ]
        if len(self.debrief.nl.prompts) > 1:
            found.append(Target("next", self._next(boxes["prompt"]), words("debrief.next"), radius=24))
        return tuple(found)

    def first(self, view: View) -> str | None:  # noqa: ARG002
        """The next question."""
        return "next"

    def on(self, target: str, view: View) -> Transition | None:  # noqa: ARG002
        """Where a target leads."""
        match target:
            case "menu":
                return Push(MenuScene(in_game=True))
            case "home":
                return Pop(Leave())
            case _:
                return Replace(replace(self, at=(self.at + 1) % len(self.debrief.nl.prompts)))

    # -- drawing --------------------------------------------------------------------------

    def draw(self, canvas: Canvas, view: View) -> None:
        """Three charts and the question."""
        model = self.debrief.get(view.settings.language)
        words = Words("week", view.settings.language)
        look, boxes = canvas.theme, self._boxes(view)
        canvas.text(words("debrief.title"), Box(32, 26, 700, 76), style("h1").at(60), look.ink)
        prompt = model.prompts[self.at]
        told = model.told
        weeks, hits, kept = boxes["weeks"], boxes["hits"], boxes["kept"]

        def charts(c: Canvas) -> None:
            draw_weeks(c, weeks, told, model.levels, words, prompt.column)
            draw_hits(c, hits, told, model.weeks, words)
            draw_kept(c, kept, told, words)

        whole = Box(0, 120, 1920, view.frame.canvas.h - 120)
        canvas.layer(("debrief", model, prompt.column, words.language), whole, charts)
        self._draw_prompt(canvas, view, boxes["prompt"], prompt, words)
        home = words("debrief.home")
        button(canvas, boxes["home"], home, state=view.focus.state("home"), icon="home")
        icon_button(canvas, boxes["menu"], "menu-2", state=view.focus.state("menu"))

    def _draw_prompt(self, canvas: Canvas, view: View, box: Box, prompt: PromptModel, words: Words) -> None:
        look = canvas.theme
        canvas.panel(box, look.ink, 28, shadow="raised")
        inner = box.inset(44, 32)
        disc = Box(inner.x, inner.y, 96, 96)
        canvas.panel(disc, look.pill_mark, 48)
        mark = look.on_ink if look.name == "dark" else look.ink
        icon_in(canvas, prompt.icon, disc.cx, disc.cy, 56, mark, stroke=1.9)
        lead = Box(disc.right + 28, inner.y, inner.right - disc.right - 28, 96)
        canvas.text(prompt.lead, lead, style("body").at(32), look.on_ink, lines=2)
        foot = self._next(box)
        question = Box(inner.x, disc.bottom + 12, inner.w, foot.y - disc.bottom - 24)
        canvas.text(prompt.question, question, style("h1"), look.on_ink, lines=3)
        n = len(self.debrief.nl.prompts)
        if n < 2:
            return
        for i in range(n):
            dot = Box.around(inner.x + 14 + i * 38, foot.cy, 20, 20)
            here = i == self.at
            canvas.panel(dot, look.pill_mark if here else look.on_ink, 10, opacity=1 if here else 0.45)
        said = Box(inner.x + 14 + n * 38 + 10, foot.y, 300, foot.h)
        canvas.text(words("debrief.question", i=self.at + 1, n=n), said, style("body"), look.on_ink)
        state = view.focus.state("next")
        button(canvas, foot, words("debrief.next"), kind="accent", state=state, icon="chevron-right")
