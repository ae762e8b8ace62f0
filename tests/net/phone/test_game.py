"""Four people with four phones play a town to its score; nothing that phones do on the way stops them."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.net.phone.hands import SMALL, Phone, phone
from tests.net.phone.served import Served, serving

PEOPLE = {
    "PR & Voorlichting": "Anouk",
    "Communicatie & web": "Bas",
    "Sociale media": "Chantal",
    "Klantcontact": "Dirk",
}
CHAIRS = {"pr": 0, "communication": 1, "social": 2, "service": 3}


def test_four_phones_play_the_municipality_to_its_score(browser: Browser, tmp_path: Path) -> None:
    with serving(tmp_path, "municipality", "--departments", "4", "--seed", "5") as served:
        phones = [phone(browser, served, "nl", SMALL).join(name).sit(seat) for seat, name in PEOPLE.items()]
        assert phones[0].page.evaluate("isSecureContext") is False
        served.direct("start")
        phones[0].choose("why.go")
        for week in range(1, 9):
            monday(phones, served)
            work(phones, served, week)
            for one in phones if week < 8 else ():
                one.go_on()
        status = served.direct("status")
        assert status["part"] == "guessing"
        for one in phones:
            guess(one)
        for one in phones:
            expect(one.title()).to_have_text(one.says("over.title"))
            expect(one.page.locator(".reveal")).to_have_count(4)
        points = {one.page.locator(".score").inner_text() for one in phones}
        assert len(points) == 1, "everybody reads the same score"
        assert served.direct("status")["over"] is True
        assert [error for one in phones for error in one.errors if "ERR_" not in error] == []
        assert all(one.context.cookies() == [] for one in phones)


def monday(phones: list[Phone], served: Served) -> None:
    """The chair chooses, if the event asks."""
    status = served.direct("status")
    if status["part"] == "monday":
        (chair,) = status["waiting_for"]
        phones[CHAIRS[chair]].choose("event.go")
    for one in phones:
        expect(one.page.get_by_role("navigation")).to_be_visible()


def work(phones: list[Phone], served: Served, week: int) -> None:
    """Somebody talks, somebody plays, and on the way phones do what phones do."""
    anouk, bas, chantal, dirk = phones
    people = ["Youssef", "Femke", "Dirk", "Naima", "Ruud"]
    anouk.talk(people[week % len(people)])
    chantal.play()
    if week == 2:
        asleep(bas, served)
    if week == 4:
        dirk = phones[3] = in_another_tab(dirk)
    if week == 5:
        double_tap(dirk)
    if week in (2, 4, 6):
        dirk.convince()
    for one in (anouk, bas, chantal, dirk):
        one.be_done()


def asleep(held: Phone, served: Served) -> None:
    """The phone is locked while the server is cut off and started again: it wakes up in its seat."""
    tools = held.context.new_cdp_session(held.page)
    tools.send("Page.setWebLifecycleState", {"state": "frozen"})
    served.kill()
    served.again()
    tools.send("Page.setWebLifecycleState", {"state": "active"})
    tools.detach()
    expect(held.page.get_by_text(held.says("line.lost"))).to_have_count(0)
    expect(held.page.get_by_role("navigation")).to_be_visible()


def in_another_tab(held: Phone) -> Phone:
    """The same person opens the address again; the older page says that it is no longer the one."""
    page = held.context.new_page()
    page.set_viewport_size({"width": SMALL[0], "height": SMALL[1]})
    second = Phone(page, held.served, held.language)
    second.open()
    expect(page.get_by_role("navigation")).to_be_visible()
    expect(held.page.get_by_text(held.says("gone.replaced"))).to_be_visible()
    held.page.close()
    return second


def double_tap(held: Phone) -> None:
    """Two quick taps on "play" are one play."""
    before = held.page.locator(".dot:not(.used)").count()
    assert held.open_tool()
    held.aim()
    held.button("play.go").dblclick()
    expect(held.page.locator("main.result")).to_be_visible()
    held.button("result.next").click()
    price = before - held.page.locator(".dot:not(.used)").count()
    assert price in (1, 2)
    expect(held.page.locator(".news .line", has_text="Klant:")).to_have_count(1)


def guess(held: Phone) -> None:
    """Whatever comes first, for each of the others."""
    expect(held.title()).to_have_text(held.says("guess.title"))
    for done in range(1, 4):
        held.page.get_by_role("radio").first.check(force=True)
        held.button("guess.go").click()
        if done < 3:
            # The next department, with nothing chosen yet.
            expect(held.page.locator("#opened")).to_be_focused()
            expect(held.page.get_by_role("radio", checked=True)).to_have_count(0)
        expect(
            held.page.locator(".guess .tick").nth(done - 1).or_(held.page.locator("main.over"))
        ).to_be_visible()
