"""What people set at the screen is there again the next time, whatever became of the file."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from game.app.keeping import FILE, LARGEST, keep_settings, kept_settings
from game.screen.settings import Settings

CHOSEN = Settings("en", "bright", 1.25, "none", sound=False, guide=False, clock="long")


def test_settings_come_back(tmp_path: Path) -> None:
    assert kept_settings(tmp_path, "nl") == Settings("nl")
    keep_settings(tmp_path / "new", CHOSEN)
    assert kept_settings(tmp_path / "new", "nl") == CHOSEN
    keep_settings(tmp_path / "new", replace(CHOSEN, theme="dark"))
    assert kept_settings(tmp_path / "new", "nl").theme == "dark"
    assert [path.name for path in (tmp_path / "new").iterdir()] == [FILE]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[1]",
        "null",
        "\x00\xff",
        '{"theme": "pink", "text_scale": 9, "sound": 1, "clock": [], "language": {}}',
        "[" * LARGEST,
        '{"theme": "dark"' + " " * LARGEST + "}",
    ],
)
def test_what_cannot_be_read_is_as_usual(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_bytes(text.encode("latin-1"))
    assert kept_settings(tmp_path, "en") == Settings("en")


def test_what_can_be_read_of_it_holds(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"theme": "dark", "text_scale": 1, "language": "fr", "sound": false}')
    assert kept_settings(tmp_path, "en") == Settings("en", "dark", sound=False)


def test_no_damage_is_a_bug(tmp_path: Path) -> None:
    keep_settings(tmp_path, CHOSEN)
    whole = (tmp_path / FILE).read_bytes()
    luck = Random(1)
    for _ in range(300):
        torn = bytearray(whole[: luck.randrange(len(whole) + 1)])
        for _ in range(luck.randrange(4) if torn else 0):
            torn[luck.randrange(len(torn))] = luck.randrange(256)
        (tmp_path / FILE).write_bytes(torn)
        found = kept_settings(tmp_path, "nl")
        assert found.text_scale in (1.0, 1.25, 1.5)
        json.dumps(found.theme)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    keep_settings(tmp_path, CHOSEN)
    tmp_path.chmod(0o700)
    assert not list(tmp_path.iterdir())


def test_a_file_where_the_folder_should_be_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    keep_settings(tmp_path / "taken", CHOSEN)
    assert kept_settings(tmp_path / "taken", "nl") == Settings("nl")


QUIET = """
import os, pathlib, sys
from game.app import playing
from game.screen.house import Wishes
from game.screen.settings import Settings
code = playing.start(None, pathlib.Path(sys.argv[1]), Wishes(), Settings(), "1x1")
import pygame
"""


def test_commands_without_a_window_do_not_wake_its_library() -> None:
    check = "import sys; import game.app.wiring; sys.exit('pygame' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_opening_the_game_prints_no_word_of_its_library(tmp_path: Path) -> None:
    plain = {name: value for name, value in os.environ.items() if name != "PYGAME_HIDE_SUPPORT_PROMPT"}
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", QUIET, str(tmp_path)],
        cwd=root,
        env=plain,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == ""
    assert "1280x720" in done.stderr
