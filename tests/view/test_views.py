import json
from typing import Any

import pytest

from game.rules import command as c
from game.rules import log
from game.rules import refusal as no
from game.rules.engine import begin, submit
from game.rules.limits import ROUND
from game.rules.notation import action_of
from game.rules.records import blank_state, copy
from game.rules.refusal import CODES
from game.rules.state import State
from game.scenario.compiling import Compiled
from game.view.offers import Odds, offer
from game.view.refusals import refusal_text
from game.view.seats import seat_view, table_view
from game.view.turns import waiting_for
from game.words.catalogue import LANGUAGES
from tests.builders import tiny


def state_of(compiled: Compiled, *commands: tuple[int, c.Command], seed: int = 1, order: int = 0) -> State:
    """The state after some commands, which must be legal."""
    state = blank_state()
    begin(compiled.tables, state, seed, order)
    for seat, command in commands:
        code = submit(compiled.tables, state, seat, action_of(compiled.ids, command), log.new_log())
        assert code == no.LEGAL, CODES[code]
    return state


def no_cards(values: dict[str, Any]) -> None:
    """Quiet weeks."""
    values["events"] = []


def actions(compiled: Compiled, state: State, seat: str = "shop") -> dict[str, dict[str, Any]]:
    """The actions of a seat's view by their notation."""
    view: dict[str, Any] = seat_view(compiled, state, seat, "nl")
    return {" ".join(action["command"].values()): action for action in view["actions"]}


WHY = (0, c.OurWhy("health"))
CHAT = c.Play("chat", "ann", "health")


def test_every_message_of_the_toolbox_is_listed_legal_or_not() -> None:
    compiled = tiny(2, no_cards)
    found = actions(compiled, state_of(compiled, WHY))
    plays = {name for name in found if name.startswith("play")}
    people = ("ann", "bob", "cor")
    assert plays == {
        *(f"play chat {who} {message}" for who in people for message in ("company", "health")),
        *(f"play tasting {who} {message}" for who in people for message in ("health", "company", "praise")),
    }
    assert {name for name in found if name not in plays} == {
        *(f"talk {who}" for who in people), "broadcast leaflet", "pass",
    }  # fmt: skip  # the other verbs come in later weeks (§6)


def test_a_play_shows_price_lights_and_odds_most_favourable_first() -> None:
    compiled = tiny(2, no_cards)
    chat = actions(compiled, state_of(compiled, WHY))["play chat ann health"]
    assert chat == {
        "command": {"kind": "play", "mechanism": "chat", "audience": "ann", "message": "health"},
        "refusal": None,
        "message": None,
        "lights": [True, True, True],
        "price": {"hours": 1, "attention": 1},
        # Chat is 3; main −1; −1 since our why carries health; not hers +2 (3.3).
        "odds": [
            {"case": "main", "difficulty": 2, "dice": 2},
            {"case": "side", "difficulty": 2, "dice": 2},
            {"case": "neither", "difficulty": 4, "dice": 2},
        ],
        "bond": "loose",
    }


def test_a_play_shows_the_bond_that_it_would_make() -> None:
    """The lines of 3.4: no firm bond without a handshake; a why is firm then, a how once she is convinced."""
    compiled = tiny(2, no_cards)
    state = state_of(compiled, WHY)
    ann = compiled.ids.audiences.index("ann")

    def bonds() -> tuple[object, object]:
        views: list[Any] = [seat_view(compiled, state, seat, "en")["actions"] for seat in ("shop", "kitchen")]
        found = {
            c.to_text(c.from_dict(one["command"])): one["bond"]
            for view in views
            for one in view
            if "bond" in one
        }
        assert found["broadcast leaflet"] == "loose"
        assert "talk ann" not in found
        return found["play chat ann health"], found["play course ann health"]

    assert bonds() == ("loose", "loose")
    state.handshake[ann] = 1
    assert bonds() == ("firm", "loose")
    state.convinced[ann] = 1
    assert bonds() == ("firm", "firm")


def test_a_broadcast_shows_each_audience_that_it_reaches_and_a_verb_no_odds() -> None:
    compiled = tiny(2, no_cards)
    found = actions(compiled, state_of(compiled, WHY))
    assert found["broadcast leaflet"]["odds"] == [
        {"case": "certain", "difficulty": 5, "dice": 3, "audience": "ann", "attention": 1},
        {"case": "certain", "difficulty": 5, "dice": 3, "audience": "bob", "attention": 1},
    ]
    assert found["talk ann"]["odds"] == []
    assert found["talk ann"]["price"] == {"hours": 1, "attention": 0}
    assert found["talk ann"]["lights"] == [None, None, True]
    assert found["pass"]["price"] == {"hours": 0, "attention": 0}


def test_cases_drop_out_as_the_team_learns() -> None:
    compiled = tiny(2, no_cards)
    ids, t = compiled.ids, compiled.tables
    state = state_of(compiled, WHY)
    ann = ids.audiences.index("ann")
    health, company, savings = (ids.motives.index(name) for name in ("health", "company", "savings"))
    state.motives[ann][:] = [health, savings]

    def cases(message: str) -> list[str]:
        action = action_of(ids, c.Play("chat", "ann", message))
        return [one.case for one in offer(t, ids, state, 0, action).odds]

    assert cases("health") == ["main", "side", "neither"]
    state.known[ann][0] = 1
    assert (cases("health"), cases("company")) == (["main"], ["side", "neither"])
    state.research[0] = 1  # company, health and savings
    assert cases("company") == ["side", "neither"]
    state.not_hers[ann][company] = 1
    assert cases("company") == ["neither"]
    state.known[ann][0] = 0
    assert cases("health") == ["main", "side"]  # two candidates left for two hidden motives


def test_what_is_hidden_is_absent_and_what_is_ones_own_is_there() -> None:
    compiled = tiny(2, no_cards)
    state = state_of(compiled, WHY)
    view: dict[str, Any] = seat_view(compiled, state, "kitchen", "en", members=[{"name": "Kees"}])
    assert not {"seed", "deck", "candidates"} & set(view)
    assert view["motives"] == {who: [None, None] for who in ("ann", "bob", "cor")}
    own = compiled.ids.personals[state.personal[1]]
    assert view["personal_motives"] == [None, own]
    assert view["you"] == {"seat": "kitchen", "personal_motive": own, "to_act": True}
    assert view["members"] == [{"name": "Kees"}]
    assert (view["chair"], view["waiting_for"]) == ("shop", ["shop", "kitchen"])


def test_onlookers_get_no_actions_and_no_personal_motive() -> None:
    compiled = tiny(3, no_cards)
    view = table_view(compiled, state_of(compiled, WHY))
    assert (view["you"], view["actions"], view["members"]) == (None, [], [])
    assert view["personal_motives"] == [None, None, None]


def test_a_view_leaves_the_state_as_it_is() -> None:
    compiled = tiny(2, no_cards)
    state = state_of(compiled, WHY)
    before = copy(state)
    seat_view(compiled, state, "shop", "nl")
    table_view(compiled, state)
    assert state == before


def refusal(state: State, compiled: Compiled, seat: int, command: c.Command, language: Any = "nl") -> str:
    action = action_of(compiled.ids, command)
    code = submit(compiled.tables, copy(state), seat, action, log.new_log())
    assert code != no.LEGAL
    return refusal_text(compiled, state, seat, action, CODES[code], language)


def test_refusals_name_what_is_needed_and_what_there_is() -> None:
    compiled = tiny(2, no_cards)
    state = state_of(compiled, WHY)
    state.week[0] = 3
    state.will[0] = 1
    tasting = c.Play("tasting", "ann", "health")
    assert refusal(state, compiled, 0, tasting) == "Wil 2 nodig, nu 1."
    assert refusal(state, compiled, 0, tasting, "en") == "Needs will 2, now 1."
    state.will[0] = 5
    state.know_how[0] = 0
    course = c.Play("course", "ann", "praise")
    assert refusal(state, compiled, 1, course) == "Kunnen 1 nodig, nu 0."
    state.know_how[0] = 1
    state.hours[1] = 1
    assert refusal(state, compiled, 1, course) == "Kost 2 uur, jullie hebben er nog 1."
    assert refusal(state, compiled, 1, course, "en") == "Takes 2 hours, you have 1 left."
    state.attention[0] = 0
    assert refusal(state, compiled, 0, CHAT) == "Vraagt 1 aandacht, Ann heeft er nog 0."
    assert refusal(state, compiled, 0, c.Talk("ann")) == "Vraagt 1 aandacht, Ann heeft er nog 0."
    assert refusal(state, compiled, 1, c.Play("keys", "bob", "praise")) == "Bob heeft nu geen supporters."


def test_whose_turn_it_is_is_in_the_refusal() -> None:
    compiled = tiny(2, no_cards)
    state = state_of(compiled, order=ROUND)
    assert waiting_for(compiled.tables, state) == [0]
    assert refusal(state, compiled, 1, c.OurWhy("health")) == "De voorzitter, Winkel, beslist."
    state = state_of(compiled, WHY, order=ROUND)
    assert refusal(state, compiled, 1, c.Talk("ann")) == "Nu is Winkel aan de beurt."
    assert refusal(state, compiled, 1, c.Choose("1"), "en") == "Not at this moment."


OF_MECHANISMS = ("not_its_message", "channel", "channel_closed", "no_token", "will", "know_how")
OF_ANYTHING = ("not_now", "not_your_turn", "passed", "not_yours", "unknown")


def commands_with(code: str) -> list[c.Command]:
    """Commands that can be refused so."""
    if code == "power":
        return [c.Play("keys", "ann", "praise")]
    if code in OF_MECHANISMS:
        return [CHAT, c.Broadcast("leaflet")]
    if code == "guessed":
        return [c.Guess("kitchen", "praise")]
    if code in OF_ANYTHING:
        return [CHAT, c.Talk("ann"), c.Guess("shop", "praise"), c.OurWhy("street"), c.Pass()]
    if code in ("locked", "hours", "attention"):
        return [CHAT, c.Broadcast("leaflet"), c.Talk("ann")]
    return [c.HoldBack("ann")]


@pytest.mark.parametrize("code", CODES[1:])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_has_a_sentence(code: str, language: Any) -> None:
    compiled = tiny(2)
    state = state_of(compiled)
    for command in commands_with(code):
        text = refusal_text(compiled, state, 0, action_of(compiled.ids, command), code, language)
        assert text.endswith(".")
        assert "{" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tables_own_refusals_have_sentences(language: Any) -> None:
    compiled = tiny(2)
    for code in ("not_started", "stale", "seat_empty", "unknown_player", "unknown", "not_now"):
        assert refusal_text(compiled, state_of(compiled), 0, None, code, language)


def test_odds_of_a_broadcast_are_those_of_its_own_difficulty() -> None:
    compiled = tiny(2, no_cards)
    state = state_of(compiled, WHY)
    found = offer(compiled.tables, compiled.ids, state, 0, action_of(compiled.ids, c.Broadcast("leaflet")))
    assert found.odds[0] == Odds("certain", 5, 3, "ann", 1)


def test_a_view_is_plain_json() -> None:
    compiled = tiny(3)
    view = seat_view(compiled, state_of(compiled), "garden", "nl")
    assert json.loads(json.dumps(view)) == view
