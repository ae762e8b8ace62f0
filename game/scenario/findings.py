"""What is wrong with a scenario file, before it is put into words."""

from dataclasses import dataclass, field

Path = tuple[str | int, ...]
"""Where something stands in a file: keys of mappings and places in lists, from the top."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From a line and column up to (not including) another; counted from 1, in characters."""

    line: int
    column: int
    end_line: int
    end_column: int

    def holds(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside this one."""
        return (self.line, self.column) <= (other.line, other.column) and (
            (other.end_line, other.end_column) <= (self.end_line, self.end_column)
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: what (``code``), where, and the values that its words need.

    ``fix`` is the text that should stand in the span instead, where that is known.
    """

    code: str
    span: Span
    values: dict[str, object] = field(default_factory=dict)
    fix: str | None = None
