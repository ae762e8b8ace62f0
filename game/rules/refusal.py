"""Refusals: why a command is not legal (rule 3.2), as codes that both speeds share."""

from dataclasses import dataclass
from typing import Final, Literal

LEGAL: Final = 0
# Refused outright.
NOT_NOW: Final = 1
NOT_YOUR_TURN: Final = 2
PASSED: Final = 3
NOT_YOURS: Final = 4
LOCKED: Final = 5
UNKNOWN: Final = 6
NOT_ITS_MESSAGE: Final = 7
GUESSED: Final = 8
# Relevance.
CHANNEL: Final = 9
CHANNEL_CLOSED: Final = 10
NO_TOKEN: Final = 11
# Will.
WILL: Final = 12
# Feasibility.
KNOW_HOW: Final = 13
HOURS: Final = 14
ATTENTION: Final = 15
POWER: Final = 16
RESEARCHED: Final = 17
ATTENTION_FULL: Final = 18
HELD: Final = 19
SAME_ARGUMENT: Final = 20
NO_STORY: Final = 21
REFERENCED: Final = 22
OFFERED: Final = 23
NO_KNOWN_MOTIVE: Final = 24
MEASURED: Final = 25

CODES: Final = (
    "legal",
    "not_now",
    "not_your_turn",
    "passed",
    "not_yours",
    "locked",
    "unknown",
    "not_its_message",
    "guessed",
    "channel",
    "channel_closed",
    "no_token",
    "will",
    "know_how",
    "hours",
    "attention",
    "power",
    "researched",
    "attention_full",
    "held",
    "same_argument",
    "no_story",
    "referenced",
    "offered",
    "no_known_motive",
    "measured",
)

Light = Literal["open", "shut", "not_asked"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A typed no: ``code`` is one of ``CODES``, or a table's own ("stale", "paused" …)."""

    code: str


def gate(code: int) -> int:
    """0 for what is legal or refused outright, else the gate that failed: 1, 2 or 3 (3.2)."""
    if code < CHANNEL:
        return 0
    if code < WILL:
        return 1
    return 2 if code == WILL else 3


def lights(code: int, *, verb: bool) -> tuple[Light, Light, Light]:
    """The three lights, relevance, will and feasibility, in the order in which they are asked.

    A verb of §4 and §5 has only the third gate; the other two are never asked.
    """
    failed = gate(code)
    if failed == 0 and code != LEGAL:
        return ("not_asked", "not_asked", "not_asked")
    if verb:
        return ("not_asked", "not_asked", "open" if code == LEGAL else "shut")
    states: list[Light] = ["open", "open", "open"]
    if failed:
        states[failed - 1] = "shut"
        states[failed:] = ["not_asked"] * (3 - failed)
    return (states[0], states[1], states[2])
