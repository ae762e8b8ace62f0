"""The commands for whoever has a journal: replay, verify, export.

Exit codes: 0 fine, 2 wrong usage (also a file that is not there), 3 a journal that is not in order.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from game.app.language import usual_language
from game.app.lines import Line, as_text, export_lines, journal_lines, line_of
from game.app.opening import INVALID, WRONG_USAGE, open_scenario
from game.app.retelling import Retelling
from game.app.session import MOST_SEED
from game.scenario.load import shipped
from game.scenario.models import Scenario
from game.table.reading import Contents, read
from game.table.replaying import replay as carried_out
from game.table.replaying import verify as verify_journal
from game.table.trouble import JournalError
from game.words.catalogue import Language, Words

DOMAIN = "app"

SQLITE = b"SQLite format 3\0"
_ABSENT = ("not_found", "no_access")


def register(app: typer.Typer) -> None:
    """Add the commands of this module to ``app``."""
    language = usual_language()
    words = Words(DOMAIN, language)
    lang_option = typer.Option("--lang", help=words("option.lang"))
    journal_argument = typer.Argument(metavar="JOURNAL", help=words("option.journal"))

    @app.command(help=words("command.replay"))
    def replay(
        what: Annotated[str, typer.Argument(metavar="JOURNAL|SCENARIO", help=words("option.replay"))],
        seed: Annotated[
            int | None, typer.Option("--seed", min=0, max=MOST_SEED, help=words("option.seed"))
        ] = None,
        game: Annotated[int | None, typer.Option("--game", min=0, help=words("option.game"))] = None,
        players: Annotated[str | None, typer.Option("--players", help=words("option.players"))] = None,
        departments: Annotated[
            int | None, typer.Option("--departments", help=words("option.departments"))
        ] = None,
        as_json: Annotated[bool, typer.Option("--json", help=words("option.json"))] = False,
        lang: Annotated[Language, lang_option] = language,
    ) -> None:
        recorded = what not in shipped() and Path(what).suffix not in (".yaml", ".yml")
        simulated = (seed, game, players, departments) != (None, None, None, None)
        if recorded and simulated and is_journal(Path(what)):
            typer.echo(Words(DOMAIN, lang)("replay.either", path=what), err=True)
            raise typer.Exit(WRONG_USAGE)
        if recorded and not simulated:
            found = _opened(Path(what), lang)
            scenario, lines = found.scenario, _recorded(found, lang)
        else:
            scenario = open_scenario(what, lang)
            lines = _simulated(scenario, seed or 0, game or 0, players or "cooperative", departments, lang)
        told = Retelling(scenario, lang)
        for line in lines:
            for text in (as_text(line),) if as_json else told.lines(line):
                typer.echo(text)

    @app.command(help=words("command.verify"))
    def verify(
        journal: Annotated[Path, journal_argument], lang: Annotated[Language, lang_option] = language
    ) -> None:
        words = Words(DOMAIN, lang)
        try:
            found = verify_journal(journal)
        except JournalError as trouble:
            raise complain(trouble, lang) from None
        typer.echo(
            words(
                "verify.over" if found.over else "verify.fine" if found.commands else "verify.empty",
                path=journal,
                commands=found.commands,
                entries=found.entries,
                last=found.last_command,
                week=found.week,
                scenario=found.header.scenario,
            )
        )

    @app.command(help=words("command.export"))
    def export(
        journal: Annotated[Path, journal_argument], lang: Annotated[Language, lang_option] = language
    ) -> None:
        try:
            for line in export_lines(read(journal)):
                typer.echo(as_text(line))
        except JournalError as trouble:
            raise complain(trouble, lang) from None


def complain(trouble: JournalError, language: Language) -> typer.Exit:
    """Say what is wrong with a journal; the exit with the code for it."""
    typer.echo(trouble.text(language), err=True)
    return typer.Exit(WRONG_USAGE if trouble.code in _ABSENT else INVALID)


def is_journal(path: Path) -> bool:
    """Whether a file looks like a recorded game and like no scenario."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    except OSError:
        return False


@dataclass(frozen=True, slots=True)
class _Recorded:
    contents: Contents
    scenario: Scenario


def _opened(path: Path, language: Language) -> _Recorded:
    try:
        contents = read(path)
        set_up = next(carried_out(contents))
    except JournalError as trouble:
        raise complain(trouble, language) from None
    return _Recorded(contents, set_up.course.compiled.scenario)


def _recorded(found: _Recorded, language: Language) -> Iterator[Line]:
    try:
        yield from journal_lines(found.contents)
    except JournalError as trouble:
        raise complain(trouble, language) from None


def _simulated(
    scenario: Scenario, seed: int, game: int, players: str, departments: int | None, language: Language
) -> Iterator[Line]:
    from game.scenario import compiling  # noqa: PLC0415
    from sim.replaying import replay  # noqa: PLC0415  # a journal is shown without the simulator
    from sim.trouble import SimulationError  # noqa: PLC0415

    seats = scenario.usual_departments if departments is None else departments
    try:
        if seats not in scenario.supported:
            supported = ", ".join(map(str, scenario.supported))
            raise SimulationError("departments", scenario=scenario.id, supported=supported, seats=seats)
        compiled = compiling.compile(scenario, seats)
        for seq, move in enumerate(replay(compiled, players.split(","), seed, game)):
            yield line_of(seq, compiled, move.state, move.seat, move.command, move.facts)
    except SimulationError as error:
        typer.echo(error.text(language), err=True)
        raise typer.Exit(WRONG_USAGE) from None
