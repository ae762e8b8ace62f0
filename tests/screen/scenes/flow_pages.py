"""Pages of the scenes of the flow: the way into a game, acting, and what came of it; made by hand."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.rules.command import Convince, Play, Practise, Talk
from game.rules.fact import Dice, Fact, Moved, Played
from game.scenario.models import Scenario
from game.screen.clock import WorkClock
from game.screen.drawings import Lamp
from game.screen.hotseat import Hotseat
from game.screen.house import Plan, Saved, Wishes
from game.screen.model import BoardModel, LogLine, Motive
from game.screen.scene import Scene
from game.screen.scenes.asking import AskScene
from game.screen.scenes.both import Both
from game.screen.scenes.choosing import ChoosingScene
from game.screen.scenes.deciding import Card, DecideModel, Deed, Message, OddsLine, average
from game.screen.scenes.department import DepartmentScene, DepartmentSheet
from game.screen.scenes.glance import GlanceScene
from game.screen.scenes.introducing import IntroducingScene, new_verbs
from game.screen.scenes.keys import KeysScene
from game.screen.scenes.menu import MenuScene
from game.screen.scenes.news import NewsScene
from game.screen.scenes.our_why import OurWhyScene, WhyModel
from game.screen.scenes.rolling import RollModel, RollScene
from game.screen.scenes.setup import SetupScene
from game.screen.scenes.telling import Said, Story, Thrown
from game.screen.scenes.title import TitleScene, question
from game.screen.scenes.work import Places, WorkScene
from game.screen.widgets.panels import Gate
from game.words.catalogue import LANGUAGES, Language, Words
from tests.builders import tiny_scenario
from tests.screen import samples as boards
from tests.screen.page import Page, scene_page
from tests.screen.scenes.samples import after

Make = Callable[[Language], Scene]
LATE = 60.0
"""Seconds after the beginning at which everything stands still."""
PLAYED: tuple[Fact, ...] = (
    Dice("play", "youssef", 1, 3, 2, "firm", (5, 3, 2)),
    Moved("play", "youssef", (1, "loose"), (2, "firm"), 1),
    Moved("play", "youssef", (1, "firm"), (2, "firm"), 1),
)
SPREAD: tuple[Fact, ...] = (
    Played("pr", "spread", "sandra", "", "certain", coherent=False, mixed=True),
    Dice("play", "youssef", 0, 4, 1, "loose", (4, 2)),
    Moved("broadcast", "youssef", (0, "firm"), (1, "loose"), 1),
    Dice("play", "sandra", 0, 4, 2, "loose", (6, 5)),
    Moved("broadcast", "sandra", (0, "firm"), (1, "loose"), 2),
)


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
        """Not here."""
        raise NotImplementedError(plan.scenario)

    def go_on(self, saved: Saved) -> Hotseat:
        """Not here."""
        raise NotImplementedError(saved.id)


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


def _board(language: Language) -> BoardModel:
    return replace(boards.usual(language), clock=None, join_code=None)


def _work(_: Language) -> Scene:
    nowhere = Places(lambda _: KeysScene(), KeysScene, lambda _: KeysScene())
    return WorkScene("service", Both.of(_board), nowhere, begun=-LATE, last="inside")


def _timed(_: Language) -> Scene:
    nowhere = Places(lambda _: KeysScene(), KeysScene, lambda _: KeysScene())
    clock = WorkClock(5, 41.0)
    return WorkScene("service", Both.of(_board), nowhere, last="inside", clock=clock, hint="bonds")


def _turn(_: Language) -> Scene:
    nowhere = Places(lambda _: KeysScene(), KeysScene, lambda _: KeysScene())
    return WorkScene("service", Both.of(_board), nowhere, new=True, names="Hanna, Jip")


def _introducing(_: Language) -> Scene:
    return IntroducingScene(Both.of(lambda language: new_verbs(tiny_scenario(), 2, language)))


def _gates(words: Words, shut: str = "") -> tuple[Gate, ...]:
    lamps: tuple[Lamp, ...] = ("shut", "not-asked", "not-asked") if shut else ("open", "open", "open")
    said = ("gate.relevance.open", "", "gate.feasibility.open")
    found = []
    for name, lamp, key in zip(("relevance", "will", "feasibility"), lamps, said, strict=True):
        text = words(key) if key else words("gate.will.open", now=5, need=2)
        found.append(Gate(words(f"gate.{name}"), lamp, text if lamp == "open" else ""))
    return tuple(found)


def _decide(language: Language) -> DecideModel:
    words = Words("play", language)
    nl = language == "nl"
    board = _board(language)
    youssef = board.audiences[0]
    command = Play("welcome", "youssef", "music")
    case = {name: words(f"case.{name}") for name in ("main", "side", "neither")}
    sure = Deed(
        command,
        "",
        _gates(words),
        1,
        1,
        (OddsLine("main", case["main"], 3, 3, "2"),),
        words("bond.why"),
        firm=True,
        base=4,
    )
    open_ = replace(
        sure,
        odds=(
            OddsLine("main", case["main"], 3, 3, "2"),
            OddsLine("side", case["side"], 4, 3, average(3, 4, language)),
            OddsLine("neither", case["neither"], 6, 3, average(3, 6, language)),
        ),
        bond=words("bond.no_handshake"),
        firm=False,
        also=words("choose.beside"),
        more=1,
    )
    reason = "Youssef gebruikt dit kanaal niet: post." if nl else "Youssef does not use this channel: post."
    shut = replace(sure, refused=reason, gates=_gates(words, reason), odds=(), bond="")
    messages = (
        Message(
            Motive("music", "Muziekles dichtbij" if nl else "Music nearby"),
            "music",
            words("message.main"),
            "main",
            sure,
        ),
        Message(
            Motive("certificate", "Snelle vergunning" if nl else "Faster permit"),
            "permit",
            words("message.unknown"),
            "unknown",
            open_,
            words("choose.helper", seat="PR"),
        ),
        Message(
            Motive("mood-smile", "Fijne buurt" if nl else "Nice street"),
            "street",
            words("message.not_hers"),
            "not_hers",
            open_,
        ),
        Message(
            Motive("award", "Aanzien in het vak" if nl else "Standing among peers"),
            "standing",
            words("message.unknown"),
            "unknown",
            open_,
        ),
    )
    welcome = Card(
        "welcome",
        "Welkomstronde" if nl else "Welcome round",
        "Zij leren de straat kennen. Wij horen wat er speelt."
        if nl
        else "They meet the street. We hear what goes on.",
        words("choose.play", tool="Welkomstronde" if nl else "Welcome round"),
        messages,
        level=1,
        depth="why",
        hours=1,
        attention=1,
        dice="3×4+",
    )
    letter = replace(
        welcome,
        id="letter",
        name="Brief van het bestuur" if nl else "Letter from the board",
        depth="what",
        reason=words("short.channel"),
        messages=tuple(replace(one, deed=shut) for one in messages[:2]),
    )
    reached = board.audiences[1:4]
    told = words("gate.relevance.everybody", n=len(reached), of=len(board.audiences))
    spread = replace(
        welcome,
        id="spread",
        name="Persbericht" if nl else "Press release",
        messages=(),
        level=0,
        depth="what",
        broadcast=True,
        confirm=words("choose.play", tool="Persbericht" if nl else "Press release"),
        misses=words("choose.misses", name=youssef.name),
        deed=replace(
            sure,
            gates=(Gate(words("gate.relevance"), "open", told), *_gates(words)[1:]),
            odds=tuple(OddsLine("certain", "", 4, 3, average(3, 4, language), one) for one in reached),
            bond=words("bond.broadcast"),
            firm=False,
        ),
    )
    also = words("choose.also", power="data")
    name = "Bewonerspanel" if nl else "Panel"
    sharing = tuple(replace(one, deed=replace(one.deed, also=also)) for one in messages)
    panel = replace(
        welcome,
        id="panel",
        name=name,
        level=4,
        power="data",
        confirm=words("choose.play", tool=name),
        messages=sharing,
    )
    talk = _verb(words, "talk", "message-circle", Deed(Talk("youssef"), "", _gates(words)[2:], 1, 0))
    offer = replace(
        _verb(words, "proposition", "gift", Deed(Talk("youssef"), reason, _gates(words, "x")[2:], 1, 0)),
        reason=words("short.done"),
    )
    tools = (welcome, letter, spread, panel, replace(welcome, id="again"))
    department = board.departments[-1]
    hold_back = _verb(words, "hold_back", "hand-stop", Deed(Talk("youssef"), "", _gates(words)[2:], 1, 0))
    return DecideModel(department, board, youssef, tools, (talk, hold_back, offer))


def _verb(words: Words, key: str, icon: str, deed: Deed) -> Card:
    text = words(f"does.{key}", name="Youssef", limit=4)
    return Card(key, words(f"verb.{key}"), text, words(f"verb.{key}"), (), deed, icon, hours=1)


def _inside_model(language: Language) -> DecideModel:
    words = Words("play", language)
    lit = _gates(words)[2:]
    convince = Deed(Convince("necessity"), "", lit, 1, 0)
    verbs = (
        _verb(words, "convince.necessity", "alert-triangle", convince),
        _verb(words, "convince.opportunity", "bulb", convince),
        replace(
            _verb(words, "convince.success_story", "book", convince), reason=words("short.same_argument")
        ),
        _verb(words, "practise", "school", Deed(Practise(), "", lit, 1, 0)),
        _verb(words, "research", "zoom-question", Deed(Practise(), "", lit, 1, 0)),
    )
    why = "Wie zijn buren kent, woont fijner." if language == "nl" else "Who knows the neighbours lives well."
    board = _board(language)
    return DecideModel(board.departments[-1], board, None, (), verbs, why)


def _choosing(card: str, message: str = "") -> Make:
    return lambda _: ChoosingScene("service", Both.of(_decide), card, message)


def _researched(_: Language) -> Scene:
    def shown(language: Language) -> DecideModel:
        model = _decide(language)
        board = boards.researched(model.board)
        return replace(model, board=board, audience=board.audiences[0])

    return ChoosingScene("service", Both.of(shown), "welcome", "permit")


def _choosing_timed(_: Language) -> Scene:
    clock = WorkClock(5, 41.0, paused=True)
    return ChoosingScene("service", Both.of(_decide), "welcome", "permit", clock, explains=True, hinted=0.0)


def _inside(_: Language) -> Scene:
    return ChoosingScene("service", Both.of(_inside_model), "practise")


def _department(*, passing_on: bool, guessing: bool = False) -> Make:
    def sheet(language: Language) -> DepartmentSheet:
        nl = language == "nl"
        return DepartmentSheet(
            _board(language).departments[-1],
            "Hanna, Jip",
            "Tevreden: 3 punten per groep fans" if nl else "Content: 3 points per group of fans",
            ("Welkomstronde", "Spreekuur", "Panel"),
            ("ready",) if passing_on else ("pass", "close"),
            Motive("award", "Aanzien"),
            "Til de meeste groepen op" if nl else "Lift the most groups",
            guessing=guessing,
        )

    return lambda _: DepartmentScene("service", Both.of(sheet), passing_on)


# -- what came of it ----------------------------------------------------------------------


def _roll_model(language: Language) -> RollModel:
    words = Words("play", language)
    nl = language == "nl"
    board = _board(language)
    story = Story(
        "headset",
        "Klantcontact" if nl else "Customer care",
        "Welkomstronde" if nl else "Welcome round",
        words.count("roll.rise", 2, of=3, level=words("level.2")),
        (
            Said("bond-firm", words("bond.why")),
            Said("flame", words("roll.convinced", name="Youssef"), "good"),
            Said("music", words("roll.main", motive="Muziekles" if nl else "Music lessons"), "violet"),
        ),
        LogLine("headset", ""),
        "youssef",
        (Thrown("youssef", 1, 3, (5, 3, 2), 2, "firm"),),
    )
    return RollModel(story, board, after(board, PLAYED), 0)


def _spread_model(language: Language) -> RollModel:
    words = Words("play", language)
    board = _board(language)
    thrown = (
        Thrown("youssef", 0, 4, (4, 2), 1, "loose"),
        Thrown("sandra", 0, 4, (6, 5), 2, "loose"),
    )
    what = "Persbericht" if language == "nl" else "Press release"
    headline = words.count("roll.rise", 3, of=4, level=words("level.1"))
    story = Story("speakerphone", "PR", what, headline, (), LogLine("speakerphone", ""), None, thrown)
    return RollModel(story, board, after(board, SPREAD), 0)


def _news_model(language: Language) -> RollModel:
    words = Words("play", language)
    seat = "Klantcontact" if language == "nl" else "Customer care"
    story = Story(
        "headset",
        seat,
        "",
        words("news.talk", seat=seat, name="Joyce"),
        (
            Said("heart-handshake", words("news.handshake", name="Joyce"), "good"),
            Said("award", words("roll.main", motive="Aanzien in het vak"), "violet"),
        ),
        LogLine("message-circle", ""),
        "joyce",
    )
    return RollModel(story, _board(language), _board(language), 4)


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
    "rolling": (lambda _: RollScene(Both.of(_roll_model), PLAYED), 0.6),
    "rising": (lambda _: RollScene(Both.of(_roll_model), PLAYED), 1.7),
    "rolled": (lambda _: RollScene(Both.of(_roll_model), PLAYED), LATE),
    "glance": (lambda _: GlanceScene(Both.of(_spread_model), SPREAD), LATE),
    "news": (lambda _: NewsScene(Both.of(_news_model)), 0.0),
}
FLOW_PAGES = {
    f"{name}-{language}": Page(
        scene_page(make, now, "normal" if name.endswith("-timed") else "off"), language
    )
    for name, (make, now) in FLOW.items()
    for language in LANGUAGES
}
