"""What phones are told while a board beside them has yet to show what happened."""

from pathlib import Path
from typing import Final

import pytest

from game.net.telling import Unfolding
from game.rules.command import OurWhy
from game.rules.fact import Dice
from game.table.acts import EndEarly
from game.table.table import Accepted
from tests.builders import Values
from tests.net.phones import Message, Phone, Tables, begin, seated


def free_card(values: Values) -> None:
    """No event cards: the work begins at once."""
    values["events"] = []


def shown_bit_by_bit(done: Accepted) -> Unfolding | None:
    """What a board does with an entry: choosing the why and the end are made to stand for a Friday."""
    if isinstance(done.deed, OurWhy | EndEarly):
        return "friday"
    return "dice" if any(isinstance(fact, Dice) for fact in done.facts) else None


def beside_a_board(folder: Path, *seats: str | None) -> tuple[Tables, list[Phone]]:
    """Phones at work in a game whose board has shown everything so far."""
    tables = Tables(folder, edit=free_card, unfolds=shown_bit_by_bit)
    phones = seated(tables, *seats)
    begin(tables, phones)
    tables.room.watch(board=None)
    tables.turn()
    return tables, phones


def watched(phones: list[Phone]) -> list[str | None]:
    return [phone.view["table"]["watch"] for phone in phones]


def test_no_phone_sees_what_the_board_unfolds_before_it_is_told_to_watch(tmp_path: Path) -> None:
    tables, phones = beside_a_board(tmp_path, "shop", "kitchen", None)
    assert watched(phones) == [None] * 3
    for phone in phones:
        told = [m["view"]["table"]["watch"] for m in phone.heard if m.get("view", {}).get("our_why")]
        assert told == ["friday"] * (len(told) - 1) + [None]
    before = [len(phone.heard) for phone in phones]
    tables.room.watch(board=None)
    tables.turn()
    assert [len(phone.heard) for phone in phones] == before, "nobody is disturbed for nothing"


def throw(phone: Phone) -> Message:
    """Something with dice; gives the ack."""
    answer = phone.command(**next(one for one in phone.legal() if one["kind"] == "play"))
    assert answer["type"] == "ack"
    return answer


def facts_heard(phone: Phone, since: int = 0) -> list[str]:
    return [fact["kind"] for m in phone.heard[since:] if m["type"] == "facts" for fact in m["facts"]]


def of_the_people(view: Message) -> Message:
    """What a throw may change of the people that are talked to."""
    return {name: view[name] for name in ("tokens", "attention", "motives", "not_hers")}


def test_what_dice_came_to_reaches_nobody_before_they_lie(tmp_path: Path) -> None:
    tables, phones = beside_a_board(tmp_path, "shop", "kitchen", None)
    thrower, colleague, onlooker = phones
    colleague_of_thrower = tables.phone()
    colleague_of_thrower.join("Second")
    colleague_of_thrower.sit("shop")
    everybody = [*phones, colleague_of_thrower]
    before, hours = of_the_people(onlooker.view), onlooker.view["hours"][0]
    heard = [len(phone.heard) for phone in everybody]
    at = throw(thrower)["revision"]
    late = tables.phone()
    late.join("Late")
    tables.rest()
    assert watched([*everybody, late]) == ["dice", None, None, "dice", None]
    for phone, since in zip([*everybody, late], [*heard, 0], strict=True):
        assert of_the_people(phone.view) == before
        assert "dice" not in facts_heard(phone, since)
    assert colleague.view["hours"][0] < hours, "that it was paid for is open"
    tables.room.watch(board=None, throws=[at])
    tables.turn()
    assert of_the_people(colleague.view) == before
    tables.room.watch(board=None)
    tables.turn()
    assert watched([*everybody, late]) == [None] * 5
    for phone, since in zip([*everybody, late], [*heard, 0], strict=True):
        assert of_the_people(phone.view) != before
        assert phone.view["tokens"] == tables.table.view(None, "en")["tokens"]
        assert facts_heard(phone, since).count("dice") == 1


def test_while_dice_roll_others_go_on_and_hear_of_what_they_did(tmp_path: Path) -> None:
    tables, (thrower, colleague) = beside_a_board(tmp_path, "shop", "kitchen")
    before = of_the_people(colleague.view)
    throw(thrower)
    since = len(colleague.heard)
    hours = colleague.view["hours"][1]
    assert colleague.command("talk", audience="bob")["type"] == "ack"
    assert colleague.view["hours"][1] == hours - 1
    assert colleague.view["handshake"]["bob"]
    assert "handshake" in facts_heard(colleague, since)
    assert "dice" not in facts_heard(colleague, since)
    assert colleague.view["tokens"] == before["tokens"]
    second = throw(colleague)["revision"]
    assert watched([thrower, colleague]) == ["dice", "dice"]
    tables.room.watch(board=None, throws=[second])
    tables.turn()
    assert watched([thrower, colleague]) == [None, "dice"]
    assert facts_heard(colleague, since).count("dice") == 1, "the first lie, the second still roll"
    tables.room.watch(board=None)
    tables.turn()
    assert facts_heard(colleague, since).count("dice") == 2
    assert colleague.view["tokens"] == tables.table.view(None, "en")["tokens"]


def test_a_refusal_that_has_nothing_to_do_with_the_dice_does_not_tell_them(tmp_path: Path) -> None:
    tables, (thrower, colleague) = beside_a_board(tmp_path, "shop", "kitchen")
    before = of_the_people(colleague.view)
    throw(thrower)
    since = len(colleague.heard)
    assert colleague.command("practise")["reason"] == "locked"
    tables.rest()
    assert of_the_people(colleague.view) == before
    assert "dice" not in facts_heard(colleague, since)


def short_of_attention(values: Values) -> None:
    """A second message to somebody is too much where the first was not hers."""
    free_card(values)
    for audience in values["audiences"]:
        audience["attention"] = {"max": 2, "refill": 1}


PLAY: Final[Message] = {"kind": "play", "mechanism": "chat", "audience": "ann", "message": "company"}


def short_game(folder: Path, irrelevant: bool, *seats: str) -> tuple[Tables, list[Phone]]:
    """Phones at work where ``PLAY`` proves to be irrelevant, or not, and then cannot or can be done again."""
    for seed in range(20):
        inside = folder / str(seed)
        inside.mkdir()
        tables = Tables(inside, edit=short_of_attention, unfolds=shown_bit_by_bit, seed=seed)
        company = list(tables.table.compiled.ids.motives).index("company")
        if (company not in tables.table.truth.motives[0]) == irrelevant:
            phones = seated(tables, *seats)
            begin(tables, phones)
            tables.room.watch(board=None)
            tables.turn()
            return tables, phones
        tables.table.close()
    raise AssertionError("no such game")


def test_whoever_is_refused_by_what_still_rolls_is_shown_it_and_can_go_on(tmp_path: Path) -> None:
    tables, (thrower, colleague, onlooker) = short_game(tmp_path, True, "shop", "kitchen", "kitchen")
    assert thrower.command(**PLAY)["type"] == "ack"
    since = len(colleague.heard)
    assert PLAY in colleague.legal(), "its view does not tell"
    assert colleague.command(**PLAY)["reason"] == "stale"
    assert colleague.view["attention"] == tables.table.view(None, "en")["attention"]
    assert PLAY not in colleague.legal()
    assert facts_heard(colleague, since).count("dice") == 1
    assert PLAY in onlooker.legal(), "who was not refused waits"
    back = tables.phone(colleague.address)
    back.come_back(colleague.token)
    assert PLAY not in back.legal(), "nor does it forget"
    tables.room.watch(board=None)
    tables.turn()
    assert "dice" not in facts_heard(back), "it is told once"
    assert facts_heard(onlooker).count("dice") == 1


def test_what_is_thrown_in_the_turn_of_a_refusal_is_told_all_the_same(tmp_path: Path) -> None:
    tables, (thrower, colleague) = short_game(tmp_path, True, "shop", "kitchen")
    first = {**PLAY, "audience": "bob"}
    assert thrower.command(**first)["type"] == "ack"
    for n, phone in enumerate((thrower, colleague)):
        phone.put(type="command", id=f"t{n}", revision=phone.revision, unseen=phone.unseen, command=PLAY)
    since = len(colleague.heard)
    tables.turn()
    assert [m["reason"] for m in colleague.heard[since:] if m["type"] == "nack"] == ["stale"]
    assert colleague.view["tokens"] == tables.table.view(None, "en")["tokens"]
    assert facts_heard(colleague).count("dice") == 2
    tables.room.watch(board=None)
    tables.turn()
    assert facts_heard(colleague).count("dice") == facts_heard(thrower).count("dice") == 2


def test_a_throw_and_a_friday_of_one_turn_are_told_once(tmp_path: Path) -> None:
    tables, (phone, other) = beside_a_board(tmp_path, "shop", "kitchen")
    phone.put(type="command", id="t", revision=phone.revision, command=PLAY)
    assert tables.trainer.do({"do": "end_early"})["ok"]
    tables.turn()
    assert watched([phone, other]) == ["friday", "friday"]
    assert [facts_heard(one).count("dice") for one in (phone, other)] == [1, 1]


@pytest.mark.parametrize("irrelevant", [False, True])
def test_the_end_of_a_proposal_does_not_tell_the_dice(tmp_path: Path, irrelevant: bool) -> None:
    tables, (shop, one, _) = short_game(tmp_path, irrelevant, "shop", "kitchen", "kitchen")
    tables.do("approval", mode="second")
    waits = one.command(**PLAY)["proposal"]
    since = len(one.heard)
    assert shop.command(**PLAY)["type"] == "ack"
    tables.rest()
    assert [m for m in one.heard[since:] if m["type"] == "proposal_ended"] == []
    assert PLAY in one.legal()
    tables.room.watch(board=None)
    tables.turn()
    ended = [m["n"] for m in one.heard[since:] if m["type"] == "proposal_ended"]
    assert ended == ([waits] if irrelevant else [])
    assert (PLAY in one.legal()) != irrelevant, "the view shows why"


def test_a_proposal_that_gets_its_yes_while_dice_forbid_it_ends_and_its_seat_is_shown_why(
    tmp_path: Path,
) -> None:
    tables, (shop, one, two) = short_game(tmp_path, True, "shop", "kitchen", "kitchen")
    tables.do("approval", mode="second")
    waits = one.command(**PLAY)["proposal"]
    assert shop.command(**PLAY)["type"] == "ack"
    two.say(type="answer", n=waits, yes=True)
    for phone in (one, two):
        assert phone.last("proposal_ended") == {"type": "proposal_ended", "n": waits, "reason": "stale"}
        assert PLAY not in phone.legal()
        assert facts_heard(phone).count("dice") == 1
    assert PLAY in shop.legal(), "of its own throw it is told by the board"


def test_what_is_shown_dearer_while_dice_roll_can_be_done_at_that_price(tmp_path: Path) -> None:
    tables, (shop, kitchen) = beside_a_board(tmp_path, "shop", "kitchen")
    wanted = {**PLAY, "message": "health"}
    before, old = kitchen.view, {"revision": kitchen.revision, "unseen": kitchen.unseen}
    assert shop.command(**PLAY)["type"] == "ack"
    assert price(kitchen.view, wanted) > price(before, wanted), "now it would be a mixed message"
    kitchen.put(type="command", id="early", command=wanted, **old)
    assert tables.turn(kitchen)[0]["reason"] == "stale", "decided on before it was dearer"
    assert "dice" not in facts_heard(kitchen), "that had nothing to do with the dice"
    assert kitchen.command(**wanted)["type"] == "ack"


def test_a_decision_before_the_dice_lay_is_one_on_what_was_shown_then(tmp_path: Path) -> None:
    tables, (shop, kitchen) = short_game(tmp_path, True, "shop", "kitchen")
    other = {**PLAY, "audience": "bob"}
    assert shop.command(**PLAY)["type"] == "ack"
    old = {"revision": kitchen.revision, "unseen": kitchen.unseen}
    tables.room.watch(board=None)
    tables.turn()
    kitchen.put(type="command", id="late", command=PLAY, **old)
    assert tables.turn(kitchen)[0]["reason"] == "stale"
    assert kitchen.command(**PLAY)["reason"] == "attention", "what is shown as impossible is no surprise"
    assert kitchen.command(**other)["type"] == "ack"


def price(view: Message, command: Message) -> int:
    """The attention that a command is shown to cost."""
    (found,) = [one["price"]["attention"] for one in view["actions"] if one["command"] == command]
    assert isinstance(found, int)
    return found


def test_a_friday_after_a_throw_is_told_with_it(tmp_path: Path) -> None:
    tables, phones = beside_a_board(tmp_path, "shop", "kitchen")
    throw(phones[0])
    since = len(phones[1].heard)
    tables.room.watch(board="end")
    tables.turn()
    assert watched(phones) == ["end", "end"]
    assert facts_heard(phones[1], since).count("dice") == 1
