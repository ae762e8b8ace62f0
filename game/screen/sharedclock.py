"""The clock of the work part where phones show it too: the table keeps it, the board only tells it."""

from collections.abc import Callable

from game.screen.clock import ClockLength, WorkClock

LOOKS = 0.5
"""Seconds after which the board looks again."""


class SharedClock(WorkClock):
    """``left_now`` gives the seconds left, none without a clock; ``pause_all`` has everybody wait."""

    __slots__ = ("_left_now", "_pause_all")

    def __init__(self, left_now: Callable[[], int | None], pause_all: Callable[[], None]) -> None:
        super().__init__()
        self._left_now = left_now
        self._pause_all = pause_all

    def run(self, now: float, length: ClockLength) -> None:  # noqa: ARG002 - the table knows its length
        """Notice that the time is up."""
        if self._left_now() != 0:
            self.ended = None
        elif self.ended is None:
            self.ended = now

    def pause(self) -> None:
        """Everybody waits, at the board and at the phones."""
        self._pause_all()

    def left(self, length: ClockLength) -> int | None:  # noqa: ARG002
        """Seconds left, begun ones included."""
        return self._left_now()

    def wakes(self, length: ClockLength) -> float | None:  # noqa: ARG002
        """Seconds until it is to be looked at again."""
        return LOOKS if self._left_now() else None
