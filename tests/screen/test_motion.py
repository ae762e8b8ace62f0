import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screen.box import Point
from game.screen.motion import Ease, arc, ease, play, staggered

EASES: tuple[Ease, ...] = ("linear", "out", "in", "in_out", "settle", "drop")


@pytest.mark.parametrize("name", EASES)
def test_eases_begin_at_nothing_and_end_exactly(name: Ease) -> None:
    assert ease(name, 0) == 0
    assert ease(name, 1) == 1
    assert ease(name, 2) == 1
    assert ease(name, 0.9999) == pytest.approx(1, abs=0.01)


def test_settle_swings_beyond_by_six_percent_and_drop_bounces_back_by_ten() -> None:
    assert max(ease("settle", i / 200) for i in range(201)) == pytest.approx(1.06, abs=0.005)
    late = [ease("drop", 0.78 + i / 1000) for i in range(220)]
    assert min(late) == pytest.approx(0.9, abs=0.005)


def test_out_is_fast_first_and_in_is_slow_first() -> None:
    assert ease("out", 0.25) > 0.6 > ease("in", 0.6) > 0


def test_a_timeline_is_sampled_at_any_time() -> None:
    timeline = play("lift", 0.6).then(play("glow", 0.4, "linear"), pause=0.2)
    assert timeline.length == pytest.approx(1.2)
    assert timeline.at("lift", 0) == 0
    assert timeline.at("lift", 5) == 1
    assert timeline.at("glow", 0.7) == 0
    assert timeline.at("glow", 1.0) == pytest.approx(0.5)
    assert timeline.at("unknown", 1.0, rest=7) == 7
    assert timeline.over(1.21)
    assert not timeline.over(1.1)


def test_a_skip_leads_to_the_end_of_the_running_beats_and_the_next_one_to_the_end() -> None:
    timeline = staggered(["a", "b"], 0.6, 0.1).then(play("c", 0.5))
    first = timeline.next_rest(0.05)
    assert timeline.at("a", first) == 1
    assert first <= timeline.length
    separate = play("a", 0.5).then(play("b", 0.5), pause=0.3)
    assert separate.next_rest(0.1) == pytest.approx(0.5)
    assert separate.next_rest(0.5) == pytest.approx(1.3)


@given(st.floats(0, 3), st.floats(0, 3))
def test_drawing_at_a_time_does_not_depend_on_earlier_frames(one: float, other: float) -> None:
    timeline = staggered(["a", "b", "c"], 0.62, 0.09).then(play("a", 0.5, "drop", 1, 0))
    before = timeline.at("a", one)
    timeline.at("a", other)
    assert timeline.at("a", one) == before


def test_an_arc_begins_and_ends_at_its_places() -> None:
    start, end = Point(0, 100), Point(50, 0)
    assert arc(start, end, 0, 40) == start
    assert arc(start, end, 1, 40) == end
    assert arc(start, end, 0.5, 40).y == 10
