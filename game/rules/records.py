"""Between the two forms of ``State`` and ``Tables``: nested lists, and records of structured arrays.

Every whole number is a little-endian ``int64``, in the order of the fields: that is also the canonical
form over which a hash is taken. (Narrower numbers made the compiled engine no faster, and its
compilation three times slower: each mixture of widths is compiled anew.)
"""

from hashlib import blake2b
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from game.rules import state as state_form
from game.rules import tables as tables_form
from game.rules.state import State
from game.rules.tables import Tables

Form = TypeVar("Form", State, Tables)


def dtype_of(shapes: dict[str, tuple[int, ...]]) -> np.dtype[Any]:
    """A record type with a field of whole numbers for each shape."""
    return np.dtype([(name, "<i8", shape) for name, shape in shapes.items()])


STATE_DTYPE = dtype_of({name: state_form.SHAPES[name] for name in State._fields})
TABLES_DTYPE = dtype_of({name: tables_form.SHAPES[name] for name in Tables._fields})


def _nested(shape: tuple[int, ...], value: int) -> Any:  # depth differs by field
    if len(shape) == 1:
        return [value] * shape[0]
    return [_nested(shape[1:], value) for _ in range(shape[0])]


def blank_state() -> State:
    """A state in which every number is 0."""
    return State(**{name: _nested(state_form.SHAPES[name], 0) for name in State._fields})


def blank_tables(value: int = 0) -> Tables:
    """Tables in which every number is ``value``."""
    return Tables(**{name: _nested(tables_form.SHAPES[name], value) for name in Tables._fields})


def _copy(value: Any) -> Any:
    if type(value[0]) is int:
        return value[:]
    return [_copy(part) for part in value]


def copy(form: Form) -> Form:
    """A copy that shares nothing with ``form``."""
    return type(form)(*[_copy(field) for field in form])


def put(states: list[State], place: int, others: list[State], to: int) -> None:
    """Copy one of some states to a place of others; the simulator has a twin of this."""
    others[to] = copy(states[place])


def to_record(form: State | Tables) -> NDArray[np.void]:
    """An array of one record with the numbers of ``form``."""
    dtype = STATE_DTYPE if isinstance(form, State) else TABLES_DTYPE
    record: NDArray[np.void] = np.zeros(1, dtype)
    for name, value in zip(form._fields, form, strict=True):
        record[name][0] = value
    return record


def state_from_record(record: NDArray[np.void], index: int = 0) -> State:
    """The plain form of record ``index``."""
    return State(*[record[name][index].tolist() for name in State._fields])


def state_hash(state: State) -> str:
    """Hexadecimal BLAKE2b-128 over the canonical little-endian integers."""
    return blake2b(to_record(state).tobytes(), digest_size=16).hexdigest()
