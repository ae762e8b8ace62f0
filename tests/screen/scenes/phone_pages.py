"""Pages of a game with phones: the lobby, the trainer's panel, the pause, the board that waits for phones."""

import atexit
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from game.app.session import Wanted, begin, open_sources
from game.screen.focus import Focus
from game.screen.hotseat import Hotseat
from game.screen.layout import fit
from game.screen.moment import Unfolding
from game.screen.phones import Line, Person, Place, Reply
from game.screen.scene import Scene, View
from game.screen.scenes.desk import DeskScene
from game.screen.scenes.keys import KeysScene
from game.screen.scenes.lobby import LobbyScene
from game.screen.scenes.menu import MenuScene
from game.screen.scenes.moments import turn_scene
from game.screen.scenes.pausing import PauseScene
from game.screen.scenes.picking import PickScene
from game.screen.scenes.trainer import TrainerScene
from game.screen.settings import Settings, screen_words
from game.screen.writing import Written
from game.table.acts import (
    EndEarly,
    Join,
    Next,
    Pause,
    SetBot,
    SetClock,
    SetNames,
    SetPeople,
    Start,
    TakeSeat,
)
from game.table.table import Accepted, Table
from game.words.catalogue import LANGUAGES, Language
from tests.builders import tiny_scenario
from tests.screen.page import Page, scene_page

NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
WLAN, CABLE = Place("192.168.178.120:8000", "wlan0"), Place("10.0.0.7:8000", "eth0")
NOWHERE = Place("127.0.0.1:8000", "", reachable=False)
FIRST = ("Anouk", "Bas", "Chantal", "Emre", "Floor", "Gijs", "Hanna", "Ζωή", "Żaneta", "Bo")
LONG = ("Maximiliaan van der Wal", "Anne-Fleur Hoogendoorn", "Bartholomeus-Jan", "Wolfeschlegelsteinhausen")
SEAT_OF = (0, 0, 1, 2, 2, 2, 3)
"""Departments of the seven people of the usual room."""
Room = Literal["usual", "empty", "crowd"]
Part = Literal["lobby", "setup", "work", "pause", "over"]


@dataclass
class StillPhones:
    """Phones at a table that say nothing more; ``away`` are the ids of those that are not there."""

    table: Table
    places: tuple[Place, ...]
    away: frozenset[str] = frozenset()
    seconds: int | None = None
    code: str = "KX7QMB"
    shown: int = 0

    @property
    def place(self) -> Place:
        return self.places[self.shown]

    @property
    def people(self) -> tuple[Person, ...]:
        members = self.table.roster.members.values()
        return tuple(Person(one.id, one.name, one.seat, one.id in self.away) for one in members)

    def left(self) -> int | None:
        return self.seconds

    def choose(self, address: str) -> None:
        self.shown = [one.address for one in self.places].index(address)

    def watch(self, *, board: Unfolding | None, throws: Collection[int]) -> None:
        """Nobody looks."""

    def at_board(self, seats: Collection[str]) -> None:
        """Nobody asks."""

    def turn(self) -> tuple[Accepted, ...]:
        return self.table.commit()

    def do(self, line: Line) -> Reply:
        return {"ok": False, "reason": "unknown", "message": str(line)}

    def close(self) -> None:
        self.table.close()


def named(count: int) -> list[str]:
    """So many people, every third with a long name."""
    names = [LONG[i // 3 % len(LONG)] if i % 3 == 2 else FIRST[i % len(FIRST)] for i in range(count)]
    return [f"{name} {i}"[:24] if names.index(name) != i else name for i, name in enumerate(names)]


def sit(table: Table, room: Room) -> None:
    """People come in and sit down: seven of them, one at this screen and two who look on, or thirty."""
    if room == "empty":
        return
    crowd = room == "crowd"
    names = named(30) if crowd else [*FIRST[:7], "Joyce", "Maximiliaan van der Wal"]
    for i, name in enumerate(names):
        table.direct(Join(f"m{i}", name, "nl"))
        if crowd and i < 28:
            # More than half in one department: that many have no place on its page.
            table.direct(TakeSeat(f"m{i}", table.seats[0 if i < 14 else i % len(table.seats)]))
        elif not crowd and i < len(SEAT_OF) and SEAT_OF[i] < len(table.seats) - 1:
            table.direct(TakeSeat(f"m{i}", table.seats[SEAT_OF[i]]))
    if not crowd:
        table.direct(SetPeople(table.seats[-1], True))
        table.direct(SetNames(table.seats[-1], "Omar, Priya"))


@cache
def game(room: Room, part: Part, places: tuple[Place, ...] = (WLAN,), seats: int = 4) -> Hotseat:
    """A game with phones at some moment; its folder is there as long as the tests run."""
    folder = TemporaryDirectory(prefix="piramide-")
    atexit.register(folder.cleanup)
    table = begin(Path(folder.name), Wanted(open_sources("municipality"), seats, "free", 1), NOW)
    atexit.register(table.close)
    sit(table, room)
    table.direct(SetClock("off" if part == "lobby" else "normal"))
    if part == "lobby" and room == "usual":
        table.direct(SetBot(table.seats[1], "cooperative"))
    if part != "lobby":
        for seat in table.seats:
            if room == "empty" or not (table.roster.at(seat) or seat in table.people):
                table.direct(SetBot(seat, "cooperative"))
        table.direct(Start())
    table.commit()
    if part in ("work", "pause"):
        while table.truth.part[0] != 2:
            table.direct(Next())
            table.commit()
    if part == "pause":
        table.direct(Pause("Koffie tot kwart over tien"))
    if part == "over":
        table.direct(EndEarly())
    table.commit()
    away = frozenset({"m4", "m6"} if room == "usual" else {"m3", "m9", "m20"})
    return Hotseat(table, phones=StillPhones(table, places, away, 108 if part == "work" else None))


Make = Callable[[Language], Scene]


def _lobby(*about: Any, **more: Any) -> Make:
    return lambda _: LobbyScene(game(*about, **more), KeysScene)


def _panel(of: Callable[[], Hotseat], **more: Any) -> Make:
    return lambda _: replace(TrainerScene(of(), KeysScene), **more)


def _together(part: Part, at_screen: int | None = None) -> Make:
    """What is shown while people with phones are to act, or those of a seat at the screen beside them."""

    def make(language: Language) -> Scene:
        words = screen_words(language)
        view = View(fit(1920, 1080), Settings(language, guide=False), words, Focus(), 0.0)
        played = game("usual", part, seats=4)
        seat = None if at_screen is None else played.seats[at_screen]
        if seat is not None:
            played.hand_over(seat)
            played.announce(seat)
        return turn_scene(played, seat, view, KeysScene)

    return make


USUAL = partial(game, "usual", "work", (WLAN, CABLE))
CROWD = partial(game, "crowd", "work", (WLAN, CABLE), 6)
ROW = "social"
PAGES: dict[str, Make] = {
    "lobby": _lobby("usual", "lobby", (WLAN, CABLE)),
    "lobby-empty": _lobby("empty", "lobby", (NOWHERE,), seats=2),
    "lobby-crowd": _lobby("crowd", "lobby", (WLAN,), seats=6),
    "panel-before": _panel(partial(game, "usual", "lobby")),
    "panel": _panel(USUAL),
    "panel-person": _panel(USUAL, row=ROW, member="m4"),
    "panel-name": _panel(USUAL, row=ROW, member="m4", writing="name", name=Written("Floortje", 5)),
    "panel-moving": _panel(USUAL, row=ROW, member="m4", transferring=True),
    "panel-crowd": _panel(CROWD, member="m3"),
    "panel-nobody": _panel(partial(game, "empty", "setup", (NOWHERE,))),
    "panel-paused": _panel(partial(game, "usual", "pause")),
    "panel-over": _panel(partial(game, "usual", "over")),
    "desk": lambda _: DeskScene(TrainerScene(USUAL(), KeysScene)),
    "pause": lambda _: PauseScene(game("usual", "pause", (WLAN, CABLE))),
    "pause-nowhere": lambda _: PauseScene(game("empty", "pause", (NOWHERE,))),
    "together-why": _together("setup"),
    "together": _together("work"),
    "work-mixed": _together("work", -1),
    "pick": lambda _: PickScene("stall", tiny_scenario().departments[0].name, "silo"),
    "menu-led": lambda _: MenuScene(in_game=True),
}
GOLDEN = {"lobby-en", "panel-person-nl", "panel-crowd-en", "pause-nl", "together-en"}
"""Of the others the layout alone is tested."""
LED = ("panel", "menu-led")
"""These lie over the board, and may open the panel in a window of its own."""
PHONE_PAGES = {
    f"{name}-{language}": Page(scene_page(make, led=name.startswith(LED)), language)
    for name, make in PAGES.items()
    for language in LANGUAGES
}
