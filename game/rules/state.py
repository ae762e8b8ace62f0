"""The state of one game: everything that changes, hidden things included.

``State`` is a named tuple of nested lists of whole numbers; rules change the lists in place. Its
compiled twin is a record with the same field names (``records``). −1 stands for nothing, nobody, or
hidden (``hide``).
"""

from typing import Final, NamedTuple

from game.rules.limits import (
    AUDIENCES,
    CHANNELS,
    EVENTS,
    KINDS,
    LEVELS,
    MESSAGES,
    MOTIVES,
    POWERS,
    SEATS,
    TOOLS,
)
from game.rules.tables import Cube, Grid, Ints


class State(NamedTuple):
    """The whole truth of one moment. Fields marked "hidden" never reach a player as they are (§9)."""

    seed: Ints  # hidden
    week: Ints
    part: Ints
    order: Ints  # free or round (2.2)
    turn: Ints  # in round order the seat to act, else −1
    people: Ints  # per seat: 1 where people hold it (7.1, 8.5)
    will: Ints
    know_how: Ints
    stories: Ints
    powers: Ints
    our_why: Ints  # sentence, −1 before the choice
    reference_work: Ints
    research: Ints
    last_argument: Ints
    bonus: Ints  # launch points
    lost_weeks: Ints

    hours: Ints  # per seat
    passed: Ints
    measured: Ints
    personal: Ints  # hidden from other seats until the end

    attention: Ints  # per audience
    tokens: Cube  # per audience, level, bond
    motives: Grid  # hidden: main, side
    known: Grid  # 1 where main, side is turned up
    not_hers: Grid  # per audience and motive
    candidates: Grid  # hidden until researched: per audience and motive
    handshake: Ints
    convinced: Ints
    proposition: Ints

    brought: Grid  # this week, per audience and message: mask of seats
    voices: Ints  # this week, per audience: mask of seats that brought it any message
    cared: Grid  # this week, per audience and level
    held: Ints  # this week, per audience
    talked: Ints  # this week
    practised: Ints
    pressing: Ints
    closed: Ints  # this week, per channel
    rolled: Grid  # dice this week, per tool and audience (running numbers of rule 10)
    redraws: Ints  # redraws this week, per audience

    event: Ints  # this week's, −1: none
    target_audience: Ints
    target_department: Ints
    choice: Ints  # option taken this week, −1: none yet
    deck: Ints  # hidden: events in the order they will be turned
    deck_size: Ints
    deck_next: Ints

    lifted: Grid  # tallies (8.4): per seat and level from which
    lifted_firm: Ints
    lifted_why: Ints
    irrelevant: Ints
    coherent: Ints
    mixed: Ints
    talks: Ints
    unused: Ints
    holds: Ints
    plays: Ints  # per tool
    tool_lifted: Ints
    tool_firm: Ints
    verbs: Ints  # per kind of command

    bronze_week: Ints
    points_before: Ints  # before the shake-out
    points: Ints
    medal: Ints
    own_score: Ints  # per seat
    motive_met: Ints
    colleague: Ints
    guesses: Grid  # per guessing seat and seat: personal motive, −1: none; hidden from others until the end


ONE = (1,)
SHAPES: Final[dict[str, tuple[int, ...]]] = {
    **dict.fromkeys(State._fields, ONE),
    **dict.fromkeys(
        (
            "people", "hours", "passed", "measured", "personal", "lifted_firm", "lifted_why", "irrelevant",
            "coherent", "mixed", "talks", "unused", "holds", "own_score", "motive_met", "colleague",
        ),
        (SEATS,),
    ),
    **dict.fromkeys(
        ("attention", "handshake", "convinced", "proposition", "voices", "held", "redraws"), (AUDIENCES,)
    ),
    "powers": (len(POWERS),),
    "tokens": (AUDIENCES, LEVELS, 2),
    "motives": (AUDIENCES, 2),
    "known": (AUDIENCES, 2),
    "not_hers": (AUDIENCES, MOTIVES),
    "candidates": (AUDIENCES, MOTIVES),
    "brought": (AUDIENCES, MESSAGES),
    "cared": (AUDIENCES, LEVELS),
    "closed": (len(CHANNELS),),
    "rolled": (TOOLS, AUDIENCES),
    "deck": (EVENTS,),
    "lifted": (SEATS, LEVELS - 1),
    "plays": (TOOLS,),
    "tool_lifted": (TOOLS,),
    "tool_firm": (TOOLS,),
    "verbs": (len(KINDS),),
    "guesses": (SEATS, SEATS),
}  # fmt: skip
