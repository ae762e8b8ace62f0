"""Every page in both languages: nothing serious for axe-core, no complaints of the browser, and pictures.

The pictures go to ``out/phones/`` at two sizes, for people to look at.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from game.words.catalogue import LANGUAGES, Language
from tests.net.phone.hands import SMALL, USUAL, Phone, phone
from tests.net.phone.served import Served, serving

OUT = Path(__file__).resolve().parents[3] / "out" / "phones"
SERIOUS = ("serious", "critical")


@dataclass(slots=True)
class Album:
    """Pictures of a phone's pages, and what axe found on them."""

    held: Phone
    found: list[str] = field(default_factory=list)
    pages: set[str] = field(default_factory=set)

    def look(self, name: str) -> None:
        """The page as it is now, at both sizes, and the rest of it where it is longer than the screen."""
        self.pages.add(name)
        page = self.held.page
        for size in (SMALL, USUAL):
            page.set_viewport_size({"width": size[0], "height": size[1]})
            page.evaluate("scrollTo(0, 0)")
            file = OUT / f"{name}-{self.held.language}-{size[0]}x{size[1]}.png"
            page.screenshot(path=file, animations="disabled")
            if page.evaluate("document.documentElement.scrollHeight") > 1.1 * size[1]:
                page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
                page.screenshot(path=file.with_stem(f"{file.stem}-end"), animations="disabled")
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > size[0]:
                self.found.append(f"{name}: {wide} wide on a screen of {size[0]}")
        self.found += [f"{name}: {what}" for what in axe(page) + small_targets(page)]


def axe(page: Any) -> list[str]:
    """What axe-core holds for serious."""
    violations = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['help']} {[node['html'][:120] for node in one['nodes'][:3]]}"
        for one in violations
        if one["impact"] in SERIOUS
    ]


def small_targets(page: Any) -> list[str]:
    """Buttons and choices that are smaller than a thumb: 44 by 44."""
    return [
        f"small target: {what}"
        for what in page.evaluate(
            """() => [...document.querySelectorAll("button, fieldset label, summary")]
                .map((one) => [one.getBoundingClientRect(), one.textContent])
                .filter(([box]) => box.width > 0 && (box.width < 44 || box.height < 44))
                .map(([box, text]) => `${text} ${Math.round(box.width)}x${Math.round(box.height)}`)"""
        )
    ]


PAGES = {
    "join", "wrong-code", "seats", "seats-chosen", "lobby", "watching", "why", "why-wait", "home", "person",
    "talk", "play-who", "play-odds", "play-shut", "result", "menu", "take-away", "leave", "secret",
    "secret-held", "more", "convince", "done-question", "done", "paused", "no-line", "proposal", "proposed",
    "computer", "friday", "event", "guessing", "guessed", "over", "replaced", "kicked",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page(browser: Browser, tmp_path: Path, language: Language) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    with serving(
        tmp_path, "municipality", "--departments", "4", "--seed", "11", "--bots", "listener"
    ) as served:
        album = Album(phone(browser, served, language))
        walk(album, browser, served)
    assert album.found == []
    assert album.pages == PAGES
    assert [text for text in album.held.errors if "ERR_" not in text] == []


def walk(album: Album, browser: Browser, served: Served) -> None:
    """One person sees everything that the page can show."""
    held = album.held
    page = held.page
    names = {"nl": ("Klantcontact", "PR & Voorlichting"), "en": ("Customer contact", "PR & Press")}
    own, chair = names[held.language]

    page.goto(f"{served.origin}/#XXXXXX")
    page.get_by_label(held.says("join.name")).fill("Hanna van den Berg")
    album.look("join")
    held.button("join.go").click()
    expect(page.get_by_role("alert")).to_be_visible()
    album.look("wrong-code")
    page.get_by_label(held.says("join.code")).fill(served.ready["join_code"].lower())
    held.button("join.go").click()
    expect(held.title()).to_have_text(held.says("seats.title"))
    album.look("seats")
    page.get_by_role("radio", name=own).check(force=True)
    album.look("seats-chosen")
    held.button("seats.go", name=own).click()
    expect(held.title()).to_have_text(held.says("lobby.title"))
    onlooker = Album(phone(browser, served, held.language))
    onlooker.held.join("Kees")
    onlooker.held.button("seats.watch").click()
    other = phone(browser, served, held.language).join("Bas & co")
    other.sit(chair)
    album.look("lobby")
    expect(page.get_by_text(held.says("lobby.secret"))).to_be_visible()
    assert page.locator(".secret").count() == 0, "no secrets while people still change seats"

    served.direct("start")
    expect(page.get_by_text(held.says("why.title"))).to_be_visible()
    album.look("why-wait")
    first = Album(other)
    first.look("why")
    other.choose("why.go")
    expect(page.get_by_role("navigation")).to_be_visible()
    album.look("home")
    onlooker.look("watching")
    page.locator(".person").first.click()
    album.look("person")
    page.go_back()
    held.verb("talk")
    page.get_by_role("radio").first.check(force=True)
    album.look("talk")
    held.button("do.talk").click()
    expect(page.get_by_role("navigation")).to_be_visible()
    page.locator(".tool.shut").first.click()
    album.look("play-shut")
    page.go_back()
    assert held.open_tool()
    album.look("play-who")
    held.aim()
    album.look("play-odds")
    held.button("play.go").click()
    expect(page.locator("main.result")).to_be_visible()
    album.look("result")
    held.button("result.next").click()
    page.get_by_role("button", name=held.says("menu.title")).click()
    album.look("menu")
    held.button("talk.title").click()
    album.look("take-away")
    page.go_back()
    held.button("leave.title").click()
    album.look("leave")
    page.go_back()
    page.go_back()
    held.button("secret.short").click()
    album.look("secret")
    look_at_secret(album)
    page.go_back()
    proposals(album, browser, served, own)
    held.verb("more")
    album.look("more")
    page.go_back()
    held.verb("pass")
    album.look("done-question")
    held.button("do.pass").click()
    expect(page.get_by_text(held.says("work.done"))).to_be_visible()
    album.look("done")
    served.direct("pause", reason="Koffie!" if held.language == "nl" else "Coffee!")
    expect(page.get_by_text(held.says("line.paused"))).to_be_visible()
    album.look("paused")
    served.direct("resume")
    served.direct("bot", seat="service", kind="listener")
    expect(page.get_by_text(held.says("bot.here"))).to_be_visible()
    album.look("computer")
    page.get_by_role("button", name=held.says("menu.title")).click()
    held.button("bot.take").click()
    expect(page.get_by_text(held.says("bot.here"))).to_have_count(0)
    no_line(album, served)
    served.direct("next")
    expect(page.locator("main.friday")).to_be_visible()
    album.look("friday")
    page.locator(".dock .primary").click()
    to_the_end(album, served)
    the_end(album, served)
    for one in (onlooker, first):
        album.found += one.found
        album.pages |= one.pages
        album.held.errors += one.held.errors


def look_at_secret(album: Album) -> None:
    """Shown while it is held, and only then."""
    page = album.held.page
    words = page.locator(".secret-text")
    expect(words).to_have_count(0)
    box = page.locator(".finger").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    expect(words).to_be_visible()
    album.pages.add("secret-held")
    page.screenshot(path=OUT / f"secret-held-{album.held.language}-{USUAL[0]}x{USUAL[1]}.png")
    page.mouse.up()
    expect(words).to_have_count(0)


def proposals(album: Album, browser: Browser, served: Served, own: str) -> None:
    """With a second yes asked, a play is proposed first."""
    held = album.held
    colleague = phone(browser, served, held.language).join("Chantal").sit(own)
    served.direct("approval", mode="second")
    assert held.open_tool()
    held.aim()
    held.button("play.propose").click()
    expect(held.page.locator(".proposal")).to_be_visible()
    album.look("proposed")
    seen = Album(colleague)
    expect(colleague.page.locator(".proposal")).to_be_visible()
    seen.look("proposal")
    colleague.button("proposal.say_yes").click()
    expect(held.page.locator("main.result")).to_be_visible()
    held.button("result.next").click()
    album.pages |= seen.pages
    album.found += seen.found
    served.direct("approval", mode="one")


def no_line(album: Album, served: Served) -> None:
    """The server dies and comes back: the page says so, and is back by itself."""
    held = album.held
    served.kill()
    expect(held.page.get_by_text(held.says("line.lost"))).to_be_visible()
    album.look("no-line")
    served.again()
    expect(held.page.get_by_text(held.says("line.lost"))).to_have_count(0)


def to_the_end(album: Album, served: Served) -> None:
    """The trainer goes on through the weeks; the first event that asks, and week 2's arguments, are seen."""
    held = album.held
    weeks = set()
    for _ in range(40):
        status = served.direct("status")
        if status["part"] == "guessing":
            return
        if status["part"] == "work" and status["week"] == 2 and 2 not in weeks:
            weeks.add(2)
            expect(held.page.locator(".weekbar")).to_contain_text(re.compile(r"\b2\b"))
            held.verb("convince")
            album.look("convince")
            held.page.go_back()
        if status["part"] == "monday" and status["waiting_for"] == ["service"] and "event" not in album.pages:
            until_home(held)
            album.look("event")
        served.direct("next")
        if held.page.locator("main.friday").count():
            held.page.locator(".dock .primary").click()
    raise AssertionError("the game has no end")


def until_home(held: Phone) -> None:
    page = held.page
    home = page.locator(".weekbar")
    friday = page.locator("main.friday")
    expect(home.or_(friday).first).to_be_visible()
    while friday.count():
        page.locator(".dock .primary").click()
    expect(home).to_be_visible()


def the_end(album: Album, served: Served) -> None:
    held = album.held
    page = held.page
    friday = page.locator("main.friday")
    expect(friday.or_(page.locator("main.guessing")).first).to_be_visible()
    while friday.count():
        page.locator(".dock .primary").click()
    expect(held.title()).to_have_text(held.says("guess.title"))
    album.look("guessing")
    page.get_by_role("radio").first.check(force=True)
    held.button("guess.go").click()
    expect(page.locator(".guess .tick")).to_have_count(1)
    album.look("guessed")
    served.direct("end_guessing")
    expect(held.title()).to_have_text(held.says("over.title"))
    album.look("over")
    second = held.context.new_page()
    second.goto(served.origin)
    expect(page.get_by_text(held.says("gone.replaced"))).to_be_visible()
    album.look("replaced")
    second.close()
    held.button("gone.here").click()
    expect(held.title()).to_have_text(held.says("over.title"))
    mine = next(one for one in served.direct("status")["members"] if one["name"].startswith("Hanna"))
    served.direct("kick", member=mine["id"])
    expect(page.get_by_text(held.says("gone.out"))).to_be_visible()
    album.look("kicked")
