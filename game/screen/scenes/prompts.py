"""Questions for the debrief that the played game itself raised, each with two numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.screen.model import LEVELS, AudienceModel
from game.screen.scenes.chronicle import DEPTHS, Chronicle, Share
from game.words.catalogue import Words

MOST = 5
TEN = 10
"""Points are told for so many hours: whole numbers that a room can compare."""


@dataclass(frozen=True, slots=True)
class PromptModel:
    """A question, the sentence and the two numbers that led to it, and whom it is about, if anybody."""

    id: str
    icon: str
    lead: str
    question: str
    numbers: tuple[tuple[int, str], tuple[int, str]]
    audience: AudienceModel | None = None


@dataclass(frozen=True, slots=True)
class _Raised:
    weight: float
    id: str
    icon: str
    a: int
    b: int
    audience: AudienceModel | None = None


def present_prompts(
    told: Chronicle, points: int, held: int, weeks: int, audiences: Sequence[AudienceModel], words: Words
) -> tuple[PromptModel, ...]:
    """The five questions that this game raised most strongly, the strongest first.

    ``held`` is how often somebody chose not to reach out at all (rule 4.3).
    """
    raised = sorted(_raised(told, points, held, weeks, audiences), key=lambda one: -one.weight)
    return tuple(_presented(one, words) for one in raised[:MOST])


def _presented(one: _Raised, words: Words) -> PromptModel:
    name = "" if one.audience is None else one.audience.name
    return PromptModel(
        one.id,
        one.icon,
        words(f"prompt.{one.id}.lead", a=one.a, b=one.b, name=name),
        words(f"prompt.{one.id}"),
        (
            (one.a, words.count(f"prompt.{one.id}.a", one.a, name=name)),
            (one.b, words.count(f"prompt.{one.id}.b", one.b, name=name)),
        ),
        one.audience,
    )


def _raised(
    told: Chronicle, points: int, held: int, weeks: int, audiences: Sequence[AudienceModel]
) -> Iterator[_Raised]:
    what, _, why = (told.kept[DEPTHS.index(depth)] for depth in DEPTHS)
    if told.lost_weeks:
        lost = len(told.lost_weeks)
        yield _Raised(1 + lost / weeks, "lost", "message-circle", lost, weeks)
    if told.points_before > points:
        loss = (told.points_before - points) / max(told.points_before, 1)
        yield _Raised(0.5 + 1.2 * loss, "blown", "wind", told.points_before, points)
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
    asked = [told.asked_of(one.id) for one in audiences]
    if sum(asked) >= 6:
        most = max(asked)
        uneven = most / sum(asked) - 1 / len(asked)
        yield _Raised(0.5 + uneven, "crowd", "snowflake", most, sum(asked), audiences[asked.index(most)])
    if why.whole >= 3:
        yield _Raised(0.45 * _rate(why), "why", "flame", why.part, why.whole)
    (much, what_hours), (more, why_hours) = ((one.part, one.whole) for one in told.yields[::2])
    if min(what_hours, why_hours) >= 3:
        a, b = round(TEN * much / what_hours), round(TEN * more / why_hours)
        if a != b:
            yield _Raised(0.45 + 0.6 * abs(b - a) / max(a, b), "yield", "hourglass", a, b)
    final = told.levels[-1]
    empty = sum(n == 0 for n in final[1:])
    if empty:
        yield _Raised(0.4 + 0.15 * empty, "empty", "circle-dashed", empty, LEVELS - 1)
    if told.plays and held * 8 < told.plays:
        yield _Raised(0.42, "held", "hand-stop", held, told.plays)
    yield _Raised(0.3, "top", "key", final[-1], final[0])


def _rate(share: Share) -> float:
    return share.part / share.whole if share.whole else 0.0
