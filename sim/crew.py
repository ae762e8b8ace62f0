"""Who plays the blocks of a study: threads of this machine, or a Dask cluster. The outcome is the same.

A crew hands blocks out in order and gives what came of them in that order, never holding more than a
few at a time. It looks first whether a block was played before.
"""

import logging
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from itertools import islice, tee
from multiprocessing import resource_tracker
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from sim.blocks import Block, Played, blocks_of, code_version, play_there
from sim.engine import cache_folder, has_numba
from sim.keeping import Kept, drop_old_engines
from sim.result import Result
from sim.threads import threads
from sim.trial import CHUNK, Trial, result_of
from sim.trouble import SimulationError

LOCAL = "local:"
_PROTOCOLS = ("tcp://", "tls://")
_SECONDS = 20  # to find a cluster


class Promise(Protocol):
    """A block that somebody plays: a future of threads or of Dask."""

    def result(self) -> Played:
        """What came of it, once it is there."""


@dataclass(frozen=True, slots=True)
class Crew:
    """Hands ``hands`` play at a time; ``submit`` gives a block to one of them."""

    hands: int
    submit: Callable[[Block], Promise]
    kept: Kept | None = None

    def play(self, blocks: Iterable[Block]) -> Iterator[Played]:
        """What comes of each block, in their order."""
        waiting: deque[tuple[Block, Promise | Played]] = deque()
        for block in blocks:
            known = self._known(block)
            waiting.append((block, known or self.submit(block)))
            if len(waiting) > 3 * self.hands:
                yield self._taken(*waiting.popleft())
        while waiting:
            yield self._taken(*waiting.popleft())

    def result(
        self,
        trial: Trial,
        games: int,
        measures: bool,
        keep: bool,
        progress: Callable[[int], None] | None = None,
        output: str | Path | None = None,
    ) -> Result:
        """Games 0 up to ``games`` of a trial; parameters are those of ``trial.simulate``."""
        rows = trial.rows(games) if keep else None

        def played() -> Iterator[tuple[NDArray[Any], NDArray[Any]]]:
            at = 0
            for part in self.play(blocks_of(trial, games, trial.usual_chunk, measures=measures)):
                if rows is not None:
                    rows[at : at + len(part.rows)] = part.rows
                at += len(part.rows)
                yield part.rows, part.counts

        return trial.gathered(played(), rows, measures, progress, output)

    def results(self, trials: Iterable[Trial], games: int, *, measures: bool = False) -> Iterator[Result]:
        """Games 0 up to ``games`` of each trial."""
        size = max(1, min(games, CHUNK))
        each = len(range(0, games, size))
        ours, theirs = tee(trials)
        played = self.play(
            block for trial in theirs for block in blocks_of(trial, games, size, measures=measures)
        )
        for trial in ours:
            parts = list(islice(played, each))
            rows = np.concatenate([part.rows for part in parts])
            counts = np.concatenate([part.counts for part in parts])
            yield result_of(trial, rows, counts, measures=measures)

    def _taken(self, block: Block, promise: Promise | Played) -> Played:
        if isinstance(promise, Played):
            return promise
        played = promise.result()
        if self.kept is not None and not block.trial.functions:
            self.kept.put(block, played)
        return played

    def _known(self, block: Block) -> Played | None:
        """What was kept of a block; of what a function played nothing is: it may have changed."""
        return None if self.kept is None or block.trial.functions else self.kept.get(block)


@contextmanager
def crew(workers: int | None = None, cluster: str | None = None, kept: Kept | None = None) -> Iterator[Crew]:
    """A crew for as long as the study lasts.

    Parameters
    ----------
    workers
        Threads of this machine; by default one for each core. Not with ``cluster``.
    cluster
        The address of a Dask scheduler (``tcp://host:8786``), or ``local:N`` for N processes here.
    kept
        Where finished blocks are remembered; None: nowhere.

    Raises
    ------
    SimulationError
        If the cluster cannot be had.
    """
    if kept is not None:
        kept.prune()
        if has_numba():
            drop_old_engines(cache_folder())
    if cluster is None:
        count = workers or os.cpu_count() or 1
        with threads(count) as pool:
            yield Crew(count, lambda block: pool.submit(block.play), kept)
        return
    with _client(cluster) as client:
        hands = max(sum(client.nthreads().values()), 1)
        version = code_version()
        yield Crew(
            hands, lambda block: client.submit(play_there, block, version, key=f"piramide-{block.key}"), kept
        )


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Processes that are started meanwhile never hear it; whoever started them does, and ends them."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # it would undo what follows
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def local_cluster(workers: int) -> Any:
    """A cluster of so many single-threaded processes of this computer, to be closed by the caller.

    Dask's own pages are left out, and its server for them takes any free port of this computer's own
    address: with none asked for it would want 8787, where a second cluster may stand already.
    """
    distributed: Any = import_module("distributed")  # an extra, and slow to load
    return distributed.LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        dashboard_address="127.0.0.1:0",
        scheduler_kwargs={"dashboard": False},
        silence_logs=logging.CRITICAL,
    )


@contextmanager
def _client(cluster: str) -> Iterator[Any]:
    if find_spec("distributed") is None:
        raise SimulationError("no_cluster_extra")
    if not isinstance(cluster, str):
        raise SimulationError("cluster_address", address=cluster)
    count = cluster.removeprefix(LOCAL)
    is_local = cluster.startswith(LOCAL) and count.isdecimal() and 1 <= int(count) <= 1024
    if not is_local and not cluster.startswith(_PROTOCOLS):
        raise SimulationError("cluster_address", address=cluster)
    distributed: Any = import_module("distributed")

    if is_local:
        with ExitStack() as stack:
            with _deaf_to_ctrl_c():
                here = stack.enter_context(local_cluster(int(count)))
            yield stack.enter_context(distributed.Client(here))
        return
    with ExitStack() as stack:
        try:
            client = stack.enter_context(distributed.Client(cluster, timeout=_SECONDS))
            client.wait_for_workers(1, timeout=_SECONDS)
        except (OSError, ValueError) as error:  # a timeout is an OSError
            raise SimulationError("no_cluster", address=cluster, reason=str(error)) from None
        yield client
