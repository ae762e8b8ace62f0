"""Sets of small numbers in one whole number: bit i is set if i is in the set. None reaches bit 63."""

from game.rules.speed import small


def size(mask: int) -> int:
    """How many numbers a set has. The simulator replaces it by a twin, which is one instruction there."""
    return mask.bit_count()


@small
def lowest(mask: int) -> int:
    """The lowest number of a set that has one."""
    return size((mask & -mask) - 1)


@small
def without_lowest(mask: int) -> int:
    """The set without its lowest number."""
    return mask & (mask - 1)
