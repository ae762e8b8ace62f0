"""Milliseconds per frame at 1920×1080 under the dummy driver, over 300 frames."""

import os
from collections.abc import Callable
from dataclasses import replace
from statistics import median
from time import perf_counter

FRAMES = 300
SIZE = (1920, 1080)


def percentile(values: list[float], share: float) -> float:
    """The value below which a share of the values lies."""
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


def timed(frames: int, draw: Callable[[int], None]) -> list[float]:
    """Milliseconds that each of so many frames took."""
    out = []
    for number in range(frames):
        start = perf_counter()
        draw(number)
        out.append((perf_counter() - start) * 1000)
    return out


def main() -> None:
    """Print p50 and p95 of the usual frame, of one in which tokens change, and of building the layers."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
    import pygame  # noqa: PLC0415  # after the driver was chosen

    from game.screen.board import draw_board  # noqa: PLC0415
    from game.screen.layout import fit  # noqa: PLC0415
    from game.screen.paint import Pictures, SurfaceCanvas  # noqa: PLC0415
    from game.screen.settings import screen_words  # noqa: PLC0415
    from game.screen.theme import THEMES, theme  # noqa: PLC0415
    from tests.screen.samples import crowded, usual  # noqa: PLC0415

    pygame.display.init()
    window = pygame.display.set_mode(SIZE)
    words = screen_words("nl")

    def frame(pictures: Pictures, number: int, *, changing: bool) -> None:
        canvas = SurfaceCanvas(window, fit(*SIZE), theme("light"), pictures)
        canvas.ground()
        board = usual("nl")
        if changing:
            first = board.audiences[0]
            attention = number % (first.attention_max + 1)
            board = replace(board, audiences=(replace(first, attention=attention), *board.audiences[1:]))
        draw_board(canvas, board, words)
        pygame.display.flip()

    print("\n| frame at 1920x1080 | p50 ms | p95 ms |\n| --- | ---: | ---: |")
    pictures = Pictures()
    frame(pictures, 0, changing=False)
    for name, changing in (("usual, nothing moves", False), ("an audience changes in every frame", True)):
        times = timed(FRAMES, lambda number, changing=changing: frame(pictures, number, changing=changing))  # type: ignore[misc]
        print(f"| {name} | {median(times):.1f} | {percentile(times, 0.95):.1f} |", flush=True)

    def build(number: int) -> None:
        look = theme(THEMES[number % len(THEMES)])
        canvas = SurfaceCanvas(window, fit(*SIZE), look, Pictures())
        canvas.ground()
        draw_board(canvas, crowded("en"), words)

    times = timed(9, build)
    print(f"| building all layers (six departments) | {median(times):.0f} | {percentile(times, 0.95):.0f} |")
