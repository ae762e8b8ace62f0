"""From a tree of nodes to plain values, with an index of where each of them stands.

YAML 1.2 (core schema): ``yes`` and ``1_000`` are texts, ``012`` is twelve. Lists become tuples.
"""

import re
from dataclasses import dataclass
from typing import Final

from game.scenario.findings import Finding, Path, Span
from game.scenario.tree import Mapping, Node, Scalar, Sequence, Unreadable, compose, decode

Plain = str | int | float | bool | None | tuple["Plain", ...] | dict[str | int, "Plain"]

# The only mappings whose keys are numbers: numbers of departments.
NUMBERED: Final[frozenset[Path]] = frozenset({("rules", "hours"), ("in_play",), ("goal", "medals")})

_WORDS: Final[dict[str, bool | None]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_WHOLE: Final = re.compile(r"[-+]?[0-9]{1,18}")
_BASED: Final = re.compile(r"0o[0-7]{1,18}|0x[0-9a-fA-F]{1,15}")
_FRACTION: Final = re.compile(r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+(?=[eE]))([eE][-+]?[0-9]{1,3})?")
_LONGEST_NUMBER: Final = 40


def scalar(text: str) -> str | int | float | bool | None:
    """The value of a plain scalar; a number that is too long to be meant stays a text."""
    if text in _WORDS:
        return _WORDS[text]
    if len(text) > _LONGEST_NUMBER:
        return text
    if _WHOLE.fullmatch(text):
        return int(text)
    if _BASED.fullmatch(text):
        return int(text, 0)
    if _FRACTION.fullmatch(text):
        return float(text)
    return text


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands, where its key stands, and what to underline when speaking of it."""

    value: Span
    key: Span | None
    head: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A file that could be read: plain values, where they stand, and what was wrong on the way."""

    text: str
    values: Plain
    places: dict[Path, Place]
    findings: tuple[Finding, ...]

    def place(self, path: Path) -> Place:
        """The place of ``path``, or of the nearest part around it that the file has."""
        while path not in self.places:
            path = path[:-1]
        return self.places[path]


def read(data: bytes) -> Document:
    """Read a file; raises ``tree.Unreadable`` where nothing can be made of it."""
    text = decode(data)
    root, findings = compose(text)
    if not isinstance(root, Mapping):
        raise Unreadable(Finding("not_a_mapping", root.span))
    places: dict[Path, Place] = {}
    values = _plain(root, (), None, places, findings)
    return Document(text, values, places, tuple(findings))


def _plain(
    node: Node, path: Path, key: Span | None, places: dict[Path, Place], findings: list[Finding]
) -> Plain:
    places[path] = Place(node.span, key, key or _head(node))
    if isinstance(node, Scalar):
        return scalar(node.text) if node.plain else node.text
    if isinstance(node, Sequence):
        return tuple(_plain(item, (*path, i), None, places, findings) for i, item in enumerate(node.items))
    values: dict[str | int, Plain] = {}
    for name, item in zip(node.items[::2], node.items[1::2], strict=True):
        identifier = _key(name, path, findings)
        if identifier is None:
            continue
        if identifier in values:
            first = places[*path, identifier].key
            line = first.line if first else 0
            findings.append(
                Finding("duplicate_key", name.span, values={"key": str(identifier), "first": line})
            )
            continue
        values[identifier] = _plain(item, (*path, identifier), name.span, places, findings)
    return values


def _key(node: Node, path: Path, findings: list[Finding]) -> str | int | None:
    """The key that a node stands for, or None if it cannot be one."""
    if isinstance(node, Scalar):
        value = scalar(node.text) if node.plain else node.text
        if value == "<<":
            findings.append(Finding("merge_key", node.span))
            return None
        if isinstance(value, str):
            return value
        if isinstance(value, int) and not isinstance(value, bool) and path in NUMBERED:
            return value
    findings.append(Finding("key_not_text", node.span))
    return None


def _head(node: Node) -> Span:
    """What to underline for a node without a key: an entry of a list, or the whole file."""
    if isinstance(node, Scalar) or not node.items or node.span.line == node.span.end_line:
        return node.span
    first = node.items[0].span
    last = node.items[1].span if isinstance(node, Mapping) else first
    if node.span.line < first.line:
        return Span(node.span.line, node.span.column, node.span.line, node.span.column + 1)
    return Span(first.line, first.column, last.end_line, last.end_column)
