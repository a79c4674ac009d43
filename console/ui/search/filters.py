"""The left column of the search page: where, which kind, since when."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from console.domain.numerals import number_text
from console.domain.sorting import vietnamese_key
from console.runtime.i18n import tr
from console.ui.common.labels import Heading, Pane, PlainLabel
from console.ui.common.names import Names
from console.ui.search.model import WHERES, HitCounts, SearchFilters
from console.ui.theme import px

_DAY_MS = 24 * 3_600_000


def _where_filter_name(where: str) -> str:
    match where:
        case "citizen":
            return tr("Tin công dân")
        case "reply":
            return tr("Tin trả lời")
        case "note":
            return tr("Ghi chú nội bộ")
        case _:
            return tr("Tin gửi ngoài hệ thống")


class FilterColumn(Pane):
    """Ticks with their counts. ``changed`` says that ``filters()`` is another."""

    changed = Signal()

    def __init__(self, names: Names, parent: QWidget | None = None) -> None:
        super().__init__("panel", line="r", parent=parent)
        self._names = names
        self._now = 0
        # Kinds of case are many: what has no room is scrolled to, the window stays as low as it is.
        page = QWidget()
        page.setProperty("clear", True)
        area = QScrollArea()
        area.setAccessibleName(tr("Lọc kết quả"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 1, 0)
        outer.addWidget(area)
        column = QVBoxLayout(page)
        column.setContentsMargins(px(18), px(14), px(18), px(14))
        column.setSpacing(px(4))
        column.addWidget(PlainLabel(tr("Lọc kết quả"), "title", weight=600))
        column.addSpacing(px(10))
        column.addWidget(Heading(tr("Tìm trong")))
        self.wheres: dict[str, QCheckBox] = {}
        self._where_counts: dict[str, PlainLabel] = {}
        for where in WHERES:
            self.wheres[where], self._where_counts[where] = self._tick(column, _where_filter_name(where))
        column.addSpacing(px(10))
        self._category_head = Heading(tr("Loại"))
        self._category_head.hide()  # there is nothing to tick until something was found
        column.addWidget(self._category_head)
        self._category_box = QVBoxLayout()
        self._category_box.setSpacing(px(4))
        column.addLayout(self._category_box)
        self.categories: dict[str, QCheckBox] = {}
        self._category_counts: dict[str, PlainLabel] = {}
        column.addSpacing(px(10))
        column.addWidget(Heading(tr("Trạng thái")))
        self.states: dict[str, QCheckBox] = {}
        self._state_counts: dict[str, PlainLabel] = {}
        for state, words in (("open", tr("Đang mở")), ("closed", tr("Đã đóng"))):
            self.states[state], self._state_counts[state] = self._tick(column, words)
        column.addSpacing(px(10))
        column.addWidget(Heading(tr("Thời gian")))
        self.period = QComboBox()
        self.period.setAccessibleName(tr("Thời gian"))
        for words, days in (
            (tr("Mọi lúc"), 0),
            (tr("24 giờ qua"), 1),
            (tr("7 ngày qua"), 7),
            (tr("30 ngày qua"), 30),
            (tr("12 tháng qua"), 365),
        ):
            self.period.addItem(words, days)
        self.period.currentIndexChanged.connect(lambda _index: self.changed.emit())
        column.addWidget(self.period)
        column.addSpacing(px(10))
        column.addWidget(Heading(tr("Đơn vị")))
        self.unit = QComboBox()
        self.unit.setAccessibleName(tr("Đơn vị"))
        self.unit.addItem(tr("Mọi đơn vị"), "")
        self.unit.currentIndexChanged.connect(lambda _index: self.changed.emit())
        column.addWidget(self.unit)
        column.addStretch(1)
        self.setFixedWidth(px(264))

    def _tick(self, column: QVBoxLayout, words: str) -> tuple[QCheckBox, PlainLabel]:
        row = QHBoxLayout()
        tick = QCheckBox(words.replace("&", "&&"))
        tick.setChecked(True)
        tick.toggled.connect(lambda _on: self.changed.emit())
        count = PlainLabel("", "small", "text2")
        row.addWidget(tick, 1)
        row.addWidget(count)
        column.addLayout(row)
        return tick, count

    def set_counts(self, found: HitCounts, now_ms: int) -> None:
        """Say how many cases each tick has; ticks for new kinds and units that were not there yet are added."""
        self._now = now_ms
        wheres, categories = found.wheres, found.categories
        for state, label in self._state_counts.items():
            label.setText(number_text(found.states[state]))
        for unit in sorted(found.units, key=lambda code: vietnamese_key(self._names.unit(code))):
            if unit and self.unit.findData(unit) < 0:
                self.unit.blockSignals(True)
                self.unit.addItem(self._names.unit(unit).replace("&", "&&"), unit)
                self.unit.blockSignals(False)
        for where, label in self._where_counts.items():
            label.setText(number_text(wheres[where]))
        for category in sorted(categories, key=lambda code: vietnamese_key(self._names.category(code))):
            if category not in self.categories:
                words = self._names.category(category) or tr("Chưa phân loại")
                tick, count = self._tick(self._category_box, words)
                self.categories[category], self._category_counts[category] = tick, count
        self._category_head.setVisible(bool(self.categories))
        for category, label in self._category_counts.items():
            label.setText(number_text(categories[category]))

    def filters(self) -> SearchFilters:
        """Return what is ticked."""
        days = int(self.period.currentData() or 0)
        off = {code for code, tick in self.categories.items() if not tick.isChecked()}
        return SearchFilters(
            frozenset(where for where, tick in self.wheres.items() if tick.isChecked()),
            frozenset(self.categories) - off if off else None,
            self._now - days * _DAY_MS if days else 0,
            frozenset(state for state, tick in self.states.items() if tick.isChecked()),
            str(self.unit.currentData() or ""),
        )

    def clear(self) -> None:
        """Set every tick again."""
        self.period.setCurrentIndex(0)
        self.unit.setCurrentIndex(0)
        for tick in (*self.wheres.values(), *self.categories.values(), *self.states.values()):
            tick.setChecked(True)
