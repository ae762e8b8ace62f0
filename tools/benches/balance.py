"""The shipped scenarios judged in full, faults planted in them, and what common luck saves."""

import re
from collections.abc import Iterator
from math import inf
from statistics import median
from time import perf_counter

from game.scenario.load import find, parse, shipped
from sim import balance, compare
from sim.result import mechanisms_in_play
from sim.telling import judgement_text
from sim.trial import trial_of

GAMES = 2000  # of each scenario that is compared


def edits(text: str, names: Iterator[str]) -> Iterator[tuple[str, str]]:
    """One mechanism's difficulty one higher, each in turn; then three other edits."""
    for name in names:
        start = text.index(f"  - id: {name}\n")
        end = text.index("\n  - id: ", start + 1)
        part = text[start:end]
        found = re.search(r"\bdifficulty: ([2-5])\b", part)
        if found is not None:
            harder = part[: found.start()] + f"difficulty: {int(found[1]) + 1}" + part[found.end() :]
            yield f"difficulty of {name}", text[:start] + harder + text[end:]
    yield "convince_limit 4 → 5", text.replace("convince_limit: 4", "convince_limit: 5", 1)
    yield "drift 2 → 3", text.replace("drift: 2", "drift: 3", 1)
    yield "attention.max of the first 6 → 5", text.replace("{max: 6,", "{max: 5,", 1)


def main() -> None:
    """Print the verdicts, and by how much common luck cut the variance of a comparison."""
    for name in shipped():
        start = perf_counter()
        print("\n" + judgement_text(balance(name), "en"))
        print(f"  {perf_counter() - start:.0f} s")
    text = find("municipality").read_text(encoding="utf-8")
    before = parse(text.encode())
    tools = mechanisms_in_play(trial_of(before, "cooperative", 4).compiled)
    print("\nA comparison's variance in points cut by common luck; and with the luck of the dice taken out")
    harder = []
    for name, after in edits(text, iter(tools)):
        points = compare(before, parse(after.encode()), GAMES, departments=4).of("points")
        both = points.common_luck or inf, points.factor or inf
        print(f"  {name}: {both[0]:.1f}; {both[1]:.1f}")
        if name.startswith("difficulty"):
            harder.append(both)
    alone, whole = zip(*harder, strict=True)
    print(f"  median of the difficulties: {median(alone):.1f}; {median(whole):.1f}; least {min(whole):.1f}")


if __name__ == "__main__":
    main()
