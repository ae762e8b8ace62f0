"""A cursor over the plain values of a file, at ease with whatever is missing or of the wrong type.

The checks beyond types walk files that may be broken elsewhere, so that one run can name every
mistake. A ``Spot`` that is missing gives None, no items, and more missing spots.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from game.scenario.findings import Finding, Path
from game.scenario.reading import Document, Plain

MOST_NAMES = 20


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file and the value there, None where there is nothing."""

    value: Plain
    path: Path = ()

    def __getitem__(self, key: str | int) -> "Spot":
        inner = self.value.get(key) if isinstance(self.value, dict) else None
        return Spot(inner, (*self.path, key))

    def __iter__(self) -> Iterator["Spot"]:
        """The items of a list, each with its place."""
        items = self.value if isinstance(self.value, tuple) else ()
        return (Spot(item, (*self.path, i)) for i, item in enumerate(items))

    def numbered(self) -> Iterator[tuple[int, "Spot"]]:
        """The pairs of a mapping whose keys are whole numbers."""
        pairs = self.value.items() if isinstance(self.value, dict) else ()
        return ((key, Spot(item, (*self.path, key))) for key, item in pairs if isinstance(key, int))

    @property
    def text(self) -> str | None:
        """The value, if it is a text."""
        return self.value if isinstance(self.value, str) else None

    @property
    def whole(self) -> int | None:
        """The value, if it is a whole number."""
        return self.value if isinstance(self.value, int) and not isinstance(self.value, bool) else None

    @property
    def number(self) -> float | None:
        """The value, if it is a number."""
        return self.value if isinstance(self.value, float) else self.whole

    @property
    def size(self) -> int | None:
        """How many items, if it is a list."""
        return len(self.value) if isinstance(self.value, tuple) else None

    @property
    def given(self) -> bool:
        """Whether there is a value at all."""
        return self.value is not None


@dataclass(slots=True)
class Report:
    """Collects the findings of one document, at the places where they belong."""

    document: Document
    findings: list[Finding] = field(default_factory=list)

    def add(
        self, code: str, path: Path, *, key: bool = False, fix: str | None = None, **values: object
    ) -> None:
        """Report ``code`` at the value of ``path``, or at its key."""
        place = self.document.place(path)
        span = place.value
        many_lines = span.line != span.end_line
        nothing = (span.line, span.column) == (span.end_line, span.end_column)
        if (key and place.key is not None and path in self.document.places) or many_lines or nothing:
            span = place.head
        if path not in self.document.places:
            span, fix = place.head, None
        finding = Finding(code, span, values, fix)
        if finding not in self.findings:
            self.findings.append(finding)

    def unknown(self, what: str, spot: Spot, known: Iterable[str]) -> None:
        """Report that ``spot`` names something of kind ``what`` that does not exist."""
        names = list(dict.fromkeys(known))
        near = nearest(spot.text or "", names)
        self.add(
            "unknown_reference", spot.path, fix=near, what=what, id=spot.text, near=near, known=some(names)
        )


def some(names: list[str]) -> str:
    """The names, or the first of them where there are many."""
    return ", ".join(names[:MOST_NAMES]) + (", …" if len(names) > MOST_NAMES else "")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, if any is near."""
    if not word or len(word) > 64:
        return None
    found = process.extractOne(word, list(known), scorer=fuzz.ratio, processor=str.lower, score_cutoff=60)
    return None if found is None else found[0]
