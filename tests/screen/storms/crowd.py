"""People with phones, by chance: they come, leave, come back, take seats, play, propose and say nonsense."""

import json
from collections import Counter
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from game.net.links import Closed, Received
from game.table.reading import read
from tests.net.phones import CODE, Phone, Tables

NAMES = (
    "Anna",
    "anna",
    "Bo",
    "",
    " ",
    "Ωμέγα",
    "\u202e\u05d0\u05d1\u05d2\u202c",
    "<b>Jo</b>",
    "{n}",
    "Mens 1",
    "\U0001f469\u200d\U0001f33e",
    "Wilhelmina-Alexandra van Oranje",
    "x" * 90,
)
GARBAGE = ("", "{", "[]", '{"type": "dance"}', '{"type": "ping", "x": ' + "[" * 300, '{"type": "hello"}', "ÿ")
MOST = 9
"""Phones that are there at once, more or less."""
GONE = 1006
"""The code of a connection that was lost."""
KINDS = {
    "sit": 14,
    "command": 50,
    "again": 6,
    "late": 4,
    "answer": 24,
    "language": 3,
    "ping": 3,
    "leave": 4,
    "garbage": 1,
}


class Crowd:
    """The people with phones at a table, and an account of what they were told.

    Nothing they say is answered before the window's loop turns.
    """

    def __init__(self, tables: Tables, chance: Random) -> None:
        self._tables = tables
        self._chance = chance
        self._keys: list[str] = []
        self._ids = count(1)
        self._heard: dict[int, int] = {}
        self._last: dict[int, dict[str, Any]] = {}
        self.said: Counter[str] = Counter()
        """What came from the phones, and what they were told, by type."""
        self.acked: dict[str, int] = {}

    @property
    def there(self) -> list[Phone]:
        """Phones whose connection is open."""
        return [one for one in self._tables.phones.values() if one.closed is None]

    @property
    def welcome(self) -> list[Phone]:
        """Those of them that were let in."""
        return [one for one in self.there if one.member]

    def stir(self) -> None:
        """Somebody does something."""
        chance, inside = self._chance, self.welcome
        if chance.random() < (0.5 if len(inside) < 3 else 0.1 if len(inside) < MOST else 0.01):
            self._come()
        elif inside:
            self._do(chance.choice(inside))

    def _come(self) -> None:
        chance = self._chance
        phone = self._tables.phone(f"10.0.0.{chance.randrange(40)}")
        if self._keys and chance.random() < 0.4:
            self.said["back"] += 1
            phone.put(type="hello", protocol=1, token=chance.choice(self._keys))
        else:
            self.said["join"] += 1
            code = chance.choices((CODE, "WRONGX"), (15, 1))[0]
            name, lang = chance.choice(NAMES), chance.choice(("nl", "en"))
            phone.put(type="hello", protocol=1, code=code, name=name, lang=lang)

    def _do(self, phone: Phone) -> None:
        chance = self._chance
        what = chance.choices(list(KINDS), list(KINDS.values()))[0]
        self.said[what] += 1
        match what:
            case "sit":
                seats = (*self._tables.table.seats, None, "nobody")
                phone.put(type="seat", seat=chance.choices(seats, (*(10,) * (len(seats) - 2), 2, 1))[0])
            case "command":
                legal = phone.legal()
                if legal:
                    self._say(phone, phone.revision, chance.choice(legal))
            case "again" if phone.number in self._last:
                phone.put(**self._last[phone.number])
            case "late":
                all_ = phone.view.get("actions", [])
                if all_:
                    self._say(phone, chance.randrange(phone.revision + 1), chance.choice(all_)["command"])
            case "answer":
                told = [one["n"] for one in phone.heard if one["type"] == "proposal"]
                n = told[-1] if told and chance.random() < 0.9 else chance.randrange(20)
                phone.put(type="answer", n=n, yes=chance.random() < 0.8)
            case "language":
                phone.put(type="language", lang=chance.choice(("nl", "en")))
            case "leave":
                phone.closed = GONE
                self._tables.room.take(Closed(phone.number))
            case "garbage":
                self._tables.room.take(Received(phone.number, chance.choice(GARBAGE)))
            case _:
                phone.put(type="ping")

    def _say(self, phone: Phone, revision: int, command: dict[str, Any]) -> None:
        said = {"type": "command", "id": f"c{next(self._ids)}", "revision": revision, "command": command}
        self._last[phone.number] = said
        phone.put(**said)

    # -- what must hold -------------------------------------------------------------------

    def listen(self) -> None:
        """Take in what phones were told: one acknowledgement is like the other, refusals are in words."""
        for phone in self._tables.phones.values():
            new = phone.heard[self._heard.get(phone.number, 0) :]
            self._heard[phone.number] = len(phone.heard)
            for message in new:
                self.said[message["type"]] += 1
                if message["type"] == "ack" and "proposal" not in message:
                    before = self.acked.setdefault(message["id"], message["revision"])
                    assert before == message["revision"], message
                elif message["type"] == "nack":
                    assert message["message"], message
            if phone.token and phone.token not in self._keys:
                self._keys.append(phone.token)

    def restarted(self) -> None:
        """The program was begun anew: nobody is connected any more."""
        self._heard.clear()
        self._last.clear()

    @property
    def in_step(self) -> bool:
        """Whether every phone sees the table, and the people at it, as they are."""
        table = self._tables.table
        names = {one.id: (one.name, one.seat) for one in self._tables.room.people}
        return all(
            phone.revision == table.revision
            and {one["id"]: (one["name"], one["seat"]) for one in phone.view["members"]} == names
            for phone in self.welcome
        )

    def check(self, journal: Path) -> None:
        """What was acknowledged is in the journal once, where it was said to be."""
        stored: dict[str, int] = {}
        for entry in read(journal).entries:
            named = json.loads(entry.payload).get("by", {}).get("id")
            if named is not None:
                assert named not in stored, named
                stored[named] = entry.seq
        assert self.acked.items() <= stored.items()
