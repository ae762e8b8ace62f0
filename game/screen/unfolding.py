"""A view as it was in between: facts folded into the view before them, one after the other (no pygame).

One command may end a play, the week's work, Friday and the Monday after it. The screen shows these one
by one, so it needs the view after each. Facts say what changed; nothing is reckoned anew here.
"""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from game.rules import fact as facts
from game.rules.fact import Fact
from game.scenario.models import Scenario

ViewDict = dict[str, Any]
"""What ``game.view`` gives: the keys of the contract's ``state`` without what is hidden."""

_BOND = {"loose": 0, "firm": 1}
_OPEN_EACH_WEEK = ("brought", "cared", "held", "closed")


def unfolded(view: ViewDict, happened: Iterable[Fact], scenario: Scenario) -> ViewDict:
    """The view after some facts; the given one stays as it is."""
    after = deepcopy({name: value for name, value in view.items() if name != "actions"})
    after["actions"] = []
    seats = seats_of(view, scenario)
    for fact in happened:
        _fold(after, fact, scenario, seats)
    return after


def seats_of(view: ViewDict, scenario: Scenario) -> tuple[str, ...]:
    """The departments in play, in the order of the table."""
    return tuple(seat.department for seat in scenario.in_play[len(view["hours"])])


def _fold(view: ViewDict, fact: Fact, scenario: Scenario, seats: tuple[str, ...]) -> None:
    match fact:
        case facts.Week(week, chair):
            view.update(week=week, chair=chair, part="monday", turn=None, event=None, choice=None)
            view.update({name: [] for name in _OPEN_EACH_WEEK})
            view.update(talked=False, practised=False, pressing=False)
            view["passed"] = [False] * len(seats)
            view["hours"] = [scenario.hours(len(seats))] * len(seats)
        case facts.OurWhyChosen(sentence):
            view["our_why"] = sentence
        case facts.Event(event, audience, department):
            view.update(event=event, choice=None)
            view["targets"] = {"audience": audience, "department": department}
        case facts.Choice(_, option):
            view.update(choice=option, part="work")
        case facts.Paid(seat, hours, audience, attention):
            view["hours"][seats.index(seat)] -= hours
            if audience is not None:
                view["attention"][audience] -= attention
        case facts.Attention(audience, n):
            view["attention"][audience] += n
        case facts.Hours(seat, n):
            view["hours"][seats.index(seat)] += n
        case facts.Played(seat, mechanism, audience, message):
            view["brought"].append([seat, audience, message])
            view["cared"].append([audience, scenario.mechanism(mechanism).level])
        case facts.Moved(_, audience, (level, bond), (to_level, to_bond), n):
            view["tokens"][audience][level][_BOND[bond]] -= n
            view["tokens"][audience][to_level][_BOND[to_bond]] += n
        case facts.Suspects(audience, n):
            view["tokens"][audience][0][1] += n
        case facts.TurnedUp(audience, motive, place):
            view["motives"][audience][("main", "side").index(place)] = motive
            view["known"][audience] = [m for m in view["motives"][audience] if m is not None]
        case facts.NotHers(audience, motive):
            view["not_hers"][audience].append(motive)
        case facts.Redrawn(audience):
            view["motives"][audience][1] = None
            view["known"][audience] = [m for m in view["motives"][audience] if m is not None]
            view["not_hers"][audience] = []
        case facts.Talked():
            view["talked"] = True
        case facts.Handshake(audience):
            view["handshake"][audience] = True
        case facts.Convinced(audience):
            view["convinced"][audience] = True
        case facts.Offered(audience):
            view["proposition"][audience] = True
        case facts.Researched():
            view["research"] = True
        case facts.Argued(_, argument):
            view["last_argument"] = argument
        case facts.Practised():
            view["practised"] = True
        case facts.Referenced():
            view["reference_work"] = True
        case facts.Measuring(seat):
            view["measured"][seats.index(seat)] = True
        case facts.Track(track, _, height):
            view[track] = height
        case facts.Story(n):
            view["stories"] += n
        case facts.Power(power, n):
            view["powers"][power] += n
        case facts.Pressing():
            view["pressing"] = True
        case facts.Closed(channel):
            view["closed"].append(channel)
        case facts.Passed(seat):
            view["passed"][seats.index(seat)] = True
        case facts.Friday():
            view.update(part="friday", turn=None, waiting_for=[])
        case facts.LostWeek():
            view["lost_weeks"] += 1
        case facts.Launch(_, bonus):
            view["bonus"] += bonus
        case facts.ShakeOut(points_before):
            view.update(part="guessing", points_before=points_before)
        case facts.Score(points, medal):
            view.update(points=points, medal=medal)
        case facts.Motive(seat, motive, met, own_score, colleague):
            at = seats.index(seat)
            view["part"] = "over"
            view["personal_motives"][at] = motive
            view["motive_met"][at] = met
            view["own_score"][at] = own_score
            view["colleague"][at] = colleague
        case facts.Dice() | facts.Guessed():
            pass  # nothing on the board changes by them
