"""The set-up: how many departments, who plays each of them, in which order."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.scenario.models import Scenario
from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, even_style
from game.screen.clock import CLOCK_LENGTHS
from game.screen.focus import Target
from game.screen.house import House, Plan, SeatPlan
from game.screen.scene import Configure, Pop, Push, Replace, Scene, Steps, Transition, View
from game.screen.scenes.flow import opened
from game.screen.scenes.keys import KeysScene
from game.screen.scenes.menu import MenuScene
from game.screen.scenes.picking import Picked, PickScene
from game.screen.theme import style
from game.screen.widgets.buttons import button, icon_button, segment_boxes, segments, stepper, stepper_boxes
from game.screen.widgets.panels import panel
from game.screen.widgets.people import portrayed
from game.screen.widgets.sticks import free_stick, held_stick
from game.words.catalogue import Words

ORDERS = ("round", "free")
LONGEST_NAMES = 44
NEARLY = 10
"""From so many letters before the end on it is told how many are left."""
USUAL_BOT = "cooperative"
LIFE = 90.0
"""Height of two lines of life below a face."""
HIGHEST = 400.0
"""Of the panel with the people that are looked for."""


@dataclass(frozen=True, slots=True)
class SetupScene(Scene):
    """The set-up of one scenario. Letters go to the names that have the focus, but for those of ``left``.

    ``left`` is the seat whose names were left with Esc while the focus stayed on them.
    """

    house: House
    scenario: Scenario
    home: Callable[[], Scene]
    seats: tuple[SeatPlan, ...]
    order: str | None = None
    """None: in turns at one screen, free with phones."""
    left: str | None = None

    @classmethod
    def of(cls, house: House, scenario: Scenario, home: Callable[[], Scene]) -> "SetupScene":
        """As it begins: what the command line asked for, people on the first seat, computers elsewhere."""
        wishes = house.wishes
        wanted = wishes.departments
        count = wanted if wanted in scenario.supported else scenario.usual_departments
        bot = wishes.bots or USUAL_BOT
        return cls(house, scenario, home, (), wishes.order).with_departments(count or 2, bot)

    def with_departments(self, count: int, bot: str = USUAL_BOT) -> "SetupScene":
        """The same with so many departments; those that stay keep who plays them."""
        old = {seat.seat: seat for seat in self.seats}
        first = not old
        seats = []
        for place, seat in enumerate(self.scenario.in_play[count]):
            usual = SeatPlan(seat.department, first and place == 0, bot)
            seats.append(old.get(seat.department, usual))
        if not any(seat.people for seat in seats):
            seats[0] = replace(seats[0], people=True)
        return replace(self, seats=tuple(seats), left=None)

    @property
    def ready(self) -> bool:
        """Whether people play at least one department."""
        return any(seat.people for seat in self.seats)

    # -- places ---------------------------------------------------------------------------

    def _sticks(self, view: View) -> tuple[Box, ...]:
        extra = view.frame.canvas.h - 1080
        n = len(self.seats)
        rows = -(-n // 2)
        height = min(146.0, (460 + extra * 0.5 - (rows - 1) * 24) / rows)
        room = Box(32, 196, 1856, rows * height + (rows - 1) * 24)
        cells = [cell for row in room.rows(rows, 24) for cell in row.columns(2, 24)]
        return tuple(cells[:n])

    def _kind(self, stick: Box) -> Box:
        return Box(stick.right - 110, stick.cy - 37, 74, 74)

    def _name(self, stick: Box) -> Box:
        return Box(stick.right - 500, stick.cy - 37, 464, 74)

    def _people(self, view: View) -> Box:
        below, height = self._sticks(view)[-1].bottom + 28, view.frame.canvas.h
        return Box(32, below, 1856, min(HIGHEST + (height - 1080) * 0.3, height - 148 - below))

    def _boxes(self, view: View) -> dict[str, Box]:
        y = view.frame.canvas.h - 128
        return {
            "back": Box(32, y, 190, 84),
            "order": Box(238, y, 430, 84),
            "clock": Box(684, y, 530, 84),
            "phones": Box(1230, y, 316, 84),
            "start": Box(1562, y, 326, 84),
        }

    def _count(self) -> Box:
        return Box(1348, 72, 444, 84)

    # -- a scene --------------------------------------------------------------------------

    def targets(self, view: View) -> tuple[Target, ...]:
        """Number of departments, menu, the seats, the buttons."""
        words = Words("play", view.settings.language)
        fewer, more = stepper_boxes(self._count())
        counts = self.scenario.supported
        here = counts.index(len(self.seats))
        found = [
            Target("fewer", fewer, words("setup.how_many"), here > 0, radius=22),
            Target("more", more, words("setup.how_many"), here < len(counts) - 1, radius=22),
            Target("menu", Box(1816, 76, 72, 72), words("menu.title"), radius=22),
        ]
        for place, (seat, box) in enumerate(zip(self.seats, self._sticks(view), strict=True)):
            name = self.scenario.department(seat.seat).name.get(words.language)
            found.append(Target(f"seat:{seat.seat}", box, name, number=place + 1, radius=box.h / 2))
            if seat.people:
                found.append(Target(f"names:{seat.seat}", self._name(box), words("setup.names"), radius=22))
            else:
                found.append(Target(f"kind:{seat.seat}", self._kind(box), words("setup.kind"), radius=22))
        boxes = self._boxes(view)
        cells = segment_boxes(boxes["order"], 2)
        found += [
            Target(f"order:{i}", cell, f"{words('setup.order')}: {words(f'setup.order.{order}')}", radius=17)
            for i, (order, cell) in enumerate(zip(ORDERS, cells, strict=True))
        ]
        for length, cell in zip(CLOCK_LENGTHS, segment_boxes(boxes["clock"], 3), strict=True):
            text = f"{words('menu.clock')}: {words(f'menu.clock.{length}')}"
            found.append(Target(f"clock:{length}", cell, text, radius=17))
        found.append(Target("back", boxes["back"], words("setup.back"), radius=24))
        found.append(Target("phones", boxes["phones"], words("setup.phones"), radius=24))
        reason = "" if self.ready else words("setup.nobody")
        found.append(Target("start", boxes["start"], words("setup.start"), self.ready, reason, radius=24))
        return tuple(found)

    def first(self, view: View) -> str | None:  # noqa: ARG002
        """The main action: the usual set-up needs nothing more."""
        return "start"

    def draw(self, canvas: Canvas, view: View) -> None:
        """The question, the sticks, the people that are looked for, the buttons."""
        words = Words("play", view.settings.language)
        look = canvas.theme
        title = Box(32, 56, 1280, 70)
        canvas.text(self.scenario.title.get(words.language), title, style("h1"), look.ink)
        canvas.text(words("setup.question"), Box(34, 122, 1280, 48), style("body").at(32), look.ink_soft)
        counts = self.scenario.supported
        here = counts.index(len(self.seats))
        stepper(
            canvas,
            self._count(),
            words.count("setup.departments", len(self.seats)),
            fewer=view.focus.state("fewer", enabled=here > 0),
            more=view.focus.state("more", enabled=here < len(counts) - 1),
        )
        icon_button(canvas, Box(1816, 76, 72, 72), "menu-2", state=view.focus.state("menu"))
        for place, (seat, box) in enumerate(zip(self.seats, self._sticks(view), strict=True)):
            self._stick(canvas, box, seat, place, words, view)
        self._audiences(canvas, view, words)
        self._draw_buttons(canvas, view, words)

    def _stick(self, canvas: Canvas, box: Box, seat: SeatPlan, place: int, words: Words, view: View) -> None:
        department = self.scenario.department(seat.seat)
        name = department.name.get(words.language)
        state = view.focus.state(f"seat:{seat.seat}")
        if not seat.people:
            said = f"{words('setup.bot')}: {words(f'setup.bot.{seat.bot}')}"
            free_stick(canvas, box, name, department.icon, said, state=state)
            kind = f"kind:{seat.seat}"
            icon_button(canvas, self._kind(box), "robot", state=view.focus.state(kind))
            return
        people = words("setup.people")
        held_stick(
            canvas,
            box,
            department.icon,
            (name, department.label.get(words.language)),
            (f"{people}: {words('setup.click_people')}", people),
            seed=place + 1,
            room=box.right - self._name(box).x + 16,
            state=state,
        )
        self._field(canvas, self._name(box), seat, words, view)

    def _field(self, canvas: Canvas, box: Box, seat: SeatPlan, words: Words, view: View) -> None:
        look = canvas.theme
        writing = self._writing(view) == seat.seat
        state = view.focus.state(f"names:{seat.seat}")
        edge = Edge(look.ink, 4) if writing else Edge(look.ink if state == "hover" else look.wood_deep, 3)
        canvas.panel(box, look.panel, 22, edge=edge)
        text = seat.names + ("|" if writing else "")
        inner = box.inset(18, 5)
        left = LONGEST_NAMES - len(seat.names)
        if writing and left <= NEARLY:
            rest = inner.right_part(40)
            canvas.text(str(left), rest, style("body"), look.ink_soft, align="right")
            inner = inner.within(right=46)
        if text:
            setting = style("label").at(28)
            # Wide letters: what is being written is seen, and else how the names begin.
            while len(text) > 1 and not canvas.set_text(text, inner, setting, lines=2).fits:
                text = text[1:] if writing else text[:-1]
            canvas.text(text, inner, setting, look.ink, lines=2)
        else:
            canvas.text(words("setup.names"), inner, style("body"), look.ink_soft)

    def _audiences(self, canvas: Canvas, view: View, words: Words) -> None:
        look = canvas.theme
        box = self._people(view)
        panel(canvas, box)
        inner = box.inset(32, 18)
        head = inner.top_part(48)
        canvas.text(words("setup.looking_for"), head.left_part(800), style("h3"), look.ink)
        shown = self.scenario.audiences[: len(self.seats) + 1]
        said = words("setup.so_many", departments=len(self.seats), audiences=len(shown))
        canvas.text(said, head.right_part(900), style("body"), look.ink_soft, align="right")
        cells = inner.within(top=62).columns(len(shown), 24)
        roles = [audience.role.get(words.language) for audience in shown]
        places = [_place(canvas, cell, role) for cell, role in zip(cells, roles, strict=True)]
        # Side by side all roles and all lines have letters of one size.
        most = max(2, int(min(one.role.h for one in places) // 36))
        to_set = [(role, place.role) for role, place in zip(roles, places, strict=True)]
        plain = even_style(canvas, to_set, style("body"), lines=most)
        for slot, (place, audience, role) in enumerate(zip(places, shown, roles, strict=True)):
            _person(canvas, place, slot, audience.portrait, audience.name.get(words.language))
            canvas.text(role, place.role, plain, look.ink_soft, lines=most, valign="top")
        told = [
            (audience.line.get(words.language), place.line)
            for audience, place in zip(shown, places, strict=True)
            if place.line is not None
        ]
        if told:
            most = int(told[0][1].h // 36)
            plain = even_style(canvas, told, style("body"), lines=most)
            for text, box in told:
                canvas.text(text, box, plain, look.ink_soft, lines=most, valign="top")

    def _draw_buttons(self, canvas: Canvas, view: View, words: Words) -> None:
        boxes = self._boxes(view)
        focus = view.focus
        button(canvas, boxes["back"], words("setup.back"), state=focus.state("back"), icon="arrow-back-up")
        hover = next((i for i in range(2) if focus.hover == f"order:{i}"), None)
        options = tuple(words(f"setup.order.{order}") for order in ORDERS)
        segments(canvas, boxes["order"], options, ORDERS.index(self.order or ORDERS[0]), hover=hover)
        lengths = tuple(words(f"setup.clock.{length}") for length in CLOCK_LENGTHS)
        ids = [f"clock:{length}" for length in CLOCK_LENGTHS]
        pointed = ids.index(focus.hover) if focus.hover in ids else None
        chosen = CLOCK_LENGTHS.index(view.settings.clock)
        segments(canvas, boxes["clock"], lengths, chosen, hover=pointed)
        phones = focus.state("phones")
        button(canvas, boxes["phones"], words("setup.phones"), state=phones, icon="device-mobile")
        button(
            canvas,
            boxes["start"],
            words("setup.start"),
            kind="ink",
            state=focus.state("start", enabled=self.ready),
            icon="player-play",
            reason="" if self.ready else words("setup.nobody"),
            big=True,
        )

    # -- what is chosen -------------------------------------------------------------------

    def _changed(self, seat: str, **what: object) -> "SetupScene":
        seats = tuple(replace(one, **what) if one.seat == seat else one for one in self.seats)  # type: ignore[arg-type]
        return replace(self, seats=seats)

    def on(self, target: str, view: View) -> Transition | None:
        """Change the set-up, start, or go back."""
        kind, _, seat = target.partition(":")
        calm = replace(self, left=None)
        counts = self.scenario.supported
        here = counts.index(len(self.seats))
        match kind:
            case "fewer":
                return Replace(self.with_departments(counts[here - 1]))
            case "more":
                return Replace(self.with_departments(counts[here + 1]))
            case "menu":
                return Steps((Replace(calm), Push(MenuScene())))
            case "seat":
                now = next(one for one in self.seats if one.seat == seat)
                return Replace(calm._changed(seat, people=not now.people))
            case "kind":
                now = next(one for one in self.seats if one.seat == seat)
                return Push(PickScene(seat, self.scenario.department(seat).name, now.bot))
            case "names":
                return Replace(calm)
            case "clock":
                length = next(one for one in CLOCK_LENGTHS if one == seat)
                return Configure(replace(view.settings, clock=length))
            case "order":
                return Replace(replace(calm, order=ORDERS[int(seat)]))
            case "start":
                order = self.order or ORDERS[0]
                plan = Plan(self.scenario.id, self.seats, order, self.house.wishes.seed)
                return opened(lambda: self.house.open(plan), self.home, view)
            case "phones":
                return opened(lambda: self.house.open(self._with_phones(view)), self.home, view)
            case _:
                return Pop(calm)

    def resumed(self, result: object, view: View) -> Transition | None:  # noqa: ARG002
        """The computer player that was picked takes its department."""
        return Replace(self._changed(result.seat, bot=result.kind)) if isinstance(result, Picked) else None

    def _with_phones(self, view: View) -> Plan:
        """Departments whose people gave their names play at this screen; phones may take the others."""
        seats = tuple(replace(one, people=one.people and bool(one.names)) for one in self.seats)
        order, seed, settings = self.order or ORDERS[1], self.house.wishes.seed, view.settings
        return Plan(self.scenario.id, seats, order, seed, True, settings.language, settings.clock)

    def _writing(self, view: View) -> str | None:
        """The seat whose names are being written: those with the focus, unless they were left."""
        kind, _, seat = (view.focus.id or "").partition(":")
        return seat if kind == "names" and seat != self.left else None

    def writes(self, view: View) -> bool:
        """While names have the focus."""
        return self._writing(view) is not None

    def typed(self, text: str, view: View) -> Transition | None:
        """Letters of the names."""
        seat = self._writing(view)
        if seat is None:
            return None
        now = next(one for one in self.seats if one.seat == seat)
        names = "".join(letter for letter in now.names + text if letter.isprintable())
        return Replace(replace(self._changed(seat, names=names[:LONGEST_NAMES]), left=None))

    def key(self, name: str, view: View) -> Transition | None:
        """Backspace takes a letter back; other letters only choose something while no name is written."""
        seat = self._writing(view)
        if name == "f10":
            return Push(MenuScene())
        if seat is not None:
            now = next(one for one in self.seats if one.seat == seat)
            return Replace(self._changed(seat, names=now.names[:-1])) if name == "backspace" else None
        if name == "?":
            return Push(KeysScene())
        return Scene.key(self, name, view)

    def back(self, view: View) -> Transition | None:
        """Out of the names, else back to the title, which keeps what was chosen."""
        seat = self._writing(view)
        return Pop(self) if seat is None else Replace(replace(self, left=seat))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where somebody to get in touch with is shown; without ``line`` there is no room for it."""

    face: Box
    name: Box
    role: Box
    line: Box | None


def _place(canvas: Canvas, cell: Box, role: str) -> _Place:
    """Face, name and role, and a line of life where there is room: a long role takes its place."""
    roomy = cell.h >= 230 and cell.w >= 320
    narrow = cell.w < 300
    size = min(72.0 if narrow else 96.0 if cell.h < 300 else 140.0 if cell.h < 400 else 180.0, cell.h)
    spare = max(0.0, cell.h - size - LIFE)
    high = cell.y + spare * 0.35 if roomy else cell.cy - size / 2 - (40 if narrow else 0)
    face = Box(cell.x, high, size, size)
    gap = 12 if narrow else 16
    beside = Box(face.right + gap, face.cy - 52, cell.right - face.right - gap, 104)
    below = Box(cell.x, face.bottom + 10, cell.w, max(76.0, cell.bottom - face.bottom - 10))
    who = beside.within(top=46)
    if narrow or not canvas.set_text(role, who, style("body"), lines=2).fits:
        return _Place(face, beside, below, None)
    return _Place(face, beside.top_part(44), who, below if roomy else None)


def _person(canvas: Canvas, place: _Place, slot: int, drawn: str, name: str) -> None:
    """A face in the colours of its slot, and a name."""
    portrayed(canvas, drawn, slot, place.face)
    canvas.text(name, place.name, style("strong"), canvas.theme.ink)
