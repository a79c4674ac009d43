"""A chart's numbers as a table: for screen readers, for copying, and the cases behind a number."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from console.domain.numerals import number_text
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.clipboard import copy_private
from console.ui.common.labels import PlainLabel
from console.ui.theme import px

Rows = Sequence[Sequence[str]]
WIDTH, MOST_WIDTH = 720, 1280
"""px at scale 1.0: as wide as the columns are, within these."""


class NumbersTable(QDialog):
    """A table in a window of its own. Ctrl+C copies the chosen rows, Esc closes.

    Signals:
        opened(str): the key of the row that was entered, where rows have keys.
        picked(object): what the cell that was entered leads to, where cells lead to cases.
    """

    opened = Signal(str)
    picked = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        heads: Sequence[str],
        rows: Rows,
        keys: Sequence[str] = (),
        leads: Callable[[int, int], object] | None = None,
    ) -> None:
        """Take what to show; ``keys`` are what the rows lead to, in their order, ``leads`` what a cell does by row and column."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(safe_line(title))
        self._keys, self._leads = tuple(keys), leads
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(10))
        column.addWidget(PlainLabel(safe_line(title), "h2"))
        about = tr("{n} dòng", n=number_text(len(rows)))
        if keys:
            about = tr("{n} hồ sơ. Enter mở hồ sơ.", n=number_text(len(rows)))
        elif leads is not None:
            about = tr("{n} dòng. Enter xem các hồ sơ của số đang chọn.", n=number_text(len(rows)))
        column.addWidget(PlainLabel(about, "small", "text2"))
        self.table = QTableWidget(len(rows), len(heads))
        self.table.setHorizontalHeaderLabels(list(heads))
        self.table.verticalHeader().setVisible(False)
        self.table.verticalHeader().setDefaultSectionSize(px(30))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setAccessibleName(safe_line(title))
        for number, row in enumerate(rows):
            for place, text in enumerate(row):
                item = QTableWidgetItem(safe_line(text, 200))
                if place and text[:1].isdigit():
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(number, place, item)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.cellActivated.connect(self._enter)
        self.table.resizeColumnsToContents()
        wanted = self.table.horizontalHeader().length() + px(64)
        self.resize(max(px(WIDTH), min(wanted, px(MOST_WIDTH))), px(520))
        column.addWidget(self.table, 1)
        if rows:
            self.table.setCurrentCell(0, 0)
        self.table.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the chosen rows on the clipboard, heads first, cells parted by tabs."""
        chosen = sorted({index.row() for index in self.table.selectedIndexes()})
        heads = [
            self._text(self.table.horizontalHeaderItem(place)) for place in range(self.table.columnCount())
        ]
        lines = [heads] + [
            [self._text(self.table.item(row, place)) for place in range(self.table.columnCount())]
            for row in chosen
        ]
        copy_private("\n".join("\t".join(line) for line in lines))

    def _enter(self, row: int, column: int) -> None:
        if row < len(self._keys):
            self.opened.emit(self._keys[row])
            self.close()
        elif self._leads is not None and (key := self._leads(row, column)) is not None:
            self.picked.emit(key)

    @staticmethod
    def _text(item: QTableWidgetItem | None) -> str:
        return item.text() if item else ""
