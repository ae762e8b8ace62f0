"""The command line as a whole: every command is found, and loads no more than it needs."""

import subprocess
import sys
from importlib import import_module

import pytest
import typer

from game.app.wiring import ROOMS, commands


def names(app: typer.Typer) -> list[str]:
    group = typer.main.get_command(app)
    assert isinstance(group, typer.core.TyperGroup)
    return list(group.commands)


def test_every_command_of_every_room_is_found() -> None:
    for room in dict.fromkeys(ROOMS.values()):
        alone = typer.Typer()
        alone.callback()(lambda: None)
        import_module(f"game.app.{room}").register(alone)
        assert set(names(alone)) == {name for name, where in ROOMS.items() if where == room}
    assert names(commands()) == names(commands(["--help"])) == list(ROOMS)


@pytest.mark.parametrize("command", ["sim", "balance", "compare", "sensitivity", "tune", "check", "replay"])
def test_without_a_board_neither_screen_nor_phones_are_loaded(command: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "game.app.main", command, "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"piramide {command}" in ran.stdout
    loaded = {line.split("|")[-1].strip() for line in ran.stderr.splitlines()}
    assert "game.app.wiring" in loaded
    assert not {name for name in loaded if name.startswith(("game.screen", "game.net", "pygame", "uvicorn"))}
