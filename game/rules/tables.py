"""The compiled scenario: what the rules read and never change.

``Tables`` is a named tuple of nested lists of whole numbers. Its compiled twin is a record with the
same field names (``records``), so every field is an array, scalars arrays of one. Names live in
``ids.Ids``. ``SHAPES`` gives the size of each field in words of ``limits``; unused places hold −1
or 0.
"""

from typing import Final, NamedTuple

from game.rules.limits import (
    AUDIENCES,
    CHANNELS,
    CONDITIONS,
    EFFECT_COLUMNS,
    EFFECTS,
    EVENTS,
    KINDS,
    LEVELS,
    MECHANISMS,
    MOTIVES,
    OPTIONS,
    PERSONALS,
    POWERS,
    SEATS,
    SENTENCES,
)

Ints = list[int]
Grid = list[list[int]]
Cube = list[list[list[int]]]


class Tables(NamedTuple):
    """One scenario for one number of seats.

    Sizes and numbers of rules (fields of one number), then one block per kind of thing. Masks have
    bit i set for motive or channel i. Mechanism fields are indexed by the mechanism's place in the
    file; ``tools[seat]`` lists the mechanisms a seat runs, ``tool_of[seat][mechanism]`` is the number
    of that pair among all tools in play, or −1 where the mechanism is not the seat's own.
    """

    seats: Ints
    audiences: Ints
    weeks: Ints
    mechanisms: Ints
    motives: Ints
    events: Ints
    sentences: Ints
    personals: Ints
    conditions: Ints

    hours: Ints  # per seat and week (1.4)
    launch_week: Ints  # 2.3c; 0 is never
    launch_points: Ints
    lost_week_points: Ints
    drift: Ints
    irrelevant: Ints
    will: Ints
    know_how: Ints
    convince_limit: Ints
    motive_points: Ints
    powers: Ints  # per power, at the start
    unlock: Ints  # per kind of command: the first week in which it is legal
    medals: Ints  # points for bronze, silver, gold

    tokens: Grid  # per audience and level, at the start
    channels: Ints  # per audience: mask
    listeners: Ints  # per channel: mask of the audiences that use it
    attention_max: Ints
    attention_refill: Ints
    candidates: Grid  # per audience and motive: 1 or 0

    level: Ints
    mechanism_hours: Ints
    attention: Ints
    reach: Ints
    difficulty: Ints
    depth: Ints
    channel: Ints
    mechanism_will: Ints
    mechanism_know_how: Ints
    power: Ints  # −1: gives none away
    broadcast: Ints
    first_week: Ints
    messages: Grid  # per mechanism: its motives, then −1
    message_count: Ints

    tools: Grid  # per seat: its mechanisms, then −1
    tool_count: Ints
    tool_of: Grid  # per seat and mechanism

    sentence_motives: Ints  # per why sentence: mask; 0 is empty

    kpi_measure: Ints  # per seat
    kpi_level: Ints  # −1: all levels
    kpi_points: Ints

    personal_measure: Ints  # per personal motive
    personal_level: Ints
    personal_best: Ints
    personal_comparison: Ints
    personal_bound: Ints

    condition_measure: Ints  # per condition of the medals
    condition_level: Ints
    condition_best: Ints
    condition_comparison: Ints
    condition_bound: Ints

    event_week: Ints  # 0: in the deck
    option_count: Ints
    option_hours: Grid
    effect_count: Grid
    effects: list[Cube]  # per event, option and effect: EFFECT_COLUMNS numbers
    random_audience: Ints  # per event: 1 if an effect names a random audience
    random_department: Ints

    seat_key: Ints  # 64-bit keys of ids, for chance (rule 10)
    audience_key: Ints
    mechanism_key: Ints
    motive_key: Ints
    personal_key: Ints
    event_key: Ints


SHAPES: Final[dict[str, tuple[int, ...]]] = {
    **dict.fromkeys(Tables._fields[: Tables._fields.index("powers")], (1,)),
    "powers": (len(POWERS),),
    "unlock": (len(KINDS),),
    "medals": (3,),
    "tokens": (AUDIENCES, LEVELS),
    "channels": (AUDIENCES,),
    "listeners": (len(CHANNELS),),
    "attention_max": (AUDIENCES,),
    "attention_refill": (AUDIENCES,),
    "candidates": (AUDIENCES, MOTIVES),
    **dict.fromkeys(
        Tables._fields[Tables._fields.index("level") : Tables._fields.index("messages")], (MECHANISMS,)
    ),
    "messages": (MECHANISMS, MOTIVES),
    "message_count": (MECHANISMS,),
    "tools": (SEATS, MECHANISMS),
    "tool_count": (SEATS,),
    "tool_of": (SEATS, MECHANISMS),
    "sentence_motives": (SENTENCES,),
    "kpi_measure": (SEATS,),
    "kpi_level": (SEATS,),
    "kpi_points": (SEATS,),
    **dict.fromkeys(
        (f for f in Tables._fields if f.startswith("personal_") and f[-3:] != "key"), (PERSONALS,)
    ),
    **dict.fromkeys((f for f in Tables._fields if f.startswith("condition_")), (CONDITIONS,)),
    "event_week": (EVENTS,),
    "option_count": (EVENTS,),
    "option_hours": (EVENTS, OPTIONS),
    "effect_count": (EVENTS, OPTIONS),
    "effects": (EVENTS, OPTIONS, EFFECTS, EFFECT_COLUMNS),
    "random_audience": (EVENTS,),
    "random_department": (EVENTS,),
    "seat_key": (SEATS,),
    "audience_key": (AUDIENCES,),
    "mechanism_key": (MECHANISMS,),
    "motive_key": (MOTIVES,),
    "personal_key": (PERSONALS,),
    "event_key": (EVENTS,),
}
