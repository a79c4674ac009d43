"""Forks lives and tells how each ended. The parent has one thread and no open store, so a fork is safe."""

import gc
import os
import random
import shutil
import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from console import failpoint
from console.gateway.walk import WalkTimes
from tests.crash import desk as desks
from tests.crash.desk import Desk, Place
from tests.crash.facts import collect
from tests.crash.officer import Officer, work
from tests.crash.world import SharedClock, World

LONGEST_LIFE_S = 60


@dataclass(frozen=True, slots=True)
class Ending:
    """How a life ended: ``killed`` at a failpoint, or with ``trouble`` (a traceback, a hang), or by itself."""

    killed: bool
    trouble: str
    passed: list[str]
    """Failpoints in order, and between them lines that begin with ``!``: what the life told."""

    @property
    def last(self) -> str:
        return next((line for line in reversed(self.passed) if not line.startswith("!")), "")


class Bench:
    """One simulator, one clock and one profile, used by one trial after another."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = SharedClock()
        self.world = World(self.clock)
        desks.warm()
        self._template = folder / "template"
        self._profile = folder / "profile"
        self._key = folder / "key"
        self._template.mkdir()
        self.place = Place(self._template, self._key, self.world.base_url, self.world.control_url, self.clock)
        self._warm_up()
        self.place = Place(self._profile, self._key, self.world.base_url, self.world.control_url, self.clock)
        gc.collect()
        gc.freeze()

    def _warm_up(self) -> None:
        """Make the empty store that trials begin with, and do in this process once what every life would do first.

        All is closed again before the first fork; what stays are loaded modules and compiled statements.
        """
        Desk(self.place, WalkTimes()).close()
        rehearsal = Place(self._profile, self._key, self.world.base_url, self.world.control_url, self.clock)
        shutil.copytree(self._template, self._profile)
        self.world.ask("inject", user="An", text="tin {n}", times=30)
        self.world.ask("inject", user="Bình", type="photo")
        for name in ("first", "second"):
            desk = Desk(rehearsal, WalkTimes())
            work(desk, Officer(desk, random.Random(3), name), 40)
            collect(desk)
            desk.close()

    def reset(self, knobs: dict[str, Any], *, fresh: bool) -> None:
        """Begin a trial: a new inbox at Zalo, and a profile without messages (``fresh``: without a store)."""
        self.clock.reset()
        self.world.ask("reset")
        self.world.ask("knobs", **knobs)
        shutil.rmtree(self._profile, ignore_errors=True)
        if fresh:
            self._profile.mkdir()
        else:
            shutil.copytree(self._template, self._profile)

    def live(self, life: Callable[[Callable[[str], None]], object], kill: str = "") -> Ending:
        """Fork a process that runs ``life`` with the failpoint ``kill``; wait for its end."""
        journal = self.folder / "journal"
        trouble = self.folder / "trouble"
        trouble.unlink(missing_ok=True)
        descriptor = os.open(journal, os.O_CREAT | os.O_TRUNC | os.O_WRONLY | os.O_APPEND)
        pid = os.fork()
        if pid == 0:
            status = 70
            try:
                gc.disable()
                signal.alarm(LONGEST_LIFE_S)
                failpoint.configure(kill, descriptor)
                life(desks.telling(descriptor))
                status = 0
            except BaseException:
                trouble.write_text(traceback.format_exc(), encoding="utf-8")
            finally:
                os._exit(status)
        os.close(descriptor)
        try:
            _, code = os.waitpid(pid, 0)
        except BaseException:
            os.kill(pid, signal.SIGKILL)
            raise
        passed = journal.read_text(encoding="utf-8").splitlines()
        number = os.waitstatus_to_exitcode(code)
        if number == -signal.SIGKILL:
            return Ending(killed=True, trouble="", passed=passed)
        words = ""
        if number == -signal.SIGALRM:
            words = f"a life hung for {LONGEST_LIFE_S} s"
        elif number:
            words = trouble.read_text(encoding="utf-8") if trouble.exists() else f"exit code {number}"
        return Ending(killed=False, trouble=words, passed=passed)

    def close(self) -> None:
        self.world.close()
