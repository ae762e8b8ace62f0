"""Where assets and scenarios are found: in the checkout, or inside the installed package."""

from importlib.util import find_spec
from pathlib import Path


def _root() -> Path:
    installed = find_spec("piramide_data")
    if installed is not None and installed.submodule_search_locations:
        return Path(next(iter(installed.submodule_search_locations)))
    return Path(__file__).resolve().parents[2]


def asset(*parts: str) -> Path:
    """Path of a file or folder under ``assets/``."""
    return _root().joinpath("assets", *parts)


def scenarios() -> Path:
    """Path of the folder with the shipped scenario files."""
    return _root() / "scenarios"
