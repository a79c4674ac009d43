"""Ways into a case: from the queue, by F8, from the palette. The look is in the log before anything is shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from console.actions import taking, viewing
from console.actions.desk import Desk, Done
from console.cache.views import QueueFilter, View
from console.runtime.i18n import tr
from console.ui.composer.tabs import ComposerMode
from console.ui.desk.acts import CaseActs, trouble_text
from console.ui.desk.asking import Asking
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.pages import DESK
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.frame.toasts import Toast


class Entering(QObject):
    """Opens cases."""

    def __init__(
        self, window: DeskWindow, bench: Workbench, room: CaseRoom, acts: CaseActs, asking: Asking
    ) -> None:
        """Take where cases are shown and what runs the look or the claim."""
        super().__init__(window)
        self._window, self._bench, self._room, self._acts, self._asking = window, bench, room, acts, asking
        self._opening = ""
        self._then: list[Callable[[], object]] = []

    def open_case(self, case_id: str) -> None:
        """Open a case from outside the queue, whose selection goes along: what is marked is what is open."""
        self._window.queue.follow(case_id)
        self.open_row(case_id)

    def open_row(self, case_id: str) -> None:
        """Open the case of a chosen row: the look is in the log before anything is shown (threats T19)."""
        if case_id != self._opening:
            self._opening, self._then = case_id, []

        def show(_done: Done) -> None:
            self._window.pages.open(DESK)
            self._room.open(case_id)
            if case_id == self._opening:
                waiting, self._opening, self._then = self._then, "", []
                for run in waiting:
                    run()

        def failed(error: Exception) -> None:
            if case_id == self._opening:
                self._opening, self._then = "", []
            self._cannot_open(error)

        self._bench.act(lambda desk: viewing.view(desk, case_id), show, failed)

    def once_open(self, run: Callable[[], object]) -> bool:
        """Return whether the row that was chosen last is still being opened; ``run`` is called when it is.

        A key that is pressed meanwhile means the row that is marked, not the case that still stands beside it (features
        F-07). Where it cannot be opened, or another one is wanted sooner, ``run`` is not called.
        """
        view = self._window.queue.view
        if view.awaited() not in ("", self._room.case_id):
            view.open_chosen()
        if self._opening in ("", self._room.case_id):
            return False
        self._then.append(run)
        return True

    def _cannot_open(self, error: Exception) -> None:
        self._window.conversation.show_statement(
            "warn", "orange", tr("Không mở được hồ sơ"), trouble_text(error)
        )

    def claim_next(self) -> None:
        """Take the most urgent case that nobody holds, or that another desk handed here, and open it (F8).

        A row that was chosen just before is not opened any more: coming late it would stand where the taken case must be. Only
        where there is nothing to take it is.
        """
        view = self._window.queue.view
        awaited = view.awaited()
        view.rest.stop()

        def work(desk: Desk) -> Done | None:
            done = taking.take_next(desk)
            if done is not None:
                viewing.view(desk, done.case_id)
            return done

        def show(done: Done | None) -> None:
            if done is None:
                calls = self._bench.queries.emergencies()
                if calls:
                    # Somebody has it; to read what came is everybody's at the desk.
                    self._window.queue.follow(calls[0])
                    self.open_row(calls[0])
                    return
                self._window.toasts.show_toast(
                    Toast("act.approve", "green", tr("Không còn hồ sơ nào chưa ai giữ"))
                )
                if awaited:
                    self.open_row(awaited)
                return
            self._opening, self._then = "", []
            self._window.pages.open(DESK)
            self._window.queue.follow(done.case_id)
            self._room.open(done.case_id, ComposerMode.REPLY)
            self._window.composer.start(ComposerMode.REPLY)

        def failed(error: Exception) -> None:
            self._acts.failed(error)
            if awaited:
                self.open_row(awaited)

        self._bench.act(work, show, failed)

    def peek_next(self) -> None:
        """Open the most urgent case nobody holds without taking it (Shift+F8)."""
        free = self._bench.queries.queue_index(QueueFilter(View.NEW))
        if free:
            self.open_case(free[0].case_id)

    def enter(self, case_id: str) -> None:
        """Open a case and put the focus into its conversation (Enter in the queue)."""
        self.open_row(case_id)
        self._window.conversation.thread_view.setFocus(Qt.FocusReason.OtherFocusReason)

    def found(self, case_id: str, ref: str) -> None:
        """Open a case that was searched for, at the item that matched."""
        self.open_case(case_id)
        if ref:
            self._window.conversation.thread_view.show_key(ref)

    def act_on(self, act: str, case_id: str) -> None:
        """Open a case of the queue and do at once what its row was asked for."""
        self._window.queue.follow(case_id)
        runs = {
            "claim": self._asking.claim,
            "transfer": self._asking.transfer,
            "tags": self._asking.tags,
            "snooze": self._asking.snooze,
        }

        def then(_done: Done) -> None:
            self._room.open(case_id)
            runs[act]()

        self._bench.act(lambda desk: viewing.view(desk, case_id), then, self._acts.failed)
