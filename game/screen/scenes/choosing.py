"""Choosing and confirming: which tool or verb, which message, may it be, how likely is it (mock d).

The same scene serves an audience (her card at the left, tools and verbs) and the inside of the
organisation (tracks at the left, verbs as cards).
"""

from dataclasses import dataclass, replace

from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.clock import WorkClock
from game.screen.focus import Target
from game.screen.scene import Pop, Replace, Transition, View
from game.screen.scenes.answers import Do
from game.screen.scenes.both import Both
from game.screen.scenes.deciding_left import draw_audience, draw_inside
from game.screen.scenes.deciding_model import Card, DecideModel, Deed, Message
from game.screen.scenes.deciding_parts import (
    draw_does,
    draw_gates,
    draw_odds,
    draw_pager,
    draw_seat,
    draw_shut,
    draw_verb_card,
    numbered,
    pill,
    price_of,
    tool_of,
)
from game.screen.scenes.deciding_second import draw_second, message_boxes
from game.screen.scenes.guide import STAY
from game.screen.scenes.timed import TimedScene
from game.screen.theme import style
from game.screen.topbar import CLOCK_W, draw_clock
from game.screen.widgets.buttons import button, icon_button
from game.screen.widgets.panels import raised, tool_card, tool_style
from game.words.catalogue import Words

PER_PAGE = 4
PAGER = 72.0
RIGHT = 664.0
WIDE = 1224.0
GAP, TIGHT = 16.0, 12.0
"""Between the cards; nearer to each other where the pager stands beside them."""
BUTTON = 100.0
CLOCK_GAP = 28.0
"""From the stick to the clock, whose ground when the time is up is wider than its letters."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of the scene for one canvas height, one page and one card."""

    stick: Box
    close: Box
    head: Box
    pager: Box
    verbs: tuple[Box, ...]
    cards: tuple[Box, ...]
    second: Box
    messages: tuple[Box, ...]
    gates: Box
    odds: Box
    back: Box
    play: Box


@dataclass(frozen=True, slots=True)
class ChoosingScene(TimedScene):
    """``seat`` chooses; what it confirms comes back as ``Do``. ``card`` and ``message`` are ids.

    ``explains``: the lamps are explained to who sees them for the first time, since ``hinted``.
    """

    seat: str
    model: Both[DecideModel]
    card: str = ""
    message: str = ""
    clock: WorkClock | None = None
    explains: bool = False
    hinted: float | None = None

    @classmethod
    def of(cls, seat: str, model: Both[DecideModel]) -> "ChoosingScene":
        """The scene with the first tool that can be played already chosen, or else the first verb.

        What may be done but would bring nothing now is not what anybody wants to begin with.
        """
        shown = model.nl
        # What is told to everybody at once is seldom what somebody wanted who chose one lane.
        order = (*(tool for tool in shown.tools if not tool.broadcast), *shown.verbs, *shown.tools)
        legal = [card for card in order if card.legal]
        first = next((card for card in legal if card.helps), next(iter([*legal, *order]), None))
        if first is None:
            return cls(seat, model)
        return cls(seat, model, first.id, best_message(first))

    # -- what is chosen -------------------------------------------------------------------

    def _shown(self, view: View) -> DecideModel:
        return self.model.get(view.settings.language)

    def _card(self, shown: DecideModel) -> Card | None:
        return next((card for card in shown.cards if card.id == self.card), None)

    def _message(self, card: Card | None) -> Message | None:
        messages = () if card is None else card.messages
        return next((one for one in messages if one.id == self.message), None)

    def _deed(self, shown: DecideModel) -> Deed | None:
        card = self._card(shown)
        if card is None:
            return None
        message = self._message(card)
        return card.deed if message is None else message.deed

    def _row(self, shown: DecideModel) -> tuple[Card, ...]:
        return shown.tools if shown.audience is not None else shown.verbs

    def _page(self, shown: DecideModel) -> int:
        """The page of the chosen card, or the first."""
        ids = [card.id for card in self._row(shown)]
        return ids.index(self.card) // self._per_page(shown) if self.card in ids else 0

    def _per_page(self, shown: DecideModel) -> int:
        return PER_PAGE if shown.audience is not None else 2 * PER_PAGE

    def _on_page(self, shown: DecideModel) -> tuple[Card, ...]:
        size, page = self._per_page(shown), self._page(shown)
        return self._row(shown)[page * size : (page + 1) * size]

    def _pages(self, shown: DecideModel) -> int:
        return -(-len(self._row(shown)) // self._per_page(shown))

    # -- places ---------------------------------------------------------------------------

    def _layout(self, view: View) -> Layout:
        shown = self._shown(view)
        height = view.frame.canvas.h
        extra = height - 1080
        inside = shown.audience is None
        card_h = 196 + extra * 0.1 if inside else 222 + extra * 0.2
        paged = self._pages(shown) > 1
        gap = TIGHT if paged else GAP
        wide = WIDE - (PAGER + gap if paged else 0)
        rows = Box(RIGHT, 226, wide, card_h * 2 + GAP if inside else card_h).rows(2 if inside else 1, GAP)
        cards = tuple(cell for row in rows for cell in row.columns(PER_PAGE, gap))
        second = Box(RIGHT, cards[0].bottom + 8 + extra * 0.03, WIDE, 68 + extra * 0.08)
        top = rows[-1].bottom + 24
        messages: tuple[Box, ...] = ()
        card = self._card(shown)
        if not inside and card is not None:
            row = Box(RIGHT, second.bottom + 4, WIDE, 76)
            messages = message_boxes(row, card.messages)
            top = (messages[-1] if messages else row).bottom + 18
        bottom = height - 32 - BUTTON
        tall = bottom - 20 - top
        panels = Box(RIGHT, top, WIDE, tall).columns(2, GAP)
        verbs = tuple(Box(1888 - 3 * 276 - 24, 122, 3 * 276 + 24, 80).columns(3, 12))
        return Layout(
            stick=Box(RIGHT, 24, 1128 - (CLOCK_W + CLOCK_GAP if self._seconds(view) is not None else 0), 84),
            close=Box(1808, 26, 80, 80),
            head=Box(RIGHT, 122, (WIDE if inside else verbs[0].x - RIGHT) - 16, 80),
            pager=Box(1888 - PAGER, rows[0].y, PAGER, rows[-1].bottom - rows[0].y),
            verbs=() if inside else verbs[: len(shown.verbs)],
            cards=cards[: len(self._on_page(shown))],
            second=second,
            messages=messages,
            gates=panels[0],
            odds=panels[1],
            back=Box(RIGHT, bottom, 240, BUTTON),
            play=Box(RIGHT + 262, bottom, WIDE - 262, BUTTON),
        )

    def _seconds(self, view: View) -> int | None:
        return None if self.clock is None else self.clock.left(view.settings.clock)

    def _explains(self, view: View) -> bool:
        hinted = self.hinted is not None and view.now - self.hinted < STAY
        return hinted and view.settings.guide

    # -- a scene --------------------------------------------------------------------------

    def targets(self, view: View) -> tuple[Target, ...]:
        """Verbs, tools, messages, then back and the main action; the cross is last."""
        words = Words("play", view.settings.language)
        shown = self._shown(view)
        at = self._layout(view)
        found = [
            Target(f"card:{card.id}", self._raised(card, box), card.name, number=i + 1, radius=20)
            for i, (card, box) in enumerate(zip(self._on_page(shown), at.cards, strict=True))
        ]
        if shown.audience is not None:
            found += [
                Target(f"card:{card.id}", box, card.name, radius=24)
                for card, box in zip(shown.verbs, at.verbs, strict=True)
            ]
        if self._pages(shown) > 1:
            found.append(Target("page", at.pager, words("choose.more"), radius=22))
        card = self._card(shown)
        if card is not None:
            found += [
                Target(f"message:{one.id}", box, one.motive.label, radius=36)
                for one, box in zip(card.messages, at.messages, strict=True)
            ]
        found.append(Target("back", at.back, words("choose.back"), radius=24))
        deed = self._deed(shown)
        if card is not None and deed is not None:
            enabled = not deed.refused
            found.append(Target("play", at.play, card.confirm, enabled, deed.refused, radius=24))
        found += self.clock_targets(self._clock_place(at), view)
        found.append(Target("close", at.close, words("choose.back"), radius=22))
        return tuple(found)

    def _clock_place(self, at: Layout) -> Box:
        """Where the clock stands, beside the stick."""
        return Box(at.stick.right + CLOCK_GAP, at.stick.y, CLOCK_W, at.stick.h)

    def _raised(self, card: Card, box: Box) -> Box:
        return raised(box, chosen=card.id == self.card)

    def first(self, view: View) -> str | None:  # noqa: ARG002
        """The chosen card."""
        return f"card:{self.card}" if self.card else "back"

    def draw(self, canvas: Canvas, view: View) -> None:
        """Left who it is about, right what can be done."""
        words = Words("play", view.settings.language)
        shown = self._shown(view)
        at = self._layout(view)
        left = Box(32, 32, 600, view.frame.canvas.h - 64)
        deed = self._deed(shown)
        card = self._card(shown)
        if shown.audience is not None:
            reached = card is not None and not card.icon and reaches(card, deed, shown.audience.id)
            lift = card.level if card is not None and reached else None
            cost = deed.attention if deed is not None and reached else 0
            draw_audience(canvas, left, shown.audience, view, cost=cost, lift=lift)
        else:
            draw_inside(canvas, left, shown, view)
        draw_seat(canvas, at.stick, shown.department, words)
        seconds = self._seconds(view)
        if self.clock is not None and seconds is not None:
            draw_clock(canvas, self._clock_place(at), seconds, paused=self.clock.paused)
            self.draw_clock_frame(canvas, self._clock_place(at), view)
        icon_button(canvas, at.close, "x", state=view.focus.state("close"))
        self._draw_cards(canvas, view, shown, at, words)
        if card is None:
            line = Box(RIGHT, 220, WIDE, 160)
            text = words("inside.nothing") if shown.audience is None else words("choose.nothing")
            canvas.text(text, line, style("body").at(34), canvas.theme.ink_soft, lines=3, valign="top")
        if deed is not None and card is not None:
            explained = self._explains(view) and len(deed.gates) > 1
            draw_gates(canvas, at.gates, deed, words, explained=explained)
            if shown.audience is None:
                draw_does(canvas, at.odds, card, words)
            else:
                draw_odds(canvas, at.odds, card, deed, words)
        self._draw_buttons(canvas, view, at, card, deed, words)
        self.draw_time_up(canvas, view)

    def _draw_cards(self, canvas: Canvas, view: View, shown: DecideModel, at: Layout, words: Words) -> None:
        focus = view.focus
        inside = shown.audience is None
        title = words("inside.question") if inside else words("choose.tool")
        numbered(canvas, at.head, "" if inside else "1", title)
        names = (card.name for card in self._on_page(shown))
        setting = tool_style(canvas, names, at.cards[0].w) if at.cards else None
        for card, box in zip(self._on_page(shown), at.cards, strict=True):
            state = focus.state(f"card:{card.id}")
            chosen = card.id == self.card
            if card.icon:
                draw_verb_card(canvas, box, card, state=state, chosen=chosen)
            else:
                tool_card(canvas, box, tool_of(card), state=state, chosen=chosen, setting=setting)
        if not inside:
            for card, box in zip(shown.verbs, at.verbs, strict=True):
                pill(canvas, box, card, state=focus.state(f"card:{card.id}"), chosen=card.id == self.card)
        if self._pages(shown) > 1:
            draw_pager(canvas, at.pager, self._page(shown), self._pages(shown), focus.state("page"))
        if inside:
            return
        chosen_card = self._card(shown)
        if chosen_card is not None:
            draw_second(canvas, view, at.second, at.messages, chosen_card, self.message)

    def _draw_buttons(
        self, canvas: Canvas, view: View, at: Layout, card: Card | None, deed: Deed | None, words: Words
    ) -> None:
        focus = view.focus
        button(
            canvas, at.back, words("choose.back"), state=focus.state("back"), icon="arrow-back-up", big=True
        )
        if card is None or deed is None:
            return
        enabled = not deed.refused
        state = focus.state("play", enabled=enabled)
        if enabled:
            price_of(canvas, at.play, card, deed, state)
        else:
            draw_shut(canvas, at.play, deed.refused)

    def on(self, target: str, view: View) -> Transition | None:
        """Choose a card or a message, confirm, or go back to the board."""
        kind, _, name = target.partition(":")
        shown = self._shown(view)
        match kind:
            case "card":
                card = next(one for one in shown.cards if one.id == name)
                return Replace(replace(self, card=name, message=best_message(card)))
            case "message":
                return Replace(replace(self, message=name))
            case "clock":
                return self.key("p", view)
            case "page":
                row, size = self._row(shown), self._per_page(shown)
                card = row[((self._page(shown) + 1) % self._pages(shown)) * size]
                return Replace(replace(self, card=card.id, message=best_message(card)))
            case "play":
                deed = self._deed(shown)
                return None if deed is None or deed.refused else Pop(Do(self.seat, deed.command))
            case _:
                return Pop()

    def tick(self, view: View) -> Transition | None:
        """The clock runs, and the explanation begins."""
        TimedScene.tick(self, view)
        deed = self._deed(self._shown(view))
        begins = self.explains and self.hinted is None and deed is not None and len(deed.gates) > 1
        return Replace(replace(self, hinted=view.now)) if begins else None

    def wakes(self, view: View) -> float | None:
        """When the clock shows something else, or the lamps have been explained."""
        clock = TimedScene.wakes(self, view)
        told = STAY - (view.now - (self.hinted or 0.0)) if self._explains(view) else None
        return min((wake for wake in (clock, told) if wake is not None), default=None)

    def resumed(self, result: object, view: View) -> Transition | None:
        """The clock stood still while the menu was open."""
        self.held()
        return TimedScene.resumed(self, result, view)

    def back(self, view: View) -> Transition | None:  # noqa: ARG002
        """Back to the board."""
        return Pop()


def reaches(card: Card, deed: Deed | None, audience: str) -> bool:
    """Whether a tool is for this audience; a broadcast only if it reaches her now."""
    if not card.broadcast or deed is None:
        return True
    return any(line.audience is not None and line.audience.id == audience for line in deed.odds)


def best_message(card: Card) -> str:
    """The message to begin with: what is known to be hers, else what may be, legal ones first."""
    ranks = ("main", "side", "unknown", "not_hers")
    order = sorted(card.messages, key=lambda one: (bool(one.deed.refused), ranks.index(one.known)))
    return order[0].id if order else ""
