"""The computer players: each a picture of one idea, choosing from the public view only.

``choose`` is compiled with the rules for the simulator and runs as it is at the table. A player sees
a state from which hidden things were taken (``rules.hide``) and draws from a seed of its own, never
from the game's.
"""

from typing import Final

from game.players.worth import worth_of
from game.rules.actions import ROOM, list_actions
from game.rules.chance import below, key
from game.rules.hide import hide
from game.rules.limits import P_PLAYER
from game.rules.records import copy
from game.rules.speed import rule
from game.rules.state import State
from game.rules.tables import Ints, Tables

RANDOM: Final = 0
PUSHER: Final = 1
SILO: Final = 2
LISTENER: Final = 3
COOPERATIVE: Final = 4
KINDS: Final = ("random", "pusher", "silo", "listener", "cooperative")


@rule
def commands_so_far(seen: State) -> int:
    """How many commands this game has seen: the running number of a player's draws."""
    total = 0
    for kind in range(len(seen.verbs)):
        total += seen.verbs[kind]
    return total


@rule
def choose(t: Tables, seen: State, seat: int, kind: int, seed: int, out: Ints, codes: Ints) -> int:
    """The packed command that a player chooses; something is always legal for a seat that may act.

    ``out`` and ``codes`` are room to list commands in (``actions.ROOM``). Of equally good ones a draw
    of the player's own decides.
    """
    n = list_actions(t, seen, seat, 0, out, codes)
    luck = key(seed, P_PLAYER, seen.week[0], t.seat_key[seat])
    number = commands_so_far(seen)
    if kind == RANDOM:
        return out[below(luck, number, n)]
    best = out[0]
    highest = 0
    for i in range(n):
        worth = worth_of(t, seen, seat, kind, out[i]) * 64 + below(luck, number * ROOM + i, 64)
        if i == 0 or worth > highest:
            best = out[i]
            highest = worth
    return best


def decide(kind: str, t: Tables, st: State, seat: int, seed: int) -> int:
    """What the computer player called ``kind`` does for ``seat``, from what that seat may know.

    Raises
    ------
    ValueError
        If no computer player has that name.
    """
    seen = copy(st)
    hide(t, seen, seat)
    room = [0] * ROOM
    return choose(t, seen, seat, KINDS.index(kind), seed, room, room[:])
