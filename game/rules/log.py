"""The buffer into which the rules write what happened, and how it is read back.

A row is a kind and up to eight numbers. The simulator passes a buffer without room: the same calls
then leave it empty. ``facts`` turns rows into the dataclasses of ``fact``.
"""

from typing import Final, NamedTuple

from game.rules import fact
from game.rules.fact import Fact
from game.rules.ids import OPTION_IDS, Ids
from game.rules.limits import (
    ARGUMENTS,
    BROADCAST_MESSAGE,
    CHANNELS,
    MEDALS,
    NONE,
    POWERS,
    PURPOSES,
)
from game.rules.speed import small
from game.rules.tables import Grid, Ints

COLUMNS: Final = 9
ROOM: Final = 4096
GREAT_ROOM: Final = (
    1 << 15
)  # for games with any cards: one that takes everybody's hours ends the week at once

WEEK: Final = 0
OUR_WHY: Final = 1
EVENT: Final = 2
CHOICE: Final = 3
PAID: Final = 4
ATTENTION: Final = 5
HOURS: Final = 6
PLAYED: Final = 7
DICE: Final = 8
MOVED: Final = 9
SUSPECTS: Final = 10
TURNED_UP: Final = 11
NOT_HERS: Final = 12
REDRAWN: Final = 13
TALKED: Final = 14
HANDSHAKE: Final = 15
CONVINCED: Final = 16
OFFERED: Final = 17
RESEARCHED: Final = 18
ARGUED: Final = 19
PRACTISED: Final = 20
REFERENCED: Final = 21
MEASURING: Final = 22
TRACK: Final = 23
STORY: Final = 24
POWER: Final = 25
PRESSING: Final = 26
CLOSED: Final = 27
PASSED: Final = 28
FRIDAY: Final = 29
LOST_WEEK: Final = 30
LAUNCH: Final = 31
SHAKE_OUT: Final = 32
SCORE: Final = 33
GUESS: Final = 34
MOTIVE: Final = 35
DIE: Final = 36  # one roll of the dice before it

# Why tokens or attention moved.
C_PLAY: Final = 0
C_BROADCAST: Final = 1
C_DRIFT: Final = 2
C_EMPOWERED: Final = 3
C_SHARING: Final = 4
C_SHAKE_OUT: Final = 5
C_EVENT: Final = 6
C_REFILL: Final = 7
C_HOLD_BACK: Final = 8
CAUSES: Final = (
    "play",
    "broadcast",
    "drift",
    "empowered",
    "sharing",
    "shake_out",
    "event",
    "refill",
    "hold_back",
)

# How a seat came to pass.
BY_HAND: Final = 0
SPENT: Final = 1
FORCED: Final = 2
HOWS: Final = ("by_hand", "spent", "forced")

CASES: Final = ("main", "side", "neither", "certain")
BONDS: Final = ("loose", "firm")
TRACKS: Final = ("will", "know_how")
PLACES: Final = ("main", "side")
BROADCAST_ID: Final = "(broadcast)"

_NAMES: Final[dict[str, tuple[str, ...]]] = {
    "argument": ARGUMENTS,
    "channel": CHANNELS,
    "power": POWERS,
    "medal": MEDALS,
    "purpose": PURPOSES,
    "cause": CAUSES,
    "how": HOWS,
    "case": CASES,
    "bond": BONDS,
    "track": TRACKS,
    "place": PLACES,
    "option": OPTION_IDS,
}


class Log(NamedTuple):
    """A buffer of rows; only the first ``n`` of them mean something, and ``room`` may be 0."""

    rows: Grid
    n: Ints
    room: Ints


def new_log(room: int = ROOM) -> Log:
    """An empty buffer."""
    return Log([[NONE] * COLUMNS for _ in range(room)], [0], [room])


@small
def emit(
    log: Log,
    kind: int,
    a: int = NONE,
    b: int = NONE,
    c: int = NONE,
    d: int = NONE,
    e: int = NONE,
    f: int = NONE,
    g: int = NONE,
    h: int = NONE,
) -> None:
    """Write one row, if there is room for any."""
    n = log.n[0]
    if n < log.room[0]:
        row = log.rows[n]
        row[0] = kind
        row[1] = a
        row[2] = b
        row[3] = c
        row[4] = d
        row[5] = e
        row[6] = f
        row[7] = g
        row[8] = h
        log.n[0] = n + 1


def facts(log: Log, ids: Ids) -> tuple[Fact, ...]:
    """Read the rows and empty the buffer.

    Raises
    ------
    OverflowError
        If the buffer ran full: a bug, since nothing that happened may go unseen.
    """
    n = log.n[0]
    if n >= log.room[0]:
        raise OverflowError("the buffer of facts is full")
    log.n[0] = 0
    out: list[Fact] = []
    i = 0
    while i < n:
        row = log.rows[i]
        i += 1
        rolls: list[int] = []
        while i < n and log.rows[i][0] == DIE:
            rolls.append(log.rows[i][1])
            i += 1
        out.append(_fact(row, rolls, ids))
    return tuple(out)


def _fact(row: list[int], rolls: list[int], ids: Ids) -> Fact:
    cls = fact.CLASSES[row[0]]
    if cls is fact.Moved:
        _, cause, audience, level, bond, to_level, to_bond, n, *_ = row
        return fact.Moved(
            CAUSES[cause], ids.audiences[audience], (level, BONDS[bond]), (to_level, BONDS[to_bond]), n
        )
    values: dict[str, object] = {}
    for name, number in zip((f for f in cls.__slots__ if f != "rolls"), row[1:], strict=False):
        values[name] = _value(cls, name, number, ids)
    if cls is fact.Dice:
        values["rolls"] = tuple(rolls)
    return cls(**values)  # type: ignore[arg-type]  # fields are filled by name


def _value(cls: type[Fact], name: str, number: int, ids: Ids) -> object:
    if name in ("coherent", "mixed", "met", "colleague"):
        return number == 1
    if name in _NAMES:
        return _NAMES[name][number]
    if name == "message":
        return BROADCAST_ID if number == BROADCAST_MESSAGE else ids.motives[number]
    names = {
        "seat": ids.seats,
        "other": ids.seats,
        "chair": ids.seats,
        "department": ids.seats,
        "audience": ids.audiences,
        "mechanism": ids.mechanisms,
        "event": ids.events,
        "sentence": ids.sentences,
        "motive": ids.personals if cls in (fact.Guessed, fact.Motive) else ids.motives,
    }.get(name)
    if names is None:
        return number
    return None if number == NONE else names[number]
