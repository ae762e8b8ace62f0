"""The command ``play``: the big screen with its games in a folder."""

import re
import secrets
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

import typer
from platformdirs import user_data_path

from game.app.language import usual_language
from game.app.opening import open_scenario
from game.scenario.compiling import compile  # noqa: A004 - it is what happens here
from game.scenario.library import shipped_library
from game.scenario.load import find, load, read_bytes, shipped
from game.scenario.models import Scenario
from game.scenario.texts import Kind
from game.screen.hotseat import Hotseat, Plan, Saved, Wishes
from game.screen.layout import SMALLEST
from game.table.acts import SetBot, SetPeople, Start
from game.table.entries import Sources
from game.table.reading import read
from game.table.replaying import Step, replay
from game.table.table import Refused, Table
from game.table.trouble import JournalError
from game.words.catalogue import Language, Words

WRONG_USAGE = 2
SUFFIX = ".piramide"
SEEDS = 2**31


class GamesFolder:
    """The games of one folder, and the scenarios to choose from; what the screen calls its house."""

    def __init__(self, folder: Path, scenarios: tuple[Scenario, ...], files: dict[str, Path], wishes: Wishes):
        self.folder = folder
        self.scenarios = scenarios
        self.wishes = wishes
        self._files = files

    def saved(self) -> Saved | None:
        """The newest game that is not over and can be opened."""
        for path in sorted(self.folder.glob(f"*{SUFFIX}"), reverse=True):
            try:
                *_, last = replay(read(path))
            except JournalError:
                continue  # damaged, or of another version: `verify` tells more
            if last.course.started and not last.course.over:
                scenario = last.course.compiled.scenario
                return Saved(path.name, scenario, max(1, last.course.state.week[0]), scenario.weeks)
        return None

    def open(self, plan: Plan) -> Hotseat:
        """A new game in a journal of its own."""
        scenario = next(found for found in self.scenarios if found.id == plan.scenario)
        compiled = compile(scenario, len(plan.seats))
        sources = Sources(read_bytes(self._files[plan.scenario]), shipped_library())
        now = datetime.now(UTC)
        name = re.sub(r"[^A-Za-z0-9_-]", "-", scenario.id)
        table = Table.create(
            self.folder / f"{now:%Y%m%d-%H%M%S-%f}-{name}{SUFFIX}",
            compiled,
            sources,
            order=plan.order,
            seed=secrets.randbelow(SEEDS) if plan.seed is None else plan.seed,
            player_seed=secrets.randbelow(SEEDS) if plan.seed is None else plan.seed + 1,
            created=now.isoformat(timespec="seconds"),
        )
        for seat in plan.seats:
            act = SetPeople(seat.seat, True) if seat.people else SetBot(seat.seat, seat.bot)
            _expect(table.direct(act))
        _expect(table.direct(Start()))
        table.commit()
        return Hotseat(table, {seat.seat: seat.names for seat in plan.seats if seat.names})

    def go_on(self, saved: Saved) -> Hotseat:
        """Go on with a game, knowing what happened in it."""
        path = self.folder / saved.id
        steps: list[Step] = list(replay(read(path)))
        history = [fact for step in steps for fact in step.facts]
        return Hotseat(Table.resume(path), past=history)


def _expect(outcome: object) -> None:
    if isinstance(outcome, Refused):
        raise RuntimeError(f"the set-up was refused: {outcome.code}")


def house(folder: Path, wishes: Wishes, *more: Path) -> GamesFolder:
    """The shipped scenarios and some files, with the games of a folder."""
    files: dict[str, Path] = {}
    scenarios: dict[str, Scenario] = {}
    for path in (*shipped().values(), *more):
        scenario = load(path)
        scenarios[scenario.id], files[scenario.id] = scenario, path
    return GamesFolder(folder, tuple(scenarios.values()), files, wishes)


def read_window(text: str) -> tuple[int, int] | None:
    """A window's size from ``1280x720``; None if it is none or too small for the board."""
    found = re.fullmatch(r"(\d{2,5})x(\d{2,5})", text.lower())
    if found is None:
        return None
    size = int(found[1]), int(found[2])
    return size if size[0] >= SMALLEST[0] and size[1] >= SMALLEST[1] else None


def register(app: typer.Typer) -> None:
    """Add the command ``play`` to ``app``."""
    usual = usual_language()
    words = Words("play", usual)

    @app.command(help=words("cli.play"))
    def play(
        scenario: Annotated[
            str | None, typer.Argument(metavar="[SCENARIO]", help=words("cli.scenario"))
        ] = None,
        data: Annotated[Path | None, typer.Option("--data", metavar="DIR", help=words("cli.data"))] = None,
        departments: Annotated[
            int | None, typer.Option("--departments", metavar="N", help=words("cli.departments"))
        ] = None,
        bots: Annotated[Kind | None, typer.Option("--bots", help=words("cli.bots"))] = None,
        order: Annotated[Literal["free", "round"], typer.Option("--order", help=words("cli.order"))] = "round",
        lang: Annotated[Language, typer.Option("--lang", help=words("cli.lang"))] = usual,
        seed: Annotated[int | None, typer.Option("--seed", min=0, help=words("cli.seed"))] = None,
        window: Annotated[
            str, typer.Option("--window", metavar="WxH", help=words("cli.window"))
        ] = "1280x720",
    ) -> None:
        wishes = Wishes(None, departments, bots, order, seed)
        raise typer.Exit(start(scenario, data, wishes, lang, window))


def start(scenario: str | None, data: Path | None, wishes: Wishes, language: Language, window: str) -> int:
    """Open the window and play until it is closed; the exit code."""
    words = Words("play", language)
    size = read_window(window)
    if size is None:
        typer.echo(words("cli.bad_window", width=SMALLEST[0], height=SMALLEST[1]), err=True)
        return WRONG_USAGE
    more: tuple[Path, ...] = ()
    if scenario is not None:
        chosen = open_scenario(scenario, language)
        wishes = replace(wishes, scenario=chosen.id)
        more = (find(scenario),)
        if wishes.departments is not None and wishes.departments not in chosen.supported:
            numbers = ", ".join(map(str, chosen.supported))
            said = words("cli.bad_departments", scenario=scenario, n=wishes.departments, numbers=numbers)
            typer.echo(said, err=True)
            return WRONG_USAGE
    folder = data or user_data_path("piramide", appauthor=False)
    from game.app.window import play_in_window  # noqa: PLC0415 - opening it wakes pygame

    return play_in_window(house(folder, wishes, *more), language, size)



