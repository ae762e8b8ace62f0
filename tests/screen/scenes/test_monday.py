from dataclasses import replace
from typing import Any

import pytest

from game.rules import fact as facts
from game.rules.command import Choose
from game.scenario.events import AttentionEffect
from game.scenario.load import shipped
from game.screen.scene import Pop
from game.screen.scenes.answers import Do, GoOn
from game.screen.scenes.both import Both
from game.screen.scenes.effects import present_effects, what_came
from game.screen.scenes.keys import KeysScene
from game.screen.scenes.monday import REFILL, EventScene, event_scene, refilled
from game.screen.scenes.waiting import Waiting
from game.table.course import Course
from game.view.seats import table_view
from game.words.catalogue import LANGUAGES, Language, Words
from tests.screen.scenes import samples
from tests.screen.scenes.games import compiled_for, played
from tests.screen.scenes.watching import Watch


def scene(*, asks: bool) -> EventScene:
    return EventScene(Both.of(lambda language: samples.monday(language, asks=asks)))


def test_the_chair_takes_an_option() -> None:
    watch = Watch(scene(asks=True), motion="none")
    yes = {target.id: target for target in watch.scene.targets(watch.view)}["yes"]
    assert (yes.enabled, yes.reason) == (False, "Kies eerst")
    assert watch.choose("option:1") is None
    assert watch.choose("option:3") is None, "choosing is not yet doing"
    assert watch.choose("yes") == Pop(Do("social", Choose("3")))


def test_an_option_that_cannot_be_paid_says_why() -> None:
    watch = Watch(scene(asks=True), motion="none")
    shut = {target.id: target for target in watch.scene.targets(watch.view)}["option:2"]
    assert not shut.enabled
    assert shut.reason == "Dit kost 5 uur; er zijn er nog 4."
    assert shut.reason in " ".join(watch.texts).replace(" / ", " ")


def test_what_was_chosen_is_told_and_only_read() -> None:
    watch = Watch(scene(asks=False), motion="none")
    assert [target.id for target in watch.scene.targets(watch.view)] == ["menu", "next"]
    assert watch.choose("next") == Pop(GoOn())


def test_the_card_grows_and_ends_in_the_still_picture() -> None:
    watch = Watch(scene(asks=True))
    watch.wait(0.1)
    assert watch.scene.moving(watch.view)
    assert "Weer zes mails" not in watch.texts
    watch.wait(5)
    assert not watch.scene.moving(watch.view)
    assert watch.picture == Watch(scene(asks=True), motion="none").picture


def test_attention_comes_back_lane_by_lane() -> None:
    monday = samples.monday("nl", asks=True)
    full = [one.attention for one in monday.board.audiences]
    low = [one.attention for one in monday.before.audiences]
    assert [one.attention for one in refilled(monday, 0).audiences] == low
    halfway = [one.attention for one in refilled(monday, 2.5 * REFILL).audiences]
    assert halfway == full[:2] + low[2:]
    assert [one.attention for one in refilled(monday, 5.5 * REFILL).audiences] == full


@pytest.mark.parametrize("name", sorted(shipped()))
def test_every_effect_of_the_shipped_events_can_be_told(name: str) -> None:
    for seats in compiled_for(name, 2).scenario.supported:
        compiled = compiled_for(name, seats)
        view: dict[str, Any] = table_view(compiled, Course(compiled, "round", 1).state)
        view["targets"] = {"audience": compiled.ids.audiences[0], "department": compiled.ids.seats[0]}
        known = set(compiled.ids.audiences)
        for event in compiled.scenario.events:
            for option in event.options:
                absent = [
                    effect
                    for effect in option.effects
                    if getattr(effect, "audience", None) not in {None, "all", "random", *known}
                ]
                for language in LANGUAGES:
                    told = present_effects(compiled, option.effects, view, language)
                    assert len(told) == len(option.effects) - len(absent)
                    assert all(effect.text and "{" not in effect.text for effect in told)


@pytest.mark.parametrize("name", sorted(shipped()))
def test_what_a_choice_did_is_told_from_what_happened(name: str) -> None:
    compiled = compiled_for(name, 3)
    some = 0
    for seed in range(3):
        for told in played(name, 3, seed=seed):
            if not isinstance(told.command, Choose):
                continue
            done = [fact for fact in told.facts if not isinstance(fact, facts.Choice | facts.Paid)]
            for language in LANGUAGES:
                came = what_came(told.facts, told.before, compiled.scenario, language)
                assert bool(came) == bool(done)
                assert all(effect.text and "{" not in effect.text for effect in came)
            some += bool(done)
    assert some


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_option_promises_no_attention_that_has_no_room(language: Language) -> None:
    """Attention stays between none and full (1.3): who chooses must not pay for what cannot come."""
    compiled = compiled_for("fruit-stall", 3)
    who = compiled.ids.audiences[0]
    view: dict[str, Any] = table_view(compiled, Course(compiled, "round", 1).state)
    audience = compiled.scenario.audience(who)
    most, name = audience.attention.max, audience.name.get(language)

    def said(left: int, n: int, part: str = "monday") -> str:
        seen = {**view, "part": part, "attention": {**view["attention"], who: left}}
        effect = AttentionEffect(kind="attention", audience=who, n=n)
        (told,) = present_effects(compiled, (effect,), seen, language)
        return told.text

    words = Words("view", language)
    assert "+2" in said(most - 2, 2)
    assert "+1" in said(most - 1, 2)
    assert said(most, 1) == words("effect.attention_full", name=name)
    assert said(0, -1) == words("effect.attention_gone", name=name)
    assert "\u22121" in said(1, -3)
    assert "+1" in said(most, 1, "work"), "after the choice the card says what the option was"


def test_what_happens_to_everybody_is_one_line() -> None:
    compiled = compiled_for("fruit-stall", 3)
    before: dict[str, Any] = table_view(compiled, Course(compiled, "round", 1).state)
    happened = [facts.Attention(who, -1, "event") for who in compiled.ids.audiences]
    told = what_came(happened, before, compiled.scenario, "nl")
    assert [(one.text, one.good) for one in told] == [("Iedereen: \u22121 aandacht", False)]
    told = what_came(happened[1:], before, compiled.scenario, "nl")
    assert len(told) == len(compiled.ids.audiences) - 1


def test_every_monday_of_a_game_can_be_shown() -> None:
    compiled = compiled_for("fruit-stall", 3)
    shown = 0
    for told in played("fruit-stall", 3):
        if any(fact.kind in ("event", "choice") for fact in told.facts) and told.after["part"] != "over":
            watch = Watch(event_scene(compiled, told.facts, told.after), motion="none")
            event = compiled.scenario.event(told.after["event"])
            assert event.title.nl in watch.texts
            shown += 1
    assert shown >= 3


def test_a_key_to_go_on_opens_nothing_where_the_chair_has_a_phone() -> None:
    waiting = Waiting(Both.of(lambda _: "Web kiest op de telefoon"), lambda: False, KeysScene)
    watch = Watch(replace(scene(asks=True), waiting=waiting), motion="none")
    targets = {target.id: target for target in watch.scene.targets(watch.view)}
    begins = watch.scene.first(watch.view)
    assert begins is not None
    assert not targets[begins].enabled, "Enter chooses nothing"
    assert [name for name, target in targets.items() if target.enabled] == ["menu", "panel"]
