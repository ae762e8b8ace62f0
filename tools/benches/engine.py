"""Games and actions per second: the compiled engine on one core and on all, against the plain one."""

import os
from time import perf_counter

from game.players.choosing import KINDS
from sim import Result, simulate
from sim.trial import Engine
from tools.ladder import HEAD, lines, rungs

SCENARIO = "municipality"
GAMES = {"random": 60_000, "pusher": 60_000, "silo": 30_000, "listener": 20_000, "cooperative": 20_000}
PLAIN_GAMES = 60


def timed(players: str, games: int, workers: int, engine: Engine) -> tuple[Result, float]:
    """A trial and the seconds it took."""
    start = perf_counter()
    result = simulate(SCENARIO, games, players, seed=1, workers=workers, engine=engine)
    return result, perf_counter() - start


def main() -> None:
    """Print a table, then the ladder."""
    start = perf_counter()
    simulate(SCENARIO, 1, "random")
    print(f"\nEngine ready after {perf_counter() - start:.1f} s (compiled now, or taken from the cache)\n")
    cores = os.cpu_count() or 1
    print(f"{SCENARIO}, 4 departments, {cores} cores")
    print(
        "| players | games/s, 1 core | actions/s, 1 core | games/s, all cores | actions/s, all cores "
        "| plain actions/s | compiled / plain |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    )
    for kind in KINDS:
        games = GAMES[kind]
        one, one_time = timed(kind, games, 1, "compiled")
        every, all_time = timed(kind, games, cores, "compiled")
        plain, plain_time = timed(kind, PLAIN_GAMES, 1, "plain")
        one_rate = one.actions.sum() / one_time
        plain_rate = plain.actions.sum() / plain_time
        print(
            f"| {kind} | {games / one_time:,.0f} | {one_rate:,.0f} | {games / all_time:,.0f} "
            f"| {every.actions.sum() / all_time:,.0f} | {plain_rate:,.0f} | {one_rate / plain_rate:,.0f} |",
            flush=True,
        )
    print("\n" + HEAD)
    for departments in (2, 3, 4, 5, 6):
        for line in lines(rungs(SCENARIO, departments)):
            print(line, flush=True)
