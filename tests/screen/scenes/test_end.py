from dataclasses import replace
from itertools import pairwise

import pytest

from game.rules.command import Guess
from game.rules.fact import Fact
from game.screen.focus import Focus
from game.screen.layout import fit
from game.screen.recording import RecordingCanvas
from game.screen.scene import Pop, View
from game.screen.scenes.answers import DoAll, GoOn
from game.screen.scenes.both import Both
from game.screen.scenes.guess import GuessScene
from game.screen.scenes.reveal import RevealScene
from game.screen.scenes.score import ScoreScene
from game.screen.scenes.score_model import ConditionModel, ScoreModel, Thought, present_score
from game.screen.scenes.score_parts import apart
from game.screen.settings import TEXT_SCALES, Settings, screen_words
from game.screen.theme import theme
from game.words.catalogue import LANGUAGES, Language, Words
from tests.screen.faults import faults
from tests.screen.scenes import samples
from tests.screen.scenes.games import compiled_for, played
from tests.screen.scenes.test_fitting import FONTS
from tests.screen.scenes.watching import Watch

GAMES = [
    ("municipality", 4, "cooperative"),
    ("municipality", 4, "pusher"),
    ("municipality", 6, "random"),
    ("fruit-stall", 3, "cooperative"),
]


def facts_of(game: tuple[str, int, str]) -> tuple[Fact, ...]:
    return tuple(fact for told in played(*game) for fact in told.facts)


# -- score and reveal ---------------------------------------------------------------------


@pytest.mark.parametrize("game", GAMES, ids=str)
def test_what_is_left_adds_up_to_the_points(game: tuple[str, int, str]) -> None:
    scenario = compiled_for(*game[:2]).scenario
    model = present_score(played(*game)[-1].after, facts_of(game), scenario, "nl")
    assert sum(row.points for row in model.rows) + model.launch_points - model.lost_points == model.points


@pytest.mark.parametrize("game", GAMES, ids=str)
def test_a_medal_is_there_exactly_if_points_and_conditions_are(game: tuple[str, int, str]) -> None:
    scenario = compiled_for(*game[:2]).scenario
    model = present_score(played(*game)[-1].after, facts_of(game), scenario, "en")
    reached = sum(model.points >= threshold for threshold in model.thresholds)
    met = all(condition.met for condition in model.conditions)
    assert model.medal == ("none", "bronze", "silver", "gold")[reached if met else 0]


def test_own_scores_are_kpi_and_motive() -> None:
    scenario = compiled_for("municipality", 4).scenario
    after = played("municipality", 4)[-1].after
    model = present_score(after, facts_of(GAMES[0]), scenario, "nl")
    for card in model.cards:
        assert card.own_score is not None
        assert card.kpi_points is not None
        assert card.own_score == card.kpi_points + (5 if card.met else 0)
    assert all(a.own_score >= b.own_score for a, b in pairwise(model.cards) if a.own_score and b.own_score)


def test_before_the_reveal_no_motive_and_no_own_score_is_in_the_model() -> None:
    scenario = compiled_for("municipality", 4).scenario
    view = {**played("municipality", 4)[-1].after, "part": "guessing"}
    model = present_score(view, (), scenario, "nl")
    for card in model.cards:
        assert (card.motive, card.own_score, card.thoughts, card.colleague) == (None, None, (), False)
    assert [card.seat for card in model.cards] == list(compiled_for("municipality", 4).ids.seats)


def test_a_card_shows_who_guessed_what_right_or_wrong() -> None:
    scenario = compiled_for("municipality", 4).scenario
    after = played("municipality", 4)[-1].after
    truth, wrong = after["personal_motives"][0], after["personal_motives"][1]
    rows = [[None] * 4, [truth, *[None] * 3], [wrong, *[None] * 3], [None] * 4]
    cards = present_score({**after, "guesses": rows}, (), scenario, "nl").cards
    first, second, third = (
        scenario.department(seat) for seat in compiled_for("municipality", 4).ids.seats[:3]
    )
    thoughts = {card.seat: card.thoughts for card in cards}
    assert thoughts.pop(first.id) == (
        Thought(second.icon, scenario.motive(truth).icon, True),
        Thought(third.icon, scenario.motive(wrong).icon, False),
    )
    assert set(thoughts.values()) == {()}


def test_motives_are_turned_from_the_lowest_own_score_and_the_colleague_comes_last() -> None:
    scene = RevealScene(Both.of(lambda language: samples.score(language, revealed=True)))
    watch = Watch(scene, motion="none")
    drives = [card.motive or "" for card in reversed(samples.score("nl", revealed=True).cards)]
    for turned in range(5):
        shown = said(watch)
        assert [drive in shown for drive in drives] == [i < turned for i in range(4)]
        left = watch.choose("next")
    assert left == Pop(GoOn())


def test_the_score_moves_to_its_still_picture() -> None:
    model = Both.of(lambda language: samples.score(language, revealed=False))
    watch = Watch(ScoreScene(model))
    watch.wait(1.0)
    assert watch.scene.moving(watch.view)
    watch.wait(10)
    watch.focus = Focus()
    assert watch.picture == Watch(ScoreScene(model), motion="none").picture
    assert watch.choose("next") == Pop(GoOn())


@pytest.mark.parametrize("scale", TEXT_SCALES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "thresholds", [(95, 130, 150), (9000, 9001, 9002), (1, 2, 3), (140, 141, 900)], ids=str
)
def test_the_thresholds_of_the_medals_never_lie_on_one_another(
    thresholds: tuple[int, int, int], language: Language, scale: float
) -> None:
    sure = ConditionModel("minstens 12 empowered users", True)

    def made(said: Language) -> ScoreModel:
        plain = samples.score(said, revealed=False)
        return replace(plain, thresholds=thresholds, conditions=(sure, sure), points=139)

    canvas = RecordingCanvas(fit(1920, 1080), theme("light"), FONTS, scale)
    watch = Watch(ScoreScene(Both.of(made)), motion="none", language=language)
    watch.scene.draw(
        canvas, replace(watch.view, settings=Settings(language, text_scale=scale, motion="none"))
    )
    shown = [text for text in canvas.texts if text.what in map(str, thresholds) and text.box.y > 800]
    assert [text.what for text in shown] == [str(points) for points in thresholds]
    assert faults(canvas) == []
    assert all(a.box.right + 8 <= b.box.x for a, b in pairwise(shown))


# -- guessing -----------------------------------------------------------------------------


def guessing() -> Watch:
    return Watch(GuessScene(Both.of(samples.guess), "pr"), motion="none")


def test_a_guess_for_each_other_department_makes_the_round_complete() -> None:
    watch = guessing()
    assert "Raad er nog 3" in watch.texts
    for drive in ("0", "3", "1"):
        watch.choose(f"drive:{drive}")
    assert watch.choose("done") == Pop(
        DoAll("service", (Guess("pr", "0"), Guess("web", "3"), Guess("social", "1")))
    )


def test_a_motive_can_be_one_departments_only_and_guesses_can_be_changed() -> None:
    watch = guessing()
    watch.choose("drive:0")
    watch.choose("drive:1")
    watch.choose("other:pr")
    watch.choose("drive:1")
    scene = watch.scene
    assert isinstance(scene, GuessScene)
    assert scene.picks == (("pr", "1"),)
    assert scene.at == "web"


def test_done_says_how_many_are_missing() -> None:
    watch = guessing()
    done = {target.id: target for target in watch.scene.targets(watch.view)}["done"]
    assert not done.enabled
    assert done.reason == "Raad er nog 3"


def test_ones_own_motive_shows_only_while_held() -> None:
    own = "Word gezien door de wethouder"
    scene = GuessScene(Both.of(lambda language: replace(samples.guess(language), own=own)), "pr")
    for focus in (Focus("own"), Focus("own", hover="own"), Focus("done", held="done")):
        assert own not in said(Watch(scene, motion="none", focus=focus))
    assert own in said(Watch(scene, motion="none", focus=Focus("own", "own", "own")))


def said(watch: Watch) -> str:
    return " ".join(watch.texts).replace(" / ", " ")


def test_thresholds_that_are_near_each_other_make_way_evenly() -> None:
    """So that each stands as near to its own line as it can."""
    assert apart([100, 200, 300], 60, 0, 400) == [100, 200, 300]
    assert apart([100, 200, 220], 60, 0, 400) == [100, 180, 240]
    assert apart([10, 20, 30], 60, 0, 400) == [30, 90, 150]
    assert apart([380, 390, 395], 60, 0, 400) == [250, 310, 370]


def test_the_launch_is_in_the_sum_only_if_its_week_was_played() -> None:
    compiled = compiled_for("municipality", 4)
    last = played("municipality", 4)[-1].after
    week = compiled.scenario.rules.launch_week
    for ended_in, told in ((1, 0), (week - 1, 0), (week + 1, week), (compiled.scenario.weeks, week)):
        assert present_score({**last, "week": ended_in}, (), compiled.scenario, "nl").launch_week == told


@pytest.mark.parametrize("scale", TEXT_SCALES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_kind_words_below_bronze_keep_clear_of_the_medals(language: Language, scale: float) -> None:
    canvas = RecordingCanvas(fit(1920, 1080), theme("light"), FONTS, scale)
    view = View(canvas.frame, Settings(language, text_scale=scale), screen_words(language), Focus(), 99.0)
    model = Both.of(lambda one: samples.score(one, revealed=False, medal=False))
    ScoreScene(model, began=0.0).draw(canvas, view)
    kind = Words("week", language)("score.none.text")
    said = next(text.box for text in canvas.texts if text.what.replace(" / ", " ") == kind)
    medals = [one.box for one in canvas.drawn if one.kind == "shape" and (one.box.w, one.box.h) == (36, 66.9)]
    assert len(medals) == 3
    assert not any(said.overlaps(medal) for medal in medals)
