"""Random walks: whatever people try, in any order, the game stays sound and nothing is lost."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules.actions import ROOM, list_actions
from game.rules.audit import audit
from game.rules.bits import size
from game.rules.command import from_dict, from_text, to_dict, to_text
from game.rules.engine import end_early, skip, submit
from game.rules.legal import pack, refusal_code, turn_code
from game.rules.limits import (
    ARGUMENTS,
    BROADCAST,
    BROADCAST_MESSAGE,
    CHOOSE,
    CONVINCE,
    FREE,
    GUESS,
    HOLD_BACK,
    KINDS,
    OPTIONS,
    OUR_WHY,
    OVER,
    PLAY,
    PROPOSITION,
    ROUND,
    TALK,
)
from game.rules.notation import action_of, command_of
from game.rules.openings import open_tools, open_verbs, tool_number, verb_number
from game.rules.position import state_from_dict, state_from_text, state_to_dict, state_to_text
from game.rules.records import copy, state_from_record, state_hash, to_record
from game.rules.refusal import CODES, LEGAL, gate
from game.rules.state import State
from game.rules.tables import Tables
from tests.rules.games import LINE_UPS, Running, compiled_of, referee_of

GATES = ("outright", "relevance", "will", "feasibility")


@st.composite
def runs(draw: st.DrawFn) -> tuple[Running, Random]:
    """A game on some scenario, already some way on, and luck to go on with."""
    name, seats = draw(st.sampled_from(LINE_UPS))
    running = Running(
        compiled_of(name, seats),
        draw(st.integers(0, (1 << 62) - 1)),
        draw(st.sampled_from((FREE, ROUND))),
        draw(st.integers(0, (1 << seats) - 1)),
    )
    luck = Random(draw(st.integers(0, 1 << 32)))
    for _ in range(draw(st.integers(0, 150))):
        if running.state.part[0] != OVER:
            running.do(*luck.choice(running.choices()))
    return running, luck


walk = settings(max_examples=60)


@walk
@given(runs(), st.integers(1, 40))
def test_the_audit_is_clean_after_every_command(run: tuple[Running, Random], steps: int) -> None:
    running, luck = run
    for _ in range(steps):
        if running.state.part[0] == OVER:
            break
        running.do(*luck.choice(running.choices()))
        assert audit(running.compiled.tables, running.state) == []


@walk
@given(runs(), st.booleans())
def test_the_audit_is_clean_after_the_trainer_went_on_or_ended_the_game(
    run: tuple[Running, Random], early: bool
) -> None:
    running, _ = run
    tables = running.compiled.tables
    (end_early if early else skip)(tables, running.state, running.log)
    assert audit(tables, running.state) == []
    assert running.state.part[0] == OVER or not early


@walk
@given(runs())
def test_whoever_is_asked_can_always_do_something(run: tuple[Running, Random]) -> None:
    running, _ = run
    assert bool(running.choices()) == (running.state.part[0] != OVER)


@walk
@given(runs())
def test_the_quick_list_is_the_legal_part_of_the_whole_one(run: tuple[Running, Random]) -> None:
    running, _ = run
    whole, codes, quick = [0] * ROOM, [0] * ROOM, [0] * ROOM
    for seat in range(running.compiled.seats):
        n = list_actions(running.compiled.tables, running.state, seat, 1, whole, codes)
        legal = [action for action, code in zip(whole[:n], codes, strict=False) if code == LEGAL]
        assert quick[: list_actions(running.compiled.tables, running.state, seat, 0, quick, codes)] == legal


def drawn(t: Tables, state: State, seat: int) -> list[int]:
    """What the random player can do, draw by draw: it counts and finds a number, and never lists."""
    rows = [0] * ROOM
    plays, verbs = open_tools(t, state, seat, rows), open_verbs(t, state, seat)
    found = [tool_number(t, state, seat, rows, k) for k in range(plays)]
    return found + [verb_number(verbs, k) for k in range(size(verbs))]


@walk
@given(runs())
def test_a_draw_is_the_command_at_its_place_in_the_list(run: tuple[Running, Random]) -> None:
    running, _ = run
    t, state = running.compiled.tables, running.state
    for seat in range(running.compiled.seats):
        if turn_code(state, seat) == LEGAL:
            assert drawn(t, state, seat) == running.legal(seat)


@walk
@given(runs())
def test_lists_and_draws_know_every_price_of_attention(run: tuple[Running, Random]) -> None:
    """Mixed messages cost more only where another department brought a message, and nobody this one (3.5)."""
    running, luck = run
    t, state = copy(running.compiled.tables), copy(running.state)
    for m in range(t.mechanisms[0]):
        t.attention[m] = luck.randrange(11)
    for a in range(t.audiences[0]):
        state.attention[a] = luck.randrange(15)
        for message in luck.sample(range(BROADCAST_MESSAGE + 1), luck.randrange(8)):
            state.brought[a][message] = luck.randrange(1, 1 << t.seats[0])
            state.voices[a] |= state.brought[a][message]
    whole, codes, quick = [0] * ROOM, [0] * ROOM, [0] * ROOM
    for seat in range(t.seats[0]):
        if turn_code(state, seat) == LEGAL:
            n = list_actions(t, state, seat, 1, whole, codes)
            legal = [action for action, code in zip(whole[:n], codes, strict=False) if code == LEGAL]
            assert quick[: list_actions(t, state, seat, 0, quick, codes)] == legal
            assert drawn(t, state, seat) == legal


@walk
@given(runs())
def test_notation_of_every_listed_command_round_trips(run: tuple[Running, Random]) -> None:
    running, _ = run
    ids = running.compiled.ids
    out, codes = [0] * ROOM, [0] * ROOM
    for seat in range(running.compiled.seats):
        n = list_actions(running.compiled.tables, running.state, seat, 1, out, codes)
        assert len(set(out[:n])) == n
        for action in out[:n]:
            command = command_of(ids, action)
            assert action_of(ids, command) == action
            assert from_text(to_text(command)) == command
            assert from_dict(to_dict(command)) == command


@walk
@given(runs())
def test_positions_round_trip_as_text_mapping_and_record(run: tuple[Running, Random]) -> None:
    running, _ = run
    tables, ids, state = running.compiled.tables, running.compiled.ids, running.state
    assert state_from_text(tables, ids, state_to_text(tables, ids, state)) == state
    assert state_from_dict(tables, ids, state_to_dict(tables, ids, state)) == state
    assert state_from_record(to_record(state)) == state


@walk
@given(runs())
def test_a_game_taken_up_from_its_text_goes_on_as_it_would_have(run: tuple[Running, Random]) -> None:
    running, luck = run
    tables, ids = running.compiled.tables, running.compiled.ids
    twin = state_from_text(tables, ids, state_to_text(tables, ids, running.state))
    for _ in range(10):
        if running.state.part[0] == OVER:
            break
        seat, action = luck.choice(running.choices())
        running.do(seat, action)
        assert submit(tables, twin, seat, action, running.log) == LEGAL
        running.log.n[0] = 0
    assert state_hash(twin) == state_hash(running.state)


@walk
@given(runs())
def test_the_same_commands_lead_to_the_same_hash(run: tuple[Running, Random]) -> None:
    running, _ = run
    people = sum(flag << seat for seat, flag in enumerate(running.state.people))
    again = Running(running.compiled, running.seed, running.order, people)
    for seat, action in running.script:
        again.do(seat, action)
    assert state_hash(again.state) == state_hash(running.state)


def anything(running: Running, luck: Random) -> int:
    """Any command, of things that exist or lie just beyond them."""
    t = running.compiled.tables
    argument = {
        OUR_WHY: (t.sentences[0],),
        CHOOSE: (OPTIONS,),
        PLAY: (t.mechanisms[0], t.audiences[0], t.motives[0]),
        BROADCAST: (t.mechanisms[0],),
        TALK: (t.audiences[0],),
        HOLD_BACK: (t.audiences[0],),
        CONVINCE: (len(ARGUMENTS),),
        PROPOSITION: (t.audiences[0],),
        GUESS: (t.seats[0], t.personals[0]),
    }
    kind = luck.randrange(len(KINDS) + 1)
    return pack(kind, *(luck.randrange(n + 1) for n in argument.get(kind, ())))


@walk
@given(runs())
def test_refusals_change_nothing_and_what_is_not_listed_is_refused(run: tuple[Running, Random]) -> None:
    running, luck = run
    tables, state = running.compiled.tables, running.state
    before = copy(state)
    legal = set(running.choices())
    tried = [(luck.randrange(running.compiled.seats), anything(running, luck)) for _ in range(150)]
    tried += [(seat, action) for seat in range(running.compiled.seats) for _, action in running.choices()]
    tried += [(seat, pack(luck.randrange(len(KINDS), 1 << 20))) for seat in range(running.compiled.seats)]
    for seat, action in tried:
        code = refusal_code(tables, state, seat, action)
        assert (code == LEGAL) == ((seat, action) in legal), (seat, action, CODES[code])
        if code != LEGAL:
            assert submit(tables, state, seat, action, running.log) == code
            assert running.log.n[0] == 0
    assert state == before


@walk
@given(runs())
def test_the_list_of_commands_says_the_same_as_the_refusals(run: tuple[Running, Random]) -> None:
    running, _ = run
    tables, state = running.compiled.tables, running.state
    out, codes = [0] * ROOM, [0] * ROOM
    for seat in range(running.compiled.seats):
        n = list_actions(tables, state, seat, 1, out, codes)
        told = dict(zip(out[:n], codes[:n], strict=True))
        assert told == {action: refusal_code(tables, state, seat, action) for action in told}
        assert running.legal(seat) == [action for action in out[:n] if told[action] == LEGAL]


@walk
@given(runs())
def test_refusals_name_the_gate_that_the_rulebook_names(run: tuple[Running, Random]) -> None:
    running, luck = run
    tables, ids, state = running.compiled.tables, running.compiled.ids, running.state
    referee = referee_of(*next(up for up in LINE_UPS if compiled_of(*up) is running.compiled))
    position = running.position()
    out, codes = [0] * ROOM, [0] * ROOM
    for seat, name in enumerate(ids.seats):
        n = list_actions(tables, state, seat, 1, out, codes)
        for i in luck.sample(range(n), min(n, 60)):
            command = to_dict(command_of(ids, out[i]))
            engine = "legal" if codes[i] == LEGAL else GATES[gate(codes[i])]
            assert referee.verdict(position, name, command) == engine, (name, command, CODES[codes[i]])
