"""Guessing on a phone may be declined, after one question."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from game.words.catalogue import Language
from tests.net.phone.hands import SMALL, USUAL, Size, phone
from tests.net.phone.served import Served, serving
from tests.net.phone.test_pages import axe


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(tmp_path, "fruit-stall", "--departments", "2", "--seed", "3") as found:
        yield found


@pytest.mark.parametrize(("language", "size"), [("nl", SMALL), ("en", USUAL)])
def test_declining_to_guess_is_asked_about_once(
    browser: Browser, served: Served, language: Language, size: Size
) -> None:
    held = phone(browser, served, language, size).join("Anouk")
    held.sit({"nl": "De kraam", "en": "The stall"}[language])
    other = phone(browser, served, language).join("Bas")
    other.sit({"nl": "Reclame", "en": "Advertising"}[language])
    served.direct("start")
    while served.direct("status")["part"] != "guessing":
        served.direct("next")
    expect(held.title()).to_have_text(held.says("guess.title"))
    held.button("guess.decline").click()
    question = held.page.get_by_role("heading", name=held.says("guess.decline.title"))
    expect(question).to_be_focused()
    assert axe(held.page) == []
    held.button("guess.decline.no").click()
    expect(question).to_have_count(0)
    expect(held.title()).to_be_focused()
    expect(held.page.get_by_role("radio").first).to_be_attached()
    held.button("guess.decline").click()
    held.button("guess.decline.yes").click()
    expect(held.page.get_by_text(held.says("guess.declined"))).to_be_visible()
    expect(held.page.get_by_role("radio")).to_have_count(0)
    expect(held.button("guess.decline")).to_have_count(0)
    assert axe(held.page) == []
    assert served.direct("status")["part"] == "guessing", "the others guess on"
    other.button("guess.decline").click()
    other.button("guess.decline.yes").click()
    expect(held.title()).to_have_text(held.says("over.title"))
    assert held.errors == other.errors == []
