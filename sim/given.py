"""What a script gives to a study, looked at before anything is compiled or played."""

import operator
from collections.abc import Sequence
from os import PathLike
from typing import Final

from game.rules.chance import POSITIVE
from game.scenario.load import load
from game.scenario.models import Scenario
from sim.trouble import SimulationError

MOST_WORKERS: Final = 1024
_SHOWN: Final = 40  # characters of what was given


def whole(name: str, given: object, least: int = 1, most: int | None = None) -> int:
    """A whole number within bounds (at most what a record holds), NumPy's too; ``True`` and ``2.0`` are none.

    Raises
    ------
    SimulationError
        If it is anything else.
    """
    try:
        number = operator.index(given)  # type: ignore[arg-type]  # whatever a script gives
    except TypeError:
        raise _no_number(name, given, least, most) from None
    if isinstance(given, bool) or not least <= number <= (POSITIVE if most is None else most):
        raise _no_number(name, given, least, most)
    return number


def workers_of(given: object) -> int | None:
    """How many threads shall play; None leaves it to the machine. Raises ``SimulationError``."""
    return None if given is None else whole("workers", given, 1, MOST_WORKERS)


def opened(given: object) -> Scenario:
    """The scenario that is meant: a path, the id of a shipped one, or a loaded one.

    Raises
    ------
    SimulationError
        If it is none of these.
    ScenarioError, ScenarioNotFound
        If the scenario is invalid or cannot be found.
    """
    if isinstance(given, Scenario):
        return given
    check_path("scenario", given)
    return load(given)  # type: ignore[arg-type]  # it is a path


def check_path(name: str, given: object) -> None:
    """Refuse with ``SimulationError`` what cannot be a path."""
    if not isinstance(given, str | PathLike):
        raise SimulationError("no_path", name=name, given=shown(given))


def each_player(given: object) -> list[object]:
    """The players of a line-up one by one, spelled or callable; raises ``SimulationError``."""
    if isinstance(given, str):
        return list(given.split(","))
    each = list(given) if isinstance(given, Sequence) and not isinstance(given, bytes) else [given]
    for one in each:
        if not (isinstance(one, str) or callable(one)):
            raise SimulationError("no_player", given=shown(one))
    return each


def _no_number(name: str, given: object, least: int, most: int | None) -> SimulationError:
    code = "no_number" if most is None else "no_number_between"
    return SimulationError(code, name=name, given=shown(given), least=least, most=most)


def shown(given: object, most: int = _SHOWN) -> str:
    """What was given, as Python writes it; the beginning of it if that is long."""
    said = repr(given)
    return said if len(said) <= most else f"{said[: most - 1]}…"
