"""What a study says of itself where there is no terminal to draw a bar on."""

import pytest

from game.app.progress import phases


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
