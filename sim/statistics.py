"""How sure a measurement is: intervals at a fixed number of games, and sequences that may be peeked at.

Two kinds of statements, never to be mixed up:

* ``mean_interval`` and ``share_interval`` hold at one number of games, chosen beforehand. Looking again
  and again until one of them says what was hoped for makes them lie.
* ``MeanSequence`` holds at *every* number of games at the same time. A verdict that rests on it may be
  asked for after each game, and games may stop at the first answer: the chance that its bounds ever
  leave the truth out, over all looks together, is at most ``error``. Nothing is assumed of the values
  but that games are independent and values lie between two known bounds.

The sequence is the predictable plug-in empirical-Bernstein confidence sequence of I. Waudby-Smith and
A. Ramdas, *Estimating means of bounded random variables by betting*, Journal of the Royal Statistical
Society B 86 (2024) 1-27, theorem 2, its bets tuned to the number of games that is planned (section 3.3).
"""

from dataclasses import dataclass, field
from math import log, nan, sqrt
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Status = Literal["met", "missed", "undecided"]
Values = NDArray[np.float64]

ERROR = 0.05
ENOUGH = 10  # values for each number that is fitted to them
LARGEST_BET = 0.5  # what the authors advise: more is bolder with few games, less is never needed


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate and the bounds between which the truth lies, with the confidence that was asked for."""

    value: float
    low: float
    high: float

    def scaled(self, factor: float) -> "Interval":
        """The same in another unit."""
        return Interval(self.value * factor, self.low * factor, self.high * factor)

    @property
    def width(self) -> float:
        """From the lower bound to the upper."""
        return self.high - self.low

    def leaves_out(self, value: float) -> bool:
        """Whether ``value`` lies outside the bounds."""
        return value < self.low or value > self.high


def mean_interval(sums: NDArray[Any], sizes: NDArray[Any] | None = None, error: float = ERROR) -> Interval:
    """A mean with Student's bounds, for a number of independent values fixed beforehand.

    ``sums`` are the values themselves, or sums over blocks of ``sizes`` values each. One value alone
    says nothing of the spread: its bounds are infinite. Values without any spread have bounds equal to
    their mean.
    """
    n = len(sums)
    counted = np.ones(n) if sizes is None else sizes
    total = float(np.sum(counted))
    mean = float(np.sum(sums)) / total
    if n < 2:
        return Interval(mean, -np.inf, np.inf)
    from scipy.special import stdtrit  # noqa: PLC0415  # an extra, and slow to load

    spread = sqrt(n / (n - 1) * float(np.sum((sums - mean * counted) ** 2))) / total
    half = float(stdtrit(n - 1, 1 - error / 2)) * spread
    return Interval(mean, mean - half, mean + half)


def mean_without_luck(
    values: NDArray[Any], luck: NDArray[Any], error: float = ERROR
) -> tuple[Interval, NDArray[np.float64]]:
    """A mean from which luck is taken out as far as the values follow it, and what a unit of luck weighs.

    ``luck`` (games, k) must be 0 on average in truth: then taking it out moves the mean by nothing but
    chance, and makes it surer. These are control variates, fitted by least squares with Student's bounds:
    S. S. Lavenberg and P. D. Welch, *A perspective on the use of control variables to increase the
    efficiency of Monte Carlo simulations*, Management Science 27 (1981) 322-335. With few values for
    each, or nothing to explain, nothing is taken out.
    """
    weights = np.zeros(luck.shape[1])
    used = np.ptp(luck, axis=0) > 0
    n = len(values)
    if np.ptp(values) == 0 or not used.any() or n < ENOUGH * (1 + int(used.sum())):
        return mean_interval(values, error=error), weights
    from scipy.special import stdtrit  # noqa: PLC0415

    design = np.column_stack([np.ones(n), luck[:, used]])
    found, _, rank, _ = np.linalg.lstsq(design, values)
    rest = float(np.sum((values - design @ found) ** 2)) / (n - rank)
    spread = sqrt(rest * float(np.linalg.pinv(design.T @ design)[0, 0]))
    half = float(stdtrit(n - rank, 1 - error / 2)) * spread
    weights[used] = found[1:]
    mean = float(found[0])
    return Interval(mean, mean - half, mean + half), weights


def share_interval(count: int, n: int, error: float = ERROR) -> Interval:
    """A share with the exact bounds of Clopper and Pearson, for a number ``n`` fixed beforehand."""
    from scipy.special import betaincinv  # noqa: PLC0415

    low = 0.0 if count == 0 else float(betaincinv(count, n - count + 1, error / 2))
    high = 1.0 if count == n else float(betaincinv(count + 1, n - count, 1 - error / 2))
    return Interval(count / n, low, high)


@dataclass(slots=True)
class MeanSequence:
    """Bounds of a mean that hold after every value at once (see the top of this module).

    Values lie between ``lowest`` and ``highest``. ``planned`` is the number of values for which the
    bounds are narrowest; they hold for any number. ``error`` is the chance of ever being wrong.
    """

    lowest: float
    highest: float
    planned: int
    error: float = ERROR
    n: int = field(default=0, init=False)
    low: float = field(init=False)
    high: float = field(init=False)
    _total: float = field(default=0.0, init=False)
    _sum: float = field(default=0.0, init=False)
    _squares: float = field(default=0.0, init=False)
    _bets: float = field(default=0.0, init=False)
    _weighted: float = field(default=0.0, init=False)
    _spent: float = field(default=0.0, init=False)

    def __post_init__(self) -> None:
        self.low, self.high = self.lowest, self.highest

    @property
    def interval(self) -> Interval:
        """The plain mean so far (nan before the first value), and the bounds."""
        return Interval(self._total / self.n if self.n else nan, self.low, self.high)

    def update(self, values: NDArray[Any]) -> None:
        """Take in more values, in their order.

        Raises
        ------
        ValueError
            If a value lies outside the bounds: then nothing would hold.
        """
        if len(values) == 0:
            return
        width = self.highest - self.lowest
        if float(np.min(values)) < self.lowest or float(np.max(values)) > self.highest:
            raise ValueError(f"values outside {self.lowest} to {self.highest}")
        self._total += float(np.sum(values))
        if width == 0:
            self.n += len(values)
            return
        x = (np.asarray(values, np.float64) - self.lowest) / width
        i = np.arange(self.n + 1, self.n + len(x) + 1)
        sums = self._sum + np.cumsum(x)
        means = (0.5 + sums) / (i + 1)
        before = (0.5 + sums - x) / i
        squares = self._squares + np.cumsum((x - means) ** 2)
        variance = (0.25 + squares - (x - means) ** 2) / i
        price = log(2 / self.error)
        bets = np.minimum(np.sqrt(2 * price / (variance * max(self.planned, 1))), LARGEST_BET)
        placed = self._bets + np.cumsum(bets)
        weighted = self._weighted + np.cumsum(bets * x)
        spent = self._spent + np.cumsum((x - before) ** 2 * (-np.log1p(-bets) - bets))
        centre, half = weighted / placed, (price + spent) / placed
        self.n += len(x)
        self._sum, self._squares = float(sums[-1]), float(squares[-1])
        self._bets, self._weighted, self._spent = float(placed[-1]), float(weighted[-1]), float(spent[-1])
        self.low = max(self.low, self.lowest + width * float(np.max(centre - half)))
        self.high = min(self.high, self.lowest + width * float(np.min(centre + half)))


def within(found: Interval, low: float, high: float) -> Status:
    """Whether the truth is proven to lie from ``low`` to ``high``, or outside."""
    if found.high < low or found.low > high:
        return "missed"
    return "met" if low <= found.low and found.high <= high else "undecided"


def together(statuses: list[Status]) -> Status:
    """One verdict over several: missed if any is, met if all are."""
    if "missed" in statuses:
        return "missed"
    return "undecided" if "undecided" in statuses else "met"
