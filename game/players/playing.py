"""A game of computer players from the first choice to the last Friday, in both speeds."""

from game.players.choosing import RANDOM, choose
from game.players.manner import KIND
from game.players.planning import seat_to_act
from game.rules.chance import POSITIVE, stir
from game.rules.engine import begin, perform
from game.rules.hide import hide
from game.rules.limits import GUESSING, ROUND
from game.rules.log import Log
from game.rules.records import blank_state, put
from game.rules.speed import rule
from game.rules.state import State
from game.rules.tables import Grid, Ints, Tables


@rule
def play_on(
    t: Tables,
    states: list[State],
    seens: list[State],
    manners: Grid,
    seed: int,
    commands: int,
    log: Log,
    out: Ints,
    codes: Ints,
    desk: Ints,
) -> int:
    """Let computer players go on in round order, for at most ``commands``; gives how many it were.

    ``states`` holds one state, ``seens`` as many as a player needs to think (``planning.PLACES``);
    ``manners`` gives the player of each seat.
    """
    done = 0
    while states[0].part[0] < GUESSING and done < commands:
        seat = seat_to_act(t, states[0])
        if manners[seat][KIND] == RANDOM:  # only lists what is legal, which never depends on hidden things
            action = choose(t, states, seat, manners[seat], seed, log, out, codes, desk)
        else:
            put(states, 0, seens, 0)
            hide(t, seens[0], seat)
            action = choose(t, seens, seat, manners[seat], seed, log, out, codes, desk)
        perform(t, states[0], seat, action, log)
        done += 1
    return done


@rule
def seed_of(seed: int, game: int) -> int:
    """The seed of game number ``game`` of a study."""
    return stir(stir(seed, 1), game) & POSITIVE


@rule
def player_seed_of(seed: int, game: int) -> int:
    """The seed of the computer players in that game; it tells nothing of the game's own."""
    return stir(stir(seed, 2), game) & POSITIVE


def new_game(t: Tables, seed: int, order: int = ROUND) -> State:
    """A game set up (rule 1), before the choice of our why. ``seed`` is at least 0."""
    st = blank_state()
    begin(t, st, seed, order)
    return st
