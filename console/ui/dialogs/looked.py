"""Who looked into a case: newest first, with what and when (features I-03)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from console.domain import events as e
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.grid import Grid
from console.ui.common.labels import PlainLabel
from console.ui.common.times import clock_text, date_text
from console.ui.theme import px

Look = tuple[int, str, str]
"""UTC ms, the officer's name, the kind of event."""


def look_words(kind: str) -> str:
    """Return what somebody did who looked."""
    match kind:
        case e.CaseViewed.KIND:
            return tr("Mở xem hồ sơ")
        case e.IdentityRevealed.KIND:
            return tr("Hiện danh tính")
        case e.RevealAsked.KIND:
            return tr("Xin xem danh tính")
        case e.RevealAnswered.KIND:
            return tr("Trả lời yêu cầu xem danh tính")
        case e.CaseExported.KIND:
            return tr("Xuất hồ sơ")
        case e.CaseCopied.KIND:
            return tr("Chép nội dung dài")
        case e.PeopleSeen.KIND:
            return tr("Xem tên người bị tố giác, bị hại")
        case e.NationalSeen.KIND:
            return tr("Xem các mục để nhập phần mềm tin báo")
        case e.NationalCopied.KIND:
            return tr("Chép một mục để nhập phần mềm tin báo")
        case e.HitsShown.KIND:
            return tr("Xem đoạn tìm thấy")
        case e.RowsShown.KIND:
            return tr("Thấy lời kể ở hàng đợi")
        case _:
            return kind


class LookedDialog(QDialog):
    """A table to read; Esc closes."""

    def __init__(self, parent: QWidget | None, number: str, looks: Sequence[Look]) -> None:
        """Make the dialog for a case's number and who looked, newest first."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        title = tr("Ai đã xem {number}", number=safe_line(number, 40))
        self.setWindowTitle(title)
        self.setMinimumSize(px(640), px(420))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(16))
        column.setSpacing(px(8))
        column.addWidget(PlainLabel(title, "h2"))
        about = (
            tr("{count} lần, mới nhất trước. Lấy từ nhật ký, không sửa được.", count=len(looks))
            if looks
            else tr("Nhật ký chưa ghi lần xem nào.")
        )
        column.addWidget(PlainLabel(about, "small", "text2", wrap=True))
        self.grid = Grid(tr("Ai đã xem"), (tr("Lúc"), tr("Cán bộ"), tr("Đã làm gì")), (190, 0, 220))
        self.grid.show_lines(
            [
                (f"{clock_text(at, seconds=True)} {date_text(at)}", name, look_words(kind))
                for at, name, kind in looks
            ]
        )
        column.addWidget(self.grid, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = ActionButton(tr("Đóng"), "", "plain", "Esc")
        close.clicked.connect(self.reject)
        row.addWidget(close)
        column.addLayout(row)
        self.grid.setFocus()
