"""Texts of the game in Dutch and English, looked up by key in gettext catalogues.

Each room keeps its own domain (``rules``, ``scenario``, ``screen``, ``app`` …) under
``assets/words/<language>/LC_MESSAGES/<domain>.po``; ``make words`` compiles them to ``.mo``.
"""

import gettext
import struct
from functools import cache
from typing import Literal, get_args

from game.words.resources import asset

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@cache
def _catalogue(domain: str, language: Language) -> gettext.NullTranslations:
    return gettext.translation(domain, asset("words"), [language])


class Words:
    """The texts of one room in one language.

    A key that has no text is a bug and raises ``KeyError``.
    """

    def __init__(self, domain: str, language: Language) -> None:
        self.domain = domain
        self.language: Language = language
        self._texts = _catalogue(domain, language)

    def __call__(self, key: str, /, **values: object) -> str:
        """The text under ``key``, its ``{names}`` filled in from ``values``."""
        text = self._texts.gettext(key)
        if text == key:
            raise KeyError(f"no text {key!r} in {self.domain}.{self.language}")
        return text.format_map(values) if values else text

    def count(self, key: str, n: int, /, **values: object) -> str:
        """The text under ``key`` in the form for ``n`` things; ``{n}`` is filled in.

        The plural key in the catalogue is ``key`` followed by ``.many``.
        """
        text = self._texts.ngettext(key, key + ".many", n)
        if text in (key, key + ".many"):
            raise KeyError(f"no text {key!r} in {self.domain}.{self.language}")
        return text.format_map({"n": n, **values})


def capital(text: str) -> str:
    """A text with its first letter large, as where it begins a line."""
    return text[:1].upper() + text[1:]


def listing(domain: str, language: Language) -> dict[str, str | list[str]]:
    """All texts of a domain by key, for a page that fills them in itself; counted ones as [one, many]."""
    path = asset("words", language, "LC_MESSAGES", f"{domain}.mo")
    compiled = path.read_bytes()
    _, _, n, keys, texts = struct.unpack_from("<5I", compiled)
    out: dict[str, str | list[str]] = {}
    for i in range(n):
        key, text = (_entry(compiled, table + 8 * i) for table in (keys, texts))
        if key:
            out[key.split("\0")[0]] = text.split("\0") if "\0" in key else text
    return out


def _entry(compiled: bytes, at: int) -> str:
    length, start = struct.unpack_from("<2I", compiled, at)
    return compiled[start : start + length].decode()
