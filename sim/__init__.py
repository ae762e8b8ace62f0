"""The balancing simulator: the rules of the game, compiled, a thousand games at a time."""

from sim.balancing import Judgement, Verdict, balance
from sim.comparing import Comparison, compare
from sim.result import Result
from sim.trial import simulate
from sim.trouble import SimulationError

__all__ = [
    "Comparison",
    "Judgement",
    "Result",
    "SimulationError",
    "Verdict",
    "balance",
    "compare",
    "simulate",
]
