"""Phones beside a window without any network: what they send goes straight to the table of the window."""

from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pygame

from game.app.session import Opened, Wanted, begin, open_sources
from game.net.links import Closed, Send
from game.net.room import Room
from game.net.trainer import Trainer
from game.screen.hotseat import Hotseat
from game.screen.moment import Picture, Unfolding, unfolds
from game.screen.motion import MotionLevel
from game.screen.phones import Line, Person, Place, Reply
from game.screen.scene import Scene
from game.screen.scenes.desk import DeskScene
from game.screen.scenes.flow import TableScene
from game.screen.scenes.keys import KeysScene
from game.screen.scenes.trainer import TrainerScene
from game.screen.settings import Settings
from game.screen.stage import Stage
from game.table.table import Accepted, Table
from tests.net.phones import CODE, Message, Phone, Tables
from tests.screen.scenes.hands import SMALL, Hands

NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
PLACES = (Place("192.168.1.20:8000", "wlan0"), Place("10.0.0.7:8000", "eth0"))


class Near(Hands):
    """Somebody at the window of a game with phones, and those phones; ``tables`` holds them."""

    def __init__(
        self,
        folder: Path,
        scenario: str = "fruit-stall",
        departments: int = 2,
        places: tuple[Place, ...] = PLACES,
        motion: MotionLevel = "none",
    ) -> None:
        self.folder = folder
        opened: Opened = open_sources(scenario)
        table = begin(folder, Wanted(opened, departments, "free", 8), NOW)
        self.tables = NearTables(folder, table)
        self.tables.window = self
        self.phones = NearPhones(self.tables, places)
        self.now = 0.0
        self._settings = Settings(language="nl", motion=motion, guide=False)
        self._open(table)

    def _open(self, table: Table) -> None:
        self.game = Hotseat(table, phones=self.phones)
        first = TableScene(self.game, KeysScene)
        self.stage = Stage(first, self._settings, SMALL, beside=self)
        self.wait()

    def reopen(self) -> None:
        """The program is begun anew on the same game; no phone is back yet."""
        self.tables.restart()
        self._open(self.tables.table)

    @property
    def live(self) -> bool:
        return self.game.open

    def pulse(self, picture: Picture) -> bool:
        """What the loop of the window does before each step."""
        return self.game.pulse(picture)

    def panel(self) -> Scene:
        """What F2 opens."""
        return TrainerScene(self.game, KeysScene)

    def desk(self) -> Scene:
        """What F3 opens in a window of its own."""
        return DeskScene(self.panel())

    def wait(self) -> None:
        """Some seconds of the window."""
        for _ in range(6):
            self.step(seconds=0.3)

    def until(self, kind: type[Scene]) -> None:
        """Until a scene is shown; what goes on by itself does."""
        for _ in range(400):
            if isinstance(self.scene, kind):
                return
            self.step(seconds=0.5)
        raise AssertionError(f"{self.name} is shown, no {kind.__name__}")

    def f2(self) -> None:
        """The trainer's key."""
        self.step(
            pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F2, mod=0, unicode=""),
            pygame.event.Event(pygame.KEYUP, key=pygame.K_F2, mod=0, unicode=""),
        )

    def joined(self, *seats: str | None) -> list[Phone]:
        """Phones at seats."""
        phones = []
        for n, seat in enumerate(seats):
            phone = self.tables.phone(f"192.168.1.{30 + n}")
            phone.join(f"Mens {n + 1}", "nl")
            phone.sit(seat)
            phones.append(phone)
        return phones


class NearTables(Tables):
    """As ever, but the window's loop turns."""

    window: Near

    def _open(self, table: Table) -> None:
        self.table = table
        self.room = Room(
            table,
            CODE,
            self.clock,
            bots_in_a_turn=0,
            unfolds=unfolds,
        )
        self.trainer = Trainer(self.room, "cooperative")
        self.phones: dict[int, Phone] = {}

    def turn(self, phone: Phone | None = None) -> list[Message]:
        """Some steps of the window; what this phone got in them."""
        before = 0 if phone is None else len(phone.heard)
        self.clock.now += 0.5
        self.window.step(seconds=0.02)
        self.window.step(seconds=0.02)
        return [] if phone is None else phone.heard[before:]

    def deliver(self) -> tuple[Accepted, ...]:
        """One turn of the room, told to the phones."""
        for out in self.room.turn():
            phone = self.phones[out.link]
            if isinstance(out, Send):
                phone.hear(out.text)
            else:
                phone.closed = out.code
                self.room.take(Closed(out.link))
        return self.room.stored


class NearPhones:
    """The phones as the screen knows them."""

    def __init__(self, tables: NearTables, places: tuple[Place, ...]) -> None:
        self._tables = tables
        self.places = places
        self.place = places[0]
        self.code = CODE
        self.closed = False

    def choose(self, address: str) -> None:
        self.place = next(one for one in self.places if one.address == address)

    @property
    def people(self) -> tuple[Person, ...]:
        room = self._tables.room
        members = room.table.roster.members.values()
        return tuple(Person(one.id, one.name, one.seat, one.id in room.away) for one in members)

    def left(self) -> int | None:
        left: Any = self._tables.room.clock["left"]
        return None if left is None else int(left)

    def watch(self, *, board: Unfolding | None, throws: Collection[int]) -> None:
        self._tables.room.watch(board=board, throws=throws)

    def at_board(self, seats: Collection[str]) -> None:
        self._tables.room.at_board(seats)

    def turn(self) -> tuple[Accepted, ...]:
        return self._tables.deliver()

    def do(self, line: Line) -> Reply:
        return self._tables.trainer.do(line)

    def close(self) -> None:
        self.closed = True
