"""The turns of computer players at the table."""

from game.players.choosing import decide
from game.rules.command import Command
from game.rules.legal import chair_of
from game.rules.limits import FREE, WORK
from game.rules.notation import command_of
from game.table.course import Course


def next_bot(course: Course) -> int | None:
    """The seat of the computer player that is to act now, if any.

    In free order (2.2) computer players keep pace with people: one waits while a person who has not
    passed has more hours left than it has, and the one with the most hours left goes first.
    """
    st = course.state
    waiting = course.waiting_for()
    bots = [seat for seat in waiting if course.bots[seat] is not None]
    if st.part[0] == WORK and st.order[0] == FREE:
        slowest = max((st.hours[seat] for seat in waiting if st.people[seat]), default=0)
        chair = chair_of(course.compiled.tables, st)
        bots = [seat for seat in bots if st.hours[seat] >= slowest]
        bots.sort(key=lambda seat: (-st.hours[seat], (seat - chair) % course.compiled.seats))
    return bots[0] if bots else None


def decision(course: Course, seat: int, player_seed: int) -> Command:
    """What the computer player of a seat does: a function of what it may know and of its own seed."""
    kind = course.bots[seat]
    if kind is None:
        raise ValueError(f"no computer player holds seat {seat}")
    compiled = course.compiled
    return command_of(compiled.ids, decide(kind, compiled.tables, course.state, seat, player_seed))
