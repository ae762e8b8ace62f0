"""What is the same around every study: what it remembers, and words for whatever stops it."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

import typer

from game.app.opening import WRONG_USAGE
from game.app.progress import DOMAIN
from game.app.reasons import reason
from game.words.catalogue import Language, Words

if TYPE_CHECKING:
    from sim.keeping import Kept


@contextmanager
def study(language: Language, *, fresh: bool) -> "Iterator[Kept | None]":
    """Where blocks are remembered while a study lasts; None with ``fresh``.

    A study that cannot be done leaves with exit code 2 and says why. At the end it says so if blocks could
    not be remembered, and to whoever stopped it whether it can go on.
    """
    from sim import SimulationError  # noqa: PLC0415  # the other commands need not wait for it
    from sim.keeping import Kept  # noqa: PLC0415

    words = Words(DOMAIN, language)
    kept = None if fresh else Kept.usual()
    try:
        yield kept
    except SimulationError as error:
        typer.echo(error.text(language), err=True)
        raise typer.Exit(WRONG_USAGE) from None
    except MemoryError:
        typer.echo(words("note.no_memory"), err=True)
        raise typer.Exit(WRONG_USAGE) from None
    except KeyboardInterrupt:
        goes_on = kept is not None and kept.trouble is None
        typer.echo(words("note.stopped_goes_on" if goes_on else "note.stopped"), err=True)
        raise
    finally:
        if kept is not None and kept.trouble is not None:
            why = reason(kept.trouble, language)
            typer.echo(words("note.not_remembered", folder=kept.folder, reason=why), err=True)


def need(*packages: str) -> None:
    """Refuse, in words, what needs packages that are not installed; they are all in the extra ``sim``."""
    from sim import SimulationError  # noqa: PLC0415

    for name in packages:
        if find_spec(name) is None:
            raise SimulationError("no_extra", name=name)
