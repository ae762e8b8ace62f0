"""The rulebook once more, over mappings of ids: what is legal, what counts, what is measured.

Part of the referee (``checker``); it knows nothing of the engine.
"""

from typing import Any

from game.scenario.aims import GoalCondition
from game.scenario.models import Scenario
from game.scenario.parts import Mechanism, PersonalMotive

Facts = list[dict[str, Any]]
Position = dict[str, Any]
LOOSE, FIRM = 0, 1
BONDS = ("loose", "firm")
BROADCAST = "(broadcast)"
WORTH = (0, 1, 2, 4, 8, 16)
VERBS_WITH_A_WEEK = (
    "research",
    "hold_back",
    "convince",
    "proposition",
    "practise",
    "reference_work",
    "measure",
)


class Rulebook:
    """The rulebook for one scenario and one number of seats."""

    def __init__(self, scenario: Scenario, seats: int) -> None:
        self.scenario = scenario
        self.count = seats
        self.seats = [seat.department for seat in scenario.in_play[seats]]
        self.toolboxes = {
            seat.department: {
                tool for owner in (seat.department, *seat.also) for tool in scenario.department(owner).toolbox
            }
            for seat in scenario.in_play[seats]
        }
        self.audiences = [audience.id for audience in scenario.audiences[: seats + 1]]
        self.mechanisms = {mechanism.id: mechanism for mechanism in scenario.mechanisms}
        self.carried = {w.id: set(w.motives) for w in scenario.organisation.why_sentences}
        self.events = {event.id: event for event in scenario.events}

    def check_setup(self, state: Position) -> list[str]:
        """What is wrong with a game just set up (chapter 1)."""
        wrong = []
        for audience in self.scenario.audiences[: self.count + 1]:
            main, side = state["motives"][audience.id]
            if main == side or not {main, side} <= set(audience.candidates):
                wrong.append(f"1.3 motives of {audience.id}")
            if state["attention"][audience.id] != audience.attention.max:
                wrong.append(f"1.3 attention of {audience.id}")
            if state["tokens"][audience.id] != [[0, n] for n in audience.tokens]:
                wrong.append(f"1.2 tokens of {audience.id}")
        personal = state["personal_motives"]
        known = {p.motive for p in self.scenario.personal_motives}
        if len(set(personal)) != self.count or not set(personal) <= known:
            wrong.append("1.4 personal motives")
        free = sorted(event.id for event in self.scenario.events if event.week is None)
        if sorted(state["deck"]) != free or state["turned"]:
            wrong.append("7.3 deck")
        if (state["will"], state["know_how"]) != (self.scenario.rules.will, self.scenario.rules.know_how):
            wrong.append("1.6 tracks")
        if {k: n for k, n in state["powers"].items() if n} != {
            k: n for k, n in self.scenario.powers.items() if n
        }:
            wrong.append("1.6 powers")
        return wrong

    def verdict(self, s: Position, seat: str, command: dict[str, str]) -> str:
        """Is it legal? "legal", "outright", or the gate that fails first (3.2)."""
        kind = command["kind"]
        chair = self.seats[max(s["week"] - 1, 0) % self.count]
        if kind == "our_why":
            return "legal" if s["part"] == "setup" and seat == self.seats[0] else "outright"
        if kind == "guess":
            mine = s["guesses"][self.seats.index(seat)]
            other = self.seats.index(command["seat"])
            fine = s["part"] == "guessing" and s["people"][self.seats.index(seat)]
            return "legal" if fine and seat != command["seat"] and mine[other] is None else "outright"
        if kind == "choose":
            if s["part"] != "monday" or seat != chair:
                return "outright"
            options = self.events[s["event"]].options
            if int(command["option"]) > len(options):
                return "outright"
            price = options[int(command["option"]) - 1].hours
            return "legal" if s["hours"][self.seats.index(seat)] >= price else "feasibility"
        if s["part"] != "work" or s["passed"][self.seats.index(seat)]:
            return "outright"
        if s["order"] == "round" and s["turn"] != seat:
            return "outright"
        if kind in ("play", "broadcast"):
            return self._gates(s, seat, command)
        if kind in VERBS_WITH_A_WEEK and s["week"] < getattr(self.scenario.unlock, kind):
            return "outright"
        return "legal" if self._feasible(s, seat, command) else "feasibility"

    def _first_week(self, m: Mechanism) -> int:
        return m.first_week or (1 if m.level < 2 else self.scenario.unlock.mechanisms_above_follower)

    def _gates(self, s: Position, seat: str, command: dict[str, str]) -> str:
        m = self.mechanisms[command["mechanism"]]
        if m.id not in self.toolboxes[seat] or s["week"] < self._first_week(m):
            return "outright"
        if m.broadcast != (command["kind"] == "broadcast"):
            return "outright"
        message = command.get("message", BROADCAST)
        if not m.broadcast and message not in m.motives:
            return "outright"
        asked = self.audiences if m.broadcast else [command["audience"]]
        relevant = [a for a in asked if self._relevant(s, m, a)]
        if not relevant:
            return "relevance"
        if s["will"] < self.will_of(m):
            return "will"
        able = [a for a in relevant if s["attention"][a] >= m.attention + self.is_mixed(s, seat, a, message)]
        feasible = s["know_how"] >= m.know_how and s["hours"][self.seats.index(seat)] >= m.hours and able
        if m.power is not None and not s["powers"][m.power]:
            feasible = False
        return "legal" if feasible else "feasibility"

    def _relevant(self, s: Position, m: Mechanism, audience: str) -> bool:
        uses = m.channel in self.scenario.audience(audience).channels and m.channel not in s["closed"]
        return uses and sum(s["tokens"][audience][m.level]) > 0

    def will_of(self, m: Mechanism) -> int:
        return m.will if m.power is None else max(m.will, 1)

    def reached(self, s: Position, seat: str, m: Mechanism) -> list[str]:
        """Audiences that a broadcast reaches (3.7)."""
        return [
            a
            for a in self.audiences
            if self._relevant(s, m, a)
            and s["attention"][a] >= m.attention + self.is_mixed(s, seat, a, BROADCAST)
        ]

    def is_mixed(self, s: Position, seat: str, audience: str, message: str) -> bool:
        heard = [(who, what) for who, a, what in s["brought"] if a == audience]
        return any(who != seat for who, _ in heard) and all(what != message for _, what in heard)

    def _feasible(self, s: Position, seat: str, command: dict[str, str]) -> bool:
        kind = command["kind"]
        if kind == "pass":
            return True
        if s["hours"][self.seats.index(seat)] < 1:
            return False
        audience = command.get("audience", "")
        match kind:
            case "talk":
                return bool(s["attention"][audience] >= 1)
            case "research":
                return not s["research"]
            case "hold_back":
                full = self.scenario.audience(audience).attention.max
                return s["attention"][audience] < full and audience not in s["held"]
            case "convince":
                wanted = command["argument"]
                return s["last_argument"] != wanted and (wanted != "success_story" or s["stories"] > 0)
            case "reference_work":
                return not s["reference_work"]
            case "proposition":
                return not s["proposition"][audience] and bool(s["known"][audience])
            case "measure":
                return not s["measured"][self.seats.index(seat)]
        return True

    def points(self, s: Position) -> int:
        """Team points with the tokens where they stand (8.1)."""
        points = int(s["bonus"]) - int(s["lost_weeks"]) * self.scenario.rules.lost_week_points
        for cells in s["tokens"].values():
            points += sum(sum(cell) * worth for cell, worth in zip(cells, WORTH, strict=True))
        return points

    def measure(self, s: Position, seat: int, name: str, level: int | None, best: bool) -> int:
        """A measure (8.4)."""
        match name:
            case "lifted":
                row: list[int] = s["tallies"]["lifted_from"][seat]
                return sum(row) if level is None else row[level]
            case "will" | "know_how" | "lost_weeks" | "points" | "bronze_week":
                return int(s[name])
            case "tokens_at_least":
                assert level is not None
                counts = [sum(sum(cell) for cell in s["tokens"][a][level:]) for a in self.audiences]
                return max(counts) if best else sum(counts)
            case _:
                return int(s["tallies"][name][seat])

    def came_true(self, s: Position, seat: int, condition: PersonalMotive | GoalCondition) -> bool:
        """A condition (8.4)."""
        values = [
            self.measure(s, other, condition.measure, condition.level, condition.best)
            for other in range(self.count)
        ]
        if condition.at_least is not None:
            return values[seat] >= condition.at_least
        if condition.at_most is not None:
            return values[seat] <= condition.at_most
        return values[seat] > 0 and values[seat] == max(values)


def shake_out(s: Position) -> None:
    """Rule 2.4."""
    for cells in s["tokens"].values():
        for level in range(1, 6):
            cells[level - 1][FIRM] += cells[level][LOOSE]
            cells[level][LOOSE] = 0
