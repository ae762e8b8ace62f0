"""Everything that a seat may do can be chosen on the screen, and what is said of it is what the rules say."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import pytest

from game.rules.command import Command, Convince, Practise, Talk, to_dict
from game.rules.engine import submit
from game.rules.limits import WORK
from game.rules.log import BONDS, new_log
from game.rules.notation import action_of
from game.rules.pricing import bond_of_lifted
from game.rules.records import copy
from game.rules.state import State
from game.scenario.compiling import Compiled
from game.screen.box import Box
from game.screen.fonts import Fonts
from game.screen.layout import fit
from game.screen.present import present_board
from game.screen.recording import RecordingCanvas
from game.screen.scenes.both import Both
from game.screen.scenes.choosing import ChoosingScene, best_message
from game.screen.scenes.deciding import average, bond_reason, present_audience_choice, present_inside
from game.screen.scenes.deciding_model import DecideModel, Deed
from game.screen.scenes.deciding_second import draw_tagline
from game.screen.theme import style, theme
from game.screen.unfolding import ViewDict
from game.table.acts import SetBot, Start
from game.table.bots import decision, next_bot
from game.table.course import Course
from game.view.seats import seat_view
from game.words.catalogue import Language
from tests.screen.scenes.games import compiled_for

FONTS = Fonts()
BOND_OF = {
    "broadcast": "loose",
    "no_handshake": "loose",
    "proposition": "firm",
    "why": "firm",
    "empty_why": "loose",
    "how_convinced": "firm",
    "how_unconvinced": "loose",
    "what": "loose",
}
EVERY = 7
"""Of a game, every seventh moment of the work part is looked at."""


@dataclass(frozen=True)
class Turn:
    """A seat that may act, in the middle of a game."""

    compiled: Compiled
    state: State
    seat: str
    view: ViewDict

    def bond(self, mechanism: str, audience: str) -> str:
        """What the rules say."""
        ids = self.compiled.ids
        place = ids.mechanisms.index(mechanism), ids.audiences.index(audience)
        return BONDS[bond_of_lifted(self.compiled.tables, self.state, *place)]

    def lane(self, audience: str) -> DecideModel:
        """What the screen offers for an audience."""
        board = present_board(self.view, self.compiled.scenario, "nl")
        return present_audience_choice(self.view, board, audience, self.compiled.scenario, "nl", self.bond)

    def done(self, command: Command) -> State | None:
        """The state after a command of the seat; None if it ends the week, and a Friday lies between."""
        after = copy(self.state)
        seat = self.compiled.ids.seats.index(self.seat)
        submit(self.compiled.tables, after, seat, action_of(self.compiled.ids, command), new_log())
        return after if after.week == self.state.week and after.part == self.state.part else None

    def inside(self) -> DecideModel:
        """What the screen offers inside."""
        board = present_board(self.view, self.compiled.scenario, "nl")
        return present_inside(self.view, board, self.compiled.scenario, "nl", self.bond)


def _turns(compiled: Compiled, players: str) -> Iterator[Turn]:
    course = Course(compiled, "round", 4)
    for seat in compiled.ids.seats:
        course.act(SetBot(seat, players))
    course.act(Start())
    number = 0
    while (bot := next_bot(course)) is not None:
        if course.state.part[0] == WORK:
            number += 1
            if number % EVERY == 1:
                seat = compiled.ids.seats[bot]
                view = seat_view(compiled, course.state, seat, "nl")
                yield Turn(compiled, copy(course.state), seat, view)
        course.command(compiled.ids.seats[bot], decision(course, bot, 1))


@cache
def turns(scenario: str, seats: int, players: str) -> tuple[Turn, ...]:
    return tuple(_turns(compiled_for(scenario, seats), players))


GAMES = [("tiny", 2, "random"), ("fruit-stall", 3, "silo"), ("municipality", 2, "cooperative")]


def deeds(model: DecideModel) -> Iterator[Deed]:
    for card in model.cards:
        if card.deed is not None:
            yield card.deed
        for message in card.messages:
            yield message.deed


@pytest.mark.parametrize(("scenario", "seats", "players"), GAMES)
def test_every_command_of_a_seat_can_be_chosen(scenario: str, seats: int, players: str) -> None:
    for turn in turns(scenario, seats, players):
        models = [turn.inside(), *(turn.lane(who) for who in turn.compiled.ids.audiences)]
        offered = {tuple(to_dict(deed.command).items()) for model in models for deed in deeds(model)}
        listed = {tuple(action["command"].items()) for action in turn.view["actions"]}
        assert offered | {(("kind", "pass"),)} == listed


@pytest.mark.parametrize(("scenario", "seats", "players"), GAMES)
def test_what_is_shut_has_a_reason_and_what_is_legal_has_none(
    scenario: str, seats: int, players: str
) -> None:
    for turn in turns(scenario, seats, players):
        legal = {
            tuple(action["command"].items()): action["refusal"] is None for action in turn.view["actions"]
        }
        for model in [turn.inside(), *(turn.lane(who) for who in turn.compiled.ids.audiences)]:
            for deed in deeds(model):
                assert (not deed.refused) == legal[tuple(to_dict(deed.command).items())]
            for card in model.cards:
                assert card.legal == (not card.reason), card.name


@pytest.mark.parametrize(("scenario", "seats", "players"), GAMES)
def test_the_reason_for_a_bond_agrees_with_the_rules(scenario: str, seats: int, players: str) -> None:
    for turn in turns(scenario, seats, players):
        for mechanism in turn.compiled.scenario.mechanisms:
            for who in turn.compiled.ids.audiences:
                reason = bond_reason(turn.view, mechanism, who, turn.compiled.scenario)
                assert BOND_OF[reason] == turn.bond(mechanism.id, who), (mechanism.id, who)


def test_the_first_message_is_one_that_is_known_to_work() -> None:
    for turn in turns("fruit-stall", 3, "silo"):
        for who in turn.compiled.ids.audiences:
            main = turn.view["motives"][who][0]
            for card in turn.lane(who).tools:
                if card.legal and main in {message.id for message in card.messages}:
                    assert best_message(card) == main


@pytest.mark.parametrize(
    ("dice", "difficulty", "language", "said"),
    [
        (3, 3, "nl", "2"),
        (3, 4, "nl", "1,5"),
        (3, 4, "en", "1.5"),
        (2, 5, "nl", "0,7"),
        (2, 6, "nl", "0,3"),
        (1, 6, "en", "0.2"),
        (2, 3, "nl", "1,3"),
        (6, 2, "en", "5"),
    ],
)
def test_the_average_has_one_decimal_where_it_needs_one(
    dice: int, difficulty: int, language: Language, said: str
) -> None:
    assert average(dice, difficulty, language) == said


def test_a_broadcast_says_whom_it_does_not_reach() -> None:
    """Rule 3.7: it goes to everybody who uses the channel, whoever was looked at when it was chosen."""
    said: dict[bool, int] = {True: 0, False: 0}
    for turn in turns("municipality", 2, "cooperative"):
        for who in turn.compiled.ids.audiences:
            model = turn.lane(who)
            name = model.audience.name if model.audience else ""
            for tool in model.tools:
                reached = {
                    line.audience.id for line in (tool.deed.odds if tool.deed else ()) if line.audience
                }
                if not tool.broadcast:
                    assert not tool.misses
                elif tool.legal and tool.deed is not None:
                    assert (name in tool.misses) == (who not in reached)
                    assert f"bereikt {len(reached)}\u00a0van" in tool.deed.gates[0].reason
                    said[who in reached] += 1
    assert all(said.values())


def test_sharing_power_says_its_whole_price_before_it_is_confirmed() -> None:
    """Rule 5.6: will 1 and the power, for good; nothing else costs more than hours and attention."""
    said: dict[str, set[str]] = {}
    powers: dict[str, str | None] = {}
    for turn in turns("municipality", 4, "random"):
        for one in turn.view["tokens"]:
            for tool in turn.lane(one).tools:
                powers[tool.id] = tool.power
                said.setdefault(tool.id, set()).update(message.deed.also for message in tool.messages)
    assert any(powers.values())
    for name, power in powers.items():
        assert all(("1 wil" in also and "voorgoed" in also) == (power is not None) for also in said[name])


@pytest.mark.parametrize(("scenario", "seats", "players"), GAMES)
def test_a_play_never_costs_more_attention_than_it_announced(scenario: str, seats: int, players: str) -> None:
    """Rule 3.3: what a message beside her costs is part of the price that is shown, if it may be one."""
    announced = paid_more = 0
    for turn in turns(scenario, seats, players):
        for place, who in enumerate(turn.compiled.ids.audiences):
            for tool in turn.lane(who).tools:
                for message in tool.messages:
                    deed = message.deed
                    after = None if deed.refused else turn.done(deed.command)
                    if after is None:
                        continue
                    paid = turn.state.attention[place] - after.attention[place]
                    assert paid in {deed.attention, deed.most}, (tool.id, who, message.id)
                    announced += deed.most > deed.attention
                    paid_more += deed.most > deed.attention == paid - deed.more
                    assert deed.also or deed.most == deed.attention
    assert announced >= paid_more > 0


@pytest.mark.parametrize(("scenario", "seats", "players"), GAMES)
def test_what_would_bring_nothing_says_so_and_is_not_chosen_at_first(
    scenario: str, seats: int, players: str
) -> None:
    idle = 0
    for turn in turns(scenario, seats, players):
        for model in [turn.inside(), *(turn.lane(who) for who in turn.compiled.ids.audiences)]:
            scene = ChoosingScene.of(turn.seat, Both(model, model))
            first = next((card for card in model.cards if card.id == scene.card), None)
            if any(card.legal and card.helps for card in model.cards if not card.broadcast):
                assert first is not None
                assert first.helps
            for card in model.verbs:
                if card.deed is None or card.deed.refused:
                    continue
                if not isinstance(card.deed.command, Talk | Convince | Practise):
                    assert card.helps
                    continue
                after, idle = turn.done(card.deed.command), idle + (not card.helps)
                if after is not None:
                    assert card.helps == (_known(after) != _known(turn.state)), card.text
    assert idle or scenario != "municipality"


def _known(state: State) -> tuple[object, ...]:
    """What talking, convincing and practising are for: motives, handshakes, will and know-how."""
    return state.known, state.handshake, state.will, state.know_how


def test_two_lines_about_a_tool_are_of_about_one_length_and_keep_off_what_is_below() -> None:
    canvas = RecordingCanvas(fit(1920, 1080), theme("light"), FONTS)
    room = Box(1260, 456, 628, 68)
    draw_tagline(canvas, room, "Zij kunnen hun ei kwijt. Wij leren wat hen wakker houdt.")
    (said,) = canvas.texts
    assert said.lines == 2
    assert said.box.bottom <= room.bottom - 4
    draw_tagline(canvas, room, "Kort.")
    assert canvas.texts[1].lines == 1
    words = said.what.split()
    shorter = min(
        max(canvas.width_of(" ".join(part), style("body")) for part in (words[:i], words[i:]))
        for i in range(1, len(words))
    )
    assert said.box.w <= 1.15 * shorter


def test_research_is_seen_on_the_cards_as_what_a_hidden_motive_may_still_be() -> None:
    """Rule 4.2: nothing before it; after it whatever is not turned up and not ruled out."""
    before = after = 0
    for turn in turns("municipality", 2, "cooperative"):
        for who in turn.compiled.ids.audiences:
            model = turn.lane(who).audience
            assert model is not None
            shown = {motive.label for motive in model.candidates}
            found = turn.view.get("candidates")
            if found is None or None not in turn.view["motives"][who]:
                assert not shown
                before += found is None
                continue
            out = {one.label for one in (*model.not_hers, *model.motives) if one is not None}
            names = {turn.compiled.scenario.motive(one).name.get("nl") for one in found[who]}
            assert shown == names - out
            after += 1
    assert before
    assert after


def test_a_broadcast_for_which_nobody_has_attention_is_not_said_to_reach_anybody() -> None:
    found = 0
    for turn in turns("municipality", 4, "pusher"):
        for seat in turn.compiled.ids.seats:
            spent = copy(turn.state)
            spent.attention[:] = [0] * len(spent.attention)
            view = seat_view(turn.compiled, spent, seat, "nl")
            model = replace(turn, state=spent, view=view, seat=seat).lane(turn.compiled.ids.audiences[0])
            for card in model.tools:
                if card.broadcast and card.deed is not None:
                    assert card.deed.refused
                    assert not any("0 van" in gate.reason for gate in card.deed.gates)
                    found += 1
    assert found


def test_a_shut_lamp_says_why_and_those_behind_it_say_nothing() -> None:
    found = set()
    for turn in turns("municipality", 4, "pusher"):
        for audience in turn.compiled.ids.audiences:
            for card in turn.lane(audience).tools:
                deeds = [one.deed for one in card.messages] + ([card.deed] if card.deed else [])
                for deed in deeds:
                    shut = [gate for gate in deed.gates if gate.lamp == "shut"]
                    assert all(gate.reason for gate in shut)
                    assert not any(gate.reason for gate in deed.gates if gate.lamp == "not-asked")
                    found |= {gate.reason for gate in shut}
    assert "Ander kanaal" in found
