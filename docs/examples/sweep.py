"""A parameter sweep with a plot: how many points each difficulty of one mechanism leads to.

    python docs/examples/sweep.py [--games N] [--output FILE.svg]

All variants play on the same luck (rule 10: chance hangs on who does what, not on an order), so the
curve is smooth with few games. Needs the extra ``sim``.
"""

import argparse
from pathlib import Path

from matplotlib.figure import Figure

from sim import SimulationError, simulate
from sim.figures import Draft
from sim.statistics import mean_interval

SCENARIO, MECHANISM = "fruit-stall", 1


def sweep(games: int) -> dict[int, tuple[float, float, float]]:
    """Mean points, with 95 % bounds, for each difficulty of the mechanism."""
    draft = Draft.of(SCENARIO)
    place = ("mechanisms", MECHANISM, "difficulty")
    found = {}
    for difficulty in range(2, 7):
        variant = draft.variant({place: difficulty})
        if variant is None:  # not a valid scenario any more
            continue
        points = mean_interval(simulate(variant, games, "cooperative").points)
        found[difficulty] = (points.value, points.low, points.high)
    return found


def main() -> None:
    """Play, print, draw."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=1000)
    parser.add_argument("--output", type=Path, default=Path("sweep.svg"))
    given = parser.parse_args()
    try:
        found = sweep(given.games)
    except SimulationError as error:
        parser.error(str(error))
    for difficulty, (mean, low, high) in found.items():
        print(f"difficulty {difficulty}: {mean:.1f} points ({low:.1f} to {high:.1f})")
    figure = Figure(layout="constrained")
    axes = figure.subplots()
    means = [mean for mean, _, _ in found.values()]
    errors = [
        [mean - low for mean, low, _ in found.values()],
        [high - mean for mean, _, high in found.values()],
    ]
    axes.errorbar(list(found), means, errors, marker="o", capsize=4)
    axes.set_xlabel(f"difficulty of {Draft.of(SCENARIO).scenario.mechanisms[MECHANISM].name.en}")
    axes.set_ylabel("points")
    figure.savefig(given.output)
    print(f"drawn: {given.output}")


if __name__ == "__main__":
    main()
