"""Small screens, an open keyboard, a phone on its side, large letters: everything can be read and reached."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.net.phone.browsers import LAN, executable
from tests.net.phone.hands import Phone, Size, phone
from tests.net.phone.served import Served, serving

SIZES = [(320, 568), (360, 640), (360, 330), (844, 390)]
"""The smallest phone, a small one, the same with its keyboard open, and a phone on its side."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("table")
    with serving(folder, "municipality", "--departments", "4", "--seed", "11", "--bots", "listener") as found:
        yield found


@pytest.fixture(scope="module")
def large(browser: Browser) -> Iterator[Browser]:
    """The browser of somebody who has set its letters to twice the usual size."""
    rules = f"--host-resolver-rules=MAP {LAN} 127.0.0.1"
    letters = "--blink-settings=defaultFontSize=32"
    made = browser.browser_type.launch(executable_path=executable(), args=[rules, letters, "--no-sandbox"])
    yield made
    made.close()


def covered(page: Page) -> list[str]:
    """What a person can touch and can nowhere bring out from under the fixed button or off the screen."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("button, input, label, summary")].flatMap((one) => {
            const target = one.matches("label input") ? one.parentElement : one;
            target.scrollIntoView({ block: "center" });
            const box = target.getBoundingClientRect();
            const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            if (top && (target.contains(top) || top.contains(target) || top.control === one)) return [];
            return [`${target.textContent} is under ${top?.className}`];
        })"""
    )
    return found


def cut_off(page: Page) -> list[str]:
    """Words that do not fit where they stand, and pages that are wider than the screen."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll(".frame *")]
            .filter((one) => one.children.length === 0 && one.textContent.trim() && !one.closest(".unseen"))
            .filter((one) => getComputedStyle(one).display !== "inline" && one.clientWidth > 0)
            .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 4)
            .map((one) => `${one.className}: ${one.textContent}`)"""
    )
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [*found, *([f"{wide} too wide"] if wide > 0 else [])]


def usable(held: Phone, size: Size) -> None:
    held.page.set_viewport_size({"width": size[0], "height": size[1]})
    assert covered(held.page) == []
    assert cut_off(held.page) == []


def walk(held: Phone, size: Size) -> None:
    """In by typing the code, to a department, through its pages."""
    page = held.page
    page.goto(held.served.origin)
    page.get_by_label(held.says("join.name")).fill("Hanna")
    usable(held, size)
    page.get_by_label(held.says("join.code")).fill(held.served.ready["join_code"])
    held.button("join.go").click()
    expect(held.title()).to_have_text(held.says("seats.title"))
    page.get_by_role("radio", name="Klantcontact").check(force=True)
    usable(held, size)
    held.button("seats.go", name="Klantcontact").click()
    expect(page.locator(".stick")).to_be_visible()
    if not held.served.direct("status")["started"]:
        held.served.direct("start")
        while held.served.direct("status")["part"] != "work":
            held.served.direct("next")
    expect(page.get_by_role("navigation")).to_be_visible()
    usable(held, size)
    assert held.open_tool()
    held.aim()
    usable(held, size)
    page.go_back()
    expect(page.get_by_role("navigation")).to_be_visible()
    held.verb("talk")
    usable(held, size)
    page.go_back()
    held.button("secret.short").click()
    usable(held, size)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_lies_under_the_main_button_and_no_words_are_cut(
    browser: Browser, served: Served, size: Size
) -> None:
    walk(phone(browser, served, size=size), size)


def test_what_lies_under_the_main_button_is_found(browser: Browser, served: Served) -> None:
    """The check can fail: as long as the button hung over the page, the choice of a language lay under it."""
    held = phone(browser, served, size=(320, 330))
    held.page.goto(served.origin)
    expect(held.title()).to_be_visible()
    assert covered(held.page) == []
    held.page.evaluate(
        """Object.assign(document.querySelector(".dock").style, { position: "fixed", inset: "auto 0 0" })"""
    )
    assert covered(held.page) != []


def test_letters_twice_as_large_in_the_browser_are_so_on_the_page(large: Browser, served: Served) -> None:
    held = phone(large, served, size=(360, 640))
    walk(held, (360, 640))
    assert held.page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == 34
    held.page.go_back()
    expect(held.page.get_by_role("navigation")).to_be_visible()
    assert broken(held.page, ".tool strong") == [], "a word goes on in the next line without a hyphen"


def broken(page: Page, what: str) -> list[str]:
    """Words that stand on two lines."""
    found: list[str] = page.evaluate(
        """(what) => [...document.querySelectorAll(what)].flatMap((one) => {
            const text = one.firstChild;
            return [...text.data.matchAll(/[^\\s-\u00ad]+/g)].filter((word) => {
                const range = document.createRange();
                range.setStart(text, word.index);
                range.setEnd(text, word.index + word[0].length);
                return range.getClientRects().length > 1;
            }).map((word) => word[0]);
        })""",
        what,
    )
    return found
