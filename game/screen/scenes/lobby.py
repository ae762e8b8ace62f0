"""The lobby: phones come in by QR or code, people arrive at their departments, the trainer starts."""

from collections.abc import Callable
from dataclasses import dataclass

from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, even_style, icon_in
from game.screen.focus import Target
from game.screen.hotseat import Hotseat
from game.screen.scene import Pop, Push, Scene, Transition, View
from game.screen.scenes.answers import OF_THE_TABLE, GoOn
from game.screen.scenes.game_scene import GameScene
from game.screen.scenes.lobby_parts import door_targets, draw_door, next_place
from game.screen.scenes.trainer import TrainerScene, refused_line
from game.screen.scenes.waiting import LOOKS
from game.screen.theme import style
from game.screen.widgets.buttons import button, whole
from game.screen.widgets.panels import panel
from game.screen.widgets.people import portrayed
from game.screen.widgets.sticks import free_stick, held_stick
from game.words.catalogue import Words

X = 656.0
"""Where the right side begins: the left is the door."""
NAME = 44.0
"""Height of a name below its face, with the air between them."""


@dataclass(frozen=True, slots=True)
class LobbyScene(GameScene):
    """Drawn from the game as it is; ends with ``GoOn`` when the game has begun."""

    game: Hotseat
    home: Callable[[], Scene]

    # -- time -----------------------------------------------------------------------------

    def tick(self, view: View) -> Transition | None:  # noqa: ARG002
        """On, when the game has begun."""
        return Pop(GoOn()) if self.game.table.started or self.game.trouble is not None else None

    def wakes(self, view: View) -> float | None:  # noqa: ARG002
        """Soon: who is there, and which network, changes by itself."""
        return LOOKS

    # -- places ---------------------------------------------------------------------------

    def _door(self, view: View) -> Box:
        return Box(32, 32, 588, view.frame.canvas.h - 64)

    def _sticks(self, view: View) -> tuple[Box, ...]:
        n = len(self.game.seats)
        rows = -(-n // 2)
        extra = view.frame.canvas.h - 1080
        height = min(176.0, (486 + extra * 0.5 - (rows - 1) * 24) / rows)
        room = Box(X, 124, 1888 - X, rows * height + (rows - 1) * 24)
        return tuple(cell for row in room.rows(rows, 24) for cell in row.columns(2, 24))[:n]

    def _people(self, view: View) -> Box:
        below = self._sticks(view)[-1].bottom + 28
        return Box(X, below, 1888 - X, min(380.0, view.frame.canvas.h - 164 - below))

    def _buttons(self, view: View) -> tuple[Box, Box]:
        y = view.frame.canvas.h - 136
        return Box(1108, y, 312, 96), Box(1440, y, 448, 96)

    # -- choosing -------------------------------------------------------------------------

    def targets(self, view: View) -> tuple[Target, ...]:
        """The door, the departments that nobody with a phone holds, the panel, start."""
        words = Words("lobby", view.settings.language)
        found = list(door_targets(self._door(view), self.game, view))
        for i, (seat, box) in enumerate(zip(self.game.seats, self._sticks(view), strict=True)):
            name = self.game.scenario.department(seat).name.get(words.language)
            taken = bool(self.game.table.roster.at(seat))
            reason = words("seat.taken") if taken else ""
            found.append(Target(f"seat:{seat}", box, name, not taken, reason, number=i + 1, radius=box.h / 2))
        options, start = self._buttons(view)
        found.append(Target("panel", options, words("lobby.panel"), radius=24))
        ready = bool(self.game.people)
        reason = "" if ready else words("lobby.nobody")
        found.append(Target("start", start, words("lobby.start"), ready, reason, radius=24))
        return tuple(found)

    def first(self, view: View) -> str | None:  # noqa: ARG002
        """The main action."""
        return "start"

    def on(self, target: str, view: View) -> Transition | None:
        """Another address, people at this screen, the panel, or the start."""
        kind, _, name = target.partition(":")
        match kind:
            case "place":
                next_place(self.game)
                return None
            case "seat":
                self.game.play_here(name, here=name not in self.game.here)
                return None
            case "panel":
                return Push(TrainerScene(self.game, self.home))
            case "start":
                reply = self.game.lead({"do": "start"})
                if not reply["ok"]:
                    return Push(refused_line(reply))
                self.game.gather()
                return Pop(GoOn())
            case _:
                return self.back(view)

    def resumed(self, result: object, view: View) -> Transition | None:  # noqa: ARG002
        """What was chosen in the menu or the panel for the whole game goes to the table."""
        return Pop(result) if isinstance(result, OF_THE_TABLE) else None

    # -- drawing --------------------------------------------------------------------------

    def draw(self, canvas: Canvas, view: View) -> None:
        """The door, the departments with their people, whom they look for, the buttons."""
        words = Words("lobby", view.settings.language)
        look, game = canvas.theme, self.game
        draw_door(canvas, self._door(view), game, view)
        title = game.scenario.title.get(words.language)
        head = canvas.text(title, Box(X, 36, 800, 76), style("h1"), look.ink, shrink_first=True)
        line = Box(head.box.right + 28, 42, 1888 - head.box.right - 28, 70)
        canvas.text(words("lobby.question"), line, style("body").at(32), look.ink_soft, lines=2)
        for i, (seat, box) in enumerate(zip(game.seats, self._sticks(view), strict=True)):
            self._stick(canvas, box, seat, i, words, view)
        self._audiences(canvas, self._people(view), words)
        options, start = self._buttons(view)
        said = Box(X, options.y, options.x - X - 20, options.h)
        people = game.phones.people if game.phones is not None else ()
        waiting = [one.called(words.language) for one in people if one.seat is None]
        later = words("lobby.later") if game.phones is not None and game.phones.place.reachable else ""
        text = words("lobby.choosing", names=", ".join(waiting)) if waiting else later
        canvas.text(text, said, style("body").at(28), look.ink_soft, lines=3, shorts=(later,))
        state = view.focus.state("panel")
        button(canvas, options, words("lobby.panel"), state=state, icon="settings")
        ready = bool(game.people)
        state = view.focus.state("start", enabled=ready)
        reason = "" if ready else words("lobby.nobody")
        text = words("lobby.start")
        button(canvas, start, text, kind="ink", state=state, icon="player-play", reason=reason, big=True)

    def _stick(self, canvas: Canvas, box: Box, seat: str, place: int, words: Words, view: View) -> None:
        look, game = canvas.theme, self.game
        department = game.scenario.department(seat)
        name = department.name.get(words.language)
        state = view.focus.state(f"seat:{seat}")
        here, members = seat in game.here, game.table.roster.at(seat)
        if not here and not members:
            bot = game.table.bots.get(seat)
            key = "seat.free" if bot is None else "seat.bot"
            shorts = (words("seat.free.short" if bot is None else "seat.bot.short"),)
            mark = "hand-click" if bot is None else "robot"
            said, icon = words(key), department.icon
            free_stick(canvas, box, name, icon, said, state=state, shorts=shorts, mark=mark)
            return
        held_stick(
            canvas,
            box,
            department.icon,
            (name, department.label.get(words.language)),
            (
                game.names_at(seat, words.language) or words("seat.here"),
                words.count("seat.people", len(members)),
            ),
            seed=place + 1,
            room=118,
            state=state,
        )
        disc = Box.around(box.right - 72, box.cy, 68, 68)
        if here:
            canvas.panel(disc, "#FFFFFF", 34, opacity=0.62)
            icon_in(canvas, "device-tv", disc.cx, disc.cy, 42, look.on_wood)
        elif seat in game.away:
            canvas.panel(disc, None, 34, edge=Edge(look.on_wood, 3, dash="9 7"))
            icon_in(canvas, "device-mobile", disc.cx, disc.cy, 40, look.on_wood)
        else:
            canvas.panel(disc, look.good, 34)
            icon_in(canvas, "check", disc.cx, disc.cy, 44, look.panel, stroke=2.8)

    def _audiences(self, canvas: Canvas, box: Box, words: Words) -> None:
        look, game = canvas.theme, self.game
        panel(canvas, box)
        inner = box.inset(32, 18)
        shown = game.scenario.audiences[: len(game.seats) + 1]
        head = inner.top_part(48)
        title = canvas.text(words("lobby.looking_for"), head.left_part(head.w / 2), style("h3"), look.ink)
        rest = head.within(left=title.box.w + 40)
        said, plain = words("lobby.so_many", departments=len(game.seats), audiences=len(shown)), style("body")
        if canvas.set_text(said, rest, plain.at(30)).fits:
            canvas.text(said, rest, plain.at(30), look.ink_soft, align="right")
        cells = inner.within(top=60).columns(len(shown), 20)
        roles = [audience.role.get(words.language) for audience in shown]
        plain = style("body").at(28)
        first = cells[0]
        size = max(84.0, min(140.0, first.w, first.h - NAME - 84))
        room = Box(0, 0, first.w + 12, first.h - size - NAME)
        set_roles = [canvas.set_text(text, room, plain, lines=2) for text in roles]
        told = all(one.fits and whole(one, text) for one, text in zip(set_roles, roles, strict=True))
        tall = 0.0
        if told:
            plain = even_style(canvas, [(text, room) for text in roles], plain, lines=2)
            tall = max(canvas.set_text(text, room, plain, lines=2).box.h for text in roles)
        down = max(0.0, (first.h - size - NAME - tall) / 2)
        for slot, (cell, audience) in enumerate(zip(cells, shown, strict=True)):
            ring = Box.around(cell.cx, cell.y + down + size / 2, size, size)
            portrayed(canvas, audience.portrait, slot, ring)
            name = Box(cell.x, ring.bottom + 4, cell.w, NAME - 4)
            canvas.text(audience.name.get(words.language), name, style("strong"), look.ink, align="centre")
            if told:
                role = Box(cell.x - 6, name.bottom, room.w, room.h)
                canvas.text(roles[slot], role, plain, look.ink_soft, align="centre", lines=2, valign="top")
