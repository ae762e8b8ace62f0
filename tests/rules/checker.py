"""A referee: the rulebook once more, over mappings of ids, and without any chance of its own.

It knows nothing of the engine. It reads the scenario, the position before a command (the contract's
``state``), the command, and the dice, cards and redraws that came of it. From these it works out the
position after the command, and complains about everything in which the engine's differs: prices,
difficulties, numbers of dice, bonds, tokens, Friday's steps, tallies, score.
"""

from copy import deepcopy
from typing import Any

from tests.rules.deeds import Deeds
from tests.rules.rulebook import BONDS, BROADCAST, FIRM, LOOSE, Facts, Position, Rulebook, shake_out


class Referee(Rulebook):
    """Checks one scenario with one number of seats, command by command."""

    def check(
        self, before: Position, seat: str, command: dict[str, str], facts: Facts, after: Position
    ) -> list[str]:
        """Everything in which ``after`` is not what the rulebook makes of ``before``."""
        verdict = self.verdict(before, seat, command)
        if verdict != "legal":
            return [f"carried out, but {verdict}"]
        follower = Follower(self, deepcopy(before), facts, after)
        follower.follow(seat, command)
        return [*follower.complaints(), *check_ledger(before, facts, after)]


class Follower(Deeds):
    """Follows one command, and everything that happens after it without one."""

    def follow(self, seat: str, command: dict[str, str]) -> None:
        s = self.s
        kind = command["kind"]
        s["verbs"][kind] = s["verbs"].get(kind, 0) + 1
        if kind == "our_why":
            s["our_why"] = command["sentence"]
            self.monday()
        elif kind == "choose":
            self.take_option(int(command["option"]) - 1)
            self.open_work()
        elif kind == "guess":
            self.guess(seat, command["seat"], command["motive"])
            return
        else:
            if kind == "play":
                m = self.r.mechanisms[command["mechanism"]]
                self.pay_for(seat, m)
                self.bring(seat, m, command["audience"], command["message"])
            elif kind == "broadcast":
                m = self.r.mechanisms[command["mechanism"]]
                reached = self.r.reached(s, seat, m)
                self.pay_for(seat, m)
                for audience in reached:
                    self.bring(seat, m, audience, BROADCAST)
            elif kind != "pass":
                self.spend(seat, 1)
                self.verb(seat, command)
            if kind == "pass" or s["hours"][self.r.seats.index(seat)] == 0:
                self.pass_by(seat)
            self.next_turn(self.r.seats.index(seat) + 1)
        while s["part"] == "work" and all(s["passed"]):
            self.friday()
            if s["week"] == self.r.scenario.weeks:
                self.finish()
            else:
                self.monday()

    # Monday.

    @property
    def chair(self) -> int:
        return int(self.s["week"] - 1) % self.r.count

    def monday(self) -> None:
        """Rule 2.1, and 7.3."""
        s = self.s
        s["week"] += 1
        s.update(part="monday", talked=False, practised=False, pressing=False, turn=None, choice=None)
        s.update(brought=[], cared=[], held=[], closed=[], rolled=[])
        s["redraws"] = dict.fromkeys(s["redraws"], 0)
        s["hours"] = [self.r.scenario.hours(self.r.count)] * self.r.count
        s["passed"] = [False] * self.r.count
        if s["week"] >= 2:
            for audience in self.r.audiences:
                self.attention(audience, self.r.scenario.audience(audience).attention.refill)
        fixed = [event.id for event in self.r.scenario.events if event.week == s["week"]]
        s["event"] = None
        s["targets"] = {"audience": None, "department": None}
        if fixed:
            s["event"] = fixed[0]
        elif s["deck"]:
            s["event"] = s["deck"].pop(0)
            s["turned"].append(s["event"])
        if s["event"] is None:
            self.open_work()
            return
        self.turn_card()
        if len(self.r.events[s["event"]].options) == 1:
            self.take_option(0)
            self.open_work()

    def turn_card(self) -> None:
        """A card shows its random targets, if it has any (7.2)."""
        event = self.r.events[self.s["event"]]
        card = next(self.cards, {"event": None, "audience": None, "department": None})
        effects = [effect for option in event.options for effect in option.effects]
        wanted = {
            "audience": (any(getattr(e, "audience", "") == "random" for e in effects), self.r.audiences),
            "department": (any(getattr(e, "department", "") == "random" for e in effects), self.r.seats),
        }
        if card["event"] != event.id:
            self.wrong.append(f"card {card['event']}, by the rulebook {event.id}")
        for name, (random, among) in wanted.items():
            if (card[name] in among) if not random else (card[name] not in among):
                self.wrong.append(f"7.2 target of {event.id}: {card[name]}")
            self.s["targets"][name] = card[name]

    def open_work(self) -> None:
        self.s["part"] = "work"
        for i, seat in enumerate(self.r.seats):
            if self.s["hours"][i] == 0:
                self.pass_by(seat)
        self.next_turn(self.chair)

    def take_option(self, number: int) -> None:
        """Rules 7.1 and 7.2."""
        s = self.s
        option = self.r.events[s["event"]].options[number]
        s["choice"] = str(number + 1)
        s["hours"][self.chair] -= option.hours
        for effect in option.effects:
            self.affect(effect.model_dump())

    def affect(self, effect: dict[str, Any]) -> None:
        s = self.s
        n = effect.get("n", 1)
        for audience in self.whom(effect.get("audience"), "audience", self.r.audiences):
            self.affect_audience(effect, audience, n)
        departments = [
            self.r.seats[self.chair] if effect.get("department") == "chair" else effect.get("department")
        ]
        for department in self.whom(departments[0], "department", self.r.seats):
            i = self.r.seats.index(department)
            s["hours"][i] = max(s["hours"][i] + n, 0)
        match effect["kind"]:
            case "will" | "know_how" as track:
                self.track(track, n)
            case "pressing":
                s["pressing"] = True
            case "close_channel":
                order = ("email", "online", "face_to_face", "press", "phone", "post")
                s["closed"] = [c for c in order if c in {*s["closed"], effect["channel"]}]
            case "story":
                s["stories"] += n
            case "power":
                self.stock(effect["power"], n)

    def whom(self, name: str | None, what: str, in_play: list[str]) -> list[str]:
        if name == "all":
            return in_play
        if name == "random":
            return [self.s["targets"][what]]
        return [name] if name in in_play else []

    def affect_audience(self, effect: dict[str, Any], audience: str, n: int) -> None:
        s = self.s
        match effect["kind"]:
            case "attention":
                self.attention(audience, n)
            case "suspects":
                s["tokens"][audience][0][FIRM] += n
            case "lift":
                level = effect["level"]
                self.shift(audience, level, level + 1, n, (LOOSE, LOOSE if level == 0 else FIRM))
            case "drop":
                self.shift(audience, effect["level"], effect["level"] - 1, n, (LOOSE, FIRM))
            case "reveal":
                self.turn_up_next(audience)
            case "redraw_side":
                self.redraw(audience)

    def redraw(self, audience: str) -> None:
        """The new side motive is chance; what the engine drew must be one it could draw (7.2).

        With four candidates and two redraws of the same audience at one command the first cannot be
        told; no card of a game that is checked does that.
        """
        s = self.s
        main, side = s["motives"][audience]
        others = [m for m in s["candidates"][audience] if m not in (main, side)]
        if not others:
            return
        drawn = self.after["motives"][audience][1]
        s["motives"][audience] = [main, drawn if drawn in others else others[0]]
        s["known"][audience] = [m for m in s["known"][audience] if m == main]
        s["not_hers"][audience] = []
        s["redraws"][audience] += 1

    # Friday.

    def friday(self) -> None:
        """Rule 2.3, in its order."""
        s = self.s
        s["part"] = "friday"
        if not s["talked"]:
            s["lost_weeks"] += 1
            self.track("will", -1)
        self.drift()
        if s["week"] == self.rules.launch_week:
            for level in range(1, 6):
                if sum(s["tokens"][a][level][FIRM] for a in self.r.audiences) >= 2:
                    s["bonus"] += self.rules.launch_points
        self.share()
        unlocked = s["week"] >= self.r.scenario.unlock.practise
        if unlocked and not s["practised"] and not s["reference_work"]:
            self.track("know_how", -1)
        if s["bronze_week"] > s["week"]:
            fallen = deepcopy(s)
            shake_out(fallen)
            if self.r.points(fallen) >= self.r.scenario.goal.medals[self.r.count].bronze:
                s["bronze_week"] = s["week"]

    def drift(self) -> None:
        for audience in self.r.audiences:
            for level in range(1, 6):
                loose = self.s["tokens"][audience][level][LOOSE]
                if loose and [audience, level] not in self.s["cared"]:
                    fact = self.roll("drift", audience, level, loose, self.rules.drift)
                    falls = sum(die <= self.rules.drift for die in fact["rolls"])
                    moved = self.shift(audience, level, level - 1, falls, (LOOSE, LOOSE))
                    self.judge(fact, moved, FIRM if level == 1 else LOOSE)

    def share(self) -> None:
        for audience in self.r.audiences:
            counts = {level: sum(self.s["tokens"][audience][level]) for level in (3, 4, 5)}
            if counts[5]:
                fact = self.roll("empowered", audience, 5, counts[5], 4)
                hits = sum(die >= 4 for die in fact["rolls"])
                self.judge(fact, self.shift(audience, 1, 2, hits, (FIRM, FIRM)), FIRM)
            if not self.s["talked"]:
                continue
            for level, least in ((3, 6), (4, 4), (5, 4)):
                if counts[level]:
                    fact = self.roll("sharing", audience, level, counts[level], least)
                    hits = sum(die >= least for die in fact["rolls"])
                    self.judge(fact, self.shift(audience, 0, 1, hits, (LOOSE, LOOSE)), LOOSE)

    # The end.

    def finish(self) -> None:
        """Rules 2.4, 8.1, 8.2, 8.5."""
        s = self.s
        s["turn"] = None
        s["points_before"] = self.r.points(s)
        shake_out(s)
        s["points"] = self.r.points(s)
        medals = self.r.scenario.goal.medals[self.r.count]
        s["medal"] = "none"
        if all(self.r.came_true(s, 0, condition) for condition in self.r.scenario.goal.conditions):
            for name in ("bronze", "silver", "gold"):
                if s["points"] >= getattr(medals, name):
                    s["medal"] = name
        if any(s["people"]):
            s["part"] = "guessing"
        else:
            self.reveal()

    def guess(self, seat: str, other: str, motive: str) -> None:
        s = self.s
        s["guesses"][self.r.seats.index(seat)][self.r.seats.index(other)] = motive
        rows = [row for row, people in zip(s["guesses"], s["people"], strict=True) if people]
        if all(row.count(None) == 1 for row in rows):
            self.reveal()

    def reveal(self) -> None:
        """Rule 8.3."""
        s = self.s
        wishes = {personal.motive: personal for personal in self.r.scenario.personal_motives}
        for i, seat in enumerate(self.r.seats):
            s["motive_met"][i] = self.r.came_true(s, i, wishes[s["personal_motives"][i]])
            kpi = self.r.scenario.department(seat).kpi
            own = self.r.measure(s, i, kpi.measure, kpi.level, best=False) * kpi.points
            s["own_score"][i] = own + (self.rules.motive_points if s["motive_met"][i] else 0)
        best = max(s["own_score"])
        s["colleague"] = [s["medal"] != "none" and own == best for own in s["own_score"]]
        s["part"] = "over"


def check_ledger(before: Position, facts: Facts, after: Position) -> list[str]:
    """Facts tell everything: tokens, hours, attention, tracks and stocks follow from them alone."""
    s = deepcopy(
        {name: before[name] for name in ("tokens", "attention", "will", "know_how", "stories", "powers")}
    )
    for fact in facts:
        match fact["kind"]:
            case "moved":
                (level, bond), (to, to_bond) = fact["from"], fact["to"]
                s["tokens"][fact["audience"]][level][BONDS.index(bond)] -= fact["n"]
                s["tokens"][fact["audience"]][to][BONDS.index(to_bond)] += fact["n"]
            case "suspects":
                s["tokens"][fact["audience"]][0][FIRM] += fact["n"]
            case "paid":
                if fact["audience"] is not None:
                    s["attention"][fact["audience"]] -= fact["attention"]
            case "attention":
                s["attention"][fact["audience"]] += fact["n"]
            case "track":
                if s[fact["track"]] != fact["from"]:
                    return [f"fact {fact}: it was {s[fact['track']]}"]
                s[fact["track"]] = fact["to"]
            case "story":
                s["stories"] += fact["n"]
            case "power":
                s["powers"][fact["power"]] += fact["n"]
    return [f"facts lead to {name} {s[name]}, not {after[name]}" for name in s if s[name] != after[name]]
