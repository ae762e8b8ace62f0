"""Refusals in words, with the numbers of the moment filled in (rule 3.2)."""

from game.rules.legal import chair_of, first_of, kind_of, second_of, third_of
from game.rules.limits import (
    BROADCAST,
    BROADCAST_MESSAGE,
    CHANNELS,
    CHOOSE,
    GUESS,
    LEVEL_NAMES,
    PLAY,
    POWERS,
    WORK,
)
from game.rules.pricing import attention_price
from game.rules.state import State
from game.scenario.compiling import Compiled
from game.words.catalogue import Language, Words


def refusal_text(
    compiled: Compiled, seen: State, seat: int, action: int | None, code: str, language: Language
) -> str:
    """Why a packed command (none: it has no packed form) is refused, for the people at ``seat``.

    ``code`` is one of the rules (``refusal.CODES``) or of the table. ``seen`` may be a hidden copy.
    """
    words = Words("view", language)
    if action is None:
        return words(f"refusal.{code}")
    return _Sentence(compiled, seen, seat, action, language, words).of(code)


class _Sentence:
    """One refused command, and what its sentences need."""

    def __init__(
        self, compiled: Compiled, st: State, seat: int, action: int, language: Language, words: Words
    ) -> None:
        self.compiled = compiled
        self.st = st
        self.seat = seat
        self.kind = kind_of(action)
        self.first = first_of(action)
        self.audience_index = second_of(action) if self.kind == PLAY else self.first
        self.message = third_of(action) if self.kind == PLAY else BROADCAST_MESSAGE
        self.language: Language = language
        self.words = words

    def of(self, code: str) -> str:
        """The sentence for a code."""
        words = self.words
        everywhere = "broadcast." if self.kind == BROADCAST else ""
        t = self.compiled.tables
        match code:
            case "not_your_turn":
                return self._not_your_turn()
            case "not_yours":
                return words("refusal.not_yours.guess" if self.kind == GUESS else "refusal.not_yours")
            case "locked":
                played = self.kind in (PLAY, BROADCAST)
                return words(
                    "refusal.locked", week=t.first_week[self.first] if played else t.unlock[self.kind]
                )
            case "guessed":
                return words("refusal.guessed", seat=self._seat(self.first))
            case "channel" | "channel_closed":
                channel = words(f"channel.{CHANNELS[t.channel[self.first]]}")
                return words(f"refusal.{everywhere}{code}", audience=self._audience(), channel=channel)
            case "no_token":
                level = words(f"level.{LEVEL_NAMES[t.level[self.first]]}")
                return words(f"refusal.{everywhere}no_token", audience=self._audience(), level=level)
            case "will":
                return words("refusal.will", need=t.mechanism_will[self.first], now=self.st.will[0])
            case "know_how":
                need = t.mechanism_know_how[self.first]
                return words("refusal.know_how", need=need, now=self.st.know_how[0])
            case "hours":
                return words.count("refusal.hours", self._hours(), now=self.st.hours[self.seat])
            case "attention":
                return self._attention(everywhere)
            case "power":
                return words("refusal.power", power=words(f"power.{POWERS[t.power[self.first]]}"))
            case "attention_full" | "held" | "offered" | "no_known_motive":
                return words(f"refusal.{code}", audience=self._audience())
            case _:
                return words(f"refusal.{code}")

    def _not_your_turn(self) -> str:
        if self.kind == GUESS:
            return self.words("refusal.not_your_turn.guess")
        if self.st.part[0] == WORK:
            return self.words("refusal.not_your_turn.round", seat=self._seat(self.st.turn[0]))
        chair = self._seat(chair_of(self.compiled.tables, self.st))
        return self.words("refusal.not_your_turn.chair", seat=chair)

    def _attention(self, everywhere: str) -> str:
        t = self.compiled.tables
        if everywhere:
            return self.words("refusal.broadcast.attention", need=t.attention[self.first])
        a = self.audience_index
        need = 1  # a talk needs 1 (4.1)
        if self.kind == PLAY:
            need = attention_price(t, self.st, self.seat, self.first, a, self.message)
        return self.words("refusal.attention", audience=self._audience(), need=need, now=self.st.attention[a])

    def _hours(self) -> int:
        t = self.compiled.tables
        if self.kind in (PLAY, BROADCAST):
            return t.mechanism_hours[self.first]
        return t.option_hours[self.st.event[0]][self.first] if self.kind == CHOOSE else 1

    def _seat(self, index: int) -> str:
        return self.compiled.scenario.department(self.compiled.ids.seats[index]).name.get(self.language)

    def _audience(self) -> str:
        if self.kind == BROADCAST:
            return ""
        return self.compiled.audiences[self.audience_index].name.get(self.language)
