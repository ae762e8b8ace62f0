"""What is seen of a study while it is played: a progress bar on a terminal; elsewhere nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from game.words.catalogue import Language, Words

if TYPE_CHECKING:
    from rich.progress import Progress

DOMAIN = "sim"

Told = Callable[[str, int, int], None]
"""What is being done, in words; how many of it are done; and of how many."""


@contextmanager
def phases(language: Language) -> Iterator[Told]:
    """One bar for each phase that is told of; before the first one while the engine is prepared."""
    from sim.engine import has_numba, is_prepared  # noqa: PLC0415  # the other commands need not wait for it

    words = Words(DOMAIN, language)
    with _bars() as bars:
        if not has_numba():
            bars.console.print(words("note.plain"), markup=False)
        preparing = words("progress.preparing")
        ready = not has_numba() or is_prepared()
        tasks = {} if ready else {preparing: bars.add_task(preparing, total=None)}

        def told(phase: str, done: int, total: int) -> None:
            if preparing in tasks and done:
                bars.remove_task(tasks.pop(preparing))
            if phase not in tasks:
                tasks[phase] = bars.add_task(phase, total=total)
            bars.update(tasks[phase], completed=done, total=total)

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
