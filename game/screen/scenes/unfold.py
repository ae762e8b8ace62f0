"""What a view becomes as facts happen, one after the other.

A command may carry the game over a Friday into the next week: the view after it says nothing of what
lay between. ``after`` lays facts on a view, so that every step in between can be shown.
"""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from game.rules import fact as f
from game.rules.fact import Fact
from game.scenario.compiling import Compiled

OpenView = Mapping[str, Any]
"""A view of ``game.view``: the keys of the contract's ``state`` that may be known."""
LOOSE, FIRM = 0, 1
BONDS = ("loose", "firm")


def after(compiled: Compiled, view: OpenView, facts: Iterable[Fact]) -> dict[str, Any]:
    """A view with facts laid on it: everything that the board, Friday and the score show.

    Whose turn it is, the actions of the seat, the tallies and the researched candidates stay as they
    were: facts do not tell them.
    """
    new = deepcopy({key: value for key, value in view.items() if key != "actions"})
    new["actions"] = view.get("actions", [])
    for fact in facts:
        _lay(compiled, new, fact)
    return new


def _lay(compiled: Compiled, v: dict[str, Any], fact: Fact) -> None:
    seats = compiled.ids.seats
    match fact:
        case f.Week(week, chair):
            _new_week(compiled, v, week, chair)
        case f.OurWhyChosen(sentence, _):
            v["our_why"] = sentence
        case f.Event(event, audience, department):
            v["part"], v["event"] = "monday", event
            v["targets"] = {"audience": audience, "department": department}
            if compiled.scenario.event(event).week is None:  # cards of a fixed week are not of the deck
                _add(v["turned"], event)
        case f.Choice(_, option, _):
            v["choice"], v["part"] = option, "work"
        case f.Paid(seat, hours, audience, attention):
            v["hours"][seats.index(seat)] -= hours
            if audience is not None:
                v["attention"][audience] -= attention
        case f.Attention(audience, n, _):
            v["attention"][audience] += n
        case f.Hours(seat, n):
            v["hours"][seats.index(seat)] += n
        case f.Played(seat, mechanism, audience, message, _, _, _):
            _add(v["brought"], [seat, audience, message])
            _add(v["cared"], [audience, compiled.scenario.mechanism(mechanism).level])
        case f.Moved(_, audience, (level, bond), (to, to_bond), n):
            v["tokens"][audience][level][BONDS.index(bond)] -= n
            v["tokens"][audience][to][BONDS.index(to_bond)] += n
        case f.Suspects(audience, n):
            v["tokens"][audience][0][FIRM] += n
        case f.Passed(seat, _):
            v["passed"][seats.index(seat)] = True
        case f.Friday(_):
            v["part"] = "friday"
        case f.LostWeek(_):
            v["lost_weeks"] += 1
        case f.Launch(_, points):
            v["bonus"] += points
        case f.Dice() | f.ShakeOut():
            pass
        case f.Score() | f.Guessed() | f.Motive():
            _end(compiled, v, fact)
        case _:
            _learn(compiled, v, fact)


def _new_week(compiled: Compiled, v: dict[str, Any], week: int, chair: str) -> None:
    n = compiled.seats
    v.update(
        week=week,
        chair=chair,
        # A quiet week has no card: work begins at once. An event sets the part back to Monday.
        part="work",
        event=None,
        targets={"audience": None, "department": None},
        choice=None,
        hours=[compiled.tables.hours[0]] * n,
        passed=[False] * n,
        brought=[],
        cared=[],
        held=[],
        closed=[],
        talked=False,
        practised=False,
        pressing=False,
    )


def _learn(compiled: Compiled, v: dict[str, Any], fact: Fact) -> None:
    """What is found out about audiences, and what changes inside the organisation."""
    match fact:
        case f.TurnedUp(audience, motive, place):
            _add(v["known"][audience], motive)
            v["motives"][audience][0 if place == "main" else 1] = motive
        case f.NotHers(audience, motive):
            _add(v["not_hers"][audience], motive)
        case f.Redrawn(audience):
            main, _ = v["motives"][audience]
            v["motives"][audience] = [main, None]
            v["known"][audience] = [] if main is None else [main]
            v["not_hers"][audience] = []
        case f.Talked():
            v["talked"] = True
        case f.Handshake(audience):
            v["handshake"][audience] = True
        case f.Convinced(audience):
            v["convinced"][audience] = True
        case f.Offered(audience, _):
            v["proposition"][audience] = True
        case f.Researched():
            v["research"] = True
        case f.Argued(_, argument):
            v["last_argument"] = argument
        case f.Practised():
            v["practised"] = True
        case f.Referenced():
            v["reference_work"] = True
        case f.Measuring(seat):
            v["measured"][compiled.ids.seats.index(seat)] = True
        case f.Track(track, _, to):
            v[track] = to
        case f.Story(n):
            v["stories"] += n
        case f.Power(power, n):
            v["powers"][power] += n
        case f.Pressing():
            v["pressing"] = True
        case f.Closed(channel):
            _add(v["closed"], channel)


def _end(compiled: Compiled, v: dict[str, Any], fact: f.Score | f.Guessed | f.Motive) -> None:
    seats = compiled.ids.seats
    match fact:
        case f.Score(points, medal):
            v["points"], v["medal"], v["part"] = points, medal, "guessing"
        case f.Guessed(seat, other, motive):
            v["guesses"][seats.index(seat)][seats.index(other)] = motive
        case f.Motive(seat, motive, met, own_score, colleague):
            s = seats.index(seat)
            v["part"] = "over"
            v["personal_motives"][s] = motive
            v["motive_met"][s], v["own_score"][s], v["colleague"][s] = met, own_score, colleague


def _add(to: list[Any], thing: Any) -> None:
    if thing not in to:
        to.append(thing)
