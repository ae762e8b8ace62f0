"""Which scene shows a moment of a game, and which one asks for the next deed."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from game.rules import fact as facts
from game.rules.command import Choose
from game.rules.log import BONDS
from game.rules.pricing import bond_of_lifted
from game.screen.clock import WorkClock
from game.screen.hotseat import Hotseat
from game.screen.model import BoardModel
from game.screen.moment import Moment
from game.screen.present import present_board
from game.screen.scene import Scene, View
from game.screen.scenes.both import Both
from game.screen.scenes.choosing import ChoosingScene
from game.screen.scenes.debrief import debrief_scene
from game.screen.scenes.deciding import present_audience_choice, present_inside
from game.screen.scenes.deciding_model import DecideModel
from game.screen.scenes.department import DepartmentScene, DepartmentSheet, present_department
from game.screen.scenes.effects import chosen_effects
from game.screen.scenes.friday import friday_scene, shake_out_scene
from game.screen.scenes.glance import GlanceScene
from game.screen.scenes.guess import guess_scene
from game.screen.scenes.guide import board_hint, matters
from game.screen.scenes.introducing import IntroducingScene, new_verbs
from game.screen.scenes.monday import event_scene
from game.screen.scenes.news import NewsScene
from game.screen.scenes.our_why import OurWhyScene, present_why
from game.screen.scenes.reveal import reveal_scene
from game.screen.scenes.rolling import RollModel, RollScene
from game.screen.scenes.score import score_scene
from game.screen.scenes.telling import UNTOLD, log_lines, tell
from game.screen.scenes.together import TogetherScene
from game.screen.scenes.waiting import Waiting
from game.screen.scenes.work import Others, Places, WorkScene
from game.screen.unfolding import ViewDict
from game.words.catalogue import Language, Words

LAMPS = "lamps"
"""The hint about the three gates, which belongs to choosing and not to the board."""


def board_of(
    game: Hotseat,
    view: ViewDict,
    language: Language,
    acting: str | None = None,
    without: Moment | None = None,
) -> BoardModel:
    """The board of a view with the log of the game so far; ``without`` a deed that is yet to be told."""
    log = log_lines((deed for deed in game.deeds if deed is not without), game.scenario, language)
    board = present_board(
        view, game.scenario, language, acting=acting, log=log, lost_weeks=tuple(game.lost_weeks)
    )
    if board.event is not None:
        chosen = chosen_effects(game.table.compiled, view, language)
        board = replace(board, event=replace(board.event, effects=chosen))
    if game.phones is None:
        return board
    away, place = game.away, game.phones.place
    return replace(
        board,
        join_code=game.phones.code,
        join_address=place.address if place.reachable else None,
        departments=tuple(
            replace(one, state="away") if one.id in away and one.state == "idle" else one
            for one in board.departments
        ),
    )


def scene_of(game: Hotseat, moment: Moment, view: View) -> Scene | None:
    """The scene of something that happened; None if there is nothing to see."""
    match moment.section:
        case "deed":
            return _deed(game, moment, view)
        case "friday":
            return friday_scene(game.table.compiled, moment.before, moment.facts, game.lost_weeks)
        case "monday":
            return _monday(game, moment)
        case "shake_out":
            return shake_out_scene(game.table.compiled, moment.before, moment.facts, game.lost_weeks)
        case "score":
            return score_scene(moment.after, game.ending, game.scenario, guessing=bool(game.waiting_people))
        case "reveal":
            return reveal_scene(moment.after, game.ending, game.scenario)


def turn_scene(game: Hotseat, seat: str | None, view: View, panel: Callable[[], Scene]) -> Scene:
    """The scene in which people decide; without a seat all wait for phones, or the game is over."""
    if seat is None and not game.table.over and game.phones is not None:
        return together_scene(game, panel)
    if seat is None:
        return debrief_scene(game.shown, game.history, game.scenario)
    match game.shown["part"]:
        case "setup":
            return OurWhyScene(seat, Both.of(partial(present_why, game.scenario, seat)))
        case "monday":
            return event_scene(
                game.table.compiled,
                (),
                game.shown,
                chair_actions=lambda language: game.view(seat, language)["actions"],
                lost_weeks=game.lost_weeks,
            )
        case "work":
            return _handover(game, seat) if game.hands_over(seat) else _work(game, seat, view, panel)
        case _:
            if not game.alone and game.hands_over(seat):
                return _handover(game, seat, guessing=True)
            return guess_scene(Both.of(partial(game.view, seat)), seat, game.scenario)


# -- what happened ------------------------------------------------------------------------


def _deed(game: Hotseat, moment: Moment, view: View) -> Scene | None:
    if moment.seat is None or isinstance(moment.command, UNTOLD):
        return None
    seat = moment.seat
    if isinstance(moment.command, Choose) and not moment.people:
        # People read what another chair chose, and go on when they have (rule 7.1).
        return event_scene(game.table.compiled, moment.facts, moment.after, lost_weeks=game.lost_weeks)

    def present(language: Language) -> RollModel:
        story = tell(moment, game.scenario, language)
        before = board_of(game, moment.before, language, seat, without=moment)
        after = board_of(game, moment.after, language, seat)
        lanes = [audience.id for audience in after.audiences]
        lane = lanes.index(story.audience) if story.audience is not None else 0
        return RollModel(story, before, after, lane)

    model = Both.of(present)
    if moment.people and len(model.nl.story.thrown) == 1 and model.nl.story.audience is not None:
        return RollScene(model, moment.facts, view.now)
    if moment.people and not model.nl.story.thrown:
        return NewsScene(model, view.now)
    return GlanceScene(model, moment.facts, view.now)


def _monday(game: Hotseat, moment: Moment) -> Scene | None:
    if moment.after["part"] == "monday":
        return None  # the chair is asked, with the card
    return event_scene(game.table.compiled, moment.facts, moment.after, lost_weeks=game.lost_weeks)


# -- what is to be decided ----------------------------------------------------------------


def recall(game: Hotseat) -> None:
    """What was shown before a game was left is not shown again: cards of the week, and first hints.

    But the end of a game is: whoever opens a game that is over wants to look back on it.
    """
    if not game.history:
        return
    if game.table.over:
        game.end_again()
    if game.shown["part"] == "work":
        game.told.add(_cards_of(game.shown["week"]))
    if any(isinstance(fact, facts.Paid) and fact.seat in game.people for fact in game.history):
        game.told |= {LAMPS, *matters(game.shown)}


def _cards_of(week: int) -> str:
    """The mark of the cards of a week among what has been told."""
    return f"week:{week}"


def introduced(game: Hotseat, view: View) -> Scene | None:
    """The cards of what is new this week, once, before anybody acts; None if there are none."""
    if game.shown["part"] != "work" or not game.people:
        return None
    week: int = game.shown["week"]
    mark = _cards_of(week)
    if mark in game.told:
        return None
    game.told.add(mark)
    verbs = Both.of(partial(new_verbs, game.scenario, week))
    if not verbs.nl or not view.settings.guide:
        return None
    return IntroducingScene(verbs, unread=partial(game.told.discard, mark))


def _work(game: Hotseat, seat: str, view: View, panel: Callable[[], Scene]) -> Scene:
    game.clock.begin(game.shown["week"])
    hint = board_hint(game.shown, game.told) if view.settings.guide else None
    if hint is not None:
        game.told.add(hint)
    phones = game.phones is not None

    def board(language: Language) -> BoardModel:
        return board_of(game, game.shown, language, seat)

    places = Places(
        lane=partial(_lane, game, seat, guide=view.settings.guide),
        inside=partial(_inside, game, seat),
        department=partial(_sheet, game, seat),
    )
    return WorkScene(
        seat,
        board if phones else Both.of(board).get,
        places,
        view.now,
        game.last_place.get(seat, ""),
        partial(game.last_place.__setitem__, seat),
        game.clock,
        hint,
        game.announce(seat),
        game.names_at(seat, view.settings.language),
        others=Others(partial(_interrupts, game), panel) if phones else None,
    )


def _interrupts(game: Hotseat) -> bool:
    return game.interrupts


def together_scene(game: Hotseat, panel: Callable[[], Scene]) -> Scene:
    """What is shown while everybody whom the game waits for has a phone in hand."""
    waiting = Waiting(Both.of(partial(_asked, game)), _changed_since(game), panel)
    match game.shown["part"]:
        case "setup":
            chair = game.shown["chair"]
            return OurWhyScene(chair, Both.of(partial(present_why, game.scenario, chair)), waiting=waiting)
        case "monday":
            compiled, lost_weeks = game.table.compiled, game.lost_weeks
            return event_scene(compiled, (), game.shown, lost_weeks=lost_weeks, waiting=waiting)
        case _:
            return TogetherScene(
                lambda language: board_of(game, game.shown, language),
                waiting,
                partial(_sheet, game, None),
                _begun(game) if game.shown["part"] == "work" else None,
            )


def _begun(game: Hotseat) -> WorkClock:
    game.clock.begin(game.shown["week"])
    return game.clock


def _changed_since(game: Hotseat) -> Callable[[], bool]:
    """Whether from now on something happens, or somebody else is to act."""

    def acting() -> object:
        return game.table.waiting_for(), game.table.bots, game.here

    now = acting()
    return lambda: game.interrupts or acting() != now


def _asked(game: Hotseat, language: Language) -> str:
    """For whom the game waits, in words; empty while everybody works."""
    words = Words("lobby", language)
    seats = game.table.waiting_for()
    if game.shown["part"] == "work" or not seats:
        return ""
    if game.shown["part"] == "guessing":
        return words.count("board.guessing", len(seats))
    return words("board.chooses", seat=game.scenario.department(seats[0]).label.get(language))


def _bond(game: Hotseat, mechanism: str, audience: str) -> str:
    """The bond that a play would give, from open facts alone (rule 3.4)."""
    ids = game.table.compiled.ids
    place = ids.mechanisms.index(mechanism), ids.audiences.index(audience)
    return BONDS[bond_of_lifted(game.table.compiled.tables, game.table.truth, *place)]


def _lane(game: Hotseat, seat: str, audience: str, *, guide: bool) -> Scene:
    def present(language: Language) -> DecideModel:
        return present_audience_choice(
            game.view(seat, language),
            board_of(game, game.shown, language, seat),
            audience,
            game.scenario,
            language,
            partial(_bond, game),
        )

    explains = guide and LAMPS not in game.told
    if explains:
        game.told.add(LAMPS)
    return replace(ChoosingScene.of(seat, Both.of(present)), clock=game.clock, explains=explains)


def _inside(game: Hotseat, seat: str) -> Scene:
    def present(language: Language) -> DecideModel:
        board = board_of(game, game.shown, language, seat)
        return present_inside(game.view(seat, language), board, game.scenario, language, partial(_bond, game))

    return replace(ChoosingScene.of(seat, Both.of(present)), clock=game.clock)


def _sheet(game: Hotseat, acting: str | None, seat: str) -> Scene:
    own = seat == acting
    waits = game.free and seat in game.waiting
    can = ("pass", "close") if own else ("act", "close") if waits else ("close",)

    def present(language: Language) -> DepartmentSheet:
        view = game.view(seat, language) if own else game.shown
        return present_department(
            view, seat, game.scenario, language, names=game.names_at(seat, language), can=can
        )

    return DepartmentScene(seat, Both.of(present))


def _handover(game: Hotseat, seat: str, *, guessing: bool = False) -> Scene:
    game.hand_over(seat)

    def present(language: Language) -> DepartmentSheet:
        return present_department(
            game.view(seat, language),
            seat,
            game.scenario,
            language,
            names=game.names_at(seat, language),
            can=("ready",),
            alone=game.alone,
            guessing=guessing,
        )

    return DepartmentScene(seat, Both.of(present), passing_on=True)
