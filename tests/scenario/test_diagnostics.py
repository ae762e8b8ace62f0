import re
from pathlib import Path

import pytest

from game.scenario.diagnostics import as_text, check_bytes, explain
from game.scenario.load import ScenarioError, check, parse
from game.words.catalogue import LANGUAGES, Language
from game.words.resources import asset, scenarios
from tests.builders import NO_LIBRARY, TINY, tiny_bytes, to_yaml
from tests.scenario import broken
from tests.scenario.test_limits import BREAKS
from tests.scenario.test_reading import HOSTILE


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", broken.files(), ids=lambda file: file.stem)
def test_a_broken_file_is_explained_exactly(file: Path, language: Language) -> None:
    wanted = broken.golden(file, language).read_text(encoding="utf-8")
    assert broken.render(file, language) == wanted


def test_every_text_is_written_down() -> None:
    texts = {broken.golden(file, language) for file in broken.files() for language in LANGUAGES}
    assert texts == set(broken.FOLDER.glob("*.txt"))


def test_every_code_has_an_example() -> None:
    catalogue = asset("words", "en", "LC_MESSAGES", "scenario.po").read_text(encoding="utf-8")
    codes = set(re.findall(r'^msgid "diagnostic\.([a-z0-9_]+)"$', catalogue, re.MULTILINE))
    examples = [file.read_bytes() for file in broken.files()]
    examples += [tiny_bytes(edit) for _, edit in BREAKS.values()]
    examples += [data for _, data in HOSTILE.values()]
    shown = {diagnostic.code for data in examples for diagnostic in check_bytes("x", data, "en")}
    assert codes - shown == set()
    assert shown <= codes


def test_both_languages_have_the_same_texts() -> None:
    keys = [
        re.findall(r'^msgid "(.+)"$', asset("words", lang, "LC_MESSAGES", "scenario.po").read_text(), re.M)
        for lang in LANGUAGES
    ]
    assert keys[0] == keys[1]


def test_positions_are_those_of_the_value() -> None:
    data = TINY.replace("reach: 3", "reach: 13", 1).encode()
    (diagnostic,) = check_bytes("tiny.yaml", data, "en")
    line = TINY[: TINY.index("reach: 3")].count("\n") + 1
    assert (diagnostic.line, diagnostic.column) == (line, 12)
    assert (diagnostic.end_line, diagnostic.end_column) == (line, 14)
    assert diagnostic.code == "too_large"


def test_positions_count_characters_in_a_file_with_windows_line_ends() -> None:
    data = ("\ufeff" + TINY.replace("measure: talks, points: 1", "measure: taalks, points: 1")).replace(
        "\n", "\r\n"
    )
    (diagnostic,) = check_bytes("tiny.yaml", data.encode(), "en")
    source = data.split("\r\n")[diagnostic.line - 1]
    assert source[diagnostic.column - 1 : diagnostic.end_column - 1] == "taalks"


def test_the_caret_stands_under_the_mistake() -> None:
    data = TINY.replace("audience: cor, level: 0", "audience: corr, level: 0").encode()
    text = as_text(check_bytes("tiny.yaml", data, "en"), data, "en")
    _, source, caret, help_line = text.splitlines()
    assert source[caret.index("^") :].startswith("corr,")
    assert caret.count("^") == len("corr")
    assert "‘cor’" in help_line


def test_the_caret_stands_right_after_wide_characters_and_in_long_lines() -> None:
    wide = TINY.replace("portrait: mother", "portrait: mother", 1)
    wide = wide.replace("{id: company, name: {nl: Gezelschap", "{id: company, name: {nl: 漢字漢字")
    wide = wide.replace("en: Company}, icon: star", "en: Company}, icon: starr")
    (paragraph,) = as_text(check_bytes("t", wide.encode(), "en"), wide.encode(), "en").split("t:")[1:]
    source, caret = paragraph.splitlines()[1:3]
    columns = "".join(c * 2 if c in "漢字" else c for c in source)
    assert columns[caret.index("^") :].startswith("starr")

    long = TINY.replace("id: tiny", "id: " + "x" * 5000).encode()
    text = as_text(check_bytes("t", long, "en"), long, "en")
    assert max(map(len, text.splitlines())) < 200


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("audience: cor, level: 0", "audience: corr, level: 0"),
        ("launch_week: 2", "launch_weak: 2"),
        ("depth: what", "depth: waht"),
        ("{kind: pressing}", "{kind: presing}"),
    ],
)
def test_a_fix_put_in_its_place_mends_the_file(wrong: str, right: str) -> None:
    data = TINY.replace(wrong, right, 1)
    (diagnostic,) = check_bytes("tiny.yaml", data.encode(), "en")
    assert diagnostic.fix is not None
    lines = data.splitlines(keepends=True)
    line = lines[diagnostic.line - 1]
    lines[diagnostic.line - 1] = (
        line[: diagnostic.column - 1] + diagnostic.fix + line[diagnostic.end_column - 1 :]
    )
    assert check_bytes("tiny.yaml", "".join(lines).encode(), "en") == []


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('title: {nl: "Kraam, en: "Stall"}\n', 1, 13),
        ('title: {nl: "Kraam", en: "Stall}\nweeks: 3\nsummary: "x"\n', 1, 26),
        ('title: {nl: "Kraam",\n  en: "Stall}\nsummary: {nl: "x", en: "y"}\n', 2, 7),
        ("title: {nl: 'Kraam, en: 'Stall'}\n", 1, 13),
        ('title: "Stall\nsummary: "x"\n', 1, 8),
        ("title: 'it's a stall'\nweeks: 3\n", 1, 8),
    ],
)
def test_a_quotation_mark_that_is_not_closed_is_called_that(text: str, line: int, column: int) -> None:
    (finding,) = check(text.encode())
    assert (finding.code, finding.span.line, finding.span.column) == ("syntax_quote", line, column)


@pytest.mark.parametrize("text", ["title: {nl: foto's, en: x\nweeks: 3\n", "weeks: [3, 4\nid: 'x'\n"])
def test_an_apostrophe_is_not_taken_for_a_quotation_mark(text: str) -> None:
    (finding,) = check(text.encode())
    assert finding.code == "syntax_bracket"


def test_all_mistakes_are_told_in_one_go_in_the_order_of_the_file() -> None:
    data = TINY.replace("weeks: 4", "weeks: 40").replace("points: 1}", "points: 0}", 1)
    data = data.replace("toolbox: [keys, panel]", "toolbox: [keys, panell]")
    with pytest.raises(ScenarioError) as error:
        parse(data.encode(), "tiny.yaml", NO_LIBRARY)
    codes = [finding.code for finding in error.value.findings]
    assert codes == ["too_large", "unknown_reference", "too_small"]
    assert explain(error.value, "nl").count("tip:") == 3


def test_a_persona_that_is_misspelt_once_is_one_mistake() -> None:
    """Events name her rightly: nobody is advised to spread the misspelling."""
    data = (scenarios() / "municipality.yaml").read_bytes()
    found = check_bytes("x", data.replace(b"persona: single_mother", b"persona: single_mothr"), "en")
    assert [one.fix for one in found] == ["single_mother"]


def test_no_jargon_of_the_tools_beneath_reaches_the_reader() -> None:
    for file in broken.files():
        for language in LANGUAGES:
            text = re.sub(r"^ +\d* \|.*$", "", broken.render(file, language), flags=re.MULTILINE)
            assert not re.search(r"pydantic|ruamel|Input should|validat|Value error|str type", text)


def test_the_library_itself_can_be_checked() -> None:
    values = {
        "piramide": 1,
        "motives": [
            {"id": "fun", "name": "Fun", "icon": "starr"},
            {"id": "fun", "name": "Fun", "icon": "star"},
        ],
        "personas": [{"id": "ann", "name": "Ann", "role": "r", "portrait": "mother"}],
    }
    codes = [diagnostic.code for diagnostic in check_bytes("library.yaml", to_yaml(values), "en")]
    assert sorted(codes) == ["duplicate_id", "missing_field", "unknown_reference"]
