"""The clock of the work part as phones see it: it counts and forces nothing; the trainer decides."""

from math import ceil

from game.table.roster import CLOCKS


class WeekClock:
    """What is used of the work part of one week; ``now`` in seconds of a clock that does not go back."""

    def __init__(self) -> None:
        self._week = 0
        self._used = 0.0
        self._seen: float | None = None

    def tick(self, week: int, now: float, *, running: bool) -> None:
        """Time goes by: it counts if the clock ran since it was last asked."""
        if week != self._week:
            self._week, self._used, self._seen = week, 0.0, None
        if self._seen is not None:
            self._used += now - self._seen
        self._seen = now if running else None

    def left(self, mode: str) -> int | None:
        """Seconds left, begun ones included; none without a clock."""
        seconds = CLOCKS[mode]
        return None if seconds is None else max(0, ceil(seconds - self._used))
