"""Runs the commands of the registry: from their keys, the palette and menus; and says why one cannot run now."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from console.actions.guards import may_work
from console.actions.identity import may_know_lookers
from console.domain.conflict import Action
from console.domain.officer import Permission
from console.runtime.i18n import tr
from console.ui.common.commands import COMMANDS, Bound, Command, Where, command
from console.ui.common.erased import erased_words, is_for_erased
from console.ui.common.keymap import keymap
from console.ui.common.qt_texts import say_qt_texts
from console.ui.desk.acts import CaseActs
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.chord_guard import ChordGuard, writes
from console.ui.desk.pages import DESK
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.frame.toasts import Toast

Run = Callable[[], object]

_DIGIT_SCANS = {
    "windows": {code: code - 1 for code in range(2, 11)},
    "xcb": {code: code - 9 for code in range(10, 19)},
    "wayland": {code: code - 9 for code in range(10, 19)},
}
"""Scan codes of the digit row 1–9. The Vietnamese layout of Windows puts ă â ê ô đ and the tones there (officer-day.md §4)."""

_WORK = {
    Permission.CLAIM: Action.CLAIM,
    Permission.TAKE_OVER: Action.TAKE_OVER,
    Permission.CLASSIFY: Action.CLASSIFY,
    Permission.TAG: Action.TAG,
    Permission.REPLY: Action.REPLY,
    Permission.TRANSFER: Action.TRANSFER,
    Permission.SNOOZE: Action.SNOOZE,
    Permission.CLOSE: Action.CLOSE,
    Permission.REOPEN: Action.REOPEN,
    Permission.MERGE: Action.MERGE,
}
"""What a command that asks for this is to a case; for whose desk only reads it, it says so before anything is asked."""
_FOR_READERS = frozenset({"return", "urgent", "hand_over", "withdraw_closing", "outside"})
"""Commands of which the action itself knows for whom they are."""


def physical_digit(event: QKeyEvent, platform: str) -> int:
    """Return which digit's place on the keyboard was pressed, or 0, where the layout gives another character."""
    if Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9:
        return 0
    return _DIGIT_SCANS.get(platform, {}).get(event.nativeScanCode(), 0)


class Keyboard(QObject):
    """Runs commands. Each has one run; a command without one is a mistake of the program and raises at the start."""

    def __init__(
        self, window: DeskWindow, bench: Workbench, room: CaseRoom, acts: CaseActs, platform: str = ""
    ) -> None:
        """Take the window whose keys these are, who sits there, and the case they act on.

        ``platform`` is Qt's name of the window system, for the places of the digits.
        """
        super().__init__(window)
        self._window, self._bench, self._room, self._acts = window, bench, room, acts
        self._platform = platform
        self._runs: dict[str, Run] = {}
        self._once_open: Callable[[Run], bool] = lambda _run: False
        self._shortcuts: list[QShortcut] = []
        keymap().changed.connect(self._bind)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            ChordGuard.over(app, platform)
            say_qt_texts(app)

    def connect_keys(self, runs: Mapping[str, Run], once_open: Callable[[Run], bool] | None = None) -> None:
        """Make the shortcuts.

        Args:
            runs: what each code of the registry does; Esc is this object's own.
            once_open: where a chosen row is still being opened, keeps what is to be run until then and returns True.

        Raises:
            KeyError: a command has nothing to run, or a run no command.

        """
        self._runs = {**runs, "back": self.step_back}
        self._once_open = once_open or self._once_open
        unlike = {one.code for one in COMMANDS} ^ self._runs.keys()
        if unlike:
            raise KeyError(f"commands and runs differ: {', '.join(sorted(unlike))}")
        self._bind()
        self._window.hear_keys(self)

    def _bind(self) -> None:
        """Listen for the keys as they are now."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts = []
        for one in COMMANDS:
            key = keymap().key(one.code)
            if key and one.bound is Bound.WINDOW:
                shortcut = QShortcut(QKeySequence(key), self._window)
                shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
                shortcut.setAutoRepeat(one.repeats)
                shortcut.activated.connect(partial(self._run, one))
                self._shortcuts.append(shortcut)

    def why_not(self, code: str) -> str:
        """Return why a command cannot run now, or ""."""
        one = command(code)
        if one.permission is not None and not self._bench.officer.may(one.permission):
            return tr("Vai trò của bạn không làm được việc này")
        if one.where is Where.DESK:
            return ""
        if self._room.detail is None:
            return tr("Mở một hồ sơ trước")
        if one.where is Where.OPEN_CASE and not self._room.detail.case.open:
            return tr("Hồ sơ đã đóng")
        if one.where is Where.CLOSED_CASE and self._room.detail.case.open:
            return tr("Hồ sơ đang mở")
        if self._room.detail.case.erased_at and not is_for_erased(one):
            return erased_words(self._room.detail.case)
        if not self._ours(one):
            if self._room.detail.for_us:
                return tr("Tiếp nhận hồ sơ trước")
            return tr("Đơn vị của bạn chỉ được biết hồ sơ này")
        if code == "who_looked" and not may_know_lookers(self._bench.officer, self._room.detail.case):
            return tr("Chỉ người giữ hồ sơ và người được xem nhật ký biết ai đã xem")
        return ""

    def _ours(self, one: Command) -> bool:
        """Return whether the desk may do this to the open case; the action judges again."""
        detail = self._room.detail
        action = _WORK.get(one.permission) if one.permission is not None else None
        if detail is None or action is None or one.code in _FOR_READERS:
            return True
        if one.code == "claim" and detail.for_us:
            return True  # there it accepts
        return may_work(self._bench.queries.sight, detail.case, action)

    def run_command(self, code: str) -> None:
        """Run one command, as its key would; where it cannot run, say why."""
        self._run(command(code))

    def _run(self, one: Command) -> None:
        if one.where is not Where.DESK and self._once_open(lambda: self._run(one)):
            return
        reason = self.why_not(one.code)
        if reason:
            self._window.toasts.show_toast(Toast("help", "accent", reason, topic="no-case"))
            return
        if one.where is not Where.DESK:
            self._window.pages.open(DESK)
        self._runs[one.code]()

    def step_back(self) -> None:
        """Esc: leave a page, else take back a held reply, else unmark the queue, else close the find bar, else go back to the queue."""
        if self._window.pages.code != DESK:
            self._window.pages.open(DESK)
            return
        held = self._window.conversation.thread_view.held_replies()
        if not held and self._window.queue.marks.clear():
            return
        if held:
            for reply_id in held:
                self._acts.cancel_reply(self._room.case_id, reply_id)
        elif self._window.conversation.find_bar.isVisible():
            self._window.conversation.close_find()
        else:
            self._window.composer.flush()
            self._window.queue.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- digits by their place ------------------------------------------------------------------------------------

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take Alt, Ctrl and Ctrl+Alt with a place of the digit row, whatever letter the layout has there."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if not self._window.isVisible():
            return False  # the desk was left; what stands in its place is none of its business
        digit = physical_digit(event, self._platform)
        modifiers = event.modifiers()
        wanted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if not digit or not modifiers & wanted or modifiers & ~wanted or writes(event, self._platform):
            return False
        names = [
            name
            for name, bit in (
                ("Ctrl", Qt.KeyboardModifier.ControlModifier),
                ("Alt", Qt.KeyboardModifier.AltModifier),
            )
            if modifiers & bit
        ]
        code = keymap().owner("+".join([*names, str(digit)]))
        if not code:
            return False
        self._run(command(code))
        return True
