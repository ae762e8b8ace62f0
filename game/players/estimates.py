"""What a player reckons with: chances and worth, from open things only.

All figures are whole numbers, chances and points in thousandths, so that both speeds agree to the
last digit. ``seen`` is always a state from which hidden things were taken (``rules.hide``).
"""

from typing import Final

from game.rules.limits import FIRM, LEVELS, LOOSE
from game.rules.pricing import MAIN, NEITHER, SIDE, bond_of_lifted, dice, difficulty, is_possible
from game.rules.score import worth
from game.rules.speed import rule, small
from game.rules.state import State
from game.rules.tables import Tables

ONE: Final = 1000


@rule
def motives_left(t: Tables, seen: State, audience: int) -> int:
    """How many motives may still be one of hers: researched candidates, or all of the scenario."""
    left = 0
    for motive in range(t.motives[0]):
        if seen.not_hers[audience][motive] == 0 and (
            seen.research[0] == 0 or seen.candidates[audience][motive] == 1
        ):
            left += 1
    return max(left - seen.known[audience][MAIN] - seen.known[audience][SIDE], 1)


@rule
def chances_of(t: Tables, seen: State, audience: int, message: int) -> int:
    """The chances, in thousandths, that a message is her main or side motive or neither, in one number.

    ``main_of``, ``side_of`` and ``neither_of`` read it.
    """
    left = ONE // motives_left(t, seen, audience)
    main = side = 0
    if is_possible(t, seen, audience, message, MAIN):
        main = ONE if seen.known[audience][MAIN] == 1 else left
    if is_possible(t, seen, audience, message, SIDE):
        side = ONE if seen.known[audience][SIDE] == 1 else left
    neither = ONE - main - side if is_possible(t, seen, audience, message, NEITHER) else 0
    return (main << 20) | (side << 10) | neither


@small
def main_of(chances: int) -> int:
    """The chance of the main motive."""
    return chances >> 20


@small
def side_of(chances: int) -> int:
    """The chance of the side motive."""
    return (chances >> 10) & 1023


@small
def neither_of(chances: int) -> int:
    """The chance of neither."""
    return chances & 1023


@rule
def hits(t: Tables, seen: State, seat: int, mechanism: int, audience: int, message: int, chances: int) -> int:
    """Tokens that a play is expected to lift, in thousandths."""
    main = main_of(chances)
    side = side_of(chances)
    neither = neither_of(chances)
    faces = 0
    if main > 0:
        faces += main * (7 - difficulty(t, seen, seat, mechanism, audience, message, MAIN))
    if side > 0:
        faces += side * (7 - difficulty(t, seen, seat, mechanism, audience, message, SIDE))
    if neither > 0:
        faces += neither * (7 - difficulty(t, seen, seat, mechanism, audience, message, NEITHER))
    return dice(t, seen, mechanism, audience) * faces // 6


@rule
def weeks_left(t: Tables, seen: State) -> int:
    """Weeks after this one."""
    return t.weeks[0] - seen.week[0]


@rule
def prospect(level: int, bond: int, weeks: int) -> int:
    """What a token is worth to somebody who thinks of the end, in thousandths of a point.

    A firm token keeps its points; a loose one will fall a level unless somebody makes it firm on its
    way up, for which there is time only as long as there are weeks (2.4, 3.4).
    """
    if level == 0:
        return 0
    if bond == FIRM:
        return worth(level) * ONE
    low = worth(level - 1) * ONE
    return low + (worth(level) * ONE - low) * min(weeks, 4) // 8


@rule
def gain(t: Tables, seen: State, mechanism: int, audience: int, lifted: int) -> int:
    """Points that ``lifted`` thousandths of tokens are expected to be worth at the end, in thousandths."""
    level = t.level[mechanism]
    weeks = weeks_left(t, seen)
    bond = bond_of_lifted(t, seen, mechanism, audience)
    loose = min(seen.tokens[audience][level][LOOSE] * ONE, lifted)
    firm = max(lifted - loose, 0)
    after = prospect(level + 1, bond, weeks)
    return (
        loose * (after - prospect(level, LOOSE, weeks)) + firm * (after - prospect(level, FIRM, weeks))
    ) // ONE


@rule
def step_points(level: int) -> int:
    """Points between a level and the next, in thousandths: what a step looks like on the day itself."""
    return (worth(min(level + 1, LEVELS - 1)) - worth(level)) * ONE
