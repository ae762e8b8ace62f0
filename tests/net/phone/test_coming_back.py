"""Phones lock, lose their line and are opened twice: nobody loses a seat, and no tap counts twice."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.net.phone.cable import Cable
from tests.net.phone.hands import Phone, phone
from tests.net.phone.served import Served, serving


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(tmp_path, "fruit-stall", "--departments", "2", "--seed", "3", "--bots", "listener") as found:
        yield found


def at_work(held: Phone, name: str = "Hanna", stall: str = "De kraam") -> Phone:
    """Joined at the stall, which is in the chair, and at work in week 1."""
    held.join(name).sit(stall)
    held.served.direct("start")
    return working(held)


def working(held: Phone) -> Phone:
    held.choose("why.go")
    if held.served.direct("status")["part"] == "monday":
        held.choose("event.go")
    expect(held.page.get_by_role("navigation")).to_be_visible()
    return held


def test_an_unanswered_command_is_sent_again_with_its_id_and_counts_once(
    browser: Browser, served: Served
) -> None:
    held = phone(browser, served)
    cable = Cable(held)
    at_work(held)
    left = held.page.locator(".dot:not(.used)").count()
    before = len(cable.commands())
    cable.swallow = lambda frame: frame["type"] == "ack"
    held.verb("talk")
    held.page.get_by_role("radio").first.check(force=True)
    held.button("do.talk").click()
    expect(held.page.locator(".dot:not(.used)")).to_have_count(left - 1)
    expect(held.page.get_by_role("navigation")).to_be_visible()
    again = cable.commands()[before:]
    assert len(again) == 2
    assert len(set(again)) == 1


def test_a_command_survives_that_the_page_is_loaded_anew(browser: Browser, served: Served) -> None:
    held = phone(browser, served)
    cable = Cable(held)
    at_work(held)
    left = held.page.locator(".dot:not(.used)").count()
    served.kill()
    held.verb("talk")
    held.page.get_by_role("radio").first.check(force=True)
    held.button("do.talk").click()
    before = len(cable.commands())
    served.again()
    held.page.reload()
    expect(held.page.locator(".dot:not(.used)")).to_have_count(left - 1)
    assert len(cable.commands()) - before == 1


def test_two_quick_taps_are_one_command(browser: Browser, served: Served) -> None:
    held = phone(browser, served)
    cable = Cable(held)
    at_work(held)
    before = len(cable.commands())
    held.verb("talk")
    held.page.get_by_role("radio").first.check(force=True)
    held.button("do.talk").dblclick()
    expect(held.page.locator(".news .line").first).to_be_visible()
    assert len(cable.commands()) - before == 1


def test_a_refused_command_is_said_in_words_and_the_page_goes_on(browser: Browser, served: Served) -> None:
    held = at_work(phone(browser, served))
    served.direct("pause", reason="")
    held.verb("talk")
    held.page.get_by_role("radio").first.check(force=True)
    held.button("do.talk").click()
    expect(held.page.get_by_role("alert")).to_be_visible()
    served.direct("resume")
    held.button("do.talk").click()
    expect(held.page.get_by_role("navigation")).to_be_visible()


def test_the_newest_page_wins_and_the_older_one_says_so(browser: Browser, served: Served) -> None:
    held = at_work(phone(browser, served))
    page = held.context.new_page()
    page.goto(served.origin)
    expect(page.locator(".stick")).to_contain_text("Hanna")
    expect(held.page.get_by_text(held.says("gone.replaced"))).to_be_visible()
    held.button("gone.here").click()
    expect(held.page.locator(".stick")).to_contain_text("Hanna")
    expect(page.get_by_text(held.says("gone.replaced"))).to_be_visible()
    assert len(served.direct("status")["members"]) == 1


def test_without_storage_a_phone_still_comes_back_when_its_line_was_cut(
    browser: Browser, served: Served
) -> None:
    held = phone(browser, served)
    held.page.add_init_script(
        """for (const name of ["localStorage", "sessionStorage"])
             Object.defineProperty(window, name, { get() { throw new Error("forbidden"); } });"""
    )
    at_work(held)
    served.kill()
    expect(held.page.get_by_text(held.says("line.lost"))).to_be_visible()
    served.again()
    expect(held.page.get_by_text(held.says("line.lost"))).to_have_count(0)
    held.talk("Sandra")
    assert len(served.direct("status")["members"]) == 1


def test_whoever_was_kicked_may_join_again_and_whoever_was_banned_may_not(
    browser: Browser, served: Served
) -> None:
    held = at_work(phone(browser, served))
    (member,) = served.direct("status")["members"]
    served.direct("kick", member=member["id"])
    expect(held.page.get_by_text(held.says("gone.out"))).to_be_visible()
    held.button("gone.join").click()
    held.button("join.go").click()
    expect(held.title()).to_have_text(held.says("seats.title"))
    (member,) = served.direct("status")["members"]
    served.direct("ban", member=member["id"])
    expect(held.page.get_by_text(held.says("gone.out"))).to_be_visible()
    held.page.reload()
    held.page.get_by_label(held.says("join.name")).fill("Hanna")
    held.button("join.go").click()
    expect(held.page.get_by_role("alert")).to_be_visible()
    assert served.direct("status")["members"] == []


def test_a_locked_table_says_so(browser: Browser, served: Served) -> None:
    served.direct("lock", on=True)
    held = phone(browser, served).open()
    held.page.get_by_label(held.says("join.name")).fill("Te Laat")
    held.button("join.go").click()
    expect(held.page.get_by_role("alert")).to_be_visible()
    served.direct("lock", on=False)
    held.button("join.go").click()
    expect(held.title()).to_have_text(held.says("seats.title"))


def test_a_line_that_died_without_a_word_is_noticed_and_laid_anew(browser: Browser, served: Served) -> None:
    held = phone(browser, served)
    held.page.clock.install()
    cable = Cable(held)
    at_work(held)
    cable.dead = True
    for _ in range(6):
        held.page.clock.run_for(8000)
    cable.dead = False
    held.page.clock.run_for(8000)
    expect(held.page.get_by_text(held.says("line.lost"))).to_have_count(0)
    hellos = [one for one in cable.sent if one["type"] == "hello"]
    assert len(hellos) >= 2, "the page laid a new line"
    assert all("token" in one for one in hellos[1:])
    assert len(served.direct("status")["members"]) == 1


def test_after_ten_minutes_of_sleep_a_look_is_enough(browser: Browser, served: Served) -> None:
    held = phone(browser, served)
    cable = Cable(held)
    at_work(held)
    held.page.clock.install()
    cable.cut()
    held.page.clock.set_system_time(datetime.now() + timedelta(minutes=10))  # asleep: no timer runs
    before = len(cable.sent)
    held.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    for _ in range(30):
        held.page.clock.run_for(100)
    expect(held.page.get_by_role("navigation")).to_be_visible()
    expect(held.page.get_by_text(held.says("line.lost"))).to_have_count(0)
    assert "hello" in [one["type"] for one in cable.sent[before:]]


def test_the_clock_of_the_week_goes_on_and_stands_still_in_a_pause(browser: Browser, served: Served) -> None:
    held = at_work(phone(browser, served))
    clock = held.page.get_by_role("timer")
    expect(clock).to_have_count(0)
    served.direct("clock", mode="normal")
    expect(clock).to_be_visible()
    first = clock.inner_text()
    expect(clock).not_to_have_text(first)
    served.direct("pause", reason="")
    expect(held.page.get_by_text(held.says("line.paused"))).to_be_visible()
    held.page.clock.install()
    still = clock.inner_text()
    held.page.clock.run_for(30_000)
    expect(clock).to_have_text(still)


def test_a_phone_from_an_earlier_game_joins_this_one(browser: Browser, served: Served) -> None:
    held = phone(browser, served).open()
    held.page.evaluate("localStorage.setItem('piramide.token', JSON.stringify('of-last-week'))")
    held.page.reload()
    expect(held.page.get_by_role("alert")).to_be_visible()
    held.page.get_by_label(held.says("join.name")).fill("Hanna")
    held.button("join.go").click()
    expect(held.title()).to_have_text(held.says("seats.title"))
