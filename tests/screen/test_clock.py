"""The clock of the work part, by a hand-turned clock."""

from game.screen.clock import WorkClock


def test_it_counts_only_while_it_runs() -> None:
    clock = WorkClock()
    clock.begin(1)
    clock.run(10.0, "normal")
    clock.run(40.0, "normal")
    assert clock.left("normal") == 90
    clock.hold()
    clock.run(500.0, "normal")
    clock.run(501.0, "normal")
    assert clock.left("normal") == 89
    assert clock.left("long") == 149
    assert clock.left("off") is None


def test_a_pause_lasts_until_it_is_ended() -> None:
    clock = WorkClock(1)
    clock.run(0.0, "normal")
    clock.pause()
    clock.run(60.0, "normal")
    assert clock.left("normal") == 120
    assert clock.wakes("normal") is None
    clock.pause()
    clock.run(61.0, "normal")
    clock.run(62.0, "normal")
    assert clock.left("normal") == 119


def test_it_ends_once_and_a_new_week_begins_afresh() -> None:
    clock = WorkClock(1)
    clock.run(0.0, "normal")
    clock.run(121.0, "normal")
    clock.run(125.0, "normal")
    assert (clock.left("normal"), clock.ended) == (0, 121.0)
    clock.run(126.0, "long")
    assert clock.ended is None, "a longer time was chosen"
    clock.begin(1)
    assert clock.left("long") == 54
    clock.begin(2)
    assert (clock.left("normal"), clock.ended) == (120, None)


def test_it_wakes_when_it_shows_another_second() -> None:
    clock = WorkClock(1)
    clock.run(0.0, "normal")
    clock.run(0.25, "normal")
    assert clock.left("normal") == 120
    wakes = clock.wakes("normal")
    assert wakes is not None
    clock.run(0.25 + wakes, "normal")
    clock.run(0.26 + wakes, "normal")
    assert clock.left("normal") == 119
