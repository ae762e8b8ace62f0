"""How often something may be done: buckets that fill with time."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, and so many more each second."""

    burst: float
    per_second: float


class Bucket:
    """What is left of a rate for one sender; ``now`` in seconds of any clock that does not go back."""

    def __init__(self, rate: Rate, now: float) -> None:
        self._rate = rate
        self._left = rate.burst
        self._at = now

    def take(self, now: float) -> bool:
        """Whether one more is allowed; if so it is counted."""
        self._fill(now)
        if self._left < 1:
            return False
        self._left -= 1
        return True

    def give_back(self) -> None:
        """What was taken last does not count."""
        self._left = min(self._rate.burst, self._left + 1)

    def full(self, now: float) -> bool:
        """Whether nothing was taken for so long that the bucket may be forgotten."""
        self._fill(now)
        return self._left >= self._rate.burst

    def _fill(self, now: float) -> None:
        self._left = min(self._rate.burst, self._left + (now - self._at) * self._rate.per_second)
        self._at = now


class Buckets:
    """One bucket per sender; full ones are forgotten, so that strangers cannot fill the memory."""

    _MOST = 1024

    def __init__(self, rate: Rate) -> None:
        self._rate = rate
        self._buckets: dict[str, Bucket] = {}

    def take(self, sender: str, now: float) -> bool:
        """Whether this sender may do one more."""
        if sender not in self._buckets:
            if len(self._buckets) >= self._MOST:
                self._buckets = {s: b for s, b in self._buckets.items() if not b.full(now)}
            self._buckets[sender] = Bucket(self._rate, now)
        return self._buckets[sender].take(now)

    def give_back(self, sender: str) -> None:
        """What this sender took last does not count."""
        if sender in self._buckets:
            self._buckets[sender].give_back()
