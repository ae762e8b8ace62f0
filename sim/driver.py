"""The loop over games that Numba compiles: one chunk of games, for one thread."""

from typing import Any, Final

from game.players.planning import seat_to_act
from game.players.playing import play_on, player_seed_of, seed_of
from game.rules.bits import size
from game.rules.chance import stir
from game.rules.engine import begin
from game.rules.limits import GUESSING, KINDS, LEVELS, ROUND, SEATS, TOOLS
from game.rules.pricing import tokens_on
from game.rules.speed import rule
from sim.tallying import TALLIES, note_course, read_facts, start_tally, survey

ALL_COMMANDS: Final = 1 << 30

# What is written down of each game: its outcome and, with measures, its course.
OUTCOME: Final[dict[str, tuple[int, ...]]] = {
    "points": (1,),
    "points_before_shakeout": (1,),
    "medal": (1,),
    "levels": (LEVELS,),
    "own_score": (SEATS,),
    "colleague": (SEATS,),
    "lost_weeks": (1,),
    "mixed_messages": (1,),
    "coherent_messages": (1,),
    "actions": (1,),
    "bronze_week": (1,),
    "used": (1,),  # a mask: bit m is set if anybody played mechanism m
}
COURSE: Final[dict[str, tuple[int, ...]]] = {
    "decided_week": (1,),
    "lead_changes": (1,),
    "leader_week": (1,),
}
LUCK: Final[dict[str, tuple[int, ...]]] = {"luck": (LEVELS,)}  # with measures: see ``tallying``
ROW: Final = {**OUTCOME, **COURSE, **LUCK}

# What is only counted over all games: always, and with measures.
USES: Final[dict[str, tuple[int, ...]]] = {
    "plays": (TOOLS,),
    "lifted": (TOOLS,),
    "firm": (TOOLS,),
    "verbs": (len(KINDS),),
}
COUNTS: Final = {**USES, **TALLIES}


@rule
def note(t: Any, st: Any, row: Any, counts: Any) -> None:
    """Write the outcome of one game into its row, and add what is only counted."""
    row.points[0] = st.points[0]
    row.points_before_shakeout[0] = st.points_before[0]
    row.medal[0] = st.medal[0]
    row.lost_weeks[0] = st.lost_weeks[0]
    row.bronze_week[0] = st.bronze_week[0]
    for level in range(LEVELS):
        for a in range(t.audiences[0]):
            row.levels[level] += tokens_on(st, a, level)
    for seat in range(t.seats[0]):
        row.own_score[seat] = st.own_score[seat]
        row.colleague[seat] = st.colleague[seat]
        row.mixed_messages[0] += st.mixed[seat]
        row.coherent_messages[0] += st.coherent[seat]
        for k in range(t.tool_count[seat]):
            mechanism = t.tools[seat][k]
            if st.plays[t.tool_of[seat][mechanism]] > 0:
                row.used[0] |= 1 << mechanism
    for kind in range(len(st.verbs)):
        row.actions[0] += st.verbs[kind]
        counts.verbs[kind] += st.verbs[kind]
    for tool in range(len(st.plays)):
        counts.plays[tool] += st.plays[tool]
        counts.lifted[tool] += st.tool_lifted[tool]
        counts.firm[tool] += st.tool_firm[tool]


@rule
def start(t: Any, st: Any, log: Any, mind: Any, seed: int, game: int, counts: Any) -> None:
    """Set up game number ``game`` in a blank state."""
    begin(t, st, seed_of(seed, game), ROUND)
    if log.room[0] > 0:
        start_tally(t, st, mind, counts)


@rule
def finish(t: Any, st: Any, log: Any, mind: Any, row: Any, counts: Any) -> None:
    """Note what came of a game that was played to its end."""
    if log.room[0] > 0:
        note_course(mind, row)
    note(t, st, row, counts)


@rule
def play_game(
    t: Any,
    states: Any,
    seens: Any,
    log: Any,
    mind: Any,
    room: Any,
    codes: Any,
    desk: Any,
    manners: Any,
    seed: int,
    game: int,
    row: Any,
    counts: Any,
) -> None:
    """Play game number ``game`` in a blank state; with room in the log it is measured on the way."""
    start(t, states[0], log, mind, seed, game, counts)
    luck = player_seed_of(seed, game)
    if log.room[0] == 0:
        play_on(t, states, seens, manners, luck, ALL_COMMANDS, log, room, codes, desk)
    else:
        while states[0].part[0] < GUESSING:
            survey(t, states[0], seat_to_act(t, states[0]), counts)
            play_on(t, states, seens, manners, luck, 1, log, room, codes, desk)
            read_facts(t, states[0], log, mind, counts)
    finish(t, states[0], log, mind, row, counts)


def play_games(
    tables: Any,
    blank: Any,
    states: Any,
    seens: Any,
    logs: Any,
    minds: Any,
    room: Any,
    codes: Any,
    desk: Any,
    manners: Any,
    seed: int,
    first: int,
    rows: Any,
    counts: Any,
) -> None:
    """Play games ``first`` … of a study, one for each of ``rows``.

    ``tables``, ``blank`` (a state of zeros), ``states``, ``seens``, ``logs``, ``minds`` and ``counts``
    are arrays of one record, ``seens`` of as many as players need; ``room``, ``codes`` and ``desk`` are
    room to think in.
    """
    for i in range(len(rows)):
        states[0] = blank[0]
        play_game(
            tables[0],
            states,
            seens,
            logs[0],
            minds[0],
            room,
            codes,
            desk,
            manners,
            seed,
            first + i,
            rows[i],
            counts[0],
        )


def play_commands(
    tables: Any,
    states: Any,
    seens: Any,
    logs: Any,
    room: Any,
    codes: Any,
    desk: Any,
    manners: Any,
    seed: int,
    commands: int,
) -> int:
    """Let the game in ``states`` go on for at most ``commands``: for holding both speeds equal."""
    return play_on(tables[0], states, seens, manners, seed, commands, logs[0], room, codes, desk)


def stir_all(states: Any, numbers: Any, out: Any) -> None:
    """``chance.stir`` of every state with every number, row by row: for holding both speeds equal."""
    for i in range(len(states)):
        for j in range(len(numbers)):
            out[i * len(numbers) + j] = stir(states[i], numbers[j])


def size_all(masks: Any, out: Any) -> None:
    """``bits.size`` of every mask: for holding both speeds equal."""
    for i in range(len(masks)):
        out[i] = size(masks[i])
