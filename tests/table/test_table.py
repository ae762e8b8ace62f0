from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules import command as c
from game.rules.fact import Guessed, Motive, OurWhyChosen, Passed
from game.rules.limits import PARTS
from game.rules.records import state_hash
from game.table.acts import Act, EndEarly, EndGuessing, Next, SetBot, SetPeople, Start
from game.table.reading import read
from game.table.replaying import replay, verify
from game.table.table import Accepted, Refused, Staged, Table
from game.table.trouble import JournalError
from tests.builders import Values
from tests.table.games import legal, new_table, play_on, started, step


def part(table: Table) -> str:
    return PARTS[table.truth.part[0]]


def accepted(done: Accepted | Refused) -> Accepted:
    assert isinstance(done, Accepted), done
    return done


def to_guessing(table: Table) -> None:
    while part(table) != "guessing":
        if part(table) == "setup":
            accepted(table.act_now(table.seats[0], c.OurWhy("street")))
        else:
            accepted(table.direct_now(Next()))


def test_a_game_starts_when_every_department_has_a_player(tmp_path: Path) -> None:
    with new_table(tmp_path) as table:
        assert table.waiting_for() == []
        assert table.act_now("shop", c.OurWhy("street")) == Refused("not_started", 0)
        accepted(table.direct_now(SetPeople("shop", True)))
        assert table.direct_now(Start()) == Refused("seat_empty", 1)
        accepted(table.direct_now(SetBot("kitchen", "listener")))
        accepted(table.direct_now(Start()))
        assert (table.people, table.bots) == (("shop",), {"kitchen": "listener"})
        assert table.waiting_for() == ["shop"]
        assert table.direct_now(Start()) == Refused("not_now", 3)


def test_only_the_chair_chooses_our_why_and_events(tmp_path: Path) -> None:
    with started(tmp_path) as table:
        assert table.act_now("kitchen", c.OurWhy("street")) == Refused("not_your_turn", 3)
        accepted(table.act_now("shop", c.OurWhy("street")))
        while table.truth.week[0] < 2:
            accepted(table.direct_now(Next()))
        assert part(table) == "monday"
        assert table.waiting_for() == ["kitchen"]
        assert table.act_now("shop", c.Choose("2")) == Refused("not_your_turn", table.revision)
        accepted(table.act_now("kitchen", c.Choose("2")))
        assert part(table) == "work"


def test_free_order_lets_everybody_act_and_round_order_one_after_the_other(tmp_path: Path) -> None:
    for order in ("free", "round"):
        folder = tmp_path / order
        folder.mkdir()
        with started(folder, order=order) as table:
            accepted(table.act_now("shop", c.OurWhy("street")))
            if part(table) == "monday":
                accepted(table.direct_now(Next()))
            assert table.waiting_for() == (["shop", "kitchen"] if order == "free" else ["shop"])
            done = table.act_now("kitchen", c.Talk("ann"))
            assert isinstance(done, Accepted) == (order == "free")
            if order == "round":
                assert done == Refused("not_your_turn", table.revision)
                accepted(table.act_now("shop", c.Talk("ann")))
                assert table.waiting_for() == ["kitchen"]


def test_unknown_things_are_refused(tmp_path: Path) -> None:
    with started(tmp_path) as table:
        assert table.act_now("nobody", c.OurWhy("street")) == Refused("unknown", 3)
        assert table.act_now("nobody", c.OurWhy("street"), 3) == Refused("unknown", 3)
        assert table.act_now("shop", c.OurWhy("money")) == Refused("unknown", 3)
        assert table.act_now("shop", c.OurWhy("money"), 2) == Refused("unknown", 3)
        assert table.direct_now(SetPeople("nobody", True)) == Refused("unknown", 3)
        assert table.direct_now(SetBot("shop", "wizard")) == Refused("unknown_player", 3)


def empty_first(values: Values) -> None:
    values["organisation"]["why_sentences"].reverse()


def test_next_chooses_the_first_why_that_carries_motives(tmp_path: Path) -> None:
    with started(tmp_path, edit=empty_first) as table:
        assert table.compiled.ids.sentences == ("profit", "health", "street")
        done = accepted(table.direct_now(Next()))
        assert done.facts[0] == OurWhyChosen("health", "shop")
        assert table.truth.week[0] == 1


def test_next_makes_whoever_has_not_passed_pass(tmp_path: Path) -> None:
    with started(tmp_path) as table:
        accepted(table.act_now("shop", c.OurWhy("street")))
        while part(table) == "monday":
            accepted(table.direct_now(Next()))
        accepted(table.act_now("shop", c.Pass()))
        done = accepted(table.direct_now(Next()))
        passed = [fact for fact in done.facts if isinstance(fact, Passed)]
        assert passed[0] == Passed("kitchen", "forced")
        assert table.truth.week[0] == 2


def test_guesses_are_secret_until_the_end(tmp_path: Path) -> None:
    with started(tmp_path, seats=3, bots={"garden": "random"}) as table:
        to_guessing(table)
        assert table.waiting_for() == ["shop", "kitchen"]
        assert table.act_now("garden", c.Guess("shop", "praise")) == Refused("not_your_turn", table.revision)
        done = accepted(table.act_now("shop", c.Guess("kitchen", "praise")))
        assert table.seen_by(done, "shop") == (Guessed("shop", "kitchen", "praise"),)
        assert table.seen_by(done, "kitchen") == (Guessed("shop", "kitchen", None),)
        assert table.seen_by(done, None) == (Guessed("shop", "kitchen", None),)
        accepted(table.act_now("shop", c.Guess("garden", "health")))
        accepted(table.act_now("kitchen", c.Guess("shop", "health")))
        done = accepted(table.act_now("kitchen", c.Guess("garden", "company")))
        assert table.over
        assert table.seen_by(done, None) == done.facts
        assert [type(fact) for fact in done.facts] == [Guessed, Motive, Motive, Motive]


def test_the_guessing_ends_when_the_trainer_says_so_or_nobody_is_left(tmp_path: Path) -> None:
    for name, act in (("trainer", EndGuessing()), ("left", SetPeople("shop", False))):
        folder = tmp_path / name
        folder.mkdir()
        with started(folder, bots={"kitchen": "silo"}) as table:
            assert table.direct_now(EndGuessing()) == Refused("not_now", 3)
            to_guessing(table)
            done = accepted(table.direct_now(act))
            assert table.over
            assert [type(fact) for fact in done.facts] == [Motive, Motive]
            assert table.direct_now(Next()) == Refused("not_now", table.revision)
            assert table.direct_now(EndEarly()) == Refused("not_now", table.revision)


def test_ending_early_scores_and_reveals_at_once(tmp_path: Path) -> None:
    with started(tmp_path) as table:
        play_on(table, Random(3), 9)
        accepted(table.direct_now(EndEarly()))
        assert table.over
        assert table.waiting_for() == []


def test_nothing_is_stored_before_commit(tmp_path: Path) -> None:
    with started(tmp_path) as table:
        before = table.revision
        assert table.submit("shop", c.OurWhy("street")) == Staged(before + 1)
        with pytest.raises(RuntimeError, match="staged"):
            table.act_now("shop", c.Pass())
    with Table.resume(tmp_path / "game.piramide") as table:
        assert table.revision == before
        assert part(table) == "setup"
        table.submit("shop", c.OurWhy("street"))
        table.direct(EndEarly())
        both = table.commit()
        assert [done.revision for done in both] == [before + 1, before + 2]
        assert [done.seat for done in both] == ["shop", None]
        assert table.commit() == ()
    with Table.resume(tmp_path / "game.piramide") as table:
        assert table.over


def test_a_full_disk_breaks_the_table_loudly_and_loses_nothing_confirmed(tmp_path: Path) -> None:
    with started(tmp_path) as table:
        accepted(table.act_now("shop", c.OurWhy("street")))
        connection = table._journal._connection
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")  # the disk is as full as it gets
        confirmed: list[int] = []
        with pytest.raises(JournalError) as full:
            confirmed.extend(step(table, Random(1)).revision for _ in range(200))
        assert full.value.code == "not_stored_full"
        assert full.value.last_good == confirmed[-1]
        assert "vol" in full.value.text("nl")
        for attempt in (lambda: table.submit("shop", c.Pass()), table.commit):
            with pytest.raises(JournalError) as broken:
                attempt()
            assert broken.value.code == "broken"
    with Table.resume(tmp_path / "game.piramide") as table:
        assert table.revision == confirmed[-1]
        step(table, Random(1))


def every_command(table: Table) -> st.SearchStrategy[c.Command]:
    ids = table.compiled.ids
    seats = st.sampled_from([*ids.seats, "nobody"])
    audiences = st.sampled_from([*ids.audiences, "nobody"])
    mechanisms = st.sampled_from([*ids.mechanisms, "nothing"])
    motives = st.sampled_from([*ids.motives, "nothing"])
    return st.one_of(
        st.builds(c.OurWhy, st.sampled_from([*ids.sentences, "nothing"])),
        st.builds(c.Choose, st.sampled_from(["1", "2", "3", "4"])),
        st.builds(c.Play, mechanisms, audiences, motives),
        st.builds(c.Broadcast, mechanisms),
        *(st.builds(cls, audiences) for cls in (c.Talk, c.HoldBack, c.Proposition)),
        st.builds(c.Convince, st.sampled_from(["necessity", "opportunity", "success_story"])),
        *(st.builds(cls) for cls in (c.Research, c.Practise, c.ReferenceWork, c.Measure, c.Pass)),
        st.builds(c.Guess, seats, motives),
    )


def every_act() -> st.SearchStrategy[Act]:
    seats = st.sampled_from(["shop", "kitchen", "garden", "nobody"])
    return st.one_of(
        *(st.builds(cls) for cls in (Start, Next, EndGuessing)),
        st.builds(SetPeople, seats, st.booleans()),
        st.builds(SetBot, seats, st.sampled_from([None, "silo", "wizard"])),
    )


@settings(max_examples=15)
@given(st.data())
def test_a_refusal_changes_nothing_and_what_is_accepted_is_replayed(data: st.DataObject) -> None:
    order = data.draw(st.sampled_from(["free", "round"]))
    seats = data.draw(st.integers(2, 3))
    with (
        TemporaryDirectory() as folder,
        started(Path(folder), seats=seats, order=order, seed=data.draw(st.integers(0, 2**62 - 1))) as table,
    ):
        any_command = every_command(table)
        live = [state_hash(table.truth)]
        for _ in range(data.draw(st.integers(1, 60))):
            before, revision = state_hash(table.truth), table.revision
            if data.draw(st.integers(0, 9)) == 0:
                done = table.direct_now(data.draw(every_act()))
            else:
                seat = data.draw(st.sampled_from([*table.waiting_for(), *table.seats]))
                lawful = legal(table, seat)
                from_list = bool(lawful) and data.draw(st.integers(0, 3)) > 0
                wanted = data.draw(st.sampled_from(lawful) if from_list else any_command)
                seen = data.draw(st.one_of(st.none(), st.integers(-1, revision + 1)))
                done = table.act_now(seat, wanted, seen)
                if from_list and seen is None:
                    assert isinstance(done, Accepted)
            if isinstance(done, Refused):
                assert (state_hash(table.truth), table.revision) == (before, revision)
            else:
                assert done.revision == table.revision == revision + 1
                live.append(state_hash(table.truth))
        path = table.path
        found = read(path)
        again = [step.course.hash() for step in replay(found)]
        assert again[len(again) - len(live) + 1 :] == live[1:]
        assert len(found.entries) == table.revision
        table.close()
        assert verify(path).entries == table.revision
        with Table.resume(path) as resumed:
            assert state_hash(resumed.truth) == live[-1]
            assert (resumed.people, resumed.bots) == (table.people, table.bots)
