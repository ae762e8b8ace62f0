"""How strong a mechanism is by itself, whoever plays it: what its dice lift in an hour, beside its step.

That is known from the file, exactly, and also of a mechanism that computer players seldom need.
Mechanisms that tell *what* are no part of it: they lift more at once, and lose it again (rule 3.4).
"""

from fractions import Fraction
from typing import Final

from game.scenario.compiling import Compiled
from game.scenario.models import Scenario
from sim.result import mechanisms_in_play

PIPS: Final = 6


def per_hour(scenario: Scenario, mechanism: str) -> Fraction:
    """The tokens that a mechanism lifts in an hour on average, with a message that fits (rule 3.3)."""
    said = scenario.mechanism(mechanism)
    return Fraction(said.reach * (PIPS + 1 - said.difficulty), PIPS * said.hours)


def strengths(compiled: Compiled) -> dict[str, Fraction]:
    """What each how- or why-mechanism in play lifts in an hour, times the mean of the others on its step.

    Those that are alone there are left out.
    """
    scenario = compiled.scenario
    names = [name for name in mechanisms_in_play(compiled) if scenario.mechanism(name).depth != "what"]
    found = {}
    for name in names:
        level = scenario.mechanism(name).level
        others = [
            per_hour(scenario, other)
            for other in names
            if other != name and scenario.mechanism(other).level == level
        ]
        if others:
            found[name] = per_hour(scenario, name) * len(others) / sum(others)
    return found
