import json
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.net.links import BAD_FRAME
from game.net.messages import FrameError, read_frame
from game.net.names import LONGEST, clean_name, distinct_name
from tests.net.phones import CODE, Tables

HELLO = {"type": "hello", "protocol": 1, "code": CODE, "name": "Anna"}

BAD = (
    "",
    "null",
    "[]",
    "{",
    '"hello"',
    "{}",
    '{"type": "dance"}',
    '{"type": ["hello"]}',
    '{"type": "command"}',
    '{"type": "command", "id": 7, "revision": 0, "command": {}}',
    '{"type": "command", "id": "", "revision": 0, "command": {}}',
    '{"type": "command", "id": "x", "revision": -1, "command": {}}',
    '{"type": "command", "id": "x", "revision": true, "command": {}}',
    '{"type": "command", "id": "x", "revision": 1e999, "command": {}}',
    '{"type": "command", "id": "x", "revision": 0, "command": []}',
    json.dumps({"type": "command", "id": "x" * 65, "revision": 0, "command": {}}),
    '{"type": "hello", "protocol": "1"}',
    '{"type": "hello", "protocol": 1, "lang": "de"}',
    '{"type": "hello", "protocol": 1, "token": 5}',
    '{"type": "answer", "n": 1, "yes": "yes"}',
    '{"type": "seat", "seat": ["shop"]}',
    '{"type": "seat"}',
    '{"a":' * 1500 + "1" + "}" * 1500,
    '{"type": "ping", "x": ' + "[" * 4000 + "]" * 4000 + "}",
)


@pytest.mark.parametrize("text", BAD)
def test_a_frame_that_is_none_of_the_protocol_ends_the_link_and_nothing_else(text: str) -> None:
    with pytest.raises(FrameError):
        read_frame(text)


def test_a_bad_frame_closes_the_link_with_words(tmp_path: Path) -> None:
    tables = Tables(tmp_path)
    phone, other = tables.phone(), tables.phone()
    other.join()
    phone.say(type="dance")
    assert (phone.last("closed")["reason"], phone.closed) == ("bad_frame", BAD_FRAME)
    joined = tables.phone()
    joined.join()
    joined.say(**HELLO)
    assert joined.closed == BAD_FRAME
    early = tables.phone()
    early.say(type="ping")
    assert early.closed == BAD_FRAME
    assert other.say(type="ping") == [{"type": "pong"}]


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda x: st.lists(x) | st.dictionaries(st.text(), x),
    )
)
def test_any_json_is_a_frame_or_an_error(value: object) -> None:
    for text in (json.dumps(value), json.dumps({"type": "hello", "protocol": 1, "name": value})):
        try:
            read_frame(text)
        except FrameError:
            continue


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "Robert'); DROP TABLE entry;--",
    "\u202eannA\u202c",
    "\u2066\u2067\u2068Anna\u2069",
    "A\u200bn\u200cn\u200da\ufeff",
    "Anna\x00\x07\x1b[31m",
    "An\nna\r\n\tB",
    "Z" + "\u0301" * 200,
    "👩‍👩‍👧‍👦👩🏽‍🚀🇳🇱",
    "𝕬𝖓𝖓𝖆 ﷽ ﷽",
    "{name} %s %(x)s {0.__class__}",
    "A" * 10_000,
    "\ud800".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
    "שלום عالم",
    "\U000e0041\U000e0042Anna",
    "\ue000\uf8ff",
    "  Anna   Maria  ",
)


INVISIBLE = {
    *"\u061c\u00ad\ufeff",
    *map(chr, (*range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070))),
}
"""Characters that turn the direction of writing, or cannot be seen."""


def hostile_names(n: int, chance: Random) -> list[str]:
    """Hostile texts, and mixtures of them."""
    made = []
    for i in range(n):
        if i < len(HOSTILE):
            made.append(HOSTILE[i])
        else:
            letters = [
                chr(
                    chance.choice(
                        (
                            chance.randrange(0x20, 0x7F),
                            chance.randrange(0x300),
                            chance.randrange(0x2000, 0x2100),
                            chance.randrange(0x1F300, 0x1FA00),
                        )
                    )
                )
                for _ in range(30)
            ]
            made.append(chance.choice(HOSTILE)[: chance.randrange(20)] + "".join(letters))
    return made


def test_five_hundred_hostile_names_become_harmless_and_short() -> None:
    for typed in hostile_names(500, Random(1)):
        name = clean_name(typed)
        assert len(name) <= LONGEST
        assert name == name.strip() == clean_name(name)
        assert name.isprintable()
        assert not INVISIBLE.intersection(name)
    assert clean_name("  Anna   Maria  ") == "Anna Maria"
    assert clean_name("<b>Anna</b>") == "<b>Anna</b>"  # shown as text, never as a page
    assert clean_name("Zoë Müller-O'Neill") == "Zoë Müller-O'Neill"
    assert clean_name("\u202eannA") == "annA"
    assert clean_name("\u200b\ufeff ") == ""


@pytest.mark.parametrize("typed", [*"\u1160\u3164\u115f\u2800\uffa0\u034f\u17b4\u180b\ufe0f\ufffc\U0001d159"])
def test_a_name_of_letters_that_cannot_be_seen_is_none(typed: str) -> None:
    assert clean_name(typed) == clean_name(f" {typed * 5}\u0301 ") == ""
    assert clean_name(f"An{typed}na").replace(" ", "") == "Anna"


def test_a_table_of_hostile_names_stays_in_order(tmp_path: Path) -> None:
    tables = Tables(tmp_path)
    for n, typed in enumerate(hostile_names(60, Random(2))):
        tables.phone(f"10.1.0.{n}").say(type="hello", protocol=1, code=CODE, name=typed)
    names = [member.name for member in tables.table.roster.members.values()]
    assert len(names) > 40
    assert len({name.casefold() for name in names}) == len(names)
    tables.restart()
    assert [member.name for member in tables.table.roster.members.values()] == names


@given(st.lists(st.text(max_size=30), max_size=8))
def test_names_are_always_told_apart(typed: list[str]) -> None:
    taken: list[str] = []
    for one in typed:
        name = distinct_name(clean_name(one) or "Anna", taken)
        assert name.casefold() not in {other.casefold() for other in taken}
        assert len(name) <= LONGEST
        taken.append(name)
