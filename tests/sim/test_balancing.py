"""Scenarios judged by their own targets."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import typer
from typer.testing import CliRunner
from typer.testing import Result as Ran

from game.app import balancing
from game.scenario.models import Scenario
from game.words.catalogue import LANGUAGES, Language
from sim import Judgement, SimulationError, Verdict, balance, simulate
from sim.balancing import Pointer, games_needed
from sim.claims import Target, Wanted, point_bounds
from sim.sentences import row, sentence
from sim.statistics import Interval, Status
from sim.telling import judgement_text
from tests.builders import TINY, Values, tiny, tiny_bytes, tiny_scenario

GAMES = 1000
Write = Callable[..., Path]

GARDEN_KPI = "kpi: {text: {nl: 1 per gesprek, en: 1 per talk}, measure: talks, points: 1}"
RICH_KPI = GARDEN_KPI.replace("points: 1", "points: 20")
FAIR = "{players: cooperative, within: [0.5, 2]}"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes the tiny scenario to a file: with these targets only, and with words replaced."""

    def write_tiny(*targets: str, changes: tuple[tuple[str, str], ...] = ()) -> Path:
        head, own = TINY.split("  targets:\n")
        text = head + "  targets:\n" + ("".join(f"    {line}\n" for line in targets) or own)
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        path = tmp_path / "tiny.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write_tiny


def of(judgement: Judgement, name: str, departments: int, subject: str | None = None) -> Verdict:
    """The one verdict that is meant."""
    (found,) = (
        verdict
        for verdict in judgement.verdicts
        if (verdict.target, verdict.departments, verdict.subject) == (name, departments, subject)
    )
    return found


def line_of(path: Path, number: int | None) -> str:
    """A line of a file, counted from 1."""
    assert number is not None
    return path.read_text(encoding="utf-8").splitlines()[number - 1]


# Verdicts


def test_every_target_is_judged_for_every_number_of_departments(write: Write) -> None:
    path = write()
    found = balance(path, GAMES)
    said = {(v.target, v.departments, v.subject, v.players) for v in found.verdicts}
    assert len(said) == len(found.verdicts) == 2 * 3 + 2 * 2 + (2 + 3)
    for departments, seats in ((2, {"shop", "kitchen"}), (3, {"shop", "kitchen", "garden"})):
        steps = {players for name, d, _, players in said if (name, d) == ("ladder", departments)}
        assert steps == {("silo", "pusher"), ("cooperative", "silo")}
        assert {s for name, d, s, _ in said if (name, d) == ("seat_share", departments)} == seats
    for verdict in found.verdicts:
        assert line_of(path, verdict.line).strip().startswith(f"{verdict.target}:")
        assert verdict.found.low <= verdict.found.high
        assert 0 < verdict.games <= GAMES


def test_a_verdict_is_what_a_trial_of_the_same_games_shows() -> None:
    scenario = tiny_scenario()
    found = balance(scenario, 400, seed=7)
    games = {kind: simulate(scenario, 400, kind, 3, seed=7) for kind in ("pusher", "silo", "cooperative")}
    together = games["cooperative"]
    assert of(found, "medal_rate", 3).found.value == pytest.approx((together.medal >= 2).mean())
    assert of(found, "lost_weeks", 3).found.value == together.lost_weeks.mean()
    for name, share in zip(("shop", "kitchen", "garden"), together.shares(), strict=True):
        assert of(found, "seat_share", 3, name).found.value == pytest.approx(3 * share)
    steps = {v.players: v.found.value for v in found.verdicts if (v.target, v.departments) == ("ladder", 3)}
    for (upper, lower), gain in steps.items():
        assert gain == pytest.approx((games[upper].points - games[lower].points).mean())


def test_the_same_seed_gives_the_same_verdicts_whatever_workers() -> None:
    one, two = (balance(tiny_scenario(), 700, workers=workers) for workers in (1, 2))
    assert one.verdicts == two.verdicts
    assert balance(tiny_scenario(), 700, seed=1).verdicts != one.verdicts


def test_a_line_up_stops_when_nothing_about_it_is_open(write: Write) -> None:
    found = balance(write("lost_weeks: {players: pusher, max_mean: 1}"), 100_000)
    assert found.status == "missed"
    assert {line_up.games for line_up in found.line_ups} == {500}


def test_few_games_decide_nothing() -> None:
    found = balance(tiny_scenario(), 3)
    assert {verdict.status for verdict in found.verdicts} == {"undecided"}
    assert found.status == "undecided"


def test_a_ladder_upside_down_is_missed_on_every_step(write: Write) -> None:
    found = balance(write("ladder: [cooperative, silo, pusher]"), 5000)
    assert {verdict.status for verdict in found.verdicts} == {"missed"}
    for verdict in found.verdicts:
        assert verdict.found.high < 0
        assert "step down" in sentence(found.scenario, verdict, "en")


def test_a_kpi_that_pays_too_well_is_named_with_its_line(write: Write) -> None:
    path = write(f"seat_share: {FAIR}", changes=((GARDEN_KPI, RICH_KPI),))
    found = balance(path, GAMES)
    garden = of(found, "seat_share", 3, "garden")
    assert garden.status == "missed"
    assert garden.is_above
    (pointer, *_) = garden.see
    assert line_of(path, pointer.line).strip() == RICH_KPI
    said = sentence(found.scenario, garden, "nl")
    assert "Moestuin" in said
    assert f"regel {pointer.line}" in said
    assert f"Zie regel {garden.line}" in said


def test_a_mechanism_that_nobody_plays_is_named_with_its_line(write: Write) -> None:
    path = write("dead_mechanisms: {players: cooperative, max: 0}")
    found = balance(path, 20_000)
    for departments in (2, 3):
        verdict = of(found, "dead_mechanisms", departments)
        assert verdict.status == "missed"
        assert verdict.found == Interval(1, 1, 1)
        (pointer,) = verdict.see
        assert line_of(path, pointer.line).strip() == "- id: leaflet"
        said = sentence(found.scenario, verdict, "en")
        assert f"Leaflet (line {pointer.line})" in said
    patient = balance(write("dead_mechanisms: {players: cooperative, max: 1}"), 20_000)
    assert patient.status == "met"


@pytest.mark.parametrize(
    ("most", "hours", "strongest", "ratio", "status"),
    [
        (1.2, 1, "chat", 4 / 3, "missed"),
        (1.4, 1, "chat", 4 / 3, "met"),
        (1.4, 2, "leaflet", 3 / 2, "missed"),
        (1.5, 2, "leaflet", 3 / 2, "met"),
    ],
)
def test_a_mechanism_is_weighed_by_what_its_dice_lift_in_an_hour_beside_its_step(
    most: float, hours: int, strongest: str, ratio: float, status: Status, tmp_path: Path
) -> None:
    def beside(values: Values) -> None:
        leaflet, chat, *_ = values["mechanisms"]
        leaflet["depth"] = "how"  # 3 dice that lift at 5 or more
        chat["hours"] = hours  # 2 dice that lift at 3 or more
        values["balance"]["targets"] = {"strong_mechanisms": {"max_ratio": most}}

    path = tmp_path / "beside.yaml"
    path.write_bytes(tiny_bytes(beside))
    found = balance(path, 3)
    assert [verdict.departments for verdict in found.verdicts] == [2, 3]
    for verdict in found.verdicts:
        assert (verdict.status, verdict.games) == (status, 0)
        assert verdict.found == Interval(ratio, ratio, ratio)
        assert [pointer.id for pointer in verdict.see] == [strongest]
        assert row(found, verdict, "en")["players"] == []


@pytest.mark.parametrize(
    ("most", "strong", "weak"),
    [
        (1.2, (6, 6), (1, 2)),  # as many dice, and the number that lifts: 6/6 beside 5/6
        (1.25, (1, 2), (1, 3)),
        (1.5, (3, 4), (2, 4)),
        (1.6, (8, 6), (1, 2)),
        (1.8, (3, 4), (1, 2)),
    ],
)
def test_what_is_exactly_on_its_bound_is_not_too_strong(
    most: float, strong: tuple[int, int], weak: tuple[int, int]
) -> None:
    def beside(values: Values) -> None:
        leaflet, chat, *_ = values["mechanisms"]
        leaflet["depth"] = "how"
        chat["reach"], chat["difficulty"] = strong
        leaflet["reach"], leaflet["difficulty"] = weak
        values["balance"]["targets"] = {"strong_mechanisms": {"max_ratio": most}}

    found = balance(tiny_scenario(beside), 1)
    assert [verdict.found.value for verdict in found.verdicts] == pytest.approx([most, most])
    assert found.status == "met"


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nothing_can_be_compared_nothing_is_met(write: Write, language: Language) -> None:
    path = write("strong_mechanisms: {max_ratio: 1.4}")  # of the tiny scenario, with one mechanism a step
    ran = run(path, "--games", 5, "--lang", language, "--report", path.with_suffix(".html"))
    assert ran.exit_code == 4
    assert (
        ran.stdout.count(
            {"nl": "valt er niets te vergelijken", "en": "there is nothing to compare"}[language]
        )
        == 2
    )
    for entry in json.loads(run(path, "--games", 5, "--json").stdout, parse_constant=pytest.fail):
        assert (entry["value"], entry["status"]) == (None, "undecided")


def test_a_ladder_with_planners_is_judged_on_their_games(write: Write) -> None:
    found = balance(write("ladder: [pusher, planner]"), 20)
    for verdict in found.verdicts:
        assert verdict.games == 20
        assert verdict.found.value > 0


def test_without_medals_nobody_can_be_colleague_of_the_year() -> None:
    def far(values: Values) -> None:
        values["goal"]["medals"] = {n: {"bronze": 900, "silver": 901, "gold": 902} for n in (2, 3)}

    found = balance(tiny_scenario(far), 600)
    garden = of(found, "seat_share", 3, "garden")
    assert garden.status == "undecided"
    assert row(found, garden, "en")["value"] is None
    assert "never won a medal" in sentence(found.scenario, garden, "en")


def test_a_scenario_that_came_from_no_file_has_no_lines() -> None:
    found = balance(tiny_scenario(), 600)
    for verdict in found.verdicts:
        assert verdict.line is None
        assert "line " not in sentence(found.scenario, verdict, "en")


def test_points_never_leave_the_bounds_that_verdicts_rest_on() -> None:
    def crowded(values: Values) -> None:
        values["events"][2]["options"][0]["effects"] = [{"kind": "suspects", "audience": "all", "n": 30}]

    for edit in (None, crowded):
        for seats in (2, 3):
            low, high = point_bounds(tiny(seats, edit))
            for kind in ("random", "pusher", "cooperative"):
                points = simulate(tiny_scenario(edit), 300, kind, seats).points
                assert low <= points.min()
                assert points.max() <= high
    # 3 audiences: 17 + 2 × 10 … people, and 30 more each
    assert point_bounds(tiny(2, crowded))[1] - point_bounds(tiny(2))[1] == (3 * 30 - 2) * 16


# The promise: at most 5 % false ‘missed’, however often one looks


def coin(values: Values) -> None:
    """One week, and one of two events: with the lucky one every game wins a medal, else none does."""
    values["weeks"] = 1
    values["unlock"] = {"mechanisms_above_follower": 1}
    values["mechanisms"][3].pop("first_week")
    lucky = {"options": [{"effects": [{"kind": "will", "n": 6}]}]}
    dull = {"options": [{"effects": [{"kind": "story"}]}]}
    texts = {"title": "Event", "text": "Something happens."}
    values["events"] = [{"id": "lucky", **texts, **lucky}, {"id": "dull", **texts, **dull}]
    values["goal"]["medals"] = {n: {"bronze": 1, "silver": 900, "gold": 901} for n in (2, 3)}
    values["goal"]["conditions"] = [{"measure": "will", "at_least": 4}]
    values["balance"]["departments"] = [2]
    on_the_bound = {"players": "random", "medal": "bronze", "within": [0.5, 1.0]}
    values["balance"]["targets"] = {"medal_rate": on_the_bound}


def false_verdicts(scenario: Scenario, runs: int, games: int) -> int:
    statuses = [balance(scenario, games, seed=run).status for run in range(runs)]
    return statuses.count("missed")


def test_the_truth_of_the_coin_lies_on_its_bound() -> None:
    won = simulate(tiny_scenario(coin), 20_000, "random", 2).medal > 0
    assert abs(won.mean() - 0.5) < 4 * 0.5 / np.sqrt(20_000)


def test_a_target_on_its_bound_is_rarely_called_missed() -> None:
    assert false_verdicts(tiny_scenario(coin), 60, 2000) <= 8


@pytest.mark.torture
def test_a_thousand_studies_on_the_bound_give_at_most_65_false_verdicts() -> None:
    assert false_verdicts(tiny_scenario(coin), 1000, 4000) <= 65


# Words


TARGETS: tuple[tuple[Target, Wanted, Interval], ...] = (
    ("medal_rate", Wanted(0.5, 0.8, {"medal": "silver", "within": [0.5, 0.8]}), Interval(0.6, 0.55, 0.7)),
    ("ladder", Wanted(1e-9, np.inf, {"better_than": "silo"}), Interval(12.3, 9.9, 14)),
    ("seat_share", Wanted(0.8, 1.25, {"within": [0.8, 1.25]}), Interval(1.5, 1.3, 1.7)),
    ("dead_mechanisms", Wanted(0, 0, {"max": 0}), Interval(1, 1, 1)),
    ("lost_weeks", Wanted(0, 0.5, {"max_mean": 0.5}), Interval(0.2, 0.1, 0.3)),
    ("strong_mechanisms", Wanted(0, 1.4, {"max_ratio": 1.4}), Interval(1.2, 1.2, 1.2)),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("target", "wanted", "found"), TARGETS)
@pytest.mark.parametrize("status", ["met", "missed", "undecided"])
def test_every_verdict_can_be_said(
    language: Language, target: Target, wanted: Wanted, found: Interval, status: Status
) -> None:
    if status == "missed":
        past = wanted.low - 1 if target == "ladder" else wanted.high + 1
        found = Interval(past, past, past)
    see = (Pointer("mechanism", "leaflet", 83),) if target.endswith("mechanisms") else ()
    subject = "kitchen" if target == "seat_share" else None
    verdict = Verdict(target, 3, ("cooperative", "silo"), subject, status, found, wanted, 500, 12, see)
    said = sentence(tiny_scenario(), verdict, language)
    assert "3 " in said
    assert said.endswith("12.")
    assert "{" not in said
    if status == "undecided" and target != "strong_mechanisms":  # for that one games tell nothing
        assert "500" in said


def test_a_sentence_names_numbers_in_the_way_of_its_language() -> None:
    wanted = Wanted(0.8, 1.25, {"within": [0.8, 1.25]})
    see = (Pointer("department", "shop", 214),)
    verdict = Verdict(
        "seat_share", 2, ("cooperative",), "shop", "missed", Interval(1.5, 1.4, 1.6), wanted, 500, 280, see
    )
    assert sentence(tiny_scenario(), verdict, "en") == (
        "With 2 departments, Shop is colleague of the year in 75.0% of the games in which team players win "
        "a medal (70.0–80.0%); the target is 40% to 62.5%. Missed: too often. The KPI of Shop is in "
        "line 214. See line 280."
    )
    assert "75,0% van de spellen" in sentence(tiny_scenario(), verdict, "nl")
    wide = replace(verdict, wanted=Wanted(0, 6, {"within": [0, 6]}))
    assert "the target is 0% to 100%." in sentence(tiny_scenario(), wide, "en")


def test_a_step_down_is_told_in_points_fewer_and_bounds_as_they_are_written() -> None:
    ladder = Wanted(1e-9, np.inf, {"better_than": "cooperative"})
    down = Verdict(
        "ladder", 2, ("silo", "cooperative"), None, "missed", Interval(-51.9, -60, -40.5), ladder, 500, 280
    )
    said = sentence(tiny_scenario(), down, "en")
    assert "silo players score 51.9 points fewer than team players (40.5–60.0)" in said
    medal = Wanted(0.7116, 0.7117, {"medal": "gold", "within": [0.7116, 0.7117]})
    rate = Verdict("medal_rate", 2, ("silo",), None, "undecided", Interval(0.5, 0, 1), medal, 2000, 280)
    said = sentence(tiny_scenario(), rate, "nl")
    assert "van de spellen goud (" in said
    assert "71,16% tot 71,17%" in said
    assert "2.000 spellen" in said


def test_the_text_has_a_light_for_every_verdict_and_counts_them(write: Write) -> None:
    found = balance(write(), GAMES)
    text = judgement_text(found, "nl", lambda status, said: f"<{status}>{said}")
    assert text.startswith("De hoekwinkel (")
    for status in ("met", "missed", "undecided"):
        number = sum(verdict.status == status for verdict in found.verdicts)
        assert text.count(f"<{status}>") == number


def test_the_text_tells_which_mechanisms_stand_out() -> None:
    text = judgement_text(balance("fruit-stall", 600), "nl")
    assert "uitsteekt boven" in text
    assert "punten (regel " in text


def test_a_handful_of_games_tells_nothing_about_mechanisms() -> None:
    text = judgement_text(balance("fruit-stall", 3), "en")
    assert len(text.splitlines()) == 2 + len(balance("fruit-stall", 3).verdicts)


# The command


def run(*words: str | int | Path) -> Ran:
    app = typer.Typer()
    balancing.register(app)
    return CliRunner().invoke(app, ["balance", *map(str, words)])


@pytest.mark.parametrize(
    ("target", "games", "code"),
    [
        ("lost_weeks: {players: pusher, max_mean: 4}", 600, 0),
        ("lost_weeks: {players: pusher, max_mean: 3}", 600, 1),
        ("lost_weeks: {players: silo, max_mean: 3}", 2, 4),
        ("lost_weeks: {players: planner, max_mean: 3}", 2, 4),
    ],
)
def test_exit_codes(write: Write, target: str, games: int, code: int) -> None:
    ran = run(write(target), "--games", games, "--lang", "nl")
    assert ran.exit_code == code
    assert (ran.stdout == "") == (code == 2)
    assert "Traceback" not in ran.output


def test_one_missed_outweighs_one_undecided(write: Write, tmp_path: Path) -> None:
    missed = tmp_path / "missed.yaml"
    missed.write_bytes(write("lost_weeks: {players: pusher, max_mean: 1}").read_bytes())
    undecided = write("medal_rate: {players: random, medal: silver, within: [0.56, 0.751]}")
    assert run(undecided, "--games", 500, "--lang", "en").exit_code == 4
    ran = run(undecided, missed, "--games", 500, "--lang", "en")
    assert ran.exit_code == 1
    assert ran.stdout.count("The corner shop (") == 2


def test_json_has_the_shape_of_the_contract(write: Write) -> None:
    path = write()
    ran = run(path, "--games", 5, "--json", "--lang", "nl")
    assert ran.exit_code == 4
    rows = json.loads(ran.stdout, parse_constant=pytest.fail)
    assert len(rows) == 15
    for entry in rows:
        expected = {
            "scenario",
            "target",
            "line",
            "status",
            "value",
            "low",
            "high",
            "wanted",
            "games",
            "sentence",
        }
        assert expected <= set(entry)
        assert (entry["scenario"], entry["file"], entry["status"]) == ("tiny", str(path), "undecided")
        assert entry["games"] == 5
        assert f"regel {entry['line']}" in entry["sentence"]


def test_nothing_to_judge_is_wrong_usage(write: Write) -> None:
    path = write("ladder: [silo, pusher]")
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("balance:")], encoding="utf-8")
    ran = run(path, "--lang", "en")
    assert ran.exit_code == 2
    assert f"{path} has no balance targets" in ran.stderr
    with pytest.raises(SimulationError, match="no balance targets"):
        balance(path)


@pytest.fixture
def aimless(tmp_path: Path) -> Path:
    """A scenario without targets."""
    path = tmp_path / "aimless.yaml"
    path.write_text(TINY[: TINY.index("balance:")], encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("lost_weeks: {players: pusher, max_mean: 4}", 2),  # all met, but not of all
        ("lost_weeks: {players: pusher, max_mean: 3}", 1),
        ("medal_rate: {players: random, medal: silver, within: [0.56, 0.751]}", 2),  # undecided
    ],
)
def test_what_has_no_targets_is_left_out_and_the_others_are_judged(
    write: Write, aimless: Path, target: str, code: int
) -> None:
    judged = write(target)
    for language, left_out in {
        "nl": f"Niet beoordeeld: {aimless} heeft geen doelen voor de balans",
        "en": f"Not judged: {aimless} has no balance targets",
    }.items():
        ran = run(aimless, judged, "--games", 600, "--lang", language)
        assert ran.exit_code == code
        assert f"({judged})" in ran.stdout.splitlines()[0]
        assert str(aimless) not in ran.stdout
        assert ran.stderr.startswith(left_out)
    assert {row["file"] for row in json.loads(run(aimless, judged, "--games", 9, "--json").stdout)} == {
        str(judged)
    }


@pytest.mark.parametrize(
    "words", [(), ("nowhere",), ("fruit-stall", "--games", 0), ("fruit-stall", "--fast")]
)
def test_wrong_usage_exits_2(words: tuple[str | int, ...]) -> None:
    ran = run(*words)
    assert ran.exit_code == 2
    assert ran.stderr


def test_an_invalid_scenario_exits_3_before_anything_is_played(write: Write) -> None:
    ran = run("fruit-stall", write(changes=(("weeks: 4", "weeks: 40"),)))
    assert ran.exit_code == 3
    assert "too_large" in ran.stderr
    assert ran.stdout == ""


def test_progress_ends_at_the_games_that_were_promised() -> None:
    seen: list[int] = []
    balance(tiny_scenario(), 800, progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == games_needed(tiny_scenario(), 800) == 2 * 3 * 800
