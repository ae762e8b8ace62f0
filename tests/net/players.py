"""Clients that play by chance over any network, come back by themselves, and keep account of it all."""

import asyncio
import contextlib
import json
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidMessage

from game.table.reading import read
from tests.net.serving import PATIENCE

Message = dict[str, Any]
Made = TypeVar("Made")


def in_own_loop(work: Coroutine[Any, Any, Made]) -> Made:
    """What some work gives, in a thread of its own: the browser's tests keep a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


class Player:
    """A phone whose owner taps something legal whenever it may."""

    def __init__(
        self,
        name: str,
        seat: str,
        code: str,
        address: Callable[[], str],
        chance: Random,
        think: float = 0.0,
    ) -> None:
        self.name = name
        self.seat = seat
        self.view: Message = {}
        self.acked: dict[str, int] = {}
        self.doubled = 0
        """Acknowledgements that said something else than the one before."""
        self.waits: list[float] = []
        """Seconds from sending a command to its first acknowledgement."""
        self.back = asyncio.Event()
        """Whether it is in its seat; ``cut`` takes that back."""
        self._code = code
        self._address = address
        self._chance = chance
        self._think = think
        """Seconds that it looks at most before it taps."""
        self._token: str | None = None
        self._seen: Message = {}
        """What the view says of itself, to be said back with a decision on it."""
        self._pending: Message | None = None
        self._sent_at = 0.0
        self._tapping: asyncio.Task[None] | None = None
        self._ids = count(1)

    async def play(self) -> None:
        """Play until the game is over, through whatever happens to the connection."""
        while self.view.get("part") != "over":
            with contextlib.suppress(
                OSError, ConnectionClosed, InvalidHandshake, InvalidMessage, TimeoutError
            ):
                async with connect(
                    self._address(), max_size=None, compression=None, open_timeout=PATIENCE
                ) as link:
                    await self._talk(link)
            self.back.clear()
            await asyncio.sleep(0.01)

    async def _talk(self, link: ClientConnection) -> None:
        await self._send(link, self._hello())
        while self.view.get("part") != "over":
            async with asyncio.timeout(PATIENCE):
                message: Message = json.loads(await link.recv())
            await self._heard(link, message)

    def _hello(self) -> Message:
        if self._token is not None:
            return {"type": "hello", "protocol": 1, "token": self._token}
        return {"type": "hello", "protocol": 1, "code": self._code, "name": self.name, "lang": "en"}

    async def _heard(self, link: ClientConnection, message: Message) -> None:
        self._token = message.get("token", self._token)
        if "view" in message:
            self.view = message["view"]
            self._seen = {name: message[name] for name in ("revision", "unseen")}
        match message["type"]:
            case "welcome" if message["seat"] is None:
                await self._send(link, {"type": "seat", "seat": self.seat})
            case "welcome" | "seated":
                self.back.set()
                if self._pending is not None:
                    await self._send(link, self._pending)
            case "ack":
                before = self.acked.setdefault(message["id"], message["revision"])
                self.doubled += before != message["revision"]
                if self._is_pending(message["id"]):
                    self.waits.append(asyncio.get_running_loop().time() - self._sent_at)
                    self._pending = None
            case "nack":
                if self._is_pending(message["id"]):
                    self._pending = None
            case "closed" | "refused":
                return
        await self._act(link)

    async def _act(self, link: ClientConnection) -> None:
        you = self.view.get("you")
        if self._pending is not None or you is None or not you["to_act"]:
            return
        legal = [one["command"] for one in self.view["actions"] if one["refusal"] is None]
        if legal:
            self._pending = {
                "type": "command",
                "id": f"{self.name}-{next(self._ids)}",
                **self._seen,
                "command": self._chance.choice(legal),
            }
            self._tapping = asyncio.create_task(self._tap(link, self._pending))

    async def _tap(self, link: ClientConnection, message: Message) -> None:
        await asyncio.sleep(self._chance.random() * self._think)
        self._sent_at = asyncio.get_running_loop().time()
        with contextlib.suppress(ConnectionClosed):  # it is sent again on the next connection
            await self._send(link, message)

    def _is_pending(self, identifier: str | None) -> bool:
        return self._pending is not None and self._pending["id"] == identifier

    async def _send(self, link: ClientConnection, message: Message) -> None:
        await link.send(json.dumps(message))


def check_accounts(journal: Path, players: list[Player]) -> int:
    """Every acknowledged command is in the journal exactly once, where it was said to be; gives how many."""
    stored: dict[str, list[int]] = {}
    for entry in read(journal).entries:
        said = json.loads(entry.payload)
        if "id" in said.get("by", {}):
            stored.setdefault(said["by"]["id"], []).append(entry.seq)
    acknowledged = {identifier: at for player in players for identifier, at in player.acked.items()}
    assert all(len(places) == 1 for places in stored.values())
    assert acknowledged.items() <= {identifier: places[0] for identifier, places in stored.items()}.items()
    assert sum(player.doubled for player in players) == 0
    return len(acknowledged)


def check_views(players: list[Player]) -> None:
    """Members of a seat see the same at the end, and everybody the same open facts."""
    for name in ("points", "tokens", "medal", "motives", "personal_motives"):
        assert len({json.dumps(player.view[name], sort_keys=True) for player in players}) == 1, name
    for seat in {player.seat for player in players}:
        views = {
            json.dumps({**player.view, "members": None}, sort_keys=True)
            for player in players
            if player.seat == seat
        }
        assert len(views) == 1, seat
