"""The command ``piramide``."""

import os
import signal
import sys
from typing import Final

INTERRUPTED: Final = 130  # as a shell calls it


def main() -> None:
    """Run the command line.

    The rooms are loaded here, not above: who stops the program meanwhile gets no traceback.
    """
    hears = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # else it was started to be deaf
    if hears:
        signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))
    from game.app.usage import run  # noqa: PLC0415
    from game.app.wiring import commands  # noqa: PLC0415

    app = commands(sys.argv[1:])
    if hears:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.exit(run(app))


if __name__ == "__main__":
    main()
