"""What an officer waits for: the queue, the conversation, the next case, the first window; and what it takes in memory."""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.desktop import Console, make_app, open_console
from console.app.workspace import Workspace
from console.cache.soundness import note_checked
from console.cache.views import ChangeSet, QueueFilter
from console.runtime.bridge import Bridge
from console.runtime.gc_guard import GcGuard
from console.ui.common.names import Names
from console.ui.queue.pane import QueuePane
from console.ui.theme import apply_theme
from tests.bench import seed
from tests.bench.known import PANE, STEPS, VISITED, WINDOW, Painted, resident_mb
from tests.bench.measure import Cost, middle, timed

INCOMING = 20_000
PAGE = 10
_ENOUGH_S = 60.0
ROOT = Path(__file__).parents[2]


def themed_app() -> QApplication:
    """Return the application in the light theme, as the console makes it."""
    app = make_app()
    apply_theme(app, "light")
    return app


# --- the queue --------------------------------------------------------------------------------------------------------


def queue_pane(workspace: Workspace) -> QueuePane:
    """Return the queue over the real store, empty and hidden."""
    pane = QueuePane(workspace.queries(seed.OFFICER), workspace.clock)
    pane.set_names(Names.from_catalog(workspace.rules.catalog))
    pane.set_proof(workspace.clock.now_ms())
    pane.resize(*PANE)
    return pane


def first_paint(folder: Path) -> Cost:
    """Make the pane, read every place and one page of contents, paint it for the first time."""
    themed_app()
    with seed.profile(folder) as workspace:
        # The connection is open by then: the start reads the officers with it.
        workspace.queries(seed.OFFICER).officers()
        with timed() as cost:
            pane = queue_pane(workspace)
            painted = Painted(pane.view.viewport())
            pane.show_filter(QueueFilter())
            pane.show()
            painted.wait()
        assert pane.model.case_count() > 500
        pane.close()
    return cost


# --- the open case ----------------------------------------------------------------------------------------------------


@contextmanager
def console(folder: Path) -> Iterator[Console]:
    """Open the whole console on a copy of a profile and show it, with no way to Zalo."""
    with tempfile.TemporaryDirectory(prefix="bench-") as to, seed.copied(folder, Path(to) / "p") as workspace:
        app = themed_app()
        with open_console(app, workspace) as opened:
            opened.window.resize(*WINDOW)
            painted = Painted(opened.window.queue.view.viewport())
            opened.window.show()
            painted.wait()
            yield opened


def settle(opened: Console) -> None:
    """Let everything end that the last step has begun: the note that a case was seen, the refresh that follows."""
    opened.store_runner.call(lambda: None)
    QTest.qWait(80)
    opened.store_runner.call(lambda: None)
    QTest.qWait(20)


def show_case(opened: Console, case_id: str) -> Cost:
    """Open a case as a click on its row does, until its conversation is painted."""
    painted = Painted(opened.window.conversation.thread_view.viewport())
    with timed() as cost:
        opened.controller.open_case(case_id)
        painted.wait()
    settle(opened)
    assert opened.window.conversation.thread_view.case_id() == case_id
    return cost


def open_cold(folder: Path) -> Cost:
    """Open the long conversation in a window that has shown only a short one; its newest 500 messages are shown."""
    return _opened(folder, again=False)


def open_again(folder: Path) -> Cost:
    """Come back to it from another case."""
    return _opened(folder, again=True)


def _opened(folder: Path, *, again: bool) -> Cost:
    with console(folder) as opened:
        model = opened.window.queue.model
        cases = [case_id for row in range(10) if (case_id := model.case_at(row))]
        case_id = opened.store_runner.call(lambda: seed.long_case(opened.workspace.store))
        others = iter([other for other in cases if other != case_id])
        show_case(opened, next(others))
        cost = show_case(opened, case_id)
        if again:
            show_case(opened, next(others))
            cost = show_case(opened, case_id)
        assert len(opened.controller.room.items) >= 500
    return cost


def next_case(folder: Path) -> Cost:
    """Press Down, let the case open (its 150 ms of rest skipped) and paint; median of 20."""
    with console(folder) as opened:
        view = opened.window.queue.view
        view.rest.setInterval(0)
        view.setFocus()
        painted = Painted(opened.window.conversation.thread_view.viewport())
        QTest.keyClick(view, Qt.Key.Key_Down)
        painted.wait()
        costs, seen = [], set()
        for _ in range(STEPS):
            settle(opened)
            with timed("ms") as cost:
                QTest.keyClick(view, Qt.Key.Key_Down)
                painted.wait()
            costs.append(cost)
            seen.add(opened.controller.room.case_id)
        assert len(seen) == STEPS
    return middle(costs)


def visit(folder: Path) -> Cost:
    """Visit 50 cases one after the other; resident memory after that, MB."""
    with console(folder) as opened:
        view = opened.window.queue.view
        view.rest.setInterval(0)
        painted = Painted(opened.window.conversation.thread_view.viewport())
        with timed() as cost:
            for _ in range(VISITED):
                QTest.keyClick(view, Qt.Key.Key_Down)
                painted.wait()
                settle(opened)
        cost.value = resident_mb()
    return cost


# --- a storm ----------------------------------------------------------------------------------------------------------


class Gaps(QObject):
    """The longest time for which the event loop did not come round, seconds."""

    def __init__(self) -> None:
        super().__init__()
        self._last = time.perf_counter()
        self.longest = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(1)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    def reset(self) -> None:
        """Begin to measure."""
        self._last, self.longest = time.perf_counter(), 0.0


def storm(_folder: Path) -> Cost:
    """Take in 20,000 messages on the store's thread, in pages, while the queue applies every change; wall ms."""
    themed_app()
    rows = list(seed.inbox(INCOMING // 2, 2))
    pages = [rows[start : start + PAGE] for start in range(0, len(rows), PAGE)]
    with (
        tempfile.TemporaryDirectory(prefix="bench-") as folder,
        seed.profile(Path(folder) / "p") as workspace,
    ):
        seed.take_in(workspace, pages[0])
        pane = queue_pane(workspace)
        painted = Painted(pane.view.viewport())
        pane.show_filter(QueueFilter())
        pane.show()
        painted.wait()
        bridge = Bridge()

        def changed(changes: ChangeSet) -> None:
            pane.apply_changes(changes)

        workspace.store.on_change(bridge.on_ui(changed))

        def ingest() -> None:
            for page in pages[1:]:
                seed.take_in(workspace, page)

        cost = _stall(ingest)
        QApplication.processEvents()
        assert pane.model.case_count() == INCOMING // 2
        pane.close()
    return cost


def bare_storm(_folder: Path) -> Cost:
    """Take in the same messages on a thread beside an event loop that has nothing to do; wall ms."""
    themed_app()
    rows = list(seed.inbox(INCOMING // 2, 2))
    with (
        tempfile.TemporaryDirectory(prefix="bench-") as folder,
        seed.profile(Path(folder) / "p") as workspace,
    ):

        def ingest() -> None:
            for start in range(0, len(rows), PAGE):
                seed.take_in(workspace, rows[start : start + PAGE])

        return _stall(ingest)


def _stall(work: Callable[[], None]) -> Cost:
    app = QApplication.instance()
    assert app is not None
    guard, gaps = GcGuard(), Gaps()
    errors: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=run, name="store")
    ends = QTimer()
    ends.timeout.connect(lambda: None if thread.is_alive() else app.quit())
    ends.start(50)
    with timed() as cost:
        thread.start()
        gaps.reset()
        app.exec()
    thread.join()
    guard.stop()
    if errors:
        raise errors[0]
    cost.value = gaps.longest * 1000
    return cost


# --- the start --------------------------------------------------------------------------------------------------------


def start(folder: Path) -> Cost:
    """Start ``console`` on a profile and end it at the first painting of the queue."""
    with tempfile.TemporaryDirectory(prefix="bench-") as to:
        with seed.copied(folder, Path(to) / "p") as workspace:
            # The console goes by the machine's clock: by that, the check of every page of a whole file is due once a week, and
            # this is not the day. What it takes is the file's size, not the start's.
            note_checked(workspace.profile.database, round(time.time() * 1000))
        return _until_painted("console", str(Path(to) / "p"), str(Path(to) / "p" / "key"))


def bare_start(_folder: Path) -> Cost:
    """Start a process that shows an empty main window."""
    return _until_painted("bare")


def _until_painted(*arguments: str) -> Cost:
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("first_window.py")), *arguments],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=_ENOUGH_S,
        check=True,
    )
    cpu, ended = map(float, done.stdout.split()[-2:])
    return Cost(cpu, ended - began)
