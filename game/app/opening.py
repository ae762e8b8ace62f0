"""Opening a scenario that somebody named on the command line."""

import typer

from game.app.files import not_found
from game.app.reasons import reason
from game.scenario.diagnostics import DOMAIN, explain, visible
from game.scenario.load import ScenarioError, ScenarioNotFound, load
from game.scenario.models import Scenario
from game.words.catalogue import Language, Words

WRONG_USAGE = 2
INVALID = 3


def open_scenario(name: str, language: Language) -> Scenario:
    """Load a scenario; where that fails, say why and leave with exit code 2 or 3."""
    try:
        return load(name)
    except ScenarioNotFound as missing:
        typer.echo(not_found(missing, language), err=True)
        raise typer.Exit(WRONG_USAGE) from None
    except ScenarioError as error:
        typer.echo(explain(error, language), err=True, nl=False)
        raise typer.Exit(INVALID) from None
    except OSError as error:
        words = Words(DOMAIN, language)
        typer.echo(words("file.unreadable", path=visible(name), reason=reason(error, language)), err=True)
        raise typer.Exit(WRONG_USAGE) from None
