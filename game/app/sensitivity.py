"""The command ``sensitivity``: which numbers of a scenario matter most.

Exit codes: 0 found, 2 wrong usage, 3 an invalid scenario.
"""

import json
from typing import Annotated

import typer

from game.app import options
from game.app.language import usual_language
from game.app.opening import open_scenario
from game.app.progress import phases
from game.app.studying import need, study
from game.words.catalogue import Language, Words

DOMAIN = "study"
GAMES = 200
PATHS = 6


def register(app: typer.Typer) -> None:
    """Add the command of this module to ``app``."""
    language = usual_language()
    words = Words(DOMAIN, language)

    @app.command(name="sensitivity", help=words("command.sensitivity"))
    def sensitivity(
        scenario: Annotated[str, options.scenario()],
        games: Annotated[int, typer.Option("--games", min=2, help=words("option.variants"))] = GAMES,
        players: Annotated[str, options.players()] = "cooperative",
        departments: Annotated[int | None, options.departments()] = None,
        seed: Annotated[int, options.seed()] = 0,
        workers: Annotated[int | None, options.workers()] = None,
        trajectories: Annotated[
            int, typer.Option("--trajectories", min=0, help=words("option.paths"))
        ] = PATHS,
        sobol: Annotated[int, typer.Option("--sobol", min=0, help=words("option.sobol"))] = 0,
        cluster: Annotated[str | None, options.cluster()] = None,
        fresh: Annotated[bool, options.fresh()] = False,
        as_json: Annotated[bool, typer.Option("--json", help=words("option.json"))] = False,
        lang: Annotated[Language, options.lang()] = language,
    ) -> None:
        from sim.advice import sensitivity_text  # noqa: PLC0415  # the other commands need not wait for it
        from sim.sensitivity import sensitivity as weigh  # noqa: PLC0415

        open_scenario(scenario, lang)
        said = Words(DOMAIN, lang)("sensitivity.phase")
        with study(lang, fresh=fresh) as kept:
            need("scipy", "SALib")
            with phases(lang) as told:
                found = weigh(
                    scenario,
                    games,
                    players,
                    departments,
                    seed,
                    workers,
                    paths=trajectories,
                    shares=sobol,
                    cluster=cluster,
                    kept=kept,
                    progress=lambda done, total: told(said, done, total),
                )
            typer.echo(json.dumps(found.json()) if as_json else sensitivity_text(found, lang))
