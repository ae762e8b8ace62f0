"""Connections that are nobody's yet: how fast they may come, and who goes where there are too many.

Whoever holds hundreds of sockets, silent, half asked or upgraded, must not keep phones out. A connection
stands in the row of its address from its first moment until its WebSocket was welcomed. When there are too
many, the one that has stood longest goes, of the address that has most of them: thirty people may sit behind
one address, but no address crowds out another. Short of that nobody is cut before a deadline of its own: an
attacker would only come again sooner, and coming is what costs time.
"""

from collections.abc import Callable, Hashable
from typing import Final

from game.net.rates import Buckets, Rate

MOST: Final = 1200
"""Connections that are nobody's; those of members come on top."""
COMING: Final = Rate(1200, 250)
"""New connections of one address; thirty phones that load the page at once need some eight each."""

Cut = Callable[[], None]


class Crowd:
    """Rows of connections by address, ``most`` of them; ``now`` is in seconds and does not go back."""

    def __init__(self, now: Callable[[], float], most: int = MOST) -> None:
        self._most = most
        self._now = now
        self._coming = Buckets(COMING)
        self._rows: dict[str, dict[Hashable, Cut]] = {}
        self._address: dict[Hashable, str] = {}

    def __len__(self) -> int:
        return len(self._address)

    def enter(self, connection: Hashable, address: str, cut: Cut) -> None:
        """A connection was made; ``cut`` ends it, at once if too many come from there."""
        if not self._coming.take(address, self._now()):
            cut()
            return
        self._address[connection] = address
        self._rows.setdefault(address, {})[connection] = cut
        if len(self) > self._most:
            row = max(self._rows.values(), key=len)
            first, make_place = next(iter(row.items()))
            self.leave(first)
            make_place()

    def leave(self, connection: Hashable) -> None:
        """It is somebody's, or gone."""
        address = self._address.pop(connection, None)
        if address is not None:
            row = self._rows[address]
            del row[connection]
            if not row:
                del self._rows[address]
