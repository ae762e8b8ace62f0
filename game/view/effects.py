"""What an option of an event card does, in a few words for people (rule 7.2)."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, assert_never

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
from game.words.catalogue import Language, Words, capital

MINUS: Final = "\u2212"


def effect_texts(
    compiled: Compiled, effects: Sequence[Effect], view: Mapping[str, Any], language: Language
) -> list[str | None]:
    """Effects in their order, random targets by name; none for one that concerns nobody in play.

    ``view`` is any view of the moment (``seats``).
    """
    told = _Told(compiled, view, language)
    return [told.effect(effect) for effect in effects]


def signed(n: int) -> str:
    """A change with its sign."""
    return f"+{n}" if n >= 0 else f"{MINUS}{-n}"


class _Told:
    """The names that effects speak of, at one moment in one language."""

    def __init__(self, compiled: Compiled, view: Mapping[str, Any], language: Language) -> None:
        self.compiled = compiled
        self.view = view
        self.language: Language = language
        self.words = Words("view", language)

    def effect(self, effect: Effect) -> str | None:
        """One effect; none if it concerns somebody who is not in play."""
        words = self.words
        match effect:
            case AttentionEffect(audience=who, n=n):
                return self._attention(who, n)
            case TrackEffect(kind=kind, n=n):
                return words(f"effect.{kind}", n=signed(n))
            case HoursEffect(department=which, n=n):
                return self._hours(which, n)
            case SuspectsEffect(audience=who, n=n):
                return self._about(who, "suspects", n)
            case LiftEffect(audience=who, level=level, n=n):
                return self._about(who, "lift", n, level=level + 1)
            case DropEffect(audience=who, level=level, n=n):
                return self._about(who, "drop", n, level=level - 1)
            case PressingEffect():
                return words("effect.pressing")
            case CloseChannelEffect(channel=channel):
                return words("effect.close", channel=words(f"channel.{channel}"))
            case MotiveEffect(kind=kind, audience=who):
                return self._about(who, kind, 1)
            case StoryEffect(n=n):
                return words.count("effect.story", n, sign=signed(n))
            case PowerEffect(power=power, n=n):
                name = words(f"power.{power}")
                return words("effect.power", n=signed(n), power=capital(name))
            case _:
                assert_never(effect)

    def _attention(self, who: str, n: int) -> str | None:
        """Before the choice: what would really change; attention stays between none and full (rule 1.3)."""
        view = self.view
        named = view["targets"]["audience"] if who == "random" else who
        if view["part"] != "monday" or named not in view["attention"]:
            return self._about(who, "attention", n)
        now, audience = view["attention"][named], self.compiled.scenario.audience(named)
        real = max(0, min(now + n, audience.attention.max)) - now
        if real:
            return self._about(who, "attention", real)
        key = "effect.attention_full" if n > 0 else "effect.attention_gone"
        return self.words(key, name=audience.name.get(self.language))

    def _about(self, who: str, key: str, n: int, level: int | None = None) -> str | None:
        named = self.view["targets"]["audience"] if who == "random" else who
        if who == "all":
            name = self.words("effect.everybody")
        elif named is None or named not in self.view["attention"]:
            return None
        else:
            name = self.compiled.scenario.audience(named).name.get(self.language)
        place = "" if level is None else self.words(f"level.{LEVEL_NAMES[level]}")
        count = signed(n) if key in ("attention", "suspects") else n
        return self.words.count(f"effect.{key}", abs(n), name=name, count=count, level=place)

    def _hours(self, which: str, n: int) -> str | None:
        if which == "all":
            name = self.words("effect.each_department")
        else:
            named = {"random": self.view["targets"]["department"], "chair": self.view["chair"]}.get(
                which, which
            )
            if named is None or named not in self.compiled.ids.seats:
                return None
            name = self.compiled.scenario.department(named).label.get(self.language)
        return self.words.count("effect.hours", abs(n), name=name, count=signed(n))
