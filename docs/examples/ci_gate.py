"""A gate for a folder of scenarios: fails if one is invalid, or proven to miss a target of its own.

    python docs/examples/ci_gate.py FOLDER [--games N]

Exit codes are those of ``piramide``: 0 nothing missed, 1 a target missed, 3 an invalid scenario. What is
undecided is told but lets through: a reduced number of games proves less. Needs the extra ``sim``.
"""

import argparse
import sys
from pathlib import Path

from game.scenario.load import ScenarioError
from sim import SimulationError, balance
from sim.keeping import Kept
from sim.telling import judgement_text


def gate(folder: Path, games: int) -> int:
    """Judge every scenario in the folder; the exit code."""
    worst = 0
    for path in sorted(folder.glob("*.yaml")):
        if path.name == "library.yaml":
            continue
        try:
            found = balance(path, games, kept=Kept.usual())  # what was played before is not played again
        except ScenarioError as error:
            print(f"{path}: invalid, see: piramide check {path} ({error})")
            worst = 3
            continue
        except SimulationError as error:
            print(f"{path}: not judged: {error}")
            continue
        print(judgement_text(found, "en"))
        if found.status == "missed":
            worst = max(worst, 1)
    return worst


def main() -> None:
    """Read the command line, and leave with the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--games", type=int, default=2000)
    given = parser.parse_args()
    sys.exit(gate(given.folder, given.games))


if __name__ == "__main__":
    main()
