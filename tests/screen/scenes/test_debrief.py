"""The look back: its figures are those of the game, its pages turn by every hand, everything has room."""

import re
from dataclasses import replace
from functools import cache
from typing import Any

import pygame
import pytest

from game.rules.fact import Fact, Paid, Played
from game.screen.fonts import Fonts
from game.screen.layout import fit
from game.screen.recording import RecordingCanvas
from game.screen.scene import Pop
from game.screen.scenes.answers import Leave
from game.screen.scenes.both import Both
from game.screen.scenes.charts import turning_point
from game.screen.scenes.chronicle import Chronicle, Share, chronicle
from game.screen.scenes.debrief import DebriefScene, debrief_scene
from game.screen.scenes.debrief_model import CHAPTERS, DebriefModel, present_guesses
from game.screen.settings import TEXT_SCALES, Settings
from game.screen.stage import Stage
from game.screen.theme import theme
from game.table.course import Course
from game.view.seats import table_view
from game.words.catalogue import LANGUAGES, Language
from tests.screen.faults import faults
from tests.screen.samples import usual
from tests.screen.scenes import samples
from tests.screen.scenes.games import compiled_for, played
from tests.screen.scenes.watching import Watch

GAMES = [
    ("municipality", 4, "cooperative"),
    ("municipality", 4, "pusher"),
    ("municipality", 6, "random"),
    ("fruit-stall", 3, "cooperative"),
]
FONTS = Fonts()


def facts_of(game: tuple[str, int, str]) -> tuple[Fact, ...]:
    return tuple(fact for told in played(*game) for fact in told.facts)


def told(game: tuple[str, int, str]) -> Chronicle:
    compiled = compiled_for(*game[:2])
    return chronicle(compiled.scenario, compiled.seats, facts_of(game))


def model(game: tuple[str, int, str], language: Language = "nl") -> DebriefModel:
    return scene(game).debrief.get(language)


@cache
def scene(game: tuple[str, int, str]) -> DebriefScene:
    return debrief_scene(played(*game)[-1].after, facts_of(game), compiled_for(*game[:2]).scenario)


# -- the figures --------------------------------------------------------------------------


@pytest.mark.parametrize("game", GAMES, ids=str)
def test_the_chronicle_agrees_with_the_game(game: tuple[str, int, str]) -> None:
    last = played(*game)[-1].after
    found = told(game)
    final = [sum(sum(cells[level]) for cells in last["tokens"].values()) for level in range(6)]
    assert list(found.levels[-1]) == final
    assert found.weeks == last["week"]
    assert len(found.lost_weeks) == last["lost_weeks"]
    assert sum(share.whole for share in found.kept) == sum(last["tallies"]["lifted"])
    assert all(0 <= share.part <= share.whole for share in (*found.kept, found.blind, found.seeing))
    assert found.missed.part == sum(last["tallies"]["irrelevant"])
    assert found.coherent == sum(last["tallies"]["coherent"])
    assert found.mixed == sum(last["tallies"]["mixed"])
    assert found.talks == sum(last["tallies"]["talks"])
    assert found.points_before == last["points_before"]


@pytest.mark.parametrize("game", GAMES, ids=str)
def test_the_heat_map_holds_all_attention_that_was_paid(game: tuple[str, int, str]) -> None:
    shown = model(game)
    paid = [fact for fact in facts_of(game) if isinstance(fact, Paid) and fact.audience is not None]
    cells = {
        (seat.id, who.id): shown.told.asked(seat.id, who.id)
        for seat in shown.departments
        for who in shown.audiences
    }
    assert sum(cells.values()) == sum(fact.attention for fact in paid) > 0
    for (seat, who), n in cells.items():
        assert n == sum(fact.attention for fact in paid if (fact.seat, fact.audience) == (seat, who))


def test_the_turning_point_is_the_friday_that_gained_most() -> None:
    start, low, high, last = (9, 1, 0, 0, 0, 0), (8, 2, 0, 0, 0, 0), (6, 0, 0, 2, 2, 0), (6, 2, 0, 2, 0, 0)
    quiet = replace(samples.CHRONICLE, levels=(start, start, start))
    assert turning_point(replace(quiet, levels=(start, low, high, high, last))) == 2
    assert turning_point(quiet) is None, "nothing was gained, so nothing turned"


def with_guesses(game: tuple[str, int, str]) -> dict[str, Any]:
    """The end of a game in which everybody guessed its own motive of all others."""
    last = played(*game)[-1].after
    mine = last["personal_motives"]
    rows = [[None if s == other else mine[s] for other in range(len(mine))] for s in range(len(mine))]
    return {**last, "guesses": rows}


def test_guesses_stand_beside_the_truth() -> None:
    view = with_guesses(GAMES[0])
    truths = view["personal_motives"]
    view["guesses"][0][1] = truths[1]
    unused = next(
        one.motive
        for one in compiled_for("municipality", 4).scenario.personal_motives
        if one.motive not in truths
    )
    view["guesses"][2][1] = unused
    table = present_guesses(view, compiled_for("municipality", 4).scenario, "en")
    assert table is not None
    assert [guess and guess.right for guess in table.rows[1].guesses] == [True, None, False, False]
    assert len(table.strays) == 1, "what was guessed and was nobody's is told in words"


def test_without_guesses_there_is_no_page_of_them() -> None:
    assert "guesses" not in {page.kind for page in model(GAMES[0]).pages}
    secret = {**with_guesses(GAMES[0]), "personal_motives": [None] * 4}
    assert present_guesses(secret, compiled_for("municipality", 4).scenario, "nl") is None


# -- the questions ------------------------------------------------------------------------


@pytest.mark.parametrize("game", GAMES, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_game_raises_questions_with_two_numbers(game: tuple[str, int, str], language: Language) -> None:
    prompts = model(game, language).prompts
    assert 1 <= len(prompts) <= 5
    assert len({prompt.id for prompt in prompts}) == len(prompts)
    for prompt in prompts:
        said = {int(number) for number in re.findall(r"\d+", prompt.lead)}
        assert said == {number for number, _ in prompt.numbers}
        assert all(caption for _, caption in prompt.numbers)
        assert prompt.question.endswith("?")


def test_a_team_that_never_talks_is_asked_about_it_first() -> None:
    assert model(GAMES[1]).prompts[0].id == "lost"


def test_somebody_who_was_asked_far_more_than_the_others_is_named() -> None:
    crowd = replace(samples.CHRONICLE, attention=(("pr", "ruud", 20), ("web", "sandra", 2)))
    board = usual("nl")
    prompts = samples.prompts_of(crowd, board, "nl")
    (found,) = (prompt for prompt in prompts if prompt.id == "crowd")
    assert found.audience is not None
    assert found.audience.name in found.lead
    assert [number for number, _ in found.numbers] == [20, 22]


# -- turning the pages --------------------------------------------------------------------


def pages_of(watch: Watch) -> int:
    assert isinstance(watch.scene, DebriefScene)
    return watch.scene.at


def test_the_pages_go_on_and_back_and_round() -> None:
    watch = Watch(DebriefScene(Both.of(samples.debrief)), motion="none")
    n = len(samples.debrief("nl").pages)
    seen = []
    for _ in range(n):
        seen.append(pages_of(watch))
        watch.choose("next")
    assert seen == list(range(n))
    assert pages_of(watch) == 0
    assert "back" not in {target.id for target in watch.scene.targets(watch.view)}
    watch.choose("next")
    watch.choose("back")
    assert pages_of(watch) == 0
    assert watch.choose("home") == Pop(Leave())


def test_each_chapter_leads_to_its_first_page() -> None:
    watch = Watch(DebriefScene(Both.of(samples.debrief)), motion="none")
    for chapter in reversed(CHAPTERS):
        watch.choose(f"chapter:{chapter}")
        shown = watch.scene
        assert isinstance(shown, DebriefScene)
        assert shown.page.chapter == chapter
        assert shown.at == 0 or shown.pages[shown.at - 1].chapter != chapter


def test_one_question_is_shown_at_a_time_with_its_numbers() -> None:
    prompts = samples.debrief("nl").prompts
    watch = Watch(DebriefScene(Both.of(samples.debrief)), motion="none")
    watch.choose("chapter:means")
    for prompt in prompts:
        said = " ".join(watch.texts).replace(" / ", " ")
        assert [other.question in said for other in prompts] == [other is prompt for other in prompts]
        assert all(str(number) in watch.texts for number, _ in prompt.numbers)
        watch.choose("next")


def test_a_clicker_turns_the_pages_and_stops_at_both_ends() -> None:
    stage = Stage(DebriefScene(Both.of(samples.debrief)), Settings(motion="none"), (1024, 640))
    last = len(samples.debrief("nl").pages) - 1
    now = 0.0

    def press(key: int) -> int:
        nonlocal now
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            now += 0.1
            stage.step([pygame.event.Event(kind, key=key, mod=0, unicode="")], now)
        assert isinstance(stage.scene, DebriefScene)
        return stage.scene.at

    assert press(pygame.K_PAGEUP) == 0
    assert [press(pygame.K_PAGEDOWN) for _ in range(last + 1)] == [*range(1, last + 1), last]
    assert press(pygame.K_BACKSPACE) == last - 1


# -- room ---------------------------------------------------------------------------------


def trouble(shown: DebriefScene, size: tuple[int, int], scale: float, language: Language) -> list[str]:
    found: list[str] = []
    settings = Settings(language, text_scale=scale, motion="none")
    for at, page in enumerate(shown.pages):
        canvas = RecordingCanvas(fit(*size), theme("light"), FONTS, scale)
        watch = Watch(replace(shown, at=at), language=language)
        watch.scene.draw(canvas, replace(watch.view, frame=fit(*size), settings=settings))
        found += [f"{page.kind} at {size}, {scale}: {one}" for one in faults(canvas)]
    return found


def crowded() -> DebriefScene:
    game = GAMES[2]
    return debrief_scene(with_guesses(game), facts_of(game), compiled_for(*game[:2]).scenario)


def empty() -> DebriefScene:
    """A game that was ended before anybody did anything."""
    compiled = compiled_for("municipality", 2)
    return debrief_scene(table_view(compiled, Course(compiled, "round", 1).state), (), compiled.scenario)


@pytest.mark.parametrize("scale", TEXT_SCALES)
@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1024, 640), (1024, 768)], ids=str)
def test_every_page_has_room_in_crowded_and_in_empty_games(size: tuple[int, int], scale: float) -> None:
    found = [
        one
        for shown in (crowded(), empty(), scene(GAMES[3]), DebriefScene(Both.of(samples.debrief)))
        for language in LANGUAGES
        for one in trouble(shown, size, scale, language)
    ]
    assert found == []


@pytest.mark.parametrize("game", GAMES, ids=str)
def test_what_an_hour_brought_counts_every_hour_of_every_play(game: tuple[str, int, str]) -> None:
    hours = 0
    for step in played(*game):
        spent = [fact.hours for fact in step.facts if isinstance(fact, Paid)]
        hours += sum(spent) if any(isinstance(fact, Played) for fact in step.facts) else 0
    found = told(game).yields
    assert sum(share.whole for share in found) == hours
    kept = told(game).kept
    assert [share.part > 0 for share in found] == [share.part > 0 for share in kept]


def test_an_hour_of_what_beside_an_hour_of_why_is_a_question() -> None:
    board = usual("nl")
    yields = (Share(7, 16), Share(0, 0), Share(74, 22))
    quiet = replace(samples.CHRONICLE, lost_weeks=(), mixed=0, points_before=0, missed=Share(0, 40))
    (found,) = (
        prompt
        for prompt in samples.prompts_of(replace(quiet, yields=yields), board, "nl")
        if prompt.id == "yield"
    )
    assert [number for number, _ in found.numbers] == [4, 34]


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_thing_is_not_told_as_several(language: Language) -> None:
    """A game in which little happened asks too: "1 message", not "1 messages"."""
    board = usual(language)
    quiet = replace(samples.CHRONICLE, missed=Share(1, 1), mixed=0)
    (prompt,) = (one for one in samples.prompts_of(quiet, board, language) if one.id == "missed")
    busy = replace(quiet, missed=Share(4, 4))
    (other,) = (one for one in samples.prompts_of(busy, board, language) if one.id == "missed")
    captions = {prompt.numbers[1][1], other.numbers[1][1]}
    assert captions == ({"boodschap", "boodschappen"} if language == "nl" else {"message", "messages"})
