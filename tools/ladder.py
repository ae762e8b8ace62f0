"""The ladder of a scenario: what each kind of player makes of it, for every number of departments.

``python -m tools.ladder [SCENARIO …] [--games N]`` prints the table that ``docs/balance.md`` shows.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from game.players.choosing import KINDS
from game.scenario.load import load, shipped
from sim import Result, simulate

GAMES = 2000


@dataclass(frozen=True, slots=True)
class Rung:
    """One kind of player on one scenario with one number of departments."""

    scenario: str
    departments: int
    kind: str
    result: Result

    @property
    def mean(self) -> float:
        """Mean team points."""
        return float(self.result.points.mean())

    @property
    def error(self) -> float:
        """Standard error of the mean."""
        return float(self.result.points.std(ddof=1)) / sqrt(len(self.result))

    @property
    def silver(self) -> float:
        """Share of games with silver or gold."""
        return float((self.result.medal >= 2).mean())


def rungs(scenario: str, departments: int, games: int = GAMES) -> dict[str, Rung]:
    """Every kind of player, by its name."""
    return {
        kind: Rung(scenario, departments, kind, simulate(scenario, games, kind, departments))
        for kind in KINDS
    }


def above(high: Rung, low: Rung) -> float:
    """By how many standard errors of the difference ``high`` is above ``low``."""
    return (high.mean - low.mean) / sqrt(high.error**2 + low.error**2)


def lines(rows: dict[str, Rung]) -> Iterator[str]:
    """A line of the table for each kind of player."""
    for rung in rows.values():
        r = rung.result
        yield (
            f"| {rung.scenario} | {rung.departments} | {rung.kind} | {rung.mean:.1f} "
            f"| {r.points.std(ddof=1):.1f} | {r.points_before_shakeout.mean():.1f} "
            f"| {r.lost_weeks.mean():.2f} | {r.mixed_messages.mean():.2f} | {rung.silver:.0%} |"
        )


HEAD = (
    "| scenario | departments | players | points | sd | before shake-out | lost weeks | mixed messages "
    "| silver or gold |\n| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |"
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="The ladder of scenarios.")
    parser.add_argument("scenarios", nargs="*", default=list(shipped()))
    parser.add_argument("--games", type=int, default=GAMES)
    given = parser.parse_args()
    print(HEAD)
    for scenario in given.scenarios:
        for departments in load(scenario).supported:
            for line in lines(rungs(scenario, departments, given.games)):
                print(line, flush=True)


if __name__ == "__main__":
    main()
