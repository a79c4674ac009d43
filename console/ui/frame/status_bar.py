"""The 28 px bar at the bottom: is the inbox being read, how old is what is shown, what is on its way."""

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from console.cache.views import Health
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.runtime.parts import PartState
from console.ui.common.labels import Line, Pane, PlainLabel
from console.ui.common.paint import draw_icon, draw_text, text_width
from console.ui.common.tooltip import set_tooltip
from console.ui.frame.health_words import StatusItem, connection_item, status_items
from console.ui.theme import px, size, theme_changed

SECOND_MS = 1000


class _Entry(QWidget):
    """One painted entry; a click asks for details."""

    clicked = Signal(str)

    def __init__(self, item: StatusItem) -> None:
        super().__init__()
        self.item = item
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.show_item(item)

    def show_item(self, item: StatusItem) -> None:
        """Show another item in the same place."""
        resized = (item.text, item.strong) != (self.item.text, self.item.strong)
        self.item = item
        self.setAccessibleName(item.text)
        set_tooltip(self, item.tip or item.text)
        if resized:
            self.updateGeometry()
        self.update()

    def _weight(self) -> int:
        return 600 if self.item.strong else 400

    def sizeHint(self) -> QSize:
        width = px(14) + px(6) + text_width(self.item.text, "small", self._weight())
        return QSize(round(width) + 1, size("statusbar"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit(self.item.icon)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        glyph = px(14)
        draw_icon(painter, 0, (self.height() - glyph) / 2, self.item.icon, glyph, self.item.tone)
        left = glyph + px(6)
        line = self.height()
        draw_text(painter, left, 0, self.item.text, "small", self.item.tone, weight=self._weight(), line=line)


class StatusBar(Pane):
    """Takes the health and the officer's facts; ages count by themselves once a second."""

    details_wanted = Signal(str)
    """The icon name of the entry that was clicked."""

    def __init__(self, now_ms: Callable[[], int], parent: QWidget | None = None) -> None:
        """Make the bar.

        Args:
            now_ms: wall time, UTC ms.
            parent: owner.

        """
        super().__init__("status", line="t", parent=parent)
        self.setAccessibleName(tr("Thanh trạng thái"))
        self._now_ms = now_ms
        self._health = Health()
        self._parts: tuple[PartState, ...] = ()
        self._notes: tuple[StatusItem, ...] = ()
        self._warnings: tuple[StatusItem, ...] = ()
        self._duty: tuple[StatusItem, ...] = ()
        self._entries: list[_Entry] = []
        self._left = QHBoxLayout()
        self._left.setSpacing(px(10))
        self.machine = PlainLabel("", "small", "text2")
        self.shift = PlainLabel("", "small", "text2")
        self.officer = PlainLabel("", "small", "text2")
        self._lines = [Line("border", vertical=True) for _ in range(2)]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(14), 0, px(14), 0)
        layout.setSpacing(px(10))
        layout.addLayout(self._left)
        layout.addStretch(1)
        for widget in (self.machine, self._lines[0], self.shift, self._lines[1], self.officer):
            layout.addWidget(widget)
        for line in self._lines:
            line.setMaximumHeight(px(12))
        self._restyle()
        theme_changed().changed.connect(self._restyle)
        self._second = QTimer(self)
        self._second.setInterval(SECOND_MS)
        self._second.timeout.connect(self.tick)
        self._second.start()

    def _restyle(self) -> None:
        self.setFixedHeight(size("statusbar"))

    def set_health(self, health: Health) -> None:
        """Show what is known of the connections."""
        self._health = health
        self.tick()

    def set_parts(self, parts: tuple[PartState, ...]) -> None:
        """Show what of the parts behind the window is not well."""
        self._parts = parts

    def set_notes(self, notes: tuple[StatusItem, ...]) -> None:
        """Show what else the officer should know at the end of the left part."""
        self._notes = notes
        self.tick()

    def set_warnings(self, warnings: tuple[StatusItem, ...]) -> None:
        """Show what whoever oversees the desk must look into, after everything else at the left."""
        self._warnings = warnings
        self.tick()

    def set_duty(self, items: tuple[StatusItem, ...]) -> None:
        """Show what is wrong with the duty of this desk or another, at the very end of the left part."""
        self._duty = items
        self.tick()

    def set_context(self, machine: str, shift: str, officer: str) -> None:
        """Show machine, shift and officer at the right."""
        named = tr("Máy {name}", name=safe_line(machine, 40)) if machine else ""
        for label, text in ((self.machine, named), (self.shift, shift), (self.officer, officer)):
            label.setText(text)
        self._fit()

    def items(self) -> tuple[StatusItem, ...]:
        """Return what is shown at the left, for screens and tests."""
        return tuple(entry.item for entry in self._entries)

    def tick(self) -> None:
        """Say the ages of now."""
        now = self._now_ms()
        items = (*status_items(self._health, now, self._parts), *self._notes, *self._warnings, *self._duty)
        red = connection_item(self._health, now).tone == "redText"
        self.set_pane_tone("redSubtle" if red else "status")
        if len(items) != len(self._entries):
            self._rebuild(items)
        else:
            for entry, item in zip(self._entries, items, strict=True):
                if entry.item != item:
                    entry.show_item(item)
        self._fit()

    def _rebuild(self, items: tuple[StatusItem, ...]) -> None:
        while (taken := self._left.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.deleteLater()
        self._entries = []
        for number, item in enumerate(items):
            if number:
                line = Line("border", vertical=True)
                line.setMaximumHeight(px(12))
                self._left.addWidget(line)
            entry = _Entry(item)
            entry.clicked.connect(self.details_wanted)
            self._entries.append(entry)
            self._left.addWidget(entry)

    def _fit(self) -> None:
        """Let the right part give way before anything at the left is cut; the officer stays."""
        room = self.width() - px(28) - sum(entry.sizeHint().width() + px(21) for entry in self._entries)
        room -= self.officer.sizeHint().width()
        for label, line in ((self.shift, self._lines[1]), (self.machine, self._lines[0])):
            room -= label.sizeHint().width() + px(21)
            shown = bool(label.text()) and room >= 0
            label.setVisible(shown)
            line.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
