"""A game at one screen: what is shown of it, in which order, and who acts."""

from itertools import pairwise
from pathlib import Path

import pytest

from game.app.playing import house
from game.rules import fact as facts
from game.rules.command import Guess, OurWhy, Pass, from_dict
from game.screen.hotseat import Hotseat
from game.screen.house import Plan, SeatPlan, Wishes
from game.screen.moment import Moment, sections
from game.screen.scenes.telling import log_lines, tell
from game.words.catalogue import LANGUAGES

STALL = ("stall", "advertising", "delivery")


def opened(folder: Path, people: tuple[str, ...], order: str = "round") -> Hotseat:
    seats = tuple(SeatPlan(seat, seat in people) for seat in STALL)
    return house(folder, Wishes()).open(Plan("fruit-stall", seats, order, seed=9))


def shown(game: Hotseat) -> list[Moment]:
    """Everything that is to be shown now."""
    found = []
    while (moment := game.next_moment()) is not None:
        found.append(moment)
    return found


def played(game: Hotseat) -> list[Moment]:
    """A whole game in which people do the first legal thing, with all that was shown of it."""
    found = shown(game)
    for _ in range(400):
        seat = game.turn()
        if seat is not None:
            actions = game.view(seat, "nl")["actions"]
            legal = [action["command"] for action in actions if action["refusal"] is None]
            assert game.do(seat, from_dict(legal[0])) is None
        elif not game.bot_turn():
            return found
        found += shown(game)
    raise AssertionError("the game never ends")


def test_facts_are_cut_where_friday_and_monday_begin() -> None:
    happened = (
        facts.Passed("stall", "by_hand"),
        facts.Friday(1),
        facts.LostWeek(1),
        facts.Week(2, "stall"),
        facts.Event("fair", None, None),
        facts.Choice("fair", "1", "stall"),
    )
    assert [(section, len(found)) for section, found in sections(happened)] == [
        ("deed", 1),
        ("friday", 2),
        ("monday", 3),
    ]


@pytest.mark.parametrize("people", [("stall",), STALL])
def test_moments_follow_from_one_another(tmp_path: Path, people: tuple[str, ...]) -> None:
    game = opened(tmp_path, people)
    moments = played(game)
    for one, other in pairwise(moments):
        assert _open(one.after) == _open(other.before)
    order = [moment.section for moment in moments if moment.section != "deed"]
    assert order == ["monday", *["friday", "monday"] * 2, "friday", "shake_out", "score", "reveal"]
    assert {moment.seat for moment in moments if moment.people} == set(people)


def _open(view: dict[str, object]) -> dict[str, object]:
    """What facts can tell: turns, tallies and candidates of research they cannot."""
    told = (
        "week",
        "will",
        "know_how",
        "stories",
        "hours",
        "attention",
        "tokens",
        "motives",
        "known",
        "event",
    )
    return {name: view[name] for name in told}


def test_every_deed_can_be_told_in_both_languages(tmp_path: Path) -> None:
    game = opened(tmp_path, STALL)
    deeds = [moment for moment in played(game) if moment.section == "deed" and moment.seat is not None]
    told = [deed for deed in deeds if not isinstance(deed.command, Guess)]
    assert len(told) > 20
    for language in LANGUAGES:
        for deed in told:
            story = tell(deed, game.scenario, language)
            assert story.headline
            assert story.log.text
        assert len(log_lines(deeds, game.scenario, language)) == sum(
            not isinstance(deed.command, Pass | Guess) for deed in deeds
        )


def test_in_free_order_whoever_acts_goes_on_and_others_may_take_over(tmp_path: Path) -> None:
    game = opened(tmp_path, ("stall", "delivery"), order="free")
    chair = game.turn()
    assert chair == "stall"
    assert game.do(chair, OurWhy("healthy_fruit")) is None
    while game.shown["part"] != "work":
        shown(game)
        seat = game.turn()
        if seat is not None and game.shown["part"] == "monday":
            options = game.view(seat, "nl")["actions"]
            game.do(seat, from_dict(options[-1]["command"]))
    assert game.turn() == "stall"
    game.take_over("delivery")
    assert game.turn() == "delivery"
    game.take_over("advertising")
    assert game.turn() == "delivery", "a computer player's seat cannot be taken over"
    game.do("delivery", Pass())
    shown(game)
    assert game.turn() == "stall"


def test_the_mouse_is_handed_over_once_a_week_or_once_to_who_plays_alone(tmp_path: Path) -> None:
    alone = opened(tmp_path / "alone", ("stall",))
    assert alone.hands_over("stall")
    alone.hand_over("stall")
    assert not alone.hands_over("stall")
    both = opened(tmp_path / "both", ("stall", "delivery"))
    both.hand_over("stall")
    assert both.hands_over("delivery")


def test_lost_weeks_are_known_again_after_going_on(tmp_path: Path) -> None:
    game = opened(tmp_path, STALL)
    for _ in range(40):
        seat = game.turn()
        if seat is None or game.table.truth.week[0] > 1:
            break
        if game.shown["part"] == "work":
            game.do(seat, Pass())
        else:
            actions = game.view(seat, "nl")["actions"]
            game.do(seat, from_dict(next(a["command"] for a in actions if a["refusal"] is None)))
        shown(game)
    assert game.lost_weeks == [1]
    game.close()
    home = house(tmp_path, Wishes())
    saved = home.saved()
    assert saved is not None
    assert home.go_on(saved).lost_weeks == [1]
