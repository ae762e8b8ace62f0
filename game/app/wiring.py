"""All commands of ``piramide``: wires the rooms together.

A room is loaded when its command is asked for: a thousand games need no screen and no server for phones.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import Final

import typer

ROOMS: Final = {
    "play": "playing",
    "serve": "serving",
    "check": "files",
    "new": "files",
    "schema": "files",
    "scenarios": "files",
    "replay": "journals",
    "verify": "journals",
    "export": "journals",
    "sim": "simulating",
    "balance": "balancing",
    "compare": "balancing",
    "sensitivity": "sensitivity",
    "tune": "tuning",
}
"""Where each command is, in the order in which they are listed."""


def commands(arguments: Sequence[str] = ()) -> typer.Typer:
    """The command line: of the command that ``arguments`` begin with, or whole where they begin with none."""
    app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_show_locals=False)
    app.callback()(_nothing_before)
    asked = ROOMS.get(arguments[0]) if arguments else None
    for room in dict.fromkeys(ROOMS.values() if asked is None else (asked,)):
        import_module(f"game.app.{room}").register(app)
    return app


def _nothing_before() -> None:
    # Without it a room with one command would be that command, instead of having it.
    return
