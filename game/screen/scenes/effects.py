"""Effects of an event in a few words, with an icon each (rule 7.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

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
from game.screen.theme import icon_of
from game.screen.unfolding import ViewDict
from game.words.catalogue import Language, Words

MINUS = "\u2212"


@dataclass(frozen=True, slots=True)
class EffectModel:
    """One effect: an icon and a few words."""

    icon: str
    text: str


def present_effects(
    compiled: Compiled, effects: Sequence[Effect], view: ViewDict, language: Language
) -> tuple[EffectModel, ...]:
    """Effects in their order, random targets by name; who is not in play is left out."""
    told = _Told(compiled, view, language)
    found = (told.effect(effect) for effect in effects)
    return tuple(effect for effect in found if effect is not None)


def signed(n: int) -> str:
    """A change with its sign."""
    return f"+{n}" if n >= 0 else f"{MINUS}{-n}"


class _Told:
    """The names that effects speak of, at one moment in one language."""

    def __init__(self, compiled: Compiled, view: ViewDict, language: Language) -> None:
        self.compiled = compiled
        self.view = view
        self.language: Language = language
        self.words = Words("week", language)
        self.names = Words("view", language)

    def effect(self, effect: Effect) -> EffectModel | None:
        """One effect; None if it concerns somebody who is not in play."""
        words = self.words
        match effect:
            case AttentionEffect(audience=who, n=n):
                return self._about(who, "snowflake", "attention", n)
            case TrackEffect(kind=kind, n=n):
                icon = icon_of("marks", "convinced") if kind == "will" else icon_of("verbs", "practise")
                return EffectModel(icon, words(f"effect.{kind}", n=signed(n)))
            case HoursEffect(department=which, n=n):
                return self._hours(which, n)
            case SuspectsEffect(audience=who, n=n):
                return self._about(who, "user-plus", "suspects", n)
            case LiftEffect(audience=who, level=level, n=n):
                return self._about(who, "arrow-up", "lift", n, level=level + 1)
            case DropEffect(audience=who, level=level, n=n):
                return self._about(who, "arrow-down", "drop", n, level=level - 1)
            case PressingEffect():
                return EffectModel(icon_of("marks", "pressing"), words("effect.pressing"))
            case CloseChannelEffect(channel=channel):
                return EffectModel(
                    icon_of("channels", channel),
                    words("effect.close", channel=self.names(f"channel.{channel}")),
                )
            case MotiveEffect(kind=kind, audience=who):
                return self._about(who, "help" if kind == "redraw_side" else "eye", kind, 1)
            case StoryEffect(n=n):
                return EffectModel(icon_of("marks", "story"), words.count("effect.story", n, sign=signed(n)))
            case PowerEffect(power=power, n=n):
                name = self.names(f"power.{power}")
                text = words("effect.power", n=signed(n), power=name[:1].upper() + name[1:])
                return EffectModel(icon_of("powers", power), text)
            case _:
                assert_never(effect)

    def _about(self, who: str, icon: str, key: str, n: int, level: int | None = None) -> EffectModel | None:
        named = self.view["targets"]["audience"] if who == "random" else who
        if who == "all":
            name = self.words("effect.everybody")
        elif named is None or named not in self.view["attention"]:
            return None
        else:
            name = self.compiled.scenario.audience(named).name.get(self.language)
        place = "" if level is None else self.names(f"level.{LEVEL_NAMES[level]}")
        count = signed(n) if key in ("attention", "suspects") else n
        return EffectModel(
            icon, self.words.count(f"effect.{key}", abs(n), name=name, count=count, level=place)
        )

    def _hours(self, which: str, n: int) -> EffectModel | None:
        if which == "all":
            name = self.words("effect.each_department")
        else:
            named = {"random": self.view["targets"]["department"], "chair": self.view["chair"]}.get(
                which, which
            )
            if named is None or named not in self.compiled.ids.seats:
                return None
            name = self.compiled.scenario.department(named).label.get(self.language)
        icon = icon_of("marks", "hour")
        return EffectModel(icon, self.words.count("effect.hours", abs(n), name=name, count=signed(n)))
