"""What a player reckons with: chances and worth, from open things only.

All figures are whole numbers, chances and points in thousandths, so that both speeds agree to the
last digit. ``seen`` is always a state from which hidden things were taken (``rules.hide``).
"""

from typing import Final

from game.rules.limits import FIRM, LEVELS, LOOSE
from game.rules.pricing import MAIN, NEITHER, SIDE, bond_of_lifted, dice, difficulty, is_possible
from game.rules.score import worth
from game.rules.speed import rule
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
def chance_of(t: Tables, seen: State, audience: int, message: int, case: int) -> int:
    """The chance, in thousandths, that a message is her main or side motive, or neither."""
    if not is_possible(t, seen, audience, message, case):
        return 0
    if case == NEITHER:
        taken = chance_of_hers(t, seen, audience, message, MAIN) + chance_of_hers(
            t, seen, audience, message, SIDE
        )
        return ONE - taken
    return chance_of_hers(t, seen, audience, message, case)


@rule
def chance_of_hers(t: Tables, seen: State, audience: int, message: int, case: int) -> int:
    """The chance that a message is the motive at one place: even among those left."""
    if not is_possible(t, seen, audience, message, case):
        return 0
    if seen.known[audience][case] == 1:
        return ONE
    return ONE // motives_left(t, seen, audience)


@rule
def hits(t: Tables, seen: State, seat: int, mechanism: int, audience: int, message: int) -> int:
    """Tokens that a play is expected to lift, in thousandths."""
    faces = 0
    for case in range(3):
        chance = chance_of(t, seen, audience, message, case)
        if chance > 0:
            faces += chance * (7 - difficulty(t, seen, seat, mechanism, audience, message, case))
    return dice(t, seen, mechanism, audience) * faces // 6


@rule
def chance_irrelevant(t: Tables, seen: State, audience: int, message: int) -> int:
    """The chance that a message is neither motive, in thousandths."""
    return chance_of(t, seen, audience, message, NEITHER)


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
