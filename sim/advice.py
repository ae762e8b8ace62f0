"""What ``sensitivity`` and ``tune`` found, in words, as the commands print it."""

from collections.abc import Iterator
from itertools import zip_longest

from game.words.catalogue import Language, Words
from sim.balancing import Verdict
from sim.edits import Edit, Proposal
from sim.labels import DOMAIN, label
from sim.sensitivity import Sensitivity, Step, Weight
from sim.sentences import sentence
from sim.statistics import Interval
from sim.telling import by_urgency, light_of
from sim.wording import change, count, number, percent, players_text

SHOWN = 15


def sensitivity_text(found: Sensitivity, language: Language) -> str:
    """What was played, a table of the numbers that matter most, and how to read it."""
    words = Words(DOMAIN, language)
    title = words(
        "sensitivity.title",
        title=found.scenario.title.get(language),
        departments=found.departments,
        players=players_text(found.players, language),
        games=count(found.games, language),
        seed=found.seed,
    )
    base = words(
        "sensitivity.base",
        points=number(found.base["points"], 1, language),
        silver=percent(found.base["silver"], language, 0),
    )
    shown = found.weights[:SHOWN]
    has_shares = any(weight.share for weight in shown)
    head = [words(f"sensitivity.column.{name}") for name in ("number", "line", "down", "up")]
    head += [words("sensitivity.column.morris")] * bool(found.paths)
    head += [words("sensitivity.column.sobol")] * has_shares
    rows = [head, *(_cells(found, weight, words, has_shares) for weight in shown)]
    widths = [max(map(len, column)) for column in zip_longest(*rows, fillvalue="")]
    lines = ["  " + _line(row, widths) for row in rows]
    return "\n".join([title, base, "", *lines, "", *_after(found, len(shown), has_shares, words)])


def _line(row: list[str], widths: list[int]) -> str:
    cells = [cell.ljust(widths[0]) if n == 0 else cell.rjust(widths[n]) for n, cell in enumerate(row)]
    return "  ".join(cells).rstrip()


def _cells(found: Sensitivity, weight: Weight, words: Words, has_shares: bool) -> list[str]:
    figure, language = weight.figure, words.language
    down, up = (
        next((step for step in weight.steps if (step.to > figure.value) is is_up), None)
        for is_up in (False, True)
    )
    name = f"{label(found.scenario, figure, words)} = {figure.value}"
    cells = [name, str(figure.line), _step(down, language), _step(up, language)]
    if found.paths:
        one = weight.screened
        cells.append("" if one is None else _give_or_take(one.mu_star, one.surely, language))
    if has_shares:
        cells.append("" if weight.share is None else percent(weight.share.together, language, 0))
    return cells


def _step(step: Step | None, language: Language) -> str:
    if step is None:
        return "–"
    effect: Interval = step.effects["points"]
    mark = "*" if effect.leaves_out(0) else " "
    return f"{change(effect.value, 1, language)}{mark}"


def _give_or_take(value: float, surely: float, language: Language) -> str:
    return f"{number(value, 1, language)} ± {number(surely, 1, language)}"


def _after(found: Sensitivity, shown: int, has_shares: bool, words: Words) -> Iterator[str]:
    language = words.language
    hidden = len(found.weights) - shown
    if hidden:
        yield words.count("sensitivity.hidden", hidden)
    yield words("sensitivity.note")
    if found.paths:
        yield words("sensitivity.morris", paths=found.paths)
    if has_shares:
        yield words("sensitivity.sobol")
    if found.weights:
        yield words("sensitivity.most", name=label(found.scenario, found.weights[0].figure, words))
    proven = sum(weight.is_proven("points") for weight in found.weights)
    yield words.count("sensitivity.proven", len(found.weights), proven=number(proven, 0, language))


def proposal_text(found: Proposal, language: Language) -> str:
    """How the scenario stands, the edits with their diff, and how it stands with them."""
    words = Words(DOMAIN, language)
    title = found.draft.scenario.title.get(language)
    lines = [words(f"tune.before.{found.before.status}", title=title, file=found.name)]
    lines += [
        f"  {light_of(v, language)}  {sentence(found.before.scenario, v, language)}"
        for v in _open(found.before.verdicts)
    ]
    if not found.edits:
        if found.before.status != "met":
            lines.append(words("tune.nothing", tried=found.tried))
        return "\n".join(lines)
    lines += ["", words.count("tune.edits", len(found.edits), tried=found.tried)]
    lines += ["  " + edit_text(found, edit, words) for edit in found.edits]
    lines += ["", found.diff().rstrip("\n"), ""]
    lines.append(
        words(f"tune.after.{found.status}", games=count(found.after.planned, language), seed=found.after.seed)
    )
    lines += [
        f"  {light_of(v, language)}  {sentence(found.after.scenario, v, language)}"
        for v in _open(found.after.verdicts)
    ]
    return "\n".join(lines)


def edit_text(found: Proposal, edit: Edit, words: Words) -> str:
    """One edit: what, from, to, and on which line."""
    name = label(found.draft.scenario, edit.figure, words)
    return words("tune.edit", name=name, old=edit.figure.value, new=edit.to, line=edit.figure.line)


def _open(verdicts: tuple[Verdict, ...]) -> Iterator[Verdict]:
    """What is not met, the worst first."""
    return (verdict for verdict in by_urgency(verdicts) if verdict.status != "met")
