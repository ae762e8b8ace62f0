"""Beside a big screen a phone never tells what the board has yet to unfold; then it goes on by itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from game.words.catalogue import LANGUAGES, Language
from tests.net.phone.cable import Cable
from tests.net.phone.hands import Phone, phone
from tests.net.phone.served import Served, serving
from tests.net.phone.test_coming_back import at_work
from tests.net.phone.test_pages import axe

SPOILERS = ".score, .reveal, .reveals, .guess, .news, .rolled, .dice, .person, .levels"
"""What shows dice, losses, score or motives."""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(tmp_path, "fruit-stall", "--departments", "2", "--seed", "3", "--bots", "listener") as found:
        yield found


def waits(held: Phone, what: str) -> None:
    """The page points at the big screen, says what goes on there, and gives nothing away."""
    expect(held.title()).to_have_text(held.says("unfold.title"))
    expect(held.title()).to_be_focused()
    expect(held.page.get_by_text(held.says(f"unfold.{what}"))).to_be_visible()
    assert held.page.locator(SPOILERS).count() == 0
    assert axe(held.page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_game_from_the_dice_to_the_motives(browser: Browser, served: Served, language: Language) -> None:
    held = phone(browser, served, language)
    stall = {"nl": "De kraam", "en": "The stall"}[language]
    cable = Cable(held)
    cable.board = ""
    at_work(held, stall=stall)
    assert held.open_tool()
    held.aim()
    cable.board = "dice"
    held.button("play.go").click()
    waits(held, "dice")
    cable.unfolded()
    expect(held.page.locator("main.result")).to_be_visible()
    expect(held.title()).to_be_focused()
    held.button("result.next").click()

    cable.board = "friday"
    served.direct("next")
    waits(held, "friday")
    held.page.get_by_role("button", name=held.says("menu.title")).click()
    expect(held.page.get_by_text(held.says("leave.title"))).to_be_visible()
    held.page.go_back()
    waits(held, "friday")
    cable.unfolded()
    expect(held.title()).to_have_text(held.says("friday.title", n=1))
    held.button("friday.next", n=2).click()
    expect(held.page.locator(".weekbar")).to_be_visible()

    cable.board = "end"
    to_the_guessing(served)
    waits(held, "end")
    cable.unfolded()
    expect(held.title()).to_have_text(held.says("guess.title"))
    cable.board = "motives"
    served.direct("end_guessing")
    waits(held, "motives")
    cable.unfolded()
    expect(held.title()).to_have_text(held.says("over.title"))
    expect(held.page.locator(".reveal")).to_have_count(2)
    assert held.errors == []


def test_an_early_end_is_told_as_an_end_and_not_as_answers_to_guesses(
    browser: Browser, served: Served
) -> None:
    held = phone(browser, served, "nl")
    cable = Cable(held)
    cable.board = ""
    at_work(held, stall="De kraam")
    cable.board = "end"
    served.direct("end_early")
    waits(held, "over")
    cable.unfolded()
    expect(held.title()).to_have_text(held.says("over.title"))
    assert held.errors == []


def to_the_guessing(served: Served) -> None:
    for _ in range(60):
        if served.direct("status")["part"] == "guessing":
            return
        served.direct("next")
    raise AssertionError("the game has no end")


def test_of_weeks_that_went_by_only_the_newest_friday_is_told(browser: Browser, served: Served) -> None:
    held = at_work(phone(browser, served))
    until(served, week=2)
    expect(held.title()).to_have_text(held.says("friday.title", n=1))
    until(served, week=3)
    expect(held.title()).to_have_text(held.says("friday.title", n=2))
    held.button("friday.next", n=3).click()
    expect(held.page.locator(".weekbar")).to_contain_text("3")
    to_the_guessing(served)
    expect(held.title()).to_have_text(held.says("guess.title"))
    expect(held.page.get_by_text(held.says("friday.last"))).to_be_visible()
    assert held.page.locator("main.friday").count() == 0


def until(served: Served, week: int) -> None:
    for _ in range(20):
        if served.direct("status")["week"] >= week:
            return
        served.direct("next")
    raise AssertionError(f"week {week} does not come")
