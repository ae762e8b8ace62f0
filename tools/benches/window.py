"""Thirty phones beside the window's own loop: what a frame costs, and how long a command waits.

Board, animations and table share one thread, as in ``piramide play`` (drawn with SDL's dummy driver); the
phones are one other process. What a frame costs is processor time.
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from game.app.playing import GamesFolder, house
from game.screen.house import Plan, SeatPlan, Wishes
from game.screen.moment import Picture
from game.screen.scene import Scene
from game.screen.settings import Settings
from tests.net.players import Player
from tools.benches.phones import FRAME, PHONES, THINK, line

SIZE = (1280, 720)


class Timed:
    """The phones beside the window, with account of what they cost each frame."""

    live = True

    def __init__(self, home: GamesFolder) -> None:
        self._home = home
        self.cost: list[float] = []

    def pulse(self, picture: Picture) -> bool:
        """As ever, and timed."""
        began = time.thread_time()
        changed = self._home.pulse(picture)
        self.cost.append(time.thread_time() - began)
        return changed

    def panel(self) -> Scene | None:
        """Nobody asks for it here."""
        return None

    def desk(self) -> Scene | None:
        """Nor for that."""
        return None


async def _tap(address: str, code: str, seats: list[str]) -> list[float]:
    players = [
        Player(f"p{i}", seats[i % len(seats)], code, lambda: address, Random(i), THINK) for i in range(PHONES)
    ]
    await asyncio.gather(*(player.play() for player in players))
    return [wait for player in players for wait in player.waits]


def measure(folder: Path) -> tuple[list[float], list[float], list[float]]:
    """Seconds: from command to acknowledgement, of each frame, and of the table in it."""
    from game.screen.scenes.flow import TableScene  # noqa: PLC0415 - it wakes pygame
    from game.screen.scenes.title import TitleScene  # noqa: PLC0415
    from game.screen.stage import Stage  # noqa: PLC0415

    home = house(folder, Wishes(seed=1), host="127.0.0.1", ports=(0,))
    scenario = next(one for one in home.scenarios if one.id == "municipality")
    seats = tuple(SeatPlan(one.department, people=False) for one in scenario.in_play[6])
    game = home.open(Plan(scenario.id, seats, "free", 1, phones=True))
    if game.phones is None:
        raise ValueError("nobody can join")
    beside = Timed(home)
    stage = Stage(TableScene(game, lambda: TitleScene.of(home)), Settings(), SIZE, beside=beside)
    address = f"ws://{game.phones.place.address}/ws"
    command = [sys.executable, "-m", "tools.benches.window", address, game.phones.code, *game.seats]
    other = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    frames = []
    while other.poll() is None:
        started, busy = time.monotonic(), time.thread_time()
        stage.step([], started)
        frames.append(time.thread_time() - busy)
        if not game.table.started and len(game.phones.people) == PHONES and len(game.people) == len(seats):
            game.lead({"do": "start"})
            game.gather()
        time.sleep(max(0.0, FRAME - (time.monotonic() - started)))
    told, _ = other.communicate()
    home.close()
    return json.loads(told), frames, beside.cost


def main() -> None:
    """Measure and print."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    with tempfile.TemporaryDirectory(prefix="piramide-") as folder:
        acks, frames, table = measure(Path(folder))
    print("| thirty phones beside the window, milliseconds | half | worst | may take |")
    print("| --- | --- | --- | --- |")
    line(f"command to acknowledgement ({len(acks)})", acks, 0.95, "ack")
    line(f"frame, drawn ({len(frames)})", frames, 0.99, "frame")
    line("of it the table", table, 0.99)


if __name__ == "__main__":
    print(json.dumps(asyncio.run(_tap(sys.argv[1], sys.argv[2], sys.argv[3:]))))
