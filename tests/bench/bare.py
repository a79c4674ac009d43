"""Floors of what an officer waits for: the driver's rows in bare Qt views, drawn by a delegate that only draws texts."""

from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QAbstractTableModel, QModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QListView,
    QMainWindow,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tests.bench import known
from tests.bench.known import PANE, STEPS, VISITED, WINDOW, Painted, read_only, resident_mb, scroll
from tests.bench.measure import Cost, middle, timed

_PAGE = 128
_ROW = 82
_PLACES = (
    "SELECT CASE WHEN priority_rank = 1 THEN 0 WHEN due_at <= ?1 THEN 1 WHEN soon_at <= ?1 THEN 2 ELSE 3 END AS g, due_at, "
    "case_id FROM case_file WHERE open = 1 ORDER BY g, due_at, case_id"
)
_FACTS = "SELECT case_id, pseudonym, number, snippet, category, unit FROM case_file WHERE case_id IN ({})"
_TEXTS = "SELECT text FROM message WHERE case_id = ? ORDER BY at DESC, seq DESC LIMIT ?"
_ROOT = QModelIndex()


class _Cases(QAbstractTableModel):
    """Ids in memory, a page of contents at a time."""

    def __init__(self, raw: Any) -> None:
        super().__init__()
        self._raw = raw
        self.ids = [row[2] for row in raw.execute(_PLACES, (known.NOW_MS,))]
        self._facts: dict[str, tuple[str, ...]] = {}

    def rowCount(self, parent: Any = _ROOT) -> int:
        return len(self.ids)

    def columnCount(self, parent: Any = _ROOT) -> int:
        return 1

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.facts(index.row()) if role == Qt.ItemDataRole.UserRole else None

    def facts(self, row: int) -> tuple[str, ...]:
        """Return the texts of a row."""
        case_id = self.ids[row]
        if case_id not in self._facts:
            page = self.ids[row // _PAGE * _PAGE :][:_PAGE]
            for found in self._raw.execute(_FACTS.format(",".join("?" * len(page))), page):
                self._facts[found[0]] = found
        return self._facts[case_id]


class _CaseTexts(QStyledItemDelegate):
    """Three lines of two texts and a box, as a row of the queue has them."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        rect = QRectF(option.rect)
        painter.fillRect(rect, option.palette.base())
        facts = index.data(Qt.ItemDataRole.UserRole)
        for line in range(3):
            top = rect.top() + 8 + line * 22
            painter.drawText(QPointF(rect.left() + 60, top + 15), facts[1 + line][:40])
            painter.drawText(QPointF(rect.left() + 300, top + 15), facts[4 + line % 2])
        painter.drawRoundedRect(QRectF(rect.left() + 10, rect.top() + 10, 36, 36), 6, 6)


class _Messages(QAbstractListModel):
    """The texts of one conversation."""

    def __init__(self, raw: Any) -> None:
        super().__init__()
        self._raw = raw
        self.texts: list[str] = []

    def show(self, case_id: str) -> None:
        """Read a conversation."""
        self.beginResetModel()
        self.texts = [row[0] for row in self._raw.execute(_TEXTS, (case_id, known.LONG_MESSAGES))][::-1]
        self.endResetModel()

    def rowCount(self, parent: Any = _ROOT) -> int:
        return len(self.texts)

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return None


class _Bubbles(QStyledItemDelegate):
    """One laid-out text in a rounded box; layouts are kept."""

    def __init__(self, model: _Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._laid: dict[str, tuple[QTextLayout, float]] = {}

    def _layout(self, text: str) -> tuple[QTextLayout, float]:
        kept = self._laid.get(text)
        if kept is None:
            layout, y = QTextLayout(text, QApplication.font()), 0.0
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(500)
                line.setPosition(QPointF(0, y))
                y += 22
            layout.endLayout()
            kept = self._laid[text] = (layout, y)
        return kept

    def sizeHint(self, option: QStyleOptionViewItem, index: Any) -> QSize:
        return QSize(600, round(self._layout(self._model.texts[index.row()])[1]) + 24)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        rect = QRectF(option.rect).adjusted(58, 4, -100, -4)
        painter.drawRoundedRect(rect, 10, 10)
        layout, _ = self._layout(self._model.texts[index.row()])
        layout.draw(painter, rect.topLeft() + QPointF(14, 7))


def _table(model: _Cases) -> QTableView:
    view = QTableView()
    view.horizontalHeader().hide()
    view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(_ROW)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.setItemDelegate(_CaseTexts(view))
    view.setModel(model)
    return view


def plain_app() -> QApplication:
    """Return the application as Qt makes it."""
    app = QApplication.instance()
    return app if isinstance(app, QApplication) else QApplication([])


def first_paint(folder: Path) -> Cost:
    """Read every id and a page of rows with the driver, paint them in a bare table."""
    plain_app()
    with closing(read_only(folder)) as raw:
        with timed() as cost:
            view = _table(_Cases(raw))
            view.resize(*PANE)
            painted = Painted(view.viewport())
            view.show()
            painted.wait()
        view.close()
    return cost


class _Window(QMainWindow):
    """A table and a list side by side."""

    def __init__(self, raw: Any) -> None:
        super().__init__()
        self.cases, self.messages = _Cases(raw), _Messages(raw)
        self.table, self.list = _table(self.cases), QListView()
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setItemDelegate(_Bubbles(self.messages, self.list))
        self.list.setModel(self.messages)
        split = QSplitter()
        split.addWidget(self.table)
        split.addWidget(self.list)
        self.setCentralWidget(split)
        self.resize(*WINDOW)
        self.table.selectionModel().currentChanged.connect(lambda at: self.open(self.cases.ids[at.row()]))

    def open(self, case_id: str) -> None:
        """Show a conversation, its end in sight."""
        self.messages.show(case_id)
        self.list.scrollToBottom()


def shown(raw: Any) -> tuple[_Window, Painted]:
    """Show the bare window and wait until its list is painted."""
    window = _Window(raw)
    painted = Painted(window.list.viewport())
    window.show()
    painted.wait()
    return window, painted


def long_case(raw: Any) -> str:
    """Return the id of the long case."""
    found: str = raw.execute("SELECT value FROM gateway_state WHERE name = ?", (known.LONG_CASE,)).fetchone()[
        0
    ]
    return found


def _opened(folder: Path, *, again: bool) -> Cost:
    plain_app()
    with closing(read_only(folder)) as raw:
        case_id = long_case(raw)
        window, painted = shown(raw)
        cases: Sequence[str] = (window.cases.ids[0], case_id, window.cases.ids[1], case_id)
        costs = []
        for case in cases[: 4 if again else 2]:
            with timed() as cost:
                window.open(case)
                painted.wait()
            costs.append(cost)
        assert len(window.messages.texts) == known.LONG_MESSAGES
        window.close()
    return costs[-1]


def open_cold(folder: Path) -> Cost:
    """Read, lay out and paint the newest 500 texts in a bare list."""
    return _opened(folder, again=False)


def open_again(folder: Path) -> Cost:
    """Show them again, their layouts kept."""
    return _opened(folder, again=True)


def _steps(folder: Path, count: int, done: Callable[[_Window, list[Cost]], Cost]) -> Cost:
    plain_app()
    with closing(read_only(folder)) as raw:
        window, painted = shown(raw)
        window.table.setFocus()
        costs = []
        for _ in range(count + 1):
            with timed("ms") as cost:
                QTest.keyClick(window.table, Qt.Key.Key_Down)
                painted.wait()
            costs.append(cost)
        result = done(window, costs[1:])
        window.close()
    return result


def next_case(folder: Path) -> Cost:
    """Press Down in the bare table, read and paint the next conversation in the bare list."""
    return _steps(folder, STEPS, lambda _window, costs: middle(costs))


def visit(folder: Path) -> Cost:
    """Visit as many cases in the bare window; resident memory, MB."""
    return _steps(folder, VISITED, lambda _window, _costs: Cost(resident_mb(), 0.0))


def scroll_queue(folder: Path) -> Cost:
    """Scroll down the bare table of the same rows."""
    plain_app()
    with closing(read_only(folder)) as raw:
        window, _ = shown(raw)
        window.table.setVerticalScrollMode(window.table.ScrollMode.ScrollPerPixel)
        cost = scroll(window.table)
        window.close()
    return cost


def scroll_thread(folder: Path) -> Cost:
    """Scroll up the bare list of the same texts."""
    plain_app()
    with closing(read_only(folder)) as raw:
        window, painted = shown(raw)
        window.open(long_case(raw))
        painted.wait()
        cost = scroll(window.list, up=True)
        window.close()
    return cost
