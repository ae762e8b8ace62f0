"""Threads that play, and may be left at any moment.

Machine code cannot be interrupted, so whoever stops a study does not wait for it: what is not begun is
forgotten, what is under way ends by itself, or with the program.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.pool import AsyncResult, ThreadPool
from typing import Generic, TypeVar

What = TypeVar("What")


@dataclass(frozen=True, slots=True)
class _Raised:
    error: BaseException


@dataclass(frozen=True, slots=True)
class Underway(Generic[What]):
    """Something that a thread does."""

    _outcome: "AsyncResult[What | _Raised]"

    def result(self) -> What:
        """What came of it, once it is there; raises what it raised."""
        found = self._outcome.get()
        if isinstance(found, _Raised):
            raise found.error
        return found


@dataclass(frozen=True, slots=True)
class Threads:
    """Some threads of this machine."""

    _pool: ThreadPool

    def submit(self, do: Callable[..., What], *given: object) -> Underway[What]:
        """Let one of them do something, as soon as one is free."""
        return Underway(self._pool.apply_async(_caught, (do, *given)))


def _caught(do: Callable[..., What], *given: object) -> What | _Raised:
    """What comes of it; the pool itself would lose its thread to a ``SystemExit``, and wait for ever."""
    try:
        return do(*given)
    except BaseException as error:  # raised again by whoever waits for it
        return _Raised(error)


@contextmanager
def threads(count: int) -> Iterator[Threads]:
    """So many threads, for as long as the study lasts. They never keep the program from ending."""
    with ThreadPool(count) as pool:
        yield Threads(pool)
