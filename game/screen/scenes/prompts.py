"""Questions for the debrief that the played game itself raised, each with two numbers."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.screen.scenes.chronicle import DEPTHS, Chronicle, Share
from game.words.catalogue import Words

MOST = 5


@dataclass(frozen=True, slots=True)
class PromptModel:
    """A question, what led to it, and the column of the chart that shows it (None: no single one)."""

    id: str
    icon: str
    lead: str
    question: str
    column: int | None = None


@dataclass(frozen=True, slots=True)
class _Raised:
    weight: float
    id: str
    icon: str
    a: int
    b: int
    column: int | None = None


def present_prompts(told: Chronicle, points: int, weeks: int, words: Words) -> tuple[PromptModel, ...]:
    """The five questions that this game raised most strongly, the strongest first."""
    raised = sorted(_raised(told, points, weeks), key=lambda one: -one.weight)
    return tuple(
        PromptModel(
            one.id,
            one.icon,
            words(f"prompt.{one.id}.lead", a=one.a, b=one.b),
            words(f"prompt.{one.id}"),
            one.column,
        )
        for one in raised[:MOST]
    )


def _raised(told: Chronicle, points: int, weeks: int) -> Iterator[_Raised]:
    what, _, why = (told.kept[DEPTHS.index(depth)] for depth in DEPTHS)
    last = len(told.levels) - 1
    if told.lost_weeks:
        lost = len(told.lost_weeks)
        yield _Raised(1 + lost / weeks, "lost", "message-circle", lost, weeks, told.lost_weeks[0])
    if told.points_before > points:
        loss = (told.points_before - points) / max(told.points_before, 1)
        yield _Raised(0.5 + 1.2 * loss, "blown", "wind", told.points_before, points, last)
    if what.whole >= 3 and _rate(what) < 0.9:
        yield _Raised(1.3 - _rate(what), "what", "speakerphone", what.part, what.whole)
    if told.blind.whole >= 3:
        gap = _rate(told.seeing) - _rate(told.blind) if told.seeing.whole else 0.3
        yield _Raised(0.7 + gap, "blind", "ear", told.blind.part, told.blind.whole)
    if told.missed.part:
        yield _Raised(0.6 + _rate(told.missed), "missed", "target", told.missed.part, told.missed.whole)
    if told.mixed:
        share = told.mixed / (told.mixed + told.coherent)
        yield _Raised(0.4 + share, "mixed", "messages", told.mixed, told.coherent)
    if why.whole >= 3:
        yield _Raised(0.45 * _rate(why), "why", "flame", why.part, why.whole)
    final = told.levels[-1]
    yield _Raised(0.3, "top", "key", final[-1], final[0], last)


def _rate(share: Share) -> float:
    return share.part / share.whole if share.whole else 0.0
