"""A gate for a folder of scenarios: fails if one is invalid, or proven to miss a target of its own.

    python docs/examples/ci_gate.py FOLDER [--games N]

Exit codes are those of ``piramide``: 0 nothing missed, 1 a target missed, 2 something that cannot be judged
(no such folder, no scenario in it, or one whose targets, if it has any, leave nothing to measure), 3 an
invalid scenario. Of several an invalid scenario comes first, then a miss. What is undecided is told but lets
through: a reduced number of games proves less. Needs the extra ``sim``.
"""

import argparse
import sys
from math import isnan
from pathlib import Path

from game.scenario.load import ScenarioError
from sim import SimulationError, balance
from sim.keeping import Kept
from sim.telling import judgement_text


def gate(folder: Path, games: int) -> int:
    """Judge every scenario in the folder; the exit code."""
    paths = sorted(path for path in folder.glob("*") if path.suffix in (".yaml", ".yml"))
    paths = [path for path in paths if path.stem != "library"]
    if not paths:
        print(
            f"{folder}: no scenario (.yaml or .yml) in this folder"
            if folder.is_dir()
            else f"{folder}: no folder"
        )
        return 2
    codes = set()
    for path in paths:
        try:
            found = balance(path, games, kept=Kept.usual())  # what was played before is not played again
        except ScenarioError as error:
            print(f"{path}: invalid, see: piramide check {path} ({error})")
            codes.add(3)
            continue
        except SimulationError as error:
            print(f"not judged: {error}")
            codes.add(2)
            continue
        print(judgement_text(found, "en"))
        if found.status == "missed":
            codes.add(1)
        elif all(isnan(verdict.found.value) for verdict in found.verdicts):
            codes.add(2)
    return next((code for code in (3, 1, 2) if code in codes), 0)


def main() -> None:
    """Read the command line, and leave with the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--games", type=int, default=2000)
    given = parser.parse_args()
    sys.exit(gate(given.folder, given.games))


if __name__ == "__main__":
    main()
