"""How the page behaves: secrets are kept, what people type is harmless, nobody else is asked for anything."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from game.net.names import LONGEST
from tests.net.phone.browsers import LAN
from tests.net.phone.hands import Phone, phone
from tests.net.phone.served import Served, serving
from tests.net.phone.test_pages import axe

HOSTILE = (
    "<img src onerror=hit()>",
    "\u202egnirts\u202c",
    "</script><script>hit()",
    "{name} {{7*7}} %s",
    "👩‍👩‍👧‍👦" * 3,
    "W" * 24,
)
SHEET = Path(__file__).resolve().parents[3] / "game" / "net" / "phone"


@pytest.fixture(scope="module")
def served(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A game that is at work in its first week; whoever comes now comes late."""
    folder = tmp_path_factory.mktemp("table")
    with serving(folder, "fruit-stall", "--departments", "2", "--seed", "3") as found:
        first = phone(browser, found).join("Eerste").sit("De kraam")
        phone(browser, found).join("Tweede").sit("Reclame")
        found.direct("start")
        first.choose("why.go")
        if found.direct("status")["part"] == "monday":
            first.choose("event.go")
        expect(first.page.get_by_role("navigation")).to_be_visible()
        yield found


def at_work(held: Phone, department: str = "De kraam") -> Phone:
    held.join("Hanna").sit(department)
    expect(held.page.get_by_role("navigation")).to_be_visible()
    return held


def test_hostile_names_are_only_text(browser: Browser, served: Served) -> None:
    seen = phone(browser, served, size=(320, 568))
    seen.page.expose_function("hit", lambda: seen.errors.append("a name was carried out"))
    seen.join("Kees").sit("De kraam")
    for name in HOSTILE:
        phone(browser, served).join(name).sit("Reclame").context.close()
    seen.page.get_by_role("button", name=seen.says("menu.title")).click()
    for one in served.direct("status")["members"]:
        expect(seen.page.locator(".people-list")).to_contain_text(one["name"])
    assert seen.page.locator(".people-list img, .people-list script").count() == 0
    assert seen.page.evaluate("document.documentElement.scrollWidth") == 320
    assert seen.errors == []


def test_a_name_that_is_missing_or_too_long_is_told_and_never_cut(browser: Browser, served: Served) -> None:
    held = phone(browser, served, "en").open()
    name = held.page.get_by_label(held.says("join.name"))
    told = held.page.get_by_role("alert")
    held.button("join.go").click()
    expect(told).to_have_text(held.says("join.name.missing"))
    expect(name).to_be_focused()
    long = "Anna-Maria van den Heuvel-Bos"
    name.fill(long)
    expect(held.page.get_by_text(held.counts("join.name.over", len(long) - LONGEST))).to_be_visible()
    held.button("join.go").click()
    expect(told).to_have_text(held.says("join.name.long", n=LONGEST, now=len(long)))
    expect(name).to_have_value(long)
    held.page.get_by_role("radio", name=held.says("language.nl")).check(force=True)
    held.language = "nl"
    expect(told).to_have_text(held.says("join.name.long", n=LONGEST, now=len(long)))
    name = held.page.get_by_label(held.says("join.name"))
    name.fill("Zoë" + "ë" * (LONGEST - 3))
    expect(held.page.get_by_text(held.counts("join.name.left", 0))).to_be_visible()
    held.button("join.go").click()
    expect(held.title()).to_have_text(held.says("seats.title"))


def test_the_page_asks_nobody_else_and_keeps_no_cookies(browser: Browser, served: Served) -> None:
    held = phone(browser, served)
    asked: list[str] = []
    held.page.on("request", lambda request: asked.append(request.url))
    at_work(held)
    assert len(asked) > 20
    outside = [
        url for url in asked if not re.match(rf"(https?|ws)://{re.escape(LAN)}[:/]|data:image/svg", url)
    ]
    assert outside == []
    assert held.context.cookies() == []
    policy = held.page.request.get(served.origin.replace(LAN, "127.0.0.1")).headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert held.errors == []


def test_no_part_of_the_page_makes_markup_of_text() -> None:
    for file in SHEET.rglob("*.js"):
        text = file.read_text()
        found = re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|new Function", text)
        assert found is None, f"{file.name}: {found}"


def test_the_code_is_not_sent_with_the_address(browser: Browser, served: Served) -> None:
    held = phone(browser, served)
    asked: list[str] = []
    held.page.on("request", lambda request: asked.append(request.url))
    held.open()
    expect(held.title()).to_be_visible()
    expect(held.page.get_by_label(held.says("join.code"))).to_have_count(0)
    assert all(served.ready["join_code"] not in url.partition("#")[0] for url in asked)


@pytest.mark.parametrize("how", ["mouse", "keyboard", "enter", "away", "blur", "touchcancel", "leave"])
def test_the_secret_is_in_the_page_only_while_it_is_held(browser: Browser, served: Served, how: str) -> None:
    held = at_work(phone(browser, served))
    page = held.page
    held.button("secret.short").click()
    finger, words = page.locator(".finger"), page.locator(".secret-text")
    expect(finger).to_be_visible()
    secret = page.locator(".secret")
    hidden = secret.inner_text()
    key = "Enter" if how == "enter" else "Space"
    if how in ("keyboard", "enter"):
        finger.focus()
        page.keyboard.down(key)
    else:
        page.get_by_text(held.says("secret.hint")).hover()  # anywhere on the card
        page.mouse.down()
    expect(words).to_be_visible()
    match how:
        case "mouse":
            page.mouse.up()
        case "keyboard" | "enter":
            page.keyboard.up(key)
        case "leave":
            page.mouse.move(5, 5)
        case "away":
            page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        case _:
            page.evaluate("how => dispatchEvent(new Event(how))", how)
    expect(words).to_have_count(0)
    assert secret.inner_text() == hidden


def test_a_long_press_on_the_secret_asks_and_selects_nothing(browser: Browser, served: Served) -> None:
    held = at_work(phone(browser, served))
    held.button("secret.short").click()
    kept = """() => document.querySelector(".secret")
        .dispatchEvent(new Event("contextmenu", { cancelable: true, bubbles: true }))"""
    assert held.page.evaluate(kept) is False, "the phone's own menu does not open"
    style = held.page.locator(".secret").evaluate("one => getComputedStyle(one)")
    assert (style["userSelect"], style["touchAction"]) == ("none", "none")


def test_a_held_secret_stays_while_others_play(browser: Browser, served: Served) -> None:
    held = at_work(phone(browser, served))
    held.button("secret.short").click()
    held.page.locator(".finger").hover()
    held.page.mouse.down()
    expect(held.page.locator(".secret-text")).to_be_visible()
    phone(browser, served).join("Kees").sit("Reclame")
    expect(held.page.locator(".secret-text")).to_be_visible()
    held.page.mouse.up()
    expect(held.page.locator(".secret-text")).to_have_count(0)


def test_each_person_reads_a_language_of_their_own(browser: Browser, served: Served) -> None:
    dutch, english = phone(browser, served, "nl"), phone(browser, served, "en")
    at_work(dutch)
    at_work(english, "Advertising")
    expect(english.page.get_by_role("navigation")).to_contain_text(english.says("verb.pass"))
    expect(dutch.page.get_by_role("navigation")).to_contain_text(dutch.says("verb.pass"))
    english.page.get_by_role("button", name=english.says("menu.title")).click()
    english.page.get_by_role("radio", name=english.says("language.nl")).check(force=True)
    english.language = "nl"
    english.page.go_back()
    expect(english.page.get_by_role("navigation")).to_contain_text(english.says("verb.pass"))
    assert english.page.evaluate("document.documentElement.lang") == "nl"
    expect(english.page.locator(".goal")).to_contain_text(english.says("kpi.title"))
    expect(english.page.locator(".tool .reason").first).to_contain_text(re.compile("Kan vanaf"))


def test_back_on_the_phone_goes_back_one_page(browser: Browser, served: Served) -> None:
    held = at_work(phone(browser, served))
    held.page.locator(".person").first.click()
    expect(held.page.locator("main.about")).to_be_visible()
    held.page.go_back()
    expect(held.page.get_by_role("navigation")).to_be_visible()


def test_the_focus_goes_along_to_the_title_of_a_page(browser: Browser, served: Served) -> None:
    held = at_work(phone(browser, served))
    held.verb("talk")
    expect(held.title()).to_be_focused()
    held.page.keyboard.press("Tab")
    held.page.keyboard.press("Space")
    expect(held.page.get_by_role("radio").first).to_be_checked()


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_dark_and_light_both_have_contrast(browser: Browser, served: Served, scheme: str) -> None:
    held = phone(browser, served, size=(320, 568))
    held.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    at_work(held)
    assert held.page.evaluate("document.documentElement.dataset.theme") == scheme
    assert axe(held.page) == []
    assert held.page.evaluate("document.documentElement.scrollWidth") == 320
    assert held.open_tool()
    held.aim()
    assert axe(held.page) == []
    assert held.page.evaluate("document.documentElement.scrollWidth") == 320


def test_axe_sees_what_is_wrong(browser: Browser, served: Served) -> None:
    """The check of every page can fail: a button without a name is found."""
    held = phone(browser, served).open()
    expect(held.title()).to_be_visible()
    assert axe(held.page) == []
    held.page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert any("button-name" in found for found in axe(held.page))


def hostile_names(n: int) -> list[str]:
    """Names out of what breaks pages: markup, bidirectional marks, controls, emoji, and far too much."""
    chance = random.Random(4)
    pieces = [
        *HOSTILE,
        "\u2067",
        "\u200b",
        "\u0000",
        "\t\n",
        "'\"`",
        "&lt;b&gt;",
        "e" + "\u0301" * 40,
        "x" * 10_000,
    ]
    return ["N" + "".join(chance.sample(pieces, 3)) for _ in range(n)]


@pytest.mark.parametrize("n", [8, pytest.param(500, marks=pytest.mark.torture)])
def test_whatever_a_name_is_it_stays_a_name(browser: Browser, served: Served, n: int) -> None:
    seen = phone(browser, served, size=(320, 568)).join("Kees").sit("De kraam")
    seen.page.expose_function("hit", lambda: seen.errors.append("a name was carried out"))
    member = served.direct("status")["members"][-1]["id"]
    stick = seen.page.locator(".stick bdi")
    for name in hostile_names(n):
        served.direct("rename", member=member, name=name[:400])
        called = next(one["name"] for one in served.direct("status")["members"] if one["id"] == member)
        expect(stick).to_have_text(called)
        assert seen.page.evaluate("document.documentElement.scrollWidth") == 320
    assert seen.errors == []
