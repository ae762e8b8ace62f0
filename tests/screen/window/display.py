"""A display of one's own for a test: Xvfb on a free number, ended with the test."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from Xlib import X
from Xlib.display import Display
from Xlib.error import BadWindow, CatchError
from Xlib.xobject.drawable import Window

SERVER = "Xvfb"
SCREEN = "1600x1000x24"


def available() -> bool:
    """Whether this machine has the server."""
    return shutil.which(SERVER) is not None


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """The environment of programs that open their windows there; raises ``OSError`` if it does not start."""
    read, write = os.pipe()
    command = [SERVER, "-displayfd", str(write), "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            number = told.readline().strip()  # it writes the number once it takes connections
        if not number:
            raise OSError(f"{SERVER} ended at once, with exit code {server.wait()}")
        yield around(number)
    finally:
        server.terminate()
        server.wait()


def around(number: str) -> dict[str, str]:
    """The environment with that display, and nothing that makes SDL show nothing."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SDL_")}
    kept.pop("WAYLAND_DISPLAY", None)
    return {**kept, "DISPLAY": f":{number}", "SDL_VIDEODRIVER": "x11", "SDL_AUDIODRIVER": "dummy"}


def shown(on: Display) -> list[Window]:
    """The windows that are to be seen on a display without a window manager."""
    return [one for one in on.screen().root.query_tree().children if _is_shown(one)]


def _is_shown(window: Window) -> bool:
    try:
        return bool(window.get_attributes().map_state == X.IsViewable)
    except BadWindow:  # it has been closed since it was listed
        return False


def titled(on: Display, window: Window) -> str:
    """The title of a window, and word of it when that changes; empty if it has none or has been closed."""
    try:
        window.change_attributes(event_mask=X.PropertyChangeMask, onerror=CatchError(BadWindow))
        found = window.get_full_property(on.intern_atom("_NET_WM_NAME"), X.AnyPropertyType)
    except BadWindow:
        return ""
    return "" if found is None else bytes(found.value).decode()
