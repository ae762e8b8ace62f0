"""The command ``sensitivity``: which numbers of a scenario matter most.

Exit codes: 0 found, 2 wrong usage, 3 an invalid scenario.
"""

import json
from typing import Annotated

import typer

from game.app.balancing import need
from game.app.language import usual_language
from game.app.opening import WRONG_USAGE, open_scenario
from game.app.progress import DOMAIN as SIM_DOMAIN
from game.app.progress import phases
from game.app.session import MOST_SEED
from game.players.choosing import KINDS
from game.words.catalogue import Language, Words

DOMAIN = "study"
GAMES = 200
PATHS = 6


def register(app: typer.Typer) -> None:
    """Add the command of this module to ``app``."""
    language = usual_language()
    words, sim_words = Words(DOMAIN, language), Words(SIM_DOMAIN, language)

    @app.command(name="sensitivity", help=words("command.sensitivity"))
    def sensitivity(
        scenario: Annotated[str, typer.Argument(metavar="SCENARIO", help=sim_words("option.scenario"))],
        games: Annotated[int, typer.Option("--games", min=2, help=words("option.variants"))] = GAMES,
        players: Annotated[
            str, typer.Option("--players", help=sim_words("option.players", kinds=", ".join(KINDS)))
        ] = "cooperative",
        departments: Annotated[
            int | None, typer.Option("--departments", help=sim_words("option.departments"))
        ] = None,
        seed: Annotated[int, typer.Option("--seed", min=0, max=MOST_SEED, help=sim_words("option.seed"))] = 0,
        workers: Annotated[
            int | None, typer.Option("--workers", min=1, help=sim_words("option.workers"))
        ] = None,
        trajectories: Annotated[
            int, typer.Option("--trajectories", min=0, help=words("option.paths"))
        ] = PATHS,
        sobol: Annotated[int, typer.Option("--sobol", min=0, help=words("option.sobol"))] = 0,
        cluster: Annotated[
            str | None, typer.Option("--cluster", metavar="ADDRESS", help=words("option.cluster"))
        ] = None,
        fresh: Annotated[bool, typer.Option("--fresh", help=words("option.fresh"))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=words("option.json"))] = False,
        lang: Annotated[Language, typer.Option("--lang", help=sim_words("option.lang"))] = language,
    ) -> None:
        from sim import SimulationError  # noqa: PLC0415  # the title of the game need not wait for it
        from sim.advice import sensitivity_text  # noqa: PLC0415
        from sim.keeping import Kept  # noqa: PLC0415
        from sim.sensitivity import sensitivity as study  # noqa: PLC0415

        open_scenario(scenario, lang)
        said = Words(DOMAIN, lang)("sensitivity.phase")
        try:
            need("scipy", "SALib")
            with phases(lang) as told:
                found = study(
                    scenario,
                    games,
                    players,
                    departments,
                    seed,
                    workers,
                    paths=trajectories,
                    shares=sobol,
                    cluster=cluster,
                    kept=None if fresh else Kept.usual(),
                    progress=lambda done, total: told(said, done, total),
                )
        except SimulationError as error:
            typer.echo(error.text(lang), err=True)
            raise typer.Exit(WRONG_USAGE) from None
        typer.echo(json.dumps(found.json()) if as_json else sensitivity_text(found, lang))
