"""The JSON in the journal's entries: commands with their seat, and acts."""

import json

from game.rules import command as commands
from game.rules.command import Command, CommandError
from game.table import acts
from game.table.acts import Act
from game.table.entries import ACT, COMMAND, Entry, canonical


def to_payload(seat: str | None, deed: Command | Act) -> tuple[str, str]:
    """Kind of entry and canonical JSON of what a seat, or (none) the table, did."""
    if seat is None:
        if isinstance(deed, Act):
            return ACT, canonical(acts.to_dict(deed))
        raise ValueError("a command needs a seat")
    if isinstance(deed, Act):
        raise ValueError("an act has no seat")
    return COMMAND, canonical({"seat": seat, "command": commands.to_dict(deed)})


def from_payload(entry: Entry) -> tuple[str | None, Command | Act]:
    """Who (none: the table) did what; raises ``ValueError`` if the entry does not say."""
    value = json.loads(entry.payload)
    if entry.kind == ACT:
        return None, acts.from_dict(value)
    if not isinstance(value, dict) or value.keys() != {"seat", "command"}:
        raise CommandError("an entry of a command has a seat and a command")
    if not isinstance(value["seat"], str):
        raise CommandError("a seat is an id")
    return value["seat"], commands.from_dict(value["command"])
