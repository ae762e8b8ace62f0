"""One source, two speeds.

``rule`` only remembers a function. Called from Python it stays as it is; the simulator, which alone
imports Numba, makes every remembered function known to the compiler before it compiles its driver.
"""

from collections.abc import Callable
from typing import TypeVar

Function = TypeVar("Function", bound=Callable[..., object])

RULES: list[Callable[..., object]] = []
SMALL: list[Callable[..., object]] = []


def rule(function: Function) -> Function:
    """Mark a plain function as one that the simulator compiles too."""
    RULES.append(function)
    return function


def small(function: Function) -> Function:
    """Mark a rule that is so small, or so often called, that the compiler shall write it out in place."""
    SMALL.append(function)
    return rule(function)
