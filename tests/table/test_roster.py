"""Who is at the table: acts that are journalled, refused or carried out, and rebuilt from the journal."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules import command as c
from game.table import acts
from game.table.acts import (
    ActError,
    Answer,
    Dismiss,
    Drop,
    GiveKey,
    Join,
    Lock,
    Pause,
    Propose,
    Rename,
    Resume,
    RosterAct,
    SetApproval,
    SetClock,
    SetLanguage,
    SetNames,
    Speak,
    TakeSeat,
    from_dict,
    to_dict,
)
from game.table.reading import read
from game.table.replaying import replay, verify
from game.table.roster import By, Roster
from game.table.table import Accepted, Refused, Table
from tests.table.games import new_table, started, step

members = st.sampled_from(["m1", "m2", "m3", "m9"])
words = st.text(max_size=8)
ROSTER_ACTS: st.SearchStrategy[RosterAct] = st.one_of(
    st.builds(Join, members, words, st.sampled_from(["nl", "en", "de"])),
    st.builds(GiveKey, members, words, st.none() | words),
    st.builds(TakeSeat, members, st.sampled_from(["shop", "kitchen", "nobody", None])),
    st.builds(Rename, members, words),
    st.builds(Speak, members, st.sampled_from(["nl", "en", "de"])),
    st.builds(Dismiss, members, st.booleans()),
    st.builds(Lock, st.booleans()),
    st.builds(Pause, words),
    st.builds(Resume),
    st.builds(SetClock, st.sampled_from(["off", "normal", "long", "short"])),
    st.builds(SetLanguage, st.sampled_from(["nl", "en", "de"])),
    st.builds(SetApproval, st.sampled_from(["one", "second", "majority", "all"])),
    st.builds(SetNames, st.sampled_from(["shop", "nobody"]), words),
    st.builds(Propose, members, words, st.sampled_from(["pass", "play chat ann company", "dance"])),
    st.builds(Answer, members, st.integers(0, 5), st.booleans()),
    st.builds(Drop, st.integers(0, 5), words),
)


@given(ROSTER_ACTS)
def test_an_act_is_the_same_after_a_round_trip(act: RosterAct) -> None:
    assert from_dict(to_dict(act)) == act


@pytest.mark.parametrize(
    "value",
    [
        {"kind": "lock", "on": 1},
        {"kind": "lock"},
        {"kind": "answer", "member": "m1", "proposal": True, "yes": True},
        {"kind": "take_seat", "member": "m1", "seat": 4},
        {"kind": "take_seat", "member": "m1", "seat": None, "more": 1},
        {"kind": "rename", "member": None, "name": "x"},
    ],
)
def test_json_of_another_form_is_no_act(value: object) -> None:
    with pytest.raises(ActError):
        from_dict(value)


@given(st.lists(ROSTER_ACTS, max_size=40))
def test_whatever_is_refused_changes_nothing_and_what_is_not_can_be_carried_out(
    many: list[RosterAct],
) -> None:
    seats = ("shop", "kitchen")
    roster = Roster()
    for revision, act in enumerate(many, 1):
        if not roster.code(act, seats):
            roster.apply(act, revision)
        assert all(member.seat is None or member.seat in seats for member in roster.members.values())
        assert all(proposal.author in roster.members for proposal in roster.proposals.values())
        assert all(1 <= len(member.keys) + 1 <= 3 for member in roster.members.values())


def join(table: Table, member: str, name: str, seat: str | None = None) -> None:
    for act in (Join(member, name, "nl"), GiveKey(member, f"key-{member}", None), TakeSeat(member, seat)):
        assert isinstance(table.direct_now(act), Accepted)


def test_the_roster_is_rebuilt_from_the_journal(tmp_path: Path) -> None:
    chance = Random(5)
    with started(tmp_path) as table:
        join(table, "m1", "Anna", "shop")
        join(table, "m2", "Ben", "shop")
        join(table, "m3", "Cor")
        table.direct_now(SetApproval("second"))
        table.direct_now(SetNames("kitchen", "Dirk en Eva"))
        assert isinstance(table.act_now("shop", c.OurWhy("street"), by=By("m1", "one")), Accepted)
        step(table, chance)
        table.direct_now(Propose("m1", "two", "play chat ann company"))
        table.direct_now(Answer("m2", 1, True))
        table.direct_now(Dismiss("m3", True))
        table.direct_now(Pause("koffie"))
        roster = table.roster
        assert roster.acknowledged.keys() == {("m1", "one"), ("m1", "two")}
        assert roster.proposals[1].yes == ("m1", "m2")
        path, before = table.path, roster
    assert verify(path).entries == len(read(path).entries)
    with Table.resume(path) as table:
        assert table.roster == before
        assert [step_.course.entries for step_ in replay(read(path))] == [*range(table.revision + 1)]


def test_members_act_for_their_own_seat_only(tmp_path: Path) -> None:
    with started(tmp_path) as table:
        join(table, "m1", "Anna", "shop")
        join(table, "m2", "Ben")
        why = c.OurWhy("street")

        def refusal(seat: str, by: By) -> str:
            done = table.act_now(seat, why, by=by)
            assert isinstance(done, Refused)
            return done.code

        assert refusal("kitchen", By("m1", "x")) == "other_seat"
        assert refusal("shop", By("m2", "x")) == "no_seat"
        assert refusal("shop", By("m7", "x")) == "unknown_member"
        table.direct_now(Pause(""))
        assert refusal("shop", By("m1", "x")) == "paused"
        table.direct_now(Resume())
        assert isinstance(table.act_now("shop", why, by=By("m1", "x")), Accepted)


def test_before_the_start_a_seat_that_everybody_left_is_free_again(tmp_path: Path) -> None:
    with new_table(tmp_path) as table:
        join(table, "m1", "Anna", "shop")
        assert table.people == ("shop",)
        table.direct_now(TakeSeat("m1", "kitchen"))
        assert table.people == ("kitchen",)
        table.direct_now(Dismiss("m1", False))
        assert not table.people


def test_a_seat_of_a_running_game_waits_for_its_people(tmp_path: Path) -> None:
    with started(tmp_path, bots={"kitchen": "silo"}) as table:
        join(table, "m1", "Anna", "shop")
        table.direct_now(Dismiss("m1", False))
        assert table.people == ("shop",)
        table.direct_now(acts.SetBot("shop", "silo"))
        join(table, "m2", "Ben", "shop")
        assert (table.people, table.bots) == (("shop",), {"kitchen": "silo"})
