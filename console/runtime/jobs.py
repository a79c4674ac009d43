"""Work beside the UI thread: runners with one thread each, and one for tests that runs when it is told to.

Plain Python, no Qt: the same runners serve the window, ``console gateway`` and tests. What a job gives back reaches the
UI thread through ``post`` (``console.runtime.bridge``), as a value: ``Ok`` or ``Err``.
"""

import queue
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

T = TypeVar("T")

Post = Callable[[Callable[[], None]], None]
"""Runs a closure somewhere else, soon; ``Bridge.post`` runs it on the UI thread."""


class RunnerStoppedError(RuntimeError):
    """The runner takes no more work; the program is ending."""


@dataclass(frozen=True, slots=True)
class Ok(Generic[T]):
    """The job's result."""

    value: T


@dataclass(frozen=True, slots=True)
class Err:
    """Why the job has no result. ``error`` is for types and logs; its text is not for the screen unless ours."""

    error: BaseException


class Runner(Protocol):
    """Something that runs jobs one after the other."""

    name: str

    def call(self, work: Callable[[], T]) -> T:
        """Run ``work`` in its turn and wait; return what it returns, raise what it raises."""
        ...

    def submit(self, work: Callable[[], T]) -> "Future[T]":
        """Queue ``work``; its future can be cancelled until it begins."""
        ...

    def run(self, work: Callable[[], T], done: Callable[[Ok[T] | Err], None]) -> "Future[T]":
        """Queue ``work``; hand the result to ``done`` through ``post``. A cancelled job tells nobody."""
        ...

    def stop(self, timeout_s: float) -> bool:
        """Take no more work, finish what is queued; return whether that ended in time."""
        ...


def _deliver(future: "Future[T]", done: Callable[[Ok[T] | Err], None], post: Post) -> None:
    def finished(ended: "Future[T]") -> None:
        if ended.cancelled():
            return
        error = ended.exception()
        result: Ok[T] | Err = Err(error) if error is not None else Ok(ended.result())
        post(lambda: done(result))

    future.add_done_callback(finished)


def _at_once(work: Callable[[], None]) -> None:
    work()


class SerialRunner:
    """One daemon thread with a queue. What it works on (the store, one HTTP client) belongs to that thread."""

    def __init__(self, name: str, mono: Callable[[], float], post: Post = _at_once) -> None:
        """Start the thread.

        Args:
            name: of the thread and in the log.
            mono: monotonic seconds, ``Clock.mono``.
            post: where ``run`` delivers; by default on the runner's own thread.

        """
        self.name = name
        self._mono = mono
        self._post = post
        self._jobs: queue.SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._stopping = False
        self._busy_since: float | None = None
        self.last_alive = mono()
        self._thread = threading.Thread(target=self._loop, name=name, daemon=True)
        self._thread.start()

    @property
    def overdue_s(self) -> float:
        """Return for how many seconds the current job has been running; 0 when idle."""
        since = self._busy_since
        return 0.0 if since is None else self._mono() - since

    def is_alive(self) -> bool:
        """Return whether the thread is there."""
        return self._thread.is_alive()

    def call(self, work: Callable[[], T]) -> T:
        """Run ``work`` on the thread and wait; at once when the caller is already on it.

        Raises:
            RunnerStoppedError: the runner has ended.
            BaseException: whatever ``work`` raises.

        """
        if threading.current_thread() is self._thread:
            return work()
        try:
            return self.submit(work).result()
        except CancelledError as error:
            raise RunnerStoppedError(self.name) from error

    def submit(self, work: Callable[[], T]) -> "Future[T]":
        """Queue ``work``. Raises ``RunnerStoppedError``."""
        future: Future[T] = Future()
        with self._lock:
            if self._stopping:
                raise RunnerStoppedError(self.name)
            self._jobs.put((future, work))
        return future

    def run(self, work: Callable[[], T], done: Callable[[Ok[T] | Err], None]) -> "Future[T]":
        """Queue ``work`` and deliver its result. Raises ``RunnerStoppedError``."""
        future = self.submit(work)
        _deliver(future, done, self._post)
        return future

    def restart(self) -> bool:
        """Start the thread again if it died; queued jobs are still there. Return whether it was needed."""
        with self._lock:
            if self._stopping or self._thread.is_alive():
                return False
            self._busy_since = None
            self._thread = threading.Thread(target=self._loop, name=self.name, daemon=True)
            self._thread.start()
            return True

    def stop(self, timeout_s: float) -> bool:
        """Take no more work, finish what is queued. Return whether the thread ended within ``timeout_s`` seconds."""
        with self._lock:
            if not self._stopping:
                self._stopping = True
                self._jobs.put(None)
        if threading.current_thread() is not self._thread:
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _loop(self) -> None:
        while (job := self._jobs.get()) is not None:
            future, work = job
            self._busy_since = self.last_alive = self._mono()
            try:
                _run_job(future, work)
            finally:
                self._busy_since = None
                self.last_alive = self._mono()
            # The last reference to what the job made must not wait for the next one.
            del job, future, work


def _run_job(future: "Future[Any]", work: Callable[[], Any]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = work()
    except BaseException as error:
        future.set_exception(error)
    else:
        future.set_result(result)


class ManualRunner:
    """A runner for tests: jobs wait until ``run_next`` or ``run_all``, on the caller's thread, in order."""

    def __init__(self, name: str = "manual") -> None:
        """Start with nothing to do."""
        self.name = name
        self.pending: deque[tuple[Future[Any], Callable[[], Any]]] = deque()
        self.stopped = False

    def call(self, work: Callable[[], T]) -> T:
        """Run what waits, then ``work``."""
        self.run_all()
        return work()

    def submit(self, work: Callable[[], T]) -> "Future[T]":
        """Queue ``work``. Raises ``RunnerStoppedError``."""
        if self.stopped:
            raise RunnerStoppedError(self.name)
        future: Future[T] = Future()
        self.pending.append((future, work))
        return future

    def run(self, work: Callable[[], T], done: Callable[[Ok[T] | Err], None]) -> "Future[T]":
        """Queue ``work``; its result is delivered as soon as it has run."""
        future = self.submit(work)
        _deliver(future, done, _at_once)
        return future

    def run_next(self) -> None:
        """Run the oldest waiting job."""
        _run_job(*self.pending.popleft())

    def run_all(self) -> int:
        """Run everything that waits, also what it queues; return how many jobs."""
        count = 0
        while self.pending:
            self.run_next()
            count += 1
        return count

    def stop(self, timeout_s: float = 0.0) -> bool:
        """Run what waits and take no more."""
        del timeout_s
        self.run_all()
        self.stopped = True
        return True
