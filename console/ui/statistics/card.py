"""A chart in its card: title, what it counts, what the pointer is on, and the door to its table."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import PlainLabel
from console.ui.common.paint import draw_text, fill_round, text_width
from console.ui.statistics.bars import FAMILIES, family_name
from console.ui.statistics.chart import Chart
from console.ui.theme import current_theme, px, theme_changed

Table = tuple[Sequence[str], Sequence[Sequence[str]]]
"""Heads and rows of the chart's numbers."""
Leads = Callable[[int, int], object]
"""What a cell of a table leads to, by row and column; ``None`` leads nowhere."""


class ChartCard(QWidget):
    """Holds one chart.

    Signals:
        table_wanted(str, object, object): title, the ``Table`` of the chart's numbers, and what its cells lead to.
    """

    table_wanted = Signal(str, object, object)

    def __init__(
        self,
        title: str,
        about: str,
        chart: Chart,
        table: Callable[[], tuple[Table, Leads]],
        *,
        legend: bool = False,
    ) -> None:
        """Take what to hold, and what makes its table with what each cell leads to."""
        super().__init__()
        self._title, self._about, self._make = title, about, table
        self.chart = chart
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(12), px(16), px(14))
        column.setSpacing(px(2))
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(PlainLabel(title, "body", weight=600))
        head.addStretch(1)
        if legend:
            head.addWidget(Legend())
        self.numbers = ActionButton(tr("Bảng số"), "", "link")
        self.numbers.setAccessibleName(tr("Bảng số: {title}", title=title))
        self.numbers.clicked.connect(self.open_table)
        head.addWidget(self.numbers)
        column.addLayout(head)
        self.words = PlainLabel(about, "small", "text2", elided=True)
        column.addWidget(self.words)
        column.addSpacing(px(6))
        column.addWidget(chart, 1)
        chart.pointed.connect(self._tell)

    def set_about(self, about: str) -> None:
        """Say other words under the title."""
        self._about = about
        self._tell("")

    def open_table(self) -> None:
        """Ask for the table of the numbers drawn."""
        table, leads = self._make()
        self.table_wanted.emit(self._title, table, leads)

    def _tell(self, words: str) -> None:
        self.words.setText(words or self._about)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill_round(painter, QRectF(self.rect()), current_theme().radius("card"), "raised", "border")


class Legend(QWidget):
    """The families of categories in stack order."""

    def __init__(self) -> None:
        super().__init__()
        theme_changed().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        width = sum(px(28) + round(text_width(family_name(family), "small")) for family in FAMILIES)
        self.setFixedSize(width, px(20))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        x = 0.0
        for family in FAMILIES:
            box = QRectF(x, px(5), px(10), px(10))
            painter.fillRect(box, current_theme().chart(family))
            x += px(16)
            x += draw_text(painter, x, px(1), family_name(family), "small", "text2") + px(12)
