"""Golden counts and playthroughs: what may be done, and whole games written out (``make goldens``).

Both follow one game of cooperative players in round order under a fixed seed. Counts say how many
commands are legal, and to how many positions they lead; playthroughs every command in notation,
what came of it, and at the start of each week what every seat may know.
"""

from collections import Counter
from collections.abc import Iterator

from game.players.choosing import decide
from game.rules.fact import Dice, Fact, Moved, Paid, to_dict
from game.rules.hide import hide
from game.rules.limits import GUESSING, NONE, PARTS, ROUND
from game.rules.position import state_to_text
from game.rules.records import copy, state_hash
from game.scenario.load import shipped
from tests.rules.games import Running, compiled_of, scenario_of
from tools.goldens import replace

FOLDERS = ("counts", "playthroughs")
SEED = 2024
PLAYER_SEED = 7
SMALL = 400
"""Where no more commands than this are legal two deep, counts go three deep."""


def goldens() -> dict[str, bytes]:
    """All golden texts of the rules, by folder and name."""
    files = {}
    for name, seats in line_ups():
        files[count_name(name, seats)] = counts(name, seats).encode()
    for name in shipped():
        files[playthrough_name(name)] = playthrough(name).encode()
    return files


def write() -> None:
    """Write them all anew."""
    replace(FOLDERS, goldens())


def line_ups() -> list[tuple[str, int]]:
    """Every shipped scenario with every number of departments."""
    return [(name, seats) for name in shipped() for seats in scenario_of(name).supported]


def count_name(name: str, seats: int) -> str:
    return f"counts/{name}-{seats}.txt"


def playthrough_name(name: str) -> str:
    return f"playthroughs/{name}.txt"


# Counts.


def divide(running: Running) -> list[tuple[str, int, str]]:
    """For each legal command: the command, how many are legal after it, and the hash it leads to."""
    rows = []
    for seat, action in running.choices():
        after = running.branch(seat, action)
        text = f"{running.compiled.ids.seats[seat]} {running.text(action)}"
        rows.append((text, len(after.choices()), state_hash(after.state)))
    return rows


def anchors(name: str, seats: int) -> Iterator[tuple[str, Running]]:
    """Positions to count from: set-up, the start of each week, its work, and the guessing round."""
    running = Running(compiled_of(name, seats), SEED, ROUND, people=1)
    last = (-1, -1)
    while True:
        here = (running.state.week[0], running.state.part[0])
        if here != last:
            yield f"week {here[0]}, {PARTS[here[1]]}" if here[0] else "set-up", running
        last = here
        decision = running.decided("cooperative", PLAYER_SEED)
        if decision is None:
            return
        running.do(*decision)


def counts(name: str, seats: int) -> str:
    """The golden counts of one scenario with one number of departments."""
    lines = [
        f"{name} with {seats} departments, seed {SEED}, round order",
        "legal commands, the positions they lead to, and the commands that are legal there",
    ]
    for title, running in anchors(name, seats):
        rows = divide(running)
        deeper = ""
        if _sum(rows) <= SMALL:
            third = sum(
                count for seat, action in running.choices() for count in _third(running, seat, action)
            )
            deeper = f" → {third} commands"
        positions = len({row[2] for row in rows})
        lines += [
            "",
            f"{title}: {len(rows)} commands → {positions} positions → {_sum(rows)} commands{deeper}",
        ]
        groups: dict[str, list[int]] = {}
        for text, count, _ in rows:
            groups.setdefault(" ".join(text.split()[:3]), []).append(count)
        lines += [f"  {group}: {len(found)} → {sum(found)}" for group, found in groups.items()]
    return "\n".join(lines) + "\n"


def _sum(rows: list[tuple[str, int, str]]) -> int:
    return sum(count for _, count, _ in rows)


def _third(running: Running, seat: int, action: int) -> list[int]:
    return [count for _, count, _ in divide(running.branch(seat, action))]


def full_divide(name: str, seats: int) -> str:
    """The counts command by command, to be laid beside those of another version."""
    lines = []
    for title, running in anchors(name, seats):
        lines.append(title)
        lines += [f"  {text}: {count}  {digest[:8]}" for text, count, digest in divide(running)]
    return "\n".join(lines)


# Playthroughs.


def playthrough(name: str) -> str:
    """A whole game written out, with the usual number of departments."""
    seats = scenario_of(name).usual_departments
    running = Running(compiled_of(name, seats), SEED, ROUND)
    ids = running.compiled.ids
    lines = [f"{name} with {seats} departments: cooperative players, seed {SEED}, round order"]
    week = NONE
    used: Counter[str] = Counter()
    while running.state.part[0] < GUESSING:
        if running.state.week[0] != week:
            week = running.state.week[0]
            lines += ["", f"=== {'week ' + str(week) if week else 'set-up'}", *views(running), ""]
        seat = running.to_act()
        action = decide("cooperative", running.compiled.tables, running.state, seat, PLAYER_SEED)
        used[running.text(action).split()[0]] += 1
        lines.append(f"{ids.seats[seat]}: {running.text(action)}")
        lines += [f"    {short(fact)}" for fact in running.do(seat, action)]
    lines += ["", "=== the end", *views(running), "", "commands: " + _counted(used)]
    return "\n".join(lines) + "\n"


def _counted(used: Counter[str]) -> str:
    return ", ".join(f"{kind} {n}" for kind, n in sorted(used.items()))


def view(running: Running, seat: int) -> list[str]:
    """What a seat may know, as lines; NONE: what everybody may know."""
    seen = copy(running.state)
    hide(running.compiled.tables, seen, seat)
    return state_to_text(running.compiled.tables, running.compiled.ids, seen).splitlines()


def views(running: Running) -> Iterator[str]:
    """What everybody may know, line by line, and for each seat the lines in which its own view differs."""
    yield f"truth {state_hash(running.state)}"
    common = view(running, NONE)
    yield "everybody sees"
    yield from (f"  {line}" for line in common)
    for seat, name in enumerate(running.compiled.ids.seats):
        own = [f"  {mine}" for mine, line in zip(view(running, seat), common, strict=True) if mine != line]
        yield f"{name} sees the same, but" if own else f"{name} sees the same"
        yield from own


def short(fact: Fact) -> str:
    """A fact in a short line."""
    if isinstance(fact, Dice):
        sign = "≤" if fact.purpose == "drift" else "≥"
        rolls = " ".join(map(str, fact.rolls))
        return (
            f"dice {fact.purpose} {fact.audience} {fact.level} {sign}{fact.difficulty}: "
            f"{rolls} → {fact.lifted} {fact.bond}"
        )
    if isinstance(fact, Moved):
        (level, bond), (to, to_bond) = fact.from_, fact.to
        return f"moved {fact.cause} {fact.audience} {level} {bond} → {to} {to_bond} ×{fact.n}"
    if isinstance(fact, Paid):
        prices = [f"{fact.seat} {fact.hours} h"] if fact.hours else []
        prices += [f"{fact.audience} {fact.attention}"] if fact.audience else []
        return f"paid {', '.join(prices)}"
    return " ".join("-" if value is None else _word(name, value) for name, value in to_dict(fact).items())


def _word(name: str, value: object) -> str:
    if isinstance(value, bool):
        return name if value else f"not-{name}"
    return str(value)
