"""Requests for files: whose turn it is. Members' links do not wait here, and must not wait for it.

A request costs about half a thousandth of a second, and a browser that loads the page has some eighty. Every
address has its own row: a few are answered in each turn of the server's loop, so many at a time, and in the
long run only so many a second. Whoever asks for more waits longer; nobody elsewhere does.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Hashable
from typing import Final

from game.net.rates import Buckets, Rate

REQUESTS: Final = Rate(4000, 200)
"""Requests of one address; thirty phones that load the page at once have some 2,400."""
AT_A_TIME: Final = 64
"""Requests of one address that are being answered: what they have not taken yet stands in the memory."""
_IN_A_TURN: Final = 4  # of one address, in one turn of the loop
_REST: Final = 0.02  # seconds until the next look, where nobody's turn has come


class Desk:
    """Rows of requests by address; ``now`` is in seconds and does not go back."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._rates = Buckets(REQUESTS)
        self._rows: dict[str, dict[Hashable, asyncio.Future[bool]]] = {}
        self._answered: dict[Hashable, str] = {}
        """The requests whose turn it is, and their addresses."""
        self._busy: Counter[str] = Counter()
        self._looking = False

    async def turn(self, request: Hashable, address: str) -> bool:
        """Wait for the turn of a request, which lasts until ``leave``; false: it left before."""
        loop = asyncio.get_running_loop()
        waits: asyncio.Future[bool] = loop.create_future()
        self._rows.setdefault(address, {})[request] = waits
        if not self._looking:
            self._looking = True
            loop.call_soon(self._look)
        return await waits

    def leave(self, request: Hashable, address: str) -> None:
        """It was answered, or its connection is gone."""
        if self._answered.pop(request, None) is not None:
            self._busy[address] -= 1
            if not self._busy[address]:
                del self._busy[address]
        waits = self._rows.get(address, {}).pop(request, None)
        if waits is not None and not waits.done():  # it is, where the server ends
            waits.set_result(False)

    def _look(self) -> None:
        """Give a turn to the first of each row, and come back as long as somebody waits."""
        called = [self._call(address) for address in self._rows for _ in range(_IN_A_TURN)]
        self._rows = {address: row for address, row in self._rows.items() if row}
        self._looking = bool(self._rows)
        if self._looking:
            asyncio.get_running_loop().call_later(0 if any(called) else _REST, self._look)

    def _call(self, address: str) -> bool:
        row = self._rows[address]
        if not row or self._busy[address] >= AT_A_TIME or not self._rates.take(address, self._now()):
            return False
        first = next(iter(row))
        waits = row.pop(first)
        if waits.done():
            return True
        waits.set_result(True)
        self._answered[first] = address
        self._busy[address] += 1
        return True
