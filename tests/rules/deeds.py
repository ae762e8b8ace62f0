"""Acting by the rulebook, over mappings of ids: a play, a broadcast, the verbs.

Part of the referee (``checker``); it knows nothing of the engine and has no chance of its own.
"""

from collections.abc import Iterator
from typing import Any

from game.scenario.parts import Mechanism
from tests.rules.rulebook import BONDS, FIRM, LOOSE, Facts, Position, Rulebook

UNORDERED = ("brought", "cared", "tools", "rolled")


class Deeds:
    """A position of its own, changed step by step with the dice that were rolled."""

    def __init__(self, referee: Rulebook, state: Position, facts: Facts, after: Position) -> None:
        self.r = referee
        self.rules = referee.scenario.rules
        self.s = state
        self.after = after
        self.dice: Iterator[dict[str, Any]] = (f for f in facts if f["kind"] == "dice")
        self.cards: Iterator[dict[str, Any]] = (f for f in facts if f["kind"] == "event")
        self.wrong: list[str] = []

    def complaints(self) -> list[str]:
        """What was noticed on the way, dice that nobody reckoned with, and every difference at the end."""
        self.wrong += [f"no such dice: {fact}" for fact in self.dice]
        self.wrong += [f"no such card: {fact}" for fact in self.cards]
        for name, value in self.after.items():
            mine = self.s[name]
            if name in UNORDERED:
                value, mine = sorted(value), sorted(mine)  # noqa: PLW2901
            if mine != value:
                self.wrong.append(f"{name}: {value}, by the rulebook {mine}")
        return self.wrong

    # Small steps.

    def tally(self, name: str, seat: str, n: int = 1) -> None:
        self.s["tallies"][name][self.r.seats.index(seat)] += n

    def spend(self, seat: str, hours: int) -> None:
        self.s["hours"][self.r.seats.index(seat)] -= hours

    def shift(self, audience: str, level: int, to: int, n: int, bonds: tuple[int, int]) -> int:
        """Move up to ``n`` tokens, loose ones first; ``bonds``: what loose and firm ones become."""
        moved = 0
        for bond in (LOOSE, FIRM):
            k = min(n - moved, self.s["tokens"][audience][level][bond])
            self.s["tokens"][audience][level][bond] -= k
            self.s["tokens"][audience][to][FIRM if to == 0 else bonds[bond]] += k
            moved += k
        return moved

    def roll(self, purpose: str, audience: str, level: int, count: int, difficulty: int) -> dict[str, Any]:
        """The next dice, which must be these."""
        fact = next(self.dice, None)
        mine = (purpose, audience, level, count, difficulty)
        if fact is None:
            self.wrong.append(f"dice missing: {mine}")
            return {"rolls": [], "lifted": 0, "bond": ""}
        theirs = (fact["purpose"], fact["audience"], fact["level"], len(fact["rolls"]), fact["difficulty"])
        if theirs != mine:
            self.wrong.append(f"dice {theirs}, by the rulebook {mine}")
        return fact

    def judge(self, fact: dict[str, Any], moved: int, bond: int) -> None:
        if (fact["lifted"], fact["bond"]) != (moved, BONDS[bond]):
            self.wrong.append(f"{fact}, by the rulebook {moved} {BONDS[bond]}")

    def track(self, name: str, change: int) -> None:
        self.s[name] = min(max(self.s[name] + change, 0), 10)

    def stock(self, power: str, change: int) -> None:
        self.s["powers"][power] = max(self.s["powers"][power] + change, 0)

    def turn_up(self, audience: str, motive: str) -> None:
        known = {*self.s["known"][audience], motive}
        self.s["known"][audience] = [m for m in self.s["motives"][audience] if m in known]

    def turn_up_next(self, audience: str) -> None:
        for motive in self.s["motives"][audience]:
            if motive not in self.s["known"][audience]:
                self.turn_up(audience, motive)
                return

    def attention(self, audience: str, change: int) -> None:
        full = self.r.scenario.audience(audience).attention.max
        self.s["attention"][audience] = min(max(self.s["attention"][audience] + change, 0), full)

    # Reaching out, listening, inside.

    def pay_for(self, seat: str, m: Mechanism) -> None:
        """Hours (3.3), and what sharing power costs (5.6); one more use of the mechanism (8.4)."""
        self.spend(seat, m.hours)
        if m.power is not None:
            self.stock(m.power, -1)
            self.track("will", -1)
        row = next((row for row in self.s["tools"] if row[:2] == [seat, m.id]), None)
        if row is None:
            row = [seat, m.id, 0, 0, 0]
            self.s["tools"].append(row)
            self.tally("mechanisms", seat)
        row[2] += 1

    def bring(self, seat: str, m: Mechanism, audience: str, message: str) -> None:
        """One audience of a play or a broadcast (3.3 to 3.7, 5.4)."""
        s = self.s
        coherent = not m.broadcast and any(
            who != seat and a == audience and what == message for who, a, what in s["brought"]
        )
        mixed = self.r.is_mixed(s, seat, audience, message)
        self.attention(audience, -(m.attention + mixed))
        main, side = s["motives"][audience]
        difficulty = m.difficulty
        if not m.broadcast:
            difficulty += {main: -1, side: 0}.get(message, self.rules.irrelevant)
            difficulty -= coherent
            difficulty -= m.depth == "why" and message in self.r.carried[s["our_why"]]
            difficulty -= m.depth == "how" and s["convinced"][audience]
            difficulty -= m.level == 1 and s["proposition"][audience]
        difficulty = min(max(difficulty, 2), 6)
        bond = self.bond(m, audience)
        reach = 1 if m.power is not None else m.reach
        count = min(reach, sum(s["tokens"][audience][m.level]))
        fact = self.roll("play", audience, m.level, count, difficulty)
        hits = sum(die >= difficulty for die in fact["rolls"])
        self.judge(fact, self.shift(audience, m.level, m.level + 1, hits, (bond, bond)), bond)
        if not m.broadcast and message not in (main, side):
            self.attention(audience, -1)
            self.tally("irrelevant", seat)
            marks = {*s["not_hers"][audience], message}
            s["not_hers"][audience] = [x.id for x in self.r.scenario.motives if x.id in marks]
        elif not m.broadcast:
            self.turn_up(audience, message)
            s["convinced"][audience] |= m.depth == "why" and hits > 0
        if [seat, audience, message] not in s["brought"]:
            s["brought"].append([seat, audience, message])
        if [audience, m.level] not in s["cared"]:
            s["cared"].append([audience, m.level])
        self.count_lifted(seat, m, hits, bond)
        self.count_rolled(seat, m, audience, count)
        self.tally("coherent", seat, coherent)
        self.tally("mixed", seat, mixed)

    def count_lifted(self, seat: str, m: Mechanism, hits: int, bond: int) -> None:
        self.tally("lifted", seat, hits)
        self.s["tallies"]["lifted_from"][self.r.seats.index(seat)][m.level] += hits
        self.tally("lifted_firm", seat, hits if bond == FIRM else 0)
        self.tally("lifted_why", seat, hits if m.depth == "why" else 0)
        row = next(row for row in self.s["tools"] if row[:2] == [seat, m.id])
        row[3] += hits
        row[4] += hits if bond == FIRM else 0
        if self.s["measured"][self.r.seats.index(seat)] and m.level >= 2 and hits and bond == FIRM:
            self.s["stories"] += 1

    def count_rolled(self, seat: str, m: Mechanism, audience: str, count: int) -> None:
        row = next((row for row in self.s["rolled"] if row[:3] == [seat, m.id, audience]), None)
        if row is None:
            row = [seat, m.id, audience, 0]
            self.s["rolled"].append(row)
        row[3] += count

    def bond(self, m: Mechanism, audience: str) -> int:
        """The first line of 3.4 that applies."""
        s = self.s
        lines = (
            (m.broadcast, LOOSE),
            (not s["handshake"][audience], LOOSE),
            (m.level == 1 and s["proposition"][audience], FIRM),
            (m.depth == "why", FIRM if self.r.carried[s["our_why"]] else LOOSE),
            (m.depth == "how", FIRM if s["convinced"][audience] else LOOSE),
            (True, LOOSE),
        )
        return next(bond for applies, bond in lines if applies)

    def verb(self, seat: str, command: dict[str, str]) -> None:
        """The verbs of chapters 4 and 5."""
        s = self.s
        audience = command.get("audience", "")
        match command["kind"]:
            case "talk":
                s["talked"] = s["handshake"][audience] = True
                self.tally("talks", seat)
                self.turn_up_next(audience)
            case "research":
                s["research"] = True
            case "hold_back":
                self.attention(audience, 1)
                s["held"] = [a for a in self.r.audiences if a in {*s["held"], audience}]
                self.tally("held", seat)
            case "convince":
                s["talked"] = True
                s["last_argument"] = command["argument"]
                self.tally("talks", seat)
                self.convince(command["argument"])
            case "practise":
                s["practised"] = True
                s["know_how"] += s["know_how"] < s["will"]
            case "reference_work":
                s["reference_work"] = True
            case "proposition":
                s["proposition"][audience] = True
            case "measure":
                s["measured"][self.r.seats.index(seat)] = True

    def convince(self, argument: str) -> None:
        """Rule 5.1."""
        if argument == "success_story":
            self.s["stories"] -= 1
            self.track("will", 2)
            return
        room = max(self.rules.convince_limit - self.s["will"], 0)
        self.track("will", min(room, 2 if argument == "necessity" and self.s["pressing"] else 1))

    def pass_by(self, seat: str) -> None:
        self.s["passed"][self.r.seats.index(seat)] = True
        self.tally("unused", seat, self.s["hours"][self.r.seats.index(seat)])

    def next_turn(self, start: int) -> None:
        self.s["turn"] = None
        if self.s["order"] == "round":
            order = [(start + i) % self.r.count for i in range(self.r.count)]
            waiting = [seat for seat in order if not self.s["passed"][seat]]
            self.s["turn"] = self.r.seats[waiting[0]] if waiting else None
