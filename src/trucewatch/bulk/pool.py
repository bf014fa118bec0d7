"""Many reports: in this process, or in a pool of processes with the same result in the same order."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice

from trucewatch.bulk.engine import Code, Engine, code_reading, failed
from trucewatch.bulk.reading import Reading
from trucewatch.model import Coding, Problem

POOL_FROM = 64
"""Readings from which a pool is worth its start-up when the number of workers is left open."""

_CHUNK = 8
_CHUNKS_AHEAD = 4
Results = list[tuple[Coding | Problem, ...]]


def code_all(
    readings: Iterable[Reading], engine: Engine, *, workers: int | None = None, code: Code | None = None
) -> Iterator[Coding | Problem]:
    """Codings and problems of all readings, in their order, whatever the number of workers.

    `workers` None: one process for few reports, one for each processor for many. `code`: the already opened engine,
    used when the work is done in this process. A report on which the engine fails, or dies, becomes an
    `engine-error` problem. Workers are spawned, so a script must guard its call with `if __name__ == "__main__"`.
    """
    stream = iter(readings)
    head = list(islice(stream, POOL_FROM)) if workers is None else []
    count = workers or (os.cpu_count() or 1 if len(head) >= POOL_FROM else 1)
    everything = chain(head, stream)
    if count > 1:
        yield from _code_in_pool(everything, engine, count)
        return
    opened = code or engine.open()
    for reading in everything:
        yield from code_reading(reading, opened)


def _code_in_pool(readings: Iterator[Reading], engine: Engine, workers: int) -> Iterator[Coding | Problem]:
    crew = _Crew(engine, workers)
    finished = False
    try:
        while chunk := list(islice(readings, _CHUNK)):
            crew.start(chunk)
            if crew.busy:
                yield from chain.from_iterable(crew.finish())
        while crew.pending:
            yield from chain.from_iterable(crew.finish())
        finished = True
    finally:
        crew.close(wait=finished)


class _Crew:
    """A pool that outlives the death of its workers.

    A worker that dies (killed, out of memory, a crash in native code) breaks the whole pool, and nobody knows which
    report did it. The chunks that were under way are then coded again one report at a time in a process of their own.
    """

    def __init__(self, engine: Engine, workers: int) -> None:
        self._engine, self._workers = engine, workers
        self._pool = _open_pool(engine, workers)
        self._alone: ProcessPoolExecutor | None = None
        self.pending: deque[tuple[list[Reading], Future[Results]]] = deque()

    @property
    def busy(self) -> bool:
        return len(self.pending) >= self._workers * _CHUNKS_AHEAD

    def start(self, chunk: list[Reading]) -> None:
        try:
            future = self._pool.submit(_code_chunk, chunk)
        except BrokenProcessPool:
            self._pool.shutdown(wait=True)
            self._pool = _open_pool(self._engine, self._workers)
            future = self._pool.submit(_code_chunk, chunk)
        self.pending.append((chunk, future))

    def finish(self) -> Results:
        """The results of the oldest chunk."""
        chunk, future = self.pending.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            return [self._code_alone(reading) for reading in chunk]

    def _code_alone(self, reading: Reading) -> tuple[Coding | Problem, ...]:
        if self._alone is None:
            self._alone = _open_pool(self._engine, 1)
        try:
            return self._alone.submit(_code_chunk, [reading]).result()[0]
        except BrokenProcessPool:
            self._alone.shutdown(wait=True)
            self._alone = None
            return (failed(reading, "its process died"),)

    def close(self, *, wait: bool) -> None:
        """`wait` False after an interruption: a worker that died while it wrote would be waited for without end."""
        for pool in (self._pool, self._alone):
            if pool is not None:
                pool.shutdown(wait=wait, cancel_futures=True)


def _open_pool(engine: Engine, workers: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_open_worker, initargs=(engine,))


_worker: list[Code] = []
"""The opened engine of this worker process."""


def _open_worker(engine: Engine) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C: end at once and without a word, the parent tells
    _worker[:] = [engine.open()]


def _code_chunk(chunk: list[Reading]) -> Results:
    return [code_reading(reading, _worker[0]) for reading in chunk]
