"""Every text exists in Dutch and English, says the same things, and is used."""

import re
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from game.words.catalogue import LANGUAGES, Language, Words
from game.words.resources import asset
from tools.words import compiled

ROOT = Path(__file__).resolve().parents[2]
DOMAINS = sorted(path.stem for path in asset("words", "en", "LC_MESSAGES").glob("*.po"))


def catalogue(language: Language, domain: str) -> Catalog:
    with asset("words", language, "LC_MESSAGES", f"{domain}.po").open("rb") as file:
        return read_po(file, abort_invalid=True)


def keys(language: Language, domain: str) -> set[str]:
    return {
        key
        for message in catalogue(language, domain)
        if message.id
        for key in (message.id if isinstance(message.id, tuple | list) else [message.id])
    }


def texts(language: Language, domain: str) -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for message in catalogue(language, domain):
        if message.id:
            key = message.id[0] if isinstance(message.id, tuple | list) else message.id
            forms = message.string if isinstance(message.string, tuple | list) else (message.string or "",)
            out[key] = tuple(form or "" for form in forms)
    return out


def fields(text: str) -> set[str]:
    return {
        re.split(r"[.\[]", name)[0] for _, name, _, _ in string.Formatter().parse(text) if name is not None
    }


@pytest.mark.parametrize("domain", DOMAINS)
def test_both_languages_have_the_same_texts_with_the_same_blanks(domain: str) -> None:
    assert keys("nl", domain) == keys("en", domain)
    dutch, english = texts("nl", domain), texts("en", domain)
    for key, forms in english.items():
        assert all(forms), f"{domain}: {key} is empty in English"
        assert all(dutch[key]), f"{domain}: {key} is empty in Dutch"
        said = [set().union(*(fields(form) for form in of)) for of in (forms, dutch[key])]
        assert said[0] == said[1], f"{domain}: {key} fills in different things"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("domain", DOMAINS)
def test_the_compiled_texts_are_those_of_the_source(language: Language, domain: str) -> None:
    source = asset("words", language, "LC_MESSAGES", f"{domain}.po")
    assert source.with_suffix(".mo").read_bytes() == compiled(source), "run `make words`"


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_text_is_used_somewhere(domain: str) -> None:
    """A key stands in the code, or its beginning does where the rest is made up (``f"thing.{what}"``)."""
    sources = [path for room in ("game", "sim") for path in (ROOT / room).rglob("*")]
    code = "\n".join(path.read_text() for path in sources if path.suffix in (".py", ".jinja", ".js"))
    whole = set(re.findall(r"""["']([a-z_0-9]+(?:\.[a-z_0-9-]+)+)["']""", code))
    begun = {begin for begin in re.findall(r"""f["']([a-z_0-9.]*?)\{""", code) if "." in begin}
    begun |= set(re.findall(r"""["']([a-z_0-9.]+\.)["'] ~""", code))
    begun |= {begin for begin in re.findall(r"`([a-z_0-9.]+)\$\{", code) if "." in begin}
    unused = {
        key
        for key in keys("en", domain)
        if key.removesuffix(".many") not in whole and not any(key.startswith(begin) for begin in begun)
    }
    assert not unused, f"nobody says {sorted(unused)}"


def test_a_key_without_a_text_is_loud() -> None:
    with pytest.raises(KeyError):
        Words("sim", "en")("error.nothing_of_the_kind")


def test_counting_takes_the_right_form() -> None:
    words = Words("scenario", "nl")
    assert words.count("check.errors", 1, path="x") != words.count("check.errors", 2, path="x")
    assert "2" in words.count("check.errors", 2, path="x")
