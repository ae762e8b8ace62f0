"""What lies between a phone and the table: it shows the frames, gets lost, and plays the board beside."""

import json
from collections.abc import Callable
from typing import Any, Literal

from playwright.sync_api import WebSocketRoute

from tests.net.phone.hands import Phone


class Cable:
    """What lies between page and server: it shows the frames, and can be cut."""

    def __init__(self, held: Phone) -> None:
        self.sent: list[dict[str, object]] = []
        self.swallow: Callable[[dict[str, object]], bool] = lambda _: False
        """Which frames of the server get lost; the line is cut with the first of them."""
        self.board: Literal["", "dice", "friday", "end", "motives"] | None = None
        """What a big screen beside the table has yet to show; none: there is no such screen."""
        self._held: list[object] = []
        """Facts of dice that still roll."""
        self.dead = False
        """Nothing comes through either way, and nobody is told."""
        self.last: dict[str, Any] = {}
        self._near: WebSocketRoute
        self._lines: list[dict[str, bool]] = []
        held.page.route_web_socket(lambda url: url.endswith("/ws"), self._lay)

    def _lay(self, near: WebSocketRoute) -> None:
        far = near.connect_to_server()
        self._near = near
        lost = {"whole": False}  # a line that was dead for a moment stays dead
        self._lines.append(lost)

        def up(text: str | bytes) -> None:
            self.sent.append(json.loads(text))
            if not lost["whole"] and not self.dead:
                far.send(text)
            else:
                lost["whole"] = True

        def down(text: str | bytes) -> None:
            if lost["whole"] or self.dead:
                lost["whole"] = True
            elif self.swallow(json.loads(text)):
                self.swallow = lambda _: False
                near.close()
                far.close()
            else:
                near.send(self._seen_beside_a_board(text))

        near.on_message(up)
        far.on_message(down)

    def _seen_beside_a_board(self, text: str | bytes) -> str | bytes:
        frame = json.loads(text)
        if self.board is None or "view" not in frame:
            return text
        frame["view"]["table"]["watch"] = self.board or None
        if self.board == "dice" and "facts" in frame:
            self._held += frame["facts"]
            frame["facts"] = []
        self.last = frame
        return json.dumps(frame)

    def unfolded(self) -> None:
        """The board has shown everything: the table tells so with the same view."""
        self.board = ""
        view = {**self.last["view"], "table": {**self.last["view"]["table"], "watch": None}}
        frame = {"type": "facts", "revision": self.last["revision"], "facts": self._held, "view": view}
        self._held = []
        self._near.send(json.dumps(frame))

    def cut(self) -> None:
        """The lines that lie here are dead from now on, without a word; a new one is not."""
        for lost in self._lines:
            lost["whole"] = True

    def commands(self) -> list[object]:
        return [one["id"] for one in self.sent if one["type"] == "command"]
