"""One officer's place at an open store: bench, window, controller. It is left whole when the desk is locked (threats T03)."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QTimer

from console.actions.desk import Desk
from console.app.lanes import Lanes
from console.app.pictures import Pictures, read_picture
from console.app.workbench import LocalWorkbench
from console.app.workspace import Workspace
from console.cache.views import QueueFilter
from console.domain.officer import Officer
from console.runtime.bridge import Bridge
from console.runtime.jobs import Err, Ok, Runner
from console.runtime.parts import PartBoard
from console.runtime.resources import load_reply_policy
from console.runtime.sound import Sounds
from console.ui.common.names import Names
from console.ui.desk.controller import DeskController
from console.ui.desk.window import DeskWindow

T = TypeVar("T")


@dataclass(slots=True)
class Works:
    """What goes on behind every seat and behind the lock: threads, the gateway's lanes, the sound."""

    workspace: Workspace
    store_runner: Runner
    reader_runner: Runner
    picture_runner: Runner
    bridge: Bridge
    lanes: Lanes
    board: PartBoard
    sounds: Sounds
    names: Names


class SeatRunner:
    """A runner that finishes all it is given, and tells nobody any more once the seat is left."""

    def __init__(self, runner: Runner) -> None:
        """Take the runner that does the work."""
        self._runner = runner
        self.name = runner.name
        self.left = False

    def call(self, work: Callable[[], T]) -> T:
        """Run ``work`` in its turn and wait."""
        return self._runner.call(work)

    def submit(self, work: Callable[[], T]) -> "Future[T]":
        """Queue ``work``."""
        return self._runner.submit(work)

    def run(self, work: Callable[[], T], done: Callable[[Ok[T] | Err], None]) -> "Future[T]":
        """Queue ``work``; hand the result over while the seat is taken."""

        def deliver(result: Ok[T] | Err) -> None:
            if not self.left:
                done(result)

        return self._runner.run(work, deliver)

    def stop(self, timeout_s: float) -> bool:
        """Stop the runner behind it."""
        return self._runner.stop(timeout_s)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where somebody was when he left: the queue and the open case; no text of anybody."""

    wanted: QueueFilter
    case_id: str


class Seat:
    """What one signed-in officer works with."""

    def __init__(self, works: Works, officer: Officer) -> None:
        """Build the window over the open store; on the UI thread."""
        self._works = works
        workspace, lanes = works.workspace, works.lanes
        gateway = lanes.gateway
        self._runners = [
            SeatRunner(one) for one in (works.store_runner, works.reader_runner, works.picture_runner)
        ]
        store_runner, reader_runner, picture_runner = self._runners
        desk = Desk(
            workspace.store, officer, workspace.rules, load_reply_policy(), gateway.files if gateway else None
        )
        pictures = Pictures(
            lambda file_id: store_runner.call(lambda: read_picture(self.desk, file_id)), picture_runner
        )
        self.bench = LocalWorkbench(
            workspace,
            desk,
            store_runner,
            reader_runner,
            works.bridge,
            pictures,
            lanes.duties,
            works.board,
            lanes.reconnection,
            gateway.sender.look_for if gateway is not None else lambda _reply_id: None,
        )
        self.window = DeskWindow(self.bench, works.names)
        self.controller = DeskController(self.window, self.bench, works.names, works.sounds)
        works.sounds.failed.connect(self.controller.alarms.sound_failed)

    @property
    def desk(self) -> Desk:
        """Return what acts in the officer's name, with the rights of now."""
        return self.bench.desk

    @property
    def officer(self) -> Officer:
        """Return who sits here."""
        return self.bench.officer

    def spot(self) -> Spot:
        """Return where the officer is."""
        return Spot(self.window.queue.wanted, self.controller.room.case_id)

    def go_to(self, spot: Spot) -> None:
        """Show the queue of before, and the case if this officer may see it there."""
        self.window.queue.show_filter(spot.wanted)
        self.window.rail.show_filter(spot.wanted)
        if spot.case_id and self.bench.queries.queue_places([spot.case_id], spot.wanted):
            self.controller.open_case(spot.case_id)

    def leave(self) -> None:
        """Hand the drafts over, then let nothing reach the window any more; close its connections with their key."""
        self.window.closing.emit()
        # What one of them began a moment ago would open the store again, behind the lock.
        for timer in self.window.findChildren(QTimer):
            timer.stop()
        self.window.hide()
        for runner in self._runners:
            runner.left = True
        self.bench.close()
        engines = self._works.workspace.take_readers()

        def dispose() -> None:
            for engine in engines:
                engine.dispose()

        dispose()
        # What was on its way to the window may have opened one once more before it went.
        self.window.destroyed.connect(dispose)
        # What the reader had begun may have opened one once more.
        self._works.reader_runner.submit(dispose)
