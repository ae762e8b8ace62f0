"""One source, two speeds.

``rule`` only remembers a function. Called from Python it stays as it is; the simulator, which alone
imports Numba, makes every remembered function known to the compiler before it compiles its driver.
"""

from collections.abc import Callable
from typing import TypeVar

Function = TypeVar("Function", bound=Callable[..., object])

RULES: list[Callable[..., object]] = []


def rule(function: Function) -> Function:
    """Mark a plain function as one that the simulator compiles too."""
    RULES.append(function)
    return function
