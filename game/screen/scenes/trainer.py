"""The trainer's panel (F2): everything that the local channel can do too, and through the same lines."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from game.screen.canvas import Canvas
from game.screen.focus import Target
from game.screen.hotseat import Hotseat
from game.screen.phones import Line, Person, Reply
from game.screen.scene import (
    Configure,
    OpenPanel,
    Pop,
    PressOn,
    Push,
    Replace,
    Scene,
    Steps,
    Transition,
    View,
)
from game.screen.scenes.answers import Led
from game.screen.scenes.asking import AskScene, Question, Yes
from game.screen.scenes.both import Both
from game.screen.scenes.lobby_parts import next_place
from game.screen.scenes.trainer_model import (
    MOST_CHIPS,
    SWITCHES,
    USUAL_BOT,
    WATCHING,
    Plan,
    Writing,
    leads_of,
    page_of,
    rows_of,
)
from game.screen.scenes.trainer_parts import Shown, draw_panel, field_style, lacking, way_out
from game.screen.scenes.waiting import LOOKS
from game.screen.settings import Settings
from game.screen.widgets.buttons import segment_boxes
from game.screen.writing import UNWRITTEN, Written
from game.words.catalogue import Language, Words

SURE = ("kick", "ban", "end_guessing", "end_early", "stop", "next")
"""What is asked about once before it is done."""
MOVES_ON = ("start", "next", "end_guessing", "end_early")
"""After these whatever is shown gives way to what follows."""
LONGEST = {"reason": 60, "name": 24}
"""Letters of what can be written."""


@dataclass(frozen=True, slots=True)
class TrainerScene(Scene):
    """Drawn from the game as it is. ``row`` is the chosen department, ``member`` the chosen person.

    ``writing`` is the open field: all letters go to it, wherever the focus is, so that none is a key. The
    field of the ``reason`` is open as soon as it has the focus. ``transferring``: the next department that
    is chosen is where the person goes.
    """

    game: Hotseat
    home: Callable[[], Scene]
    row: str = ""
    member: str = ""
    page: int = 0
    transferring: bool = False
    writing: Writing = ""
    reason: Written = UNWRITTEN
    name: Written = UNWRITTEN

    # -- what is there --------------------------------------------------------------------

    def _plan(self, view: View) -> Plan:
        return Plan(view.frame.canvas.h, len(self.game.seats) + 1)

    @property
    def _row(self) -> str:
        return self.row or self.game.seats[0]

    @property
    def _people(self) -> tuple[Person, ...]:
        return page_of(self._everybody, self.page)

    @property
    def _everybody(self) -> tuple[Person, ...]:
        """All people of the chosen row."""
        return next(row for row in rows_of(self.game) if row.id == self._row).people

    @property
    def _member(self) -> Person | None:
        """The chosen person, as long as they sit in the chosen row."""
        return next((one for one in self._everybody if one.id == self.member), None)

    @property
    def _deeds(self) -> tuple[str, ...]:
        """What can be done with the chosen person, or else with the chosen department."""
        if self.writing == "name":
            return ("write", "forget")
        if self._member is not None:
            return ("move", "rename", "kick", "ban")
        if self._row == WATCHING or self.game.table.over:
            return ()
        bot = ("hand_back",) if self._row in self.game.table.bots else ("stand_in",)
        if self.game.table.roster.at(self._row):
            return bot
        return (*bot, "leave_screen" if self._row in self.game.here else "take_screen")

    # -- a scene --------------------------------------------------------------------------

    def wakes(self, view: View) -> float | None:  # noqa: ARG002
        """Soon: who is there and the time change by themselves."""
        return LOOKS

    def targets(self, view: View) -> tuple[Target, ...]:
        """Back, time, leading, departments, people, the door, the switches."""
        words = Words("lobby", view.settings.language)
        plan, game = self._plan(view), self.game
        found = [Target("close", plan.close, words(way_out(view)), radius=24)]
        if view.led:
            found.append(Target("apart", plan.apart, words("trainer.apart"), radius=24))
        found += self._switch("clock", plan, words)
        if game.table.started and not game.table.over:
            if not game.paused:
                found.append(Target("reason", plan.reason, words("trainer.reason"), radius=20))
            key = "trainer.resume" if game.paused else "trainer.pause"
            found.append(Target("pause", plan.pause, words(key), radius=24))
        leads = leads_of(game)
        found += [
            Target(
                f"lead:{lead}",
                box,
                words(f"lead.{lead}"),
                enabled=not (lacks := lacking(game, lead, words)),
                reason=lacks,
                radius=24,
            )
            for lead, box in zip(leads, plan.leads(len(leads)), strict=True)
        ]
        found += [
            Target(f"row:{row.id}", plan.row(i), self._row_name(row.id, words), number=i + 1, radius=22)
            for i, row in enumerate(rows_of(game))
        ]
        if self.writing == "name":
            found.append(Target("name", plan.name, words("deed.rename"), radius=20))
        else:
            found += [
                Target(f"member:{one.id}", plan.chip(i), one.called(words.language), radius=25)
                for i, one in enumerate(self._people)
            ]
            if len(self._everybody) > MOST_CHIPS:
                found.append(Target("more", plan.chip(MOST_CHIPS - 1), words("row.more"), radius=25))
        deeds = self._deeds
        found += [
            Target(f"deed:{deed}", box, words(f"deed.{deed}"), radius=24)
            for deed, box in zip(deeds, plan.deeds(len(deeds)), strict=True)
        ]
        if game.phones is not None and len(game.phones.places) > 1:
            found.append(Target("place", plan.place, words("door.other"), radius=24))
        for name in ("lang", "lock", "approval"):
            found += self._switch(name, plan, words)
        return tuple(found)

    def _switch(self, name: str, plan: Plan, words: Words) -> list[Target]:
        cells = segment_boxes(plan.switch(name), len(SWITCHES[name]))
        return [
            Target(
                f"{name}:{option}",
                cell,
                f"{words(f'switch.{name}.title')}: {words(f'switch.{name}.{option}')}",
                radius=17,
            )
            for option, cell in zip(SWITCHES[name], cells, strict=True)
        ]

    def _row_name(self, row: str, words: Words) -> str:
        if row == WATCHING:
            return words("row.watching")
        return self.game.scenario.department(row).name.get(words.language)

    def first(self, view: View) -> str | None:  # noqa: ARG002
        """Back is safe; a field that is open has the focus."""
        return self.writing or "close"

    def draw(self, canvas: Canvas, view: View) -> None:
        """The whole panel."""
        name = self.name if self.writing == "name" else None
        shown = Shown(
            self._row,
            self._member,
            self._people,
            len(self._everybody),
            self._deeds,
            self.transferring,
            self.reason,
            name,
            self._open(view),
        )
        draw_panel(canvas, self._plan(view), self.game, shown, view)

    def _open(self, view: View) -> Writing:
        """The field that letters go to now."""
        return self.writing or ("reason" if view.focus.id == "reason" else "")

    # -- what is done ---------------------------------------------------------------------

    def on(self, target: str, view: View) -> Transition | None:
        """A button, a switch, a department or a person."""
        kind, _, what = target.partition(":")
        calm = replace(self, writing="", transferring=False)
        match kind:
            case "close":
                return Pop()
            case "apart":
                return Steps((Pop(), OpenPanel(apart=True)))
            case "reason" | "name":
                return self._at_field(kind, view)
            case "pause":
                line: Line = {"do": "resume"}
                if not self.game.paused:
                    line = {"do": "pause", "reason": self.reason.text.strip()}
                return self._do(line, replace(calm, reason=UNWRITTEN))
            case "lead":
                return self._lead(what, view)
            case "row":
                if self.transferring:
                    return self._do(self._seat(what), replace(calm, row=what))
                return Replace(replace(calm, row=what, member="", page=0))
            case "member":
                return Replace(replace(calm, member="" if self.member == what else what))
            case "more":
                return Replace(replace(calm, page=self.page + 1, member=""))
            case "deed":
                return self._deed(what)
            case "place":
                next_place(self.game)
                return None
            case _:
                return self._switched(kind, what, view.settings)

    def _at_field(self, field: Literal["reason", "name"], view: View) -> Transition:
        """A click opens the field and puts the caret where it is; Enter is done with what is written."""
        if view.focus.place is not None:
            plan = self._plan(view)
            letters = plan.letters(plan.name if field == "name" else plan.reason)
            here = replace(self, writing=field, transferring=False)
            now = self.name if field == "name" else self.reason
            return Replace(here._wrote(field, now.pointed(view.focus.place, letters, field_style(), view)))
        if field == "name":
            return self._renamed()
        if self.writing != field:
            return Replace(replace(self, writing=field, transferring=False))
        return Replace(replace(self, writing=""), focus="pause")

    def _seat(self, row: str) -> Line:
        return {"do": "seat", "member": self.member, "seat": None if row == WATCHING else row}

    def _lead(self, what: str, view: View) -> Transition:
        if what == "press":  # the board must be seen for it: a panel that lies over it gives way
            return Steps((Pop(), PressOn())) if view.led else PressOn()
        if what == "undo":
            return Push(AskScene(_sure({"do": "stop"}, key="undo")))
        return Push(AskScene(_sure({"do": what}))) if what in SURE else self._do({"do": what}, self)

    def _deed(self, deed: str) -> Transition | None:
        calm = replace(self, writing="", transferring=False)
        person, row = self._member, self._row
        match deed:
            case "move":
                return Replace(replace(self, transferring=not self.transferring))
            case "rename" if person is not None:
                return Replace(replace(calm, writing="name", name=Written.of(person.name)), focus="name")
            case "write":
                return self._renamed()
            case "forget":
                return Replace(calm, focus="deed:rename")
            case "kick" | "ban" if person is not None:
                return Push(AskScene(_sure({"do": deed, "member": person.id}, person)))
            case "stand_in":
                return self._do({"do": "bot", "seat": row, "kind": USUAL_BOT}, calm)
            case "hand_back":
                return self._do({"do": "bot", "seat": row, "kind": None}, calm)
            case "take_screen" | "leave_screen":
                self.game.play_here(row, here=deed == "take_screen")
                return None
            case _:
                return None

    def _renamed(self) -> Transition:
        """A name that is refused can be mended: then the field stays open."""
        reply = self.game.lead({"do": "rename", "member": self.member, "name": self.name.text})
        if not reply["ok"]:
            return Steps((Replace(self, focus="name"), Push(refused_line(reply))))
        return Replace(replace(self, writing=""), focus="deed:rename")

    def _switched(self, switch: str, option: str, settings: Settings) -> Transition | None:
        """A switch of the table; what the board shows too changes with it."""
        match switch:
            case "clock":
                clock = next(one for one in ("off", "normal", "long") if one == option)
                line: Line = {"do": "clock", "mode": option}
                settings = replace(settings, clock=clock)
            case "lang":
                language: Language = "nl" if option == "nl" else "en"
                line = {"do": "language", "lang": option}
                settings = replace(settings, language=language)
            case "approval":
                line = {"do": "approval", "approval": option}
            case _:
                line = {"do": "lock", "on": option == "shut"}
        return Steps((self._do(line, self), Configure(settings)))

    def _do(self, line: Line, then: "TrainerScene") -> Transition:
        """Carry out a line; on as ``then``, or words about why it cannot be."""
        reply = self.game.lead(line)
        if not reply["ok"]:
            return Steps((Replace(then), Push(refused_line(reply))))
        if line["do"] == "start":
            self.game.gather()
        return Pop(Led()) if line["do"] in MOVES_ON else Replace(then)

    def resumed(self, result: object, view: View) -> Transition | None:  # noqa: ARG002
        """After the question: do it."""
        if not isinstance(result, Yes) or not isinstance(result.about, dict):
            return None
        if result.about["do"] == "stop":
            self.game.lead(result.about)
            self.game.close()
            return Replace(self.home(), whole=True)
        return self._do(result.about, replace(self, member="", transferring=False))

    # -- keys -----------------------------------------------------------------------------

    def back(self, view: View) -> Transition | None:  # noqa: ARG002
        """Out of a field or of moving somebody, else back to the game."""
        focus = {"reason": "pause", "name": "deed:rename", "": "deed:move"}[self.writing]
        if self.writing or self.transferring:
            return Replace(replace(self, writing="", transferring=False), focus=focus)
        return Pop()

    def writes(self, view: View) -> bool:
        """While a field is open."""
        return bool(self._open(view))

    def typed(self, text: str, view: View) -> Transition | None:
        """Letters of the field."""
        field = self._open(view)
        if not field:
            return None
        now = self.name if field == "name" else self.reason
        return Replace(replace(self, writing=field)._wrote(field, now.typed(text, LONGEST[field])))

    def key(self, name: str, view: View) -> Transition | None:
        """Keys of an open field; else P pauses and goes on."""
        field = self._open(view)
        if field:
            done = (self.name if field == "name" else self.reason).key(name)
            return None if done is None else Replace(replace(self, writing=field)._wrote(field, done))
        if name == "p":
            self.game.pause()
            return None
        return Scene.key(self, name, view)

    def _wrote(self, field: Literal["reason", "name"], now: Written) -> "TrainerScene":
        return replace(self, name=now) if field == "name" else replace(self, reason=now)


def _sure(line: Line, person: Person | None = None, key: str | None = None) -> Both[Question]:
    """The question before something that cannot be taken back; ``key`` is that of its words."""

    def asked(language: Language) -> Question:
        words = Words("lobby", language)
        do = key or line["do"]
        name = "" if person is None else person.called(language)
        title, text = words(f"sure.{do}.title", name=name), words(f"sure.{do}.text")
        return Question(title, text, words(f"sure.{do}.yes"), words("sure.no"), about=line, safe="no")

    return Both.of(asked)


def refused_line(reply: Reply) -> AskScene:
    """Why a line of the trainer cannot be carried out, as the channel says it."""

    def said(language: Language) -> Question:
        words = Words("lobby", language)
        return Question(words("refused.title"), str(reply["message"]), words("late.back"))

    return AskScene(Both.of(said))
