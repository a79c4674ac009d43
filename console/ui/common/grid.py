"""A table of plain words that is only read: one line is chosen, nothing is edited, no markup is known."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from console.domain.text import safe_line
from console.ui.common.sharing import names_shown
from console.ui.theme import current_theme, font, px, theme_changed

Index = QModelIndex | QPersistentModelIndex
_LIMIT = 200


class GridModel(QAbstractTableModel):
    """Heads and lines of words."""

    def __init__(self, heads: Sequence[str]) -> None:
        super().__init__()
        self._heads = tuple(heads)
        self.lines: list[tuple[str, ...]] = []

    def show(self, lines: Sequence[Sequence[str]]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = [tuple(safe_line(word, _LIMIT) for word in line) for line in lines]
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return names_shown(self.lines[index.row()][index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            whole = ". ".join(filter(None, self.lines[index.row()]))
            return names_shown(whole) if index.column() == 0 else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        # A head that has no room is cut with «…»; the mouse reads it whole.
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._heads[section]
        return None


class Grid(QTableView):
    """The table. Column widths are px at scale 1.0; the column of width 0 takes what is left.

    With ``tall`` heads stand on up to two lines, for many narrow columns whose names must be read whole.
    """

    def __init__(
        self,
        name: str,
        heads: Sequence[str],
        widths: Sequence[int],
        parent: QWidget | None = None,
        *,
        tall: bool = False,
    ) -> None:
        super().__init__(parent)
        self._widths = tuple(widths)
        self._tall = tall
        self.lines = GridModel(heads)
        self.setModel(self.lines)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        if tall:
            head.setDefaultAlignment(head.defaultAlignment() | Qt.TextFlag.TextWordWrap)
            head.setTextElideMode(Qt.TextElideMode.ElideNone)
        for column, width in enumerate(self._widths):
            mode = QHeaderView.ResizeMode.Fixed if width else QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(column, mode)
        theme_changed().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(font("body"))
        self.verticalHeader().setDefaultSectionSize(px(32))
        if self._tall:
            self.horizontalHeader().setFixedHeight(2 * current_theme().line("body") + px(10))
        for column, width in enumerate(self._widths):
            if width:
                self.setColumnWidth(column, px(width))

    def show_lines(self, lines: Sequence[Sequence[str]]) -> None:
        """Show other lines; the chosen place stays."""
        at = max(0, self.currentIndex().row())
        self.lines.show(lines)
        if lines:
            self.choose(min(at, len(lines) - 1))

    def choose(self, row: int) -> None:
        """Choose a line."""
        self.setCurrentIndex(self.lines.index(row, 0))

    def row(self) -> int:
        """Return which line is chosen, or -1."""
        return self.currentIndex().row()
