"""The commands for whoever writes scenarios: check, new, schema, scenarios.

Exit codes: 0 fine, 2 wrong usage (also a file that cannot be read or written), 3 invalid.
"""

import json
import re
import shlex
import unicodedata
from pathlib import Path
from typing import Annotated, Literal

import typer

from game.app.language import usual_language
from game.app.reasons import reason
from game.scenario.diagnostics import DOMAIN, as_text, check_bytes, visible
from game.scenario.load import ScenarioNotFound, find, load, read_bytes, shipped
from game.scenario.schema import SCHEMA_FILE, schema_text
from game.words.catalogue import Language, Words
from game.words.resources import scenarios as scenarios_folder

WRONG_USAGE = 2
INVALID = 3
TEMPLATE = "municipality"


def register(app: typer.Typer) -> None:
    """Add the commands of this module to ``app``."""
    language = usual_language()
    words = Words(DOMAIN, language)
    lang = typer.Option("--lang", help=words("option.lang"))

    @app.command(help=words("command.check"))
    def check(
        files: Annotated[list[str], typer.Argument(metavar="FILE…", help=words("option.files"))],
        form: Annotated[
            Literal["text", "json"], typer.Option("--format", help=words("option.format"))
        ] = "text",
        lang: Annotated[Language, lang] = language,
    ) -> None:
        raise typer.Exit(check_files(files, form, lang))

    @app.command(help=words("command.new"))
    def new(
        file: Annotated[Path, typer.Argument(metavar="FILE", help=words("option.new_file"))],
        like: Annotated[str, typer.Option("--like", metavar="ID", help=words("option.like"))] = TEMPLATE,
        lang: Annotated[Language, lang] = language,
    ) -> None:
        raise typer.Exit(new_file(file, like, lang))

    @app.command(help=words("command.schema"))
    def schema(
        output: Annotated[
            Path | None, typer.Option("--output", metavar="FILE", help=words("option.output"))
        ] = None,
        lang: Annotated[Language, lang] = language,
    ) -> None:
        raise typer.Exit(write_schema(output, lang))

    @app.command(help=words("command.scenarios"))
    def scenarios(lang: Annotated[Language, lang] = language) -> None:
        list_scenarios(lang)


def check_files(files: list[str], form: Literal["text", "json"], language: Language) -> int:
    """Print what is wrong with the files; the exit code."""
    words = Words(DOMAIN, language)
    contents: list[tuple[str, bytes]] = []
    for name in files:
        try:
            path = find(name)
            contents.append((str(path) if name in shipped() else name, read_bytes(path)))
        except ScenarioNotFound as missing:
            return _refuse(not_found(missing, language))
        except OSError as error:
            return _refuse(words("file.unreadable", path=visible(name), reason=reason(error, language)))
    found = [(name, data, check_bytes(name, data, language)) for name, data in contents]
    if form == "json":
        every = [diagnostic.json() for _, _, diagnostics in found for diagnostic in diagnostics]
        typer.echo(json.dumps(every, indent=1, ensure_ascii=False))
    else:
        for name, data, diagnostics in found:
            typer.echo(as_text(diagnostics, data, language), nl=False)
            n = len(diagnostics)
            shown = visible(name)
            typer.echo(words.count("check.errors", n, path=shown) if n else words("check.fine", path=shown))
    return INVALID if any(diagnostics for _, _, diagnostics in found) else 0


def new_file(file: Path, like: str, language: Language) -> int:
    """Write a copy of a shipped scenario under an id of its own; the exit code."""
    words = Words(DOMAIN, language)
    templates = shipped()
    if like not in templates:
        return _refuse(words("new.no_template", id=visible(like), known=", ".join(templates)))
    plain = unicodedata.normalize("NFKD", file.stem).encode("ascii", "ignore").decode()
    identifier = re.sub(r"[^A-Za-z0-9_-]+", "-", plain).strip("-")[:32] or "scenario"
    text = templates[like].read_text(encoding="utf-8")
    text = re.sub(r"^id:[ \t]*\S+", f"id: {identifier}", text, count=1, flags=re.MULTILINE)
    if not (file.parent / SCHEMA_FILE).exists():
        address = (scenarios_folder() / SCHEMA_FILE).absolute().as_uri()
        text = text.replace(f"$schema={SCHEMA_FILE}", f"$schema={address}", 1)
    try:
        _write_new(file, text)
    except FileExistsError:
        return _refuse(words("new.exists", path=visible(str(file))))
    except OSError as error:
        return _refuse(words("file.unwritable", path=visible(str(file)), reason=reason(error, language)))
    shown = visible(str(file))
    typer.echo(words("new.made", path=shown, id=identifier, command=f"piramide check {shlex.quote(shown)}"))
    return 0


def _write_new(file: Path, text: str) -> None:
    """Write a file that was not there, whole or not at all."""
    file.touch(exist_ok=False)
    try:
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError:
        file.unlink(missing_ok=True)
        raise


def write_schema(output: Path | None, language: Language) -> int:
    """Write the JSON Schema to a file or to standard output; the exit code."""
    if output is None:
        typer.echo(schema_text(), nl=False)
        return 0
    try:
        output.write_text(schema_text(), encoding="utf-8", newline="\n")
    except OSError as error:
        words = Words(DOMAIN, language)
        return _refuse(words("file.unwritable", path=visible(str(output)), reason=reason(error, language)))
    return 0


def list_scenarios(language: Language) -> None:
    """Print id, title and numbers of departments of every shipped scenario."""
    words = Words(DOMAIN, language)
    rows = [load(identifier) for identifier in shipped()]
    ids = max((len(row.id) for row in rows), default=0)
    titles = max((len(row.title.get(language)) for row in rows), default=0)
    for row in rows:
        departments = words("scenarios.departments", numbers=", ".join(map(str, row.supported)))
        typer.echo(f"{row.id:<{ids}}  {row.title.get(language):<{titles}}  {departments}")


def not_found(missing: ScenarioNotFound, language: Language) -> str:
    """In words, that no scenario goes by that name."""
    words = Words(DOMAIN, language)
    name = visible(missing.name)
    if missing.name and _is_there(Path(missing.name)):
        return words("file.no_file", path=name)
    if missing.near is not None:
        return words("file.not_found_near", path=name, near=missing.near)
    return words("file.not_found", path=name)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that no file can have
        return False


def _refuse(message: str) -> int:
    typer.echo(message, err=True)
    return WRONG_USAGE
