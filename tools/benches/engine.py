"""Games and actions per second: the compiled engine on one core and on all, against the plain one.

Rates on one core are per second of processor time, so that a busy machine does not count; those on all
cores are per second on the clock.
"""

import os
import resource
from time import perf_counter, process_time

from sim import Result, simulate
from sim.trial import Engine
from tools.ladder import HEAD, lines, rungs

SCENARIO = "municipality"
GAMES = {
    "random": 60_000,
    "pusher": 60_000,
    "silo": 30_000,
    "listener": 20_000,
    "cooperative": 20_000,
    "planner:16": 60,
    "planner:64": 20,
}
PLAIN_GAMES = 60
STUDIES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)


def timed(
    players: str, games: int, workers: int, engine: Engine, *, measures: bool = False
) -> tuple[Result, float, float]:
    """A trial, the seconds it took, and those of the processor."""
    start, busy = perf_counter(), process_time()
    result = simulate(
        SCENARIO, games, players, seed=1, workers=workers, engine=engine, measures=measures, keep=False
    )
    return result, perf_counter() - start, process_time() - busy


def actions(result: Result) -> float:
    """Commands of all its games."""
    return result.totals.columns["actions"].mean * len(result)


def rates(cores: int) -> None:
    """A line for each kind of player."""
    print(
        "| players | games/s, 1 core | actions/s, 1 core | measured, 1 core | games/s, all cores "
        "| actions/s, all cores | plain actions/s | compiled / plain |\n"
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    )
    for kind, games in GAMES.items():
        one, _, busy = timed(kind, games, 1, "compiled")
        seen, _, busy_seen = timed(kind, games, 1, "compiled", measures=True)
        every, clock, _ = timed(kind, games, cores, "compiled")
        rate = actions(one) / busy
        slow = "– | –"  # a planner in plain Python thinks for many seconds
        if not kind.startswith("planner"):
            plain, _, busy_plain = timed(kind, PLAIN_GAMES, 1, "plain")
            slow = f"{actions(plain) / busy_plain:,.0f} | {rate / (actions(plain) / busy_plain):,.0f}"
        print(
            f"| {kind} | {games / busy:,.0f} | {rate:,.0f} | {actions(seen) / busy_seen:,.0f} "
            f"| {games / clock:,.0f} | {actions(every) / clock:,.0f} | {slow} |",
            flush=True,
        )


def scaling(studies: tuple[int, ...]) -> None:
    """Time and memory of larger and larger studies: the one linear, the other flat."""
    print("\n| random games | seconds on the clock | µs a game | largest memory, MB |")
    print("| ---: | ---: | ---: | ---: |")
    for games in studies:
        _, clock, _ = timed("random", games, os.cpu_count() or 1, "compiled")
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"| {games:,} | {clock:.1f} | {clock / games * 1e6:.1f} | {memory:.0f} |", flush=True)


def main() -> None:
    """Print a table, then the ladder."""
    start = perf_counter()
    simulate(SCENARIO, 1, "random")
    print(f"\nEngine ready after {perf_counter() - start:.1f} s (compiled now, or taken from the cache)\n")
    cores = os.cpu_count() or 1
    print(f"{SCENARIO}, 4 departments, {cores} cores; actions in processor seconds on 1 core")
    rates(cores)
    scaling(STUDIES)
    print("\n" + HEAD)
    for departments in (2, 3, 4, 5, 6):
        for line in lines(rungs(SCENARIO, departments)):
            print(line, flush=True)
