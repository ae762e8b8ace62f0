"""Monday: the event card grows out of the side column, attention comes back, the chair chooses (rule 7)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from game.rules.command import Choose
from game.rules.fact import Fact
from game.scenario.compiling import Compiled
from game.screen.board import draw_board, grid_of
from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, icon_in
from game.screen.focus import State, Target
from game.screen.grid import BoardGrid
from game.screen.model import BoardModel
from game.screen.motion import PAST, ease, lerp
from game.screen.scene import Heard, Pop, Push, Replace, Transition, View
from game.screen.scenes.answers import Do, GoOn
from game.screen.scenes.both import Both
from game.screen.scenes.game_scene import GameScene
from game.screen.scenes.menu import MenuScene
from game.screen.scenes.monday_model import MondayModel, OptionModel, present_monday
from game.screen.scenes.waiting import WAIT, Waiting, draw_waiting, rest_target, waiting_target
from game.screen.sidecolumn import draw_organisation
from game.screen.theme import duration, icon_of, style
from game.screen.unfolding import ViewDict
from game.screen.widgets.buttons import button, chip, chip_width, label
from game.screen.widgets.people import face
from game.screen.widgets.sticks import wooden
from game.words.catalogue import Language, Words

HEAD = 92.0
REFILL = 0.14
"""Seconds from one lane's cubes to the next's."""
PAD = 40.0
EFFECT, EFFECT_ICON = 44.0, 46.0
Actions = Sequence[Mapping[str, Any]]


def event_scene(
    compiled: Compiled,
    facts: Sequence[Fact],
    after: ViewDict,
    *,
    chair_actions: Callable[[Language], Actions] | None = None,
    lost_weeks: Sequence[int] = (),
    waiting: Waiting | None = None,
) -> "EventScene":
    """The card of ``after``. With ``chair_actions`` people choose: the answer is ``Do``, else ``GoOn``.

    With ``waiting`` they choose with a phone, and it is ``GoOn`` as soon as they have.
    """

    def present(language: Language) -> MondayModel:
        actions = chair_actions(language) if chair_actions is not None else None
        return present_monday(compiled, facts, after, language, actions=actions, lost_weeks=lost_weeks)

    return EventScene(Both.of(present), waiting=waiting)


@dataclass(frozen=True, slots=True)
class EventScene(GameScene):
    """The event card over the board. ``began`` is the moment at which it began to grow.

    Where people choose, ``picked`` is the option that waits for their yes: a choice is final, and whoever
    is still pressing keys from the Friday before has not made it.
    """

    monday: Both[MondayModel]
    began: float | None = None
    picked: str = ""
    waiting: Waiting | None = None

    def _model(self, view: View) -> MondayModel:
        model = self.monday.get(view.settings.language)
        if not self.picked:
            return model
        options = (replace(option, chosen=option.id == self.picked) for option in model.options)
        return replace(model, options=tuple(options))

    def _grid(self, view: View) -> BoardGrid:
        return grid_of(view.frame.canvas.h, self._model(view).board)

    # -- time -----------------------------------------------------------------------------

    def _length(self, view: View) -> float:
        return (
            duration("panel_in") + duration("stage_change") + REFILL * len(self._model(view).board.audiences)
        )

    def _time(self, view: View) -> float:
        if not view.travels or self.began is None:
            return self._length(view)
        return view.now - self.began

    def tick(self, view: View) -> Transition | None:
        """Begin; and go on when somebody with a phone has chosen."""
        if self.waiting is not None and self.waiting.over():
            return Pop(GoOn())
        return Replace(replace(self, began=view.now)) if self.began is None else None

    def wakes(self, view: View) -> float | None:  # noqa: ARG002
        """At once, to begin."""
        return 0.0 if self.began is None else None

    def moving(self, view: View) -> bool:
        """While the card grows and the cubes come back."""
        return self.began is not None and view.travels and self._time(view) < self._length(view)

    def skip(self, view: View) -> Transition | None:
        """To the end."""
        return Replace(replace(self, began=view.now - self._length(view) - PAST))

    def heard(self, view: View) -> tuple[Heard, ...]:  # noqa: ARG002
        """A new week."""
        if self.began is None:
            return ()
        return (Heard("week", self.began, id(self.monday)),)

    # -- choosing -------------------------------------------------------------------------

    def targets(self, view: View) -> tuple[Target, ...]:
        """The menu, and the options with the yes to them, or the way on."""
        model, grid = self._model(view), self._grid(view)
        found = [Target("menu", grid.menu, view.words("board.menu"), radius=22)]
        card = card_box(grid)
        if self.waiting is not None:
            return (rest_target(view), *found, waiting_target(next_box(grid), view))
        if not model.asks:
            words = Words("week", view.settings.language)
            found.append(Target("next", next_box(grid), words("event.on"), radius=24))
            return tuple(found)
        for i, (option, box) in enumerate(zip(model.options, option_boxes(card, model), strict=True)):
            found.append(
                Target(
                    f"option:{option.id}",
                    box,
                    option.label,
                    enabled=not option.reason,
                    reason=option.reason,
                    number=i + 1,
                    radius=28,
                )
            )
        yes, why_not = self._yes(view)
        found.append(Target("yes", next_box(grid), yes, bool(self.picked), why_not, radius=24))
        return tuple(found)

    def _yes(self, view: View) -> tuple[str, str]:
        """What the button says that makes the choice, and why it cannot be pressed yet."""
        words = Words("week", view.settings.language)
        return words("event.yes"), words("event.first")

    def first(self, view: View) -> str | None:
        """The first option that can be taken, or on."""
        if self.waiting is not None:
            return WAIT
        model = self._model(view)
        free = next((option.id for option in model.options if not option.reason), None)
        return f"option:{free}" if model.asks and free else "next"

    def on(self, target: str, view: View) -> Transition | None:
        """The menu, an option, the yes to it, or on."""
        kind, _, option = target.partition(":")
        if kind == "panel" and self.waiting is not None:
            return Push(self.waiting.panel())
        match kind:
            case "menu":
                return Push(MenuScene(in_game=True))
            case "option":
                return Replace(replace(self, picked=option))
            case "yes":
                return Pop(Do(self._model(view).chair.id, Choose(self.picked)))
            case _:
                return Pop(GoOn())

    # -- drawing --------------------------------------------------------------------------

    def draw(self, canvas: Canvas, view: View) -> None:
        """The board with its cubes, and the card."""
        model, grid, time = self._model(view), self._grid(view), self._time(view)
        board = refilled(model, time - duration("panel_in"))
        draw_board(canvas, board, view.words, view.focus, side=False)
        draw_organisation(canvas, grid, board, view.words)
        grown = ease("out", time / duration("panel_in"))
        small, large = grid.side_panel("event"), card_box(grid)
        if grown < 1:
            box = Box(*(lerp(a, b, grown) for a, b in zip(_corners(small), _corners(large), strict=True)))
            canvas.panel(box, canvas.theme.panel, 36, shadow="dialog")
            canvas.panel(box.top_part(HEAD), canvas.theme.accent, 36)
            return
        shown = min(1.0, (time - duration("panel_in")) / duration("stage_change"))
        words = Words("week", view.settings.language)
        states = {
            target.id: view.focus.state(target.id, enabled=target.enabled) for target in self.targets(view)
        }
        key = ("monday", model, large, tuple(states.items()))
        canvas.layer(
            key,
            large.inset(-60),
            lambda c: draw_card(c, large, model, words, states),
            opacity=1.0 if shown >= 1 else max(0.05, round(shown * 12) / 12),
        )
        if self.waiting is not None:
            draw_waiting(canvas, next_box(grid), self.waiting, view)
        elif model.asks:
            text, why_not = self._yes(view)
            state, place = states["yes"], next_box(grid)
            button(canvas, place, text, kind="ink", state=state, icon="check", reason=why_not, big=True)
        else:
            icon, text = "player-skip-forward", words("event.on")
            button(canvas, next_box(grid), text, kind="ink", state=states["next"], icon=icon, big=True)


def _corners(box: Box) -> tuple[float, float, float, float]:
    return box.x, box.y, box.w, box.h


def refilled(model: MondayModel, time: float) -> BoardModel:
    """The board while attention comes back, lane by lane."""
    done = int(time / REFILL) if time > 0 else 0
    audiences = tuple(
        new if i < done else old
        for i, (old, new) in enumerate(zip(model.before.audiences, model.board.audiences, strict=True))
    )
    return replace(model.board, audiences=audiences)


# -- the card -----------------------------------------------------------------------------


def card_box(grid: BoardGrid) -> Box:
    """Where the grown card lies: over the pyramid and its labels, however large their letters are."""
    top = grid.band(5).y
    return Box(16, top, 1432, grid.bottom - top - 4)


def next_box(grid: BoardGrid) -> Box:
    """The button that goes on: where Friday has it too."""
    return grid.side.inset(28, 26).bottom_part(84)


def option_boxes(card: Box, model: MondayModel) -> tuple[Box, ...]:
    """The options side by side, at the foot of the card."""
    n = max(1, len(model.options))
    top = card.y + HEAD + 196
    return Box(card.x + PAD, top, card.w - 2 * PAD, card.bottom - 32 - top).columns(n, 24)


def draw_card(
    canvas: Canvas, box: Box, model: MondayModel, words: Words, states: Mapping[str, State]
) -> None:
    """The whole card: what happened, whom it is about, the options, the button."""
    look = canvas.theme
    canvas.panel(box, look.panel, 36, shadow="dialog")
    canvas.panel(box.top_part(HEAD + 36), look.accent, 36)
    canvas.panel(Box(box.x, box.y + HEAD, box.w, 40), look.panel, 0)
    canvas.panel(box, None, 36, edge=Edge(look.line, 2))
    head = box.top_part(HEAD)
    canvas.panel(Box.around(head.x + 68, head.cy, 60, 60), "#FFFFFF", 30, opacity=0.85)
    icon_in(canvas, "calendar-event", head.x + 68, head.cy, 38, "#22264B", stroke=2.1)
    monday = words("event.monday", n=model.board.week)
    canvas.text(monday, head.within(left=116, right=560), style("strong").at(32), look.accent_ink)
    if model.said:
        label(
            canvas,
            head.right_part(540).within(right=PAD),
            model.said,
            style("strong").at(32),
            look.accent_ink,
            icon=icon_of("marks", "chair"),
            lines=2,
        )
    inner = box.inset(PAD, 0)
    about = 330.0 if model.audience or model.department else 0.0
    title = Box(inner.x, head.bottom + 18, inner.w - about, 68)
    canvas.text(model.title, title, style("h1").at(54), look.ink, shrink_first=True)
    text = Box(inner.x, title.bottom + 4, inner.w - about, 88)
    canvas.text(model.text, text, style("body").at(34), look.ink_soft, lines=2, valign="top")
    if about:
        _draw_about(canvas, Box(inner.right - about + 20, head.bottom + 26, about - 20, 130), model)
    for option, place in zip(model.options, option_boxes(box, model), strict=False):
        state = states.get(f"option:{option.id}", "idle")
        _draw_option(canvas, place, option, model, words, state)


def _draw_about(canvas: Canvas, box: Box, model: MondayModel) -> None:
    """Whom chance named: a face, or a department on its stick."""
    look = canvas.theme
    if model.audience is not None:
        canvas.panel(box, look.panel_soft, 28, edge=Edge(look.line, 2))
        face(canvas, model.audience, box.x + 68, box.cy, 50)
        name = Box(box.x + 134, box.y + 16, box.w - 150, box.h - 32)
        canvas.text(model.audience.name, name, style("h2"), look.ink, shrink_first=True)
        return
    if model.department is not None:
        stick = Box(box.x, box.cy - 44, box.w, 88)
        wooden(canvas, stick, 2)
        icon_in(canvas, model.department.icon, stick.x + 52, stick.cy, 42, look.on_wood)
        name = Box(stick.x + 90, stick.y, stick.w - 116, stick.h)
        canvas.text(
            model.department.name,
            name,
            style("strong"),
            look.on_wood,
            lines=2,
            shorts=(model.department.short,),
        )


def _draw_option(
    canvas: Canvas, box: Box, option: OptionModel, model: MondayModel, words: Words, state: State
) -> None:
    look = canvas.theme
    single = len(model.options) == 1
    chosen = option.chosen and not single
    shut = state == "disabled" or (not model.asks and not single and not option.chosen)
    at = box.moved(0, 2) if state == "pressed" else box
    if single:
        canvas.panel(at, look.panel_soft, 28, edge=Edge(look.line, 2))
    elif shut:
        canvas.panel(at, look.sunken, 28, edge=Edge(look.line, 2))
    else:
        edge = Edge(look.ink, 5) if chosen or state == "hover" else Edge(look.line_strong, 3)
        fill = look.panel_soft if state == "hover" else look.panel
        canvas.panel(at, fill, 28, edge=edge, shadow="card")
    inner = at.inset(26, 20)
    ink = look.ink_soft if shut else look.ink
    name = inner.top_part(78)
    said = canvas.text(option.label, name, style("h3").at(34), ink, lines=2, valign="top", shrink_first=True)
    foot = inner.bottom_part(84 if option.reason else 48)
    if not single:
        if option.reason:
            label(canvas, foot, option.reason, style("label"), look.ink, icon="lock", lines=3)
        elif option.hours:
            price = words.count("event.price", option.hours)
            width = min(foot.w, max(190.0, chip_width(canvas, price, icon="clock-hour-4")))
            chip(canvas, foot.left_part(width), price, icon=icon_of("marks", "hour"))
        if chosen:
            icon_in(canvas, "check", inner.right - 22, foot.cy, 40, look.ink, stroke=3)
    floor = inner.bottom if single else foot.y - 8
    top = said.box.bottom + 12
    effects = Box(inner.x, top, inner.w, floor - top)
    if not option.effects:
        canvas.text(words("event.no_effect"), effects.top_part(44), style("body"), look.ink_soft)
    y = effects.y
    for effect in option.effects:
        room = Box(effects.x + EFFECT_ICON, y, effects.w - EFFECT_ICON, 2 * EFFECT)
        block = canvas.set_text(effect.text, room, style("body"))
        tall = EFFECT if block.fits else 1.45 * EFFECT
        icon_in(canvas, effect.icon, effects.x + 18, y + EFFECT / 2, 34, ink, stroke=2.1)
        line = Box(room.x, y, room.w, tall)
        canvas.text(effect.text, line, style("body"), ink, lines=1 if block.fits else 2)
        y += tall
