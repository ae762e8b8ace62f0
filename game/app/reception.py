"""Phones beside the window: the server in its thread, and the room that only the window's loop touches."""

import time
from collections.abc import Callable, Collection
from contextlib import suppress
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from socket import socket
from typing import Final

from game.app.reasons import reason
from game.app.serving import EVERYWHERE, hosts, join_code
from game.net.addresses import own_addresses
from game.net.links import Event
from game.net.room import Room
from game.net.server import PhoneServer, listen
from game.net.site import manifest
from game.net.trainer import Trainer
from game.screen.moment import Unfolding, unfolds
from game.screen.phones import Line, Person, PhonesError, Place, Reply
from game.table.table import Accepted, Table

PORTS: Final = (8000, 8001, 8002, 8003, 0)
"""The first that is free: after a restart phones find the game where it was, and 8000 is easily typed."""
IN_A_FRAME: Final = 0.004
"""Seconds after which a turn takes no more of what came in, so that no frame of the window takes too long.

A time, not a number: a stranger's wrong hello costs some microseconds, and thousands of them in the row must
not keep the phones of the table waiting.
"""
LOOKING: Final = 3.0
"""Seconds after which the addresses of this computer are looked up again."""
LOOPBACK: Final = "127."


class Reception:
    """Lets phones in at a table. Raises ``PhonesError`` if no port or no code can be had.

    ``bots`` is the kind of computer player that takes the seats which are free at the start. ``now`` is a
    clock in seconds that does not go back.
    """

    def __init__(
        self,
        table: Table,
        folder: Path,
        bots: str,
        *,
        host: str = EVERYWHERE,
        ports: tuple[int, ...] = PORTS,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._inbox: SimpleQueue[Event] = SimpleQueue()
        self._host = host
        self._now = now
        try:
            code = join_code(folder)
        except OSError as error:
            raise PhonesError(partial(reason, error)) from error
        self._server = self._open(table, ports)
        self.room = Room(table, code, now, views_in_a_turn=1, bots_in_a_turn=0, unfolds=unfolds)
        self._trainer = Trainer(self.room, bots)
        self._chosen: str | None = None
        self._places: tuple[Place, ...] = ()
        self._looked = 0.0
        self._server.start()

    def _open(self, table: Table, ports: tuple[int, ...]) -> PhoneServer:
        listener = self._listener(ports)
        return PhoneServer(self.hand_in, manifest(table.compiled), lambda: hosts(self._host, ()), listener)

    def _listener(self, ports: tuple[int, ...]) -> socket:
        *others, last = ports
        for port in others:
            with suppress(OSError):
                return listen(self._host, port)
        try:
            return listen(self._host, last)
        except OSError as error:
            raise PhonesError(partial(reason, error)) from error

    def hand_in(self, event: Event) -> None:
        """Lay down what came from a link for the next turn; callable from any thread."""
        self._inbox.put(event)

    @property
    def code(self) -> str:
        """What one types to come in."""
        return self.room.code

    @property
    def places(self) -> tuple[Place, ...]:
        """Where phones may find this computer, as it was some seconds ago at most."""
        if not self._places or self._now() - self._looked >= LOOKING:
            self._looked = self._now()
            self._places = self._found()
        return self._places

    def _found(self) -> tuple[Place, ...]:
        port = self._server.port
        if self._host != EVERYWHERE:
            return (Place(f"{self._host}:{port}", "", not self._host.startswith(LOOPBACK)),)
        found = [(one.ip, one.adapter) for one in own_addresses()]
        outside = [one for one in found if not one[0].startswith(LOOPBACK)]
        return tuple(
            Place(f"{ip}:{port}", adapter, bool(outside))
            for ip, adapter in outside or found or [("127.0.0.1", "")]
        )

    @property
    def place(self) -> Place:
        """The place that was chosen, as long as it is there; else the likeliest."""
        places = self.places
        return next((one for one in places if one.address == self._chosen), places[0])

    def choose(self, address: str) -> None:
        """Show another of the places."""
        self._chosen = address

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody with a phone."""
        away = self.room.away
        return tuple(Person(one.id, one.name, one.seat, one.id in away) for one in self.room.people)

    def left(self) -> int | None:
        """Seconds left of the work part."""
        left = self.room.clock["left"]
        return left if isinstance(left, int) else None

    def watch(self, *, board: Unfolding | None, throws: Collection[int]) -> None:
        """Phones wait for the board, or for dice alone."""
        self.room.watch(board=board, throws=throws)

    def at_board(self, seats: Collection[str]) -> None:
        """The seats that people hold at the big screen."""
        self.room.at_board(seats)

    def turn(self) -> tuple[Accepted, ...]:
        """Take what came in, store it, tell everybody."""
        until = self._now() + IN_A_FRAME
        with suppress(Empty):
            while True:
                self.room.take(self._inbox.get_nowait())
                if self._now() >= until:
                    break
        self._server.deliver(self.room.turn())
        return self.room.stored

    def do(self, line: Line) -> Reply:
        """Carry out a line of the trainer."""
        return self._trainer.do(line)

    def close(self) -> None:
        """Close the server."""
        self._server.stop()
