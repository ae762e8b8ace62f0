"""A department: its target, its secret while pressed, and being done for the week; also the hand-over."""

from collections.abc import Callable
from dataclasses import dataclass

from game.rules.command import Pass
from game.scenario.models import Scenario
from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, icon_in
from game.screen.focus import Target
from game.screen.model import DepartmentModel, Motive
from game.screen.present import present_departments, present_motive
from game.screen.scene import Pop, Transition, View
from game.screen.scenes.answers import ActAs, Do, GoOn
from game.screen.scenes.both import Both
from game.screen.scenes.game_scene import GameScene
from game.screen.theme import style
from game.screen.unfolding import ViewDict
from game.screen.widgets.buttons import button, label
from game.screen.widgets.sticks import on_disc, wooden
from game.words.catalogue import Language, Words


@dataclass(frozen=True, slots=True)
class DepartmentSheet:
    """A department with its target; ``secret`` is there only for the people that hold it.

    ``can`` lists what may be done here: ready, pass, act, close.
    """

    department: DepartmentModel
    names: str
    kpi: str
    tools: tuple[str, ...]
    can: tuple[str, ...]
    secret: Motive | None = None
    secret_text: str = ""
    alone: bool = False
    """Nobody else plays at this screen, so there is nothing to hand over."""
    own: bool = True
    """It is the department of whoever looks: its target is theirs."""
    guessing: bool = False
    """It is handed over for the guessing round, in which there are no hours and nothing is played."""


def present_department(
    view: ViewDict,
    seat: str,
    scenario: Scenario,
    language: Language,
    *,
    names: str = "",
    can: tuple[str, ...] = ("close",),
    alone: bool = False,
    guessing: bool = False,
) -> DepartmentSheet:
    """A department of a view. Its secret is in the view only if the view is its own."""
    department = next(one for one in present_departments(view, scenario, language) if one.id == seat)
    found = scenario.department(seat)
    you = view["you"]
    secret, text = None, ""
    own = you is not None and you["seat"] == seat
    if own and you["personal_motive"] is not None:
        personal = next(p for p in scenario.personal_motives if p.motive == you["personal_motive"])
        secret = present_motive(personal.motive, scenario, language)
        text = personal.text.get(language)
    tools = (scenario.mechanism(tool).name.get(language) for tool in found.toolbox)
    return DepartmentSheet(
        department=department,
        names=names,
        kpi=found.kpi.text.get(language),
        tools=tuple(tools),
        can=can,
        secret=secret,
        secret_text=text,
        alone=alone,
        own=own,
        guessing=guessing,
    )


def as_many(names: tuple[str, ...], fits: Callable[[str], bool]) -> str:
    """The names in one line of text: all if they fit, else the first ones and how many more there are."""
    plain = [name.replace("\u00ad", "") for name in names]
    for shown in range(len(plain), 0, -1):
        more = [f"+{len(plain) - shown}"] if shown < len(plain) else []
        text = " · ".join([*plain[:shown], *more])
        if fits(text):
            return text
    return f"+{len(plain)}"


def _headed(canvas: Canvas, box: Box, heading: str) -> Box:
    """Put a heading at the top of a box, and give what is left below it."""
    room = Box(box.x, box.y - 8, box.w, 60)  # larger letters may reach into the air above
    block = canvas.text(heading, room, style("h3"), canvas.theme.ink)
    return box.within(top=max(46.0, block.box.bottom - box.y + 4))


WARNING = 56.0
ICONS = {"ready": "player-play", "pass": "check", "act": "hand-click", "close": "arrow-back-up"}
TEXTS = {
    "ready": "handover.ready",
    "pass": "department.pass",
    "act": "department.act",
    "close": "department.close",
}


@dataclass(frozen=True, slots=True)
class DepartmentScene(GameScene):
    """A dialog over the board. ``passing_on``: it is the hand-over to the people of this seat."""

    seat: str
    model: Both[DepartmentSheet]
    passing_on: bool = False
    covers = False

    def _box(self, view: View) -> Box:
        shown = self.model.nl
        height = 592 + (150 if shown.secret is not None else 0) + self._warning
        return view.frame.canvas.centred(1180, height)

    @property
    def _warning(self) -> float:
        """The height of the line about hours that go unused."""
        shown = self.model.nl
        return WARNING if "pass" in shown.can and shown.department.hours else 0.0

    def _secret(self, view: View) -> Box:
        box = self._box(view)
        return Box(box.x + 48, box.bottom - 154 - 150 - self._warning, box.w - 96, 130)

    def _buttons(self, view: View) -> tuple[Box, ...]:
        n = len(self.model.nl.can)
        return self._box(view).inset(48, 44).bottom_part(88).columns(n, 20)

    def targets(self, view: View) -> tuple[Target, ...]:
        """The secret, then what can be done; the last is the safe one."""
        words = Words("play", view.settings.language)
        shown = self.model.get(view.settings.language)
        found = []
        if shown.secret is not None:
            found.append(Target("secret", self._secret(view), words("handover.secret"), radius=28))
        found += [
            Target(can, box, self._label(can, words), radius=24)
            for can, box in zip(shown.can, self._buttons(view), strict=True)
        ]
        return tuple(found)

    def first(self, view: View) -> str | None:  # noqa: ARG002
        """The safe thing: being done for the week is final."""
        return self.model.nl.can[-1]

    def draw(self, canvas: Canvas, view: View) -> None:
        """Stick, target, tools, secret, buttons."""
        words = Words("play", view.settings.language)
        shown = self.model.get(view.settings.language)
        look = canvas.theme
        canvas.veil()
        box = self._box(view)
        canvas.panel(box, look.panel, 36, edge=Edge(look.line, 2), shadow="dialog")
        inner = box.inset(48, 44)
        self._stick(canvas, inner.top_part(104), shown, words)
        y = inner.y + 128
        if self.passing_on:
            said = words("handover.names", names=shown.names) if shown.names else words("handover.line")
            said = words("handover.alone") if shown.alone else said
            room, shorts = Box(inner.x, y - 8, inner.w, 60), (shown.names,) if shown.names else ()
            canvas.text(said, room, style("body").at(32), look.ink_soft, shorts=shorts)
            y += 58
        heading, text = self._about(shown, words)
        below = _headed(canvas, Box(inner.x, y, inner.w, 130), heading)
        canvas.text(text, below, style("body").at(32), look.ink, lines=2, valign="top")
        y += 134
        if not self.passing_on:
            tools = _headed(canvas, Box(inner.x, y, inner.w, 126), words("department.tools"))
            plain = style("body")
            listed = as_many(shown.tools, lambda text: canvas.set_text(text, tools, plain, lines=2).fits)
            canvas.text(listed, tools, plain, look.ink_soft, lines=2, valign="top")
        if shown.secret is not None:
            self._draw_secret(canvas, view, shown, words)
        buttons = self._buttons(view)
        if self._warning:
            unused = words.count("department.unused", shown.department.hours)
            line = Box(inner.x, buttons[0].y - WARNING - 16, inner.w, WARNING)
            label(canvas, line, unused, style("label").at(30), look.ink, icon="hourglass")
        for can, place in zip(shown.can, buttons, strict=True):
            kind = "ink" if can == shown.can[0] and can != "close" else "outline"
            state = view.focus.state(can)
            text = self._label(can, words)
            if kind == "ink":
                button(canvas, place, text, kind="ink", state=state, icon=ICONS[can])
            else:
                button(canvas, place, text, state=state, icon=ICONS[can])

    def _label(self, can: str, words: Words) -> str:
        """What the button of something that can be done says."""
        return words("handover.guess" if can == "ready" and self.model.nl.guessing else TEXTS[can])

    def _about(self, shown: DepartmentSheet, words: Words) -> tuple[str, str]:
        """What the sheet says first: the target, or in the guessing round what there is to guess."""
        if shown.guessing:
            return words("handover.guess.title"), words("handover.guess.text")
        return words("handover.kpi" if shown.own else "department.kpi"), shown.kpi

    def _stick(self, canvas: Canvas, box: Box, shown: DepartmentSheet, words: Words) -> None:
        look = canvas.theme
        wooden(canvas, box, 3)
        on_disc(canvas, shown.department.icon, box.x + 64, box.cy, 40, 48)
        name = shown.department.name
        title = words("handover.title", seat=name) if self.passing_on else name
        room = box.within(left=122, right=44)
        if not shown.guessing:
            hours = words.count("choose.hours_left", shown.department.hours)
            said = canvas.text(hours, box.within(right=44), style("strong"), look.on_wood_soft, align="right")
            room = box.within(left=122, right=box.right - said.box.x + 16)
        canvas.text(title, room, style("h3").at(42), look.on_wood)

    def _draw_secret(self, canvas: Canvas, view: View, shown: DepartmentSheet, words: Words) -> None:
        look = canvas.theme
        box = self._secret(view)
        held = view.focus.held == "secret"
        canvas.panel(
            box, look.accent if held else look.sunken, 28, edge=Edge(look.line_strong, 3, dash="14 10")
        )
        disc = Box(box.x + 26, box.cy - 38, 76, 76)
        canvas.panel(disc, look.panel, 38)
        text = box.within(left=128, right=30)
        if held and shown.secret is not None:
            icon_in(canvas, shown.secret.icon, disc.cx, disc.cy, 48, look.ink)
            upper, lower = text.inset(0, 14).rows(2)
            canvas.text(shown.secret.label, upper, style("h3"), look.accent_ink)
            canvas.text(shown.secret_text, lower, style("label"), look.accent_ink)
            return
        icon_in(canvas, "eye-off", disc.cx, disc.cy, 46, look.ink_soft)
        upper, lower = text.inset(0, 14).rows(2)
        canvas.text(words("handover.secret"), upper, style("h3"), look.ink)
        canvas.text(words("handover.hidden"), lower, style("body"), look.ink_soft)

    def on(self, target: str, view: View) -> Transition | None:  # noqa: ARG002
        """Only looking at the secret leads nowhere."""
        match target:
            case "secret":
                return None
            case "ready":
                return Pop(GoOn())
            case "pass":
                return Pop(Do(self.seat, Pass()))
            case "act":
                return Pop(ActAs(self.seat))
            case _:
                return Pop()

    def back(self, view: View) -> Transition | None:
        """Close it; at the hand-over the menu."""
        return GameScene.back(self, view) if self.passing_on else Pop()
