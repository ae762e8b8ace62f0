"""From a scenario and a number of departments to the tables that the rules read."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from game.rules import limits
from game.rules.ids import Ids, key
from game.rules.limits import (
    ALL,
    CHAIR,
    CHANNELS,
    COMPARISONS,
    DEPTHS,
    EFFECT_KINDS,
    KINDS,
    MEASURES,
    NONE,
    POWERS,
    RANDOM,
)
from game.rules.records import blank_tables
from game.rules.tables import Tables
from game.scenario.aims import GoalCondition
from game.scenario.events import (
    AttentionEffect,
    CloseChannelEffect,
    DropEffect,
    Effect,
    HoursEffect,
    LiftEffect,
    MotiveEffect,
    PowerEffect,
    PressingEffect,
    StoryEffect,
    SuspectsEffect,
    TrackEffect,
)
from game.scenario.models import Audience, Scenario
from game.scenario.parts import PersonalMotive

_OTHERS = {"random": RANDOM, "all": ALL, "chair": CHAIR}
_UNLOCKED_BY_NAME = (
    "research",
    "hold_back",
    "convince",
    "proposition",
    "practise",
    "reference_work",
    "measure",
)


@dataclass(frozen=True, slots=True)
class Compiled:
    """A scenario ready to be played with ``seats`` departments."""

    scenario: Scenario
    seats: int
    tables: Tables
    ids: Ids

    @property
    def audiences(self) -> tuple[Audience, ...]:
        """The audiences in play (rule 1.5)."""
        return self.scenario.audiences[: len(self.ids.audiences)]


def compile(scenario: Scenario, seats: int) -> Compiled:  # noqa: A001 - it is what happens here
    """The tables and ids of ``scenario`` with ``seats`` departments.

    Raises ``ValueError`` if the scenario does not support that number.
    """
    if seats not in scenario.in_play:
        raise ValueError(f"{scenario.id} cannot be played with {seats} departments")
    ids = Ids(
        scenario=scenario.id,
        seats=tuple(seat.department for seat in scenario.in_play[seats]),
        audiences=tuple(audience.id for audience in scenario.audiences[: seats + 1]),
        mechanisms=tuple(mechanism.id for mechanism in scenario.mechanisms),
        motives=tuple(motive.id for motive in scenario.motives),
        events=tuple(event.id for event in scenario.events),
        sentences=tuple(sentence.id for sentence in scenario.organisation.why_sentences),
        personals=tuple(personal.motive for personal in scenario.personal_motives),
    )
    tables = blank_tables()
    _sizes(tables, ids, scenario)
    _rules(tables, scenario, seats)
    _audiences(tables, ids, scenario)
    _mechanisms(tables, ids, scenario)
    _seats(tables, ids, scenario, seats)
    _motives(tables, ids, scenario)
    _events(tables, ids, scenario)
    _keys(tables, ids)
    return Compiled(scenario, seats, tables, ids)


def _sizes(tables: Tables, ids: Ids, scenario: Scenario) -> None:
    tables.seats[0] = len(ids.seats)
    tables.audiences[0] = len(ids.audiences)
    tables.weeks[0] = scenario.weeks
    tables.mechanisms[0] = len(ids.mechanisms)
    tables.motives[0] = len(ids.motives)
    tables.events[0] = len(ids.events)
    tables.sentences[0] = len(ids.sentences)
    tables.personals[0] = len(ids.personals)
    tables.conditions[0] = len(scenario.goal.conditions)


def _rules(tables: Tables, scenario: Scenario, seats: int) -> None:
    rules = scenario.rules
    tables.hours[0] = scenario.hours(seats)
    tables.launch_week[0] = rules.launch_week if rules.launch_week <= scenario.weeks else 0
    tables.launch_points[0] = rules.launch_points
    tables.lost_week_points[0] = rules.lost_week_points
    tables.drift[0] = rules.drift
    tables.irrelevant[0] = rules.irrelevant
    tables.will[0] = rules.will
    tables.know_how[0] = rules.know_how
    tables.convince_limit[0] = rules.convince_limit
    tables.motive_points[0] = rules.motive_points
    for power, n in scenario.powers.items():
        tables.powers[POWERS.index(power)] = n
    for i, kind in enumerate(KINDS):
        tables.unlock[i] = getattr(scenario.unlock, kind) if kind in _UNLOCKED_BY_NAME else 1
    medals = scenario.goal.medals[seats]
    tables.medals[:] = [medals.bronze, medals.silver, medals.gold]


def _audiences(tables: Tables, ids: Ids, scenario: Scenario) -> None:
    for a, audience in enumerate(scenario.audiences[: len(ids.audiences)]):
        tables.tokens[a][:] = audience.tokens
        tables.channels[a] = _mask(CHANNELS.index(channel) for channel in audience.channels)
        for channel in audience.channels:
            tables.listeners[CHANNELS.index(channel)] |= 1 << a
        tables.attention_max[a] = audience.attention.max
        tables.attention_refill[a] = audience.attention.refill
        for motive in audience.candidates:
            tables.candidates[a][ids.motives.index(motive)] = 1


def _mechanisms(tables: Tables, ids: Ids, scenario: Scenario) -> None:
    for row in tables.messages:
        row[:] = [NONE] * len(row)
    for m, mechanism in enumerate(scenario.mechanisms):
        shares_power = mechanism.power is not None
        tables.level[m] = mechanism.level
        tables.mechanism_hours[m] = mechanism.hours
        tables.attention[m] = mechanism.attention
        tables.reach[m] = 1 if shares_power else mechanism.reach  # rule 5.6
        tables.difficulty[m] = mechanism.difficulty
        tables.depth[m] = DEPTHS.index(mechanism.depth)
        tables.channel[m] = CHANNELS.index(mechanism.channel)
        tables.mechanism_will[m] = max(1, mechanism.will) if shares_power else mechanism.will  # rule 5.6
        tables.mechanism_know_how[m] = mechanism.know_how
        tables.power[m] = NONE if mechanism.power is None else POWERS.index(mechanism.power)
        tables.broadcast[m] = int(mechanism.broadcast)
        above = scenario.unlock.mechanisms_above_follower  # rule 6
        tables.first_week[m] = mechanism.first_week or (1 if mechanism.level <= 1 else above)
        tables.messages[m][: len(mechanism.motives)] = [ids.motives.index(name) for name in mechanism.motives]
        tables.message_count[m] = len(mechanism.motives)
    for m in range(len(scenario.mechanisms), limits.MECHANISMS):
        tables.power[m] = NONE


def _seats(tables: Tables, ids: Ids, scenario: Scenario, seats: int) -> None:
    pairs = 0
    for grid in (tables.tools, tables.tool_of):
        for row in grid:
            row[:] = [NONE] * len(row)
    for s, seat in enumerate(scenario.in_play[seats]):
        owners = [scenario.department(name) for name in (seat.department, *seat.also)]
        tools = dict.fromkeys(ids.mechanisms.index(tool) for owner in owners for tool in owner.toolbox)
        tables.tool_count[s] = len(tools)
        for place, mechanism in enumerate(tools):
            tables.tools[s][place] = mechanism
            tables.tool_of[s][mechanism] = pairs
            pairs += 1
        kpi = owners[0].kpi
        tables.kpi_measure[s] = MEASURES.index(kpi.measure)
        tables.kpi_level[s] = NONE if kpi.level is None else kpi.level
        tables.kpi_points[s] = kpi.points


def _motives(tables: Tables, ids: Ids, scenario: Scenario) -> None:
    for s, sentence in enumerate(scenario.organisation.why_sentences):
        tables.sentence_motives[s] = _mask(ids.motives.index(motive) for motive in sentence.motives)
    for p, personal in enumerate(scenario.personal_motives):
        tables.personal_measure[p] = MEASURES.index(personal.measure)
        tables.personal_level[p] = NONE if personal.level is None else personal.level
        tables.personal_best[p] = int(personal.best)
        tables.personal_comparison[p], tables.personal_bound[p] = comparison(personal)
    for c, condition in enumerate(scenario.goal.conditions):
        tables.condition_measure[c] = MEASURES.index(condition.measure)
        tables.condition_level[c] = NONE if condition.level is None else condition.level
        tables.condition_best[c] = int(condition.best)
        tables.condition_comparison[c], tables.condition_bound[c] = comparison(condition)


def comparison(condition: PersonalMotive | GoalCondition) -> tuple[int, int]:
    """How a condition compares, and with what number (0 for the highest)."""
    if condition.at_least is not None:
        return limits.AT_LEAST, condition.at_least
    if condition.at_most is not None:
        return limits.AT_MOST, condition.at_most
    return COMPARISONS.index("highest"), 0


def _events(tables: Tables, ids: Ids, scenario: Scenario) -> None:
    for e, event in enumerate(scenario.events):
        tables.event_week[e] = event.week or 0
        tables.option_count[e] = len(event.options)
        for o, option in enumerate(event.options):
            tables.option_hours[e][o] = option.hours
            tables.effect_count[e][o] = len(option.effects)
            for f, effect in enumerate(option.effects):
                tables.effects[e][o][f][:] = compile_effect(effect, ids)
                if tables.effects[e][o][f][limits.EFFECT_TARGET] == RANDOM:
                    of_seats = isinstance(effect, HoursEffect)
                    (tables.random_department if of_seats else tables.random_audience)[e] = 1


def compile_effect(effect: Effect, ids: Ids) -> list[int]:
    """The columns of one effect: kind, n, target, what.

    The target is −1 where the effect has none, and where it names an audience or a department that
    is not in play (rule 7.2: no effect). Effects without a number have n = 1.
    """
    kind = EFFECT_KINDS.index(effect.kind)
    match effect:
        case AttentionEffect() | SuspectsEffect():
            return [kind, effect.n, _target(effect.audience, ids.audiences), NONE]
        case LiftEffect() | DropEffect():
            return [kind, effect.n, _target(effect.audience, ids.audiences), effect.level]
        case MotiveEffect():
            return [kind, 1, _target(effect.audience, ids.audiences), NONE]
        case HoursEffect():
            return [kind, effect.n, _target(effect.department, ids.seats), NONE]
        case TrackEffect() | StoryEffect():
            return [kind, effect.n, NONE, NONE]
        case PressingEffect():
            return [kind, 1, NONE, NONE]
        case CloseChannelEffect():
            return [kind, 1, NONE, CHANNELS.index(effect.channel)]
        case PowerEffect():
            return [kind, effect.n, NONE, POWERS.index(effect.power)]
        case _:
            assert_never(effect)


def _target(name: str, in_play: tuple[str, ...]) -> int:
    if name in _OTHERS:
        return _OTHERS[name]
    return in_play.index(name) if name in in_play else NONE


def _mask(bits: Iterable[int]) -> int:
    return sum(1 << bit for bit in set(bits))


def _keys(tables: Tables, ids: Ids) -> None:
    for column, kind, names in (
        (tables.seat_key, "department", ids.seats),
        (tables.audience_key, "audience", ids.audiences),
        (tables.mechanism_key, "mechanism", ids.mechanisms),
        (tables.motive_key, "motive", ids.motives),
        (tables.personal_key, "personal", ids.personals),
        (tables.event_key, "event", ids.events),
    ):
        column[: len(names)] = [key(kind, name) for name in names]
