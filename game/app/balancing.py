"""The commands ``balance`` (a scenario judged by its own targets) and ``compare`` (two on common luck).

Exit codes: 0 all targets met, or no difference; 1 a target missed, or a difference; 2 wrong usage; 3 an
invalid scenario; 4 undecided.
"""

import json
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.app.language import usual_language
from game.app.opening import WRONG_USAGE, open_scenario
from game.app.progress import DOMAIN as SIM_DOMAIN
from game.app.progress import Told, phases
from game.app.reasons import reason, unwritable
from game.app.session import MOST_SEED
from game.app.simulating import bar
from game.players.choosing import KINDS
from game.words.catalogue import Language, Words

if TYPE_CHECKING:
    from sim import Judgement
    from sim.sensitivity import Sensitivity

DOMAIN = "balance"
STUDY_DOMAIN = "study"
JUDGED = {"met": 0, "missed": 1, "undecided": 4}
COLOURS = {"met": "green", "missed": "red", "undecided": "yellow"}
COMPARED = {"same": 0, "different": 1, "undecided": 4}


def register(app: typer.Typer) -> None:
    """Add the commands of this module to ``app``."""
    language = usual_language()
    words, sim_words, study_words = (Words(domain, language) for domain in (DOMAIN, SIM_DOMAIN, STUDY_DOMAIN))

    @app.command(name="balance", help=words("command.balance"))
    def balance(
        scenarios: Annotated[
            list[str], typer.Argument(metavar="SCENARIO…", help=words("option.balance_scenarios"))
        ],
        games: Annotated[
            int | None, typer.Option("--games", min=1, help=words("option.balance_games"))
        ] = None,
        seed: Annotated[int, typer.Option("--seed", min=0, max=MOST_SEED, help=sim_words("option.seed"))] = 0,
        workers: Annotated[
            int | None, typer.Option("--workers", min=1, help=sim_words("option.workers"))
        ] = None,
        report: Annotated[
            Path | None, typer.Option("--report", metavar="FILE.html", help=words("option.report"))
        ] = None,
        cluster: Annotated[
            str | None, typer.Option("--cluster", metavar="ADDRESS", help=study_words("option.cluster"))
        ] = None,
        fresh: Annotated[bool, typer.Option("--fresh", help=study_words("option.fresh"))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=words("option.balance_json"))] = False,
        lang: Annotated[Language, typer.Option("--lang", help=sim_words("option.lang"))] = language,
    ) -> None:
        from sim import SimulationError  # noqa: PLC0415  # the title of the game need not wait for it
        from sim import balance as play  # noqa: PLC0415
        from sim.keeping import Kept  # noqa: PLC0415
        from sim.sentences import row  # noqa: PLC0415
        from sim.statistics import together  # noqa: PLC0415
        from sim.telling import judgement_text  # noqa: PLC0415

        try:
            check_report(report, lang)
            judge = partial(
                play,
                games=games,
                seed=seed,
                workers=workers,
                measures=report is not None,
                cluster=cluster,
                kept=None if fresh else Kept.usual(),
            )
            found = judge_all(scenarios, games, judge, lang)
            decides = [] if report is None else weigh(found, workers, cluster, fresh, lang)
            write(report, found, decides, lang)
        except SimulationError as error:
            typer.echo(error.text(lang), err=True)
            raise typer.Exit(WRONG_USAGE) from None
        if as_json:
            rows = [row(one, verdict, lang) for one in found for verdict in one.verdicts]
            typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        else:
            for one in found:
                typer.echo(judgement_text(one, lang, lambda status, text: typer.style(text, COLOURS[status])))
        raise typer.Exit(JUDGED[together([one.status for one in found])])

    @app.command(name="compare", help=words("command.compare"))
    def compare(
        a: Annotated[str, typer.Argument(metavar="A", help=words("option.scenario_a"))],
        b: Annotated[str, typer.Argument(metavar="B", help=words("option.scenario_b"))],
        games: Annotated[int, typer.Option("--games", min=1, help=words("option.games_of_each"))] = 2000,
        players: Annotated[
            str, typer.Option("--players", help=sim_words("option.players", kinds=", ".join(KINDS)))
        ] = "cooperative",
        departments: Annotated[
            int | None, typer.Option("--departments", help=words("option.compare_departments"))
        ] = None,
        seed: Annotated[int, typer.Option("--seed", min=0, max=MOST_SEED, help=sim_words("option.seed"))] = 0,
        workers: Annotated[
            int | None, typer.Option("--workers", min=1, help=sim_words("option.workers"))
        ] = None,
        cluster: Annotated[
            str | None, typer.Option("--cluster", metavar="ADDRESS", help=study_words("option.cluster"))
        ] = None,
        fresh: Annotated[bool, typer.Option("--fresh", help=study_words("option.fresh"))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=words("option.compare_json"))] = False,
        lang: Annotated[Language, typer.Option("--lang", help=sim_words("option.lang"))] = language,
    ) -> None:
        from sim import SimulationError  # noqa: PLC0415  # the title of the game need not wait for it
        from sim import compare as play_both  # noqa: PLC0415
        from sim.keeping import Kept  # noqa: PLC0415
        from sim.telling import comparison_text  # noqa: PLC0415

        one, other = open_scenario(a, lang), open_scenario(b, lang)
        try:
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
                    kept=None if fresh else Kept.usual(),
                    progress=progress,
                )
        except SimulationError as error:
            typer.echo(error.text(lang), err=True)
            raise typer.Exit(WRONG_USAGE) from None
        typer.echo(json.dumps(found.json()) if as_json else comparison_text(found, lang, (a, b)))
        raise typer.Exit(COMPARED[found.outcome])


def judge_all(
    names: list[str], games: int | None, judge: "Callable[..., Judgement]", language: Language
) -> "list[Judgement]":
    """Judge scenarios one after the other; they are all looked at before the first game.

    ``judge`` is ``sim.balance`` with all but the scenario and its progress settled. Raises
    ``SimulationError``, or leaves with exit code 2 or 3 where a scenario cannot be opened.
    """
    from sim.balancing import games_needed  # noqa: PLC0415

    needed = [games_needed(open_scenario(name, language), games, name) for name in names]
    found: list[Judgement] = []
    with bar(sum(needed), language) as progress:
        for name, before in zip(names, accumulate([0, *needed]), strict=False):
            found.append(judge(name, progress=after(before, progress)))
    return found


def check_report(report: Path | None, language: Language) -> None:
    """Refuse a report that could not be made or written, before anything is played."""
    from sim import SimulationError  # noqa: PLC0415

    if report is None:
        return
    need("jinja2", "matplotlib")
    if (why := unwritable(report, language)) is not None:
        raise SimulationError("unwritable", path=report, reason=why)


def weigh(
    found: "list[Judgement]", workers: int | None, cluster: str | None, fresh: bool, language: Language
) -> "list[Sensitivity]":
    """What one step of each number does, for the report: with the departments that are judged first."""
    from sim.keeping import Kept  # noqa: PLC0415
    from sim.sensitivity import sensitivity  # noqa: PLC0415

    said = Words(STUDY_DOMAIN, language)("sensitivity.phase")
    kept = None if fresh else Kept.usual()

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


def write(
    report: Path | None, found: "list[Judgement]", decides: "list[Sensitivity]", language: Language
) -> None:
    """Write the report, if one was asked for, and say so."""
    from sim import SimulationError  # noqa: PLC0415

    if report is None:
        return
    from sim.report import write_report  # noqa: PLC0415

    try:
        write_report(report, found, language, decides)
    except OSError as error:
        raise SimulationError("unwritable", path=report, reason=reason(error, language)) from None
    typer.echo(Words(DOMAIN, language)("note.report", path=report), err=True)


def after(before: int, progress: Callable[[int], None]) -> Callable[[int], None]:
    """Progress of something that comes after ``before`` other games."""
    return lambda done: progress(before + done)


def need(*packages: str) -> None:
    """Refuse, in words, what needs packages that are not installed; they are all in the extra ``sim``."""
    from sim import SimulationError  # noqa: PLC0415

    for name in packages:
        if find_spec(name) is None:
            raise SimulationError("no_extra", name=name)
