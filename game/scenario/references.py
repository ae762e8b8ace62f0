"""Ids: no two the same, none reserved, and none named that does not exist."""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path as FilePath

from game.scenario.library import Library
from game.scenario.spots import Report, Spot
from game.words.resources import asset

RESERVED_AUDIENCES = ("random", "all")
RESERVED_DEPARTMENTS = ("chair", "random", "all")


def check_references(file: Spot, library: Library, report: Report) -> None:
    """Report every id that is used twice, reserved or unknown, and every missing drawing."""
    motives = distinct(report, (motive_id(entry) for entry in file["motives"]), "motive")
    audiences = distinct(
        report, (audience_id(entry) for entry in file["audiences"]), "audience", RESERVED_AUDIENCES
    )
    mechanisms = distinct(report, (entry["id"] for entry in file["mechanisms"]), "mechanism")
    departments = distinct(
        report, (entry["id"] for entry in file["departments"]), "department", RESERVED_DEPARTMENTS
    )
    distinct(report, (entry["id"] for entry in file["events"]), "event")
    distinct(report, (entry["id"] for entry in file["organisation"]["why_sentences"]), "sentence")
    distinct(report, (entry["motive"] for entry in file["personal_motives"]), "motive", code="motive_taken")

    def known(what: str, spot: Spot, ids: Iterable[str]) -> None:
        if spot.text is not None and spot.text not in ids:
            report.unknown(what, spot, ids)

    def listed(what: str, spots: Spot, ids: Iterable[str]) -> None:
        once(report, spots)
        for spot in spots:
            known(what, spot, ids)

    for sentence in file["organisation"]["why_sentences"]:
        listed("motive", sentence["motives"], motives)
    for entry in file["motives"]:
        _motive(entry, library, report)
    for entry in file["audiences"]:
        _audience(entry, library, report)
        listed("motive", entry["candidates"], motives)
        once(report, entry["channels"])
    for mechanism in file["mechanisms"]:
        listed("motive", mechanism["motives"], motives)
    for department in file["departments"]:
        listed("mechanism", department["toolbox"], mechanisms)
        _drawn(report, "icon", department["icon"], icons())
    for _, seats in file["in_play"].numbered():
        once(report, seats, lambda seat: seat["department"])
        for seat in seats:
            known("department", seat["department"], departments)
            listed("department", seat["also"], departments)
            for other in seat["also"]:
                if other.text is not None and other.text == seat["department"].text:
                    report.add("also_itself", other.path, id=other.text)
    for personal in file["personal_motives"]:
        known("motive", personal["motive"], motives)
    misspelt = any(_strange(entry["persona"], library) for entry in file["audiences"])
    for event in file["events"]:
        for option in event["options"]:
            for effect in option["effects"]:
                target = effect["audience"]
                if not (misspelt and target.text in library.personas):  # one mistake, one finding
                    known("audience", target, [*audiences, *RESERVED_AUDIENCES])
                known("department", effect["department"], [*departments, *RESERVED_DEPARTMENTS])


def check_library(file: Spot, report: Report) -> None:
    """The same for a library."""
    distinct(report, (entry["id"] for entry in file["motives"]), "motive")
    distinct(report, (entry["id"] for entry in file["personas"]), "persona")
    for motive in file["motives"]:
        _drawn(report, "icon", motive["icon"], icons())
    for persona in file["personas"]:
        _drawn(report, "portrait", persona["portrait"], portraits())


def motive_id(entry: Spot) -> Spot:
    """Where the id of an entry of ``motives`` stands."""
    return entry if entry.text is not None else entry["id"]


def audience_id(entry: Spot) -> Spot:
    """Where the id of an audience stands: its own, or that of its persona."""
    return entry["id"] if entry["id"].given else entry["persona"]


def distinct(
    report: Report,
    spots: Iterable[Spot],
    what: str,
    reserved: tuple[str, ...] = (),
    code: str = "duplicate_id",
) -> list[str]:
    """The ids at ``spots``; reports those that occur twice or are ``reserved``."""
    lines: dict[str, int] = {}
    for spot in spots:
        if spot.text is None:
            continue
        if spot.text in lines:
            report.add(code, spot.path, what=what, id=spot.text, first=lines[spot.text])
        elif spot.text in reserved:
            report.add("reserved_id", spot.path, id=spot.text)
        lines.setdefault(spot.text, report.document.place(spot.path).value.line)
    return list(lines)


def once(report: Report, spots: Iterable[Spot], of: Callable[[Spot], Spot] = lambda spot: spot) -> None:
    """Report whatever is listed twice."""
    seen = set()
    for spot in map(of, spots):
        if spot.text is not None and spot.text in seen:
            report.add("listed_twice", spot.path, id=spot.text)
        seen.add(spot.text)


def _motive(entry: Spot, library: Library, report: Report) -> None:
    identifier = motive_id(entry)
    if identifier.text is None or identifier.text in library.motives:
        return
    if entry.text is not None:
        report.unknown("library_motive", entry, library.motives)
    for field in ("name", "icon"):
        if isinstance(entry.value, dict) and not entry[field].given:
            report.add("missing_field", entry.path, field=field)
    _drawn(report, "icon", entry["icon"], icons())


def _audience(entry: Spot, library: Library, report: Report) -> None:
    persona = entry["persona"]
    if not isinstance(entry.value, dict):
        return
    if _strange(persona, library):
        report.unknown("persona", persona, library.personas)
    if not persona.given:
        for field in ("id", "name", "role", "portrait", "line"):
            if not entry[field].given:
                report.add("missing_field", entry.path, field=field)
    _drawn(report, "portrait", entry["portrait"], portraits())


def _strange(persona: Spot, library: Library) -> bool:
    return persona.text is not None and persona.text not in library.personas


def _drawn(report: Report, what: str, spot: Spot, names: list[str]) -> None:
    if spot.text is not None and names and spot.text not in names:
        report.unknown(what, spot, names)


def icons() -> list[str]:
    """Names of the icons that ship with the game."""
    return _drawings(asset("icons"), "")


def portraits() -> list[str]:
    """Names of the portraits that ship with the game."""
    return _drawings(asset("parts"), "portrait-")


@cache
def _drawings(folder: FilePath, prefix: str) -> list[str]:
    return sorted(file.stem.removeprefix(prefix) for file in folder.glob(f"{prefix}*.svg"))
