"""What came of a trial: columns per game, counts over all games, a summary and files."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.rules.limits import KINDS as VERBS
from game.rules.limits import MEDALS
from game.rules.state import State
from game.scenario.compiling import Compiled
from sim.driver import COURSE
from sim.measures import Measures
from sim.replaying import replay
from sim.sheets import Form, Sheet, engine_version
from sim.totals import Totals
from sim.trouble import SimulationError

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
    totals: Totals
    kept: NDArray[Any] | None
    is_measured: bool = True

    def __len__(self) -> int:
        return self.totals.games

    @property
    def counts(self) -> NDArray[Any]:
        """One record with what was only counted: see ``driver.USES`` and ``tallying.TALLIES``."""
        return self.totals.counts

    @property
    def measures(self) -> Measures:
        """What was seen on the way: by week, audience, department, mechanism and message.

        Raises
        ------
        SimulationError
            If the games were played without looking on.
        """
        if not self.is_measured:
            raise SimulationError("not_measured")
        return Measures(self.compiled, self.totals)

    @property
    def rows(self) -> NDArray[Any]:
        """A record for each game (``driver.ROW``).

        Raises
        ------
        SimulationError
            If the games were too many to be kept.
        """
        if self.kept is None:
            raise SimulationError("not_kept", games=len(self))
        return self.kept

    def _column(self, name: str) -> Column:
        column: Column = self.rows[name]
        return column

    def _scalar(self, name: str) -> Column:
        return self._column(name)[:, 0]

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
        return self._column("levels")

    @property
    def own_score(self) -> Column:
        """Own scores (8.3): (games, seats)."""
        return self._column("own_score")[:, : self.compiled.seats]

    @property
    def colleague(self) -> Column:
        """1 for the colleague of the year, several where they share it (8.3): (games, seats)."""
        return self._column("colleague")[:, : self.compiled.seats]

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
    def decided_week(self) -> Column:
        """First Friday from which a shake-out on that day would always have given the medal: (games,)."""
        return self._course("decided_week")

    @property
    def lead_changes(self) -> Column:
        """How often another seat took the lead by KPI on a Friday: (games,)."""
        return self._course("lead_changes")

    @property
    def leader_week(self) -> Column:
        """The Friday on which the last leader by KPI took the lead: (games,)."""
        return self._course("leader_week")

    @property
    def luck(self) -> Column:
        """What plays lifted beyond what their dice promised, in sixths of a token: (games, 6).

        By the level from which; 0 on average, whatever players do (``tallying``).
        """
        if not self.is_measured:
            raise SimulationError("not_measured")
        return self._column("luck")

    def _course(self, name: str) -> Column:
        if not self.is_measured:
            raise SimulationError("not_measured")
        return self._scalar(name)

    @property
    def mechanisms_in_play(self) -> dict[str, int]:
        """The places, in the file, of the mechanisms that some seat runs, by id in that order."""
        return mechanisms_in_play(self.compiled)

    def used(self, mechanism: str) -> Column:
        """1 for each game in which anybody played this mechanism, else 0: (games,)."""
        return self._scalar("used") >> self.mechanisms_in_play[mechanism] & 1

    def used_in(self, mechanism: str) -> float:
        """The share of games in which anybody played this mechanism; known for any number of games."""
        return int(self.totals.used[self.mechanisms_in_play[mechanism]]) / len(self)

    @property
    def hash(self) -> str:
        """A hash over the outcome of every game: equal results, equal hashes."""
        return self.totals.hash

    def replay(self, game: int) -> State:
        """Play game number ``game`` again, in plain Python, and give its last state.

        Raises
        ------
        IndexError
            If the trial has no such game.
        """
        if not 0 <= game < len(self):
            raise IndexError(f"the trial has games 0 to {len(self) - 1}")
        last: State | None = None
        for move in replay(self.compiled, self.kinds, self.seed, game):
            last = move.state
        assert last is not None, "a replay begins with the set-up"
        return last

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
        return self.totals.shares(self.compiled.seats)

    def summary(self) -> dict[str, object]:
        """What ``piramide sim --json`` prints; figures without a unit are means per game."""
        games, columns = len(self), self.totals.columns
        points = columns["points"]
        out: dict[str, object] = {
            "scenario": self.compiled.scenario.id,
            "scenario_hash": self.compiled.scenario.hash,
            "engine_version": engine_version(),
            "departments": self.compiled.seats,
            "players": list(self.kinds),
            "games": games,
            "seed": self.seed,
            "points": {"mean": points.mean, "sd": points.sd, "min": points.least, "max": points.most},
            "points_before_shakeout": columns["points_before_shakeout"].mean,
            "medals": {name: columns["medal"].counts[code] / games for code, name in enumerate(MEDALS)},
            "levels": (self.totals.levels / games).tolist(),
            "lost_weeks": columns["lost_weeks"].mean,
            "mixed_messages": columns["mixed_messages"].mean,
            "coherent_messages": columns["coherent_messages"].mean,
            "actions": columns["actions"].mean,
            "own_score": (self.totals.own_score[: self.compiled.seats] / games).tolist(),
            "colleague_of_the_year": self.shares(),
            "verbs": {
                kind: int(count) / games for kind, count in zip(VERBS, self.counts["verbs"][0], strict=True)
            },
            "mechanisms": self.mechanisms(),
            "hash": self.hash,
        }
        if self.is_measured:
            for name in COURSE:
                out[name] = columns[name].mean
        return out

    def to_csv(self, path: str | Path) -> None:
        """Write the columns as CSV, one line per game; raises ``SimulationError`` if none were kept."""
        self._write(path, ".csv")

    def to_json(self, path: str | Path) -> None:
        """Write summary, measures and columns as JSON; raises ``SimulationError`` if none were kept."""
        self._write(path, ".json")

    def to_parquet(self, path: str | Path) -> None:
        """Write the columns as Parquet, the summary in the file's metadata.

        Raises
        ------
        SimulationError
            If the games were not kept, or PyArrow, which is in the extra ``sim``, is not installed.
        """
        self._write(path, ".parquet")

    def _write(self, path: str | Path, form: Form) -> None:
        with Sheet(path, self.compiled, self.seed, form) as sheet:
            sheet.write(self.rows, 0)
            sheet.finish(self)
