"""What a study says of itself where there is no terminal to draw a bar on."""

import pytest

from game.app.progress import Pace, duration, phases
from game.words.catalogue import LANGUAGES, Words


def said_of(pace: float, games: int, capsys: pytest.CaptureFixture[str]) -> str:
    """What is said of a study of so many games, a hundred of which take ``pace`` seconds."""
    clock = iter(n * pace for n in range(100))
    with phases("en", now=lambda: next(clock)) as told:
        for done in range(0, 1000, 100):
            told("Playing", done, games)
    seen = capsys.readouterr()
    assert seen.out == ""
    return " ".join(seen.err.split())


def test_a_study_that_takes_hours_says_so_once(capsys: pytest.CaptureFixture[str]) -> None:
    said = said_of(36.0, 100_000, capsys)
    assert said.count("This may take another 10 hours.") == 1


def test_a_number_with_too_many_zeros_is_noticed(capsys: pytest.CaptureFixture[str]) -> None:
    assert "more than another year" in said_of(36.0, 4 * 10**18, capsys)


@pytest.mark.parametrize(("pace", "games"), [(36.0, 2_000), (0.1, 100_000)])
def test_a_study_that_ends_soon_says_nothing(
    pace: float, games: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said_of(pace, games, capsys) == ""


def test_how_long_it_takes_is_known_from_the_first_block_on() -> None:
    pace = Pace()
    assert pace.left(0.0, 0, 1000) is None
    assert pace.left(20.0, 10, 1000) == pytest.approx(1980)
    assert pace.left(20.0, 20, 1000) == pytest.approx(980)  # two threads are done at once


def test_what_was_remembered_is_soon_forgotten_in_the_pace() -> None:
    pace = Pace()
    seen = [pace.left(0.0, 0, 1000), pace.left(1.0, 500, 1000)]
    seen += [pace.left(1.0 + 10 * n, 500 + n, 1000) for n in range(1, 8)]
    assert seen[1] == pytest.approx(1)
    assert seen[-1] == pytest.approx(4930)


def test_a_phase_that_comes_back_has_the_pace_of_this_time() -> None:
    pace = Pace()
    seen = [pace.left(*told) for told in ((0.0, 0, 10), (1.0, 10, 10), (2.0, 0, 10), (12.0, 5, 10))]
    assert seen[2] is None
    assert seen[3] == pytest.approx(10)


def test_a_duration_fits_behind_the_bar() -> None:
    words = [Words("sim", language) for language in LANGUAGES]
    assert [duration(seconds, words[0]) for seconds in (None, 0, 59.6, 3725, 360_000)] == [
        "-:--:--", "0:00:00", "0:01:00", "1:02:05", "100:00:00",
    ]  # fmt: skip
    assert {duration(1e15, said) for said in words} == {"more than a year", "meer dan een jaar"}
