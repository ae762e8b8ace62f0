"""From the commands of a seat to what it can do at one place: tools and verbs with gates, price and odds.

Made from ``view["actions"]``: every command of the seat with its refusal, lights, price and odds. No
legality is decided here.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

from game.rules.command import from_dict
from game.rules.limits import TRACK_TOP
from game.scenario.models import Scenario
from game.scenario.parts import Mechanism
from game.screen.drawings import Lamp
from game.screen.model import BoardModel, DepartmentModel
from game.screen.present import present_audiences, present_departments, present_motive
from game.screen.scenes.deciding_model import Card, DecideModel, Deed, Message, OddsLine
from game.screen.theme import icon_of
from game.screen.unfolding import ViewDict, seats_of
from game.screen.widgets.panels import Gate
from game.words.catalogue import Language, Words

Action = Mapping[str, Any]
Bonds = Callable[[str, str], str]
"""Which bond a mechanism gives an audience now: loose or firm (rule 3.4)."""
GATES = ("relevance", "will", "feasibility")
ABOUT_ONE = ("talk", "hold_back", "proposition")
INSIDE = ("convince", "practise", "research", "reference_work", "measure")
_VERBS = {
    "same_argument": "same_argument",
    "no_story": "no_story",
    "researched": "done",
    "referenced": "done",
    "measured": "done",
    "offered": "done",
    "hours": "no_hours",
    "passed": "no_hours",
    "attention": "attention",
    "attention_full": "attention_full",
    "held": "held",
    "no_known_motive": "no_known_motive",
}
_PLAIN = ("no_token", "channel", "channel_closed", "power", "locked", "attention")


def present_audience_choice(
    view: ViewDict, board: BoardModel, audience: str, scenario: Scenario, language: Language, bonds: Bonds
) -> DecideModel:
    """What the seat of a view can do for one audience: its tools, broadcasts included, and three verbs."""
    said = _Said(view, scenario, language, bonds)
    actions: list[Action] = view["actions"]
    tools: dict[str, list[Action]] = {}
    for action in actions:
        command = action["command"]
        if command["kind"] == "broadcast" or (command["kind"] == "play" and command["audience"] == audience):
            tools.setdefault(command["mechanism"], []).append(action)
    verbs = [
        said.verb(action, audience)
        for kind in ABOUT_ONE
        for action in actions
        if action["command"]["kind"] == kind and action["command"]["audience"] == audience
    ]
    return DecideModel(
        _department(view, scenario, language),
        board,
        said.audiences[audience],
        tuple(said.tool(found, audience) for found in tools.values()),
        tuple(verbs),
    )


def present_inside(
    view: ViewDict, board: BoardModel, scenario: Scenario, language: Language, bonds: Bonds
) -> DecideModel:
    """What the seat of a view can do inside the organisation."""
    said = _Said(view, scenario, language, bonds)
    verbs = [
        said.verb(action, None)
        for kind in INSIDE
        for action in view["actions"]
        if action["command"]["kind"] == kind
    ]
    sentences = scenario.organisation.why_sentences
    why = next((s.text.get(language) for s in sentences if s.id == view["our_why"]), "")
    return DecideModel(_department(view, scenario, language), board, None, (), tuple(verbs), why)


def _department(view: ViewDict, scenario: Scenario, language: Language) -> DepartmentModel:
    seat = view["you"]["seat"]
    return next(one for one in present_departments(view, scenario, language, seat) if one.id == seat)


def average(dice: int, difficulty: int, language: Language) -> str:
    """How many dice work on average, with one decimal where it is needed: "2", "0,7"."""
    whole, tenth = divmod(round(10 * dice * (7 - difficulty) / 6), 10)
    if not tenth:
        return str(whole)
    return Words("play", language)("odds.decimal", whole=whole, tenth=tenth)


class _Said:
    """Commands in words, for one view."""

    def __init__(self, view: ViewDict, scenario: Scenario, language: Language, bonds: Bonds) -> None:
        self.view = view
        self.scenario = scenario
        self.language: Language = language
        self.bonds = bonds
        self.words = Words("play", language)
        self.audiences = {one.id: one for one in present_audiences(view, scenario, language)}

    # -- tools ----------------------------------------------------------------------------

    def tool(self, actions: list[Action], audience: str) -> Card:
        mechanism = self.scenario.mechanism(actions[0]["command"]["mechanism"])
        name = mechanism.name.get(self.language)
        deeds = [self.deed(action, mechanism, audience) for action in actions]
        dice = {line.dice for deed in deeds for line in deed.odds} if not mechanism.broadcast else set()
        count = max(dice, default=mechanism.reach)
        best = next((i for i, action in enumerate(actions) if action["refusal"] is None), 0)
        goes = mechanism.broadcast and actions[0]["refusal"] is None
        missed = goes and all(one["audience"] != audience for one in actions[0]["odds"])
        return Card(
            id=mechanism.id,
            name=name,
            text=mechanism.text.get(self.language),
            confirm=self.words("choose.play", tool=name),
            messages=()
            if mechanism.broadcast
            else tuple(self.message(a, d) for a, d in zip(actions, deeds, strict=True)),
            deed=deeds[0] if mechanism.broadcast else None,
            level=mechanism.level,
            depth=mechanism.depth,
            hours=mechanism.hours,
            attention=min(deed.attention for deed in deeds),
            dice=f"{count}×{mechanism.difficulty}+",
            broadcast=mechanism.broadcast,
            power=mechanism.power,
            reason="" if actions[best]["refusal"] is None else self.short(actions[best], mechanism),
            misses=self.words("choose.misses", name=self.audiences[audience].name) if missed else "",
        )

    def message(self, action: Action, deed: Deed) -> Message:
        command = action["command"]
        motive, audience = command["message"], command["audience"]
        known: Literal["main", "side", "not_hers", "unknown"] = "unknown"
        main, side = self.view["motives"][audience]
        if motive == main:
            known = "main"
        elif motive == side:
            known = "side"
        elif self.ruled_out(motive, audience):
            known = "not_hers"
        shown = present_motive(motive, self.scenario, self.language)
        helper = () if known == "not_hers" or deed.refused else self.helper(audience, motive)
        return Message(shown, motive, self.words(f"message.{known}"), known, deed, helper)

    def helper(self, audience: str, message: str) -> tuple[str, ...]:
        """Which other department could bring this too, in words."""
        found = who_could_help(self.view, self.scenario, self.view["you"]["seat"], audience, message)
        if found is None:
            return ()
        department = self.scenario.department(found)
        names = (department.name.get(self.language), department.label.get(self.language))
        return tuple(self.words("choose.helper", seat=name) for name in names)

    def ruled_out(self, motive: str, audience: str) -> bool:
        """Whether everybody knows that a motive that is not turned up is not hers (rule 3.3)."""
        if motive in self.view["not_hers"][audience] or None not in self.view["motives"][audience]:
            return True
        candidates = self.view.get("candidates")
        return candidates is not None and motive not in candidates[audience]

    def deed(self, action: Action, mechanism: Mechanism | None, audience: str | None) -> Deed:
        bond, firm = "", False
        if mechanism is not None and audience is not None and (action["odds"] or mechanism.broadcast):
            kind = "loose" if mechanism.broadcast else self.bonds(mechanism.id, audience)
            firm = kind == "firm"
            bond = self.words(f"bond.{bond_reason(self.view, mechanism, audience, self.scenario)}")
        odds, least = tuple(self.odds(action["odds"])), action["price"]["attention"]
        cases = [line.case for line in odds]
        beside = "neither" in cases and audience is not None and self.view["attention"][audience] > least
        only = beside and len(cases) == 1
        return Deed(
            command=from_dict(action["command"]),
            refused=action["message"] or "",
            gates=self.gates(action, mechanism),
            hours=action["price"]["hours"],
            attention=least + only,
            odds=odds,
            bond=bond,
            firm=firm,
            base=mechanism.difficulty if mechanism is not None else 0,
            also=self.also(mechanism, beside=beside and not only),
            more=int(beside and not only),
        )

    def also(self, mechanism: Mechanism | None, *, beside: bool) -> str:
        """What a play may cost besides hours and attention.

        Sharing power takes power and will for good (rule 5.6); a message that is neither of her motives
        takes 1 attention more (rule 3.3).
        """
        if mechanism is not None and mechanism.power is not None:
            name = Words("view", self.language)(f"power.{mechanism.power}")
            return self.words("choose.also", power=name)
        return self.words("choose.beside") if beside else ""

    def odds(self, found: Iterable[Action]) -> Iterable[OddsLine]:
        for one in found:
            yield OddsLine(
                one["case"],
                self.words(f"case.{one['case']}"),
                one["difficulty"],
                one["dice"],
                average(one["dice"], one["difficulty"], self.language),
                self.audiences.get(one.get("audience", "")),
            )

    # -- gates ----------------------------------------------------------------------------

    def gates(self, action: Action, mechanism: Mechanism | None) -> tuple[Gate, ...]:
        found = []
        for name, lit in zip(GATES, action["lights"], strict=True):
            if mechanism is None and name != "feasibility":
                continue
            lamp: Lamp = "open" if lit is True else "shut" if lit is False else "not-asked"
            found.append(Gate(self.words(f"gate.{name}"), lamp, self._said(name, lamp, mechanism, action)))
        return tuple(found)

    def _said(self, gate: str, lamp: Lamp, mechanism: Mechanism | None, action: Action) -> str:
        """What is said below a lamp in a few words: why it is lit, or why it is shut."""
        if lamp == "not-asked":
            return ""
        if lamp == "shut":
            return self.short(action, mechanism) if mechanism is not None else self.why_not(action["refusal"])
        if gate == "relevance" and mechanism is not None and mechanism.broadcast and action["odds"]:
            reached = len(action["odds"])
            return self.words("gate.relevance.everybody", n=reached, of=len(self.audiences))
        if gate == "will" and mechanism is not None:
            need = max(mechanism.will, 1 if mechanism.power else 0)
            return self.words("gate.will.open", now=self.view["will"], need=need)
        return self.words(f"gate.{gate}.open")

    def short(self, action: Action, mechanism: Mechanism) -> str:
        code = action["refusal"]
        words = self.words
        match code:
            case "will":
                return words("short.will", need=max(mechanism.will, 1 if mechanism.power else 0))
            case "know_how":
                return words("short.know_how", need=mechanism.know_how)
            case "hours":
                return words("short.hours", need=mechanism.hours)
            case "locked":
                return words("short.locked", need=first_week(mechanism, self.scenario))
            case _ if code in _PLAIN:
                return words(f"short.{code}")
            case _:
                return words("short.other")

    def why_not(self, code: str) -> str:
        """Why a verb is shut, in a few words."""
        return self.words(f"short.{_VERBS.get(code, 'other')}")

    # -- verbs ----------------------------------------------------------------------------

    def verb(self, action: Action, audience: str | None) -> Card:
        command = action["command"]
        kind = command["kind"]
        key = f"{kind}.{command['argument']}" if kind == "convince" else kind
        name = self.words(f"verb.{key}")
        who = "" if audience is None else self.audiences[audience].name
        idle = self.idle(command, audience)
        text = idle or self.words(f"does.{key}", name=who, limit=self.scenario.rules.convince_limit)
        deed = self.deed(action, None, audience)
        icon = icon_of("verbs", kind)
        if kind == "convince":
            icon = {"necessity": "alert-triangle", "opportunity": "bulb", "success_story": "book"}[
                command["argument"]
            ]
        return Card(
            id=key,
            name=name,
            text=text,
            confirm=name if audience is None else f"{name}: {who}",
            messages=(),
            deed=deed,
            icon=icon,
            hours=deed.hours,
            reason="" if action["refusal"] is None else self.why_not(action["refusal"]),
            helps=not idle,
        )

    def idle(self, command: Mapping[str, Any], audience: str | None) -> str:
        """Why a verb would bring nothing now, though it may be done; empty if it would bring something."""
        view, words = self.view, self.words
        match command["kind"]:
            case "talk" if audience is not None and view["handshake"][audience]:
                known = None not in view["motives"][audience]
                return words("idle.talk", name=self.audiences[audience].name) if known else ""
            case "convince" if command["argument"] == "success_story":
                return words("idle.will", will=view["will"]) if view["will"] >= TRACK_TOP else ""
            case "convince":
                high = view["will"] >= self.scenario.rules.convince_limit
                return words("idle.convince", will=view["will"]) if high else ""
            case "practise":
                return words("idle.practise") if view["know_how"] >= view["will"] else ""
            case _:
                return ""


def who_could_help(view: ViewDict, scenario: Scenario, seat: str, audience: str, message: str) -> str | None:
    """Another department that could bring this audience the same message this week, from open facts alone.

    It has the hours, has not passed, and holds a tool that the three gates would let through now.
    """
    channels = scenario.audience(audience).channels
    tokens = view["tokens"][audience]
    seats = seats_of(view, scenario)
    for other, hours, passed in zip(seats, view["hours"], view["passed"], strict=True):
        if other == seat or passed:
            continue
        for tool in map(scenario.mechanism, scenario.department(other).toolbox):
            fits = message in tool.motives and tool.channel in channels and sum(tokens[tool.level]) > 0
            can = tool.will <= view["will"] and tool.know_how <= view["know_how"]
            pays = tool.hours <= hours and tool.attention <= view["attention"][audience]
            given = tool.power is None or view["powers"].get(tool.power, 0) > 0
            if fits and can and pays and given and first_week(tool, scenario) <= view["week"]:
                return other
    return None


def first_week(mechanism: Mechanism, scenario: Scenario) -> int:
    """The first week of a mechanism (rule 6)."""
    if mechanism.first_week is not None:
        return mechanism.first_week
    return scenario.unlock.mechanisms_above_follower if mechanism.level >= 2 else 1


def bond_reason(view: ViewDict, mechanism: Mechanism, audience: str, scenario: Scenario) -> str:
    """Which line of rule 3.4 gives the bond of what a play lifts; the bond itself comes from the rules."""
    if mechanism.broadcast:
        return "broadcast"
    if not view["handshake"][audience]:
        return "no_handshake"
    if mechanism.level == 1 and view["proposition"][audience]:
        return "proposition"
    if mechanism.depth == "why":
        chosen = (s for s in scenario.organisation.why_sentences if s.id == view["our_why"])
        return "why" if any(sentence.motives for sentence in chosen) else "empty_why"
    if mechanism.depth == "how":
        return "how_convinced" if view["convinced"][audience] else "how_unconvinced"
    return "what"
