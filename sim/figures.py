"""The whole numbers of a scenario file on which its balance hangs, and variants with other ones.

A ``Draft`` is a file as it is written. ``variant`` gives the scenario with some numbers changed, without
reading the file again; ``written`` gives the bytes of such a file, every other byte as it was.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path as FilePath
from typing import Final

from pydantic import ValidationError

from game.scenario.compiling import compile as compile_tables
from game.scenario.findings import Path, Span
from game.scenario.library import Library, complete, shipped_library
from game.scenario.load import find, library_of, parse, read_bytes, scenario_hash, whole
from game.scenario.models import Scenario, ScenarioFile
from game.scenario.reading import Document, Plain, read
from sim.result import mechanisms_in_play

Edits = Mapping[Path, int]
"""Other numbers, by the place where they stand in the file."""

SHAPES: Final = frozenset(
    {
        "rules.hours.*",
        "rules.will",
        "rules.know_how",
        "rules.convince_limit",
        "rules.drift",
        "rules.irrelevant",
        "rules.launch_week",
        "rules.launch_points",
        "rules.lost_week_points",
        "rules.motive_points",
        "powers.*",
        "audiences.*.tokens.*",
        "audiences.*.attention.max",
        "audiences.*.attention.refill",
        "mechanisms.*.hours",
        "mechanisms.*.attention",
        "mechanisms.*.reach",
        "mechanisms.*.difficulty",
        "mechanisms.*.will",
        "mechanisms.*.know_how",
        "departments.*.kpi.points",
        "personal_motives.*.at_least",
        "personal_motives.*.at_most",
        "events.*.options.*.hours",
        "events.*.options.*.effects.*.n",
        "unlock.*",
        "goal.medals.*.bronze",
        "goal.medals.*.silver",
        "goal.medals.*.gold",
        "goal.conditions.*.at_least",
        "goal.conditions.*.at_most",
    }
)
"""The places of numbers that can be tuned; the others say what a thing is, or who and when."""

FRAME: Final = ("unlock.", "rules.launch_week", "rules.hours")
"""Beginnings of shapes that say how a session runs: they matter, but they are not there to be tuned."""

_NAMED: Final = ("powers", "unlock")  # their keys are names, not fields
_STEP: Final = 5  # of a number of points that is counted in fives, like a medal
_LARGE: Final = 50


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the file: where it stands, and the values one step below and above.

    Where the format allows no step down (or up), or it makes no difference, ``low`` (``high``) is the value.
    """

    path: Path
    value: int
    low: int
    high: int
    line: int

    @property
    def shape(self) -> str:
        """What it is a number of: ``mechanisms.*.difficulty``."""
        return shape_of(self.path)

    @property
    def step(self) -> int:
        """By how much it is changed at a time: fives where points are counted in fives, else one."""
        return step_of(self.shape, self.value)

    def steps(self, value: int) -> int:
        """How many steps away another value is."""
        return -(-abs(value - self.value) // self.step)


def shape_of(path: Path) -> str:
    """A path with a star for each place in a list, and for each name or number of departments."""
    steps = ["*" if isinstance(step, int) else step for step in path]
    if steps[0] in _NAMED:
        steps[1] = "*"
    return ".".join(steps)


def step_of(shape: str, value: int) -> int:
    """By how much a number of this shape is changed at a time."""
    return _STEP if shape.startswith("goal.medals") and value >= _LARGE else 1


@dataclass(frozen=True)
class Draft:
    """A valid scenario file: its bytes, what was read in them, and the library it is read with."""

    data: bytes
    document: Document
    library: Library
    scenario: Scenario

    @classmethod
    def of(cls, id_or_path: str | FilePath) -> "Draft":
        """The file of a scenario; raises what ``load`` raises."""
        path = find(id_or_path)
        data = read_bytes(path)
        return cls(data, read(data), library_of(shipped_library()), parse(data, str(path)))

    def numbers(self) -> Iterator[tuple[Path, int]]:
        """Every number of the file that can be tuned, in the order of the file.

        A level on which nobody stands at the start is left alone: that is a choice, not a number.
        """
        for path, value in _numbers(self.document.values, ()):
            shape = shape_of(path)
            if shape in SHAPES and not (shape == "audiences.*.tokens.*" and value == 0):
                yield path, value

    def figures(self, departments: Iterable[int]) -> tuple[Figure, ...]:
        """The numbers that a game with one of these numbers of departments depends on."""
        played = {seats: compile_tables(self.scenario, seats) for seats in departments}
        tools = {name for compiled in played.values() for name in mechanisms_in_play(compiled)}
        found = []
        for path, value in self.numbers():
            if path[0] == "mechanisms" and self.scenario.mechanisms[int(path[1])].id not in tools:
                continue
            step = step_of(shape_of(path), value)
            ends = {value}
            for other in (value - step, value + step):
                try:
                    variant = self.unchecked({path: other})
                except ValidationError:  # out of the format's bounds
                    continue
                if any(
                    compile_tables(variant, seats).tables != compiled.tables
                    for seats, compiled in played.items()
                ):
                    ends.add(other)
            if len(ends) > 1:
                line = self.document.place(path).value.line
                found.append(Figure(path, value, min(ends), max(ends), line))
        return tuple(found)

    def variant(self, edits: Edits) -> Scenario | None:
        """The scenario with other numbers; None if that is no valid scenario any more."""
        values = self.document.values
        for path, value in edits.items():
            values = _with(values, path, value)
        return whole(replace(self.document, values=values), self.library, scenario_hash(self.written(edits)))

    def unchecked(self, edits: Edits) -> Scenario:
        """The same if only each number for itself is allowed, whatever they are together.

        Studies use it that change many numbers at once: what makes a file invalid then (medals in the
        wrong order) is no trouble to the rules. Raises ``pydantic.ValidationError`` where the format's own
        bounds are broken.
        """
        values = self.document.values
        for path, value in edits.items():
            values = _with(values, path, value)
        file = ScenarioFile.model_validate(values)
        return complete(file, self.library, scenario_hash(self.written(edits)))

    def written(self, edits: Edits) -> bytes:
        """The file with other numbers, every other byte untouched."""
        text = self.document.text
        spots = sorted(((*self._range(path), value) for path, value in edits.items()), reverse=True)
        for start, end, value in spots:
            text = text[:start] + str(value) + text[end:]
        mark = b"\xef\xbb\xbf"
        return (mark if self.data.startswith(mark) else b"") + text.encode("utf-8")

    def _range(self, path: Path) -> tuple[int, int]:
        """From where to where a number stands in the text; ``KeyError`` if the file has none there."""
        span: Span = self.document.places[path].value
        return (
            self._starts[span.line - 1] + span.column - 1,
            self._starts[span.end_line - 1] + span.end_column - 1,
        )

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", self.document.text))]


def _numbers(values: Plain, path: Path) -> Iterator[tuple[Path, int]]:
    if isinstance(values, dict):
        for name, inner in values.items():
            yield from _numbers(inner, (*path, name))
    elif isinstance(values, tuple):
        for place, inner in enumerate(values):
            yield from _numbers(inner, (*path, place))
    elif isinstance(values, int) and not isinstance(values, bool):
        yield path, values


def _with(values: Plain, path: Path, number: int) -> Plain:
    """The same values with another number at ``path``; nothing of the old ones is changed."""
    if not path:
        return number
    step, rest = path[0], path[1:]
    if isinstance(values, tuple) and isinstance(step, int):
        return (*values[:step], _with(values[step], rest, number), *values[step + 1 :])
    if isinstance(values, dict):
        return {**values, step: _with(values[step], rest, number)}
    raise KeyError(path)
