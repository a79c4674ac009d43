"""The keys of the window: one shortcut for each command of the table, and what Esc steps back from."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from console.cache.views import QueueFilter, View
from console.runtime.i18n import tr
from console.ui.desk.acts import CaseActs
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.keys import Command, commands
from console.ui.desk.pages import DESK
from console.ui.desk.window import DeskWindow
from console.ui.frame.toasts import Toast

Run = Callable[[], object]
_REPEATING = ("next", "previous")


class Keyboard(QObject):
    """Runs the commands of the key table, from their keys or from the palette."""

    def __init__(self, window: DeskWindow, room: CaseRoom, acts: CaseActs) -> None:
        """Take the window whose keys these are, and the case they act on."""
        super().__init__(window)
        self._window, self._room, self._acts = window, room, acts
        self._runs: dict[str, Run] = {}

    def connect_keys(self, runs: Mapping[str, Run]) -> None:
        """Make the shortcuts. Each command of the table must have something to run.

        Args:
            runs: what each code of ``commands()`` does.

        """
        self._runs = dict(runs)
        for command in commands():
            self._add(command.keys, partial(self._run, command), repeat=command.code in _REPEATING)
        for number, view in enumerate(list(View)[:6], start=1):
            self._add(f"Ctrl+Alt+{number}", partial(self._show_view, view))
        self._add("Esc", self.step_back)

    def _add(self, keys: str, run: Run, *, repeat: bool = False) -> None:
        shortcut = QShortcut(QKeySequence(keys), self._window)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.setAutoRepeat(repeat)
        shortcut.activated.connect(run)

    def _show_view(self, view: View) -> None:
        self._window.pages.open(DESK)
        self._window.queue.show_filter(QueueFilter(view))

    def run_command(self, code: str) -> None:
        """Run one command of the key table, as its key would."""
        found = next((c for c in commands() if c.code == code), None)
        if found is not None:
            self._run(found)

    def _run(self, command: Command) -> None:
        if command.needs_case and self._room.detail is None:
            self._window.toasts.show_toast(Toast("help", "accent", tr("Mở một hồ sơ trước"), topic="no-case"))
            return
        self._runs[command.code]()

    def step_back(self) -> None:
        """Esc: leave a page, else take back a held reply, else close the find bar, else go back to the queue."""
        if self._window.pages.code != DESK:
            self._window.pages.open(DESK)
            return
        held = self._window.conversation.thread_view.held_reply()
        if held:
            self._acts.cancel_reply(self._room.case_id, held)
        elif self._window.conversation.find_bar.isVisible():
            self._window.conversation.close_find()
        else:
            self._window.composer.flush()
            self._window.queue.view.setFocus(Qt.FocusReason.OtherFocusReason)
