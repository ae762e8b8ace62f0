"""The door: how phones come in. The lobby, the pause and the trainer's panel show it."""

from game.screen.box import Box
from game.screen.canvas import Canvas, icon_in
from game.screen.focus import Target
from game.screen.hotseat import Hotseat
from game.screen.phones import Phones, link_of
from game.screen.scene import View
from game.screen.theme import style
from game.screen.widgets.buttons import button, label
from game.screen.widgets.joining import draw_code, draw_qr
from game.screen.widgets.panels import panel
from game.words.catalogue import Words

SWITCH = 88.0
"""The height of the button to another address."""


def _phones(game: Hotseat) -> Phones:
    if game.phones is None:
        raise ValueError("there is no door without phones")
    return game.phones


def next_place(game: Hotseat) -> None:
    """Show the next of the addresses of this computer."""
    phones = _phones(game)
    found = [one.address for one in phones.places]
    phones.choose(found[(found.index(phones.place.address) + 1) % len(found)])


def _switch(box: Box) -> Box:
    return Box(box.x + 64, box.bottom - 36 - SWITCH, box.w - 128, SWITCH)


def door_targets(box: Box, game: Hotseat, view: View) -> tuple[Target, ...]:
    """The way to another address, where there are several."""
    if len(_phones(game).places) < 2:
        return ()
    words = Words("lobby", view.settings.language)
    return (Target("place", _switch(box), words("door.other"), radius=24),)


def draw_door(canvas: Canvas, box: Box, game: Hotseat, view: View) -> None:
    """The QR code, the address in words and the code; or that no network can be found."""
    phones = _phones(game)
    words = Words("lobby", view.settings.language)
    look = canvas.theme
    panel(canvas, box)
    inner = box.inset(36, 28)
    title = inner.top_part(72)
    canvas.text(words("door.title"), title, style("h2").at(44), look.ink, align="centre", lines=2)
    if not phones.place.reachable:
        _draw_no_network(canvas, inner.within(top=90), words)
        return
    other = len(phones.places) > 1
    foot = SWITCH + 24 if other else 72
    rest = inner.within(top=84, bottom=foot)
    below = 300.0
    address = phones.place.address
    draw_qr(canvas, rest.within(bottom=below), link_of(phones.place, phones.code))
    low = rest.bottom_part(below)
    soft = style("body").at(30)
    canvas.text(words("door.type"), low.top_part(42), soft, look.ink_soft, align="centre")
    line = Box(low.x, low.y + 42, low.w, 64)
    canvas.text(address, line, style("number").at(48), look.ink, align="centre")
    canvas.text(words("door.code"), Box(low.x, low.y + 116, low.w, 42), soft, look.ink_soft, align="centre")
    draw_code(canvas, Box(low.x + 20, low.y + 164, low.w - 40, 112), phones.code)
    if other:
        state = view.focus.state("place")
        adapter = phones.place.adapter
        text = words("door.other_of", adapter=adapter) if adapter else words("door.other")
        button(canvas, _switch(box), text, state=state, icon="refresh", shorts=(words("door.other"),))
    else:
        place = inner.bottom_part(64)
        label(
            canvas,
            place,
            words("door.network"),
            soft.at(28),
            look.ink_soft,
            icon="wifi",
            align_centre=True,
            lines=2,
        )


def _draw_no_network(canvas: Canvas, box: Box, words: Words) -> None:
    look = canvas.theme
    disc = Box.around(box.cx, box.y + 150, 180, 180)
    canvas.panel(disc, look.sunken, 90)
    icon_in(canvas, "wifi", disc.cx, disc.cy, 104, look.ink_soft)
    head = Box(box.x, disc.bottom + 36, box.w, 60)
    canvas.text(words("door.none.title"), head, style("h3"), look.ink, align="centre", lines=2)
    text = Box(box.x, head.bottom + 12, box.w, box.bottom - head.bottom - 12)
    soft = style("body").at(30)
    canvas.text(words("door.none.text"), text, soft, look.ink_soft, align="centre", lines=9, valign="top")
