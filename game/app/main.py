"""The command ``piramide``: wires the rooms together."""

import sys

import typer

from game.app import balancing, files, journals, playing, sensitivity, serving, simulating, tuning
from game.app.usage import run


def main() -> None:
    """Run the command line."""
    app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_show_locals=False)
    playing.register(app)
    serving.register(app)
    files.register(app)
    journals.register(app)
    simulating.register(app)
    balancing.register(app)
    sensitivity.register(app)
    tuning.register(app)
    sys.exit(run(app))


if __name__ == "__main__":
    main()
