from pathlib import Path
from random import Random
from typing import Any

import pytest

from game.net.proposing import MOST, MOST_OF_ONE
from game.rules.records import state_hash
from tests.builders import Values
from tests.net.phones import begun


def free_card(values: Values) -> None:
    """No event cards: the work begins at once."""
    values["events"] = []


def test_a_command_is_acknowledged_once_and_everybody_gets_the_new_view(tmp_path: Path) -> None:
    tables, (shop, kitchen) = begun(tmp_path, "shop", "kitchen", edit=free_card)
    before = len(kitchen.heard)
    ack = shop.command("talk", audience="ann")
    assert ack == {"type": "ack", "id": ack["id"], "revision": tables.table.revision}
    (facts,) = kitchen.heard[before:]
    assert facts["type"] == "facts"
    assert "talked" in [fact["kind"] for fact in facts["facts"]]
    assert facts["view"]["handshake"]["ann"]
    assert shop.view["hours"][0] == 5


def test_a_refused_command_has_no_effect_and_says_why(tmp_path: Path) -> None:
    tables, (shop, _) = begun(tmp_path, "shop", "kitchen", edit=free_card)
    before = state_hash(tables.table.truth)
    no = shop.command("talk", audience="zoe")
    assert (no["type"], no["reason"], no["revision"]) == ("nack", "unknown", tables.table.revision)
    assert shop.command("dance")["reason"] == "bad_command"
    assert shop.command("play", mechanism="leaflet", audience="ann", message="praise")["type"] == "nack"
    assert shop.command("choose", option="1")["message"] == "Not at this moment."
    assert state_hash(tables.table.truth) == before


def test_the_same_id_has_one_effect_also_after_a_restart(tmp_path: Path) -> None:
    tables, (shop, _) = begun(tmp_path, "shop", "kitchen", edit=free_card)
    first = shop.command("talk", "once", audience="ann")
    again = shop.command("talk", "once", audience="ann")
    assert again == first
    assert shop.view["hours"][0] == 5
    tables.restart()
    back = tables.phone()
    back.come_back(shop.token)
    assert back.command("talk", "once", audience="ann") == first
    assert back.view["hours"][0] == 5
    back.put(type="command", id="twice", revision=back.revision, command={"kind": "talk", "audience": "bob"})
    back.put(type="command", id="twice", revision=back.revision, command={"kind": "talk", "audience": "bob"})
    acks = [m for m in tables.turn(back) if m["type"] == "ack"]
    assert [m["id"] for m in acks] == ["twice", "twice"]
    assert back.view["hours"][0] == 4


def test_ids_are_each_members_own(tmp_path: Path) -> None:
    _, (shop, kitchen) = begun(tmp_path, "shop", "kitchen", edit=free_card)
    shop.command("talk", "same", audience="ann")
    assert kitchen.command("talk", "same", audience="ann")["type"] == "ack"
    assert kitchen.view["hours"] == [5, 5]


def test_an_old_revision_is_normal_until_the_price_got_worse(tmp_path: Path) -> None:
    _, (shop, kitchen) = begun(tmp_path, "shop", "kitchen", edit=free_card)
    seen = shop.revision
    kitchen.command("talk", audience="bob")
    assert shop.command("talk", revision=seen, audience="ann")["type"] == "ack"
    kitchen.command("pass")
    shop.command("pass")
    assert shop.command("pass", revision=seen)["reason"] == "stale"


def test_several_commands_of_one_turn_are_told_in_one_message(tmp_path: Path) -> None:
    tables, (shop, kitchen) = begun(tmp_path, "shop", "kitchen", edit=free_card)
    for n, phone in enumerate((shop, kitchen)):
        phone.put(
            type="command", id=f"t{n}", revision=phone.revision, command={"kind": "talk", "audience": "ann"}
        )
    heard = tables.turn(shop)
    assert [m["type"] for m in heard] == ["ack", "facts"]
    assert [f["seat"] for f in heard[1]["facts"] if f["kind"] == "talked"] == ["shop", "kitchen"]


def test_onlookers_and_other_departments_cannot_act(tmp_path: Path) -> None:
    tables, (shop, _) = begun(tmp_path, "shop", "kitchen", edit=free_card)
    onlooker = tables.phone()
    onlooker.join("Olga")
    assert onlooker.command("pass")["reason"] == "no_seat"
    assert onlooker.view["actions"] == []
    assert "personal_motive" not in (onlooker.view["you"] or {})
    assert shop.command("guess", seat="kitchen", motive="praise")["type"] == "nack"


def test_a_computer_player_stands_in_and_hands_back(tmp_path: Path) -> None:
    tables, (shop, kitchen) = begun(tmp_path, "shop", "kitchen", edit=free_card)
    assert tables.do("bot", seat="kitchen", kind="random")["ok"]
    assert kitchen.command("pass")["reason"] == "bot_plays"
    assert kitchen.view["table"]["seats"]["kitchen"] == "bot"
    assert tables.do("bot", seat="kitchen", kind=None)["ok"]
    assert tables.table.people == ("shop", "kitchen")
    tables.do("bot", seat="kitchen", kind="random")
    kitchen.sit("kitchen")  # or the people take over themselves
    assert tables.table.bots == {}
    assert tables.do("bot", seat="kitchen", kind="wizard")["reason"] == "unknown_player"
    assert shop.view["table"]["bots"] == {}


def test_who_is_away_never_blocks_the_week(tmp_path: Path) -> None:
    tables, (shop, kitchen) = begun(tmp_path, "shop", "kitchen", edit=free_card)
    kitchen.leave()
    shop.command("pass")
    assert shop.view["waiting_for"] == ["kitchen"]
    assert tables.do("next")["ok"]
    assert shop.view["week"] == 2


def test_in_a_pause_nobody_acts_not_even_computer_players(tmp_path: Path) -> None:
    tables, (shop,) = begun(tmp_path, "shop", edit=free_card)
    tables.do("pause", reason="Fire drill")
    before = tables.table.revision
    assert shop.command("pass")["reason"] == "paused"
    assert tables.table.revision == before
    assert not tables.room.busy
    assert shop.view["table"]["paused"] == "Fire drill"
    assert tables.do("resume")["ok"]
    assert shop.command("pass")["type"] == "ack"
    assert not tables.do("resume")["ok"]


PLAY: dict[str, Any] = {"mechanism": "chat", "audience": "ann", "message": "company"}


@pytest.mark.parametrize(("approval", "needed"), [("second", 2), ("majority", 2)])
def test_a_play_waits_for_the_yes_of_others_at_the_seat(tmp_path: Path, approval: str, needed: int) -> None:
    tables, (one, two, three, other) = begun(tmp_path, "shop", "shop", "shop", "kitchen", edit=free_card)
    assert tables.do("approval", approval=approval)["ok"]
    ack = one.command("play", **PLAY)
    assert (ack["type"], ack["proposal"]) == ("ack", 1)
    told = two.last("proposal")
    assert (told["n"], told["by"], told["yes"], told["needed"]) == (1, one.member, 1, needed)
    assert told["command"] == {"kind": "play", **PLAY}
    assert [m for m in other.heard if m["type"] == "proposal"] == []
    assert two.view["hours"][0] == 6
    two.say(type="answer", n=1, yes=True)
    assert two.view["hours"][0] == 5
    for phone in (one, two, three):
        assert phone.last("proposal_ended")["reason"] == "done"
    assert one.command("talk", audience="bob")["type"] == "ack"  # only plays are asked about
    assert "proposal" not in one.last("ack")


@pytest.mark.parametrize(("people", "wanted"), [(3, 2), (4, 3), (5, 3)])
def test_a_majority_is_more_than_half_of_who_sits_there(tmp_path: Path, people: int, wanted: int) -> None:
    tables, (author, *others) = begun(tmp_path, *["shop"] * people, "kitchen", edit=free_card)
    tables.do("approval", approval="majority")
    author.command("play", **PLAY)
    for yes in range(1, wanted):
        assert author.last("proposal")["yes"] == yes
        assert author.view["hours"][0] == 6
        others[yes - 1].say(type="answer", n=1, yes=True)
    assert author.view["hours"][0] == 5
    assert author.last("proposal_ended")["reason"] == "done"


def test_a_no_or_its_author_ends_a_proposal(tmp_path: Path) -> None:
    tables, (one, two, other) = begun(tmp_path, "shop", "shop", "kitchen", edit=free_card)
    tables.do("approval", approval="second")
    one.command("play", **PLAY)
    two.say(type="answer", n=1, yes=False)
    assert one.last("proposal_ended")["reason"] == "no"
    one.command("play", **PLAY)
    one.say(type="answer", n=2, yes=False)
    assert two.last("proposal_ended")["n"] == 2
    assert two.say(type="answer", n=2, yes=True)[0]["reason"] == "no_proposal"
    one.command("play", **PLAY)
    assert other.say(type="answer", n=3, yes=True)[0]["reason"] == "no_proposal"
    assert one.view["hours"][0] == 6


def test_only_so_many_proposals_are_open_at_a_time(tmp_path: Path) -> None:
    tables, (one, two, *others, _) = begun(
        tmp_path, "shop", "shop", "shop", "shop", "kitchen", edit=free_card
    )
    tables.do("approval", mode="majority")
    assert [one.command("play", **PLAY)["type"] for _ in range(MOST_OF_ONE)] == ["ack"] * MOST_OF_ONE
    no = one.command("play", **PLAY)
    assert (no["reason"], bool(no["message"])) == ("many_proposals", True)
    for phone in (two, others[0]):
        for _ in range(MOST_OF_ONE):
            assert phone.command("play", **PLAY)["type"] == "ack"
    assert len(tables.table.roster.proposals) == MOST
    assert others[1].command("play", **PLAY)["reason"] == "many_proposals"
    one.say(type="answer", n=1, yes=False)
    assert others[1].command("play", **PLAY)["type"] == "ack"


def test_a_proposal_that_got_worse_ends_and_one_that_is_sent_again_is_the_same(tmp_path: Path) -> None:
    tables, (one, two, other) = begun(tmp_path, "shop", "shop", "kitchen", edit=free_card)
    tables.do("approval", approval="second")
    ack = one.command("play", "p", **PLAY)
    assert one.command("play", "p", **PLAY) == ack
    assert len(tables.table.roster.proposals) == 1
    tables.restart()
    assert len(tables.table.roster.proposals) == 1
    back, there, third = (tables.phone() for _ in range(3))
    for phone, before in ((back, one), (there, two), (third, other)):
        phone.come_back(before.token)
    assert back.last("proposal")["n"] == 1
    assert tables.do("end_early")["ok"]
    assert back.last("proposal_ended")["reason"] == "stale"
    assert tables.table.roster.proposals == {}


def test_a_proposal_ends_as_soon_as_another_has_made_it_impossible(tmp_path: Path) -> None:
    tables, (one, two, three, _) = begun(tmp_path, "shop", "shop", "shop", "kitchen", edit=free_card)
    tables.do("approval", mode="second")
    waits = one.command("play", **PLAY)["proposal"]
    plays = [PLAY, {**PLAY, "audience": "bob"}] * 4
    while waits in tables.table.roster.proposals:
        n = two.command("play", **plays.pop())["proposal"]
        assert waits in tables.table.roster.proposals, "it would have ended with what made it impossible"
        three.say(type="answer", n=n, yes=True)
    assert {m["n"]: m["reason"] for m in one.heard if m["type"] == "proposal_ended"}[waits] == "stale"
    assert tables.table.roster.proposals == {}


def test_members_who_are_away_do_not_count_for_a_yes(tmp_path: Path) -> None:
    tables, (one, two, _) = begun(tmp_path, "shop", "shop", "kitchen", edit=free_card)
    tables.do("approval", approval="majority")
    assert one.command("play", **PLAY)["proposal"] == 1
    two.leave()
    tables.rest(5)
    assert two.view["hours"][0] == 6  # a phone that is dark for a moment does not make it lose its say
    tables.rest(20)
    assert one.last("proposal_ended")["reason"] == "done"
    assert "proposal" not in one.command("play", mechanism="chat", audience="bob", message="company")


def test_who_commands_too_often_is_slowed_down_without_harm_to_others(tmp_path: Path) -> None:
    tables, (shop, kitchen, beside) = begun(tmp_path, "shop", "kitchen", "shop", edit=free_card)
    answers = {shop.command("choose", option="1")["reason"] for _ in range(60)}
    assert answers == {"not_now", "slow_down"}
    assert beside.command("choose", option="1")["reason"] == "not_now", "it is not its neighbour's fault"
    assert beside.command("play", **PLAY)["type"] == "ack"
    assert kitchen.command("talk", audience="ann")["type"] == "ack"
    tables.clock.now += 2
    assert shop.command("talk", audience="ann")["type"] == "ack"


def test_phones_play_a_whole_game_to_its_score(tmp_path: Path) -> None:
    tables, phones = begun(tmp_path, "shop", "kitchen", "garden", departments=3)
    chance = Random(7)
    while not tables.table.over:
        phone = chance.choice([p for p in phones if p.view["you"]["to_act"]])
        command: dict[str, Any] = dict(chance.choice(phone.legal()))
        assert phone.command(command.pop("kind"), **command)["type"] == "ack"
        tables.clock.now += 1
    for phone in phones:
        assert phone.view["part"] == "over"
        assert all(phone.view["personal_motives"])


def test_what_the_trainer_types_is_shown_harmlessly_or_not_taken(tmp_path: Path) -> None:
    tables, (shop,) = begun(tmp_path, "shop")
    assert tables.do("pause", reason="Tea\u202e\n\x00 now")["ok"]
    assert shop.view["table"]["paused"] == "Tea now"
    for line in (("pause", "reason"), ("clock", "mode"), ("rename", "name")):
        assert tables.do(line[0], **{"member": shop.member, line[1]: "\ud800x"})["reason"] == "bad_line"
    tables.rest()
    assert shop.view["table"]["paused"] == "Tea now"


def test_the_clock_counts_the_work_part_stands_still_in_a_pause_and_forces_nothing(tmp_path: Path) -> None:
    tables, (shop, kitchen) = begun(tmp_path, "shop", "kitchen", edit=free_card)
    assert shop.view["table"]["clock"] == {"mode": "off", "left": None}
    tables.do("clock", mode="normal")
    assert shop.view["table"]["clock"] == {"mode": "normal", "left": 120}
    tables.rest(50)
    tables.do("pause", reason="")
    tables.rest(600)
    tables.do("resume")
    assert shop.view["table"]["clock"]["left"] == 70
    tables.do("clock", mode="long")
    assert shop.view["table"]["clock"]["left"] == 130
    tables.rest(500)
    assert kitchen.command("talk", audience="ann")["type"] == "ack"
    assert shop.view["table"]["clock"]["left"] == 0
    tables.do("next")
    assert (shop.view["week"], shop.view["table"]["clock"]["left"]) == (2, 180)
    assert tables.do("clock", mode="short")["reason"] == "unknown"


def only_rain(values: Values) -> None:
    values["events"] = [{**event, "week": 1} for event in values["events"] if event["id"] == "rain"]


@pytest.mark.parametrize(
    ("lang", "wanted", "full"),
    [
        ("nl", ["Iedereen: \u22121 aandacht", "Wil \u22121"], "{name}: aandacht zit al vol"),
        ("en", ["Everybody: \u22121 attention", "Will \u22121"], "{name}: attention is full already"),
    ],
)
def test_the_options_of_an_event_say_what_they_do_in_the_readers_language(
    tmp_path: Path, lang: str, wanted: list[str], full: str
) -> None:
    tables, phones = begun(tmp_path, "shop", "kitchen", edit=only_rain)
    for phone in phones:
        phone.say(type="language", lang=lang)
        options = phone.view["card"]["options"]
        assert [one["hours"] for one in options] == [
            option.hours for option in tables.table.compiled.scenario.event("rain").options
        ], "the price is told to everybody, who are to advise the chair"
        assert sorted(options[1]["effects"]) == wanted
        name = tables.table.compiled.scenario.audience(phone.view["targets"]["audience"]).name.nl
        assert full.format(name=name) in options[0]["effects"], "nobody is promised attention without room"
