"""What a play sounds and looks like when departments bring the same message, or different ones."""

import pytest

from game.rules.fact import Dice, Fact, Played, TurnedUp
from game.screen.scenes.glance import GlanceScene
from game.screen.scenes.rolling import heard_of
from tests.screen.scenes.flow_pages import FLOW
from tests.screen.scenes.pages import SCENES
from tests.screen.scenes.watching import Watch


def played(*, coherent: bool = False, mixed: bool = False) -> Played:
    return Played("pr", "tool", "sandra", "street", "main", coherent, mixed)


def dice(lifted: int) -> Dice:
    return Dice("play", "sandra", 0, 4, lifted, "loose", (4, 2))


@pytest.mark.parametrize(
    ("facts", "cues"),
    [
        ((played(), dice(0)), []),
        ((played(), dice(1)), ["lift"]),
        (
            (played(coherent=True), dice(2), TurnedUp("sandra", "street", "main")),
            ["lift", "turn", "coherent"],
        ),
        ((played(mixed=True), dice(0)), ["mixed"]),
    ],
)
def test_a_play_is_heard_by_what_came_of_it(facts: tuple[Fact, ...], cues: list[str]) -> None:
    assert [heard.cue for heard in heard_of(facts, 2.0, 1.0)] == cues


def test_sounds_come_in_the_order_of_the_dice() -> None:
    make, _ = FLOW["rolled"]
    watch = Watch(make("nl"))
    heard = watch.scene.heard(watch.view)
    assert heard[0].cue == "dice"
    assert heard[1].cue == "lift"
    assert heard[0].at < heard[1].at


def test_skipping_does_not_sound_twice() -> None:
    make, _ = SCENES["event-told"]
    watch = Watch(make("nl"))
    watch.wait(0.1)
    first = watch.scene.heard(watch.view)
    watch.follow(watch.scene.skip(watch.view))
    second = watch.scene.heard(watch.view)
    assert [(heard.cue, heard.of) for heard in first] == [(heard.cue, heard.of) for heard in second]
    assert [heard.cue for heard in first] == ["week"]


def test_mixed_messages_are_said_when_they_happen_also_by_others() -> None:
    make, _ = FLOW["glance"]
    scene = make("nl")
    assert isinstance(scene, GlanceScene)
    watch = Watch(scene, now=1.0)
    assert "Andere boodschap: 1 aandacht extra" in [text.replace(" / ", " ") for text in watch.texts]
