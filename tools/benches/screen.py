"""The screen at 1920×1080 under the dummy driver: milliseconds per frame over 300 frames, and its start.

Processor time counts, so that whatever else the machine does at the same time changes little.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from statistics import median
from time import process_time

FRAMES = 300
SIZE = (1920, 1080)
STARTS = 5
BUDGETS = {"usual": 5.0, "animated": 10.0, "first": 1000.0, "title": 2000.0}
"""Milliseconds that the screen may take; 95 of 100 frames keep to theirs."""


def percentile(values: list[float], share: float) -> float:
    """The value below which a share of the values lies."""
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


def timed(frames: int, draw: Callable[[int], None]) -> list[float]:
    """Milliseconds that each of so many frames took."""
    out = []
    for number in range(frames):
        start = process_time()
        draw(number)
        out.append((process_time() - start) * 1000)
    return out


def line(name: str, values: list[float], budget: str = "") -> None:
    """Print a row: half of the values, 95 of 100, and what 95 of 100 may take."""
    worst = percentile(values, 0.95)
    told = "" if not budget else f"{BUDGETS[budget]:.0f}"
    over = " over" if budget and worst > BUDGETS[budget] else ""
    print(f"| {name} | {median(values):.1f} | {worst:.1f} | {told}{over} |", flush=True)


def frames() -> None:
    """Frames of the work part, of tokens that rise under the scrim, and of layers that are built anew."""
    import pygame  # noqa: PLC0415  # after the driver was chosen

    from game.screen.board import draw_board  # noqa: PLC0415
    from game.screen.layout import fit  # noqa: PLC0415
    from game.screen.paint import Pictures, SurfaceCanvas  # noqa: PLC0415
    from game.screen.scene import Scene  # noqa: PLC0415
    from game.screen.settings import Settings, screen_words  # noqa: PLC0415
    from game.screen.stage import Stage  # noqa: PLC0415
    from game.screen.theme import THEMES, theme  # noqa: PLC0415
    from tests.screen.samples import crowded  # noqa: PLC0415
    from tests.screen.scenes.flow_pages import FLOW  # noqa: PLC0415

    def stage_of(name: str) -> Stage:
        return Stage(scene_of(name), Settings("nl"), SIZE)

    def scene_of(name: str) -> Scene:
        return FLOW[name][0]("nl")

    work = stage_of("work")
    work.step([], 0.0)
    line("usual: the work part, nothing moves", timed(FRAMES, lambda _: work.draw()), "usual")

    rising = stage_of("rising")
    begins, ends = 1.34, 2.4  # the dice lie; three tokens are on their way

    def rise(number: int) -> None:
        rising.step([], begins + (ends - begins) * number / FRAMES)

    rising.step([], begins)
    line("animated: three tokens rise under the scrim", timed(FRAMES, rise), "animated")

    window = pygame.display.set_mode(SIZE)

    def build(number: int) -> None:
        canvas = SurfaceCanvas(window, fit(*SIZE), theme(THEMES[number % len(THEMES)]), Pictures())
        canvas.ground()
        draw_board(canvas, crowded("en"), screen_words("en"))

    line("building all layers (six departments)", timed(9, build))


BEGIN = """
from time import process_time
import game.app.wiring
from tempfile import TemporaryDirectory
from pathlib import Path
from game.app.playing import house
from game.screen.house import Wishes
from game.screen.scenes.title import TitleScene
from game.screen.settings import Settings
from game.screen.sound import Loudspeaker
from game.screen.stage import Stage
with TemporaryDirectory() as folder:
    start = process_time()
    title = TitleScene.of(house(Path(folder), Wishes()))
    stage = Stage(title, Settings(), (1920, 1080), speaker=Loudspeaker())
    stage.step([], 0.0)
    now = process_time()
    print("drawn", (now - start) * 1000, now * 1000)
"""
"""What the command ``play`` does until its title is drawn, in a program of its own."""


def start() -> None:
    """The first frame after the start, and all of it from the command to a drawn title."""
    first, whole = [], []
    for _ in range(STARTS):
        program = subprocess.run([sys.executable, "-c", BEGIN], capture_output=True, text=True, check=True)
        told = next(text for text in program.stdout.splitlines() if text.startswith("drawn"))
        one, all_of_it = told.split()[1:]
        first.append(float(one))
        whole.append(float(all_of_it))
    line("first frame after the start", first, "first")
    line("from the command to a drawn title", whole, "title")


def main() -> None:
    """Print p50, p95 and the budget of each."""
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
    print("\n| screen at 1920x1080, ms | p50 | p95 | at most |\n| --- | ---: | ---: | ---: |")
    frames()
    start()
