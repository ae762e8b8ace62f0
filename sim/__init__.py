"""The balancing simulator: the rules of the game, compiled, a thousand games at a time."""

from sim.comparing import Comparison, compare
from sim.result import Result
from sim.trial import simulate
from sim.trouble import SimulationError

__all__ = ["Comparison", "Result", "SimulationError", "compare", "simulate"]
