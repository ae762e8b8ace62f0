"""A study that is stopped with Ctrl-C: it ends at once, in words, and nothing is half written."""

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("numba")

SHIPPED = Path(__file__).parents[2] / "scenarios" / "municipality.yaml"
ENDLESS = {
    "sim": ("fruit-stall", "--games", "10000000", "--players", "planner:65536", "--output", "{out}.csv"),
    "balance": ("municipality", "--games", "10000000", "--report", "{out}.html"),
    "compare": ("municipality", "fruit-stall", "--games", "10000000", "--departments", "2"),
    "sensitivity": ("municipality", "--games", "1000000"),
    "tune": ("{file}", "--games", "10000000", "--write", "--yes"),
}

HEARS = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execv(sys.argv[1], sys.argv[1:])
"""
"""Runs a program that hears Ctrl-C, also where the tests were started deaf to it, as in the background."""


@pytest.mark.parametrize("command", ENDLESS)
def test_ctrl_c_ends_a_study_in_words(command: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_bytes(SHIPPED.read_bytes())
    words = [word.format(out=tmp_path / "out", file=file) for word in ENDLESS[command]]
    there, here = pty.openpty()  # on a terminal a bar is shown as soon as the study has begun
    with subprocess.Popen(
        [
            sys.executable,
            "-c",
            HEARS,
            sys.executable,
            "-m",
            "game.app.main",
            command,
            *words,
            "--fresh",
            "--lang",
            "nl",
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=here,
        env={**os.environ, "COLUMNS": "300", "TERM": "xterm"},
    ) as study:
        os.close(here)
        said = os.read(there, 1)
        study.send_signal(signal.SIGINT)
        while more := read(there):
            said += more
        printed, _ = study.communicate(timeout=60)
    os.close(there)
    text = said.decode()
    assert study.returncode == 130, text
    assert printed == b""
    assert "Gestopt; er is niets weggeschreven." in text
    assert "Traceback" not in text
    assert list(tmp_path.iterdir()) == [file]
    assert file.read_bytes() == SHIPPED.read_bytes()


def test_ctrl_c_while_the_game_is_loaded_says_nothing() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HEARS, sys.executable, "-X", "importtime", "-m", "game.app.main", "scenarios"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stderr is not None
        loaded = next(line for line in program.stderr if " pydantic_core" in line)
        program.send_signal(signal.SIGINT)
        printed, said = program.communicate(timeout=60)
    assert loaded
    assert program.returncode == 130
    assert printed == ""
    assert "Traceback" not in said


def read(terminal: int) -> bytes:
    """What comes from a terminal; nothing when its last writer is gone."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""
