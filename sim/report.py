"""The report of ``piramide balance``: one HTML file that needs nothing else, to read, keep or print.

Whatever comes out of a scenario is escaped: a file may be somebody else's, and hostile.
"""

import shlex
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np

from game.words.catalogue import Language, Words
from sim.balancing import Judgement, LineUp
from sim.courses import attention_plot, decides_plot, deciding, pyramid_plot
from sim.drawing import colours
from sim.labels import DOMAIN as STUDY
from sim.labels import label
from sim.plots import ladder_plot, mechanisms_plot, points_plot, seats_plot
from sim.result import Result
from sim.sensitivity import Sensitivity
from sim.sentences import sentence
from sim.standouts import Use, uses
from sim.statistics import Status, together
from sim.telling import LIGHTS, by_urgency
from sim.wording import DOMAIN, change, count, number, percent
from sim.writing import in_one_go

if TYPE_CHECKING:
    from markupsafe import Markup

TEMPLATE = "report.html.jinja"
LIMITS = 6  # things that computer players cannot tell

Extreme = Literal["median", "comeback", "worst"]


@dataclass(frozen=True, slots=True)
class Told:
    """A verdict as the page shows it."""

    status: Status
    mark: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Replayed:
    """A game worth seeing again, and the command that plays it."""

    which: Extreme
    departments: int
    players: str
    points: int
    medal: int
    command: str


@dataclass(frozen=True, slots=True)
class Row:
    """A mechanism in the table."""

    name: str
    line: int | None
    departments: str
    step: str
    games: str
    plays: str
    lifted: str
    firm: str
    per_hour: str
    others: str
    extra: str


@dataclass(frozen=True, slots=True)
class Section:
    """The best line-up with so many departments: how its games go, and what it does with mechanisms.

    ``pyramid`` and ``attention`` are there if games were measured.
    """

    departments: int
    players: str
    pyramid: "Markup | None"
    attention: "Markup | None"
    picture: "Markup"
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Deciding:
    """Which numbers of the scenario matter most, and where they stand."""

    departments: int
    games: str
    picture: "Markup"
    most: str
    line: int


@dataclass(frozen=True, slots=True)
class Chapter:
    """All about one scenario."""

    title: str
    summary: str
    file: str
    hash: str
    games: str
    seed: int
    status: Status
    count: dict[Status, int]
    told: tuple[Told, ...]
    points: tuple["Markup", ...]
    ladder: "Markup | None"
    seats: tuple["Markup", ...]
    sections: tuple[Section, ...]
    decides: Deciding | None
    replays: tuple[Replayed, ...]


def write_report(
    path: str | Path,
    judgements: Sequence[Judgement],
    language: Language,
    decides: Sequence[Sensitivity] = (),
) -> None:
    """Write the report about these scenarios; raises ``OSError`` if the file cannot be written."""
    text = report(judgements, language, decides)
    with in_one_go(Path(path)) as new:
        new.write_text(text, encoding="utf-8", newline="\n")


def report(judgements: Sequence[Judgement], language: Language, decides: Sequence[Sensitivity] = ()) -> str:
    """The report as HTML text; ``decides`` has what is known of which numbers matter, by scenario.

    Raises
    ------
    ModuleNotFoundError
        If Jinja2 or Matplotlib, which are in the extra ``sim``, are not installed.
    """
    import jinja2  # noqa: PLC0415  # an extra

    page = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    ).from_string(files("sim").joinpath(TEMPLATE).read_text(encoding="utf-8"))
    words = Words(DOMAIN, language)
    return page.render(
        chapters=[
            _chapter(judgement, language, next((d for d in decides if d.name == judgement.name), None))
            for judgement in judgements
        ],
        status=together([judgement.status for judgement in judgements]),
        language=language,
        words=words,
        colours=colours(),
        version=version("piramide"),
        limits=[words(f"report.limit.{number}") for number in range(1, LIMITS + 1)],
        marks=LIGHTS,
    )


def _chapter(judgement: Judgement, language: Language, decides: Sensitivity | None) -> Chapter:
    scenario = judgement.scenario
    statuses = [verdict.status for verdict in judgement.verdicts]
    has_ladder = any(verdict.target == "ladder" for verdict in judgement.verdicts)
    return Chapter(
        title=scenario.title.get(language),
        summary=scenario.summary.get(language),
        file=judgement.name,
        hash=scenario.hash,
        games=count(judgement.planned, language),
        seed=judgement.seed,
        status=judgement.status,
        count={status: statuses.count(status) for status in LIGHTS},
        told=tuple(
            Told(verdict.status, LIGHTS[verdict.status], sentence(scenario, verdict, language))
            for verdict in by_urgency(judgement.verdicts)
        ),
        points=_each(points_plot, judgement, language),
        ladder=_drawn(ladder_plot(judgement, language)) if has_ladder else None,
        seats=_each(seats_plot, judgement, language),
        sections=tuple(_section(judgement, line_up, language) for line_up in judgement.best.values()),
        decides=None if decides is None else _decides(decides, language),
        replays=tuple(
            game for line_up in judgement.best.values() for game in _replays(judgement, line_up, language)
        ),
    )


def _each(
    plot: Callable[[Judgement, int, Language], str], judgement: Judgement, language: Language
) -> tuple["Markup", ...]:
    """A picture for each number of departments, each by itself so that a printed page can end between."""
    drawn = (plot(judgement, departments, language) for departments in judgement.best)
    return tuple(_drawn(svg) for svg in drawn if svg)


def _drawn(svg: str) -> "Markup":
    """A picture of ours, whose texts were escaped when it was drawn."""
    from markupsafe import Markup  # noqa: PLC0415  # comes with Jinja2

    return Markup(svg)


def _decides(found: Sensitivity, language: Language) -> Deciding | None:
    weights = deciding(found)
    if not weights:
        return None
    return Deciding(
        departments=found.departments,
        games=count(found.games, language),
        picture=_drawn(decides_plot(found, language)),
        most=label(found.scenario, weights[0].figure, Words(STUDY, language)),
        line=weights[0].figure.line,
    )


def _section(judgement: Judgement, line_up: LineUp, language: Language) -> Section:
    found = uses(line_up.result)
    return Section(
        departments=line_up.departments,
        players=Words(DOMAIN, language)(f"players.{line_up.kind}"),
        pyramid=_drawn(pyramid_plot(line_up, language)) if line_up.is_measured else None,
        attention=_drawn(attention_plot(line_up, language)) if line_up.is_measured else None,
        picture=_drawn(mechanisms_plot(line_up, found, language)),
        rows=tuple(_row(judgement, use, language) for use in sorted(found, key=lambda use: -use.extra)),
    )


def _row(judgement: Judgement, use: Use, language: Language) -> Row:
    words, scenario = Words(DOMAIN, language), judgement.scenario
    return Row(
        name=scenario.mechanism(use.mechanism).name.get(language),
        line=judgement.lines.mechanism(use.mechanism),
        departments=", ".join(scenario.department(name).label.get(language) for name in use.departments),
        step=words("plot.step", lower=words(f"level.{use.level}"), higher=words(f"level.{use.level + 1}")),
        games=percent(use.games, language, 1 if 0 < use.games < 0.01 else 0),
        plays=number(use.plays, 1 if use.plays >= 0.05 else 3, language) if use.plays else "0",
        lifted=number(use.lifted, 1, language),
        firm=percent(use.firm / use.lifted, language, 0) if use.lifted else "–",
        per_hour=number(use.per_hour, 2, language) if use.hours else "–",
        others=number(use.others, 2, language) if use.others else "–",
        extra=change(use.extra, 1, language),
    )


def _replays(judgement: Judgement, line_up: LineUp, language: Language) -> Iterator[Replayed]:
    """The median and the worst game by points, and the best comeback."""
    result = line_up.result
    order = np.argsort(result.points, kind="stable")
    chosen: tuple[tuple[Extreme, int], ...] = (
        ("median", int(order[len(order) // 2])),
        ("comeback", comeback(result)),
        ("worst", int(order[0])),
    )
    for which, game in chosen:
        yield Replayed(
            which=which,
            departments=line_up.departments,
            players=Words(DOMAIN, language)(f"players.{line_up.kind}"),
            points=int(result.points[game]),
            medal=int(result.medal[game]),
            command=replay_command(judgement, line_up, game),
        )


def comeback(result: Result) -> int:
    """The game that stood longest without a medal and won the best one all the same, by points then."""
    stood = np.where(result.medal > 0, result.bronze_week, 0)
    order = np.lexsort((result.points, stood, result.medal))
    return int(order[-1])


def replay_command(judgement: Judgement, line_up: LineUp, game: int) -> str:
    """The command that plays a game of a line-up again, fit to be pasted into a shell."""
    words = [
        "piramide",
        "replay",
        judgement.name,
        "--seed",
        str(judgement.seed),
        "--game",
        str(game),
        "--players",
        line_up.kind,
        "--departments",
        str(line_up.departments),
    ]
    return shlex.join(words)
