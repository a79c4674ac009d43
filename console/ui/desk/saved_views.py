"""Typed filters an officer kept under a name of his own; they stand in the queue's filter menu (features B-09)."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from console.cache.views import QueueFilter, View
from console.domain.queue_filter import parse_filter
from console.domain.text import fold, safe_line
from console.runtime.i18n import said, tr
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.dialogs.base import Question, ReasonField
from console.ui.frame.toasts import Toast

MOST = 20
NAME_CHARS = 40


class NameDialog(Question):
    """Asks what a filter shall be called. ``requested(str)``."""

    requested = Signal(str)

    def __init__(self, parent: QWidget | None, typed: str, taken: tuple[str, ...]) -> None:
        super().__init__(
            parent, tr("Lưu bộ lọc này?"), safe_line(typed, 200), icon="act.filter", verb=tr("Lưu bộ lọc")
        )
        self._taken = {fold(name) for name in taken}
        self.name = ReasonField(tr("Tên bộ lọc"), NAME_CHARS, lines=1)
        self.body.addWidget(self.name)
        self.name.edit.textChanged.connect(self.refresh)
        self.refresh()
        self.name.edit.setFocus()

    def trouble(self) -> str:
        if not self.name.text():
            return tr("Thiếu tên bộ lọc")
        return tr("Tên dài quá {limit} ký tự", limit=NAME_CHARS) if self.name.too_long() else ""

    def promise(self) -> str:
        if fold(self.name.text()) in self._taken:
            return tr("Thay bộ lọc cùng tên. Chỉ lưu trên máy này.")
        return tr("Chỉ lưu trên máy này; bộ lọc không chứa nội dung tin.")

    def act(self) -> None:
        self.requested.emit(safe_line(self.name.text(), NAME_CHARS))


class SavedViews(QObject):
    """Keeps and shows an officer's own filters; each is stored as its view's code, a space, and what was typed."""

    def __init__(self, window: DeskWindow, bench: Workbench) -> None:
        """Take the queue they filter and where settings are kept."""
        super().__init__(window)
        self._window, self._bench = window, bench
        queue = window.queue
        queue.strip_filter.keep_wanted.connect(self.ask)
        queue.header.saved_wanted.connect(self.show)
        queue.header.forget_wanted.connect(self.forget)
        self._tell()

    def _tell(self) -> None:
        self._window.queue.header.set_saved(tuple(self._bench.settings.views))

    def ask(self, typed: str) -> None:
        """Ask for a name and keep what is typed."""
        views = self._bench.settings.views
        if len(views) >= MOST:
            words = tr("Đã có {count} bộ lọc: bỏ bớt trong trình lọc rồi lưu", count=MOST)
            self._window.toasts.show_toast(Toast("warn", "orange", words, topic="views"))
            return
        view = self._window.queue.wanted.view
        dialog = NameDialog(self._window, typed, tuple(views))
        dialog.requested.connect(lambda name: self._keep(name, view, typed))
        dialog.open()

    def _keep(self, name: str, view: View, typed: str) -> None:
        kept = {old: text for old, text in self._bench.settings.views.items() if fold(old) != fold(name)}
        self._store(kept | {name: f"{view.value} {typed}"})

    def forget(self, name: str) -> None:
        """Keep a filter no longer."""
        self._store({old: text for old, text in self._bench.settings.views.items() if old != name})

    def _store(self, views: dict[str, str]) -> None:
        self._bench.keep_settings(replace(self._bench.settings, views=views))
        self._tell()

    def show(self, name: str) -> None:
        """Show the queue through a kept filter; one that is understood no more says so and filters nothing."""
        code, _, typed = self._bench.settings.views.get(name, "").partition(" ")
        queue = self._window.queue
        parsed = parse_filter(typed, queue.vocabulary())
        if parsed.problems or code not in list(View):
            words = said(parsed.problems[0].message_vi) if parsed.problems else tr("Không còn mục xem này")
            self._window.toasts.show_toast(Toast("warn", "orange", name, words, topic="views"))
            return
        queue.show_filter(QueueFilter(View(code), terms=parsed.terms, typed=typed))
