"""Connections that are nobody's yet: where there are too many, who goes first.

Whoever holds hundreds of sockets, silent, half asked or upgraded, must not keep phones out. A connection
stands in the row of its address from its first moment until its WebSocket was welcomed. When there are too
many, the one that has stood longest goes, of the address that has most of them: thirty people may sit behind
one address, but no address crowds out another. Nobody goes in the first moments, in which a phone says
hello, unless there are far too many.
"""

from collections.abc import Callable, Hashable
from typing import Final

MOMENT: Final = 2.0
"""Seconds that a newcomer has, whatever else comes; less would only make an attacker come again sooner."""
FAR_TOO_MANY: Final = 3
"""Times ``most``: then somebody goes at once."""

Cut = Callable[[], None]


class Crowd:
    """Rows of connections by address, ``most`` of them; ``now`` is in seconds and does not go back."""

    def __init__(self, most: int, now: Callable[[], float]) -> None:
        self._most = most
        self._now = now
        self._rows: dict[str, dict[Hashable, tuple[float, Cut]]] = {}
        self._address: dict[Hashable, str] = {}

    def __len__(self) -> int:
        return len(self._address)

    def enter(self, connection: Hashable, address: str, cut: Cut) -> None:
        """A connection was made; ``cut`` ends it."""
        self._address[connection] = address
        self._rows.setdefault(address, {})[connection] = (self._now(), cut)
        while len(self) > self._most and self._cut_one():
            pass

    def leave(self, connection: Hashable) -> None:
        """It is somebody's, or gone."""
        address = self._address.pop(connection, None)
        if address is not None:
            row = self._rows[address]
            del row[connection]
            if not row:
                del self._rows[address]

    def _cut_one(self) -> bool:
        """Cut the first of the longest row, if it may be."""
        row = max(self._rows.values(), key=len)
        connection, (since, cut) = next(iter(row.items()))
        if self._now() - since < MOMENT and len(self) <= FAR_TOO_MANY * self._most:
            return False
        self.leave(connection)
        cut()
        return True
