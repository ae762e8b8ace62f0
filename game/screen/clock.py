"""The clock of the work part: it runs while people choose, stands still otherwise, and forces nothing.

It knows only the stage's time, which tests turn by hand.
"""

from dataclasses import dataclass
from math import ceil
from typing import Literal, get_args

from game.table.roster import CLOCKS

ClockLength = Literal["off", "normal", "long"]
CLOCK_LENGTHS: tuple[ClockLength, ...] = get_args(ClockLength)


def seconds_of(length: ClockLength) -> int:
    """How long a work part lasts, as on the phones; 0 without a clock."""
    return CLOCKS[length] or 0


@dataclass(slots=True)
class WorkClock:
    """What is used of the work part of one week, in seconds.

    ``run`` is called again and again while it should run; between ``hold`` and the next ``run``
    nothing is counted.
    """

    week: int = 0
    used: float = 0.0
    paused: bool = False
    ended: float | None = None
    """The moment at which the time was up, in the stage's time."""
    _seen: float | None = None

    def begin(self, week: int) -> None:
        """The work part of a week goes on; in another week the clock starts afresh."""
        if week != self.week:
            self.week, self.used, self.paused, self.ended = week, 0.0, False, None
        self.hold()

    def run(self, now: float, length: ClockLength) -> None:
        """Count the time since it was last run."""
        if self.paused or length == "off":
            self.hold()
            return
        self.used += now - (now if self._seen is None else self._seen)
        self._seen = now
        if self.used >= seconds_of(length):
            self.ended = now if self.ended is None else self.ended
        else:
            self.ended = None  # a longer time was chosen

    def hold(self) -> None:
        """Stand still until it is run again."""
        self._seen = None

    def pause(self) -> None:
        """Pause, or go on."""
        self.paused = not self.paused
        self.hold()

    def left(self, length: ClockLength) -> int | None:
        """Seconds left, begun ones included; None without a clock."""
        return None if length == "off" else max(0, ceil(seconds_of(length) - self.used))

    def wakes(self, length: ClockLength) -> float | None:
        """Seconds until it shows something else; None if it does not run."""
        left = self.left(length)
        if not left or self.paused:
            return None
        return max(0.02, seconds_of(length) - self.used - (left - 1))
