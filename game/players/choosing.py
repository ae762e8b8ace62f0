"""The computer players: each a picture of one idea, choosing from the public view only.

``choose`` is compiled with the rules for the simulator and runs as it is at the table. A player sees
a state from which hidden things were taken (``rules.hide``) and draws from a seed of its own, never
from the game's.
"""

from typing import Final

from game.players.manner import KIND, NOISE, THOUSAND, leave_out, leaves_out
from game.players.planning import DESK, PLACES, PLANNER, best_of, plan
from game.rules.actions import ROOM, list_actions
from game.rules.bits import size
from game.rules.chance import below, key, stir
from game.rules.hide import hide
from game.rules.limits import P_PLAYER, WORK
from game.rules.log import Log, new_log
from game.rules.openings import open_tools, open_verbs, tool_number, verb_number
from game.rules.records import copy
from game.rules.speed import rule, small
from game.rules.state import State
from game.rules.tables import Ints, Tables

RANDOM: Final = 0
PUSHER: Final = 1
SILO: Final = 2
LISTENER: Final = 3
KINDS: Final = ("random", "pusher", "silo", "listener", "cooperative")


@rule
def commands_so_far(seen: State) -> int:
    """How many commands this game has seen: the running number of a player's draws."""
    total = 0
    for kind in range(len(seen.verbs)):
        total += seen.verbs[kind]
    return total


@rule
def acts_at_random(seen: State, manner: Ints, luck: int) -> bool:
    """Whether this decision is left to chance: always, or by the player's noise."""
    if manner[KIND] == RANDOM:
        return True
    if manner[NOISE] == 0:
        return False
    return below(stir(luck, NOISE), commands_so_far(seen), THOUSAND) < manner[NOISE]


@small
def draw(t: Tables, seen: State, seat: int, luck: int, rows: Ints) -> int:
    """Any of a seat's legal commands in the work part, without listing them."""
    tools = open_tools(t, seen, seat, rows)
    verbs = open_verbs(t, seen, seat)
    k = below(luck, commands_so_far(seen), tools + size(verbs))
    return tool_number(t, seen, seat, rows, k) if k < tools else verb_number(verbs, k - tools)


@rule
def choose(
    t: Tables,
    seens: list[State],
    seat: int,
    manner: Ints,
    seed: int,
    log: Log,
    out: Ints,
    codes: Ints,
    desk: Ints,
) -> int:
    """The packed command that a player chooses; something is always legal for a seat that may act.

    ``seens[0]`` is what it sees; the rest of ``seens`` (``planning.PLACES``), ``out`` and ``codes``
    (``actions.ROOM``) and ``desk`` (``planning.DESK``) are room to think in.
    """
    luck = key(seed, P_PLAYER, seens[0].week[0], t.seat_key[seat])
    at_random = acts_at_random(seens[0], manner, luck)
    if at_random and seens[0].part[0] == WORK and not leaves_out(manner):
        return draw(t, seens[0], seat, luck, codes)
    n = leave_out(manner, out, list_actions(t, seens[0], seat, 0, out, codes))
    if at_random:
        return out[below(luck, commands_so_far(seens[0]), n)]
    if manner[KIND] == PLANNER:
        return plan(t, seens, seat, manner, luck, log, out, codes, n, desk)
    return best_of(t, seens[0], seat, manner[KIND], luck, out, n)


def decide(kind: str, t: Tables, st: State, seat: int, seed: int) -> int:
    """What the computer player called ``kind`` does for ``seat``, from what that seat may know.

    Raises
    ------
    ValueError
        If no computer player of a table has that name.
    """
    return decide_as([KINDS.index(kind), 0, 0, 0, 0], t, st, seat, seed)


def decide_as(manner: Ints, t: Tables, st: State, seat: int, seed: int) -> int:
    """What a player of this manner does for ``seat``, from what that seat may know."""
    seen = copy(st)
    hide(t, seen, seat)
    return choose(t, [seen] * PLACES, seat, manner, seed, new_log(0), [0] * ROOM, [0] * ROOM, [0] * DESK)
