"""The second question of choosing: which message, and what is worth knowing of the tool or verb itself."""

from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.drawings import depth
from game.screen.focus import State
from game.screen.scene import View
from game.screen.scenes.deciding_model import Card, Message
from game.screen.scenes.deciding_parts import numbered
from game.screen.theme import Depth, style
from game.screen.widgets.buttons import choice, label
from game.words.catalogue import Words

PILL_GAP = 12.0
SHORT_LABEL = 12
"""Letters of a message of which three stand in one row."""
RAISED = 6.0
"""How much higher two lines stand beside a heading, so that the lower one keeps off what is below."""


def draw_second(
    canvas: Canvas, view: View, head: Box, places: tuple[Box, ...], card: Card, chosen: str
) -> None:
    """Below the cards: what the chosen one is, and its messages in their places, of which one is chosen."""
    look, words = canvas.theme, Words("play", view.settings.language)
    if card.icon:
        heading, number = card.name, ""
    else:
        heading, number = words("choose.message" if card.messages else "choose.everybody"), "2"
    width = numbered(canvas, head, number, heading)
    if not card.icon:
        beside = head.within(left=width + 28)
        width += 28 + draw_depth(canvas, beside, card.depth, view.words(f"depth.{card.depth}"))
    if card.messages:
        room = head.within(left=width + 28)
        message = next((one for one in card.messages if one.id == chosen), None)
        told = () if message is None else message.helper
        plain, strong = style("body"), style("strong").at(28)
        upper, lower = room.rows(2)
        helper, *shorts = told or ("",)
        wide = canvas.width_of(helper, strong) + 56
        if not helper:
            draw_tagline(canvas, room, card.text)
        elif canvas.width_of(card.text, plain) <= upper.w and wide <= lower.w:
            canvas.text(card.text, upper, plain, look.ink_soft, align="right")
            label(canvas, lower.right_part(wide), helper, strong, look.ink, icon="users")
        else:  # what could be done together goes before what the tool is
            label(
                canvas,
                room.right_part(min(wide, room.w)),
                helper,
                strong,
                look.ink,
                icon="users",
                shorts=tuple(shorts),
                lines=2,
            )
    else:
        line, strong = Box(head.x, head.bottom, head.w, 82), style("strong").at(28)
        room = head.within(left=width + 28)
        wide = canvas.width_of(card.misses, strong) + 16 + 34 * canvas.text_scale
        if card.misses and wide > room.w:  # who is not reached goes before what the tool is
            label(canvas, line, card.misses, strong, look.ink, icon="eye-off", lines=2)
            return
        canvas.text(card.text, line, style("body").at(32), look.ink_soft, lines=2)
        if card.misses:
            label(canvas, room.right_part(wide), card.misses, strong, look.ink, icon="eye-off")
    for one, box in zip(card.messages, places, strict=True):
        state = view.focus.state(f"message:{one.id}")
        draw_message(canvas, box, one, chosen=one.id == chosen, state=state)


def draw_tagline(canvas: Canvas, room: Box, text: str) -> None:
    """What a tool is, at the right of a row: on one line, or on two of about the same length."""
    plain, ink = style("body"), canvas.theme.ink_soft
    wide = canvas.width_of(text, plain)
    if wide <= room.w:
        canvas.text(text, room, plain, ink, align="right")
        return
    widths = (room.right_part(min(room.w, wide * share / 20)) for share in range(11, 20))
    even = next((one for one in widths if canvas.set_text(text, one, plain, lines=2).fits), room)
    canvas.text(text, even.moved(0, -RAISED), plain, ink, lines=2, align="right")


def draw_depth(canvas: Canvas, box: Box, deep: Depth, word: str) -> float:
    """The ring of a tool and its word: what, how or why; gives their width."""
    look = canvas.theme
    canvas.shape(depth(look, deep), Box(box.x, box.cy - 20, 40, 40))
    return 50 + canvas.text(word, box.within(left=50), style("strong").at(28), look.ink).box.w


def message_boxes(row: Box, messages: tuple[Message, ...]) -> tuple[Box, ...]:
    """Where the messages lie: as many columns as there are, in two rows where they are many."""
    n = len(messages)
    if n == 0:
        return ()
    short = max(len(one.motive.label) for one in messages) <= SHORT_LABEL
    columns = n if n <= 2 or (n == 3 and short) else -(-n // 2) if n > 4 else 2
    rows = -(-n // columns)
    height = row.h if rows == 1 else 64
    cells: list[Box] = []
    for i in range(rows):
        line = Box(row.x, row.y + i * (height + 8), row.w, height)
        cells += line.columns(max(columns, 2), PILL_GAP)[: n - i * columns]
    return tuple(cells[:n])


def draw_message(canvas: Canvas, box: Box, shown: Message, *, chosen: bool, state: State) -> None:
    """A message with what is known of it for this audience."""
    choice(
        canvas,
        box,
        shown.motive.label,
        chosen=chosen,
        state=state,
        icon=shown.motive.icon,
        note=shown.note,
    )


# -- gates --------------------------------------------------------------------------------
