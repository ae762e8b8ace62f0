"""Which mechanisms stand out or lag: what they lift in an hour, beside the others on the same step."""

from dataclasses import dataclass
from typing import Final

from game.rules.score import worth
from sim.claims import DEAD
from sim.result import Result

LAGS: Final = 0.75  # who lifts less than this share of what the others on the step lift in an hour


@dataclass(frozen=True, slots=True)
class Use:
    """What a line-up does with a mechanism; figures are means per game.

    ``per_hour`` are the tokens that it lifts in an hour of work, ``others`` what the other mechanisms
    of the same step lift in one (0 where nobody plays any). ``extra`` are the points that this makes
    up, at what a token is worth on either level (0 where there is nothing to compare with).
    """

    mechanism: str
    departments: tuple[str, ...]
    level: int
    games: float
    """Share of games in which anybody played it."""
    plays: float
    lifted: float
    firm: float
    hours: float
    per_hour: float
    others: float
    extra: float

    @property
    def share(self) -> float:
        """What it lifts in an hour, as a share of what the others do; 1 where there are no others."""
        return self.per_hour / self.others if self.others > 0 else 1.0


def uses(result: Result) -> list[Use]:
    """Every mechanism in play, in the order of the file."""
    scenario, t = result.compiled.scenario, result.compiled.tables
    entries = result.mechanisms()
    hours = {name: entry["plays"] * scenario.mechanism(name).hours for name, entry in entries.items()}
    level = {name: scenario.mechanism(name).level for name in entries}
    out = []
    for name, place in result.mechanisms_in_play.items():
        entry = entries[name]
        others = [other for other in entries if level[other] == level[name] and other != name]
        own_rate = _rate(entry["lifted"], hours[name])
        other_hours = sum(hours[other] for other in others)
        other_rate = _rate(sum(entries[other]["lifted"] for other in others), other_hours)
        step = worth(level[name] + 1) - worth(level[name])
        owners = [seat for seat, row in enumerate(t.tool_of[: result.compiled.seats]) if row[place] >= 0]
        out.append(
            Use(
                mechanism=name,
                departments=tuple(result.compiled.ids.seats[seat] for seat in owners),
                level=level[name],
                games=result.used_in(name),
                plays=entry["plays"],
                lifted=entry["lifted"],
                firm=entry["firm"],
                hours=hours[name],
                per_hour=own_rate,
                others=other_rate,
                extra=hours[name] * (own_rate - other_rate) * step if other_hours > 0 else 0.0,
            )
        )
    return out


def standouts(result: Result) -> list[Use]:
    """The mechanisms that bring more than the others on their step, the most extra points first."""
    return sorted((use for use in uses(result) if use.extra > 0), key=lambda use: -use.extra)


def laggards(result: Result) -> list[Use]:
    """The mechanisms that are played but lift much less in an hour than the others on their step."""
    return sorted(
        (use for use in uses(result) if use.games >= DEAD and use.share < LAGS), key=lambda use: use.share
    )


def unused(result: Result) -> list[Use]:
    """The mechanisms that next to nobody plays, in the file's order: nothing is known of what they lift."""
    return [use for use in uses(result) if use.games < DEAD]


def _rate(lifted: float, hours: float) -> float:
    return lifted / hours if hours > 0 else 0.0
