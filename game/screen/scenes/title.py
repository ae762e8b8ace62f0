"""The title: choose a scenario, or go on with the game that was left.

A click on a card, its number, or walking to it chooses it and shows what it is. A double click, Enter, or the
button opens what is chosen.
"""

from dataclasses import dataclass, replace
from functools import partial

from game.scenario.models import Scenario
from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, icon_in
from game.screen.drawings import hero
from game.screen.focus import Target
from game.screen.house import House, Saved
from game.screen.scene import Configure, Push, Replace, Scene, Steps, Transition, View
from game.screen.scenes.asking import AskScene, No, Question, Yes
from game.screen.scenes.both import Both
from game.screen.scenes.flow import opened
from game.screen.scenes.keys import KeysScene
from game.screen.scenes.menu import MenuScene
from game.screen.scenes.setup import SetupScene
from game.screen.theme import style
from game.screen.widgets.buttons import button, icon_button, segment_boxes, segments
from game.screen.widgets.panels import card
from game.screen.widgets.people import portrayed
from game.table.trouble import JournalError
from game.words.catalogue import Language, Words

LEFT = 642.0
PER_PAGE = 6
MINUTES_A_WEEK = {True: 2, False: 4}
"""Rough length of a week of play: short in a practice game, where few tools are there."""
ROUNDED = 5
"""Nobody plays to the minute."""
DOUBLE = 0.5
"""Seconds within which two clicks on a card are a double one."""
LEAST_TOLD = 100.0
"""Height that what is told of the chosen scenario takes at least."""


@dataclass(frozen=True, slots=True)
class ScenarioCard:
    """A scenario as its card shows it."""

    id: str
    title: str
    summary: str
    icon: str
    faces: tuple[str, ...]
    weeks: int
    minutes: int
    goal: str
    for_whom: str


def present_card(scenario: Scenario, language: Language) -> ScenarioCard:
    """The card of a scenario."""
    short = scenario.weeks <= 4
    words, counts = Words("play", language), scenario.supported
    numbers = str(counts[0]) if len(counts) == 1 else f"{counts[0]}–{counts[-1]}"
    names = (department.name.get(language) for department in scenario.departments)
    return ScenarioCard(
        scenario.id,
        scenario.title.get(language),
        scenario.summary.get(language),
        scenario.departments[0].icon,
        tuple(audience.portrait for audience in scenario.audiences[:5]),
        scenario.weeks,
        max(1, round(scenario.weeks * MINUTES_A_WEEK[short] / ROUNDED)) * ROUNDED,
        f"{scenario.organisation.name.get(language)}: {scenario.organisation.goal.get(language)}",
        words("title.for", numbers=numbers, names=", ".join(names)),
    )


@dataclass(frozen=True, slots=True)
class TitleScene(Scene):
    """Scenario cards, and the buttons below them. ``asked``: the question about a saved game was put.

    ``clicked`` is when the mouse chose a card last. ``drafts`` are set-ups that were left, to be gone on
    with. ``unread`` says why the saved game cannot be read.
    """

    house: House
    saved: Saved | None = None
    unread: JournalError | None = None
    chosen: int = 0
    asked: bool = False
    drafts: tuple[SetupScene, ...] = ()
    clicked: float | None = None

    @classmethod
    def of(cls, house: House) -> "TitleScene":
        """The title as it is now; what the command line named is chosen."""
        scene = cls(house)._looking
        return replace(scene, chosen=scene._wished or 0)

    @property
    def _looking(self) -> "TitleScene":
        """The title that knows which game is there now."""
        try:
            return replace(self, saved=self.house.saved(), unread=None)
        except JournalError as trouble:
            return replace(self, saved=None, unread=trouble)

    def _about_left(self) -> Transition | None:
        """Ask whether to go on with the game that was left, or tell why it cannot be read."""
        if self.unread is not None:
            return Steps((Replace(self), Push(AskScene(unread(self.unread, new=self._wished is not None)))))
        if self.saved is not None and not self.saved.over:
            return Steps((Replace(self), Push(AskScene(question(self.saved)))))
        return None

    def _go_on(self, view: View) -> Transition:
        """To the game that was left: at once if it is over, else after the question about it."""
        if self.saved is not None and self.saved.over:
            return self._opened(self.saved, view)
        return self._about_left() or Replace(self)

    def _opened(self, saved: Saved, view: View) -> Transition:
        return opened(lambda: self.house.go_on(saved), partial(TitleScene.of, self.house), view)

    @property
    def _left(self) -> str:
        """The key of what the button about the game that was left says."""
        if self.unread is not None:
            return "title.unread"
        if self.saved is None:
            return "title.no_saved"
        return "title.look_back" if self.saved.over else "title.saved"

    @property
    def _wished(self) -> int | None:
        """The place of the scenario that the command line named, if any."""
        ids = [scenario.id for scenario in self.house.scenarios]
        wished = self.house.wishes.scenario
        return ids.index(wished) if wished in ids else None

    def _setup(self, place: int) -> Scene:
        scenario = self.house.scenarios[place]
        left = next((one for one in self.drafts if one.scenario.id == scenario.id), None)
        return left or SetupScene.of(self.house, scenario, partial(TitleScene.of, self.house))

    # -- places ---------------------------------------------------------------------------

    def _cards(self, view: View) -> tuple[Box, ...]:
        n = min(len(self.house.scenarios), PER_PAGE)
        extra = view.frame.canvas.h - 1080
        columns = 3 if n > 2 else 2
        rows = -(-n // columns)
        room = Box(LEFT, 331, 1888 - LEFT, 549 + extra)
        if rows == 1:
            room = room.top_part(400)
        cells = [cell for row in room.rows(rows, 26) for cell in row.columns(columns, 25)]
        return tuple(cells[:n])

    def _buttons(self, view: View) -> dict[str, Box]:
        y = view.frame.canvas.h - 132
        return {
            "open": Box(LEFT, y, 400, 84),
            "saved": Box(LEFT + 425, y, 400, 84),
            "language": Box(LEFT + 850, y, 196, 84),
            "theme": Box(LEFT + 1062, y, 84, 84),
            "menu": Box(LEFT + 1162, y, 84, 84),
        }

    # -- a scene --------------------------------------------------------------------------

    def targets(self, view: View) -> tuple[Target, ...]:
        """Cards, then buttons."""
        words = Words("play", view.settings.language)
        found = [
            Target(f"card:{i}", box, self.house.scenarios[i].title.get(words.language), number=i + 1)
            for i, box in enumerate(self._cards(view))
        ]
        saved = self.saved is not None or self.unread is not None
        labels = {"open": "title.open", "saved": self._left, "theme": "title.theme", "menu": "title.menu"}
        for name, box in self._buttons(view).items():
            if name == "language":
                cells = segment_boxes(box, 2)
                found += [Target(f"language:{i}", cell, radius=17) for i, cell in enumerate(cells)]
            else:
                enabled = name != "saved" or saved
                reason = "" if enabled else words("title.no_saved")
                found.append(Target(name, box, words(labels[name]), enabled, reason, radius=24))
        return tuple(found)

    def first(self, view: View) -> str | None:  # noqa: ARG002
        """The chosen card."""
        return f"card:{self.chosen}"

    def _walked_to(self, view: View) -> int | None:
        """The card that the keyboard leads to, if that is another one than is chosen."""
        kind, _, place = (view.focus.id or "").partition(":")
        walked = kind == "card" and view.focus.place is None and int(place) != self.chosen
        return int(place) if walked else None

    def tick(self, view: View) -> Transition | None:
        """Choose where the keyboard walks; at first ask whether to go on with the game that was left.

        Or open what the command line named. That there is a game which cannot be read is told before
        anybody begins a new one.
        """
        if self.asked:
            walked = self._walked_to(view)
            return None if walked is None else Replace(replace(self, chosen=walked, clicked=None))
        ready = replace(self, asked=True)
        about = ready._about_left()
        if about is not None:
            return about
        place = self._wished
        if place is not None:
            ready = replace(ready, chosen=place)
            return Steps((Replace(ready), Push(self._setup(place))))
        return Replace(ready)

    def wakes(self, view: View) -> float | None:  # noqa: ARG002
        """At once, to ask."""
        return None if self.asked else 0.0

    def draw(self, canvas: Canvas, view: View) -> None:
        """The lolly, the name, the cards, the buttons."""
        words = Words("play", view.settings.language)
        look = canvas.theme
        canvas.shape(hero(), Box(106, (view.frame.canvas.h - 880) / 2 - 8, 480, 880), angle=-7)
        name = Box(LEFT, 72, 1888 - LEFT, 120)
        canvas.text(words("title.name"), name, style("hero"), look.ink)
        line = Box(LEFT + 3, 194, 1888 - LEFT, 52)
        canvas.text(words("title.line"), line, style("body").at(37), look.ink_soft)
        canvas.text(words("title.choose"), Box(LEFT + 3, 262, 900, 56), style("h3"), look.ink)
        for i, box in enumerate(self._cards(view)):
            shown = present_card(self.house.scenarios[i], words.language)
            _card(canvas, box, shown, words, view, chosen=i == self.chosen, place=i)
            if i == self.chosen:
                self._tell(canvas, view, shown)
        self._draw_buttons(canvas, view, words)

    def _tell(self, canvas: Canvas, view: View, shown: ScenarioCard) -> None:
        """What the chosen scenario is about and who may play it, where the cards leave room for it."""
        top = self._cards(view)[-1].bottom + 36
        box = Box(LEFT + 3, top, 1888 - LEFT - 6, self._buttons(view)["open"].y - 20 - top)
        if box.h < LEAST_TOLD:
            return
        look, plain = canvas.theme, style("body").at(30)
        goal = canvas.text(shown.goal, box.top_part(84), style("strong"), look.ink, lines=2, valign="top")
        rest = Box(box.x, goal.box.bottom + 8, box.w, box.bottom - goal.box.bottom - 8)
        canvas.text(shown.for_whom, rest, plain, look.ink_soft, lines=3, valign="top")

    def _draw_buttons(self, canvas: Canvas, view: View, words: Words) -> None:
        boxes = self._buttons(view)
        focus = view.focus
        button(
            canvas,
            boxes["open"],
            words("title.open"),
            kind="ink",
            state=focus.state("open"),
            icon="player-play",
            big=True,
        )
        state = focus.state("saved", enabled=self._left != "title.no_saved")
        icon = "history" if self.unread is None else "alert-triangle"
        button(canvas, boxes["saved"], words(self._left), state=state, icon=icon, big=True)
        language = 0 if view.settings.language == "nl" else 1
        hover = next((i for i in range(2) if focus.hover == f"language:{i}"), None)
        segments(canvas, boxes["language"], ("NL", "EN"), language, hover=hover)
        dark = view.settings.theme == "dark"
        icon_button(canvas, boxes["theme"], "sun" if dark else "moon", state=focus.state("theme"))
        icon_button(canvas, boxes["menu"], "settings", state=focus.state("menu"))

    def on(self, target: str, view: View) -> Transition | None:
        """Open a scenario, go on, or change a setting."""
        kind, _, place = target.partition(":")
        match kind:
            case "card":
                return self._card_chosen(int(place), view)
            case "open":
                return self._open(self.chosen)
            case "saved":
                return self._looking._go_on(view)
            case "language":
                language: Language = "nl" if place == "0" else "en"
                return Configure(replace(view.settings, language=language))
            case "theme":
                dark = view.settings.theme == "dark"
                return Configure(replace(view.settings, theme="light" if dark else "dark"))
            case _:
                return Push(MenuScene())

    def _card_chosen(self, place: int, view: View) -> Transition:
        """Choose a card, or open it: by Enter, or by the second click of a double one."""
        by_mouse = view.focus.place is not None
        twice = place == self.chosen and self.clicked is not None and view.now - self.clicked < DOUBLE
        if twice if by_mouse else view.focus.held is not None:
            return self._open(place)
        return Replace(replace(self, chosen=place, clicked=view.now if by_mouse else None))

    def _open(self, place: int) -> Transition:
        ready = replace(self, chosen=place, clicked=None)
        return Steps((Replace(ready), Push(self._setup(place))))

    def back(self, view: View) -> Transition | None:  # noqa: ARG002
        """The menu, which can quit."""
        return Push(MenuScene())

    def key(self, name: str, view: View) -> Transition | None:
        """``?`` shows the keys, F10 the menu."""
        if name == "?":
            return Push(KeysScene())
        if name == "f10":
            return Push(MenuScene())
        return Scene.key(self, name, view)

    def resumed(self, result: object, view: View) -> Transition | None:
        """After the question: go on with the saved game, open what was named, or (Esc) stay here.

        After a set-up that was left: keep it, and look again which game is there.
        """
        if isinstance(result, SetupScene):
            others = tuple(one for one in self.drafts if one.scenario.id != result.scenario.id)
            return Replace(replace(self._looking, drafts=(*others, result)))
        if isinstance(result, Yes) and isinstance(result.about, Saved):
            return self._opened(result.about, view)
        wished = self._wished
        if wished is None:
            return None
        new = isinstance(result, Yes) and isinstance(result.about, JournalError)
        new = new or (isinstance(result, No) and not result.left and isinstance(result.about, Saved))
        return self._open(wished) if new else None


def question(saved: Saved) -> Both[Question]:
    """Whether to go on with the game that was left."""

    def ask(language: Language) -> Question:
        words = Words("play", language)
        title = saved.scenario.title.get(language)
        text = words("saved.text", scenario=title, week=saved.week, weeks=saved.weeks)
        return Question(
            words("saved.title"), text, words("saved.go_on"), words("saved.new"), "history", saved
        )

    return Both.of(ask)


def unread(trouble: JournalError, *, new: bool) -> Both[Question]:
    """That there is a game that cannot be read, where it is, and what becomes of it.

    ``new``: asks whether to begin the new one that the command line named.
    """

    def said(language: Language) -> Question:
        words = Words("play", language)
        text = words("unread.text", trouble=trouble.text(language))
        back, icon = words("trouble.back"), "alert-triangle"
        if not new:
            return Question(words("unread.title"), text, back, icon=icon, about=trouble)
        return Question(words("unread.title"), text, words("saved.new"), back, icon, trouble, safe="no")

    return Both.of(said)


def _card(
    canvas: Canvas, box: Box, shown: ScenarioCard, words: Words, view: View, *, chosen: bool, place: int
) -> None:
    look = canvas.theme
    state = view.focus.state(f"card:{place}")
    at = card(canvas, box, state=state)
    if chosen:
        canvas.panel(at, None, 20, edge=Edge(look.ink, 4))
    inner = at.inset(22, 22)
    disc = Box(inner.x, inner.y, 64, 64)
    canvas.panel(disc, look.wood_light, 32)
    icon_in(canvas, shown.icon, disc.cx, disc.cy, 40, look.on_wood)
    title = Box(disc.right + 18, inner.y, inner.right - disc.right - 18, 64)
    canvas.text(shown.title, title, style("h3").at(36), look.ink, lines=2, shrink_first=True)
    foot = inner.bottom_part(70)
    text = Box(inner.x, disc.bottom + 16, inner.w, foot.y - disc.bottom - 26)
    lines = max(2, int(text.h // 36))
    canvas.text(shown.summary, text, style("body"), look.ink_soft, lines=lines, valign="top")
    for slot, face in enumerate(shown.faces):
        ring = Box(foot.x + slot * 54, foot.cy - 32, 64, 64)
        portrayed(canvas, face, slot, ring)
    upper, lower = foot.right_part(170).rows(2)
    canvas.text(words.count("title.weeks", shown.weeks), upper, style("label"), look.ink, align="right")
    canvas.text(words("title.minutes", n=shown.minutes), lower, style("body"), look.ink_soft, align="right")
