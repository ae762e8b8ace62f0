"""Effects of an event in a few words, with an icon each, before they happen and after (rule 7.2)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import assert_never

from game.rules import fact as facts
from game.rules.fact import Fact
from game.rules.ids import OPTION_IDS
from game.rules.limits import LEVEL_NAMES
from game.scenario.compiling import Compiled
from game.scenario.events import (
    AttentionEffect,
    CloseChannelEffect,
    DropEffect,
    Effect,
    HoursEffect,
    LiftEffect,
    MotiveEffect,
    PowerEffect,
    PressingEffect,
    StoryEffect,
    SuspectsEffect,
    TrackEffect,
)
from game.scenario.models import Scenario
from game.screen.model import LogLine
from game.screen.theme import icon_of
from game.screen.unfolding import ViewDict
from game.view.effects import effect_texts, signed
from game.words.catalogue import Language, Words, capital


@dataclass(frozen=True, slots=True)
class EffectModel:
    """One effect: an icon and a few words. ``good``: what it brings, or takes; None if neither."""

    icon: str
    text: str
    good: bool | None = None


Effects = tuple[EffectModel, ...]


def present_effects(
    compiled: Compiled, effects: Sequence[Effect], view: ViewDict, language: Language
) -> Effects:
    """Effects in their order, random targets by name; who is not in play is left out."""
    texts = effect_texts(compiled, effects, view, language)
    told = zip(effects, texts, strict=True)
    return tuple(EffectModel(_icon(effect), text) for effect, text in told if text is not None)


def chosen_effects(compiled: Compiled, view: ViewDict, language: Language) -> tuple[LogLine, ...]:
    """What the event of a view does by the option that was chosen; nothing before that."""
    options = zip(OPTION_IDS, compiled.scenario.event(view["event"]).options, strict=False)
    chosen = next((option for number, option in options if number == view["choice"]), None)
    if chosen is None:
        return ()
    effects = present_effects(compiled, chosen.effects, view, language)
    return tuple(LogLine(effect.icon, effect.text) for effect in effects)


def what_came(happened: Iterable[Fact], before: ViewDict, scenario: Scenario, language: Language) -> Effects:
    """What an option did in fact: what was at its bound, or had nobody to move, is not among it.

    ``before`` is the view of the table before it.
    """
    told = _Came(before, scenario, language)
    found = list(happened)
    each = (told.of(fact) for fact in found if not isinstance(fact, facts.Attention | facts.Hours))
    return (*told.attention(found), *told.hours(found), *(effect for effect in each if effect is not None))


def _icon(effect: Effect) -> str:
    """What stands before an effect."""
    match effect:
        case AttentionEffect():
            return "snowflake"
        case TrackEffect(kind=kind):
            return icon_of("marks", "convinced") if kind == "will" else icon_of("verbs", "practise")
        case HoursEffect():
            return icon_of("marks", "hour")
        case SuspectsEffect():
            return "user-plus"
        case LiftEffect():
            return "arrow-up"
        case DropEffect():
            return "arrow-down"
        case PressingEffect():
            return icon_of("marks", "pressing")
        case CloseChannelEffect(channel=channel):
            return icon_of("channels", channel)
        case MotiveEffect(kind=kind):
            return "help" if kind == "redraw_side" else "eye"
        case StoryEffect():
            return icon_of("marks", "story")
        case PowerEffect(power=power):
            return icon_of("powers", power)
        case _:
            assert_never(effect)


class _Came:
    """What facts of an event say, in one language."""

    def __init__(self, before: ViewDict, scenario: Scenario, language: Language) -> None:
        self.before = before
        self.scenario = scenario
        self.language: Language = language
        self.words = Words("view", language)
        self.came = Words("week", language)

    def name(self, audience: str) -> str:
        return self.scenario.audience(audience).name.get(self.language)

    def attention(self, found: Sequence[Fact]) -> Effects:
        """Attention of some, or in one line that of everybody."""
        changed = [fact for fact in found if isinstance(fact, facts.Attention)]
        amounts = {fact.n for fact in changed}
        if len(amounts) == 1 and len(changed) == len(self.before["attention"]):
            everybody = self.words("effect.everybody")
            return (self._counted("snowflake", "attention", everybody, changed[0].n),)
        return tuple(
            self._counted("snowflake", "attention", self.name(fact.audience), fact.n) for fact in changed
        )

    def hours(self, found: Sequence[Fact]) -> Effects:
        """Hours of some departments, or in one line those of all."""
        changed = [fact for fact in found if isinstance(fact, facts.Hours)]
        icon = icon_of("marks", "hour")
        if len({fact.n for fact in changed}) == 1 and len(changed) == len(self.before["hours"]):
            return (self._counted(icon, "hours", self.words("effect.each_department"), changed[0].n),)
        label = {fact.seat: self.scenario.department(fact.seat).label.get(self.language) for fact in changed}
        return tuple(self._counted(icon, "hours", label[fact.seat], fact.n) for fact in changed)

    def of(self, fact: Fact) -> EffectModel | None:
        """What one of the other facts says; None if it is no effect of an event."""
        words = self.words
        match fact:
            case facts.Track(track, before, now):
                icon = icon_of("marks", "convinced") if track == "will" else icon_of("verbs", "practise")
                return EffectModel(icon, words(f"effect.{track}", n=signed(now - before)), now > before)
            case facts.Suspects(audience, n):
                return self._counted("user-plus", "suspects", self.name(audience), n)
            case facts.Moved(_, audience, (level, _), (to, _), n):
                key, icon = ("lift", "arrow-up") if to > level else ("drop", "arrow-down")
                place = self.words(f"level.{LEVEL_NAMES[to]}")
                text = words.count(f"effect.{key}", n, name=self.name(audience), count=n, level=place)
                return EffectModel(icon, text, to > level)
            case facts.TurnedUp(audience, motive, place):
                name = self.scenario.motive(motive).name.get(self.language)
                told = self.came(f"came.{place}", name=self.name(audience), motive=name)
                return EffectModel(self.scenario.motive(motive).icon, told, True)
            case facts.Redrawn(audience):
                text = words.count("effect.redraw_side", 1, name=self.name(audience))
                return EffectModel("help", text)
            case facts.Pressing():
                return EffectModel(icon_of("marks", "pressing"), words("effect.pressing"))
            case facts.Closed(channel):
                name = self.words(f"channel.{channel}")
                return EffectModel(icon_of("channels", channel), words("effect.close", channel=name), False)
            case facts.Story(n):
                text = words.count("effect.story", abs(n), sign=signed(n))
                return EffectModel(icon_of("marks", "story"), text, n > 0)
            case facts.Power(power, n):
                name = self.words(f"power.{power}")
                text = words("effect.power", n=signed(n), power=capital(name))
                return EffectModel(icon_of("powers", power), text, n > 0)
            case _:
                return None

    def _counted(self, icon: str, key: str, name: str, n: int) -> EffectModel:
        return EffectModel(icon, self.words.count(f"effect.{key}", abs(n), name=name, count=signed(n)), n > 0)
