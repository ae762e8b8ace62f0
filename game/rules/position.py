"""A position written down: the state as the contract's mapping, and as text, and back."""

import json
from typing import Any

from game.rules.ids import OPTION_IDS, Ids
from game.rules.limits import (
    ARGUMENTS,
    BROADCAST_MESSAGE,
    CHANNELS,
    KINDS,
    LEVELS,
    MEDALS,
    NONE,
    ORDERS,
    PARTS,
    POWERS,
)
from game.rules.log import BROADCAST_ID
from game.rules.notation import place_of
from game.rules.records import blank_state
from game.rules.state import State
from game.rules.tables import Tables

# Fields that are written as they are: numbers, yes or no; of the game, per seat, per audience.
_NUMBERS = ("will", "know_how", "stories", "bonus", "lost_weeks", "bronze_week", "points_before", "points")
_FLAGS = ("reference_work", "research", "talked", "practised", "pressing")
_SEAT_NUMBERS = ("hours", "own_score")
_SEAT_FLAGS = ("people", "passed", "measured", "motive_met", "colleague")
_AUDIENCE_NUMBERS = ("attention", "redraws")
_AUDIENCE_FLAGS = ("handshake", "convinced", "proposition")
_TALLIES = {
    "lifted_firm": "lifted_firm",
    "lifted_why": "lifted_why",
    "irrelevant": "irrelevant",
    "coherent": "coherent",
    "mixed": "mixed",
    "talks": "talks",
    "unused": "unused",
    "held": "holds",
}


def _name(names: tuple[str, ...], index: int) -> str | None:
    return None if index == NONE else names[index]


def _tools(t: Tables, ids: Ids) -> list[tuple[int, str, str]]:
    """Number, seat and mechanism of every tool in play."""
    return [
        (t.tool_of[s][m], seat, ids.mechanisms[m])
        for s, seat in enumerate(ids.seats)
        for m in t.tools[s][: t.tool_count[s]]
    ]


def state_to_dict(t: Tables, ids: Ids, st: State) -> dict[str, Any]:
    """The state as the contract's ``state``, with ids everywhere.

    Of a hidden state (``hide``) hidden things are absent, or ``None`` in a list that has a place for
    each seat or each of an audience's two motives.
    """
    seats = range(len(ids.seats))
    people = list(enumerate(ids.audiences))
    motives = list(enumerate(ids.motives))
    messages = [*motives, (BROADCAST_MESSAGE, BROADCAST_ID)]
    out: dict[str, Any] = {
        "week": st.week[0],
        "part": PARTS[st.part[0]],
        "order": ORDERS[st.order[0]],
        "turn": _name(ids.seats, st.turn[0]),
        **{name: getattr(st, name)[0] for name in _NUMBERS},
        "medal": MEDALS[st.medal[0]],
        "powers": dict(zip(POWERS, st.powers, strict=True)),
        "our_why": _name(ids.sentences, st.our_why[0]),
        "last_argument": _name(ARGUMENTS, st.last_argument[0]),
        **{name: st_flag == 1 for name in _FLAGS for st_flag in getattr(st, name)},
        **{name: getattr(st, name)[: len(seats)] for name in _SEAT_NUMBERS},
        **{name: [value == 1 for value in getattr(st, name)[: len(seats)]] for name in _SEAT_FLAGS},
        "personal_motives": [_name(ids.personals, st.personal[s]) for s in seats],
        "guesses": [[_name(ids.personals, st.guesses[s][o]) for o in seats] for s in seats],
        **{name: {who: getattr(st, name)[a] for a, who in people} for name in _AUDIENCE_NUMBERS},
        **{name: {who: getattr(st, name)[a] == 1 for a, who in people} for name in _AUDIENCE_FLAGS},
        "tokens": {who: [cell[:] for cell in st.tokens[a]] for a, who in people},
        "motives": {who: [_name(ids.motives, m) for m in st.motives[a]] for a, who in people},
        "known": {
            who: [ids.motives[st.motives[a][p]] for p in (0, 1) if st.known[a][p]] for a, who in people
        },
        "not_hers": {who: [motive for m, motive in motives if st.not_hers[a][m]] for a, who in people},
        "brought": [
            [ids.seats[s], who, message]
            for a, who in people
            for m, message in messages
            for s in seats
            if st.brought[a][m] >> s & 1
        ],
        "cared": [[who, level] for a, who in people for level in range(LEVELS) if st.cared[a][level]],
        "held": [who for a, who in people if st.held[a]],
        "closed": [name for c, name in enumerate(CHANNELS) if st.closed[c]],
        "event": _name(ids.events, st.event[0]),
        "targets": {
            "audience": _name(ids.audiences, st.target_audience[0]),
            "department": _name(ids.seats, st.target_department[0]),
        },
        "choice": _name(OPTION_IDS, st.choice[0]),
        "turned": [ids.events[e] for e in st.deck[: st.deck_next[0]]],
        "rolled": [
            [seat, mechanism, who, st.rolled[number][a]]
            for number, seat, mechanism in _tools(t, ids)
            for a, who in people
            if st.rolled[number][a]
        ],
        "tools": [
            [seat, mechanism, st.plays[number], st.tool_lifted[number], st.tool_firm[number]]
            for number, seat, mechanism in _tools(t, ids)
            if st.plays[number]
        ],
        "verbs": {kind: n for kind, n in zip(KINDS, st.verbs, strict=True) if n},
        "tallies": {
            "lifted": [sum(st.lifted[s]) for s in seats],
            "lifted_from": [st.lifted[s][:] for s in seats],
            **{name: getattr(st, field)[: len(seats)] for name, field in _TALLIES.items()},
            "mechanisms": [
                sum(st.plays[t.tool_of[s][m]] > 0 for m in t.tools[s][: t.tool_count[s]]) for s in seats
            ],
        },
    }
    if st.seed[0] != NONE:
        out["seed"] = st.seed[0]
    deck = st.deck[st.deck_next[0] : st.deck_size[0]]
    if NONE not in deck:
        out["deck"] = [ids.events[e] for e in deck]
    if st.candidates[0][0] != NONE:
        out["candidates"] = {
            who: [motive for m, motive in motives if st.candidates[a][m]] for a, who in people
        }
    return out


def state_from_dict(t: Tables, ids: Ids, value: dict[str, Any]) -> State:
    """The state that ``state_to_dict`` wrote down, if nothing in it was hidden.

    Raises
    ------
    KeyError
        If something is missing.
    UnknownId
        If it speaks of things that this game does not have.
    """
    st = blank_state()

    def place(names: tuple[str, ...], name: str | None) -> int:
        return NONE if name is None else place_of(names, name)

    st.seed[0] = value["seed"]
    st.week[0] = value["week"]
    st.part[0] = place(PARTS, value["part"])
    st.order[0] = place(ORDERS, value["order"])
    st.turn[0] = place(ids.seats, value["turn"])
    st.medal[0] = place(MEDALS, value["medal"])
    st.our_why[0] = place(ids.sentences, value["our_why"])
    st.last_argument[0] = place(ARGUMENTS, value["last_argument"])
    st.event[0] = place(ids.events, value["event"])
    st.target_audience[0] = place(ids.audiences, value["targets"]["audience"])
    st.target_department[0] = place(ids.seats, value["targets"]["department"])
    st.choice[0] = place(OPTION_IDS, value["choice"])
    for name in (*_NUMBERS, *_FLAGS):
        getattr(st, name)[0] = int(value[name])
    for p, name in enumerate(POWERS):
        st.powers[p] = value["powers"][name]
    for kind, n in value["verbs"].items():
        st.verbs[place(KINDS, kind)] = n
    _read_seats(ids, st, value)
    _read_audiences(ids, st, value)
    numbers = {(seat, mechanism): number for number, seat, mechanism in _tools(t, ids)}
    for seat, mechanism, who, n in value["rolled"]:
        st.rolled[numbers[seat, mechanism]][place(ids.audiences, who)] = n
    for seat, mechanism, plays, lifted, firm in value["tools"]:
        number = numbers[seat, mechanism]
        st.plays[number], st.tool_lifted[number], st.tool_firm[number] = plays, lifted, firm
    deck = [place(ids.events, event) for event in [*value["turned"], *value["deck"]]]
    st.deck[:] = deck + [NONE] * (len(st.deck) - len(deck))
    st.deck_size[0] = len(deck)
    st.deck_next[0] = len(value["turned"])
    return st


def _read_seats(ids: Ids, st: State, value: dict[str, Any]) -> None:
    for s in range(len(st.guesses)):
        st.guesses[s][:] = [NONE] * len(st.guesses)
        st.personal[s] = NONE
    for s in range(len(ids.seats)):
        for name in (*_SEAT_NUMBERS, *_SEAT_FLAGS):
            getattr(st, name)[s] = int(value[name][s])
        for name, field in _TALLIES.items():
            getattr(st, field)[s] = value["tallies"][name][s]
        st.lifted[s][:] = value["tallies"]["lifted_from"][s]
        st.personal[s] = place_of(ids.personals, value["personal_motives"][s])
        for o, guess in enumerate(value["guesses"][s]):
            st.guesses[s][o] = NONE if guess is None else place_of(ids.personals, guess)


def _read_audiences(ids: Ids, st: State, value: dict[str, Any]) -> None:
    for a, who in enumerate(ids.audiences):
        for name in (*_AUDIENCE_NUMBERS, *_AUDIENCE_FLAGS):
            getattr(st, name)[a] = int(value[name][who])
        for level, cell in enumerate(value["tokens"][who]):
            st.tokens[a][level][:] = cell
        for p, motive in enumerate(value["motives"][who]):
            st.motives[a][p] = place_of(ids.motives, motive)
            st.known[a][p] = int(motive in value["known"][who])
        for motive in value["not_hers"][who]:
            st.not_hers[a][place_of(ids.motives, motive)] = 1
        for motive in value["candidates"][who]:
            st.candidates[a][place_of(ids.motives, motive)] = 1
    for seat, who, message in value["brought"]:
        a = place_of(ids.audiences, who)
        m = BROADCAST_MESSAGE if message == BROADCAST_ID else place_of(ids.motives, message)
        st.brought[a][m] |= 1 << place_of(ids.seats, seat)
        st.voices[a] |= 1 << place_of(ids.seats, seat)
    for who, level in value["cared"]:
        st.cared[place_of(ids.audiences, who)][level] = 1
    for who in value["held"]:
        st.held[place_of(ids.audiences, who)] = 1
    for channel in value["closed"]:
        st.closed[place_of(CHANNELS, channel)] = 1


def state_to_text(t: Tables, ids: Ids, st: State) -> str:
    """A position as text: one line for each thing, its name and its value as compact JSON."""
    lines = (
        f"{name} {json.dumps(value, ensure_ascii=False, separators=(',', ':'))}"
        for name, value in state_to_dict(t, ids, st).items()
    )
    return "\n".join(lines) + "\n"


def state_from_text(t: Tables, ids: Ids, text: str) -> State:
    """The state in a text of ``state_to_text``; raises as ``state_from_dict`` does."""
    pairs = (line.split(" ", 1) for line in text.splitlines())
    return state_from_dict(t, ids, {name: json.loads(value) for name, value in pairs})
