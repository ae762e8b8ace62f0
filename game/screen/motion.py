"""Movement as a function of time: easings, and a timeline that is sampled (no pygame, no callbacks).

A scene builds a `Timeline` from facts, keeps the moment it began, and asks at every frame for
the value of a track at ``now - began``. Skipping is a matter of asking at a later time.
"""

from dataclasses import dataclass
from math import cos, pi
from typing import Literal

from game.screen.box import Point
from game.screen.theme import tokens

MotionLevel = Literal["full", "basic", "none"]
Ease = Literal["linear", "out", "in", "in_out", "settle", "drop"]
OVERSHOOT = 0.06
BOUNCE = 0.10
PAST = 0.001
"""Seconds by which a skip goes beyond what it ends, so that rounding leaves nothing of it."""
LANDED = 0.78
"""Share of a drop after which the thing has touched the ground and bounces."""


def bezier(x: float, x1: float, y1: float, x2: float, y2: float) -> float:
    """A cubic ease through (0, 0) and (1, 1) with two handles: the y at ``x``."""
    low, high = 0.0, 1.0
    s = x
    for _ in range(24):
        at = 3 * (1 - s) ** 2 * s * x1 + 3 * (1 - s) * s * s * x2 + s**3
        if at < x:
            low = s
        else:
            high = s
        s = (low + high) / 2
    return 3 * (1 - s) ** 2 * s * y1 + 3 * (1 - s) * s * s * y2 + s**3


def ease(name: Ease, t: float) -> float:
    """The progress (0 at the start, exactly 1 at the end) after a share ``t`` of the time."""
    if t <= 0:
        return 0.0
    if t >= 1:
        return 1.0
    if name == "linear":
        return t
    if name == "drop":
        if t < LANDED:
            return (t / LANDED) ** 2
        return 1 - BOUNCE * (1 - (2 * (t - LANDED) / (1 - LANDED) - 1) ** 2)
    if name == "settle":
        # Out, then one swing beyond the end that has died away at the end.
        rise = bezier(min(1.0, t / 0.6), *tokens()["motion"]["ease"]["out"])
        swing = OVERSHOOT * (1 - cos(2 * pi * (t - 0.45) / 0.55)) / 2 if t > 0.45 else 0.0
        return rise + swing
    x1, y1, x2, y2 = tokens()["motion"]["ease"][name]
    return bezier(t, x1, y1, x2, y2)


def lerp(a: float, b: float, share: float) -> float:
    """From ``a`` (share 0) to ``b`` (share 1)."""
    return a + (b - a) * share


def arc(start: Point, end: Point, share: float, height: float) -> Point:
    """A point on a shallow arc that bulges up by ``height`` board units halfway."""
    return Point(lerp(start.x, end.x, share), lerp(start.y, end.y, share) - 4 * height * share * (1 - share))


@dataclass(frozen=True, slots=True)
class Beat:
    """One movement of one track: from a value to a value, between two moments in seconds."""

    track: str
    start: float
    length: float
    before: float = 0.0
    after: float = 1.0
    ease: Ease = "out"

    @property
    def end(self) -> float:
        """The moment at which it stands still again."""
        return self.start + self.length

    def at(self, t: float) -> float:
        """Its value at a moment; before it begins ``before``, when it is over ``after``."""
        if t <= self.start:
            return self.before
        if t >= self.end:
            return self.after
        return lerp(self.before, self.after, ease(self.ease, (t - self.start) / self.length))


@dataclass(frozen=True, slots=True)
class Timeline:
    """Beats on named tracks. Time is in seconds since the timeline began."""

    beats: tuple[Beat, ...] = ()

    @property
    def length(self) -> float:
        """When the last beat is over."""
        return max((beat.end for beat in self.beats), default=0.0)

    def at(self, track: str, t: float, rest: float = 0.0) -> float:
        """The value of a track: of its running or last begun beat, else of its first; else ``rest``."""
        own = [beat for beat in self.beats if beat.track == track]
        if not own:
            return rest
        begun = [beat for beat in own if beat.start <= t]
        return max(begun, key=lambda beat: beat.start).at(t) if begun else min(own, key=_start).at(t)

    def over(self, t: float) -> bool:
        """Whether everything stands still."""
        return t >= self.length

    def next_rest(self, t: float) -> float:
        """The first moment after ``t`` at which no beat is running: where one skip leads to."""
        moment = t
        for beat in sorted(self.beats, key=_start):
            if beat.end <= t:
                continue
            if beat.start > moment > t:
                break
            moment = max(moment, beat.end)
        return moment

    def then(self, other: "Timeline", pause: float = 0.0) -> "Timeline":
        """First this one, then the other."""
        return Timeline(self.beats + other.shifted(self.length + pause).beats)

    def along(self, other: "Timeline") -> "Timeline":
        """Both at the same time."""
        return Timeline(self.beats + other.beats)

    def shifted(self, by: float) -> "Timeline":
        """The same, later."""
        return Timeline(
            tuple(Beat(b.track, b.start + by, b.length, b.before, b.after, b.ease) for b in self.beats)
        )


def _start(beat: Beat) -> float:
    return beat.start


def play(
    track: str, length: float, ease_name: Ease = "out", before: float = 0.0, after: float = 1.0
) -> Timeline:
    """A timeline of one beat that begins at once."""
    return Timeline((Beat(track, 0.0, length, before, after, ease_name),))


def staggered(tracks: list[str], length: float, apart: float, ease_name: Ease = "out") -> Timeline:
    """The same movement on several tracks, each a little later than the one before."""
    return Timeline(tuple(Beat(track, i * apart, length, ease=ease_name) for i, track in enumerate(tracks)))
