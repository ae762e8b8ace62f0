"""What is seen of a study while it is played: a progress bar on a terminal.

Elsewhere nothing, but one line if it is going to take hours: a number with too many zeros is noticed then.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from game.words.catalogue import Language, Words

if TYPE_CHECKING:
    from rich.progress import Progress

DOMAIN = "sim"

KNOWN_AFTER: Final = 60.0
"""Seconds of a phase after which it is told how long it will take."""
HOUR: Final = 3600.0
YEAR: Final = 8760
"""Hours; whoever waits longer need not know how much."""

Told = Callable[[str, int, int], None]
"""What is being done, in words; how many of it are done; and of how many."""


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
        tasks = {} if ready else {preparing: bars.add_task(preparing, total=None)}
        began: dict[str, tuple[float, int]] = {}
        warned = bars.console.is_terminal  # the bar says it there

        def told(phase: str, done: int, total: int) -> None:
            nonlocal warned
            if preparing in tasks and done:
                bars.remove_task(tasks.pop(preparing))
            if phase not in tasks:
                tasks[phase] = bars.add_task(phase, total=total)
            bars.update(tasks[phase], completed=done, total=total)
            moment = now()
            since, before = began.setdefault(phase, (moment, done))
            spent, played = moment - since, done - before
            if not warned and played and spent >= KNOWN_AFTER:
                warned = True
                hours = round(spent / played * (total - done) / HOUR)
                if hours:
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


@contextmanager
def _bars() -> "Iterator[Progress]":
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bars:
        yield bars
