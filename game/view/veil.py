"""What a throw of dice came to, taken back: for whoever is told of it only when the dice lie on a board.

That a play was done is open at once, and with it who paid how many hours, what was brought to whom, and
whose turn it is. What waits is what the dice and the audience said: who rose, whether the message was hers,
and whatever follows from that.
"""

from collections.abc import Iterable
from typing import Final

from game.rules.records import copy
from game.rules.state import State

_OUTCOME: Final = (
    "attention",  # an irrelevant message costs more (3.3)
    "tokens",
    "known",
    "not_hers",
    "convinced",
    "stories",
    "lifted",
    "lifted_firm",
    "lifted_why",
    "irrelevant",
)
"""What only the outcome of a play tells; the first index is an audience, a seat, or always 0."""


def veiled(now: State, throws: Iterable[tuple[State, State]]) -> State:
    """A copy of a state without what some throws came to; everything else of it is as it is.

    ``throws`` are the states before and after each of them, the oldest first. What was changed by
    something else later is veiled too where a throw had changed the same (the attention of one audience).
    """
    seen = copy(now)
    for before, after in reversed([*throws]):  # so that what was before the oldest stays
        was = copy(before)
        for name in _OUTCOME:
            for place, (old, new) in enumerate(zip(getattr(was, name), getattr(after, name), strict=True)):
                if old != new:
                    getattr(seen, name)[place] = old
    return seen
