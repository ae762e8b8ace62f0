"""Loading scenarios: by path, by the id of a shipped one, or from bytes."""

from hashlib import sha256
from pathlib import Path

from game.scenario.demands import check_demands
from game.scenario.findings import Finding, Span
from game.scenario.library import LIBRARY_FILE, Library, complete, shipped_library
from game.scenario.models import LibraryFile, Scenario, ScenarioFile
from game.scenario.playable import check_playable
from game.scenario.reading import Document, read
from game.scenario.references import check_library, check_references
from game.scenario.shape import validate
from game.scenario.spots import Report, Spot, nearest
from game.scenario.tree import LARGEST_FILE, Unreadable
from game.words.resources import scenarios

MOST_FINDINGS = 200


class ScenarioError(Exception):
    """A scenario file is invalid. ``diagnostics.diagnose`` puts the findings into words."""

    def __init__(self, path: str, data: bytes, findings: tuple[Finding, ...]) -> None:
        self.path = path
        self.data = data
        self.findings = findings
        super().__init__(f"{path}: {', '.join(finding.code for finding in findings)}")


class ScenarioNotFound(LookupError):  # noqa: N818 - that it was not found is the whole news
    """No file and no shipped scenario goes by this name; ``near`` is one that was perhaps meant."""

    def __init__(self, name: str, near: str | None) -> None:
        self.name = name
        self.near = near
        super().__init__(name)


def scenario_hash(data: bytes, library: bytes | None = None) -> str:
    """The content hash of a scenario.

    SHA-256, in hexadecimal, of the number of bytes of the file, a line break, the bytes of the file,
    and the bytes of the library that it is read with (the shipped one by default). Whatever changes
    the game changes the hash; a comment does so too.
    """
    library = shipped_library() if library is None else library
    return sha256(f"{len(data)}\n".encode() + data + library).hexdigest()


def shipped() -> dict[str, Path]:
    """The scenarios that come with the game: paths by id, in the order of the ids."""
    return {file.stem: file for file in sorted(scenarios().glob("*.yaml")) if file.name != LIBRARY_FILE}


def find(id_or_path: str | Path) -> Path:
    """The file of a scenario: the id of a shipped one, or a path; raises ``ScenarioNotFound``."""
    known = shipped()
    if isinstance(id_or_path, str) and id_or_path in known:
        return known[id_or_path]
    path = Path(id_or_path)
    if path.is_file():
        return path
    raise ScenarioNotFound(str(id_or_path), nearest(str(id_or_path), known))


def load(id_or_path: str | Path) -> Scenario:
    """The scenario with this id or path.

    Raises ``ScenarioNotFound``, ``OSError`` if the file cannot be read, or ``ScenarioError``.
    """
    path = find(id_or_path)
    return parse(read_bytes(path), str(path))


def read_bytes(path: Path) -> bytes:
    """The bytes of a file, never more than is needed to see that it is too large."""
    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)


def parse(data: bytes, path: str = "scenario.yaml", library: bytes | None = None) -> Scenario:
    """The scenario in ``data``; ``path`` is what diagnostics call it.

    ``library`` are the bytes of the library file to use instead of the shipped one (a journal keeps
    both). Raises ``ScenarioError`` with everything that is wrong.
    """
    library_data = shipped_library() if library is None else library
    known = library_of(library_data)
    findings, file = _examine(data, ScenarioFile, known)
    if not isinstance(file, ScenarioFile) or findings:
        raise ScenarioError(path, data, findings)
    return complete(file, known, scenario_hash(data, library_data))


def check(data: bytes) -> tuple[Finding, ...]:
    """Everything that is wrong with a scenario file, or with a library file, by position."""
    return _examine(data, None, None)[0]


def whole(document: Document, library: Library, content_hash: str) -> Scenario | None:
    """The scenario in a document that was read before, its values changed perhaps; None if it is invalid."""
    report = Report(document)
    file = _file(document, library, report)
    return (
        None
        if file is None or document.findings or report.findings
        else complete(file, library, content_hash)
    )


def library_of(data: bytes) -> Library:
    """The library in a file; raises ``ScenarioError`` with everything that is wrong."""
    findings, file = _examine(data, LibraryFile, None)
    if not isinstance(file, LibraryFile) or findings:
        raise ScenarioError(LIBRARY_FILE, data, findings)
    return Library.of(file)


def _examine(
    data: bytes, shape: type[ScenarioFile] | type[LibraryFile] | None, library: Library | None
) -> tuple[tuple[Finding, ...], ScenarioFile | LibraryFile | None]:
    """Findings and, if its types are right, the file; without a ``shape`` the file itself says which."""
    try:
        document = read(data)
    except Unreadable as unreadable:
        return (unreadable.finding,), None
    file = Spot(document.values)
    report = Report(document)
    if shape is LibraryFile or (shape is None and file["personas"].given):
        model: ScenarioFile | LibraryFile | None = validate(LibraryFile, document, report)
        check_library(file, report)
    else:
        model = _file(document, library or library_of(shipped_library()), report)
    return _in_order(document, report.findings), model


def _file(document: Document, library: Library, report: Report) -> ScenarioFile | None:
    """A scenario file, if its types are right; everything that is wrong goes to ``report``."""
    file = Spot(document.values)
    model = validate(ScenarioFile, document, report)
    check_references(file, library, report)
    check_demands(file, report)
    check_playable(file, report)
    return model


def _in_order(document: Document, later: list[Finding]) -> tuple[Finding, ...]:
    """By position; without what only follows from something unreadable in the same place."""
    unreadable = [f.span for f in document.findings if f.code != "duplicate_key"]
    own = [f for f in later if not any(_same_start(span, f.span) for span in unreadable)]
    findings = sorted([*document.findings, *own], key=lambda f: (f.span, f.code))
    return tuple(findings[:MOST_FINDINGS])


def _same_start(one: Span, other: Span) -> bool:
    return (one.line, one.column) == (other.line, other.column)
