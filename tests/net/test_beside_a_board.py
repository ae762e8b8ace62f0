"""What phones are told while a board beside them has yet to show what happened."""

from pathlib import Path

from game.net.telling import Unfolding
from game.rules.command import OurWhy
from game.rules.fact import Dice
from game.table.table import Accepted
from tests.builders import Values
from tests.net.phones import Message, Phone, Tables, begin, seated


def free_card(values: Values) -> None:
    """No event cards: the work begins at once."""
    values["events"] = []


def shown_bit_by_bit(done: Accepted) -> Unfolding | None:
    """What a board does with an entry: choosing the why is made to stand for a Friday."""
    if isinstance(done.deed, OurWhy):
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


def test_whoever_is_refused_by_what_still_rolls_is_shown_it_and_can_go_on(tmp_path: Path) -> None:
    tables, (thrower, colleague) = beside_a_board(tmp_path, "shop", "kitchen")
    throw(thrower)
    since, seen = len(colleague.heard), colleague.revision
    assert colleague.revision < tables.table.revision, "it decides on what it sees"
    assert colleague.command("practise")["type"] == "nack"
    assert colleague.revision == tables.table.revision > seen
    assert colleague.view["tokens"] == tables.table.view(None, "en")["tokens"]
    assert facts_heard(colleague, since).count("dice") == 1
    tables.room.watch(board=None)
    tables.turn()
    assert facts_heard(colleague, since).count("dice") == 1, "it is told once"


def test_a_friday_after_a_throw_is_told_with_it(tmp_path: Path) -> None:
    tables, phones = beside_a_board(tmp_path, "shop", "kitchen")
    throw(phones[0])
    since = len(phones[1].heard)
    tables.room.watch(board="end")
    tables.turn()
    assert watched(phones) == ["end", "end"]
    assert facts_heard(phones[1], since).count("dice") == 1
