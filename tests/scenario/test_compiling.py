import pytest

from game.rules import limits
from game.rules.ids import key
from game.rules.limits import (
    ALL,
    CHAIR,
    CHANNELS,
    EFFECT_KINDS,
    KINDS,
    MEASURES,
    NONE,
    POWERS,
    RANDOM,
)
from game.rules.records import to_record
from game.rules.tables import SHAPES
from game.scenario import compiling
from tests.builders import Values, tiny, tiny_scenario


def test_seats_and_audiences_follow_the_order_of_the_file() -> None:
    two, three = tiny(2), tiny(3)
    assert two.ids.seats == ("shop", "kitchen")
    assert three.ids.seats == ("shop", "kitchen", "garden")
    assert two.ids.audiences == ("ann", "bob", "cor")
    assert two.tables.seats == [2]
    assert two.tables.audiences == [3]
    assert [audience.name.get("nl") for audience in two.audiences] == ["Ann", "Bob", "Cor"]


def test_one_audience_more_than_departments_is_in_play() -> None:
    def more(values: Values) -> None:
        values["audiences"] += [{**values["audiences"][0], "id": name} for name in ("dot", "eve")]

    assert tiny(2, more).ids.audiences == ("ann", "bob", "cor")
    assert tiny(3, more).ids.audiences == ("ann", "bob", "cor", "dot")


def test_a_number_of_departments_that_is_not_supported_is_refused() -> None:
    with pytest.raises(ValueError, match="4 departments"):
        compiling.compile(tiny_scenario(), 4)


def test_hours_are_those_of_the_rulebook_unless_the_file_says_otherwise() -> None:
    def hours(values: Values) -> None:
        values["rules"]["hours"] = {3: 7}

    assert [tiny(seats).tables.hours for seats in (2, 3)] == [[6], [5]]
    assert [tiny(seats, hours).tables.hours for seats in (2, 3)] == [[6], [7]]


def test_bold_numbers_have_the_defaults_of_the_rulebook() -> None:
    def nothing(values: Values) -> None:
        del values["rules"]

    tables = tiny(2, nothing).tables
    names = (
        "launch_week", "launch_points", "lost_week_points", "drift", "irrelevant", "will", "know_how",
        "convince_limit", "motive_points",
    )  # fmt: skip
    assert [getattr(tables, name)[0] for name in names] == [4, 3, 1, 2, 2, 2, 1, 4, 5]


def test_a_launch_after_the_last_week_never_comes() -> None:
    def late(values: Values) -> None:
        values["rules"]["launch_week"] = 5

    assert tiny(2).tables.launch_week == [2]
    assert tiny(2, late).tables.launch_week == [0]


def test_verbs_unlock_as_in_rule_6() -> None:
    def own(values: Values) -> None:
        values["unlock"] = {"convince": 1, "practise": 9}

    weeks = dict(zip(KINDS, tiny(2).tables.unlock, strict=True))
    assert {kind for kind, week in weeks.items() if week == 2} == {
        "research",
        "hold_back",
        "convince",
        "proposition",
    }
    assert {kind for kind, week in weeks.items() if week == 3} == {"practise", "reference_work", "measure"}
    changed = dict(zip(KINDS, tiny(2, own).tables.unlock, strict=True))
    assert changed == {**weeks, "convince": 1, "practise": 9}


def test_mechanisms_unlock_as_in_rule_6_unless_they_have_a_week_of_their_own() -> None:
    def later(values: Values) -> None:
        values["unlock"] = {"mechanisms_above_follower": 4}

    # leaflet 0, chat 0, tasting 1, course 2 (own week 2), panel 3, keys 4
    assert tiny(2).tables.first_week[:6] == [1, 1, 1, 2, 3, 3]
    assert tiny(2, later).tables.first_week[:6] == [1, 1, 1, 2, 4, 4]


def test_sharing_power_reaches_one_and_needs_will() -> None:
    def wide(values: Values) -> None:
        values["mechanisms"][5]["reach"] = 4

    tables = tiny(2, wide).tables
    assert tables.reach[5] == 1
    assert tables.mechanism_will[5] == 1
    assert tables.power[:7] == [NONE] * 5 + [POWERS.index("data"), NONE]
    assert tables.powers == [1, 0, 2, 0, 0, 0]


def test_messages_are_the_motives_of_a_mechanism() -> None:
    tables = tiny(2).tables
    assert tables.message_count[:6] == [0, 2, 3, 2, 3, 2]
    assert tables.messages[1] == [0, 1] + [NONE] * 14
    assert tables.messages[2][:4] == [1, 0, 2, NONE]
    assert tables.broadcast[:2] == [1, 0]


def test_a_seat_runs_its_own_toolbox_and_those_of_also_each_mechanism_once() -> None:
    two, three = tiny(2).tables, tiny(3).tables
    assert two.tool_count[:2] == [3, 4]
    assert two.tools[0][:4] == [1, 2, 0, NONE]
    assert two.tools[1][:5] == [3, 4, 1, 5, NONE]  # panel is in both toolboxes
    assert three.tools[1][:4] == [3, 4, 1, NONE]
    pairs = [number for row in two.tool_of for number in row if number != NONE]
    assert sorted(pairs) == list(range(7))
    assert two.tool_of[0][0] == 2
    assert two.tool_of[1][2] == NONE


def test_a_seat_keeps_its_own_kpi() -> None:
    tables = tiny(2).tables
    assert tables.kpi_measure[:2] == [MEASURES.index("lifted"), MEASURES.index("lifted_firm")]
    assert tables.kpi_level[:2] == [1, NONE]
    assert tables.kpi_points[:2] == [2, 2]


def test_audiences() -> None:
    tables = tiny(2).tables
    assert tables.tokens[0] == [6, 3, 1, 1, 1, 0]
    assert tables.channels[0] == sum(1 << CHANNELS.index(c) for c in ("email", "online", "face_to_face"))
    assert (tables.attention_max[:3], tables.attention_refill[:3]) == ([6, 5, 4], [2, 2, 1])
    assert tables.candidates[0][:4] == [1, 1, 0, 1]


def test_why_sentences_and_conditions() -> None:
    tables = tiny(2).tables
    assert tables.sentence_motives[:3] == [0b0001, 0b0110, 0]
    assert tables.personals == [3]
    assert tables.personal_comparison[:3] == [limits.HIGHEST, limits.AT_MOST, limits.AT_LEAST]
    assert tables.personal_bound[:3] == [0, 0, 2]
    assert (tables.personal_level[2], tables.personal_best[2]) == (3, 1)
    assert tables.condition_measure[0] == MEASURES.index("tokens_at_least")
    assert (tables.condition_level[0], tables.condition_comparison[0], tables.condition_bound[0]) == (4, 0, 1)
    assert tables.medals == [20, 35, 50]
    assert tiny(3).tables.medals == [30, 45, 60]


def test_events_options_and_effects() -> None:
    two, three = tiny(2), tiny(3)
    rain, crisis, fair, gossip = range(4)
    assert two.tables.event_week[:4] == [2, 0, 0, 0]
    assert two.tables.option_count[:4] == [2, 1, 3, 2]
    assert two.tables.option_hours[rain] == [1, 0, 0]
    assert two.tables.effect_count[crisis] == [3, 0, 0]

    def effect(compiled: compiling.Compiled, *place: int) -> tuple[str, int, int, int]:
        event, option, number = place
        kind, n, target, what = compiled.tables.effects[event][option][number]
        return EFFECT_KINDS[kind], n, target, what

    assert effect(two, rain, 0, 0) == ("attention", 1, RANDOM, NONE)
    assert effect(two, rain, 0, 1) == ("story", 1, NONE, NONE)
    assert effect(two, rain, 1, 0) == ("will", -1, NONE, NONE)
    assert effect(two, rain, 1, 1) == ("attention", -1, ALL, NONE)
    assert effect(two, crisis, 0, 1) == ("close_channel", 1, NONE, CHANNELS.index("online"))
    assert effect(two, crisis, 0, 2) == ("hours", -1, CHAIR, NONE)
    assert effect(two, fair, 0, 0) == ("suspects", 2, 0, NONE)
    assert effect(two, fair, 0, 1) == ("lift", 1, 2, 0)
    assert effect(two, fair, 2, 0) == ("drop", 1, 1, 2)
    assert effect(two, gossip, 0, 1) == ("power", 1, NONE, POWERS.index("power"))
    # A department that is not in play: no effect (rule 7.2).
    assert effect(two, fair, 1, 1) == ("hours", 1, NONE, NONE)
    assert effect(three, fair, 1, 1) == ("hours", 1, 2, NONE)
    assert two.tables.random_audience[:4] == [1, 0, 0, 1]
    assert two.tables.random_department[:4] == [0, 0, 1, 0]


def test_chance_knows_things_by_their_ids() -> None:
    two, three = tiny(2).tables, tiny(3).tables
    assert two.seat_key[1] == three.seat_key[1] == key("department", "kitchen")
    assert two.audience_key[0] == key("audience", "ann")
    assert two.mechanism_key[5] == key("mechanism", "keys")
    assert two.motive_key[3] == key("motive", "savings")
    assert two.personal_key[1] == key("personal", "praise")
    assert two.event_key[3] == key("event", "gossip")
    assert two.audience_key[3:] == [0] * 4


def test_the_tables_have_the_shapes_that_the_rules_expect() -> None:
    tables = tiny(3).tables
    record = to_record(tables)
    for name, shape in SHAPES.items():
        assert record[name][0].shape == shape
        assert record[name][0].tolist() == getattr(tables, name)
