"""Findings put into words: where, what, and what to do about it, in Dutch or English."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Final

from game.scenario.findings import Finding
from game.scenario.load import ScenarioError, check
from game.scenario.tree import hidden
from game.words.catalogue import Language, Words

DOMAIN: Final = "scenario"
WIDEST_LINE: Final = 100
LONGEST_VALUE: Final = 48


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake in a scenario file, in words.

    Lines and columns count from 1, in characters; the end is exclusive. ``fix`` is the text that
    should stand in that span instead, where it is known.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    code: str
    message: str
    help: str
    fix: str | None

    def json(self) -> dict[str, str | int | None]:
        """The shape of the contract, for ``check --format json``."""
        return asdict(self)


def diagnose(path: str, findings: Iterable[Finding], language: Language) -> list[Diagnostic]:
    """The findings of one file in words."""
    words = Words(DOMAIN, language)
    return [_diagnostic(path, finding, words) for finding in findings]


def check_bytes(path: str, data: bytes, language: Language) -> list[Diagnostic]:
    """Everything that is wrong with a scenario file (or a library file) of these bytes."""
    return diagnose(path, check(data), language)


def explain(error: ScenarioError, language: Language) -> str:
    """A ``ScenarioError`` as text."""
    return as_text(diagnose(error.path, error.findings, language), error.data, language)


def as_text(diagnostics: Iterable[Diagnostic], data: bytes, language: Language) -> str:
    """The diagnostics of one file below each other, each with its line, a caret and a help line."""
    lines = re.split(r"\r\n|\r|\n", data.decode("utf-8-sig", "replace"))
    words = Words(DOMAIN, language)
    return "".join(_paragraph(diagnostic, lines, words("format.help")) for diagnostic in diagnostics)


def _diagnostic(path: str, finding: Finding, words: Words) -> Diagnostic:
    values = {name: _said(name, value, words) for name, value in finding.values.items()}
    if isinstance(level := finding.values.get("level"), int):
        values |= {"lower": words(f"level.{level}"), "higher": words(f"level.{level + 1}")}
    key = f"diagnostic.{finding.code}"
    near = finding.values.get("near") is not None
    return Diagnostic(
        path=path,
        line=finding.span.line,
        column=finding.span.column,
        end_line=finding.span.end_line,
        end_column=finding.span.end_column,
        code=finding.code,
        message=words(key, code=finding.code, **values),
        help=words("help.near" if near else f"{key}.help", code=finding.code, **values),
        fix=finding.fix,
    )


def _said(name: str, value: object, words: Words) -> object:
    match name:
        case "what":
            return words(f"thing.{value}")
        case "language_name":
            return words(f"language.{value}")
        case "allowed" | "ways" | "known":
            return value
        case _:
            return shown(value) if isinstance(value, str) else value


def shown(text: str) -> str:
    """A value out of a file, fit to be quoted in a sentence."""
    text = "".join("�" if hidden(c) and c not in "\n\r\t" else c for c in text[: LONGEST_VALUE + 1])
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"


def _paragraph(diagnostic: Diagnostic, lines: list[str], help_word: str) -> str:
    line = lines[diagnostic.line - 1] if diagnostic.line <= len(lines) else ""
    start = diagnostic.column - 1
    end = diagnostic.end_column - 1 if diagnostic.end_line == diagnostic.line else len(line.rstrip())
    end = max(start + 1, min(end, len(line)))
    shift = max(0, start - WIDEST_LINE // 2) if len(line) > WIDEST_LINE else 0
    shift = min(shift, max(0, len(line) - WIDEST_LINE))
    source = line[shift : shift + WIDEST_LINE]
    start, end = start - shift, min(end - shift, WIDEST_LINE)
    before, after = "…" if shift else "", "…" if shift + WIDEST_LINE < len(line) else ""
    number = f"{diagnostic.line:>5}"
    margin = " " * len(number)
    column = _width(before) + _width(source[:start])
    carets = "^" * max(1, _width(source[start:end]))
    where = f"{visible(diagnostic.path)}:{diagnostic.line}:{diagnostic.column}"
    return (
        f"{where}: {diagnostic.code}: {diagnostic.message}\n"
        f"{number} | {before}{visible(source)}{after}\n"
        f"{margin} | {' ' * column}{carets}\n"
        f"{margin} = {help_word}: {diagnostic.help}\n"
    )


def visible(text: str) -> str:
    """The text with a mark in place of what would not be seen, or would steer a terminal."""
    return "".join("�" if hidden(c) and c != "\t" else " " if c == "\t" else c for c in text)


def _width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in visible(text)
    )
