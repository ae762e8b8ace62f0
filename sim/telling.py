"""A comparison and a judgement in words, as ``piramide compare`` and ``piramide balance`` print them."""

from collections import Counter
from collections.abc import Callable, Iterator
from math import inf
from shlex import quote

from game.words.catalogue import Language, Words
from sim.balancing import Judgement, Verdict
from sim.comparing import FEWEST, MECHANISM_MEASURES, Comparison, Difference
from sim.sentences import sentence
from sim.standouts import Use, laggards, standouts, unused
from sim.statistics import Interval, Status
from sim.wording import DOMAIN, change, count, number, percent, percent_span, players_text

LIGHTS: dict[Status, str] = {"met": "✔", "missed": "✘", "undecided": "?"}
STANDOUTS = 3
ENOUGH = 200  # games: of fewer nothing is told beside the verdicts
SHARES = ("bronze", "silver", "gold", "colleague")


def comparison_text(found: Comparison, language: Language, names: tuple[str, str] | None = None) -> str:
    """What was played, every measure of team and seats, the mechanisms that changed, and the verdict.

    ``names`` are what the two were asked for by; without them they go by their ids.
    """
    words = Words(DOMAIN, language)
    title = words.count(
        "compare.title",
        found.games,
        a=found.a.id if names is None else names[0],
        b=found.b.id if names is None else names[1],
        departments=found.departments,
        players=players_text(found.players, language),
        games=count(found.games, language),
        seed=found.seed,
    )
    shown = [d for d in found.differences if d.measure not in MECHANISM_MEASURES or found.proves(d)]
    head = ("", "A", "B", words("compare.difference"), words("compare.bounds"))
    table = [head, *(_row(found, difference, words) for difference in shown)]
    widths = [max(len(row[column]) for row in table) for column in range(len(head))]
    lines = [
        "  " + "  ".join(_padded(cell, width, column) for column, (cell, width) in enumerate(cells)).rstrip()
        for cells in (zip(row, widths, strict=True) for row in table)
    ]
    return "\n".join([title, *lines, *_after(found, len(found.differences) - len(shown), words)])


def _padded(cell: str, width: int, column: int) -> str:
    return cell.ljust(width) if column == 0 else cell.rjust(width)


def _row(found: Comparison, difference: Difference, words: Words) -> tuple[str, ...]:
    language = words.language
    label = words(f"measure.{difference.measure}", subject=_name(found, difference, language))
    is_share = difference.measure in SHARES
    scale, digits, sign = (100, 1, "%") if is_share else (1, 2, "")
    most = 1 if is_share else inf
    low, high = (
        change(scale * min(max(bound, -most), most), digits, language)
        for bound in (difference.found.low, difference.found.high)
    )
    if difference.is_without_luck:
        label = words("compare.without_luck", measure=label)
    return (
        ("* " if found.proves(difference) else "  ") + label,
        number(scale * difference.a, digits, language) + sign,
        number(scale * difference.b, digits, language) + sign,
        change(scale * difference.found.value, digits, language) + sign,
        words("format.from_to", low=low, high=high) if found.games >= FEWEST else "–",
    )


def _name(found: Comparison, difference: Difference, language: Language) -> str:
    """What the scenario calls the seat or the mechanism that is measured; of two names the later one."""
    for scenario in (found.b, found.a):
        things = scenario.mechanisms if difference.measure in MECHANISM_MEASURES else scenario.departments
        for thing in things:
            if thing.id == difference.subject:
                return thing.name.get(language)
    return ""


def _after(found: Comparison, hidden: int, words: Words) -> Iterator[str]:
    language = words.language
    if hidden:
        yield "  " + words.count("compare.hidden", hidden)
    yield words("compare.note")
    share: Interval = found.changed
    yield words.count(
        "compare.changed",
        found.games,
        share=percent(share.value, language),
        span=percent_span(share, language),
        games=count(found.games, language),
    )
    if found.outcome == "undecided" and found.games < FEWEST:
        yield words("compare.too_few", fewest=FEWEST)
    else:
        yield words("compare.same_game" if found.is_same_game else f"compare.{found.outcome}")


def judgement_text(
    found: Judgement, language: Language, light: Callable[[Status, str], str] = lambda _, text: text
) -> str:
    """A light and a sentence for every verdict, what stands out, and the count.

    ``light`` may colour the light of a status.
    """
    words = Words(DOMAIN, language)
    marks = {status: f"{mark} {words(f'status.{status}')}" for status, mark in LIGHTS.items()}
    width = max(map(len, marks.values()))
    lines = [words("balance.title", title=found.scenario.title.get(language), file=found.name)]
    for verdict in by_urgency(found.verdicts):
        mark = light(verdict.status, marks[verdict.status].ljust(width))
        lines.append(f"  {mark}  {sentence(found.scenario, verdict, language)}")
    lines += [f"  {line}" for line in _standouts(found, words)]
    statuses = Counter(verdict.status for verdict in found.verdicts)
    lines.append("  " + words("balance.sum", **{status: statuses[status] for status in LIGHTS}))
    if found.status == "missed" and found.lines.document is not None:
        lines.append("  " + words("balance.next", file=quote(found.name)))
    return "\n".join(lines)


def light_of(verdict: Verdict, language: Language) -> str:
    """The light of a verdict, with its word."""
    return f"{LIGHTS[verdict.status]} {Words(DOMAIN, language)(f'status.{verdict.status}')}"


def by_urgency(verdicts: tuple[Verdict, ...]) -> list[Verdict]:
    """What was missed first, then what is undecided, then what was met; else in the order of the file."""
    order: list[Status] = ["missed", "undecided", "met"]
    return sorted(verdicts, key=lambda verdict: order.index(verdict.status))


def _standouts(found: Judgement, words: Words) -> Iterator[str]:
    """What mechanisms bring most, lag, or lie idle, with the line-up that climbs highest."""
    language = words.language

    def named(use: Use, key: str | None = None, **values: str) -> str:
        name = found.scenario.mechanism(use.mechanism).name.get(language)
        line = found.lines.mechanism(use.mechanism)
        said = name if key is None else words(key, name=name, **values)
        return said if line is None else words("where.named", name=said, line=line)

    for departments, line_up in found.best.items():
        if line_up.games < ENOUGH:
            continue
        above = [
            named(use, "balance.extra", points=number(use.extra, 1, language))
            for use in standouts(line_up.result)[:STANDOUTS]
        ]
        below = [
            named(use, "balance.share", share=percent(use.share, language, 0))
            for use in laggards(line_up.result)[:STANDOUTS]
        ]
        idle = [named(use) for use in unused(line_up.result)]
        told = (("balance.standouts", above), ("balance.laggards", below), ("balance.unused", idle))
        for key, names in told:
            if names:
                yield words(key, departments=departments, names=", ".join(names))
