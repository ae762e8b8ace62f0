"""What the page says of what was just done, and of what would do nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.net.phone.hands import SMALL, Phone, phone
from tests.net.phone.served import Served, serving


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(
        tmp_path, "municipality", "--departments", "2", "--seed", "3", "--bots", "listener"
    ) as found:
        yield found


def at_work(held: Phone, department: str) -> Phone:
    held.join("Anna").sit(department)
    held.served.direct("start")
    while held.served.direct("status")["part"] != "work":
        held.served.direct("next")
    expect(held.page.get_by_role("navigation")).to_be_visible()
    return held


def test_a_talk_tells_the_motive_that_was_heard(browser: Browser, served: Served) -> None:
    held = at_work(phone(browser, served, "nl", SMALL), "Klantcontact")
    held.verb("talk")
    held.page.get_by_role("radio").first.check(force=True)
    held.button("do.talk").click()
    expect(held.page.locator(".toast")).to_contain_text("hoofddrijfveer")
    assert held.errors == []


def test_an_argument_that_lifts_will_no_further_says_so_before_and_after(
    browser: Browser, served: Served
) -> None:
    held = at_work(phone(browser, served, "en", SMALL), "Customer contact")
    while served.direct("status")["week"] < 2 or served.direct("status")["part"] != "work":
        served.direct("next")
    held.button("friday.next", n=2).click()
    arguments = 0
    while True:
        held.verb("convince")
        said = held.page.get_by_text("Will is 4 already")
        if said.count():
            break
        held.page.locator(".radio:not(.off) input").first.check(force=True)
        held.button("do.convince").click()
        expect(held.page.get_by_role("navigation")).to_be_visible()
        arguments += 1
        assert arguments < 6
    held.page.locator(".radio:not(.off) input").first.check(force=True)
    held.button("do.convince").click()
    expect(held.page.locator(".toast")).to_contain_text(held.says("news.will_stays", n=4))
    assert held.errors == []


def test_where_others_are_asked_the_button_says_so(browser: Browser, served: Served) -> None:
    other = phone(browser, served).join("Bas").sit("Klantcontact")
    held = at_work(phone(browser, served), "Klantcontact")
    served.direct("approval", approval="second")
    assert held.open_tool()
    held.aim()
    expect(held.button("play.propose")).to_be_visible()
    served.direct("approval", approval="one")
    expect(held.button("play.go")).to_be_visible()
    assert held.errors == other.errors == []


def test_the_note_to_take_home_shows_all_of_its_text(browser: Browser, served: Served) -> None:
    held = phone(browser, served, "nl", SMALL).join("Anna").sit("Klantcontact")
    held.page.get_by_role("button", name=held.says("menu.title")).click()
    held.button("talk.title").click()
    text = "Mevrouw Van der Wouden-Søren, over wat haar dochter van het drummen in de buurt vindt."
    for name in ("whom", "about", "when"):
        field = held.page.get_by_label(held.says(f"talk.{name}"))
        field.fill(text)
        assert field.evaluate("one => one.scrollHeight <= one.clientHeight + 1")
    held.page.reload()
    held.page.get_by_role("button", name=held.says("menu.title")).click()
    held.button("talk.title").click()
    expect(held.page.get_by_label(held.says("talk.when"))).to_have_value(text)
    assert held.errors == []


def test_a_line_that_stays_away_tells_what_to_try(browser: Browser, served: Served) -> None:
    held = phone(browser, served, "nl", SMALL)
    held.page.clock.install()
    held.join("Anna").sit("Klantcontact")
    served.kill()
    expect(held.page.get_by_text(held.says("line.lost"))).to_be_visible()
    expect(held.page.get_by_text(held.says("line.long"))).to_have_count(0)
    held.page.clock.fast_forward(40_000)
    expect(held.page.get_by_text(held.says("line.long"))).to_be_visible()
    served.again()
    held.page.clock.fast_forward(5_000)
    expect(held.page.get_by_text(held.says("line.lost"))).to_have_count(0)


@pytest.mark.parametrize("lacks", ["modules", "sockets", "nothing"])
def test_a_browser_that_is_too_old_is_told_so(browser: Browser, served: Served, lacks: str) -> None:
    held = phone(browser, served)
    if lacks == "modules":  # a word that such a browser does not know
        held.page.route("**/game.js", lambda route: route.fulfill(body="}", content_type="text/javascript"))
    elif lacks == "sockets":
        held.page.add_init_script("delete window.WebSocket")
    held.open()
    old = held.page.get_by_text("te oud voor Piramide")
    if lacks == "nothing":
        expect(held.title()).to_be_visible()
        expect(old).to_be_hidden()
    else:
        expect(old).to_be_visible()


def test_who_is_done_hears_that_the_others_are_away(browser: Browser, served: Served) -> None:
    other = phone(browser, served, "en", SMALL)
    other.join("Bert").sit("Board")
    held = at_work(phone(browser, served, "en", SMALL), "Customer contact")
    held.verb("pass")
    held.button("do.pass").click()
    still = held.page.locator(".still")
    expect(still).to_contain_text(re.compile(r"\d\s+hours"))
    other.page.close()
    expect(still).to_contain_text(held.says("seats.away"))
    expect(still).not_to_contain_text("hours")
    assert held.errors == []
