"""Drawing a page again changes only what differs: what people are busy with stays where it is."""

from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

SOURCE = Path(__file__).resolve().parents[3] / "game" / "net" / "phone" / "draw.js"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page with ``h`` and ``draw`` (what ``render`` makes of a piece, as markup)."""
    made = browser.new_page()
    made.set_content("<div id=root></div>")
    address = f"data:text/javascript;base64,{b64encode(SOURCE.read_bytes()).decode()}"
    made.evaluate(
        """async (address) => {
            const { h, render } = await import(address);
            const root = document.getElementById("root");
            const draw = (piece) => { render(piece, root); return root.innerHTML; };
            Object.assign(window, { h, root, draw });
        }""",
        address,
    )
    yield made
    made.close()


def test_pieces_become_elements_and_nothing_stands_for_nothing(page: Page) -> None:
    drawn = page.evaluate(
        """() => {
            const Name = ({ children, of }) => h("b", { class: of }, children);
            const p = h("p", null, "a", 1, null, false, undefined, true);
            return draw([p, h(Name, { of: "x" }, "y"), [], 0]);
        }"""
    )
    assert drawn == '<p>a1</p><b class="x">y</b>0'


def test_a_text_is_never_markup(page: Page) -> None:
    page.evaluate("""draw(h("p", { title: '"><i>' }, "<img src=x onerror=alert(1)>"))""")
    assert page.locator("#root *").count() == 1
    assert page.locator("#root p").get_attribute("title") == '"><i>'
    assert page.locator("#root p").inner_text() == "<img src=x onerror=alert(1)>"


def test_what_has_the_focus_keeps_it_and_its_words(page: Page) -> None:
    held = page.evaluate(
        """() => {
            const line = (one) => h("p", { key: one }, one);
            const form = (above) => [above.map(line), h("input", { key: "own" })];
            draw(form(["a", "b"]));
            const field = root.querySelector("input");
            field.focus();
            field.value = "half a na";
            draw(form(["b"]));
            draw(form(["new", "b", "c"]));
            return [document.activeElement === field, field.value, root.textContent];
        }"""
    )
    assert held == [True, "half a na", "newbc"]


def test_keyed_pieces_move_with_their_elements(page: Page) -> None:
    moved = page.evaluate(
        """() => {
            const list = (names) => h("ul", null, names.map((one) => h("li", { key: one }, one)));
            draw(list(["a", "b", "c"]));
            const [a, , c] = root.querySelectorAll("li");
            draw(list(["c", "a"]));
            const now = [...root.querySelectorAll("li")];
            return [now.length, now[0] === c, now[1] === a];
        }"""
    )
    assert moved == [2, True, True]


def test_another_page_begins_anew(page: Page) -> None:
    """Two pages may look alike: what was typed on one does not appear on the other."""
    kept = page.evaluate(
        """() => {
            const One = () => h("input", null), Two = () => h("input", null);
            draw(h(One));
            root.firstChild.value = "typed";
            draw(h(Two));
            return root.firstChild.value;
        }"""
    )
    assert kept == ""


def test_attributes_styles_and_listeners_follow(page: Page) -> None:
    drawn = page.evaluate(
        """() => {
            const heard = [];
            const button = (props) => draw(h("button", props, "go"));
            const press = () => root.firstChild.click();
            button({ class: "on", "aria-pressed": false, hidden: true, style: { width: "4px" },
                     onClick: () => heard.push("first") });
            const before = root.innerHTML;
            press();
            button({ "aria-pressed": true, style: { height: "2px" }, onClick: () => heard.push("second") });
            press();
            const after = root.innerHTML;
            button({});
            press();
            return [before, after, root.innerHTML, heard];
        }"""
    )
    assert drawn == [
        '<button class="on" aria-pressed="false" hidden="" style="width: 4px;">go</button>',
        '<button aria-pressed="true" style="height: 2px;">go</button>',
        '<button style="">go</button>',
        ["first", "second"],
    ]


def test_a_choice_is_what_the_page_says(page: Page) -> None:
    """A tap that the page does not take over is undone by the next drawing."""
    checked = page.evaluate(
        """() => {
            const boxes = (chosen) => draw(["a", "b"].map((one) =>
                h("input", { key: one, type: "radio", name: "same", checked: one === chosen })));
            boxes("a");
            root.lastChild.click();
            boxes("a");
            return [...root.children].map((one) => one.checked);
        }"""
    )
    assert checked == [True, False]
