"""Without a display: a game by computer players, and pictures of it in a folder."""

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

import typer

from game.app.opening import WRONG_USAGE
from game.app.reasons import reason
from game.screen.hotseat import Hotseat
from game.screen.house import House, Plan, SeatPlan
from game.screen.scenes.both import Both
from game.screen.scenes.debrief import debrief_scene
from game.screen.scenes.moments import board_of
from game.screen.scenes.reveal import reveal_scene
from game.screen.settings import Settings
from game.words.catalogue import Language, Words

FOLDER: Final = Path("out") / "demo"
SCENARIO: Final = "municipality"
BOT: Final = "cooperative"
SEED: Final = 7
UNSEEN: Final = ("dummy", "offscreen")
"""Video drivers of SDL that show nothing."""


def shows() -> bool:
    """Whether a window would be seen here; SDL is asked: the environment may name a display that is gone."""
    if not has_display():
        return False
    from game.screen.display import driver  # noqa: PLC0415 - it wakes pygame

    return driver() not in (None, *UNSEEN)


def has_display(around: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether there may be a display here, going by the environment variables and the platform."""
    if any(around.get(name) in UNSEEN for name in ("SDL_VIDEODRIVER", "SDL_VIDEO_DRIVER")):
        return False
    if platform in ("win32", "darwin"):
        return True
    return any(around.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def demonstrate(home: House, language: Language, folder: Path = FOLDER) -> int:
    """Say that there is no display, play what the house wishes, and write pictures; the exit code."""
    words = Words("week", language)
    typer.echo(words("demo.no_display"))
    try:
        for path, text in pictures(home, language, folder):
            typer.echo(f"  {path}  {text}")
    except OSError as error:
        typer.echo(words("demo.unwritable", path=folder, reason=reason(error, language)), err=True)
        return WRONG_USAGE
    typer.echo(words("demo.done", path=folder))
    return 0


def pictures(home: House, language: Language, folder: Path) -> Iterator[tuple[Path, str]]:
    """Play a game by computer players; gives each picture once it is written, and what it shows."""
    wishes = home.wishes
    wanted = wishes.scenario or SCENARIO
    scenario = next(one for one in home.scenarios if one.id == wanted)
    count = wishes.departments if wishes.departments in scenario.supported else scenario.usual_departments
    seats = tuple(
        SeatPlan(seat.department, people=False, bot=wishes.bots or BOT)
        for seat in scenario.in_play[count or scenario.usual_departments]
    )
    seed = SEED if wishes.seed is None else wishes.seed
    game = home.open(Plan(scenario.id, seats, wishes.order or "round", seed))
    try:
        yield from _written(game, language, folder)
    finally:
        game.close()


def _written(game: Hotseat, language: Language, folder: Path) -> Iterator[tuple[Path, str]]:
    from game.screen.stills import BoardStill, save_still  # noqa: PLC0415 - it wakes pygame

    words = Words("week", language)
    settings = Settings(language=language)
    while game.bot_turn():
        while (moment := game.next_moment()) is not None:
            if moment.section == "friday":
                week = moment.before["week"]
                board = Both.of(partial(board_of, game, moment.before))
                path = folder / f"week-{week}.png"
                save_still(BoardStill(board), path, settings)
                yield path, words("demo.week", week=week, points=board.nl.points)
    last = game.shown
    path = folder / "score.png"
    save_still(reveal_scene(last, game.ending, game.scenario).opened(), path, settings)
    yield path, words("demo.score", points=last["points"], medal=words(f"demo.medal.{last['medal']}"))
    debrief = debrief_scene(last, game.history, game.scenario)
    for at in range(len(debrief.pages)):
        path = folder / f"debrief-{at + 1}.png"
        save_still(replace(debrief, at=at), path, settings)
        yield path, words("demo.debrief", i=at + 1, n=len(debrief.pages))
