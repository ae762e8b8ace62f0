"""From bytes to a tree of nodes with positions: the part of reading that distrusts the file.

ruamel.yaml's parser supplies events with marks; no tag ever builds a Python object. Limits are kept
while the events come in, so that a hostile file costs no more than an honest one.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Final

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, StringMark
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from game.scenario.findings import Finding, Span

LARGEST_FILE: Final = 256 * 1024
DEEPEST: Final = 12
MOST_NODES: Final = 20_000


@dataclass(slots=True)
class Scalar:
    """A single value, as it is written."""

    span: Span
    text: str
    plain: bool  # written without quotes: may be a number, true, false or nothing


@dataclass(slots=True)
class Sequence:
    """A list of nodes."""

    span: Span
    items: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Pairs of nodes, in the order of the file."""

    span: Span
    items: list["Node"] = field(default_factory=list)  # key, value, key, value …


Node = Scalar | Sequence | Mapping


class Unreadable(Exception):  # noqa: N818 - it carries findings, and never leaves this room
    """A file of which nothing can be made."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        super().__init__(finding.code)


# What the parser says, and what we call it. The parser's own words are for programmers.
_SYNTAX: Final = (
    ("found character '\\t'", "syntax_tab"),
    ("mapping values are not allowed", "syntax_colon"),
    ("could not find expected ':'", "syntax_missing_colon"),
    ("expected <block end>", "syntax_indent"),
    ("found unexpected end of stream", "syntax_quote"),
    ("expected ',' or", "syntax_bracket"),
    ("found unknown escape character", "syntax_escape"),
    ("that cannot start any token", "syntax_character"),
)


def decode(data: bytes) -> str:
    """The text of a file; raises ``Unreadable`` if it is too large, not UTF-8, or hides something."""
    if len(data) > LARGEST_FILE:
        raise Unreadable(Finding("file_too_large", Span(1, 1, 1, 1), values={"limit": LARGEST_FILE // 1024}))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        raise Unreadable(Finding("not_utf8", _at(before, len(before)))) from None
    for match in re.finditer(r"[^\x20-\x7e\n\r\t]", text):
        if hidden(match[0]):
            name = f"U+{ord(match[0]):04X}"
            raise Unreadable(
                Finding("hidden_character", _at(text, match.start()), values={"character": name})
            )
    return text


def hidden(character: str) -> bool:
    """Whether a character would not be seen, or would change how others are seen."""
    if character in "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{SOFT HYPHEN}":
        return False
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} or (
        ord(character) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(character) <= 0xFDEF
    )


def _at(text: str, index: int) -> Span:
    before = re.split(r"\r\n|\r|\n", text[:index])
    line, column = len(before), len(before[-1]) + 1
    return Span(line, column, line, column + 1)


def _span(start: StringMark, end: StringMark) -> Span:
    line, column = end.line + 1, end.column + 1
    if column == 1 and end.line > start.line:  # a block ends at the start of the line after it
        text, last = end.buffer, end.pointer
        while last > start.pointer and text[last - 1] in "\r\n":
            last -= 1
        begin = text.rfind("\n", 0, last) + 1
        begin += text[begin:last].rfind("\r") + 1
        line -= len(re.findall(r"\r\n|\r|\n", text[last : end.pointer]))
        column = last - begin + 1
    return Span(start.line + 1, start.column + 1, line, column)


def compose(text: str) -> tuple[Node, list[Finding]]:
    """The tree of one document, and what is not allowed in it but could be read past.

    Raises ``Unreadable`` where nothing can be made of the file, or it breaks a limit.
    """
    findings: list[Finding] = []
    try:
        root = _compose(text, findings)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        code = next((code for words, code in _SYNTAX if words in (error.problem or "")), "syntax")
        if code in {"syntax_bracket", "syntax_indent"} and mark is not None:
            quote = _unclosed_quote(text, error.context_mark or mark, mark)
            if quote is not None:
                raise Unreadable(Finding("syntax_quote", quote)) from None
        if code in {"syntax_quote", "syntax_bracket"} and error.context_mark is not None:
            mark = error.context_mark  # where it was opened says more than where the file ends
        span = Span(1, 1, 1, 1) if mark is None else _span(mark, mark)
        if code == "syntax_colon" and (forgotten := _forgotten_colon(text, span)) is not None:
            code, span = "syntax_missing_colon", forgotten
        raise Unreadable(Finding(code, span)) from None
    if root is None:
        raise Unreadable(Finding("empty_file", Span(1, 1, 1, 1)))
    return root, findings


def _unclosed_quote(text: str, opened: StringMark, stopped: StringMark) -> Span | None:
    """The quotation mark that was never closed, where that is why the lines after it make no sense.

    The text in it then ends at the next quotation mark, and what follows is nothing that can follow.
    """
    lines = re.split(r"\r\n|\r|\n", text)
    for number in range(opened.line, min(stopped.line, len(lines) - 1) + 1):
        begin = opened.column if number == opened.line else 0
        for mark in ('"', "'"):
            places = [i for i, c in enumerate(lines[number]) if c == mark and i >= begin]
            if len(places) % 2 == 0 or not re.search(rf"[\[{{,:]\s*{mark}", lines[number]):
                continue  # an apostrophe is no quotation mark
            before = [i for i in places if i < stopped.column] if number == stopped.line else []
            column = before[-2] if len(before) > 1 else places[-1]
            return Span(number + 1, column + 1, number + 1, column + 2)
    return None


def _forgotten_colon(text: str, span: Span) -> Span | None:
    """A colon on a line is unexpected where the word above it, as far indented, has none."""
    lines = [line.split(" #")[0].rstrip() for line in re.split(r"\r\n|\r|\n", text)[: span.line]]
    if len(lines) < 2:
        return None
    above, line = lines[-2:]
    word = above.lstrip(" ")
    if not re.fullmatch(r"[A-Za-z_]+", word) or len(above) - len(word) != len(line) - len(line.lstrip(" ")):
        return None
    return Span(span.line - 1, len(above) + 1, span.line - 1, len(above) + 2)


def _compose(text: str, findings: list[Finding]) -> Node | None:
    root: Node | None = None
    open_nodes: list[Sequence | Mapping] = []
    nodes = documents = 0
    for event in YAML(typ="safe", pure=True).parse(text):
        if isinstance(event, DocumentStartEvent):
            documents += 1
            span = _span(event.start_mark, event.end_mark)
            if documents > 1:
                raise Unreadable(Finding("many_documents", span))
            if event.tags or event.version not in (None, (1, 2)):
                raise Unreadable(Finding("directive", _at(text, text.index("%"))))
        if isinstance(event, CollectionEndEvent):
            closed = open_nodes.pop()
            start, end = closed.span, _span(event.start_mark, event.end_mark)
            closed.span = Span(start.line, start.column, end.end_line, end.end_column)
        if not isinstance(event, ScalarEvent | AliasEvent | SequenceStartEvent | MappingStartEvent):
            continue
        span = _span(event.start_mark, event.end_mark)
        nodes += 1
        if nodes > MOST_NODES:
            raise Unreadable(Finding("too_many_nodes", span, values={"limit": MOST_NODES}))
        node = _node(event, span, findings)
        if open_nodes:
            open_nodes[-1].items.append(node)
        else:
            root = node
        if not isinstance(node, Scalar):
            open_nodes.append(node)
            if len(open_nodes) > DEEPEST:
                raise Unreadable(Finding("too_deep", span, values={"limit": DEEPEST}))
    return root


def _node(
    event: ScalarEvent | AliasEvent | SequenceStartEvent | MappingStartEvent,
    span: Span,
    findings: list[Finding],
) -> Node:
    if isinstance(event, AliasEvent):
        findings.append(Finding("alias", span))
        return Scalar(span, "", plain=True)
    if event.anchor is not None:
        findings.append(Finding("anchor", span))
    if event.tag is not None:
        findings.append(Finding("tag", span))
    if isinstance(event, SequenceStartEvent):
        return Sequence(span)
    if isinstance(event, MappingStartEvent):
        return Mapping(span)
    if event.anchor is not None or event.tag is not None:
        # The mark of a decorated scalar begins at the decoration.
        return Scalar(span, event.value, plain=False)
    plain = event.style is None or event.style == ""
    escaped = next((c for c in event.value if not (" " <= c <= "~" or c in "\n\t") and hidden(c)), None)
    if escaped is not None:  # written as an escape, or it would have been found before
        findings.append(Finding("hidden_character", span, values={"character": f"U+{ord(escaped):04X}"}))
        return Scalar(span, "", plain=True)
    return Scalar(span, event.value, plain)
