"""When a command comes too late: what its seat saw is no longer so (contract, "Wire protocol")."""

from game.rules.command import Command
from game.rules.hide import hide
from game.rules.legal import refusal_code
from game.rules.limits import CHOOSE, PASS
from game.rules.notation import UnknownId, action_of
from game.rules.records import copy
from game.rules.refusal import LEGAL
from game.rules.state import State
from game.scenario.compiling import Compiled
from game.view.offers import Offer, is_worse, offer


def is_stale(compiled: Compiled, before: State, now: State, seat: int, command: Command) -> bool:
    """Whether a command decided on at ``before`` must not be carried out at ``now``.

    It is no longer legal, or its shown price or odds got worse. Passing is done for one week, and
    choosing for one event card (5.5, 7.1): those of another week are no longer what was meant.
    """
    try:
        action = action_of(compiled.ids, command)
    except UnknownId:
        return False
    was_legal = refusal_code(compiled.tables, before, seat, action) == LEGAL
    if refusal_code(compiled.tables, now, seat, action) != LEGAL:
        return was_legal
    if command.code in (PASS, CHOOSE) and before.week[0] != now.week[0]:
        return True
    return is_worse(_shown(compiled, before, seat, action), _shown(compiled, now, seat, action))


def _shown(compiled: Compiled, state: State, seat: int, action: int) -> Offer:
    seen = copy(state)
    hide(compiled.tables, seen, seat)
    return offer(compiled.tables, compiled.ids, seen, seat, action)
