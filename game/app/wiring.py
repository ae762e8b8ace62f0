"""All commands of ``piramide``: wires the rooms together."""

import typer

from game.app import balancing, files, journals, playing, sensitivity, serving, simulating, tuning


def commands() -> typer.Typer:
    """The whole command line."""
    app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_show_locals=False)
    for room in (playing, serving, files, journals, simulating, balancing, sensitivity, tuning):
        room.register(app)
    return app
