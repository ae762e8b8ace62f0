"""Tokens under way: which token goes from where to where when facts move some of them.

Tokens have no names in the rules. Here each of the board before gets one, is followed through the facts,
and ends at a place of the board after.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from game.rules.fact import Dice, Fact, Moved, Suspects
from game.screen.board import draw_token
from game.screen.box import Point
from game.screen.canvas import Canvas
from game.screen.grid import BoardGrid, Placed
from game.screen.model import BoardModel
from game.screen.motion import lerp


@dataclass(frozen=True, slots=True)
class Flight:
    """A token from its place before to its place after; ``start`` None: it was not there yet.

    ``moved`` is false for one that only makes room. ``die`` is the face that its die of drift showed.
    """

    start: Placed | None
    end: Placed
    moved: bool = False
    die: int | None = None

    @property
    def at_rest(self) -> bool:
        """Whether it stays exactly where and what it is."""
        return self.start is not None and self.start == self.end


@dataclass
class _Token:
    start: Placed | None
    moved: bool = False
    die: int | None = None


Cells = dict[tuple[int, int, str], list[_Token]]


def flights(
    grid: BoardGrid, before: BoardModel, after: BoardModel, facts: Iterable[Fact]
) -> tuple[Flight, ...]:
    """Every token of the board after, with where it came from."""
    lanes = {audience.id: i for i, audience in enumerate(before.audiences)}
    cells: Cells = {}
    for one in _single(grid, before):
        bond = "loose" if one.bond == "loose" else "firm"
        cells.setdefault((one.audience, one.level, bond), []).append(_Token(one))
    fallers: list[_Token] = []
    for fact in facts:
        if isinstance(fact, Dice) and fact.purpose == "drift":
            loose = cells.get((lanes[fact.audience], fact.level, "loose"), [])
            for token, roll in zip(loose, fact.rolls, strict=False):
                token.die = roll
            fallers = [token for token in loose if token.die is not None and token.die <= fact.difficulty]
        elif isinstance(fact, Moved) and fact.audience in lanes:
            _move(cells, lanes[fact.audience], fact, fallers)
        elif isinstance(fact, Suspects) and fact.audience in lanes:
            lane = lanes[fact.audience]
            cells.setdefault((lane, 0, "firm"), []).extend(_Token(None, moved=True) for _ in range(fact.n))
    found: list[Flight] = []
    ends: dict[tuple[int, int], list[Placed]] = {}
    for one in _single(grid, after):
        ends.setdefault((one.audience, one.level), []).append(one)
    for (lane, level), places in ends.items():
        here = [*cells.get((lane, level, "firm"), []), *cells.get((lane, level, "loose"), [])]
        found += [
            Flight(token.start, place, token.moved, token.die)
            for token, place in zip(here, places, strict=True)
        ]
    return tuple(found)


def _move(cells: Cells, lane: int, fact: Moved, fallers: list[_Token]) -> None:
    (level, bond), (to, to_bond) = fact.from_, fact.to
    source = cells.setdefault((lane, level, bond), [])
    if fact.cause == "drift":
        going = [token for token in source if any(token is faller for faller in fallers)]
    else:
        going = source[len(source) - fact.n :] if fact.n else []
    cells[lane, level, bond] = [token for token in source if not any(token is one for one in going)]
    for token in going:
        token.moved = True
        cells.setdefault((lane, to, to_bond), []).append(token)


def _single(grid: BoardGrid, board: BoardModel) -> Iterable[Placed]:
    """Every token of a board; those of a stack lie on one another."""
    _, placed = grid.tokens(board.audiences)
    for one in placed:
        for i in range(one.count):
            yield replace(one, index=one.index + i, count=1)


def ends(some: Iterable[Flight]) -> tuple[Placed, ...]:
    """Tokens where they land, stacked again where several lie in one place."""
    return stacked(flight.end for flight in some)


def starts(some: Iterable[Flight]) -> tuple[Placed, ...]:
    """Tokens where they come from, stacked again where several lie in one place."""
    return stacked(flight.start for flight in some if flight.start is not None)


def stacked(singles: Iterable[Placed]) -> tuple[Placed, ...]:
    """Tokens that lie in one place as one, with their number."""
    piles: dict[tuple[int, int, str, Point], list[Placed]] = {}
    for one in singles:
        piles.setdefault((one.audience, one.level, one.bond, one.at), []).append(one)
    return tuple(replace(pile[0], count=len(pile)) for pile in piles.values())


def between(flight: Flight, share: float) -> Point:
    """Where a token is on the straight way from its start (share 0) to its end (share 1)."""
    start = flight.start.at if flight.start is not None else flight.end.at
    return Point(lerp(start.x, flight.end.at.x, share), lerp(start.y, flight.end.at.y, share))


def draw_flights(
    canvas: Canvas,
    some: Iterable[Flight],
    share: float,
    slots: tuple[int, ...],
    sizes: tuple[float, float],
) -> None:
    """Draw tokens under way at one share of their way; those of one stack as one."""
    size = round(lerp(*sizes, share))
    moving = (
        replace(flight.end if share >= 1 or flight.start is None else flight.start, at=between(flight, share))
        for flight in some
    )
    for one in stacked(moving):
        draw_token(canvas, one, slots[one.audience], size)
