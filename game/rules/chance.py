"""Chance (rule 10): a hash of who draws what for what, never a stream.

``key`` mixes the seed, the purpose, the week and the ids concerned; ``draw`` and ``d6`` add the
running number. The mixing is splitmix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom
number generators"). Every value is a signed 64-bit whole number in both speeds; ``stir`` is the one
function that the simulator replaces by a twin of its own when it compiles the rules.
"""

from typing import Final

from game.rules.speed import small

GOLDEN: Final = 0x9E3779B97F4A7C15
_MASK: Final = (1 << 64) - 1
_SIGN: Final = 1 << 63
POSITIVE: Final = (1 << 62) - 1


def stir(state: int, x: int) -> int:
    """Output number ``x`` of splitmix64 started at ``state``, as a signed 64-bit number."""
    z = (state + (x + 1) * GOLDEN) & _MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
    z ^= z >> 31
    return z - (1 << 64) if z & _SIGN else z


@small
def key(seed: int, purpose: int, week: int, first: int, second: int = 0, third: int = 0) -> int:
    """The key under which a purpose draws in a week, for up to three ids."""
    return stir(stir(stir(stir(stir(seed, purpose), week), first), second), third)


@small
def below(key: int, number: int, n: int) -> int:
    """A whole number from 0 to ``n`` − 1: draw ``number`` of ``key``, mod ``n``."""
    return (stir(key, number) & POSITIVE) % n


@small
def d6(key: int, number: int) -> int:
    """A die: 1 + draw mod 6."""
    return 1 + (stir(key, number) & POSITIVE) % 6
