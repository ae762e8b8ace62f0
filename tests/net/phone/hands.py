"""A person with a phone: finds what the page shows by role and name, and taps on it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from game.words.catalogue import Language, Words
from tests.net.phone.served import Served
from tests.net.serving import PATIENCE

Size = tuple[int, int]
USUAL: Size = (390, 844)
SMALL: Size = (360, 640)


@dataclass(slots=True)
class Phone:
    """A phone of one person; ``errors`` is everything that its browser complained of."""

    page: Page
    served: Served
    language: Language
    errors: list[str] = field(default_factory=list)

    @property
    def context(self) -> BrowserContext:
        return self.page.context

    def says(self, key: str, **values: object) -> str:
        return Words("phone", self.language)(key, **values)

    def counts(self, key: str, n: int) -> str:
        return Words("phone", self.language).count(key, n)

    def button(self, key: str, **values: object) -> Locator:
        name = r"\s".join(re.escape(word) for word in self.says(key, **values).split())
        return self.page.get_by_role("button", name=re.compile(f"^{name}"))

    def title(self) -> Locator:
        return self.page.locator("#title")

    # Coming in

    def open(self) -> Phone:
        self.page.goto(self.served.address)
        return self

    def join(self, name: str) -> Phone:
        self.open()
        self.page.get_by_label(self.says("join.name")).fill(name)
        self.button("join.go").click()
        expect(self.title()).to_have_text(self.says("seats.title"))
        return self

    def sit(self, department: str) -> Phone:
        self.page.get_by_role("radio", name=department).check(force=True)
        self.button("seats.go", name=department).click()
        expect(self.page.locator(".stick")).to_contain_text(department)
        return self

    # Acting

    def verb(self, verb: str) -> None:
        self.page.get_by_role("navigation").get_by_role("button", name=self.says(f"verb.{verb}")).click()

    def talk(self, name: str) -> None:
        self.verb("talk")
        self.page.get_by_role("radio", name=name).check(force=True)
        self.button("do.talk").click()
        expect(self.page.locator(".weekbar")).to_be_visible()

    def convince(self) -> None:
        self.verb("convince")
        self.page.get_by_role("radio").and_(self.page.locator(":enabled")).first.check(force=True)
        self.button("do.convince").click()
        expect(self.page.locator(".weekbar")).to_be_visible()

    def be_done(self) -> None:
        """Pass, and see it accepted: this seat no longer works, or Friday or the end came at once."""
        self.say_done()
        expect(self.is_done()).to_be_visible()

    def say_done(self) -> None:
        """Pass."""
        self.verb("pass")
        self.button("do.pass").click()

    def is_done(self) -> Locator:
        """What is shown to whoever passed, and to everybody after that."""
        done = self.page.get_by_text(self.says("work.done"))
        return done.or_(self.page.locator("main.friday, main.guessing")).first

    def open_tool(self) -> bool:
        """Open the first tool that can be played now; whether there is one."""
        tools = self.page.locator(".tool:not(.shut)")
        if not tools.count():
            return False
        tools.first.click()
        return True

    def aim(self) -> None:
        """Choose the first person who can be reached, and the first message."""
        picks = self.page.locator(".pick:not(.shut)")
        if picks.count():
            picks.first.click()
            self.page.get_by_role("radio").first.check(force=True)

    def throw(self) -> bool:
        """Throw the dice of the first tool that can be played; whether there was one."""
        if not self.open_tool():
            return False
        self.aim()
        self.button("play.go").click()
        return True

    def play(self) -> bool:
        """Play the first tool that can be played, and see what came of it; whether there was one."""
        if not self.throw():
            return False
        expect(self.page.locator("main.result")).to_be_visible()
        self.button("result.next").click()
        return True

    def choose(self, key: str) -> None:
        """The chair takes the first thing that can be chosen, and sees it done."""
        expect(self.button(key)).to_be_visible()
        self.page.get_by_role("radio").and_(self.page.locator(":enabled")).first.check(force=True)
        self.button(key).click()
        expect(self.button(key)).to_have_count(0)
        expect(self.button("page.sending")).to_have_count(0)

    def go_on(self) -> None:
        """Past what Friday told."""
        expect(self.page.locator("main.friday")).to_be_visible()
        self.page.locator(".dock .primary").click()


def phone(browser: Browser, served: Served, language: Language = "nl", size: Size = USUAL) -> Phone:
    """A new phone, held by somebody who reads ``language``."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        is_mobile=True,
        has_touch=True,
        locale=f"{language}-{language.upper()}",
        reduced_motion="reduce",
    )
    context.set_default_timeout(PATIENCE * 1000)
    page = context.new_page()
    held = Phone(page, served, language)
    page.on("pageerror", lambda error: held.errors.append(str(error)))
    page.on("console", lambda said: held.errors.append(said.text) if said.type == "error" else None)
    return held
