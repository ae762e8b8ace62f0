import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from game.app.demonstration import demonstrate, has_display
from game.app.playing import house
from game.screen.house import Wishes
from tests.net.serving import PATIENCE


@pytest.mark.parametrize(
    ("around", "platform", "seen"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ":0", "SDL_VIDEODRIVER": "dummy"}, "linux", False),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_a_display_is_where_somebody_can_look(around: dict[str, str], platform: str, seen: bool) -> None:
    assert has_display(around, platform) is seen


@pytest.mark.skipif(sys.platform != "linux", reason="displays are named by the environment on Linux alone")
@pytest.mark.parametrize("wish", [{}, {"SDL_VIDEODRIVER": "x11"}])
def test_where_nobody_answers_at_the_display_a_game_is_played_instead(
    tmp_path: Path, wish: dict[str, str]
) -> None:
    around = {
        name: value for name, value in os.environ.items() if "DISPLAY" not in name and "SDL" not in name
    }
    done = subprocess.run(
        [sys.executable, "-m", "game.app.main", "play", "fruit-stall", "--departments", "2", "--lang", "en"],
        cwd=tmp_path,
        env={**around, "DISPLAY": ":4077", "XDG_DATA_HOME": str(tmp_path / "data"), **wish},
        capture_output=True,
        text=True,
        timeout=10 * PATIENCE,
        check=False,
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    assert done.stdout.startswith("There is no display here.")
    assert (tmp_path / "out" / "demo" / "score.png").exists()


def test_a_game_is_played_and_every_week_has_its_picture(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = house(tmp_path / "games", Wishes(scenario="fruit-stall", departments=2, seed=3))
    assert demonstrate(home, "en", tmp_path / "demo") == 0
    names = {path.name for path in (tmp_path / "demo").iterdir()}
    debrief = {name for name in names if name.startswith("debrief-")}
    assert names - debrief == {"week-1.png", "week-2.png", "week-3.png", "score.png"}
    assert debrief == {f"debrief-{page}.png" for page in range(1, len(debrief) + 1)}
    assert len(debrief) > 4, "charts, questions, and Monday"
    for path in (tmp_path / "demo").iterdir():
        with Image.open(path) as picture:
            assert picture.size == (1920, 1080)
            colours = picture.convert("RGB").getcolors(maxcolors=2**24)
            assert colours is not None
            assert len(colours) > 100
    said = capsys.readouterr().out
    assert said.startswith("There is no display here.")
    assert "week-3.png  week 3," in said


def test_a_folder_that_cannot_be_written_to_is_told_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "demo"
    blocked.write_text("a file where the folder should be")
    home = house(tmp_path / "games", Wishes(scenario="fruit-stall", departments=2))
    assert demonstrate(home, "nl", blocked) == 2
    assert str(blocked) in capsys.readouterr().err
