"""Phones that stay open while another game begins at the same address."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from game.words.catalogue import Words
from tests.net.phone.hands import Phone, phone
from tests.net.phone.served import Served, serving


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(tmp_path, "municipality", "--departments", "2", "--seed", "3", "--bots", "silo") as found:
        yield found


def real_errors(held: Phone) -> list[str]:
    """Without those of the line: a server that is killed cuts what is on its way; then nobody is there."""
    return [error for error in held.errors if "ERR_" not in error]


def next_game(served: Served, held: Phone) -> None:
    """The stall in place of the town; the phone hears that it is no longer known."""
    expect(held.page.locator(".stick")).to_be_visible()
    served.kill()
    served.another("fruit-stall", "--departments", "2", "--seed", "3")
    expect(held.title()).to_have_text(held.says("join.title"))


def test_a_phone_that_stayed_open_joins_the_next_game(browser: Browser, served: Served) -> None:
    held = phone(browser, served, "en").join("Anna").sit("Customer contact")
    next_game(served, held)
    told = held.page.get_by_role("alert")
    expect(told).to_have_text(Words("net", "en")("refused.unknown_token"))
    expect(held.page.get_by_text("The Bunch")).to_be_visible()
    expect(held.page.get_by_text("Waterrijk")).to_have_count(0)
    code = held.page.get_by_label(held.says("join.code"))
    expect(code).to_have_value("")
    code.fill(served.ready["join_code"])
    held.button("join.go").click()
    expect(held.title()).to_have_text(held.says("seats.title"))
    held.sit("The stall")
    assert real_errors(held) == []


def test_the_new_link_in_the_same_tab_brings_its_code(browser: Browser, served: Served) -> None:
    held = phone(browser, served, "nl").join("Anna").sit("Klantcontact")
    next_game(served, held)
    held.page.goto(served.address)
    expect(held.page.get_by_label(held.says("join.code"))).to_have_count(0)
    held.button("join.go").click()
    expect(held.title()).to_have_text(held.says("seats.title"))
    held.sit("De kraam")
    assert real_errors(held) == []


def test_a_page_of_another_game_is_loaded_anew_with_the_welcome(browser: Browser, served: Served) -> None:
    """It was away while the game changed, and comes in with the new code."""
    held = phone(browser, served, "nl").open()
    expect(held.title()).to_be_visible()
    served.kill()
    served.another("fruit-stall", "--departments", "2", "--seed", "3")
    held.page.evaluate("code => { location.hash = code; }", served.ready["join_code"])
    held.page.get_by_label(held.says("join.name")).fill("Anna")
    held.button("join.go").click()
    expect(held.title()).to_have_text(held.says("seats.title"))
    held.sit("De kraam")
    assert real_errors(held) == []


def test_what_a_game_came_to_stays_until_somebody_goes_on(browser: Browser, served: Served) -> None:
    held = phone(browser, served, "nl").join("Anna").sit("Klantcontact")
    served.direct("start")
    served.direct("end_early")
    expect(held.title()).to_have_text(held.says("over.title"))
    held.page.get_by_label(held.says("talk.whom")).fill("Sandra")
    served.kill()
    served.another("fruit-stall", "--departments", "2", "--seed", "3")
    on = held.button("over.next")
    expect(on).to_be_visible()
    expect(held.title()).to_have_text(held.says("over.title"))
    expect(held.page.get_by_text(held.says("line.lost"))).to_have_count(0)
    expect(held.page.locator(".reveal")).to_have_count(2)
    on.click()
    expect(held.title()).to_have_text(held.says("join.title"))
    held.page.get_by_label(held.says("join.code")).fill(served.ready["join_code"])
    held.button("join.go").click()
    expect(held.title()).to_have_text(held.says("seats.title"))
    assert real_errors(held) == []
