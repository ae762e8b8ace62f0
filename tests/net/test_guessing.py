"""The guessing round on phones: nobody has to guess (8.5)."""

from pathlib import Path

from tests.net.phones import Phone, Tables, begun


def at_the_guessing(folder: Path, *seats: str | None) -> tuple[Tables, list[Phone]]:
    tables, phones = begun(folder, *seats)
    while tables.do("status")["part"] != "guessing":
        assert tables.do("next")["ok"]
    return tables, phones


def refused(phone: Phone) -> str:
    """Why declining is refused."""
    (answer,) = (m for m in phone.say(type="decline") if m["type"] == "nack")
    assert answer["id"] is None
    assert answer["message"]
    return str(answer["reason"])


def open_guesses(phone: Phone) -> list[object]:
    return [one for one in phone.legal() if one["kind"] == "guess"]


def test_a_department_that_declines_leaves_the_guessing_to_the_others(tmp_path: Path) -> None:
    tables, (shop, kitchen) = at_the_guessing(tmp_path, "shop", "kitchen")
    assert sorted(shop.view["waiting_for"]) == ["kitchen", "shop"]
    shop.say(type="decline")
    assert shop.view["waiting_for"] == kitchen.view["waiting_for"] == ["kitchen"]
    assert open_guesses(shop) == []
    assert open_guesses(kitchen)
    assert refused(shop) == "not_now", "it is said already"
    assert kitchen.command("guess", seat="shop", motive="praise")["type"] == "ack"
    assert tables.table.over


def test_when_everybody_declines_the_motives_are_turned(tmp_path: Path) -> None:
    tables, (shop, kitchen) = at_the_guessing(tmp_path, "shop", "kitchen")
    shop.say(type="decline")
    assert not tables.do("status")["over"]
    kitchen.say(type="decline")
    assert tables.do("status")["over"]
    assert [phone.view["part"] for phone in (shop, kitchen)] == ["over", "over"]
    tables.restart()
    assert tables.do("status")["over"], "the journal tells it too"


def test_who_may_not_decline(tmp_path: Path) -> None:
    tables, (shop, onlooker) = begun(tmp_path, "shop", None, departments=2)
    assert refused(shop) == "not_now"
    assert refused(onlooker) == "no_seat"
    while tables.do("status")["part"] != "guessing":
        assert tables.do("next")["ok"]
    tables.do("pause", reason="")
    assert refused(shop) == "paused"
    assert tables.table.waiting_for() == ["shop"]
