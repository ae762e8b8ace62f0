"""Finding a Chromium: the one that is named, the system's, or Playwright's own."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Playwright
from playwright.sync_api import Error as BrowserError

NAMES = ("chromium", "chromium-browser", "google-chrome")
LAN = "table.waterrijk.example"
"""A name that is no localhost: the page meets the limits of a page on a room's network."""


def executable() -> str | None:
    """The browser to use; none: Playwright's own, if it is installed."""
    named = os.environ.get("PIRAMIDE_CHROMIUM")
    return named or next((found for name in NAMES if (found := shutil.which(name))), None)


@contextmanager
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """A headless Chromium that finds this computer under ``LAN``; without one the tests are skipped.

    Where ``CI`` is set they fail instead.
    """
    try:
        browser = playwright.chromium.launch(
            executable_path=executable(),
            args=[f"--host-resolver-rules=MAP {LAN} 127.0.0.1", "--disable-gpu", "--no-sandbox"],
        )
    except BrowserError as error:
        reason = "phone tests skipped: no Chromium; install one or name it in PIRAMIDE_CHROMIUM"
        if os.environ.get("CI"):
            pytest.fail(f"{reason}: {error}")
        pytest.skip(reason)
    try:
        yield browser
    finally:
        browser.close()
