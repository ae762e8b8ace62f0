"""What who plays for the first time is told: once, when it matters, in few words."""

from pathlib import Path
from typing import Any

import pytest

from game.scenario.load import load
from game.screen.board import grid_of
from game.screen.focus import Focus
from game.screen.fonts import Fonts
from game.screen.layout import fit
from game.screen.recording import RecordingCanvas
from game.screen.scene import View
from game.screen.scenes.choosing import ChoosingScene
from game.screen.scenes.deciding import who_could_help
from game.screen.scenes.guide import ICONS, board_hint, draw_hint
from game.screen.scenes.introducing import TOOLS, VERBS, IntroducingScene, new_verbs
from game.screen.scenes.work import WorkScene
from game.screen.settings import TEXT_SCALES, Settings, screen_words
from game.screen.theme import theme
from game.words.catalogue import LANGUAGES, Language, Words
from tests.screen import samples
from tests.screen.faults import faults
from tests.screen.scenes.flow_pages import FLOW
from tests.screen.scenes.games import played
from tests.screen.scenes.hands import Hands
from tests.screen.scenes.test_flow import answer
from tests.screen.scenes.test_timed import at_work
from tests.screen.scenes.watching import Watch

FONTS = Fonts()
MOST_WORDS = 12
LONG_AFTER = 10_000.0


def view(**changed: Any) -> dict[str, Any]:
    return {
        "week": 1,
        "handshake": {"dirk": False},
        "tokens": {"dirk": [[0, 5], [0, 0], [0, 0]]},
        "attention": {"dirk": 4},
        **changed,
    }


def test_each_hint_is_given_when_it_matters_and_once() -> None:
    assert board_hint(view(), ()) == "talk"
    assert board_hint(view(), {"talk"}) is None
    assert board_hint(view(handshake={"dirk": True}), ()) is None
    assert board_hint(view(tokens={"dirk": [[0, 5], [1, 0], [0, 0]]}), {"talk"}) == "bonds"
    assert board_hint(view(attention={"dirk": 1}), {"talk"}) == "attention"
    assert board_hint(view(week=2), ()) is None, "talking first is for the first week"


@pytest.mark.parametrize("language", LANGUAGES)
def test_hints_and_cards_have_at_most_twelve_words(language: Language) -> None:
    words = Words("play", language)
    texts = [words(f"guide.{hint}") for hint in ICONS]
    texts += [words(f"new.{verb}.text") for verb in (*VERBS, TOOLS)]
    assert [text for text in texts if len(text.split()) > MOST_WORDS] == []


def test_verbs_are_introduced_in_the_week_of_the_scenario() -> None:
    town = load("municipality")
    assert new_verbs(town, 1, "en") == ()
    assert [verb.name for verb in new_verbs(town, 2, "en")] == [
        "Research",
        "Hold back",
        "Convince management",
        "Make an offer",
    ]
    assert len(new_verbs(town, 3, "nl")) == 4
    assert new_verbs(town, 4, "nl") == ()
    assert [verb.name for verb in new_verbs(load("fruit-stall"), 3, "en")] == ["Reference work"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_says_where_its_verb_is_found_and_there_it_is(tmp_path: Path, language: Language) -> None:
    """Who never played looks for a word; it stands on the board where a press leads there."""
    said = {verb.name: verb.place for verb in new_verbs(load("municipality"), 2, language)}
    words = Words("play", language)
    inside = words("work.inside")
    assert inside in said[words("new.research")]
    assert inside in said[words("new.convince")]
    assert said[words("new.hold_back")] == said[words("new.proposition")] == words("new.about_one")
    work = Watch(at_work(tmp_path)[0].shows(WorkScene), now=LONG_AFTER, language=language)
    (drawn,) = [text for text in work.picture if text.what == inside]
    card = next(target for target in work.scene.targets(work.view) if target.id == "inside")
    assert card.box.holds(drawn.box)


@pytest.mark.parametrize("scale", TEXT_SCALES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_inside_has_its_word_however_large_letters_are(language: Language, scale: float) -> None:
    scene = FLOW["work"][0](language)
    canvas = RecordingCanvas(fit(1920, 1080), theme("light"), FONTS, scale)
    scene.draw(
        canvas, View(canvas.frame, Settings(language, text_scale=scale), screen_words(language), Focus(), 0.0)
    )
    (drawn,) = [text for text in canvas.texts if text.what == Words("play", language)("work.inside")]
    assert drawn.fits
    assert faults(canvas) == []


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (3440, 1440)], ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hint_keeps_off_the_edge_of_its_bubble(language: Language, size: tuple[int, int]) -> None:
    for hint in ("talk", "bonds", "attention"):
        canvas = RecordingCanvas(fit(*size), theme("light"), FONTS)
        grid = grid_of(canvas.frame.canvas.h, samples.usual(language))
        draw_hint(canvas, grid, hint, Words("play", language))
        bubble = next(thing.box for thing in canvas.drawn if thing.kind == "panel")
        (said,) = canvas.texts
        assert said.fits
        assert bubble.inset(0, 14).holds(said.box), hint


def walk(hands: Hands, turns: int) -> list[object]:
    """Be done at once, week after week, and give the scenes that were shown."""
    seen: list[object] = []
    for turn in range(turns):
        for _ in range(80):
            hands.step(seconds=0.25)
            if hands.name not in ("TableScene", "GlanceScene") and not hands.scene.moving(hands.stage.view):
                break
        seen.append(hands.scene)
        if isinstance(hands.scene, WorkScene):
            hands.choose("pass")
        elif isinstance(hands.scene, IntroducingScene):
            return seen
        else:
            answer(hands, hands.choose, turn)
    return seen


def test_new_verbs_come_before_the_first_turn_of_their_week_and_can_be_skipped(tmp_path: Path) -> None:
    hands = Hands(tmp_path, guide=True)
    hands.choose("card:0")
    hands.choose("start")
    cards = walk(hands, 40)[-1]
    assert isinstance(cards, IntroducingScene)
    assert [verb.name for verb in cards.verbs.nl] == [
        "Rust geven",
        "Aanbod doen",
        "Oefenen",
        "Meten",
        "Hoger dan volger",
    ]
    hands.press("return")
    assert hands.shows(IntroducingScene).at == 1
    hands.choose("skip")
    hands.wait()  # computer players whose turn it is act only now
    assert hands.name in ("WorkScene", "DepartmentScene")


def test_new_verbs_come_again_if_the_next_part_was_not_wanted_after_all(tmp_path: Path) -> None:
    hands = Hands(tmp_path, guide=True)
    hands.choose("card:0")
    hands.choose("start")
    walk(hands, 40)
    cards = hands.shows(IntroducingScene)
    hands.press("f10")
    hands.choose("next")
    hands.choose("no")
    assert hands.shows(IntroducingScene).verbs == cards.verbs


def test_the_first_talk_and_the_lamps_are_explained_once(tmp_path: Path) -> None:
    hands = Hands(tmp_path, guide=True)
    hands.choose("card:0")
    hands.choose("start")
    for turn in range(12):
        hands.wait()
        if isinstance(hands.scene, WorkScene):
            break
        answer(hands, hands.choose, turn)
    assert hands.shows(WorkScene).hint == "talk"
    hands.press("1")
    hands.step(seconds=0.25)
    assert hands.shows(ChoosingScene).hinted is not None
    hands.press("escape")
    hands.press("2")
    hands.step(seconds=0.25)
    assert hands.shows(ChoosingScene).hinted is None


def test_who_needs_no_hints_gets_none(tmp_path: Path) -> None:
    hands = Hands(tmp_path, guide=False)
    hands.choose("card:0")
    hands.choose("start")
    seen = walk(hands, 14)
    works = [scene for scene in seen if isinstance(scene, WorkScene)]
    assert len(works) >= 2, "week 2 has been reached"
    assert [work.hint for work in works] == [None] * len(works)
    assert not any(isinstance(scene, IntroducingScene) for scene in seen)


def test_what_was_shown_is_not_shown_again_when_a_game_is_gone_on_with(tmp_path: Path) -> None:
    hands = Hands(tmp_path, guide=True)
    hands.choose("card:0")
    hands.choose("start")
    assert isinstance(walk(hands, 40)[-1], IntroducingScene)
    hands.press("escape")
    hands.choose("leave")
    hands.wait()
    hands.press("return")
    hands.wait()
    assert hands.name == "DepartmentScene", "the cards of this week were there before"
    hands.choose("ready")
    hands.step(seconds=0.25)
    hands.press("1")
    hands.step(seconds=0.25)
    assert hands.shows(ChoosingScene).hinted is None


def test_who_could_help_has_a_tool_with_the_message_on_a_channel_of_hers() -> None:
    town = load("municipality")
    found = 0
    for told in played("municipality", 4):
        if told.before["part"] != "work":
            continue
        for audience in told.before["tokens"]:
            for motive in (one.id for one in town.motives):
                other = who_could_help(told.before, town, told.seat, audience, motive)
                if other is None:
                    continue
                found += 1
                assert other != told.seat
                seats = [seat.department for seat in town.in_play[4]]
                assert not told.before["passed"][seats.index(other)]
                tools = [town.mechanism(tool) for tool in town.department(other).toolbox]
                channels = town.audience(audience).channels
                assert any(motive in tool.motives and tool.channel in channels for tool in tools)
    assert found > 50
