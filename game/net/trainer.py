"""The trainer's lines: one JSON object in, one out (contract, "Control lines"). Never from the network."""

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from game.net.names import clean_name, clean_text, distinct_name
from game.net.room import Room
from game.net.shown import refusal_words
from game.rules.limits import PARTS
from game.table.acts import (
    Act,
    Dismiss,
    EndEarly,
    EndGuessing,
    Lock,
    Next,
    Pause,
    Rename,
    Resume,
    SetApproval,
    SetBot,
    SetClock,
    SetLanguage,
    Start,
    TakeSeat,
)
from game.table.table import Refused
from game.words.catalogue import Language, Words

Reply: TypeAlias = dict[str, object]

_LONGEST: Final = 400
"""Characters of anything that the trainer types."""
_PLAIN: Final[dict[str, type[Resume] | type[Next] | type[EndGuessing] | type[EndEarly]]] = {
    "resume": Resume,
    "next": Next,
    "end_guessing": EndGuessing,
    "end_early": EndEarly,
}


class _BadLineError(Exception):
    """A line that lacks something, or has it of another type."""


class Trainer:
    """What the trainer may do with a room. ``bots`` takes the seats that nobody holds at the start."""

    def __init__(self, room: Room, bots: str | None = None) -> None:
        self._room = room
        self._bots = bots
        self.stopping = False
        """Whether the trainer asked for the end of the server."""

    def do(self, line: object) -> Reply:
        """Carry out a line; the answer is true only of what the next turn of the room stores."""
        if not isinstance(line, Mapping) or not isinstance(line.get("do"), str):
            return self._no("bad_line")
        try:
            return self._do(line["do"], line)
        except _BadLineError:
            return self._no("bad_line")

    def _do(self, what: str, line: Mapping[str, Any]) -> Reply:
        if what in _PLAIN:
            return self._direct(_PLAIN[what]())
        match what:
            case "status":
                return {"ok": True, **self.status()}
            case "stop":
                self.stopping = True
                return {"ok": True}
            case "start":
                return self._start()
            case "pause":
                return self._direct(Pause(clean_text(_text(line, "reason", ""), _LONGEST)))
            case "clock":
                return self._direct(SetClock(_text(line, "mode")))
            case "language":
                return self._direct(SetLanguage(_text(line, "lang")))
            case "approval":
                names = [name for name in ("approval", "mode", "value") if name in line]
                return self._direct(SetApproval(_text(line, names[0] if names else "approval")))
            case "seat":
                return self._direct(TakeSeat(_text(line, "member"), _text_or_none(line, "seat")))
            case "bot":
                return self._direct(SetBot(_text(line, "seat"), _text_or_none(line, "kind")))
            case "kick" | "ban":
                return self._dismiss(_text(line, "member"), banned=what == "ban")
            case "rename":
                return self._rename(_text(line, "member"), _text(line, "name"))
            case "lock":
                return self._direct(Lock(_truth(line, "on")))
            case _:
                return self._no("unknown_line")

    def status(self) -> Reply:
        """What the trainer sees: where the game is, and who is there."""
        room = self._room
        table = room.table
        return {
            "revision": table.revision,
            "started": table.started,
            "over": table.over,
            "week": table.truth.week[0],
            "part": PARTS[table.truth.part[0]],
            "waiting_for": table.waiting_for(),
            "paused": table.roster.paused,
            "locked": table.roster.locked,
            "approval": table.roster.approval,
            "clock": room.clock,
            "language": table.roster.language,
            "join_code": room.code,
            "seats": {
                seat: {
                    "bot": table.bots.get(seat),
                    "people": seat in table.people,
                    "members": [member.id for member in table.roster.at(seat)],
                }
                for seat in table.seats
            },
            "members": room.shown().members(),
        }

    def _start(self) -> Reply:
        table = self._room.table
        if not table.started and self._bots is not None:
            for seat in table.seats:
                if seat not in table.people and seat not in table.bots:
                    self._room.direct(SetBot(seat, self._bots))
        return self._direct(Start())

    def _dismiss(self, member: str, *, banned: bool) -> Reply:
        found = self._room.table.roster.members.get(member)
        reply = self._direct(Dismiss(member, banned))
        if reply["ok"] and found is not None:
            self._room.dismissed(member, found.language, "banned" if banned else "kicked")
        return reply

    def _rename(self, member: str, typed: str) -> Reply:
        others = [one.name for one in self._room.people if one.id != member]
        name = clean_name(typed)
        return self._direct(Rename(member, name and distinct_name(name, others)))

    def _direct(self, act: Act) -> Reply:
        done = self._room.direct(act)
        if isinstance(done, Refused):
            message = refusal_words(self._room.table, None, None, done.code, self._language)
            return {"ok": False, "reason": done.code, "message": message}
        return {"ok": True, "revision": done.revision}

    def _no(self, reason: str) -> Reply:
        return {"ok": False, "reason": reason, "message": Words("net", self._language)(f"refused.{reason}")}

    @property
    def _language(self) -> Language:
        return self._room.table.roster.language


def _text(line: Mapping[str, Any], name: str, default: str | None = None) -> str:
    value = line.get(name, default)
    if not isinstance(value, str) or len(value) > _LONGEST or not _is_text(value):
        raise _BadLineError
    return value


def _is_text(value: str) -> bool:
    """Whether it can be written at all: JSON can escape half a letter."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _text_or_none(line: Mapping[str, Any], name: str) -> str | None:
    if name not in line:
        raise _BadLineError
    return None if line[name] is None else _text(line, name)


def _truth(line: Mapping[str, Any], name: str) -> bool:
    value = line.get(name)
    if not isinstance(value, bool):
        raise _BadLineError
    return value
