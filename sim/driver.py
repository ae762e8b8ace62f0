"""The loop over games that Numba compiles; nothing here is meant to be called from plain Python."""

from typing import Any

import numba

from game.players.playing import play_on, player_seed_of, seed_of
from game.rules.engine import begin
from game.rules.limits import LEVELS, ROUND
from game.rules.pricing import tokens_on
from game.rules.speed import rule

ALL_COMMANDS = 1 << 30


def play_games(
    tables: Any,
    blank: Any,
    states: Any,
    seens: Any,
    logs: Any,
    rooms: Any,
    codes: Any,
    kinds: Any,
    seed: int,
    first: int,
    rows: Any,
    tools: Any,
    verbs: Any,
) -> None:
    """Play games ``first`` … of a study, one for each of ``rows``, and write down what came of them.

    ``states``, ``seens``, ``logs`` (records), ``rooms`` and ``codes`` have a place for each chunk of
    work; ``tools`` (chunks × 3 × tools) and ``verbs`` (chunks × kinds) are added up per chunk.
    """
    games = len(rows)
    chunks = len(states)
    for c in numba.prange(chunks):
        t = tables[0]
        for i in range(games * c // chunks, games * (c + 1) // chunks):
            states[c] = blank[0]
            begin(t, states[c], seed_of(seed, first + i), ROUND)
            play_on(
                t,
                states[c : c + 1],
                seens[c : c + 1],
                kinds,
                player_seed_of(seed, first + i),
                ALL_COMMANDS,
                logs[c],
                rooms[c],
                codes[c],
            )
            note(t, states[c], rows[i], tools[c], verbs[c])


@rule
def note(t: Any, st: Any, row: Any, tools: Any, verbs: Any) -> None:
    """Write the outcome of one game into its row, and add its counts to the chunk's."""
    row.points[0] = st.points[0]
    row.points_before[0] = st.points_before[0]
    row.medal[0] = st.medal[0]
    row.lost_weeks[0] = st.lost_weeks[0]
    row.bronze_week[0] = st.bronze_week[0]
    for level in range(LEVELS):
        for a in range(t.audiences[0]):
            row.levels[level] += tokens_on(st, a, level)
    for seat in range(t.seats[0]):
        row.own_score[seat] = st.own_score[seat]
        row.colleague[seat] = st.colleague[seat]
        row.mixed[0] += st.mixed[seat]
        row.coherent[0] += st.coherent[seat]
    for kind in range(len(st.verbs)):
        row.actions[0] += st.verbs[kind]
        verbs[kind] += st.verbs[kind]
    for tool in range(len(st.plays)):
        tools[0][tool] += st.plays[tool]
        tools[1][tool] += st.tool_lifted[tool]
        tools[2][tool] += st.tool_firm[tool]
