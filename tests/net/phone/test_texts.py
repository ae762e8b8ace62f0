"""Every text that the page asks for is in its catalogue; no sentence stands in the page itself."""

import re
from pathlib import Path

from game.words.catalogue import LANGUAGES, listing

PAGE = Path(__file__).resolve().parents[3] / "game" / "net" / "phone"
SOURCES = list(PAGE.rglob("*.js"))


def test_every_key_has_a_text() -> None:
    asked = {key for file in SOURCES for key in re.findall(r'"([a-z_]+(?:\.[a-z_]+)+)"', file.read_text())}
    assert len(asked) > 100
    for language in LANGUAGES:
        assert asked - set(listing("phone", language)) == set()


def test_every_family_of_keys_has_texts() -> None:
    families = {begin for file in SOURCES for begin in re.findall(r"\bt\(`([a-z_.]+)\$\{", file.read_text())}
    assert {"level.", "channel.", "verb."} <= families
    for language in LANGUAGES:
        keys = set(listing("phone", language))
        assert [one for one in families if not any(key.startswith(one) for key in keys)] == []


def test_no_sentence_stands_in_the_page() -> None:
    for file in SOURCES:
        code = "\n".join(line.split("//")[0] for line in file.read_text().splitlines())
        quoted = re.findall(r'"([^"\n]+)"', code)
        said = [text for text in quoted if re.search(r"^[A-Z]\w* \w+|\w\.$", text)]
        assert said == [], f"{file.name}: {said}"
