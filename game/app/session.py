"""The game in a data folder: begun, gone on with, put aside.

A folder holds one running game, ``game.piramide``. Games that ended, or that somebody left for a new
one, are kept beside it under the day and time of their set-up.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

from game.players.playing import player_seed_of
from game.rules.chance import POSITIVE
from game.scenario.compiling import Compiled
from game.scenario.library import shipped_library
from game.scenario.load import find, parse, read_bytes
from game.scenario.models import Scenario
from game.table.acts import SetBot, SetNames, SetPeople, Start
from game.table.entries import Header, Sources
from game.table.journal import set_aside
from game.table.table import Refused, Table
from game.table.trouble import JournalError
from game.words.catalogue import Language, Words

FILE: Final = "game.piramide"
FREE: Final = "free"
"""The order of a new game for which none is asked."""
MOST_SEED: Final = POSITIVE
"""The largest seed that a record of a game can hold."""


class SessionError(Exception):
    """What was asked for cannot be had in this folder; ``text`` says what to do. Exit code 2."""

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = values
        super().__init__(code)

    def text(self, language: Language) -> str:
        """What is in the way, and what can be done."""
        return Words("app", language)(f"session.{self.code}", **self.values)


def data_folder(chosen: Path | None) -> Path:
    """The folder that was chosen, or the user's data folder."""
    return user_data_path("piramide", appauthor=False) if chosen is None else chosen


def journal_path(folder: Path) -> Path:
    """Where the running game of a folder is."""
    return folder / FILE


@dataclass(frozen=True, slots=True)
class Opened:
    """A scenario with the bytes that it was read from."""

    scenario: Scenario
    sources: Sources


def open_sources(name: str | Path) -> Opened:
    """A scenario by path or id.

    Raises ``ScenarioNotFound``, ``OSError`` if the file cannot be read, or ``ScenarioError``.
    """
    path = find(name)
    sources = Sources(read_bytes(path), shipped_library())
    return Opened(parse(sources.scenario, str(path), sources.library), sources)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The game that is asked for.

    A ``seed`` of none is drawn and an ``order`` of none is free; or each is whatever the running game has.
    """

    opened: Opened
    seats: int
    order: str | None
    seed: int | None = None


def begin(folder: Path, wanted: Wanted, now: datetime) -> Table:
    """Set up a new game in a folder; a game that is there is put aside.

    Raises ``SessionError`` if the scenario is not for so many departments, or ``JournalError``.
    """
    compiled = _compiled(wanted)
    path = journal_path(folder)
    aside = put_aside(path, now) if path.exists() else None
    seed = secrets.randbelow(MOST_SEED + 1) if wanted.seed is None else wanted.seed
    try:
        return Table.create(
            path,
            compiled,
            wanted.opened.sources,
            order=wanted.order or FREE,
            seed=seed,
            player_seed=player_seed_of(seed, 0),
            created=now.astimezone(UTC).isoformat(timespec="seconds"),
        )
    except JournalError:
        if aside is not None:  # there is no new game: the old one stays the one to go on with
            set_aside(aside, path.name)
        raise


def go_on(path: Path, wanted: Wanted) -> Table:
    """Go on with the game of a journal, also if it is over.

    Raises ``SessionError`` if it is another one than is asked for, or ``JournalError``.
    """
    table = Table.resume(path)
    try:
        _compare(table, wanted)
    except SessionError:
        table.close()
        raise
    return table


def put_aside(path: Path, now: datetime) -> Path:
    """Keep a game under the moment at which it made place; gives its new path."""
    return set_aside(path, f"game-{now.strftime('%Y-%m-%d-%H%M')}{path.suffix}")


def seat(table: Table, bots: Mapping[str, str], names: Mapping[str, str] | None = None) -> None:
    """Put computer players at the seats of ``bots``, people at the others, and start the game.

    ``names`` are those of people who share one screen, by seat.
    """
    for name in table.seats:
        done = table.direct(SetBot(name, bots[name]) if name in bots else SetPeople(name, True))
        if isinstance(done, Refused):
            raise ValueError(f"{name}: {done.code}")
    for name, said in (names or {}).items():
        table.direct(SetNames(name, said))
    table.direct(Start())
    table.commit()


def _compiled(wanted: Wanted) -> Compiled:
    scenario = wanted.opened.scenario
    if wanted.seats not in scenario.supported:
        supported = ", ".join(map(str, scenario.supported))
        raise SessionError("departments", scenario=scenario.id, supported=supported, seats=wanted.seats)
    return wanted.opened.sources.compile(wanted.seats)


def _compare(table: Table, wanted: Wanted) -> None:
    """Refuse to go on with another game than the one that is asked for."""
    header: Header = table.header
    values = {
        "path": table.path,
        "scenario": header.scenario,
        "seats": header.seats,
        "order": header.order,
    }
    if header.scenario_hash != wanted.opened.scenario.hash:
        same = header.scenario == wanted.opened.scenario.id
        raise SessionError("changed_scenario" if same else "other_scenario", **values)
    if header.seats != wanted.seats:
        raise SessionError("other_seats", **values)
    if wanted.seed is not None and header.seed != wanted.seed:
        raise SessionError("other_seed", **values)
    if wanted.order not in (None, header.order):
        raise SessionError("other_order", **values)
