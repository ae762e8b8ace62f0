"""A game retold in words, line by line (``replay`` without ``--json``): who, what, what came of it, points.

It is told from the lines of ``lines``, which hold the whole truth in ids; all names come from the scenario.
"""

from collections.abc import Iterator
from typing import Any, Final

from game.app.lines import Line
from game.rules.limits import BROADCAST, KINDS, LEVEL_NAMES
from game.rules.score import worth
from game.scenario.models import Scenario
from game.view.effects import signed
from game.view.points import points_of
from game.words.catalogue import Language, Words

DOMAIN: Final = "app"
Told = dict[str, Any]
"""A fact or a command in its JSON form."""


def points_on_fridays(scenario: Scenario, line: Line) -> list[int]:
    """Team points with the tokens where they stood after each Friday of a line, or the early end (8.1).

    One line holds several Fridays where nobody had work in a week. The state of a line is that after all of
    them, so what came after a Friday is taken off again.
    """
    state: Any = line["state"]
    points = points_of(state, scenario)
    found = []
    for part in reversed(_parts(line)[1:]):
        if part[0]["kind"] != "week":
            found.append(points)
        points -= sum(map(_gained, part))
    return found[::-1]


def _gained(fact: Told) -> int:
    """What a fact adds to the points of the team."""
    match fact:
        case {"kind": "moved", "n": n, "from": [before, _], "to": [now, _]}:
            return int(n * (worth(now) - worth(before)))
        case {"kind": "launch", "points": points}:
            return int(points)
        case {"kind": "lost_week", "points": points}:
            return -abs(int(points))
        case _:
            return 0


def _parts(line: Line) -> list[list[Told]]:
    """The facts of a line, cut where Friday begins and where a week does."""
    parts: list[list[Told]] = [[]]
    facts: Any = line["facts"]
    for fact in facts:
        ends_early = fact["kind"] == "shake_out" and (not parts[-1] or parts[-1][0]["kind"] != "friday")
        if fact["kind"] in ("friday", "week") or ends_early:
            parts.append([])
        parts[-1].append(fact)
    return parts


class Retelling:
    """Tells the lines of one game, in their order, in one language."""

    def __init__(self, scenario: Scenario, language: Language) -> None:
        self.scenario = scenario
        self.language: Language = language
        self.words = Words(DOMAIN, language)
        self.view_words = Words("view", language)
        self.width = max(len(one.label.get(language)) for one in scenario.departments)

    def lines(self, line: Line) -> Iterator[str]:
        """What one line tells: the deed, then Friday and the new week if it brought them."""
        deed, *rest = _parts(line)
        who = self.seat(line["seat"]) if line["seat"] else ""
        yield f"{line['seq']:>4}  {who:<{self.width}}  {self._deed(line, deed)}"
        standing = iter(points_on_fridays(self.scenario, line))
        for part in rest:
            if part[0]["kind"] == "week":
                yield from self._week(part)
            else:
                yield from self._friday(part, next(standing))

    # -- names --------------------------------------------------------------------------------

    def seat(self, identifier: object) -> str:
        """A department, short."""
        return self.scenario.department(str(identifier)).label.get(self.language)

    def audience(self, identifier: str) -> str:
        """Somebody by name."""
        return self.scenario.audience(identifier).name.get(self.language)

    def motive(self, identifier: str) -> str:
        """A motive or message."""
        return self.scenario.motive(identifier).name.get(self.language)

    def level(self, level: int) -> str:
        """A level by name."""
        return self.view_words(f"level.{LEVEL_NAMES[level]}")

    # -- deeds --------------------------------------------------------------------------------

    def _deed(self, line: Line, facts: list[Told]) -> str:
        command: Any = line["command"]
        if command is not None:
            said = self._command(command, facts)
        else:
            said = self.words("replay.trainer" if "act" in line else "replay.set_up")
        is_broadcast = command is not None and command["kind"] == KINDS[BROADCAST]
        came = [text for fact in facts if (text := self._fact(fact, is_broadcast=is_broadcast))]
        return said if not came else f"{said}: {'; '.join(came)}"

    def _command(self, command: Told, facts: list[Told]) -> str:
        words, kind = self.words, str(command["kind"])
        match command:
            case {"kind": "our_why", "sentence": sentence}:
                found = self.scenario.organisation.why_sentences
                text = next(one.text.get(self.language) for one in found if one.id == sentence)
                return words("told.our_why", sentence=text)
            case {"kind": "choose", "option": option}:
                event = next((fact["event"] for fact in facts if fact["kind"] == "choice"), None)
                label = None if event is None else self.scenario.event(event).options[int(option) - 1].label
                return words("told.choose", option=option if label is None else label.get(self.language))
            case {"mechanism": mechanism, "audience": audience, "message": message}:
                return words(
                    "told.play",
                    mechanism=self.scenario.mechanism(mechanism).name.get(self.language),
                    name=self.audience(audience),
                    message=self.motive(message),
                )
            case {"mechanism": mechanism}:
                name = self.scenario.mechanism(mechanism).name.get(self.language)
                return words("told.broadcast", mechanism=name)
            case {"audience": audience}:
                return words(f"told.{kind}", name=self.audience(audience))
            case {"argument": argument}:
                return words("told.convince", argument=words(f"told.argument.{argument}"))
            case {"seat": seat, "motive": motive}:
                return words("told.guess", seat=self.seat(seat), motive=self.motive(motive))
            case _:
                return words(f"told.{kind}")

    def _fact(self, fact: Told, *, is_broadcast: bool) -> str:
        """What a fact says about a deed; nothing where the deed says so already."""
        words = self.words
        match fact:
            case {"kind": "dice", "purpose": "play"}:
                return self._dice(fact, is_broadcast=is_broadcast)
            case {"kind": "played", "coherent": True}:
                return words("told.coherent")
            case {"kind": "played", "mixed": True} if not is_broadcast:
                return words("told.mixed")
            case {"kind": "turned_up", "audience": who, "motive": motive, "place": place}:
                return words(f"told.{place}", name=self.audience(who), motive=self.motive(motive))
            case {"kind": "not_hers", "audience": who, "motive": motive}:
                return words("told.not_hers", name=self.audience(who), motive=self.motive(motive))
            case {"kind": "handshake" | "convinced" | "redrawn" as kind, "audience": who}:
                return words(f"told.{kind}", name=self.audience(who))
            case {"kind": "track", "track": track, "from": before, "to": now}:
                return words(f"told.{track}", before=before, now=now)
            case {"kind": "attention", "audience": who, "n": n, "cause": "event"}:
                return words("told.attention", name=self.audience(who), n=signed(n))
            case {"kind": "hours", "seat": seat, "n": n}:
                return words("told.hours", seat=self.seat(seat), n=signed(n))
            case {"kind": "suspects", "audience": who, "n": n}:
                return words.count("told.suspects", n, name=self.audience(who))
            case {"kind": "story", "n": n}:
                return words("told.story" if n > 0 else "told.story_used")
            case {"kind": "power", "power": power, "n": n}:
                name = self.view_words(f"power.{power}")
                return words("told.power_gained" if n > 0 else "told.power_given", power=name)
            case {"kind": "pressing"}:
                return words("told.pressing")
            case {"kind": "closed", "channel": channel}:
                return words("told.closed", channel=self.view_words(f"channel.{channel}"))
            case {"kind": "moved", "cause": "event", "audience": who, "from": [before, _], "to": [now, _]}:
                name = self.audience(who)
                return words.count(
                    "told.moved", fact["n"], name=name, before=self.level(before), now=self.level(now)
                )
            case {"kind": "score", "points": points, "medal": medal}:
                return words.count("replay.points", points, medal=words(f"medal.{medal}"))
            case {"kind": "motive", "seat": seat, "motive": motive, "met": met, "own_score": n}:
                text = words.count(
                    "told.motive_met" if met else "told.motive_unmet",
                    n,
                    seat=self.seat(seat),
                    motive=self.motive(motive),
                )
                return text + (words("told.colleague") if fact["colleague"] else "")
            case _:
                return ""

    def _dice(self, fact: Told, *, is_broadcast: bool) -> str:
        words = self.words
        rolls = " ".join(map(str, fact["rolls"]))
        if is_broadcast:
            rolls = f"{self.audience(fact['audience'])} {rolls}"
        if not fact["lifted"]:
            return words("told.dice.none", rolls=rolls, difficulty=fact["difficulty"])
        return words.count(
            "told.dice.up",
            fact["lifted"],
            rolls=rolls,
            difficulty=fact["difficulty"],
            level=self.level(fact["level"] + 1),
            bond=words(f"told.bond.{fact['bond']}"),
        )

    # -- weeks --------------------------------------------------------------------------------

    def _week(self, facts: list[Told]) -> Iterator[str]:
        words = self.words
        week, *others = facts
        yield ""
        yield words("told.week", n=week["week"], chair=self.seat(week["chair"]))
        came = []
        for fact in others:
            if fact["kind"] == "event":
                card = self.scenario.event(fact["event"])
                title, text = card.title.get(self.language), card.text.get(self.language)
                yield "      " + words("told.event", title=title, text=text)
            elif text := self._fact(fact, is_broadcast=False):
                came.append(text)
        if came:
            yield "      " + "; ".join(came)

    def _friday(self, facts: list[Told], standing: int) -> Iterator[str]:
        """A Friday or the end, with the points after it or, at the very end, the score."""
        words = self.words
        said = [
            words.count(f"told.friday.{cause}", n)
            for cause in ("sharing", "empowered", "drift", "shake_out")
            if (n := sum(fact["n"] for fact in facts if fact["kind"] == "moved" and fact["cause"] == cause))
        ]
        if any(fact["kind"] == "lost_week" for fact in facts):
            said.insert(0, words("told.lost_week"))
        said += [
            words.count("told.launch", fact["points"], level=self.level(fact["level"]))
            for fact in facts
            if fact["kind"] == "launch"
        ]
        said += [
            self._fact(fact, is_broadcast=False)
            for fact in facts
            if fact["kind"] in ("track", "story", "convinced")
        ]
        score = next((fact for fact in facts if fact["kind"] == "score"), None)
        if score is None:
            said.append(words.count("told.standing", standing))
        key = "told.friday" if facts[0]["kind"] == "friday" else "told.end"
        yield "      " + words(key, what="; ".join(text for text in said if text))
        if score is not None:
            yield ""
            yield self._fact(score, is_broadcast=False)
            yield from (
                "  " + text
                for fact in facts
                if fact["kind"] == "motive" and (text := self._fact(fact, is_broadcast=False))
            )
