"""Writes every golden file again: ``make goldens``, after a change that is meant.

A writer is a function without arguments that writes the golden files of one room; people judge the
difference. ``replace`` and ``outdated`` serve writers and tests whose files are all generated: a
missing file and one too many then fail as a changed one does.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

GOLDEN = Path(__file__).parent.parent / "tests" / "golden"
WRITERS = (
    "tests.rules.goldens:write",
    "tests.scenario.broken:write",
    "tests.screen.pictures:main",
    "tests.view.goldens:write",
)


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


def main() -> None:
    """Call every writer, and say which files are new, changed or gone."""
    before = contents()
    for name in WRITERS:
        module, function = name.split(":")
        writer: Callable[[], None] = getattr(import_module(module), function)
        print(f"{name} ...", flush=True)
        writer()
    after = contents()
    for file in sorted({*before, *after}):
        if before.get(file) != after.get(file):
            what = "new" if file not in before else "gone" if file not in after else "changed"
            print(f"{what:8} {file.relative_to(GOLDEN)}")


if __name__ == "__main__":
    main()
