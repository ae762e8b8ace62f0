"""The command ``sim``: many games of computer players, summed up in words, as JSON, or in a file."""

import json
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from game.app import options
from game.app.language import usual_language
from game.app.opening import open_scenario
from game.app.progress import DOMAIN, bar
from game.app.reasons import reason, unwritable
from game.app.studying import study
from game.words.catalogue import Language, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sim import Result


def register(app: typer.Typer) -> None:
    """Add the command of this module to ``app``."""
    language = usual_language()
    words = Words(DOMAIN, language)

    @app.command(name="sim", help=words("command.sim"))
    def sim(
        scenario: Annotated[str, options.scenario()],
        games: Annotated[int, typer.Option("--games", min=1, help=words("option.games"))] = 1000,
        players: Annotated[str, options.players()] = "cooperative",
        departments: Annotated[int | None, options.departments()] = None,
        seed: Annotated[int, options.seed()] = 0,
        workers: Annotated[int | None, options.workers()] = None,
        output: Annotated[Path | None, typer.Option("--output", help=words("option.output"))] = None,
        cluster: Annotated[str | None, options.cluster()] = None,
        fresh: Annotated[bool, options.fresh()] = False,
        as_json: Annotated[bool, typer.Option("--json", help=words("option.json"))] = False,
        lang: Annotated[Language, options.lang()] = language,
    ) -> None:
        from sim import simulate  # noqa: PLC0415  # the other commands need not wait for it

        loaded = open_scenario(scenario, lang)
        with study(lang, fresh=fresh) as kept:
            check_output(output, lang)
            with bar(games, lang) as progress, told_as_unwritable(output, lang):
                result = simulate(
                    loaded,
                    games,
                    players,
                    departments,
                    seed,
                    workers,
                    progress=progress,
                    output=output,
                    cluster=cluster,
                    remember=kept,
                )
            if output is not None:
                typer.echo(Words(DOMAIN, lang)("note.written", path=output), err=True)
            typer.echo(json.dumps(result.summary()) if as_json else in_words(result, lang))


def check_output(output: Path | None, language: Language) -> None:
    """Refuse a file that could not be written, before anything is played."""
    from sim import SimulationError  # noqa: PLC0415
    from sim.sheets import form_of  # noqa: PLC0415

    if output is None:
        return
    form_of(output)
    if (why := unwritable(output, language)) is not None:
        raise SimulationError("unwritable", path=output, reason=why)


@contextmanager
def told_as_unwritable(output: Path | None, language: Language) -> "Iterator[None]":
    """What the system has against the file that was asked for, as ``SimulationError``."""
    from sim import SimulationError  # noqa: PLC0415

    try:
        yield
    except OSError as error:
        if output is None:
            raise
        raise SimulationError("unwritable", path=output, reason=reason(error, language)) from None


def in_words(result: "Result", language: Language) -> str:
    """The summary as a small table."""
    from sim.wording import count, number, percent, players_text  # noqa: PLC0415

    def plain(values: "Iterable[float]", digits: int = 1) -> list[str]:
        return [number(value, digits, language) for value in values]

    def each(texts: "Iterable[str]") -> str:
        return "  ".join(f"{seat} {text}" for seat, text in zip(seats, texts, strict=True))

    words = Words(DOMAIN, language)
    said: Any = result.summary()
    compiled = result.compiled
    seats = [compiled.scenario.department(name).label.get(language) for name in result.measures.seats]
    points = said["points"]
    means = dict(zip(("mean", "sd"), plain((points["mean"], points["sd"])), strict=True))
    medals = {name: percent(share, language) for name, share in said["medals"].items()}
    course = dict(zip(("week", "changes"), plain((said["decided_week"], said["lead_changes"])), strict=True))
    shares = [percent(share, language, 0) for share in said["colleague_of_the_year"]]
    rows = {
        "points": words("summary.points_value", **means, min=points["min"], max=points["max"]),
        "before": number(said["points_before_shakeout"], 1, language),
        "medals": words("summary.medals_value", **medals),
        "levels": "  ".join(plain(said["levels"])),
        "lost": number(said["lost_weeks"], 2, language),
        "mixed": number(said["mixed_messages"], 2, language),
        "coherent": number(said["coherent_messages"], 2, language),
        "actions": number(said["actions"], 1, language),
        "own": each(plain(said["own_score"])),
        "colleague": each(shares),
        "survived": "  ".join(percent(share, language, 0) for share in result.measures.survived),
        "decided": words("summary.decided_value", **course),
        "hash": said["hash"],
    }
    labels = {name: words(f"summary.{name}") for name in rows}
    width = max(map(len, labels.values()))
    games = count(said["games"], language)
    title = words(
        "summary.title", **{**said, "players": players_text(said["players"], language), "games": games}
    )
    lines = [title, *(f"  {labels[name]:<{width}}  {value}" for name, value in rows.items())]
    return "\n".join([*lines, "", *week_lines(result, words)])


def week_lines(result: "Result", words: Words) -> "Iterator[str]":
    """A line for each week: where the groups stand on its Friday, points, attention and choices."""
    from sim.wording import number  # noqa: PLC0415

    def plain(value: float) -> str:
        return number(value, 1, words.language)

    measures = result.measures
    names = ("week", "tokens", "points", "fallen", "attention", "refused", "choices")
    heads = [words(f"week.{name}") for name in names]
    rows = [
        (
            str(week),
            " ".join(f"{plain(tokens):>5}" for tokens in measures.pyramid[week].sum(axis=1)),
            plain(measures.standing[week, 0]),
            plain(measures.standing[week, 1]),
            plain(measures.attention_left[week].sum()),
            plain(measures.attention_refused[week - 1].sum()),
            plain(measures.choices[week - 1].mean()),
        )
        for week in range(1, measures.weeks + 1)
    ]
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    for row in (heads, *rows):
        yield "  " + "  ".join(f"{cell:>{width}}" for cell, width in zip(row, widths, strict=True))
