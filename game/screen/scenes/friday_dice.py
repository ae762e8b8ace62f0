"""What Friday puts on the board: small dice, falling tokens, the arcs of those who pass it on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from math import hypot

from game.rules.fact import Dice
from game.screen.board import LABEL_GAP
from game.screen.box import Box, Point
from game.screen.canvas import Canvas, Edge, icon_in
from game.screen.drawings import die
from game.screen.grid import BoardGrid, Placed
from game.screen.motion import arc, ease, lerp
from game.screen.scenes.friday_model import StepModel
from game.screen.scenes.transit import Flight, between, draw_flights, flights
from game.screen.settings import Lookup
from game.screen.svg import Drawing, circle, line, paint
from game.screen.theme import duration, style

SMALL, LARGE = 30.0, 40.0
SETTLED_WITHIN = 6.0
TUMBLES = 9
"""How many faces a tumbling die shows in a second."""
DOT_STEP = 15.0
TRAIL = 24.0
TILTS = (7, -6, 4, -8, 6, -4)


@dataclass(frozen=True, slots=True)
class Rolled:
    """A small die at a token: its face, whether it did something, and whether that is good."""

    at: Placed
    face: int
    hit: bool
    good: bool
    number: int
    lean: float = 1.0


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody who passes it on: from whom, whom it reaches, and where that one comes from."""

    teller: Placed
    flight: Flight


@dataclass(frozen=True, slots=True)
class Show:
    """All that a step shows on the board of a grid."""

    flights: tuple[Flight, ...]
    dice: tuple[Rolled, ...]
    told: tuple[Told, ...]
    sizes: tuple[float, float]
    slots: tuple[int, ...]
    left: tuple[Placed, ...] = ()

    def places(self, over: bool) -> tuple[Placed, ...]:
        """Dotted places that tokens have left."""
        return self.left if over else ()


@dataclass(frozen=True, slots=True)
class Pace:
    """When what happens, in seconds since the step began: dice until ``dice``, tokens until ``length``."""

    dice: float
    length: float
    each: float
    apart: float

    @property
    def settled(self) -> "Pace":
        """The same for less movement: as soon as the dice lie, everything is where it belongs."""
        return replace(self, length=self.dice)

    def share(self, place: int, time: float, kind: str = "in_out") -> float:
        """How far the token of that place in the order is under way."""
        if time >= self.length:
            return 1.0
        t = (time - self.dice - place * self.apart) / max(self.each, 0.001)
        return ease("drop" if kind == "drop" else "in_out", t)

    def counted(self, time: float) -> float:
        """How far the points have counted."""
        if time >= self.length:
            return 1.0
        return ease("out", (time - self.dice) / max(self.length - self.dice, 0.001))


def pace_of(step: StepModel, show: Show) -> Pace:
    """How long a step takes: six seconds at most (guide §5)."""
    rolling = duration("dice_roll") + duration("dice_settle")
    match step.kind:
        case "drift":
            dice, each, apart, n = rolling if show.dice else 0.0, duration("token_fall"), 0.16, 6
            length = dice + each + apart * (n - 1) if show.dice else 0.0
        case "sharing":
            dice, each, n = rolling if show.dice else 0.0, duration("share_arc"), max(1, len(show.told))
            apart = min(duration("token_stagger") * 2, (SETTLED_WITHIN - rolling - each) / n)
            length = dice + each + apart * (n - 1) if show.dice else 0.0
        case "launch":
            dice, each, apart = 0.0, duration("count_up"), 0.12
            length = each + apart * len(step.levels) if step.levels else 0.0
        case "shake_out":
            dice, each, apart = 0.35, 1.4, 0.0
            length = dice + each
        case "talked":
            dice, each, apart = 0.0, 1.2, 0.0
            length = each if step.bad else 0.0
        case _:
            dice, each, apart, length = 0.0, duration("mould_fill"), 0.0, 0.0
    return Pace(dice, length, each, apart)


# -- what is to be seen -------------------------------------------------------------------


def show_of(grid: BoardGrid, step: StepModel) -> Show:
    """Flights, dice and tellers of a step."""
    found = flights(grid, step.before, step.after, step.facts)
    sizes = (grid.tokens(step.before.audiences)[0], grid.tokens(step.after.audiences)[0])
    slots = tuple(audience.slot for audience in step.before.audiences)
    if step.kind == "drift":
        dice = tuple(
            Rolled(flight.end, flight.die, flight.moved, False, i)
            for i, flight in enumerate(found)
            if flight.die is not None
        )
        return Show(found, dice, (), sizes, slots)
    if step.kind == "sharing":
        return _sharing(grid, step, found, sizes, slots)
    return Show(found, (), (), sizes, slots)


def _sharing(
    grid: BoardGrid,
    step: StepModel,
    found: tuple[Flight, ...],
    sizes: tuple[float, float],
    slots: tuple[int, ...],
) -> Show:
    # Suspects keep their places while a step is shown; those who left leave a dotted one.
    kept = tuple(
        replace(flight, end=flight.start) if flight.end.level == 0 and flight.start is not None else flight
        for flight in found
    )
    lanes = {audience.id: i for i, audience in enumerate(step.before.audiences)}
    moved = [flight for flight in kept if flight.moved]
    left = tuple(
        replace(flight.start, bond="place") for flight in moved if flight.start and flight.start.level == 0
    )
    dice: list[Rolled] = []
    told: list[Told] = []
    for i, fact in enumerate(fact for fact in step.facts if isinstance(fact, Dice)):
        lane = lanes[fact.audience]
        tellers = _tellers(grid, step, lane, fact.level)
        lean = -1.0 if fact.purpose == "empowered" else 1.0
        reached = iter([flight for flight in moved if _brought(flight, lane, fact.purpose)])
        taken = [one.flight for one in told]
        pending = iter([flight for flight in reached if flight not in taken][: fact.lifted])
        for j, (teller, face) in enumerate(zip(tellers, fact.rolls, strict=False)):
            hit = face >= fact.difficulty
            dice.append(Rolled(teller, face, hit, True, i + j, lean))
            flight = next(pending, None) if hit else None
            if flight is not None:
                told.append(Told(teller, flight))
    return Show(kept, tuple(dice), tuple(told), sizes, slots, left)


def _brought(flight: Flight, lane: int, purpose: str) -> bool:
    risen = flight.end.level == 2 if purpose == "empowered" else flight.end.level == 1
    return flight.end.audience == lane and risen


def _tellers(grid: BoardGrid, step: StepModel, lane: int, level: int) -> Iterator[Placed]:
    for one in grid.tokens(step.after.audiences)[1]:
        if one.audience == lane and one.level == level:
            for i in range(one.count):
                yield replace(one, index=one.index + i, count=1)


# -- drawing ------------------------------------------------------------------------------


def draw_show(
    canvas: Canvas, grid: BoardGrid, step: StepModel, show: Show, pace: Pace, time: float, words: Lookup
) -> None:
    """Everything of a step that lies over the board, at a time since it began; ``words`` of the screen."""
    time = max(0.0, time)  # a clock may go back
    over = time >= pace.length
    if step.kind == "launch":
        _draw_launch(canvas, grid, step, pace, time, words)
    if step.kind == "talked" and step.bad:
        gone = 1.0 if over else ease("out", time / pace.length)
        canvas.veil(opacity=0.55 * (1 - gone))
    if step.kind == "drift":
        for flight in show.flights:
            if flight.moved:
                _draw_trail(canvas, flight, pace, time)
    for i, told in enumerate(show.told):
        _draw_told(canvas, told, pace.share(i, time))
    if over:
        # Streaks and the glow of those who joined lie under their tokens, so these come once more.
        again = [flight for flight in show.flights if flight.moved and step.kind in ("drift", "sharing")]
        draw_flights(canvas, again, 1.0, show.slots, show.sizes)
    else:
        _draw_moving(canvas, step, show, pace, time)
    for rolled in show.dice:
        _draw_die(canvas, show, rolled, pace, time)


def _draw_moving(canvas: Canvas, step: StepModel, show: Show, pace: Pace, time: float) -> None:
    order = {flight: i for i, flight in enumerate(told.flight for told in show.told)}
    under_way = [flight for flight in show.flights if not flight.at_rest]
    for flight in under_way:
        if step.kind == "sharing" and flight.moved:
            share = pace.share(order.get(flight, 0), time)
        elif step.kind == "drift":
            level = flight.start.level if flight.start is not None else flight.end.level
            share = pace.share(level, time, "drop" if flight.moved else "in_out")
        elif step.kind == "shake_out" and flight.moved:
            share = pace.share(0, time, "drop")
        else:
            share = pace.share(0, time)
        draw_flights(canvas, [flight], share, show.slots, show.sizes)


def _draw_trail(canvas: Canvas, flight: Flight, pace: Pace, time: float) -> None:
    """The way that a token has fallen, as a pale streak."""
    if flight.start is None:
        return
    share = pace.share(flight.start.level, time, "drop")
    if share <= 0:
        return
    (x1, y1), (x2, y2) = flight.start.at, between(flight, share)
    streak = line(x1, y1, x2, y2, paint(None, "#FFFFFF", TRAIL, 0.42))
    box = Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)).inset(-TRAIL)
    canvas.exact(Drawing(box, streak))


def _draw_die(canvas: Canvas, show: Show, rolled: Rolled, pace: Pace, time: float) -> None:
    look = canvas.theme
    at = rolled.at.at
    flight = next((one for one in show.flights if one.end == rolled.at and one.die is not None), None)
    if flight is not None:
        level = flight.start.level if flight.start is not None else 0
        at = between(flight, pace.share(level, time, "drop" if flight.moved else "in_out"))
    rolling = duration("dice_roll")
    tilt = TILTS[rolled.number % len(TILTS)]
    token = show.sizes[1]
    fan = 14 * (rolled.at.index % 8) if rolled.at.count > 1 else 0
    x = at.x + rolled.lean * (token * 0.42) + fan
    y = at.y - token * 0.62
    if time < min(rolling, pace.dice):
        face = 1 + (int(time * TUMBLES) * 5 + rolled.number * 3 + rolled.face) % 6
        tumbled = round(tilt + 40 * (1 - time / rolling) * (1 if rolled.number % 2 else -1))
        canvas.shape(die(look, face), Box.around(x, y, SMALL, SMALL), angle=tumbled - tumbled % 6)
        return
    if not rolled.hit:
        canvas.shape(die(look, rolled.face, miss=True), Box.around(x, y, SMALL, SMALL), angle=tilt)
        return
    grown = ease("settle", (time - rolling) / duration("dice_settle")) if time < pace.length else 1.0
    size = round(lerp(SMALL, LARGE, grown))
    box = Box.around(x, y, size, size)
    canvas.shape(die(look, rolled.face), box)
    ink = look.good if rolled.good else look.bad
    canvas.panel(box.inset(-2), None, size * 0.27, edge=Edge(ink, 5))


def _draw_told(canvas: Canvas, told: Told, share: float) -> None:
    """The dotted way from a teller to whom it reaches, and that one's glow and own way."""
    if share <= 0:
        return
    look = canvas.theme
    target = told.flight.end.at
    way = [_bow(told.teller.at, target, i / 40) for i in range(41)]
    canvas.exact(_dots(tuple(_spaced(way, share)), look.rim, 3.4, look.ink))
    if told.flight.start is not None:
        short = [between(told.flight, i / 20) for i in range(21)]
        canvas.exact(_dots(tuple(_spaced(short, share)), look.rim, 2.6, look.ink))
    glow = 27.0
    canvas.panel(
        Box.around(target.x, target.y, 2 * glow, 2 * glow),
        look.accent,
        glow,
        opacity=round(min(1.0, share) * 20) / 20,
    )


def _bow(start: Point, end: Point, share: float) -> Point:
    """A way that bulges to the outside of the pyramid, so that it passes beside the tokens between."""
    point = Point(lerp(start.x, end.x, share), lerp(start.y, end.y, share))
    return Point(point.x + 4 * 26 * share * (1 - share), point.y)


def _spaced(way: list[Point], share: float) -> Iterator[Point]:
    """Points at equal distances along a way, for as far as it has come."""
    whole = sum(_far(a, b) for a, b in pairwise(way))
    reach, gone, due = whole * share, 0.0, 22.0
    for a, b in pairwise(way):
        step = _far(a, b)
        while step > 0 and gone + step >= due and due <= reach - 20:
            yield Point(lerp(a.x, b.x, (due - gone) / step), lerp(a.y, b.y, (due - gone) / step))
            due += DOT_STEP
        gone += step


def _far(a: Point, b: Point) -> float:
    return hypot(a.x - b.x, a.y - b.y)


def _dots(points: tuple[Point, ...], colour: str, radius: float, edge: str) -> Drawing:
    body = "".join(
        circle(x, y, radius + 1.4, paint(edge, opacity=0.45)) + circle(x, y, radius, paint(colour))
        for x, y in points
    )
    if not points:
        return Drawing(Box(0, 0, 1, 1), "")
    x0, y0 = min(p.x for p in points), min(p.y for p in points)
    x1, y1 = max(p.x for p in points), max(p.y for p in points)
    return Drawing(Box(x0, y0, x1 - x0, y1 - y0).inset(-8), body)


def _draw_launch(
    canvas: Canvas, grid: BoardGrid, step: StepModel, pace: Pace, time: float, words: Lookup
) -> None:
    """Rockets that were lit fly to the points; where each stood, it leaves what it gave."""
    look = canvas.theme
    goal = Point(1500, 70)
    for i, (level, points) in enumerate(step.levels):
        _, right = grid.slope(level)
        label = canvas.width_of(words("board.points_each", n=step.before.worth[level]), style("label"))
        spot = Point(right + LABEL_GAP + label + 12 + 19, grid.band(level).cy)
        share = pace.share(i, time)
        if share < 1:
            at = arc(spot, goal, share, 60)
            icon_in(canvas, "rocket", at.x, at.y, round(lerp(27, 44, share)), look.good, stroke=2.2)
        if share > 0:
            chip = Box(spot.x - 22, spot.y - 22, 62, 44)
            canvas.panel(chip, look.good_soft, 22)
            canvas.text(f"+{points}", chip, style("strong").at(28), look.good, align="centre")
