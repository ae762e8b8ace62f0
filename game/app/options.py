"""The options that commands of the simulator share: each is spelled and explained here alone."""

from typing import Any

import typer

from game.app.language import usual_language
from game.app.session import MOST_SEED
from game.players.lineup import NAMES
from game.words.catalogue import Words

DOMAIN = "sim"


def _said(key: str, **values: object) -> str:
    return Words(DOMAIN, usual_language())(f"option.{key}", **values)


def scenario() -> Any:
    """The one scenario of a study."""
    return typer.Argument(metavar="SCENARIO", help=_said("scenario"))


def players() -> Any:
    """Who plays."""
    return typer.Option("--players", help=_said("players", kinds=", ".join(NAMES)))


def departments() -> Any:
    """With how many departments."""
    return typer.Option("--departments", help=_said("departments"))


def seed() -> Any:
    """Which games are played."""
    return typer.Option("--seed", min=0, max=MOST_SEED, help=_said("seed"))


def workers() -> Any:
    """How many threads play them."""
    return typer.Option("--workers", min=1, help=_said("workers"))


def cluster() -> Any:
    """Which cluster plays them."""
    return typer.Option("--cluster", metavar="ADDRESS", help=_said("cluster"))


def fresh() -> Any:
    """Whether what was played before is played again."""
    return typer.Option("--fresh", help=_said("fresh"))


def lang() -> Any:
    """The language of what is printed."""
    return typer.Option("--lang", help=_said("lang"))
