"""What the statistics promise: bounds that hold as often as they say, also for whoever keeps looking."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import stats

from sim.statistics import (
    Interval,
    MeanSequence,
    mean_interval,
    mean_without_luck,
    share_interval,
    together,
    within,
)

GAMES = 2000
LOOKS = 40
Draw = Callable[[np.random.Generator], NDArray[Any]]

# A truth that lies exactly on the bound of a target: (the truth, a stream of values with that mean).
STREAMS: dict[str, tuple[float, Draw]] = {
    "medals": (0.55, lambda random: (random.random(GAMES) < 0.55).astype(float)),
    "rare": (0.02, lambda random: (random.random(GAMES) < 0.02).astype(float)),
    "shared": (0.25, lambda random: random.choice([0, 0, 0, 0.5, 0.5, 0.5, 0, 0.5, 0, 0.5], GAMES)),
    "weeks": (0.5, lambda random: random.binomial(8, 1 / 16, GAMES)),
}


def false_verdicts(name: str, runs: int) -> int:
    """In how many runs somebody who looks forty times would ever have been told ‘missed’."""
    truth, draw = STREAMS[name]
    highest = 8.0 if name == "weeks" else 1.0
    wrong = 0
    for run in range(runs):
        values = draw(np.random.default_rng(run))
        sequence = MeanSequence(0, highest, GAMES)
        told = []
        for part in np.array_split(values, LOOKS):
            sequence.update(part)
            told.append(within(sequence.interval, 0, truth))
        wrong += "missed" in told
    return wrong


@pytest.mark.parametrize("name", STREAMS)
def test_whoever_keeps_looking_is_rarely_told_a_falsehood(name: str) -> None:
    assert false_verdicts(name, 100) <= 11  # 65 in 1,000, with room for the luck of fewer runs


@pytest.mark.torture
@pytest.mark.parametrize("name", STREAMS)
def test_a_thousand_runs_on_the_bound_give_at_most_65_false_verdicts(name: str) -> None:
    assert false_verdicts(name, 1000) <= 65


def test_an_interval_for_a_fixed_number_would_lie_to_whoever_keeps_looking() -> None:
    # The reason why verdicts rest on a sequence: the same looks with Student's bounds.
    truth, draw = STREAMS["medals"]
    wrong = 0
    for run in range(100):
        values = draw(np.random.default_rng(run))
        looks = (values[:n] for n in range(GAMES // LOOKS, GAMES + 1, GAMES // LOOKS))
        wrong += any(mean_interval(seen).low > truth for seen in looks)
    assert wrong > 11


def test_a_sequence_does_not_depend_on_how_its_values_came_in() -> None:
    values = np.random.default_rng(1).random(500)
    whole, parts = MeanSequence(0, 1, 500), MeanSequence(0, 1, 500)
    whole.update(values)
    for value in values:
        parts.update(value[None])
    assert (parts.low, parts.high) == pytest.approx((whole.low, whole.high))
    assert parts.interval.value == pytest.approx(values.mean())
    assert parts.n == whole.n == 500


def test_a_sequence_knows_nothing_before_the_first_value_and_more_after_each() -> None:
    sequence = MeanSequence(-10, 30, 1000)
    assert (sequence.low, sequence.high) == (-10, 30)
    width = 40.0
    for part in np.array_split(np.random.default_rng(2).uniform(0, 20, 1000), 20):
        sequence.update(part)
        assert sequence.high - sequence.low <= width
        width = sequence.high - sequence.low
    assert sequence.low < 10 < sequence.high
    assert width < 3


def test_a_sequence_without_room_is_certain() -> None:
    sequence = MeanSequence(4, 4, 100)
    sequence.update(np.full(10, 4))
    assert sequence.interval == Interval(4, 4, 4)


def test_a_value_out_of_bounds_is_refused() -> None:
    with pytest.raises(ValueError, match="outside 0 to 1"):
        MeanSequence(0, 1, 100).update(np.array([0.5, 1.5]))


def test_student_and_clopper_pearson_agree_with_scipy() -> None:
    values = np.random.default_rng(3).normal(7, 2, 50)
    low, high = stats.t.interval(0.95, 49, values.mean(), stats.sem(values))
    found = mean_interval(values)
    assert (found.low, found.high) == pytest.approx((low, high))
    for count in (0, 3, 40):
        exact = stats.binomtest(count, 40).proportion_ci(0.9, "exact")
        share = share_interval(count, 40, error=0.1)
        assert (share.low, share.high) == pytest.approx((exact.low, exact.high))


def test_sums_over_blocks_tell_what_their_values_tell() -> None:
    values = np.random.default_rng(4).normal(3, 1, 1000)
    blocks = np.split(values, [100, 150, 400, 600, 780])
    found = mean_interval(np.array([block.sum() for block in blocks]), np.array([len(b) for b in blocks]))
    assert found.value == pytest.approx(values.mean())
    assert found.low < 3 < found.high
    singles = mean_interval(values, np.ones(1000))
    assert singles == mean_interval(values)


def test_one_value_says_nothing_of_the_spread() -> None:
    assert mean_interval(np.array([3])) == Interval(3, -np.inf, np.inf)


def test_values_without_spread_leave_out_everything_else() -> None:
    found = mean_interval(np.zeros(10))
    assert found == Interval(0, 0, 0)
    assert found.leaves_out(0.001)
    assert not found.leaves_out(0)


@pytest.mark.parametrize(
    ("low", "high", "verdict"),
    [
        (0.6, 0.7, "met"),
        (0.5, 0.7, "undecided"),
        (0.3, 0.9, "undecided"),
        (0.4, 0.54, "missed"),
        (0.81, 1, "missed"),
    ],
)
def test_a_verdict_needs_the_whole_interval(low: float, high: float, verdict: str) -> None:
    assert within(Interval((low + high) / 2, low, high), 0.55, 0.8) == verdict


def test_a_bound_itself_is_allowed() -> None:
    assert within(Interval(0, 0, 0.5), 0, 0.5) == "met"
    assert within(Interval(0.5, 0.5, 0.6), 0, 0.5) == "undecided"


def test_one_miss_decides_and_one_doubt_withholds() -> None:
    assert together(["met", "undecided", "missed"]) == "missed"
    assert together(["met", "undecided"]) == "undecided"
    assert together(["met", "met"]) == together([]) == "met"


def lucky(seed: int, games: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Values of mean 3 that follow two kinds of luck, one of them of more weight, and other things."""
    random = np.random.default_rng(seed)
    luck = random.normal(size=(games, 2))
    return 3 + luck @ [4.0, -1.0] + random.exponential(size=games) - 1, luck


def test_without_luck_bounds_are_narrower_and_hold_as_often_as_they_say() -> None:
    wrong = 0
    for seed in range(1000):
        values, luck = lucky(seed, 100)
        found, weights = mean_without_luck(values, luck)
        wrong += found.leaves_out(3)
        assert found.width < mean_interval(values).width / 2
        assert weights == pytest.approx([4, -1], abs=0.8)
    assert wrong <= 65


def test_luck_is_not_taken_out_where_nothing_follows_it_or_little_is_known() -> None:
    values, luck = lucky(1, 100)
    for few in (mean_without_luck(values[:25], luck[:25]), mean_without_luck(values, 0 * luck)):
        assert few[1].tolist() == [0, 0]
    assert mean_without_luck(values[:25], luck[:25])[0] == mean_interval(values[:25])
    assert mean_without_luck(np.zeros(100), luck)[0] == Interval(0, 0, 0)


def test_two_kinds_of_luck_that_are_one_count_once() -> None:
    values, luck = lucky(2, 200)
    alone, _ = mean_without_luck(values, luck)
    twice, _ = mean_without_luck(values, np.column_stack([luck, luck[:, 0]]))
    assert (twice.low, twice.high) == pytest.approx((alone.low, alone.high))
