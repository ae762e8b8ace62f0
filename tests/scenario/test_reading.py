import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.scenario.diagnostics import as_text, check_bytes
from game.scenario.findings import Span
from game.scenario.load import check
from game.scenario.reading import Plain, read, scalar
from game.scenario.tree import DEEPEST, LARGEST_FILE, MOST_NODES
from game.words.catalogue import LANGUAGES
from tests.builders import TINY

LAUGHS = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(9)
)

# Name: the code that must be among the diagnostics, and the file.
HOSTILE: dict[str, tuple[str, bytes]] = {
    "billion laughs": ("alias", LAUGHS.encode()),
    "deep brackets": ("too_deep", b"a: " + b"[" * 200_000),
    "deep braces": ("too_deep", b"{a: " * 50_000),
    "deep dashes": ("too_deep", b"- " * 100_000),
    "deep questions": ("too_deep", b"? " * 100_000),
    "deep indents": ("too_deep", "".join(f"{' ' * i}a:\n" for i in range(500)).encode()),
    "too large": ("file_too_large", b"a: b\n" * 60_000),
    "one huge text": ("text_too_long", TINY.replace("id: tiny", "id: tiny\nsummary: " + "x" * 200_000, 1)
                      .replace("summary: {nl", "title: {nl").replace("title: {nl: De", "#").encode()),
    "many nodes": ("too_many_nodes", b"a: [" + b"1," * 60_000 + b"]"),
    "many anchors": ("anchor", b"a: [" + b"&a x," * 15_000 + b"]"),
    "many duplicate keys": ("duplicate_key", b"a: 1\n" * 9_000),
    "an object of Python": ("tag", b"piramide: !!python/object/apply:os.system [exit]"),
    "a file of another kind": ("not_utf8", b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
    "NUL": ("hidden_character", b"piramide: 1\ntitle: a\x00b"),
    "a control character": ("hidden_character", b"piramide: 1\ntitle: a\x1bb"),
    "an escaped control character": ("hidden_character", b'piramide: 1\ntitle: "a\\x1bb"'),
    "an escaped surrogate": ("hidden_character", b'piramide: 1\ntitle: "a\\ud800b"'),
    "text turned around": ("hidden_character", "piramide: 1\ntitle: a\u202eb".encode()),
    "an odd line end": ("hidden_character", "piramide: 1\ntitle: a\u2028b".encode()),
    "a merge key": ("merge_key", b"piramide: 1\nrules: {<<: {will: 3}}"),
    "a list as a key": ("key_not_text", b"piramide: 1\n[1, 2]: 3"),
    "a mapping as a key": ("key_not_text", b"piramide: 1\n? {a: 1}\n: 3"),
    "nothing as a key": ("key_not_text", b"piramide: 1\n~: 3"),
    "an endless quote": ("syntax_quote", b"piramide: '" + b"x" * 250_000),
    "an endless block": ("syntax", b"piramide: |x\n" + b" \n" * 100_000),
    "an alias to nothing": ("alias", b"piramide: *nobody"),
    "a number too long to read": ("not_in_list", b"language: " + b"9" * 200_000),
    "an infinite number": ("expected_number", TINY.replace("max_mean: 0.5", "max_mean: 1e999").encode()),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gets_a_plain_answer(name: str) -> None:
    code, data = HOSTILE[name]
    for language in LANGUAGES:
        diagnostics = check_bytes("hostile.yaml", data, language)
        assert code in [diagnostic.code for diagnostic in diagnostics]
        assert len(diagnostics) <= 200
        assert len(as_text(diagnostics, data, language).encode()) < 200_000


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("yes", "yes"), ("no", "no"), ("on", "on"), ("true", True), ("False", False), ("~", None), ("", None),
        ("null", None), ("1_000", "1_000"), ("012", 12), ("0o14", 12), ("0x1F", 31), ("-3", -3), ("+3", 3),
        ("1:30", "1:30"), ("2024-01-01", "2024-01-01"), ("1.5", 1.5), (".5", 0.5), ("1e3", 1000.0),
        (".inf", ".inf"), ("=", "="), ("1" * 30, "1" * 30), ("١", "١"),
    ],
)  # fmt: skip
def test_plain_scalars_mean_what_yaml_1_2_says(written: str, meant: Plain) -> None:
    assert scalar(written) == meant
    assert type(scalar(written)) is type(meant)


def test_quoted_numbers_are_texts() -> None:
    assert read(b"a: '4'\nb: \"true\"\nc: |\n  5\n").values == {"a": "4", "b": "true", "c": "5\n"}


def test_lists_are_tuples_and_every_value_has_its_place() -> None:
    document = read(b"in_play:\n  2:\n    - department: shop\n      also: [a, b]\n")
    assert document.values == {"in_play": {2: ({"department": "shop", "also": ("a", "b")},)}}
    place = document.places["in_play", 2, 0, "also", 1]
    assert (place.value.line, place.value.column, place.value.end_column) == (4, 17, 18)
    key = document.places["in_play", 2, 0, "also"].key
    assert key is not None
    assert (key.line, key.column, key.end_column) == (4, 7, 11)


def test_a_block_of_text_ends_where_its_last_line_does() -> None:
    text = "weeks: |\ntitle: >\n  one\n  two\n\nsummary: x\n"
    for line_end in ("\n", "\r\n", "\r"):
        places = read(text.replace("\n", line_end).encode()).places
        spans = {path: place.value for path, place in places.items()}
        assert spans["weeks",] == Span(1, 8, 1, 9)
        assert spans["title",] == Span(2, 8, 4, 6)


def test_the_limits_are_just_wide_enough() -> None:
    deepest = b"a: " + b"[" * (DEEPEST - 1) + b"]" * (DEEPEST - 1)
    assert read(deepest).findings == ()
    most = b"a: [" + b"1," * (MOST_NODES - 3) + b"]"
    assert read(most).findings == ()
    comment = TINY.encode() + b"#" * (LARGEST_FILE - len(TINY.encode()))
    assert check(comment) == ()


@given(st.binary(max_size=200))
def test_any_bytes_get_an_answer(data: bytes) -> None:
    diagnostics = check_bytes("x.yaml", data, "nl")
    assert diagnostics
    as_text(diagnostics, data, "nl")


@given(st.text(st.sampled_from("abc:-[]{}'\"#&*!|>%@`?,<~ \n\t\\1.é"), max_size=60))
def test_any_text_gets_an_answer(text: str) -> None:
    data = text.encode()
    diagnostics = check_bytes("x.yaml", data, "en")
    lines = len(text.split("\n"))
    assert diagnostics
    assert all(1 <= diagnostic.line <= lines for diagnostic in diagnostics)
    assert all((d.line, d.column) <= (d.end_line, d.end_column) for d in diagnostics)
    as_text(diagnostics, data, "en")


@given(st.integers(0, len(TINY) - 1), st.sampled_from([*":-[]{}'\"#&*!|>%@,\n \t", "", "\n  - x"]))
def test_a_scenario_with_one_character_changed_is_read_or_explained(place: int, character: str) -> None:
    data = (TINY[:place] + character + TINY[place + 1 :]).encode()
    as_text(check_bytes("x.yaml", data, "nl"), data, "nl")
