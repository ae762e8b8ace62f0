"""Running the command line: wrong usage in words, in the reader's language, and exit codes.

Typer says what is wrong in English only, so its sentences are recognised and said again; a sentence that
is not known is passed on as it is.
"""

import re
import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import typer
from typer.exceptions import TyperException

from game.app.language import usual_language
from game.app.main import INTERRUPTED
from game.app.opening import WRONG_USAGE
from game.app.reasons import FULL, reason
from game.app.wiring import ROOMS
from game.words.catalogue import LANGUAGES, Language, Words

NO_READER: Final = 141  # as a shell calls it: whoever read the output went away (``| head``)

_VALUE: Final = r"Invalid value for '?(?P<name>[^':]+)'?: "
_SAID: Final = (
    (r"No such command '(?P<name>.*?)'\.", "no_command"),
    (r"No such option: (?P<name>\S+)", "no_option"),
    (r"Option '(?P<name>.*)' requires", "needs_value"),
    (r"Option '(?P<name>.*)' does not take", "takes_no_value"),
    (r"Got unexpected extra arguments?(\(s\))? \((?P<name>.*)\)", "too_much"),
    (r"Missing \w+ '?(?P<name>[^'.]+)'?\.", "missing"),
    (_VALUE + r"Input should be a valid integer", "whole_number"),
    (_VALUE + r"Input should be greater than or equal to (?P<limit>\d+)", "at_least"),
    (_VALUE + r"Input should be less than or equal to (?P<limit>\d+)", "at_most"),
    (_VALUE + r"path .* is not readable", "no_access"),
    (_VALUE + r".* is not one of (?P<allowed>.*)\.", "one_of"),
)


def run(app: typer.Typer, arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code. A user's mistake is told in words, a bug is loud."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    language = language_of(given)
    try:
        code = app(given, prog_name="piramide", standalone_mode=False)
    except TyperException as error:
        if error.format_message():  # else the help itself was shown already: there was no command at all
            typer.echo(explain_usage(error, language, _command_of(given)), err=True)
        return WRONG_USAGE
    except SystemExit:  # what Typer makes of an output that nobody reads any more
        return NO_READER
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except OSError as error:
        if error.errno not in FULL or error.filename is not None:
            raise
        words = Words("app", language)
        typer.echo(words("usage.no_output", reason=reason(error, language)), err=True)
        return WRONG_USAGE
    return code if isinstance(code, int) else 0


def language_of(arguments: Sequence[str]) -> Language:
    """The language that ``--lang`` asks for, else that of the surroundings."""
    for name, value in pairwise([*arguments, ""]):
        for language in LANGUAGES:
            if name == f"--lang={language}" or (name, value) == ("--lang", language):
                return language
    return usual_language()


def _command_of(arguments: Sequence[str]) -> str:
    """What was begun to be typed: the program, with its command if it is one."""
    return " ".join(("piramide", *(name for name in arguments[:1] if name in ROOMS)))


def explain_usage(error: TyperException, language: Language, command: str) -> str:
    """What was wrong on the command line, and where to read how it should be.

    Some mistakes do not know in which ``command`` they were made.
    """
    context = getattr(error, "ctx", None)
    said = error.format_message()
    words = Words("app", language)
    for pattern, key in _SAID:
        if found := re.search(pattern, said, re.DOTALL):
            said = words(f"usage.{key}", **found.groupdict())
            break
    command = command if context is None else context.command_path
    return f"{said}\n{words('usage.hint', command=command)}"
