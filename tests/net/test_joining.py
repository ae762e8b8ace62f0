from pathlib import Path

import pytest

from game.net.codes import ALPHABET, new_code, same_code
from game.net.links import DISMISSED, REFUSED, REPLACED, TOO_MUCH
from game.table.roster import MOST_MEMBERS
from tests.net.phones import CODE, Tables, begun, seated


@pytest.fixture
def tables(tmp_path: Path) -> Tables:
    return Tables(tmp_path)


def test_whoever_has_the_code_joins_by_name_and_looks_on_at_first(tables: Tables) -> None:
    phone = tables.phone()
    (welcome,) = phone.join("Anna", "nl")
    assert welcome["type"] == "welcome"
    assert (welcome["seat"], welcome["member"]) == (None, "m1")
    assert len(welcome["token"]) >= 22  # 128 bits in base 64
    assert welcome["view"]["actions"] == []
    assert welcome["view"]["members"] == [{"id": "m1", "name": "Anna", "seat": None, "away": False}]


def test_the_code_may_be_typed_in_small_letters_and_with_spaces(tables: Tables) -> None:
    assert tables.phone().join(code=" ban-ana ")[0]["type"] == "welcome"
    assert not same_code("BANAN", CODE)
    for _ in range(100):
        code = new_code()
        assert len(code) == 6
        assert set(code) <= set(ALPHABET)
    assert not set("0O1IL") & set(ALPHABET)


def test_a_wrong_code_is_refused_in_the_language_of_the_phone(tables: Tables) -> None:
    phone = tables.phone()
    (no,) = phone.join("Anna", "nl", code="WRONGX")
    assert (no["type"], no["reason"], phone.closed) == ("refused", "wrong_code", REFUSED)
    assert "bord" in no["message"]
    assert tables.table.roster.members == {}


def test_sitting_down_gives_the_department_its_actions(tables: Tables) -> None:
    phone = tables.phone()
    phone.join()
    (done,) = phone.sit("shop")
    assert (done["type"], done["seat"]) == ("seated", "shop")
    assert done["view"]["you"]["seat"] == "shop"
    assert tables.table.people == ("shop",)
    assert phone.sit("nobody")[0]["reason"] == "unknown"


def test_several_people_share_a_department_and_see_the_same(tables: Tables) -> None:
    one, two = seated(tables, "shop", "shop")
    tables.do("start")
    assert one.view == two.view
    assert [member["seat"] for member in one.view["members"]] == ["shop", "shop"]


def test_people_of_the_same_name_are_told_apart(tables: Tables) -> None:
    for _ in range(3):
        tables.phone().join("Anna")
    assert [m.name for m in tables.table.roster.members.values()] == ["Anna", "Anna 2", "Anna 3"]


def test_one_joins_late_also_in_a_pause_and_takes_over_from_a_computer_player(tmp_path: Path) -> None:
    tables, _ = begun(tmp_path, "shop")
    assert tables.table.bots == {"kitchen": "random"}
    tables.do("pause", reason="coffee")
    late = tables.phone("192.168.1.30")
    assert late.join("Ben")[0]["view"]["table"]["paused"] == "coffee"
    late.sit("kitchen")
    assert (tables.table.bots, tables.table.people) == ({}, ("shop", "kitchen"))
    assert late.command("pass")["reason"] == "paused"
    tables.do("resume")
    tables.do("next")
    assert late.command("talk", audience="ann")["type"] == "ack"


def test_once_the_game_has_begun_nobody_goes_round_looking_at_other_departments(tmp_path: Path) -> None:
    tables, (phone,) = begun(tmp_path, "shop")
    (no,) = phone.sit("kitchen")
    assert (no["type"], no["reason"]) == ("nack", "seat_fixed")
    assert phone.sit(None)[0]["reason"] == "seat_fixed"
    assert tables.do("seat", member=phone.member, seat="kitchen")["ok"]
    assert phone.view["you"]["seat"] == "kitchen"


def test_who_leaves_before_choosing_a_department_is_not_listed_and_gives_up_the_name(tables: Tables) -> None:
    here = tables.phone()
    here.join("Zoe")
    gone = tables.phone("192.168.1.30")
    gone.join("Bob")
    gone.sit("shop")
    gone.sit(None)
    gone.leave()
    tables.rest()
    assert [one["name"] for one in here.view["members"]] == ["Zoe"]
    assert [one["name"] for one in tables.do("status")["members"]] == ["Zoe"]
    other = tables.phone("192.168.1.31")
    assert other.join("Bob")[0]["name"] == "Bob"
    back = tables.phone("192.168.1.30")
    assert back.come_back(gone.token)[0]["name"] == "Bob 2"  # there is another Bob by now
    tables.rest()
    assert [one["name"] for one in here.view["members"]] == ["Zoe", "Bob 2", "Bob"]


def test_a_phone_whose_welcome_was_lost_is_the_same_person_when_it_joins_again(tables: Tables) -> None:
    lost = tables.phone()
    lost.join("Anna", "nl")
    lost.leave()  # before the key came through
    again = tables.phone()
    welcome = again.join("Anna", "en")[0]
    assert (welcome["member"], welcome["lang"]) == (lost.member, "en")
    assert tables.phone().come_back(lost.token)[0]["reason"] == "unknown_token"
    tables.rest()
    there = tables.phone()
    assert there.join("Anna")[0]["name"] == "Anna 2"  # the first one is there: somebody else
    again.sit("shop")
    again.leave()
    assert tables.phone().join("Anna")[0]["member"] not in (lost.member, there.member)


def test_nobody_goes_round_by_joining_again_under_other_names(tmp_path: Path) -> None:
    tables, (phone, other) = begun(tmp_path, "shop", None)
    again = tables.phone(phone.address)
    again.join("Somebody else")
    assert again.sit("kitchen")[0]["reason"] == "seat_by_trainer"
    assert again.view["you"] is None
    assert again.sit("shop")[0]["type"] == "seated"
    tables.do("kick", member=phone.member)
    third = tables.phone(phone.address)
    third.join("A third")
    assert third.sit("kitchen")[0]["reason"] == "seat_by_trainer"
    assert tables.do("seat", member=third.member, seat="kitchen")["ok"]  # the trainer decides
    assert other.sit("kitchen")[0]["type"] == "seated"  # looked on so far, on another device


def test_frames_of_one_moment_do_not_get_past_that(tmp_path: Path) -> None:
    tables, _ = begun(tmp_path, "shop", None)
    tabs = [tables.phone("10.0.0.4") for _ in range(2)]
    for n, tab in enumerate(tabs):
        tab.join(f"Tab {n}")
    for tab, seat in zip(tabs, ("kitchen", "shop"), strict=True):
        tab.put(type="seat", seat=seat)
    tables.turn()  # takes both
    assert tabs[0].last("seated")["seat"] == "kitchen"
    assert tabs[1].last("nack")["reason"] == "seat_by_trainer"
    assert tabs[1].view["you"] is None


def test_late_people_behind_one_address_sit_with_those_who_are_there(tmp_path: Path) -> None:
    tables = Tables(tmp_path, seats=3)
    for n, seat in enumerate(("shop", "kitchen")):
        phone = tables.phone("192.168.1.9")
        phone.join(f"P{n}")
        phone.sit(seat)
    tables.do("start")
    late = tables.phone("192.168.1.9")
    late.join("Late")
    assert late.sit("garden")[0]["reason"] == "seat_by_trainer"
    assert late.sit("kitchen")[0]["type"] == "seated"


def test_at_this_computer_itself_everybody_may_come_late(tmp_path: Path) -> None:
    tables = Tables(tmp_path, seats=3)
    for seat in ("shop", "kitchen"):
        phone = tables.phone("127.0.0.1")
        phone.join(f"At {seat}")
        phone.sit(seat)
    tables.do("start")
    late = tables.phone("127.0.0.1")
    late.join("Late")
    assert late.sit("garden")[0]["type"] == "seated"


def test_after_a_restart_the_trainer_seats_newcomers(tmp_path: Path) -> None:
    tables, (shop, _) = begun(tmp_path, "shop", None)
    tables.restart()
    again = tables.phone(shop.address)  # nobody knows any more what was shown there
    again.join("Somebody else")
    (no,) = again.sit("kitchen")
    assert no["reason"] == "seat_after_restart"
    assert "trainer" in no["message"]
    assert tables.phone(shop.address).come_back(shop.token)[0]["seat"] == "shop"
    friend = tables.phone(shop.address)
    friend.join("Friend")
    assert friend.sit("shop")[0]["type"] == "seated"
    assert tables.do("seat", member=again.member, seat="kitchen")["ok"]


def test_who_came_and_went_does_not_keep_others_out(tables: Tables) -> None:
    for n in range(MOST_MEMBERS + 10):
        gone = tables.phone(f"10.0.0.{n}")
        assert gone.join(f"P{n}")[0]["type"] == "welcome"
        gone.leave()
        tables.rest()
    assert len(tables.table.roster.members) == MOST_MEMBERS


def test_somebody_who_was_away_for_a_moment_keeps_the_place_and_later_joins_anew(tables: Tables) -> None:
    reader = tables.phone("10.0.9.9")
    reader.join("Reader")
    reader.say(type="ping")
    for n in range(MOST_MEMBERS - 1):
        tables.phone(f"10.0.0.{n}").join(f"P{n}")
    reader.leave()
    tables.rest(30)
    assert tables.phone("10.0.1.1").join("Late")[0]["reason"] == "table_full"
    tables.rest(40)
    assert tables.phone("10.0.1.1").join("Late")[0]["type"] == "welcome"
    assert tables.phone("10.0.9.9").come_back(reader.token)[0]["reason"] == "unknown_token"


def test_those_who_never_said_a_word_make_place_though_another_left_before(tables: Tables) -> None:
    first = tables.phone("10.0.0.1")
    first.join("First")
    first.say(type="ping")
    first.leave()
    for n in range(MOST_MEMBERS - 1):
        silent = tables.phone(f"10.0.{n}.2")
        silent.join(f"Silent {n}")
        silent.leave()
    tables.clock.now += 6
    assert tables.phone("10.0.1.1").join("Late")[0]["type"] == "welcome"
    assert [one.name for one in tables.table.roster.members.values()][:2] == ["First", "Silent 1"]


def test_a_table_is_full_of_people_who_are_there(tables: Tables) -> None:
    for n in range(MOST_MEMBERS):
        assert tables.phone(f"10.0.0.{n}").join(f"P{n}")[0]["type"] == "welcome"
    assert tables.phone("10.0.1.1").join("Late")[0]["reason"] == "table_full"


def test_a_token_brings_back_to_the_same_seat_and_view(tmp_path: Path) -> None:
    tables, (phone, other) = begun(tmp_path, "shop", "kitchen")
    phone.leave()
    tables.rest()
    assert [m["away"] for m in other.view["members"]] == [True, False]
    back = tables.phone()
    (welcome,) = back.come_back(phone.token)
    assert (welcome["member"], welcome["seat"]) == (phone.member, "shop")
    assert welcome["token"] != phone.token
    tables.rest()
    assert [m["away"] for m in other.view["members"]] == [False, False]
    assert back.view == {**phone.view, "members": back.view["members"]}


def test_a_token_is_good_until_the_one_after_it_was_used(tables: Tables) -> None:
    first = tables.phone()
    first.join()
    lost = tables.phone()
    lost.come_back(first.token)  # the answer got lost
    again = tables.phone()
    assert again.come_back(first.token)[0]["type"] == "welcome"
    assert tables.phone().come_back(lost.token)[0]["reason"] == "unknown_token"
    newest = tables.phone()
    assert newest.come_back(again.token)[0]["type"] == "welcome"
    assert tables.phone().come_back(first.token)[0]["reason"] == "unknown_token"
    assert len(tables.table.roster.members) == 1


def test_the_newest_connection_wins_and_the_older_page_is_told(tables: Tables) -> None:
    old = tables.phone()
    old.join()
    new = tables.phone()
    new.come_back(old.token)
    assert (old.last("closed")["reason"], old.closed) == ("replaced", REPLACED)
    assert new.closed is None
    assert new.say(type="ping") == [{"type": "pong"}]


def test_after_a_restart_everybody_is_back_with_what_they_have(tmp_path: Path) -> None:
    tables, phones = begun(tmp_path, "shop", "kitchen")
    before = [phone.view for phone in phones]
    tables.restart()
    for phone, view in zip(phones, before, strict=True):
        back = tables.phone()
        back.come_back(phone.token)
        assert (back.member, back.view["you"]) == (phone.member, view["you"])
        assert back.view["actions"] == view["actions"]


def test_after_ten_minutes_of_sleep_a_phone_is_back_at_once(tmp_path: Path) -> None:
    tables, (phone, other) = begun(tmp_path, "shop", "kitchen")
    phone.leave()
    tables.clock.now += 600
    other.command("pass")
    back = tables.phone()
    before = tables.clock.now
    assert back.come_back(phone.token)[0]["seat"] == "shop"
    assert tables.clock.now == before
    assert back.view["revision" if "revision" in back.view else "week"] == tables.table.truth.week[0]


def test_kicked_people_may_join_again_and_banned_ones_may_not(tables: Tables) -> None:
    one, two = seated(tables, "shop", "kitchen")
    assert tables.do("kick", member=one.member)["ok"]
    assert (one.last("closed")["reason"], one.closed) == ("kicked", DISMISSED)
    assert tables.phone().come_back(one.token)[0]["reason"] == "kicked"
    assert tables.phone().join("Person 1")[0]["type"] == "welcome"
    assert tables.do("ban", member=two.member)["ok"]
    assert tables.phone().come_back(two.token)[0]["reason"] == "banned"
    assert tables.phone().join("PERSON 2")[0]["reason"] == "banned"
    assert tables.table.people == ()
    assert not tables.do("kick", member="m9")["ok"]


def test_a_banned_phone_stays_out_under_every_name(tables: Tables) -> None:
    one, two = seated(tables, "shop", "kitchen")
    tables.do("kick", member=one.member)
    assert tables.phone(one.address).join("Another name")[0]["type"] == "welcome"
    tables.do("ban", member=two.member)
    assert tables.phone(two.address).join("Another name")[0]["reason"] == "banned"
    assert tables.phone("192.168.1.99").join("Somebody else")[0]["type"] == "welcome"


def test_a_ban_keeps_nobody_out_who_is_behind_the_same_router(tables: Tables) -> None:
    for address in ("192.168.1.9", "127.0.0.1"):
        bad, good = tables.phone(address), tables.phone(address)
        bad.join("Bad")
        if address != "127.0.0.1":
            good.join("Good")
        tables.do("ban", member=bad.member)
        assert tables.phone(address).join("Late")[0]["type"] == "welcome"


def test_a_locked_table_lets_nobody_in_but_those_who_were_there(tables: Tables) -> None:
    (phone,) = seated(tables, "shop")
    tables.do("lock", on=True)
    no = tables.phone()
    assert no.join("Late")[0]["reason"] == "locked_table"
    assert tables.phone().come_back(phone.token)[0]["type"] == "welcome"
    tables.do("lock", on=False)
    assert tables.phone().join("Late")[0]["type"] == "welcome"


def test_guessing_codes_is_slowed_down_for_that_address_only(tables: Tables) -> None:
    reasons = [tables.phone("10.0.0.9").join(code=f"X{n:05d}")[0]["reason"] for n in range(40)]
    assert set(reasons) == {"wrong_code", "slow_down"}
    late = tables.phone("10.0.0.9")
    late.join()
    assert late.closed == TOO_MUCH
    assert tables.phone("10.0.0.10").join()[0]["type"] == "welcome"
    tables.clock.now += 5
    assert tables.phone("10.0.0.9").join()[0]["type"] == "welcome"


def test_thirty_people_of_one_address_may_join_in_a_moment(tables: Tables) -> None:
    assert all(tables.phone().join(f"P{n}")[0]["type"] == "welcome" for n in range(30))


def test_a_page_of_another_version_is_refused(tables: Tables) -> None:
    (no,) = tables.phone().say(type="hello", protocol=2, code=CODE, name="Anna")
    assert no["reason"] == "other_protocol"


def test_the_language_is_each_persons_own_and_can_change(tmp_path: Path) -> None:
    _, (phone, other) = begun(tmp_path, "shop", "kitchen")
    phone.say(type="language", lang="nl")
    assert phone.command("our_why", sentence="street")["message"] == "Dat is nu niet aan de orde."
    assert other.command("our_why", sentence="street")["message"] == "Not at this moment."


def test_trainers_rename_people(tables: Tables) -> None:
    one, _ = seated(tables, "shop", "kitchen")
    assert tables.do("rename", member=one.member, name="Person 2")["ok"]
    assert [m["name"] for m in one.view["members"]] == ["Person 2 2", "Person 2"]
    assert tables.do("rename", member=one.member, name="\u202e\u200b ")["reason"] == "bad_name"


def test_nobody_fills_the_table_or_the_journal_by_joining_and_coming_back(tables: Tables) -> None:
    reasons = [tables.phone("10.0.0.9").join(f"P{n}")[0].get("reason") for n in range(50)]
    assert reasons[:40] == [None] * 40
    assert set(reasons[40:]) == {"slow_down"}
    phone = tables.phone("10.0.0.7")
    phone.join("Anna")
    for _ in range(70):
        back = tables.phone("10.0.0.7")
        (answer,) = back.come_back(phone.token)
        if answer["type"] == "refused":
            break
        phone = back
    assert answer["reason"] == "slow_down"
    tables.clock.now += 5
    assert tables.phone("10.0.0.7").come_back(phone.token)[0]["type"] == "welcome"
    before = tables.table.revision
    phone = next(p for p in reversed(tables.phones.values()) if p.closed is None)
    for n in range(100):
        phone.say(type="language", lang=("nl", "en")[n % 2])
    assert tables.table.revision <= before + 41


def test_who_leaves_is_gone_and_the_name_is_free(tmp_path: Path) -> None:
    tables, (shop, kitchen) = begun(tmp_path, "shop", "kitchen")
    shop.say(type="leave")
    assert shop.closed == 4003
    tables.rest()
    assert [one["name"] for one in kitchen.view["members"]] == ["Person 2"]
    assert tables.table.people == ("shop", "kitchen"), "the seat waits, or the trainer gives it to somebody"
    back = tables.phone(shop.address)
    back.come_back(shop.token)
    assert back.closed is not None, "the key is no key any more"
    anew = tables.phone(shop.address)
    anew.join("Person 1")
    anew.sit("shop")
    tables.rest()
    assert [(one["name"], one["seat"]) for one in kitchen.view["members"]] == [
        ("Person 2", "kitchen"),
        ("Person 1", "shop"),
    ]


def test_one_device_does_not_fill_the_table_for_the_others(tmp_path: Path) -> None:
    tables = Tables(tmp_path)
    crowd = []
    for n in range(MOST_MEMBERS):
        crowd.append(tables.phone("10.0.0.66"))
        crowd[-1].join(f"Crowd {n}")
        tables.rest(3)
    honest = tables.phone("10.0.0.1")
    assert honest.join("Honest")[0]["type"] == "welcome"
    assert len(tables.table.roster.members) == MOST_MEMBERS
    last = crowd[-1].heard[-1]  # the newest of the crowd made place
    assert (last["type"], last["reason"], crowd[-1].closed) == ("closed", "table_full", 4003)
    assert crowd[0].say(type="ping")[0]["type"] == "pong"
    more = tables.phone("10.0.0.66")
    tables.rest(10)
    assert more.join("More")[0]["reason"] == "table_full"


def test_whims_are_not_kept_on_and_on(tmp_path: Path) -> None:
    tables, (phone, _) = begun(tmp_path, "shop", "kitchen")
    before = tables.table.revision
    for n in range(100):
        phone.say(type="language", lang=("nl", "en")[n % 2])
    assert tables.table.revision - before < 20
    assert phone.last("nack")["reason"] == "slow_down"
