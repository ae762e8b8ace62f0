"""Fetches fonts and icons from the packages that carry them and writes ``assets/``; run by hand.

``python -m tools.assets`` needs a package index and npm. Set-up and tests do not: what this
tool writes is committed. Every version is pinned, so a second run writes the same files.
"""

import argparse
import importlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from game.words.resources import asset

FONTTOOLS = "fonttools==4.68.0"
BRICOLAGE = "fontpkg-bricolage-grotesque==1.1"
FIGTREE = "fontpkg-figtree==2.2"
NOTO = "fontpkg-noto-sans==2.15"
TABLER = "@tabler/icons@3.51.0"

# Greek, Cyrillic and Latin letters and signs that the first two families lack.
NOTO_RANGES = (
    "U+0020-024F,U+0259,U+0300-036F,U+0370-03FF,U+0400-04FF,U+1E00-1EFF,U+1F00-1FFF,U+2010-2044,U+20AC"
)

CUTS: dict[str, tuple[str, str, dict[str, float], tuple[str, ...]]] = {
    # file: package, font inside it, axes, features whose figures become the default ones
    "display": (BRICOLAGE, "BricolageGrotesque[opsz,wdth,wght]", {"wght": 800, "wdth": 95, "opsz": 40}, ()),
    "heading": (BRICOLAGE, "BricolageGrotesque[opsz,wdth,wght]", {"wght": 700, "wdth": 95, "opsz": 24}, ()),
    "bold": (FIGTREE, "Figtree[wght]", {"wght": 700}, ("tnum",)),
    "semibold": (FIGTREE, "Figtree[wght]", {"wght": 600}, ()),
    "medium": (FIGTREE, "Figtree[wght]", {"wght": 500}, ()),
    "second-bold": (NOTO, "NotoSans[wdth,wght]", {"wght": 690, "wdth": 100}, ()),
    "second-semibold": (NOTO, "NotoSans[wdth,wght]", {"wght": 550, "wdth": 100}, ()),
    "second-medium": (NOTO, "NotoSans[wdth,wght]", {"wght": 460, "wdth": 100}, ()),
}
"""The weights of the second family are those at which its stems are as broad as those of the first."""
NOTO_HEIGHT = 1.04
"""How much taller the letters of the second family are drawn than those of the first."""


def run(*command: str | Path, **environment: str) -> None:
    """Run a command that must succeed, quietly."""
    subprocess.run(
        [str(part) for part in command],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, **environment},
    )


def fetch_font_packages(folder: Path) -> Iterator[tuple[str, Path]]:
    """Download and unpack the font packages; give each with the folder it lies in."""
    for package in (BRICOLAGE, FIGTREE, NOTO):
        run(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, package)
        name = package.split("==")[0].replace("-", "_")
        wheel = next(folder.glob(f"{name}-*.whl"))
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder)
        yield package, folder / name


def bake(font: Any, feature: str) -> None:
    """Put a feature's single substitutions (tabular figures) in place of the plain glyphs."""
    table = font["GSUB"].table
    wanted = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == feature
        for index in record.Feature.LookupListIndex
    }
    swaps: dict[str, str] = {}
    for index in sorted(wanted):
        for part in table.LookupList.Lookup[index].SubTable:
            swaps.update(getattr(getattr(part, "ExtSubTable", part), "mapping", {}))
    for cmap in font["cmap"].tables:
        cmap.cmap = {code: swaps.get(glyph, glyph) for code, glyph in cmap.cmap.items()}


def ranges(codes: list[int]) -> list[tuple[int, int]]:
    """Sorted code points as first-to-last ranges: which letters a cut has."""
    found: list[tuple[int, int]] = []
    for code in codes:
        if found and found[-1][1] == code - 1:
            found[-1] = (found[-1][0], code)
        else:
            found.append((code, code))
    return found


def cut_fonts(folder: Path, target: Path) -> None:
    """Write the static cuts of ``CUTS`` and the licence texts of their families."""
    tools = folder / "fonttools"
    run(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", tools, FONTTOOLS)
    sys.path.insert(0, str(tools))
    ttlib = importlib.import_module("fontTools.ttLib")
    instancer = importlib.import_module("fontTools.varLib.instancer")
    subset = importlib.import_module("fontTools.subset")
    homes = dict(fetch_font_packages(folder))
    coverage: dict[str, list[tuple[int, int]]] = {}
    for package, home in homes.items():
        name = package.split("==")[0].removeprefix("fontpkg-")
        shutil.copyfile(home / "LICENSE", target / f"OFL-{name}.txt")
    for cut, (package, file, axes, features) in CUTS.items():
        font = ttlib.TTFont(homes[package] / "files" / f"{file}.ttf", recalcTimestamp=False)
        font = instancer.instantiateVariableFont(font, axes, inplace=True)
        for feature in features:
            bake(font, feature)
        if package == NOTO:
            options = subset.Options(layout_features=["kern", "mark", "mkmk", "ccmp", "locl"], hinting=False)
            cutter = subset.Subsetter(options)
            cutter.populate(unicodes=subset.parse_unicodes(NOTO_RANGES.replace("U+", "")))
            cutter.subset(font)
            font["head"].unitsPerEm = round(font["head"].unitsPerEm * NOTO_HEIGHT)
        font.save(target / f"{cut}.ttf")
        coverage[cut] = ranges(sorted(font.getBestCmap()))
        print(target / f"{cut}.ttf")
    (target / "coverage.json").write_text(json.dumps(coverage, separators=(",", ":")) + "\n")


def icon_names() -> list[str]:
    """The names in ``tools/icons.txt``: what the game draws and what scenario authors may choose."""
    return sorted(set(Path(__file__).with_name("icons.txt").read_text().split()))


def fetch_icons(folder: Path, target: Path) -> None:
    """Write the outline icons as plain 24-unit drawings, and their licence."""
    run("npm", "pack", "--silent", "--pack-destination", folder, TABLER)
    archive = next(folder.glob("tabler-icons-*.tgz"))
    with tarfile.open(archive) as packed:
        packed.extractall(folder / "tabler", filter="data")
    home = folder / "tabler" / "package"
    for old in target.glob("*.svg"):
        old.unlink()
    names = icon_names()
    missing = [name for name in names if not (home / "icons" / "outline" / f"{name}.svg").exists()]
    if missing:
        sys.exit(f"{TABLER} has no icon named: {', '.join(missing)}")
    for name in names:
        text = (home / "icons" / "outline" / f"{name}.svg").read_text()
        body = "".join(re.findall(r"<(?:path|circle|rect|line)[^>]*/>", text))
        body = re.sub(r"\s+", " ", body).replace(" />", "/>")
        (target / f"{name}.svg").write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" '
            f'stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">'
            f"{body}</svg>\n"
        )
    shutil.copyfile(home / "LICENSE", target / "LICENSE-tabler-icons.txt")
    print(f"{len(names)} icons in {target}")


def trim_tokens(source: Path, target: Path) -> None:
    """Copy the look's tokens without what only a designer reads."""
    tokens: dict[str, Any] = json.loads(source.read_text())
    for key in ("about", "theme_use", "audience_note", "checks"):
        tokens.pop(key, None)
    target.write_text(json.dumps(tokens, indent=1, ensure_ascii=False) + "\n")
    print(target)


def main() -> None:
    """Write what was asked for; everything but the tokens by default."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tokens", type=Path, help="tokens.json of the look to copy")
    parser.add_argument("--only", choices=["fonts", "icons", "tokens"])
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if asked.only in (None, "fonts"):
            cut_fonts(folder, asset("fonts"))
        if asked.only in (None, "icons"):
            fetch_icons(folder, asset("icons"))
    if asked.tokens:
        trim_tokens(asked.tokens, asset("theme", "tokens.json"))


if __name__ == "__main__":
    main()
