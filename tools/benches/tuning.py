"""The tuner on municipality, detuned at random: how often it mends it, with how many edits, in what time.

``python -m tools.benches.tuning [--scenarios N]`` plays only this; every judgement that is told is made on
seeds that the search never saw.
"""

import argparse
import random
import re
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np

from game.scenario.load import find
from sim import balance
from sim.edits import Proposal
from sim.figures import FRAME, Draft
from sim.tuning import tune

SCENARIOS = 10
ATTEMPTS = 100  # to find edits that do harm
LOOK = 2000  # games with which that is seen
UNSEEN = 4_000_000_007  # the seed of a last judgement, by nobody's choice


def four_departments() -> bytes:
    """The file of municipality, judged with four departments only."""
    data = find("municipality").read_bytes()
    return re.sub(rb"(balance:\s+departments: )\[.*?\]", rb"\1[4]", data, count=1)


def detuned(number: int, folder: Path) -> tuple[Path, str]:
    """A municipality with one to three numbers moved, so that a target is missed.

    By one or two steps first; if that takes too long to find, by more.
    """
    luck = random.Random(number)
    path = folder / f"detuned-{number}.yaml"
    path.write_bytes(four_departments())
    draft = Draft.of(path)
    figures = [one for one in draft.figures([4]) if not one.shape.startswith((*FRAME, "events."))]
    for attempt in range(ATTEMPTS):
        steps = range(1, 3 + attempt // 10)
        chosen = luck.sample(figures, luck.randint(1, 3))
        edits = {
            one.path: one.value
            + luck.choice((-1, 1)) * luck.choice(steps) * one.step * (4 if one.step > 1 else 1)
            for one in chosen
        }
        if draft.variant(edits) is None:
            continue
        path.write_bytes(draft.written(edits))
        if balance(path, LOOK, seed=number).status == "missed":
            said = ", ".join(f"{'.'.join(map(str, place))} = {value}" for place, value in edits.items())
            return path, said
    raise RuntimeError(f"no random edits of municipality miss a target (seed {number})")


def holds(proposal: Proposal, folder: Path) -> str:
    """How the proposal is judged on seeds that nobody has seen, with the games that the file asks for."""
    path = folder / "tuned.yaml"
    path.write_bytes(proposal.written())
    return balance(path, seed=UNSEEN).status


def main() -> None:
    """Print a line for each detuned scenario, and the sum."""
    parser = argparse.ArgumentParser(description="The tuner on detuned scenarios.")
    parser.add_argument("--scenarios", type=int, default=SCENARIOS)
    parser.add_argument("--first", type=int, default=1)
    given, _ = parser.parse_known_args()
    print("\nTuning municipality with 4 departments, detuned at random")
    print("| detuned by | edits | seconds | judged | on unseen seeds |\n| --- | ---: | ---: | --- | --- |")
    edits, met, spent = [], 0, []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(given.first, given.first + given.scenarios):
            path, said = detuned(number, folder)
            start = perf_counter()
            proposal = tune(path, seed=number)
            spent.append(perf_counter() - start)
            unseen = holds(proposal, folder)
            met += proposal.status == "met" and unseen != "missed"
            edits.append(len(proposal.edits))
            print(f"| {said} | {edits[-1]} | {spent[-1]:.0f} | {proposal.status} | {unseen} |", flush=True)
    print(
        f"\n{met} of {given.scenarios} meet all targets; median {median(edits):g} edits; "
        f"{np.sum(spent) / 60:.1f} minutes of tuning in all"
    )


if __name__ == "__main__":
    main()
