"""The pages of the debrief that ask something: one large question at a time, and what to do on Monday."""

from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, icon_in
from game.screen.scenes.prompts import PromptModel
from game.screen.theme import Theme, style
from game.screen.widgets.people import face
from game.words.catalogue import Words

PLAN = (("who", "user"), ("what", "message-circle"), ("gain", "gift"), ("when", "calendar-event"))
"""What one decides about the talk of this week, with its icon."""


def grounds(look: Theme) -> tuple[str, str, str]:
    """The ground of a page that asks, what stands on it, and the ground of a card on it.

    Such a page is ink; in a dim room, where ink is bright, it would dazzle, so there it stays dark.
    """
    if look.name == "dark":
        return look.panel, look.ink, look.sunken
    return look.ink, look.on_ink, look.panel


def draw_prompt(canvas: Canvas, box: Box, prompt: PromptModel, said: str) -> None:
    """A question as large as it can be, what led to it, and its two numbers; ``said``: which one it is."""
    look = canvas.theme
    ground, ink, _ = grounds(look)
    canvas.panel(box, ground, 28, shadow="raised")
    inner = box.inset(64, 48)
    numbers = inner.right_part(430)
    room = inner.within(right=430 + 56)
    disc = Box(room.x, room.y, 112, 112)
    if prompt.audience is not None:
        face(canvas, prompt.audience, disc.cx, disc.cy, 56)
    else:
        canvas.panel(disc, look.accent, 56)
        icon_in(canvas, prompt.icon, disc.cx, disc.cy, 64, look.accent_ink, stroke=1.9)
    canvas.text(said, Box(disc.right + 28, disc.y, 700, disc.h), style("body").at(32), ink)
    lead = room.bottom_part(112)
    question = Box(room.x, disc.bottom + 28, room.w, lead.y - disc.bottom - 48)
    large = style("hero")
    canvas.text(prompt.question, question, large.at(large.size / canvas.text_scale), ink, lines=5)
    canvas.text(prompt.lead, lead, style("body").at(40), ink, lines=2)
    for cell, (number, caption) in zip(numbers.rows(2, 28), prompt.numbers, strict=True):
        _number(canvas, cell, str(number), caption)
    canvas.panel(Box(numbers.x - 29, numbers.y, 2, numbers.h), ink, 1, opacity=0.35)


def _number(canvas: Canvas, box: Box, number: str, caption: str) -> None:
    _, ink, _ = grounds(canvas.theme)
    large = style("hero").at(180 / canvas.text_scale)
    foot = box.bottom_part(box.h * 0.44)
    canvas.text(number, box.within(bottom=foot.h), large, ink, align="centre", valign="bottom")
    below = foot.within(top=46)
    canvas.text(caption, below, style("label").at(38), ink, align="centre", lines=2, valign="top")


def draw_monday(canvas: Canvas, box: Box, words: Words) -> None:
    """My talk this week: with whom, about what, when; and the last question."""
    look = canvas.theme
    ground, ink, card = grounds(look)
    canvas.panel(box, ground, 28, shadow="raised")
    inner = box.inset(64, 48)
    title = inner.top_part(120)
    large = style("title").at(84 / canvas.text_scale)
    canvas.text(words("debrief.plan"), title, large, ink, shrink_first=True)
    last = inner.bottom_part(72)
    canvas.text(words("debrief.model"), last, style("h2"), ink, shrink_first=True)
    cards = Box(inner.x, title.bottom + 30, inner.w, last.y - title.bottom - 60).columns(len(PLAN), 24)
    for (name, icon), one in zip(PLAN, cards, strict=True):
        canvas.panel(one, card, 24, edge=Edge(look.line, 2))
        room = one.inset(28, 32)
        icon_in(canvas, icon, room.x + 34, room.y + 36, 64, look.ink)
        head = Box(room.x + 80, room.y, room.w - 80, 72)
        canvas.text(words(f"debrief.plan.{name}"), head, style("h2").at(40), look.ink, lines=2)
        text = Box(room.x, head.bottom + 30, room.w, room.h * 0.5)
        canvas.text(
            words(f"debrief.plan.{name}.text"),
            text,
            style("body").at(40),
            look.ink_soft,
            lines=6,
            valign="top",
        )
        line = Box(room.x, room.bottom - 20, room.w, 4)
        canvas.panel(line, look.line_strong, 2)
