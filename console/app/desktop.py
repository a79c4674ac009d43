"""The desktop console: one window, one store thread, one thread a lane, and a watchdog over them."""

import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from console.actions.desk import Desk
from console.app.idle import IdleWatch
from console.app.keeping import NAME as BACKUP
from console.app.keeping import backup_step
from console.app.lanes import Lanes
from console.app.locking import Locking
from console.app.pinning import PinBook, Unlocked
from console.app.seating import first_officer
from console.app.seats import Seat, Works
from console.app.session import watch_session
from console.app.signing_in import SignIn
from console.app.simulator_process import SimulatorError
from console.app.sleeping import Leaving, Unattended, asleep_words
from console.app.starting import Start, try_again
from console.app.timekeeping import make_timekeeper
from console.app.workbench import LocalWorkbench
from console.app.workspace import Workspace, open_workspace
from console.cache.errors import StoreError
from console.cache.keys import wipe
from console.cache.signers import has_pins
from console.cache.store import Store
from console.domain.catalog import CatalogError
from console.domain.sentence import sentence
from console.domain.triage import Triage
from console.runtime.bridge import Bridge
from console.runtime.clock import SystemClock
from console.runtime.duty import Duty, Heartbeat, Watched, check_workers
from console.runtime.gc_guard import GcGuard
from console.runtime.hooks import install_hooks
from console.runtime.i18n import set_language, tr
from console.runtime.jobs import Err, Ok, SerialRunner
from console.runtime.logs import Log, open_log
from console.runtime.parts import STALL_S, WATCH_S, PartBoard
from console.runtime.profile import Profile, ProfileError, default_root, open_profile
from console.runtime.resources import load_triage
from console.runtime.settings import (
    DamagedSettingsError,
    Settings,
    SettingsError,
    load_settings,
)
from console.runtime.sound import Sounds
from console.ui.common.clipboard import wipe_clipboard
from console.ui.common.names import Names
from console.ui.desk.controller import DeskController
from console.ui.desk.looks import theme_name
from console.ui.desk.shell import Shell
from console.ui.desk.window import DeskWindow
from console.ui.theme import apply_theme

if TYPE_CHECKING:  # read where an OA is connected
    from console.gateway.service import Gateway

BEAT_MS = 1_000
FAILED = sentence("có lỗi trong chương trình, máy tự thử lại")
WARM_MS = 1_000
QUIET_S = 30.0
"""The first half minute at the desk is the officer's: reading the whole store beside him halves how smoothly the queue moves."""
ASK_MS = 100
STOP_S = 5.0
AGAIN = 64
ASLEEP = 65
"""Exit codes of the event loop that ask for another start, after the first PIN and after a sleep; never the program's own."""
FIRST_SIZE = (1600, 900)


@dataclass(slots=True)
class Console:
    """A running console, for ``run`` and for the rehearsal that drives it without a screen."""

    workspace: Workspace
    locking: Locking
    store_runner: SerialRunner
    lanes: Lanes
    troubles: list[str]
    ended: bool = False
    """Whether every thread has ended, so that nobody uses the store's key any more."""

    @property
    def gateway(self) -> "Gateway | None":
        """Return what talks to Zalo; ``None`` while no OA is connected."""
        return self.lanes.gateway

    @property
    def duties(self) -> dict[str, Duty]:
        """Return the lanes of the gateway by name."""
        return self.lanes.duties

    @property
    def seat(self) -> Seat:
        """Return the seat that is taken; there is none while the desk is locked."""
        assert self.locking.seat is not None
        return self.locking.seat

    @property
    def window(self) -> DeskWindow:
        """Return the desk's window."""
        return self.seat.window

    @property
    def controller(self) -> DeskController:
        """Return what wires the window."""
        return self.seat.controller

    @property
    def bench(self) -> LocalWorkbench:
        """Return what the window works with."""
        return self.seat.bench

    @property
    def desk(self) -> Desk:
        """Return what acts in the officer's name."""
        return self.seat.desk


def run(*, profile: Path | None, key_file: Path | None, demo: bool, speed: float) -> int:
    """Open the console and return its exit code when it is closed.

    Where it cannot be opened, stderr says why, and a window too where there is a screen; from there it may be tried again.
    """
    app = make_app()
    start = Start(profile, key_file, demo)
    note = ""
    while True:
        try:
            code = _run_once(app, start, speed, note)
            if code not in (AGAIN, ASLEEP):
                return code
            first_pin = tr("Đã đặt PIN. Đăng nhập bằng PIN mới để máy đổi khóa của kho.")
            start.source, start.slept = None, code == ASLEEP
            note = asleep_words() if start.slept else first_pin
            gc.collect()  # what held the key in a circle goes now, not when memory is next wanted
        except (StoreError, ProfileError, SettingsError, CatalogError, SimulatorError) as error:
            print(str(error), file=sys.stderr)
            if not _try_again(app, error, start):
                return 1


def _run_once(app: QApplication, start: Start, speed: float, note: str = "") -> int:
    # ``last`` is left when the store is closed: a sleep of the machine waits for that.
    with ExitStack() as last, ExitStack() as stack:
        shell, unlocked = None, None
        if start.demo:
            # The simulator and its consent: nothing of an ordinary start.
            from console.app.demo_profile import demo_workspace

            workspace = stack.enter_context(demo_workspace(start.profile, speed))
        else:
            if asks_sign_in(start):
                shell = Shell()
                shell.resize(*FIRST_SIZE)
                unlocked = sign_in(app, shell, start, note)
                if unlocked is None:
                    shell.deleteLater()
                    return 0
                start.source = unlocked
            workspace = stack.enter_context(
                open_workspace(start.profile, start.key_file, source=start.source)
            )
        console = stack.enter_context(open_console(app, workspace, unlocked, shell))
        if shell is None:
            console.locking.shell.resize(*FIRST_SIZE)
        console.locking.shell.show()
        console.locking.shell.closing.connect(app.quit)
        console.locking.again.connect(lambda: app.exit(AGAIN))
        leaving = Leaving(console.locking, by_pin=unlocked is not None)
        leaving.asleep.connect(lambda: app.exit(ASLEEP))
        idle = IdleWatch(app, workspace.clock)
        idle.left.connect(leaving.left)
        stack.callback(idle.stop)
        watching = watch_session(app, console.locking.shell, leaving.left, until_stopped=unlocked is not None)
        last.callback(watching.stop)
        stack.callback(leaving.stop)
        if not start.demo:
            # After the first picture: the queue comes before the question whether the bell is heard.
            QTimer.singleShot(ASK_MS, console.locking, console.locking.begin)
        code = app.exec()
    # A thread that hangs in a call might still seal something with it: then it is only let go of.
    if code == ASLEEP and unlocked is not None and console.ended:
        wipe(unlocked.key)
    return code


def asks_sign_in(start: Start) -> bool:
    """Return whether the profile opens by a password: it has some, and no key was named instead."""
    profile = Profile(start.profile or default_root())
    return start.key_file is None and not profile.is_demo and has_pins(profile.database)


def sign_in(app: QApplication, shell: Shell, start: Start, note: str = "") -> Unlocked | None:
    """Show who may sign in and wait; return who did, or ``None`` when the window was closed.

    Raises:
        StoreError, ProfileError, SettingsError, CatalogError: nobody can.

    """
    profile = open_profile(start.profile)
    clock = SystemClock()
    try:
        settings = load_settings(profile.settings)
    except DamagedSettingsError:
        # Recovered, and told of, once the store is open.
        settings = Settings()
    set_language(settings.language.value)
    apply_theme(app, theme_name(settings.theme, clock.now_ms()), settings.scale)
    ringing = None
    bridge = Bridge()
    runner = SerialRunner("sign-in", clock.mono, bridge.post)
    try:
        asking = SignIn(shell, PinBook(profile, clock), runner, settings.unit_tree.value, settings.officer)
        asking.screen.show_note(note)
        shell.show()
        if start.slept:
            ringing = Unattended(app, shell, clock, Sounds(), settings)
        return asking.wait()
    finally:
        if ringing is not None:
            ringing.stop()
        runner.stop(STOP_S)
        bridge.close()


def _try_again(app: QApplication, error: Exception, start: Start) -> bool:
    bridge = Bridge()
    runner = SerialRunner("restore", SystemClock().mono, bridge.post)
    try:
        return try_again(app, error, start, runner)
    finally:
        runner.stop(STOP_S)
        bridge.close()


def make_app() -> QApplication:
    """Return the application; offscreen where there is no display to open."""
    if sys.platform.startswith("linux") and not any(
        os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    QGuiApplication.setApplicationDisplayName("Bàn trực")
    return app


@contextmanager
def open_console(
    app: QApplication, workspace: Workspace, unlocked: Unlocked | None = None, shell: Shell | None = None
) -> Iterator[Console]:
    """Build the window of a workspace and everything that works behind it; stop all of it at the end.

    Args:
        app: the application.
        workspace: the open profile.
        unlocked: who signed in, where the profile has passwords.
        shell: the window he signed in at; the desk goes into it.

    Raises:
        PinError: who signed in no longer works here.

    """
    clock = workspace.clock
    log = open_log(workspace.profile.logs, clock.now_ms)
    bridge = Bridge()
    troubles: list[str] = []
    guard = GcGuard()
    told_of: list[Callable[[str], None]] = []

    def uncaught(error: BaseException) -> None:
        """Tell the officer of an error nobody caught, from whichever thread it came; the log has where it happened."""
        troubles.append(type(error).__name__)
        for tell in told_of:
            tell(type(error).__name__)

    undo_hooks = install_hooks(log, workspace.profile.logs, uncaught)
    store_runner = SerialRunner("store", clock.mono, bridge.post)
    reader_runner = SerialRunner("reader", clock.mono, bridge.post)
    picture_runner = SerialRunner("pictures", clock.mono, bridge.post)
    set_language(workspace.settings.language.value)
    apply_theme(app, theme_name(workspace.settings.theme, clock.now_ms()), workspace.settings.scale)
    officer = store_runner.call(lambda: first_officer(workspace, unlocked))

    def call(work: Callable[[Store], object]) -> object:
        return store_runner.call(lambda: work(workspace.store))

    board = PartBoard(clock.mono)

    def failed(name: str, error: Exception) -> None:
        log.failure("gateway.failed", error, lane=name)
        say_failed(board, name, error)

    backups: list[Duty] = []
    if not workspace.profile.is_demo:
        step = backup_step(workspace, lambda words: board.said(BACKUP, words))
        backups.append(Duty(BACKUP, step, clock.mono, failed))
    lanes = Lanes(
        workspace,
        call,  # type: ignore[arg-type]  # a generic function as an object
        clock.mono,
        failed,
        lambda name, outcome: board.said(f"gateway-{name}", outcome.trouble),
    )
    not_connected = lanes.open()
    if not_connected:
        troubles.append(not_connected)
    timekeeper = make_timekeeper(workspace, call, failed, rest_s=QUIET_S)  # type: ignore[arg-type]  # as above
    sounds = Sounds()
    works = Works(
        workspace,
        store_runner,
        reader_runner,
        picture_runner,
        bridge,
        lanes,
        board,
        sounds,
        Names.from_catalog(workspace.rules.catalog),
    )
    locking = Locking(app, works, officer, shell)
    told_of.append(bridge.on_ui(lambda name: locking.tell(uncaught_words(name))))
    for trouble in (*troubles, *workspace.notices):
        locking.tell(trouble)
    heart = Heartbeat("window", clock.mono)
    beat = _every(locking, BEAT_MS, heart.beat)
    always = (timekeeper, *backups)
    others: tuple[Watched, ...] = (*always, store_runner, reader_runner, picture_runner, heart)

    def watched() -> tuple[Watched, ...]:
        # The lanes come when an OA is connected.
        return (*tuple(lanes.duties.values()), *others)

    watchdog = make_watchdog(watched, board, clock.mono, log)
    unit_tree = workspace.settings.unit_tree.value
    # After the first picture, before the first message needs them.
    QTimer.singleShot(
        WARM_MS, locking, lambda: reader_runner.run(lambda: load_triage(unit_tree=unit_tree), _warmed)
    )
    lanes.start()
    # They would share the processor with the first picture; a backup also with the first looks at the queue.
    timekeeper.start(WARM_MS / 1000)
    for duty in backups:
        duty.start(QUIET_S)
    watchdog.start()
    console = Console(workspace, locking, store_runner, lanes, troubles)
    try:
        yield console
    finally:
        watchdog.stop(STOP_S)
        beat.stop()
        sounds.stop()
        # The window first: it hands its drafts over, and none of its timers may ask a runner that has stopped.
        locking.close()
        wipe_clipboard()
        bridge.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        at_work = (*lanes.duties.values(), *always)
        for duty in at_work:
            duty.stop(0)  # all are told before one is waited for: a sleep of the machine waits 5 s only
        ended = [duty.stop(STOP_S) for duty in at_work]
        ended += [runner.stop(STOP_S) for runner in (picture_runner, reader_runner, store_runner)]
        console.ended = all(ended)
        lanes.close()
        if console.ended:
            lanes.forget()
        guard.stop()
        undo_hooks()
        log.close()


def _every(parent: QObject, interval_ms: int, work: Callable[[], object]) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(interval_ms)
    timer.timeout.connect(work)
    timer.start()
    return timer


def _warmed(result: Ok[Triage] | Err) -> None:
    """Let a broken rules file be heard of by the hooks; messages are taken in without suggestions until it is mended."""
    if isinstance(result, Err):
        raise result.error


def make_watchdog(
    watched: Callable[[], Iterable[Watched]], board: PartBoard, mono: Callable[[], float], log: Log
) -> Duty:
    """Return the duty that restarts what died and notes on the board what does not answer (reliability.md I11).

    ``watched`` says each time who works. A thread of its own: a window that hangs must not keep a dead worker from coming back.
    """

    def step() -> float:
        alarms = check_workers(watched(), STALL_S)
        board.checked(alarms)
        for alarm in alarms:
            log.event("worker.restarted" if alarm.restarted else "worker.stalled", "error", lane=alarm.name)
        return WATCH_S

    return Duty("watchdog", step, mono, lambda _name, error: log.failure("watchdog.failed", error))


def uncaught_words(name: str) -> str:
    """Return what the officer is told of an error that nobody caught; ``name`` is that of its class."""
    return (
        f"Chương trình gặp lỗi ({name}) trong việc vừa làm. Dữ liệu đã lưu vẫn an toàn; xem lại việc đó đã xong chưa. "
        "Lặp lại thì đóng và mở lại chương trình, rồi báo quản trị."
    )


def say_failed(board: PartBoard, name: str, error: Exception) -> None:
    """Note on the board that a part's round failed, so that the window says so."""
    no_store = isinstance(error, StoreError)
    board.said(name, error.words if isinstance(error, StoreError) else FAILED, no_store=no_store)
