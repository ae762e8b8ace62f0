"""What the page is made of: every file that may be asked for, by its path, read once.

A path that is not in the manifest does not exist; nothing is looked up on the disk when somebody asks.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from game.net.sheet import sheet
from game.scenario.compiling import Compiled
from game.view.wire import compact
from game.words.catalogue import LANGUAGES, listing
from game.words.resources import asset

_TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
}
_SHARED: Final = ("icons", "parts", "fonts", "theme")
"""Folders of ``assets/`` that the page may use."""


@dataclass(frozen=True, slots=True)
class Resource:
    """A file as it is sent; ``tag`` changes with its content."""

    body: bytes
    media_type: str
    tag: str


def resource(body: bytes, suffix: str) -> Resource:
    """A file of a kind."""
    return Resource(body, _TYPES[suffix], f'"{blake2b(body, digest_size=12).hexdigest()}"')


def manifest(compiled: Compiled) -> dict[str, Resource]:
    """Everything that may be asked for, by path: the page, its texts, the scenario and the assets."""
    found: dict[str, Resource] = {}
    for path, file in _page(files("game.net") / "phone", ""):
        found[f"/{path}"] = resource(file.read_bytes(), Path(path).suffix)
    if "/index.html" in found:
        found["/"] = found["/index.html"]
    for folder in _SHARED:
        for inside in sorted(asset(folder).rglob("*")):
            if inside.suffix in _TYPES and inside.is_file():
                name = inside.relative_to(asset()).as_posix()
                found[f"/assets/{name}"] = resource(inside.read_bytes(), inside.suffix)
    for language in LANGUAGES:
        found[f"/words/{language}.json"] = _json(listing("phone", language))
        found[f"/scenario/{language}.json"] = _json(sheet(compiled, language))
    return found


def _json(value: object) -> Resource:
    return resource(compact(value).encode(), ".json")


def _page(folder: Traversable, before: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        path = f"{before}{entry.name}"
        if entry.is_dir():
            yield from _page(entry, f"{path}/")
        elif Path(path).suffix in _TYPES:
            yield path, entry
