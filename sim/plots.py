"""The pictures of the report about what was found: points, ladder, seats, mechanisms.

Each is SVG text to be put into a page (``drawing``).
"""

from collections.abc import Sequence
from math import ceil, isfinite
from typing import TYPE_CHECKING

from game.rules.limits import MEDALS
from game.words.catalogue import Language, Words
from sim.balancing import Judgement, LineUp, Verdict
from sim.drawing import colours, sheet, svg
from sim.naming import spread
from sim.standouts import Use, standouts
from sim.wording import DOMAIN, number

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LABELLED = 4  # mechanisms named in a picture
MARKS = ("o", "s", "^", "D", "P")  # a shape for each step, since colour alone is not for everybody


def points_plot(judgement: Judgement, departments: int, language: Language) -> str:
    """Points of every line-up with so many departments as boxes (middle half, 5 to 95 %), with the medals."""
    words = Words(DOMAIN, language)
    line_ups = [line_up for line_up in judgement.line_ups if line_up.departments == departments]
    with sheet(1.05 + 0.42 * len(line_ups)) as figure:
        axes = figure.subplots()
        found = axes.boxplot(
            [line_up.result.points for line_up in line_ups],
            orientation="horizontal",
            whis=(5, 95),
            showfliers=False,
            patch_artist=True,
            widths=0.6,
            tick_labels=[words(f"players.{line_up.kind}") for line_up in line_ups],
        )
        for box in found["boxes"]:
            box.set(facecolor=colours().wood, edgecolor=colours().ink)
        for middle in found["medians"]:
            middle.set(color=colours().ink, linewidth=2)
        _medals(axes, judgement, departments, words)
        axes.set_xlabel(words("plot.points"))
        title = words("plot.departments", departments=departments)
        axes.set_title(title, pad=18)
        return svg(figure, f"{words('plot.points_of_line_ups')}, {title}")


def _medals(axes: "Axes", judgement: Judgement, departments: int, words: Words) -> None:
    medals = judgement.scenario.goal.medals[departments]
    for name, colour in zip(MEDALS[1:], colours().medals, strict=True):
        threshold = getattr(medals, name)
        axes.axvline(threshold, color=colour, linewidth=2, zorder=0)
        axes.annotate(
            words(f"medal.{name}"),
            (threshold, 1.0),
            xycoords=("data", "axes fraction"),
            xytext=(0, 2),
            textcoords="offset points",
            ha="center",
            va="bottom",
            fontsize=8,
            color=colours().soft,
        )


def ladder_plot(judgement: Judgement, language: Language) -> str:
    """The mean points of the ladder's line-ups, as stairs, each step with its gain and bounds."""
    words = Words(DOMAIN, language)
    steps = [verdict for verdict in judgement.verdicts if verdict.target == "ladder"]
    groups = list(dict.fromkeys(verdict.departments for verdict in steps))
    kinds = list(judgement.scenario.balance.targets.ladder or ()) if judgement.scenario.balance else []
    with sheet(3.1) as figure:
        panels = figure.subplots(1, len(groups), squeeze=False, sharey=True)[0]
        for axes, departments in zip(panels, groups, strict=True):
            means = [float(judgement.line_up(departments, kind).result.points.mean()) for kind in kinds]
            axes.bar(range(len(kinds)), means, color=colours().wood, edgecolor=colours().ink, width=0.86)
            axes.axhline(0, color=colours().ink, linewidth=0.8)
            for place, mean in enumerate(means):
                axes.annotate(
                    number(mean, 0, language), (place, mean), ha="center", va="bottom", fontweight="bold"
                )
            axes.set_xticks(range(len(kinds)), [words(f"players.{kind}") for kind in kinds], fontsize=8)
            axes.set_title(words("plot.departments", departments=departments))
            axes.margins(y=0.14)
        panels[0].set_ylabel(words("plot.mean_points"))
        return svg(figure, words("plot.ladder"))


def seats_plot(judgement: Judgement, departments: int, language: Language) -> str:
    """How often each seat is colleague of the year, with bounds and the range that is wanted.

    Empty where that is no target, or nobody won a medal.
    """
    words = Words(DOMAIN, language)
    verdicts = [
        verdict
        for verdict in judgement.verdicts
        if verdict.target == "seat_share"
        and verdict.departments == departments
        and isfinite(verdict.found.value)
    ]
    if not verdicts:
        return ""
    with sheet(0.95 + 0.34 * departments) as figure:
        axes = figure.subplots()
        _seats(axes, judgement, verdicts, language)
        title = words("plot.departments", departments=departments)
        axes.set_title(title)
        axes.set_xlabel(words("plot.share_of_games"))
        return svg(figure, f"{words('plot.seats')}, {title}")


def _seats(axes: "Axes", judgement: Judgement, verdicts: Sequence[Verdict], language: Language) -> None:
    shade = {"met": colours().good, "missed": colours().bad, "undecided": colours().doubt}
    wanted, fair = verdicts[0].wanted, 100 / verdicts[0].departments
    axes.axvspan(wanted.low * fair, wanted.high * fair, color=colours().good, alpha=0.14, linewidth=0)
    axes.axvline(fair, color=colours().soft, linewidth=1, linestyle=(0, (3, 3)))
    for place, verdict in enumerate(verdicts):
        share = verdict.found.scaled(fair)
        axes.plot([share.low, share.high], [place, place], color=shade[verdict.status], linewidth=3)
        axes.plot(
            share.value, place, marker="o", markersize=8, color=shade[verdict.status], markeredgecolor="white"
        )
    names = [judgement.scenario.department(v.subject or "").name.get(language) for v in verdicts]
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.set_xlim(left=0)
    axes.locator_params(axis="x", integer=True)


def mechanisms_plot(line_up: LineUp, found: Sequence[Use], language: Language) -> str:
    """Every mechanism by plays a game and what it lifts in an hour; those that stand out by name."""
    words = Words(DOMAIN, language)
    scenario = line_up.trial.compiled.scenario
    with sheet(3.7) as figure:
        axes = figure.subplots()
        for level, mark in enumerate(MARKS):
            here = [use for use in found if use.level == level and use.hours > 0]
            axes.scatter(
                [use.plays for use in here],
                [use.per_hour for use in here],
                s=70,
                marker=mark,
                color=colours().levels[level + 1],
                edgecolor=colours().ink,
                linewidth=0.8,
                label=words("plot.step", lower=words(f"level.{level}"), higher=words(f"level.{level + 1}")),
            )
        middle = max(1.0, *(use.plays for use in found)) / 2
        axes.set_xlabel(words("plot.used_in"))
        axes.set_ylabel(words("plot.per_hour"))
        axes.yaxis.set_major_formatter(lambda value, _: number(value, 1, language))
        axes.margins(y=0.12)
        axes.set_ylim(bottom=0)
        axes.set_xlim(-0.06 * middle, 2.12 * middle)
        columns = min(3, len(MARKS))
        axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.17), ncols=columns, frameon=False, fontsize=8)
        figure.set_figheight(3.7 + 0.2 * ceil(len(MARKS) / columns))
        named = standouts(line_up.result)[:LABELLED]
        texts = [scenario.mechanism(use.mechanism).name.get(language) for use in named]
        at = [(use.plays, use.per_hour) for use in named]
        spread(axes, dict(zip(at, texts, strict=True)), [(u.plays, u.per_hour) for u in found if u.hours > 0])
        return svg(figure, words("plot.mechanisms"))
