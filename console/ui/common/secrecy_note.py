"""The line in every field for free text: state secrets are not written here; at once what to do where a marking was typed.

State secrets may not be drafted on a machine with a network (Luật Bảo vệ bí mật nhà nước; domain.md §5.5). The line is part of the
field itself, so that no new field can be made without it. It warns and stops nothing: urgent work goes on.
"""

from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from console.domain.secrecy import marking_in
from console.runtime.i18n import tr
from console.ui.theme import color, current_theme, font, metrics

_WRAP = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value


class SecrecyNote(QWidget):
    """One muted line, orange and as many lines as it takes once a degree of secrecy stands in the text."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self.marking = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._name()

    def _name(self) -> None:
        self.setAccessibleName(self.text())

    def text(self) -> str:
        """Return what it says now."""
        if not self.marking:
            return tr("Không ghi bí mật nhà nước ở đây")
        return tr(
            "Có chữ «{degree}»: nếu là bí mật nhà nước thì xóa, không gửi; báo trực chỉ huy qua điện thoại, chuyển qua kênh bảo mật.",
            degree=self.marking,
        )

    def look_at(self, text: str) -> bool:
        """Look for a marking in what is written; return whether the line says something else or is new."""
        marking = marking_in(text)
        changed = marking != self.marking
        self.marking = marking
        if changed:
            self._name()
            if marking:
                # Said aloud by a screen reader; the eye sees the colour.
                QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
            self.update()
        return changed

    def height_for(self, width: int) -> int:
        """Return the px that the line needs at a width."""
        line = current_theme().line("small")
        if not self.marking:
            return line
        box = metrics("small").boundingRect(QRectF(0, 0, max(1, width), 10_000), _WRAP, self.text())
        return line * max(1, ceil(box.height() / metrics("small").lineSpacing()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font("small"))
        tone = "orangeText" if self.marking else "text3"
        painter.setPen(color(tone if self.isEnabled() else "textDis"))
        if self.marking:
            painter.drawText(self.rect(), _WRAP | Qt.AlignmentFlag.AlignVCenter.value, self.text())
        else:
            words = metrics("small").elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter.value, words)
