"""Left of the persona cards: a button, and a QR code for who comes late if there is room for one."""

from dataclasses import dataclass
from typing import Final

from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.grid import BoardGrid
from game.screen.layout import Frame
from game.screen.model import BoardModel
from game.screen.phones import Place, link_of
from game.screen.widgets.joining import draw_qr, qr

LEFT, WIDTH, BUTTON, QR = 32.0, 176.0, 84.0, 167.0
BESIDE: Final = 3
"""The level beside which a second button finds room, under the code to join with."""
FINEST: Final = 3
"""Pixels of a module under which a QR code on the wall is not read any more."""


@dataclass(frozen=True, slots=True)
class Corner:
    """The places for one board in one window."""

    grid: BoardGrid
    frame: Frame
    model: BoardModel

    @property
    def low(self) -> Box:
        """The button, beside the persona cards."""
        card = self.grid.card(0)
        y = card.cy - 50 if self.link is None else card.bottom - BUTTON
        return Box(LEFT, y, WIDTH, BUTTON)

    @property
    def high(self) -> Box:
        """Another button, beside the pyramid."""
        return Box(LEFT, self.grid.band(BESIDE).cy - BUTTON / 2, WIDTH, BUTTON)

    @property
    def qr(self) -> Box:
        """Under the lowest label, over the button."""
        low = self.grid.card(0).bottom - BUTTON - 10
        return Box(LEFT, low - QR, WIDTH, QR)

    @property
    def link(self) -> str | None:
        """What the QR says; none where it would be too small for a camera, or the code has no other place."""
        code, address = self.model.join_code, self.model.join_address
        if code is None or address is None or self.frame.narrow:
            return None
        link = link_of(Place(address, ""), code)
        return link if min(self.qr.w, self.qr.h) * self.frame.scale >= FINEST * qr(link).view.w else None

    def draw_way_in(self, canvas: Canvas) -> None:
        """The QR code."""
        if self.link is not None:
            draw_qr(canvas, self.qr, self.link)
