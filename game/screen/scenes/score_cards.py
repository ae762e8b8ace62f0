"""What drove everybody: the cards of the departments on the score screen (mock-up g)."""

from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, icon_in
from game.screen.scenes.score_model import DriveCard
from game.screen.theme import MINIMUM, Style, style
from game.screen.widgets.buttons import label
from game.screen.widgets.sticks import on_disc, wooden
from game.words.catalogue import Words

ROOMY = 200.0
"""Height from which a card has room for everything under each other."""
ROOM_BESIDE = 165.0
"""Height from which a card has room for its numbers beside the motive."""
TALLY = 34.0
"""Width of the sign before how many guessed right."""


def cards_box(height: float) -> Box:
    """The cards on the right, without their title."""
    return Box(1212, 148, 676, height - 148 - 34)


def card_boxes(height: float, n: int) -> tuple[Box, ...]:
    """The cards under each other."""
    box = cards_box(height)
    gap = 17.0 if n <= 4 else 12.0
    tall = min(280.0, (box.h - gap * (n - 1)) / n)
    return tuple(Box(box.x, box.y + i * (tall + gap), box.w, tall) for i in range(n))


def draw_cards_title(
    canvas: Canvas, height: float, words: Words, *, scores: bool, colleagues: int = 0
) -> None:
    """The words over the cards: a question, or whom the trophy below honours."""
    look = canvas.theme
    box = cards_box(height)
    head = Box(box.x, 78, box.w, 60)
    own = canvas.width_of(words("score.own"), style("body")) + 24
    title = head.within(right=own if scores else 0)
    if colleagues:
        key = "reveal.colleague" if colleagues == 1 else "reveal.colleagues"
        label(canvas, title, words(key), style("h2"), look.ink, icon="trophy")
    else:
        canvas.text(words("score.drove"), title, style("h2"), look.ink)
    if scores:
        canvas.text(words("score.own"), head, style("body"), look.ink_soft, align="right")


def draw_card(
    canvas: Canvas,
    box: Box,
    card: DriveCard,
    words: Words,
    seed: int,
    *,
    opacity: float = 1,
) -> None:
    """One department: its stick, its motive if it is turned up, and its numbers."""
    canvas.layer(
        ("drive", card, box, seed, words.language),
        box.inset(-30),
        lambda c: _card(c, box, card, words, seed),
        opacity=opacity,
    )


def _card(canvas: Canvas, box: Box, card: DriveCard, words: Words, seed: int) -> None:
    look = canvas.theme
    best = card.colleague
    edge = Edge(look.ink, 4) if best else Edge(look.line, 2)
    canvas.panel(box, look.panel, 24, edge=edge, shadow="raised" if best else "card")
    if card.motive is None:
        top = _stick(canvas, box, card, seed, box.w - 36)
        below = box.within(left=76, right=18, top=top, bottom=8)
        _secret(canvas, below, card, words, roomy=box.h >= ROOMY)
    elif box.h < ROOM_BESIDE:
        _low(canvas, box, card, card.motive, words, seed)
    else:
        _revealed(canvas, box, card, card.motive, words, seed)


def _secret(canvas: Canvas, below: Box, card: DriveCard, words: Words, *, roomy: bool) -> None:
    """That the motive is still secret, where there is room for it, and the KPI."""
    look = canvas.theme
    x = below.x - 28
    if roomy:
        apart = min(14.0, max(0.0, below.h - 120) / 2)
        below = below.within(top=apart)
        icon_in(canvas, "fingerprint", x, below.y + 20, 36, look.ink_soft)
        canvas.text(words("score.hidden"), below.top_part(40), style("label"), look.ink_soft)
        below = below.within(top=44 + apart)
    icon_in(canvas, "target", x, below.y + 20, 34, look.ink_soft)
    canvas.text(card.kpi, below, style("body"), look.ink, lines=2, valign="top")


def _revealed(canvas: Canvas, box: Box, card: DriveCard, motive: str, words: Words, seed: int) -> None:
    """The motive under the stick, the numbers beside both; what was guessed where there is room."""
    look = canvas.theme
    slim = box.h < ROOMY
    numbers = 196.0 if slim else 206.0
    wide = box.w - 36 - numbers
    below = box.within(left=76, right=18 + numbers, top=_foot_of_stick(box), bottom=8)
    setting = style("label").at(28 if slim else 30)
    foot = 0.0 if slim or not card.thoughts else 48.0
    if foot and not canvas.set_text(motive, below.within(bottom=foot), setting, lines=3, valign="top").fits:
        foot = 0.0
    tally = 0.0 if foot else _tally_width(canvas, card)
    stick = wide - tally
    _stick(canvas, box, card, seed, stick)
    if tally:
        _tally(canvas, Box(box.x + 18 + stick, _stick_box(box, stick).y, tally, 48), card)
    icon_in(canvas, "fingerprint", box.x + 48, below.y + 20, 36, look.ink_soft)
    canvas.text(motive, below.within(bottom=foot), setting, look.ink, lines=3, valign="top")
    if foot:
        _thoughts(canvas, below.bottom_part(foot), card)
    _numbers(canvas, Box(box.right - numbers, box.y, numbers - 24, box.h), card, words, slim)


def _low(canvas: Canvas, box: Box, card: DriveCard, motive: str, words: Words, seed: int) -> None:
    """Everything but the motive in one row, so that the motive has the whole width."""
    look = canvas.theme
    tally = _tally_width(canvas, card)
    own = style("number").at(44 / canvas.text_scale)
    kpi = words("reveal.kpi", n=card.kpi_points)
    beside = style("body")
    widths = [canvas.width_of(str(card.own_score), own) + 2, canvas.width_of(kpi, beside) + 2]
    room = box.w - 36 - sum(widths) - 28
    stick = room - tally
    top = _stick(canvas, box, card, seed, stick)
    row = _stick_box(box, stick)
    if tally:
        _tally(canvas, Box(row.right, row.y, tally, row.h), card)
    number = Box(box.right - 18 - widths[0], row.y, widths[0], row.h)
    canvas.text(str(card.own_score), number, own, look.ink, align="right")
    place = Box(number.x - 14 - widths[1], row.y, widths[1], row.h)
    canvas.text(kpi, place, beside, look.ink_soft, align="right")
    below = box.within(left=76, right=18, top=top, bottom=8)
    _met(canvas, box.x + 46, below.cy, card)
    canvas.text(motive, below, style("label").at(28), look.ink, lines=2)


def _foot_of_stick(box: Box) -> float:
    """How far below the top of a card its text begins."""
    return 62.0 if box.h < ROOMY else 84.0


def _stick_box(box: Box, wide: float) -> Box:
    return Box(box.x + 18, box.y + 10, wide, 48) if box.h < ROOMY else Box(box.x + 18, box.y + 16, wide, 60)


def _stick(canvas: Canvas, box: Box, card: DriveCard, seed: int, wide: float) -> float:
    """The department on its stick, with the trophy of a colleague of the year; where text begins below it."""
    look = canvas.theme
    stick = _stick_box(box, wide)
    tall = stick.h
    wooden(canvas, stick, seed)
    on_disc(canvas, card.icon, stick.x + tall / 2 + 2, stick.cy, tall / 2 - 7, tall * 0.52)
    name = stick.within(left=tall + 10, right=56 if card.colleague else 22)
    canvas.text(card.name, name, style("strong").at(30), look.on_wood, shorts=(card.short,))
    if card.colleague:
        icon_in(canvas, "trophy", stick.right - 30, stick.cy, 36, look.on_wood, stroke=2.2)
    return _foot_of_stick(box)


def _thoughts(canvas: Canvas, row: Box, card: DriveCard) -> None:
    """Who guessed what, and whether that was right."""
    look = canvas.theme
    for i, one in enumerate(card.thoughts):
        pill = Box(row.x + i * 124, row.cy - 22, 116, 44)
        canvas.panel(pill, look.good_soft if one.right else look.idle_soft, 22)
        disc = Box(pill.x + 3, pill.y + 3, 38, 38)
        canvas.panel(disc, look.wood_light, 19)
        icon_in(canvas, one.by, disc.cx, disc.cy, 26, look.on_wood)
        ink = look.good if one.right else look.ink_soft
        icon_in(canvas, one.motive, pill.x + 62, pill.cy, 30, ink)
        icon_in(canvas, "check" if one.right else "x", pill.x + 94, pill.cy, 26, ink, stroke=2.6)


def _tally(canvas: Canvas, box: Box, card: DriveCard) -> None:
    """How many of those who guessed were right, where there is no room for what each of them guessed."""
    look = canvas.theme
    right = any(one.right for one in card.thoughts)
    ink = look.good if right else look.ink_soft
    icon_in(canvas, "check" if right else "x", box.x + 20, box.cy, 26, ink, stroke=2.6)
    canvas.text(_told(card), box.within(left=TALLY), _tally_style(canvas), ink)


def _told(card: DriveCard) -> str:
    return f"{sum(one.right for one in card.thoughts)}/{len(card.thoughts)}"


def _tally_style(canvas: Canvas) -> Style:
    return style("strong").at(MINIMUM / canvas.text_scale)


def _tally_width(canvas: Canvas, card: DriveCard) -> float:
    """What the tally takes beside the stick; nothing where nobody guessed."""
    return TALLY + canvas.width_of(_told(card), _tally_style(canvas)) + 4 if card.thoughts else 0.0


def _numbers(canvas: Canvas, box: Box, card: DriveCard, words: Words, slim: bool) -> None:
    look = canvas.theme
    own = Box(box.x, box.y + (2 if slim else 12), box.w, 58)
    canvas.text(str(card.own_score), own, style("number").at(44 if slim else 56), look.ink, align="right")
    kpi = Box(box.x, own.bottom - (6 if slim else -4), box.w, 36 if slim else 44)
    canvas.text(words("reveal.kpi", n=card.kpi_points), kpi, style("body"), look.ink_soft, align="right")
    row = Box(box.x - 10, kpi.bottom, box.w + 10, 38 if slim else 60)
    beside = row.within(left=52)
    said = canvas.text(words("reveal.met"), beside, style("body"), look.ink_soft, align="right", lines=2)
    _met(canvas, said.box.x - 32, row.cy, card)


def _met(canvas: Canvas, cx: float, cy: float, card: DriveCard) -> None:
    """Whether what drove the department came true."""
    look = canvas.theme
    disc = Box.around(cx, cy, 40, 40)
    canvas.panel(disc, look.good if card.met else look.idle_soft, 20)
    ink = look.panel if card.met else look.ink_soft
    icon_in(canvas, "check" if card.met else "x", disc.cx, disc.cy, 26, ink, stroke=3)


def draw_closed(canvas: Canvas, box: Box, *, opacity: float = 1) -> None:
    """A card that lies face down: nobody knows whose it is."""
    canvas.layer(("closed", box), box.inset(-30), lambda c: _closed(c, box), opacity=opacity)


def _closed(canvas: Canvas, box: Box) -> None:
    look = canvas.theme
    canvas.panel(box, look.sunken, 24, edge=Edge(look.line_strong, 3))
    icon_in(canvas, "fingerprint", box.cx, box.cy, min(84.0, box.h * 0.5), look.ink_soft, stroke=1.6)
