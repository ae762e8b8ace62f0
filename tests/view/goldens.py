"""Golden views: whole views of a few moments, one line per key and per action.

``python -m tests.view.goldens`` writes them anew; the difference is for people to judge.
"""

import json
from pathlib import Path

from game.rules import command as c
from game.rules.engine import begin, submit
from game.rules.log import new_log
from game.rules.notation import action_of
from game.rules.records import blank_state
from game.rules.refusal import LEGAL
from game.rules.state import State
from game.scenario.compiling import Compiled
from game.view.seats import seat_view, table_view
from tests.builders import tiny

FOLDER = Path(__file__).parents[1] / "golden" / "views"
SEED = 11
MOVES: tuple[tuple[int, str], ...] = (
    (0, "our_why health"),
    (0, "talk ann"),
    (1, "play chat ann company"),
    (0, "play tasting bob praise"),
    (1, "talk cor"),
)


def played(compiled: Compiled, moves: int) -> State:
    """The state after so many moves."""
    state = blank_state()
    begin(compiled.tables, state, SEED, 0)
    state.people[0] = 1
    for seat, text in MOVES[:moves]:
        action = action_of(compiled.ids, c.from_text(text))
        code = submit(compiled.tables, state, seat, action, new_log())
        if code != LEGAL:
            raise ValueError(f"{text} is refused: {code}")
    return state


def as_text(view: dict[str, object]) -> str:
    """One line per key; lists of actions one line each."""
    lines = []
    for key, value in view.items():
        rows = value if isinstance(value, list) and key == "actions" else [value]
        lines += [f"{key}: {json.dumps(row, ensure_ascii=False)}" for row in rows]
    return "\n".join(lines) + "\n"


def texts() -> dict[str, str]:
    """Every golden text by the name of its file."""
    compiled = tiny(2)
    work = played(compiled, len(MOVES))
    return {
        "setup-kitchen.en.txt": as_text(seat_view(compiled, played(compiled, 0), "kitchen", "en")),
        "work-shop.nl.txt": as_text(seat_view(compiled, work, "shop", "nl")),
        "work-onlooker.txt": as_text(table_view(compiled, work)),
    }


def write() -> None:
    """Write every golden text anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in texts().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
