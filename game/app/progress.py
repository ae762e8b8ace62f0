"""What is seen of a study while it is played: a progress bar on a terminal.

Elsewhere nothing, but one line if it is going to take hours: a number with too many zeros is noticed then.
"""

import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from game.words.catalogue import Language, Words

if TYPE_CHECKING:
    from rich.progress import Progress

DOMAIN = "sim"

KNOWN_AFTER: Final = 60.0
"""Seconds of a phase after which it is told how long it will take."""
WINDOW: Final = 30.0
"""Seconds by which the pace is told: what was remembered goes far faster than what has to be played."""
HOUR: Final = 3600
YEAR: Final = 8760
"""Hours; whoever waits longer need not know how much."""

Told = Callable[[str, int, int], None]
"""What is being done, in words; how many of it are done; and of how many."""


@dataclass(slots=True)
class Pace:
    """How fast a phase goes, from its first block on."""

    _seen: deque[tuple[float, int]] = field(default_factory=deque)

    def left(self, moment: float, done: int, total: int) -> float | None:
        """Seconds that the rest will take, if ``done`` are done at this moment; None if nothing is known."""
        if self._seen and done < self._seen[-1][1]:  # it begins anew
            self._seen.clear()
        self._seen.append((moment, done))
        while len(self._seen) > 2 and self._seen[1][0] <= moment - WINDOW:
            self._seen.popleft()
        since, before = self._seen[0]
        return (moment - since) / (done - before) * (total - done) if done > before else None


@contextmanager
def phases(language: Language, now: Callable[[], float] = time.monotonic) -> Iterator[Told]:
    """One bar for each phase that is told of; before the first one while the engine is prepared.

    ``now`` is a clock in seconds that does not go back.
    """
    from sim.engine import has_numba, is_prepared  # noqa: PLC0415  # the other commands need not wait for it

    words = Words(DOMAIN, language)
    with _bars() as bars:
        if not has_numba():
            bars.console.print(words("note.plain"), markup=False)
        preparing = words("progress.preparing")
        ready = not has_numba() or is_prepared()
        tasks = {} if ready else {preparing: bars.add_task(preparing, total=None, left="")}
        paces: dict[str, Pace] = {}
        began = now()
        warned = bars.console.is_terminal  # the bar says it there

        def told(phase: str, done: int, total: int) -> None:
            nonlocal warned, began
            moment = now()
            if preparing in tasks and done:
                bars.remove_task(tasks.pop(preparing))
            if phase not in tasks:
                tasks[phase] = bars.add_task(phase, total=total, left="")
                began = moment
            left = None
            if preparing not in tasks:  # the engine was not there yet, that is no pace
                left = paces.setdefault(phase, Pace()).left(moment, done, total)
            bars.update(tasks[phase], completed=done, total=total, left=duration(left, words))
            if not warned and left is not None and moment - began >= KNOWN_AFTER:
                warned = True
                if hours := round(left / HOUR):
                    said = words("progress.ages") if hours > YEAR else words.count("progress.hours", hours)
                    bars.console.print(said, markup=False)

        yield told


@contextmanager
def bar(games: int, language: Language) -> Iterator[Callable[[int], None]]:
    """One bar for so many games; it is told how many are done."""
    playing = Words(DOMAIN, language)("progress.playing")
    with phases(language) as told:
        told(playing, 0, games)
        yield lambda done: told(playing, done, games)


def duration(seconds: float | None, words: Words) -> str:
    """A time as it stands behind the bar: hours, minutes and seconds, or that it will take ages."""
    if seconds is None:
        return "-:--:--"
    if seconds > YEAR * HOUR:
        return words("progress.years")
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


@contextmanager
def _bars() -> "Iterator[Progress]":
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    console = Console(stderr=True)
    texts = (TextColumn("{task.description}"), TextColumn("{task.fields[left]}", markup=False))
    columns = (texts[0], BarColumn(), MofNCompleteColumn(), texts[1])
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bars:
        yield bars
