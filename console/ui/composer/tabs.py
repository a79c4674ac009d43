"""The two tabs of the composer. They differ in colour, icon, edge and verb, so that nobody mistakes one for the other."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from console.runtime.i18n import tr
from console.ui.common.keymap import follow_key
from console.ui.common.paint import draw_focus_ring, draw_icon, draw_text, fill_round, text_width
from console.ui.theme import current_theme, px, theme_changed


class ComposerMode(StrEnum):
    """What the composer writes."""

    REPLY = "reply"
    NOTE = "note"


class _Tab(QAbstractButton):
    def __init__(self, mode: ComposerMode, text: str, icon: str, command: str) -> None:
        super().__init__()
        self.mode, self._label, self._icon, self._key = mode, text, icon, ""
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme_changed().changed.connect(self.updateGeometry)
        follow_key(self, command, self._set_key)

    def _set_key(self, key: str) -> None:
        self._key = key
        self.setAccessibleDescription(key)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = px(12 + 16 + 8 + 14 + 12)
        width += round(text_width(self._label, "body", 600) + text_width(self._key, "caption", 600))
        return QSize(width, px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        box = QRectF(self.rect())
        on = self.isChecked()
        note = self.mode is ComposerMode.NOTE
        ink = ("noteText" if note else "accentText") if on else "text2"
        if on:
            border = "noteBorder" if note else "accent"
            fill_round(painter, box, theme.radius("control"), "note" if note else "raised", border, px(2))
        glyph = px(16)
        draw_icon(painter, px(12), (box.height() - glyph) / 2, self._icon, glyph, ink)
        left = px(12 + 16 + 8)
        weight = 600 if on else 500
        draw_text(painter, left, 0, self._label, "body", ink, weight=weight, line=box.height())
        right = box.width() - px(12) - text_width(self._key, "caption", 600)
        draw_text(painter, right, 0, self._key, "caption", ink, weight=600, line=box.height())
        if self.hasFocus():
            draw_focus_ring(painter, box, color="text")


class ModeTabs(QWidget):
    """Reply or note. ``chosen`` carries the mode the officer pressed."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reply = _Tab(ComposerMode.REPLY, tr("Trả lời công dân"), "act.reply", "reply")
        self.note = _Tab(ComposerMode.NOTE, tr("Ghi chú nội bộ"), "act.note", "note")
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(2))
        for tab in (self.reply, self.note):
            self._group.addButton(tab)
            row.addWidget(tab)
            tab.clicked.connect(lambda _on=False, mode=tab.mode: self.chosen.emit(mode))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_mode(ComposerMode.REPLY)

    def set_mode(self, mode: ComposerMode) -> None:
        """Show which mode is on."""
        (self.reply if mode is ComposerMode.REPLY else self.note).setChecked(True)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        note = self.note.isChecked()
        box = QRectF(self.rect())
        fill_round(QPainter(self), box, current_theme().radius("control"), "noteStrong" if note else "inset")
