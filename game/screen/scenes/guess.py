"""The guessing round: one seat guesses what drove each of the others (rule 8.5)."""

from dataclasses import dataclass, replace
from functools import partial

from game.rules.command import Guess
from game.scenario.models import Scenario
from game.screen.box import Box
from game.screen.canvas import Canvas, Edge, icon_in
from game.screen.focus import State, Target
from game.screen.scene import Pop, Push, Replace, Transition, View
from game.screen.scenes.answers import DoAll, SkipGuessing
from game.screen.scenes.asking import AskScene, Question, Yes
from game.screen.scenes.both import Both
from game.screen.scenes.game_scene import GameScene
from game.screen.scenes.menu import MenuScene
from game.screen.theme import style, tokens
from game.screen.unfolding import ViewDict, seats_of
from game.screen.widgets.buttons import button, icon_button
from game.screen.widgets.sticks import on_disc, wooden
from game.words.catalogue import Language, Words

LIST_W = 640.0
FOOT = 104.0


@dataclass(frozen=True, slots=True)
class Other:
    """A department whose motive is to be guessed."""

    seat: str
    name: str
    short: str
    icon: str


@dataclass(frozen=True, slots=True)
class DriveModel:
    """A motive that may be somebody's: its id, icon and text."""

    id: str
    icon: str
    text: str


@dataclass(frozen=True, slots=True)
class GuessModel:
    """Who guesses, about whom, and from what. ``own`` is the guesser's motive: shown only while held."""

    seat: str
    name: str
    icon: str
    own: str
    others: tuple[Other, ...]
    drives: tuple[DriveModel, ...]


def present_guess(view: ViewDict, seat: str, scenario: Scenario, language: Language) -> GuessModel:
    """The round for a seat, from its own view; others that it has guessed already are left out."""
    seats = seats_of(view, scenario)
    row = view["guesses"][seats.index(seat)]
    mine = view["you"]["personal_motive"]
    department = scenario.department(seat)
    others = []
    for other, guessed in zip(seats, row, strict=True):
        if other != seat and guessed is None:
            found = scenario.department(other)
            others.append(Other(other, found.name.get(language), found.label.get(language), found.icon))
    own = next((one.text.get(language) for one in scenario.personal_motives if one.motive == mine), "")
    return GuessModel(
        seat=seat,
        name=department.name.get(language),
        icon=department.icon,
        own=own,
        others=tuple(others),
        drives=tuple(
            DriveModel(one.motive, scenario.motive(one.motive).icon, one.text.get(language))
            for one in scenario.personal_motives
        ),
    )


def guess_scene(views: Both[ViewDict], seat: str, scenario: Scenario) -> "GuessScene":
    """The round for a seat from its own views; the answer is ``DoAll`` with a guess for each other seat."""
    model = Both.of(lambda language: present_guess(views.get(language), seat, scenario, language))
    return GuessScene(model, at=model.nl.others[0].seat if model.nl.others else "")


@dataclass(frozen=True, slots=True)
class GuessScene(GameScene):
    """``at`` is the department that the next motive is for; ``picks`` are (seat, motive)."""

    guess: Both[GuessModel]
    at: str
    picks: tuple[tuple[str, str], ...] = ()

    def _model(self, view: View) -> GuessModel:
        return self.guess.get(view.settings.language)

    @property
    def _left(self) -> int:
        return len(self.guess.nl.others) - len(self.picks)

    # -- places ---------------------------------------------------------------------------

    def _menu(self) -> Box:
        return Box(*tokens()["board"]["top_bar"]["menu"])

    def _others(self, view: View) -> tuple[Box, ...]:
        n = len(self.guess.nl.others)
        room = Box(40, 210, LIST_W, view.frame.canvas.h - 210 - FOOT - 60)
        gap = 18.0
        tall = min(150.0, (room.h - gap * (n - 1)) / max(n, 1))
        return tuple(Box(room.x, room.y + i * (tall + gap), room.w, tall) for i in range(n))

    def _drives(self, view: View) -> tuple[Box, ...]:
        n = len(self.guess.nl.drives)
        columns = 2
        rows = -(-n // columns)
        x = 40 + LIST_W + 48
        room = Box(x, 210, 1880 - x, view.frame.canvas.h - 210 - FOOT - 60)
        gap = 18.0 if rows <= 5 else 10.0
        tall = min(156.0, (room.h - gap * (rows - 1)) / rows)
        wide = (room.w - gap) / columns
        cells = [
            Box(room.x + column * (wide + gap), room.y + row * (tall + gap), wide, tall)
            for row in range(rows)
            for column in range(columns)
        ]
        return tuple(cells[:n])

    def _foot(self, view: View) -> tuple[Box, Box, Box]:
        """One's own motive, leaving the guessing, and being done."""
        y = view.frame.canvas.h - 32 - FOOT
        left = 40 + LIST_W + 48
        return Box(40, y, LIST_W, FOOT), Box(left, y, 500, FOOT), Box(1880 - 620, y, 620, FOOT)

    # -- choosing -------------------------------------------------------------------------

    def targets(self, view: View) -> tuple[Target, ...]:
        """The menu, the departments, the motives, one's own, and done."""
        model = self._model(view)
        words = Words("week", view.settings.language)
        own, leave, done = self._foot(view)
        found = [Target("menu", self._menu(), view.words("board.menu"), radius=22)]
        found += [
            Target(f"other:{other.seat}", box, other.name, radius=box.h / 2)
            for other, box in zip(model.others, self._others(view), strict=True)
        ]
        found += [
            Target(f"drive:{drive.id}", box, drive.text, number=i + 1 if i < 9 else None, radius=24)
            for i, (drive, box) in enumerate(zip(model.drives, self._drives(view), strict=True))
        ]
        found.append(Target("own", own, words("guess.own"), radius=24))
        found.append(Target("skip", leave, words("guess.skip"), radius=24))
        reason = words.count("guess.more", self._left) if self._left else ""
        found.append(
            Target("done", done, words("guess.done"), enabled=not self._left, reason=reason, radius=24)
        )
        return tuple(found)

    def first(self, view: View) -> str | None:
        """The first motive."""
        return f"drive:{self._model(view).drives[0].id}"

    def on(self, target: str, view: View) -> Transition | None:  # noqa: ARG002
        """Choose whom it is about, choose the motive, or be done."""
        kind, _, what = target.partition(":")
        match kind:
            case "menu":
                return Push(MenuScene(in_game=True))
            case "other":
                return Replace(replace(self, at=what))
            case "drive":
                return Replace(self._picked(what))
            case "skip":
                return Push(AskScene(_sure(self.guess.nl.seat)))
            case "done":
                seat = self.guess.nl.seat
                return Pop(DoAll(seat, tuple(Guess(other, motive) for other, motive in self.picks)))
            case _:
                return None  # one's own motive: shown while it is held

    def resumed(self, result: object, view: View) -> Transition | None:
        """After the question: this department does not guess."""
        if isinstance(result, Yes) and isinstance(result.about, SkipGuessing):
            return Pop(result.about)
        return GameScene.resumed(self, result, view)

    def _picked(self, motive: str) -> "GuessScene":
        """With a motive for the department in question; on to the next one without a guess.

        Every motive is drawn once only, so it leaves the department that had it so far.
        """
        others = [other.seat for other in self.guess.nl.others]
        kept = [(seat, drive) for seat, drive in self.picks if seat != self.at and drive != motive]
        picks = tuple(sorted([*kept, (self.at, motive)], key=lambda pick: others.index(pick[0])))
        done = {seat for seat, _ in picks}
        start = others.index(self.at)
        ring = others[start + 1 :] + others[: start + 1]
        following = next((seat for seat in ring if seat not in done), self.at)
        return replace(self, picks=picks, at=following)

    # -- drawing --------------------------------------------------------------------------

    def draw(self, canvas: Canvas, view: View) -> None:
        """Departments on the left, motives on the right."""
        model = self._model(view)
        look = canvas.theme
        words = Words("week", view.settings.language)
        canvas.text(words("guess.title"), Box(40, 28, 1240, 76), style("h1").at(60), look.ink)
        canvas.text(words("guess.lead"), Box(40, 112, 1240, 50), style("body").at(34), look.ink_soft)
        _guesser(canvas, Box(1300, 34, 480, 84), model, words)
        icon_button(canvas, self._menu(), "menu-2", state=view.focus.state("menu"))
        picks = dict(self.picks)
        by_id = {drive.id: drive for drive in model.drives}
        for i, (other, box) in enumerate(zip(model.others, self._others(view), strict=True)):
            drive = by_id.get(picks.get(other.seat, ""))
            state = view.focus.state(f"other:{other.seat}")
            now = other.seat == self.at
            canvas.layer(
                ("other", other, drive, box, now, state, i, words.language),
                box.inset(-24),
                partial(
                    _other, box=box, other=other, drive=drive, words=words, now=now, state=state, seed=i + 1
                ),
            )
        takers = {motive: seat for seat, motive in self.picks}
        icons = {other.seat: other.icon for other in model.others}
        for drive, box in zip(model.drives, self._drives(view), strict=True):
            _drive(
                canvas,
                box,
                drive,
                chosen=picks.get(self.at) == drive.id,
                taker=icons.get(takers.get(drive.id, "")),
                state=view.focus.state(f"drive:{drive.id}"),
            )
        self._draw_foot(canvas, view, model, words)

    def _draw_foot(self, canvas: Canvas, view: View, model: GuessModel, words: Words) -> None:
        look = canvas.theme
        own, leave, done = self._foot(view)
        if view.focus.held == "own":
            canvas.panel(own, look.accent, 24)
            inner = own.inset(24, 10)
            canvas.text(model.own, inner, style("strong"), look.accent_ink, align="centre", lines=2)
        else:
            button(canvas, own, words("guess.own"), state=view.focus.state("own"), icon="eye")
        skip = view.focus.state("skip")
        button(canvas, leave, words("guess.skip"), state=skip, icon="player-skip-forward")
        state = view.focus.state("done", enabled=not self._left)
        reason = words.count("guess.more", self._left) if self._left else ""
        button(
            canvas, done, words("guess.done"), kind="ink", state=state, icon="check", reason=reason, big=True
        )


def _sure(seat: str) -> Both[Question]:
    """The question before a department leaves the guessing to the others."""

    def ask(language: Language) -> Question:
        words = Words("week", language)
        title, text, yes, no = (words(f"guess.skip.{part}") for part in ("title", "text", "yes", "no"))
        return Question(title, text, yes, no, about=SkipGuessing(seat), safe="no")

    return Both.of(ask)


def _guesser(canvas: Canvas, box: Box, model: GuessModel, words: Words) -> None:
    look = canvas.theme
    wooden(canvas, box, 3)
    icon_in(canvas, model.icon, box.x + 50, box.cy, 42, look.on_wood)
    who = words("guess.who", name=model.name)
    canvas.text(who, box.within(left=86, right=28), style("strong"), look.on_wood, lines=2, shrink_first=True)


def _other(
    canvas: Canvas,
    box: Box,
    other: Other,
    drive: DriveModel | None,
    words: Words,
    *,
    now: bool,
    state: State,
    seed: int,
) -> None:
    """A department on its stick, and what is guessed of it."""
    look = canvas.theme
    if now:
        halo = box.inset(-8)
        canvas.panel(halo, look.accent, halo.h / 2, edge=Edge(look.ink, 3))
    wooden(canvas, box, seed)
    if state in ("hover", "pressed"):
        canvas.panel(box, None, box.h / 2, edge=Edge(look.on_wood, 4))
    radius = min(46.0, box.h / 2 - 12)
    on_disc(canvas, other.icon, box.x + radius + 20, box.cy, radius, radius * 1.15)
    words_at = Box(box.x + 2 * radius + 42, box.y + 12, box.w - 2 * radius - 42 - 40, box.h - 24)
    name = words_at.top_part(44)
    canvas.text(other.name, name, style("strong").at(32), look.on_wood, shorts=(other.short,))
    said = drive.text if drive else words("guess.none")
    below = words_at.within(top=44)
    ink = look.on_wood if drive else look.on_wood_soft
    canvas.text(said, below, style("body"), ink, lines=2)


def _drive(
    canvas: Canvas, box: Box, drive: DriveModel, *, chosen: bool, taker: str | None, state: State
) -> None:
    """A motive to choose; with the icon of the department that it is guessed of."""
    look = canvas.theme
    edge = Edge(look.ink, 5) if chosen else Edge(look.ink if state == "hover" else look.line_strong, 3)
    at = box.moved(0, 2) if state == "pressed" else box
    fill = look.accent if taker else look.panel
    canvas.panel(at, fill, 24, edge=edge, shadow="card")
    ink = look.accent_ink if taker else look.ink
    disc = Box.around(at.x + 60, at.cy, 72, 72)
    canvas.panel(disc, "#FFFFFF" if taker else look.sunken, 36, opacity=0.85 if taker else 1)
    icon_in(canvas, drive.icon, disc.cx, disc.cy, 42, "#22264B" if taker else look.ink)
    right = 84.0 if taker else 24.0
    canvas.text(
        drive.text, at.within(left=112, right=right, top=8, bottom=8), style("label").at(30), ink, lines=3
    )
    if taker:
        badge = Box.around(at.right - 48, at.cy, 56, 56)
        canvas.panel(badge, look.wood, 28, edge=Edge(look.wood_deep, 2))
        icon_in(canvas, taker, badge.cx, badge.cy, 34, look.on_wood)
