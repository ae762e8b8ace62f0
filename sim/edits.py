"""Edits of a scenario's numbers, and what ``tune`` proposes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from typing import Final

from game.scenario.findings import Path as Place
from sim.balancing import Judgement
from sim.figures import Draft, Figure
from sim.statistics import Status

FARTHEST: Final = 24  # steps from where a number stands


@dataclass(frozen=True, slots=True)
class Edit:
    """Another value for a number of the file."""

    figure: Figure
    to: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """What ``tune`` found: the edits, and how the scenario is judged with them, on fresh seeds.

    Without edits it is the scenario as it is: it meets its targets, or nothing better was found.
    """

    name: str
    draft: Draft
    before: Judgement
    edits: tuple[Edit, ...]
    after: Judgement
    tried: int
    """Scenarios that were played on the way."""

    @property
    def status(self) -> Status:
        """Whether all targets are met with the edits."""
        return self.after.status

    def written(self) -> bytes:
        """The file with the edits, every other byte untouched."""
        return self.draft.written(numbers_of(self.edits))

    def diff(self) -> str:
        """The edits as a unified diff."""
        old, new = (
            data.decode("utf-8-sig").splitlines(keepends=True) for data in (self.draft.data, self.written())
        )
        lines = unified_diff(old, new, self.name, self.name, n=0)
        return "".join(line if line.endswith("\n") else line + "\n" for line in lines)

    def json(self) -> dict[str, object]:
        """What ``piramide tune --json`` prints beside the verdicts."""
        return {
            "scenario": self.draft.scenario.id,
            "scenario_hash": self.draft.scenario.hash,
            "file": self.name,
            "before": self.before.status,
            "after": self.status,
            "seed": self.after.seed,
            "games": self.after.planned,
            "tried": self.tried,
            "edits": [
                {
                    "number": ".".join(map(str, edit.figure.path)),
                    "line": edit.figure.line,
                    "from": edit.figure.value,
                    "to": edit.to,
                }
                for edit in self.edits
            ],
        }


def numbers_of(edits: Iterable[Edit]) -> dict[Place, int]:
    """The new numbers, by the place where they stand in the file."""
    return {edit.figure.path: edit.to for edit in edits}


def moved(figures: Sequence[Figure], start: tuple[Edit, ...], steps: int) -> Iterator[Edit]:
    """Every number so many steps down and up from where it stands by now."""
    now = numbers_of(start)
    for figure in figures:
        at = now.get(figure.path, figure.value)
        for to in (at - steps * figure.step, at + steps * figure.step):
            yield Edit(figure, to)


def more_of(edit: Edit, at: int, times: float) -> Iterator[Edit]:
    """The same move from ``at``, and as many steps as it seems to take, give or take one."""
    figure = edit.figure
    yield edit
    steps = (edit.to - at) // figure.step
    near = round(steps * times)
    for more in (near - 1, near, near + 1):
        if more and (more > 0) is (steps > 0) and abs(more) <= FARTHEST:
            yield Edit(figure, at + more * figure.step)


def without(start: tuple[Edit, ...], edit: Edit) -> tuple[Edit, ...]:
    """The edits of other numbers than that of ``edit``."""
    return tuple(old for old in start if old.figure.path != edit.figure.path)


def size_of(edits: Sequence[Edit]) -> tuple[int, int]:
    """How many edits, and how many steps they are together."""
    return len(edits), sum(edit.figure.steps(edit.to) for edit in edits)


def shortfall(judgement: Judgement) -> tuple[int, int]:
    """How many verdicts are missed, and how many undecided."""
    statuses = [verdict.status for verdict in judgement.verdicts]
    return statuses.count("missed"), statuses.count("undecided")
