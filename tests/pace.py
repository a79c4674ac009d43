"""How much processor time an act costs on its own thread, so that a busy machine does not decide a test."""

import gc
import time
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass
class Spent:
    """What was spent between the beginning and the end of ``spending``, in seconds."""

    seconds: float = 0.0


@contextmanager
def spending():
    """Measure what is done meanwhile by this thread.

    Python's collector waits until after. In a process that has run thousands of tests one collection takes a second, which is
    not the act's; the console looks only through what it made itself (``runtime.gc_guard``).
    """
    spent = Spent()
    collects = gc.isenabled()
    gc.disable()
    began = time.thread_time()
    try:
        yield spent
    finally:
        spent.seconds = time.thread_time() - began
        if collects:
            gc.enable()
