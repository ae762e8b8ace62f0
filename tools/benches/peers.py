"""Actions per second beside OpenSpiel and PettingZoo, all at random, on one core, in one run.

``make bench-peers`` installs the peers in ``.venv-peers`` (the only target that fetches them) and runs this.
Theirs are played as their users play them: from Python, one action at a time.
"""

import json
import subprocess
import sys
from pathlib import Path
from time import process_time

from sim import simulate

PYTHON = Path(".venv-peers/bin/python")
THERE = Path(__file__).with_name("peers_there.py")
SECONDS = 4.0
GAMES = {"random": 40_000, "cooperative": 8_000}


def main() -> None:
    """Print a table; exits with 2 where the peers are not installed."""
    if not PYTHON.exists():
        print("The peers are not installed: run make bench-peers", file=sys.stderr)
        sys.exit(2)
    print("\n| who | game, players | actions/s on one core |\n| --- | --- | ---: |")
    simulate("municipality", 100)  # compiled, or taken from the cache
    for kind, games in GAMES.items():
        start = process_time()
        result = simulate("municipality", games, kind, seed=1, workers=1, measures=False)
        rate = result.actions.sum() / (process_time() - start)
        print(f"| Piramide | municipality, 4 departments, {kind} | {rate:,.0f} |", flush=True)
    there = subprocess.Popen(  # a path of our own and a number
        [PYTHON, THERE, str(SECONDS)], stdout=subprocess.PIPE, text=True
    )
    assert there.stdout is not None
    for line in there.stdout:
        said = json.loads(line)
        rate = said.get("missing") or f"{said['actions'] / said['seconds']:,.0f}"
        print(f"| {said['peer']} | {said['game']}, random | {rate} |", flush=True)
    sys.exit(there.wait())


if __name__ == "__main__":
    main()
