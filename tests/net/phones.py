"""A room with phones and no network: what they send goes straight in, what they get is kept."""

import json
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from game.net.links import Close, Closed, Opened, Received, Send
from game.net.room import Room
from game.net.telling import Unfolding
from game.net.trainer import Trainer
from game.table.table import Accepted, Table
from tests.builders import Edit
from tests.table.games import new_table

CODE = "BANANA"
Message = dict[str, Any]


class Clock:
    """A clock that is turned by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Phone:
    """One connection; ``token`` is the newest key it got, on this connection or the one before."""

    def __init__(self, tables: "Tables", number: int, address: str) -> None:
        self._tables = tables
        self.number = number
        self.address = address
        self.heard: list[Message] = []
        self.texts: list[str] = []
        self.closed: int | None = None
        self.token = ""
        self.member = ""
        self.view: Message = {}
        self.revision = 0
        self.unseen: list[int] = []
        self._ids = count(1)

    def say(self, **message: Any) -> list[Message]:
        """Send a frame, let the loop turn, and give what came back."""
        self.put(**message)
        return self._tables.turn(self)

    def put(self, **message: Any) -> None:
        """Send a frame; the loop does not turn yet."""
        self._tables.room.take(Received(self.number, json.dumps(message)))

    def join(self, name: str = "Anna", lang: str = "en", code: str = CODE) -> list[Message]:
        return self.say(type="hello", protocol=1, code=code, name=name, lang=lang)

    def come_back(self, token: str) -> list[Message]:
        return self.say(type="hello", protocol=1, token=token)

    def sit(self, seat: str | None) -> list[Message]:
        return self.say(type="seat", seat=seat)

    def command(self, kind: str, id_: str | None = None, revision: int | None = None, **args: str) -> Message:
        """Send a command; gives its ack or nack."""
        identifier = id_ or f"{self.member}-{self.number}-{next(self._ids)}"
        seen = (
            {"revision": self.revision, "unseen": self.unseen} if revision is None else {"revision": revision}
        )
        back = self.say(type="command", id=identifier, command={"kind": kind, **args}, **seen)
        answers = [m for m in back if m["type"] in ("ack", "nack") and m["id"] == identifier]
        assert len(answers) == 1, back
        return answers[0]

    def hear(self, text: str) -> None:
        message = json.loads(text)
        self.texts.append(text)
        self.heard.append(message)
        self.token = message.get("token", self.token)
        self.member = message.get("member", self.member)
        if "view" in message:
            self.view, self.revision, self.unseen = (message[name] for name in ("view", "revision", "unseen"))

    def last(self, type_: str) -> Message:
        """The newest message of a type."""
        return next(message for message in reversed(self.heard) if message["type"] == type_)

    def legal(self) -> list[Message]:
        """The commands that its view offers."""
        return [one["command"] for one in self.view.get("actions", []) if one["refusal"] is None]

    def leave(self) -> None:
        """The connection is gone."""
        self._tables.room.take(Closed(self.number))
        self._tables.turn(self)


class Tables:
    """A table, its room and its trainer, in a folder; ``restart`` is a new process on the same folder."""

    def __init__(
        self,
        folder: Path,
        table: Table | None = None,
        bots: str | None = "random",
        unfolds: Callable[[Accepted], Unfolding | None] = lambda _: None,
        **how: Any,
    ) -> None:
        self.folder = folder
        self.clock = Clock()
        self.bots = bots
        self._unfolds = unfolds
        self._numbers = count(1)
        self._open(table or new_table(folder, **how))

    def _open(self, table: Table) -> None:
        self.table = table
        self.room = Room(table, CODE, self.clock, unfolds=self._unfolds)
        self.trainer = Trainer(self.room, self.bots)
        self.phones: dict[int, Phone] = {}

    def restart(self) -> None:
        self.table.close()
        self._open(Table.resume(self.table.path))

    def phone(self, address: str = "192.168.1.20") -> Phone:
        number = next(self._numbers)
        self.phones[number] = Phone(self, number, address)
        self.room.take(Opened(number, address))
        return self.phones[number]

    def turn(self, phone: Phone | None = None) -> list[Message]:
        """One turn of the loop (and those that computer players need); what this phone got in it."""
        before = 0 if phone is None else len(phone.heard)
        self._once()
        while self.room.busy:
            self._once()
        return [] if phone is None else phone.heard[before:]

    def _once(self) -> None:
        for out in self.room.turn():
            phone = self.phones[out.link]
            if isinstance(out, Send):
                phone.hear(out.text)
            elif isinstance(out, Close):
                phone.closed = out.code
                self.room.take(Closed(out.link))

    def do(self, what: str, **values: Any) -> Message:
        """A line of the trainer, and the turn that stores it."""
        reply = self.trainer.do({"do": what, **values})
        self.turn()
        return reply

    def rest(self, seconds: float = 1.0) -> None:
        """Time goes by."""
        self.clock.now += seconds
        self.turn()


def seated(tables: Tables, *seats: str | None, lang: str = "en") -> list[Phone]:
    """Phones that joined, each at a seat."""
    phones = []
    for n, seat in enumerate(seats):
        phone = tables.phone(f"192.168.1.{20 + n}")
        phone.join(f"Person {n + 1}", lang)
        phone.sit(seat)
        phones.append(phone)
    return phones


def begun(
    folder: Path, *seats: str | None, edit: Edit | None = None, departments: int = 2, seed: int = 1
) -> tuple[Tables, list[Phone]]:
    """A game in which people sit at the seats, begun and with a why chosen."""
    tables = Tables(folder, seats=departments, edit=edit, seed=seed)
    phones = seated(tables, *seats)
    begin(tables, phones)
    return tables, phones


def begin(tables: Tables, phones: list[Phone]) -> None:
    """The trainer starts, the chair chooses a why."""
    assert tables.do("start")["ok"]
    chair = next((phone for phone in phones if phone.view["you"] and phone.view["you"]["to_act"]), None)
    if chair is not None:
        assert chair.command("our_why", sentence="street")["type"] == "ack"
