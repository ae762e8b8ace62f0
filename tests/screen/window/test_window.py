"""The game in a real window: whole games by keyboard and by mouse, other sizes, and its end."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from select import select

import pytest
from Xlib import X
from Xlib.display import Display
from Xlib.protocol.event import ClientMessage
from Xlib.xobject.drawable import Window

from game.table.entries import COMMAND
from game.table.reading import read
from game.table.replaying import verify
from game.words.catalogue import Words
from tests.screen.window.display import SCREEN, SERVER, available, display, shown, titled

ROOT = Path(__file__).parents[3]
LONGEST = 60
"""Seconds after which a program counts as stuck; it takes a few."""


@pytest.fixture(scope="module")
def around() -> Iterator[dict[str, str]]:
    """The environment of programs that open a real window."""
    if not available():
        missing = f"{SERVER} is not installed: nothing was tried in a real window"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    with display() as found:
        yield found


def run(around: dict[str, str], *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env=around,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )


def played(around: dict[str, str], how: str, folder: Path) -> None:
    done = run(around, "tests.screen.window.player", how, str(folder))
    assert done.returncode == 0, done.stderr


def by_people(folder: Path, seats: set[str]) -> int:
    entries = [entry for entry in read(folder / "game.piramide").entries if entry.kind == COMMAND]
    return sum(any(f'"seat":"{seat}"' in entry.payload for seat in seats) for entry in entries)


def test_a_whole_game_by_keyboard_alone(around: dict[str, str], tmp_path: Path) -> None:
    played(around, "keys", tmp_path)
    checked = verify(tmp_path / "game.piramide")
    assert checked.over
    assert checked.week == 3
    assert by_people(tmp_path, {"stall"}) >= 5


def test_a_whole_game_by_mouse_alone(around: dict[str, str], tmp_path: Path) -> None:
    played(around, "mouse", tmp_path)
    checked = verify(tmp_path / "game.piramide")
    assert checked.over
    assert by_people(tmp_path, {"stall", "advertising"}) == checked.commands, "no computer player took part"


def test_other_sizes_in_the_middle_of_a_game(around: dict[str, str], tmp_path: Path) -> None:
    played(around, "window", tmp_path)
    assert not verify(tmp_path / "game.piramide").over


def test_f11_fills_the_screen_and_goes_back(around: dict[str, str], tmp_path: Path) -> None:
    done = run(around, "tests.screen.window.whole", str(tmp_path))
    assert done.returncode == 0, done.stderr
    before, whole, after = done.stdout.split()[-3:]
    assert whole == f"{SCREEN.rpartition('x')[0]}+0+0", "also where no window manager moves it"
    assert before == after
    assert before.startswith("1024x640+")


def named(watched: Display, title: str) -> Window:
    """The window with that title, once it is there."""
    while True:
        for one in shown(watched):
            if titled(watched, one) == title:
                return one
        ready = watched.pending_events() or select([watched.fileno()], [], [], LONGEST)[0]
        assert ready, f"no window was called {title}"
        watched.next_event()


def test_the_command_opens_a_window_of_the_wanted_size_and_ends_when_it_is_closed(
    around: dict[str, str], tmp_path: Path
) -> None:
    watched = Display(around["DISPLAY"])
    assert shown(watched) == []
    watched.screen().root.change_attributes(event_mask=X.SubstructureNotifyMask)
    watched.sync()
    asked = ("play", "--window", "1000x700", "--lang", "nl", "--data", str(tmp_path))
    game = subprocess.Popen(
        [sys.executable, "-m", "game.app.main", *asked],
        cwd=ROOT,
        env=around,
        stdout=subprocess.DEVNULL,
    )
    try:
        window = named(watched, Words("play", "nl")("title.name"))
        size = window.get_geometry()
        assert (size.width, size.height) == (1000, 700)
        close = (32, [watched.intern_atom("WM_DELETE_WINDOW"), X.CurrentTime, 0, 0, 0])
        protocols = watched.intern_atom("WM_PROTOCOLS")
        window.send_event(ClientMessage(window=window, client_type=protocols, data=close))
        watched.sync()
        assert game.wait(LONGEST) == 0
    finally:
        game.kill()
        game.wait()
        watched.close()


def test_the_trainer_leads_from_a_window_of_their_own(around: dict[str, str], tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    done = run(around, "tests.screen.window.beside", str(tmp_path / "game"), str(pictures))
    assert done.returncode == 0, done.stderr
    assert {path.name for path in pictures.iterdir()} == {"board.png", "trainer.png"}
