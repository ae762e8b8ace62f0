"""What all tests share: how processes divide them, how Hypothesis tries, and one browser."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, expect, sync_playwright
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from tests.net.phone.browsers import chromium
from tests.net.serving import PATIENCE


class ByFile(LoadScopeScheduling):  # type: ignore[misc]  # pytest-xdist has no types
    """The tests of a file run in one process, and so do all tests of the simulator.

    What a file has made ready for its tests, such as a server or a display, is made once then. The engine
    is compiled once: that takes as long as dozens of tests.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return "engine" if file.startswith("tests/sim/") else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByFile:
    """For ``-n``, whatever ``--dist`` says."""
    return ByFile(config, log)


def pytest_configure() -> None:
    """Hypothesis tries the same examples every time, and however long a busy machine takes over them."""
    slow = (HealthCheck.too_slow,)
    settings.register_profile("piramide", deadline=None, derandomize=True, suppress_health_check=slow)
    settings.load_profile("piramide")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser: Playwright runs once in a process. It waits as long as a busy machine takes."""
    expect.set_options(timeout=PATIENCE * 1000)
    with sync_playwright() as playwright, chromium(playwright) as found:
        yield found
