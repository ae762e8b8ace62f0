"""What a seat, or everybody at the table, may know: the views that screens and phones show.

Everything here is derived from a hidden copy of the state (``rules.hide``), and from nothing else.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from game.rules.actions import ROOM, list_actions
from game.rules.command import to_dict as command_to_dict
from game.rules.hide import hide
from game.rules.legal import chair_of, kind_of
from game.rules.limits import BROADCAST, NONE, PLAY
from game.rules.notation import command_of
from game.rules.position import state_to_dict
from game.rules.records import copy
from game.rules.refusal import CODES, LEGAL, Light, lights
from game.rules.state import State
from game.scenario.compiling import Compiled
from game.view.offers import Odds, offer
from game.view.refusals import refusal_text
from game.view.turns import waiting_for
from game.words.catalogue import Language

Members = Sequence[Mapping[str, object]]
"""The people at the table, as the caller wants them shown."""

_LEFT_OUT: Final = (
    "deck",
    "rolled",
    "redraws",
    "tools",
    "verbs",
)  # what is left of the deck is hidden; the rest is bookkeeping

_LIT: Final[dict[Light, bool | None]] = {"open": True, "shut": False, "not_asked": None}


def table_view(compiled: Compiled, state: State, *, members: Members = ()) -> dict[str, object]:
    """What everybody may know (onlookers, the big screen): open facts, no actions."""
    seen = copy(state)
    hide(compiled.tables, seen, NONE)
    return {**_open(compiled, seen), "you": None, "members": list(members), "actions": []}


def seat_view(
    compiled: Compiled,
    state: State,
    seat: str,
    language: Language,
    *,
    members: Members = (),
    dealt: bool = True,
) -> dict[str, object]:
    """What a seat may know, and every command of its toolbox and unlocked verbs, legal or not.

    Keys of the contract's ``state`` with hidden ones absent, ``chair`` and ``waiting_for`` (ids of
    seats), ``you``, ``members`` and ``actions``. Without ``dealt`` the game has not begun: people still
    change seats, so nobody is shown a personal motive, not even that of the seat. Words are in
    ``language``. A light is true (open), false (shut) or none (not asked). Of plays and
    broadcasts also the ``bond`` of what they would lift.
    """
    index = compiled.ids.seats.index(seat)
    seen = copy(state)
    hide(compiled.tables, seen, index)
    if not dealt:
        seen.personal[index] = NONE
    view = _open(compiled, seen)
    own = seen.personal[index]
    view["you"] = {
        "seat": seat,
        "personal_motive": None if own == NONE else compiled.ids.personals[own],
        "to_act": index in waiting_for(compiled.tables, seen),
    }
    view["members"] = list(members)
    view["actions"] = _actions(compiled, seen, index, language)
    return view


def _open(compiled: Compiled, seen: State) -> dict[str, object]:
    view: dict[str, object] = state_to_dict(compiled.tables, compiled.ids, seen)
    for name in _LEFT_OUT:
        view.pop(name, None)
    seats = compiled.ids.seats
    view["chair"] = seats[chair_of(compiled.tables, seen)]
    view["waiting_for"] = [seats[seat] for seat in waiting_for(compiled.tables, seen)]
    return view


def _actions(compiled: Compiled, seen: State, seat: int, language: Language) -> list[dict[str, object]]:
    packed = [0] * ROOM
    codes = [0] * ROOM
    n = list_actions(compiled.tables, seen, seat, 1, packed, codes)
    return [
        _action(compiled, seen, seat, action, code, language)
        for action, code in zip(packed[:n], codes[:n], strict=True)
    ]


def _action(
    compiled: Compiled, seen: State, seat: int, action: int, code: int, language: Language
) -> dict[str, object]:
    offered = offer(compiled.tables, compiled.ids, seen, seat, action)
    message = None
    if code != LEGAL:
        message = refusal_text(compiled, seen, seat, action, CODES[code], language)
    out: dict[str, object] = {
        "command": command_to_dict(command_of(compiled.ids, action)),
        "refusal": None if code == LEGAL else CODES[code],
        "message": message,
        "lights": [_LIT[light] for light in lights(code, verb=kind_of(action) not in (PLAY, BROADCAST))],
        "price": {"hours": offered.hours, "attention": offered.attention},
        "odds": [_odds(one) for one in offered.odds],
    }
    if offered.bond is not None:
        out["bond"] = offered.bond
    return out


def _odds(one: Odds) -> dict[str, object]:
    out: dict[str, object] = {"case": one.case, "difficulty": one.difficulty, "dice": one.dice}
    if one.audience is not None:
        out["audience"] = one.audience
        out["attention"] = one.attention
    return out
