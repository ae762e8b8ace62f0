"""Each computer player is a picture of one idea; what it does on whole games shows that idea."""

from collections import Counter

import pytest

from game.players.choosing import KINDS, decide
from game.players.planning import DESK, PLACES
from game.players.playing import new_game, play_on, player_seed_of, seed_of
from game.rules.actions import ROOM
from game.rules.audit import audit
from game.rules.command import Broadcast, Choose, Command, Guess, OurWhy, Pass, Play, Talk
from game.rules.fact import Played
from game.rules.limits import MONDAY, OVER, ROUND
from game.rules.log import new_log
from game.rules.notation import command_of
from game.rules.records import state_hash
from game.rules.state import State
from game.rules.tables import Grid, Tables
from game.scenario.models import Scenario
from tests.rules.games import LINE_UPS, Running, compiled_of, scenario_of


def rows_of(kind: str) -> Grid:
    """Six seats of one kind, in numbers."""
    return [[KINDS.index(kind), 0, 0, 0, 0] for _ in range(6)]


MIXED = [rows_of("cooperative")[0], *rows_of("random")[1:]]


def play_out(t: Tables, manners: Grid, seed: int, game: int) -> State:
    """Game ``game`` of a study in plain Python, whole."""
    states = [new_game(t, seed_of(seed, game))]
    luck = player_seed_of(seed, game)
    rooms = [0] * ROOM, [0] * ROOM, [0] * DESK
    play_on(t, states, states * PLACES, manners, luck, 1 << 30, new_log(0), *rooms)
    return states[0]


def played(name: str, seats: int, kind: str, game: int = 0) -> tuple[Running, list[tuple[str, Command]]]:
    """A whole game of one kind of player, and what everybody did."""
    running = Running(compiled_of(name, seats), 50 + game, ROUND)
    done = []
    while decision := running.decided(kind, game):
        seat, action = decision
        assert action in running.legal(seat)
        running.do(seat, action)
        done.append((running.compiled.ids.seats[seat], command_of(running.compiled.ids, action)))
    return running, done


def test_the_players_have_the_names_of_the_contract() -> None:
    assert KINDS == ("random", "pusher", "silo", "listener", "cooperative")


@pytest.mark.parametrize(("name", "seats"), LINE_UPS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_player_plays_every_game_to_its_end(name: str, seats: int, kind: str) -> None:
    running, done = played(name, seats, kind)
    assert running.state.part[0] == OVER
    assert audit(running.compiled.tables, running.state) == []
    assert not any(isinstance(command, Guess) for _, command in done)


def depth_of(scenario: Scenario, command: Command) -> str:
    if isinstance(command, Broadcast):
        return "broadcast"
    assert isinstance(command, Play)
    return scenario.mechanism(command.mechanism).depth


@pytest.mark.parametrize(("name", "seats"), [("municipality", 4), ("fruit-stall", 3)])
def test_the_pusher_knows_what_and_broadcasts_only(name: str, seats: int) -> None:
    scenario = scenario_of(name)
    running, done = played(name, seats, "pusher")
    depths = Counter(depth_of(scenario, c) for _, c in done if isinstance(c, Play | Broadcast))
    assert set(depths) <= {"what", "broadcast"}
    assert sum(depths.values()) > scenario.weeks
    assert all(isinstance(c, Play | Broadcast | Pass | Choose | OurWhy) for _, c in done)
    assert running.state.lost_weeks[0] == scenario.weeks
    sentence = next(c.sentence for _, c in done if isinstance(c, OurWhy))
    empty = [w.id for w in scenario.organisation.why_sentences if not w.motives]
    assert sentence in empty  # who pushes takes profit for a why


def test_a_silo_looks_after_its_own_kpi() -> None:
    """It scores better than somebody who does anything, and most of its plays count for its KPI."""
    scenario = scenario_of("fruit-stall")
    levels: dict[str, Counter[int]] = {"stall": Counter(), "delivery": Counter()}
    scores = {}
    for kind in ("random", "silo"):
        games = [played("fruit-stall", 3, kind, game) for game in range(8)]
        scores[kind] = sum(sum(running.state.own_score) for running, _ in games)
        for seat, command in (step for _, done in games for step in done):
            if kind == "silo" and isinstance(command, Play) and seat in levels:
                levels[seat][scenario.mechanism(command.mechanism).level] += 1
    assert scores["silo"] > scores["random"]
    for seat, counts in levels.items():
        assert counts.most_common(1)[0][0] == scenario.department(seat).kpi.level


def test_the_listener_talks_before_anything_else() -> None:
    _, done = played("municipality", 4, "listener")
    _, first = next((seat, c) for seat, c in done if not isinstance(c, OurWhy | Choose))
    assert isinstance(first, Talk)
    talks = sum(isinstance(c, Talk) for _, c in done)
    assert talks >= 8
    running, _ = played("municipality", 4, "listener")
    assert running.state.lost_weeks[0] == 0


def test_cooperative_players_talk_convince_propose_and_climb_to_the_top() -> None:
    kinds: Counter[str] = Counter()
    levels = 0
    for game in range(5):
        running, done = played("municipality", 4, "cooperative", game)
        kinds.update(type(command).__name__ for _, command in done)
        levels += sum(sum(running.state.tokens[a][5]) for a in range(5))
        assert running.state.lost_weeks[0] <= 1
        sentence = next(c.sentence for _, c in done if isinstance(c, OurWhy))
        assert scenario_of("municipality").organisation.why_sentences[-1].id != sentence
    assert {"Talk", "Convince", "Practise", "Proposition", "Play"} <= set(kinds)
    assert levels > 0


def test_cooperative_players_bring_the_same_message() -> None:
    running = Running(compiled_of("municipality", 4), 4, ROUND)
    plays: Counter[str] = Counter()
    while decision := running.decided("cooperative"):
        for fact in running.do(*decision):
            if isinstance(fact, Played):
                plays["coherent"] += fact.coherent
                plays["mixed"] += fact.mixed
    assert plays["coherent"] > 0


def test_the_ladder_on_a_few_games() -> None:
    """Pushing ends far below fending for oneself, and that below playing for the whole (preamble)."""
    for name, seats in (("municipality", 4), ("fruit-stall", 3)):
        tables = compiled_of(name, seats).tables
        means = {
            kind: sum(play_out(tables, rows_of(kind), 3, g).points[0] for g in range(12)) / 12
            for kind in ("pusher", "silo", "cooperative")
        }
        assert means["pusher"] < means["silo"] < means["cooperative"]


def test_a_player_with_the_same_seed_decides_the_same_and_with_another_not_always() -> None:
    running = Running(compiled_of("municipality", 4), 4, ROUND)
    running.do(0, running.legal(0)[0])
    while running.state.part[0] == MONDAY:
        running.do(0, running.legal(0)[0])
    t, state, seat = running.compiled.tables, running.state, running.to_act()
    for kind in KINDS:
        assert decide(kind, t, state, seat, 7) == decide(kind, t, state, seat, 7)
    assert len({decide("random", t, state, seat, seed) for seed in range(40)}) > 4


def test_a_game_of_a_study_is_known_by_its_seed_and_number() -> None:
    tables = compiled_of("fruit-stall", 2).tables
    one, two = (state_hash(play_out(tables, MIXED, 9, 3)) for _ in range(2))
    assert one == two
    assert state_hash(play_out(tables, MIXED, 9, 4)) != one
    assert state_hash(play_out(tables, MIXED, 8, 3)) != one


def test_the_players_seed_is_not_the_games_seed() -> None:
    pairs = [(seed_of(1, game), player_seed_of(1, game)) for game in range(50)]
    assert len({seed for pair in pairs for seed in pair}) == 100
    assert new_game(compiled_of("fruit-stall", 2).tables, seed_of(1, 0)).seed[0] == pairs[0][0]


def test_an_unknown_kind_is_a_bug_and_loud() -> None:
    running = Running(compiled_of("fruit-stall", 2), 4)
    with pytest.raises(ValueError, match="not in tuple"):
        decide("nobody", running.compiled.tables, running.state, 0, 1)
