"""A network that is no good: it delays, drops connections, and sends frames twice or once more later."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random

from websockets.asyncio.client import connect
from websockets.asyncio.connection import Connection
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed


class Proxy:
    """Stands between phones and the server; ``drops`` and ``copies`` count what it did."""

    def __init__(self, server: str, chance: Random, faults: float) -> None:
        self._server = server
        self._chance = chance
        self._faults = faults
        self.drops = 0
        self.copies = 0

    async def handle(self, phone: ServerConnection) -> None:
        """One connection."""
        with contextlib.suppress(ConnectionClosed, OSError):
            async with connect(self._server, max_size=None, compression=None) as server:
                there = asyncio.create_task(self._carry(phone, server, up=True))
                back = asyncio.create_task(self._carry(server, phone, up=False))
                await asyncio.wait({there, back}, return_when=asyncio.FIRST_COMPLETED)
                there.cancel()
                back.cancel()
                await asyncio.gather(there, back, return_exceptions=True)

    async def _carry(self, source: Connection, target: Connection, *, up: bool) -> None:
        commands: list[str | bytes] = []
        with contextlib.suppress(ConnectionClosed):
            async for text in source:
                if self._chance.random() < self._faults:
                    await asyncio.sleep(self._chance.random() * 0.05)
                if self._chance.random() < self._faults * 0.4:
                    self.drops += 1  # and what was on its way is lost
                    return
                await target.send(text)
                if up and '"command"' in str(text):
                    commands.append(text)
                    if self._chance.random() < self._faults:
                        self.copies += 1
                        await target.send(text)
                elif commands and self._chance.random() < self._faults:
                    self.copies += 1
                    await target.send(self._chance.choice(commands))


@asynccontextmanager
async def bad_network(server: str, chance: Random, faults: float) -> AsyncIterator[tuple[Proxy, str]]:
    """A proxy to a server, and the address under which phones find it."""
    proxy = Proxy(server, chance, faults)
    async with serve(proxy.handle, "127.0.0.1", 0, max_size=None, compression=None) as listening:
        port = next(iter(listening.sockets)).getsockname()[1]
        yield proxy, f"ws://127.0.0.1:{port}/ws"
