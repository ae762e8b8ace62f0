"""The JSON in the journal's entries: commands with their seat, and acts."""

import json
from dataclasses import asdict

from game.rules import command as commands
from game.rules.command import Command, CommandError
from game.table import acts
from game.table.acts import Act
from game.table.entries import ACT, COMMAND, Entry, canonical
from game.table.roster import By


def to_payload(seat: str | None, deed: Command | Act, by: By | None = None) -> tuple[str, str]:
    """Kind of entry and canonical JSON of what a seat, or (none) the table, did."""
    if seat is None:
        if isinstance(deed, Act):
            return ACT, canonical(acts.to_dict(deed))
        raise ValueError("a command needs a seat")
    if isinstance(deed, Act):
        raise ValueError("an act has no seat")
    said: dict[str, object] = {"seat": seat, "command": commands.to_dict(deed)}
    if by is not None:
        said["by"] = {name: value for name, value in asdict(by).items() if value is not None}
    return COMMAND, canonical(said)


def from_payload(entry: Entry) -> tuple[str | None, Command | Act, By | None]:
    """Who (none: the table) did what, by which member; ``ValueError`` if the entry does not say."""
    try:
        value = json.loads(entry.payload)
    except RecursionError:
        raise ValueError("an entry is not nested so deep") from None
    if entry.kind == ACT:
        return None, acts.from_dict(value), None
    if not isinstance(value, dict) or value.keys() - {"by"} != {"seat", "command"}:
        raise CommandError("an entry of a command has a seat and a command")
    if not isinstance(value["seat"], str):
        raise CommandError("a seat is an id")
    return value["seat"], commands.from_dict(value["command"]), _by(value["by"]) if "by" in value else None


def _by(value: object) -> By:
    if not isinstance(value, dict) or "member" not in value or value.keys() - {"member", "id", "proposal"}:
        raise CommandError("a command is by a member")
    member, identifier, proposal = (value.get(name) for name in ("member", "id", "proposal"))
    if (
        not isinstance(member, str)
        or not isinstance(identifier, str | None)
        or type(proposal) not in (int, type(None))
    ):
        raise CommandError("a command is by a member")
    return By(member, identifier, proposal)
