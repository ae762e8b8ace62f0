"""The command ``play``: the big screen, with its game in a data folder."""

import gc
import os
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Final, Literal

import typer

from game.app.demonstration import demonstrate, shows
from game.app.going_on import past_of
from game.app.keeping import kept_settings
from game.app.language import usual_language
from game.app.opening import WRONG_USAGE, open_scenario
from game.app.reception import PORTS, Reception
from game.app.serving import EVERYWHERE, forget_code
from game.app.session import MOST_SEED, Opened, Wanted, begin, data_folder, journal_path, open_sources, seat
from game.players.choosing import KINDS
from game.rules.fact import Fact
from game.rules.limits import OVER, SEATS
from game.scenario.load import shipped
from game.scenario.models import Scenario
from game.screen.clock import WorkClock
from game.screen.hotseat import Hotseat
from game.screen.house import Plan, Saved, Wishes
from game.screen.layout import SMALLEST
from game.screen.moment import Moment, Picture
from game.screen.phones import PhonesError
from game.screen.scene import Scene
from game.screen.scenes.desk import DeskScene
from game.screen.scenes.title import TitleScene
from game.screen.scenes.trainer import TrainerScene
from game.screen.settings import Settings
from game.table.acts import SetBot, SetClock, SetLanguage, SetNames, SetPeople
from game.table.entries import Header
from game.table.reading import read
from game.table.replaying import replay
from game.table.table import Table
from game.words.catalogue import Language, Words

FEWEST: Final = 2
"""No scenario is for fewer departments, and none for more than ``SEATS``."""


USUAL_BOT: Final = "cooperative"


class GamesFolder:
    """The game of a data folder, and the scenarios to choose from: what the screen calls its house.

    It knows the game that is open, and lets its phones in beside the scenes. ``host`` and ``ports`` are where
    phones come in.
    """

    def __init__(
        self,
        folder: Path,
        opened: tuple[Opened, ...],
        wishes: Wishes,
        host: str = EVERYWHERE,
        ports: tuple[int, ...] = PORTS,
    ) -> None:
        self.folder = folder
        self._opened = opened
        self._wishes = wishes
        self._host = host
        self._ports = ports
        self.game: Hotseat | None = None
        """The game that was opened last, as long as phones may come to it."""
        self._clock: tuple[Header, WorkClock] | None = None
        """The clock of the game that was opened last, if it is played without phones."""

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """The scenarios to choose from."""
        return tuple(one.scenario for one in self._opened)

    @property
    def wishes(self) -> Wishes:
        """What the command line asked for."""
        return self._wishes

    def saved(self) -> Saved | None:
        """The game of the folder, if it has begun.

        Raises ``JournalError`` if it cannot be read; a new game puts it aside.
        """
        path = journal_path(self.folder)
        if not path.exists():
            return None
        *_, last = replay(read(path))
        course = last.course
        if not course.started:
            return None
        scenario, over = course.compiled.scenario, course.state.part[0] == OVER
        return Saved(path.name, scenario, max(1, course.state.week[0]), scenario.weeks, over)

    def open(self, plan: Plan) -> Hotseat:
        """A new game; the one before is put aside."""
        opened = next(one for one in self._opened if one.scenario.id == plan.scenario)
        wanted = Wanted(opened, len(plan.seats), plan.order, plan.seed)
        table = begin(self.folder, wanted, datetime.now().astimezone())
        if plan.phones:
            return self._with_phones(table, plan)
        bots = {one.seat: one.bot for one in plan.seats if not one.people}
        seat(table, bots, {one.seat: one.names for one in plan.seats if one.people and one.names})
        return self._at_one_screen(table, WorkClock())

    def _at_one_screen(
        self, table: Table, clock: WorkClock, past: Sequence[Fact] = (), deeds: Sequence[Moment] = ()
    ) -> Hotseat:
        self._clock = table.header, clock
        return Hotseat(table, past, deeds, clock=clock)

    def _with_phones(self, table: Table, plan: Plan) -> Hotseat:
        """A game that begins in the lobby, with a code of its own."""
        forget_code(self.folder)
        for one in plan.seats:
            if one.people:
                table.direct(SetPeople(one.seat, True))
                table.direct(SetNames(one.seat, one.names))
            elif one.bot != self._bot:
                table.direct(SetBot(one.seat, one.bot))
        table.direct(SetLanguage(plan.language))
        table.direct(SetClock(plan.clock))
        table.commit()
        return self._received(table, (), ())

    def go_on(self, saved: Saved) -> Hotseat:
        """Go on with the game, knowing what happened in it; with phones, if it had any.

        The clock of a game that was left since the program began goes on where it stood.
        """
        path = self.folder / saved.id
        past = past_of(path)
        table = Table.resume(path)
        if table.started and not table.roster.joined:
            header, clock = self._clock or (None, WorkClock())
            clock = clock if header == table.header else WorkClock()
            return self._at_one_screen(table, clock, past.facts, past.deeds)
        return self._received(table, past.facts, past.deeds)

    def _received(self, table: Table, past: Sequence[Fact], deeds: Sequence[Moment]) -> Hotseat:
        try:
            phones = Reception(table, self.folder, self._bot, host=self._host, ports=self._ports)
        except PhonesError:
            table.close()
            raise
        self.game = Hotseat(table, past, deeds, phones)
        # What is there now stays: looking through it for garbage again and again costs whole frames.
        # What stayed from the game before is garbage by now.
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        return self.game

    @property
    def _bot(self) -> str:
        """The computer player that takes what nobody holds."""
        return self._wishes.bots or USUAL_BOT

    # -- beside the scenes ------------------------------------------------------------------

    @property
    def live(self) -> bool:
        """Whether phones may say something."""
        return self.game is not None and self.game.open

    def pulse(self, picture: Picture) -> bool:
        """Let in what phones said."""
        return self.game is not None and self.game.pulse(picture)

    def panel(self) -> Scene | None:
        """The trainer's panel, where phones are at the table."""
        if self.game is None or not self.game.open:
            return None
        return TrainerScene(self.game, partial(TitleScene.of, self))

    def desk(self) -> Scene | None:
        """The same for a window of its own."""
        panel = self.panel()
        return None if panel is None else DeskScene(panel)

    def close(self) -> None:
        """Close the game that is open."""
        if self.game is not None:
            self.game.close()


def house(
    folder: Path,
    wishes: Wishes,
    *more: str | Path,
    host: str = EVERYWHERE,
    ports: tuple[int, ...] = PORTS,
) -> GamesFolder:
    """The shipped scenarios and some more, with the game of a folder."""
    found = {one.scenario.id: one for one in map(open_sources, (*shipped().values(), *more))}
    return GamesFolder(folder, tuple(found.values()), wishes, host, ports)


def read_window(text: str) -> tuple[int, int] | None:
    """A window's size from ``1280x720``; None if it is none, or too small for the board."""
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
            int | None,
            typer.Option("--departments", metavar="N", min=FEWEST, max=SEATS, help=words("cli.departments")),
        ] = None,
        bots: Annotated[
            str | None, typer.Option("--bots", metavar="KIND", help=words("cli.bots", kinds=", ".join(KINDS)))
        ] = None,
        order: Annotated[
            Literal["free", "round"] | None, typer.Option("--order", help=words("cli.order"))
        ] = None,
        lang: Annotated[Language | None, typer.Option("--lang", help=words("cli.lang"))] = None,
        seed: Annotated[
            int | None, typer.Option("--seed", min=0, max=MOST_SEED, help=words("cli.seed"))
        ] = None,
        window: Annotated[
            str, typer.Option("--window", metavar="WxH", help=words("cli.window"))
        ] = "1280x720",
        trainer_window: Annotated[
            bool, typer.Option("--trainer-window", help=words("cli.trainer_window"))
        ] = False,
    ) -> None:
        wishes = Wishes(None, departments, bots, order, seed)
        folder = data_folder(data)
        settings = kept_settings(folder, usual)
        if lang is not None:
            settings = replace(settings, language=lang)
        raise typer.Exit(start(scenario, folder, wishes, settings, window, apart=trainer_window))


def start(
    scenario: str | None,
    folder: Path,
    wishes: Wishes,
    settings: Settings,
    window: str,
    *,
    apart: bool = False,
) -> int:
    """Open the window and play until it is closed; the exit code.

    ``apart``: the trainer's panel opens in a window of its own with each game that has phones.
    """
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", "piramide")
    language = settings.language
    words = Words("play", language)
    size = read_window(window)
    if size is None:
        typer.echo(words("cli.bad_window", width=SMALLEST[0], height=SMALLEST[1]), err=True)
        return WRONG_USAGE
    if wishes.bots is not None and wishes.bots not in KINDS:
        typer.echo(words("cli.bad_bots", kind=wishes.bots, kinds=", ".join(KINDS)), err=True)
        return WRONG_USAGE
    more: tuple[str, ...] = ()
    if scenario is not None:
        chosen = open_scenario(scenario, language)
        wishes = replace(wishes, scenario=chosen.id)
        more = (scenario,)
        if wishes.departments is not None and wishes.departments not in chosen.supported:
            numbers = ", ".join(map(str, chosen.supported))
            said = words("cli.bad_departments", scenario=scenario, n=wishes.departments, numbers=numbers)
            typer.echo(said, err=True)
            return WRONG_USAGE
    if not shows():
        with TemporaryDirectory(prefix="piramide-") as aside:  # the player's own game stays as it is
            return demonstrate(house(Path(aside), wishes, *more), language)
    from game.app.window import play_in_window  # noqa: PLC0415 - opening it wakes pygame

    return play_in_window(house(folder, wishes, *more), settings, size, folder, apart=apart)
