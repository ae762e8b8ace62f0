"""The command ``tune``: the smallest edits with which a scenario meets its targets, and writing them.

Exit codes: 0 all targets met with what is proposed (or already), 1 one stays missed, 2 wrong usage, 3 an
invalid scenario, 4 undecided.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from game.app import options
from game.app.balancing import JUDGED
from game.app.language import usual_language
from game.app.opening import WRONG_USAGE, open_scenario
from game.app.progress import phases
from game.app.reasons import reason, unwritable
from game.app.studying import need, study
from game.scenario.load import shipped
from game.words.catalogue import Language, Words

if TYPE_CHECKING:
    from sim.edits import Proposal

DOMAIN = "study"
YES: Final = ("j", "ja", "y", "yes")


def register(app: typer.Typer) -> None:
    """Add the command of this module to ``app``."""
    language = usual_language()
    words = Words(DOMAIN, language)

    @app.command(name="tune", help=words("command.tune"))
    def tune(
        scenario: Annotated[str, options.scenario()],
        write: Annotated[bool, typer.Option("--write", help=words("option.write"))] = False,
        yes: Annotated[bool, typer.Option("--yes", help=words("option.yes"))] = False,
        games: Annotated[int | None, typer.Option("--games", min=1, help=words("option.games"))] = None,
        seed: Annotated[int, options.seed()] = 0,
        workers: Annotated[int | None, options.workers()] = None,
        cluster: Annotated[str | None, options.cluster()] = None,
        fresh: Annotated[bool, options.fresh()] = False,
        as_json: Annotated[bool, typer.Option("--json", help=words("option.json"))] = False,
        lang: Annotated[Language, options.lang()] = language,
    ) -> None:
        from sim.advice import proposal_text  # noqa: PLC0415  # the other commands need not wait for it
        from sim.sentences import row  # noqa: PLC0415
        from sim.tuning import tune as search  # noqa: PLC0415

        open_scenario(scenario, lang)
        if write:
            check_writable(scenario, lang)
        said = Words(DOMAIN, lang)
        with study(lang, fresh=fresh) as kept:
            need("scipy")
            with phases(lang) as told:
                found = search(
                    scenario,
                    games,
                    seed,
                    workers,
                    cluster=cluster,
                    kept=kept,
                    progress=lambda phase, done, total: told(said(f"tune.phase.{phase}"), done, total),
                )
            if as_json:
                verdicts = [row(found.after, verdict, lang) for verdict in found.after.verdicts]
                typer.echo(json.dumps({**found.json(), "verdicts": verdicts}, ensure_ascii=False, indent=1))
            else:
                typer.echo(proposal_text(found, lang))
        if write and found.edits:
            write_edits(found, yes, lang)
        raise typer.Exit(JUDGED[found.status])


def check_writable(scenario: str, language: Language) -> None:
    """Leave with exit code 2 where the file could not be written, before anything is played."""
    from sim import SimulationError  # noqa: PLC0415

    if scenario in shipped():
        typer.echo(Words(DOMAIN, language)("tune.shipped", name=scenario), err=True)
        raise typer.Exit(WRONG_USAGE)
    if (why := unwritable(Path(scenario), language)) is not None:
        typer.echo(SimulationError("unwritable", path=scenario, reason=why).text(language), err=True)
        raise typer.Exit(WRONG_USAGE)


def agrees(question: str) -> bool:
    """Whether somebody says yes, in either language; anything else, and nobody there, is no."""
    try:
        answer: str = typer.prompt(question, default="", show_default=False, err=True)
    except typer.Abort:
        return False
    return answer.strip().casefold() in YES


def write_edits(found: "Proposal", is_sure: bool, language: Language) -> None:
    """Write the edits into the file, after one question unless ``is_sure``; leaves with 2 if it cannot."""
    from sim import SimulationError  # noqa: PLC0415
    from sim.writing import in_one_go  # noqa: PLC0415

    words = Words(DOMAIN, language)
    path = Path(found.name)
    if not (is_sure or agrees(words("tune.question", file=found.name))):
        typer.echo(words("tune.not_written"), err=True)
        return
    try:
        if path.read_bytes() != found.draft.data:
            typer.echo(words("tune.changed", file=found.name), err=True)
            raise typer.Exit(WRONG_USAGE)
        with in_one_go(path) as new:
            new.write_bytes(found.written())
    except OSError as error:
        why = reason(error, language)
        typer.echo(SimulationError("unwritable", path=path, reason=why).text(language), err=True)
        raise typer.Exit(WRONG_USAGE) from None
    typer.echo(words("tune.written", file=found.name), err=True)
