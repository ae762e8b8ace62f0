"""Why something cannot be done now, in words that hold for whoever one might choose."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from game.scenario.load import load
from tests.net.phone.hands import phone
from tests.net.phone.served import Served, serving

DEPARTMENTS = 2


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(tmp_path, "municipality", "--departments", str(DEPARTMENTS), "--seed", "3") as found:
        yield found


def test_what_holds_for_everybody_is_not_told_of_one(browser: Browser, served: Served) -> None:
    """In a new week everybody's attention is full: it is not about the first person of the list."""
    town = load("municipality")
    names = [town.department(one.department).name.get("nl") for one in town.in_play[DEPARTMENTS]]
    phones = [phone(browser, served).join(f"Mens {i}").sit(name) for i, name in enumerate(names)]
    served.direct("start")
    for _ in range(12):
        status = served.direct("status")
        if (status["week"], status["part"]) == (2, "work"):
            break
        served.direct("next")
    held = phones[0]
    held.button("friday.next", n=2).click()
    held.verb("more")
    rest = held.page.locator(".tools li", has_text=held.says("verb.hold_back"))
    expect(rest).to_contain_text(held.says("verbs.all_full"))
    offer = held.page.locator(".tools li", has_text=held.says("verb.proposition"))
    expect(offer).to_contain_text(held.says("verbs.nobody"))
    assert [one.id for one in town.audiences if one.persona.name.get("nl") in rest.inner_text()] == []
    assert held.errors == []
