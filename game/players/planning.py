"""The planner: it imagines how games go on after each of the best commands, and takes the best of them.

What it imagines fits what its seat may know (``imagining``); dice are guesses too. Every command is
tried in the same imagined worlds, so that luck falls out of the comparison. After each round the worse
half is dropped (sequential halving: Karnin, Koren, Somekh 2013, "Almost optimal exploration in
multi-armed bandits"). All seats are taken for cooperative; the planner leaves what a cooperative player
would do only where the worlds prove something better.
"""

from typing import Final

from game.players.imagining import imagine
from game.players.manner import BUDGET
from game.players.worth import worth_of
from game.rules.actions import list_actions
from game.rules.chance import below, stir
from game.rules.engine import perform
from game.rules.legal import chair_of
from game.rules.limits import GUESSING, MONDAY, WORK
from game.rules.log import Log
from game.rules.records import put
from game.rules.speed import rule
from game.rules.state import State
from game.rules.tables import Ints, Tables

COOPERATIVE: Final = 4
PLANNER: Final = 5

WIDTH: Final = 8  # commands that are tried
PLACES: Final = 3  # of ``seens``: what is seen, an imagined world, a game in it
# Columns of the desk: a command, the sum of its leads over the first one, and of their squares.
DESK: Final = 3 * WIDTH
LEAD: Final = WIDTH
SQUARES: Final = 2 * WIDTH
PROOF: Final = 1  # how many standard errors, squared, a lead must be worth to be believed


@rule
def seat_to_act(t: Tables, st: State) -> int:
    """The seat that decides next in round order: the chair on Monday, else whose turn it is."""
    if st.part[0] == WORK:
        return st.turn[0]
    return chair_of(t, st) if st.part[0] == MONDAY else 0


@rule
def best_of(t: Tables, seen: State, seat: int, kind: int, luck: int, actions: Ints, n: int) -> int:
    """The command of a list that is worth most to a kind of player; of equal ones a draw decides.

    The draw belongs to the command, not to its place in the list or to what was done before it: two
    variants of a scenario then share it.
    """
    best = actions[0]
    highest = 0
    for i in range(n):
        worth = worth_of(t, seen, seat, kind, actions[i]) * 64 + below(luck, actions[i], 64)
        if i == 0 or worth > highest:
            best = actions[i]
            highest = worth
    return best


@rule
def _shortlist(t: Tables, seen: State, seat: int, luck: int, actions: Ints, n: int, desk: Ints) -> int:
    """Put the best commands on the desk, the best first, as a cooperative player weighs them."""
    count = 0
    for i in range(n):
        worth = worth_of(t, seen, seat, COOPERATIVE, actions[i]) * 64 + below(luck, actions[i], 64)
        place = count
        while place > 0 and desk[LEAD + place - 1] < worth:
            if place < WIDTH:
                desk[place] = desk[place - 1]
                desk[LEAD + place] = desk[LEAD + place - 1]
            place -= 1
        if place < WIDTH:
            desk[place] = actions[i]
            desk[LEAD + place] = worth
        count = min(count + 1, WIDTH)
    for i in range(count):
        desk[LEAD + i] = 0
        desk[SQUARES + i] = 0
    return count


@rule
def _play_imagined(t: Tables, st: State, luck: int, log: Log, out: Ints, codes: Ints) -> int:
    """Play an imagined game to its end, everybody cooperative; gives its team points."""
    while st.part[0] < GUESSING:
        seat = seat_to_act(t, st)
        n = list_actions(t, st, seat, 0, out, codes)
        perform(t, st, seat, best_of(t, st, seat, COOPERATIVE, luck, out, n), log)
    return st.points[0]


@rule
def _try_all(
    t: Tables,
    seens: list[State],
    seat: int,
    count: int,
    luck: int,
    log: Log,
    out: Ints,
    codes: Ints,
    desk: Ints,
) -> None:
    """Play on after each command on the desk in one imagined world, and note their leads."""
    put(seens, 0, seens, 1)
    imagine(t, seens[1], luck)
    first = 0
    for i in range(count):
        put(seens, 1, seens, 2)
        perform(t, seens[2], seat, desk[i], log)
        points = _play_imagined(t, seens[2], luck, log, out, codes)
        if i == 0:
            first = points
        desk[LEAD + i] += points - first
        desk[SQUARES + i] += (points - first) * (points - first)


@rule
def _drop_worse(count: int, desk: Ints) -> int:
    """Keep the first command and the better half of the others; gives how many are left."""
    for i in range(2, count):
        j = i
        while j > 1 and desk[LEAD + j] > desk[LEAD + j - 1]:
            for column in range(0, DESK, WIDTH):
                low = desk[column + j - 1]
                desk[column + j - 1] = desk[column + j]
                desk[column + j] = low
            j -= 1
    return _kept(count)


@rule
def _kept(count: int) -> int:
    """How many commands go on to the next round: the first, and half of the others."""
    return 1 + count // 2


@rule
def _rounds(count: int) -> int:
    """How many rounds it takes until only two commands are left and judged."""
    rounds = 1
    while count > 2:
        count = _kept(count)
        rounds += 1
    return rounds


@rule
def plan(
    t: Tables,
    seens: list[State],
    seat: int,
    manner: Ints,
    luck: int,
    log: Log,
    out: Ints,
    codes: Ints,
    n: int,
    desk: Ints,
) -> int:
    """The planner's choice among the ``n`` commands in ``out``, from the hidden state ``seens[0]``.

    The other places of ``seens``, the lists and the desk are room to think in; nothing is logged.
    """
    room = log.room[0]
    log.room[0] = 0
    count = _shortlist(t, seens[0], seat, luck, out, n, desk)
    portion = manner[BUDGET] // _rounds(count)
    world = 0
    best = desk[0]
    while count > 1:
        for _ in range(max(portion // count, 1)):
            world += 1
            _try_all(t, seens, seat, count, stir(luck, -world), log, out, codes, desk)
        if count == 2:
            lead = desk[LEAD + 1]
            spread = world * desk[SQUARES + 1] - lead * lead
            if lead > 0 and lead * lead * (world - 1) > PROOF * spread:
                best = desk[1]
            break
        count = _drop_worse(count, desk)
    log.room[0] = room
    return best
