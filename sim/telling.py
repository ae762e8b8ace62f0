"""A comparison in words, as ``piramide compare`` prints it."""

from collections.abc import Iterator

from game.words.catalogue import Language, Words
from sim.comparing import MECHANISM_MEASURES, Comparison, Difference
from sim.statistics import Interval
from sim.wording import DOMAIN, change, number, percent, percent_span

SHARES = ("bronze", "silver", "gold", "colleague")


def comparison_text(found: Comparison, language: Language) -> str:
    """What was played, every measure of team and seats, the mechanisms that changed, and the verdict."""
    words = Words(DOMAIN, language)
    title = words(
        "compare.title",
        a=found.a.id,
        b=found.b.id,
        departments=found.departments,
        players=", ".join(dict.fromkeys(found.players)),
        games=found.games,
        seed=found.seed,
    )
    shown = [d for d in found.differences if d.measure not in MECHANISM_MEASURES or found.proves(d)]
    head = ("", "A", "B", words("compare.difference"), words("compare.bounds"), words("compare.factor"))
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
    low, high = (
        change(scale * bound, digits, language) for bound in (difference.found.low, difference.found.high)
    )
    return (
        ("* " if found.proves(difference) else "  ") + label,
        number(scale * difference.a, digits, language) + sign,
        number(scale * difference.b, digits, language) + sign,
        change(scale * difference.found.value, digits, language) + sign,
        words("format.from_to", low=low, high=high),
        "" if difference.factor is None else "× " + number(difference.factor, 1, language),
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
    yield words(
        "compare.changed",
        share=percent(share.value, language),
        span=percent_span(share, language),
        games=found.games,
    )
    yield words("compare.same_game" if found.is_same_game else f"compare.{found.outcome}")
