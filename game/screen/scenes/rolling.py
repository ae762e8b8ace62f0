"""A play: the dice are thrown, tokens rise in the lit lane, a sentence says what came of it (mock e)."""

from dataclasses import dataclass, replace

from game.rules.fact import Dice, Fact, Played, TurnedUp
from game.screen.board import draw_board, grid_of
from game.screen.box import Box
from game.screen.canvas import Canvas, icon_in
from game.screen.drawings import die, token, token_box
from game.screen.focus import Target
from game.screen.grid import BoardGrid
from game.screen.model import BoardModel
from game.screen.motion import Timeline, play
from game.screen.scene import Heard, Pop, Replace, Transition, View
from game.screen.scenes.answers import GoOn
from game.screen.scenes.both import Both
from game.screen.scenes.game_scene import GameScene
from game.screen.scenes.rising import draw_rising, rising
from game.screen.scenes.telling import Said, Story, Thrown
from game.screen.theme import MINIMUM, Style, duration, mix, style
from game.screen.tones import Cue
from game.screen.widgets.buttons import chip, label
from game.screen.widgets.people import face
from game.screen.widgets.sticks import on_disc, wooden
from game.words.catalogue import Words

TURNS = ((-5, 1), (4, -1), (-2, 1), (6, -1))
"""How each die lies when it has settled (degrees), and which way it tumbled."""
WIDEST = 1240.0
USUAL = 794.0
"""Height of the panel on a screen of 16:9."""
LOWEST_CHIP = 50.0
HINT = 44.0
"""Height of the line at the foot that says how to go on."""
NEEDED = 150.0
"""Width beside the dice for the number that each of them needs."""


@dataclass(frozen=True, slots=True)
class RollModel:
    """The deed in words, and the board before and after it."""

    story: Story
    before: BoardModel
    after: BoardModel
    lane: int


@dataclass(frozen=True, slots=True)
class RollScene(GameScene):
    """The dice of one play. ``begun`` is when it began, ``ahead`` what was skipped, in seconds."""

    model: Both[RollModel]
    facts: tuple[Fact, ...]
    begun: float = 0.0
    ahead: float = 0.0

    # -- time -----------------------------------------------------------------------------

    def _timeline(self, view: View) -> Timeline:
        if view.still:
            return Timeline()
        roll = play("roll", duration("dice_roll"), "linear").then(
            play("settle", duration("dice_settle"), "settle")
        )
        if not view.travels:
            return roll
        shown = self.model.get(view.settings.language)
        grid = grid_of(view.frame.canvas.h, shown.before)
        return roll.then(rising(grid, shown.before, shown.after, self.facts).timeline)

    def _time(self, view: View) -> float:
        return view.now - self.begun + self.ahead

    def moving(self, view: View) -> bool:
        """Until the last token has landed."""
        return not self._timeline(view).over(self._time(view))

    def skip(self, view: View) -> Transition | None:
        """To the end of the beat."""
        rest = self._timeline(view).next_rest(self._time(view))
        return Replace(replace(self, ahead=self.ahead + rest - self._time(view)))

    # -- places ---------------------------------------------------------------------------

    def _panel(self, grid: BoardGrid, lane: int) -> Box:
        top = 150 + grid.extra * 0.3
        beside = free_side(grid, lane)
        return Box(beside.x, top, beside.w, grid.card(0).bottom + 14 - top)

    # -- a scene --------------------------------------------------------------------------

    def targets(self, view: View) -> tuple[Target, ...]:
        """Everything is one place to go on."""
        words = Words("play", view.settings.language)
        return (Target("on", view.frame.window, words("roll.go_on"), ring=False),)

    def draw(self, canvas: Canvas, view: View) -> None:
        """The lit lane, the dice, the sentence."""
        shown = self.model.get(view.settings.language)
        timeline, time = self._timeline(view), self._time(view)
        settled = timeline.at("settle", time, 1.0) >= 1 or view.still
        board = shown.after if settled else shown.before
        grid = grid_of(view.frame.canvas.h, board)
        draw_board(canvas, board, view.words, tokens=())
        over = timeline.over(time)
        lift = 0.0 if not settled else time - duration("dice_roll") - duration("dice_settle")
        draw_rising(
            canvas, rising(grid, shown.before, shown.after, self.facts), None if over else max(lift, 0.0)
        )
        canvas.veil((grid.lane_outline(shown.lane, 8),))
        box = self._panel(grid, shown.lane)
        canvas.panel(box, canvas.theme.panel, 24, shadow="dialog")
        self._draw_head(canvas, box, shown)
        thrown = shown.story.thrown[0]
        words = Words("play", view.settings.language)
        rolling = timeline.at("roll", time, 1.0)
        _dice(canvas, box, thrown, words, rolling, timeline.at("settle", time, 1.0))
        if settled:
            _outcome(canvas, box, shown)
        hint = box.inset(30, 14).bottom_part(HINT)
        canvas.text(words("roll.go_on"), hint, style("body"), canvas.theme.ink_soft, align="centre")

    def _draw_head(self, canvas: Canvas, box: Box, shown: RollModel) -> None:
        look = canvas.theme
        head = Box(box.x + 40, box.y + 36, box.w - 80, 90)
        wooden(canvas, head, 5)
        on_disc(canvas, shown.story.icon, head.x + 56, head.cy, 36, 42)
        audience = shown.after.audiences[shown.lane]
        face(canvas, audience, head.right - 50, head.cy, 38)
        room = head.within(left=104, right=110)
        who = canvas.text(shown.story.who, room, style("strong").at(34), look.on_wood)
        arrow = who.box.right + 36
        icon_in(canvas, "arrow-narrow-right", arrow, head.cy, 38, look.on_wood)
        what = Box(arrow + 32, head.y, room.right - arrow - 32, head.h)
        canvas.text(shown.story.what, what, style("label").at(34), look.on_wood, lines=2, shrink_first=True)

    def heard(self, view: View) -> tuple[Heard, ...]:
        """The dice, and what came of them once they lie."""
        still = 0.0 if view.still else duration("dice_roll") + duration("dice_settle")
        lies = self.begun + still - self.ahead
        return (Heard("dice", self.begun, self.begun), *heard_of(self.facts, lies, self.begun))

    def on(self, target: str, view: View) -> Transition | None:  # noqa: ARG002
        """Go on."""
        return Pop(GoOn())

    def key(self, name: str, view: View) -> Transition | None:
        """Any key goes on, but for those of the menu, the sound and the language."""
        if name in ("m", "f10", "?", "l"):
            return GameScene.key(self, name, view)
        return Pop(GoOn()) if name in ("tab",) else None


def heard_of(facts: tuple[Fact, ...], at: float, of: float) -> tuple[Heard, ...]:
    """What sounds of a play when its dice lie: tokens that rise, a motive, the same or another message."""
    found: list[Cue] = []
    if any(isinstance(fact, Dice) and fact.lifted for fact in facts):
        found.append("lift")
    if any(isinstance(fact, TurnedUp) for fact in facts):
        found.append("turn")
    played = [fact for fact in facts if isinstance(fact, Played)]
    if any(fact.coherent for fact in played):
        found.append("coherent")
    if any(fact.mixed for fact in played):
        found.append("mixed")
    return tuple(Heard(cue, at + 0.3 * i, of) for i, cue in enumerate(found))


def free_side(grid: BoardGrid, lane: int) -> Box:
    """The wider side of the board beside a lane, where a card can stand while the lane is lit."""
    outline = grid.lane_outline(lane, 8)
    left, right = min(p.x for p in outline), max(p.x for p in outline)
    rest = 1888 - right - 24
    if rest >= left - 24 - 32:
        width = min(WIDEST, rest)
        return Box(1888 - width, 0, width, grid.height)
    width = min(WIDEST, left - 24 - 32)
    return Box(left - 24 - width, 0, width, grid.height)


def _dice(canvas: Canvas, box: Box, thrown: Thrown, words: Words, rolling: float, settle: float) -> None:
    look = canvas.theme
    n = len(thrown.rolls)
    room = Box(box.x + 48, box.y + 174 + _spare(box) * 0.2, box.w - 96 - NEEDED, 300)
    size = min(176.0, room.w / n - 24)
    pitch = min(size * 1.5, room.w / n)
    cx = min(box.cx, room.right - (n - 1) / 2 * pitch - size * 0.68)  # in the middle, if there is room
    done = rolling >= 1
    for i, roll in enumerate(thrown.rolls):
        hit = roll >= thrown.difficulty
        x = cx + (i - (n - 1) / 2) * pitch
        tilt, way = TURNS[i % len(TURNS)]
        rise = 12 * settle if done and hit else 0
        cy = room.y + 112 - rise
        if done and hit:
            halo = Box.around(x, cy, size * 1.36, size * 1.36)
            canvas.panel(halo, mix(look.accent, look.panel, 0.55), halo.w / 2)
        value = roll if done else 1 + (int(rolling * 14) + 2 * i + roll) % 6
        angle = tilt if done else tilt + way * round((1 - rolling) * 24) * 15
        drawn = die(look, value, miss=done and not hit)
        canvas.shape(drawn, Box.around(x, cy, size * 1.17, size * 1.17), angle=angle)
        if done:
            text = words("roll.up") if hit else words("roll.stays")
            icon = "arrow-up" if hit else "minus"
            width = min(pitch - 10, canvas.width_of(text, style("strong").at(28)) + 84)
            place = Box.around(x, room.y + 112 + size / 2 + 46, width, 54)
            if hit:
                canvas.panel(place, look.good, 27)
                label(
                    canvas,
                    place.inset(14, 2),
                    text,
                    style("strong").at(28),
                    look.panel,
                    icon=icon,
                    align_centre=True,
                )
            else:
                chip(canvas, place, text, "idle", icon=icon)
    needs = Box(box.right - 40 - NEEDED, room.y + 40, NEEDED, 44)
    canvas.text(words("roll.needs"), needs, style("body").at(30), look.ink_soft, align="right")
    number = needs.moved(0, 48)
    canvas.text(
        words("odds.needs", n=thrown.difficulty),
        Box(number.x, number.y, number.w, 64),
        style("number").at(60),
        look.ink,
        align="right",
    )


def _spare(box: Box) -> float:
    """What a panel is higher than on a screen of 16:9."""
    return max(0.0, box.h - USUAL)


def _outcome(canvas: Canvas, box: Box, shown: RollModel) -> None:
    look = canvas.theme
    top = box.y + 482 + _spare(box) * 0.4
    line = Box(box.x + 40, top, box.w - 80, 92)
    canvas.text(
        shown.story.headline,
        line,
        style("title").at(64),
        look.ink,
        align="centre",
        lines=1,
        shrink_first=True,
    )
    chips = Box(box.x + 40, line.bottom + 14, box.w - 80, box.bottom - line.bottom - 14 - 20 - HINT)
    said_chips(canvas, chips, shown.story.said, slot=shown.after.audiences[shown.lane].slot)


def _chip_rows(
    canvas: Canvas, wide: float, said: tuple[Said, ...], setting: Style
) -> list[list[tuple[Said, float]]]:
    """Chips with their widths, in as many rows as their letters make of them."""
    rows: list[list[tuple[Said, float]]] = [[]]
    for one in said:
        width = min(wide, canvas.width_of(one.text, setting) + 112)
        if rows[-1] and sum(w + 16 for _, w in rows[-1]) + width > wide:
            rows.append([])
        rows[-1].append((one, width))
    return rows


def said_chips(canvas: Canvas, box: Box, said: tuple[Said, ...], *, slot: int = 0) -> None:
    """What came of a deed as chips, in centred rows."""
    look = canvas.theme
    setting, smallest = style("label").at(30), MINIMUM / canvas.text_scale
    while True:  # rather smaller letters than chips too low for their icons
        rows = _chip_rows(canvas, box.w, said, setting)
        height = min(64.0, (box.h - 12 * (len(rows) - 1)) / len(rows))
        if height >= LOWEST_CHIP or setting.size <= smallest:
            break
        setting = setting.at(max(smallest, setting.size - 1))
    y = box.y
    for row in rows:
        x = box.cx - (sum(w + 16 for _, w in row) - 16) / 2
        for one, width in row:
            place = Box(x, y, width, height)
            fill, ink = {
                "neutral": (look.sunken, look.ink),
                "violet": (look.accent, look.accent_ink),
                "good": (look.good_soft, look.good),
                "bad": (look.bad_soft, look.bad),
            }[one.tone]
            canvas.panel(place, fill, height / 2)
            spot = Box(place.x + 26, place.cy - 20, 40, 40)
            if one.icon.startswith("bond-"):
                bond = "firm" if one.icon == "bond-firm" else "loose"
                canvas.shape(token(look, slot, bond, 1), token_box(spot.centre, 36))
            else:
                icon_in(canvas, one.icon, spot.cx, spot.cy, 38, ink)
            canvas.text(one.text, place.within(left=80, right=26), setting, ink)
            x += width + 16
        y += height + 12
