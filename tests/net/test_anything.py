"""Whatever phones say in whatever order, the room never stumbles, and the journal still tells it all."""

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from game.net.links import Received
from game.rules import limits as commands
from game.table.replaying import verify
from tests.net.phones import CODE, Phone, Tables

WORDS = (
    "",
    "x" * 500,
    "\x00",
    *[
        "shop",
        "kitchen",
        "garden",
        "ann",
        "bob",
        "cor",
        "chat",
        "leaflet",
        "tasting",
        "company",
        "praise",
        "1",
        "street",
        "necessity",
    ],
)
KINDS = (*commands.KINDS, "dance")
ARGUMENTS = ("sentence", "option", "mechanism", "audience", "message", "argument", "seat", "motive")
LINES = (
    *[
        "start",
        "pause",
        "resume",
        "next",
        "lock",
        "kick",
        "ban",
        "bot",
        "seat",
        "approval",
        "rename",
        "clock",
        "language",
    ],
)


def junk(chance: Random) -> Any:
    return chance.choice((None, True, -1, 0, 1, 10**12, 0.5, [], {}, [[]], {"a": {}}, *WORDS))


def command(chance: Random, phone: Phone) -> Any:
    legal = phone.legal()
    what = chance.random()
    if legal and what < 0.4:
        return chance.choice(legal)
    if what < 0.9:
        chosen = chance.sample(ARGUMENTS, chance.randrange(4))
        return {"kind": chance.choice(KINDS), **{name: chance.choice(WORDS) for name in chosen}}
    return {"kind": junk(chance), chance.choice(ARGUMENTS): junk(chance)}


def frame(chance: Random, phone: Phone) -> Any:
    """Something that a phone may say: sensible, nearly so, or not at all."""
    identifier = chance.choice(
        (f"id{chance.randrange(40)}", junk(chance) if chance.random() < 0.1 else "same")
    )
    said: dict[str, Any] = chance.choice(
        (
            {"type": "ping"},
            {"type": "seat", "seat": chance.choice(("shop", "kitchen", "garden", None, "nobody"))},
            {"type": "language", "lang": chance.choice(("nl", "en", "nl", "de"))},
            {"type": "answer", "n": chance.randrange(12), "yes": chance.random() < 0.7},
            *[
                {
                    "type": "command",
                    "id": identifier,
                    "revision": phone.revision,
                    "unseen": phone.unseen,
                    "command": command(chance, phone),
                }
            ]
            * 6,
        )
    )
    if chance.random() < 0.02:
        said[chance.choice(("type", "seat", "id", "revision", "unseen", "n"))] = junk(chance)
    return said


def line(chance: Random, members: list[str]) -> dict[str, Any]:
    seat = chance.choice(("shop", "kitchen", "garden", "nobody"))
    return {
        "do": chance.choice(LINES),
        "member": chance.choice([*members, "m99"]),
        "seat": seat,
        "kind": chance.choice(("random", None)),
        "on": chance.random() < 0.2,
        "reason": "",
        "mode": chance.choice(("second", "majority", "one", "off", "normal")),
        "lang": "nl",
        "name": chance.choice(WORDS),
    }


def torment(folder: Path, seed: int, steps: int) -> None:
    chance = Random(seed)
    tables = Tables(folder, seats=3, seed=seed)
    phones: list[Phone] = []
    for n in range(steps):
        tables.clock.now += chance.random()
        what = chance.random()
        alive = [phone for phone in phones if phone.closed is None]
        if what < 0.05 or not alive:
            phone = tables.phone(f"10.0.0.{chance.randrange(4)}")
            phones.append(phone)
            if alive and chance.random() < 0.6:
                phone.come_back(chance.choice(alive).token)
            else:
                phone.join(chance.choice(WORDS) or f"P{n}", code=chance.choice((CODE, CODE, CODE, "WRONGX")))
        elif what < 0.1:
            tables.do(**{**(said := line(chance, [*tables.table.roster.members])), "what": said.pop("do")})
        elif what < 0.12:
            leaving = chance.choice(alive)
            leaving.closed = 1006
            leaving.leave()
        elif what < 0.125:
            tables.restart()
            phones.clear()
        else:
            phone = chance.choice(alive)
            tables.room.take(Received(phone.number, json.dumps(frame(chance, phone))))
            tables.turn()
    path = tables.table.path
    revision, roster = tables.table.revision, tables.table.roster
    tables.restart()
    assert (tables.table.revision, tables.table.roster) == (revision, roster)
    tables.table.close()
    assert verify(path).entries == revision


@pytest.mark.parametrize("seed", range(3))
def test_nothing_that_phones_say_makes_the_room_stumble(tmp_path: Path, seed: int) -> None:
    torment(tmp_path, seed, 300)


@pytest.mark.torture
def test_nothing_at_all_makes_the_room_stumble(tmp_path: Path) -> None:
    for seed in range(40):
        folder = tmp_path / str(seed)
        folder.mkdir()
        torment(folder, 100 + seed, 1000)
