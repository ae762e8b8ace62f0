"""The texts of the lobby, the pause and the trainer's panel have room, in both languages, at every size."""

from pathlib import Path

import pytest

from game.app.session import Wanted, begin, open_sources
from game.screen.focus import Focus, settle
from game.screen.fonts import Fonts
from game.screen.hotseat import Hotseat
from game.screen.layout import fit
from game.screen.phones import Place
from game.screen.recording import RecordingCanvas
from game.screen.scene import Scene, View
from game.screen.scenes.keys import KeysScene
from game.screen.scenes.lobby import LobbyScene
from game.screen.scenes.pausing import PauseScene
from game.screen.scenes.trainer import TrainerScene
from game.screen.settings import Settings, screen_words
from game.screen.theme import theme
from game.screen.writing import Written
from game.table.acts import EndEarly, Join, Pause, SetBot, SetNames, SetPeople, Start, TakeSeat
from game.table.table import Table
from game.words.catalogue import LANGUAGES
from tests.screen.faults import faults
from tests.screen.scenes.near import NOW, PLACES, NearPhones, NearTables

SIZES = ((1920, 1080), (1280, 720), (1024, 768), (1024, 640))
FONTS = Fonts()
NAMES = ("Anouk", "Bas", "Chantal", "Emre", "Floor", "Gijs", "Hanna", "Maximiliaan van der Wal", "Ζωή")
NOWHERE = (Place("127.0.0.1:8000", "", reachable=False),)


def table_of(folder: Path, scenario: str, seats: int, *, started: bool, over: bool) -> Table:
    """Seven people at the first department, one at this screen, two who look on."""
    table = begin(folder, Wanted(open_sources(scenario), seats, "free", 1), NOW)
    first, second, *others = table.seats
    for i, name in enumerate(NAMES):
        table.direct(Join(f"m{i}", name, "nl"))
        if i < len(NAMES) - 2:
            table.direct(TakeSeat(f"m{i}", first))
    table.direct(SetPeople(second, True))
    table.direct(SetNames(second, "Omar"))
    for seat in others[: None if started else 1]:
        table.direct(SetBot(seat, "cooperative"))
    if started:
        table.direct(Start())
    if over:
        table.direct(EndEarly())
    table.commit()
    return table


def scenes_of(game: Hotseat) -> list[Scene]:
    lobby, panel = LobbyScene(game, KeysScene), TrainerScene(game, KeysScene)
    first, second = game.seats[:2]
    more = [
        TrainerScene(game, KeysScene, member="m7", row="-"),
        TrainerScene(game, KeysScene, row=second),
        TrainerScene(game, KeysScene, row=first, member="m1", transferring=True),
        TrainerScene(game, KeysScene, row=first, member="m1", writing="name", name=Written.of("Bas")),
    ]
    return [lobby, panel, PauseScene(game), *more]


def wrong(scene: Scene, size: tuple[int, int], settings: Settings) -> list[str]:
    canvas = RecordingCanvas(fit(*size), theme("light"), FONTS, settings.text_scale)
    view = View(canvas.frame, settings, screen_words(settings.language), Focus(), 0.0)
    focus = settle(Focus(), scene.targets(view), scene.first(view))
    scene.draw(canvas, View(canvas.frame, view.settings, view.words, focus, 0.0))
    return faults(canvas)


@pytest.mark.parametrize("places", [PLACES, PLACES[:1], NOWHERE], ids=["two", "one", "none"])
@pytest.mark.parametrize(("scenario", "seats"), [("fruit-stall", 2), ("municipality", 6)])
def test_lobby_pause_and_panel_have_room(
    tmp_path: Path, scenario: str, seats: int, places: tuple[Place, ...]
) -> None:
    for part in ("lobby", "week", "over"):
        folder = tmp_path / part
        folder.mkdir()
        with table_of(folder, scenario, seats, started=part != "lobby", over=part == "over") as table:
            if part == "week":
                table.direct_now(Pause("Koffie tot kwart over tien, daarna verder met week 4"))
            game = Hotseat(table, phones=NearPhones(NearTables(folder, table), places))
            for scene in scenes_of(game):
                for size in SIZES:
                    for language in LANGUAGES:
                        found = wrong(scene, size, Settings(language, motion="none"))
                        assert found == [], (part, type(scene).__name__, size, language)


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720)])
def test_larger_letters_wrap_or_shorten(tmp_path: Path, size: tuple[int, int]) -> None:
    with table_of(tmp_path, "municipality", 6, started=True, over=False) as table:
        game = Hotseat(table, phones=NearPhones(NearTables(tmp_path, table), PLACES))
        for scene in scenes_of(game):
            for language in LANGUAGES:
                found = wrong(scene, size, Settings(language, text_scale=1.5, motion="none"))
                assert found == [], (type(scene).__name__, size, language)
