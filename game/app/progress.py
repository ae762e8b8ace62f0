"""What is seen of a study while it is played: a progress bar on a terminal; elsewhere nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

from game.words.catalogue import Language, Words

DOMAIN = "sim"

Told = Callable[[str, int, int], None]
"""What is being done, in words; how many of it are done; and of how many."""


@contextmanager
def told_if_stopped(language: Language) -> Iterator[None]:
    """Say what becomes of a study that somebody stops."""
    try:
        yield
    except KeyboardInterrupt:
        typer.echo(Words(DOMAIN, language)("note.stopped"), err=True)
        raise


def is_ready() -> bool:
    """Whether the engine need not be compiled first."""
    from sim.engine import has_numba, is_prepared  # noqa: PLC0415  # the title of the game need not wait for it

    return not has_numba() or is_prepared()


@contextmanager
def phases(language: Language) -> Iterator[Told]:
    """One line for each phase that is told of."""
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with (
        told_if_stopped(language),
        Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar,
    ):
        preparing = Words(DOMAIN, language)("progress.preparing")
        tasks = {} if is_ready() else {preparing: bar.add_task(preparing, total=None)}

        def told(phase: str, done: int, total: int) -> None:
            if preparing in tasks and done:
                bar.remove_task(tasks.pop(preparing))
            if phase not in tasks:
                tasks[phase] = bar.add_task(phase, total=total)
            bar.update(tasks[phase], completed=done, total=total)

        yield told
