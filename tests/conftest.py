"""One browser for all tests that need one: Playwright runs once in a process."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.net.phone.browsers import chromium
from tests.net.serving import PATIENCE


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE * 1000)
    with sync_playwright() as playwright, chromium(playwright) as found:
        yield found
