"""On which line of its file a scenario says something."""

from dataclasses import dataclass
from pathlib import Path

from game.scenario.load import find, read_bytes
from game.scenario.reading import Document, read
from game.scenario.spots import Spot


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a scenario file; those of a scenario that came from no file are all None."""

    document: Document | None = None

    @classmethod
    def of(cls, id_or_path: str | Path) -> "Lines":
        """The lines of a valid scenario file; raises what ``load`` raises if there is none."""
        return cls(read(read_bytes(find(id_or_path))))

    def target(self, name: str) -> int | None:
        """The line of a balance target."""
        return self._line("balance", "targets", name)

    def kpi(self, department: str) -> int | None:
        """The line of a department's KPI."""
        return self._line("departments", self._place("departments", department), "kpi")

    def mechanism(self, mechanism: str) -> int | None:
        """The line on which a mechanism begins."""
        return self._line("mechanisms", self._place("mechanisms", mechanism))

    def _line(self, *path: str | int) -> int | None:
        return None if self.document is None else self.document.place(path).head.line

    def _place(self, section: str, identifier: str) -> int:
        """The place in its list of what goes by this id."""
        if self.document is None:
            return 0
        entries = Spot(self.document.values)[section]
        return next(place for place, entry in enumerate(entries) if entry["id"].text == identifier)
