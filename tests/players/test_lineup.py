"""Players are spelled by kind, budget, noise and what they leave out; they do what their spelling says."""

import pytest

from game.players.choosing import decide_as
from game.players.imagining import imagine
from game.players.lineup import PlayerError, line_up, player
from game.players.planning import seat_to_act
from game.rules.audit import audit
from game.rules.command import Broadcast, Command, Play, Talk
from game.rules.hide import hide
from game.rules.limits import GUESSING, ROUND
from game.rules.notation import command_of
from game.rules.records import copy
from tests.rules.games import Running, compiled_of


@pytest.mark.parametrize(
    "text",
    [
        "cooperative",
        "silo~0.1",
        "planner:256",
        "planner:8~0.05",
        "cooperative-mechanism=prize_draw-verb=talk",
        "random~1-verb=play",
        "listener-mechanism=prize-draw-mechanism=a_b",
    ],
)
def test_a_player_is_written_as_it_is_spelled(text: str) -> None:
    assert str(player(text)) == text


def test_a_planner_has_a_budget_of_its_own() -> None:
    assert str(player(" planner ")) == "planner:64"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("genius", "unknown_player"),
        ("", "unknown_player"),
        ("silo:5", "budget"),
        ("planner:0", "budget"),
        ("planner:99999", "budget"),
        ("silo~1.5", "noise"),
        ("silo~0.0001", "noise"),
        ("silo~", "spelling"),
        ("silo-talk", "spelling"),
        ("silo-verb=pass", "verb"),
        ("silo-verb=", "verb"),
    ],
)
def test_a_wrong_spelling_says_why(text: str, code: str) -> None:
    with pytest.raises(PlayerError) as caught:
        player(text)
    assert caught.value.code == code


def test_a_line_up_is_one_player_for_all_or_one_each() -> None:
    assert [str(p) for p in line_up("silo", 3)] == ["silo"] * 3
    assert [str(p) for p in line_up("silo,random~0.5,planner:4", 3)] == ["silo", "random~0.5", "planner:4"]
    with pytest.raises(PlayerError) as caught:
        line_up("silo,silo", 3)
    assert caught.value.values == {"given": 2, "seats": 3}


def played(text: str, name: str = "municipality", seats: int = 4, game: int = 0) -> list[Command]:
    """What players of one spelling do in a whole game."""
    running = Running(compiled_of(name, seats), 50 + game, ROUND)
    t, ids = running.compiled.tables, running.compiled.ids
    manner = player(text).manner(ids)
    done = []
    while running.state.part[0] < GUESSING:
        seat = seat_to_act(t, running.state)
        action = decide_as(manner, t, running.state, seat, game)
        assert action in running.legal(seat)
        done.append(command_of(ids, action))
        running.do(seat, action)
    assert audit(t, running.state) == []
    return done


def test_what_is_left_out_is_never_done() -> None:
    used = next(c.mechanism for c in played("cooperative") if isinstance(c, Play))
    without = played(f"cooperative-mechanism={used}-verb=talk")
    assert used not in [c.mechanism for c in without if isinstance(c, Play | Broadcast)]
    assert not any(isinstance(c, Talk) for c in without)
    assert any(isinstance(c, Talk) for c in played("cooperative"))


def test_a_mechanism_that_the_scenario_has_not_is_named() -> None:
    with pytest.raises(PlayerError) as caught:
        player("silo-mechanism=nothing").manner(compiled_of("fruit-stall", 2).ids)
    assert (caught.value.code, caught.value.values) == ("mechanism", {"name": "nothing"})


def test_noise_is_the_share_of_decisions_left_to_chance() -> None:
    running = Running(compiled_of("municipality", 4), 4, ROUND)
    running.do(0, running.legal(0)[0])
    while running.state.part[0] != 2:
        running.do(seat_to_act(running.compiled.tables, running.state), running.legal(0)[0])
    t, state, seat = running.compiled.tables, running.state, running.to_act()

    def choices(text: str) -> list[int]:
        manner = player(text).manner(running.compiled.ids)
        return [decide_as(manner, t, state, seat, seed) for seed in range(300)]

    sure, always, half, never = (choices(f"cooperative{x}") for x in ("", "~1", "~0.5", "~0"))
    assert never == sure
    assert always == choices("random")
    assert all(one in pair for one, *pair in zip(half, sure, always, strict=True))
    strayed = sum(one != own for one, own in zip(half, sure, strict=True))
    assert 90 <= strayed <= 165  # about half of 300, less where chance hits on the same


def test_an_imagined_world_fits_what_a_seat_may_know() -> None:
    """Known motives stay, nothing is dealt twice, and the truth plays no part in it."""
    for game in range(6):
        running = Running(compiled_of("municipality", 4), game, ROUND)
        while decision := running.decided("cooperative", game):
            running.do(*decision)
            if running.state.week[0] == 1 + game and running.state.part[0] == 2:
                break
        t, seat = running.compiled.tables, running.to_act()
        seen = copy(running.state)
        hide(t, seen, seat)
        world = copy(seen)
        imagine(t, world, 99)
        assert audit(t, world) == []
        assert world.personal[seat] == running.state.personal[seat]
        assert len(set(world.personal[:4])) == 4
        assert sorted(world.deck) == sorted(running.state.deck)
        assert world.tokens == running.state.tokens
        for a in range(t.audiences[0]):
            for place in (0, 1):
                if seen.known[a][place]:
                    assert world.motives[a][place] == running.state.motives[a][place]
            assert world.motives[a][0] != world.motives[a][1]
        other = copy(seen)
        imagine(t, other, 100)
        assert game > 0 or other.motives != world.motives
        assert other.seed != world.seed


@pytest.mark.parametrize("researched", [False, True])
def test_an_imagined_motive_is_none_that_the_table_knows_not_to_be_hers(researched: bool) -> None:
    """Whoever sends without asking learns what somebody is not moved by, while her motives stay hidden."""
    running = Running(compiled_of("municipality", 4), 3, ROUND)
    while running.state.week[0] < 4 and (decision := running.decided("pusher", 3)):
        running.do(*decision)
    t, seen = running.compiled.tables, copy(running.state)
    if researched:
        seen.research[0] = 1
        for a in range(t.audiences[0]):  # her motives and one that is known to be none
            main, side = seen.motives[a]
            other = next(m for m in range(t.motives[0]) if m not in (main, side))
            for m in range(t.motives[0]):
                seen.candidates[a][m] = int(m in (main, side, other))
                seen.not_hers[a][m] = max(seen.not_hers[a][m], int(m == other))
    hide(t, seen, seat_to_act(t, running.state))
    hidden = [(a, place) for a in range(t.audiences[0]) for place in (0, 1) if not seen.known[a][place]]
    assert any(any(seen.not_hers[a]) for a, _ in hidden), "there are marks beside what is hidden"
    for luck in range(50):
        world = copy(seen)
        imagine(t, world, luck)
        for a, place in hidden:
            motive = world.motives[a][place]
            assert not seen.not_hers[a][motive]
            assert not researched or seen.candidates[a][motive]


def test_the_planner_plays_a_whole_game_in_plain_python() -> None:
    assert played("planner:8", "fruit-stall", 2)
