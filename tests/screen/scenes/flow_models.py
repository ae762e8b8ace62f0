"""What the pages of the flow show: a board, what can be chosen on it, and what came of it; made by hand."""

from dataclasses import replace

from game.rules.command import Convince, Play, Practise, Talk
from game.rules.fact import Dice, Fact, Moved, Played
from game.screen.drawings import Lamp
from game.screen.model import BoardModel, LogLine, Motive
from game.screen.scenes.deciding import average
from game.screen.scenes.deciding_model import Card, DecideModel, Deed, Message, OddsLine
from game.screen.scenes.rolling import RollModel
from game.screen.scenes.telling import Said, Story, Thrown
from game.screen.widgets.panels import Gate
from game.words.catalogue import Language, Words
from tests.screen import samples as boards
from tests.screen.scenes.samples import after

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


def shown_board(language: Language) -> BoardModel:
    return replace(boards.usual(language), clock=None, join_code=None)


def gates(words: Words, *, shut: bool = False) -> tuple[Gate, ...]:
    lamps: tuple[Lamp, ...] = ("shut", "not-asked", "not-asked") if shut else ("open", "open", "open")
    said = ("gate.relevance.open", "", "gate.feasibility.open")
    found = []
    for name, lamp, key in zip(("relevance", "will", "feasibility"), lamps, said, strict=True):
        text = words(key) if key else words("gate.will.open", now=5, need=2)
        below = {"open": text, "shut": words("short.channel"), "not-asked": ""}[lamp]
        found.append(Gate(words(f"gate.{name}"), lamp, below))
    return tuple(found)


def decide(language: Language) -> DecideModel:
    words = Words("play", language)
    nl = language == "nl"
    board = shown_board(language)
    youssef = board.audiences[0]
    command = Play("welcome", "youssef", "music")
    case = {name: words(f"case.{name}") for name in ("main", "side", "neither")}
    sure = Deed(
        command,
        "",
        gates(words),
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
    shut = replace(sure, refused=reason, gates=gates(words, shut=True), odds=(), bond="")
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
            (words("choose.helper", seat="PR"),),
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
            gates=(Gate(words("gate.relevance"), "open", told), *gates(words)[1:]),
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
    talk = _verb(words, "talk", "message-circle", Deed(Talk("youssef"), "", gates(words)[2:], 1, 0))
    offer = replace(
        _verb(words, "proposition", "gift", Deed(Talk("youssef"), reason, gates(words, shut=True)[2:], 1, 0)),
        reason=words("short.done"),
    )
    tools = (welcome, letter, spread, panel, replace(welcome, id="again"))
    department = board.departments[-1]
    hold_back = _verb(words, "hold_back", "hand-stop", Deed(Talk("youssef"), "", gates(words)[2:], 1, 0))
    return DecideModel(department, board, youssef, tools, (talk, hold_back, offer))


def _verb(words: Words, key: str, icon: str, deed: Deed) -> Card:
    text = words(f"does.{key}", name="Youssef", limit=4)
    return Card(key, words(f"verb.{key}"), text, words(f"verb.{key}"), (), deed, icon, hours=1)


def inside(language: Language) -> DecideModel:
    words = Words("play", language)
    lit = gates(words)[2:]
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
    board = shown_board(language)
    return DecideModel(board.departments[-1], board, None, (), verbs, why)


def rolled(language: Language) -> RollModel:
    words = Words("play", language)
    nl = language == "nl"
    board = shown_board(language)
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


def spread(language: Language) -> RollModel:
    words = Words("play", language)
    board = shown_board(language)
    thrown = (
        Thrown("youssef", 0, 4, (4, 2), 1, "loose"),
        Thrown("sandra", 0, 4, (6, 5), 2, "loose"),
    )
    what = "Persbericht" if language == "nl" else "Press release"
    headline = words.count("roll.rise", 3, of=4, level=words("level.1"))
    story = Story("speakerphone", "PR", what, headline, (), LogLine("speakerphone", ""), None, thrown)
    return RollModel(story, board, after(board, SPREAD), 0)


def news(language: Language) -> RollModel:
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
    return RollModel(story, shown_board(language), shown_board(language), 4)
