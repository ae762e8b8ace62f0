"""The look back on a game, page by page: what happened, what it means, and Monday (mock-up h)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from game.rules.fact import Fact
from game.scenario.models import Scenario
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.focus import Target
from game.screen.scene import Pop, Push, Replace, Transition, View
from game.screen.scenes.answers import Leave
from game.screen.scenes.both import Both
from game.screen.scenes.charts import draw_weeks
from game.screen.scenes.charts_bars import draw_hits, draw_kept, draw_talks
from game.screen.scenes.charts_heat import draw_attention, draw_guesses
from game.screen.scenes.debrief_model import CHAPTERS, DebriefModel, Page, present_debrief
from game.screen.scenes.debrief_pages import draw_monday, draw_prompt
from game.screen.scenes.game_scene import GameScene
from game.screen.scenes.menu import MenuScene
from game.screen.theme import style, tokens
from game.screen.unfolding import ViewDict
from game.screen.widgets.buttons import button, icon_button
from game.words.catalogue import Words

TOP = 124.0
FOOT = 84.0
MARGIN = 32.0


def debrief_scene(view: ViewDict, facts: Sequence[Fact], scenario: Scenario) -> "DebriefScene":
    """The debrief of a game from its last view and all its facts; the answer is ``Leave``."""
    return DebriefScene(Both.of(lambda language: present_debrief(view, facts, scenario, language)))


@dataclass(frozen=True, slots=True)
class DebriefScene(GameScene):
    """``at`` is the page that is shown. Page Up and Page Down, as clickers send them, turn it too."""

    debrief: Both[DebriefModel]
    at: int = 0

    @property
    def pages(self) -> tuple[Page, ...]:
        """All pages, the same in both languages."""
        return self.debrief.nl.pages

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.pages[self.at]

    @property
    def _last(self) -> bool:
        return self.at + 1 == len(self.pages)

    # -- places ---------------------------------------------------------------------------

    def _tabs(self) -> tuple[Box, ...]:
        return Box(436, 26, 1256, 72).columns(len(CHAPTERS), 16)

    def _foot(self, view: View) -> Box:
        height = view.frame.canvas.h
        return Box(MARGIN, height - 28 - FOOT, 1920 - 2 * MARGIN, FOOT)

    def _body(self, view: View) -> Box:
        return Box(MARGIN, TOP, 1920 - 2 * MARGIN, self._foot(view).y - 22 - TOP)

    # -- choosing -------------------------------------------------------------------------

    def targets(self, view: View) -> tuple[Target, ...]:
        """The chapters, to the start, the menu, back and on."""
        words = Words("week", view.settings.language)
        foot = self._foot(view)
        found = [
            Target(f"chapter:{name}", box, words(f"debrief.chapter.{name}"), radius=36)
            for name, box in zip(CHAPTERS, self._tabs(), strict=True)
        ]
        home = Box(1724, 26, 72, 72)
        found.append(Target("home", home, words("debrief.home"), radius=22))
        menu = Box(*tokens()["board"]["top_bar"]["menu"])
        found.append(Target("menu", menu, view.words("board.menu"), radius=22))
        if self.at:
            found.append(Target("back", foot.left_part(360), words("debrief.back"), radius=24))
        found.append(Target("next", foot.right_part(420), self._onward(words), radius=24))
        return tuple(found)

    def _onward(self, words: Words) -> str:
        return words("debrief.again" if self._last else "debrief.next")

    def first(self, view: View) -> str | None:  # noqa: ARG002
        """The next page."""
        return "next"

    def on(self, target: str, view: View) -> Transition | None:  # noqa: ARG002
        """Where a target leads."""
        kind, _, what = target.partition(":")
        match kind:
            case "menu":
                return Push(MenuScene(in_game=True))
            case "home":
                return Pop(Leave())
            case "chapter":
                return self._to(next(i for i, page in enumerate(self.pages) if page.chapter == what))
            case "back":
                return self._to(self.at - 1)
            case _:
                return self._to((self.at + 1) % len(self.pages))

    def key(self, name: str, view: View) -> Transition | None:
        """Page Down and Page Up turn the page, as do the keys of a clicker; Backspace goes back."""
        match name:
            case "page down":
                return self._to(self.at + 1)
            case "page up" | "backspace":
                return self._to(self.at - 1)
            case _:
                return GameScene.key(self, name, view)

    def _to(self, page: int) -> Transition | None:
        """Turn to a page, if there is one."""
        return Replace(replace(self, at=page)) if 0 <= page < len(self.pages) else None

    # -- drawing --------------------------------------------------------------------------

    def draw(self, canvas: Canvas, view: View) -> None:
        """The chapters, the page, its place among all pages."""
        model = self.debrief.get(view.settings.language)
        words = Words("week", view.settings.language)
        look = canvas.theme
        title = style("h1").at(60 / canvas.text_scale)
        canvas.text(words("debrief.title"), Box(MARGIN, 26, 380, 72), title, look.ink, shrink_first=True)
        for name, box in zip(CHAPTERS, self._tabs(), strict=True):
            here = self.page.chapter == name
            state = view.focus.state(f"chapter:{name}")
            button(
                canvas, box, words(f"debrief.chapter.{name}"), kind="ink" if here else "outline", state=state
            )
        icon_button(canvas, Box(1724, 26, 72, 72), "home", state=view.focus.state("home"))
        menu = Box(*tokens()["board"]["top_bar"]["menu"])
        icon_button(canvas, menu, "menu-2", state=view.focus.state("menu"))
        body = self._body(view)
        key = ("debrief", model, self.at, words.language)
        whole = Box(0, TOP - 30, 1920, body.bottom + 24 - TOP + 30)
        canvas.layer(key, whole, lambda c: draw_page(c, body, model, self.page, words))
        self._draw_foot(canvas, view, words)

    def _draw_foot(self, canvas: Canvas, view: View, words: Words) -> None:
        look, foot, n = canvas.theme, self._foot(view), len(self.pages)
        if self.at:
            state = view.focus.state("back")
            button(canvas, foot.left_part(360), words("debrief.back"), state=state, icon="arrow-left")
        state = view.focus.state("next")
        onward = foot.right_part(420)
        button(canvas, onward, self._onward(words), kind="accent", state=state, icon="arrow-right", big=True)
        between = foot.within(left=400, right=460)
        pitch = min(44.0, between.w / n)
        for i in range(n):
            here = i == self.at
            cx = between.cx + (i - (n - 1) / 2) * pitch
            size = 26 if here else 18
            dot = Box.around(cx, foot.cy, size, size)
            canvas.panel(dot, look.ink if here else look.line_strong, size / 2)


def draw_page(canvas: Canvas, body: Box, model: DebriefModel, page: Page, words: Words) -> None:
    """One page in its place."""
    match page.kind:
        case "weeks":
            draw_weeks(canvas, body, model.told, model.levels, words)
        case "attention":
            draw_attention(canvas, body, model.told, model.audiences, model.departments, words)
        case "depth":
            left, right = body.left_part(body.w * 0.52 - 10), body.right_part(body.w * 0.48 - 10)
            draw_kept(canvas, left, model.told, words)
            draw_hits(canvas, right.top_part(right.h * 0.42 - 10), model.told, words)
            draw_talks(canvas, right.bottom_part(right.h * 0.58 - 10), model.told, model.weeks, words)
        case "guesses":
            if model.guesses is not None:
                draw_guesses(canvas, body, model.guesses, words)
        case "prompt":
            n = len(model.prompts)
            said = words("debrief.question", i=page.prompt + 1, n=n)
            draw_prompt(canvas, body, model.prompts[page.prompt], said)
        case "monday":
            draw_monday(canvas, body, words)
        case _:
            assert_never(page.kind)
