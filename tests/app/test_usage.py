import errno
from pathlib import Path

import pytest
import typer

from game.app import files, journals, playing, simulating
from game.app.reasons import reason, unwritable
from game.app.usage import NO_READER, run
from game.words.catalogue import LANGUAGES, Language


def app() -> typer.Typer:
    made = typer.Typer(no_args_is_help=True, add_completion=False)
    for room in (files, journals, playing, simulating):
        room.register(made)
    return made


# What was typed, and what is said of it in Dutch and in English.
MISTAKES: dict[tuple[str, ...], tuple[str, str]] = {
    ("chekc",): ("‘chekc’ is geen commando", "‘chekc’ is no command"),
    ("check",): ("Er ontbreekt iets: FILE…", "missing: FILE…"),
    ("check", "x", "--formt", "text"): ("De optie --formt bestaat hier niet", "no option --formt"),
    ("check", "x", "--format"): ("Achter --format hoort een waarde", "--format needs a value"),
    ("check", "x", "--format", "xml"): ("--format is een van deze: 'text', 'json'", "--format is one of"),
    ("schema", "more"): ("Dit is te veel: more", "too much: more"),
    ("sim", "fruit-stall", "--games", "1.5"): ("--games is een heel getal", "--games is a whole number"),
    ("sim", "fruit-stall", "--games", "0"): ("--games is minstens 1", "--games is at least 1"),
    ("sim", "fruit-stall", "--seed", "9" * 30): ("--seed is hooguit 4611", "--seed is at most 4611"),
    ("play", "--seed", "9" * 30): ("--seed is hooguit 4611", "--seed is at most 4611"),
    ("play", "--departments", "7"): ("--departments is hooguit 6", "--departments is at most 6"),
    ("sim", "fruit-stall", "--json=yes"): ("Achter --json hoort geen waarde", "--json takes no value"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", MISTAKES, ids=" ".join)
def test_wrong_usage_is_told_in_the_language_of_the_reader(
    words: tuple[str, ...],
    language: Language,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("LC_ALL", f"{language}_XX.UTF-8")
    assert run(app(), words) == 2
    out, said = capsys.readouterr()
    assert out == ""
    assert MISTAKES[words][LANGUAGES.index(language)] in said
    command = "" if words[0] == "chekc" else f" {words[0]}"
    assert said.splitlines()[-1].endswith(f": piramide{command} --help")


def test_the_language_that_is_asked_for_goes_before_that_of_the_surroundings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert run(app(), ("check", "--lang", "nl")) == 2
    assert "Er ontbreekt iets" in capsys.readouterr().err


def test_the_exit_code_of_a_command_is_passed_on(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("piramide: 2", encoding="utf-8")
    assert run(app(), ("check", "fruit-stall")) == 0
    assert run(app(), ("check", str(broken))) == 3


def refusing(error: BaseException) -> typer.Typer:
    """A program whose printing ends in an error."""
    made = typer.Typer()

    @made.command()
    def only() -> None:
        raise error

    return made


def test_output_that_has_nowhere_to_go_is_told_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    assert run(refusing(OSError(errno.ENOSPC, "No space left on device")), ()) == 2
    assert capsys.readouterr().err == "Wat het commando afdrukt kan nergens heen: de schijf is vol.\n"
    assert run(refusing(KeyboardInterrupt()), ()) == 130
    with pytest.raises(OSError, match="a bug"):
        run(refusing(OSError(errno.EINVAL, "a bug")), ())


def test_a_reader_that_went_away_is_no_difference_found(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as streams:  # Typer wraps both so that nothing is flushed any more
        streams.setattr("sys.stdout", None)
        streams.setattr("sys.stderr", None)
        assert run(refusing(BrokenPipeError(errno.EPIPE, "Broken pipe")), ()) == NO_READER


def test_reasons_of_the_system_are_in_the_language_of_the_reader(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "no" / "file"):
        with pytest.raises(OSError, match="Errno") as error:
            path.read_bytes()
        assert reason(error.value, "nl") == unwritable(path, "nl")
    assert unwritable(tmp_path, "nl") == "het is een map"
    assert unwritable(tmp_path / "no" / "file", "en") == "the file or folder does not exist"
    assert unwritable(tmp_path / "file", "en") is None
    assert reason(OSError(errno.EXDEV, "Odd"), "nl") == "het systeem meldt Odd"
