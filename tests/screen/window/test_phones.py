"""A game in a real window, played on phones in a real browser."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Locator, expect
from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest

from game.table.entries import COMMAND
from game.table.reading import read
from game.table.replaying import verify
from tests.net.phone.hands import SMALL, Phone, phone
from tests.net.phone.served import Served
from tests.screen.window.test_window import LONGEST, ROOT, around

__all__ = ["around"]
LOOK = 700
"""Milliseconds after which somebody presses on at the board."""


@dataclass(slots=True)
class Window(Served):
    """A running window, found by phones as the QR on it says; keys go to it through its display."""

    display: Display

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.ready['port']}/#{self.ready['join_code']}"

    def press(self, *keysyms: str) -> None:
        codes = [self.display.keysym_to_keycode(XK.string_to_keysym(name)) for name in keysyms]
        for code in codes:
            xtest.fake_input(self.display, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(self.display, X.KeyRelease, code)
        self.display.sync()


@contextmanager
def window(around: dict[str, str], folder: Path) -> Iterator[Window]:
    command = [sys.executable, "-m", "tests.screen.window.player", "phones", str(folder)]
    program = subprocess.Popen(command, cwd=ROOT, env=around, stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    display = Display(around["DISPLAY"])
    try:
        told = program.stdout.readline()
        while told and not told.startswith("{"):  # what pygame says of itself
            told = program.stdout.readline()
        yield Window(folder, (), program, json.loads(told), display)
    finally:
        display.close()
        program.terminate()
        program.wait(LONGEST)
        program.stdout.close()


def test_two_phones_play_the_stall_to_its_score_in_a_real_window(
    around: dict[str, str], browser: Browser, tmp_path: Path
) -> None:
    with window(around, tmp_path) as board:
        stall = phone(browser, board, "nl", SMALL).join("Anouk").sit("De kraam")
        other = phone(browser, board, "nl", SMALL).join("Bas").sit("Reclame")
        board.press("Return")  # the focus of the lobby is on the start
        stall.choose("why.go")
        for week in range(3):
            monday(board, (stall, other)[week % 2])
            play_a_week(board, stall, other)
        for one in (stall, other):
            unfold(board, one.page.locator("main.guessing"))
            one.page.get_by_role("radio").first.check(force=True)
            one.button("guess.go").click()
        for one in (stall, other):
            unfold(board, one.page.get_by_role("heading", name=one.says("over.title")))
    done = verify(tmp_path / "game.piramide")
    assert done.over
    commands = [entry for entry in read(tmp_path / "game.piramide").entries if entry.kind == COMMAND]
    assert all('"by"' in entry.payload for entry in commands), "a phone did everything"


def unfold(board: Window, awaited: Locator) -> None:
    """Phones wait while the board unfolds what happened; somebody presses on there."""
    for _ in range(60):
        with suppress(AssertionError):
            expect(awaited).to_be_visible(timeout=LOOK)
            return
        board.press("Return")
    expect(awaited).to_be_visible()


def monday(board: Window, chair: Phone) -> None:
    """The chair chooses, if the event asks."""
    asked = chair.button("event.go")
    unfold(board, asked.or_(chair.page.get_by_role("navigation")).first)
    if asked.is_visible():
        chair.choose("event.go")


def play_a_week(board: Window, stall: Phone, other: Phone) -> None:
    for one in (stall, other):
        unfold(board, one.page.get_by_role("navigation"))
    other.talk("Gwen")
    if stall.throw():
        unfold(board, stall.page.locator("main.result"))
        stall.button("result.next").click()
    for one in (stall, other):
        one.say_done()
    for one in (stall, other):
        unfold(board, one.is_done())
    for one in (stall, other):
        unfold(board, one.page.locator("main.friday, main.guessing"))
        if one.page.locator("main.friday").is_visible():
            one.go_on()
