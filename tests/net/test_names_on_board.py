"""Five hundred hostile names where the board draws names: the lobby, and the trainer's panel."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from game.app.session import Wanted, begin, open_sources
from game.net.names import clean_name
from game.screen.called import called
from game.screen.focus import Focus, settle
from game.screen.fonts import Fonts
from game.screen.hotseat import Hotseat
from game.screen.layout import fit
from game.screen.letters import LOOKALIKES, NEUTRAL, SECOND, has_letter
from game.screen.recording import RecordingCanvas
from game.screen.scene import Scene, View
from game.screen.scenes.keys import KeysScene
from game.screen.scenes.lobby import LobbyScene
from game.screen.scenes.trainer import TrainerScene
from game.screen.settings import Settings, screen_words
from game.screen.theme import theme
from game.table.acts import Join, Rename, TakeSeat
from game.table.table import Table
from tests.net.test_messages import INVISIBLE, hostile_names
from tests.screen.faults import faults
from tests.screen.scenes.near import NOW, PLACES, NearPhones, NearTables

FONTS = Fonts()
SIZES = ((1024, 640), (1920, 1080))
PEOPLE = 8
"""One at the first department, alone; five at the second; two who have chosen none."""
NAMES = [name for name in map(clean_name, hostile_names(500, Random(1))) if name]


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    with begin(tmp_path, Wanted(open_sources("fruit-stall"), 2, "free", 1), NOW) as found:
        for n in range(PEOPLE):
            found.direct(Join(f"m{n}", f"P{n}", "nl"))
            if n < PEOPLE - 2:
                found.direct(TakeSeat(f"m{n}", found.seats[min(n, 1)]))
        yield found


def drawn(scene: Scene, size: tuple[int, int]) -> RecordingCanvas:
    canvas = RecordingCanvas(fit(*size), theme("light"), FONTS)
    settings = Settings("nl", motion="none")
    view = View(canvas.frame, settings, screen_words("nl"), Focus(), 0.0)
    focus = settle(Focus(), scene.targets(view), scene.first(view))
    scene.draw(canvas, View(canvas.frame, settings, view.words, focus, 0.0))
    return canvas


def has_picture(letter: str) -> bool:
    """Whether the fonts draw a letter, or something else in its place, but no empty box."""
    known = any(has_letter(file, letter) for file in ("medium", SECOND["medium"])) or letter in LOOKALIKES
    return known or FONTS.width(letter, "medium", 30) == FONTS.width(NEUTRAL, "medium", 30)


def test_five_hundred_hostile_names_are_drawn_harmlessly_in_their_places(
    table: Table, tmp_path: Path
) -> None:
    assert len(NAMES) > 450
    game = Hotseat(table, phones=NearPhones(NearTables(tmp_path, table), PLACES))
    first, second = table.seats
    for n in range(len(NAMES) // PEOPLE):
        names = NAMES[n * PEOPLE : (n + 1) * PEOPLE]
        for i, name in enumerate(names):
            table.direct(Rename(f"m{i}", name))
        size = SIZES[n % len(SIZES)]
        scenes = [
            LobbyScene(game, KeysScene),
            TrainerScene(game, KeysScene, row=first, member="m0"),
            TrainerScene(game, KeysScene, row=second),
            TrainerScene(game, KeysScene, row="-"),
        ]
        shown = ""
        for scene in scenes:
            canvas = drawn(scene, size)
            assert faults(canvas) == [], (names, type(scene).__name__)
            shown += "\n".join(thing.what for thing in canvas.texts) + "\n"
        assert not INVISIBLE.intersection(shown)
        assert {unicodedata.category(letter) for letter in shown} & {"Cc", "Cf", "Cs", "Co", "Cn"} <= {"Cc"}
        assert {letter for letter in shown if unicodedata.category(letter) == "Cc"} == {"\n"}
        assert all(has_picture(letter) for letter in shown if letter != "\n")
        for i, name in enumerate(names):  # where there is no room for all of it, its first word stands for it
            assert called(f"m{i}", name, "nl").split()[0][:6] in shown, name


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Zoë Çağijń", True),
        ("Ζωή", True),
        ("Ярослава", True),
        ("Bo", True),
        ("O'Neill-7", True),
        ("7", True),
        ("👩‍👩‍👧‍👦 Anna", True),
        ("สมชาย Jo", True),
        ("สมชาย", False),
        ("สมชาย 2", False),
        ("محمد", False),
        ("👩‍👩‍👧‍👦", False),
        ("🦊 x", False),
    ],
)
def test_a_name_of_which_hardly_a_letter_can_be_drawn_is_a_guest_with_a_number(name: str, kept: bool) -> None:
    assert called("m7", clean_name(name), "nl") == (clean_name(name) if kept else "Gast 7")
    assert called("m12", clean_name(name), "en") == (clean_name(name) if kept else "Guest 12")


def test_guests_are_told_apart_on_lobby_and_panel_and_keep_their_own_names(
    table: Table, tmp_path: Path
) -> None:
    foreign = ("สมชาย", "สมหญิง", "محمد", "فاطمة", "👩", "🦊", "Anna ศรี", "Bo")
    for i, name in enumerate(foreign):
        table.direct(Rename(f"m{i}", name))
    game = Hotseat(table, phones=NearPhones(NearTables(tmp_path, table), PLACES))
    first, second = table.seats
    texts = [
        thing.what
        for scene in (
            LobbyScene(game, KeysScene),
            TrainerScene(game, KeysScene, row=first, member="m0"),
            TrainerScene(game, KeysScene, row=second),
        )
        for thing in drawn(scene, SIZES[1]).texts
    ]
    for n in range(6):
        assert any(f"Gast {n}" in text for text in texts), n
    assert any("Anna" in text for text in texts)
    assert not any(name in text for name in foreign[:6] for text in texts)
    assert table.roster.members["m0"].name == "สมชาย", "phones show it"
