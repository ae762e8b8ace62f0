"""The commands ``balance`` (a scenario judged by its own targets) and ``compare`` (two on common luck).

Exit codes: 0 all targets met, or no difference; 1 a target missed, or a difference; 2 wrong usage, or a
scenario that has no targets (the others are judged); 3 an invalid scenario; 4 undecided.
"""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.app import options
from game.app.language import usual_language
from game.app.opening import WRONG_USAGE, open_scenario
from game.app.progress import Told, bar, phases
from game.app.reasons import reason, unwritable
from game.app.studying import need, study
from game.words.catalogue import Language, Words

if TYPE_CHECKING:
    from sim import Judgement, SimulationError
    from sim.keeping import Kept
    from sim.sensitivity import Sensitivity
    from sim.statistics import Status

DOMAIN = "balance"
STUDY_DOMAIN = "study"
JUDGED = {"met": 0, "missed": 1, "undecided": 4}
COLOURS = {"met": "green", "missed": "red", "undecided": "yellow"}
COMPARED = {"same": 0, "different": 1, "undecided": 4}


def register(app: typer.Typer) -> None:
    """Add the commands of this module to ``app``."""
    language = usual_language()
    words = Words(DOMAIN, language)

    @app.command(name="balance", help=words("command.balance"))
    def balance(
        scenarios: Annotated[
            list[str], typer.Argument(metavar="SCENARIO…", help=words("option.balance_scenarios"))
        ],
        games: Annotated[
            int | None, typer.Option("--games", min=1, help=words("option.balance_games"))
        ] = None,
        seed: Annotated[int, options.seed()] = 0,
        workers: Annotated[int | None, options.workers()] = None,
        report: Annotated[
            Path | None, typer.Option("--report", metavar="FILE.html", help=words("option.report"))
        ] = None,
        cluster: Annotated[str | None, options.cluster()] = None,
        fresh: Annotated[bool, options.fresh()] = False,
        as_json: Annotated[bool, typer.Option("--json", help=words("option.balance_json"))] = False,
        lang: Annotated[Language, options.lang()] = language,
    ) -> None:
        from sim import balance as play  # noqa: PLC0415  # the other commands need not wait for it
        from sim.sentences import row  # noqa: PLC0415
        from sim.telling import judgement_text  # noqa: PLC0415

        with study(lang, fresh=fresh) as kept:
            check_report(report, lang)
            judge = partial(
                play,
                games=games,
                seed=seed,
                workers=workers,
                measures=report is not None,
                cluster=cluster,
                kept=kept,
            )
            found, left_out = judge_all(scenarios, games, judge, lang)
            if found and as_json:
                rows = [row(one, verdict, lang) for one in found for verdict in one.verdicts]
                typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
            elif found:
                coloured = partial(judgement_text, language=lang, light=in_colour)
                typer.echo("\n".join(map(coloured, found)))
            if found and report is not None:  # what was found is told already if this goes wrong
                write(report, found, weigh(found, workers, cluster, kept, lang), lang)
            for error in left_out:
                typer.echo(Words(DOMAIN, lang)("note.left_out", reason=error.text(lang)), err=True)
        raise typer.Exit(outcome(found, left_out))

    @app.command(name="compare", help=words("command.compare"))
    def compare(
        a: Annotated[str, typer.Argument(metavar="A", help=words("option.scenario_a"))],
        b: Annotated[str, typer.Argument(metavar="B", help=words("option.scenario_b"))],
        games: Annotated[int, typer.Option("--games", min=1, help=words("option.games_of_each"))] = 2000,
        players: Annotated[str, options.players()] = "cooperative",
        departments: Annotated[
            int | None, typer.Option("--departments", help=words("option.compare_departments"))
        ] = None,
        seed: Annotated[int, options.seed()] = 0,
        workers: Annotated[int | None, options.workers()] = None,
        cluster: Annotated[str | None, options.cluster()] = None,
        fresh: Annotated[bool, options.fresh()] = False,
        as_json: Annotated[bool, typer.Option("--json", help=words("option.compare_json"))] = False,
        lang: Annotated[Language, options.lang()] = language,
    ) -> None:
        from sim import compare as play_both  # noqa: PLC0415  # the other commands need not wait for it
        from sim.telling import comparison_text  # noqa: PLC0415

        one, other = open_scenario(a, lang), open_scenario(b, lang)
        with study(lang, fresh=fresh) as kept:
            need("scipy")
            with bar(2 * games, lang) as progress:
                found = play_both(
                    one,
                    other,
                    games,
                    players,
                    departments,
                    seed,
                    workers,
                    cluster=cluster,
                    kept=kept,
                    progress=progress,
                )
            typer.echo(json.dumps(found.json()) if as_json else comparison_text(found, lang, (a, b)))
        raise typer.Exit(COMPARED[found.outcome])


def judge_all(
    names: list[str], games: int | None, judge: "Callable[..., Judgement]", language: Language
) -> "tuple[list[Judgement], list[SimulationError]]":
    """Judge scenarios one after the other; they are all looked at before the first game.

    ``judge`` is ``sim.balance`` with all but the scenario and its progress settled. The errors are of the
    scenarios without targets, which are left out. Leaves with exit code 2 or 3 where a scenario cannot be
    opened.
    """
    from sim import SimulationError  # noqa: PLC0415
    from sim.balancing import games_needed  # noqa: PLC0415

    needed: list[tuple[str, int]] = []
    left_out: list[SimulationError] = []
    for name in names:
        scenario = open_scenario(name, language)
        try:
            needed.append((name, games_needed(scenario, games, name)))
        except SimulationError as error:
            left_out.append(error)
    if not needed:
        return [], left_out
    found: list[Judgement] = []
    with bar(sum(most for _, most in needed), language) as progress:
        before = 0
        for name, most in needed:
            found.append(judge(name, progress=after(before, progress)))
            before += most
    return found, left_out


def outcome(found: "list[Judgement]", left_out: "list[SimulationError]") -> int:
    """The exit code. What was left out proves nothing: all others may be met, that is no "all met".

    A proven miss outweighs it: then there is something to mend in the scenarios.
    """
    from sim.statistics import together  # noqa: PLC0415

    status = together([one.status for one in found])
    return WRONG_USAGE if left_out and status != "missed" else JUDGED[status]


def in_colour(status: "Status", text: str) -> str:
    """The light of a verdict, as a terminal shows it."""
    return typer.style(text, COLOURS[status])


def check_report(report: Path | None, language: Language) -> None:
    """Refuse a report that could not be made or written, before anything is played."""
    from sim import SimulationError  # noqa: PLC0415

    if report is None:
        return
    need("jinja2", "matplotlib")
    if (why := unwritable(report, language)) is not None:
        raise SimulationError("unwritable", path=report, reason=why)


def weigh(
    found: "list[Judgement]",
    workers: int | None,
    cluster: str | None,
    kept: "Kept | None",
    language: Language,
) -> "list[Sensitivity]":
    """What one step of each number does, for the report: with the departments that are judged first."""
    from sim.sensitivity import sensitivity  # noqa: PLC0415

    said = Words(STUDY_DOMAIN, language)("sensitivity.phase")

    def one(name: str, departments: int, seed: int, told: Told) -> "Sensitivity":
        def progress(done: int, total: int) -> None:
            told(f"{said}: {name}", done, total)

        return sensitivity(
            name,
            departments=departments,
            seed=seed,
            workers=workers,
            paths=0,
            cluster=cluster,
            kept=kept,
            progress=progress,
        )

    with phases(language) as told:
        return [one(each.name, each.verdicts[0].departments, each.seed, told) for each in found]


def write(report: Path, found: "list[Judgement]", decides: "list[Sensitivity]", language: Language) -> None:
    """Write the report, and say so."""
    from sim import SimulationError  # noqa: PLC0415
    from sim.report import write_report  # noqa: PLC0415

    try:
        write_report(report, found, language, decides)
    except OSError as error:
        raise SimulationError("unwritable", path=report, reason=reason(error, language)) from None
    typer.echo(Words(DOMAIN, language)("note.report", path=report), err=True)


def after(before: int, progress: Callable[[int], None]) -> Callable[[int], None]:
    """Progress of something that comes after ``before`` other games."""
    return lambda done: progress(before + done)
