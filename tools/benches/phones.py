"""Thirty phones at one table: from a command to its acknowledgement, and what they cost each frame.

The table runs as it does beside the window (``app.reception``): 60 turns of the loop a second. The phones are
one other process; everybody taps within a second of being able to, which is faster than people.

Then what attackers cost honest phones: joining (page, code, welcome) and coming back beside sockets that are
slow or silent, and a sign of life beside a reader that reads nothing. The attackers run in the same process,
which slows the server down more than their frames do.
"""

import asyncio
import contextlib
import json
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import median

from game.app.reception import Reception
from game.app.session import Wanted, begin, open_sources
from game.net.deadlines import Deadlines
from game.net.links import Send
from game.table.table import Accepted, Table
from tests.net.phones import CODE
from tests.net.place import Place, beside, come_back, join, slow
from tests.net.players import Player
from tests.net.serving import client
from tools.benches.screen import percentile

PHONES = 30
THINK = 1.0
FRAME = 1 / 60
BUDGETS = {"ack": 100.0, "frame": 16.0, "join": 1000.0}
"""Milliseconds: 95 of 100 acknowledgements, 99 of 100 frames; half of those who join."""
SLOW = 200
JOINS = 10
SIGNS = 40
FLOOD = "x" * 32_000


class TimedTable(Table):
    """A table that keeps account of what storing takes, in seconds."""

    commits: list[float]

    def commit(self) -> tuple[Accepted, ...]:
        """As ever, and timed."""
        started = time.perf_counter()
        done = super().commit()
        if done:
            self.commits.append(time.perf_counter() - started)
        return done


async def _tap(address: str, code: str, seats: list[str]) -> list[float]:
    players = [
        Player(f"p{i}", seats[i % len(seats)], code, lambda: address, Random(i), THINK) for i in range(PHONES)
    ]
    await asyncio.gather(*(player.play() for player in players))
    return [wait for player in players for wait in player.waits]


def phones(address: str, code: str, seats: list[str]) -> None:
    """The other process: play a game and print how long each acknowledgement took."""
    print(json.dumps(asyncio.run(_tap(address, code, seats))))


def measure(folder: Path) -> tuple[list[float], list[float], list[float]]:
    """Seconds: from command to acknowledgement, of processor time in each frame, of each commit."""
    begin(folder, Wanted(open_sources("municipality"), 6, "free", 1), datetime.now(UTC)).close()
    with TimedTable.resume(folder / "game.piramide") as table:
        table.commits = []
        reception = Reception(table, folder, "random", host="127.0.0.1", ports=(0,))
        command = [
            sys.executable,
            "-m",
            "tools.benches.phones",
            f"ws://{reception.place.address}/ws",
            reception.code,
            *table.seats,
        ]
        other = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        frames = []
        while other.poll() is None:
            started, busy = time.perf_counter(), time.thread_time()
            reception.watch(board=None, throws=())  # a board that has shown by now what happened before
            if not table.started and len(table.people) == 6 and len(reception.room.present) == PHONES:
                reception.do({"do": "start"})
            reception.turn()
            frames.append(time.thread_time() - busy)
            time.sleep(max(0.0, FRAME - (time.perf_counter() - started)))
        told, _ = other.communicate()
        reception.close()
        return json.loads(told), frames, table.commits


def line(name: str, seconds: list[float], share: float, budget: str = "") -> None:
    """Print a row in milliseconds."""
    worst = percentile(seconds, share) * 1000
    told = "" if not budget else f"{BUDGETS[budget]:.0f}"
    judged = median(seconds) * 1000 if budget == "join" else worst
    over = " over" if budget and judged > BUDGETS[budget] else ""
    print(
        f"| {name} | {median(seconds) * 1000:.1f} | {worst:.1f} (p{share * 100:.0f}) | {told}{over} |",
        flush=True,
    )


def joining(hang: int) -> list[float]:
    """Seconds to join, and to come back, while so many slow sockets hang."""
    with tempfile.TemporaryDirectory(prefix="piramide-") as folder, contextlib.ExitStack() as hanging:
        place = Place(Path(folder), Deadlines(headers=600))
        for n in range(hang):
            hanging.enter_context(slow(place, n))
        took = []
        for n in range(JOINS):
            seconds, key = join(place, f"P{n}")
            took += [seconds, come_back(place, f"P{n}", key)]
        place.close()
        return took


def silent(many: int, source: str) -> list[float]:
    """The same beside so many silent links, made anew as soon as they are cut."""
    with tempfile.TemporaryDirectory(prefix="piramide-") as folder:
        place = Place(Path(folder), None)
        took = beside(place, many, JOINS, source)
        place.close()
        return took


def signs(*, reader: bool) -> list[float]:
    """Seconds from ping to pong, while a link that reads nothing is told more and more, or without it."""
    with tempfile.TemporaryDirectory(prefix="piramide-") as folder:
        place = Place(Path(folder), None)
        waits = []
        with client(place.ws) as deaf, client(place.ws) as quick:
            deaf.join(CODE, "Deaf")
            (number,) = place.room.present.values()
            quick.join(CODE, "Quick")
            for _ in range(SIGNS):
                if reader:
                    place.server.deliver([Send(number, FLOOD)] * 10)
                began = time.perf_counter()
                quick.send(type="ping")
                quick.hear("pong")
                waits.append(time.perf_counter() - began)
        place.close()
        return waits


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="piramide-") as folder:
        acks, frames, commits = measure(Path(folder))
    print("| thirty phones, milliseconds | half | worst | may take |")
    print("| --- | --- | --- | --- |")
    line(f"command to acknowledgement ({len(acks)})", acks, 0.95, "ack")
    line(f"work of the table in a frame ({len(frames)})", frames, 0.99, "frame")
    line(f"storing, of it ({len(commits)})", commits, 0.95)
    for hang in (0, SLOW):
        took = joining(hang)
        line(f"joining beside {hang} slow sockets ({len(took)})", took, 1.0, "join")
    for source, where in (("127.0.0.1", "the same address"), ("127.0.0.2", "another address")):
        for many in (420, 1000):
            took = silent(many, source)
            line(f"joining beside {many} silent links of {where} ({len(took)})", took, 1.0, "join")
    for reader in (False, True):
        waits = signs(reader=reader)
        line(f"ping to pong {'beside' if reader else 'without'} a slow reader ({len(waits)})", waits, 0.95)


if __name__ == "__main__":
    phones(sys.argv[1], sys.argv[2], sys.argv[3:])
