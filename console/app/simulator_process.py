"""The built-in simulator as a process of its own, for the demo: the same HTTP, another program."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

START_S = 20.0
STOP_S = 5.0


class SimulatorError(RuntimeError):
    """The simulator did not start; ``str`` says what it printed."""


@dataclass(frozen=True, slots=True)
class SimulatorReady:
    """Where the simulator listens and the app it knows; secrets of the simulator open nothing else."""

    base_url: str
    control_url: str
    app_id: str
    secret_key: str
    oa_id: str


@contextmanager
def simulator(speed: float, *arguments: str) -> Iterator[SimulatorReady]:
    """Run ``console simulate`` while the block runs; it also ends when this process dies.

    Raises:
        SimulatorError: it did not come up.

    """
    command = [*_program(), "simulate", "--exit-with-parent", "--speed", str(speed), *arguments]
    process = subprocess.Popen(  # noqa: S603  # our own program, no shell
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdin is not None
    try:
        yield _wait_ready(process, process.stdout)
    finally:
        process.stdin.close()
        process.terminate()
        try:
            process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()


def _program() -> list[str]:
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "console"]


def _wait_ready(process: "subprocess.Popen[str]", stdout: IO[str]) -> SimulatorReady:
    watchdog = threading.Timer(START_S, process.kill)
    watchdog.start()
    try:
        line = stdout.readline()
    finally:
        watchdog.cancel()
    try:
        told = json.loads(line)
        return SimulatorReady(
            told["base_url"], told["control_url"], told["app_id"], told["secret_key"], told["oa_id"]
        )
    except (ValueError, KeyError, TypeError) as error:
        raise SimulatorError(
            f"Không khởi động được bộ mô phỏng Zalo (mã thoát {process.poll()}): {line.strip() or 'không in gì'}"
        ) from error
