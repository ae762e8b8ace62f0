"""One game of a trial again, command by command, in plain Python."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.players.choosing import decide_as
from game.players.lineup import PlayerError, line_up, manners
from game.players.planning import seat_to_act
from game.players.playing import new_game, player_seed_of, seed_of
from game.rules.command import Command
from game.rules.engine import perform
from game.rules.fact import Fact
from game.rules.limits import GUESSING
from game.rules.log import GREAT_ROOM, facts, new_log
from game.rules.notation import command_of
from game.rules.state import State
from game.scenario.compiling import Compiled
from sim.given import whole
from sim.trouble import SimulationError


@dataclass(frozen=True, slots=True)
class Move:
    """The set-up (no seat, no command), or one command; ``state`` is the game's own, just after it."""

    seat: str | None
    command: Command | None
    facts: tuple[Fact, ...]
    state: State


def replay(compiled: Compiled, kinds: Sequence[str], seed: int, game: int) -> Iterator[Move]:
    """Game ``game`` of the trial with these players and this seed, from its set-up on.

    Raises
    ------
    SimulationError
        If there is no such game, or no such player; a function cannot be asked again.
    """
    game, seed = whole("game", game, 0), whole("seed", seed, 0)
    try:
        players = manners(line_up(kinds, compiled.seats), compiled.ids)
    except PlayerError as error:
        raise SimulationError(error.code, **error.values) from None
    t, ids = compiled.tables, compiled.ids
    state = new_game(t, seed_of(seed, game))
    luck = player_seed_of(seed, game)
    log = new_log(GREAT_ROOM)
    yield Move(None, None, (), state)
    while state.part[0] < GUESSING:
        seat = seat_to_act(t, state)
        action = decide_as(players[seat], t, state, seat, luck)
        perform(t, state, seat, action, log)
        yield Move(ids.seats[seat], command_of(ids, action), facts(log, ids), state)
