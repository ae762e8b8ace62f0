"""The window with phones beside it: the lobby, mixed tables, away people, pauses, and the trainer's panel."""

from pathlib import Path

import pytest

from game.app.playing import house
from game.app.reception import Reception
from game.app.session import Wanted, begin, open_sources
from game.screen.board import grid_of
from game.screen.focus import Target
from game.screen.house import Plan, Saved, SeatPlan, Wishes
from game.screen.layout import fit
from game.screen.phones import Person, Place, link_of
from game.screen.scenes.asking import AskScene
from game.screen.scenes.corner import Corner
from game.screen.scenes.department import DepartmentScene
from game.screen.scenes.keys import KeysScene
from game.screen.scenes.lobby import LobbyScene
from game.screen.scenes.menu import MenuScene
from game.screen.scenes.monday import EventScene
from game.screen.scenes.on_its_own import OnItsOwn
from game.screen.scenes.our_why import OurWhyScene
from game.screen.scenes.pausing import PauseScene
from game.screen.scenes.together import TogetherScene
from game.screen.scenes.trainer import TrainerScene
from game.screen.scenes.trainer_model import MOST_CHIPS, page_of
from game.screen.scenes.work import WorkScene
from game.table.acts import Join, TakeSeat
from game.words.catalogue import Words
from tests.net.phones import Phone
from tests.screen.scenes.near import NOW, Near


@pytest.fixture
def near(tmp_path: Path) -> Near:
    return Near(tmp_path)


def started(near: Near, *seats: str | None) -> list[Phone]:
    """People at seats, the game begun, and the why chosen by the chair."""
    phones = near.joined(*seats)
    near.choose("start")
    near.wait()
    chair = next((one for one in phones if one.view.get("you") and one.view["you"]["to_act"]), None)
    if chair is not None:
        assert chair.command("our_why", sentence="healthy_fruit")["type"] == "ack"
    return phones


def to_work(near: Near, phones: list[Phone]) -> None:
    """Past what the chair chooses on Monday."""
    for _ in range(40):
        near.step(seconds=0.5)
        if near.game.shown["part"] == "work" and isinstance(near.scene, TogetherScene | DepartmentScene):
            return
        for one in phones:
            options = [c for c in one.legal() if c["kind"] == "choose"]
            if options and one.view["part"] == "monday":
                one.command("choose", option=options[0]["option"])
    raise AssertionError(f"{near.name} in {near.game.shown['part']}")


# -- the lobby ----------------------------------------------------------------------------


def test_the_lobby_waits_for_people_and_starts_with_them(near: Near) -> None:
    near.shows(LobbyScene)
    assert not near.target("start").enabled, "nobody is there"
    near.joined("stall")
    assert near.target("start").enabled
    assert not near.target("seat:stall").enabled, "somebody with a phone sits there"
    near.choose("start")
    assert near.game.table.started
    assert near.game.table.bots == {"advertising": "cooperative"}, "the empty seat is the computer's"
    near.until(OurWhyScene)


def test_the_panel_waits_for_people_too(near: Near) -> None:
    near.f2()
    start = near.target("lead:start")
    assert not start.enabled
    assert start.reason == Words("lobby", "nl")("lobby.nobody")
    near.joined("stall")
    near.wait()
    assert near.target("lead:start").enabled
    near.choose("lead:start")
    assert near.game.table.started


def test_another_address_is_shown_in_turn(near: Near) -> None:
    shown = [near.phones.place.address]
    for _ in range(2):
        near.choose("place")
        shown.append(near.phones.place.address)
    assert shown == ["192.168.1.20:8000", "10.0.0.7:8000", "192.168.1.20:8000"]


def test_without_a_network_people_play_at_the_screen(tmp_path: Path) -> None:
    near = Near(tmp_path, places=(Place("127.0.0.1:8000", "", reachable=False),))
    assert "place" not in near.choices
    near.choose("seat:stall")
    assert near.game.here == ("stall",)
    near.choose("start")
    near.wait()
    near.shows(OurWhyScene)
    near.choose("why:healthy_fruit")
    near.choose("choose")
    assert near.game.table.view(None, "nl")["our_why"] == "healthy_fruit"


def test_what_the_qr_says_leads_to_the_page_with_the_code() -> None:
    assert link_of(Place("192.168.1.20:8000", "wlan0"), "KX7QAB") == "http://192.168.1.20:8000/#KX7QAB"


# -- playing ------------------------------------------------------------------------------


def test_a_phone_plays_and_the_board_shows_it_by_itself(near: Near) -> None:
    phones = started(near, "stall", "advertising")
    to_work(near, phones)
    near.shows(TogetherScene)
    audience = next(c["audience"] for c in phones[0].legal() if c["kind"] == "talk")
    before = near.game.deeds
    assert phones[0].command("talk", audience=audience)["type"] == "ack"
    near.until(OnItsOwn)
    near.until(TogetherScene)
    assert len(near.game.deeds) == len(before) + 1
    assert near.game.deeds[0].seat == "stall"


def test_phones_see_who_plays_at_the_screen_and_do_not_take_that_away(near: Near) -> None:
    near.choose("seat:advertising")
    (phone,) = near.joined("stall")
    assert phone.view["table"]["seats"] == {"stall": "people", "advertising": "board"}
    late = near.tables.phone("192.168.1.99")
    late.join("Late", "nl")
    for _ in range(2):
        (no,) = (m for m in late.sit("advertising") if m["type"] == "nack")
        assert no["reason"] == "seat_at_board"
        assert "grote scherm" in no["message"]
        assert near.game.here == ("advertising",)
        if not near.game.table.started:
            near.choose("start")
    moved = near.game.lead({"do": "seat", "member": late.member, "seat": "advertising"})
    assert moved["ok"], "the trainer may"
    near.wait()
    assert near.game.here == ()
    near.tables.turn()
    assert phone.view["table"]["seats"]["advertising"] == "people"


def test_a_department_that_leaves_the_screen_is_free_for_phones(near: Near) -> None:
    near.choose("seat:advertising")
    (phone,) = near.joined("stall")
    near.choose("seat:advertising")
    near.tables.turn()
    assert phone.view["table"]["seats"]["advertising"] == "nobody"
    phone.sit("advertising")
    assert phone.view["you"]["seat"] == "advertising"


def test_a_seat_at_the_screen_plays_beside_one_with_a_phone(near: Near) -> None:
    near.choose("seat:advertising")
    phones = started(near, "stall")
    to_work(near, phones)
    assert near.game.here == ("advertising",)
    near.shows(DepartmentScene)
    near.choose("ready")
    near.wait()
    assert near.shows(WorkScene).seat == "advertising"
    audience = next(c["audience"] for c in phones[0].legal() if c["kind"] == "talk")
    phones[0].command("talk", audience=audience)
    near.until(OnItsOwn)
    near.until(WorkScene)
    near.choose("pass")
    near.choose("pass")
    near.wait()
    near.until(TogetherScene)
    assert phones[0].view["passed"][1] is True, "phones hear of what was done at the screen"


def test_the_board_follows_the_phones_while_people_at_the_screen_choose(near: Near) -> None:
    near.choose("seat:advertising")
    phones = started(near, "stall")
    to_work(near, phones)
    near.choose("ready")
    near.wait()
    choosing = near.shows(WorkScene)
    assert choosing.board("nl").join_address == "192.168.1.20:8000"
    phones[0].leave()
    near.wait()
    near.phones.choose("10.0.0.7:8000")
    assert near.scene is choosing, "nobody who chooses is disturbed"
    board = choosing.board("nl")
    assert [one.state for one in board.departments] == ["away", "turn"]
    assert board.join_address == "10.0.0.7:8000"
    near.choose("panel")
    near.shows(TrainerScene)


def test_the_board_of_phones_shows_no_secret_and_no_action(near: Near) -> None:
    phones = started(near, "stall", "advertising")
    to_work(near, phones)
    near.choose("stick:stall")
    sheet = near.shows(DepartmentScene).model.nl
    assert sheet.secret is None
    assert sheet.can == ("close",)


def test_who_is_away_is_marked_and_the_week_can_close(near: Near) -> None:
    phones = started(near, "stall", "advertising")
    to_work(near, phones)
    phones[1].leave()
    near.wait()
    board = near.shows(TogetherScene).board("nl")
    assert [one.state for one in board.departments] == ["idle", "away"]
    phones[0].command("pass")
    near.until(TogetherScene)
    near.f2()
    near.choose("lead:next")
    near.shows(AskScene)
    assert near.focus == "no", "nothing is forced by accident"
    near.choose("yes")
    near.wait()
    assert near.game.table.truth.week[0] == 2


def test_a_computer_player_stands_in_and_hands_back(near: Near) -> None:
    phones = started(near, "stall", "advertising")
    to_work(near, phones)
    near.f2()
    near.choose("row:advertising")
    near.choose("deed:stand_in")
    assert near.game.table.bots == {"advertising": "cooperative"}
    assert phones[1].command("pass")["reason"] == "bot_plays"
    near.choose("deed:hand_back")
    assert near.game.table.bots == {}
    assert "advertising" in near.game.people


# -- the trainer --------------------------------------------------------------------------


def test_a_pause_stops_everybody_until_it_is_over(near: Near) -> None:
    phones = started(near, "stall", "advertising")
    to_work(near, phones)
    near.f2()
    near.choose("reason")
    near.write("koffie")
    near.choose("pause")
    near.f2()
    near.wait()
    near.shows(PauseScene)
    assert near.game.table.roster.paused == "koffie"
    assert phones[0].command("pass")["reason"] == "paused"
    (late,) = near.joined(None)
    assert late.view["table"]["paused"] == "koffie", "one may come in during a pause"
    near.press("p")
    near.until(TogetherScene)
    assert phones[0].command("pass")["type"] == "ack"


def test_people_are_moved_renamed_and_removed(near: Near) -> None:
    first, second = near.joined("stall", "stall")
    near.f2()
    near.choose(f"member:{second.member}")
    near.choose("deed:move")
    near.choose("row:advertising")
    assert near.game.names_at("advertising", "nl") == "Mens 2"
    near.choose("deed:rename")
    near.tab_to("name")
    for _ in range(6):
        near.press("backspace")
    near.write("bas")
    near.choose("deed:write")
    assert near.game.names_at("advertising", "nl") == "bas"
    near.choose("deed:kick")
    near.choose("yes")
    assert second.closed is not None
    assert near.game.names_at("advertising", "nl") == ""
    near.choose("row:stall")
    near.choose(f"member:{first.member}")
    near.choose("deed:ban")
    near.press("escape")
    assert first.closed is None, "the question was not answered"


def test_the_switches_are_lines_of_the_trainer(near: Near) -> None:
    roster = near.game.table.roster
    near.f2()
    near.choose("clock:long")
    near.choose("approval:second")
    near.choose("lock:shut")
    near.choose("lang:en")
    assert (roster.clock, roster.approval, roster.locked, roster.language) == ("long", "second", True, "en")
    assert near.stage.settings.language == "en"
    assert near.stage.settings.clock == "long"
    late = near.tables.phone()
    assert late.join("Laat")[-1]["reason"] == "locked_table"


def test_ending_leads_to_the_score_and_stopping_to_the_title(near: Near) -> None:
    phones = started(near, "stall", "advertising")
    to_work(near, phones)
    near.f2()
    near.choose("lead:end_early")
    near.choose("yes")
    assert near.game.table.over
    near.f2()
    near.shows(TrainerScene)
    near.choose("lead:stop")
    near.choose("yes")
    near.shows(KeysScene)
    assert near.phones.closed


def test_a_game_that_has_not_begun_is_given_up_and_nobody_is_told_that_it_is_kept(near: Near) -> None:
    near.joined("stall")
    near.f2()
    near.choose("lead:undo")
    asked = near.shows(AskScene).question.nl
    assert "niets bewaard" in asked.text
    assert near.focus == "no"
    near.choose("yes")
    near.shows(KeysScene)
    assert near.phones.closed


def test_the_panel_opens_and_closes_with_its_key_wherever_one_is(near: Near) -> None:
    near.f2()
    near.shows(TrainerScene)
    near.f2()
    near.shows(LobbyScene)


def test_a_seat_at_the_screen_is_kept_when_the_program_is_begun_anew(near: Near) -> None:
    near.click("seat:advertising")
    phones = started(near, "stall")
    to_work(near, phones)
    near.reopen()
    near.wait()
    assert near.game.here == ("advertising",)
    near.until(DepartmentScene)
    near.click("ready")
    near.until(WorkScene)
    assert near.shows(WorkScene).seat == "advertising"


def test_the_panel_opens_by_mouse_whatever_is_shown(near: Near) -> None:
    near.click("seat:advertising")
    phones = started(near, "stall")
    to_work(near, phones)
    near.shows(DepartmentScene)
    near.click("ready")
    near.wait()
    near.shows(WorkScene)
    near.click("menu")
    near.shows(MenuScene)
    near.click("panel")
    near.shows(TrainerScene)
    near.click("pause")
    near.click("close")
    near.wait()
    near.shows(PauseScene)
    near.click("panel")
    near.shows(TrainerScene)
    near.click("close")
    near.shows(PauseScene)
    near.click("on")
    near.wait()
    assert not near.game.paused


def test_a_key_to_go_on_opens_nothing_while_the_board_waits_for_phones(near: Near) -> None:
    """Who presses on through a Friday may come too late: the board has gone on by itself."""
    phones = started(near, "stall", "advertising")
    to_work(near, phones)
    for one in phones:
        one.command("pass")
    near.until(OnItsOwn)
    for _ in range(40):
        near.press("return")
        near.press("space")
        near.wait()
        if near.game.shown["week"] == 2 and not isinstance(near.scene, OnItsOwn):
            break
    assert isinstance(near.scene, EventScene | TogetherScene), "the chair chooses, or all work"
    waits = near.name
    for key in ("return", "space"):
        near.press(key)
        assert near.name == waits
    near.press("tab")
    assert near.focus == "menu", "the keyboard reaches what there is to choose"
    near.choose("panel")
    near.shows(TrainerScene)


def labels(targets: tuple[Target, ...]) -> set[str]:
    return {target.id for target in targets if not target.label}


def test_everything_on_lobby_and_panel_has_a_name(near: Near) -> None:
    near.joined("stall", None)
    assert labels(near.stage.targets) == set()
    near.f2()
    assert labels(near.stage.targets) == set()


# -- the door -----------------------------------------------------------------------------


def test_the_reception_opens_a_port_and_tells_where(tmp_path: Path) -> None:
    with begin(tmp_path, Wanted(open_sources("fruit-stall"), 2, "free", 1), NOW) as table:
        reception = Reception(table, tmp_path, "cooperative", host="127.0.0.1", ports=(0,))
        try:
            assert reception.place.address.startswith("127.0.0.1:")
            assert not reception.place.reachable
            assert reception.code == (tmp_path / "join-code").read_text()
            assert reception.turn() == ()
        finally:
            reception.close()


def test_a_game_that_is_gone_on_with_has_its_phones_and_its_code(tmp_path: Path) -> None:
    scenarios = house(tmp_path, Wishes(), host="127.0.0.1", ports=(0,))
    seats = (SeatPlan("stall", people=False), SeatPlan("advertising", people=True, names="Omar"))
    game = scenarios.open(Plan("fruit-stall", seats, "free", 8, phones=True, clock="long"))
    assert game.phones is not None
    code = game.phones.code
    assert game.here == ("advertising",)
    assert game.table.roster.clock == "long"
    game.lead({"do": "start"})
    scenarios.close()
    assert not scenarios.live
    game = house(tmp_path, Wishes(), host="127.0.0.1", ports=(0,)).go_on(
        Saved("game.piramide", game.scenario, 1, 3)
    )
    assert game.phones is None, "nobody ever joined: it is a game at one screen"
    game.close()
    game = scenarios.open(Plan("fruit-stall", seats, "free", 8, phones=True))
    assert game.phones is not None
    assert game.phones.code != code, "another game, another code"
    code = game.phones.code
    game.table.direct_now(Join("m1", "Anouk", "nl"))
    game.table.direct_now(TakeSeat("m1", "stall"))
    scenarios.close()
    again = house(tmp_path, Wishes(), host="127.0.0.1", ports=(0,))
    game = again.go_on(Saved("game.piramide", game.scenario, 1, 3))
    assert game.phones is not None
    assert game.phones.code == code
    assert [one.name for one in game.phones.people] == ["Anouk"]
    again.close()


def test_the_board_says_where_to_join_and_lets_a_camera_in_where_there_is_room(near: Near) -> None:
    phones = started(near, "stall", "advertising")
    to_work(near, phones)
    shown = near.shows(TogetherScene).board("nl")
    assert (shown.join_code, shown.join_address) == (near.phones.code, "192.168.1.20:8000")
    for size, wanted in (((1920, 1080), True), ((1280, 720), True), ((1024, 640), False)):
        frame = fit(*size)
        corner = Corner(grid_of(frame.canvas.h, shown), frame, shown)
        assert (corner.link is not None) == wanted, size
        if corner.link is not None:
            assert corner.link == f"http://192.168.1.20:8000/#{near.phones.code}"
            assert not corner.qr.overlaps(corner.low)
        assert not corner.high.overlaps(corner.low)
    near.phones.choose("10.0.0.7:8000")
    assert near.shows(TogetherScene).board("nl").join_address == "10.0.0.7:8000"


def test_everybody_of_a_full_department_can_be_chosen_page_by_page() -> None:
    for count in (0, MOST_CHIPS, MOST_CHIPS + 1, 30):
        people = tuple(Person(f"m{i}", f"Mens {i}", "stall", away=False) for i in range(count))
        seen = [one.id for page in range(3) for one in page_of(people, page)]
        assert set(seen) == {one.id for one in people}
        assert all(len(page_of(people, page)) <= MOST_CHIPS for page in range(5))
