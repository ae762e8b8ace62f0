"""Games at a table for the tests: the tiny scenario, played by chance."""

from pathlib import Path
from random import Random

from game.rules.actions import ROOM, list_actions
from game.rules.command import Command
from game.rules.notation import command_of
from game.table.acts import SetBot, SetPeople, Start
from game.table.entries import Sources
from game.table.table import Accepted, Table
from tests.builders import NO_LIBRARY, Edit, tiny_bytes

CREATED = "2030-01-31T09:30:00+00:00"


def sources(edit: Edit | None = None) -> Sources:
    """The files of the tiny scenario."""
    return Sources(tiny_bytes(edit), NO_LIBRARY)


def new_table(
    folder: Path, seats: int = 2, order: str = "free", seed: int = 1, edit: Edit | None = None
) -> Table:
    """A table that nobody sits at yet."""
    files = sources(edit)
    return Table.create(
        folder / "game.piramide",
        files.compile(seats),
        files,
        order=order,
        seed=seed,
        player_seed=seed + 1,
        created=CREATED,
    )


def started(
    folder: Path,
    seats: int = 2,
    bots: dict[str, str] | None = None,
    order: str = "free",
    seed: int = 1,
    edit: Edit | None = None,
) -> Table:
    """A table where the game has begun: people at every seat that is not in ``bots``."""
    table = new_table(folder, seats, order, seed, edit)
    bots = bots or {}
    for seat in table.seats:
        table.direct(SetBot(seat, bots[seat]) if seat in bots else SetPeople(seat, True))
    table.direct(Start())
    table.commit()
    return table


def legal(table: Table, seat: str) -> list[Command]:
    """The commands that are legal for a seat now."""
    packed = [0] * ROOM
    codes = [0] * ROOM
    compiled = table.compiled
    n = list_actions(compiled.tables, table.truth, table.seats.index(seat), 0, packed, codes)
    return [command_of(compiled.ids, action) for action in packed[:n]]


def step(table: Table, chance: Random) -> Accepted:
    """Some legal command of some seat that may act."""
    seat = chance.choice(table.waiting_for())
    done = table.act_now(seat, chance.choice(legal(table, seat)))
    assert isinstance(done, Accepted)
    return done


def play_on(table: Table, chance: Random, commands: int) -> None:
    """Play up to so many commands by chance."""
    for _ in range(commands):
        if table.over:
            return
        step(table, chance)
