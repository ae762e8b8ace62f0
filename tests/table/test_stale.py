from pathlib import Path
from typing import Any

from game.rules import command as c
from game.table.acts import Next
from game.table.table import Accepted, Refused, Table
from tests.table.games import started


def shown(table: Table, seat: str, command: c.Command) -> dict[str, Any]:
    view: dict[str, Any] = table.view(seat, "en")
    action: dict[str, Any]
    for action in view["actions"]:
        if action["command"] == c.to_dict(command):
            return action
    raise KeyError(command)


def at_work(folder: Path, seats: int = 2) -> Table:
    """A table in the work part of week 1, after a card that anybody may have turned."""
    table = started(folder, seats=seats, seed=1)
    table.act_now("shop", c.OurWhy("street"))
    if table.truth.part[0] == 1:
        table.direct_now(Next())
    assert table.truth.week[0] == 1
    return table


def test_an_old_revision_alone_is_no_reason_to_refuse(tmp_path: Path) -> None:
    with at_work(tmp_path) as table:
        seen = table.revision
        table.act_now("kitchen", c.Talk("ann"))
        assert isinstance(table.act_now("shop", c.Talk("bob"), seen), Accepted)


def test_a_command_that_is_no_longer_legal_is_stale(tmp_path: Path) -> None:
    with at_work(tmp_path) as table:
        seen = table.revision
        table.act_now("shop", c.Pass())
        assert table.act_now("shop", c.Talk("ann"), seen) == Refused("stale", table.revision)
        assert table.act_now("shop", c.Talk("ann"), table.revision) == Refused("passed", table.revision)
        assert table.act_now("shop", c.Talk("ann")) == Refused("passed", table.revision)


def test_what_was_never_legal_is_refused_for_what_it_is(tmp_path: Path) -> None:
    with at_work(tmp_path) as table:
        seen = table.revision
        table.act_now("kitchen", c.Talk("ann"))
        assert table.act_now("shop", c.Research(), seen) == Refused("locked", table.revision)
        assert table.act_now("shop", c.Play("course", "ann", "health"), seen).code == "not_yours"  # type: ignore[union-attr]


def test_a_higher_price_is_stale(tmp_path: Path) -> None:
    with at_work(tmp_path) as table:
        seen = table.revision
        mixed = c.Play("chat", "ann", "company")
        assert shown(table, "shop", mixed)["price"]["attention"] == 1
        table.act_now("kitchen", c.Play("chat", "ann", "health"))
        assert shown(table, "shop", mixed)["price"]["attention"] == 2  # rule 3.5
        assert table.act_now("shop", mixed, seen) == Refused("stale", table.revision)
        assert isinstance(table.act_now("shop", mixed, table.revision), Accepted)


def test_better_odds_and_cases_that_dropped_out_are_no_change(tmp_path: Path) -> None:
    with at_work(tmp_path) as table:
        seen = table.revision
        same = c.Play("chat", "ann", "health")
        before = shown(table, "shop", same)
        table.act_now("kitchen", same)
        after = shown(table, "shop", same)
        assert len(after["odds"]) == 1 < len(before["odds"])  # it taught what health is to her (3.3)
        assert isinstance(table.act_now("shop", same, seen), Accepted)


def test_fewer_dice_are_stale(tmp_path: Path) -> None:
    def two_suspects(values: dict[str, Any]) -> None:
        values["audiences"][0]["tokens"] = [2, 3, 1, 1, 1, 0]

    with started(tmp_path, edit=two_suspects) as table:
        table.act_now("shop", c.OurWhy("street"))
        if table.truth.part[0] == 1:
            table.direct_now(Next())
        seen = table.revision
        play = c.Play("chat", "ann", "health")
        for _ in range(3):
            if table.truth.tokens[0][0] == [0, 2]:
                table.act_now("kitchen", play)
        left = sum(table.truth.tokens[0][0])
        assert left < 2
        assert table.act_now("shop", play, seen) == Refused("stale", table.revision)


def test_an_audience_that_a_broadcast_no_longer_reaches_makes_it_stale(tmp_path: Path) -> None:
    def little_attention(values: dict[str, Any]) -> None:
        values["audiences"][1]["attention"] = {"max": 1, "refill": 1}
        values["events"] = [event for event in values["events"] if event["id"] == "rain"]

    with started(tmp_path, edit=little_attention) as table:
        table.act_now("shop", c.OurWhy("street"))
        seen = table.revision
        reached = [one["audience"] for one in shown(table, "shop", c.Broadcast("leaflet"))["odds"]]
        assert reached == ["ann", "bob"]
        table.act_now("kitchen", c.Play("chat", "bob", "health"))
        reached = [one["audience"] for one in shown(table, "shop", c.Broadcast("leaflet"))["odds"]]
        assert reached == ["ann"]
        assert table.act_now("shop", c.Broadcast("leaflet"), seen) == Refused("stale", table.revision)


def test_passing_is_for_the_week_that_was_seen(tmp_path: Path) -> None:
    with at_work(tmp_path) as table:
        seen = table.revision
        while table.truth.week[0] == 1 or table.truth.part[0] != 2:
            table.direct_now(Next())
        assert table.act_now("shop", c.Pass(), seen) == Refused("stale", table.revision)
        assert isinstance(table.act_now("shop", c.Pass(), table.revision), Accepted)


def test_choosing_is_for_the_card_that_was_seen(tmp_path: Path) -> None:
    """With two departments the same one has the chair in weeks 1 and 3; option 1 is on both cards."""

    def cards(values: dict[str, Any]) -> None:
        rain = next(event for event in values["events"] if event["id"] == "rain")
        values["events"] = [{**rain, "id": f"in_{week}", "week": week} for week in (1, 2, 3)]

    with started(tmp_path, edit=cards) as table:
        table.act_now("shop", c.OurWhy("street"))
        chair = str(table.view(None, "en")["chair"])
        seen = table.revision
        assert isinstance(table.act_now(chair, c.Choose("1"), seen), Accepted)
        while (table.truth.week[0], table.truth.part[0]) != (3, 1):
            table.direct_now(Next())
        assert table.view(None, "en")["chair"] == chair
        assert table.act_now(chair, c.Choose("1"), seen) == Refused("stale", table.revision)
        assert isinstance(table.act_now(chair, c.Choose("1"), table.revision), Accepted)


def test_a_revision_that_never_was_is_stale(tmp_path: Path) -> None:
    with at_work(tmp_path) as table:
        for revision in (-1, table.revision + 1):
            assert table.act_now("shop", c.Talk("ann"), revision) == Refused("stale", table.revision)


def test_what_was_seen_is_still_known_after_a_restart(tmp_path: Path) -> None:
    with at_work(tmp_path) as table:
        seen = table.revision
        table.act_now("kitchen", c.Play("chat", "ann", "health"))
    with Table.resume(tmp_path / "game.piramide") as table:
        mixed = c.Play("chat", "ann", "company")
        assert table.act_now("shop", mixed, seen) == Refused("stale", table.revision)
