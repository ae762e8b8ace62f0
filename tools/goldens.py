"""Writes golden files again: ``make goldens`` all of them, after a change that is meant.

``python -m tools.goldens screens`` writes those of one part only, and ``screens board- score-`` of that part
only the pictures whose names begin so. A writer is a function that writes the golden files of one room;
people judge the difference. ``replace`` and ``outdated`` serve writers and tests whose files are all
generated: a missing file and one too many then fail as a changed one does.
"""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path

GOLDEN = Path(__file__).parent.parent / "tests" / "golden"
WRITERS = {
    "rules": "tests.rules.goldens:write",
    "scenario": "tests.scenario.broken:write",
    "screens": "tests.screen.pictures:main",
    "views": "tests.view.goldens:write",
}
"""By part: the function that writes it."""


def stored(folders: tuple[str, ...]) -> set[str]:
    """The names (folder/name) of the files that are in some folders."""
    return {
        file.relative_to(GOLDEN).as_posix()
        for folder in folders
        for file in (GOLDEN / folder).rglob("*")
        if file.is_file()
    }


def outdated(folders: tuple[str, ...], names: set[str]) -> list[str]:
    """Files that are missing or too many in some folders, told in words."""
    there = stored(folders)
    return [f"{name} is missing: run make goldens" for name in sorted(names - there)] + [
        f"{name} belongs to nothing: run make goldens" for name in sorted(there - names)
    ]


def replace(folders: tuple[str, ...], files: Mapping[str, bytes]) -> None:
    """Make the folders hold these files (folder/name) and no others."""
    for name in stored(folders) - set(files):
        (GOLDEN / name).unlink()
    for name, content in files.items():
        path = GOLDEN / name
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def contents() -> dict[Path, bytes]:
    """Everything that is in the golden folders now."""
    return {file: file.read_bytes() for file in GOLDEN.rglob("*") if file.is_file()}


def chosen(arguments: Sequence[str]) -> tuple[list[str], tuple[str, ...]]:
    """The parts to write (all, if none is named), and how the names of the pictures begin that are wanted."""
    reader = argparse.ArgumentParser(prog="python -m tools.goldens", description="Write golden files again.")
    reader.add_argument("part", nargs="?", choices=[*WRITERS, "all"], default="all")
    reader.add_argument("picture", nargs="*", help="only pictures whose names begin so; for screens")
    found = reader.parse_args(arguments)
    if found.picture and found.part != "screens":
        reader.error("only screens have pictures to choose from")
    return list(WRITERS) if found.part == "all" else [found.part], tuple(found.picture)


def main(arguments: Sequence[str] | None = None) -> None:
    """Call the writers, and say which files are new, changed or gone."""
    parts, pictures = chosen(sys.argv[1:] if arguments is None else arguments)
    before = contents()
    for part in parts:
        module, function = WRITERS[part].split(":")
        writer: Callable[..., None] = getattr(import_module(module), function)
        print(f"{part} ...", flush=True)
        writer(*pictures)
    after = contents()
    for file in sorted({*before, *after}):
        if before.get(file) != after.get(file):
            what = "new" if file not in before else "gone" if file not in after else "changed"
            print(f"{what:8} {file.relative_to(GOLDEN)}")


if __name__ == "__main__":
    main()
