"""A process that plays a game by chance and says on standard output what was acknowledged.

``python -m tests.table.endless JOURNAL SEED``: goes on with the journal, or begins it.
"""

import sys
from pathlib import Path
from random import Random

from game.table.table import Table
from tests.table.games import legal, started


def main(path: Path, chance: Random) -> None:
    """Play turns of the loop of one to three commands until the game is over."""
    table = (
        Table.resume(path) if path.exists() else started(path.parent, seats=3, seed=chance.getrandbits(63))
    )
    while not table.over:
        for _ in range(chance.randint(1, 3)):
            waiting = table.waiting_for()
            if waiting:
                seat = chance.choice(waiting)
                table.submit(seat, chance.choice(legal(table, seat)))
        for done in table.commit():
            sys.stdout.write(f"{done.revision}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Random(int(sys.argv[2])))
