"""How the trainer's panel is drawn."""

from dataclasses import dataclass

from game.rules.limits import PARTS
from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, icon_in
from game.screen.hotseat import Hotseat
from game.screen.phones import Person, link_of
from game.screen.scene import View
from game.screen.scenes.trainer_model import (
    MOST_CHIPS,
    SWITCHES,
    WATCHING,
    Plan,
    Row,
    chosen_options,
    leads_of,
    rows_of,
)
from game.screen.theme import Style, style
from game.screen.topbar import clock_text
from game.screen.widgets.buttons import ButtonKind, button, chip, chip_width, label, segments
from game.screen.widgets.joining import draw_qr
from game.screen.widgets.panels import panel
from game.screen.widgets.sticks import wooden
from game.screen.writing import Written, draw_written
from game.words.catalogue import Words

LEADS = {
    "start": "player-play",
    "next": "player-skip-forward",
    "press": "player-track-next",
    "end_guessing": "player-skip-forward",
    "end_early": "flag",
    "stop": "logout",
    "undo": "logout",
}
DEEDS = {
    "write": "check",
    "forget": "x",
    "stand_in": "robot",
    "hand_back": "device-mobile",
    "take_screen": "device-tv",
    "leave_screen": "device-tv",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What is chosen on the panel, and what stands in its fields."""

    row: str
    member: Person | None
    people: tuple[Person, ...]
    everybody: int
    """How many the row has, of whom ``people`` are shown."""
    deeds: tuple[str, ...]
    moving: bool
    reason: Written
    name: Written | None
    """None: no name is being written."""
    writing: str
    """The field with the caret."""


def way_out(view: View) -> str:
    """The key of what leads out of the panel: back to the game that it covers, or its own window closed."""
    return "trainer.close" if view.led else "trainer.close_window"


def lacking(game: Hotseat, lead: str, words: Words) -> str:
    """Why the game cannot be led so yet: as in the lobby, somebody must be there for the start."""
    return words("lobby.nobody") if lead == "start" and not game.people else ""


def draw_panel(canvas: Canvas, plan: Plan, game: Hotseat, shown: Shown, view: View) -> None:
    """Everything on it."""
    words = Words("lobby", view.settings.language)
    look = canvas.theme
    title = canvas.text(words("trainer.title"), Box(36, 24, 500, 76), style("h1"), look.ink)
    people = len(game.phones.people) if game.phones is not None else 0
    about = f"{game.scenario.title.get(words.language)} · {words.count('trainer.people', people)}"
    end = (plan.apart if view.led else plan.close).x
    line = Box(title.box.right + 28, 28, end - title.box.right - 60, 76)
    canvas.text(about, line, style("body").at(32), look.ink_soft, lines=2)
    close = view.focus.state("close")
    icon = "arrow-back-up" if view.led else "x"
    button(canvas, plan.close, words(way_out(view)), state=close, icon=icon)
    if view.led:
        state = view.focus.state("apart")
        button(canvas, plan.apart, words("trainer.apart"), state=state, icon="device-laptop")
    _draw_time(canvas, plan, game, shown, view, words)
    _draw_leads(canvas, plan, game, view, words)
    _draw_rows(canvas, plan, game, shown, view, words)
    _draw_below(canvas, plan, shown, view, words)
    _draw_door(canvas, plan, game, view, words)
    _draw_switches(canvas, plan, game, view, words)


def _draw_time(canvas: Canvas, plan: Plan, game: Hotseat, shown: Shown, view: View, words: Words) -> None:
    look = canvas.theme
    panel(canvas, plan.time)
    inner = plan.time.inset(32, 28)
    where = words("trainer.before")
    if game.table.started:
        week, part = max(1, game.table.truth.week[0]), PARTS[game.table.truth.part[0]]
        where = f"{view.words('board.week', n=week)} · {words(f'part.{part}')}"
    canvas.text(where, inner.top_part(52), style("h3"), look.ink)
    left = game.phones.left() if game.phones is not None else None
    told = clock_text(left) if left is not None else words("trainer.no_clock")
    if game.paused:
        told = words("trainer.paused")
    figures = inner.within(top=58, bottom=276)
    setting = style("number").at(88 if left is not None and not game.paused else 44)
    canvas.text(told, figures, setting, look.ink, align="centre", lines=2, shrink_first=True)
    _draw_switch(canvas, plan, "clock", game, view, words)
    if not game.table.started or game.table.over:
        return
    if not game.paused:
        _field(canvas, plan, plan.reason, shown, words("trainer.reason"), view, "reason")
    key, icon = ("trainer.resume", "player-play") if game.paused else ("trainer.pause", "player-pause")
    state = view.focus.state("pause")
    button(canvas, plan.pause, words(key), kind="ink", state=state, icon=icon)


def field_style() -> Style:
    """The letters of a field."""
    return style("body").at(30)


def _field(canvas: Canvas, plan: Plan, box: Box, shown: Shown, empty: str, view: View, name: str) -> None:
    look = canvas.theme
    writing = shown.writing == name
    written = shown.name if name == "name" and shown.name is not None else shown.reason
    strong = writing or view.focus.state(name) != "idle"
    canvas.panel(
        box, look.panel, 20, edge=Edge(look.ink if strong else look.line_strong, 4 if writing else 3)
    )
    inner = plan.letters(box)
    draw_written(canvas, inner, written, field_style(), writing=writing)
    if not written.text and not writing:
        canvas.text(empty, inner, field_style(), look.ink_soft, lines=2, shrink_first=True)


def _draw_leads(canvas: Canvas, plan: Plan, game: Hotseat, view: View, words: Words) -> None:
    panel(canvas, plan.lead)
    inner = plan.lead.inset(32, 26)
    canvas.text(words("lead.title"), inner.top_part(50), style("h3"), canvas.theme.ink)
    leads = leads_of(game)
    for lead, box in zip(leads, plan.leads(len(leads)), strict=True):
        kind: ButtonKind = "ink" if lead in ("start", "press") else "outline"
        lacks = lacking(game, lead, words)
        state = view.focus.state(f"lead:{lead}", enabled=not lacks)
        button(canvas, box, words(f"lead.{lead}"), kind=kind, state=state, icon=LEADS[lead], reason=lacks)


def _draw_rows(canvas: Canvas, plan: Plan, game: Hotseat, shown: Shown, view: View, words: Words) -> None:
    look = canvas.theme
    panel(canvas, plan.seats)
    inner = plan.seats.inset(28, 24)
    name = "" if shown.member is None else shown.member.called(words.language)
    said = words("row.where", name=name) if shown.moving and shown.member else words("row.title")
    head = inner.top_part(50)
    title = canvas.text(said, head, style("h3"), look.ink, shrink_first=True)
    if shown.member is not None and not shown.moving and shown.name is None:
        # The whole name of who is chosen: among the others there may be room for the first word alone.
        rest, plain = head.within(left=title.box.w + 30), style("body").at(30)
        if canvas.set_text(name, rest, plain).fits:
            canvas.text(name, rest, plain, look.ink_soft, align="right")
    for i, row in enumerate(rows_of(game)):
        box = plan.row(i)
        chosen, state = row.id == shown.row, view.focus.state(f"row:{row.id}")
        edge = Edge(look.ink, 4) if chosen else Edge(look.ink if state == "hover" else look.line, 2)
        fill = look.accent if shown.moving else look.panel_soft
        canvas.panel(box, fill, 22, edge=edge)
        _draw_row(canvas, box, row, i, game, words, look.accent_ink if shown.moving else look.ink)


def _draw_row(canvas: Canvas, box: Box, row: Row, place: int, game: Hotseat, words: Words, ink: str) -> None:
    look = canvas.theme
    name_at = box.inset(8, 8).left_part(300)
    if row.id == WATCHING:
        canvas.text(words("row.watching"), name_at.within(left=20), style("strong"), ink)
    else:
        department = game.scenario.department(row.id)
        wooden(canvas, name_at, place + 1)
        icon_in(canvas, department.icon, name_at.x + 40, name_at.cy, 34, look.on_wood)
        name = name_at.within(left=70, right=18)
        text, short = department.name.get(words.language), department.label.get(words.language)
        canvas.text(text, name, style("strong").at(28), look.on_wood, shorts=(short,))
    rest = box.within(left=326, right=20)
    mark, icon = _plays(row, game, words)
    text = "" if row.id == WATCHING else game.names_at(row.id, words.language)
    text = text or ", ".join(one.called(words.language) for one in row.people)
    shorts: tuple[str, ...] = ("",)  # who plays at the board is not counted: the mark beside it says enough
    if row.people:
        shorts = (words.count("seat.people", len(row.people)), str(len(row.people)))
    if mark:
        setting = style("label").at(28)
        width = min(rest.w * (0.66 if text else 1), chip_width(canvas, mark, icon=icon, setting=setting) + 8)
        chip(canvas, rest.right_part(width).centred(width, 48), mark, icon=icon, setting=setting)
        rest = rest.within(right=width + 12)
    canvas.text(text, rest, style("body").at(28), ink, shorts=shorts)


def _plays(row: Row, game: Hotseat, words: Words) -> tuple[str, str | None]:
    """A word for how a department is played, where its people alone do not tell."""
    if row.id == WATCHING:
        return "", None
    if row.id in game.table.bots:
        return words("row.bot"), "robot"
    if row.id in game.here:
        return words("row.here"), "device-tv"
    if row.id in game.away:
        return words("row.away"), None
    return ("", None) if row.people else (words("row.free"), None)


def _draw_below(canvas: Canvas, plan: Plan, shown: Shown, view: View, words: Words) -> None:
    look = canvas.theme
    canvas.panel(Box(plan.below.x, plan.below.y - 12, plan.below.w, 2), look.line, 1)
    if shown.name is not None:
        asked = Box(plan.name.x, plan.name.y - 66, plan.name.w, 56)
        was = "" if shown.member is None else shown.member.called(words.language)
        canvas.text(words("row.rename", name=was), asked, style("strong"), look.ink, shrink_first=True)
        _field(canvas, plan, plan.name, shown, words("deed.rename"), view, "name")
    elif not shown.people:
        empty = plan.below.within(bottom=96)
        canvas.text(words("row.nobody"), empty, style("body").at(30), look.ink_soft, align="centre", lines=2)
    else:
        for i, one in enumerate(shown.people):
            _draw_person(canvas, plan.chip(i), one, words, shown.member == one, view)
        if shown.everybody > MOST_CHIPS:
            _draw_more(canvas, plan.chip(MOST_CHIPS - 1), words("row.more"), view)
    for deed, box in zip(shown.deeds, plan.deeds(len(shown.deeds)), strict=True):
        kind: ButtonKind = "ink" if deed in ("write", "hand_back") else "outline"
        state = view.focus.state(f"deed:{deed}")
        icon = DEEDS.get(deed)  # four buttons have room for their words only
        button(canvas, box, words(f"deed.{deed}"), kind=kind, state=state, icon=icon)


def _draw_person(canvas: Canvas, box: Box, one: Person, words: Words, chosen: bool, view: View) -> None:
    look = canvas.theme
    hover = view.focus.state(f"member:{one.id}") != "idle"
    fill = look.accent if chosen else look.panel
    edge = Edge(look.ink, 4) if chosen else Edge(look.ink if hover else look.line_strong, 3)
    canvas.panel(box, fill, box.h / 2, edge=edge)
    dot = Box.around(box.x + 30, box.cy, 22, 22)
    if one.away:
        canvas.panel(dot, None, 11, edge=Edge(look.accent_ink if chosen else look.bad, 4))
    else:
        canvas.panel(dot, look.good, 11)
    ink = look.accent_ink if chosen else look.ink
    name = one.called(words.language)
    first, *_ = name.split(" ")
    shorts = (first, *(f"{first[:letters].rstrip('-')}." for letters in (12, 9, 7) if letters < len(first)))
    canvas.text(name, box.within(left=50, right=12), style("label").at(30), ink, shorts=shorts)


def _draw_more(canvas: Canvas, box: Box, text: str, view: View) -> None:
    look = canvas.theme
    hover = view.focus.state("more") != "idle"
    canvas.panel(box, look.sunken, box.h / 2, edge=Edge(look.ink if hover else look.line, 3))
    label(canvas, box.inset(16, 2), text, style("strong").at(28), look.ink, icon="users", align_centre=True)


def _draw_door(canvas: Canvas, plan: Plan, game: Hotseat, view: View, words: Words) -> None:
    if game.phones is None:
        return
    look = canvas.theme
    panel(canvas, plan.door)
    inner = plan.door.inset(28, 24)
    title = inner.top_part(68)
    canvas.text(words("door.title"), title, style("h3"), look.ink, align="centre", shrink_first=True, lines=2)
    other = len(game.phones.places) > 1
    rest = inner.within(top=74, bottom=80 if other else 0)
    if not game.phones.place.reachable:
        soft = style("body").at(30)
        canvas.text(words("door.none.title"), rest, soft, look.ink_soft, align="centre", lines=4)
        return
    draw_qr(canvas, rest.within(bottom=118), link_of(game.phones.place, game.phones.code))
    low = rest.bottom_part(110)
    code = style("number").at(50)
    canvas.text(game.phones.code, low.top_part(60), code, look.ink, align="centre")
    canvas.text(
        game.phones.place.address, low.bottom_part(48), style("label").at(30), look.ink, align="centre"
    )
    if other:
        button(canvas, plan.place, words("door.other"), state=view.focus.state("place"), icon="refresh")


def _draw_switches(canvas: Canvas, plan: Plan, game: Hotseat, view: View, words: Words) -> None:
    look = canvas.theme
    panel(canvas, plan.board)
    for name in ("lang", "lock"):
        box = plan.switch(name)
        line = Box(plan.board.x + 28, box.y, box.x - plan.board.x - 40, box.h)
        canvas.text(
            words(f"switch.{name}.title"), line, style("strong").at(30), look.ink, lines=2, shrink_first=True
        )
        _draw_switch(canvas, plan, name, game, view, words)
    box = plan.switch("approval")
    _draw_switch(canvas, plan, "approval", game, view, words)
    below = Box(box.x, box.bottom + 4, box.w, plan.board.bottom - 8 - box.bottom - 4)
    option = SWITCHES["approval"][chosen_options(game)["approval"]]
    canvas.text(
        words(f"approval.{option}.text"), below, style("body").at(28), look.ink_soft, lines=1, align="centre"
    )


def _draw_switch(canvas: Canvas, plan: Plan, name: str, game: Hotseat, view: View, words: Words) -> None:
    options = SWITCHES[name]
    hover = next((i for i, one in enumerate(options) if view.focus.hover == f"{name}:{one}"), None)
    texts = tuple(words(f"switch.{name}.{option}") for option in options)
    segments(canvas, plan.switch(name), texts, chosen_options(game)[name], hover=hover)
