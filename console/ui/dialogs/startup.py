"""The window somebody sees who starts the console from an icon and whose store does not open (reliability.md §6, row 6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QGridLayout, QListWidget, QListWidgetItem, QWidget

from console.domain.numerals import number_text
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import Heading, PlainLabel
from console.ui.common.message import ask
from console.ui.common.times import clock_text, date_text
from console.ui.dialogs.base import Question
from console.ui.theme import font, px, theme_changed

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class BackupLine:
    """A complete backup that can be chosen. ``at`` in UTC ms, ``size`` in bytes, ``files`` counts its attachments."""

    path: Path
    at: int
    size: int
    files: int

    def words(self) -> str:
        """Return what tells it from the others."""
        return tr(
            "{date} {time} · {size} MB · {files} tệp đính kèm",
            date=date_text(self.at),
            time=clock_text(self.at, seconds=True),
            size=number_text(-(-self.size // MIB)),
            files=number_text(self.files),
        )


@dataclass(frozen=True, slots=True)
class StartTrouble:
    """What the window says and offers.

    ``text`` is what the terminal says too: what happened, what is safe, what to do. ``may_restore`` where a backup helps,
    ``may_choose_key`` where another key does.
    """

    text: str
    place: str
    may_restore: bool
    may_choose_key: bool


class StartupDialog(Question):
    """Says why the console did not open. Accepted: try again. Rejected: end.

    ``rehearse_wanted`` and ``restore_wanted`` carry the chosen backup, ``folder_chosen`` a folder of backups,
    ``key_chosen`` a key file. Whoever carries it out calls ``busy`` before and ``settled`` after.
    """

    rehearse_wanted = Signal(object)
    restore_wanted = Signal(object)
    folder_chosen = Signal(object)
    key_chosen = Signal(object)

    def __init__(self, trouble: StartTrouble, backups: Sequence[BackupLine]) -> None:
        """Make the window; ``backups`` newest first."""
        super().__init__(
            None,
            tr("Chưa mở được bàn trực"),
            trouble.place,
            icon="warn",
            verb=tr("Thử mở lại"),
            verb_icon="act.retry",
            tone="red",
            width=640,
        )
        self._trouble, self._busy, self._restored = trouble, "", False
        self.cancel.set_label(tr("Đóng"))
        self.words = PlainLabel(trouble.text, "body", "text", wrap=True)
        self.body.addWidget(self.words)
        self.backups = QListWidget()
        self.backups.setAccessibleName(tr("Bản sao lưu"))
        self.head = Heading("")
        self.said = PlainLabel("", "body", "text", wrap=True)
        self.restore = self._button(
            tr("Khôi phục bản đã chọn"), "act.return", "danger", "Ctrl+R", self._ask_restore
        )
        self.rehearse = self._button(
            tr("Diễn tập khôi phục"), "empty.search", "plain", "Ctrl+D", self._rehearse
        )
        self.folder = self._button(
            tr("Sao lưu ở nơi khác…"), "act.open", "plain", "Ctrl+O", self._choose_folder
        )
        self.key = self._button(tr("Dùng tệp khóa…"), "conn.token", "plain", "Ctrl+K", self._choose_key)
        self.copy = self._button(tr("Sao chép nội dung"), "act.copy", "plain", "Ctrl+Shift+C", self._copy)
        restoring = (self.restore, self.rehearse, self.folder)
        self.buttons = QGridLayout()
        self.buttons.setSpacing(px(8))
        shown = [
            *(restoring if trouble.may_restore else ()),
            *((self.key,) if trouble.may_choose_key else ()),
        ]
        for number, button in enumerate([*shown, self.copy]):
            self.buttons.addWidget(button, number // 2, number % 2, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.head, self.backups):
            self.body.addWidget(widget)
            widget.setVisible(trouble.may_restore)
        for button in (*restoring, self.key):
            button.setVisible(button in shown)
        self.body.addLayout(self.buttons)
        self.body.addWidget(self.said)
        self.said.hide()
        self.backups.currentRowChanged.connect(lambda _row: self.refresh())
        self.show_backups(backups)
        self._restyle()
        theme_changed().changed.connect(self._restyle)
        self.verb.setFocus()

    def _button(self, text: str, icon: str, kind: str, key: str, act: object) -> ActionButton:
        button = ActionButton(text, icon, kind, key.replace("+", " "), parent=self)
        button.clicked.connect(act)
        shortcut = QShortcut(QKeySequence(key), self)
        # A hidden or disabled button is not clicked by its key either.
        shortcut.activated.connect(lambda: _press(button))
        return button

    def _restyle(self) -> None:
        self.backups.setFont(font("body"))
        self.backups.setFixedHeight(px(132))
        self._grow()

    # ---- what is shown

    def show_backups(self, backups: Sequence[BackupLine]) -> None:
        """Show other backups, the newest chosen."""
        self.backups.clear()
        for line in backups:
            item = QListWidgetItem(line.words())
            item.setData(Qt.ItemDataRole.UserRole, line)
            self.backups.addItem(item)
        self.head.setText(
            tr("Bản sao lưu hoàn chỉnh, mới nhất trước")
            if backups
            else tr("Không thấy bản sao lưu hoàn chỉnh nào ở đây: chọn thư mục sao lưu ở nơi khác")
        )
        self.backups.setCurrentRow(0 if backups else -1)
        self.refresh()

    def chosen(self) -> BackupLine | None:
        """Return the backup that is chosen."""
        item = self.backups.currentItem()
        line = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return line if isinstance(line, BackupLine) else None

    def busy(self, words: str) -> None:
        """Say what is being done; nothing else can be asked for until ``settled``."""
        self._busy = words
        self._say("", "text")
        self.refresh()

    def settled(self, words: str, *, good: bool, restored: bool = False) -> None:
        """Say how it ended."""
        self._busy = ""
        self._restored = self._restored or restored
        self._say(words, "greenText" if good else "redText")
        if restored:
            self.verb.set_label(tr("Mở bàn trực"))
            self.verb.setFocus()
        self.refresh()

    def _say(self, words: str, tone: str) -> None:
        self.said.setText(words)
        self.said.set_tone(tone)
        self.said.setVisible(bool(words))
        self._grow()

    def _grow(self) -> None:
        """Make room for what is said now; a window does not grow by itself for a text that wraps."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def trouble(self) -> str:
        return self._busy

    def promise(self) -> str:
        if self._restored:
            return tr("Sau khi mở, máy đọc lại từ Zalo những tin đến sau bản sao lưu")
        return tr("Chưa có gì bị thay đổi")

    def refresh(self) -> None:
        super().refresh()
        chosen = self.chosen() is not None and not self._busy
        self.restore.setEnabled(chosen and not self._restored)
        self.rehearse.setEnabled(chosen)
        self.folder.setEnabled(not self._busy)
        self.key.setEnabled(not self._busy)
        self.cancel.setEnabled(not self._busy)

    def reject(self) -> None:
        """Close; not while a restore is under way."""
        if not self._busy:
            super().reject()

    # ---- what can be asked for

    def _copy(self) -> None:
        lines = [tr("Chưa mở được bàn trực"), self._trouble.place, self._trouble.text, self.said.text()]
        QGuiApplication.clipboard().setText("\n".join(line for line in lines if line))

    def _rehearse(self) -> None:
        if (line := self.chosen()) is not None:
            self.rehearse_wanted.emit(line.path)

    def _ask_restore(self) -> None:
        line = self.chosen()
        if line is None:
            return
        text = tr(
            "Kho trở lại như lúc {time} ngày {date}. Việc ghi sau lúc đó không có trong bản này; tin của công dân thì máy "
            "đọc lại từ Zalo. Kho đang hỏng không bị xóa: nó được giữ bên cạnh.",
            time=clock_text(line.at, seconds=True),
            date=date_text(line.at),
        )
        title = tr("Thay kho đang hỏng bằng bản sao lưu này?")
        path = line.path
        ask(self, title, text, tr("Khôi phục"), lambda: self.restore_wanted.emit(path), danger=True)

    def _choose_folder(self) -> None:
        dialog = _files(self, tr("Chọn thư mục sao lưu"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda path: self.folder_chosen.emit(Path(path)))
        dialog.open()

    def _choose_key(self) -> None:
        dialog = _files(self, tr("Chọn tệp khóa đã cất giữ"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.key_chosen.emit(Path(path)))
        dialog.open()


def _press(button: ActionButton) -> None:
    if button.isVisible():
        button.click()


def _files(parent: QWidget, title: str) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
