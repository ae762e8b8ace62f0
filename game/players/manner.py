"""How a seat is played, in numbers that both speeds read: its kind, noise, budget, and what it leaves out.

A *manner* is a row of ``MANNER`` numbers; ``line_up`` writes them from people's spelling.
"""

from typing import Final

from game.rules.legal import first_of, kind_of
from game.rules.limits import BROADCAST, PLAY
from game.rules.speed import rule, small
from game.rules.tables import Ints

# The columns of a manner.
KIND: Final = 0
NOISE: Final = 1  # in how many of a thousand decisions it does anything that is legal
BUDGET: Final = 2  # games that a planner imagines for a decision
NO_MECHANISMS: Final = 3  # masks: what it never plays
NO_VERBS: Final = 4
COLUMNS: Final = 5
THOUSAND: Final = 1000


@rule
def is_left_out(manner: Ints, action: int) -> bool:
    """Whether a player leaves out a packed command."""
    kind = kind_of(action)
    if (manner[NO_VERBS] >> kind) & 1 == 1:
        return True
    is_tool = kind == PLAY or kind == BROADCAST
    return is_tool and (manner[NO_MECHANISMS] >> first_of(action)) & 1 == 1


@small
def leaves_out(manner: Ints) -> bool:
    """Whether a player leaves out anything."""
    return manner[NO_MECHANISMS] != 0 or manner[NO_VERBS] != 0


@rule
def leave_out(manner: Ints, actions: Ints, n: int) -> int:
    """Take what a player leaves out from a list of ``n`` commands; gives how many are left."""
    if not leaves_out(manner):
        return n
    left = 0
    for i in range(n):
        action = actions[i]
        actions[left] = action
        left += not is_left_out(manner, action)
    return left
