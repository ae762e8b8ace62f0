"""The smallest set of options whose effects, added up, bring every value where it is wanted.

A mixed-integer linear programme, solved by HiGHS (scipy.optimize.milp): an option is taken or not, at
most one of each group; what is still wanting in the end is allowed, at a high price.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

What = TypeVar("What")
Values = NDArray[np.float64]

PRICE_OF_SIZE: Final = 0.05  # of a step, where a whole option costs 1
LARGEST: Final = 10  # steps that still cost more
PRICE_OF_WANT: Final = 25.0  # of a value that is one scale off
SECONDS: Final = 10.0


@dataclass(frozen=True, slots=True)
class Option(Generic[What]):
    """Something that may be done: its group, its size in steps, and its effect on each value."""

    what: What
    group: object
    steps: int
    effect: Values

    @property
    def price(self) -> float:
        """One, and a little for its size."""
        return 1 + PRICE_OF_SIZE * min(self.steps, LARGEST)


def choose(
    options: Sequence[Option[Any]],
    values: Values,
    low: Values,
    high: Values,
    scale: Values,
    tried: Sequence[frozenset[int]],
    most: int,
) -> tuple[int, ...]:
    """The places of the options to take, none of the sets in ``tried``; empty if nothing helps.

    ``values`` are as they are now, ``low`` and ``high`` where they are wanted, ``scale`` what one off is.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415  # an extra, and slow to load

    n, m = len(options), len(values)
    effects = np.array([option.effect for option in options]).T / scale[:, None]
    want = np.eye(m)
    constraints = [
        LinearConstraint(np.hstack([effects, want]), (low - values) / scale, np.inf),
        LinearConstraint(np.hstack([effects, -want]), -np.inf, (high - values) / scale),
        LinearConstraint(np.hstack([_groups(options), np.zeros((_count(options), m))]), -np.inf, 1),
        LinearConstraint(np.hstack([np.ones(n), np.zeros(m)]), 1, most),
    ]
    for one in tried:
        cut = np.array([1.0 if i in one else -1.0 for i in range(n)] + [0.0] * m)
        constraints.append(LinearConstraint(cut, -np.inf, len(one) - 1))
    found = milp(
        np.concatenate([[option.price for option in options], np.full(m, PRICE_OF_WANT)]),
        constraints=constraints,
        integrality=np.concatenate([np.ones(n), np.zeros(m)]),
        bounds=Bounds(0, np.concatenate([np.ones(n), np.full(m, np.inf)])),
        options={"time_limit": SECONDS},
    )
    if found.x is None:
        return ()
    return tuple(int(i) for i in np.flatnonzero(found.x[:n] > 0.5))


def _count(options: Sequence[Option[Any]]) -> int:
    return len({option.group for option in options})


def _groups(options: Sequence[Option[Any]]) -> Values:
    groups = list(dict.fromkeys(option.group for option in options))
    out = np.zeros((len(groups), len(options)))
    for i, option in enumerate(options):
        out[groups.index(option.group), i] = 1
    return out
