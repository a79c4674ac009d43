"""Takes off the screen what the officer may not know of any more: dialogs, notices and lists that name a case he lost sight of.

The panes of the desk refresh by themselves; what stands over them or was listed earlier would go on telling (domain.md §5.3,
features I-05).
"""

import re
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLineEdit, QPlainTextEdit

from console.cache.views import CaseDetail, ChangeSet
from console.ui.common.clipboard import wipe_clipboard
from console.ui.common.labels import PlainLabel
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench

_NUMBER = re.compile(r"\bCB\d{2}-\d{5,}\b")
_MOST_ROWS = 400
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.UserRole, Qt.ItemDataRole.AccessibleTextRole)


class Withdrawing(QObject):
    """Watches what changes; ``relist`` are the lists to be made anew when a case went out of sight."""

    def __init__(
        self, window: DeskWindow, bench: Workbench, room: CaseRoom, relist: Iterable[Callable[[], None]]
    ) -> None:
        """Take where to look, what is there for the officer, the open case, and what fills the lists again."""
        super().__init__(window)
        self._window, self._bench, self._relist = window, bench, tuple(relist)
        self._open: CaseDetail | None = None
        room.shown.connect(self._shown)
        room.lost.connect(self._lost)
        bench.news.changed.connect(self._changed)

    def _shown(self, detail: CaseDetail) -> None:
        self._open = detail

    def _lost(self) -> None:
        """The open case is not there any more: what stands over the desk was about it."""
        wipe_clipboard()
        for dialog in self._dialogs():
            _close(dialog)
        self._withdraw()

    def _changed(self, changes: ChangeSet) -> None:
        cases = changes.more_than_looks
        if not cases:
            return
        if self._bench.queries.withdrawn(cases):
            for again in self._relist:
                again()
        self._withdraw()

    def _withdraw(self) -> None:
        """Take away what names a case that is not there for the officer."""
        toasts, dialogs = self._window.toasts, self._dialogs()
        written = {card: numbers_in((card.toast.title, card.toast.detail)) for card in toasts.cards}
        asked = {dialog: numbers_in(_words(dialog)) for dialog in dialogs}
        every = frozenset[str]().union(*written.values(), *asked.values())
        gone = every - self._bench.queries.known_numbers(every) if every else every
        for card in [card for card, numbers in written.items() if numbers & gone]:
            toasts.withdraw(card)
        for dialog in [dialog for dialog, numbers in asked.items() if numbers & gone]:
            _close(dialog)

    def _dialogs(self) -> list[QDialog]:
        tops = QApplication.topLevelWidgets()
        return [top for top in tops if isinstance(top, QDialog) and top.isVisible()]


def numbers_in(words: Iterable[str]) -> frozenset[str]:
    """Return the case numbers that stand in these texts."""
    return frozenset(number for text in words for number in _NUMBER.findall(text))


def _words(dialog: QDialog) -> list[str]:
    """Return what a dialog says: its title, labels and lists."""
    labels = [label.text() for label in dialog.findChildren(PlainLabel)]
    return [dialog.windowTitle(), *labels, *(repr(cell) for cell in _cells(dialog))]


def _cells(dialog: QDialog) -> list[object]:
    models = [view.model() for view in dialog.findChildren(QAbstractItemView)]
    return [
        model.index(row, 0).data(role)
        for model in models
        if model is not None
        for row in range(min(model.rowCount(), _MOST_ROWS))
        for role in _ROLES
    ]


def _close(dialog: QDialog) -> None:
    """Close a dialog without asking it, and leave no text in what stays of it for a moment."""
    fields: list[QLineEdit | QPlainTextEdit] = [
        *dialog.findChildren(QLineEdit),
        *dialog.findChildren(QPlainTextEdit),
    ]
    for field in fields:
        field.blockSignals(True)
        field.clear()
        field.blockSignals(False)
    dialog.reject()
