"""Files of a trial: a line for each game, written as it is played, and what the trial was."""

import json
from contextlib import ExitStack
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Literal, Self, get_args

import numpy as np
from numpy.typing import NDArray

from game.rules.limits import LEVELS
from game.scenario.compiling import Compiled
from sim.totals import SCALARS
from sim.trouble import SimulationError
from sim.writing import in_one_go

if TYPE_CHECKING:
    from sim.result import Result

Column = NDArray[np.int64]
Form = Literal[".parquet", ".csv", ".json"]
SUFFIXES: Final[tuple[Form, ...]] = get_args(Form)


def engine_version() -> str:
    """The version of Piramide that plays."""
    return version("piramide")


def columns(compiled: Compiled, rows: NDArray[Any], first: int = 0) -> dict[str, Column]:
    """The rows as they are written to a file: one number per game and name."""
    out: dict[str, Column] = {"game": np.arange(first, first + len(rows))}
    for name in SCALARS:
        out[name] = rows[name][:, 0]
    for level in range(LEVELS):
        out[f"level_{level}"] = rows["levels"][:, level]
    for seat, name in enumerate(compiled.ids.seats):
        out[f"own_score_{name}"] = rows["own_score"][:, seat]
        out[f"colleague_{name}"] = rows["colleague"][:, seat]
    return out


def form_of(path: str | Path) -> Form:
    """The form of a file, by the ending of its path.

    Raises
    ------
    SimulationError
        If it is none of the forms, or Parquet and PyArrow, which is in the extra ``sim``, is not installed.
    """
    for form in SUFFIXES:
        if Path(path).suffix.lower() == form:
            return writable(form)
    raise SimulationError("output", path=path)


def writable(form: Form) -> Form:
    """The form, if files of it can be written here; otherwise raises ``SimulationError``."""
    if form == ".parquet" and find_spec("pyarrow") is None:
        raise SimulationError("no_pyarrow")
    return form


class Sheet:
    """A file that takes the games of a trial portion by portion; without a path it takes nothing.

    Its form follows from the ending of the path, unless given. It is there when the last game was played:
    of a trial that is stopped nothing is left.

    Scenario hash, version of the engine and seed stand in every file: in Parquet with the summary in the
    metadata (key ``piramide``), in CSV as the last columns, in JSON in the summary. JSON also holds the
    measures and, if the games were kept, the columns.

    Raises
    ------
    SimulationError
        If files of that form cannot be written here (``form_of``).
    OSError
        If the file cannot be written.
    """

    def __init__(
        self, path: str | Path | None, compiled: Compiled, seed: int, form: Form | None = None
    ) -> None:
        self._final = None if path is None else Path(path)
        self._form: Form | None = None
        if path is not None:
            self._form = form_of(path) if form is None else writable(form)
        self._path: Path | None = None  # where it is written until it is whole
        self._open = ExitStack()
        self._compiled = compiled
        self._seed = seed
        self._file: Any = None

    def __enter__(self) -> Self:
        if self._final is not None:
            self._path = self._open.enter_context(in_one_go(self._final))
            self._open.callback(self._close)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.__exit__(kind, error, trace)

    def _close(self) -> None:
        if self._file is not None:
            self._file.close()

    def write(self, rows: NDArray[Any], first: int) -> None:
        """Add games ``first`` and on."""
        if self._path is None or self._form == ".json":
            return
        table = columns(self._compiled, rows, first)
        if self._form == ".parquet":
            self._parquet(table)
        else:
            self._csv(self._path, table)

    def _parquet(self, table: dict[str, Column]) -> None:
        pyarrow: Any = import_module("pyarrow")
        batch = pyarrow.table(table)
        if self._file is None:
            writer: Any = import_module("pyarrow.parquet")
            self._file = writer.ParquetWriter(str(self._path), batch.schema, store_schema=False)
        self._file.write_table(batch)

    def _csv(self, path: Path, table: dict[str, Column]) -> None:
        if self._file is None:
            self._file = path.open("w", encoding="utf-8", newline="")
            self._file.write(",".join([*table, "scenario_hash", "engine_version", "seed"]) + "\n")
        end = f",{self._compiled.scenario.hash},{engine_version()},{self._seed}\n"
        np.savetxt(self._file, np.column_stack(list(table.values())), fmt="%d", delimiter=",", newline=end)

    def finish(self, result: "Result") -> None:
        """Write what the trial was, after its last game."""
        if self._path is None:
            return
        if self._form == ".json":
            told: dict[str, object] = {"summary": result.summary()}
            if result.is_measured:
                told["measures"] = result.measures.json()
            if result.kept is not None:
                table = columns(self._compiled, result.kept)
                told["columns"] = {name: column.tolist() for name, column in table.items()}
            self._path.write_text(json.dumps(told), encoding="utf-8")
        elif self._form == ".parquet":
            self._file.add_key_value_metadata({"piramide": json.dumps(result.summary())})
