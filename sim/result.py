"""What came of a trial: columns per game, counts over all games, a summary and files."""

import json
from dataclasses import dataclass
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.players.choosing import KINDS
from game.players.playing import play_out
from game.rules.limits import KINDS as VERBS
from game.rules.limits import MEDALS, SEATS
from game.rules.state import State
from game.scenario.compiling import Compiled

Column = NDArray[np.int64]


def mechanisms_in_play(compiled: Compiled) -> dict[str, int]:
    """The places, in the file, of the mechanisms that some seat runs, by id in that order."""
    t, ids = compiled.tables, compiled.ids
    places = {m for seat in range(compiled.seats) for m in t.tools[seat][: t.tool_count[seat]]}
    return {ids.mechanisms[m]: m for m in sorted(places)}


@dataclass(frozen=True)
class Result:
    """The games of a trial. A column has one entry, or one row, for each game."""

    compiled: Compiled
    kinds: tuple[str, ...]
    seed: int
    rows: NDArray[Any]
    counts: NDArray[Any]

    def __len__(self) -> int:
        return len(self.rows)

    def _scalar(self, name: str) -> Column:
        column: Column = self.rows[name][:, 0]
        return column

    @property
    def points(self) -> Column:
        """Team points (8.1): (games,)."""
        return self._scalar("points")

    @property
    def points_before_shakeout(self) -> Column:
        """Team points before the shake-out: (games,)."""
        return self._scalar("points_before_shakeout")

    @property
    def medal(self) -> Column:
        """0 none, 1 bronze, 2 silver, 3 gold: (games,)."""
        return self._scalar("medal")

    @property
    def levels(self) -> Column:
        """Tokens by level after the shake-out, over all audiences: (games, 6)."""
        column: Column = self.rows["levels"]
        return column

    @property
    def own_score(self) -> Column:
        """Own scores (8.3): (games, seats)."""
        column: Column = self.rows["own_score"][:, : self.compiled.seats]
        return column

    @property
    def colleague(self) -> Column:
        """1 for the colleague of the year, several where they share it (8.3): (games, seats)."""
        column: Column = self.rows["colleague"][:, : self.compiled.seats]
        return column

    @property
    def lost_weeks(self) -> Column:
        """Lost weeks (2.3a): (games,)."""
        return self._scalar("lost_weeks")

    @property
    def mixed_messages(self) -> Column:
        """Audiences that paid extra for mixed messages (3.5): (games,)."""
        return self._scalar("mixed_messages")

    @property
    def coherent_messages(self) -> Column:
        """Coherent plays (3.3): (games,)."""
        return self._scalar("coherent_messages")

    @property
    def actions(self) -> Column:
        """Commands of all seats: (games,)."""
        return self._scalar("actions")

    @property
    def bronze_week(self) -> Column:
        """First Friday on which a shake-out would have given bronze (8.4): (games,)."""
        return self._scalar("bronze_week")

    @property
    def mechanisms_in_play(self) -> dict[str, int]:
        """The places, in the file, of the mechanisms that some seat runs, by id in that order."""
        return mechanisms_in_play(self.compiled)

    def used(self, mechanism: str) -> Column:
        """1 for each game in which anybody played this mechanism, else 0: (games,)."""
        column: Column = self._scalar("used") >> self.mechanisms_in_play[mechanism] & 1
        return column

    @property
    def hash(self) -> str:
        """A hash over every number in it: equal results, equal hashes."""
        digest = blake2b(digest_size=16)
        digest.update(self.rows.tobytes())
        digest.update(self.counts.tobytes())
        return digest.hexdigest()

    def replay(self, game: int) -> State:
        """Play game number ``game`` again, in plain Python, and give its last state.

        Raises
        ------
        IndexError
            If the trial has no such game.
        """
        if not 0 <= game < len(self):
            raise IndexError(f"the trial has games 0 to {len(self) - 1}")
        kinds = [KINDS.index(kind) for kind in self.kinds]
        return play_out(self.compiled.tables, kinds + [0] * (SEATS - len(kinds)), self.seed, game)

    def mechanisms(self) -> dict[str, dict[str, float]]:
        """Plays, lifted tokens and firmly lifted tokens per game, by mechanism in play."""
        t, ids = self.compiled.tables, self.compiled.ids
        out: dict[str, dict[str, float]] = {}
        for seat in range(self.compiled.seats):
            for mechanism in t.tools[seat][: t.tool_count[seat]]:
                tool = t.tool_of[seat][mechanism]
                entry = out.setdefault(ids.mechanisms[mechanism], {"plays": 0, "lifted": 0, "firm": 0})
                for name in entry:
                    entry[name] += int(self.counts[name][0, tool])
        return {name: {key: value / len(self) for key, value in entry.items()} for name, entry in out.items()}

    def shares(self) -> list[float]:
        """Per seat the share of being colleague of the year, over the games that have one."""
        crowned = self.colleague[self.medal > 0]
        if len(crowned) == 0:
            return [0.0] * self.compiled.seats
        split: list[float] = (crowned / crowned.sum(axis=1, keepdims=True)).mean(axis=0).tolist()
        return split

    def summary(self) -> dict[str, object]:
        """What ``piramide sim --json`` prints; figures without a unit are means per game."""
        points = self.points
        return {
            "scenario": self.compiled.scenario.id,
            "scenario_hash": self.compiled.scenario.hash,
            "departments": self.compiled.seats,
            "players": list(self.kinds),
            "games": len(self),
            "seed": self.seed,
            "points": {
                "mean": float(points.mean()),
                "sd": float(points.std(ddof=1)) if len(self) > 1 else 0.0,
                "min": int(points.min()),
                "max": int(points.max()),
            },
            "points_before_shakeout": float(self.points_before_shakeout.mean()),
            "medals": {
                name: float(share)
                for name, share in zip(
                    MEDALS, np.bincount(self.medal, minlength=len(MEDALS)) / len(self), strict=True
                )
            },
            "levels": self.levels.mean(axis=0).tolist(),
            "lost_weeks": float(self.lost_weeks.mean()),
            "mixed_messages": float(self.mixed_messages.mean()),
            "coherent_messages": float(self.coherent_messages.mean()),
            "actions": float(self.actions.mean()),
            "own_score": self.own_score.mean(axis=0).tolist(),
            "colleague_of_the_year": self.shares(),
            "verbs": {
                kind: float(count) / len(self)
                for kind, count in zip(VERBS, self.counts["verbs"][0], strict=True)
            },
            "mechanisms": self.mechanisms(),
            "hash": self.hash,
        }

    def table(self) -> dict[str, Column]:
        """The columns as they are written to a file: one number per game and name."""
        out = {"game": np.arange(len(self)), "points": self.points}
        for name in ("points_before_shakeout", "medal", "lost_weeks", "mixed_messages", "coherent_messages"):
            out[name] = self._scalar(name)
        out["actions"] = self.actions
        out["bronze_week"] = self.bronze_week
        for level in range(self.levels.shape[1]):
            out[f"level_{level}"] = self.levels[:, level]
        for seat, name in enumerate(self.compiled.ids.seats):
            out[f"own_score_{name}"] = self.own_score[:, seat]
            out[f"colleague_{name}"] = self.colleague[:, seat]
        return out

    def to_csv(self, path: str | Path) -> None:
        """Write the columns as CSV, one line per game."""
        columns = self.table()
        with Path(path).open("w", encoding="utf-8", newline="") as file:
            file.write(",".join(columns) + "\n")
            np.savetxt(file, np.column_stack(list(columns.values())), fmt="%d", delimiter=",")

    def to_json(self, path: str | Path) -> None:
        """Write the summary and the columns as JSON."""
        columns = {name: column.tolist() for name, column in self.table().items()}
        Path(path).write_text(json.dumps({"summary": self.summary(), "columns": columns}), encoding="utf-8")

    def to_parquet(self, path: str | Path) -> None:
        """Write the columns as Parquet, the summary in the file's metadata.

        Raises
        ------
        ModuleNotFoundError
            If PyArrow, which is in the extra ``sim``, is not installed.
        """
        pyarrow: Any = import_module("pyarrow")
        parquet: Any = import_module("pyarrow.parquet")
        table = pyarrow.table(self.table())
        table = table.replace_schema_metadata({"piramide": json.dumps(self.summary())})
        parquet.write_table(table, str(path))
