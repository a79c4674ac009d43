"""The gateway without a window: as a service, and for one walk."""

import signal
import threading
from dataclasses import dataclass
from types import FrameType

from sqlalchemy import func, select

from console.app.gateway import make_duties, make_gateway
from console.app.keeping import NAME as BACKUP
from console.app.keeping import backup_step
from console.app.timekeeping import NAME as TIMEKEEPER
from console.app.timekeeping import make_timekeeper
from console.app.workspace import Workspace
from console.cache import tables as t
from console.cache import walk_state
from console.cache.store import Store
from console.gateway.ports import Outcome, StoreCall
from console.runtime.duty import Duty, check_workers
from console.runtime.jobs import SerialRunner
from console.runtime.logs import open_log
from console.runtime.parts import STALL_S, WATCH_S

STOP_S = 40.0
MOST_TICKS = 200


@dataclass(frozen=True, slots=True)
class Polled:
    """What one walk found."""

    linked: bool
    new: int
    ticks: int
    trouble: str


def run_gateway(workspace: Workspace) -> int:
    """Poll, send and fetch until SIGTERM or Ctrl+C; return 0. Raises ``NotSetUpError``."""
    stopped = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        stopped.set()

    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, stop)
    log = open_log(workspace.profile.logs, workspace.clock.now_ms)
    runner = SerialRunner("store", workspace.clock.mono)
    gateway = make_gateway(workspace, lambda work: runner.call(lambda: work(workspace.store)))

    def failed(name: str, error: Exception) -> None:
        log.failure("gateway.failed", error, lane=name)

    duties = make_duties(gateway, workspace.clock.mono, failed)
    if not workspace.profile.is_demo:
        duties[BACKUP] = Duty(
            BACKUP, backup_step(workspace, lambda _words: None), workspace.clock.mono, failed
        )
    duties[TIMEKEEPER] = make_timekeeper(
        workspace,
        lambda work: runner.call(lambda: work(workspace.store)),
        lambda name, error: log.failure("timekeeper.failed", error, lane=name),
    )
    for duty in duties.values():
        duty.start()
    print("Đang nhận tin. Dừng bằng Ctrl+C.", flush=True)
    while not stopped.wait(WATCH_S):
        for alarm in check_workers((*duties.values(), runner), STALL_S):
            log.event("gateway.stall", "error", lane=alarm.name)
    ended = sum(not duty.stop(STOP_S) for duty in duties.values()) == 0
    gateway.close()
    runner.stop(STOP_S)
    return 0 if ended else 1


def poll_once(workspace: Workspace, call: StoreCall | None = None, most: int = MOST_TICKS) -> Polled:
    """Walk the inbox once, to the link or as far as it goes; ``most`` rounds of the walk. Raises ``NotSetUpError``.

    ``call`` runs work on the store's thread where that is another one.
    """
    ask: StoreCall = call or (lambda work: work(workspace.store))
    gateway = make_gateway(workspace, ask)
    try:
        before = ask(_messages)
        started = workspace.clock.now_ms()
        ticks, outcome = 0, Outcome(0.0)
        while ticks < most:
            outcome = gateway.walker.tick()
            ticks += 1
            poll = ask(_poll)
            if poll.linked_at >= started or not poll.catching_up:
                break
        return Polled(
            poll.linked_at >= started, ask(_messages) - before, ticks, outcome.trouble or poll.trouble
        )
    finally:
        gateway.close()


def _poll(store: Store) -> walk_state.Poll:
    with store.read() as connection:
        return walk_state.poll(connection)


def _messages(store: Store) -> int:
    with store.read() as connection:
        return connection.execute(select(func.count()).select_from(t.message)).scalar_one()
