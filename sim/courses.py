"""The pictures of the report about how games go: pyramid by week, attention, and what decides."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from game.rules.limits import LEVELS, LOOSE
from game.words.catalogue import Language, Words
from sim.balancing import LineUp
from sim.drawing import colours, sheet, svg
from sim.labels import DOMAIN as STUDY
from sim.labels import label
from sim.sensitivity import Sensitivity, Weight
from sim.wording import DOMAIN, change, number

if TYPE_CHECKING:
    from matplotlib.axes import Axes

DECIDING = 12  # numbers that the picture of what decides shows
LONGEST = 46  # characters of a name in it


def pyramid_plot(line_up: LineUp, language: Language) -> str:
    """How many groups stand on each level above suspects, each Friday and after the shake-out."""
    words = Words(DOMAIN, language)
    found = line_up.result.measures.pyramid
    with sheet(3.6) as figure:
        axes = figure.subplots()
        places = [*range(len(found) - 1), len(found) - 0.6]
        bottom = np.zeros(len(found))
        for level in range(1, LEVELS):
            firm, loose = (found[:, level].sum(axis=1) - found[:, level, LOOSE], found[:, level, LOOSE])
            for part, hatch in ((firm, None), (loose, "////")):
                axes.bar(
                    places,
                    part,
                    bottom=bottom,
                    width=0.8,
                    color=colours().levels[level],
                    edgecolor=colours().ink,
                    linewidth=0.5,
                    hatch=hatch,
                    label=words(f"level.{level}") if hatch is None else None,
                )
                bottom = bottom + part
        axes.bar([0], [0], color="none", edgecolor=colours().ink, hatch="////", label=words("plot.loose"))
        labels = [words("plot.start"), *map(str, range(1, len(found) - 1)), words("plot.after")]
        axes.set_xticks(places, labels)
        axes.set_xlabel(words("plot.week"))
        axes.set_ylabel(words("plot.groups"))
        axes.locator_params(axis="y", integer=True)
        axes.yaxis.set_major_formatter(lambda value, _: number(value, 0, language))
        axes.legend(loc="center left", bbox_to_anchor=(1.0, 0.5), frameon=False, fontsize=8, reverse=True)
        return svg(figure, words("plot.pyramid"))


def attention_plot(line_up: LineUp, language: Language) -> str:
    """What each department takes of each audience's attention in a game, and how often it was short."""
    words = Words(DOMAIN, language)
    result = line_up.result
    measures, scenario = result.measures, result.compiled.scenario
    seats = [scenario.department(name).label.get(language) for name in measures.seats]
    names = [scenario.audience(name).name.get(language) for name in measures.audiences]
    spent = measures.attention_spent.sum(axis=0)
    decisions = measures.decisions.sum(axis=0)
    refused = measures.attention_refused.sum(axis=0) / np.maximum(decisions, 1e-9)
    with sheet(1.8 + 0.34 * len(names)) as figure:
        left, right = figure.subplots(1, 2, sharey=True)
        _heat(left, spent, colours().good, [number(v, 1, language) for v in spent.flat], seats, names)
        _heat(right, refused, colours().bad, [number(v, 2, language) for v in refused.flat], seats, names)
        left.set_title(words("plot.spent"))
        right.set_title(words("plot.refused"))
        return svg(figure, words("plot.attention"))


def _heat(
    axes: "Axes",
    values: NDArray[Any],
    colour: str,
    texts: Sequence[str],
    columns: Sequence[str],
    rows: Sequence[str],
) -> None:
    """A table whose cells are darker the more there is; the number stands in each."""
    from matplotlib.colors import LinearSegmentedColormap  # noqa: PLC0415  # an extra, and slow to load

    shades = LinearSegmentedColormap.from_list("shades", ["#ffffff", colour])
    largest = max(float(values.max()), 1e-9)
    axes.pcolormesh(
        values, cmap=shades, vmin=0, vmax=largest * 1.35, edgecolors=colours().line, linewidth=0.8
    )
    for place, text in enumerate(texts):
        row, column = divmod(place, values.shape[1])
        axes.text(column + 0.5, row + 0.5, text, ha="center", va="center", fontsize=8)
    slant: dict[str, Any] = {"rotation": 30, "ha": "right", "rotation_mode": "anchor"}
    axes.set_xticks(np.arange(len(columns)) + 0.5, columns, fontsize=8, **slant)
    axes.set_yticks(np.arange(len(rows)) + 0.5, rows)
    axes.set_ylim(len(rows), 0)
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)


def deciding(found: Sensitivity) -> list[Weight]:
    """The numbers of which one step changes the points most, and for sure."""
    proven = [weight for weight in found.weights if weight.is_proven("points")]
    return sorted(proven, key=lambda weight: -weight.largest("points"))[:DECIDING]


def decides_plot(found: Sensitivity, language: Language) -> str:
    """What one step down or up of the numbers that matter most does to the points, with bounds."""
    words, names = Words(DOMAIN, language), Words(STUDY, language)
    weights = deciding(found)
    with sheet(1.1 + 0.4 * max(len(weights), 1)) as figure:
        axes = figure.subplots()
        axes.axvline(0, color=colours().ink, linewidth=0.8)
        for place, weight in enumerate(weights):
            for step in weight.steps:
                effect = step.effects["points"]
                by = step.to - weight.figure.value
                row = place + (0.19 if by > 0 else -0.19)  # each has a row of its own: both may point one way
                axes.barh(
                    row,
                    effect.value,
                    height=0.36,
                    color=colours().wood if by > 0 else colours().line,
                    edgecolor=colours().ink,
                    linewidth=0.6,
                )
                axes.annotate(
                    f"{change(by, 0, language)}: {change(effect.value, 1, language)}",
                    (effect.value, row),
                    xytext=(4 if effect.value >= 0 else -4, 0),
                    textcoords="offset points",
                    ha="left" if effect.value >= 0 else "right",
                    va="center",
                    fontsize=7.5,
                )
        texts = [
            f"{label(found.scenario, weight.figure, names)} ({weight.figure.value})" for weight in weights
        ]
        axes.set_yticks(range(len(weights)), [_short(text) for text in texts], fontsize=8)
        axes.set_ylim(len(weights) - 0.4, -0.6)
        axes.margins(x=0.22)
        axes.set_xlabel(words("plot.change_of_points"))
        return svg(figure, words("plot.decides"))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
