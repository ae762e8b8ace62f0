"""Players of one's own: a Python function that chooses from the view of its seat.

The view is the one that leaves the table for a person in that seat (contract, "Wire protocol"), so a
function cannot know more. Such games are played in plain Python, some hundred times slower.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from game.players.planning import seat_to_act
from game.players.playing import play_on, player_seed_of
from game.rules.command import CommandError, from_dict
from game.rules.engine import perform
from game.rules.legal import refusal_code
from game.rules.limits import GUESSING
from game.rules.log import Log
from game.rules.notation import UnknownId, action_of
from game.rules.refusal import CODES, LEGAL
from game.rules.state import State
from game.rules.tables import Grid, Ints
from game.scenario.compiling import Compiled
from game.view.seats import seat_view
from sim.driver import finish, start
from sim.given import shown
from sim.tallying import read_facts, survey
from sim.trouble import SimulationError

LONGEST: Final = 200  # characters of what a function said, in a message

View = dict[str, Any]
Function = Callable[[View], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A player that is a function; it gives one of the commands in ``view["actions"]``."""

    function: Function

    def __str__(self) -> str:
        return f"{getattr(self.function, '__name__', type(self.function).__name__)}()"

    def choose(self, compiled: Compiled, state: State, seat: int) -> int:
        """The packed command that the function chooses.

        Raises
        ------
        SimulationError
            If what it gives is no command, or not legal now. What the function itself raises goes on.
        """
        view = seat_view(compiled, state, compiled.ids.seats[seat], "en")
        said = self.function(view)
        try:
            action = action_of(compiled.ids, from_dict(said))
        except (CommandError, UnknownId) as error:
            reason = str(error)[:LONGEST]
            raise SimulationError(
                "no_command", player=self, said=shown(said, LONGEST), reason=reason
            ) from None
        code = refusal_code(compiled.tables, state, seat, action)
        if code != LEGAL:
            raise SimulationError("not_legal", player=self, said=shown(said, LONGEST), reason=CODES[code])
        return action


def play_asking(
    compiled: Compiled,
    functions: tuple[Asked | None, ...],
    states: list[State],
    seens: list[State],
    log: Log,
    mind: Any,
    out: Ints,
    codes: Ints,
    desk: Ints,
    manners: Grid,
    seed: int,
    game: int,
    row: Any,
    counts: Any,
) -> None:
    """What ``driver.play_game`` does, asking the functions for their seats."""
    t = compiled.tables
    start(t, states[0], log, mind, seed, game, counts)
    luck = player_seed_of(seed, game)
    while states[0].part[0] < GUESSING:
        seat = seat_to_act(t, states[0])
        asked = functions[seat]
        if log.room[0] > 0:
            survey(t, states[0], seat, counts)
        if asked is None:
            play_on(t, states, seens, manners, luck, 1, log, out, codes, desk)
        else:
            perform(t, states[0], seat, asked.choose(compiled, states[0], seat), log)
        if log.room[0] > 0:
            read_facts(t, states[0], log, mind, counts)
    finish(t, states[0], log, mind, row, counts)
