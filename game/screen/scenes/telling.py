"""A deed in words: a headline, what came of it, and the line in the log of the board (no pygame)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeVar

from game.rules import fact as facts
from game.rules.command import Choose, Convince, Guess, HoldBack, OurWhy, Pass, Talk, kind_of
from game.rules.fact import Fact
from game.scenario.models import Scenario
from game.screen.model import LogLine, Motive
from game.screen.moment import Moment
from game.screen.present import present_motive
from game.screen.scenes.deciding import bond_reason
from game.screen.scenes.effects import what_came
from game.screen.theme import icon_of
from game.words.catalogue import Language, Words

Tone = Literal["neutral", "violet", "good", "bad"]
UNTOLD = (Pass, Guess)
"""Commands of which nothing is told: passing shows on the stick, a guess is a secret (rule 8.5)."""
F = TypeVar("F", bound=Fact)
_SIGNS = {"our_why": "flame", "choose": "calendar-event"}


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that came of a deed, with its sign."""

    icon: str
    text: str
    tone: Tone = "neutral"


@dataclass(frozen=True, slots=True)
class Thrown:
    """The dice of a play for one audience: what was needed and how many tokens rose."""

    audience: str
    level: int
    difficulty: int
    rolls: tuple[int, ...]
    lifted: int
    bond: str


@dataclass(frozen=True, slots=True)
class Story:
    """A deed: who did it (with an icon), a headline, what came of it, the dice, the log line."""

    icon: str
    who: str
    what: str
    headline: str
    said: tuple[Said, ...]
    log: LogLine
    audience: str | None = None
    thrown: tuple[Thrown, ...] = ()
    motive: Motive | None = None
    message: str = ""
    """The message that a play brought; nothing for a broadcast."""


def tell(moment: Moment, scenario: Scenario, language: Language) -> Story:
    """A deed of a seat in words."""
    teller = _Teller(moment, scenario, language)
    return teller.rolled() if _all(moment.facts, facts.Dice) else teller.done()


def log_lines(deeds: Iterable[Moment], scenario: Scenario, language: Language) -> tuple[LogLine, ...]:
    """The log of the board: a line for each deed that is told."""
    return tuple(tell(deed, scenario, language).log for deed in deeds if not isinstance(deed.command, UNTOLD))


def _all(found: Iterable[Fact], kind: type[F]) -> list[F]:
    return [fact for fact in found if isinstance(fact, kind)]


class _Teller:
    def __init__(self, moment: Moment, scenario: Scenario, language: Language) -> None:
        self.moment = moment
        self.scenario = scenario
        self.language: Language = language
        self.words = Words("play", language)
        department = scenario.department(moment.seat or "")
        self.icon = department.icon
        self.who = department.name.get(language)

    def name(self, audience: str) -> str:
        return self.scenario.audience(audience).name.get(self.language)

    # -- plays ----------------------------------------------------------------------------

    def rolled(self) -> Story:
        words = self.words
        found = self.moment.facts
        played = _all(found, facts.Played)
        mechanism = self.scenario.mechanism(played[0].mechanism)
        thrown = tuple(
            Thrown(d.audience, d.level, d.difficulty, d.rolls, d.lifted, d.bond)
            for d in _all(found, facts.Dice)
        )
        hits, count = sum(t.lifted for t in thrown), sum(len(t.rolls) for t in thrown)
        level = words(f"level.{mechanism.level + 1}")
        headline = words.count("roll.rise", hits, of=count, level=level) if hits else words("roll.none")
        said: list[Said] = []
        first = thrown[0]
        if hits:
            reason = bond_reason(self.moment.before, mechanism, first.audience, self.scenario)
            said.append(Said(f"bond-{first.bond}", words(f"bond.{reason}")))
        said += self.lessons(broadcast=mechanism.broadcast)
        alone = None if mechanism.broadcast else first.audience
        if mechanism.broadcast:
            text = words.count("log.broadcast", hits)
        elif not hits:
            text = words("log.nobody", name=self.name(first.audience))
        else:
            # Firm is what it should be; what is loose is worth a word.
            key = "log.up" if first.bond == "firm" else "log.up_loose"
            text = words.count(key, hits, name=self.name(first.audience))
        message = ""
        if not mechanism.broadcast:
            message = present_motive(played[0].message, self.scenario, self.language).label
        return Story(
            icon=self.icon,
            who=self.who,
            what=mechanism.name.get(self.language),
            headline=headline,
            said=tuple(said),
            log=LogLine(self.icon, text),
            audience=alone,
            thrown=thrown,
            message=message,
        )

    def lessons(self, *, broadcast: bool) -> list[Said]:
        """What a play taught, and what it brought along."""
        words = self.words
        said: list[Said] = []
        for fact in self.moment.facts:
            match fact:
                case facts.TurnedUp(_, motive, place):
                    shown = present_motive(motive, self.scenario, self.language)
                    said.append(Said(shown.icon, words(f"roll.{place}", motive=shown.label), "violet"))
                case facts.NotHers(_, motive):
                    shown = present_motive(motive, self.scenario, self.language)
                    said.append(Said("x", words("roll.not_hers", motive=shown.label), "bad"))
                case facts.Convinced(audience):
                    name = self.name(audience)
                    said.append(
                        Said(icon_of("marks", "convinced"), words("roll.convinced", name=name), "good")
                    )
                case facts.Story(n) if n > 0:
                    said.append(Said(icon_of("marks", "story"), words("roll.story"), "good"))
                case facts.Power(power, n) if n < 0:
                    name = Words("view", self.language)(f"power.{power}")
                    said.append(Said(icon_of("powers", power), words("roll.power", power=name)))
                case facts.Played() if fact.coherent:
                    said.append(Said("check", words("roll.coherent"), "good"))
                case facts.Played() if fact.mixed and not broadcast:
                    said.append(Said("alert-triangle", words("roll.mixed"), "bad"))
                case _:
                    pass
        return said

    # -- verbs ----------------------------------------------------------------------------

    def done(self) -> Story:
        words = self.words
        command = self.moment.command
        kind = kind_of(command) if command is not None else "pass"
        said: list[Said] = []
        motive: Motive | None = None
        audience: str | None = None
        log = words("log.pass")
        headline = words("news.pass", seat=self.who)
        match command:
            case Talk(who):
                audience = who
                headline = words("news.talk", seat=self.who, name=self.name(who))
                log = words("log.talk", name=self.name(who))
                said, motive = self.heard(who)
            case HoldBack(who):
                audience = who
                headline = words("news.hold_back", name=self.name(who))
                log = words("log.hold_back", name=self.name(who))
            case OurWhy(sentence):
                sentences = self.scenario.organisation.why_sentences
                text = next(one.text.get(self.language) for one in sentences if one.id == sentence)
                headline = words("news.why", sentence=text)
                log = words("log.our_why")
            case Choose():
                headline, said = self.chosen()
                log = self.log_of_choice()
            case Convince():
                headline = words("news.talk_management", seat=self.who)
                said, log = self.tracks(words("news.same"), words("log.talk_management"))
            case Pass() | None:
                pass
            case _:
                headline, log, audience, said = self.other(kind)
        icon = _SIGNS.get(kind) or icon_of("verbs", kind)
        return Story(self.icon, self.who, "", headline, tuple(said), LogLine(icon, log), audience, (), motive)

    def other(self, kind: str) -> tuple[str, str, str | None, list[Said]]:
        """Verbs that need little telling."""
        words = self.words
        audience = next((fact.audience for fact in _all(self.moment.facts, facts.Offered)), None)
        name = "" if audience is None else self.name(audience)
        headline = words(f"news.{kind}", seat=self.who, name=name)
        log = words(f"log.{kind}", name=name)
        said: list[Said] = []
        if kind == "practise":
            said, _ = self.tracks(words("news.no_gain"), log)
            said.append(Said("check", words("news.no_forgetting"), "good"))
        return headline, log, audience, said

    def chosen(self) -> tuple[str, list[Said]]:
        """The option, and what it did."""
        choice = _all(self.moment.facts, facts.Choice)[0]
        option = self.scenario.event(choice.event).options[int(choice.option) - 1]
        label = option.label.get(self.language) if option.label is not None else ""
        tones: dict[bool | None, Tone] = {True: "good", False: "bad", None: "neutral"}
        came = what_came(self.moment.facts, self.moment.before, self.scenario, self.language)
        said = [Said(effect.icon, effect.text, tones[effect.good]) for effect in came]
        paid = sum(fact.hours for fact in _all(self.moment.facts, facts.Paid))
        if paid:
            text = self.words.count("news.paid", paid, seat=self.who)
            said.insert(0, Said(icon_of("marks", "hour"), text))
        return self.words("news.choice", option=label), said or [Said("minus", self.words("news.no_change"))]

    def log_of_choice(self) -> str:
        """What an option did first, if the log has a short word for that; else which event it was."""
        words = self.words
        for fact in self.moment.facts:
            match fact:
                case facts.Moved(_, audience, (level, _), (to, _), n):
                    return words.count("log.up" if to > level else "log.down", n, name=self.name(audience))
                case facts.Track(track, _, height):
                    return words(f"log.{track}", n=height)
                case _:
                    pass
        event = self.scenario.event(_all(self.moment.facts, facts.Choice)[0].event)
        return event.title.get(self.language)

    def heard(self, audience: str) -> tuple[list[Said], Motive | None]:
        """What a talk brought."""
        words = self.words
        said: list[Said] = []
        motive: Motive | None = None
        if _all(self.moment.facts, facts.Handshake):
            text = words("news.handshake", name=self.name(audience))
            said.append(Said(icon_of("marks", "handshake"), text, "good"))
        for turned in _all(self.moment.facts, facts.TurnedUp):
            motive = present_motive(turned.motive, self.scenario, self.language)
            said.append(Said(motive.icon, words(f"roll.{turned.place}", motive=motive.label), "violet"))
        if not said:
            said.append(Said("message-circle", words("news.nothing_new")))
        return said, motive

    def tracks(self, same: str, log: str) -> tuple[list[Said], str]:
        """How will or know-how changed, and the stories."""
        words = self.words
        said: list[Said] = []
        for track in _all(self.moment.facts, facts.Track):
            text = words(f"news.{track.track}", before=track.from_, now=track.to)
            icon = icon_of("marks", "convinced") if track.track == "will" else icon_of("verbs", "practise")
            said.append(Said(icon, text, "good" if track.to > track.from_ else "bad"))
            log = words(f"log.{track.track}", n=track.to)
        if any(story.n < 0 for story in _all(self.moment.facts, facts.Story)):
            said.append(Said(icon_of("marks", "story"), words("news.story_used")))
        if not _all(self.moment.facts, facts.Track):
            said.append(Said("minus", same))
        return said, log
