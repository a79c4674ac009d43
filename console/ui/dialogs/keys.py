"""The key sheet (F1): every act and its key, on one page."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import Heading, PlainLabel
from console.ui.common.paint import draw_key, draw_text, elide
from console.ui.theme import current_theme, px, theme_changed


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Acts under one head: (what it does, its keys)."""

    title: str
    acts: tuple[tuple[str, tuple[str, ...]], ...]


class _KeyRow(QWidget):
    def __init__(self, words: str, keys: Sequence[str]) -> None:
        super().__init__()
        self._words, self._keys = words, tuple(keys)
        self.setAccessibleName(f"{words}: {' '.join(keys)}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changed().changed.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def sizeHint(self) -> QSize:
        return QSize(px(340), px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        right = box.right()
        for key in reversed(self._keys):
            right = draw_key(painter, right, box.center().y(), key) - px(4)
        words = elide(self._words, "body", right - px(8))
        top = (box.height() - current_theme().line("body")) / 2
        draw_text(painter, 0, top, words, "body", "text")


class KeySheet(QDialog):
    """All keys in two columns; Esc closes."""

    def __init__(self, parent: QWidget | None, groups: Sequence[KeyGroup]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Bảng phím"))
        room = parent.window().height() if parent is not None else px(640)
        self.resize(px(820), min(px(640), max(room, px(400))))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(24), px(20), px(24), px(16))
        outer.setSpacing(px(8))
        outer.addWidget(PlainLabel(tr("Bảng phím"), "h2"))
        hint = tr("Đổi phím ở Cài đặt. Gửi không bao giờ nằm ở phím ↵ một mình.")
        outer.addWidget(PlainLabel(hint, "small", "text2", wrap=True))
        page = QWidget()
        page.setProperty("clear", True)
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, px(12), 0)
        grid.setHorizontalSpacing(px(40))
        columns = (QVBoxLayout(), QVBoxLayout())
        heights = [0, 0]
        for group in groups:
            side = 0 if heights[0] <= heights[1] else 1
            heights[side] += len(group.acts) + 2
            columns[side].addWidget(Heading(group.title))
            for words, keys in group.acts:
                columns[side].addWidget(_KeyRow(words, keys))
            columns[side].addSpacing(px(12))
        for side, column in enumerate(columns):
            column.setSpacing(0)
            column.addStretch(1)
            grid.addLayout(column, 0, side)
        area = QScrollArea()
        area.setAccessibleName(tr("Bảng phím"))
        area.setWidgetResizable(True)
        area.setWidget(page)
        outer.addWidget(area, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = ActionButton(tr("Đóng"), "", "plain", "Esc")
        close.clicked.connect(self.reject)
        row.addWidget(close)
        outer.addLayout(row)
