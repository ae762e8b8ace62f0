"""The end as plain values: what is left on the board, the medal, and what drove everybody (rule 8)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from game.rules.fact import Fact, Moved
from game.rules.limits import LEVEL_NAMES
from game.scenario.aims import GoalCondition
from game.scenario.models import Scenario
from game.screen.drawings import Medal
from game.screen.model import LEVELS
from game.screen.present import WORTH
from game.screen.unfolding import ViewDict, seats_of
from game.words.catalogue import Language, Words

Won = Literal["none", "bronze", "silver", "gold"]
MEDALS: tuple[Medal, ...] = ("bronze", "silver", "gold")


@dataclass(frozen=True, slots=True)
class LevelRow:
    """How many tokens are left on a level, and what they are worth together."""

    count: int
    each: int

    @property
    def points(self) -> int:
        """Count times worth."""
        return self.count * self.each


@dataclass(frozen=True, slots=True)
class ConditionModel:
    """What every medal needs besides the points, and whether it is so."""

    text: str
    met: bool


@dataclass(frozen=True, slots=True)
class Thought:
    """What a department guessed of another: icons of who and what, and whether it was right."""

    by: str
    motive: str
    right: bool


@dataclass(frozen=True, slots=True)
class DriveCard:
    """A department at the end. ``motive``, the numbers and what was guessed are held back while secret."""

    seat: str
    name: str
    short: str
    icon: str
    kpi: str
    motive: str | None = None
    met: bool = False
    kpi_points: int | None = None
    own_score: int | None = None
    colleague: bool = False
    thoughts: tuple[Thought, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoreModel:
    """Everything on the score screen. ``rows`` go from level 0 up; ``lost_points`` is not negative."""

    medal: Won
    title: str
    together: str
    points: int
    thresholds: tuple[int, int, int]
    conditions: tuple[ConditionModel, ...]
    rows: tuple[LevelRow, ...]
    launch_week: int
    launch_points: int
    blown: int
    lost_weeks: int
    lost_points: int
    cards: tuple[DriveCard, ...]


def present_score(
    view: ViewDict, facts: Sequence[Fact], scenario: Scenario, language: Language
) -> ScoreModel:
    """The score of a view at the end; ``facts`` are those of the shake-out."""
    words = Words("week", language)
    medals = scenario.goal.medals[len(view["hours"])]
    rows = tuple(
        LevelRow(sum(sum(cells[level]) for cells in view["tokens"].values()), WORTH[level])
        for level in range(LEVELS)
    )
    medal: Won = view["medal"]
    week = scenario.rules.launch_week
    return ScoreModel(
        medal=medal,
        title=words(f"score.title.{medal}"),
        together=words.count("score.together", view["points"]),
        points=view["points"],
        thresholds=(medals.bronze, medals.silver, medals.gold),
        conditions=tuple(_condition(view, one, language) for one in scenario.goal.conditions),
        rows=rows,
        launch_week=week if _launched(view, scenario) else 0,
        launch_points=view["bonus"],
        blown=sum(fact.n for fact in facts if isinstance(fact, Moved) and fact.cause == "shake_out"),
        lost_weeks=view["lost_weeks"],
        lost_points=view["lost_weeks"] * scenario.rules.lost_week_points,
        cards=present_cards(view, scenario, language),
    )


def _launched(view: ViewDict, scenario: Scenario) -> bool:
    """Whether the week of the launch was played: a game may have been ended before."""
    now, week = int(view["week"]), scenario.rules.launch_week
    return 0 < week < now or week == now == scenario.weeks


def present_cards(view: ViewDict, scenario: Scenario, language: Language) -> tuple[DriveCard, ...]:
    """The departments: in the order of the table while secret, then by own score, highest first."""
    seats = seats_of(view, scenario)
    cards = []
    for s, seat in enumerate(seats):
        department = scenario.department(seat)
        card = DriveCard(
            seat=seat,
            name=department.name.get(language),
            short=department.label.get(language),
            icon=department.icon,
            kpi=department.kpi.text.get(language),
        )
        motive = view["personal_motives"][s]
        if view["part"] == "over" and motive is not None:
            personal = next(one for one in scenario.personal_motives if one.motive == motive)
            met = view["motive_met"][s]
            own: int = view["own_score"][s]
            card = replace(
                card,
                motive=personal.text.get(language),
                met=met,
                own_score=own,
                kpi_points=own - (scenario.rules.motive_points if met else 0),
                colleague=view["colleague"][s],
                thoughts=_thoughts(view, scenario, s),
            )
        cards.append(card)
    return tuple(sorted(cards, key=lambda card: -(card.own_score or 0)))


def _thoughts(view: ViewDict, scenario: Scenario, other: int) -> tuple[Thought, ...]:
    """What the seats guessed of one of them."""
    truth = view["personal_motives"][other]
    guesses = (
        (seat, row[other]) for seat, row in zip(seats_of(view, scenario), view["guesses"], strict=True)
    )
    return tuple(
        Thought(scenario.department(seat).icon, scenario.motive(guess).icon, guess == truth)
        for seat, guess in guesses
        if guess is not None
    )


def _condition(view: ViewDict, condition: GoalCondition, language: Language) -> ConditionModel:
    words, names = Words("week", language), Words("view", language)
    value = _measured(view, condition)
    least, most = condition.at_least, condition.at_most
    met = (least is None or value >= least) and (most is None or value <= most)
    bound = least if least is not None else most or 0
    if condition.measure == "tokens_at_least":
        level = names(f"level.{LEVEL_NAMES[condition.level or 0]}")
        key = "condition.best" if condition.best else "condition.tokens_at_least"
        if condition.level == LEVELS - 1 and not condition.best:
            key = "condition.top"
        return ConditionModel(words.count(key, bound, level=level), met)
    way = "condition.at_least" if least is not None else "condition.at_most"
    return ConditionModel(words(way, name=words(f"condition.{condition.measure}"), n=bound), met)


def _measured(view: ViewDict, condition: GoalCondition) -> int:
    """A measure of the organisation, as the view shows it (rule 8.4)."""
    if condition.measure == "tokens_at_least":
        here = [sum(sum(cell) for cell in cells[condition.level or 0 :]) for cells in view["tokens"].values()]
        return max(here) if condition.best else sum(here)
    value: int = view[condition.measure]
    return value
