"""Thirty phones at once beside the running window: its own loop, its own drawing, the real server."""

import asyncio
from functools import partial
from pathlib import Path
from random import Random
from threading import Thread

import pygame

from game.app.playing import house
from game.screen.house import Plan, SeatPlan, Wishes
from game.screen.scenes.flow import TableScene
from game.screen.scenes.title import TitleScene
from game.screen.settings import Settings
from game.screen.stage import Stage
from game.table.replaying import verify
from tests.net.players import Player, check_accounts, check_views
from tests.net.serving import PATIENCE, tiny_file

SEATS = ("shop", "kitchen", "garden")
PHONES = 30


class Room(Thread):
    """Thirty people with phones, who play until it is over; then somebody closes the window."""

    def __init__(self, address: str, code: str) -> None:
        super().__init__()
        self.players = [
            Player(f"p{n}", SEATS[n % len(SEATS)], code, lambda: address, Random(n)) for n in range(PHONES)
        ]

    def run(self) -> None:
        try:
            asyncio.run(self._play())
        finally:
            pygame.event.post(pygame.event.Event(pygame.QUIT))

    async def _play(self) -> None:
        async with asyncio.timeout(4 * PATIENCE), asyncio.TaskGroup() as playing:
            for player in self.players:
                playing.create_task(player.play())
            for player in self.players:
                await player.back.wait()
            for kind in (pygame.KEYDOWN, pygame.KEYUP):  # the focus of the lobby is on the start
                pygame.event.post(pygame.event.Event(kind, key=pygame.K_RETURN, mod=0, unicode=""))


def test_thirty_phones_beside_a_running_window_lose_and_double_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "game"
    place = house(folder, Wishes(), tiny_file(tmp_path), host="127.0.0.1", ports=(0,))
    seats = tuple(SeatPlan(seat, people=False) for seat in SEATS)
    scenario = place.scenarios[-1]
    game = place.open(Plan(scenario.id, seats, "free", 5, phones=True))
    assert game.phones is not None
    room = Room(f"ws://{game.phones.place.address}/ws", game.phones.code)
    stage = Stage(
        TableScene(game, partial(TitleScene.of, place)), Settings(language="nl"), (1024, 640), beside=place
    )
    before = stage.picture
    try:
        room.start()
        stage.run()
        room.join()
        assert pygame.image.tobytes(stage.picture, "RGB") != pygame.image.tobytes(before, "RGB")
    finally:
        place.close()
        pygame.display.quit()
    assert all(player.view["part"] == "over" for player in room.players)
    check_views(room.players)
    assert check_accounts(folder / "game.piramide", room.players) > 10
    assert verify(folder / "game.piramide").over
