"""The side column of the board: the organisation, this week's event, what is at risk, what happened."""

from game.screen.box import Box
from game.screen.canvas import Canvas, common_style, icon_in
from game.screen.drawings import droplet
from game.screen.grid import BoardGrid
from game.screen.model import BoardModel, LogLine, Power
from game.screen.settings import Lookup
from game.screen.theme import icon_of, style
from game.screen.widgets.panels import headed, moulds, panel

PAD = 24
HEAD = 68
NUMBER = 36.0
"""Size of the numbers of will and know-how where larger ones leave no room for the words."""
LOG_HEAD = 60
LOG_STEP = 51.0
EFFECTS = {1: 38.0, 2: 68.0}
"""Height of what is said about an effect of the event, by its number of lines."""
EFFECT_ICON = 42.0
AIR = 4.0
"""Between the story of the event and what it does."""
POWER = 44.0
"""What the icon of a power takes in front of its name."""


def draw_organisation(canvas: Canvas, grid: BoardGrid, model: BoardModel, words: Lookup) -> None:
    """Will and know-how as moulds, stories, and the powers that can be given away."""
    box = grid.side_panel("organisation")
    values = (model.will, model.know_how, model.stories, model.powers)
    canvas.layer(
        ("organisation", values, words.language),
        box.inset(-20),
        lambda c: _organisation(c, box, model, words),
    )


def _organisation(canvas: Canvas, box: Box, model: BoardModel, words: Lookup) -> None:
    look = canvas.theme
    panel(canvas, box)
    inner = box.inset(PAD, 0)
    cy = box.y + 46
    _tracks(canvas, Box(inner.x, cy - 30, inner.w, 60), model, words)
    moulds(canvas, Box(inner.x - 4, box.y + 82, 380, 60), model.will, model.know_how)
    canvas.panel(Box(inner.x, box.y + 165, inner.w, 2), look.line, 1)
    icon_in(canvas, icon_of("marks", "story"), inner.x + 17, box.y + 204, 34, look.ink)
    stories = stories_row(box).within(left=45)
    canvas.text(words.count("board.stories", model.stories), stories, style("label"), look.ink)
    _powers(canvas, Box(inner.x, box.y + 226, inner.w, 48), model.powers, words)


def stories_row(box: Box) -> Box:
    """Where the organisation's card says how many stories there are; its right stays free."""
    return Box(box.x + PAD, box.y + 182, box.w - 2 * PAD, 44)


def _powers(canvas: Canvas, box: Box, powers: tuple[Power, ...], words: Lookup) -> None:
    """The powers that can be given away: each with its name if those fit, else what they are together."""
    look = canvas.theme
    plain = style("body")
    if not powers:
        canvas.text(words("board.no_powers"), box, plain, look.ink_soft, lines=2)
        return
    widths = [canvas.width_of(power.name, plain) for power in powers]
    if sum(widths) + POWER * len(powers) + PAD * (len(powers) - 1) <= box.w:
        x = box.x
        for power, width in zip(powers, widths, strict=True):
            icon_in(canvas, power.icon, x + 17, box.cy, 34, look.ink)
            canvas.text(power.name, Box(x + POWER, box.y, width + 1, box.h), plain, look.ink_soft)
            x += POWER + width + PAD
        return
    pitch = min(44.0, 200 / len(powers))
    for i, power in enumerate(reversed(powers)):
        icon_in(canvas, power.icon, box.right - 18 - i * pitch, box.cy, 34, look.ink)
    left = box.within(right=len(powers) * pitch + 10)
    canvas.text(words("board.powers"), left, plain, look.ink_soft, shorts=(words("board.powers_short"),))


def _tracks(canvas: Canvas, box: Box, model: BoardModel, words: Lookup) -> None:
    """Will at the left and know-how at the right: icon, word, number."""
    look = canvas.theme
    name, number = style("strong").at(28), style("number")
    icon, near, apart, figures = 33.0, 6.0, 10.0, 58.0
    values = str(model.will), str(model.know_how)
    texts = words("board.will"), words("board.know_how")
    least = [canvas.width_of(text, name.at(name.size / canvas.text_scale)) + 1 for text in texts]
    # Numbers grow until the words would have no room, and the icons go before a word does.
    counts = [min(canvas.width_of(value, number), figures) for value in values]
    room = box.w - 2 * apart - near - sum(least)
    if room < sum(counts) + 2 * (icon + near):
        counts = [canvas.width_of(value, number.at(NUMBER / canvas.text_scale)) + 1 for value in values]
    if room < sum(counts) + 2 * (icon + near):
        icon = near = 0.0
    room = box.w - 2 * (icon + near + apart) - sum(counts) - 6
    name = common_style(canvas, [f"{texts[0]}{texts[1]}"], room - 2, name)
    widths = [canvas.width_of(text, name) + 1 for text in texts]
    starts = box.x, box.right - (icon + near + widths[1] + apart + counts[1])
    signs = icon_of("marks", "convinced"), icon_of("verbs", "practise")
    for i, x in enumerate(starts):
        if icon:
            icon_in(canvas, signs[i], x + icon / 2, box.cy, icon, look.ink, stroke=2.1)
        word = Box(x + icon + near, box.y, widths[i], box.h)
        canvas.text(texts[i], word, name, look.ink)
        count = Box(word.right + apart, box.y, counts[i] + 1, box.h)
        canvas.text(values[i], count, number, look.ink)


def draw_event(canvas: Canvas, grid: BoardGrid, model: BoardModel, words: Lookup) -> None:
    """The event card of this week; on a narrow window it also takes the room of the log."""
    box = grid.side_panel("event")
    if canvas.frame.narrow:
        log = grid.side_panel("log")
        box = Box(box.x, box.y, box.w, log.bottom - LOG_HEAD - 16 - box.y)
    canvas.layer(
        ("event", model.event, model.part == "setup", box, words.language),
        box.inset(-20),
        lambda c: event_card(c, box, model, words),
    )


def event_card(canvas: Canvas, box: Box, model: BoardModel, words: Lookup) -> None:
    """An event card in any box, as when it grows out of the side column."""
    look = canvas.theme
    event = model.event
    headed(canvas, box, HEAD, look.accent)
    head = Box(box.x, box.y, box.w, HEAD + 6)
    canvas.panel(Box.around(box.x + 46, head.cy, 54, 54), "#FFFFFF", 27, opacity=0.85)
    icon = event.icon if event else "calendar-event"
    icon_in(canvas, icon, box.x + 46, head.cy, 35, "#22264B", stroke=2.1)
    said, about = words(_head_of_event(model)), ""
    if event and event.about:
        about = ", ".join(event.about)
        said = words("board.event_about", name=about)
    room, setting = head.within(left=86, right=16), style("strong").at(28)
    canvas.text(said, room, setting, look.accent_ink, shorts=(about,) if about else ())
    if event is None:
        return
    inner = Box(box.x + PAD, box.y + HEAD + 8, box.w - 2 * PAD, box.h - HEAD - 8 - 8)
    title = style("h3").at(36)
    one_line = canvas.set_text(event.title, inner.top_part(44), title).fits
    room = inner.top_part(44 if one_line else 84)
    top = canvas.text(event.title, room, title, look.ink, lines=1 if one_line else 2)
    used = max(44.0, top.box.bottom - inner.y)
    body = inner.within(top=used + 6)
    if not event.effects:
        canvas.text(event.text, body, style("body"), look.ink, lines=9, valign="top")
        return
    told, foot = _told(canvas, body, event.effects)
    story = body.within(bottom=foot + AIR)
    # Where there is no room for both, what the event does goes before its story, which Monday told.
    if canvas.set_text(event.text, story, style("body"), lines=9).fits:
        block = canvas.text(event.text, story, style("body"), look.ink, lines=9, valign="top")
        body = body.within(top=min(body.h - foot, block.box.bottom - body.y + 16))
    _effects(canvas, body, told, len(event.effects) - len(told), words)


def _told(
    canvas: Canvas, box: Box, effects: tuple[LogLine, ...]
) -> tuple[tuple[tuple[LogLine, int], ...], float]:
    """The effects that there is room for, each with its number of lines; and the height that they take.

    If that are not all, the height of a line is in it that says how many more there are.
    """
    line = Box(0, 0, box.w - EFFECT_ICON, EFFECTS[1])
    each = [(one, 1 if canvas.set_text(one.text, line, style("label")).fits else 2) for one in effects]
    for n in range(len(each), -1, -1):
        tall = sum(EFFECTS[lines] for _, lines in each[:n]) + (EFFECTS[1] if n < len(each) else 0.0)
        if tall <= box.h or n == 0:
            break
    return tuple(each[:n]), tall


def _effects(
    canvas: Canvas, box: Box, told: tuple[tuple[LogLine, int], ...], more: int, words: Lookup
) -> None:
    """What the event does, from the top of a box, and that it does ``more``."""
    look, y = canvas.theme, box.y
    for effect, lines in told:
        line = Box(box.x + EFFECT_ICON, y, box.w - EFFECT_ICON, EFFECTS[lines])
        icon_in(canvas, effect.icon, box.x + 15, line.cy, 30, look.ink, stroke=2.1)
        canvas.text(effect.text, line, style("label"), look.ink, lines=lines)
        y = line.bottom
    if more:
        rest = Box(box.x + EFFECT_ICON, y, box.w - EFFECT_ICON, EFFECTS[1])
        canvas.text(words("board.more_effects", n=more), rest, style("body"), look.ink_soft)


def _head_of_event(model: BoardModel) -> str:
    """What is said over the event: there is none before the first Monday, and none in a quiet week."""
    if model.event:
        return "board.event"
    return "board.before" if model.part == "setup" else "board.quiet"


def draw_log(canvas: Canvas, grid: BoardGrid, model: BoardModel, words: Lookup) -> None:
    """How many tokens may fall, and the last facts; a narrow window shows the first only."""
    box = grid.side_panel("log")
    narrow = canvas.frame.narrow
    if narrow:
        box = box.bottom_part(LOG_HEAD)
    canvas.layer(
        ("log", model.at_risk, model.log, box, words.language),
        box.inset(-20),
        lambda c: _log(c, grid, box, model, words),
    )


def _log(canvas: Canvas, grid: BoardGrid, box: Box, model: BoardModel, words: Lookup) -> None:
    look = canvas.theme
    narrow = canvas.frame.narrow
    if narrow:
        canvas.panel(box, look.sunken, PAD, shadow="card")
    else:
        headed(canvas, box, LOG_HEAD, look.sunken)
    head = Box(box.x, box.y, box.w, LOG_HEAD + 4)
    canvas.shape(droplet(look), Box.around(box.x + 46, head.cy, 40, 40))
    risk = model.at_risk
    said = words.count("board.at_risk", risk) if risk else words("board.none_at_risk")
    keys = ("board.at_risk_brief", "board.at_risk_short") if risk else ()
    short = tuple(words(key, n=risk) for key in keys)
    canvas.text(said, head.within(left=80, right=9), style("strong").at(28), look.ink, shorts=short)
    if narrow:
        return
    step = LOG_STEP + 11 * grid.extra / 360
    room = int((box.h - LOG_HEAD - 6) // step)
    for i, fact in enumerate(model.log[:room]):
        cy = box.y + LOG_HEAD + step * 0.63 + i * step
        canvas.panel(Box.around(box.x + 46, cy, 48, 48), look.sunken, 24)
        icon_in(canvas, fact.icon, box.x + 46, cy, 30, look.ink)
        canvas.text(fact.text, Box(box.x + 84, cy - 24, box.w - 84 - 14, 48), style("body"), look.ink)
