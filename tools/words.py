"""Compiles the text catalogues (``.po`` to ``.mo``); run by ``make words``."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from game.words.resources import asset

# The same texts give the same bytes, whenever they are compiled.
UNCHANGING = datetime(2026, 1, 1, tzinfo=UTC)


def compiled(source: Path) -> bytes:
    """The ``.mo`` form of a ``.po`` file."""
    with source.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    catalogue.creation_date = UNCHANGING
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def main() -> None:
    """Compile every catalogue and say which ones."""
    for source in sorted(asset("words").glob("*/LC_MESSAGES/*.po")):
        source.with_suffix(".mo").write_bytes(compiled(source))
        print(source.with_suffix(".mo"))


if __name__ == "__main__":
    main()
