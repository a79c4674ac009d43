"""What outlives a crash: the simulated OA in a process of its own, and the time that both sides share."""

import asyncio
import http.client
import json
import mmap
import os
import signal
import struct
import threading
import time
from typing import Any
from urllib.parse import urlsplit

from console.simulator.config import Config
from console.simulator.server import Simulator

BEGIN_MS = 1_790_000_000_000


class SharedClock:
    """A clock in memory that parent, lives and simulator share. It moves only when told to, and survives every kill."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, 16)
        self.reset()

    def reset(self) -> None:
        self._write(BEGIN_MS, 1000.0)

    def now_ms(self) -> int:
        return int(struct.unpack_from("<q", self._memory, 0)[0])

    def mono(self) -> float:
        return float(struct.unpack_from("<d", self._memory, 8)[0])

    def advance(self, ms: int) -> None:
        """Let ``ms`` milliseconds pass on both clocks."""
        self._write(self.now_ms() + ms, self.mono() + ms / 1000)

    def _write(self, wall_ms: int, mono_s: float) -> None:
        struct.pack_into("<qd", self._memory, 0, wall_ms, mono_s)


class World:
    """The simulated OA. Make it before anything opens files or starts threads: it forks."""

    def __init__(self, clock: SharedClock) -> None:
        simulator = Simulator(Config(seed=1, wall=clock.now_ms))
        self.base_url = simulator.base_url
        self.control_url = simulator.control_url
        reading, self._alive = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            os.close(self._alive)
            threading.Thread(target=_end_with, args=(reading,), daemon=True).start()
            asyncio.run(simulator.serve())
            os._exit(0)
        os.close(reading)
        simulator.close()
        self._control = Control(self.control_url)

    def ask(self, verb: str, **given: Any) -> dict[str, Any]:
        """Do one verb of the control endpoint."""
        return self._control.ask(verb, **given)

    def close(self) -> None:
        self._control.close()
        os.close(self._alive)
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)


_STALE_S = 30.0
"""A connection that lay still this long is made anew: the server closes those it has not heard of for 75 s."""


class Control:
    """One connection to the control endpoint; each process makes its own."""

    def __init__(self, url: str) -> None:
        where = urlsplit(url)
        self._connection = http.client.HTTPConnection(where.hostname or "", where.port, timeout=20)
        self._used = time.monotonic()

    def ask(self, verb: str, **given: Any) -> dict[str, Any]:
        """Do one verb. Raises ``ValueError`` with the endpoint's words."""
        if time.monotonic() - self._used > _STALE_S:
            self._connection.close()
        self._used = time.monotonic()
        self._connection.request("POST", f"/{verb}", json.dumps(given))
        answer = self._connection.getresponse()
        found: dict[str, Any] = json.loads(answer.read())
        if answer.status != 200:
            raise ValueError(found["error"])
        return found

    def close(self) -> None:
        self._connection.close()


def _end_with(reading: int) -> None:
    """End this process when nobody holds the other end of the pipe any more."""
    os.read(reading, 1)
    os._exit(0)
