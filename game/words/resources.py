"""Where assets and scenarios are found: in the checkout, or inside the installed package."""

from importlib.util import find_spec
from pathlib import Path


def _root() -> Path:
    # The checkout first: a copy that an earlier installation left behind must not hide an edited scenario.
    checkout = Path(__file__).resolve().parents[2]
    if (checkout / "scenarios" / "library.yaml").is_file():
        return checkout
    installed = find_spec("piramide_data")
    if installed is None or not installed.submodule_search_locations:
        raise FileNotFoundError("Piramide's assets and scenarios are missing: install it again")
    return Path(next(iter(installed.submodule_search_locations)))


def asset(*parts: str) -> Path:
    """Path of a file or folder under ``assets/``."""
    return _root().joinpath("assets", *parts)


def scenarios() -> Path:
    """Path of the folder with the shipped scenario files."""
    return _root() / "scenarios"
