"""Pages of the scenes of the flow: the way into a game, acting, and what came of it; made by hand."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from game.scenario.models import Scenario
from game.screen.clock import WorkClock
from game.screen.hotseat import Hotseat
from game.screen.house import Plan, Saved, Wishes
from game.screen.model import Motive
from game.screen.scene import Scene
from game.screen.scenes.asking import AskScene
from game.screen.scenes.both import Both
from game.screen.scenes.choosing import ChoosingScene
from game.screen.scenes.deciding_model import DecideModel
from game.screen.scenes.department import DepartmentScene, DepartmentSheet
from game.screen.scenes.glance import GlanceScene
from game.screen.scenes.introducing import IntroducingScene, new_verbs
from game.screen.scenes.keys import KeysScene
from game.screen.scenes.menu import MenuScene
from game.screen.scenes.news import NewsScene
from game.screen.scenes.our_why import OurWhyScene, WhyModel
from game.screen.scenes.rolling import RollScene
from game.screen.scenes.setup import SetupScene
from game.screen.scenes.title import TitleScene, question
from game.screen.scenes.work import Places, WorkScene
from game.table.trouble import JournalError
from game.words.catalogue import LANGUAGES, Language
from tests.builders import tiny_scenario
from tests.screen import samples as boards
from tests.screen.page import Page, scene_page
from tests.screen.scenes import flow_models as models

Make = Callable[[Language], Scene]
LATE = 60.0
"""Seconds after the beginning at which everything stands still."""


@dataclass(frozen=True)
class EmptyHouse:
    """A house with one small scenario, in which no game can be opened."""

    left: Saved | None = None

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """The tiny scenario, twice."""
        one = tiny_scenario()
        return (one, one.model_copy(update={"id": "other"}))

    @property
    def wishes(self) -> Wishes:
        """None in particular."""
        return Wishes()

    def saved(self) -> Saved | None:
        """The game that was left, if the page wants one."""
        return self.left

    def open(self, plan: Plan) -> Hotseat:
        """It cannot be kept."""
        raise JournalError("full", Path(plan.scenario))

    def go_on(self, saved: Saved) -> Hotseat:
        """It cannot be opened."""
        raise JournalError("locked", Path(saved.id))


def _title(_: Language) -> Scene:
    return TitleScene.of(EmptyHouse())


def _setup(_: Language) -> Scene:
    scene = SetupScene.of(EmptyHouse(), tiny_scenario(), lambda: TitleScene.of(EmptyHouse()))
    first, *others = scene.seats
    return replace(scene, seats=(replace(first, names="Anouk, Bas"), *others))


def _saved(_: Language) -> Scene:
    return AskScene(question(Saved("game", tiny_scenario(), 2, 4)))


def _why(_: Language) -> Scene:
    def present(language: Language) -> WhyModel:
        nl = language == "nl"
        sentences = (
            (
                "street",
                "Wie zijn buren kent, woont fijner." if nl else "Who knows the neighbours lives well.",
            ),
            ("health", "Fruit houdt je gezond." if nl else "Fruit keeps you healthy."),
            ("profit", "Meer omzet dit jaar." if nl else "More turnover this year."),
        )
        goal = "Bewoners die meedenken." if nl else "Residents who think along."
        return WhyModel("Waterrijk", goal, "Klantcontact" if nl else "Customer care", sentences)

    return OurWhyScene("service", Both.of(present), "street")


# -- acting -------------------------------------------------------------------------------


def _work(_: Language) -> Scene:
    nowhere = Places(lambda _: KeysScene(), KeysScene, lambda _: KeysScene())
    return WorkScene("service", models.shown_board, nowhere, begun=-LATE, last="inside")


def _timed(_: Language) -> Scene:
    nowhere = Places(lambda _: KeysScene(), KeysScene, lambda _: KeysScene())
    clock = WorkClock(5, 41.0)
    return WorkScene("service", models.shown_board, nowhere, last="inside", clock=clock, hint="bonds")


def _turn(_: Language) -> Scene:
    nowhere = Places(lambda _: KeysScene(), KeysScene, lambda _: KeysScene())
    return WorkScene("service", models.shown_board, nowhere, new=True, names="Hanna, Jip")


def _introducing(_: Language) -> Scene:
    return IntroducingScene(Both.of(lambda language: new_verbs(tiny_scenario(), 2, language)))


def _choosing(card: str, message: str = "") -> Make:
    return lambda _: ChoosingScene("service", Both.of(models.decide), card, message)


def _researched(_: Language) -> Scene:
    def shown(language: Language) -> DecideModel:
        model = models.decide(language)
        board = boards.researched(model.board)
        return replace(model, board=board, audience=board.audiences[0])

    return ChoosingScene("service", Both.of(shown), "welcome", "permit")


def _choosing_timed(_: Language) -> Scene:
    clock = WorkClock(5, 41.0, paused=True)
    return ChoosingScene(
        "service", Both.of(models.decide), "welcome", "permit", clock, explains=True, hinted=0.0
    )


def _inside(_: Language) -> Scene:
    return ChoosingScene("service", Both.of(models.inside), "practise")


def _department(*, passing_on: bool, guessing: bool = False) -> Make:
    def sheet(language: Language) -> DepartmentSheet:
        nl = language == "nl"
        return DepartmentSheet(
            models.shown_board(language).departments[-1],
            "Hanna, Jip",
            "Tevreden: 3 punten per groep fans" if nl else "Content: 3 points per group of fans",
            ("Welkomstronde", "Spreekuur", "Panel"),
            ("ready",) if passing_on else ("pass", "close"),
            Motive("award", "Aanzien"),
            "Til de meeste groepen op" if nl else "Lift the most groups",
            guessing=guessing,
        )

    return lambda _: DepartmentScene("service", Both.of(sheet), passing_on)


FLOW: dict[str, tuple[Make, float]] = {
    "title": (_title, 0.0),
    "saved": (_saved, 0.0),
    "setup": (_setup, 0.0),
    "our-why": (_why, 0.0),
    "menu": (lambda _: MenuScene(in_game=True), 0.0),
    "keys": (lambda _: KeysScene(), 0.0),
    "hand-over": (_department(passing_on=True), 0.0),
    "hand-over-guess": (_department(passing_on=True, guessing=True), 0.0),
    "department": (_department(passing_on=False), 0.0),
    "work": (_work, 0.0),
    "work-turn": (_turn, 0.0),
    "work-timed": (_timed, 0.0),
    "introducing": (_introducing, 0.0),
    "choosing-sure": (_choosing("welcome", "music"), 0.0),
    "choosing-open": (_choosing("welcome", "permit"), 0.0),
    "choosing-timed": (_choosing_timed, 0.0),
    "choosing-researched": (_researched, 0.0),
    "choosing-shut": (_choosing("letter", "music"), 0.0),
    "choosing-everybody": (_choosing("spread"), 0.0),
    "choosing-power": (_choosing("panel", "permit"), 0.0),
    "choosing-talk": (_choosing("talk"), 0.0),
    "inside": (_inside, 0.0),
    "rolling": (lambda _: RollScene(Both.of(models.rolled), models.PLAYED), 0.6),
    "rising": (lambda _: RollScene(Both.of(models.rolled), models.PLAYED), 1.7),
    "rolled": (lambda _: RollScene(Both.of(models.rolled), models.PLAYED), LATE),
    "glance": (lambda _: GlanceScene(Both.of(models.spread), models.SPREAD), LATE),
    "news": (lambda _: NewsScene(Both.of(models.news)), 0.0),
}
FLOW_PAGES = {
    f"{name}-{language}": Page(
        scene_page(make, now, "normal" if name.endswith("-timed") else "off"), language
    )
    for name, (make, now) in FLOW.items()
    for language in LANGUAGES
}
