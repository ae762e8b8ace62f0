"""A game of computer players from the first choice to the last Friday, in both speeds."""

from game.players.choosing import RANDOM, choose
from game.rules.actions import ROOM
from game.rules.chance import POSITIVE, stir
from game.rules.engine import begin, perform
from game.rules.hide import hide
from game.rules.legal import chair_of
from game.rules.limits import GUESSING, MONDAY, ROUND, WORK
from game.rules.log import Log, new_log
from game.rules.records import blank_state, copy
from game.rules.speed import rule
from game.rules.state import State
from game.rules.tables import Ints, Tables


def look(states: list[State], seens: list[State]) -> None:
    """Copy the state of a game to where a player will look at it; the simulator has a twin of this."""
    seens[0] = copy(states[0])


@rule
def seat_to_act(t: Tables, st: State) -> int:
    """The seat that decides next in round order: the chair on Monday, else whose turn it is."""
    if st.part[0] == WORK:
        return st.turn[0]
    return chair_of(t, st) if st.part[0] == MONDAY else 0


@rule
def play_on(
    t: Tables,
    states: list[State],
    seens: list[State],
    kinds: Ints,
    seed: int,
    commands: int,
    log: Log,
    out: Ints,
    codes: Ints,
) -> int:
    """Let computer players go on in round order, for at most ``commands``; gives how many it were.

    ``states`` and ``seens`` hold one state each; ``kinds`` gives the player of each seat.
    """
    done = 0
    while states[0].part[0] < GUESSING and done < commands:
        seat = seat_to_act(t, states[0])
        if kinds[seat] == RANDOM:  # it only lists what is legal, which never depends on hidden things
            action = choose(t, states[0], seat, RANDOM, seed, out, codes)
        else:
            look(states, seens)
            hide(t, seens[0], seat)
            action = choose(t, seens[0], seat, kinds[seat], seed, out, codes)
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


def play_out(t: Tables, kinds: Ints, seed: int, game: int) -> State:
    """Game ``game`` of a study in plain Python, whole: what the compiled engine must reproduce."""
    states = [new_game(t, seed_of(seed, game))]
    play_on(
        t, states, [states[0]], kinds, player_seed_of(seed, game), 1 << 30, new_log(0), [0] * ROOM, [0] * ROOM
    )
    return states[0]
