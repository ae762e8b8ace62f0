"""Every limit and every demand of the format: what is just allowed, and what is just too much."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario import compiling
from game.scenario.diagnostics import check_bytes
from game.scenario.load import ScenarioError, check
from tests.builders import Edit, Values, tiny_bytes, tiny_scenario, tiny_values, to_yaml

Step = str | int


def put(value: Any, *path: Step) -> Edit:
    """An edit that puts a value at a place (a field that was not there may be the last step)."""

    def edit(values: Values) -> None:
        inner: Any = values
        for step in path[:-1]:
            inner = inner[step]
        inner[path[-1]] = value

    return edit


def drop(*path: Step) -> Edit:
    def edit(values: Values) -> None:
        inner: Any = values
        for step in path[:-1]:
            inner = inner[step]
        del inner[path[-1]]

    return edit


def repeat(section: str, times: int, field: str = "id") -> Edit:
    """Make a list ``times`` long with copies of its first entry under ids of their own."""

    def edit(values: Values) -> None:
        entries = values[section]
        for i in range(len(entries), times):
            entries.append({**entries[0], field: f"copy-{i}"})

    return edit


def both(*edits: Edit) -> Edit:
    def edit(values: Values) -> None:
        for one in edits:
            one(values)

    return edit


def six_departments(name: str = "Afdeling") -> Edit:
    """Six departments, all in play at six."""

    def edit(values: Values) -> None:
        repeat("departments", 6)(values)
        ids = [department["id"] for department in values["departments"]]
        values["departments"][5]["name"] = name
        values["in_play"][6] = [{"department": identifier} for identifier in ids]
        for i in range(len(values["personal_motives"]), 6):
            motive = f"wish-{i}"
            values["motives"].append({"id": motive, "name": "Wens", "icon": "star"})
            values["personal_motives"].append({**values["personal_motives"][0], "motive": motive})
        values["goal"]["medals"][6] = {"bronze": 1, "silver": 2, "gold": 3}

    return edit


def many_tools(mechanisms: int) -> Edit:
    def edit(values: Values) -> None:
        repeat("mechanisms", mechanisms)(values)
        every = [mechanism["id"] for mechanism in values["mechanisms"]]
        values["departments"][0]["toolbox"] = every
        values["departments"][1]["toolbox"] = every

    return edit


RANGES: dict[tuple[Step, ...], tuple[int, int]] = {
    ("weeks",): (3, 12),
    ("rules", "launch_week"): (0, 12),
    ("rules", "launch_points"): (0, 50),
    ("rules", "lost_week_points"): (0, 50),
    ("rules", "drift"): (0, 6),
    ("rules", "irrelevant"): (0, 5),
    ("rules", "will"): (0, 10),
    ("rules", "know_how"): (0, 10),
    ("rules", "convince_limit"): (0, 10),
    ("rules", "motive_points"): (0, 100),
    ("powers", "power"): (0, 20),
    ("audiences", 0, "tokens", 2): (0, 30),
    ("audiences", 0, "attention", "max"): (1, 20),
    ("audiences", 0, "attention", "refill"): (0, 20),
    ("mechanisms", 1, "level"): (0, 3),
    ("mechanisms", 1, "hours"): (1, 8),
    ("mechanisms", 1, "attention"): (0, 10),
    ("mechanisms", 1, "reach"): (1, 12),
    ("mechanisms", 1, "difficulty"): (2, 6),
    ("mechanisms", 1, "will"): (0, 10),
    ("mechanisms", 1, "know_how"): (0, 10),
    ("mechanisms", 1, "first_week"): (1, 99),
    ("departments", 0, "kpi", "level"): (0, 4),
    ("departments", 0, "kpi", "points"): (1, 50),
    ("personal_motives", 1, "at_most"): (0, 9999),
    ("personal_motives", 2, "at_least"): (0, 9999),
    ("personal_motives", 2, "level"): (0, 5),
    ("events", 0, "week"): (1, 4),
    ("events", 0, "options", 0, "hours"): (0, 8),
    ("events", 0, "options", 0, "effects", 0, "n"): (-10, 10),
    ("events", 1, "options", 0, "effects", 2, "n"): (-8, 8),
    ("events", 2, "options", 0, "effects", 0, "n"): (1, 30),
    ("events", 2, "options", 0, "effects", 1, "level"): (0, 4),
    ("events", 2, "options", 2, "effects", 0, "level"): (1, 5),
    ("unlock",): (1, 99),
    ("goal", "conditions", 0, "level"): (0, 5),
    ("balance", "games"): (100, 10_000_000),
    ("balance", "targets", "dead_mechanisms", "max"): (0, 48),
}


@pytest.mark.parametrize("path", RANGES, ids=lambda path: ".".join(map(str, path)))
def test_numbers_keep_to_their_range(path: tuple[Step, ...]) -> None:
    low, high = RANGES[path]

    def at(n: int) -> Edit:
        return put({"research": n}, *path) if path == ("unlock",) else put(n, *path)

    assert check(tiny_bytes(at(low))) == ()
    assert check(tiny_bytes(at(high))) == ()
    for beyond in (low - 1, high + 1):
        if path in {("weeks",), ("mechanisms", 1, "level"), ("events", 0, "week")} and 0 < beyond < 12:
            continue  # a demand of another kind, shown below
        codes = [finding.code for finding in check(tiny_bytes(at(beyond)))]
        assert codes
        assert set(codes) <= {"too_small", "too_large", "unknown_field"}


@pytest.mark.parametrize(("ratio", "fine"), [(0.9, False), (1, True), (1.4, True), (100, True), (101, False)])
def test_nothing_can_be_less_strong_than_the_others_by_demand(ratio: float, fine: bool) -> None:
    target = put({"max_ratio": ratio}, "balance", "targets", "strong_mechanisms")
    assert (check(tiny_bytes(target)) == ()) == fine


LENGTHS: dict[tuple[Step, ...], int] = {
    ("title",): 24,
    ("summary",): 120,
    ("organisation", "name"): 24,
    ("organisation", "goal"): 120,
    ("organisation", "why_sentences", 0, "text"): 80,
    ("motives", 0, "name"): 20,
    ("audiences", 0, "name"): 9,
    ("audiences", 0, "role"): 30,
    ("audiences", 0, "line"): 80,
    ("mechanisms", 0, "name"): 26,
    ("mechanisms", 0, "text"): 80,
    ("departments", 0, "name"): 24,
    ("departments", 0, "short"): 12,
    ("departments", 0, "kpi", "text"): 60,
    ("personal_motives", 0, "text"): 60,
    ("events", 0, "title"): 24,
    ("events", 0, "text"): 80,
    ("events", 0, "options", 0, "label"): 40,
}


@pytest.mark.parametrize("path", LENGTHS, ids=lambda path: ".".join(map(str, path)))
def test_texts_keep_to_their_length(path: tuple[Step, ...]) -> None:
    longest = LENGTHS[path]
    assert check(tiny_bytes(put("é" * longest, *path))) == ()
    assert check(tiny_bytes(put({"nl": "x", "en": "x" * longest}, *path))) == ()
    for value in ("x" * (longest + 1), {"nl": "x" * (longest + 1), "en": "x"}):
        (finding,) = check(tiny_bytes(put(value, *path)))
        assert finding.code == "text_too_long"
    for value in ("", "   ", {"nl": "x", "en": ""}):
        (finding,) = check(tiny_bytes(put(value, *path)))
        assert finding.code == "empty_text"
    for value in ({"nl": "x"}, {"en": "x"}):
        (finding,) = check(tiny_bytes(put(value, *path)))
        assert finding.code == "missing_translation"


ids = [("short", True), ("x" * 32, True), ("A-b_9", True), ("x" * 33, False), ("", False), ("a b", False)]


@pytest.mark.parametrize(("identifier", "fine"), [*ids, ("é", False), ("a.b", False), ("a\n", False)])
def test_ids_are_letters_digits_dashes_and_underscores(identifier: str, fine: bool) -> None:
    findings = check(tiny_bytes(put(identifier, "id")))
    assert [finding.code for finding in findings] == ([] if fine else ["bad_id"])


# Name: the code that must be found, and what breaks the tiny scenario.
BREAKS: dict[str, tuple[str, Edit]] = {
    "seven departments": ("too_many", repeat("departments", 7)),
    "eight audiences": ("too_many", repeat("audiences", 8)),
    "49 mechanisms": ("too_many", repeat("mechanisms", 49)),
    "17 motives": ("too_many", repeat("motives", 17)),
    "65 events": ("too_many", both(drop("events", 0, "week"), repeat("events", 65))),
    "17 personal motives": ("too_many", repeat("personal_motives", 17, "motive")),
    "four options": ("too_many", put([{"label": "x"}] * 4, "events", 0, "options")),
    "no option": ("too_few", put([], "events", 0, "options")),
    "seven effects": ("too_many", put([{"kind": "pressing"}] * 7, "events", 0, "options", 0, "effects")),
    "seven conditions": ("too_many", put([{"measure": "will", "at_least": 1}] * 7, "goal", "conditions")),
    "one why sentence": ("too_few", put([], "organisation", "why_sentences")),
    "two candidates": ("too_few", put(["company", "health"], "audiences", 0, "candidates")),
    "no channel": ("too_few", put([], "audiences", 0, "channels")),
    "seven levels": ("too_many", put([1] * 7, "audiences", 0, "tokens")),
    "an empty toolbox": ("too_few", put([], "departments", 0, "toolbox")),
    "no line-up": ("too_few", put({}, "in_play")),
    "a line-up of seven": ("not_departments", put([], "in_play", 7)),
    "a line-up of one": ("not_departments", put([], "in_play", 1)),
    "a text for a number": ("expected_whole_number", put("4", "weeks")),
    "a number for a text": ("expected_text", put(4, "title", "nl")),
    "one empty sentence too many": (
        "two_sentences_with_motives",
        put([], "organisation", "why_sentences", 0, "motives"),
    ),
    "no medals for three": ("medals_missing", drop("goal", "medals", 3)),
    "medals for four": (
        "not_supported",
        put({"bronze": 1, "silver": 2, "gold": 3}, "goal", "medals", 4),
    ),
    "silver is bronze": ("medals_not_rising", put(20, "goal", "medals", 2, "silver")),
    "a power nobody has": ("power_never_in_stock", put("subsidy", "mechanisms", 5, "power")),
    "power from level 3": ("power_only_at_level_4", put("data", "mechanisms", 4, "power")),
    "no power from level 4": ("power_needed", drop("mechanisms", 5, "power")),
    "also at four": (
        "also_not_allowed",
        put([{"department": "shop", "also": ["garden"]}, {"department": "kitchen"}], "in_play", 4),
    ),
    "one department too few": ("wrong_number_in_play", drop("in_play", 3, 0)),
    "nobody keeps the garden": ("step_missing", drop("in_play", 2, 1, "also")),
    "a step only in week five": ("step_missing", put(5, "mechanisms", 4, "first_week")),
    "a step that is never unlocked": ("step_missing", put({"mechanisms_above_follower": 9}, "unlock")),
    "a step that takes too many hours": ("step_missing", put(7, "mechanisms", 3, "hours")),
    "a step on a channel nobody uses": (
        "step_missing",
        both(put("press", "mechanisms", 3, "channel"), put(["post"], "audiences", 2, "channels")),
    ),
    "five motives for six": (
        "too_few_personal_motives",
        both(six_departments(), drop("personal_motives", 5)),
    ),
    "a long name at six": ("short_name_needed", six_departments("Buitenreclame")),
    "65 tools": ("too_many_tools", many_tools(33)),
    "the highest of the organisation": (
        "highest_of_seats",
        put({"motive": "company", "text": "x", "measure": "will", "highest": True}, "personal_motives", 0),
    ),
    "the goal asks for the highest": (
        "unknown_field",
        put([{"measure": "will", "highest": True}], "goal", "conditions"),
    ),
    "the goal asks for something of a seat": (
        "not_in_list",
        put([{"measure": "talks", "at_least": 1}], "goal", "conditions"),
    ),
    "the KPI is of the organisation": ("not_in_list", put("will", "departments", 0, "kpi", "measure")),
    "lifted from the top": (
        "too_large",
        put(
            {"motive": "company", "text": "x", "measure": "lifted", "level": 5, "at_least": 1},
            "personal_motives",
            0,
        ),
    ),
    "an effect on nobody": (
        "missing_field",
        put([{"kind": "reveal"}], "events", 0, "options", 0, "effects"),
    ),
    "a share above one": (
        "share_out_of_range",
        put([0.5, 1.1], "balance", "targets", "medal_rate", "within"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BREAKS)
def test_every_demand_is_kept(name: str) -> None:
    code, edit = BREAKS[name]
    assert code in [finding.code for finding in check(tiny_bytes(edit))]
    with pytest.raises(ScenarioError):
        tiny_scenario(edit)


ALLOWED: dict[str, Edit] = {
    "six departments": six_departments(),
    "a name of twelve": six_departments("Straatverkoo"),
    "64 tools": many_tools(31),
    "sixteen motives": repeat("motives", 16),
    "seven audiences": repeat("audiences", 7),
    "48 mechanisms": repeat("mechanisms", 48),
    "64 events": both(drop("events", 0, "week"), repeat("events", 64)),
    "no events": put([], "events"),
    "no balance": drop("balance"),
    "no rules": drop("rules"),
    "no conditions": drop("goal", "conditions"),
    "one line-up": both(drop("in_play", 3), drop("goal", "medals", 3), put([2], "balance", "departments")),
    "a power that an event brings": both(
        put("network", "mechanisms", 5, "power"),
        put("network", "events", 3, "options", 0, "effects", 1, "power"),
    ),
    "a plain text": put("Een winkel", "title"),
    "nothing where nothing is needed": put(None, "mechanisms", 1, "first_week"),
}


@pytest.mark.parametrize("name", ALLOWED)
def test_what_is_just_allowed(name: str) -> None:
    scenario = tiny_scenario(ALLOWED[name])
    for seats in scenario.supported:
        compiling.compile(scenario, seats)


def spots(values: Any, path: tuple[Step, ...] = ()) -> list[tuple[Step, ...]]:
    inner: list[tuple[Step, Any]] = []
    if isinstance(values, dict):
        inner = list(values.items())
    if isinstance(values, list):
        inner = list(enumerate(values))
    return [path, *(spot for key, item in inner for spot in spots(item, (*path, key)))]


EVERYWHERE = spots(tiny_values())[1:]
ODD: list[Any] = [None, -1, 0, 99999, 1.5, True, "", "x", "random", "y" * 500, [], [1], {}, {"nl": "x"}, [[]]]


def _spoil(path: tuple[Step, ...], value: Any) -> Callable[[Values], None]:
    return put(value, *path)


@settings(deadline=None)
@given(st.sampled_from(EVERYWHERE), st.sampled_from(ODD))
def test_anything_odd_anywhere_is_explained_or_can_be_played(path: tuple[Step, ...], value: Any) -> None:
    values = tiny_values()
    _spoil(path, value)(values)
    data = to_yaml(values)
    if not check_bytes("odd.yaml", data, "nl"):
        scenario = tiny_scenario(_spoil(path, value))
        for seats in scenario.supported:
            compiling.compile(scenario, seats)


@settings(deadline=None)
@given(st.sampled_from(EVERYWHERE))
def test_anything_left_out_is_explained_or_can_be_played(path: tuple[Step, ...]) -> None:
    edit = drop(*path)
    if not check_bytes("odd.yaml", tiny_bytes(edit), "en"):
        scenario = tiny_scenario(edit)
        for seats in scenario.supported:
            compiling.compile(scenario, seats)
